"""Where a matter of the kind "request to a State" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Cooperation", "KIND"]


@concern
class Cooperation(Posture):
    """Request to a State."""

    branch: str = ""
    duty_station: str = ""


def stage(posture: Cooperation, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("cooperation", "request to a State", 'demande adressée à un État', draft=Cooperation, stage=stage, opened_by="request_cooperation", stages={"open": T("open", "en cours")})
