"""A file that was received and is not on the record yet: its pages or its text, for its filer and for the Registry that checks it.

Who sees the submission sees its files (:func:`curule.registry.sight.submissions_for`), nobody else. Nothing of this is kept by a cache, and nothing of
it is ever a page of this site: pictures are drawn in confinement, text is escaped, the file itself is an attachment in a sandbox.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from curule.access.models import User
from curule.matters.views.asked import page_asked, tokens_asked
from curule.pages.reading import page_images, text_of
from curule.pages.telling import Stopped
from curule.registry.languages import copy_of
from curule.registry.models import SubmittedFile
from curule.registry.sight import submissions_for
from curule.registry.views.files import guarded, streamed, to_save
from curule.store import NotKept

__all__ = ["page_image", "play", "received_file", "save"]

A_PART = 10
"""Pages shown at once."""
WIDTH = 1000
"""Of the picture of a page, in pixels."""


def _asked(request: HttpRequest, code: str, position: int) -> SubmittedFile:
    """The file; one that is not there and one that is not for this reader are the same."""
    assert isinstance(request.user, User)  # noqa: S101 - login_required
    found = submissions_for(request.user, tokens_asked(request)).filter(code=code).first()
    file = found.files.filter(position=position).first() if found is not None else None
    if file is None:
        raise Http404
    return file


def _text(file: SubmittedFile) -> list[str] | None:
    """What a file without pages of its own says (an office document, a message); None where it cannot be read."""
    try:
        with copy_of(file) as copy:
            return [page.text for page in islice(text_of(copy), A_PART)]
    except (Stopped, NotKept):
        return None


@csp_update({"media-src": [SELF]})  # type: ignore[arg-type]
@login_required
@require_safe
def received_file(request: HttpRequest, code: str, position: int) -> HttpResponse:
    """The file in the page: ``?page=`` leads to a part of it."""
    file = _asked(request, code, position)
    length = file.pages or 0
    first = (min(max(page_asked(request), 1), max(length, 1)) - 1) // A_PART * A_PART + 1
    is_recording = file.media_type.startswith(("audio/", "video/"))
    page: dict[str, Any] = {
        "file": file, "submission": file.submission, "files": list(file.submission.files.all()), "length": length,
        "pages": range(first, min(first + A_PART, length + 1)), "before": max(1, first - A_PART) if first > 1 else None,
        "after": first + A_PART if first + A_PART <= length else None, "is_recording": is_recording, "is_film": file.media_type.startswith("video/"),
        "text": _text(file) if not length and not is_recording else None}
    response = render(request, "registry/received.html", page)
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_safe
def page_image(request: HttpRequest, code: str, position: int, page: int) -> HttpResponseBase:
    """The picture of one page."""
    file = _asked(request, code, position)
    if not 1 <= page <= (file.pages or 0):
        raise Http404
    try:
        with copy_of(file) as copy:
            image = page_images(copy, [page], WIDTH).get(page)
    except (Stopped, NotKept):
        image = None
    if image is None:
        raise Http404
    return guarded(request, HttpResponse(image, content_type="image/png"), False)


@login_required
@require_safe
def save(request: HttpRequest, code: str, position: int) -> HttpResponseBase:
    """The file as it was received, to be saved."""
    file = _asked(request, code, position)
    name = f"{file.submission.code}-{position}.{file.path.rpartition('.')[2]}"
    return to_save(streamed(request, file.object_id, file.path, "application/octet-stream", False), name)


@login_required
@require_safe
def play(request: HttpRequest, code: str, position: int) -> HttpResponseBase:
    """A recording, for the player in the page."""
    file = _asked(request, code, position)
    if not file.media_type.startswith(("audio/", "video/")):
        raise Http404
    return streamed(request, file.object_id, file.path, file.media_type, False)
