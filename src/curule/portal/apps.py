"""The public's window on the tribunal."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Portal(AppConfig):
    """The public's window on the tribunal."""

    name = "curule.portal"
    verbose_name = _("Public portal")
