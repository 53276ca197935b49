"""The calendar of hearings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Hearings(AppConfig):
    """The calendar of hearings."""

    name = "curule.hearings"
    verbose_name = _("Hearings")
