"""What is to be redacted: areas of pages and phrases, each with its ground; and the places where that was done."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

__all__ = ["Area", "Box", "Phrase", "Redaction", "Sheet", "fold"]

Box = tuple[float, float, float, float]
"""Left, low, right, high, in points of the page's own coordinates."""

_BREAK = r"(?:[-\u00ad\u2010\u2011\x02\ufffe]?[ \t]*[\r\n]+[ \t]*|[\u00ad\x02\ufffe])?"
_LOOSE = r"[\s\-\u00ad\u2010\u2011\x02\ufffe\u200b-\u200d]*"
_SPACE = r"(?:[\s\u00ad\x02\ufffe]|[-\u2010\u2011][\r\n]+)+"
LOOSE_FROM = 5
"""A phrase of as many letters is also searched with spaces between its letters; a shorter one would be found in innocent words."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page as the reader sees it: ``page`` from 1, points from the top left corner, rightwards and downwards."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    ground: str = ""

    def __post_init__(self) -> None:
        if self.page < 1 or not all(map(math.isfinite, (self.left, self.top, self.right, self.bottom))) or self.left >= self.right or self.top >= self.bottom:
            raise ValueError("an area has a page from 1 and runs from its left to its right and from its top to its bottom")


@dataclass(frozen=True)
class Phrase:
    """Words to be found wherever they stand, also broken over lines, hyphenated or set with ligatures.

    ``whole``: as whole words ("Ana" is not in "Banana"). ``exact``: capitals and diacritics must agree; otherwise "VIC" finds "vić".
    """

    text: str
    ground: str = ""
    whole: bool = True
    exact: bool = False

    def __post_init__(self) -> None:
        if not any(c.isalnum() for c in self.text):
            raise ValueError("a phrase has at least one letter or digit")

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the phrase in folded text (:func:`fold`)."""
        return self._compiled(_BREAK)

    @cached_property
    def loose(self) -> re.Pattern[str]:
        """What finds it with its letters apart as well; the same as :attr:`pattern` for a short one."""
        letters = sum(c.isalnum() for c in self.text)
        return self._compiled(_LOOSE) if letters >= LOOSE_FROM else self.pattern

    @cached_property
    def inner(self) -> re.Pattern[str]:
        """What finds it inside longer words too."""
        return Phrase(self.text, whole=False, exact=self.exact).pattern

    def _compiled(self, between: str) -> re.Pattern[str]:
        words = []
        for word in fold(self.text, self.exact)[0].split():
            made = ""
            for place, c in enumerate(word):
                made += (r"\s*" if _is_chinese(c) or (place and _is_chinese(word[place - 1])) else between) if place else ""
                made += _HYPHENS if c in "-\u2010\u2011\u2012\u2013" else _APOSTROPHES if c in "'\u2019\u02bc" else re.escape(c)
            words.append(made)
        body = (_SPACE if between is _BREAK else _LOOSE).join(words)
        letters = [c for c in fold(self.text, self.exact)[0] if not c.isspace()]
        before = r"(?<![^\W_])" if self.whole and letters[0].isalnum() and not _is_chinese(letters[0]) else ""
        after = r"(?![^\W_])" if self.whole and letters[-1].isalnum() and not _is_chinese(letters[-1]) else ""
        return re.compile(before + body + after)


_HYPHENS = r"[-\u00ad\u2010-\u2013\x02\ufffe]?\s*"
_APOSTROPHES = r"['\u2019\u02bc]"


def _is_chinese(c: str) -> bool:
    return "\u2e80" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" or "\U00020000" <= c <= "\U0003ffff" or "\u3040" <= c <= "\u30ff"


def fold(text: str, exact: bool = False) -> tuple[str, list[int]]:
    """Text as phrases are searched in it, and for each of its characters the place of the one it came from: ligatures and compatibility forms are
    taken apart; unless ``exact``, capitals and diacritics are dropped.

    >>> fold("ﬁn Ć")[0]
    'fin c'
    """
    made: list[str] = []
    places: list[int] = []
    for place, c in enumerate(text):
        parts = unicodedata.normalize("NFKD", c)
        if not exact:
            parts = "".join(p for p in parts.translate(_PLAIN).casefold() if not unicodedata.combining(p))
        made += parts
        places += [place] * len(parts)
    return "".join(made), places


_PLAIN = str.maketrans({"đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a page is shown: its box in its own coordinates, and its rotation in degrees clockwise."""

    box: Box
    rotation: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as the reader sees them."""
        width, height = self.box[2] - self.box[0], self.box[3] - self.box[1]
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def own(self, area: Area) -> Box:
        """An area in the page's own coordinates."""
        corners = [self._own(x, y) for x, y in ((area.left, area.top), (area.right, area.bottom))]
        (a, b), (c, d) = corners
        return (min(a, c), min(b, d), max(a, c), max(b, d))

    def _own(self, x: float, y: float) -> tuple[float, float]:
        left, low, right, high = self.box
        turned = {0: (left + x, high - y), 90: (left + y, low + x), 180: (right - x, low + y), 270: (right - y, high - x)}
        return turned[self.rotation]

    def shown(self, box: Box, page: int, ground: str = "") -> Area:
        """A box of the page's own coordinates as the reader sees it."""
        left, low, right, high = self.box
        x0, y0, x1, y1 = box
        a, b, c, d = {0: (x0 - left, high - y1, x1 - left, high - y0), 90: (y0 - low, x0 - left, y1 - low, x1 - left),
                      180: (right - x1, y0 - low, right - x0, y1 - low), 270: (high - y1, right - x1, high - y0, right - x0)}[self.rotation]
        return Area(page, a, b, c, d, ground)


@dataclass(frozen=True, slots=True)
class Redaction:
    """One black box of the public file. ``how``: ``area`` or ``phrase``. It never says what stood there."""

    number: int
    area: Area
    ground: str
    how: str

    def as_data(self) -> dict[str, Any]:
        """As plain data, points rounded to tenths."""
        made = asdict(self)
        made["area"] = {k: round(v, 1) if isinstance(v, float) else v for k, v in made["area"].items() if k != "ground"}
        return made
