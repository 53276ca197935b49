"""Where a name stands on the pages of a document, by the places of its words: as it is written, and nearly so, for recognition errs.

What is found is a suggestion: somebody looks at its picture and confirms it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curule.pages.redaction.marks import Phrase, fold
from curule.pages.words import Word, from_data, is_ideograph, joined
from curule.registry.models import PageWords, Rendition

__all__ = ["Occurrence", "occurrences", "spellings"]

Box = tuple[float, float, float, float]
MOST_SPELLINGS = 10
SHORTEST = 4
"""Letters from which a word that is nearly the name is shown (2 of an ideographic name)."""
PER_ERROR = 5
"""Letters of a name for each that may have been misread; a name of :data:`SHORTEST` may have one."""
ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b", "j": "l", "t": "l", "f": "l"})
"""Letters that recognition takes for one another."""
PAD = (2.0, 1.5)
"""Points around what was recognised: its boxes are drawn close to the ink."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place: the page (from 1), its boxes line by line (points from the left and the top), the words as they were read, whether they are the
    name as it is written, and whether they were recognised.
    """

    page: int
    boxes: tuple[Box, ...]
    words: str
    exact: bool
    recognised: bool

    @property
    def key(self) -> str:
        """What names the place on a form."""
        return f"{self.page}:" + ":".join(f"{value:.1f}" for value in self.boxes[0])

    @property
    def around(self) -> Box:
        """The first box."""
        return self.boxes[0]


def spellings(asked: str) -> list[str]:
    """The spellings of a name that were asked for, divided by semicolons."""
    parts = (" ".join(part.split())[:100] for part in asked.split(";"))
    return list(dict.fromkeys(part for part in parts if any(c.isalnum() for c in part)))[:MOST_SPELLINGS]


def occurrences(rendition: Rendition, names: Sequence[str], most: int) -> list[Occurrence]:
    """The first ``most`` places of any of these names, in the order of the pages."""
    found: list[Occurrence] = []
    for page in rendition.page_words.order_by("page").iterator(50):
        found += _on_page(page, names)
        if len(found) >= most:
            return found[:most]
    return found


def _on_page(page: PageWords, names: Sequence[str]) -> list[Occurrence]:
    lines = from_data(page.lines)
    words = [word for line in lines for word in line]
    line_of = [number for number, line in enumerate(lines) for _word in line]
    spans: dict[tuple[int, int], bool] = {}
    for name in names:
        for span in _exact(words, name):
            spans[span] = True
        for span in _near(words, name):
            if not any(exact and span[0] < end and start < span[1] for (start, end), exact in spans.items()):
                spans.setdefault(span, False)
    return [Occurrence(page.page, tuple(_boxes(words[start:end], line_of[start:end])), joined(words[start:end])[0], exact, page.recognised)
            for (start, end), exact in sorted(spans.items())]


def _boxes(words: Sequence[Word], lines: Sequence[int]) -> Iterator[Box]:
    for number in dict.fromkeys(lines):
        here = [word for word, line in zip(words, lines, strict=True) if line == number]
        yield (max(min(w.left for w in here) - PAD[0], 0.0), max(min(w.top for w in here) - PAD[1], 0.0),
               max(w.right for w in here) + PAD[0], max(w.bottom for w in here) + PAD[1])


def _exact(words: Sequence[Word], name: str) -> Iterator[tuple[int, int]]:
    """The name as it is written, also inside words: whoever confirms sees what is around it."""
    text, origin = joined(words)
    folded, places = fold(text)
    pattern = Phrase(name, whole=False).pattern
    at = pattern.search(folded)
    while at is not None:
        yield origin[places[at.start()]], origin[places[at.end() - 1]] + 1
        at = pattern.search(folded, at.start() + 1)


def _letters(text: str) -> str:
    """What of a text is compared: its letters and digits, those that are taken for one another made one."""
    return "".join(c for c in fold(text)[0] if c.isalnum()).translate(ALIKE).replace("rn", "m").replace("vv", "w").replace("cl", "d")


def _near(words: Sequence[Word], name: str) -> Iterator[tuple[int, int]]:
    """Runs of words that are nearly the name: misread letters, words run together or torn apart, hyphens at the end of lines."""
    wanted = _letters(name)
    most = _errors(wanted)
    count = len(list(_parts(name)))
    if most == 0 or not words:
        return
    read = [_letters(word.text) for word in words]
    masks, mask = [_mask(letters) for letters in read], _mask(wanted)
    taken = -1
    for start in range(len(words)):
        best: tuple[int, int] | None = None
        for end in range(start + max(count - 1, 1), min(start + count + 1, len(words)) + 1):
            letters = "".join(read[start:end])
            seen = 0
            for part in masks[start:end]:
                seen |= part
            if abs(len(letters) - len(wanted)) > most or (seen ^ mask).bit_count() > 2 * most:
                continue
            distance = _distance(letters, wanted, most)
            if distance <= most and (best is None or distance < best[0]):
                best = (distance, end)
        if best is not None and start >= taken:
            taken = best[1]
            yield start, best[1]


def _parts(name: str) -> Iterator[str]:
    for part in name.split():
        yield from part if any(is_ideograph(c) for c in part) else (part,)


def _errors(wanted: str) -> int:
    """How many letters may be misread."""
    if any(is_ideograph(c) for c in wanted):
        return 1 if len(wanted) > 1 else 0
    return max(1, len(wanted) // PER_ERROR) if len(wanted) >= SHORTEST else 0


def _mask(letters: str) -> int:
    made = 0
    for c in letters:
        made |= 1 << (ord(c) % 61)
    return made


def _distance(one: str, other: str, most: int) -> int:
    """How many letters are to be changed, added or left out; ``most + 1`` where it is more."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
        if min(row) > most:
            return most + 1
    return row[-1]
