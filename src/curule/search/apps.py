"""Search over everything that a reader may see."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Search(AppConfig):
    """Search over everything that a reader may see."""

    name = "curule.search"
    verbose_name = _("Search")
