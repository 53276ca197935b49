"""The application as a WSGI callable, for any server: ``waitress-serve curule.wsgi:application``.

Importing it makes ready what every page needs (:mod:`curule.warming`), so that no reader waits for it: a server that imports it before it forks its workers
(``gunicorn --preload``) does so once for all of them.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "curule.settings")

application = get_wsgi_application()

from curule.warming import warm  # noqa: E402  # the applications are there only now

warm()
