"""Nobody alone keeps the server from the others: a visitor's address, or a person, has so much of its working time, and so many requests at once.

What counts is the time that requests take, so that no list of costly pages has to be kept, and none is forgotten. Counted in this process alone: each process
of a server looks after its own threads.
"""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

__all__ = ["Pace", "Purse"]

KNOWN = 20_000
"""Addresses and persons that are remembered; the least recent are forgotten."""

A_WHILE = 1.0
"""Seconds after which a request counts as lasting."""


@dataclass(slots=True)
class Purse:
    """What is left to somebody: seconds of working time, as at a moment of the monotonic clock; and when the requests under way began."""

    left: float
    at: float
    under_way: list[float] = field(default_factory=list)

    def lasting(self, now: float) -> int:
        """How many requests under way have lasted for a while. A page with sixty small images is no burden, and nor is a school behind one address."""
        return sum(1 for begun in self.under_way if now - begun >= A_WHILE)


class Pace:
    """Answers 429 to whoever has used up the time allowed. ``settings.PACE``: seconds of work in a minute, and lasting requests at once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.seconds, self.at_once = settings.PACE
        self._purses: OrderedDict[str, Purse] = OrderedDict()
        self._lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        who, begun = _who(request), time.monotonic()
        if not self._let_in(who, begun):
            return _told(request)
        try:
            return self.get_response(request)
        finally:
            self._charge(who, begun, time.monotonic())

    def _let_in(self, who: str, now: float) -> bool:
        with self._lock:
            purse = self._purses.pop(who, None) or Purse(self.seconds, now)
            self._purses[who] = purse
            purse.left = min(self.seconds, purse.left + (now - purse.at) * self.seconds / 60)
            purse.at = now
            if purse.left <= 0 or purse.lasting(now) >= self.at_once:
                return False
            purse.under_way.append(now)
            while len(self._purses) > KNOWN:
                self._purses.popitem(last=False)
            return True

    def _charge(self, who: str, begun: float, ended: float) -> None:
        with self._lock:
            purse = self._purses.get(who)
            if purse is not None:
                purse.left -= ended - begun
                purse.under_way.remove(begun)


def _who(request: HttpRequest) -> str:
    """A person who is signed in, else the address; of the newer addresses the network, of which one visitor has as many as there are."""
    if request.user.is_authenticated:
        return f"user {request.user.pk}"
    address = str(request.META.get("REMOTE_ADDR", ""))
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else address


def _told(request: HttpRequest) -> HttpResponse:
    if request.path_info.startswith(("/api/", "/open-data/v1/")):
        says = {"code": "too_many", "says": _("Too many requests."), "remedy": _("Wait a minute and go on more slowly.")}
        answer: HttpResponse = JsonResponse({"error": says}, status=429)
    else:
        answer = render(request, "429.html", status=429)
    answer["Retry-After"] = "10"
    return answer
