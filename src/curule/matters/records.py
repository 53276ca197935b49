"""Reading records from the database: stored rows to typed entries, records, postures, related postures."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from threading import Lock
from typing import Any

from curule.law.library import Library
from curule.law.particulars import Particular
from curule.law.posture import apply
from curule.law.record import CORRECTION, GENESIS, WITHDRAWAL, Entry, Record, numbered
from curule.law.view import Actor
from curule.matters.models import EntryRow, Matter
from curule.matters.tribunals import library

__all__ = ["Kept", "as_entry", "forget", "kept_record", "posture_of", "record_of", "related_matters", "related_postures", "typed_particulars"]


def _typed(particular: Particular, value: Any) -> Any:
    if particular.many:
        return tuple(date.fromisoformat(v) for v in value) if particular.kind == "date" else tuple(value)
    return date.fromisoformat(value) if particular.kind == "date" else value


def typed_particulars(law: Library, act: str, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Particulars from their stored form: days become dates, lists tuples. An act that the library no longer knows keeps plain data."""
    if act not in law.acts:
        return dict(stored)
    declared = {p.name: p for p in law.particulars(act)}
    return {name: _typed(declared[name], value) if name in declared else value for name, value in stored.items()}


def as_entry(law: Library, row: EntryRow, before: Sequence[Entry] = ()) -> Entry:
    """One stored row as an entry; a correction's particulars are typed by the act it corrects, which is among the entries ``before``."""
    content = row.content
    given = typed_particulars(law, row.act, content["particulars"])
    if row.act == CORRECTION and isinstance(given.get("particulars"), dict) and (corrected := numbered(before, given["entry"])) is not None:
        given["particulars"] = typed_particulars(law, corrected.act, given["particulars"])
    return Entry(row.number, row.act, Actor(content["organ"], content["person"]), row.done_on, given,
                 datetime.fromisoformat(content["entered_at"]).astimezone(UTC))


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as last read: how many entries, under which head, the posture after the last of them, and the database key of each row.

    ``latest``: the last of the days on which anything was done, as corrected; nothing before the first entry.
    """

    count: int
    head: str
    record: Record
    posture: Any
    keys: tuple[int, ...]
    latest: date


class _Shelf:
    """Records and postures in memory, by head: the same head is the same record, so nothing here can be stale.

    Records only grow: when a matter has new entries, only those are read. Bounded by the number of entries kept.
    """

    def __init__(self, most_entries: int = 400_000, most_postures: int = 512) -> None:
        self._records: OrderedDict[int, Kept] = OrderedDict()
        self._postures: OrderedDict[tuple[int, str, date], Any] = OrderedDict()
        self._entries, self._most_entries, self._most_postures = 0, most_entries, most_postures
        self._lock = Lock()

    def record(self, pk: int) -> Kept | None:
        with self._lock:
            return self._records.get(pk)

    def keep(self, pk: int, kept: Kept) -> None:
        with self._lock:
            before = self._records.pop(pk, None)
            self._entries += kept.count - (before.count if before else 0)
            self._records[pk] = kept
            while self._entries > self._most_entries and len(self._records) > 1:
                _, gone = self._records.popitem(last=False)
                self._entries -= gone.count

    def posture(self, key: tuple[int, str, date], make: Callable[[], Any]) -> Any:
        with self._lock:
            if key in self._postures:
                self._postures.move_to_end(key)
                return self._postures[key]
        made = make()
        with self._lock:
            self._postures[key] = made
            while len(self._postures) > self._most_postures:
                self._postures.popitem(last=False)
        return made

    def clear(self) -> None:
        with self._lock:
            self._records.clear()
            self._postures.clear()
            self._entries = 0


_shelf = _Shelf()


def forget() -> None:
    """Empty the memory of records (for tests that alter the database behind the application's back)."""
    _shelf.clear()


def kept_record(matter: Matter) -> Kept:
    """The record of a matter up to its head, from memory and from the entries that came since."""
    before = _shelf.record(matter.pk)
    if before is not None and before.head == matter.head:
        return before
    if before is not None and before.count < matter.count:
        rows = list(matter.entries.filter(number__gt=before.count).order_by("number"))
        if rows and rows[0].previous == before.head and rows[-1].hash == matter.head:
            return _keep(matter, _extended(matter, before, rows))
    return _keep(matter, _extended(matter, None, list(matter.entries.order_by("number"))))


def _keep(matter: Matter, kept: Kept) -> Kept:
    # Not an empty record: where opening a matter is refused, the next one may be given the same key, and be of another tribunal.
    if kept.count and kept.head == matter.head:
        _shelf.keep(matter.pk, kept)
    return kept


def _extended(matter: Matter, before: Kept | None, rows: list[EntryRow]) -> Kept:
    """What was kept, with newer rows; all of them where nothing was. A correction among the newer ones makes the fold start anew.

    Whatever is done for each entry anew when one is added makes filing the slower the longer the record is.
    """
    law = library(matter.pack)
    entries = list(before.record) if before else []
    for row in rows:
        entries.append(as_entry(law, row, entries))
    added = entries[-len(rows):] if rows else []
    record = before.record.plus(*added) if before else Record(added)
    if before is None or any(entry.act in (CORRECTION, WITHDRAWAL) for entry in added):
        posture, days = law.fold(matter.kind, record), [entry.done_on for entry in record.effective()]
    else:
        posture, days = before.posture, [before.latest, *(entry.done_on for entry in added)]
        for entry in added:
            posture = apply(posture, entry, law.effects)
    keys = (before.keys if before else ()) + tuple(row.pk for row in rows)
    return Kept(len(record), rows[-1].hash if rows else GENESIS, record, posture, keys, max(days, default=date.min))


def record_of(matter: Matter) -> Record:
    """The whole record of a matter, in order."""
    return kept_record(matter).record


def posture_of(matter: Matter, on: date | None = None) -> Any:
    """The posture of a matter: after its last entry, or as at a day."""
    kept = kept_record(matter)
    if on is None or kept.latest <= on:
        return kept.posture
    return _shelf.posture((matter.pk, kept.head, on), lambda: library(matter.pack).fold(matter.kind, kept.record.as_at(on)))


def related_matters(matter: Matter) -> dict[str, Matter]:
    """The matters that this one's law looks at, by kind: those linked, else the only one of its kind in the tribunal."""
    law = library(matter.pack)
    wanted = law.kind(matter.kind).reads
    found = {link.kind: link.to for link in matter.links.select_related("to")} if matter.pk else {}
    for kind in wanted:
        if kind not in found and law.kind(kind).one:
            only = Matter.objects.filter(pack=matter.pack, kind=kind).first()
            if only is not None:
                found[kind] = only
    return found


def related_postures(matter: Matter, on: date) -> dict[str, Any]:
    """The postures of :func:`related_matters` as at a day."""
    return {kind: posture_of(other, on) for kind, other in related_matters(matter).items()}
