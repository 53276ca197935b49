"""Deriving a table of provisions from the numbers of a text, where the instrument has none yet."""

from __future__ import annotations

from collections.abc import Sequence

from curule.texts.outline import Outline
from curule.texts.readers.cutting import Cut
from curule.texts.readers.numbering import Mark, roman_value

_ROMANS = [""]
for _number in range(1, 40):
    _tens, _rest = divmod(_number, 10)
    _ROMANS.append("x" * _tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[_rest])

Level = tuple[str, str]
"""The kind of a number ("number", "letter", "roman", "dotted" for "a.") and the number."""


def derive_outline(instrument: str, preamble: bool, articles: Sequence[tuple[str, list[Cut]]]) -> Outline:
    """The table that the numbers themselves make: each number that continues or opens a list is a place."""
    provisions = [f"{instrument}:preamble"] if preamble else []
    for label, cuts in articles:
        path: list[Level] = []
        if not cuts or not cuts[0].marks:
            provisions.append(f"{instrument}:{label}")
        for cut in cuts:
            for mark in cut.marks:
                path = _advance(path, mark) or path
            if cut.marks:
                provisions.append(f"{instrument}:{label}" + "".join(f"({value})" for _, value in path))
    return Outline(instrument, dict.fromkeys(provisions))


def _advance(path: list[Level], mark: Mark) -> list[Level] | None:
    if mark.tier:
        return _advance_by_tier(path, mark)
    if mark.form == "number":
        return _next_number(path, mark)
    for depth in range(len(path) - 1, -1, -1):
        kind, value = path[depth]
        if kind == "number" or (kind == "dotted") is not (mark.form == "dotted"):
            continue
        if _successor(kind, value) == mark.value:
            return [*path[:depth], (kind, mark.value)]
    opened = {kind for kind, _ in path}
    letter = "dotted" if mark.form == "dotted" else "letter"
    if mark.value == "a" and letter not in opened:
        return [*path, (letter, "a")]
    if mark.value == "i" and "roman" not in opened:
        return [*path, ("roman", "i")]
    return None


def _next_number(path: list[Level], mark: Mark) -> list[Level] | None:
    current = path[0][1] if path and path[0][0] == "number" else "0"
    if path and path[0][0] != "number":
        return None
    plain, later = _split(mark.value)
    before, before_later = _split(current)
    follows = (plain == before + 1 and not later) or (plain == before and bool(later) and later != before_later)
    return [("number", mark.value)] if follows or (mark.leads and plain > before) else None


def _advance_by_tier(path: list[Level], mark: Mark) -> list[Level] | None:
    """In Chinese the tier tells the depth; a lost figure is the one after the last."""
    kind = ("number", "letter", "roman", "letter")[mark.tier - 1]
    depth = next((i for i, level in enumerate(path) if level[0] == kind), len(path))
    if mark.tier == 4:
        depth = 3
    if depth > len(path):
        return None
    last = path[depth][1] if depth < len(path) else ""
    ordinal = _split(mark.value)[0] if mark.value else _ordinal(kind, last) + 1
    if kind == "number":
        return [(kind, mark.value or str(ordinal))]
    value = chr(ord("a") + ordinal - 1) if kind == "letter" else _ROMANS[min(ordinal, len(_ROMANS) - 1)]
    return [*path[:depth], (kind, value)] if ordinal <= 26 or kind == "roman" else None


def _ordinal(kind: str, value: str) -> int:
    if not value:
        return 0
    if kind == "number":
        return _split(value)[0]
    return roman_value(value) if kind == "roman" else ord(value) - ord("a") + 1


def _successor(kind: str, value: str) -> str:
    if kind != "roman":
        return chr(ord(value) + 1) if value < "z" else ""
    number = roman_value(value) + 1
    return _ROMANS[number] if number < len(_ROMANS) else ""


def _split(value: str) -> tuple[int, str]:
    digits = "".join(c for c in value if c.isdigit())
    return int(digits or 0), value[len(digits) :]
