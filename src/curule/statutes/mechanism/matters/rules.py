"""Where a matter of the kind "Rules of Procedure and Evidence" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["RulesOfProcedure", "KIND"]


@concern
class RulesOfProcedure(Posture):
    """Rules of Procedure and Evidence."""

    branch: str = ""
    duty_station: str = ""


def stage(posture: RulesOfProcedure, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("rules", "Rules of Procedure and Evidence", 'Règlement de procédure et de preuve', draft=RulesOfProcedure, stage=stage, opened_by="submit_draft_rules", one=True, stages={"open": T("open", "en cours")})
