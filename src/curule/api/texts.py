"""Operations on the official texts that were imported: an article in its languages, search."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest
from django.utils.html import strip_tags
from ninja import Query, Router

from curule.api.callers import ANYBODY
from curule.api.faults import not_found
from curule.api.seen import law_of
from curule.api.shapes import FaultShape
from curule.lawbook.aligned import chosen, current_editions, rows_of
from curule.lawbook.searching import search
from curule.matters.phrases import language

__all__ = ["router"]

router = Router(tags=["texts"])
FAULTS = {404: FaultShape, 422: FaultShape, 429: FaultShape}
Told = dict[str, Any]


@router.get("/law/{tribunal}/texts/{provision}", response={200: Told, **FAULTS}, auth=ANYBODY, summary="The official text of an article, languages side by side")
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


@router.get("/search/law", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="Search the law")
def search_law(request: HttpRequest, q: str = Query(max_length=200)) -> Any:
    """Provisions, acts and imported texts that have these words."""
    return [{"citation": f.citation, "title": f.title, "words": strip_tags(str(f.words)), "href": f.href} for f in search(q, language())]
