"""Cutting an article's pieces into stretches, each with the numbers that stand before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from curule.texts import chinese
from curule.texts.outline import Node
from curule.texts.readers.numbering import Mark, find_marks
from curule.texts.readers.pieces import ENGLISH, Piece
from curule.texts.units import Evidence, Kind, Placement, Span, Unit
from curule.texts.words import Phrase, phrase

_CONNECTOR = re.compile(r"(?:and|or|以及|而且|或|和|及)[,;，；]?\Z")
_DELETED = re.compile(r"\[\s*deleted\s*:?\s*", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Cut:
    """A stretch of an article's text. `marks` are the numbers before it, the outermost first.

    `node` and `evidence` are its place once it is known, `reason` why it is not.
    """

    language: str
    spans: list[Span]
    text_start: int
    marks: list[Mark] = field(default_factory=list)
    deleted: bool = False
    node: Node | None = None
    evidence: Evidence | None = None
    reason: Phrase | None = None

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return self.spans[0].start

    def printed(self, text: str) -> str:
        """What follows its numbers, as it stands in the source."""
        parts = [text[max(span.start, self.text_start) : span.end] for span in self.spans]
        return " ".join(part for part in parts if part.strip())

    def is_bare(self, text: str) -> bool:
        """Whether it is a number without text."""
        return bool(self.marks) and not self.printed(text).strip()

    def placement(self, text: str) -> Placement:
        """The cut as a unit with its place."""
        printed = self.printed(text).strip()
        if self.deleted:
            printed = printed.removesuffix("]")  # the editor's bracket closes the marker, not the text
        shown = printed if self.language == ENGLISH else chinese.without_spaces(printed)
        label = text[self.start : self.text_start].strip() if self.marks else ""
        unit = Unit(self.language, label, shown, tuple(self.spans))
        kind = Kind.DELETED if self.deleted else Kind.TEXT
        if self.node is None:
            return Placement(unit, kind, reason=self.reason or phrase("follows_unplaced"))
        return Placement(unit, kind, self.node.provision, self.evidence)


def cut_article(text: str, pieces: Sequence[Piece]) -> list[Cut]:
    """The cuts of an article in order. A lone "or" belongs to the cut before, a bare number to the next."""
    cuts: list[Cut] = []
    deleting = False
    for piece in pieces:
        printed = text[piece.start : piece.end]
        if cuts and _CONNECTOR.match(printed):
            cuts[-1].spans.append(Span(piece.start, piece.end))
            continue
        opening = _DELETED.match(printed)
        deleting = deleting or opening is not None
        for cut in _cut_piece(text, piece, opening.end() if opening else 0):
            cut.deleted = deleting
            if cuts and not cut.marks and _CONNECTOR.match(cut.printed(text)):
                cuts[-1].spans.extend(cut.spans)
                continue
            if cuts and not cut.marks and (cuts[-1].is_bare(text) or (deleting and cuts[-1].deleted)):
                cuts[-1].spans.extend(cut.spans)
            else:
                cuts.append(cut)
        if deleting and printed.endswith("]"):
            deleting = False
    return cuts


def _cut_piece(text: str, piece: Piece, skipped: int) -> list[Cut]:
    """Cut a piece before each number, or run of numbers. `skipped` characters at its start are the editor's."""
    content = piece.start + skipped
    groups: list[list[Mark]] = []
    for mark in find_marks(text, Piece(piece.language, content, piece.end)):
        if groups and not text[groups[-1][-1].end : mark.start].strip():
            groups[-1].append(mark)
        else:
            groups.append([mark])
    if not groups:
        return [Cut(piece.language, [_trimmed(text, piece.start, piece.end)], piece.start)]
    cuts = []
    first = groups[0][0].start
    if text[content:first].strip():
        cuts.append(Cut(piece.language, [_trimmed(text, piece.start, first)], piece.start))
    else:
        first = piece.start
    starts = [first, *(group[0].start for group in groups[1:]), piece.end]
    for group, (start, end) in zip(groups, pairwise(starts), strict=True):
        cuts.append(Cut(piece.language, [_trimmed(text, start, end)], group[-1].end, group))
    return cuts


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    first = start + len(stretch) - len(stretch.lstrip())
    return Span(first, max(first, start + len(stretch.rstrip())))


def rejoin(text: str, cuts: list[Cut], false_marks: set[int]) -> list[Cut]:
    """Undo the cuts at numbers inside a line that turned out to be none (by the offset of the number)."""
    kept: list[Cut] = []
    for cut in cuts:
        false = [mark for mark in cut.marks if mark.start in false_marks and not mark.leads]
        if false and len(false) == len(cut.marks) and kept:
            last = kept[-1]
            last.spans[-1] = Span(last.spans[-1].start, cut.spans[0].end)
            last.spans.extend(cut.spans[1:])
        else:
            cut.marks = [mark for mark in cut.marks if mark not in false]
            if cut.marks:
                cut.text_start = cut.marks[-1].end
            kept.append(cut)
    return kept
