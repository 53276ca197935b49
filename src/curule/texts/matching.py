"""Which number found in a text is which place of the table of provisions, and whether that is certain.

Numbers and places are two sequences in the same order. Among all ways to match the most, a match is certain
if every one of those ways makes it. Whatever some of them make otherwise is left open: it is listed, not
guessed.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass

LARGEST = 400_000
"""Cells of the comparison. An article of the longest instrument needs under five thousand."""


@dataclass(frozen=True, slots=True)
class Match:
    """What became of one number: the index of its place, or None with `open` telling two cases apart.

    `open` is true if it has several possible places, false if it has none.
    """

    place: int | None
    open: bool = False


def match_numbers(numbers: int, places: int, fits: Callable[[int, int], bool]) -> list[Match]:
    """Match so many numbers to so many places, in order. `fits(i, j)`: whether number i may be place j."""
    if numbers * places > LARGEST:
        return [Match(None, open=True)] * numbers
    allowed = [[fits(i, j) for j in range(places)] for i in range(numbers)]
    before = _most_before(allowed, places)
    after = _most_after(allowed, places)
    total = before[numbers][places]
    return [_certain(i, allowed[i], before, after, total) for i in range(numbers)]


def _certain(i: int, allowed: list[bool], before: list[array[int]], after: list[array[int]], total: int) -> Match:
    possible = [j for j, fit in enumerate(allowed) if fit and before[i][j] + 1 + after[i + 1][j + 1] == total]
    if not possible:
        return Match(None)
    avoidable = any(before[i][j] + after[i + 1][j] == total for j in range(len(allowed) + 1))
    if len(possible) == 1 and not avoidable:
        return Match(possible[0])
    return Match(None, open=True)


def _most_before(allowed: list[list[bool]], places: int) -> list[array[int]]:
    """How many of the first i numbers can be matched to the first j places, for all i and j."""
    table = [array("l", [0] * (places + 1))]
    for fitting in allowed:
        row, above = array("l", [0] * (places + 1)), table[-1]
        for j in range(places):
            best = max(above[j + 1], row[j])
            row[j + 1] = max(best, above[j] + 1) if fitting[j] else best
        table.append(row)
    return table


def _most_after(allowed: list[list[bool]], places: int) -> list[array[int]]:
    """How many numbers from the i-th on can be matched to the places from the j-th on, for all i and j."""
    table = [array("l", [0] * (places + 1))]
    for fitting in reversed(allowed):
        row, below = array("l", [0] * (places + 1)), table[-1]
        for j in range(places - 1, -1, -1):
            best = max(below[j], row[j + 1])
            row[j] = max(best, below[j + 1] + 1) if fitting[j] else best
        table.append(row)
    return table[::-1]
