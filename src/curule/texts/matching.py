"""Which number found in a text is which place of the table of provisions, and whether that is certain.

Numbers and places are two sequences in the same order. Among all ways to match the most, a match is certain
if every one of those ways makes it. Whatever some of them make otherwise is left open: it is listed, not
guessed.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
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


def match_numbers(weights: Sequence[int], places: int, fits: Callable[[int, int], bool]) -> list[Match]:
    """Match numbers to places in order.

    `weights` says how much each number counts; `fits(i, j)` says whether number i may be place j.
    """
    count = len(weights)
    if count * places > LARGEST:
        return [Match(None, open=True)] * count
    allowed = [[fits(i, j) for j in range(places)] for i in range(count)]
    before = _best_before(weights, allowed, places)
    after = _best_after(weights, allowed, places)
    total = before[count][places]
    return [_certain(i, weights[i], allowed[i], before, after, total) for i in range(count)]


def _certain(i: int, weight: int, allowed: list[bool], before: list[array[int]], after: list[array[int]], total: int) -> Match:
    possible = [j for j, fit in enumerate(allowed) if fit and before[i][j] + weight + after[i + 1][j + 1] == total]
    if not possible:
        return Match(None)
    avoidable = any(before[i][j] + after[i + 1][j] == total for j in range(len(allowed) + 1))
    if len(possible) == 1 and not avoidable:
        return Match(possible[0])
    return Match(None, open=True)


def _best_before(weights: Sequence[int], allowed: list[list[bool]], places: int) -> list[array[int]]:
    table = [array("l", [0] * (places + 1))]
    for i, weight in enumerate(weights):
        row, above = array("l", [0] * (places + 1)), table[-1]
        for j in range(places):
            best = max(above[j + 1], row[j])
            row[j + 1] = max(best, above[j] + weight) if allowed[i][j] else best
        table.append(row)
    return table


def _best_after(weights: Sequence[int], allowed: list[list[bool]], places: int) -> list[array[int]]:
    table = [array("l", [0] * (places + 1))]
    for i in range(len(weights) - 1, -1, -1):
        row, below = array("l", [0] * (places + 1)), table[-1]
        for j in range(places - 1, -1, -1):
            best = max(below[j], row[j + 1])
            row[j] = max(best, below[j + 1] + weights[i]) if allowed[i][j] else best
        table.append(row)
    return table[::-1]
