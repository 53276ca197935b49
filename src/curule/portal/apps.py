"""The public's window on the tribunal."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Portal(AppConfig):
    """The public's window on the tribunal."""

    name = "curule.portal"
    verbose_name = _("Public portal")

    def ready(self) -> None:
        """Listen to entries, documents and reclassifications: lists and the bulk download hold what is public."""
        from curule.matters.signals import reclassified
        from curule.portal import publishing, summaries  # noqa: F401
        from curule.portal.bulk import on_reclassified

        reclassified.connect(on_reclassified, dispatch_uid="portal-bulk")
