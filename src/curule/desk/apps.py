"""The desk, and the frame of every page."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Desk(AppConfig):
    """The desk, and the frame of every page."""

    name = "curule.desk"
    verbose_name = _("Desk")
