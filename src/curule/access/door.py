"""How large a request may be, and who may send files: decided before one byte of it is read.

Forms are small. Files are taken by few views, which say so (:func:`takes_files`), and from persons who are signed in alone: whoever is not cannot fill the
disk of the server with what Django would put aside while it reads a form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

__all__ = ["LARGEST_FORM", "LARGEST_UPLOAD", "Door", "takes_files"]

LARGEST_FORM = 6 * 1024 * 1024
"""Bytes of a request without files."""
LARGEST_UPLOAD = 2 * 1024 * 1024 * 1024
"""Bytes of a request with files, all of them together; recordings are long."""

_View = TypeVar("_View", bound=Callable[..., Any])


def takes_files(view: _View) -> _View:
    """Mark a view to which persons who are signed in send files."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


class Door:
    """Refuses what is too large, by the length that the request declares (the server hands over no byte beyond it)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], arguments: Sequence[Any], named: Mapping[str, Any]) -> HttpResponse | None:
        """An answer where the request is not let in."""
        return _refused(request) if _length(request) > _most(request, view) else None


def _length(request: HttpRequest) -> int:
    written = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(written) if written.isdecimal() and len(written) < 16 else LARGEST_UPLOAD + 1


def _most(request: HttpRequest, view: Callable[..., Any]) -> int:
    if request.path_info.startswith("/api/"):
        # An operation reads its body after it has found out who calls; without any sign of a person it reads nothing large.
        return LARGEST_UPLOAD if "Authorization" in request.headers or request.user.is_authenticated else LARGEST_FORM
    return LARGEST_UPLOAD if getattr(view, "takes_files", False) and request.user.is_authenticated else LARGEST_FORM


def _refused(request: HttpRequest) -> HttpResponse:
    if request.path_info.startswith("/api/"):
        says = {"code": "too_large", "says": _("The request is larger than this address takes."), "remedy": _("Sign in to send files; divide what is larger.")}
        return JsonResponse({"error": says}, status=413)
    return render(request, "413.html", status=413)
