"""Days of a sentence (articles 78 and 110): from which day a term counts once custody is credited, its last day, and when a share is served.

A term is whole months; it is counted in calendar months from its first day, that day included. Custody that runs without a gap into the
sentence moves the first day back to where it began; earlier custody moves it back day for day. Everything is an argument.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from curule.law.calendar import add
from curule.law.lengths import months

__all__ = ["counted_from", "days_at_liberty", "last_day", "share_complete"]

DAY = timedelta(days=1)


def counted_from(pronounced: date, custody: Iterable[tuple[date, date | None]]) -> date:
    """The first day of the term: ``custody`` holds first and last days (``None``: it still lasted on the day of the sentence), no day twice.

    >>> counted_from(date(2012, 7, 10), [(date(2006, 3, 16), None)]).isoformat()
    '2006-03-16'
    >>> counted_from(date(2012, 7, 10), [(date(2012, 1, 1), date(2012, 1, 10))]).isoformat()
    '2012-06-30'
    """
    first, credited = pronounced, 0
    for start, end in sorted(custody, key=lambda p: p[0], reverse=True):
        if end is None or end >= first - DAY:
            first = min(first, start)
        else:
            credited += (end - start).days + 1
    return first - timedelta(days=credited)


def days_at_liberty(since: date, on: date, custody: Iterable[tuple[date, date | None]]) -> timedelta:
    """How many days after ``since`` and before ``on`` were not spent in custody (first and last days; ``None``: it lasts).

    >>> days_at_liberty(date(2027, 7, 10), date(2027, 7, 20), [(date(2024, 1, 1), date(2027, 7, 12)), (date(2027, 7, 15), None)]).days
    2
    """
    free, day = 0, since + DAY
    for start, end in sorted(custody, key=lambda p: p[0]):
        if start > day:
            free += (min(start, on) - day).days if on > day else 0
        if end is None:
            return timedelta(days=free)
        day = max(day, end + DAY)
    return timedelta(days=free + max(0, (on - day).days))


def last_day(first: date, term: int, *, anniversary: bool = False) -> date:
    """The last day of a term of so many months: the eve of the anniversary of its first day, or the anniversary.

    >>> last_day(date(2006, 3, 16), 168).isoformat()
    '2020-03-15'
    """
    end = add(first, months(term)).day
    return end if anniversary else end - DAY


def share_complete(first: date, term: int, share: tuple[int, int], *, anniversary: bool = False) -> date:
    """The day on which a share of a term is complete; a part of a month is taken of the days of that month, a part of a day as a whole one.

    >>> share_complete(date(2006, 3, 16), 168, (2, 3)).isoformat()
    '2015-07-15'
    """
    whole, rest = divmod(term * share[0], share[1])
    end = add(first, months(whole)).day
    if rest:
        days = (add(first, months(whole + 1)).day - end).days
        end += timedelta(days=-(-days * rest // share[1]))
    return end if anniversary else end - DAY
