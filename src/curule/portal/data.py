"""The open interface for programs: read-only, public, of one version that does not change under its users."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Query, Status

from curule.api.callers import CallRate
from curule.matters.models import Matter
from curule.portal.bulk import document_row, entry_rows, matter_row, matter_rows
from curule.portal.lists import documents_published, stretch
from curule.portal.models import PressRelease
from curule.portal.seen import public_case, public_document, public_documents, public_matters, public_reading

__all__ = ["open_data"]

ABOUT = """Everything public, without signing in. A record that is not public is answered like one that does not exist. Fields may be added within
version 1; none is taken away or changes its meaning. The same records lie ready as files at /open-data/."""
NOTHING = {"error": {"code": "not_found", "says": "There is nothing public here."}}
Row = dict[str, Any]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
Limit = Annotated[int, Query(ge=1, le=200)]

open_data = NinjaAPI(title="Curule: open data", version="1", description=ABOUT, urls_namespace="portal:open-data", openapi_url="openapi.json", docs_url=None,
                     throttle=[CallRate()])


def _shared(response: HttpResponse) -> None:
    """Any site may read it; caches ask again each time, since what is closed is closed at once."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "public, no-cache"


@open_data.get("/cases", response=Row, summary="Matters that are public")
def cases(request: HttpRequest, response: HttpResponse, tribunal: str = "", kind: str = "", offset: Offset = 0, limit: Limit = 50) -> Row:
    """The newest first."""
    _shared(response)
    found = public_matters().order_by("-opened_on", "number")
    for name, value in (("pack", tribunal), ("kind", kind)):
        found = found.filter(**{name: value}) if value else found
    return {"total": found.count(), "offset": offset, "items": matter_rows(list(found[offset:offset + limit]))}


@open_data.get("/cases/{number:number}", response={200: Row, 404: Row}, summary="One matter")
def case(request: HttpRequest, response: HttpResponse, number: str) -> Any:
    """Where it stands, as everybody reads it."""
    _shared(response)
    matter = public_case(number)
    return Status(404, NOTHING) if matter is None else matter_row(matter)


@open_data.get("/cases/{number:number}/entries", response={200: Row, 404: Row}, summary="The record of a matter")
def entries(request: HttpRequest, response: HttpResponse, number: str, offset: Offset = 0, limit: Limit = 100) -> Any:
    """In the order of the record, with words in English and French."""
    _shared(response)
    matter = public_case(number)
    if matter is None:
        return Status(404, NOTHING)
    reading = public_reading(matter)
    return {"total": len(reading.entries), "offset": offset, "items": list(entry_rows(reading, offset, offset + limit))}


@open_data.get("/documents", response={200: Row, 404: Row}, summary="Documents that are public")
def documents(request: HttpRequest, response: HttpResponse, case: str = "", type: str = "", before: str = "", limit: Limit = 50) -> Any:
    """The newest first; of one matter with ``case``, of one type with ``type``. Go on with ``before`` and the ``next`` of the answer: nothing is
    missed or given twice while documents are filed.
    """
    _shared(response)
    matter: Matter | None = public_case(case) if case else None
    if case and matter is None:
        return Status(404, NOTHING)
    found = documents_published(matter)
    if type:
        found = found.filter(type=type)
    if before and not found.filter(code=before).exists():
        return Status(404, {"error": {"code": "not_found", "says": "This place in the list is no more; begin again without “before”."}})
    part = stretch(found, "filed_at", "en", size=limit, before=before)
    made = {r.publication.code: document_row(r) for r in public_documents(matter).select_related("publication").filter(
        publication__code__in=[line.code for line in part.lines])}
    return {"total": found.count(), "next": part.older or None, "items": [made[line.code] for line in part.lines if line.code in made]}


@open_data.get("/documents/{slug:code}", response={200: Row, 404: Row}, summary="One document with its text")
def document(request: HttpRequest, response: HttpResponse, code: str) -> Any:
    """What it is, and the text of its pages where there is one."""
    _shared(response)
    found = public_document(code)
    if found is None:
        return Status(404, NOTHING)
    return {**document_row(found), "text": [{"page": t.page, "text": t.text, "recognised": t.recognised} for t in found.texts.order_by("page")]}


@open_data.get("/press", response=Row, summary="Press releases")
def press(request: HttpRequest, response: HttpResponse, offset: Offset = 0, limit: Limit = 50) -> Row:
    """The newest first, in both languages."""
    _shared(response)
    found = PressRelease.objects.filter(withdrawn=False)
    items = [{"code": r.code, "tribunal": r.tribunal, "published_at": r.published_at.isoformat(), "title_en": r.title_en, "title_fr": r.title_fr,
              "text_en": r.text_en, "text_fr": r.text_fr} for r in found[offset:offset + limit]]
    return {"total": found.count(), "offset": offset, "items": items}
