"""Pieces: the lines of a source told apart by language, and cut where one line holds both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from curule.texts.chinese import HAN
from curule.texts.source import Source

ENGLISH, CHINESE = "en", "zh"

# Five Latin words in a row are English in a Chinese line; fewer may be a name or a symbol of a document.
_LATIN_RUN = re.compile(
    r"(?:\([a-z]{1,6}\)\s+|\d{1,3}\.\s+)?[A-Za-z][A-Za-z0-9'’]*"
    r"(?:[ ,;:.()\"-]+[A-Za-z0-9][A-Za-z0-9'’]*){4,}[.;:,)\"]*"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one language in one line: its characters from `start` up to `end`."""

    language: str
    start: int
    end: int


def pieces_of(source: Source) -> list[Piece]:
    """All pieces of a source in order. White space alone makes none."""
    found: list[Piece] = []
    for _, start, end in source.lines():
        line = source.text[start:end]
        if not HAN.search(line):
            found.append(Piece(ENGLISH, start, end))
            continue
        found.extend(_split(source.text, start, end))
    return found


def _split(text: str, start: int, end: int) -> list[Piece]:
    """A line with Chinese in it, cut where a run of English begins or ends."""
    cuts = [start]
    for match in _LATIN_RUN.finditer(text, start, end):
        cuts.extend((match.start(), match.end()))
    cuts.append(end)
    found = []
    for first, last in pairwise(cuts):
        stretch = text[first:last]
        if not stretch.strip():
            continue
        left = first + len(stretch) - len(stretch.lstrip())
        language = CHINESE if HAN.search(stretch) else ENGLISH
        found.append(Piece(language, left, left + len(stretch.strip())))
    return _rejoined(found)


def _rejoined(found: list[Piece]) -> list[Piece]:
    """A stretch without letters (a mark of punctuation) belongs to the piece before it."""
    joined: list[Piece] = []
    for piece in found:
        if joined and joined[-1].language == piece.language:
            joined[-1] = Piece(piece.language, joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined
