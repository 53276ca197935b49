"""The HTTP interface."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Api(AppConfig):
    """The HTTP interface."""

    name = "curule.api"
    verbose_name = _("API")
