"""Every address of the site."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

handler400 = "curule.desk.faults.bad_request"
# Not found and not yours look the same.
handler403 = "curule.desk.faults.not_found"
handler404 = "curule.desk.faults.not_found"

urlpatterns = [
    path("", include("curule.access.urls")),
    path("", include("curule.desk.urls")),
    # Before matters, whose last pattern takes any address below a matter's number for a number with slashes.
    path("", include("curule.registry.urls")),
]
# Each part of the site brings its addresses in its own urls.py.
BEFORE = ("curule.access", "curule.desk", "curule.registry")
for part in settings.INSTALLED_APPS:
    if part.startswith("curule.") and part not in BEFORE and find_spec(f"{part}.urls") is not None:
        urlpatterns.append(path("", include(f"{part}.urls")))
