"""The official text of an article as a page shows it: one row for each unit, the languages side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.conf.locale import LANG_INFO
from django.db.models import QuerySet

from curule.law.provisions import CitationError, Provision
from curule.lawbook.links import anchor_of, split
from curule.lawbook.models import Edition, TextUnit

__all__ = ["Cell", "Row", "Tongue", "article_heads", "current_editions", "chosen", "rows_of", "tongue", "unaligned"]

_OWN_NAMES = {"zh": "中文"}
MOST_COLUMNS = 2
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its code, its own name, the direction in which it is written."""

    code: str
    name: str
    direction: str


@dataclass(slots=True)
class Cell:
    """A unit's text in one language; ``notes`` say what the file has visibly lost."""

    tongue: Tongue
    text: str
    is_deleted: bool = False
    notes: list[str] = field(default_factory=list)
    line: int = 0


@dataclass(slots=True)
class Row:
    """One unit of the article in each language chosen; a language whose file has no such unit gives ``None``."""

    provision: str
    sequence: int
    anchor: str
    label: str
    depth: int
    cells: list[Cell | None]


def tongue(code: str) -> Tongue:
    """A language by its code."""
    known = LANG_INFO.get(code, {})
    name = _OWN_NAMES.get(code) or str(known.get("name_local", code))
    return Tongue(code, name[:1].upper() + name[1:], "rtl" if known.get("bidi") else "ltr")


def current_editions(instrument: str) -> list[Edition]:
    """The editions that are shown, by language."""
    return list(Edition.objects.filter(instrument=instrument, is_current=True).select_related("imported").order_by("language"))


def chosen(editions: Iterable[Edition], wanted: Sequence[str], reader: str) -> list[str]:
    """The languages to show, two at most: those that the reader chose, else the reader's own and the next."""
    there = [edition.language for edition in editions]
    picked = [code for code in dict.fromkeys(wanted) if code in there][:MOST_COLUMNS]
    if picked:
        return picked
    return sorted(there, key=lambda code: (code != reader, code not in ("en", "fr"), code))[:MOST_COLUMNS]


def _units(editions: Iterable[Edition], article: str, languages: Sequence[str]) -> QuerySet[TextUnit]:
    wanted = [edition.pk for edition in editions if edition.language in languages]
    found = TextUnit.objects.filter(edition__in=wanted, article=article).select_related("edition")
    return found.exclude(kind=TextUnit.Kind.UNALIGNED).order_by("order")


def rows_of(editions: Sequence[Edition], article: str, languages: Sequence[str], lang: str) -> tuple[list[Row], list[Cell | None]]:
    """The rows of an article (its key: ``irmct:12``) and its heading in the languages chosen."""
    by_language: dict[str, dict[Key, TextUnit]] = {code: {} for code in languages}
    for unit in _units(editions, article, languages):
        # A heading that the file prints twice stands once.
        by_language[unit.edition.language].setdefault((unit.provision, unit.sequence), unit)
    keys = merged([list(found) for found in by_language.values()])
    rows = [Row(key[0], key[1], anchor_of(key[0]) if key[1] == 1 else "", _label(key[0]), _depth(key[0]),
                [_cell(by_language[code].get(key), code, lang) for code in languages]) for key in keys if key[1] != 0]
    heading = [_cell(by_language[code].get((article, 0)), code, lang) for code in languages]
    return rows, heading


def merged(orders: Sequence[Sequence[Key]]) -> list[Key]:
    """One order from several that mostly agree: the longest leads, and what it lacks comes after the neighbour that it has elsewhere."""
    ranked = sorted(orders, key=len, reverse=True)
    result = list(ranked[0]) if ranked else []
    for order in ranked[1:]:
        at = 0
        for key in order:
            if key in result:
                at = result.index(key) + 1
            else:
                result.insert(at, key)
                at += 1
    return result


def _cell(unit: TextUnit | None, code: str, lang: str) -> Cell | None:
    if unit is None:
        return None
    return Cell(tongue(code), unit.text, unit.kind == TextUnit.Kind.DELETED, [note.get(lang, note.get("en", "")) for note in unit.notes], unit.line)


def _label(provision: str) -> str:
    found = split(provision)
    if not found or not found[2]:
        return ""
    place = found[2][-1]
    return place if len(found[2]) == 1 and place[0].isdigit() else f"({place})"


def _depth(provision: str) -> int:
    found = split(provision)
    return min(len(found[2]), 4) if found else 0


def article_heads(instrument: str, lang: str) -> dict[str, str]:
    """The official headings of an instrument's articles in the reader's language, where such a text was imported."""
    found = TextUnit.objects.filter(edition__instrument=instrument, edition__is_current=True, edition__language=lang, kind=TextUnit.Kind.HEADING)
    return dict(found.order_by("-order").values_list("article", "text"))


def articles_with_text(instrument: str) -> list[str]:
    """The articles that an instrument's current texts hold, in its natural order where ids tell it, else in that of the file."""
    found = TextUnit.objects.filter(edition__instrument=instrument, edition__is_current=True).exclude(article="")
    articles = list(dict.fromkeys(found.order_by("edition", "order").values_list("article", flat=True)))
    try:
        return sorted(articles, key=lambda key: Provision.parse(key).order)
    except CitationError:
        return articles


def unaligned(instrument: str) -> QuerySet[TextUnit]:
    """The units of the current texts that could not be aligned."""
    return TextUnit.objects.filter(edition__instrument=instrument, edition__is_current=True, kind=TextUnit.Kind.UNALIGNED).select_related("edition")
