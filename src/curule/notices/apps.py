"""Service and notification: who is told of what, with proof."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Notices(AppConfig):
    """Service and notification: who is told of what, with proof."""

    name = "curule.notices"
    verbose_name = _("Notices")

    def ready(self) -> None:
        """Listen for entries."""
        from curule.notices import serving  # noqa: F401
