"""Matching numbers to places: certain, open, or none."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curule.texts.matching import LARGEST, Match, match_numbers


def matched(numbers: str, places: str) -> list[int | None]:
    """The places of numbers, where "?" is a number that lost its figure."""
    found = match_numbers(len(numbers), len(places), lambda i, j: numbers[i] in ("?", places[j]))
    return [match.place for match in found]


@pytest.mark.parametrize(
    ("numbers", "places", "expected"),
    [
        pytest.param("123", "123", [0, 1, 2], id="all there"),
        pytest.param("???", "123", [0, 1, 2], id="all lost, count agrees"),
        pytest.param("??", "123", [None, None], id="one fewer: any may be the missing one"),
        pytest.param("1?3", "123", [0, 1, 2], id="held from both sides"),
        pytest.param("??ab", "12ab", [0, 1, 2, 3], id="lost before kept"),
        pytest.param("a", "1a2a", [None], id="two places"),
        pytest.param("9", "12", [None], id="no place"),
        pytest.param("12a", "1a2a", [0, 2, 3], id="passed over"),
    ],
)
def test_only_certain_places_are_given(numbers: str, places: str, expected: list[int | None]) -> None:
    """A number has a place only if every best match gives it that one."""
    assert matched(numbers, places) == expected


def test_open_and_absent_are_told_apart() -> None:
    """Several places is another finding than none."""
    assert match_numbers(1, 2, lambda i, j: True) == [Match(None, open=True)]
    assert match_numbers(1, 2, lambda i, j: False) == [Match(None)]


def test_enormous_comparison_is_left_open() -> None:
    """A hostile article with very many numbers costs no time and gives no place."""
    assert set(match_numbers(LARGEST + 1, 1, lambda i, j: True)) == {Match(None, open=True)}


def _all_best(numbers: str, places: str) -> list[dict[int, int]]:
    """Every largest order-keeping match, by trying all."""
    best: list[dict[int, int]] = [{}]
    for size in range(min(len(numbers), len(places)), 0, -1):
        best = [
            dict(zip(chosen, at, strict=True))
            for chosen in combinations(range(len(numbers)), size)
            for at in combinations(range(len(places)), size)
            if all(numbers[i] in ("?", places[j]) for i, j in zip(chosen, at, strict=True))
        ]
        if best:
            return best
    return [{}]


@given(st.text("12a?", max_size=6), st.text("12a", max_size=6))
def test_certainty_agrees_with_trying_every_match(numbers: str, places: str) -> None:
    """A place is given exactly where all best matches agree."""
    every = _all_best(numbers, places)
    for index, place in enumerate(matched(numbers, places)):
        options = {match.get(index) for match in every}
        assert place == (options.pop() if len(options) == 1 else None)
