"""Figures that files expect, reckoned again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.replay.conftest import phrases
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


OF_THE_COURT = [
    ("two thirds of 12 years", "{credit_from: '2007-09-18', years: 12}", "expected: '2015-09-18'", True),
    ("two thirds of 12 years", "{credit_from: '2007-09-18', years: 12}", "expected: '2015-09-17'", True),
    ("two thirds of 12 years", "{credit_from: '2007-09-18', years: 12}", "expected: '2015-09-19'", False),
    ("two thirds of 25 years", "{credit_from: '2015-01-04', years: 25}", "expected: '2031-09-04'", True),
    ("two thirds of 14 years", "{years: 14, credit_from: '2006-03-16'}", "expected: 9 years 4 months", True),
    ("60 % of 10 years", "{credit_from: '2010-01-31', years: 10}", "expected: '2016-01-31'", True),
    ("half of 13 months", "{credit_from: '2010-01-31', months: 13}", "expected: '2010-08-15'", True),
    ("expiry of the term; the month has no such day", "{credit_from: '2011-08-31', months: 6}", "expected: '2012-02-29'", True),
    ("reduction of 3 years 8 months: completion", "{credit_from: '2007-09-18', years: 12}", "expected: '2016-01-18'", True),
    ("reduction: completion", "{credit_from: '2015-09-18', years: 9, reduced_years: 2}", "expected: '2022-09-18'", True),
    ("25 years of a life sentence, art. 110(3)", "{credit_from: '2015-01-04', life: true}", "expected: '2040-01-04'", True),
    ("credit for time in custody, interrupted by release", "{custody: [{from: '2013-11-25', to: '2014-10-22'}], sentence: '2017-03-22', months: 30}",
     "expected: '2018-10-23'", True),
    ("credit for custody without a gap", "{custody: [{from: '2006-03-16'}], sentence: '2012-07-10', years: 14}", "expected: '2020-03-15'", True),
    ("number of days of custody deducted", "{custody: [{from: '2013-11-25', to: '2014-10-22'}]}", "expected: 332", True),
    ("regulation 53: 60 days", "{hearing_end: '2006-11-28'}", "expected: 60th day is Saturday 2007-01-27; decision given Monday 2007-01-29", True),
    ("regulation 53: 60 days", "{hearing_end: '2006-11-28'}", "expected: 60th day is Friday 2007-01-27", False),
    ("rule 155: leave to appeal within five days", "{decision: '2010-02-08'}", "expected_not_after: '2010-02-15'", True),
    ("rule 154: five days", "{decision: '2010-02-08', appeal: '2010-02-15'}", "expected: in time", True),
    ("rule 154: five days", "{decision: '2010-02-08', appeal: '2010-02-16'}", "expected: late", True),
    ("rule 150(1): 30 days", "{judgment: '2012-07-10'}", "expected: '2012-08-09'", True),
    ("rule 118(2): 120 days", "{decision: '2015-11-27'}", "expected_not_after: '2016-03-28'", True),
    ("art. 16: twelve months, renewable", "{resolution: '2002-07-12'}", "expected: '2003-07-12'", True),
    ("art. 127: one year after the notification", "{notification: '2016-10-27'}", "expected: '2017-10-27'", True),
    ("art. 126(2): first day of the month after the 60th day", "{deposit: '2015-01-02'}", "expected: '2015-04-01'", True),
    ("rule 121(3): at least 30 days before the hearing", "{hearing: '2006-09-28'}", "expected: '2006-08-29'", True),
    ("art. 110(5), rule 224(3): next review", "{first_decision: '2015-11-13'}", "expected: '2018-11-13'", True),
    ("art. 26: under eighteen", "{born: '1990-05-02', conduct: '2008-05-01'}", "expected: 17", True),
    ("majority of the judges", "{judges: 3, in_favour: 2}", "expected: valid", True),
    ("two-thirds majority of those voting", "{voting: 86}", "expected: 58", True),
    ("how many days between arrest and surrender", "{from: '2008-05-24', to: '2008-07-03'}", "expected: 40", True),
    ("regulation 53: 60 days", "{hearing_end: '2011-09-21'}", "expected: 60th day is Sunday 2011-11-20; decision given 2011-12-16", True),
    ("art. 77(1)(a): not more than 30 years", "{years: 31}", "expected: invalid", True),
    ("art. 39: not less than three judges", "{judges: 2}", "expected: not valid", True),
    ("art. 78(3): joint sentence, not less than the highest", "{joint: 30, individual: [30, 28, 12]}", "expected: valid", True),
    ("art. 78(3): joint sentence", "{joint: 20, individual: [22, 12]}", "expected: invalid", True),
    ("the colour of the robes", "{day: '2020-01-01'}", "expected: black", None),
]


@pytest.mark.parametrize(("rule", "inputs", "expected", "agrees"), OF_THE_COURT)
def test_figures_of_the_court_are_reckoned_by_general_rules(court: Library, tmp_path: Path, rule: str, inputs: str, expected: str, agrees: bool | None) -> None:
    """Shares, ends, reductions, credit with interruptions, clamped months, working days, majorities: no case is built in."""
    head = "court: ICC\ncase_number: ICC-99/01-01/20\npersons:\n- {name: Alex Example, nationality: XAA}\n"
    more = f"computed:\n- {{id: x, rule: '{rule}', inputs: {inputs}, {expected}}}\n"
    run = told(court, phrases(court), tmp_path, "- {date: '2020-01-06', act: open an investigation, actor: Prosecutor}\n", head, more)
    assert run.checks[0].agrees is agrees, run.checks[0].reckoned.en
