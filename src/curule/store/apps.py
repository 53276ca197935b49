"""The preservation store: every file in versions that are never overwritten."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Store(AppConfig):
    """The preservation store: every file in versions that are never overwritten."""

    name = "curule.store"
    verbose_name = _("Preservation store")
