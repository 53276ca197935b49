"""Duty stations: where a limit runs, hence which days and hours are worked there.

A station has a time zone, weekend days, working hours and official holidays. Holidays are data of the
operator: a TOML file read by `load_duty_stations`, in which a holiday is a single `date`, a day of `every`
year, or a number of days from `easter` Sunday of the Gregorian calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from curule.law.data_files import DataFile
from curule.law.lengths import CalendarError
from curule.law.words import T, Text, weekday

DAY = timedelta(days=1)
_FROM_EASTER = 80  # days either way: within them a moving holiday stays in its year
_LONGEST_CLOSURE = 366  # days without a working day: beyond that the calendar is wrong, not the search
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOLIDAY = T("official holiday", "jour férié")

Days = Mapping[date, Text] | Collection[date]
Period = tuple[time, time]


@dataclass(frozen=True, slots=True)
class DutyStation:
    """A place of work and its calendar.

    timezone: IANA name. weekend: days of the week, Monday = 0. hours: working periods of a day, in order,
    local time. holidays: days (with their names, if a mapping), or a function from a year to such days.
    years: those for which the list of holidays is complete, `None` for all; outside them every computed
    limit says that it is not.
    """

    code: str
    name: Text
    timezone: str = "UTC"
    weekend: frozenset[int] = frozenset({5, 6})
    hours: tuple[Period, ...] = ((time(9), time(17)),)
    holidays: Days | Callable[[int], Days] = field(default=frozenset(), hash=False)
    years: frozenset[int] | None = None
    _kept: dict[int, Mapping[date, Text]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.weekend & set(range(7))) == 7 or not self.weekend <= set(range(7)):
            raise CalendarError(
                T(
                    f"Duty station {self.code!r}: weekend days {sorted(self.weekend)} are not usable. Give "
                    f"numbers from 0 (Monday) to 6 (Sunday), and leave at least one day to work.",
                    f"Lieu d'affectation {self.code!r} : jours de repos {sorted(self.weekend)} "
                    f"inutilisables. Donner des numéros de 0 (lundi) à 6 (dimanche), en laissant au moins "
                    f"un jour ouvrable.",
                )
            )
        bounds = [bound for period in self.hours for bound in period]
        if not bounds or any(later <= earlier for earlier, later in pairwise(bounds)):
            raise CalendarError(
                T(
                    f"Duty station {self.code!r}: working hours must be periods in ascending order, such as 09:00-12:30, 13:30-17:00.",
                    f"Lieu d'affectation {self.code!r} : les heures de travail doivent être des périodes croissantes, par exemple 09:00-12:30, 13:30-17:00.",
                )
            )

    @property
    def zone(self) -> tzinfo:
        """The time zone; `CalendarError` when the machine does not know its name."""
        return _zone(self.timezone)

    def day_of(self, when: date) -> date:
        """The local day of a moment; a date is that day already. Raises `CalendarError` without a zone."""
        return aware(when).astimezone(self.zone).date() if isinstance(when, datetime) else when

    def holidays_in(self, year: int) -> Mapping[date, Text]:
        """The holidays of one year with their names."""
        if year not in self._kept:
            days = self.holidays(year) if callable(self.holidays) else self.holidays
            named = days if isinstance(days, Mapping) else dict.fromkeys(days, _HOLIDAY)
            self._kept[year] = {day: name for day, name in named.items() if day.year == year}
        return self._kept[year]

    def knows(self, year: int) -> bool:
        """Whether the list of that year's holidays is complete."""
        return self.years is None or year in self.years

    def works_on(self, day: date) -> bool:
        """Whether that day is worked."""
        return day.weekday() not in self.weekend and day not in self.holidays_in(day.year)

    def closure(self, day: date) -> Text | None:
        """Why that day is not worked (the holiday's name, or the day of the week), or `None` when it is."""
        name = self.holidays_in(day.year).get(day)
        return weekday(day) if name is None and day.weekday() in self.weekend else name

    def next_working_day(self, day: date) -> date:
        """That day when it is worked, else the first worked day after it."""
        return self._nearest(day, DAY)

    def previous_working_day(self, day: date) -> date:
        """That day when it is worked, else the last worked day before it."""
        return self._nearest(day, -DAY)

    def working_days(self, first: date, last: date) -> int:
        """How many days from `first` to `last`, both included, are worked."""
        return sum(self.works_on(first + DAY * n) for n in range((last - first).days + 1))

    def _nearest(self, day: date, step: timedelta) -> date:
        for _ in range(_LONGEST_CLOSURE):
            if self.works_on(day):
                return day
            day = moved(day, step)
        raise CalendarError(
            T(
                f"Duty station {self.code!r} has no working day within a year of {day}. Correct its holidays.",
                f"Le lieu d'affectation {self.code!r} n'a aucun jour ouvrable à moins d'un an du {day}. Corriger ses jours fériés.",
            )
        )


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo  # slow to import; only moments need it, and most limits are counted in days

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as problem:
        raise CalendarError(
            T(
                f"The time zone {name!r} is not known on this machine. Use an IANA name such as Europe/Amsterdam, or install tzdata.",
                f"Le fuseau horaire {name!r} est inconnu de cette machine. Employer un nom IANA tel que Europe/Amsterdam, ou installer tzdata.",
            )
        ) from problem


def aware(moment: datetime) -> datetime:
    """The moment itself when it has a time zone, else `CalendarError`."""
    # A zone shifts a moment by up to a day, for which the first and the last year have no room.
    if not 1 < moment.year < 9999:
        raise CalendarError(
            T(
                f"The moment {moment} lies outside the years 2 to 9998: correct its year.",
                f"Le moment {moment} sort des années 2 à 9998 : corriger son année.",
            )
        )
    if moment.utcoffset() is None:
        raise CalendarError(
            T(
                f"The moment {moment} has no time zone: add one, such as that of the duty station.",
                f"Le moment {moment} n'a pas de fuseau horaire : en ajouter un, par exemple celui du lieu d'affectation.",
            )
        )
    return moment


def moved(day: date, by: timedelta) -> date:
    """The day so much later or earlier; `CalendarError` beyond the years that dates can hold."""
    try:
        return day + by
    except OverflowError as problem:
        raise CalendarError(
            T(
                f"Counting from {day} leaves the years 1 to 9999: give a shorter duration.",
                f"Le calcul à partir du {day} sort des années 1 à 9999 : donner une durée plus courte.",
            ),
        ) from problem


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, valid from 1583)."""
    century = year // 100
    golden = year % 19
    shift = (8 * century + 13) // 25
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


@dataclass(frozen=True, slots=True)
class Holiday:
    """One line of a holiday file: a day, a day of every year, or a number of days from Easter Sunday."""

    name: Text
    day: date | None = None
    every: tuple[int, int] | None = None
    from_easter: int | None = None

    def in_year(self, year: int) -> date | None:
        """The day on which it falls that year, if it does."""
        if self.day is not None:
            return self.day if self.day.year == year else None
        if self.every is not None:
            month, number = self.every
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            return None if self.every == (2, 29) and not leap else date(year, month, number)
        return easter(year) + DAY * (self.from_easter or 0)


def yearly(holidays: Iterable[Holiday]) -> Callable[[int], Mapping[date, Text]]:
    """A function from a year to its holidays."""
    kept = tuple(holidays)

    def in_year(year: int) -> Mapping[date, Text]:
        return {day: holiday.name for holiday in kept if (day := holiday.in_year(year)) is not None}

    return in_year


def load_duty_stations(path: str | Path) -> dict[str, DutyStation]:
    """Read the duty stations of a TOML file, by code.

    One table per station with `name`, `timezone`, and optionally `weekend` (names of days), `hours`
    ("09:00-17:00"), `years` (for which single dates are complete; else those that occur), and `holidays`:
    tables with `name`, one of `date`, `every` ("12-25"), `easter` (days after Easter Sunday), and optionally
    `source`. Raises `CalendarError` naming file, key and remedy.
    """
    file = DataFile(path, CalendarError)
    return {code: _station(file, code, table) for code, table in file.tables().items()}


def _station(file: DataFile, code: str, table: Mapping[str, object]) -> DutyStation:
    file.refuse_unknown(code, table, ("name", "timezone", "weekend", "hours", "years", "holidays"))
    holidays = [
        _holiday(file, f"{code}.holidays[{number}]", entry) for number, entry in enumerate(file.listed(f"{code}.holidays", table.get("holidays", [])), 1)
    ]
    single = frozenset(holiday.day.year for holiday in holidays if holiday.day is not None)
    years = _years(file, f"{code}.years", table["years"]) if "years" in table else single or None
    free = file.listed(f"{code}.weekend", table.get("weekend", ["saturday", "sunday"]))
    weekend = frozenset(_weekday(file, f"{code}.weekend", name) for name in free)
    hours = tuple(_period(file, f"{code}.hours", text) for text in file.listed(f"{code}.hours", table.get("hours", ["09:00-17:00"])))
    name = file.text(f"{code}.name", table.get("name"))
    timezone = file.string(f"{code}.timezone", table.get("timezone"))
    station = DutyStation(code, name, timezone, weekend, hours, yearly(holidays), years)
    try:
        _ = station.zone
    except CalendarError as problem:
        wrong = T("unknown time zone", "fuseau horaire inconnu")
        raise file.fault(f"{code}.timezone", wrong, problem.text) from problem
    return station


def _holiday(file: DataFile, key: str, entry: object) -> Holiday:
    if not isinstance(entry, dict):
        raise file.fault(
            key,
            T("a table is wanted", "une table est attendue"),
            T("Write it under [[station.holidays]].", "L'écrire sous [[lieu.holidays]]."),
        )
    file.refuse_unknown(key, entry, ("name", "date", "every", "easter", "source"))
    name = file.text(f"{key}.name", entry.get("name"))
    given = [way for way in ("date", "every", "easter") if way in entry]
    if len(given) != 1:
        raise file.fault(
            key,
            T("one day is wanted", "un jour est attendu"),
            T(
                "Give exactly one of: date, every, easter.",
                "Donner exactement l'un de : date, every, easter.",
            ),
        )
    if "date" in entry:
        return Holiday(name, day=file.day(f"{key}.date", entry["date"]))
    if "easter" in entry:
        offset = entry["easter"]
        if type(offset) is not int or abs(offset) > _FROM_EASTER:
            wrong = T(f"{offset!r} is no number of days", f"{offset!r} n'est pas un nombre de jours")
            raise file.fault(
                f"{key}.easter",
                wrong,
                T(
                    "Give the days from Easter Sunday, e.g. 1 for Easter Monday.",
                    "Donner les jours à compter du dimanche de Pâques, p. ex. 1 pour le lundi de Pâques.",
                ),
            )
        return Holiday(name, from_easter=offset)
    return Holiday(name, every=_month_day(file, f"{key}.every", entry["every"]))


def _month_day(file: DataFile, key: str, value: object) -> tuple[int, int]:
    month, _, number = (value if isinstance(value, str) else "").partition("-")
    try:
        found = date(2000, int(month), int(number))
    except ValueError as problem:
        wrong = T(f"{value!r} is no day of the year", f"{value!r} n'est pas un jour de l'année")
        raise file.fault(
            key,
            wrong,
            T('Write month and day, such as "12-25".', 'Écrire le mois et le jour, par exemple "12-25".'),
        ) from problem
    return found.month, found.day


def _weekday(file: DataFile, key: str, name: object) -> int:
    if not isinstance(name, str) or name.lower() not in _WEEKDAYS:
        wrong = T(f"{name!r} is no day of the week", f"{name!r} n'est pas un jour de la semaine")
        names = ", ".join(_WEEKDAYS)
        raise file.fault(key, wrong, T(f"Write one of: {names}.", f"Écrire l'un de : {names}."))
    return _WEEKDAYS.index(name.lower())


def _period(file: DataFile, key: str, text: object) -> Period:
    opening, _, closing = (text if isinstance(text, str) else "").partition("-")
    try:
        return time.fromisoformat(opening.strip()), time.fromisoformat(closing.strip())
    except ValueError as problem:
        wrong = T(f"{text!r} is no working period", f"{text!r} n'est pas une période de travail")
        raise file.fault(key, wrong, T('Write it as "09:00-12:30".', 'L\'écrire "09:00-12:30".')) from problem


def _years(file: DataFile, key: str, value: object) -> frozenset[int]:
    years = file.listed(key, value)
    if not all(type(year) is int and 1 <= year <= 9999 for year in years):
        raise file.fault(
            key,
            T(f"{value!r} are no years", f"{value!r} ne sont pas des années"),
            T("Write them in full, such as [2025, 2026].", "Les écrire en entier, par exemple [2025, 2026]."),
        )
    return frozenset(year for year in years if isinstance(year, int))
