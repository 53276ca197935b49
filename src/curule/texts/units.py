"""Spans of the source, the units of text that are cut from it, and the place that each unit was given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from curule.texts.words import Phrase, phrase


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the source: characters from `start` up to, not including, `end`."""

    start: int
    end: int


class Kind(StrEnum):
    """What a stretch of the source is."""

    TEXT = "text"
    HEADING = "heading"
    DELETED = "deleted"
    FURNITURE = "furniture"


class Evidence(StrEnum):
    """Why a unit stands where it stands, from the strongest to the weakest."""

    PRINTED = "printed"  # its own number, printed in the file, says so
    COUNTED = "counted"  # its number was lost; the order of the numbers leaves one place only
    PAIRED = "paired"  # its number is missing or false; the unit of the other language beside it says so
    POSITION = "position"  # it has no number by right: chapeau, further subparagraph, closing text
    LAYOUT = "layout"  # it has no number in the file; a fact of the instrument's layout says so


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of text: a numbered paragraph, a sentence that follows one, or a heading.

    `spans` are its places in the source, its number included; `label` is the number as it is printed
    ("(a)", "()" where the figure was lost, "" where there is none); `text` is what a reader is shown,
    without the number.
    """

    language: str
    label: str
    text: str
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the unit begins in the source."""
        return self.spans[0].start


@dataclass(frozen=True, slots=True)
class Placement:
    """A unit with the provision it belongs to, or with the reason why none could be told."""

    unit: Unit
    kind: Kind
    provision: str = ""
    evidence: Evidence | None = None
    reason: Phrase | None = None

    @property
    def is_aligned(self) -> bool:
        """Whether the unit stands at a provision."""
        return bool(self.provision)


def furniture(language: str, what: str, text: str, *spans: Span) -> Placement:
    """A stretch that carries no provision. `what` is its phrase: "title", "part", "contents", "note" …"""
    return Placement(Unit(language, "", text, tuple(spans)), Kind.FURNITURE, reason=phrase(what))
