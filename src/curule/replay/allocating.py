"""Which of several bodies is competent for a proceeding, by the trigger that came on a day: asked of the law, body by body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from curule.law.answers import Verdict
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.view import Actor
from curule.replay.phrasebook import Allocation

__all__ = ["Competence", "allocate"]


@dataclass(slots=True)
class Competence:
    """Which bodies the transitional arrangements (or their like) make competent, with the provisions of the answers."""

    asked: str
    competent: tuple[str, ...]
    provisions: tuple[str, ...]


def allocate(library: Library, rule: Allocation, day: date, branch: str, on: date) -> Competence:
    """Ask each body whether it may conduct a proceeding whose trigger came on a day."""
    kind = library.act(rule.asks).kinds[0]
    entries = [Entry(1, library.kinds[kind].opened_by, Actor(rule.by), day, {"branch": branch, "subject": rule.subject}),
               Entry(2, rule.records, Actor(rule.by), day, {"trigger": rule.trigger, "day": day})]
    posture = library.fold(kind, entries)
    powers = dict.fromkeys(o for p in library.powers.get(rule.asks, ()) for o in p.by)
    answers = {body: library.may(rule.asks, posture, on, Actor(body)) for body in powers}
    competent = tuple(b for b, a in answers.items() if a.verdict is Verdict.PERMITTED)
    provisions = tuple(p for b in competent for p in answers[b].provisions)
    return Competence(rule.asks, competent, tuple(dict.fromkeys(provisions)))
