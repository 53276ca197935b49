"""The one question: what does this text cite?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from curule.citations.chinese import chinese_provisions
from curule.citations.courts import COURTS, OTHER, UNITS, instrument, named_after, named_before, present
from curule.citations.documents import documents
from curule.citations.model import Citation, Kind
from curule.citations.paragraphs import ibidem, paragraphs
from curule.citations.provisions import latin_provisions
from curule.law.provisions import CitationError, Provision

__all__ = ["find"]

_TRANSITIONAL = re.compile(r"(?i:transitional arrangements|dispositions transitoires|disp\. trans\.|trans\.),?[\s\u00a0]$")
_CHINESE = re.compile("[\u3400-\u9fff]")


def find(text: str, court: str | None = None) -> list[Citation]:
    """Everything that the text cites, in the order of the text, without overlaps.

    court: the court whose text it is (a key of ``COURTS``), which decides what "article 5", "the Statute" and "Rule 68" mean. Left out, the
    text itself decides where it is visibly about one court only; where it is not, a provision keeps its unit in place of an instrument
    (``article:5``). Raises ValueError for an unknown court.
    """
    if court is not None and court not in COURTS:
        raise ValueError(f"{court!r} is no court; there are: {', '.join(COURTS)}")
    courts = frozenset({court}) if court else present(text)
    named = _apart(documents(text))
    found = _apart([*named, *_provisions(text, courts)])
    found = _apart([*found, *ibidem(text, named)])
    return _apart([*found, *paragraphs(text, found)])


def _apart(found: Iterable[Citation]) -> list[Citation]:
    """In the order of the text; of two that overlap the one that starts first, and of those the longer."""
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or citation.start >= kept[-1].end:
            kept.append(citation)
    return kept


def _provisions(text: str, courts: frozenset[str]) -> Iterator[Citation]:
    chinese = chinese_provisions(text) if _CHINESE.search(text) else ()
    for start, end, unit, places in (*latin_provisions(text), *chinese):
        code, until = _instrument(text, start, end, unit, courts)
        before = _TRANSITIONAL.search(text[max(0, start - 30):start]) if unit == "article" else None
        if before is not None:
            start, places = start - len(before.group()), [f"ta{place}" for place in places]
            code = "irmct" if code in UNITS else code
        keys = tuple(dict.fromkeys(key for place in places if (key := _valid(f"{code}:{place}")) is not None))
        if keys:
            yield Citation(Kind.PROVISION, start, until, text[start:until], keys)


def _instrument(text: str, start: int, end: int, unit: str, courts: frozenset[str]) -> tuple[str, int]:
    """The instrument of a provision, and where its citation ends; a name beside it goes before what the text is about."""
    after = named_after(text, end)
    named = after[0] if after else named_before(text, start)
    until = after[1] if after else end
    if named is None:
        return instrument(unit, courts), until
    if named == OTHER:
        return (OTHER, until) if after else (instrument(unit, courts), until)
    if named in UNITS:
        return (instrument(unit, courts), until) if named == unit else (OTHER, until)
    return named, until


def _valid(key: str) -> str | None:
    try:
        return Provision.parse(key).id
    except CitationError:
        return None
