"""Hits in words, as their reader sees them: title, place, snippet, names of facets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from curule.law.sight import CLASSES
from curule.matters.models import EntryRow
from curule.matters.phrases import branch_words, case_name, judge_names, organ_name, phrase
from curule.matters.reading import Reading, reading_of
from curule.matters.tribunals import codes, libraries, library
from curule.registry.models import Rendition
from curule.search.records import RESTRICTED, type_of, without_references, words_shown
from curule.search.snippets import has_any, snippet
from curule.statutes.court_record.court import LANGUAGES

__all__ = ["Hit", "facet_names", "hits_of"]

PAGES_READ = 60
"""Pages of a document that are looked through for a place to show."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit as it is shown."""

    href: str
    title: str
    matter: str
    matter_title: str
    type: str
    organ: str
    filed_on: date
    language: str
    number: str
    snippet: SafeString
    page: int | None
    key: int


def hits_of(rows: Sequence[EntryRow], tokens: frozenset[str], asked: Sequence[str], lang: str) -> list[Hit]:
    """These entries as the reader sees them. One that the reader's own reading of the record leaves out is left out here too."""
    readings: dict[int, Reading] = {}
    renditions = {r.entry_id: r for r in Rendition.objects.filter(entry__in=rows).select_related("document")}
    found = []
    for row in rows:
        if row.matter_id not in readings:
            readings[row.matter_id] = reading_of(row.matter, tokens)
        hit = _hit(row, readings[row.matter_id], renditions.get(row.pk), asked, lang)
        if hit is not None:
            found.append(hit)
    return found


def _hit(row: EntryRow, reading: Reading, rendition: Rendition | None, asked: Sequence[str], lang: str) -> Hit | None:
    number = reading.number_of(row)
    entry = reading.at(number) if number is not None else None
    if number is None or entry is None:
        return None
    law, names = reading.law, judge_names(reading)
    title = phrase(law, entry, lang, names)
    said = " · ".join(words_shown(law, without_references(law, entry), names, (lang,)))
    page, text = _place(rendition, asked) if rendition is not None else (None, "")
    href = reverse("matters:entry", args=[reading.matter.number, number])
    return Hit(_viewer(rendition, page) or href, rendition.title if rendition else title, reading.matter.number, case_name(reading.matter.title, lang),
               type_name(type_of(row, rendition), reading.matter.pack, lang), organ_name(law, row.organ, lang), row.done_on,
               rendition.language if rendition else "", rendition.number if rendition else str(number), snippet(text or said, asked), page, row.pk)


def _place(rendition: Rendition, asked: Sequence[str]) -> tuple[int | None, str]:
    """The first page with one of the words, and its text; the first page of all where there is none."""
    if not asked:
        page = rendition.texts.order_by("page").first()
        return (page.page, page.text) if page is not None else (None, "")
    first = None
    for page in rendition.texts.order_by("page")[:PAGES_READ]:
        first = first or page
        if has_any(page.text, asked):
            return page.page, page.text
    return (first.page, first.text) if first is not None else (None, "")


def _viewer(rendition: Rendition | None, page: int | None) -> str:
    if rendition is None:
        return ""
    try:
        return reverse("registry:document", args=[rendition.code]) + (f"?page={page}#page-{page}" if page and page > 1 else "")
    except NoReverseMatch:
        return ""


def type_name(code: str, pack: str, lang: str) -> str:
    """A type of document or an act, by its name."""
    law = library(pack)
    if code in law.acts:
        return law.acts[code].title.of(lang)
    if "file_document" in law.acts:
        choices = next((p.choices for p in law.particulars("file_document") if p.name == "document_type"), ())
        for choice in choices:
            if choice.value == code:
                return choice.label.of(lang)
    return code


def facet_names(name: str, values: Iterable[tuple[str, int]], lang: str) -> Iterator[dict[str, Any]]:
    """The values of a facet with their names."""
    for value, count in values:
        yield {"value": value, "count": count, "name": _name(name, value, lang)}


def _name(name: str, value: str, lang: str) -> str:
    if name == "type":
        return next((said for pack in codes() if (said := type_name(value, pack, lang)) != value), value)
    if name == "organ":
        return next((law.organs[value].name.of(lang) for law in libraries() if value in law.organs), value)
    if name == "lang":
        return next((choice.label.of(lang) for choice in LANGUAGES if choice.value == value), value)
    if name == "class":
        return str(_("not public")) if value == RESTRICTED else next((c.label.of(lang).partition(":")[0].strip() for c in CLASSES if c.value == value), value)
    if name == "tribunal":
        return library(value).pack.name.of(lang) if value in codes() else value
    if name == "branch":
        return branch_words(value)
    return value.upper() if name == "matter" else value
