"""The application that the server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from jiheng.web.stopping import when_orphaned

_RARELY = 20_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")

application = get_wsgi_application()

# What is loaded by now stays for good: the collector need not go through it again and again.
gc.collect()
gc.freeze()
gc.set_threshold(_RARELY)

# The process that answers goes with the one that began it: left behind after a kill, it would go
# on answering at the port of the next server.
when_orphaned(lambda: os._exit(1))
