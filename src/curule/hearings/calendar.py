"""The calendar of one reader: the hearings that the reader sees, and those that are announced and no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from curule.access.audiences import visible
from curule.hearings.models import Sitting
from curule.matters.models import EntryRow, Matter
from curule.matters.reading import matters_for
from curule.matters.sight import tokens_for
from curule.statutes.court_record.hearings import ANNOUNCED

__all__ = ["announced", "calendar_of", "during", "month_of", "sittings_for"]


def sittings_for(tokens: Iterable[str], matter: Matter | None = None) -> QuerySet[Sitting]:
    """The hearings that a holder of these tokens sees: those whose entry and whose matter they see."""
    tokens = frozenset(tokens)
    entries, matters = visible(EntryRow.objects.all(), tokens), matters_for(tokens)
    found = Sitting.objects.filter(Exists(entries.filter(pk=OuterRef("entry_id"))), Exists(matters.filter(pk=OuterRef("matter_id"))))
    return (found if matter is None else found.filter(matter=matter)).select_related("matter", "entry")


def announced(tokens: Iterable[str], matter: Matter | None = None) -> QuerySet[Sitting]:
    """The private and closed hearings of matters that the reader knows of, whose entries are for others; shown by :func:`calendar_of` alone."""
    tokens = frozenset(tokens)
    entries, matters = visible(EntryRow.objects.all(), tokens), matters_for(tokens)
    found = Sitting.objects.filter(~Exists(entries.filter(pk=OuterRef("entry_id"))), Exists(matters.filter(pk=OuterRef("matter_id"))), session__in=ANNOUNCED)
    return (found if matter is None else found.filter(matter=matter)).select_related("matter", "entry").prefetch_related("entry__audience")


def calendar_of(tokens: Iterable[str], matter: Matter | None = None, *, begins: datetime | None = None, ends: datetime | None = None,
                most: int | None = None) -> list[Sitting]:
    """The hearings of a reader, the earliest first: whole where the reader sees the entry; of those that are only announced, what everybody may know.

    ``begins``: not those that are over by then; ``ends``: not those that begin later. What is cut to an announcement cannot be saved.
    """
    tokens = frozenset(tokens)
    seen = list(during(sittings_for(tokens, matter), begins, ends)[:most])
    told = [_announcement(s) for s in during(announced(tokens, matter), begins, ends)[:most] if _is_announced(s)]
    return sorted([*seen, *told], key=lambda s: (s.begins_at, s.pk or 0, s.courtroom))[:most]


def during(found: QuerySet[Sitting], begins: datetime | None, ends: datetime | None) -> QuerySet[Sitting]:
    """Those of a time."""
    if begins is not None:
        found = found.filter(ends_at__gt=begins)
    return found if ends is None else found.filter(begins_at__lt=ends)


def _is_announced(sitting: Sitting) -> bool:
    """Whether its entry still has the audience with which it was entered: once it was sealed, nobody else is told that the hearing is held."""
    now = frozenset(row.token for row in sitting.entry.audience.all())
    return now == tokens_for(sitting.matter, sitting.entry.content["audience"])


def _announcement(sitting: Sitting) -> Sitting:
    """The case, the place, the hours, and that the public is shut out."""
    subject = gettext("Hearing in closed session") if sitting.session == "closed" else gettext("Hearing in private session")
    told = Sitting(entry=sitting.entry, matter=sitting.matter, courtroom=sitting.courtroom, zone=sitting.zone, begins_at=sitting.begins_at,
                   ends_at=sitting.ends_at, all_day=sitting.all_day, session=sitting.session, subject=subject, ended_by_id=sitting.ended_by_id)
    told.is_announcement = True
    return told


def month_of(first: date) -> tuple[datetime, datetime]:
    """The month that begins on that day, a day more on both sides for the courtrooms' different clocks."""
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return _midnight(first) - timedelta(days=1), _midnight(after) + timedelta(days=1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.get_current_timezone())
