"""Words of a page with their places, as its reader sees it: in points from the left and the top. What stands in pictures has them by recognition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

__all__ = ["Line", "Word", "apart", "as_data", "from_data", "is_ideograph", "joined"]


class Word(NamedTuple):
    """One word; an ideograph is a word of its own. Points from the left and the top of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


Line = list[Word]


def is_ideograph(c: str) -> bool:
    """Whether a character is written without blanks around it."""
    return "\u2e80" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" or "\U00020000" <= c <= "\U0003ffff"


def apart(word: Word) -> Iterator[Word]:
    """A word whose ideographs become words of their own, each with its part of the width."""
    if not any(is_ideograph(c) for c in word.text):
        yield word
        return
    wide = (word.right - word.left) / len(word.text)
    start = 0
    for place, c in enumerate(word.text):
        ends = place + 1 == len(word.text) or is_ideograph(c) or is_ideograph(word.text[place + 1])
        if ends:
            yield Word(word.text[start:place + 1], word.left + start * wide, word.top, word.left + (place + 1) * wide, word.bottom)
            start = place + 1


def joined(words: Sequence[Word]) -> tuple[str, list[int]]:
    """The text of words that follow one another, and for each of its characters the word from which it comes."""
    text, origin = "", []
    for place, word in enumerate(words):
        if text and not (is_ideograph(text[-1]) and is_ideograph(word.text[0])):
            text += " "
            origin.append(place)
        text += word.text
        origin += [place] * len(word.text)
    return text, origin


def as_data(lines: Sequence[Line]) -> list[list[list[Any]]]:
    """Lines as plain data: each word with its box in tenths of points."""
    return [[[word.text, *(round(value * 10) for value in word[1:])] for word in line] for line in lines]


def from_data(lines: Sequence[Sequence[Sequence[Any]]]) -> list[Line]:
    """The reverse of :func:`as_data`."""
    return [[Word(str(word[0]), *(value / 10 for value in word[1:5])) for word in line] for line in lines]
