"""Reader of a report on a budget: numbered paragraphs with items, tables, an organisation chart, an annex.

Lines are those of the printed page, with addresses and page lines among them. Paragraphs are counted from 1
to the end; a line that begins with any other number is no paragraph. A table is read as one text: its rows
stay together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from curule.texts import chinese
from curule.texts.matching import match_numbers
from curule.texts.outline import Outline
from curule.texts.source import Source
from curule.texts.units import Evidence, Kind, Placement, Span, Unit, furniture
from curule.texts.words import Phrase, phrase

_LANGUAGE = "zh"
_ADDRESS = re.compile(r"https?://\S+\Z")
_PAGE_LINE = re.compile(r"(?:[A-Z](?:/[A-Z0-9.]+){1,4}|\d{2}-\d{4,6} \([A-Z]\)\s?\S*)\Z")
_CHAPTER = re.compile(rf"{chinese.NUMERAL}{{1,3}}\.\s*\S")
_SECTION = re.compile(r"[A-Z]\.\s*\S")
_SUMMARY = re.compile(r"摘\s*要\Z")
_TABLE = re.compile(r"表\s*(\d{1,2})\Z")
_CHART = re.compile(r"组织结构图\Z")
_ANNEX = re.compile(r"附件(?:[一二三四五六七八九十])?\Z")
_PARAGRAPH = re.compile(r"(\d{1,3})\.\s")
_ITEM = re.compile(r"(?:(?<=[：；:;，,])\s*(?:以及|和|及|或)?\s*|^)\(([a-z])\)", re.MULTILINE)
_BETWEEN = frozenset({"产出", "外部因素"})
_ENDS = "。；：;:"
_LONGEST_HEADING = 24


@dataclass(slots=True)
class _Part:
    """A part of the report that is being read: what it is, and its lines as spans."""

    provision: str
    reason: Phrase | None = None
    spans: list[Span] = field(default_factory=list)


def read_budget(source: Source, instrument: str, outline: Outline | None) -> tuple[list[Placement], Outline]:
    """Every stretch of the source with its place, and the table used (derived if none was given)."""
    reader = _BudgetReader(source.text, instrument, outline)
    for _, start, end in source.lines():
        reader.take(Span(start, end))
    reader.close()
    reader.placements.sort(key=lambda placement: placement.unit.start)
    table = outline if outline is not None else Outline(instrument, reader.derived)
    return reader.placements, table


class _BudgetReader:
    def __init__(self, text: str, instrument: str, outline: Outline | None) -> None:
        self.text, self.instrument, self.outline = text, instrument, outline
        self.placements: list[Placement] = []
        self.derived: dict[str, None] = {}
        self.part: _Part | None = None
        self.expected = 1
        self.place = "front"

    def take(self, span: Span) -> None:
        """Take the next line."""
        line = self.text[span.start : span.end]
        what = self._furniture_in(line)
        if what:
            shown = chinese.without_spaces(line)
            self.placements.append(furniture(_LANGUAGE, what, shown, span))
        elif not self._opens(line, span):
            self._continue(span)

    def _furniture_in(self, line: str) -> str:
        if _ADDRESS.match(line):
            return "address"
        if _PAGE_LINE.match(line):
            return "page"
        if self.place in ("chart", "annex"):
            return ""
        if _SUMMARY.match(line) and self.place == "front":
            self._open("summary", f"{self.instrument}:summary")
            return "section"
        if _CHAPTER.match(line) or line in _BETWEEN:
            self._open("body", None)
            return "section"
        if self.place == "front":
            return "title"
        if self.place != "table" and (_SECTION.match(line) or self._is_heading(line)):
            self._open("body", None)
            return "section"
        return ""

    def _is_heading(self, line: str) -> bool:
        """A short line without a full stop, after a text that is complete, is a heading."""
        if self.place != "body" or len(line) > _LONGEST_HEADING or line[-1] in _ENDS:
            return False
        if any(pattern.match(line) for pattern in (_TABLE, _CHART, _ANNEX, _PARAGRAPH)):
            return False
        return self.part is None or self.text[self.part.spans[-1].end - 1] in _ENDS

    def _opens(self, line: str, span: Span) -> bool:
        """Whether the line opens a part; if so, the part is opened with the line in it."""
        table, paragraph = _TABLE.match(line), _PARAGRAPH.match(line)
        if self.place == "annex":
            return False
        if _ANNEX.match(line):
            self._open("annex", "", phrase("columns"))
        elif self.place == "chart":
            return False
        elif table is not None:
            self._open("table", f"{self.instrument}:T{int(table[1])}")
        elif _CHART.match(line):
            self._open("chart", f"{self.instrument}:orgchart")
        elif paragraph is not None and int(paragraph[1]) == self.expected:
            self._open("body", f"{self.instrument}:{self.expected}")
            self.expected += 1
        else:
            return False
        self._continue(span)
        return True

    def _open(self, place: str, provision: str | None, reason: Phrase | None = None) -> None:
        self.close()
        self.place = place
        self.part = None if provision is None else _Part(provision, reason)

    def _continue(self, span: Span) -> None:
        if self.part is None:
            self.part = _Part("", phrase("outside_paragraphs", number=self.expected))
        self.part.spans.append(span)

    def close(self) -> None:
        """Place the part that has been read."""
        part, self.part = self.part, None
        if part is None or not part.spans:
            return
        if self.place == "body" and part.provision:
            self._place_paragraph(part)
        else:
            self._place(part.provision, part.spans, part.spans[0].start, part.reason)

    # Paragraphs

    def _place_paragraph(self, part: _Part) -> None:
        opening = _PARAGRAPH.match(self.text, part.spans[0].start)
        text_start = opening.end() if opening else part.spans[0].start
        items = self._items_in(part.spans)
        letters = self._letters_of(part.provision, [letter for _, _, letter in items])
        matches = match_numbers(len(items), len(letters), lambda i, j: items[i][2] == letters[j])
        certain = all(match.place is not None for match in matches) and len(matches) == len(letters)
        if items and letters and not certain:
            self._place("", part.spans, text_start, phrase("items", provision=part.provision))
            return
        starts = [start for start, _, _ in items] if letters else []
        ends = [end for _, end, _ in items] if letters else []
        cuts = [part.spans[0].start, *starts, part.spans[-1].end]
        for index, (start, end) in enumerate(pairwise(cuts)):
            provision = part.provision if index == 0 else f"{part.provision}({letters[index - 1]})"
            spans = [Span(max(s.start, start), min(s.end, end)) for s in part.spans if s.end > start and s.start < end]
            self._place(provision, spans, text_start if index == 0 else ends[index - 1])

    def _items_in(self, spans: list[Span]) -> list[tuple[int, int, str]]:
        """Start, end and letter of a paragraph's items, at the start of a line or after a mark in one."""
        found = []
        for span in spans:
            for match in _ITEM.finditer(self.text[span.start : span.end]):
                start = span.start + match.start(1) - 1
                found.append((start, span.start + match.end(), match[1]))
        return found

    def _letters_of(self, provision: str, found: list[str]) -> list[str]:
        if self.outline is not None:
            node = self.outline.node(provision)
            return [child.label for child in node.children] if node is not None else []
        alphabet = [chr(ord("a") + index) for index in range(len(found))]
        return found if found == alphabet else []

    # Placements

    def _place(self, provision: str, spans: list[Span], text_start: int, reason: Phrase | None = None) -> None:
        spans = [trimmed for span in spans if (trimmed := self._trim(span)) is not None]
        if not spans:
            return
        label = self.text[spans[0].start : text_start].strip() if text_start > spans[0].start else ""
        parts = [self.text[max(span.start, text_start) : span.end] for span in spans]
        if self.place in ("body", "summary"):
            shown = chinese.without_spaces(" ".join(parts))
        else:
            # Rows of figures: the spaces between the columns are all that divides them.
            shown = "\n".join(" ".join(part.split()) for part in parts)
        unit = Unit(_LANGUAGE, label, shown, tuple(spans))
        if provision and (self.outline is None or provision in self.outline):
            self.derived.setdefault(provision)
            evidence = Evidence.PRINTED if label or self.place == "table" else Evidence.POSITION
            self.placements.append(Placement(unit, Kind.TEXT, provision, evidence))
        else:
            missing = phrase("no_provision", provision=provision)
            self.placements.append(Placement(unit, Kind.TEXT, reason=reason or missing))

    def _trim(self, span: Span) -> Span | None:
        stretch = self.text[span.start : span.end]
        stripped = stretch.strip()
        if not stripped:
            return None
        start = span.start + len(stretch) - len(stretch.lstrip())
        return Span(start, start + len(stripped))
