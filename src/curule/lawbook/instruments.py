"""The instruments of the law explorer: those of the tribunals hosted here, and those of which only texts were imported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from curule.law.instruments import find_instrument
from curule.law.provisions import CitationError, Provision
from curule.lawbook.aligned import article_heads, articles_with_text, current_editions
from curule.lawbook.links import cite, law_href
from curule.lawbook.measured import Mark, Measured, measured_of
from curule.lawbook.models import Edition
from curule.matters.tribunals import libraries

__all__ = ["Article", "Shelf", "codes_of_instruments", "shelf_of"]

_TITLES = {"rome": _("Rome Statute of the International Criminal Court"), "irmct": _("Statute of the Mechanism"),
           "a68491": _("Budget report A/68/491")}
_GROUPS = {"resolution": _("Resolution"), "preamble": _("Statute"), "article": _("Statute"), "transitional": _("Transitional arrangements")}


@dataclass(frozen=True, slots=True)
class Article:
    """One article (or operative paragraph): its key, how it is cited, what it is about, its mark, whether a text of it is there."""

    key: str
    citation: str
    about: str
    mark: Mark | None
    has_text: bool
    group: str

    @property
    def href(self) -> str:
        """Its page."""
        return law_href(self.key)


@dataclass(slots=True)
class Shelf:
    """One instrument with its articles in order, its editions, and the measured law of its tribunal, if there is one here."""

    code: str
    title: str
    measured: Measured | None
    editions: list[Edition]
    articles: list[Article] = field(default_factory=list)

    def article(self, key: str) -> Article | None:
        """The article of that key."""
        return next((a for a in self.articles if a.key == key), None)

    def neighbours(self, key: str) -> tuple[Article | None, Article | None]:
        """The article before and the one after."""
        at = next(n for n, a in enumerate(self.articles) if a.key == key)
        return (self.articles[at - 1] if at else None, self.articles[at + 1] if at + 1 < len(self.articles) else None)

    @property
    def groups(self) -> list[tuple[str, list[Article]]]:
        """The articles by the part of the instrument to which they belong."""
        found: dict[str, list[Article]] = {}
        for article in self.articles:
            found.setdefault(article.group, []).append(article)
        return list(found.items())

    @property
    def total(self) -> Mark:
        """The marks of all articles together."""
        whole = Mark()
        for article in self.articles:
            mark = article.mark
            if mark is None:
                continue
            whole.classes.update(mark.classes)
            whole.unclassified += mark.unclassified
            for name in ("rules", "leaves", "covered", "mutants", "killed", "scenarios"):
                setattr(whole, name, getattr(whole, name) + getattr(mark, name))
        return whole


def codes_of_instruments() -> Iterator[str]:
    """Every instrument with a page: first those of the tribunals, then those of which only a text is there."""
    own = [i.code for law in libraries() for i in law.pack.instruments]
    yield from own
    imported = Edition.objects.filter(is_current=True).order_by("instrument").values_list("instrument", flat=True).distinct()
    yield from (code for code in imported if code not in own)


def shelf_of(code: str, lang: str) -> Shelf | None:
    """An instrument in the reader's language; ``None`` where there is neither a tribunal nor a text of it."""
    found = measured_of(code)
    editions = current_editions(code)
    if found is None and not editions:
        return None
    known = find_instrument(code)
    shelf = Shelf(code, known.title.of(lang) if known else str(_TITLES.get(code, code)), found, editions)
    texts = articles_with_text(code) if editions else []
    heads = article_heads(code, lang) if editions else {}
    marks = {key: mark for key, mark in found.marks.items() if key.startswith(code + ":")} if found is not None else {}
    for key in _ordered([*marks, *(text for text in texts if text not in marks)], bool(marks)):
        shelf.articles.append(Article(key, cite(key, lang, "long"), heads.get(key) or _about(found, key, lang), marks.get(key), key in texts, _group(key)))
    return shelf


def _ordered(keys: list[str], has_marks: bool) -> list[str]:
    """The natural order where the ids tell one; that of the file elsewhere."""
    try:
        return sorted(keys, key=lambda key: Provision.parse(key).order) if has_marks else keys
    except CitationError:
        return keys


def _about(found: Measured | None, key: str, lang: str) -> str:
    page = found.pages.get(key) if found is not None else None
    return " · ".join(dict.fromkeys(clause.title.of(lang) for clause in page.clauses)) if page is not None else ""


def _group(key: str) -> str:
    try:
        return str(_GROUPS.get(Provision.parse(key).kind, ""))
    except CitationError:
        return ""
