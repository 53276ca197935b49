"""Projections: disposable tables computed from records, rebuilt and proved equal at will."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from curule.law.posture import plain
from curule.matters.classification import declassified
from curule.matters.days import day_of
from curule.matters.models import Matter, Projection
from curule.matters.reckoning import reckon
from curule.matters.records import forget, posture_of, record_of
from curule.matters.seen import forget_seen
from curule.matters.signals import rebuilding
from curule.matters.tribunals import library

__all__ = ["Difference", "project", "rebuild"]


def project(matter: Matter) -> None:
    """Write the projection and the clocks of a matter after its last entry."""
    _store(matter, posture_of(matter))
    reckon(matter)


def _store(matter: Matter, posture: Any) -> None:
    """The matter is locked, so nobody else writes between the one question and the other."""
    told = {"head": matter.head, "stage": library(matter.pack).kind(matter.kind).stage(posture, day_of(matter)), "posture": plain(posture)}
    if not Projection.objects.filter(matter=matter).update(**told):
        Projection.objects.create(matter=matter, **told)


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
        _store(locked, posture)
        reckon(locked)
    return found
