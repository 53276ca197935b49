"""Lengths of time: a whole number of hours, days, working days, weeks, months or years.

A length is what a provision says ("within 30 days"); `curule.law.calendar` counts it from an event.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from curule.law.words import StatedError, T, Text, counted

_MOST = 100_000  # of any unit: 273 years of days, far beyond any limit and still quick to walk


class CalendarError(StatedError):
    """A duration, a calendar or a moment with which time cannot be counted."""


class Unit(StrEnum):
    """What a length is counted in."""

    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_NOUNS: dict[Unit, tuple[Text, Text]] = {
    Unit.HOURS: (T("hour", "heure"), T("hours", "heures")),
    Unit.WORKING_HOURS: (T("working hour", "heure ouvrable"), T("working hours", "heures ouvrables")),
    Unit.DAYS: (T("day", "jour"), T("days", "jours")),
    Unit.WORKING_DAYS: (T("working day", "jour ouvrable"), T("working days", "jours ouvrables")),
    Unit.WEEKS: (T("week", "semaine"), T("weeks", "semaines")),
    Unit.MONTHS: (T("month", "mois"), T("months", "mois")),
    Unit.YEARS: (T("year", "an"), T("years", "ans")),
}


@dataclass(frozen=True, slots=True)
class Length:
    """A whole number of one unit. Raises `CalendarError` when negative, fractional or beyond reason."""

    n: int
    unit: Unit

    def __post_init__(self) -> None:
        if type(self.n) is not int or not 0 <= self.n <= _MOST:
            raise CalendarError(
                T(
                    f"{self.n!r} is no length of time: give a whole number from 0 to {_MOST}.",
                    f"{self.n!r} n'est pas une durée : donner un nombre entier de 0 à {_MOST}.",
                )
            )
        object.__setattr__(self, "unit", _unit(self.unit))

    @property
    def words(self) -> Text:
        """The length in prose: "5 working days"."""
        return counted(self.n, *_NOUNS[self.unit])

    def __str__(self) -> str:
        return self.words.en


def _unit(name: str) -> Unit:
    try:
        return Unit(name)
    except ValueError as problem:
        raise CalendarError(
            T(
                f"{name!r} is no unit of time: use one of {', '.join(Unit)}.",
                f"{name!r} n'est pas une unité de temps : employer l'une de {', '.join(Unit)}.",
            ),
        ) from problem


def hours(n: int) -> Length:
    """That many elapsed hours."""
    return Length(n, Unit.HOURS)


def working_hours(n: int) -> Length:
    """That many hours within the working hours of a duty station."""
    return Length(n, Unit.WORKING_HOURS)


def days(n: int) -> Length:
    """That many calendar days."""
    return Length(n, Unit.DAYS)


def working_days(n: int) -> Length:
    """That many days worked at a duty station."""
    return Length(n, Unit.WORKING_DAYS)


def weeks(n: int) -> Length:
    """That many times seven days."""
    return Length(n, Unit.WEEKS)


def months(n: int) -> Length:
    """That many calendar months, clamped at month end."""
    return Length(n, Unit.MONTHS)


def years(n: int) -> Length:
    """That many calendar years, clamped at 28 February."""
    return Length(n, Unit.YEARS)
