"""The ballot of article 10(1)(d): who is elected by these votes, and for everyone else why not.

Three tests in this order: an absolute majority of the States entitled to vote (not of those that voted), at most two judges of
one nationality (those with most votes), at most twenty-five judges in all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from curule.law.ballots import BallotError, Outcome, Result, check_votes, ranked, read_votes
from curule.law.words import T

__all__ = ["MOST_OF_ONE_NATIONALITY", "SEATS", "BallotError", "Outcome", "Result", "elect", "majority", "read_votes"]

SEATS = 25
MOST_OF_ONE_NATIONALITY = 2
VOTERS = T("States are entitled to vote", "États ont le droit de vote")


def majority(electorate: int) -> int:
    """The fewest votes that are more than half of all States entitled to vote."""
    return electorate // 2 + 1


def elect(candidates: Mapping[str, str], votes: Mapping[str, int], electorate: int, *, seated: Iterable[str] = (), seats: int = SEATS) -> list[Result]:
    """The outcome for every candidate, most votes first.

    ``candidates``: nationality by code. ``electorate``: Members and non-member States with a permanent observer mission.
    ``seated``: nationality of each judge elected in an earlier ballot. A tie at the edge leaves the tied open for another ballot.

    :raises BallotError: for votes that cannot be so.
    """
    check_votes(candidates, votes, electorate, seats, VOTERS)
    needed = majority(electorate)
    order = ranked(candidates, votes)
    taken = list(seated)
    outcomes: dict[str, Outcome] = {c: Outcome.BELOW_MAJORITY for c in order if votes.get(c, 0) < needed}
    above = [c for c in order if c not in outcomes]
    for nationality in dict.fromkeys(candidates[c] for c in above):
        compatriots = [c for c in above if candidates[c] == nationality]
        _cut(compatriots, votes, MOST_OF_ONE_NATIONALITY - taken.count(nationality), Outcome.NATIONALITY_FULL, outcomes)
    left = [c for c in above if c not in outcomes]
    _cut(left, votes, seats - len(taken), Outcome.SEATS_FULL, outcomes)
    return [_result(c, candidates[c], votes.get(c, 0), outcomes.get(c, Outcome.ELECTED), needed) for c in order]


def _cut(order: list[str], votes: Mapping[str, int], places: int, beyond: Outcome, outcomes: dict[str, Outcome]) -> None:
    """Mark those who do not fit into the places; a tie across the edge is marked as tied on both sides of it."""
    places = max(places, 0)
    if len(order) <= places:
        return
    edge = votes[order[places]]
    tied = places > 0 and votes[order[places - 1]] == edge
    for place, code in enumerate(order):
        if tied and votes[code] == edge:
            outcomes[code] = Outcome.TIED
        elif place >= places:
            outcomes[code] = beyond


def _result(code: str, nationality: str, votes: int, outcome: Outcome, needed: int) -> Result:
    reasons = {
        Outcome.ELECTED: T(f"{votes} votes, {needed} needed", f"{votes} voix, {needed} requises"),
        Outcome.BELOW_MAJORITY: T(f"{votes} votes, {needed} needed for the absolute majority", f"{votes} voix, {needed} requises pour la majorité absolue"),
        Outcome.NATIONALITY_FULL: T(f"two judges of nationality {nationality} have more votes", f"deux juges de nationalité {nationality} ont plus de voix"),
        Outcome.SEATS_FULL: T("every seat went to candidates with more votes", "tous les sièges sont allés à des candidats ayant plus de voix"),
        Outcome.TIED: T(f"tied on {votes} votes for the last place: another ballot is needed",
                        f"à égalité ({votes} voix) pour la dernière place : un nouveau tour est nécessaire"),
    }
    return Result(code, nationality, votes, outcome, reasons[outcome], "irmct:10(1)(d)")
