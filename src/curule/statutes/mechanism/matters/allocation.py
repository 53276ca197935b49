"""Where a matter of the kind "allocation between the Tribunals and the Mechanism" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Allocation", "KIND"]


@concern
class Allocation(Posture):
    """Allocation between the Tribunals and the Mechanism."""

    branch: str = ""
    duty_station: str = ""


def stage(posture: Allocation, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("allocation", "allocation between the Tribunals and the Mechanism", 'répartition entre les Tribunaux et le Mécanisme', draft=Allocation, stage=stage, opened_by="open_allocation", stages={"open": T("open", "en cours")})
