"""The viewer: a document read in the page, with the text of its pages, search inside it, and its other forms beside it.

Everything is written by the server and can be read without scripts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from curule.access.seat import offices_of
from curule.matters.acting import organs_of_reader
from curule.matters.phrases import language
from curule.matters.reading import Reading
from curule.matters.views.asked import page_asked, tokens_asked
from curule.registry.finding import Hit, found_in, marked
from curule.registry.models import PageText, Rendition
from curule.registry.numbering import court_of
from curule.registry.overlay import Layer, layer_of
from curule.registry.redactions import standing_for
from curule.registry.relating import next_steps, related_to
from curule.registry.renumbering import former_number_shown
from curule.registry.sight import rendition_for, renditions_for
from curule.registry.signatures import authorities, checked
from curule.registry.views.files import rendition_asked

__all__ = ["document", "signatures"]

A_PART = 10
"""Pages shown at once; the small images lead to the others."""
THUMBS = 60
MOST_HITS = 200
MOST_ROWS = 2000
"""Rows of a sheet that the page shows; its file has them all."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page as it is shown: its number, whether there is an image of it, its text with what was looked for marked.

    ``layer`` lies over the image; ``rows`` are the cells of a sheet.
    """

    number: int
    has_image: bool
    text: Any
    recognised: bool
    has_hit: bool
    layer: Layer | None = None
    rows: Sequence[Sequence[Any]] = ()


def _pages(rendition: Rendition, first: int, count: int, sought: str) -> list[ShownPage]:
    """Pages from ``first``: images where the file has pages, and the text that was read."""
    texts = {text.page: text for text in rendition.texts.filter(page__gte=first, page__lt=first + count)}
    last = min(first + count - 1, _length(rendition))
    places = {words.page: layer_of(words, sought) for words in rendition.page_words.filter(page__gte=first, page__lt=first + count)}
    is_sheet = "spreadsheet" in rendition.media_type or "ms-excel" in rendition.media_type
    shown = []
    for number in range(first, last + 1):
        text = texts.get(number, PageText(page=number))
        words, hit = marked(text.text, sought)
        shown.append(ShownPage(number, number <= (rendition.pages or 0), words, text.recognised, hit, places.get(number),
                               _cells(text.text, sought) if is_sheet else ()))
    return shown


def _cells(text: str, sought: str) -> list[list[Any]]:
    """The cells of a sheet, row by row; what was looked for is marked in each for itself."""
    rows = [[marked(cell, sought)[0] for cell in line.split("\t")] for line in text.splitlines()[:MOST_ROWS]]
    return rows if sum(len(row) > 1 for row in rows) else []


def _length(rendition: Rendition) -> int:
    """How many pages there are to show: of the file, or of the text where the file has none."""
    if rendition.pages:
        return rendition.pages
    last = rendition.texts.order_by("-page").values_list("page", flat=True).first()
    return last or 0


def _column(rendition: Rendition, page: int, sought: str, count: int) -> dict[str, Any]:
    length = _length(rendition)
    here = min(max(page, 1), max(length, 1))
    first = here if count == 1 else (here - 1) // count * count + 1
    return {"rendition": rendition, "pages": _pages(rendition, first, count, sought), "first": first, "last": min(first + count - 1, length), "length": length,
            "here": here, "before": max(1, first - count) if first > 1 else None, "after": first + count if first + count <= length else None,
            "is_recording": rendition.media_type.startswith(("audio/", "video/")), "is_film": rendition.media_type.startswith("video/"),
            "has_cover": rendition.has_cover and first <= 1}


def _thumbs(length: int, here: int) -> Sequence[int]:
    """The small images around the page that is shown."""
    first = max(1, min(here - THUMBS // 2, length - THUMBS + 1))
    return range(first, min(first + THUMBS, length + 1))


def _beside(request: HttpRequest, found: Rendition) -> Rendition | None:
    """The other form that is shown beside this one: of the same document, and for this reader."""
    code = request.GET.get("beside", "")[:20]
    other = rendition_for(code, tokens_asked(request)) if code else None
    return other if other is not None and other.document_id == found.document_id and other.pk != found.pk else None


def _hits(found: Rendition, sought: str) -> list[Hit]:
    return found_in(found.texts.order_by("page").values_list("page", "text").iterator(), sought, MOST_HITS) if sought else []


@csp_update({"media-src": [SELF]})  # type: ignore[arg-type]
@require_safe
def document(request: HttpRequest, code: str) -> HttpResponse:
    """A document: ``?page=`` leads to a page, ``?q=`` searches inside it, ``?beside=`` shows another form of it side by side."""
    found, tokens = rendition_asked(request, code), tokens_asked(request)
    sought, page = " ".join(request.GET.get("q", "").split())[:100], page_asked(request)
    other = _beside(request, found)
    forms = list(renditions_for(tokens).filter(document=found.document).order_by("filed_at", "pk"))
    annexes = renditions_for(tokens).filter(document__filing=found.document.filing_id).exclude(document=found.document).order_by("document__position", "pk")
    known = {form.pk: form for form in forms}
    matter = found.entry.matter
    types, kind = court_of(matter).types, found.document.document_type
    reading = Reading(matter, tokens)
    number = reading.number_of(found.entry) or 0
    column = _column(found, page, sought, 1 if other is not None else A_PART)
    hits = _hits(found, sought)
    return render(request, "registry/viewer.html", {
        "rendition": found, "matter": matter, "kind": types[kind].name.of(language()) if kind in types else "", "column": column,
        "other": _column(other, page, sought, 1) if other is not None else None, "q": sought, "hits": hits, "more_hits": len(hits) == MOST_HITS,
        "thumbs": _thumbs(found.pages, column["here"]) if found.pages else (),
        "forms": [{"form": form, "of": known.get(form.made_from_id or 0), "is_here": form.pk == found.pk} for form in forms],
        "related": related_to(reading, number, language()), "entry_number": number,
        "steps": next_steps(reading, number, found, organs_of_reader(request, reading.law, matter), language()),
        "annexes": annexes, "is_recording": column["is_recording"],
        "is_waiting": found.text_state == "waiting",
        "former_number": former_number_shown(found), "may_redact": standing_for(found, offices_of(request)) is not None,
        "is_public": found.entry.audience.filter(token="public").exists(),  # noqa: S106
    })


@require_safe
def signatures(request: HttpRequest, code: str) -> HttpResponse:
    """Whether the electronic signatures of a document hold: checked for whoever may read it."""
    found = rendition_asked(request, code)
    return render(request, "registry/signatures.html", {"rendition": found, "matter": found.entry.matter, "checked": checked(found),
                                                        "authorities": len(authorities())})
