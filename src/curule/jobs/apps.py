"""Work in the background with progress."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class Jobs(AppConfig):
    """Work in the background with progress."""

    name = "curule.jobs"
    verbose_name = _("Background work")

    def ready(self) -> None:
        """Each application's module ``work`` declares what it does in the background."""
        autodiscover_modules("work")
