"""The application as a WSGI callable, for any server: ``waitress-serve curule.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "curule.settings")

application = get_wsgi_application()
