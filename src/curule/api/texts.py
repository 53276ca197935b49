"""Operations on the official texts that were imported: an article in its languages, search."""

from __future__ import annotations

import re
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from ninja import File, Query, Router, Status
from ninja.files import UploadedFile

from curule.api.callers import ANYBODY, SIGNED_IN
from curule.api.faults import ApiFault, not_found
from curule.api.seen import law_of
from curule.api.shapes import FaultShape
from curule.lawbook.aligned import chosen, current_editions, rows_of
from curule.lawbook.searching import search
from curule.lawbook.uploading import LARGEST, may_import
from curule.lawbook.uploading import _import as import_upload
from curule.matters.phrases import language
from curule.texts import TextError

__all__ = ["router"]

router = Router(tags=["texts"])
FAULTS = {404: FaultShape, 422: FaultShape, 429: FaultShape}
Told = dict[str, Any]


@router.get("/law/{tribunal}/texts/{provision}", response={200: Told, **FAULTS}, auth=ANYBODY,
            summary="The official text of an article, languages side by side")
def show_text(request: HttpRequest, tribunal: str, provision: str, languages: str = "") -> Any:
    """As far as the operator imported it; ``languages``: codes separated by commas."""
    law, lang = law_of(tribunal), language()
    key = provision if ":" in provision else f"{law.pack.instruments[0].code}:{provision}"
    instrument, _colon, article = key.partition("(")[0].partition(":")
    if instrument not in {i.code for i in law.pack.instruments}:
        raise not_found()
    editions = current_editions(instrument)
    wanted = [code for code in re.split(r"[,\s]+", languages) if code]
    columns = chosen(editions, wanted, lang)
    rows, _headings = rows_of(editions, article, columns, lang)
    return {"provision": f"{instrument}:{article}", "languages": columns, "available": sorted({e.language for e in editions}), "rows": [
        {"provision": row.provision, "sequence": row.sequence, "label": row.label,
         "texts": {cell.tongue.code: {"text": cell.text, "deleted": cell.is_deleted, "notes": cell.notes} for cell in row.cells if cell is not None}}
        for row in rows]}


@router.post("/law/texts", response={200: Told, 201: Told, 401: FaultShape, **FAULTS}, auth=SIGNED_IN, summary="Import an official text")
def import_file(request: HttpRequest, file: Annotated[UploadedFile, File()]) -> Any:
    """For the Registrar and the archivist. What cannot be aligned is listed, never guessed and never dropped."""
    if not may_import(request):
        raise not_found()
    if file.size is None or file.size > LARGEST:
        raise ApiFault(422, "too_large", _("The file is larger than an instrument can be."), _("At most %(size)d bytes.") % {"size": LARGEST})
    try:
        stored = import_upload(file, request.user)
    except TextError as error:
        raise ApiFault(422, "no_statute", error.of(language()), _("Give a file with the text of an instrument that a tribunal here has.")) from None
    return Status(201 if stored.is_new else 200, {
        "instrument": stored.text.instrument, "new": stored.is_new, "superseded": list(stored.superseded), "report": stored.text.report})


@router.get("/search/law", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="Search the law")
def search_law(request: HttpRequest, q: Annotated[str, Query(max_length=200)]) -> Any:
    """Provisions, acts and imported texts that have these words."""
    return [{"citation": f.citation, "title": f.title, "words": strip_tags(str(f.words)), "href": f.href} for f in search(q, language())]
