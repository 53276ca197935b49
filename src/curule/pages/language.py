"""In which language a file is written, as far as the words at its beginning tell. Runs in confinement: see :mod:`curule.pages.confined`.

The answer is a code of ``curule.statutes.court_record.court.LANGUAGES``, ``xx`` for a language that is none of those, or nothing: little text, several
languages, or a text that two languages could have. Who declared another one is told of it, so that a doubt is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from curule.pages.extracting import text_pages

__all__ = ["ENOUGH", "PAGES", "language_of", "read_languages"]

PAGES = 3
"""Pages that are read; a cover sheet is often in two languages."""
ENOUGH = 150
"""Letters without which nothing is said; an ideograph counts as three."""
LETTERS = 12_000
PART = 250
"""Letters that are judged together: a text in two languages is found by its parts."""
SURE, MOST_PARTS = 0.85, 0.75
"""How sure each part has to be, and how much of the text has to be of one language."""
OTHER = "xx"
KIN = {"wuu": "zh", "yue": "zh", "cmn": "zh", "ary": "ar", "arz": "ar", "arb": "ar", "bs": "bcs", "hr": "bcs", "sr": "bcs", "sh": "bcs", "cnr": "bcs",
       "rn": "rw", "als": "sq", "swh": "sw"}
"""Codes of the identifier that the record has under one name. Kirundi and Kinyarwanda are not told apart by a page of text."""
OURS = frozenset({"en", "fr", "ar", "zh", "ru", "es", "sw", "rw", "bcs", "sq"})
ELSEWHERE = frozenset({"am", "bg", "bn", "cs", "da", "de", "el", "fa", "fi", "he", "hi", "hu", "hy", "id", "it", "ja", "ka", "km", "ko", "lg", "ln", "mk", "my",
                       "nl", "no", "pl", "ps", "pt", "ro", "sk", "sl", "so", "sv", "th", "tl", "tr", "uk", "ur", "vi"})
"""Languages without a code of the record in which something may yet be written. The identifier knows others, and finds them in what is no text."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.UNICODE)
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


def read_languages(files: list[dict[str, Any]], recognise: bool) -> list[str]:
    """The language of each file (its ``path``, ``kind`` and the ``languages`` in which pictures are recognised, where that is wanted) by its first pages.

    One that breaks its reader leaves it open; one that ends the process, for all of them.
    """
    return [_language_of_file(file["path"], file["kind"], file["languages"], recognise) for file in files]


def _language_of_file(path: str, kind: str, languages: list[str], recognise: bool) -> str:
    try:
        found = text_pages(path, kind, languages, 1, PAGES, recognise=recognise)
    except Exception:  # whatever a reader raises on a hostile file
        return ""
    return language_of("\n".join(page["text"] for page in found["pages"]))


def language_of(text: str) -> str:
    """The language in which most of a text is written; empty where that is not sure.

    >>> language_of("MICT-13-55-A, 12 February 2026")
    ''
    """
    votes: dict[str, int] = {}
    total = 0
    for part, weight in _parts(text):
        total += weight
        code = _judged(part)
        votes[code] = votes.get(code, 0) + weight
    code, most = max(votes.items(), key=lambda vote: vote[1], default=("", 0))
    return code if code and total >= ENOUGH and most >= MOST_PARTS * total else ""


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """Runs of words without numbers and references, each with how many letters it counts for; what is left at the end belongs to the last."""
    words = [word for word in _WORD.findall(text[: LETTERS * 3]) if len(word) > 1 or _IDEOGRAPH.match(word)]
    part: list[str] = []
    weight = whole = 0
    kept = ""
    for word in words:
        part.append(word)
        weight += len(word) + 2 * len(_IDEOGRAPH.findall(word))
        if weight >= PART:
            if kept:
                yield kept, whole
            kept, whole, part, weight = " ".join(part), weight, [], 0
    rest = " ".join(part)
    if kept or rest:
        yield f"{kept} {rest}".strip(), whole + weight


def _judged(part: str) -> str:
    shares: dict[str, float] = {}
    from curule.pages.identifier import IDENTIFIER  # its model is large: only where it is used

    for code, share in IDENTIFIER.rank(part.lower()):
        name = KIN.get(code, code if code in OURS else OTHER if code in ELSEWHERE else "")
        shares[name] = shares.get(name, 0.0) + share
    code, share = max(shares.items(), key=lambda one: one[1])
    return code if share >= SURE else ""

