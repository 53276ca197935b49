"""The record of a matter as a table: lines of entries with what they say, who entered them, and what became of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from curule.access.models import User
from curule.law.record import CORRECTION, WITHDRAWAL, Entry
from curule.matters.explanation import citation
from curule.matters.models import EntryRow
from curule.matters.phrases import audience_words, judge_names, organ_name, phrase
from curule.matters.reading import Reading

__all__ = ["DocketLine", "Filters", "docket", "found_entries", "organs_present"]


@dataclass(slots=True)
class DocketLine:
    """One entry as the record's table shows it."""

    number: int
    entry: Entry
    title: str
    organ: str
    done_on: Any
    entered_at: Any
    entered_by: str = ""
    is_public: bool = True
    audience: str = ""
    diverges: bool = False
    kinds: list[str] = field(default_factory=list)
    cites: list[dict[str, str]] = field(default_factory=list)
    corrected_by: int | None = None
    withdrawn_by: int | None = None
    corrects: int | None = None
    filed_as: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted of a record: words, an organ, an order."""

    text: str = ""
    organ: str = ""
    oldest_first: bool = False


def _plain(text: str) -> str:
    """Without case and accents, so that a search finds both spellings."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def found_entries(reading: Reading, filters: Filters, lang: str) -> list[Entry]:
    """The visible entries that are wanted, in the order that is wanted (the newest first)."""
    known = reading.known
    entries: Iterable[Entry] = reading.entries
    if known is not None:
        entries = [e for e in entries if (e.entered_at.date() if e.entered_at else e.done_on) <= known]
    if reading.as_at is not None:
        standing = {e.number for e in reading.record}
        entries = [e for e in entries if e.number in standing]
    if filters.organ:
        entries = [e for e in entries if e.actor.organ == filters.organ]
    if filters.text:
        words = _plain(filters.text).split()
        names = judge_names(reading)
        entries = [e for e in entries if _says(reading, e, lang, names, words)]
    found = list(entries)
    return found if filters.oldest_first else found[::-1]


def _says(reading: Reading, entry: Entry, lang: str, names: dict[str, str], words: Sequence[str]) -> bool:
    act = reading.law.acts.get(entry.act)
    text = _plain(" ".join([str(entry.number), phrase(reading.law, entry, lang, names), act.title.of(lang) if act else "",
                            organ_name(reading.law, entry.actor.organ, lang), *map(str, entry.particulars.values())]))
    return all(word in text for word in words)


def organs_present(reading: Reading, lang: str) -> list[tuple[str, str]]:
    """The organs that made visible entries, for the filter."""
    codes = dict.fromkeys(e.actor.organ for e in reading.entries)
    return sorted(((code, organ_name(reading.law, code, lang)) for code in codes), key=lambda pair: pair[1])


def docket(reading: Reading, entries: Sequence[Entry], lang: str) -> list[DocketLine]:
    """These entries as lines of the table."""
    rows = reading.rows(e.number for e in entries)
    officers = _officers(reading, rows.values())
    names = judge_names(reading)
    changed = _changed(reading)
    lines = [_line(reading, e, rows[e.number], lang, names, changed) for e in entries if e.number in rows]
    for line in lines:
        line.entered_by = officers.get(line.entered_by, "")
    return lines


def _officers(reading: Reading, rows: Iterable[EntryRow]) -> dict[str, str]:
    """The names of those who made these entries; outside this tribunal's organs nobody is told them."""
    if not any(token.startswith(f"organ:{reading.matter.pack}:") for token in reading.tokens):
        return {}
    wanted = {row.content.get("entered_by", "") for row in rows}
    return {user.username: user.display_name for user in User.objects.filter(username__in=wanted)}


def _changed(reading: Reading) -> dict[int, tuple[str, int]]:
    """Which entries were corrected or withdrawn, and by which."""
    return {e.particulars["entry"]: (e.act, e.number) for e in reading.entries
            if e.act in (CORRECTION, WITHDRAWAL) and "entry" in e.particulars}


def _line(reading: Reading, entry: Entry, row: EntryRow, lang: str, names: dict[str, str], changed: dict[int, tuple[str, int]]) -> DocketLine:
    law, content = reading.law, row.content
    is_public, audience = audience_words((a.token for a in row.audience.all()), law, lang)
    rules = [law.rules[r].provision for r in content["answer"]["rules"] if r in law.rules]
    line = DocketLine(entry.number, entry, phrase(law, entry, lang, names), organ_name(law, entry.actor.organ, lang), entry.done_on,
                      entry.entered_at, content.get("entered_by", ""), is_public, audience, row.diverges, content["answer"]["kinds"],
                      [citation(p, lang) for p in dict.fromkeys(rules)][:3])
    filed = getattr(row, "rendition", None)
    if filed is not None:
        line.filed_as, line.document = filed.number, filed.code
    act, by = changed.get(entry.number, ("", None))
    line.corrected_by = by if act == CORRECTION else None
    line.withdrawn_by = by if act == WITHDRAWAL else None
    if entry.act in (CORRECTION, WITHDRAWAL):
        line.corrects = entry.particulars.get("entry")
    return line
