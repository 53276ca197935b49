"""What the frame of every page needs: the main places, the reader's offices, the languages."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

import curule
from curule.access.seat import offices_of, seat_of


class Place(NamedTuple):
    """One of the main places: its address, its name, and the letter that follows g on the keyboard; some are for those who are signed in, or
    for those who sit in one part of a tribunal.
    """

    path: str
    name: Promise
    letter: str
    signed_in: bool = False
    part: str = ""


PLACES = (
    Place("/", _("Desk"), "d"),
    Place("/matters/", _("Matters"), "m"),
    Place("/filings/", _("Filings"), "f", signed_in=True),
    Place("/inbox/", _("Inbox"), "i", signed_in=True),
    Place("/chambers/", pgettext_lazy("place", "Chambers"), "c", signed_in=True, part="chambers"),
    Place("/calendar/", _("Calendar"), "c"),
    Place("/law/", _("Law"), "l"),
    Place("/judges/", _("Judges"), "j"),
    Place("/public/", _("Public"), "p"),
)
SEARCH = "/search/"


@cache
def _exists(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Context of every page. Offices are looked up only when the page shows them."""
    here = request.path_info
    return {
        "places": [
            {
                "path": place.path,
                "name": place.name,
                "letter": place.letter,
                "is_here": _is_here(place.path, here),
            }
            for place in PLACES
            if _exists(place.path) and _is_for(request, place)
        ],
        "search_path": SEARCH if _exists(SEARCH) else "",
        "seat": SimpleLazyObject(lambda: seat_of(request)),
        "offices_held": SimpleLazyObject(lambda: offices_of(request)),
        "several_tribunals": len(settings.TRIBUNALS) > 1,
        "is_demo": settings.DEMO,
        "languages": settings.LANGUAGES,
        "printed_on": timezone.localdate(),
        "version": curule.__version__,
    }


def _is_for(request: HttpRequest, place: Place) -> bool:
    if place.part:
        return any(office.chair is not None and office.chair.part == place.part for office in offices_of(request))
    return not place.signed_in or (hasattr(request, "user") and request.user.is_authenticated)


def _is_here(path: str, here: str) -> bool:
    return here == path if path == "/" else here.startswith(path)
