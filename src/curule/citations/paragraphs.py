"""Paragraphs of decisions and filings, and *ibid.*: what is cited is known only from what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from curule.citations.model import Citation, Kind

__all__ = ["PARAGRAPH_ALIASES", "ibidem", "paragraphs"]

PARAGRAPH_ALIASES = {"S/RES/1966 (2010)": "irmct:res"}
"""Documents whose paragraphs are also provisions of an instrument."""
MOST_IN_RANGE = 200

_S = "[\\s\u00a0\u202f]"
_ONE = r"\d{1,4}(?![\d/])(?!\.\d)"
_PARAGRAPHS = re.compile(
    rf"(?<![\w-])(?:(?:paras?\.?|paragraphs?|paragraphes?|par\.|§§?){_S}{{0,3}}(?P<latin>{_ONE}(?:{_S}?(?:[-–]|,|;|to|à|and|et|&){_S}{{0,2}}{_ONE}(?!{_S}?[A-Z])){{0,20}})"
    rf"|第{_S}?(?P<han>{_ONE}(?:{_S}?(?:[-–至、和]){_S}?{_ONE}){{0,20}}){_S}?段)")
_STEP = re.compile(r"(?P<to>[-–至à]|to)|(?P<number>\d{1,4})")
_GAP = re.compile(rf"[{_S[1:-1]},;]{{0,4}}(?:\([^()\n]{{0,40}}\)[{_S[1:-1]},;]{{0,3}})?(?:(?:at|aux?|p\.){_S})?$")
_IBIDEM = re.compile(r"(?<!\w)(?i:ibid(?:em|\.)|ibid(?=,|\s|$)|同上)")
_LONGEST_GAP = 60


def paragraphs(text: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """The paragraphs that a text names; those directly behind a document are that document's."""
    documents = [c for c in found if c.is_document]
    at = 0
    for match in _PARAGRAPHS.finditer(text):
        while at < len(documents) and documents[at].end <= match.start():
            at += 1
        before = documents[at - 1] if at else None
        numbers = _numbers(match["latin"] or match["han"])
        if before is not None and match.start() - before.end <= _LONGEST_GAP and _GAP.match(text[before.end:match.start()]):
            keys = [f"{key}#{n}" for key in before.keys for n in numbers]
            keys = [f"{PARAGRAPH_ALIASES[key]}{n}" for key in before.keys if key in PARAGRAPH_ALIASES for n in numbers] + keys
        else:
            keys = [f"para:{n}" for n in numbers]
        yield Citation(Kind.PARAGRAPH, match.start(), match.end(), match.group(), tuple(keys))


def _numbers(written: str) -> list[str]:
    """ "3-5, 9" is 3, 4, 5, 9; a long range is its two ends."""
    numbers: list[int] = []
    is_range = False
    for step in _STEP.finditer(written):
        if step["to"]:
            is_range = True
            continue
        number = int(step["number"])
        if is_range and numbers and 0 < number - numbers[-1] <= MOST_IN_RANGE:
            numbers += range(numbers[-1] + 1, number)
        numbers.append(number)
        is_range = False
    return [str(n) for n in dict.fromkeys(numbers)]


def ibidem(text: str, found: Iterable[Citation]) -> Iterator[Citation]:
    """*Ibid.* where only one document can be meant: the line before (a note has a line) names exactly one. Otherwise nothing is guessed."""
    documents = sorted((c for c in found if c.is_document), key=lambda c: c.start)
    line_ends = 0
    last_line: set[tuple[Kind, str]] = set()
    at = 0
    for line in text.splitlines(keepends=True):
        line_starts, line_ends = line_ends, line_ends + len(line)
        here: set[tuple[Kind, str]] = set()
        while at < len(documents) and documents[at].start < line_ends:
            here.update((documents[at].kind, key) for key in documents[at].keys)
            at += 1
        match = _IBIDEM.search(line) if not here else None
        if match is not None and len(last_line) == 1:
            kind, key = next(iter(last_line))
            yield Citation(kind, line_starts + match.start(), line_starts + match.end(), match.group(), (key,))
            continue
        if line.strip():
            last_line = here
