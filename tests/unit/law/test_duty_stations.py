"""Duty stations: weekends, holidays and hours, in memory and from a file."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from curule.law.calendar import CalendarError, DutyStation, easter, load_duty_stations
from curule.law.words import T

HOLIDAYS = {
    date(2026, 4, 3): T("Good Friday", "Vendredi saint"),
    date(2026, 4, 6): T("Easter Monday", "Lundi de Pâques"),
}
SEAT = DutyStation("seat", T("the Seat", "au Siège"), "Europe/Amsterdam", holidays=HOLIDAYS)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1818, 3, 22),
        (1961, 4, 2),
        (2000, 4, 23),
        (2011, 4, 24),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2038, 4, 25),
    ],
)
def test_easter(year: int, month: int, day: int) -> None:
    """Published dates of Easter Sunday, among them the earliest and the latest possible."""
    assert easter(year) == date(year, month, day)


def test_a_station_counts_its_working_days() -> None:
    """From Maundy Thursday to the Tuesday after Easter two days are worked."""
    assert SEAT.working_days(date(2026, 4, 2), date(2026, 4, 7)) == 2
    assert SEAT.working_days(date(2026, 4, 7), date(2026, 4, 2)) == 0
    assert SEAT.closure(date(2026, 4, 4)) == T("Saturday", "samedi")
    assert SEAT.closure(date(2026, 4, 7)) is None


def test_holidays_may_be_a_set_or_a_function_of_the_year() -> None:
    """Days without names are official holidays; a function is asked for each year once."""
    asked: list[int] = []

    def new_year(year: int) -> set[date]:
        asked.append(year)
        return {date(year, 1, 1)}

    listed = DutyStation("a", T("A", "A"), holidays={date(2026, 1, 1)})
    computed = DutyStation("b", T("B", "B"), holidays=new_year)
    assert listed.closure(date(2026, 1, 1)) == T("official holiday", "jour férié")
    assert listed.works_on(date(2027, 1, 1))
    assert not computed.works_on(date(2027, 1, 1))
    assert not computed.works_on(date(2027, 1, 1))
    assert asked == [2027]


@pytest.mark.parametrize("weekend", [frozenset(range(7)), frozenset({7}), frozenset({-1})])
def test_a_week_needs_a_working_day(weekend: frozenset[int]) -> None:
    """Impossible weekends are refused."""
    with pytest.raises(CalendarError, match="weekend days"):
        DutyStation("x", T("X", "X"), weekend=weekend)


@pytest.mark.parametrize("periods", [(), ((time(17), time(9)),), ((time(9), time(13)), (time(12), time(17)))])
def test_working_hours_are_in_order(periods: tuple[tuple[time, time], ...]) -> None:
    """Empty, reversed and overlapping working periods are refused."""
    with pytest.raises(CalendarError, match="ascending"):
        DutyStation("x", T("X", "X"), hours=periods)


FILE = """
[seat]
name = { en = "the Seat", fr = "au Siège" }
timezone = "Europe/Amsterdam"
weekend = ["saturday", "sunday"]
hours = ["09:00-12:30", "13:30-17:00"]

[[seat.holidays]]
every = "12-25"
name = { en = "Christmas", fr = "Noël" }

[[seat.holidays]]
easter = 1
name = { en = "Easter Monday", fr = "Lundi de Pâques" }

[[seat.holidays]]
date = 2026-05-27
name = "Eid al-Adha"
source = "circular of the year"

[branch]
name = "Branch"
timezone = "Africa/Dar_es_Salaam"
weekend = ["friday"]
"""


def test_stations_are_read_from_a_file(tmp_path: Path) -> None:
    """Fixed, moving and single holidays, weekends and hours come from an editable file."""
    path = tmp_path / "stations.toml"
    path.write_text(FILE, encoding="utf-8")
    stations = load_duty_stations(path)
    seat, branch = stations["seat"], stations["branch"]
    assert [seat.works_on(day) for day in (date(2031, 12, 25), date(2027, 3, 29), date(2026, 5, 27), date(2027, 5, 27))] == [False, False, False, True]
    assert (seat.knows(2026), seat.knows(2027), branch.knows(2027)) == (True, False, True)
    assert seat.closure(date(2027, 3, 29)) == T("Easter Monday", "Lundi de Pâques")
    assert seat.hours[1] == (time(13, 30), time(17))
    assert branch.weekend == frozenset({4})
    assert branch.name == T("Branch", "Branch")


def test_a_leap_day_can_be_a_holiday(tmp_path: Path) -> None:
    """29 February is a holiday in the years that have it."""
    path = tmp_path / "stations.toml"
    path.write_text('[s]\nname = "S"\ntimezone = "UTC"\nholidays = [{ every = "02-29", name = "Leap day" }]\n')
    station = load_duty_stations(path)["s"]
    assert not station.works_on(date(2028, 2, 29))
    assert station.holidays_in(2027) == {}
    assert station.holidays_in(1900) == {}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[seat", "not TOML"),
        ("x = 1", "a table is wanted"),
        ('[s]\ntimezone = "UTC"', r"s\.name: missing"),
        ('[s]\nname = "S"', r"s\.timezone: a string"),
        ('[s]\nname = "S"\ntimezone = "Mars/Olympus"', "unknown time zone"),
        ('[s]\nname = "S"\ntimezone = "../../etc/passwd"', "unknown time zone"),
        ('[s]\nname = { en = "S" }\ntimezone = "UTC"', "both languages"),
        (
            '[s]\nname = "S"\ntimezone = "UTC"\nholiday = []',
            r"s\.holiday: unknown key\. Did you mean 'holidays'",
        ),
        ('[s]\nname = "S"\ntimezone = "UTC"\nzzz = []', "The keys are: holidays, hours"),
        ('[s]\nname = "S"\ntimezone = "UTC"\nweekend = ["samedi"]', "'samedi' is no day of the week"),
        ('[s]\nname = "S"\ntimezone = "UTC"\nweekend = "sunday"', "a list is wanted"),
        ('[s]\nname = "S"\ntimezone = "UTC"\nhours = ["nine to five"]', "no working period"),
        ('[s]\nname = "S"\ntimezone = "UTC"\nhours = [9]', "no working period"),
        ('[s]\nname = "S"\ntimezone = "UTC"\nyears = ["2026"]', "no years"),
        ('[s]\nname = "S"\ntimezone = "UTC"\nholidays = [1]', r"holidays\[1\]: a table"),
        ('[s]\nname = "S"\ntimezone = "UTC"\nholidays = [{ name = "H" }]', "exactly one of"),
        (
            '[s]\nname = "S"\ntimezone = "UTC"\nholidays = [{ name = "H", easter = 1, every = "01-01" }]',
            "exactly one of",
        ),
        ('[s]\nname = "S"\ntimezone = "UTC"\nholidays = [{ name = "H", easter = "1" }]', "number of days"),
        ('[s]\nname = "S"\ntimezone = "UTC"\nholidays = [{ name = "H", easter = 81 }]', "number of days"),
        (
            '[s]\nname = "S"\ntimezone = "UTC"\nholidays = [{ name = "H", every = "13-01" }]',
            "no day of the year",
        ),
        (
            '[s]\nname = "S"\ntimezone = "UTC"\nholidays = [{ name = "H", date = "2026-01-01" }]',
            "without quotation marks",
        ),
        (
            '[s]\nname = "S"\ntimezone = "UTC"\nholidays = [{ name = "H", date = 2026-01-01T00:00:00 }]',
            "no date",
        ),
    ],
)
def test_faults_of_a_file_are_named(tmp_path: Path, text: str, named: str) -> None:
    """Each fault names the file, the key and what to write instead."""
    path = tmp_path / "stations.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CalendarError, match=named) as caught:
        load_duty_stations(path)
    assert str(path) in str(caught.value)
    assert str(path) in caught.value.text.fr


def test_a_missing_or_hostile_file_is_named(tmp_path: Path) -> None:
    """No file, a huge one, and one that is not text are refused before anything is read from them."""
    with pytest.raises(CalendarError, match="cannot be read"):
        load_duty_stations(tmp_path / "none.toml")
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"#" * 1_000_001)
    with pytest.raises(CalendarError, match="1000001 bytes"):
        load_duty_stations(huge)
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CalendarError, match="not TOML"):
        load_duty_stations(binary)
    nested = tmp_path / "nested.toml"
    nested.write_bytes(b"a = " + b"[" * 50_000)
    with pytest.raises(CalendarError, match="not TOML"):
        load_duty_stations(nested)
