"""The outline that a content stream draws: its parts in redacted zones are dropped, the rest is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Operator

from curule.pages.redaction.geometry import Matrix, Point, around, mapped, meets
from curule.pages.redaction.glyphs import Uncertain
from curule.pages.redaction.marks import Box

__all__ = ["Outline"]

FEW_POINTS = 16
"""A part with no more points that crosses a zone is a line, a frame or a background; with more it may be letters drawn as outlines."""
SMALL = 40.0
"""A part no larger than this (points, both ways) that crosses a zone goes whole: it may be a letter."""
BUILDS = frozenset(("m", "l", "c", "v", "y", "h", "re"))
CLIPS = frozenset(("W", "W*"))


@dataclass(slots=True)
class _Part:
    """One part of the outline: its points on the page and the operators that draw it."""

    points: list[Point] = field(default_factory=list)
    drawn: list[Any] = field(default_factory=list)


class Outline:
    """Collects an outline until it is painted. ``zones`` are redacted; what lies wholly ``beyond`` the page is dropped too."""

    def __init__(self, zones: Sequence[Box], beyond: Sequence[Box]) -> None:
        self.zones, self.beyond = zones, beyond
        self.parts: list[_Part] = []
        self.clip = ""

    def takes(self, operator: str, operands: list[Any], matrix: Matrix) -> bool:
        """Whether the operator builds the outline; then it is taken."""
        if operator in CLIPS:
            self.clip = operator
            return True
        if operator not in BUILDS:
            return False
        values = [float(value) for value in operands]
        if operator == "re":
            x, y, w, h = values
            values = [x, y, x + w, y, x + w, y + h, x, y + h]
        if operator in ("m", "re") or not self.parts:
            self.parts.append(_Part())
        part = self.parts[-1]
        part.points += [mapped(matrix, values[at], values[at + 1]) for at in range(0, len(values) - 1, 2)]
        part.drawn.append((operands, Operator(operator)))
        return True

    def touches(self) -> bool:
        """Whether any part reaches into a zone."""
        return any(meets(_box(part), zone) for part in self.parts if part.points for zone in self.zones)

    def painted(self, operator: str, unseen: bool) -> list[Any]:
        """The operators that paint what stays, and the outline is begun anew.

        :raises Uncertain: a part with many points crosses a zone.
        """
        kept = [part for part in self.parts if part.points and self._stays(part)]
        dropped, clip = len(kept) < len(self.parts), self.clip
        self.parts, self.clip = [], ""
        if unseen:
            operator = "n"
            kept = kept if clip else []
        made = [one for part in kept for one in part.drawn]
        if not made and not (clip and dropped):
            return []
        if not made:
            # All that could be seen through this clip lay in a zone: nothing is seen through it.
            made = [([0, 0, 0, 0], Operator("re"))]
        return [*made, *([([], Operator(clip))] if clip else []), ([], Operator(operator))]

    def _stays(self, part: _Part) -> bool:
        box = _box(part)
        for zone in self.zones:
            if not meets(box, zone):
                continue
            if _within(box, zone) or (box[2] - box[0] <= SMALL and box[3] - box[1] <= SMALL):
                return False
            if len(part.points) > FEW_POINTS:
                raise Uncertain("a drawing with many points, which may be letters")
        return not any(_within(box, zone) for zone in self.beyond)


def _within(box: Box, zone: Box) -> bool:
    return box[0] >= zone[0] - 1 and box[1] >= zone[1] - 1 and box[2] <= zone[2] + 1 and box[3] <= zone[3] + 1


def _box(part: _Part) -> Box:
    """The box around a part; a line has some breadth."""
    x0, y0, x1, y1 = around(part.points)
    return (x0 - 0.25, y0 - 0.25, x1 + 0.25, y1 + 0.25)
