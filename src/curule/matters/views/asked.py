"""What a request asks for: the matter it names, read as its reader may read it, on the day it names."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from curule.access.audiences import tokens_of
from curule.matters.models import Matter
from curule.matters.reading import Reading, matters_for

__all__ = ["day_asked", "is_swap", "matter_asked", "page_asked", "reading_asked", "tokens_asked", "written_out"]


def tokens_asked(request: HttpRequest) -> frozenset[str]:
    """The tokens of the reader, found once for each request."""
    held: frozenset[str] | None = getattr(request, "_tokens_held", None)
    if held is None:
        held = tokens_of(request.user)
        request._tokens_held = held  # type: ignore[attr-defined]
    return held


def matter_asked(request: HttpRequest, number: str) -> Matter:
    """The matter of that number; one that is not there and one that is not for this reader are the same."""
    return get_object_or_404(matters_for(tokens_asked(request)), number=number)


def day_asked(request: HttpRequest, name: str) -> date | None:
    """A day in the query (``?on=2026-03-31``); nothing when it is left out.

    :raises Http404: when it is no day.
    """
    written = request.GET.get(name, "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Http404 from None


def reading_asked(request: HttpRequest, number: str, *, with_days: bool = True) -> Reading:
    """The matter as this reader reads it, on the days in the query."""
    matter = matter_asked(request, number)
    if not with_days:
        return Reading(matter, tokens_asked(request))
    return Reading(matter, tokens_asked(request), as_at=day_asked(request, "on"), known=day_asked(request, "known"))


def written_out(request: HttpRequest, written: str) -> HttpResponseRedirect:
    """The address of a matter whose number was written with its slashes; nothing is looked up, so that nothing is told."""
    return HttpResponseRedirect(reverse("matters:matter", args=[written]))


def is_swap(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-History-Restore-Request") != "true"


def page_asked(request: HttpRequest) -> int:
    """The page number in the query, from one."""
    written = request.GET.get("page", "1")
    return int(written) if written.isdecimal() and len(written) <= 6 and int(written) > 0 else 1
