"""Matters as the caller of the API sees them: readings, lines, entries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from curule.api.callers import held_tokens
from curule.api.faults import ApiFault, not_found
from curule.law.library import Library
from curule.law.record import CORRECTION, WITHDRAWAL, Entry
from curule.matters.models import EntryRow
from curule.matters.phrases import audience_words, judge_names, language, organ_name, phrase
from curule.matters.reading import Reading, matters_for, reading_of
from curule.matters.tribunals import codes, library

__all__ = ["entries_seen", "law_of", "matter_line", "plain_particulars", "reading_for"]


def reading_for(request: HttpRequest, number: str, *, on: date | None = None, known: date | None = None) -> Reading:
    """The matter of that number as the caller reads it; where the caller may not know of it, there is nothing."""
    tokens = held_tokens(request)
    matter = matters_for(tokens).filter(number=number).first()
    if matter is None:
        raise not_found()
    return reading_of(matter, tokens, as_at=on, known=known)


def law_of(tribunal: str) -> Library:
    """The law library of a tribunal hosted here."""
    if tribunal not in codes():
        raise ApiFault(404, "unknown", _("No tribunal %(code)s is hosted here.") % {"code": repr(tribunal[:40])},
                       _("There are: %(codes)s") % {"codes": ", ".join(codes())})
    return library(tribunal)


def matter_line(reading: Reading) -> dict[str, Any]:
    """A matter in a list."""
    lang, matter = language(), reading.matter
    return {"number": matter.number, "title": matter.title, "tribunal": matter.pack, "kind": matter.kind, "kind_name": reading.kind.name.of(lang),
            "branch": matter.branch, "opened_on": matter.opened_on, "stage": reading.stage, "stage_name": reading.stage_words(lang)}


def plain_particulars(given: Mapping[str, Any]) -> dict[str, Any]:
    """Particulars as JSON: days as text, sequences as lists."""
    return {name: _plain(value) for name, value in given.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return plain_particulars(value)
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


def entries_seen(reading: Reading, entries: list[Entry]) -> list[dict[str, Any]]:
    """Entries with their words, for the caller."""
    lang, law, names = language(), reading.law, judge_names(reading)
    rows = reading.rows([e.number for e in entries])
    changed: dict[int, list[int]] = {}
    for entry in reading.entries:
        if entry.act in (CORRECTION, WITHDRAWAL) and "entry" in entry.particulars:
            changed.setdefault(entry.particulars["entry"], []).append(entry.number)
    return [_entry(entry, rows.get(entry.number), reading, law, lang, names, changed.get(entry.number, [])) for entry in entries]


def _entry(entry: Entry, row: EntryRow | None, reading: Reading, law: Library, lang: str, names: Mapping[str, str], changed: list[int]) -> dict[str, Any]:
    act = law.acts.get(entry.act)
    stored = row.content["answer"]["rules"] if row is not None else []
    return {
        "number": entry.number, "act": entry.act, "title": act.title.of(lang) if act else entry.act, "says": phrase(law, entry, lang, names),
        "organ": entry.actor.organ, "organ_name": organ_name(law, entry.actor.organ, lang), "person": entry.actor.person, "done_on": entry.done_on,
        "entered_at": entry.entered_at, "particulars": plain_particulars(entry.particulars), "diverges": bool(row and row.diverges),
        "audience": audience_words((t.token for t in row.audience.all()), law, lang)[1] if row is not None else "", "corrected_by": changed,
        "provisions": list(dict.fromkeys(rule.partition("/")[0] for rule in stored)),
    }
