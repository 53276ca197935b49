"""Work in the background, with progress."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Jobs(AppConfig):
    """Work in the background, with progress."""

    name = "curule.jobs"
    verbose_name = _("Background work")
