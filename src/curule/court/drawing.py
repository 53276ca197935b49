"""A band of time drawn as SVG: where days stand on it. What it shows stands in words beside it, so that nobody needs the drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

__all__ = ["Band", "Bar", "Lane", "Mark"]

WIDTH = 960
"""Units across; the drawing is as wide as its place."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A time with a beginning and an end, in units; ``kind`` is its look (a class of the style sheet)."""

    x: float
    width: float
    kind: str
    title: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One day."""

    x: float
    kind: str
    title: str


@dataclass(slots=True)
class Lane:
    """One row of a band: a State, a case."""

    name: str
    bars: list[Bar] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Band:
    """The time between two days."""

    first: date
    last: date

    @property
    def width(self) -> int:
        """Units across."""
        return WIDTH

    def at(self, day: date) -> float:
        """Where a day stands; days outside stand at the edge."""
        whole = max((self.last - self.first).days, 1)
        return round(min(max((day - self.first).days / whole, 0), 1) * WIDTH, 1)

    def bar(self, since: date, until: date | None, kind: str, title: str, label: str = "") -> Bar:
        """A time on the band; one without an end goes to the edge. A label that has no room is left out."""
        x = self.at(since)
        width = max(self.at(until or self.last) - x, 2)
        return Bar(x, round(width, 1), kind, title, label if width > 7 * len(label) else "")

    def mark(self, day: date, kind: str, title: str) -> Mark:
        """A day on the band."""
        return Mark(self.at(day), kind, title)

    @property
    def years(self) -> list[tuple[float, int]]:
        """The beginnings of years, at most about fifteen of them."""
        step = max(1, -(-(self.last.year - self.first.year) // 15))
        return [(self.at(date(year, 1, 1)), year) for year in range(self.first.year + 1, self.last.year + 1) if year % step == 0]


def band_of(days: Iterable[date], *, upto: date) -> Band:
    """The band that holds all these days and one more."""
    found: list[Any] = [*days, upto]
    return Band(min(found) - timedelta(days=20), max(found))
