"""Reading records from the database: stored rows to typed entries, records, postures, related postures."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, date, datetime
from threading import Lock
from typing import Any

from curule.law.library import Library
from curule.law.particulars import Particular
from curule.law.record import CORRECTION, Entry, Record
from curule.law.view import Actor
from curule.matters.models import EntryRow, Matter
from curule.matters.tribunals import library

__all__ = ["as_entry", "posture_of", "record_of", "related_postures"]

KEPT = 256
_postures: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
_lock = Lock()


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


def as_entry(law: Library, row: EntryRow, acts: Mapping[int, str] | None = None) -> Entry:
    """One stored row as an entry; a correction's particulars are typed by the act it corrects."""
    content = row.content
    given = typed_particulars(law, row.act, content["particulars"])
    if row.act == CORRECTION and acts and isinstance(given.get("particulars"), dict):
        given["particulars"] = typed_particulars(law, acts.get(given["entry"], ""), given["particulars"])
    return Entry(row.number, row.act, Actor(content["organ"], content["person"]), row.done_on, given,
                 datetime.fromisoformat(content["entered_at"]).astimezone(UTC))


def record_of(matter: Matter) -> Record:
    """The whole record of a matter, in order."""
    law = library(matter.pack)
    rows = list(matter.entries.order_by("number"))
    acts = {row.number: row.act for row in rows}
    return Record(as_entry(law, row, acts) for row in rows)


def posture_of(matter: Matter, on: date | None = None, record: Record | None = None) -> Any:
    """The posture of a matter: after its last entry, or as at a day. Kept in memory by head, since the same record gives the same posture."""
    key = (matter.pk, matter.head, on)
    with _lock:
        if key in _postures:
            _postures.move_to_end(key)
            return _postures[key]
    whole = record if record is not None else record_of(matter)
    posture = library(matter.pack).fold(matter.kind, whole if on is None else whole.as_at(on))
    with _lock:
        _postures[key] = posture
        while len(_postures) > KEPT:
            _postures.popitem(last=False)
    return posture


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
