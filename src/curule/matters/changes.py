"""What an entry would change: the posture before and after it, and the clocks that it starts or stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from curule.law.posture import plain
from curule.law.record import CORRECTION, WITHDRAWAL, Entry
from curule.matters.prospects import ClockLine, clocks
from curule.matters.reading import Reading
from curule.matters.standing import StandingLine, standing_lines

__all__ = ["Change", "Preview", "preview"]

MOST_DETAILS = 40
OF_THE_RECORD = frozenset({"record", "posture", "stage", "duties", "limits"})
"""What a reading keeps that follows from its entries."""


@dataclass(frozen=True, slots=True)
class Change:
    """One concern before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an entry would change."""

    changes: list[Change]
    details: list[Change]
    starts: list[ClockLine]
    stops: list[ClockLine]


class _Ahead(Reading):
    """A reading with one more entry, which nobody has entered."""

    def __init__(self, before: Reading, entry: Entry) -> None:
        self.__dict__.update({k: v for k, v in before.__dict__.items() if k not in OF_THE_RECORD})
        self.entries = (*before.entries, entry)
        self.__dict__["record"] = before.record.plus(entry)
        self.__dict__["posture"] = self.fold(self.record)

    def _once(self, what: str, make: Callable[[], Any]) -> Any:
        """Made anew: what follows from an entry that nobody made is never kept in place of what follows from the record, nor taken from there."""
        return make()


def preview(reading: Reading, entry: Entry, lang: str) -> Preview:
    """The changes that this entry would make, for people; the record stays as it is."""
    after = _Ahead(reading, entry)
    before_lines, after_lines = standing_lines(reading, lang), standing_lines(after, lang)
    before_clocks, after_clocks = clocks(reading, lang), clocks(after, lang)
    known, kept = {_clock(c) for c in before_clocks}, {_clock(c) for c in after_clocks}
    return Preview(_differences(before_lines, after_lines), _details(plain(reading.posture), plain(after.posture), entry),
                   [c for c in after_clocks if _clock(c) not in known], [c for c in before_clocks if _clock(c) not in kept])


def _clock(line: ClockLine) -> tuple[str, str, date | None]:
    return line.says, line.subject, line.due


def _differences(before: list[StandingLine], after: list[StandingLine]) -> list[Change]:
    old: dict[str, list[str]] = {}
    new: dict[str, list[str]] = {}
    for line in before:
        old.setdefault(line.label, []).append(line.value)
    for line in after:
        new.setdefault(line.label, []).append(line.value)
    labels = dict.fromkeys([*old, *new])
    return [Change(label, "; ".join(old.get(label, [])), "; ".join(new.get(label, []))) for label in labels
            if old.get(label) != new.get(label)]


def _details(before: Any, after: Any, entry: Entry) -> list[Change]:
    """Every value of the posture that differs, by its path; the trace that each entry leaves is left out."""
    if entry.act in (CORRECTION, WITHDRAWAL):
        before.pop("last", None)
        after.pop("last", None)
    old, new = dict(_flat(before)), dict(_flat(after))
    paths = [p for p in dict.fromkeys([*old, *new]) if old.get(p) != new.get(p) and not p.startswith("last")]
    return [Change(path, old.get(path, ""), new.get(path, "")) for path in paths[:MOST_DETAILS]]


def _flat(value: Any, path: str = "") -> list[tuple[str, str]]:
    if isinstance(value, dict) and set(value) == {"entry", "on"}:
        return [(path, f"{value['entry']} · {value['on']}")]
    if isinstance(value, dict):
        return [pair for k, v in value.items() for pair in _flat(v, f"{path} › {k}" if path else str(k))]
    if isinstance(value, list):
        return [pair for i, v in enumerate(value, 1) for pair in _flat(v, f"{path} › {i}")]
    return [] if value in (None, "", False, 0) else [(path, str(value))]
