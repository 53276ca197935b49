"""What one reader sees of one record, kept in memory as long as neither the record nor the audience of any of its entries changes.

Audiences follow from entries; when that of an entry that was there changes, its matter gets another ``sight_mark``, at random and in the same
transaction. What is kept here is kept under record and mark, and the mark is asked of the database each time: nothing that was reclassified is read from
memory, nor what was undone. A record that grew is not numbered anew from the start: what was made of its beginning goes on.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any

from curule.access.audiences import PUBLIC, may_see
from curule.law.library import Library
from curule.law.record import CORRECTION, RECLASSIFICATION, WITHDRAWAL, Entry, Record, numbered
from curule.matters.models import EntryAudience, EntryRow, Matter
from curule.matters.records import Kept
from curule.matters.tribunals import library

__all__ = ["Seen", "Shelf", "forget_seen", "seen_by", "seen_by_each"]

MOST_ENTRIES = 400_000
"""Entries kept, of all records and readers together."""


class _Numbered:
    """The numbers of the entries that are seen, on the record itself, in order; by them, those under which the reader sees them."""

    def __init__(self, stored: Sequence[int]) -> None:
        self._stored = stored

    def get(self, number: Any) -> int | None:
        """The number under which the reader sees the entry of that number; nothing where that entry is hidden."""
        if not isinstance(number, int):
            return None
        place = bisect_left(self._stored, number)
        return place + 1 if place < len(self._stored) and self._stored[place] == number else None

    def __contains__(self, number: object) -> bool:
        return self.get(number) is not None

    def __getitem__(self, number: int) -> int:
        found = self.get(number)
        if found is None:
            raise KeyError(number)
        return found


@dataclass(frozen=True)
class Seen:
    """The visible entries, numbered from one, with the database key of each; ``print`` is one for all who see the same.

    ``stored``: the number that each has on the record itself. ``state``: the head under which what is seen here last became more; with the print it names
    what is seen and nothing else. ``before``: what this one continues, the state and print of that and how many entries it showed. ``digested`` is the
    digest of the keys, to go on from (copied, never written). ``latest``: the last of the days on which anything visible was done.
    """

    entries: tuple[Entry, ...]
    keys: Sequence[int]
    stored: Sequence[int]
    is_whole: bool
    print: str
    state: str
    before: tuple[str, str, int] = ("", "", 0)
    digested: Any = None
    latest: date = date.min

    @property
    def shown(self) -> _Numbered:
        """The number that an entry of the record itself has here."""
        return _Numbered(self.stored)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The number of each entry by its key."""
        return {key: n for n, key in enumerate(self.keys, 1)}

    @cached_property
    def _referring(self) -> dict[tuple[str, ...], Mapping[int, Sequence[tuple[int, str]]]]:
        return {}

    def referring(self, names: tuple[str, ...]) -> Mapping[int, Sequence[tuple[int, str]]]:
        """For each entry: the entries that refer to it in particulars of these names, and in which. Reckoned once for all who see the same."""
        if names not in self._referring:
            found: dict[int, list[tuple[int, str]]] = {}
            for entry in self.entries:
                for name in names:
                    value = entry.particulars.get(name, ())
                    for number in value if isinstance(value, tuple) else (value,):
                        found.setdefault(number, []).append((entry.number, name))
            self._referring[names] = found
        return self._referring[names]

    @cached_property
    def changes_itself(self) -> bool:
        """Whether an entry that came since ``before`` says of another one that it is false: then what was computed from that cannot go on."""
        return any(e.act in (CORRECTION, WITHDRAWAL) for e in self.entries[self.before[2]:])


@dataclass(frozen=True, slots=True)
class _Audiences:
    """The audience of each entry of a record, in its order; ``distinct``: each audience once, in the order in which they came; ``held``: every token."""

    head: str
    each: tuple[frozenset[str], ...]
    distinct: tuple[frozenset[str], ...]
    held: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """What is seen of a record of which so many entries, the visible and the hidden, were read, up to that head."""

    seen: Seen
    read: int
    head: str


class Shelf:
    """Things under keys that begin with a matter, the least used thrown out first where all together weigh more than ``most``."""

    def __init__(self, most: int = MOST_ENTRIES) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, key: tuple[Any, ...]) -> Any:
        """What is kept under a key; nothing where nothing is."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: tuple[Any, ...], thing: Any, weight: int) -> None:
        """Keep a thing of that weight."""
        with self._lock:
            before = self._kept.pop(key, None)
            self._weight += weight - (before[1] if before else 0)
            self._kept[key] = (thing, weight)
            while self._weight > self._most and len(self._kept) > 1:
                self._weight -= self._kept.popitem(last=False)[1][1]

    def clear(self) -> None:
        """Keep nothing any more."""
        with self._lock:
            self._kept.clear()
            self._weight = 0


_audiences, _seen = Shelf(), Shelf()


def forget_seen() -> None:
    """Empty the memory (for a rebuild, which proves what the database holds, and for tests that alter it behind the application's back)."""
    _audiences.clear()
    _seen.clear()


def seen_by(tokens: frozenset[str], matter: Matter, stored: Kept) -> Seen:
    """What a holder of these tokens sees of a record."""
    mark = _mark_of(matter)
    return _kept(matter, mark, stored, _audiences_of(matter, mark, stored), tokens, {})


def seen_by_each(matter: Matter, stored: Kept) -> list[tuple[frozenset[str], Seen]]:
    """What everybody sees of a record, then what is seen with each one token that its entries have: the tokens with which the same is seen, and that.

    There are as many as there are sorts of readers, however many audiences these make together.
    """
    mark = _mark_of(matter)
    audiences = _audiences_of(matter, mark, stored)
    continued: dict[tuple[int, str], bool] = {}
    hidden = [audience for audience in audiences.distinct if PUBLIC not in audience]
    alike: dict[tuple[bool, ...], list[str]] = {}
    for token in sorted(frozenset().union(*hidden)):
        alike.setdefault(tuple(token in audience for audience in hidden), []).append(token)
    everybody = frozenset({PUBLIC})
    return [(frozenset(tokens), _kept(matter, mark, stored, audiences, everybody | {tokens[0]}, continued)) for tokens in ([PUBLIC], *alike.values())]


def _mark_of(matter: Matter) -> str:
    """The mark as the database has it now."""
    return Matter.objects.filter(pk=matter.pk).values_list("sight_mark", flat=True).first() or ""


def _kept(matter: Matter, mark: str, stored: Kept, audiences: _Audiences, tokens: frozenset[str], continued: dict[tuple[int, str], bool]) -> Seen:
    """What is seen with these tokens; ``continued``: the beginnings of which it was asked already whether the record begins so."""
    held = tokens & audiences.held
    key = (matter.pk, mark, *sorted(held))
    before: _Read | None = _seen.get(key)
    if before is not None and before.head == stored.head:
        return before.seen
    if before is not None:
        begins = (before.read, before.head)
        if begins not in continued:
            continued[begins] = _goes_on(matter, *begins, stored)
        before = before if continued[begins] else None
    read = before.read if before is not None else 0
    seen = _made(library(matter.pack), stored, read, [may_see(held, audience) for audience in audiences.each[read:]], before.seen if before else None)
    _seen.keep(key, _Read(seen, len(stored.keys), stored.head), len(seen.entries))
    return seen


def _audiences_of(matter: Matter, mark: str, stored: Kept) -> _Audiences:
    before: _Audiences | None = _audiences.get((matter.pk, mark))
    if before is not None and before.head == stored.head:
        return before
    if before is not None and not _goes_on(matter, len(before.each), before.head, stored):
        before = None
    known = before.each if before is not None else ()
    rows: dict[int, set[str]] = {key: set() for key in stored.keys[len(known):]}
    asked = EntryAudience.objects.filter(entry__matter=matter)
    if known:
        asked = asked.filter(entry__number__gt=len(known))
    for key, token in asked.values_list("entry_id", "token"):
        if key in rows:
            rows[key].add(token)
    same: dict[frozenset[str], frozenset[str]] = {audience: audience for audience in before.distinct} if before is not None else {}
    added = tuple(same.setdefault(audience, audience) for audience in map(frozenset, rows.values()))
    made = _Audiences(stored.head, known + added, tuple(same), frozenset().union(*same))
    _audiences.keep((matter.pk, mark), made, len(made.each))
    return made


def _goes_on(matter: Matter, read: int, head: str, stored: Kept) -> bool:
    """Whether the record begins with those entries that were read before."""
    return 0 < read < len(stored.keys) and EntryRow.objects.filter(matter=matter, number=read, hash=head).exists()


def _made(law: Library, stored: Kept, read: int, sees: Sequence[bool], before: Seen | None) -> Seen:
    """What is seen of a record, ``sees`` being of the entries after those that were ``read``. Where none of them is seen, that is what was seen before."""
    is_whole = all(sees) and (before is None or before.is_whole)
    if before is not None and is_whole == before.is_whole and not any(sees):
        return before
    count = len(before.entries) if before is not None else 0
    entries: list[Entry] = []
    # Plain numbers side by side: they are copied at each entry, for each sort of reader, and ten thousand references would be counted each time.
    keys, numbers = (array("q", before.keys), array("q", before.stored)) if before is not None else (array("q"), array("q"))
    shown = _Numbered(numbers)
    for entry, key, is_seen in zip(stored.record[read:], stored.keys[read:], sees, strict=True):
        if is_seen and (is_whole or _speaks_of_visible(entry, shown)):
            numbers.append(entry.number)
            entries.append(entry if is_whole else _renumbered(law, entry, shown, stored.record))
            keys.append(key)
    if before is not None and not entries and is_whole == before.is_whole:
        return before
    digested = before.digested.copy() if before is not None else hashlib.sha256()
    digested.update("".join(f"{key} " for key in keys[count:]).encode())
    print_ = "whole" if is_whole else digested.hexdigest()
    continued = (before.state, before.print, count) if before is not None else ("", "", 0)
    latest = max((before.latest if before is not None else date.min, *(entry.done_on for entry in entries)))
    return Seen((before.entries if before is not None else ()) + tuple(entries), keys, numbers, is_whole, print_, stored.head, continued, digested, latest)


def _speaks_of_visible(entry: Entry, shown: Container[int]) -> bool:
    """An entry about hidden entries only (a correction, a reclassification) is hidden with them."""
    if entry.act in (CORRECTION, WITHDRAWAL):
        return entry.particulars.get("entry") in shown
    return entry.act != RECLASSIFICATION or any(n in shown for n in entry.particulars.get("entries", ()))


def _renumbered(law: Library, entry: Entry, shown: _Numbered, record: Record) -> Entry:
    """The entry with the numbers that this reader sees, its own and those to which it refers; ``record``: the one on which it stands."""
    given = _referring(law, entry.act, entry.particulars, shown)
    if entry.act == CORRECTION and isinstance(given.get("particulars"), Mapping):
        corrected = numbered(record, entry.particulars["entry"])
        given = {**given, "particulars": _referring(law, corrected.act if corrected is not None else "", given["particulars"], shown)}
    return entry.replaced(number=shown[entry.number], particulars=given)


def _referring(law: Library, act: str, given: Mapping[str, Any], numbers: _Numbered) -> Mapping[str, Any]:
    """Particulars whose references to entries are those that this reader sees; a reference to a hidden entry is left out."""
    if act not in law.acts:
        return given
    names = {p.name for p in law.particulars(act) if p.kind == "entry" and p.name in given}
    if not names:
        return given
    made = dict(given)
    for name in names:
        value = made[name]
        kept = tuple(numbers[n] for n in (value if isinstance(value, tuple) else (value,)) if n in numbers)
        if not kept:
            del made[name]
        else:
            made[name] = kept if isinstance(value, tuple) else kept[0]
    return made
