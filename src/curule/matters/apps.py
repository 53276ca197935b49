"""Matters, their records and the pipeline of acts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Matters(AppConfig):
    """Matters, their records and the pipeline of acts."""

    name = "curule.matters"
    verbose_name = _("Matters")
