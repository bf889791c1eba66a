"""The application that the server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application

_RARELY = 20_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")

application = get_wsgi_application()

# What is loaded by now stays for good: the collector need not go through it again and again.
gc.collect()
gc.freeze()
gc.set_threshold(_RARELY)
