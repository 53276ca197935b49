"""Where a matter of the kind "roll of judges" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Roll", "KIND"]


@concern
class Roll(Posture):
    """Roll of judges."""

    branch: str = ""
    duty_station: str = ""


def stage(posture: Roll, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("roll", "roll of judges", 'tableau des juges', draft=Roll, stage=stage, opened_by="invite_nominations", one=True, stages={"open": T("open", "en cours")})
