"""The application that the server runs."""

import os

from django.core.wsgi import get_wsgi_application

from jiheng.web.stopping import when_orphaned

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiheng.web.settings")

application = get_wsgi_application()

# The process that answers goes with the one that began it: left behind after a kill, it would go
# on answering at the port of the next server.
when_orphaned(lambda: os._exit(1))
