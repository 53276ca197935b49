"""Where a matter of the kind "privileges and immunities" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Privileges", "KIND"]


@concern
class Privileges(Posture):
    """Privileges and immunities."""

    branch: str = ""
    duty_station: str = ""


def stage(posture: Privileges, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("privileges", "privileges and immunities", 'privilèges et immunités', draft=Privileges, stage=stage, opened_by="open_privileges_register", one=True, stages={"open": T("open", "en cours")})
