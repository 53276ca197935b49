"""The elections of judges by the General Assembly as their page tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from curule.law.ballots import BallotError, Contest, Requirement, Round, Standing, read_votes
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.words import T
from curule.statutes.mechanism.election import SEATS, elect, majority
from curule.statutes.mechanism.matters.roll import Roll, judges_in_office

__all__ = ["ballots_told"]

Before = Callable[[Entry], Any]
"""The posture just before an entry."""


def ballots_told(law: Library, kind: str, posture: Roll, before: Before, related: Mapping[str, Any]) -> Contest | None:
    """The elections on the roll; nothing for other kinds of matter, nor before there was a list of candidates."""
    if kind != "roll" or posture.listed is None:
        return None
    listed = posture.listed.particulars.get("judges", ())
    chosen = {code: ballot for ballot in posture.ballots for code in ballot.particulars.get("judges", ())}
    by = {code: state for state, codes in posture.nominations.items() for code in codes}
    candidates = [Standing(code, posture.nominees[code].nationality if code in posture.nominees else "", "", by.get(code, ""), posture.nominees[code].entry
                           if code in posture.nominees else None, chosen.get(code)) for code in listed]
    needed = [Requirement(T("candidates on the list", "candidats sur la liste"), 30, len(listed), "irmct:10(1)(c)")]
    rounds = [_round(before(entry), entry, listed) for entry in posture.ballots]
    return Contest(SEATS, len(chosen), T("of the States entitled to vote", "des États ayant le droit de vote"), candidates, needed, rounds)


def _round(then: Roll, entry: Entry, listed: tuple[str, ...]) -> Round:
    given = entry.particulars
    electorate = int(given.get("electorate", 0))
    sitting = [code for code in judges_in_office(then, given["since"]) if code in then.judges] if "since" in given else []
    open_to = {code: then.nominees[code].nationality for code in listed if code in then.nominees and code not in sitting}
    votes = {code: n for code, n in read_votes(given.get("votes", ())).items() if code in open_to}
    try:
        results = elect(open_to, votes, electorate, seated=[then.judges[code].nationality for code in sitting])
        return Round(entry, electorate, majority(electorate), results)
    except BallotError as fault:
        return Round(entry, electorate, majority(electorate), [], fault.text)
