"""Walking every chain: which entry was altered, removed, reordered or put in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curule.law.record import Fault, verify_chain
from curule.matters.models import EntryRow, Matter

__all__ = ["Verified", "anchors", "read_anchors", "verify", "verify_matter"]


@dataclass(frozen=True, slots=True)
class Verified:
    """One matter walked."""

    number: str
    entries: int
    faults: tuple[Fault, ...]


REPEATED = ("matter", "act", "organ")


def verify_matter(matter: Matter, anchor: Mapping[str, Any] | None = None) -> Verified:
    """Walk the chain of one matter; an anchor kept elsewhere also shows entries cut from the end and a chain written anew."""
    rows = list(EntryRow.objects.filter(matter=matter).order_by("pk"))
    faults = verify_chain([(r.number, r.content, r.previous, r.hash) for r in rows], count=matter.count, head=matter.head)
    for row in rows:
        faults += _columns(matter, row)
    if anchor is not None:
        faults += _against(anchor, rows)
    return Verified(matter.number, len(rows), tuple(faults))


def _columns(matter: Matter, row: EntryRow) -> list[Fault]:
    """The columns that repeat an entry's content must say the same."""
    content = row.content
    if not isinstance(content, dict):
        return [Fault("altered", row.number, f"entry {row.number} was altered: its content is no entry any more")]
    told = {"matter": matter.number, "number": row.number, "act": row.act, "organ": row.organ, "done_on": row.done_on.isoformat(),
            "diverges": row.diverges}
    wrong = [name for name, value in told.items() if content.get(name) != value]
    return [Fault("altered", row.number, f"entry {row.number} was altered: its {', '.join(wrong)} no longer agree with its content")] if wrong else []


def _against(anchor: Mapping[str, Any], rows: list[EntryRow]) -> list[Fault]:
    count, head = int(anchor["count"]), str(anchor["head"])
    if len(rows) < count:
        return [Fault("cut short", len(rows) + 1, f"entries {len(rows) + 1} to {count} are in the anchor and no longer on the record")]
    found = next((r for r in rows if r.number == count), None)
    if found is None or found.hash != head:
        return [Fault("altered", count, f"the chain up to entry {count} is not the one that the anchor names: it was written anew")]
    return []


def verify(anchored: Mapping[str, Any] | None = None) -> Iterator[Verified]:
    """Walk every matter; with anchors, matters that have vanished are named too. Anchors of other things have a colon in their name."""
    seen = set()
    for matter in Matter.objects.order_by("pk").iterator():
        seen.add(matter.number)
        yield verify_matter(matter, (anchored or {}).get(matter.number))
    for number in sorted(key for key in set(anchored or {}) - seen if ":" not in key):
        yield Verified(number, 0, (Fault("removed", 0, "the matter is in the anchors and no longer there"),))


def anchors() -> dict[str, Any]:
    """The heads of all chains, to be kept elsewhere (printed, signed, deposited)."""
    return {m.number: {"count": m.count, "head": m.head} for m in Matter.objects.order_by("number")}


def read_anchors(path: Path) -> dict[str, Any]:
    """Anchors from a file.

    :raises ValueError: when the file is no anchors file.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not all(isinstance(v, dict) and isinstance(v.get("count"), int) and isinstance(v.get("head"), str) for v in data.values()):
        raise ValueError(f"{path} is no anchors file; make one with `curule verify --write-anchors FILE`")
    return data
