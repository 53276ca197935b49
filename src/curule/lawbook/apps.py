"""The law explorer and the imported texts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Lawbook(AppConfig):
    """The law explorer and the imported texts."""

    name = "curule.lawbook"
    verbose_name = _("Law")
