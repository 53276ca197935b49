"""The calendar of hearings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Hearings(AppConfig):
    """The calendar of hearings."""

    name = "curule.hearings"
    verbose_name = _("Hearings")

    def ready(self) -> None:
        """Listen for entries."""
        from curule.hearings import projecting  # noqa: F401
