"""Laws of the calendar: monotone, clamped, never on a day not worked, exact in hours, back and forth."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from curule.law.calendar import (
    COUNTED,
    PROCEDURAL,
    STATUTORY,
    CountingRule,
    DutyStation,
    Length,
    Unit,
    add,
    before,
    days,
    easter,
    hours,
    months,
    working_days,
    working_hours,
    years,
)
from curule.law.words import T

DAY = timedelta(days=1)
FIRST, LAST = date(2024, 1, 1), date(2032, 12, 31)
events = st.dates(FIRST, LAST)
lengths = st.builds(Length, st.integers(0, 400), st.sampled_from((Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS)))
counts = st.integers(0, 60)
rules = st.sampled_from((STATUTORY, PROCEDURAL, COUNTED, CountingRule(counts_day_of_event=True, runs_on=True)))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
stations = st.builds(
    lambda zone, weekend, holidays, periods: DutyStation("s", T("S", "S"), zone, weekend, periods, holidays),
    st.sampled_from(("UTC", "Europe/Amsterdam", "Africa/Dar_es_Salaam")),
    st.frozensets(st.integers(0, 6), max_size=3),
    st.frozensets(st.dates(FIRST, LAST), max_size=40),
    st.sampled_from((((time(9), time(17)),), ((time(8, 30), time(12)), (time(13), time(17, 15))))),
)


@given(events, lengths, rules, stations)
def test_a_limit_never_ends_before_its_event(event: date, length: Length, rule: CountingRule, station: DutyStation) -> None:
    """Counting forward never goes back, counting back never goes forward."""
    assert add(event, length, station, rule).day >= event
    assert before(event, length, station, rule).day <= event


@given(events, events, lengths, rules, stations)
def test_a_later_event_never_ends_earlier(one: date, other: date, length: Length, rule: CountingRule, station: DutyStation) -> None:
    """Adding any length is monotone in the event."""
    low, high = min(one, other), max(one, other)
    assert add(low, length, station, rule).day <= add(high, length, station, rule).day


@given(events, events, counts, rules, stations)
def test_working_days_are_monotone_in_the_event(one: date, other: date, n: int, rule: CountingRule, station: DutyStation) -> None:
    """A later event never gives an earlier working day."""
    low, high = min(one, other), max(one, other)
    assert add(low, working_days(n), station, rule).day <= add(high, working_days(n), station, rule).day


@given(events, counts, counts, stations)
def test_more_is_never_earlier(event: date, n: int, m: int, station: DutyStation) -> None:
    """A longer limit never ends before a shorter one of the same unit."""
    few, many = min(n, m), max(n, m)
    for unit in (Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS, Unit.WORKING_DAYS):
        assert add(event, Length(few, unit), station).day <= add(event, Length(many, unit), station).day


@given(events, lengths, stations)
def test_running_on_ends_on_a_worked_day_and_loses_nothing(event: date, length: Length, station: DutyStation) -> None:
    """The end after running on is worked, and every day passed over on the way is not."""
    reckoning = add(event, length, station, PROCEDURAL)
    assert station.works_on(reckoning.day)
    assert reckoning.nominal <= reckoning.day
    passed = (reckoning.day - reckoning.nominal).days
    assert not any(station.works_on(reckoning.nominal + DAY * n) for n in range(passed))


@given(events, lengths, stations)
def test_going_back_ends_on_a_worked_day(event: date, length: Length, station: DutyStation) -> None:
    """Counted back, the last day is worked and leaves at least the whole length."""
    reckoning = before(event, length, station, PROCEDURAL)
    assert station.works_on(reckoning.day)
    assert reckoning.day <= before(event, length).day


@given(events, st.integers(1, 60), stations)
def test_a_working_day_limit_ends_on_a_working_day(event: date, n: int, station: DutyStation) -> None:
    """The n-th working day is worked, and exactly n worked days lie after the event up to it."""
    end = add(event, working_days(n), station).day
    assert station.works_on(end)
    assert station.working_days(event + DAY, end) == n
    counted = add(event, working_days(n), station, COUNTED).day
    assert station.works_on(counted)
    assert station.working_days(event, counted) == n


@given(events, st.integers(1, 60), stations)
def test_working_days_back_and_forth(event: date, n: int, station: DutyStation) -> None:
    """Exactly n worked days lie from the day found up to the event; counting forward arrives at it, or,
    when the event is on a day not worked, at the next worked one.
    """
    start = before(event, working_days(n), station).day
    assert add(start, working_days(n), station).day == station.next_working_day(event)
    assert station.works_on(start)
    assert station.working_days(start, event - DAY) == n


@given(events, st.integers(0, 400), st.integers(0, 400))
def test_days_add_up(event: date, n: int, m: int) -> None:
    """Adding days in two steps is adding them in one, and going back undoes it."""
    assert add(add(event, days(n)).day, days(m)).day == add(event, days(n + m)).day
    assert before(add(event, days(n)).day, days(n)).day == event


@given(events, st.integers(0, 400))
def test_months_keep_the_day_or_clamp_it(event: date, n: int) -> None:
    """The same day of the month, or the month's last when it has no such day; the month itself is exact."""
    end = add(event, months(n)).day
    assert (end.year * 12 + end.month) - (event.year * 12 + event.month) == n
    assert end.day == event.day or (end.day < event.day and (end + DAY).day == 1)


@given(events, st.integers(0, 50))
def test_a_year_is_twelve_months(event: date, n: int) -> None:
    """Years and twelvefold months agree, on 29 February too."""
    assert add(event, years(n)).day == add(event, months(12 * n)).day


@given(events, st.integers(1, 400))
def test_counting_the_day_of_the_event_ends_a_day_earlier_or_at_month_end(event: date, n: int) -> None:
    """With the day of the event counted, days end one day earlier; months too unless clamped."""
    assert add(event, days(n), rule=COUNTED).day == add(event, days(n)).day - DAY
    difference = add(event, months(n)).day - add(event, months(n), rule=COUNTED).day
    clamped = add(event, months(n)).day.day != event.day
    assert difference == (timedelta() if clamped else DAY)


@given(moments, st.integers(0, 5000), stations)
def test_elapsed_hours_are_exact(moment: datetime, n: int, station: DutyStation) -> None:
    """Whatever the clock does, the universal time between is the length, and counting back undoes it."""
    end = add(moment, hours(n), station).end
    assert isinstance(end, datetime)
    assert end.astimezone(UTC) - moment == timedelta(hours=n)
    back = before(end, hours(n), station).end
    assert isinstance(back, datetime)
    assert back.astimezone(UTC) == moment


@given(moments, st.integers(1, 100), stations)
def test_working_hours_end_while_the_station_works(moment: datetime, n: int, station: DutyStation) -> None:
    """The end lies in a working period of a worked day, no sooner than the elapsed hours would."""
    end = add(moment, working_hours(n), station).end
    assert isinstance(end, datetime)
    assert station.works_on(end.date())
    assert any(opens < end.time() <= closes for opens, closes in station.hours)
    assert end.astimezone(UTC) - moment >= timedelta(hours=n)


@given(moments, st.integers(1, 60), st.integers(1, 60), stations)
def test_working_hours_add_up(moment: datetime, n: int, m: int, station: DutyStation) -> None:
    """Two spells in a row end where one of their sum ends."""
    halfway = add(moment, working_hours(n), station).end
    assert add(halfway, working_hours(m), station).end == add(moment, working_hours(n + m), station).end


@given(moments, st.integers(1, 60), stations)
def test_working_hours_back_and_forth(moment: datetime, n: int, station: DutyStation) -> None:
    """Counting back from an end gives a moment from which the same hours lead to the same end."""
    end = add(moment, working_hours(n), station).end
    start = before(end, working_hours(n), station).end
    assert add(start, working_hours(n), station).end == end


@given(events, lengths, rules, stations)
def test_the_working_ends_with_the_end(event: date, length: Length, rule: CountingRule, station: DutyStation) -> None:
    """The steps begin with the event, mention the end, and exist in both languages."""
    reckoning = add(event, length, station, rule)
    english, french = reckoning.explain("en"), reckoning.explain("fr")
    assert len(english) == len(french) >= 3
    assert str(event.year) in english[0]
    assert any(str(reckoning.day.year) in line for line in english[2:])
    assert all(one != other for one, other in zip(english, french, strict=True))


@given(moments, stations)
def test_the_day_at_the_station_is_its_local_day(moment: datetime, station: DutyStation) -> None:
    """A moment belongs to the day that the clock at the station shows."""
    assert station.day_of(moment) == moment.astimezone(ZoneInfo(station.timezone)).date()


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_in_its_season(year: int) -> None:
    """Easter falls on a Sunday from 22 March to 25 April."""
    found = easter(year)
    assert found.weekday() == 6
    assert date(year, 3, 22) <= found <= date(year, 4, 25)
