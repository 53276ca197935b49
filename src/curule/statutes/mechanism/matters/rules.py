"""The Rules of Procedure and Evidence: draft, proposals, votes, adoption, versions, and which version governs an act of a given day."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Posture, Table, concern, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["KIND", "Proposal", "RulesOfProcedure", "governing"]


@concern
class Proposal(Concern):
    """The Rules as a whole or one amendment, from proposal to adoption. ``kind``: rules or amendment."""

    kind: str = ""
    proposed: Entry | None = None
    ballot: Entry | None = None
    votes: Table[str, str] = table()
    plenary: Entry | None = None
    adopted: Entry | None = None
    published: Entry | None = None
    set_aside: Entry | None = None


@concern
class RulesOfProcedure(Posture):
    """The Rules of Procedure and Evidence with every proposal by its number."""

    branch: str = ""
    duty_station: str = ""
    draft: Entry | None = None
    proposals: Table[str, Proposal] = table()


def governing(rules: RulesOfProcedure, day: date) -> list[str]:
    """The numbers of the Rules and amendments in force on a day: adopted by then and not set aside by then (article 13(3))."""
    return [number for number, p in rules.proposals.items()
            if p.adopted is not None and p.adopted.done_on <= day and (p.set_aside is None or day < p.set_aside.done_on)]


STAGES = {"draft": T("draft", "projet"), "in_force": T("in force", "en vigueur")}


def stage(posture: RulesOfProcedure, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "in_force" if governing(posture, on) else "draft"


KIND = MatterKind("rules", "Rules of Procedure and Evidence", "Règlement de procédure et de preuve", draft=RulesOfProcedure, stage=stage,
                  opened_by="submit_draft_rules", one=True, reads=("roll",), stages=STAGES)
