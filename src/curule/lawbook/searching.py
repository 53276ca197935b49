"""Search within the law: citations, our titles and summaries, acts, and the official texts that were imported."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from curule.law.provisions import CitationError, Provision, parse_citation
from curule.lawbook.aligned import Tongue, tongue
from curule.lawbook.links import cite, law_href
from curule.lawbook.measured import Measured, measured, measured_of
from curule.lawbook.models import TextUnit
from curule.matters.tribunals import codes

__all__ = ["Found", "search", "snippet"]

MOST, LONGEST, MOST_WORDS, AROUND = 60, 120, 8, 70


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: where, what it is, and the words around it with the searched ones marked."""

    href: str
    citation: str
    title: str
    words: SafeString
    tongue: Tongue | None = None


def plain(text: str) -> str:
    """Text for comparison: small letters without accents, of the same length as the text, letter by letter."""
    return "".join((unicodedata.normalize("NFD", c)[0].casefold() or c)[:1] for c in text)


def search(wanted: str, lang: str) -> list[Found]:
    """Hits in the order: a provision that the words cite, provisions in our words, acts, official texts."""
    wanted = wanted.replace("\x00", "").strip()[:LONGEST]  # no database takes a zero byte
    words = wanted.split()[:MOST_WORDS]
    if not words:
        return []
    laws = [measured(code) for code in codes()]
    hits = [*_cited(wanted, laws, lang), *(hit for law in laws for hit in _clauses(law, words, lang)),
            *(hit for law in laws for hit in _acts(law, words, lang)), *_texts(words, lang)]
    return hits[:MOST]


def _cited(wanted: str, laws: Iterable[Measured], lang: str) -> Iterator[Found]:
    for law in laws:
        try:
            provision = parse_citation(wanted, law.library.pack.instruments[0].code)
        except CitationError:
            continue
        if f"{provision.instrument}:{provision.prefix}{provision.article}" in law.marks:
            yield Found(law_href(provision.id), provision.cite(lang, "full"), _title(law, provision.id, lang), mark_safe(""))
            return


def _title(law: Measured, provision: str, lang: str) -> str:
    page = law.pages.get(provision.partition("(")[0])
    return next((c.title.of(lang) for c in page.clauses if c.provision == provision), "") if page else ""


def _clauses(law: Measured, words: list[str], lang: str) -> Iterator[Found]:
    keys = [plain(word) for word in words]
    for page in law.pages.values():
        for clause in page.clauses:
            title, summary = clause.title.of(lang), clause.summary.of(lang)
            held = plain(f"{title} {summary}")
            if all(key in held for key in keys):
                yield Found(law_href(clause.provision), cite(clause.provision, lang), title, snippet(summary, words))


def _acts(law: Measured, words: list[str], lang: str) -> Iterator[Found]:
    keys = [plain(word) for word in words]
    for act in law.library.acts.values():
        if all(key in plain(act.title.of(lang)) for key in keys):
            yield Found(reverse("lawbook:act", args=[law.code, act.code]), act.code, act.title.of(lang), mark_safe(""))


def _texts(words: list[str], lang: str) -> Iterator[Found]:
    wanted = Q(edition__is_current=True)
    for word in words:
        wanted &= Q(text__icontains=word)
    units = TextUnit.objects.filter(wanted).exclude(provision="").select_related("edition").order_by("edition__instrument", "edition__language", "order")
    for unit in units[:MOST]:
        found = measured_of(unit.edition.instrument)
        title = _title(found, unit.provision, lang) if found is not None else ""
        yield Found(law_href(unit.provision), _full(unit.provision, lang), title, snippet(unit.text, words), tongue(unit.edition.language))


def _full(provision: str, lang: str) -> str:
    try:
        return Provision.parse(provision).cite(lang, "full")
    except CitationError:
        return provision


def snippet(text: str, words: Iterable[str]) -> SafeString:
    """The words around the first hit, escaped, with every hit marked."""
    held = plain(text)
    hits = sorted((at, at + len(key)) for key in map(plain, words) if key for at in _places(held, key))
    if not hits:
        return conditional_escape(text[: 2 * AROUND] + ("…" if len(text) > 2 * AROUND else ""))
    low, high = max(hits[0][0] - AROUND, 0), min(hits[0][1] + 2 * AROUND, len(text))
    pieces: list[tuple[SafeString]] = [(conditional_escape("…" if low else ""),)]
    at = low
    for start, end in hits:
        if start < at or end > high:
            continue
        pieces += [(conditional_escape(text[at:start]),), (format_html_join("", "<mark>{}</mark>", [(text[start:end],)]),)]
        at = end
    pieces.append((conditional_escape(text[at:high] + ("…" if high < len(text) else "")),))
    return format_html_join("", "{}", pieces)


def _places(held: str, key: str) -> Iterator[int]:
    at = held.find(key)
    while at >= 0:
        yield at
        at = held.find(key, at + len(key))
