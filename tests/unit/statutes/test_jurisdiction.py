"""Jurisdiction of the Mechanism: one competent body on each day, residual functions, credit for a national penalty."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from curule.law.answers import Verdict
from curule.law.library import Library
from curule.law.provisions import Provision
from curule.law.record import Entry
from curule.law.view import Actor
from curule.statutes.mechanism import PACK
from curule.statutes.mechanism.article_02 import RESIDUAL_FUNCTIONS
from curule.statutes.mechanism.article_07 import national_credit
from curule.statutes.mechanism.matters.allocation import COMMENCEMENT, TRIBUNAL_OF
from curule.statutes.mechanism.transitional import competent_body

D = date
DAY = timedelta(days=1)
REGISTRY = Actor("registry")


@pytest.fixture(scope="module")
def library() -> Library:
    """The law library of the Mechanism, with its default readings."""
    return Library(PACK)


def matter(library: Library, branch: str, subject: str, **triggers: date) -> Any:
    """The posture of an allocation matter with these events on record."""
    record = [Entry(1, "open_allocation", REGISTRY, D(2011, 1, 10), {"branch": branch, "subject": subject})]
    for trigger, day in triggers.items():
        record.append(Entry(len(record) + 1, "record_trigger", REGISTRY, day, {"trigger": trigger, "day": day}))
    return library.fold("allocation", record)


def competent(library: Library, posture: Any, act: str, on: date) -> list[str]:
    """The bodies that are permitted."""
    return [b for b, answer in competent_body(library, posture, act, on).items() if answer.verdict is Verdict.PERMITTED]


@pytest.mark.parametrize("branch", COMMENCEMENT)
@pytest.mark.parametrize(("subject", "trigger", "act"), [
    ("appeal", "notice_of_appeal", "conduct_appeal"), ("review", "review_application", "conduct_review"),
    ("contempt", "contempt_confirmation", "conduct_contempt")])
def test_each_day_around_commencement_has_one_competent_body(library: Library, branch: str, subject: str, trigger: str,
                                                             act: str) -> None:
    """Whatever the day of the event, one body has the matter for good: before commencement the Tribunal, then the Mechanism."""
    start = COMMENCEMENT[branch]
    for offset in range(-40, 41):
        day = start + offset * DAY
        posture = matter(library, branch, subject, **{trigger: day})
        expected = ["mechanism"] if offset >= 0 else [TRIBUNAL_OF[branch]]
        for on in (max(day, start - DAY), max(day, start), max(day, start) + 400 * DAY):
            assert competent(library, posture, act, on) == expected


@pytest.mark.parametrize("branch", COMMENCEMENT)
@pytest.mark.parametrize(("trigger", "last_kept"), [
    ("arrest", {"arusha": D(2011, 6, 30), "the_hague": D(2012, 6, 30)}),
    ("retrial", {"arusha": D(2011, 12, 31), "the_hague": D(2012, 12, 31)})])
def test_arrest_and_retrial_move_the_trial_after_the_period(library: Library, branch: str, trigger: str,
                                                            last_kept: dict[str, date]) -> None:
    """The last day that is more than 12 (6) months before leaves the trial with the Tribunal; the next gives it to the Mechanism."""
    start, kept = COMMENCEMENT[branch], last_kept[branch]
    tribunal = TRIBUNAL_OF[branch]
    for offset in range(-20, 21):
        day = kept + offset * DAY
        posture = matter(library, branch, "trial", **{trigger: day})
        late = offset > 0
        assert competent(library, posture, "try_case", start - DAY) == ([] if late else [tribunal])
        for act in ("try_case", "prepare_trial", "refer_case"):
            assert competent(library, posture, act, start) == (["mechanism"] if late else [tribunal])
        for act in ("prepare_trial", "refer_case"):
            assert competent(library, posture, act, start - DAY) == [tribunal]


def test_nobody_is_competent_before_the_event_is_on_record(library: Library) -> None:
    """Without a notice of appeal there is no appeal to allocate."""
    posture = matter(library, "the_hague", "appeal")
    assert competent(library, posture, "conduct_appeal", D(2013, 7, 1)) == []


def test_every_kind_of_matter_is_a_residual_function() -> None:
    """Each kind of matter names provisions that make its work a function of the Mechanism."""
    assert set(RESIDUAL_FUNCTIONS) == set(PACK.kinds)
    for provisions in RESIDUAL_FUNCTIONS.values():
        assert provisions
        assert all(Provision.parse(p).instrument == "irmct" for p in provisions)


@pytest.mark.parametrize(("on", "days"), [(D(2009, 12, 31), 0), (D(2010, 1, 1), 1), (D(2012, 12, 31), 1096), (D(2020, 1, 1), 1096)])
def test_credit_counts_what_was_served_by_the_day(library: Library, on: date, days: int) -> None:
    """First and last day count, nothing beyond the day of the question or the end of the penalty."""
    served = {"person": "A", "state": "XBB", "served_from": D(2010, 1, 1), "served_until": D(2012, 12, 31)}
    posture = library.fold("case", [Entry(1, "record_national_penalty", REGISTRY, D(2013, 1, 1), served)])
    credit = national_credit(posture, "A", on)
    assert credit.days == days
    assert len(credit.working) == 2
    assert str(days) in credit.working[1].en
    assert national_credit(posture, "B", on).days == 0
