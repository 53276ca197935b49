"""The stages through which a matter went, folded from its record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from curule.law.record import Entry, Record
from curule.law.rules import MatterKind

__all__ = ["StageSpan", "stage_history"]


class StageSpan(NamedTuple):
    """One stage: from the day of the entry that began it until the day on which the next began (``None``: it lasts)."""

    code: str
    since: date
    until: date | None
    entry: Entry


def stage_history(kind: MatterKind, effects: Mapping[str, Callable[[Any, Entry], None]], entries: Iterable[Entry]) -> list[StageSpan]:
    """Every change of stage in the order of the record; one pass, whatever its length."""
    draft = kind.draft()
    found: list[StageSpan] = []
    for entry in entries.effective() if isinstance(entries, Record) else entries:
        effect = effects.get(entry.act)
        if effect is not None:
            effect(draft, entry)
        if draft.opened is None:
            draft.opened = entry
        draft.last = entry
        stage = kind.stage(draft, entry.done_on)
        if not found or found[-1].code != stage:
            if found:
                found[-1] = found[-1]._replace(until=entry.done_on)
            found.append(StageSpan(stage, entry.done_on, None, entry))
    return found
