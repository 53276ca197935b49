"""Who signs in, in which office, and what that lets them see."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Access(AppConfig):
    """Who signs in, in which office, and what that lets them see."""

    name = "curule.access"
    verbose_name = _("Access")
