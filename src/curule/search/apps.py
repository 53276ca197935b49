"""Search over everything that a reader may see."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Search(AppConfig):
    """Search over everything that a reader may see."""

    name = "curule.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Listen to entries, reclassifications and filings."""
        from curule.matters.signals import entered, reclassified
        from curule.registry.signals import filed, text_ready
        from curule.search import calling, upkeep  # noqa: F401  # what its e-mails say is declared there

        entered.connect(upkeep.on_entered, dispatch_uid="search")
        reclassified.connect(upkeep.on_reclassified, dispatch_uid="search")
        for signal in (filed, text_ready):
            signal.connect(upkeep.on_filed, dispatch_uid="search")
