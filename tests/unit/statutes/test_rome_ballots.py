"""The ballots for judges of article 36 of the Rome Statute, paragraphs 5 to 9."""

from __future__ import annotations

from typing import Any

import pytest

from curule.statutes.rome.part_04.ballots import BallotError, Outcome, count_ballot, elected, least_of_list, lots, read_votes, two_thirds


def outcomes(candidates: dict[str, tuple[str, str]], votes: dict[str, int], voting: int = 120, seats: int = 18, **more: Any) -> dict[str, Outcome]:
    """What the count gives for each candidate; both lists have their least share unless the test says otherwise."""
    more.setdefault("lists", {"A": 9, "B": 5})
    return {r.candidate: r.outcome for r in count_ballot(candidates, votes, voting, seats, **more)}


@pytest.mark.parametrize(("voting", "needed"), [(120, 80), (119, 80), (121, 81), (70, 47), (0, 0)])
def test_two_thirds_is_rounded_up(voting: int, needed: int) -> None:
    """Two thirds of those present and voting, never a vote less."""
    assert two_thirds(voting) == needed


@pytest.mark.parametrize(("seats", "a", "b"), [(18, 9, 5), (21, 11, 6), (19, 10, 6)])
def test_share_of_lists_is_kept_for_a_larger_bench(seats: int, a: int, b: int) -> None:
    """Nine and five of eighteen, and the same proportion of another number."""
    assert (least_of_list("A", seats), least_of_list("B", seats)) == (a, b)


@pytest.mark.parametrize(("judges", "shares"), [(18, (6, 6, 6)), (17, (5, 5, 7)), (3, (1, 1, 1))])
def test_lots_are_a_third_a_third_and_the_rest(judges: int, shares: tuple[int, int, int]) -> None:
    """A third for three years, a third for six, all others for nine."""
    assert lots(judges) == shares


def test_first_place_without_two_thirds_does_not_elect() -> None:
    """Seventy-nine of 120 votes do not elect even the leading candidate, eighty do."""
    assert outcomes({"J1": ("XAA", "A"), "J2": ("XBB", "A")}, {"J1": 80, "J2": 79}) == {"J1": Outcome.ELECTED, "J2": Outcome.BELOW_MAJORITY}


def test_second_compatriot_drops_out() -> None:
    """Of two nationals of a State above two thirds the one with fewer votes is not elected."""
    assert outcomes({"J1": ("XAA", "A"), "J2": ("XAA", "B")}, {"J1": 90, "J2": 100}) == {"J2": Outcome.ELECTED, "J1": Outcome.NATIONALITY_FULL}


def test_compatriot_of_a_sitting_judge_is_not_elected() -> None:
    """A judge of the same nationality who stays on the bench takes the place."""
    assert outcomes({"J1": ("XAA", "A")}, {"J1": 120}, seated=["XAA"]) == {"J1": Outcome.NATIONALITY_FULL}


def test_tied_compatriots_need_another_ballot() -> None:
    """Two nationals of a State with the same number of votes are both left open."""
    got = outcomes({"J1": ("XAA", "A"), "J2": ("XAA", "A"), "J3": ("XAA", "A")}, {"J1": 90, "J2": 90, "J3": 85})
    assert got == {"J1": Outcome.TIED, "J2": Outcome.TIED, "J3": Outcome.NATIONALITY_FULL}


def test_seat_is_kept_for_the_list_that_lacks_one() -> None:
    """The last seat goes to list B with fewer votes where the bench has four of that list."""
    candidates = {"J1": ("XAA", "A"), "J2": ("XBB", "A"), "J3": ("XCC", "A"), "J4": ("XDD", "B")}
    got = outcomes(candidates, {"J1": 100, "J2": 90, "J3": 85, "J4": 80}, seats=3, lists={"A": 12, "B": 4})
    assert got == {"J1": Outcome.ELECTED, "J2": Outcome.ELECTED, "J3": Outcome.KEPT_FOR_LIST, "J4": Outcome.ELECTED}


def test_seats_go_by_votes_where_both_lists_have_their_share() -> None:
    """Without a list to make up, the candidates with most votes fill the seats."""
    candidates = {"J1": ("XAA", "A"), "J2": ("XBB", "A"), "J3": ("XCC", "A"), "J4": ("XDD", "B")}
    got = outcomes(candidates, {"J1": 100, "J2": 90, "J3": 85, "J4": 80}, seats=3)
    assert got == {"J1": Outcome.ELECTED, "J2": Outcome.ELECTED, "J3": Outcome.ELECTED, "J4": Outcome.SEATS_FULL}


def test_tie_for_the_last_seat_elects_neither() -> None:
    """Candidates with as many votes as the last one elected go to another ballot together."""
    got = outcomes({"J1": ("XAA", "A"), "J2": ("XBB", "A"), "J3": ("XCC", "A"), "J4": ("XDD", "A")}, {"J1": 100, "J2": 90, "J3": 85, "J4": 85}, seats=3)
    assert got == {"J1": Outcome.ELECTED, "J2": Outcome.ELECTED, "J3": Outcome.TIED, "J4": Outcome.TIED}


def test_every_outcome_has_a_reason_and_a_provision() -> None:
    """Each candidate gets words in both languages and the provision that decided."""
    results = count_ballot({"J1": ("XAA", "A"), "J2": ("XAA", "A"), "J3": ("XBB", "B")}, {"J1": 100, "J2": 90, "J3": 10}, 120, 18)
    assert [(r.candidate, r.provision) for r in results] == [("J1", "rome:36(6)(a)"), ("J2", "rome:36(7)"), ("J3", "rome:36(6)(a)")]
    assert all(r.reason.en and r.reason.fr and r.reason.en != r.reason.fr for r in results)
    assert elected(results) == {"J1"}


@pytest.mark.parametrize("votes", [{"J9": 1}, {"J1": 121}, {"J1": 100, "J2": 100}])
def test_impossible_counts_are_refused(votes: dict[str, int]) -> None:
    """Votes for a stranger, more votes than voters, more votes than all can cast."""
    with pytest.raises(BallotError):
        count_ballot({"J1": ("XAA", "A"), "J2": ("XBB", "A")}, votes, 120, 1)


def test_unreadable_votes_count_for_nothing() -> None:
    """Only candidate:number is a vote."""
    assert read_votes(["J1:12", "J2", "J3:x", " J4 : 7 "]) == {"J1": 12, "J4": 7}
