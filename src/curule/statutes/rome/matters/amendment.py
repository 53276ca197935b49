"""Where the proposal of an amendment stands: proposed, circulated, taken up, adopted, circulated as adopted."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["KIND", "Amendment"]


@concern
class Amendment(Posture):
    """One proposal. ``path``: the article under which it was proposed (``121`` or ``122``); ``forum``: where it is dealt with."""

    path: str = ""
    provisions: tuple[str, ...] = ()
    proposed: Entry | None = None
    circulated: Entry | None = None
    taken_up: Entry | None = None
    forum: str = ""
    adopted: Entry | None = None
    circulated_adopted: Entry | None = None


STAGES = {"proposed": T("proposed", "proposé"), "circulated": T("circulated", "distribué"), "taken_up": T("taken up", "retenu pour examen"),
          "adopted": T("adopted", "adopté")}


def stage(posture: Amendment, on: date) -> str:
    """The stage shown at the head of the matter."""
    if posture.adopted:
        return "adopted"
    if posture.taken_up:
        return "taken_up"
    return "circulated" if posture.circulated else "proposed"


KIND = MatterKind("amendment", "amendment", "amendement", draft=Amendment, stage=stage, number_form="ICC-AMENDMENT-{n}", opened_by="propose_amendment", reads=("states",), stages=STAGES)
