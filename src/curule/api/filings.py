"""Operations of the registry: sending a document to be filed, following it, and the Registry's decision."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Field, File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from curule.access.models import Office
from curule.api.callers import SIGNED_IN, actor_as, held_tokens, offices_held, person_of
from curule.api.entering import FAULTS, Key, shown_refusal
from curule.api.faults import ApiFault, particular_faults
from curule.api.plain import plain_json
from curule.api.seen import reading_for
from curule.matters.acting import organs_of
from curule.matters.entering import own_key, stored_raw
from curule.matters.models import Matter
from curule.matters.phrases import language
from curule.matters.pipeline import Faulty, NotEntered, Refused
from curule.matters.reading import reading_of
from curule.matters.tribunals import library
from curule.registry.checking import accept, send_back
from curule.registry.examining import notices_of
from curule.registry.models import Submission
from curule.registry.numbering import court_of
from curule.registry.receiving import Sent, display_name, receive
from curule.registry.sight import documents_on, renditions_for, renditions_on, submissions_for

__all__ = ["router"]

router = Router(tags=["filings"])
MOST = 200


class FiledFile(Schema):
    """One file of a submission."""

    title: str
    name: str
    media_type: str
    size: int = Field(description="bytes")
    sha512: str
    pages: int | None
    language: str = Field(description="as its filer declared it")
    reads_as: str = Field("", description="the language of its text, where it was read and is sure")


class Receipt(Schema):
    """What was received and what became of it."""

    code: str
    matter: str
    act: str
    state: str = Field(description="received, accepted or returned")
    received_at: datetime
    reason: str = ""
    number: str = Field("", description="the number under which it is filed")
    noticed: list[str] = Field([], description="what strikes in it, in sentences; nothing of it bars the filing")
    files: list[FiledFile]


class DocumentShape(Schema):
    """A document on the record, in one of its forms."""

    code: str
    number: str
    matter: str
    document_type: str
    role: str
    title: str
    language: str
    media_type: str
    pages: int | None
    filed_at: datetime


class Documents(Schema):
    """A page of documents, what was entered last first."""

    documents: list[DocumentShape]
    total: int
    next: str | None = Field(None, description="give this as `before` to go on; nothing at the end")


class Returned(Schema):
    """Why a submission is returned."""

    reason: str = Field(max_length=5000)


class Correction(Schema):
    """The title or the language of a file, set right by the Registry."""

    position: int = Field(ge=0, le=1000, description="the place of the file, the document's is 0")
    title: str = Field("", max_length=500, description="empty where it stays")
    language: str = Field("", max_length=5, description="empty where it stays")


class Accepted(Schema):
    """How a submission is filed."""

    classification: str = Field("", description="another one than the filer asked for; provisional until it is decided")
    addressees: list[str] = []
    why: str = ""
    corrected: list[Correction] = Field([], max_length=200)


@router.post("/matters/{number:number}/filings", response={201: Receipt, **FAULTS}, auth=SIGNED_IN, summary="Send a document to be filed")
def send_filing(request: HttpRequest, number: str, by: Form[str], particulars: Form[str], files: File[list[UploadedFile]], key: Key = "",
                act: Form[str] = "file_document", titles: Form[str] = "[]") -> Any:
    """``particulars`` is a JSON object with those of the act; the first file is the document, the others are its annexes. ``titles`` is a JSON list with the
    titles of the annexes, in their order; an empty one is the name of the file.

    It counts from the moment of receipt.
    """
    user, reading = person_of(request), reading_for(request, number)
    actor_as(request, reading.law, by, reading.matter)
    declared, named = _object(particulars), _titles(titles)
    seat = _seat_for(request, by, reading.matter)
    with tempfile.TemporaryDirectory(prefix="curule-upload-") as folder:
        sent = [_written(Path(folder) / str(n), file, named.get(n, "")) for n, file in enumerate(files)]
        made = _told(lambda: receive(reading.matter, user, seat, act, stored_raw(reading, act, declared), sent, organ=by,
                                     key=own_key("api", user, key)), request, reading.matter)
    return Status(201, _receipt(made, request))


def _object(written: str) -> dict[str, Any]:
    try:
        found = plain_json(written)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise ApiFault(422, "faulty", _("`particulars` is not a JSON object."), _("Send an object, the names of the particulars with their values."))
    return found


def _seat_for(request: HttpRequest, organ: str, matter: Matter) -> Office | None:
    return next((o for o in offices_held(request) if organ in organs_of(o, library(matter.pack), matter)), None)


def _titles(written: str) -> dict[int, str]:
    """The titles of annexes, by the place of the file."""
    try:
        found = plain_json(written)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ApiFault(422, "faulty", _("`titles` is not a JSON list of strings."), _("Send a list with one title for each annex."))
    return {n: " ".join(one.split())[:500] for n, one in enumerate(found, 1)}


def _written(path: Path, file: UploadedFile, title: str) -> Sent:
    with path.open("wb") as stream:
        for chunk in file.chunks():
            stream.write(chunk)
    return Sent(path, display_name(file.name or ""), title)


def _told(do: Callable[[], Any], request: HttpRequest, matter: Matter) -> Any:
    """What was done; what the law or the files object to is a fault with its remedy."""
    lang = language()
    try:
        return do()
    except Faulty as fault:
        raise ApiFault(422, "faulty", _("Some particulars are missing or wrong."), _("Correct the particulars named in `errors`."),
                       {"errors": particular_faults(fault.errors, lang)}) from None
    except Refused as refused:
        raise ApiFault(422, "refused", refused.says.of(lang), _("The answer says what stands in the way and what would cure it."),
                       {"answer": shown_refusal(reading_of(matter, held_tokens(request)), refused, {}, lang)}) from None
    except NotEntered as fault:
        raise ApiFault(422, "not_entered", fault.says.of(lang), _("Correct the request.")) from None


def _receipt(found: Submission, request: HttpRequest) -> dict[str, Any]:
    rendition = getattr(found.entry, "rendition", None) if found.entry_id else None
    notices = notices_of(found, person_of(request), frozenset(held_tokens(request)), language())
    return {"code": found.code, "matter": found.matter.number, "act": found.act, "state": found.state, "received_at": found.received_at,
            "reason": found.reason if found.state == Submission.State.RETURNED else "", "number": rendition.number if rendition else "",
            "noticed": [notice.says for notice in notices],
            "files": [{"title": f.title, "name": f.name, "media_type": f.media_type, "size": f.size, "sha512": f.sha512, "pages": f.pages,
                       "language": f.language, "reads_as": f.checks.get("reads_as", "")} for f in found.files.order_by("position")]}


def _found(request: HttpRequest, code: str) -> Submission:
    found = submissions_for(person_of(request), held_tokens(request)).filter(code=code).first()
    if found is None:
        raise ApiFault(404, "not_found", _("There is no such thing, or it is not open to you."), "")
    return found


@router.get("/filings/{code}", response={200: Receipt, **FAULTS}, auth=SIGNED_IN, summary="What became of a submission")
def show_filing(request: HttpRequest, code: str) -> Any:
    """For its filer and the Registry."""
    return _receipt(_found(request, code), request)


def _for_registry(request: HttpRequest, code: str) -> Submission:
    found = _found(request, code)
    registry = court_of(found.matter).registry
    if not any(o in registry for office in offices_held(request) for o in organs_of(office, library(found.matter.pack), found.matter)):
        raise ApiFault(403, "not_your_organ", _("The Registry decides on submissions."), "")
    return found


@router.post("/filings/{code}/accept", response={200: Receipt, **FAULTS}, auth=SIGNED_IN, summary="File a submission")
def accept_filing(request: HttpRequest, code: str, how: Accepted) -> Any:
    """For the Registry."""
    found, officer = _for_registry(request, code), person_of(request)
    corrected = {one.position: {name: value for name, value in (("title", one.title), ("language", one.language)) if value} for one in how.corrected}
    _told(lambda: accept(found, officer, classification=how.classification, addressees=tuple(how.addressees), why=how.why[:500], corrected=corrected),
          request, found.matter)
    return _receipt(_found(request, code), request)


@router.post("/filings/{code}/return", response={200: Receipt, **FAULTS}, auth=SIGNED_IN, summary="Return a submission")
def return_filing(request: HttpRequest, code: str, why: Returned) -> Any:
    """For the Registry, with what is to be mended."""
    found, officer = _for_registry(request, code), person_of(request)
    _told(lambda: send_back(found, officer, why.reason), request, found.matter)
    return _receipt(_found(request, code), request)


@router.get("/matters/{number:number}/documents", response={200: Documents, **FAULTS}, summary="The documents of a matter")
def list_documents(request: HttpRequest, response: HttpResponse, number: str, start: int = 0, count: int = 50, before: str = "") -> Any:
    """Those that you may see, what was entered last first; the total is of those alone. Go on with ``before`` and the ``next`` of the answer: nothing is missed
    or given twice while documents are filed.
    """
    reading = reading_for(request, number)
    documents = documents_on(reading)
    end = len(documents) - max(0, min(start, len(documents)))
    if before:
        at = renditions_for(reading.tokens, reading.matter).filter(code=before).values_list("entry_id", flat=True).first()
        if at not in documents:
            raise ApiFault(404, "not_found", _("This place in the list is no more."), _("Begin again without `before`."))
        end = documents.index(at)
    begin = max(0, end - max(1, min(count, MOST)))
    shown = renditions_on(reading, documents[begin:end][::-1])
    return {"total": len(documents), "next": shown[-1].code if shown and begin else None, "documents": [
        {"code": r.code, "number": r.number, "matter": number, "document_type": r.document.document_type, "role": r.role, "title": r.title,
         "language": r.language, "media_type": r.media_type, "pages": r.pages, "filed_at": r.filed_at} for r in shown]}
