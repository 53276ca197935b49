"""Where cooperation with one State in one case stands: each request or order from issue to execution, or to the Security Council."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Posture, Table, concern, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Cooperation", "KIND", "Request"]


@concern
class Request(Concern):
    """One request or order, by the number of its entry: what it asks, the day by which a reply is expected, what came of it."""

    kind: str = ""
    form: str = ""
    reply_by: date | None = None
    issued: Entry | None = None
    answered: Entry | None = None
    answer: str = ""
    partly: Entry | None = None
    executed: Entry | None = None
    withdrawn: Entry | None = None
    reminded: Entry | None = None
    delay_found: Entry | None = None
    escalated: Entry | None = None
    reported: Entry | None = None


@concern
class Cooperation(Posture):
    """Cooperation of one State in the case of a person of article 1; ``branch`` is the branch seised of the case."""

    branch: str = ""
    duty_station: str = ""
    state: str = ""
    case: str = ""
    group: str = ""
    requests: Table[str, Request] = table()


STAGES = {"open": T("nothing outstanding", "rien en suspens"), "outstanding": T("requests outstanding", "demandes en suspens"),
          "overdue": T("replies overdue", "réponses en retard"), "escalated": T("non-compliance before the President", "manquement devant le Président")}


def stage(posture: Cooperation, on: date) -> str:
    """The stage shown at the head of the file."""
    open_ones = [r for r in posture.requests.values() if not r.executed and not r.withdrawn]
    if any(r.escalated for r in open_ones):
        return "escalated"
    if any(r.reply_by is not None and on > r.reply_by for r in open_ones):
        return "overdue"
    return "outstanding" if open_ones else "open"


KIND = MatterKind("cooperation", "cooperation of a State", "coopération d'un État", draft=Cooperation, stage=stage, stages=STAGES, opened_by="open_cooperation")
