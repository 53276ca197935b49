"""Reckoning of terms and limits for the figures that files expect: shares of a sentence, its end, custody credited, days that are not worked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from curule.law.calendar import PROCEDURAL, add, before
from curule.law.duty_stations import DutyStation
from curule.law.lengths import Length, days, months, weeks, working_days, years
from curule.replay.extraction import NUMBER_WORD, number_in

__all__ = ["complete", "counted_from", "lengths_in", "month_after", "periods", "share_in", "whole_years", "with_working_day"]

DAY = timedelta(days=1)
SHARES = {"half": (1, 2), "one half": (1, 2), "one third": (1, 3), "two thirds": (2, 3), "one quarter": (1, 4), "three quarters": (3, 4),
          "three fifths": (3, 5), "four fifths": (4, 5), "moitié": (1, 2), "deux tiers": (2, 3), "trois quarts": (3, 4), "un tiers": (1, 3)}
UNITS = {"working day": working_days, "jour ouvrable": working_days, "day": days, "jour": days, "d": days, "week": weeks, "semaine": weeks, "month": months,
         "mois": months, "m": months, "year": years, "année": years, "an": years, "y": years}


def share_in(text: str) -> Fraction | None:
    """The share that words name: a fraction in words or figures, or a percentage."""
    plain = text.casefold().replace("-", " ")
    if found := re.search(r"(?<![\w/])(\d{1,2})\s?/\s?(\d{1,2})(?![\w/])", plain):
        over, under = int(found.group(1)), int(found.group(2))
        if 0 < over < under:
            return Fraction(over, under)
    if found := re.search(r"(\d{1,3}(?:[.,]\d+)?)\s?(?:%|per ?cent|pour cent)", plain):
        return Fraction(found.group(1).replace(",", ".")) / 100
    named = [words for words in sorted(SHARES, key=len, reverse=True) if re.search(rf"(?<!\w){words}(?!\w)", plain)]
    return Fraction(*SHARES[named[0]]) if named else None


def complete(first: date, term: int, share: Fraction = Fraction(1)) -> date:
    """The anniversary on which a share of a term of so many months, counted from its first day, is complete; the eve is the last day served.

    A part of a month is taken of the days of that month, a part of a day as a whole one; a day that the month does not have gives way to its last.
    """
    whole, rest = divmod(term * share, 1)
    end = add(first, months(int(whole))).day if whole else first
    if rest:
        length = (add(first, months(int(whole) + 1)).day - end).days
        end += timedelta(days=-(-length * rest.numerator // rest.denominator))
    return end


def periods(raw: Any) -> list[tuple[date, date | None]]:
    """Times in custody as a file gives them: tables with ``from`` and ``to`` (or ``until``), or pairs; one without an end lasts."""
    from curule.replay.extraction import day_in

    def day(value: Any) -> date | None:
        return value if type(value) is date else day_in(str(value)) if value else None

    found: list[tuple[date, date | None]] = []
    for one in raw if isinstance(raw, list) else [raw]:
        if isinstance(one, Mapping):
            begin, end = one.get("from"), one.get("to") or one.get("until")
        else:
            begin, end = (*one, None)[:2] if isinstance(one, list) else (one, None)
        since = day(begin)
        if since is not None:
            found.append((since, day(end)))
    return sorted(found)


def counted_from(pronounced: date, custody: Iterable[tuple[date, date | None]]) -> date:
    """The first day of a term once custody is credited: custody that runs into the sentence moves it to where that began, earlier custody day for day.

    Times that overlap count once.
    """
    joined: list[tuple[date, date]] = []
    for since, until in sorted((s, u or pronounced) for s, u in custody):
        if joined and since <= joined[-1][1] + DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], until))
        else:
            joined.append((since, until))
    first, credited = pronounced, 0
    for since, until in reversed(joined):
        if until >= first - DAY:
            first = min(first, since)
        else:
            credited += (until - since).days + 1
    return first - timedelta(days=credited)


def lengths_in(text: str) -> list[Length]:
    """The lengths that words state, in their order: ``sixty days``, ``9 y 4 m``, ``deux ans``."""
    names = "|".join(sorted(UNITS, key=len, reverse=True))
    found = re.findall(rf"(?<![\w(]){NUMBER_WORD}[- ]?(?:calendar |consecutive )?({names})s?(?!\w)", text, re.IGNORECASE)
    return [UNITS[unit.casefold()](number_in(number)) for number, unit in found if number_in(number)]


def with_working_day(start: date, length: Length, station: DutyStation | None, back: bool = False) -> tuple[date, date]:
    """The day at which a length from a day ends, and the day to which it moves where that is not worked (the same without a station)."""
    count = before if back else add
    plain = count(start, length, station).day
    return plain, (count(start, length, station, PROCEDURAL).day if station is not None else plain)


def month_after(deposit: date, length: Length) -> date:
    """The first day of the month that follows the end of a length after a day, as treaties enter into force."""
    end = add(deposit, length).day
    return (end.replace(day=1) + timedelta(days=32)).replace(day=1)


def whole_years(since: date, on: date) -> int:
    """Full years between two days."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))
