"""The application that the server runs."""

import gc
import os
import sys

from django.core.wsgi import get_wsgi_application

from jiheng.web.stopping import when_orphaned

_RARELY = 20_000
_SWITCH_SECONDS = 0.0005

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")

application = get_wsgi_application()

# What is loaded by now stays for good: the collector need not go through it again and again.
gc.collect()
gc.freeze()
gc.set_threshold(_RARELY)

# A thread that comes back from the database with others at work waits a moment, not an age: it may
# hold what the others will wait for.
sys.setswitchinterval(_SWITCH_SECONDS)

# The process that answers goes with the one that began it: left behind after a kill, it would go
# on answering at the port of the next server.
when_orphaned(lambda: os._exit(1))
