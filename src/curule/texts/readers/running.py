"""Reader of a resolution with a Statute annexed, printed as one running text of segmented Chinese.

Parts, in order: the resolution's preamble and operative paragraphs; the Statute's title and table of
contents, which alone holds the headings; the Statute, whose articles have no heading and some no number;
the transitional arrangements with theirs. Where an article without a number begins is a fact of the layout,
checked by its sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from curule.texts import chinese
from curule.texts.matching import match_numbers
from curule.texts.outline import Layout, Node, Outline
from curule.texts.source import Source
from curule.texts.units import Evidence, Kind, Placement, Span, Unit, furniture
from curule.texts.words import Phrase, phrase

_NOTE = re.compile(r"\s*(%%%[\x20-\x7e]*\|)(?=\s)")
_CONTENTS = re.compile(r"目\s*录(?=\s)")
_CONTENTS_ENTRY = re.compile(r"第\s*(\d{1,3})\s*条\s*[：:]")
_TRANSITIONAL = re.compile(r"第\s*(\d{1,3})\s*条\s*-{2,}")
_FIRST_NUMBER = re.compile(r"[^。；]*?\s(1\.)\s")
_NUMBER = re.compile(
    r"(?:(?<=[。；：，:;,])\s*(?:或\s*|和\s*|及\s*)?|\A\s*)"
    r"(?P<label>(?P<number>\d{1,3})\s?\.|\(\s*(?P<letter>[a-z])\s*\)|(?P<roman>[㈠-㈩]))"
)
_SENTENCE = re.compile(r"[^。]*。[\s”」』)）\"]*|[^。]+\Z")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LANGUAGE = "zh"


@dataclass(frozen=True, slots=True)
class _Item:
    """A text that the outline makes us expect: with the number it would be printed under, or without one."""

    provision: str
    number: str = ""
    sentences: int = 0
    closing: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number found in the text: what it says, and where it and its text begin."""

    number: str
    start: int
    end: int


def read_running(source: Source, outline: Outline, layout: Layout) -> list[Placement]:
    """Every stretch of the source, in order, each with its provision or the reason why it has none."""
    return _Running(source.text, outline, layout).read()


class _Running:
    def __init__(self, text: str, outline: Outline, layout: Layout) -> None:
        self.text, self.outline, self.layout = text, outline, layout
        self.placements: list[Placement] = []

    def read(self) -> list[Placement]:
        start = self._read_note()
        title, contents = self._find_title(start)
        self._read_resolution(start, title)
        if contents is None:
            return self.placements
        self._furnish("title", title, contents)
        after = self._read_contents(contents)
        transitional = self._find_transitional(after)
        end = transitional[0].start if transitional else len(self.text)
        end_of_statute = self._last_stop(after, end) if transitional else end
        if transitional:
            self._read_statute(after, end_of_statute)
            self._furnish("title", end_of_statute, end)
            self._read_transitional(transitional)
        else:
            self._read_statute(after, end)
        return self.placements

    # The parts

    def _read_note(self) -> int:
        match = _NOTE.match(self.text)
        if match is None:
            return 0
        self._furnish("note", match.start(1), match.end(1))
        return match.end()

    def _find_title(self, start: int) -> tuple[int, int | None]:
        contents = _CONTENTS.search(self.text, start)
        if contents is None:
            return len(self.text), None
        return self._last_stop(start, contents.start()), contents.start()

    def _last_stop(self, start: int, end: int) -> int:
        return max(self.text.rfind("。", start, end) + 1, start)

    def _read_resolution(self, start: int, end: int) -> None:
        articles = [a for a in self.outline.articles if a.startswith("res")]
        items = [_Item(f"{self.outline.instrument}:{a}", a.removeprefix("res")) for a in articles]
        self._read_items(start, end, items, phrase("before_operative"))

    def _read_contents(self, start: int) -> int:
        marks = [_Mark(m[1], m.start(), m.end()) for m in _CONTENTS_ENTRY.finditer(self.text, start)]
        items = [_Item(f"{self.outline.instrument}:{a}", a) for a in self.outline.articles if a.isdigit()]
        places = self._match(marks, items)
        if not marks:
            self._furnish("contents", start, start + 2)
            return start + 2
        self._furnish("contents", start, marks[0].start)
        end: int | None = start
        for index, mark in enumerate(marks):
            place = places[index]
            provision = items[place].provision if place is not None else ""
            if index + 1 < len(marks):
                end = marks[index + 1].start
            else:
                end = self._end_of_heading(mark.end, len(self.text), provision)
            if end is not None:
                self._place(Kind.HEADING, provision, Evidence.PRINTED, mark.start, end, mark.end, mark.number)
                continue
            numbers = self._marks(mark.end, len(self.text))
            end = numbers[0].start if numbers else len(self.text)
            self._leave(mark.start, end, phrase("heading_end"))
        return end or start

    def _end_of_heading(self, start: int, limit: int, provision: str) -> int | None:
        """Where a heading ends that nothing but its length in characters divides from the text after it.

        None if the length is not known, or would carry the heading over a full stop or over the limit.
        """
        left = self.layout.headings.get(provision, 0)
        if not left:
            return None
        for position in range(start, limit):
            character = self.text[position]
            if character == "。":
                return None
            left -= not character.isspace()
            if not left:
                return position + 1
        return None

    def _find_transitional(self, start: int) -> list[_Mark]:
        return [_Mark(m[1], m.start(), m.end()) for m in _TRANSITIONAL.finditer(self.text, start)]

    def _read_statute(self, start: int, end: int) -> None:
        preamble = f"{self.outline.instrument}:preamble"
        items: list[_Item] = []
        for name in self.outline.articles:
            article = self.outline.article(name)
            if article is not None and name.isdigit():
                items.extend(self._items_of(article))
        first = _Item(preamble) if preamble in self.outline else None
        self._read_items(start, end, items, phrase("no_preamble"), first)

    def _read_transitional(self, marks: list[_Mark]) -> None:
        names = [a for a in self.outline.articles if re.fullmatch(r"ta\d+", a)]
        items = [_Item(f"{self.outline.instrument}:{a}", a.removeprefix("ta")) for a in names]
        places = self._match(marks, items)
        for index, mark in enumerate(marks):
            end = marks[index + 1].start if index + 1 < len(marks) else len(self.text)
            place = places[index]
            article = None if place is None else self.outline.node(items[place].provision)
            if article is None:
                self._leave(mark.start, end, phrase("no_article", number=mark.number))
            else:
                self._read_transitional_article(mark, end, article)

    def _read_transitional_article(self, mark: _Mark, end: int, article: Node) -> None:
        items = self._items_of(article)
        first = items.pop(0) if article.listed else None
        opening = _FIRST_NUMBER.match(self.text, mark.end, end)
        if first is None and opening:
            stop = opening.start(1)
        elif (length := self._end_of_heading(mark.end, end, article.provision)) is not None:
            stop = length
        else:
            self._leave(mark.start, end, phrase("heading_end"))
            return
        self._place(Kind.HEADING, article.provision, Evidence.PRINTED, mark.start, stop, mark.end)
        self._read_items(stop, end, items, phrase("before_first_number"), first)

    def _items_of(self, article: Node) -> list[_Item]:
        """The texts of an article in order, with the closing texts that follow its lists."""
        found: list[_Item] = []

        def visit(node: Node) -> None:
            if node.listed:
                found.append(_Item(node.provision, node.label, self.layout.sentences.get(node.provision, 0)))
            for child in node.children:
                visit(child)
            if node.children and node.provision in self.layout.closing:
                found.append(_Item(node.provision, "", self.layout.closing[node.provision], closing=True))

        visit(article)
        return found

    # Numbered texts

    def _marks(self, start: int, end: int) -> list[_Mark]:
        marks = []
        for match in _NUMBER.finditer(self.text[start:end]):
            if match["letter"]:
                number = match["letter"]
            elif match["roman"]:
                number = _ROMANS[ord(match["roman"]) - ord("㈠")]
            else:
                number = match["number"]
            if match["number"] and match.end() < end - start and self._is_decimal(start + match.end()):
                continue
            marks.append(_Mark(number, start + match.start("label"), start + match.end("label")))
        return marks

    def _is_decimal(self, end: int) -> bool:
        """Whether the stop belongs to a figure such as 3.5; "1.1 946年" is a number and a broken year."""
        return re.match(r"\d(?!\s?\d{3}\s*年)", self.text[end : end + 8]) is not None

    def _match(self, marks: list[_Mark], items: list[_Item]) -> list[int | None]:
        def fits(i: int, j: int) -> bool:
            return bool(items[j].number) and items[j].number == marks[i].number

        return [match.place for match in match_numbers(len(marks), len(items), fits)]

    def _read_items(self, start: int, end: int, items: list[_Item], before: Phrase, first: _Item | None = None) -> None:
        """Cut the text at its numbers, and give each stretch to the items that stand between two numbers."""
        marks = self._marks(start, end)
        places = self._sound(marks, items)
        stop = marks[0].start if marks else end
        if first is not None:
            following = self._unnumbered(items, -1, places[0] if places else len(items))
            self._share([first, *(following or [])], _Mark("", start, start), stop, following is not None)
        elif self.text[start:stop].strip():
            self._leave(start, stop, before)
        for index, mark in enumerate(marks):
            stop = marks[index + 1].start if index + 1 < len(marks) else end
            place = places[index]
            if place is None:
                self._leave(mark.start, stop, phrase("no_number", number=mark.number))
                continue
            next_place = places[index + 1] if index + 1 < len(marks) else len(items)
            following = self._unnumbered(items, place, next_place)
            self._share([items[place], *(following or [])], mark, stop, following is not None)

    def _sound(self, marks: list[_Mark], items: list[_Item]) -> list[int | None]:
        """The certain places of the numbers, without those whose paragraph above them was not found."""
        places = self._match(marks, items)
        found = {items[place].provision for place in places if place is not None}
        numbered = {item.provision for item in items if item.number}
        for index, place in enumerate(places):
            if place is None:
                continue
            node = self.outline.node(items[place].provision)
            above = node.parent if node is not None else None
            if above is not None and above.provision in numbered and above.provision not in found:
                places[index] = None
                found.discard(items[place].provision)
        return places

    def _unnumbered(self, items: list[_Item], place: int, next_place: int | None) -> list[_Item] | None:
        """The items without number between two numbers; None if a number between them was not found."""
        if next_place is None:
            return None
        between = items[place + 1 : next_place]
        return None if any(item.number for item in between) else between

    def _share(self, owners: list[_Item], mark: _Mark, end: int, complete: bool) -> None:
        """Give a stretch to its owners: the first alone, or each its sentences if the figures agree."""
        if not complete:
            self._leave(mark.start, end, phrase("next_missing", provision=owners[0].provision))
            return
        evidence = Evidence.PRINTED if mark.number else Evidence.LAYOUT
        if len(owners) == 1:
            self._place(Kind.TEXT, owners[0].provision, evidence, mark.start, end, mark.end)
            return
        cuts = [m.end() + mark.end for m in _SENTENCE.finditer(self.text[mark.end : end]) if m.group().strip()]
        expected = [owner.sentences for owner in owners]
        if not all(expected) or sum(expected) != len(cuts):
            names = ", ".join(dict.fromkeys(owner.provision for owner in owners))
            figures = " + ".join(str(figure or "?") for figure in expected)
            self._leave(mark.start, end, phrase("sentences", found=len(cuts), provisions=names, expected=figures))
            return
        start, text_start, taken = mark.start, mark.end, 0
        for owner, share in zip(owners, expected, strict=True):
            taken += share
            self._place(Kind.TEXT, owner.provision, evidence, start, cuts[taken - 1], text_start)
            start = text_start = cuts[taken - 1]
            evidence = Evidence.LAYOUT

    # Placements

    def _span(self, start: int, end: int) -> Span | None:
        piece = self.text[start:end]
        stripped = piece.strip()
        if not stripped:
            return None
        first = start + len(piece) - len(piece.lstrip())
        return Span(first, first + len(stripped))

    def _unit(self, start: int, end: int, text_start: int) -> Unit | None:
        span = self._span(start, end)
        if span is None:
            return None
        label = self.text[span.start : text_start].strip() if text_start > span.start else ""
        shown = chinese.without_spaces(self.text[max(text_start, span.start) : span.end])
        return Unit(_LANGUAGE, label, shown, (span,))

    def _place(
        self,
        kind: Kind,
        provision: str,
        evidence: Evidence,
        start: int,
        end: int,
        text_start: int,
        number: str = "",
    ) -> None:
        unit = self._unit(start, end, text_start)
        if unit is not None and provision:
            self.placements.append(Placement(unit, kind, provision, evidence))
        elif unit is not None:
            self.placements.append(Placement(unit, kind, reason=phrase("no_article", number=number)))

    def _leave(self, start: int, end: int, reason: Phrase) -> None:
        unit = self._unit(start, end, start)
        if unit is not None:
            self.placements.append(Placement(unit, Kind.TEXT, reason=reason))

    def _furnish(self, what: str, start: int, end: int) -> None:
        span = self._span(start, end)
        if span is not None:
            text = chinese.without_spaces(self.text[span.start : span.end])
            self.placements.append(furniture(_LANGUAGE, what, text, span))
