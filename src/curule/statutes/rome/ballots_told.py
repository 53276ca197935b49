"""An election of judges as its page tells it: candidates, what lists A and B need, every ballot with its count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from curule.law.ballots import BallotError, Contest, Requirement, Round, Standing
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.view import View
from curule.law.words import T
from curule.statutes.rome.matters.election import Election
from curule.statutes.rome.matters.roll import Roll, judges_in_office, seats_on
from curule.statutes.rome.part_04.article_36_ballot import ballot_results, base_of_votes
from curule.statutes.rome.part_04.ballots import LEAST, least_of_list, two_thirds

__all__ = ["ballots_told"]

Before = Callable[[Entry], Any]
"""The posture just before an entry."""


def ballots_told(law: Library, kind: str, posture: Election, before: Before, related: Mapping[str, Any]) -> Contest | None:
    """The election; nothing for other kinds of matter."""
    if kind != "election":
        return None
    candidates = [Standing(code, c.nationality, c.chosen_list, c.nominated_by, c.entry, posture.elected.get(code)) for code, c in posture.candidates.items()]
    roll = related.get("roll")
    requirements = _requirements(posture, roll) if roll is not None and posture.office == "judges" else []
    rounds = [_round(law, before(entry), entry, related) for entry in posture.ballots]
    return Contest(posture.seats, len(posture.elected), T("of States Parties present and voting", "des États Parties présents et votants"), candidates,
                   requirements, rounds)


def _requirements(posture: Election, roll: Roll) -> list[Requirement]:
    """What each list must have at least when the terms begin, judges who stay and judges elected so far counted."""
    staying = Counter(roll.judges[code].chosen_list for code in judges_in_office(roll, posture.begins))
    new = Counter(posture.candidates[code].chosen_list for code in posture.elected if code in posture.candidates)
    seats = seats_on(roll, posture.begins)
    says = {"A": T("judges of list A (criminal law)", "juges de la liste A (droit pénal)"), "B": T("judges of list B (international law)", "juges de la liste B (droit international)")}
    return [Requirement(says[name], least_of_list(name, seats), staying[name] + new[name], "rome:36(5)") for name in LEAST]


def _round(law: Library, then: Election, entry: Entry, related: Mapping[str, Any]) -> Round:
    view = View(then, entry.done_on, entry.actor, entry.particulars, law, related, entry.act)
    base = base_of_votes(view) or 0
    try:
        return Round(entry, base, two_thirds(base), ballot_results(view))
    except BallotError as fault:
        return Round(entry, base, two_thirds(base), [], fault.text)
