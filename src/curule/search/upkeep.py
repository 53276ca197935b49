"""Keeping the index right: entries are marked in the transaction that makes or changes them, and indexed afterwards.

A mark that is lost would lose an entry from search, and a mark that comes late would show what is not to be seen; so marks are rows, written
with the entry. Entries whose audience changed are found by nobody until they are indexed anew.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from curule.jobs.asking import enqueue
from curule.law.record import CORRECTION, RECLASSIFICATION, WITHDRAWAL
from curule.matters.models import EntryRow
from curule.matters.tribunals import codes
from curule.search.index import FORM, Busy, IndexFiles, opened
from curule.search.models import Generation, Mark
from curule.search.records import documents_of

__all__ = ["catch_up", "current", "mark", "on_entered", "on_reclassified", "rebuild", "stale_entries"]

log = logging.getLogger(__name__)
AT_ONCE = 400
"""Marks that a reader's question waits for; what is beyond is left to ``curule index``."""
A_BATCH = 500


def mark(rows: list[EntryRow], *, stale: bool) -> None:
    """Say that the index does not have these entries rightly."""
    Mark.objects.bulk_create([Mark(entry=row, stale=stale) for row in rows])


def on_entered(*, row: EntryRow, **_given: Any) -> None:
    """An entry was made: it goes into the index with the next question, or when ``curule index`` runs."""
    mark([row], stale=False)


def on_reclassified(*, rows: list[EntryRow], **_given: Any) -> None:
    """Audiences changed: from now on nobody finds these entries until the index has them anew, which is tried at once."""
    numbers = [row.pk for row in rows]
    matters = {row.matter_id for row in rows}
    opening = {row.matter_id for row in rows if row.number == 1}
    affected = list(EntryRow.objects.filter(matter__in=opening)) if opening else []
    speaking = EntryRow.objects.filter(matter__in=matters, act__in=(CORRECTION, WITHDRAWAL, RECLASSIFICATION)).exclude(pk__in=numbers)
    mark([*rows, *(row for row in [*affected, *speaking] if row.pk not in numbers)], stale=True)
    transaction.on_commit(_at_once)


def on_filed(*, rendition: Any, **_given: Any) -> None:
    """A document was filed, or its text came: its entry is indexed anew, in the background, since its text may be long."""
    mark([rendition.entry], stale=False)
    last = Mark.objects.filter(entry=rendition.entry).latest("pk").pk
    enqueue("search.index", f"search.index:{last}", mark=last)


def _at_once() -> None:
    try:
        catch_up()
    except Exception:  # whatever it was, the entry is made; its mark stays and is tried again
        log.exception("the index could not be brought up to date; it is tried again with the next question")


def stale_entries() -> list[int]:
    """The entries that nobody finds now, because the index may have an old audience of them."""
    return list(Mark.objects.filter(stale=True).values_list("entry_id", flat=True).distinct())


def current() -> Generation:
    """The index in use. Where there is none of this form yet, one is begun with every entry marked."""
    found = Generation.objects.filter(form=FORM, complete=True).first()
    if found is not None:
        return found
    with transaction.atomic():
        begun = Generation.objects.create(form=FORM, complete=True)
        entries = EntryRow.objects.filter(matter__pack__in=codes()).order_by("pk").values_list("pk", flat=True)
        for batch in _batches(entries.iterator(A_BATCH), A_BATCH):
            Mark.objects.bulk_create([Mark(entry_id=pk) for pk in batch])
    return begun


def catch_up(most: int = AT_ONCE, progress: Callable[[int], None] | None = None) -> int:
    """Index what is marked, the oldest marks first, at most so many; how many entries were indexed."""
    files = opened(current().code)
    done = 0
    entries: set[int] = set()
    while done < most:
        batch = list(Mark.objects.order_by("-stale", "pk").values_list("pk", "entry_id")[:min(A_BATCH, most - done)])
        if not batch:
            break
        touched: dict[int, int] = {}
        for pk, entry in batch:
            touched[entry] = max(pk, touched.get(entry, 0))
        try:
            files.write(documents_of(touched, touched), gone=touched)
        except Busy:
            log.info("another process is writing the index")
            break
        Mark.objects.filter(pk__in=[pk for pk, _entry in batch]).delete()
        done += len(batch)
        entries |= touched.keys()
        if progress is not None:
            progress(len(batch))
    return len(entries)


def rebuild(progress: Callable[[int], None] | None = None) -> int:
    """Make the index anew beside the old one, and use it once it is whole; how many entries it has."""
    fresh = Generation.objects.create(form=FORM)
    files = IndexFiles(_folder(fresh))
    last = Mark.objects.aggregate(last=Max("pk"))["last"] or 0
    stale = set(stale_entries())
    entries = EntryRow.objects.filter(matter__pack__in=codes()).order_by("pk").values_list("pk", flat=True)
    count = 0

    def all_documents() -> Iterator[Any]:
        nonlocal count
        for batch in _batches(entries.iterator(A_BATCH), A_BATCH):
            for _pk, document in documents_of(batch):
                count += 1
                yield document
            if progress is not None:
                progress(len(batch))

    files.add(all_documents())
    with transaction.atomic():
        Generation.objects.exclude(pk=fresh.pk).delete()
        Generation.objects.filter(pk=fresh.pk).update(complete=True)
        # Marks of before are settled, except those whose audience changed while the index was made: to index once more is harmless.
        Mark.objects.filter(pk__lte=last, stale=False).exclude(entry__in=stale).delete()
    _sweep({fresh.code})
    catch_up(10 * AT_ONCE)
    return count


def _folder(generation: Generation) -> Path:
    return Path(settings.HOME) / "search" / generation.code


def _sweep(kept: set[str]) -> None:
    """Remove the folders of indexes that are used no more."""
    root = Path(settings.HOME) / "search"
    for folder in root.iterdir():
        if folder.is_dir() and folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def _batches(pks: Iterator[int], size: int) -> Iterator[list[int]]:
    batch: list[int] = []
    for pk in pks:
        batch.append(pk)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
