"""Writing a history file in the precise form, which replay reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from curule.law.library import Library
from curule.law.record import Entry
from curule.law.simulation import Deed

__all__ = ["history_of", "write_history"]


def history_of(library: Library, deeds: Iterable[Deed], prepared: Mapping[str, list[Entry]]) -> dict[str, Any]:
    """A simulated life as the content of a history file: the prepared records first, then the deeds, in the order of their days."""
    matters: dict[str, Any] = {f"{kind}-0": {"kind": kind} for kind, entries in prepared.items() if entries}
    events = [_event(f"{kind}-0", e.done_on, e.act, str(e.actor), e.particulars) for kind, entries in prepared.items() for e in entries]
    for deed in deeds:
        links = {kind: other.code for kind, other in deed.matter.links.items()}
        matters.setdefault(deed.matter.code, {"kind": deed.matter.kind, **({"with": links} if links else {})})
        events.append(_event(deed.matter.code, deed.on, deed.act, str(deed.actor), deed.given))
    return {"court": library.pack.code, "title": "A simulated life", "matters": matters, "events": sorted(events, key=lambda e: str(e["date"]))}


def _event(matter: str, on: date, act: str, by: str, given: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: _plain(value) for name, value in given.items()}
    return {"date": on.isoformat(), "matter": matter, "do": {"act": act, "by": by, **({"with": told} if told else {})}}


def _plain(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    return value.isoformat() if isinstance(value, date) else value


class _PlainDumper(yaml.SafeDumper):
    """Without anchors: a history file may not have them."""

    def ignore_aliases(self, data: Any) -> bool:
        """Every value is written out."""
        return True


def write_history(path: Path, library: Library, deeds: Iterable[Deed], prepared: Mapping[str, list[Entry]]) -> None:
    """Write a simulated life to a history file."""
    content = yaml.dump(history_of(library, deeds, prepared), Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(content, encoding="utf-8")
