"""Screens of what only some tribunals have: jurisdiction by State and day, a situation with its cases, ballots, admissibility."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Court(AppConfig):
    """Screens of what only some tribunals have: jurisdiction by State and day, a situation with its cases, ballots, admissibility."""

    name = "curule.court"
    verbose_name = _("Court")

    def ready(self) -> None:
        """Offer the tabs of a matter that stand here."""
        from curule.court import admissibility, ballots, states, timeline
        from curule.matters.tabs import Tab, offer

        offer(Tab("jurisdiction", _("Jurisdiction"), states.is_register))
        offer(Tab("timeline", _("Timeline"), timeline.has_timeline))
        offer(Tab("admissibility", _("Admissibility"), admissibility.has_panel))
        offer(Tab("ballots", _("Ballots"), ballots.has_ballots))
