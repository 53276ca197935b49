"""Where a matter of the kind "the institution" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Institution", "KIND"]


@concern
class Institution(Posture):
    """The institution."""

    branch: str = ""
    duty_station: str = ""


def stage(posture: Institution, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("institution", "the institution", "l'institution", draft=Institution, stage=stage, opened_by="create_mechanism", one=True, stages={"open": T("open", "en cours")})
