"""Where a matter of the kind "request from a national authority" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Assistance", "KIND"]


@concern
class Assistance(Posture):
    """Request from a national authority."""

    branch: str = ""
    duty_station: str = ""


def stage(posture: Assistance, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("assistance", "request from a national authority", "demande d'une autorité nationale", draft=Assistance, stage=stage, opened_by="request_assistance", stages={"open": T("open", "en cours")})
