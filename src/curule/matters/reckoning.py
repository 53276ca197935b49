"""The clocks of a matter as each sort of reader has them, kept in the database for the desks, which choose by them the matters to look at.

Disposable, as every projection. What they cost is paid at each entry, so nothing here is done for each entry of the record or for each audience: what is seen
is continued (:mod:`curule.matters.seen`), where nothing came to it nothing is asked again, and rows that stay the same are not written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from curule.access.audiences import PUBLIC
from curule.law.clocks import Standing
from curule.matters.days import day_of
from curule.matters.models import Clock, ClockAudience, Matter
from curule.matters.reading import Reading
from curule.matters.records import kept_record
from curule.matters.seen import seen_by_each

__all__ = ["Line", "clock_lines", "reckon"]


class Line(NamedTuple):
    """What runs under a rule, whom it binds, and until when; for which persons and filings is on the page of the matter, in the reader's own numbers."""

    rule: str
    organs: tuple[str, ...]
    due: date | None
    is_limit: bool


def reckon(matter: Matter) -> None:
    """Keep the clocks of a matter as they stand today; only what differs from what is kept already is written."""
    today = day_of(matter)
    found, kept = clock_lines(matter), _kept(matter)
    gone = [clock.pk for line, clocks in kept.items() for clock in (clocks[1:] if line in found else clocks)]
    if gone:
        Clock.objects.filter(pk__in=gone).delete()
    Clock.objects.filter(matter=matter).exclude(reckoned_on=today).update(reckoned_on=today)
    new = [line for line in found if line not in kept]
    made = Clock.objects.bulk_create(
        Clock(matter=matter, rule=line.rule, organs=list(line.organs), due=line.due, reckoned_on=today, is_limit=line.is_limit) for line in new)
    told = {clock.pk: (found[line], frozenset[str]()) for line, clock in zip(new, made, strict=True)}
    told |= {clocks[0].pk: (found[line], clocks[0].tokens) for line, clocks in kept.items() if line in found}
    for pk, (wanted, tokens) in told.items():
        if tokens - wanted:
            ClockAudience.objects.filter(clock=pk, token__in=tokens - wanted).delete()
    ClockAudience.objects.bulk_create(ClockAudience(clock_id=pk, token=token) for pk, (wanted, tokens) in told.items() for token in sorted(wanted - tokens))


class _Kept(NamedTuple):
    """One row and the tokens of its audience."""

    pk: int
    tokens: frozenset[str]


def _kept(matter: Matter) -> dict[Line, list[_Kept]]:
    """The rows of a matter by what they say."""
    tokens: dict[int, set[str]] = {}
    for clock, token in ClockAudience.objects.filter(clock__matter=matter).values_list("clock_id", "token"):
        tokens.setdefault(clock, set()).add(token)
    rows: dict[Line, list[_Kept]] = {}
    for pk, rule, organs, due, is_limit in Clock.objects.filter(matter=matter).order_by("pk").values_list("pk", "rule", "organs", "due", "is_limit"):
        rows.setdefault(Line(rule, tuple(organs), due, is_limit), []).append(_Kept(pk, frozenset(tokens.get(pk, ()))))
    return rows


def clock_lines(matter: Matter) -> dict[Line, frozenset[str]]:
    """The pending duties and running limits of a matter today, each with the tokens of those who may be shown it.

    The record is read as everybody reads it, and as a holder of each one token that its entries have reads it. So no clock is ever for somebody who does not
    see what it follows from.
    """
    everybody = frozenset({PUBLIC})
    found: dict[Line, frozenset[str]] = {}
    related: Mapping[str, Reading] | None = None
    for tokens, seen in seen_by_each(matter, kept_record(matter)):
        reading = Reading(matter, everybody, seen=seen)
        if related is None:
            related = reading.related_readings
        reading.related_readings = related  # the same for all: as everybody reads them
        for line in _lines(reading):
            told = found.get(line, frozenset())
            found[line] = told if PUBLIC in told else told | tokens
    return found


def _lines(reading: Reading) -> Iterator[Line]:
    for duty in reading.duties:
        yield Line(duty.duty.id, tuple(duty.duty.by), duty.due, False)
    for limit in reading.limits:
        if limit.standing is not Standing.DONE:
            yield Line(limit.limit.id, tuple(limit.limit.binds), limit.last, True)
