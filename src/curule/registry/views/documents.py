"""A document: the rendition that the reader sees, and its file."""

from __future__ import annotations

from urllib.parse import quote

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from curule.matters.phrases import language
from curule.matters.views.asked import tokens_asked
from curule.registry.models import Rendition
from curule.registry.numbering import court_of
from curule.registry.sight import rendition_for, renditions_for
from curule.store import store

__all__ = ["document", "file"]


def rendition_asked(request: HttpRequest, code: str) -> Rendition:
    """The rendition of that code; one that is not there and one that is not for this reader are the same."""
    found = rendition_for(code, tokens_asked(request))
    if found is None:
        raise Http404
    return found


@require_GET
def document(request: HttpRequest, code: str) -> HttpResponse:
    """What a document is, and its other forms that the reader sees."""
    found = rendition_asked(request, code)
    others = renditions_for(tokens_asked(request)).filter(document=found.document).exclude(pk=found.pk)
    types, kind = court_of(found.entry.matter).types, found.document.document_type
    words = types[kind].name.of(language()) if kind in types else ""
    return render(request, "registry/document.html", {"rendition": found, "matter": found.entry.matter, "others": others, "kind": words})


@require_GET
def file(request: HttpRequest, code: str) -> FileResponse:
    """The file itself, to be saved: never shown in the page's own origin."""
    found = rendition_asked(request, code)
    stream = store().read(found.document.object_id, found.served_path or found.path)
    response = FileResponse(stream, content_type="application/octet-stream")
    suffix = (found.served_path or found.path).rpartition(".")[2]
    name = found.number.replace("/", "~") + f".{suffix}"
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    is_public = found.entry.audience.filter(token="public").exists()  # noqa: S106
    response["Cache-Control"] = "public, max-age=300" if is_public and not request.user.is_authenticated else "private, no-store"
    return response
