"""The list of what is public, kept as the record goes: written with the entry that publishes, taken out with the one that closes, and made anew at will."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from curule.access.audiences import PUBLIC, visible
from curule.law.record import CORRECTION, RECLASSIFICATION, WITHDRAWAL
from curule.matters.classification import opened_by
from curule.matters.models import EntryRow, Matter
from curule.matters.reading import matters_for
from curule.matters.signals import entered, rebuilding, reclassified
from curule.portal.delays import station_of, time_on_working_days, working_time
from curule.portal.ecli import DECISIONS, ecli_of
from curule.portal.models import Publication
from curule.registry.models import Rendition
from curule.registry.numbering import court_of
from curule.registry.signals import filed

__all__ = ["listed"]

FIELDS = ("matter_id", "pack", "rendition_id", "type", "language", "is_decision", "done_on", "filed_at", "due_from", "public_at", "working", "on_working_days",
          "ecli")
ABOUT_THE_RECORD = (CORRECTION, WITHDRAWAL, RECLASSIFICATION)


def listed(matter: Matter, rows: Sequence[EntryRow], opened: Mapping[int, EntryRow]) -> list[str]:
    """Bring the list to what is public of these entries; what differed, in words. ``opened``: by its number, the entry since which each is public."""
    keys = [row.pk for row in rows]
    before = {p.entry_id: p for p in Publication.objects.filter(entry__in=keys)}
    is_known = matters_for({PUBLIC}).filter(pk=matter.pk).exists()
    seen = frozenset(visible(EntryRow.objects.filter(pk__in=keys), {PUBLIC}).values_list("pk", flat=True)) if is_known else frozenset()
    renditions = {r.entry_id: r for r in Rendition.objects.filter(entry__in=seen).select_related("document")}
    judicial = frozenset(court_of(matter).judicial)
    wanted = [_publication(matter, row, renditions.get(row.pk), opened.get(row.number, row), judicial) for row in rows if row.pk in seen]
    return [*_put(wanted, before), *_take_out([before[key] for key in keys if key in before and key not in seen])]


def _publication(matter: Matter, row: EntryRow, rendition: Rendition | None, by: EntryRow, judicial: frozenset[str]) -> Publication:
    kind = rendition.document.document_type if rendition is not None else row.act
    made = Publication(entry=row, matter=matter, pack=matter.pack, rendition=rendition, type=kind, done_on=row.done_on, public_at=by.entered_at)
    if rendition is None:
        made.is_decision = row.organ in judicial and row.act not in ABOUT_THE_RECORD
        return made
    made.language, made.filed_at, made.is_decision = rendition.language, rendition.filed_at, kind in DECISIONS
    made.due_from, made.public_at = _moments(matter, row, rendition, by)
    station = station_of(matter)
    made.working = int(working_time(made.due_from, made.public_at, station).total_seconds())
    made.on_working_days = int(time_on_working_days(made.due_from, made.public_at, station).total_seconds())
    made.ecli = ecli_of(rendition, matter, row.done_on.year)
    return made


def _moments(matter: Matter, row: EntryRow, rendition: Rendition, by: EntryRow) -> tuple[datetime, datetime]:
    """From when a document was to be published, and when it was public.

    A public document counts from the moment of its receipt. One that was opened later counts from the start of the day of the act that opened it, since
    the record has no hour of that act, and in no case from before its receipt.
    """
    if by.pk == row.pk:
        return rendition.filed_at, max(row.entered_at, rendition.filed_at)
    day = datetime.combine(by.done_on, time(), station_of(matter).zone)
    return max(min(day, by.entered_at), rendition.filed_at), max(by.entered_at, rendition.filed_at)


def _put(wanted: Iterable[Publication], before: Mapping[int, Publication]) -> list[str]:
    fresh, differing = [], []
    for publication in wanted:
        known = before.get(publication.entry_id)
        if known is None:
            fresh.append(publication)
        elif any(getattr(known, f) != getattr(publication, f) for f in FIELDS):
            publication.pk, publication.code = known.pk, known.code
            differing.append(publication)
    Publication.objects.bulk_create(fresh, batch_size=500)
    Publication.objects.bulk_update(differing, FIELDS, batch_size=50)
    return [f"entry {p.entry.number} was missing from the list of what is public" for p in fresh] + [
        f"entry {p.entry.number} was listed otherwise than the record says" for p in differing]


def _take_out(publications: Sequence[Publication]) -> list[str]:
    Publication.objects.filter(pk__in=[p.pk for p in publications]).delete()
    return ["an entry was listed as public that is not"] * len(publications)


@receiver(entered)
def _entered(sender: type[Matter], matter: Matter, row: EntryRow, **_given: Any) -> None:
    if "filed" not in row.content:  # a document is listed once it has its number
        listed(matter, [row], {})


@receiver(filed)
def _filed(sender: type[Rendition], rendition: Rendition, **_given: Any) -> None:
    listed(rendition.entry.matter, [rendition.entry], {})


@receiver(post_save, sender=Rendition)
def _renumbered(sender: type[Rendition], instance: Rendition, created: bool, update_fields: frozenset[str] | None = None, **_given: Any) -> None:
    """An identifier follows the number."""
    if not created and (update_fields is None or "number" in update_fields):
        publication = Publication.objects.filter(rendition=instance).select_related("entry", "matter").first()
        if publication is not None:
            Publication.objects.filter(pk=publication.pk).update(ecli=ecli_of(instance, publication.matter, publication.entry.done_on.year))


@receiver(reclassified)
def _reclassified(sender: type[Matter], matter: Matter, rows: list[EntryRow], **_given: Any) -> None:
    """What was opened by the entry that is being made is listed, what was closed is taken out; with the first entry the whole matter is."""
    last = EntryRow.objects.filter(matter=matter).order_by("-number")[0]
    changed = {row.number for row in rows}
    if 1 in changed:
        _rebuild(matter)
    else:
        listed(matter, rows, dict.fromkeys(changed, last))


@receiver(rebuilding)
def _rebuilding(sender: type[Matter], matter: Matter, **_given: Any) -> list[str]:
    return _rebuild(matter)


def _rebuild(matter: Matter) -> list[str]:
    rows = list(EntryRow.objects.filter(matter=matter).order_by("number"))
    by_number = {row.number: row for row in rows}
    opened = {number: by_number[by] for number, by in opened_by([row.content for row in rows]).items() if by in by_number}
    return listed(matter, rows, opened)
