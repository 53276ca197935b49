"""The words around what was found, escaped, with the found words marked; made only from text that its reader may see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from curule.search.folding import fold, loose_of_word

__all__ = ["has_any", "snippet"]

AROUND, LONGEST = 90, 260
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")


def has_any(text: str, asked: Sequence[str]) -> bool:
    """Whether any of the folded words stands in the text."""
    folded = fold(text)
    return any(word.rstrip("*") in folded for word in asked)


def _marked(text: str, asked: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of the asked words, in order."""
    exact = {word for word in asked if not word.endswith("*") and not _HAN.search(word)}
    begun = tuple(word[:-1] for word in asked if word.endswith("*"))
    forms = {form for word in exact for form in loose_of_word(word)}
    for found in _WORD.finditer(text):
        word = fold(found.group())
        if word in exact or (begun and word.startswith(begun)) or (forms and not forms.isdisjoint(loose_of_word(found.group()))):
            yield found.span()
        elif _HAN.search(found.group()):
            for piece in asked:
                at = found.group().find(piece.rstrip("*")) if _HAN.search(piece) else -1
                if at >= 0:
                    yield found.start() + at, found.start() + at + len(piece.rstrip("*"))


def snippet(text: str, asked: Iterable[str]) -> SafeString:
    """At most about 260 characters around the first hit; the beginning of the text where there is none."""
    wanted = list(dict.fromkeys(asked))
    text = " ".join(text[:20_000].split())
    places = sorted(set(_marked(text, wanted))) if wanted else []
    low = max(places[0][0] - AROUND, 0) if places else 0
    high = min(low + LONGEST, len(text))
    pieces: list[SafeString] = [conditional_escape("…")] if low else []
    at = low
    for start, end in places:
        if start < at or end > high:
            continue
        pieces += [conditional_escape(text[at:start]), format_html("<mark>{}</mark>", text[start:end])]
        at = end
    pieces.append(conditional_escape(text[at:high] + ("…" if high < len(text) else "")))
    return format_html_join("", "{}", [(piece,) for piece in pieces])
