"""The ballot for judges: who is elected by these votes, and for everyone else why not (article 36, paragraphs 5 to 7).

Tests in this order: two thirds of the States Parties present and voting; one judge of a nationality (the one with most votes); the
seats there are, keeping those that list A or B still needs for its least share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from curule.law.ballots import BallotError, Outcome, Result, check_votes, ranked, read_votes
from curule.law.words import T
from curule.statutes.rome.membership import needed

__all__ = ["LEAST", "BallotError", "Outcome", "Result", "count_ballot", "elected", "least_of_list", "lots", "read_votes", "two_thirds"]

VOTERS = T("States Parties voted", "États Parties ont voté")
LEAST = {"A": 9, "B": 5}
"""The least number of judges of each list when eighteen are elected (36(5)); the share is kept for another number."""


def two_thirds(voting: int) -> int:
    """The fewest votes that are two thirds of those present and voting: 80 of 120."""
    return needed(2, 3, voting)


def least_of_list(chosen_list: str, seats: int) -> int:
    """The fewest judges of a list on a bench of so many seats: nine and five of eighteen, rounded up for another number."""
    return needed(LEAST[chosen_list], 18, seats)


def lots(elected: int) -> tuple[int, int, int]:
    """How many of the judges first elected serve three, six and nine years: a third, a third, the rest (36(9)(b))."""
    return elected // 3, elected // 3, elected - 2 * (elected // 3)


def count_ballot(candidates: Mapping[str, tuple[str, str]], votes: Mapping[str, int], voting: int, seats: int, *, seated: Iterable[str] = (),
                 lists: Mapping[str, int] | None = None, bench: int = 18) -> list[Result]:
    """The outcome for every candidate, most votes first.

    ``candidates``: nationality and list by code. ``voting``: States Parties present and voting. ``seats``: still to be filled. ``seated``:
    nationalities of judges who stay. ``lists``: how many judges of each list stay. ``bench``: how many judges the Court has.

    :raises BallotError: for votes that cannot be so.
    """
    check_votes(candidates, votes, voting, seats, VOTERS)
    order = ranked(candidates, votes)
    outcomes = {c: Outcome.BELOW_MAJORITY for c in order if votes.get(c, 0) < two_thirds(voting)}
    above = [c for c in order if c not in outcomes]
    _one_of_a_nationality(above, candidates, votes, set(seated), outcomes)
    missing = {name: max(0, least_of_list(name, bench) - (lists or {}).get(name, 0)) for name in LEAST}
    _fill([c for c in above if c not in outcomes], candidates, votes, seats, missing, outcomes)
    return [_result(c, candidates[c], votes.get(c, 0), outcomes.get(c, Outcome.ELECTED), voting) for c in order]


def elected(results: Iterable[Result]) -> set[str]:
    """The candidates whom a counted ballot elects."""
    return {r.candidate for r in results if r.outcome is Outcome.ELECTED}


def _one_of_a_nationality(above: list[str], candidates: Mapping[str, tuple[str, str]], votes: Mapping[str, int], taken: set[str], outcomes: dict[str, Outcome]) -> None:
    for state in dict.fromkeys(candidates[c][0] for c in above):
        compatriots = [c for c in above if candidates[c][0] == state]
        tied = len(compatriots) > 1 and votes[compatriots[0]] == votes[compatriots[1]]
        for place, code in enumerate(compatriots):
            if state in taken or (place and not (tied and votes[code] == votes[compatriots[0]])):
                outcomes[code] = Outcome.NATIONALITY_FULL
            elif tied:
                outcomes[code] = Outcome.TIED


def _fill(order: list[str], candidates: Mapping[str, tuple[str, str]], votes: Mapping[str, int], seats: int, missing: dict[str, int], outcomes: dict[str, Outcome]) -> None:
    """Give seats in the order of votes; a seat that the other list still needs is kept. A tie across the last seat leaves the tied open."""
    given: list[str] = []
    for code in order:
        own = candidates[code][1]
        kept = sum(n for name, n in missing.items() if name != own)
        if len(given) >= seats:
            outcomes[code] = Outcome.SEATS_FULL
        elif len(given) + kept >= seats:
            outcomes[code] = Outcome.KEPT_FOR_LIST
        else:
            given.append(code)
            missing[own] = max(0, missing.get(own, 0) - 1)
    full = [c for c in order if outcomes.get(c) is Outcome.SEATS_FULL]
    if full and given and votes[full[0]] == votes[given[-1]]:
        for code in (*given, *full):
            if votes[code] == votes[full[0]]:
                outcomes[code] = Outcome.TIED


def _result(code: str, of: tuple[str, str], votes: int, outcome: Outcome, voting: int) -> Result:
    least = two_thirds(voting)
    reasons = {
        Outcome.ELECTED: (T(f"{votes} votes, {least} needed", f"{votes} voix, {least} requises"), "rome:36(6)(a)"),
        Outcome.BELOW_MAJORITY: (T(f"{votes} votes, {least} needed for two thirds of {voting} present and voting",
                                   f"{votes} voix, {least} requises pour les deux tiers de {voting} présents et votants"), "rome:36(6)(a)"),
        Outcome.NATIONALITY_FULL: (T(f"a judge of nationality {of[0]} sits or has more votes", f"un juge de nationalité {of[0]} siège ou a plus de voix"), "rome:36(7)"),
        Outcome.KEPT_FOR_LIST: (T("the seats that are left are needed for the other list", "les sièges restants reviennent à l'autre liste"), "rome:36(5)"),
        Outcome.SEATS_FULL: (T("every seat went to candidates with more votes", "tous les sièges sont allés à des candidats ayant plus de voix"), "rome:36(6)(a)"),
        Outcome.TIED: (T(f"tied on {votes} votes: another ballot is needed", f"à égalité ({votes} voix) : un nouveau tour est nécessaire"), "rome:36(6)(b)"),
    }
    reason, provision = reasons[outcome]
    return Result(code, of[0], votes, outcome, reason, provision, of[1])
