"""Dividing the pieces of one language into preamble, articles with their headings, and furniture.

Headings stand on the article's own line, on the next line, or glued to the text that follows; the number of a
Chinese article may close the line of the article before it. Each article must come later than the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from curule.texts import chinese
from curule.texts.readers.pieces import CHINESE, ENGLISH, Piece
from curule.texts.units import Placement, Span, Unit, furniture

_ENGLISH_ARTICLE = re.compile(r"Article\s+(?P<number>\d{1,3})(?:\s*(?P<later>bis|ter|quater)\b)?(?!\d)\s*[.:]?(?=\s|\Z)")
_CHINESE_ARTICLE = re.compile(chinese.ARTICLE_NUMBER + r"(?=\s|\Z)")
# An article that opens inside a line: after the full stop of the article before it.
_INSIDE = {
    ENGLISH: re.compile(r"(?<=[.;:\]])\s+(?=Article\s+\d)"),
    CHINESE: re.compile(r"(?<=[。;；:：])\s+(?=第)"),
}
_ARTICLE = {ENGLISH: _ENGLISH_ARTICLE, CHINESE: _CHINESE_ARTICLE}
_PART = {
    ENGLISH: re.compile(r"PART\s+(?:\d+|[IVXLC]+)\b"),
    CHINESE: re.compile(rf"第\s*{chinese.NUMERAL}{{1,4}}\s*编(?=\s|\Z)"),
}
_PREAMBLE = {ENGLISH: re.compile(r"preamble\Z", re.IGNORECASE), CHINESE: re.compile(r"序\s*言\Z")}
_CLOSING = {
    ENGLISH: re.compile(r"IN WITNESS WHEREOF|(?i:done) at\b"),
    CHINESE: re.compile(r".*(?:以昭信守|订于[^,，。]{1,12})。\Z"),
}
_FIRST_NUMBER = {
    ENGLISH: re.compile(r"(?:\A|\s)(?=(?:1\.|\([ai]\))\s)"),
    CHINESE: re.compile(rf"(?:\A|\s)(?=[(（](?:{chinese.NUMERAL}{{0,4}})[)）]|1\.\s|\(1\))"),
}
# No heading has one of these words with a capital inside it; a sentence glued to a heading begins with one.
_OPENER = re.compile(
    r"\s(?=(?:A|After|All|An|Any|Before|Each|Every|Except|For|If|In|It|No|Nothing|Notwithstanding|On|Subject|Such|"
    r"States|The|This|Unless|Upon|When|Where|Without)\s)"
)
_SENTENCE_END = ".;:,。；：，"


@dataclass(slots=True)
class Article:
    """One article in one language: its heading as a unit, if it has one, and the pieces of its text."""

    label: str
    language: str
    number: Span
    heading: list[Span] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Division:
    """What one language's pieces were divided into. `stray` are pieces that stand in no article."""

    preamble: list[Piece] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    furniture: list[Placement] = field(default_factory=list)
    stray: list[Piece] = field(default_factory=list)


def divide(text: str, pieces: Sequence[Piece], language: str, expected: Sequence[str] | None) -> Division:
    """Divide one language's pieces. `expected` are the articles of the table of provisions, in order."""
    divider = _Divider(text, language, expected)
    for piece in pieces:
        if piece.language == language:
            divider.take(piece)
    return divider.division


class _Divider:
    def __init__(self, text: str, language: str, expected: Sequence[str] | None) -> None:
        self.text, self.language = text, language
        self.order = None if expected is None else {label: i for i, label in enumerate(expected)}
        self.last = None if not expected else expected[-1]
        self.division = Division()
        self.article: Article | None = None
        self.place = "front"
        self.awaits_heading = False

    def take(self, piece: Piece) -> None:
        printed = self.text[piece.start : piece.end]
        if self._take_furniture(piece, printed):
            return
        match = _ARTICLE[self.language].match(printed)
        label = self._label(match)
        if match is not None and label is not None:
            self._open(label, Span(piece.start, piece.start + match.end()))
            self._take_heading(self._rest(piece, match.end()))
            return
        inside = self._next_article_in(printed)
        if inside:
            self._take_any(Piece(piece.language, piece.start, piece.start + len(printed[:inside].rstrip())))
            self.take(Piece(piece.language, piece.start + inside, piece.end))
        else:
            self._take_any(piece)

    def _take_any(self, piece: Piece) -> None:
        if self.awaits_heading:
            self._take_heading(piece)
        else:
            self._take_text(piece)

    def _next_article_in(self, printed: str) -> int:
        """Where the article that comes next opens inside a line; 0 if it does not."""
        for gap in _INSIDE[self.language].finditer(printed):
            match = _ARTICLE[self.language].match(printed, gap.end())
            label = self._label(match)
            if match is None or label is None or not self._is_next(label):
                continue
            rest = printed[match.end() :].strip()
            if not rest or rest[-1] not in _SENTENCE_END or _FIRST_NUMBER[self.language].search(rest):
                return gap.end()
        return 0

    def _is_next(self, label: str) -> bool:
        previous = self.division.articles[-1].label if self.division.articles else None
        if self.order is not None:
            return self.order[label] == (-1 if previous is None else self.order[previous]) + 1
        if previous is None:
            return label == "1"
        (number, later), (before, before_later) = _rank(label), _rank(previous)
        return (number, later) == (before + 1, 0) or (number == before and later == before_later + 1)

    def _take_furniture(self, piece: Piece, printed: str) -> bool:
        what = ""
        if printed.startswith("[["):
            what = "note"
        elif _PART[self.language].match(printed):
            what, self.place, self.article, self.awaits_heading = "part", "part", None, False
        elif self.place == "part" and printed.isupper():
            what = "part"
        elif self.place == "front" and _PREAMBLE[self.language].match(printed):
            what, self.place = "preamble", "preamble"
        elif self.place == "front" and self._is_title(printed):
            what = "title"
        elif self._is_after_last() and _CLOSING[self.language].match(printed):
            what = "formula"
        if what:
            shown = printed if self.language == ENGLISH else chinese.without_spaces(printed)
            self.division.furniture.append(furniture(self.language, what, shown, Span(piece.start, piece.end)))
        return bool(what)

    def _is_title(self, printed: str) -> bool:
        if printed[-1] in _SENTENCE_END:
            return False
        return _ARTICLE[self.language].match(printed) is None and len(printed) <= 200

    def _is_after_last(self) -> bool:
        return self.article is not None and (self.last is None or self.article.label == self.last)

    def _label(self, match: re.Match[str] | None) -> str | None:
        """The label of an article that may begin here; None if it may not."""
        if match is None:
            return None
        if self.language == CHINESE:
            label = chinese.article_label(match)
        else:
            label = f"{int(match['number'])}{match['later'] or ''}"
        if label is None:
            return None
        previous = self.division.articles[-1].label if self.division.articles else None
        if self.order is None:
            return label if previous is None or _rank(label) > _rank(previous) else None
        if label not in self.order:
            return None
        return label if previous is None or self.order[label] > self.order[previous] else None

    def _open(self, label: str, number: Span) -> None:
        self.article = Article(label, self.language, number)
        self.division.articles.append(self.article)
        self.place, self.awaits_heading = "article", True

    def _rest(self, piece: Piece, used: int) -> Piece:
        rest = self.text[piece.start + used : piece.end]
        return Piece(piece.language, piece.end - len(rest.lstrip()), piece.end)

    def _take_heading(self, piece: Piece) -> None:
        """Take a piece that may be a heading, a heading glued to text, or text without heading."""
        if self.article is None or piece.start >= piece.end:
            return
        self.awaits_heading = False
        printed = self.text[piece.start : piece.end]
        cut = _heading_length(printed, self.language)
        if cut:
            self.article.heading.append(Span(piece.start, piece.start + cut))
        rest = self._rest(piece, cut)
        if rest.start < rest.end:
            self.article.body.append(rest)

    def _take_text(self, piece: Piece) -> None:
        if self.article is not None:
            self.awaits_heading = False
            self.article.body.append(piece)
        elif self.place == "preamble":
            self.division.preamble.append(piece)
        else:
            self.division.stray.append(piece)


def _heading_length(printed: str, language: str) -> int:
    """How many characters of a piece, from its start, are heading."""
    number = _FIRST_NUMBER[language].search(printed)
    if number is not None:
        return len(printed[: number.start()].rstrip())
    if printed[-1] not in _SENTENCE_END:
        return len(printed)
    if language == ENGLISH:
        opener = _OPENER.search(printed)
        return 0 if opener is None else opener.start()
    length = 0
    for word in re.finditer(r"\S+", printed):
        if any(character in _SENTENCE_END for character in word.group()):
            return length
        length = word.end()
    return 0


def _rank(label: str) -> tuple[int, int]:
    number = re.match(r"\d+", label)
    later = label[number.end() :] if number else ""
    return (int(number.group()) if number else 0, ("", "bis", "ter", "quater").index(later))


def heading_unit(text: str, article: Article) -> Unit:
    """The heading as a unit: the article's number is its label, in its spans."""
    printed = " ".join(text[span.start : span.end] for span in article.heading)
    shown = printed if article.language == ENGLISH else chinese.without_spaces(printed)
    label = text[article.number.start : article.number.end]
    spans = _joined(text, [article.number, *article.heading])
    return Unit(article.language, label, shown, spans)


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    joined = spans[:1]
    for span in spans[1:]:
        if text[joined[-1].end : span.start].strip() or "\n" in text[joined[-1].end : span.start]:
            joined.append(span)
        else:
            joined[-1] = Span(joined[-1].start, span.end)
    return tuple(joined)
