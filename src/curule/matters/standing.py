"""Where a matter stands, in a few words for each concern, and the sheets behind the tabs; both written by the tribunal's pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from curule.law.record import Entry
from curule.matters.explanation import citation
from curule.matters.phrases import judge_names
from curule.matters.reading import Reading

__all__ = ["StandingLine", "sheets", "standing_lines", "told_by"]


@dataclass(frozen=True, slots=True)
class StandingLine:
    """One concern: its name, where it stands, the provision and the entry that say so."""

    label: str
    value: str
    cite: dict[str, str]
    entry: Entry | None


@cache
def told_by(package: str, name: str) -> ModuleType | None:
    """The module of a pack that tells something to the pages, if the pack has it."""
    return import_module(f"{package}.{name}") if find_spec(f"{package}.{name}") is not None else None


def standing_lines(reading: Reading, lang: str) -> list[StandingLine]:
    """Where the matter stands by concern; the stage comes first."""
    stage = {"en": "Stage", "fr": "Phase"}[lang]
    lines = [StandingLine(stage, reading.stage_words(lang), citation("", lang), None)]
    module = told_by(reading.law.pack.package, "summaries")
    if module is None:
        return lines
    nothing: list[Any] = []
    told = reading.ask(lambda: module.summary(reading.matter.kind, reading.posture, reading.on, lang, judge_names(reading)), nothing)
    return lines + [StandingLine(label, value, citation(provision, lang), entry) for label, value, provision, entry in told]


def sheets(reading: Reading, tab: str, lang: str) -> list[Any]:
    """The sheets of one tab that have something to say about this matter."""
    module = told_by(reading.law.pack.package, "sheets")
    if module is None:
        return []
    nothing: list[Any] = []
    found = reading.ask(lambda: module.sheets(reading.matter.kind, tab, reading.posture, reading.on, lang, judge_names(reading)), nothing)
    return [sheet for sheet in found if sheet.rows]
