"""The record: an append-only sequence of entries, chained by hash.

Nothing is removed. A correction is an entry that names the entry it corrects; the fold reads the corrected
entry in its place. Two questions are kept apart: what the record says *as at* a day (by the day on which
things were done) and what was *known* on a day (by the day on which they were entered).
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from curule.law.view import Actor

__all__ = ["Entry", "Record", "Fault", "canonical", "digest", "numbered", "verify_chain", "GENESIS", "CORRECTION", "RECLASSIFICATION", "WITHDRAWAL"]

GENESIS = "0" * 64
"""The hash before the first entry."""

CORRECTION = "correct_entry"
WITHDRAWAL = "withdraw_entry"
RECLASSIFICATION = "reclassify_entries"
_EMPTY: Mapping[str, Any] = {}


class Entry:
    """One act on a record: what was done, by whom, when, with which particulars, and when it was entered.

    ``done_on`` is the day of the act itself, ``entered_at`` the moment at which it was put on the record (aware, UTC).
    """

    __slots__ = ("number", "act", "actor", "done_on", "particulars", "entered_at")

    def __init__(self, number: int, act: str, actor: Actor, done_on: date, particulars: Mapping[str, Any] = _EMPTY,
                 entered_at: datetime | None = None) -> None:
        self.number = number
        self.act = act
        self.actor = actor
        self.done_on = done_on
        self.particulars = particulars
        self.entered_at = entered_at

    def replaced(self, **changes: Any) -> Entry:
        """A copy with some attributes changed."""
        fields: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        return Entry(**{**fields, **changes})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and all(getattr(self, n) == getattr(other, n) for n in self.__slots__)

    def __hash__(self) -> int:
        return hash((self.number, self.act, self.done_on))

    def __repr__(self) -> str:
        return f"<entry {self.number} {self.act} {self.done_on}>"


def numbered(entries: Sequence[Entry], number: Any) -> Entry | None:
    """The entry of that number among entries in the order of their numbers; nothing for whatever is no number."""
    if not isinstance(number, int):
        return None
    place = bisect_left(entries, number, key=attrgetter("number"))
    return entries[place] if place < len(entries) and entries[place].number == number else None


class Record(Sequence[Entry]):
    """The entries of one matter in the order in which they were entered.

    As it is never written, what was read of it once (:meth:`effective`) holds for good, and for the longer record that :meth:`plus` makes.
    """

    __slots__ = ("_entries", "_effective")

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = tuple(entries)
        self._effective: tuple[Entry, ...] | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, index: Any) -> Any:
        found = self._entries[index]
        return Record(found) if isinstance(index, slice) else found

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def plus(self, *added: Entry) -> Record:
        """This record with more entries."""
        made = Record(self._entries + added)
        if self._effective is not None and not any(e.act in (CORRECTION, WITHDRAWAL) for e in added):
            made._effective = made._entries if self._effective is self._entries else self._effective + added
        return made

    def effective(self) -> Sequence[Entry]:
        """The entries as corrected: each correction is read in place of what it corrects, withdrawn entries are left out.

        A correction takes effect as from the day of the entry it corrects; the correcting entries themselves change nothing more.
        """
        if self._effective is None:
            self._effective = self._corrected()
        return self._effective

    def _corrected(self) -> tuple[Entry, ...]:
        if not any(e.act in (CORRECTION, WITHDRAWAL) for e in self._entries):
            return self._entries
        read: dict[int, Entry | None] = {e.number: e for e in self._entries}
        for entry in self._entries:
            if entry.act not in (CORRECTION, WITHDRAWAL):
                continue
            target = entry.particulars["entry"]
            current = read.get(target)
            read[entry.number] = None
            if current is None:
                continue
            if entry.act == WITHDRAWAL:
                read[target] = None
            else:
                read[target] = current.replaced(done_on=entry.particulars.get("done_on") or current.done_on,
                                                particulars={**current.particulars, **entry.particulars.get("particulars", {})})
        return tuple(e for e in read.values() if e is not None)

    def as_at(self, day: date) -> Record:
        """What the record says of that day: entries for acts done on or before it, with every correction known today."""
        return Record(e for e in self.effective() if e.done_on <= day)

    def known_on(self, day: date) -> Record:
        """What was known on that day: entries put on the record on or before it (an entry without a moment counts as of its day)."""
        return Record(e for e in self._entries if (e.entered_at.date() if e.entered_at else e.done_on) <= day)


class Fault:
    """A break in a chain: ``kind`` is ``altered``, ``removed``, ``reordered``, ``inserted`` or ``cut short``."""

    __slots__ = ("kind", "number", "says")

    def __init__(self, kind: str, number: int, says: str) -> None:
        self.kind = kind
        self.number = number
        self.says = says

    def __repr__(self) -> str:
        return f"<{self.kind} {self.number}: {self.says}>"


def canonical(content: Mapping[str, Any]) -> bytes:
    """The one byte form of an entry's content: JSON, keys sorted, no white space, UTF-8, no floats."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain, allow_nan=False).encode()


def _plain(value: Any) -> str:
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    raise TypeError(f"{value!r} has no canonical form; give text, whole numbers, yes/no, days, lists or mappings of these")


def digest(content: Mapping[str, Any], previous: str) -> str:
    """SHA-256, hexadecimal, over the previous hash and the canonical content."""
    return hashlib.sha256(previous.encode("ascii") + b"\n" + canonical(content)).hexdigest()


def verify_chain(rows: Sequence[tuple[int, Mapping[str, Any], str, str]], *, count: int | None = None,
                 head: str | None = None) -> list[Fault]:
    """Walk a stored chain of ``(number, content, previous hash, hash)`` and name every entry that does not hold.

    ``count`` and ``head`` are what the matter itself says of its record, or an anchor kept elsewhere; they show a chain cut short.
    """
    faults: list[Fault] = []
    hashes = {own: number for number, _, _, own in rows}
    previous, expected = GENESIS, 1
    for number, content, before, own in rows:
        if digest(content, before) != own:
            faults.append(Fault("altered", number, f"entry {number} was altered: its content no longer gives its hash"))
        if number > expected:
            gone = f"entry {expected}" if number == expected + 1 else f"entries {expected} to {number - 1}"
            faults.append(Fault("removed", expected, f"{gone} removed: entry {number} follows entry {expected - 1}"))
        elif number < expected:
            faults.append(Fault("reordered", number, f"entry {number} stands after entry {expected - 1}"))
        elif before != previous:
            if before in hashes:
                faults.append(Fault("reordered", number, f"entry {number} was reordered: it continues entry {hashes[before]}"))
            elif not faults or faults[-1].number != number - 1:
                faults.append(Fault("inserted", number, f"entry {number} does not continue entry {number - 1}: one of them was put in"))
        previous, expected = own, number + 1
    if count is not None and expected - 1 < count:
        faults.append(Fault("cut short", expected, f"entries {expected} to {count} removed from the end"))
    elif head is not None and rows and previous != head and not faults:
        faults.append(Fault("altered", rows[-1][0], f"entry {rows[-1][0]} is not the last entry that the anchor names"))
    return faults
