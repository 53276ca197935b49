"""Search for programs: the same questions, gates and hits as the page."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, QueryDict
from ninja import Query, Router, Schema

from curule.api.callers import ANYBODY, held_tokens
from curule.api.faults import ApiFault
from curule.api.shapes import FaultShape
from curule.matters.phrases import language
from curule.search.asking import Asked, asked_of
from curule.search.questions import QuestionFault
from curule.search.views import results

__all__ = ["router"]

router = Router(tags=["search"])
FAULTS = {401: FaultShape, 422: FaultShape, 429: FaultShape}


class SearchHit(Schema):
    """One record that was found, as the caller sees it."""

    matter: str
    matter_title: str
    number: str
    type: str
    title: str
    organ: str
    filed_on: str
    language: str
    snippet: str
    page: int | None
    href: str


class SearchPage(Schema):
    """One page of hits; everything is counted over what the caller may see."""

    total: int
    page: int
    suggestion: str | None
    facets: dict[str, list[dict[str, Any]]]
    items: list[SearchHit]


@router.get("/search", response={200: SearchPage, **FAULTS}, auth=ANYBODY, summary="Search everything that you may see")
def search(request: HttpRequest, q: Annotated[str, Query(max_length=600)] = "", page: Annotated[int, Query(ge=1, le=500)] = 1,
           sort: str = "relevance") -> Any:
    """``q`` as on the page of search: words, "phrases", prefix*, AND, OR, NOT, fields (case:, type:, filer:, date:, lang:, class:, cites:)."""
    asked = _asked(q, sort)
    try:
        told = results(held_tokens(request), asked, page, language())
    except QuestionFault as fault:
        raise ApiFault(422, "question", fault.says.of(language()), "") from None
    items = [{"matter": h.matter, "matter_title": h.matter_title, "number": h.number, "type": h.type, "title": h.title, "organ": h.organ,
              "filed_on": h.filed_on.isoformat(), "language": h.language, "snippet": str(h.snippet), "page": h.page, "href": h.href} for h in told["hits"]]
    return {"total": told["total"], "page": page, "suggestion": told["suggestion"][1] if told["suggestion"] else None, "facets": told["facets"], "items": items}


def _asked(words: str, sort: str) -> Asked:
    given = QueryDict(mutable=True)
    given["q"], given["sort"] = words, sort
    return asked_of(given)
