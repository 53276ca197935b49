"""The ballot of article 10(1)(d) of the Statute of the Mechanism."""

from __future__ import annotations

import pytest

from curule.statutes.mechanism.election import BallotError, Outcome, elect, majority, read_votes


def outcomes(candidates: dict[str, str], votes: dict[str, int], electorate: int = 194, **more: object) -> dict[str, Outcome]:
    return {r.candidate: r.outcome for r in elect(candidates, votes, electorate, **more)}  # type: ignore[arg-type]


@pytest.mark.parametrize(("electorate", "needed"), [(193, 97), (194, 98), (1, 1), (2, 2)])
def test_majority_is_more_than_half_of_all_entitled(electorate: int, needed: int) -> None:
    """The absolute majority is counted on all States entitled to vote, odd or even in number."""
    assert majority(electorate) == needed


def test_half_of_the_votes_is_not_enough() -> None:
    """Ninety-seven votes of 194 do not elect, ninety-eight do."""
    assert outcomes({"A": "XAA", "B": "XBB"}, {"A": 98, "B": 97}) == {"A": Outcome.ELECTED, "B": Outcome.BELOW_MAJORITY}


def test_plurality_does_not_elect() -> None:
    """The candidate with most votes is not elected below the absolute majority."""
    assert outcomes({"A": "XAA", "B": "XBB"}, {"A": 90, "B": 3}) == {"A": Outcome.BELOW_MAJORITY, "B": Outcome.BELOW_MAJORITY}


def test_two_of_three_compatriots_with_most_votes() -> None:
    """Of three compatriots above the majority the two with most votes are elected, whatever their order on the list."""
    got = outcomes({"A": "XAA", "B": "XAA", "C": "XAA", "D": "XBB"}, {"A": 120, "B": 150, "C": 130, "D": 99})
    assert got == {"B": Outcome.ELECTED, "C": Outcome.ELECTED, "A": Outcome.NATIONALITY_FULL, "D": Outcome.ELECTED}


def test_compatriots_elected_earlier_count() -> None:
    """Judges seated in an earlier ballot count towards the two of their nationality."""
    assert outcomes({"A": "XAA", "B": "XAA"}, {"A": 150, "B": 140}, seated=["XAA"]) == {"A": Outcome.ELECTED, "B": Outcome.NATIONALITY_FULL}


def test_tie_at_the_edge_needs_another_ballot() -> None:
    """Compatriots tied for the last place are both left to another ballot, the one above them is elected."""
    got = outcomes({"A": "XAA", "B": "XAA", "C": "XAA"}, {"A": 150, "B": 140, "C": 140})
    assert got == {"A": Outcome.ELECTED, "B": Outcome.TIED, "C": Outcome.TIED}


def test_three_compatriots_tied_for_two_places() -> None:
    """When three compatriots have the same number of votes nobody of them is elected yet."""
    assert set(outcomes({"A": "XAA", "B": "XAA", "C": "XAA"}, {"A": 140, "B": 140, "C": 140}).values()) == {Outcome.TIED}


def test_no_more_than_twenty_five() -> None:
    """The twenty-sixth candidate above the majority finds no seat."""
    candidates = {f"J{i}": f"X{chr(65 + i)}A" for i in range(26)}
    got = outcomes(candidates, {c: 150 - i for i, c in enumerate(candidates)})
    assert [c for c, outcome in got.items() if outcome is not Outcome.ELECTED] == ["J25"]
    assert got["J25"] is Outcome.SEATS_FULL


def test_candidate_refused_for_nationality_frees_the_seat() -> None:
    """A compatriot too many takes no seat from a candidate with fewer votes."""
    got = outcomes({"A": "XAA", "B": "XAA", "C": "XAA", "D": "XBB"}, {"A": 150, "B": 149, "C": 148, "D": 100}, seats=3)
    assert got["D"] is Outcome.ELECTED


def test_reason_and_provision_are_given() -> None:
    """Every outcome carries its reason in both languages and the provision."""
    (result,) = elect({"A": "XAA"}, {"A": 10}, 194)
    assert "98 needed" in result.reason.en
    assert "98 requises" in result.reason.fr
    assert result.provision == "irmct:10(1)(d)"


@pytest.mark.parametrize("votes", [{"Z": 1}, {"A": 195}, {"A": -1}])
def test_impossible_votes_are_named(votes: dict[str, int]) -> None:
    """Votes for somebody not listed, more than the electorate or fewer than none are errors that name the candidate."""
    with pytest.raises(BallotError, match=next(iter(votes))):
        elect({"A": "XAA"}, votes, 194)


def test_more_votes_than_can_be_cast() -> None:
    """The sum of votes cannot exceed what the States may cast."""
    with pytest.raises(BallotError, match="more votes"):
        elect({"A": "XAA", "B": "XBB"}, {"A": 10, "B": 10}, 10, seats=1)


def test_votes_are_read_and_rubbish_counts_for_nothing() -> None:
    """Votes written as candidate:number are read; what cannot be read is left out."""
    assert read_votes(["A:12", " B : 3 ", "C:x", "D"]) == {"A": 12, "B": 3}
