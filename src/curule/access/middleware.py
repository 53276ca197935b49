"""What every request learns from the person who signed in: the local time, and that the page is theirs
alone.
"""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from curule.access.models import User
from curule.access.offices import STATION_ZONES

Respond = Callable[[HttpRequest], HttpResponse]


class OwnAddress:
    """Behind a proxy, whoever asks is whom the proxy names last. Else all would seem to come from the proxy, and be locked out together by one
    who guesses passwords.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if settings.BEHIND_PROXY and named:
            request.META["REMOTE_ADDR"] = named
        return self.get_response(request)


class PlainAddresses:
    """An address with a zero byte is nobody's: it is refused here, before a database stumbles over it."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest
        return self.get_response(request)


class StationTime:
    """Times are shown, and days counted, by the clock of the reader's duty station."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        zone = STATION_ZONES.get(user.duty_station) if isinstance(user, User) else None
        with timezone.override(ZoneInfo(zone) if zone else None):
            return self.get_response(request)


class PrivatePages:
    """A page made for one person is kept by no cache, so that the next at the same computer cannot go back to it. A page for everybody
    is asked for again each time: what is closed is closed in every cache at once.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "Cache-Control" not in response:
            patch_cache_control(response, **({"private": True, "no_store": True} if request.user.is_authenticated else {"no_cache": True}))
        return response
