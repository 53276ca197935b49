"""JSON as it comes in: what no record can hold - half a character, a zero byte, a number that is none - is refused at the door."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

__all__ = ["PlainJson", "is_plain", "plain_json"]


def is_plain(text: str) -> bool:
    """Whether a text can be written down: no zero byte (PostgreSQL holds none) and no half of a character (UTF-8 has none)."""
    return "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text)


def plain_json(written: str | bytes) -> Any:
    """The value that JSON writes down.

    :raises ValueError: where it is not JSON, or holds what no record can hold. :raises RecursionError: nested too deeply.
    """
    found = json.loads(written, parse_constant=_no_number)
    _check(found)
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is not a number of JSON")


def _check(value: Any) -> None:
    waiting = [value]  # and no recursion: however deep it is nested, that is for the operation to tell
    while waiting:
        item = waiting.pop()
        if isinstance(item, str) and not is_plain(item):
            raise ValueError("text holds a zero byte or half of a character")
        if isinstance(item, float) and not isfinite(item):
            raise ValueError("a number is too large")
        if isinstance(item, dict):
            waiting += [*item, *item.values()]
        elif isinstance(item, list):
            waiting += item


class PlainJson(Parser):
    """Reads the bodies of requests."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body as a value."""
        return plain_json(request.body)
