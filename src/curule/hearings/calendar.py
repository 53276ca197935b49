"""The calendar of one reader: the hearings that the reader sees, and where two of them are in each other's way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import combinations

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from curule.access.audiences import visible
from curule.hearings.models import Sitting
from curule.matters.models import EntryRow, Matter
from curule.matters.reading import matters_for
from curule.matters.records import posture_of

__all__ = ["Conflict", "conflicts", "of_month", "sittings_for"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two hearings that cannot both be held, and why."""

    first: Sitting
    second: Sitting
    why: tuple[str, ...] = field(default=())


def sittings_for(tokens: Iterable[str], matter: Matter | None = None) -> QuerySet[Sitting]:
    """The hearings that a holder of these tokens sees: those whose entry and whose matter they see."""
    tokens = frozenset(tokens)
    entries, matters = visible(EntryRow.objects.all(), tokens), matters_for(tokens)
    found = Sitting.objects.filter(Exists(entries.filter(pk=OuterRef("entry_id"))), Exists(matters.filter(pk=OuterRef("matter_id"))))
    return (found if matter is None else found.filter(matter=matter)).select_related("matter", "entry")


def of_month(found: QuerySet[Sitting], first: date) -> QuerySet[Sitting]:
    """Those of the month that begins on that day, a day more on both sides for the courtrooms' different clocks."""
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return found.filter(begins_at__gte=_midnight(first) - timedelta(days=1), begins_at__lt=_midnight(after) + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.get_current_timezone())


def conflicts(sittings: Sequence[Sitting]) -> list[Conflict]:
    """Where two of these hearings overlap and share a courtroom, a judge or a participant."""
    standing = sorted((s for s in sittings if s.ended_by_id is None), key=lambda s: s.begins_at)
    judges = {s.matter_id: _judges(s.matter) for s in standing}
    found = []
    for first, second in combinations(standing, 2):
        # Two tribunals share neither courtrooms nor judges, and "the Defence" of one is not that of the other.
        if second.begins_at >= first.ends_at or first.matter.pack != second.matter.pack:
            continue
        why = tuple(_shared(first, second, judges[first.matter_id] & judges[second.matter_id]))
        if why:
            found.append(Conflict(first, second, why))
    return found


def _shared(first: Sitting, second: Sitting, judges: frozenset[str]) -> Iterable[str]:
    if first.courtroom == second.courtroom and first.courtroom != "remote":
        yield gettext("the same courtroom")
    if first.matter_id == second.matter_id:
        yield gettext("the same matter")
    elif judges:
        yield gettext("the same judge")
    if frozenset(map(str.casefold, first.participants)) & frozenset(map(str.casefold, second.participants)):
        yield gettext("the same participant")


def _judges(matter: Matter) -> frozenset[str]:
    benches = getattr(posture_of(matter), "benches", None) or {}
    return frozenset(judge for bench in benches.values() for judge in getattr(bench, "judges", ()))
