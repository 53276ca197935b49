"""The rank test by which scripts/timing.py tells whether time tells: against figures worked out by hand, and on samples that differ or do not."""

from __future__ import annotations

import random

import pytest
from scripts.timing import mann_whitney, telling


@pytest.mark.parametrize(("one", "other", "u", "p"), [
    # U by counting pairs; p by the normal approximation, sd = sqrt(nm(n+m+1)/12): 4 and 4 apart: (8 - 0.5) / sqrt(12) = 2.165
    ([1, 2, 3, 4], [5, 6, 7, 8], 0, 0.0304),
    ([5, 6, 7, 8], [1, 2, 3, 4], 16, 0.0304),
    ([1, 3, 5, 7], [2, 4, 6, 8], 6, 0.665),
    # all the same: nothing can be told
    ([2, 2, 2], [2, 2, 2], 4.5, 1.0),
])
def test_the_statistic_and_its_chance(one, other, u, p):
    """U counts the pairs in which the first is larger, ties as halves; the chance follows."""
    found = mann_whitney(one, other)
    assert found[0] == u
    assert found[1] == pytest.approx(p, abs=0.001)


def test_ties_narrow_the_spread():
    """Figures that come again make the spread smaller: with ties 1,1,2 against 2,3,3 the variance is 9/12 (7 - 18/30) = 4.8."""
    u, p = mann_whitney([1, 1, 2], [2, 3, 3])
    assert u == 0.5
    assert p == pytest.approx(0.1101, abs=0.001)  # (|0.5 - 4.5| - 0.5) / sqrt(4.8) = 1.598


def test_a_difference_is_told_and_noise_is_not():
    """A tenth more is told among noise of a fifth; the same distribution is not, and neither is a difference too small for a network."""
    draw = random.Random(7)
    noise = [draw.gauss(10, 2) for _ in range(400)]
    assert not telling(noise, [draw.gauss(10, 2) for _ in range(400)])[0]
    assert telling(noise, [draw.gauss(11, 2) for _ in range(400)])[0]
    assert not telling([10.0] * 400, [10.1] * 400)[0]
