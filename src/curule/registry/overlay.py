"""The text of a page laid over its picture, unseen: it can be selected and copied where it stands, and what was looked for is marked there.

The picture may have the strip of the stamp above what was filed; the layer lies at the lower edge, as wide as the picture, in the shape of the page as
it was filed.
"""

from __future__ import annotations

from dataclasses import dataclass

from curule.pages.words import Line, from_data, joined
from curule.registry.finding import spans
from curule.registry.models import PageWords

__all__ = ["Layer", "SetLine", "layer_of"]

BASE, LETTERS = 0.8, 0.9
"""Where in a line its letters stand, and how high they are, as parts of its height."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of the layer, in points: its text, where it begins and on which line it stands, its length and the size of its letters."""

    text: str
    left: str
    base: str
    length: str
    size: str


@dataclass(frozen=True, slots=True)
class Layer:
    """The layer of one page; ``marks`` are left, top, width and height of what was found, in points. Numbers as they are written in a drawing."""

    width: str
    height: str
    lines: tuple[SetLine, ...]
    marks: tuple[tuple[str, str, str, str], ...]


def layer_of(words: PageWords, sought: str) -> Layer:
    """The layer of a page, with what was looked for marked."""
    lines = from_data(words.lines)
    return Layer(_point(words.width / 10), _point(words.height / 10), tuple(_set(line) for line in lines if line), tuple(_marks(lines, sought)))


def _set(line: Line) -> SetLine:
    top, bottom = min(word.top for word in line), max(word.bottom for word in line)
    left, right = min(word.left for word in line), max(word.right for word in line)
    high = bottom - top
    return SetLine(joined(line)[0], _point(left), _point(top + BASE * high), _point(max(right - left, 0.5)), _point(max(LETTERS * high, 0.5)))


def _marks(lines: list[Line], sought: str) -> list[tuple[str, str, str, str]]:
    if not sought:
        return []
    words = [word for line in lines for word in line]
    text, origin = joined(words)
    found = {place for start, end in spans(text, sought) for place in origin[start:end]}
    return [(_point(w.left), _point(w.top), _point(w.right - w.left), _point(w.bottom - w.top)) for w in (words[place] for place in sorted(found))]


def _point(value: float) -> str:
    """A number as drawings write it, whatever the language of the page."""
    return f"{value:.1f}"
