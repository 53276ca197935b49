"""Projections: disposable tables computed from records, rebuilt and proved equal at will."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from curule.access.audiences import PUBLIC
from curule.law.clocks import DueDuty, RunningLimit, Standing, duties, limits
from curule.law.posture import plain
from curule.matters.classification import declassified
from curule.matters.days import day_of
from curule.matters.models import Clock, ClockAudience, Matter, Projection
from curule.matters.reading import Reading
from curule.matters.records import forget, kept_record, posture_of, record_of, related_postures
from curule.matters.seen import forget_seen, seen_by_each
from curule.matters.signals import rebuilding
from curule.matters.tribunals import library

__all__ = ["Difference", "project", "rebuild", "reckon"]


def project(matter: Matter) -> None:
    """Write the projection and the clocks of a matter after its last entry."""
    posture = posture_of(matter)
    today = day_of(matter)
    Projection.objects.update_or_create(matter=matter, defaults={
        "head": matter.head, "stage": library(matter.pack).kind(matter.kind).stage(posture, today), "posture": plain(posture)})
    reckon(matter, today, posture)


def reckon(matter: Matter, on: date, posture: Any = None) -> None:
    """Reckon the pending duties and running limits of a matter on a day, for each audience that its entries have, and keep them for the desks."""
    Clock.objects.filter(matter=matter).delete()
    found = _clocks_by_audience(matter, on, posture_of(matter) if posture is None else posture)
    Clock.objects.bulk_create(clock for clock, _tokens in found)
    ClockAudience.objects.bulk_create(ClockAudience(clock=clock, token=token) for clock, tokens in found for token in sorted(tokens))


def _clocks_by_audience(matter: Matter, on: date, posture: Any) -> list[tuple[Clock, frozenset[str]]]:
    """Each clock with the tokens of those who may be shown it, unsaved.

    The record is read once as everybody reads it, once as each further audience reads it together with what is public, and once whole: what follows from
    entries of several audiences is for those who are in all of them. So no clock is ever for somebody who does not see what it follows from.
    """
    views = seen_by_each(matter, kept_record(matter))
    public = frozenset({PUBLIC})
    found: list[tuple[Clock, frozenset[str]]] = []
    related: Mapping[str, Reading] | None = None
    told: dict[tuple[Any, ...], list[frozenset[str]]] = {}
    for tokens in sorted(views, key=lambda t: (t != public, sorted(t))):
        reading = Reading(matter, public, seen=views[tokens])
        if related is None:
            related = reading.related_readings
        reading.related_readings = related  # the same for all: as everybody reads them
        _add(found, told, tokens, [_clock(matter, on, *said) for said in (*map(_of_duty, reading.duties), *map(_of_limit, reading.limits)) if said])
    if not any(seen.is_whole for seen in views.values()):
        everything = frozenset.intersection(*(t for t in views if t != public)) if views.keys() - {public} else public
        _add(found, told, everything, clock_rows(matter, on, posture))
    return found


def _add(found: list[tuple[Clock, frozenset[str]]], told: dict[tuple[Any, ...], list[frozenset[str]]], tokens: frozenset[str], clocks: list[Clock]) -> None:
    """Add what these have not been told yet as part of a larger audience."""
    for clock in clocks:
        known = told.setdefault((clock.rule, clock.subject, clock.due, *clock.organs), [])
        if tokens and not any(PUBLIC in before or tokens <= before for before in known):
            known.append(tokens)
            found.append((clock, tokens))


def clock_rows(matter: Matter, on: date, posture: Any) -> list[Clock]:
    """The clock rows of a whole matter on a day, unsaved."""
    law, related = library(matter.pack), related_postures(matter, on)
    told = (*map(_of_duty, duties(law, matter.kind, posture, on, related)), *map(_of_limit, limits(law, matter.kind, posture, on, related)))
    return [_clock(matter, on, *said) for said in told if said]


_Said = tuple[str, Any, tuple[str, ...], date | None, bool]


def _of_duty(due: DueDuty) -> _Said:
    return due.duty.id, due.given, tuple(due.duty.by), due.due, False


def _of_limit(running: RunningLimit) -> _Said | None:
    return None if running.standing is Standing.DONE else (running.limit.id, running.given, tuple(running.limit.binds), running.last, True)


def _clock(matter: Matter, on: date, rule: str, given: Any, organs: tuple[str, ...], due: date | None, is_limit: bool) -> Clock:
    return Clock(matter=matter, rule=rule, subject=_subject(given), organs=list(organs), due=due, reckoned_on=on, is_limit=is_limit)


def _subject(given: Any) -> str:
    return ", ".join(str(v) for v in given.values())[:120]


@dataclass(frozen=True, slots=True)
class Difference:
    """A projection that did not equal what its record gives."""

    number: str
    what: str


def rebuild(matter: Matter) -> list[Difference]:
    """Fold a matter anew, compare with what was stored, and store it; the differences that were found."""
    with transaction.atomic():
        locked = Matter.objects.select_for_update().get(pk=matter.pk)
        forget()  # what is proved is what the database holds
        forget_seen()
        record = record_of(locked)
        law = library(locked.pack)
        posture = law.fold(locked.kind, record)
        stored = Projection.objects.filter(matter=locked).first()
        found = []
        if stored is None:
            found.append(Difference(locked.number, "no projection"))
        else:
            if stored.posture != plain(posture):
                found.append(Difference(locked.number, "the stored posture differs from the record"))
            if stored.head != locked.head:
                found.append(Difference(locked.number, "the stored posture is of an earlier entry"))
        if declassified(locked):
            found.append(Difference(locked.number, "the stored audiences differ from what the record says"))
        found += [Difference(locked.number, said) for _listener, told in rebuilding.send(sender=Matter, matter=locked) for said in told or ()]
        Projection.objects.update_or_create(matter=locked, defaults={
            "head": locked.head, "stage": law.kind(locked.kind).stage(posture, day_of(locked)), "posture": plain(posture)})
        reckon(locked, day_of(locked), posture)
    return found
