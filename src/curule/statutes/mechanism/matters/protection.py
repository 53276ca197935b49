"""Where a matter of the kind "protection of a victim or witness" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Protection", "KIND"]


@concern
class Protection(Posture):
    """Protection of a victim or witness."""

    branch: str = ""
    duty_station: str = ""


def stage(posture: Protection, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("protection", "protection of a victim or witness", "protection d'une victime ou d'un témoin", draft=Protection, stage=stage, opened_by="open_protection", stages={"open": T("open", "en cours")})
