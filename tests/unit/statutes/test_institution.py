"""What follows from the records of the roll, the Rules and the institution of the Mechanism on a given day."""

from __future__ import annotations

from datetime import date

import pytest

from curule.law.library import Library
from curule.law.record import Entry
from curule.law.view import Actor
from curule.statutes import load_pack
from curule.statutes.mechanism.matters.institution import Institution, mandate_end, tenure_on
from curule.statutes.mechanism.matters.roll import Roll, duty_judges, in_office, judges_in_office, president_on, unavailability
from curule.statutes.mechanism.matters.rules import RulesOfProcedure, governing

ANYBODY = Actor("registry")
TERM = {"since": date(2012, 7, 1), "until": date(2016, 6, 30)}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(load_pack("mechanism"))


def entries(*acts: tuple[str, date, dict[str, object]]) -> list[Entry]:
    return [Entry(n, act, ANYBODY, day, given) for n, (act, day, given) in enumerate(acts, 1)]


@pytest.fixture
def roll(library: Library) -> Roll:
    """Two judges elected for four years; J2 resigned, J1 is President, on duty at The Hague, and away in March 2013."""
    folded: Roll = library.fold("roll", entries(
        ("elect_judges", date(2011, 12, 20), {"judges": ("J1", "J2"), "votes": (), "electorate": 194, **TERM}),
        ("appoint_president", date(2012, 3, 1), {"judge": "J1", "full_time": True, **TERM}),
        ("designate_duty_judge", date(2013, 1, 7), {"judge": "J1", "branch": "the_hague", "since": date(2013, 1, 7), "until": date(2014, 1, 6)}),
        ("declare_unavailable", date(2013, 2, 1), {"judge": "J1", "since": date(2013, 3, 1), "until": date(2013, 3, 31)}),
        ("record_end_of_office", date(2014, 3, 3), {"judge": "J2", "cause": "resignation", "effective": date(2014, 4, 1)})))
    return folded


@pytest.mark.parametrize(("day", "expected"), [(date(2012, 6, 30), False), (date(2012, 7, 1), True), (date(2016, 6, 30), True), (date(2016, 7, 1), False)])
def test_term_counts_both_days(roll: Roll, day: date, expected: bool) -> None:
    """A judge is in office from the first to the last day of the term, both included."""
    assert in_office(roll, "J1", day) is expected


def test_resignation_takes_effect_on_its_day(roll: Roll) -> None:
    """A judge who resigns is in office until the day before the resignation takes effect."""
    assert list(judges_in_office(roll, date(2014, 3, 31))) == ["J1", "J2"]
    assert list(judges_in_office(roll, date(2014, 4, 1))) == ["J1"]


def test_president_and_duty_judge_of_a_day(roll: Roll) -> None:
    """Who is President or on duty follows from the day and, for duty, the branch."""
    assert president_on(roll, date(2012, 6, 30)) == ""
    assert president_on(roll, date(2012, 7, 1)) == "J1"
    assert duty_judges(roll, "the_hague", date(2014, 1, 6)) == ["J1"]
    assert duty_judges(roll, "the_hague", date(2014, 1, 7)) == []
    assert duty_judges(roll, "arusha", date(2013, 6, 3)) == []


def test_unavailability_ends(roll: Roll) -> None:
    """A declared absence covers its last day and not the day after."""
    assert unavailability(roll, "J1", date(2013, 3, 31)) is not None
    assert unavailability(roll, "J1", date(2013, 4, 1)) is None


def test_mandate_goes_on_with_each_review(library: Library) -> None:
    """Four years from 1 July 2012, two more after a review, and the last day that the Council names when it decides otherwise."""
    review = ("review_mandate", date(2015, 12, 22), {})
    held: Institution = library.fold("institution", entries(review))
    ended: Institution = library.fold("institution", entries(review, ("end_mandate", date(2017, 6, 1), {"last_day": date(2017, 12, 31)})))
    assert mandate_end(held, date(2015, 12, 21)) == date(2016, 6, 30)
    assert mandate_end(held, date(2015, 12, 22)) == date(2018, 6, 30)
    assert mandate_end(ended, date(2017, 6, 1)) == date(2017, 12, 31)


def test_no_prosecutor_after_the_term(library: Library) -> None:
    """Nobody holds the office after the last day of a term that was not renewed."""
    held: Institution = library.fold("institution", entries(
        ("appoint_prosecutor", date(2012, 2, 29), {"person": "P1", "since": date(2012, 3, 1), "until": date(2016, 2, 29)})))
    tenure = tenure_on(held, "prosecutor", date(2016, 2, 29))
    assert tenure is not None
    assert tenure.person == "P1"
    assert tenure_on(held, "prosecutor", date(2016, 3, 1)) is None


def test_version_of_the_rules_of_a_day(library: Library) -> None:
    """The Rules of a day are what was adopted by then and not set aside by then."""
    rules: RulesOfProcedure = library.fold("rules", entries(
        ("submit_draft_rules", date(2011, 6, 30), {"based_on": ("icty", "ictr")}),
        ("adopt_rules", date(2012, 6, 8), {"proposal": "rules"}),
        ("propose_amendment", date(2013, 8, 1), {"proposal": "1", "matters": ("protection",), "text": "rule 86"}),
        ("adopt_rules", date(2013, 9, 26), {"proposal": "1"}),
        ("set_rules_aside", date(2013, 12, 10), {"proposal": "1"})))
    assert governing(rules, date(2012, 6, 7)) == []
    assert governing(rules, date(2013, 9, 25)) == ["rules"]
    assert governing(rules, date(2013, 9, 26)) == ["rules", "1"]
    assert governing(rules, date(2013, 12, 10)) == ["rules"]
