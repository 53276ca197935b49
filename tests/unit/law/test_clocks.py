"""Clocks: duties, limits and rights on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from curule.law.clocks import Standing, duties, limits, rights, standing
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.view import Actor


@pytest.mark.parametrize(("on", "expected"), [
    (date(2009, 12, 23), Standing.PENDING), (date(2009, 12, 24), Standing.DUE_SOON), (date(2009, 12, 31), Standing.DUE_SOON),
    (date(2010, 1, 1), Standing.OVERDUE)])
def test_a_duty_is_pending_then_soon_due_then_overdue(court: Library, posture: Callable[[str], Any], on: date, expected: Standing) -> None:
    """The last day itself is not overdue; the day after is."""
    found = duties(court, "complaint", posture("judged"), on)
    assert [(d.duty.id, d.standing, d.due) for d in found] == [("model:2(2)/report", expected, date(2009, 12, 31))]


def test_without_a_last_day_a_duty_is_pending() -> None:
    """The law may set no day."""
    assert standing(None, date(2009, 1, 1)) is Standing.PENDING


def test_a_running_limit_shows_its_working_and_stops_when_it_is_met(court: Library, posture: Callable[[str], Any]) -> None:
    """The working is told line by line; an appeal lodged stops the clock."""
    running = limits(court, "complaint", posture("judged"), date(2009, 6, 2))
    assert [(r.limit.id, r.start, r.last, r.standing) for r in running] == [("appeal", date(2009, 6, 1), date(2009, 7, 1), Standing.PENDING)]
    assert any("30 days" in line.en for line in running[0].working)
    assert [r.standing for r in limits(court, "complaint", posture("appealed"), date(2009, 8, 1))] == [Standing.DONE]


def test_an_extension_moves_the_last_day_and_is_named(court: Library, posture: Callable[[str], Any]) -> None:
    """The extended limit ends on the day of the extension, never earlier than before."""
    from curule.law.posture import apply

    for until, last in ((date(2009, 7, 10), date(2009, 7, 10)), (date(2009, 6, 10), date(2009, 7, 1))):
        entry = Entry(5, "extend_time_limit", Actor("bench"), date(2009, 6, 5), {"limit": "appeal", "until": until})
        (found,) = limits(court, "complaint", apply(posture("judged"), entry, court.effects), date(2009, 6, 6))
        assert found.last == last
        assert found.extended == entry


def test_a_right_is_open_then_kept_or_breached(court: Library, posture: Callable[[str], Any]) -> None:
    """Before anything shows either, a right is open; a bench sitting without interpreter breaches it."""
    assert [r.standing for r in rights(court, "complaint", posture("lodged"), date(2009, 1, 6))] == [Standing.OPEN]
    assert [r.standing for r in rights(court, "complaint", posture("bench"), date(2009, 3, 2))] == [Standing.BREACHED]
    assert rights(court, "complaint", posture("lodged-in-english"), date(2009, 1, 6)) == []
