"""The ballot of article 10(1)(d): who is elected by these votes, and for everyone else why not.

Three tests in this order: an absolute majority of the States entitled to vote (not of those that voted), at most two judges of
one nationality (those with most votes), at most twenty-five judges in all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from curule.law.words import StatedError, T, Text

__all__ = ["MOST_OF_ONE_NATIONALITY", "SEATS", "BallotError", "Outcome", "Result", "elect", "majority", "read_votes"]

SEATS = 25
MOST_OF_ONE_NATIONALITY = 2


class BallotError(StatedError):
    """Votes that cannot be counted: says which, and what to correct."""


class Outcome(Enum):
    """What the ballot gives for one candidate."""

    ELECTED = "elected"
    BELOW_MAJORITY = "below the majority"
    NATIONALITY_FULL = "nationality full"
    SEATS_FULL = "seats full"
    TIED = "tied"


@dataclass(frozen=True, slots=True)
class Result:
    """One candidate's votes with the outcome, the reason in both languages and its provision."""

    candidate: str
    nationality: str
    votes: int
    outcome: Outcome
    reason: Text
    provision: str = "irmct:10(1)(d)"


def majority(electorate: int) -> int:
    """The fewest votes that are more than half of all States entitled to vote."""
    return electorate // 2 + 1


def read_votes(items: Iterable[str]) -> dict[str, int]:
    """Votes written as ``candidate:number``; items that cannot be read count for nothing.

    >>> read_votes(["J01:120", "J02:x"])
    {'J01': 120}
    """
    read = {}
    for item in items:
        code, _, number = item.partition(":")
        if number.strip().isdecimal():
            read[code.strip()] = int(number)
    return read


def elect(candidates: Mapping[str, str], votes: Mapping[str, int], electorate: int, *, seated: Iterable[str] = (), seats: int = SEATS) -> list[Result]:
    """The outcome for every candidate, most votes first.

    ``candidates``: nationality by code. ``electorate``: Members and non-member States with a permanent observer mission.
    ``seated``: nationality of each judge elected in an earlier ballot. A tie at the edge leaves the tied open for another ballot.

    :raises BallotError: for votes that cannot be so.
    """
    _check(candidates, votes, electorate, seats)
    needed = majority(electorate)
    ranked = sorted(candidates, key=lambda c: (-votes.get(c, 0), c))
    taken = list(seated)
    outcomes: dict[str, Outcome] = {c: Outcome.BELOW_MAJORITY for c in ranked if votes.get(c, 0) < needed}
    above = [c for c in ranked if c not in outcomes]
    for nationality in dict.fromkeys(candidates[c] for c in above):
        compatriots = [c for c in above if candidates[c] == nationality]
        _cut(compatriots, votes, MOST_OF_ONE_NATIONALITY - taken.count(nationality), Outcome.NATIONALITY_FULL, outcomes)
    left = [c for c in above if c not in outcomes]
    _cut(left, votes, seats - len(taken), Outcome.SEATS_FULL, outcomes)
    return [_result(c, candidates[c], votes.get(c, 0), outcomes.get(c, Outcome.ELECTED), needed) for c in ranked]


def _cut(ranked: list[str], votes: Mapping[str, int], places: int, beyond: Outcome, outcomes: dict[str, Outcome]) -> None:
    """Mark those who do not fit into the places; a tie across the edge is marked as tied on both sides of it."""
    places = max(places, 0)
    if len(ranked) <= places:
        return
    edge = votes[ranked[places]]
    tied = places > 0 and votes[ranked[places - 1]] == edge
    for place, code in enumerate(ranked):
        if tied and votes[code] == edge:
            outcomes[code] = Outcome.TIED
        elif place >= places:
            outcomes[code] = beyond


def _check(candidates: Mapping[str, str], votes: Mapping[str, int], electorate: int, seats: int) -> None:
    unknown = sorted(set(votes) - set(candidates))
    if unknown:
        raise BallotError(T(f"votes for {', '.join(unknown)}, who are not on the list of candidates; correct the codes",
                            f"voix pour {', '.join(unknown)}, qui ne figurent pas sur la liste des candidats ; corrigez les codes"))
    for code, number in votes.items():
        if not 0 <= number <= electorate:
            raise BallotError(T(f"{code} has {number} votes, but {electorate} States are entitled to vote; correct one of the two",
                                f"{code} a {number} voix, mais {electorate} États ont le droit de vote ; corrigez l'un des deux"))
    if sum(votes.values()) > electorate * seats:
        raise BallotError(T(f"more votes than {electorate} States can cast for {seats} seats; check the count",
                            f"plus de voix que {electorate} États n'en peuvent donner pour {seats} sièges ; vérifiez le décompte"))


def _result(code: str, nationality: str, votes: int, outcome: Outcome, needed: int) -> Result:
    reasons = {
        Outcome.ELECTED: T(f"{votes} votes, {needed} needed", f"{votes} voix, {needed} requises"),
        Outcome.BELOW_MAJORITY: T(f"{votes} votes, {needed} needed for the absolute majority", f"{votes} voix, {needed} requises pour la majorité absolue"),
        Outcome.NATIONALITY_FULL: T(f"two judges of nationality {nationality} have more votes", f"deux juges de nationalité {nationality} ont plus de voix"),
        Outcome.SEATS_FULL: T("every seat went to candidates with more votes", "tous les sièges sont allés à des candidats ayant plus de voix"),
        Outcome.TIED: T(f"tied on {votes} votes for the last place: another ballot is needed",
                        f"à égalité ({votes} voix) pour la dernière place : un nouveau tour est nécessaire"),
    }
    return Result(code, nationality, votes, outcome, reasons[outcome])
