"""The court record's filings and documents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Registry(AppConfig):
    """The court record's filings and documents."""

    name = "curule.registry"
    verbose_name = _("Registry")

    def ready(self) -> None:
        """Listen for what changes who may see an entry."""
        from curule.registry import listening  # noqa: F401
