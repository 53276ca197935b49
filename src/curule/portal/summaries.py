"""The stage and the length of many matters as everybody reads them: kept in a table, so that a list need not read the record of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.dispatch import receiver

from curule.matters.models import Matter
from curule.matters.signals import rebuilding
from curule.matters.tribunals import library
from curule.portal.delays import ALLOWED
from curule.portal.lists import documents_published
from curule.portal.models import PublicSummary
from curule.portal.seen import public_matters, public_reading

__all__ = ["stage_words", "summaries_of"]


def summaries_of(matters: Sequence[Matter]) -> dict[int, PublicSummary]:
    """The summary of each matter, by its key. What was kept of another record, or of other audiences, is read anew."""
    keys = [matter.pk for matter in matters]
    kept = {row.matter_id: row for row in PublicSummary.objects.filter(matter__in=keys)}
    fresh = [_read(m) for m in matters if m.pk not in kept or (kept[m.pk].head, kept[m.pk].sight_mark) != (m.head, m.sight_mark)]
    if fresh:
        PublicSummary.objects.bulk_create(fresh, update_conflicts=True, unique_fields=["matter"],
                                          update_fields=["head", "sight_mark", "stage", "entries", "tallies"])
    return {**kept, **{summary.matter_id: summary for summary in fresh}}


def _read(matter: Matter) -> PublicSummary:
    reading = public_reading(matter)
    return PublicSummary(matter=matter, head=matter.head, sight_mark=matter.sight_mark, stage=reading.stage, entries=len(reading.entries),
                         tallies=_tallies(matter))


def _tallies(matter: Matter) -> dict[str, Any]:
    documents = documents_published(matter).order_by()
    month, allowed = TruncMonth("due_from", tzinfo=UTC), int(ALLOWED.total_seconds())
    months = documents.annotate(month=month).values_list("month").annotate(
        n=Count("pk"), in_time=Count("pk", filter=Q(working__lte=allowed)), in_a_day=Count("pk", filter=Q(on_working_days__lte=allowed)))
    return {"types": dict(documents.values_list("type").annotate(n=Count("pk"))), "languages": dict(documents.values_list("language").annotate(n=Count("pk"))),
            "months": {f"{month:%Y-%m}": counts for month, *counts in months}}


def stage_words(matter: Matter, stage: str, lang: str) -> str:
    """A stage by its name."""
    words = library(matter.pack).kind(matter.kind).stages.get(stage)
    return words.of(lang) if words is not None else stage


@receiver(rebuilding)
def _rebuilding(sender: type[Matter], matter: Matter, **_given: Any) -> list[str]:
    """What is kept of this record is compared with the record; where everybody may know of the matter it is kept anew."""
    kept = PublicSummary.objects.filter(matter=matter, head=matter.head, sight_mark=matter.sight_mark).first()
    PublicSummary.objects.filter(matter=matter).delete()
    if not public_matters().filter(pk=matter.pk).exists():
        return []
    now = summaries_of([matter])[matter.pk]
    differs = kept is not None and (kept.entries, kept.tallies) != (now.entries, now.tallies)
    return ["the summary that everybody reads was kept otherwise than the record says"] if differs else []
