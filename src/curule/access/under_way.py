"""Which requests are being answered, so that work of the same process that can wait gives way to them.

Python works in one thread at a time: whatever reckons in the background takes half of the processor from a page, and makes it wait at each turn.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from django.http import HttpRequest, HttpResponseBase

__all__ = ["UnderWay", "give_way", "waiting"]

A_TURN = 0.002
"""Seconds between two looks whether requests are still being answered."""

_lock = Lock()
_under_way = 0


def _count(more: int) -> None:
    global _under_way
    with _lock:
        _under_way += more


class UnderWay:
    """Counts the requests that are being answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        _count(1)
        try:
            return self.get_response(request)
        finally:
            _count(-1)


@contextmanager
def waiting() -> Iterator[None]:
    """While a request waits for what is done in the background, that need not give way to it."""
    _count(-1)
    try:
        yield
    finally:
        _count(1)


def give_way(most: float = 0.05) -> None:
    """Wait while requests are being answered, at most so many seconds: under a load that never ends the work still comes to its end."""
    until = time.monotonic() + most
    while _under_way > 0 and time.monotonic() < until:
        time.sleep(A_TURN)
