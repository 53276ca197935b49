"""Projections: disposable tables computed from records, rebuilt and proved equal at will."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from curule.law.clocks import Standing, duties, limits
from curule.law.posture import plain
from curule.matters.classification import declassified
from curule.matters.models import Clock, Matter, Projection
from curule.matters.records import forget, posture_of, record_of, related_postures
from curule.matters.signals import rebuilding
from curule.matters.tribunals import library

__all__ = ["Difference", "project", "rebuild", "reckon"]


def project(matter: Matter) -> None:
    """Write the projection and the clocks of a matter after its last entry."""
    posture = posture_of(matter)
    today = timezone.localdate()
    Projection.objects.update_or_create(matter=matter, defaults={
        "head": matter.head, "stage": library(matter.pack).kind(matter.kind).stage(posture, today), "posture": plain(posture)})
    reckon(matter, today, posture)


def reckon(matter: Matter, on: date, posture: Any = None) -> None:
    """Reckon the pending duties and running limits of a matter on a day, and keep them for the desks."""
    posture = posture_of(matter) if posture is None else posture
    Clock.objects.filter(matter=matter).delete()
    Clock.objects.bulk_create(clock_rows(matter, on, posture))


def clock_rows(matter: Matter, on: date, posture: Any) -> list[Clock]:
    """The clock rows of a matter on a day, unsaved."""
    law = library(matter.pack)
    related = related_postures(matter, on)
    rows = [Clock(matter=matter, rule=d.duty.id, subject=_subject(d.given), organs=list(d.duty.by), due=d.due, reckoned_on=on)
            for d in duties(law, matter.kind, posture, on, related)]
    rows += [Clock(matter=matter, rule=r.limit.id, subject=_subject(r.given), organs=list(r.limit.binds), due=r.last, reckoned_on=on, is_limit=True)
             for r in limits(law, matter.kind, posture, on, related) if r.standing is not Standing.DONE]
    return rows


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
            "head": locked.head, "stage": law.kind(locked.kind).stage(posture, timezone.localdate()), "posture": plain(posture)})
        reckon(locked, timezone.localdate(), posture)
    return found
