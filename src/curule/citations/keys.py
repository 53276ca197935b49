"""Under which keys a text that cites something is found, and which keys a question means."""

from __future__ import annotations

from curule.citations.courts import OTHER, UNIT_OF, UNITS
from curule.citations.documents import broader
from curule.citations.finding import find

__all__ = ["index_keys", "query_keys"]


def index_keys(key: str) -> tuple[str, ...]:
    """Every key under which a text that cites ``key`` is to be found: itself, what contains it, and the same without its instrument.

    >>> index_keys("rome:61(7)(b)")
    ('rome:61(7)(b)', 'rome:61(7)', 'rome:61', 'article:61(7)(b)', 'article:61(7)', 'article:61')
    >>> index_keys("MICT-13-55-A")
    ('MICT-13-55-A', 'MICT-13-55')
    """
    code, colon, places = key.partition(":")
    if not colon or code == "para":
        return (key, *broader(key))
    found = _containing(code, places)
    if code in UNIT_OF:
        found += _containing(UNIT_OF[code], places)
    return tuple(found)


def _containing(code: str, places: str) -> list[str]:
    head, *path = places.split("(")
    return [f"{code}:" + "(".join([head, *path[:n]]) for n in range(len(path), -1, -1)]


def query_keys(text: str, court: str | None = None) -> tuple[str, ...]:
    """The keys that a question such as ``article 61(7)(b)`` or ``MICT-12-25`` means; empty where it names nothing that can be cited.

    A provision without an instrument is asked for in every instrument, whatever the court, unless a court is given.
    """
    written = text.strip()
    code, colon, places = written.partition(":")
    if colon and places and (code in UNIT_OF or code in (*UNITS, OTHER)):
        return (written,)
    return tuple(dict.fromkeys(key for citation in find(written, court) for key in citation.keys))
