"""Counting time: days, working days, months and hours, forward and back, and the working that is shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from curule.law.calendar import (
    COUNTED,
    PROCEDURAL,
    STATUTORY,
    CalendarError,
    CountingRule,
    DutyStation,
    Length,
    Unit,
    add,
    before,
    days,
    hours,
    months,
    weeks,
    working_days,
    working_hours,
    years,
)
from curule.law.words import T

ZONE = ZoneInfo("Europe/Amsterdam")
HOLIDAYS = {
    date(2026, 4, 3): T("Good Friday", "Vendredi saint"),
    date(2026, 4, 6): T("Easter Monday", "Lundi de Pâques"),
    date(2026, 12, 25): T("Christmas", "Noël"),
}
SEAT = DutyStation(
    "seat",
    T("the Seat", "au Siège"),
    "Europe/Amsterdam",
    holidays=HOLIDAYS,
    years=frozenset({2026}),
    hours=((time(9), time(12, 30)), (time(13, 30), time(17))),
)
PLAIN = DutyStation("plain", T("Plainville", "Plaineville"))


def at(*parts: int) -> datetime:
    """A moment at the seat."""
    return datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (date(2026, 3, 4), days(30), date(2026, 4, 3)),
        (date(2026, 3, 4), days(1), date(2026, 3, 5)),
        (date(2026, 3, 4), days(0), date(2026, 3, 4)),
        (date(2028, 2, 28), days(1), date(2028, 2, 29)),
        (date(2026, 3, 4), weeks(2), date(2026, 3, 18)),
        (date(2026, 1, 31), months(1), date(2026, 2, 28)),
        (date(2028, 1, 31), months(1), date(2028, 2, 29)),
        (date(2026, 1, 31), months(2), date(2026, 3, 31)),
        (date(2026, 11, 30), months(3), date(2027, 2, 28)),
        (date(2026, 12, 15), months(1), date(2027, 1, 15)),
        (date(2028, 2, 29), years(1), date(2029, 2, 28)),
        (date(2028, 2, 29), years(4), date(2032, 2, 29)),
        (date(2012, 7, 1), months(12), date(2013, 7, 1)),
        (date(9999, 11, 30), months(1), date(9999, 12, 30)),
    ],
)
def test_calendar_units_from_the_day_after_the_event(start: date, length: Length, end: date) -> None:
    """Days, weeks, months and years run through weekends; months and years are clamped at month end."""
    assert add(start, length).end == end


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (date(2026, 3, 4), days(30), date(2026, 4, 2)),
        (date(2026, 3, 4), days(1), date(2026, 3, 4)),
        (date(2026, 3, 4), weeks(1), date(2026, 3, 10)),
        (date(2026, 1, 1), months(1), date(2026, 1, 31)),
        (date(2026, 1, 31), months(1), date(2026, 2, 28)),
        (date(2026, 1, 1), years(1), date(2026, 12, 31)),
    ],
)
def test_the_day_of_the_event_may_be_the_first(start: date, length: Length, end: date) -> None:
    """When the day of the event counts, the limit ends a day earlier, except where the month ends it
    anyway.
    """
    assert add(start, length, rule=COUNTED).end == end


@pytest.mark.parametrize(
    ("start", "n", "rule", "end"),
    [
        (date(2026, 3, 2), 5, STATUTORY, date(2026, 3, 9)),
        (date(2026, 3, 2), 5, COUNTED, date(2026, 3, 6)),
        (date(2026, 3, 6), 1, STATUTORY, date(2026, 3, 9)),
        (date(2026, 3, 7), 1, COUNTED, date(2026, 3, 9)),
        (date(2026, 3, 31), 5, STATUTORY, date(2026, 4, 9)),
        (date(2026, 3, 7), 0, STATUTORY, date(2026, 3, 7)),
        (date(2026, 3, 7), 0, PROCEDURAL, date(2026, 3, 9)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(start: date, n: int, rule: CountingRule, end: date) -> None:
    """Only worked days count, with or without the day of the event."""
    assert add(start, working_days(n), SEAT, rule).end == end


def test_a_last_day_that_is_not_worked_runs_on() -> None:
    """Good Friday gives way to the Tuesday after Easter; without the rule it stands."""
    moved = add(date(2026, 3, 4), days(30), SEAT, PROCEDURAL)
    assert (moved.end, moved.nominal) == (date(2026, 4, 7), date(2026, 4, 3))
    assert add(date(2026, 3, 4), days(30), SEAT).end == date(2026, 4, 3)
    assert add(date(2026, 3, 3), days(30), SEAT, PROCEDURAL).end == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("event", "length", "rule", "end"),
    [
        (date(2026, 5, 6), days(30), STATUTORY, date(2026, 4, 6)),
        (date(2026, 5, 6), days(30), PROCEDURAL, date(2026, 4, 2)),
        (date(2026, 5, 6), days(30), COUNTED, date(2026, 4, 7)),
        (date(2026, 3, 31), months(1), STATUTORY, date(2026, 2, 28)),
        (date(2028, 2, 29), years(1), STATUTORY, date(2027, 2, 28)),
        (date(2026, 4, 9), working_days(5), STATUTORY, date(2026, 3, 31)),
        (date(2026, 4, 9), working_days(5), COUNTED, date(2026, 4, 1)),
    ],
)
def test_at_least_so_long_before(event: date, length: Length, rule: CountingRule, end: date) -> None:
    """Counting back, a day that is not worked gives way to an earlier one, so that no time is lost."""
    assert before(event, length, SEAT, rule).end == end


def test_elapsed_hours_run_through_the_change_of_the_clock() -> None:
    """96 hours over the spring change end an hour later by the clock, over the autumn change an hour
    earlier.
    """
    assert add(at(2026, 3, 27, 18), hours(96), SEAT).end == at(2026, 3, 31, 19)
    assert add(at(2026, 10, 23, 18), hours(96), SEAT).end == at(2026, 10, 27, 17)
    assert add(at(2026, 5, 1, 23, 30), hours(1), SEAT).end == at(2026, 5, 2, 0, 30)
    assert before(at(2026, 3, 31, 19), hours(96), SEAT).end == at(2026, 3, 27, 18)


def test_elapsed_hours_are_shown_in_the_zone_of_the_station_or_else_of_the_event() -> None:
    """The moment is the same; the clock shown is that of the place."""
    start = datetime(2026, 6, 1, 22, tzinfo=UTC)
    there = add(start, hours(1), SEAT)
    assert there.end == datetime(2026, 6, 1, 23, tzinfo=UTC)
    assert there.day == date(2026, 6, 2)
    assert add(start, hours(1)).day == date(2026, 6, 1)


def test_the_two_ends_of_the_hour_that_comes_twice() -> None:
    """The repeated hour of October is two different hours."""
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZONE, fold=0)
    reached = add(first, hours(1), SEAT).end
    assert isinstance(reached, datetime)
    assert (reached.hour, reached.minute, reached.fold) == (2, 30, 1)


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (at(2026, 3, 2, 9), 7, at(2026, 3, 2, 17)),
        (at(2026, 3, 2, 12), 1, at(2026, 3, 2, 14)),
        (at(2026, 3, 2, 8), 1, at(2026, 3, 2, 10)),
        (at(2026, 3, 2, 18), 1, at(2026, 3, 3, 10)),
        (at(2026, 3, 6, 16, 30), 1, at(2026, 3, 9, 9, 30)),
        (at(2026, 4, 2, 16), 24, at(2026, 4, 10, 11)),
        (at(2026, 3, 7, 12), 0, at(2026, 3, 7, 12)),
    ],
)
def test_working_hours_run_only_while_the_station_works(start: datetime, n: int, end: datetime) -> None:
    """Nights, the break at noon, weekends and holidays do not count."""
    assert add(start, working_hours(n), SEAT).end == end


def test_working_hours_count_back() -> None:
    """The same periods count in the other direction."""
    assert before(at(2026, 4, 7, 10), working_hours(2), SEAT).end == at(2026, 4, 2, 16)
    assert before(at(2026, 3, 2, 14), working_hours(1), SEAT).end == at(2026, 3, 2, 12)


def test_the_day_of_a_moment_is_that_of_the_station() -> None:
    """A decision made late in the evening elsewhere belongs to the next day at the seat."""
    late = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    assert add(late, days(1), SEAT).end == date(2026, 3, 6)
    assert add(late, days(1)).end == date(2026, 3, 5)


def test_the_working_is_shown_line_by_line() -> None:
    """A clerk can follow every step, in both languages."""
    reckoning = add(date(2026, 3, 4), days(30), SEAT, PROCEDURAL)
    assert reckoning.explain() == (
        "Event: 4 March 2026.",
        "That day is not counted: counting starts on 5 March 2026.",
        "30 days: the last day is 3 April 2026.",
        "3 April 2026 is not worked at the Seat (Good Friday): the limit runs on to Tuesday 7 April 2026.",
    )
    assert reckoning.explain("fr")[3] == ("Le 3 avril 2026 n'est pas ouvrable (au Siège, Vendredi saint) : le délai court jusqu'au mardi 7 avril 2026.")


def test_the_working_names_holidays_and_clamping() -> None:
    """What was passed over, and a month without that day, are said."""
    assert "3 April 2026 (Good Friday) and 6 April 2026 (Easter Monday)" in " ".join(add(date(2026, 3, 31), working_days(5), SEAT).explain())
    assert "That month has no day 31" in add(date(2026, 1, 31), months(1)).explain()[-1]
    assert "adds nothing" in " ".join(add(date(2026, 3, 7), working_days(1), SEAT, COUNTED).explain())


def test_the_working_of_hours_shows_each_day_and_stays_short() -> None:
    """A day of work is a line; a very long limit leaves out the middle and says how much."""
    shown = add(at(2026, 4, 2, 16), working_hours(9), SEAT).explain()
    assert shown[1:5] == (
        "2 April 2026: 1:00 hours counted.",
        "Not worked: 3 April 2026 (Good Friday).",
        "Not worked: 6 April 2026 (Easter Monday).",
        "7 April 2026: 7:00 hours counted.",
    )
    assert "10 avril 2026 : 1 h 00 comptées." not in shown
    long = add(at(2026, 5, 1, 9), working_hours(700), SEAT).explain()
    assert len(long) == 14
    assert any("more days in the same way" in line for line in long)


def test_years_without_holidays_on_record_are_said() -> None:
    """A limit that reaches a year whose holidays nobody entered says so."""
    said = "The list of holidays of 2027 at the Seat is not complete: check the days by hand."
    assert said in add(date(2026, 12, 21), working_days(10), SEAT).explain()
    assert said in add(date(2026, 12, 21), days(30), SEAT, PROCEDURAL).explain()
    assert said not in add(date(2026, 12, 21), days(30), SEAT).explain()
    assert said in add(at(2026, 12, 31, 9), working_hours(14), SEAT).explain()
    assert not any("not complete" in line for line in add(date(2026, 3, 4), days(30), SEAT, PROCEDURAL).explain())


@pytest.mark.parametrize(
    ("start", "length", "station", "rule", "lacking"),
    [
        (date(2026, 1, 1), hours(3), SEAT, STATUTORY, "time and the zone"),
        (date(2026, 1, 1), working_hours(3), SEAT, STATUTORY, "time and the zone"),
        (datetime(2026, 1, 1), hours(3), SEAT, STATUTORY, "no time zone"),  # noqa: DTZ001 - the fault itself
        (datetime(2026, 1, 1), days(3), None, STATUTORY, "no time zone"),  # noqa: DTZ001 - the fault itself
        (date(2026, 1, 1), working_days(3), None, STATUTORY, "duty station"),
        (datetime(2026, 1, 1, tzinfo=UTC), working_hours(3), None, STATUTORY, "duty station"),
        (date(2026, 1, 1), days(3), None, PROCEDURAL, "duty station"),
        (date(9999, 6, 1), years(1), None, STATUTORY, "9999"),
        (date(9999, 6, 1), days(400), None, STATUTORY, "9999"),
        (datetime(9999, 6, 1, tzinfo=UTC), hours(1), None, STATUTORY, "9998"),
        (datetime(9998, 12, 31, tzinfo=UTC), hours(100_000), None, STATUTORY, "9999"),
        (date(9999, 12, 30), working_days(5), PLAIN, STATUTORY, "9999"),
    ],
)
def test_what_is_lacking_is_said(start: date, length: Length, station: DutyStation | None, rule: CountingRule, lacking: str) -> None:
    """A count that cannot be made says what to supply or change."""
    with pytest.raises(CalendarError, match=lacking):
        add(start, length, station, rule)


@pytest.mark.parametrize("n", [-1, 100_001, 1.5, True, "3"])
def test_a_length_is_a_reasonable_whole_number(n: object) -> None:
    """Negative, fractional and absurd lengths are refused."""
    with pytest.raises(CalendarError, match="whole number"):
        days(n)  # type: ignore[arg-type]


def test_an_unknown_unit_is_named_with_the_known_ones() -> None:
    """A unit may be given by name; another name is refused."""
    assert Length(5, "working_days") == working_days(5)  # type: ignore[arg-type]
    with pytest.raises(CalendarError, match=r"'fortnights'.*working_days"):
        Length(5, "fortnights")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (days(1), T("1 day", "1 jour")),
        (working_days(5), T("5 working days", "5 jours ouvrables")),
        (hours(96), T("96 hours", "96 heures")),
        (months(12), T("12 months", "12 mois")),
        (years(0), T("0 years", "0 an")),
    ],
)
def test_lengths_in_words(length: Length, expected: T) -> None:  # type: ignore[valid-type]
    """A length prints with its noun in the right number."""
    assert length.words == expected
    assert str(length) == length.words.en


def test_every_unit_has_words() -> None:
    """No unit of time lacks its noun."""
    assert all(Length(2, unit).words.en.startswith("2 ") for unit in Unit)


def test_a_station_that_never_works_is_found_out() -> None:
    """Holidays that fill the year end the search with an error, not never."""
    shut = DutyStation(
        "shut",
        T("Shut", "Fermé"),
        holidays=lambda year: {date.fromordinal(n) for n in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)},
    )
    with pytest.raises(CalendarError, match="no working day"):
        add(date(2026, 1, 1), working_days(1), shut)
