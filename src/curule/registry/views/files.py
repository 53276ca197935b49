"""The bytes of a rendition: its file to be saved, its recording to be heard, its pages as images. The one access decision comes first, every time.

What is not public is kept by no cache; what is public is asked for again each time. Nothing that was filed is ever a page of this site: files are
attachments in a sandbox, recordings carry their own media type, pictures are drawn anew.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified, StreamingHttpResponse
from django.views.decorators.http import require_safe

from curule.matters.views.asked import tokens_asked
from curule.pages.telling import Stopped
from curule.registry.derived import SIZES, image_of_page, served
from curule.registry.models import Rendition
from curule.registry.sight import rendition_for
from curule.registry.signatures import authorities_pem
from curule.store import NotKept, store

__all__ = ["file", "guarded", "page_image", "play", "rendition_asked", "signing_authorities", "streamed", "to_save"]

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})\Z")
CHUNK = 256 * 1024
SANDBOX = "sandbox; default-src 'none'"
UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


def rendition_asked(request: HttpRequest, code: str) -> Rendition:
    """The rendition of that code; one that is not there and one that is not for this reader are the same."""
    found = rendition_for(code, tokens_asked(request))
    if found is None:
        raise Http404
    return found


def is_public(rendition: Rendition) -> bool:
    """Whether everybody may read it today."""
    return rendition.entry.audience.filter(token="public").exists()  # noqa: S106


def guarded(request: HttpRequest, response: HttpResponseBase, is_public: bool) -> HttpResponseBase:
    """What is public may be kept if it is asked for again each time: what is closed tomorrow is closed in every cache."""
    response["Cache-Control"] = "public, no-cache" if is_public and not request.user.is_authenticated else "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Vary"] = "Cookie"
    return response


def _part(asked: str, size: int) -> tuple[int, int] | None:
    """First and last byte of the one range asked for; None for the whole. :raises ValueError: the range lies outside the file."""
    found = RANGE.match(asked)
    if found is None or not any(found.groups()) or not size:
        return None
    first, last = found.groups()
    if not first:
        return max(0, size - int(last)), size - 1
    start, end = int(first), min(int(last), size - 1) if last else size - 1
    if start >= size or start > end:
        raise ValueError
    return start, end


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    with stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def streamed(request: HttpRequest, object_id: str, path: str, media_type: str, is_public: bool) -> HttpResponseBase:
    """A file of the store, or the part of it that is asked for. Whoever calls has asked the access decision.

    :raises Http404: where the store does not hold it.
    """
    mark = f'"{hashlib.sha256(f"{object_id}/{path}".encode()).hexdigest()[:32]}"'  # a path of the store has one content for ever
    if _is_known(request, mark):
        return _marked(guarded(request, HttpResponseNotModified(), is_public), mark)
    try:
        size = store().size(object_id, path)
        part = _part(request.headers.get("Range", ""), size)
        start, end = part or (0, size - 1)
        stream = store().read(object_id, path, start=start, length=end - start + 1)
    except ValueError:
        refused = HttpResponse(status=416)
        refused["Content-Range"] = f"bytes */{size}"
        return guarded(request, refused, is_public)
    except NotKept:
        raise Http404 from None
    response = StreamingHttpResponse(_chunks(stream), status=206 if part else 200, content_type=media_type)
    response["Content-Length"], response["Accept-Ranges"] = str(end - start + 1), "bytes"
    if part:
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
    if request.method == "HEAD":
        stream.close()
        response.streaming_content = ()
    return _marked(guarded(request, response, is_public), mark)


def _is_known(request: HttpRequest, mark: str) -> bool:
    """Whether the asker holds this content already: it has asked again, and was found to be a reader."""
    return mark in request.headers.get("If-None-Match", "")


def _marked(response: HttpResponseBase, mark: str) -> HttpResponseBase:
    response["ETag"] = mark
    return response


@require_safe
def file(request: HttpRequest, code: str) -> HttpResponseBase:
    """The file itself, to be saved under its number: the stamped copy, or as it was filed with ``?as=filed``."""
    found = rendition_asked(request, code)
    path = found.path if request.GET.get("as") == "filed" else served(found)
    response = streamed(request, found.document.object_id, path, "application/octet-stream", is_public(found))
    return to_save(response, f"{found.number}.{path.rpartition('.')[2]}")


def to_save(response: HttpResponseBase, name: str) -> HttpResponseBase:
    """An answer that a browser saves under this name and never shows."""
    name = name.replace("/", "~")
    response["Content-Disposition"] = f"attachment; filename=\"{UNSAFE.sub('_', name)}\"; filename*=UTF-8''{quote(name, safe='')}"
    return response


@require_safe
def signing_authorities(request: HttpRequest) -> HttpResponse:
    """The certificates of the authorities by which signatures are checked here: public, for whoever checks with a program of their own."""
    response = HttpResponse(authorities_pem(), content_type="application/x-pem-file")
    response["Content-Disposition"] = 'attachment; filename="signing-authorities.pem"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def play(request: HttpRequest, code: str) -> HttpResponseBase:
    """A recording, for the player in the page."""
    found = rendition_asked(request, code)
    if not found.media_type.startswith(("audio/", "video/")):
        raise Http404
    return streamed(request, found.document.object_id, found.path, found.media_type, is_public(found))


@require_safe
def page_image(request: HttpRequest, code: str, page: int, size: str) -> HttpResponseBase:
    """The image of one page."""
    found = rendition_asked(request, code)
    if size not in SIZES or not (0 if found.has_cover else 1) <= page <= (found.pages or 0):
        raise Http404
    mark = f'"{hashlib.sha256(f"{found.document.object_id}/{served(found)}/{page}/{size}".encode()).hexdigest()[:32]}"'
    if _is_known(request, mark):
        return _marked(guarded(request, HttpResponseNotModified(), is_public(found)), mark)
    try:
        image = image_of_page(found, page, size)
    except (Stopped, NotKept):
        image = None
    if image is None:
        raise Http404
    return _marked(guarded(request, HttpResponse(image, content_type="image/png"), is_public(found)), mark)
