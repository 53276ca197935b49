"""Search inside one document: letters without their accents and case, the words in their order; what is found is marked in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

__all__ = ["Hit", "found_in", "marked", "spans"]

COMBINING = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
AROUND = 60
"""Characters on each side of what was found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: its page, and the words around it with the place marked."""

    page: int
    snippet: SafeString


def folded(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters the place in the original: no accents, no case, one blank for any white space."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character.isspace():
            if letters and letters[-1] == " ":
                continue
            plain = " "
        elif character.isascii():
            plain = character.lower()
        else:
            plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not COMBINING.match(c)).casefold()
        letters.extend(plain)
        places.extend([place] * len(plain))
    return "".join(letters), places


def _may_hold(text: str, wanted: str) -> bool:
    """A quick look before the exact one: of thousands of pages few hold what is looked for."""
    if not text.isascii():
        text = COMBINING.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return wanted in " ".join(text.lower().split())


def spans(text: str, sought: str) -> Iterator[tuple[int, int]]:
    """Where it stands in the text: first character and the one after the last."""
    wanted = folded(sought)[0].strip()
    if not wanted or not _may_hold(text, wanted):
        return
    plain, places = folded(text)
    at = plain.find(wanted)
    while at >= 0:
        yield places[at], places[at + len(wanted) - 1] + 1
        at = plain.find(wanted, at + len(wanted))


def found_in(pages: Iterable[tuple[int, str]], sought: str, most: int) -> list[Hit]:
    """The first ``most`` places where it stands."""
    hits: list[Hit] = []
    for page, text in pages:
        for start, end in spans(text, sought):
            before, after = text[max(0, start - AROUND):start], text[end:end + AROUND]
            hits.append(Hit(page, _joined([(before, False), (text[start:end], True), (after, False)])))
            if len(hits) == most:
                return hits
    return hits


def marked(text: str, sought: str) -> tuple[SafeString, bool]:
    """The text with every place marked, and whether there is one."""
    parts: list[tuple[str, bool]] = []
    done = 0
    for start, end in spans(text, sought) if sought else ():
        parts += [(text[done:start], False), (text[start:end], True)]
        done = end
    return _joined([*parts, (text[done:], False)]), done > 0


def _joined(parts: Iterable[tuple[str, bool]]) -> SafeString:
    return mark_safe("".join(f"<mark>{escape(part)}</mark>" if is_hit else escape(part) for part, is_hit in parts))  # noqa: S308  # each part is escaped
