"""The Chambers' own space: drafts, deliberation, signature."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Chambers(AppConfig):
    """The Chambers' own space: drafts, deliberation, signature."""

    name = "curule.chambers"
    verbose_name = _("Chambers")
