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
from django.db.models import Max, Min, QuerySet

from curule.jobs.asking import enqueue
from curule.law.record import CORRECTION, RECLASSIFICATION, WITHDRAWAL
from curule.matters.models import EntryRow
from curule.matters.tribunals import codes
from curule.search.index import FORM, Busy, IndexFiles, opened, touched_since
from curule.search.models import Generation, Mark, SavedSearch
from curule.search.records import documents_of

__all__ = ["GivenUp", "catch_up", "current", "mark", "on_entered", "on_reclassified", "rebuild", "stale_entries"]

log = logging.getLogger(__name__)
AT_ONCE = 400
"""Marks that a reader's question waits for; what is beyond is left to ``curule index``."""
A_BATCH = 500


class GivenUp(RuntimeError):
    """Another process began to make the index anew: what this one made is not used."""

    def __init__(self) -> None:
        super().__init__("another process began to make the index anew; this one stops, and its index is not used")


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


def _open_marks() -> QuerySet[Mark]:
    """What the index in use does not have yet."""
    return Mark.objects.filter(settled=False)


def stale_entries() -> list[int]:
    """The entries that nobody finds now, because the index may have an old audience of them."""
    return list(_open_marks().filter(stale=True).values_list("entry_id", flat=True).distinct())


def current() -> Generation:
    """The index in use. Where there is none of this form yet, one is begun with every entry marked."""
    found = Generation.objects.filter(form=FORM, complete=True).first()
    if found is not None:
        return found
    untold = _untold()
    with transaction.atomic():
        begun = Generation.objects.create(form=FORM, complete=True)
        entries = EntryRow.objects.filter(matter__pack__in=codes()).order_by("pk").values_list("pk", flat=True)
        for batch in _batches(entries.iterator(A_BATCH), A_BATCH):
            Mark.objects.bulk_create([Mark(entry_id=pk, news=pk in untold) for pk in batch])
    return begun


def _untold() -> dict[int, int]:
    """The entries at which saved searches have not looked yet, with the numbers of their changes: those that the index before has, and those that wait."""
    earlier = Generation.objects.filter(complete=True).first()
    looked = SavedSearch.objects.filter(alerts=True).aggregate(least=Min("through"), last=Max("through"))
    if looked["last"] is None:
        return {}
    found: dict[int, int] = {}
    if earlier is not None:
        try:
            found = dict(touched_since(_folder(earlier), looked["least"]))
        except (OSError, ValueError):
            log.warning("the index before cannot be read: saved searches do not tell what was entered since they last ran")
    number = max(looked["last"], *found.values(), 0) + 1
    return found | dict.fromkeys(_open_marks().filter(news=True).values_list("entry_id", flat=True), number)


def catch_up(most: int = AT_ONCE, progress: Callable[[int], None] | None = None) -> int:
    """Index what is marked, the oldest marks first, at most so many; how many entries were indexed."""
    generation = current()
    files = opened(generation.code)
    done = 0
    entries: set[int] = set()
    while done < most:
        batch = list(_open_marks().order_by("-stale", "pk")[:min(A_BATCH, most - done)])
        if not batch:
            break
        try:
            files.write(_of_marks(files, batch), gone={one.entry_id for one in batch})
        except Busy:
            log.info("another process is writing the index")
            break
        if not _settle(generation, [one.pk for one in batch]):
            break
        done += len(batch)
        entries |= {one.entry_id for one in batch}
        if progress is not None:
            progress(len(batch))
    return len(entries)


def _of_marks(files: IndexFiles, batch: list[Mark]) -> Iterator[tuple[int, Any]]:
    """The documents of these marks. The number of the change is taken here, when the index is already held for writing: so numbers grow in the order
    in which changes are committed, and a saved search that has looked at one has missed none below it.
    """
    looked = SavedSearch.objects.aggregate(last=Max("through"))["last"] or 0
    number = max(looked, files.last_touched()) + 1
    touched = {one.entry_id: 0 for one in batch} | {one.entry_id: number for one in batch if one.news}
    yield from documents_of(touched, touched)


def _settle(generation: Generation, marks: list[int]) -> bool:
    """The index of this generation has these marks. They are kept as long as another is made beside it, which may have read the entries before;
    and left alone where another took its place meanwhile (False).
    """
    with transaction.atomic():
        if not Generation.objects.select_for_update().filter(pk=generation.pk).exists():
            return False
        if Generation.objects.filter(complete=False, form=FORM).exists():
            Mark.objects.filter(pk__in=marks).update(settled=True)
        else:
            Mark.objects.filter(pk__in=marks).delete()
    return True


def rebuild(progress: Callable[[int], None] | None = None) -> int:
    """Make the index anew beside the old one, and use it once it is whole; how many entries it has.

    :raises GivenUp: when another process began to do the same after this one.
    """
    untold = _untold()
    Generation.objects.filter(complete=False).delete()  # of a process that was killed, or that gives way to this one
    fresh = Generation.objects.create(form=FORM)
    Mark.objects.update(covered_by=fresh)
    files = IndexFiles(_folder(fresh))
    entries = EntryRow.objects.filter(matter__pack__in=codes()).order_by("pk").values_list("pk", flat=True)
    count = 0

    def all_documents() -> Iterator[Any]:
        nonlocal count
        for batch in _batches(entries.iterator(A_BATCH), A_BATCH):
            for _pk, document in documents_of(batch, untold):
                count += 1
                yield document
            if progress is not None:
                progress(len(batch))
            if not Generation.objects.filter(pk=fresh.pk).exists():
                raise GivenUp

    files.add(all_documents())
    _take_its_place(fresh)
    _sweep({fresh.code})
    catch_up(10 * AT_ONCE)
    return count


def _take_its_place(fresh: Generation) -> None:
    """Use the new index. What was marked while it was made is open again, also where the old index has it: to index once more is harmless."""
    with transaction.atomic():
        if not Generation.objects.filter(pk=fresh.pk).update(complete=True):
            raise GivenUp
        Generation.objects.exclude(pk=fresh.pk).delete()  # waits for whoever is settling marks of the old one
        Mark.objects.filter(covered_by=fresh).delete()
        Mark.objects.filter(settled=True).update(settled=False)


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
