"""Time served: how much of a sentence of imprisonment has been served on any day (articles 25 and 26).

A sentence runs from the day on which it begins, that day counted. Custody before that day is credited day for day;
custody from that day on is time served; days at liberty (escape, provisional release) move the end. Terms are
counted in calendar years and months from the day of beginning, clamped at month end, so that leap days fall where
the calendar puts them; credit and interruptions are counted in days. The share after which the practice treats a
person as eligible is taken of the months first and of the odd days then, a part of a day counting as a whole one.

Everything is an argument, the day too: nothing here looks at a clock or at a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from curule.law.calendar import add
from curule.law.lengths import months
from curule.law.words import StatedError, T, Text, counted, listed

__all__ = ["Custody", "SentenceTimeError", "Term", "TimeServed", "merged", "overlaps", "reckon", "separate"]

MOST_YEARS = 200
TWO_THIRDS = (2, 3)
LIFE_YEARS = 45
DAY = timedelta(days=1)
_DAYS = (T("day", "jour"), T("days", "jours"))


class SentenceTimeError(StatedError):
    """Custody periods or a term with which no time can be counted; says which and what to change."""


@dataclass(frozen=True, slots=True)
class Custody:
    """One stretch of custody, first and last day counted; without a last day it still goes on."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise SentenceTimeError(
                T(f"Custody cannot end on {self.end} when it began on {self.start}: put the days in order.",
                  f"La détention ne peut prendre fin le {self.end} alors qu'elle a débuté le {self.start} : "
                  "remettez les dates dans l'ordre."))

    @property
    def last(self) -> date:
        """The last day; the last day of the calendar while it goes on."""
        return self.end or date.max


@dataclass(frozen=True, slots=True)
class Term:
    """A sentence: calendar years and months, or life."""

    years: int = 0
    months: int = 0
    life: bool = False

    def __post_init__(self) -> None:
        if self.years < 0 or self.months < 0 or self.years > MOST_YEARS or self.months > 12 * MOST_YEARS:
            raise SentenceTimeError(T(f"A term of {self.years} years and {self.months} months is none: give numbers "
                                      f"from 0 to {MOST_YEARS} years.",
                                      f"{self.years} ans et {self.months} mois ne font pas une peine : donnez de 0 à "
                                      f"{MOST_YEARS} ans."))

    @property
    def words(self) -> Text:
        """The term in prose."""
        if self.life:
            return T("imprisonment for life", "emprisonnement à vie")
        parts = [counted(self.years, T("year", "an"), T("years", "ans"))] if self.years or not self.months else []
        if self.months:
            parts.append(counted(self.months, T("month", "mois"), T("months", "mois")))
        return listed(parts)

    def days_from(self, begins: date, share: tuple[int, int] = (1, 1)) -> int:
        """How many days this term, or that share of it, has when it begins that day. A life term has none: give its equivalent."""
        above, below = share
        whole, rest = divmod((12 * self.years + self.months) * above, below)
        end = add(begins, months(whole)).day
        if rest:
            month = (add(begins, months(whole + 1)).day - end).days
            end += timedelta(days=-(-month * rest // below))
        return (end - begins).days


@dataclass(frozen=True, slots=True)
class TimeServed:
    """Time served as of a day, in days.

    ``served`` contains ``credit``. ``eligible_on`` and ``ends_on`` are the days on which the share and the whole are complete, reckoned
    on the footing that custody which runs on that day goes on; ``None`` while the person is at liberty with days to serve, and for
    the end of a life term. ``remaining`` is ``None`` for a life term.
    """

    on: date
    credit: int
    served: int
    until_eligible: int
    remaining: int | None
    eligible_on: date | None
    ends_on: date | None
    working: tuple[Text, ...]


def overlaps(one: Custody, periods: Iterable[Custody]) -> Custody | None:
    """The first of the periods that shares a day with ``one``, or ``None``."""
    return next((p for p in sorted(periods, key=_order) if p.start <= one.last and one.start <= p.last), None)


def separate(periods: Iterable[Custody]) -> tuple[Custody, ...]:
    """The periods in order of time.

    :raises SentenceTimeError: naming two that share a day, since no day of custody counts twice.
    """
    ordered = tuple(sorted(periods, key=_order))
    for before, after in pairwise(ordered):
        if after.start <= before.last:
            raise SentenceTimeError(T(
                f"Custody from {before.start} to {before.end or 'this day'} overlaps custody from {after.start}: no day counts twice; "
                "correct one of them.",
                f"La détention du {before.start} au {before.end or 'ce jour'} chevauche celle qui débute le "
                f"{after.start} : aucun jour ne compte deux fois ; corrigez l'une d'elles."))
    return ordered


def merged(periods: Iterable[Custody]) -> tuple[Custody, ...]:
    """The periods in order of time with those that share a day, or follow each other without a gap, made into one."""
    made: list[Custody] = []
    for period in sorted(periods, key=_order):
        if made and (made[-1].end is None or period.start <= made[-1].last + DAY):
            if made[-1].end is not None and period.last > made[-1].last:
                made[-1] = Custody(made[-1].start, period.end)
        else:
            made.append(period)
    return tuple(made)


def reckon(term: Term, begins: date, custody: Iterable[Custody], on: date, *, share: tuple[int, int] = TWO_THIRDS,
           life_years: int = LIFE_YEARS) -> TimeServed:
    """Time served on a day, with the days of eligibility and end.

    >>> served = reckon(Term(2), date(2015, 1, 1), [Custody(date(2014, 12, 22))], date(2015, 1, 10))
    >>> served.credit, served.served, served.ends_on.isoformat(), served.eligible_on.isoformat()
    (10, 20, '2016-12-21', '2016-04-20')
    """
    known = tuple(_as_of(p, on) for p in merged(p for p in custody if p.start <= on))
    measured = Term(life_years) if term.life else term
    whole = None if term.life else term.days_from(begins)
    enough = measured.days_from(begins, share)
    credit = sum(_days(p, date.min, min(on, begins - DAY)) for p in known)
    since = sum(_days(p, begins, on) for p in known)
    served = credit + since
    eligible_on = _complete(enough - credit, begins, known)
    ends_on = None if whole is None else _complete(whole - credit, begins, known)
    lines = _working(term, begins, known, on, credit, since)
    lines += _ends(term, share, life_years, enough, whole, eligible_on, ends_on)
    return TimeServed(on, credit, served, max(0, enough - served), None if whole is None else max(0, whole - served),
                      eligible_on, ends_on, tuple(lines))


def _order(period: Custody) -> tuple[date, date]:
    return period.start, period.last


def _as_of(period: Custody, on: date) -> Custody:
    """The period as it stood that day: an end that had not come yet is not known."""
    return period if period.last <= on else Custody(period.start)


def _days(period: Custody, first: date, last: date) -> int:
    """Days of a period from one day to another, both counted."""
    return max(0, (min(period.last, last) - max(period.start, first)).days + 1)


def _complete(needed: int, begins: date, known: Sequence[Custody]) -> date | None:
    """The day on which so many days from the beginning of the sentence are served."""
    if needed <= 0:
        return begins
    for period in known:
        first = max(period.start, begins)
        days = _days(period, begins, date.max)
        if days >= needed:
            return first + timedelta(days=needed - 1)
        needed -= days
    return None


def _working(term: Term, begins: date, known: Sequence[Custody], on: date, credit: int, since: int) -> list[Text]:
    lines = [T("Sentence: {term}, from {begins}, that day counted.",
               "Peine : {term}, à compter du {begins} inclus.").fill(term=term.words, begins=begins)]
    for period in known:
        end = min(period.last, on)
        lines.append(T("Custody from {start} to {end}: {days}.", "Détention du {start} au {end} : {days}.").fill(
            start=period.start, end=end, days=counted(_days(period, date.min, end), *_DAYS)))
    lines.append(T("Credit for custody before the sentence: {days}.", "Détention à déduire, antérieure à la peine : {days}.").fill(
        days=counted(credit, *_DAYS)))
    lines.append(T("Served on {on}: {since} since the sentence began, with the credit {all}.",
                   "Purgé au {on} : {since} depuis le début de la peine, {all} avec la déduction.").fill(
        on=on, since=counted(since, *_DAYS), all=counted(credit + since, *_DAYS)))
    return lines


def _ends(term: Term, share: tuple[int, int], life_years: int, enough: int, whole: int | None, eligible_on: date | None,
          ends_on: date | None) -> list[Text]:
    at_liberty = T("not while at liberty", "pas tant que la personne est en liberté")
    lines = []
    if term.life:
        lines.append(T("For eligibility life counts as a term of {years} years.",
                       "Aux fins de l'examen, la perpétuité équivaut à {years} ans.").fill(years=life_years))
    lines.append(T("{above}/{below} of the term: {days}; complete on: {day}.", "{above}/{below} de la peine : {days} ; atteints le : {day}.").fill(
        above=share[0], below=share[1], days=counted(enough, *_DAYS), day=eligible_on or at_liberty))
    if whole is not None:
        lines.append(T("Whole term: {days}; complete on: {day}.", "Peine entière : {days} ; purgée le : {day}.").fill(
            days=counted(whole, *_DAYS), day=ends_on or at_liberty))
    return lines
