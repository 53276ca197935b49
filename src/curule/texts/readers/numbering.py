"""The numbers printed in the text of an article, and the places in the table that each may stand for.

English prints the whole number of a place: "1.", "(a)", "(i)", "a.". Chinese prints its tier and its
ordinal: "()" for a paragraph whose figure was lost, "(三)" where it was kept, "1." one tier down, "(1)" and
";1" below that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curule.texts import chinese
from curule.texts.outline import Node
from curule.texts.readers.pieces import ENGLISH, Piece

_ENGLISH_LABEL = re.compile(r"(?P<number>\d{1,3})(?:\s*(?P<later>bis|ter|quater))?\.(?=\s|\Z)|\((?P<bracket>[a-z]{1,7})\)(?=\s|\Z)")
_ENGLISH_DOTTED = re.compile(r"(?P<dotted>[a-z])\.(?=\s)")
_ENGLISH_GAP = re.compile(r"(?<=[.;:,\]])\s+(?:(?:and|or)\s+)?")
_ENGLISH_CONNECTOR = re.compile(r"(?:and|or)\s+(?=[(\d])")
_CHINESE_LABEL = re.compile(
    rf"[(（]\s*(?P<first>{chinese.NUMERAL}{{0,4}})\s*[)）](?P<later>之[二三四])?"
    r"|(?P<second>\d{1,2})\.(?!\d)|[(（](?P<third>\d{1,2})[)）]"
)
_CHINESE_FOURTH = re.compile(r"[;；](?P<fourth>\d{1,2})(?=\s)")
_CHINESE_GAP = re.compile(r"(?<=[。;:,；：，])\s*(?:以及|而且|或|和|及)?\s*")
_CHINESE_CONNECTOR = re.compile(r"(?:以及|而且|或|和|及)\s+(?=[(（\d])")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})\Z")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in the text. `value` is "" where its figure was lost; `tier` is 1 to 4 in Chinese, else 0.

    `form` is "number", "bracket" or "dotted" in English. `leads` tells a number that opens its line.
    """

    start: int
    end: int
    value: str
    leads: bool
    form: str = ""
    tier: int = 0

    @property
    def is_lost(self) -> bool:
        """Whether the figure is missing."""
        return not self.value

    @property
    def is_counted(self) -> bool:
        """Whether its place is only counted where figures were lost: its own, or one above it."""
        return self.is_lost or self.tier > 1


def find_marks(text: str, piece: Piece) -> list[Mark]:
    """The numbers in a piece: at its start, after punctuation, or directly after another number."""
    printed = text[piece.start : piece.end]
    english = piece.language == ENGLISH
    label = _ENGLISH_LABEL if english else _CHINESE_LABEL
    marks: list[Mark] = []
    for position in _openings(printed, english):
        if marks and position < marks[-1].end - piece.start:
            continue
        leads = position == 0 or (not marks and _connector_length(printed, english) == position)
        match = label.match(printed, position)
        if match is None and leads:
            match = (_ENGLISH_DOTTED if english else _CHINESE_FOURTH).match(printed, position)
        while match is not None:
            marks.append(_mark(match, piece.start, leads))
            rest = re.compile(r"\s*").match(printed, match.end())
            match = label.match(printed, rest.end() if rest else match.end())
    return marks


def _openings(printed: str, english: bool) -> Iterator[int]:
    yield _connector_length(printed, english)
    for match in (_ENGLISH_GAP if english else _CHINESE_GAP).finditer(printed):
        yield match.end()


def _connector_length(printed: str, english: bool) -> int:
    match = (_ENGLISH_CONNECTOR if english else _CHINESE_CONNECTOR).match(printed)
    return match.end() if match else 0


def _mark(match: re.Match[str], offset: int, leads: bool) -> Mark:
    start, end = match.start() + offset, match.end() + offset
    found = match.groupdict()
    if found.get("number"):
        return Mark(start, end, f"{int(found['number'])}{found['later'] or ''}", leads, form="number")
    if found.get("bracket"):
        return Mark(start, end, found["bracket"], leads, form="bracket")
    if found.get("dotted"):
        return Mark(start, end, found["dotted"], leads, form="dotted")
    for tier, name in enumerate(("second", "third", "fourth"), 2):
        if found.get(name):
            return Mark(start, end, str(int(found[name])), leads, tier=tier)
    number = chinese.number_of(found["first"] or "")
    value = "" if number is None else f"{number}{chinese.later_label(found['later'] or '')}"
    return Mark(start, end, value, leads, tier=1)


def may_be(mark: Mark, node: Node, offset: int) -> bool:
    """Whether a number may stand for a place. `offset` is 1 where the Chinese text skips its highest tier."""
    if mark.form == "number":
        return node.label == mark.value
    if mark.form == "bracket":
        return node.label == mark.value and not node.label[0].isdigit()
    if mark.form == "dotted":
        return node.label == mark.value and len(node.path) >= 3
    if len(node.path) != mark.tier - offset:
        return False
    return mark.is_lost or mark.value == ordinal_of(node)


def ordinal_of(node: Node) -> str:
    """The number that Chinese prints for a place: its figure, or the ordinal of its letter or numeral."""
    if node.label[0].isdigit():
        return node.label
    siblings = node.parent.children if node.parent else [node]
    if siblings[0].label == "i":
        return str(roman_value(node.label))
    return str(ord(node.label) - ord("a") + 1) if len(node.label) == 1 else "0"


def roman_value(label: str) -> int:
    """The value of a small Roman numeral up to 39; 0 if it is none."""
    if not label or not _ROMAN.match(label):
        return 0
    values = [_ROMAN_VALUES[c] for c in label]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def tier_offset(marks: list[Mark], root: Node) -> int:
    """1 if the Chinese of an article begins below its highest tier and the table has no numbers there."""
    if not marks or marks[0].tier == 1 or not root.children:
        return 0
    return 0 if root.children[0].label[0].isdigit() else 1
