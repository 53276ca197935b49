"""Figures that files expect, reckoned again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.replay.support import EVENT, told

from curule.law.library import Library
from curule.replay.phrasebook import Phrasebook

FIGURES = [
    ("Transitional Arrangements art. 2", "{branch: Arusha, notice_of_appeal: '2012-07-01'}", "expected: Mechanism", True),
    ("Transitional Arrangements art. 2", "{branch: Arusha, notice_of_appeal: '2012-06-30'}", "expected: Mechanism", False),
    ("Transitional Arrangements art. 2", "{branch: The Hague, notice_of_appeal: '2013-06-30'}", "expected: ICTY", True),
    ("TA art. 4: contempt", "{branch: The Hague, confirmation: '2013-07-01'}", "expected: Mechanism", True),
    ("Statute art. 12(1): referral by three", "{constituted: '2015-05-13'}", "expected: a bench of three judges", True),
    ("two thirds of the sentence", "{credit_from: '1997-10-06', years: 25}", "expected: '2014-06-05'", True),
    ("two thirds of the sentence", "{credit_from: '1997-10-06', years: 25}", "expected: '2015-06-05'", False),
    ("life counts as 45 years: eligible", "{credit_from: '2008-07-21', years: life}", "expected: '2038-07-20'", True),
    ("rule 133: notice of appeal", "{judgement: '2013-02-21'}", "expected_not_after: '2013-03-25'", True),
    ("within 30 days", "{decision: '2015-01-01'}", "expected: '2015-01-31'", None),
    ("the phase of the moon", "{day: '2015-01-01'}", "expected: full", None),
]


@pytest.mark.parametrize(("rule", "inputs", "expected", "agrees"), FIGURES)
def test_expected_figures_are_reckoned_again(
    library: Library, book: Phrasebook, tmp_path: Path, rule: str, inputs: str, expected: str, agrees: bool | None
) -> None:
    """What a file expects is compared with what the library reckons; what it cannot reckon is not said to agree."""
    more = f"computed:\n- {{id: x, rule: '{rule}', inputs: {inputs}, {expected}}}\n"
    run = told(library, book, tmp_path, EVENT, more=more)
    if rule == "within 30 days":  # a weekend or holiday may move the day: only that it was reckoned matters
        assert run.checks[0].agrees is not None
    else:
        assert run.checks[0].agrees is agrees
