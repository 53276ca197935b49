"""Every address of the site."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

handler400 = "curule.desk.faults.bad_request"
# Not found and not yours look the same.
handler403 = "curule.desk.faults.not_found"
handler404 = "curule.desk.faults.not_found"
handler500 = "curule.desk.faults.broken"

urlpatterns = [
    path("", include("curule.access.urls")),
    path("", include("curule.desk.urls")),
]
# Each part of the site brings its addresses in its own urls.py; matters come last, whose last pattern takes any address below
# a matter's number for a number with slashes.
FIRST, LAST = ("curule.access", "curule.desk"), "curule.matters"
for part in (*(p for p in settings.INSTALLED_APPS if p.startswith("curule.") and p not in (*FIRST, LAST)), LAST):
    if find_spec(f"{part}.urls") is not None:
        urlpatterns.append(path("", include(f"{part}.urls")))
