"""The text of a PDF with the place of each letter, as pdfium reads it; phrases found in it; letters that cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from curule.law.words import T
from curule.pages.opening import Unreadable
from curule.pages.redaction.geometry import meets
from curule.pages.redaction.marks import Box, Phrase, fold

__all__ = ["Found", "Letters", "clear_of", "find", "in_zones", "inside_words", "letters_of", "opened", "unseen_letters"]

SEEN_AT = 1.5
"""Pixels a point at which letters are looked for in the picture of the page."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found: which one, and the boxes of its letters by page (from 0). ``placed`` is false where a letter has no box."""

    phrase: Phrase
    boxes: tuple[tuple[int, Box], ...]
    placed: bool


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one page in reading order, with a box for each: as wide as its advance, as high as its line; nothing for what has none."""

    text: str
    boxes: tuple[Box | None, ...]


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The PDF as pdfium reads it.

    :raises Unreadable: it does not.
    """
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise Unreadable(T("the PDF cannot be read by the second reader; write it anew from its source",
                           "le second lecteur ne peut pas lire le PDF ; produisez-le de nouveau à partir de la source")) from None


def letters_of(page: pypdfium2.PdfPage, *, tight: bool = False) -> Letters:
    """The letters of a page. ``tight``: boxes around the ink."""
    textpage = page.get_textpage()
    made: list[str] = []
    boxes: list[Box | None] = []
    high = 0
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        high = 0
        box = _box(textpage, index, tight)
        made.append(chr(code) if code < 0x110000 else "\ufffd")
        boxes.append(box)
    textpage.close()
    return Letters("".join(made), tuple(boxes))


def _box(textpage: pypdfium2.PdfTextPage, index: int, tight: bool) -> Box | None:
    for loose in (not tight, tight):
        try:
            x0, y0, x1, y1 = textpage.get_charbox(index, loose=loose)
        except pypdfium2.PdfiumError:
            continue
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        if box[2] - box[0] > 0.01 and box[3] - box[1] > 0.01:
            return box
    return None


def find(data: bytes, phrases: Sequence[Phrase]) -> list[Found]:
    """Where the phrases stand. Pages that are turned are read both as they are shown and as they are written."""
    if not phrases:
        return []
    with opened(data) as pdf:
        turned = [page.get_rotation() for page in pdf]
        found = list(_found(pdf, phrases))
        if any(turned):
            for page in pdf:
                page.set_rotation(0)
            found += _found(pdf, phrases)
    return found


def inside_words(data: bytes, phrases: Sequence[Phrase]) -> list[int]:
    """The pages (from 1) on which a phrase that is looked for as whole words stands inside longer ones: a name with an ending, or a space that the
    file does not have. Somebody has to look at them.
    """
    wanted = [phrase for phrase in phrases if phrase.whole]
    if not wanted:
        return []
    with opened(data) as pdf:
        texts = [letters_of(page).text for page in pdf]
    return [number for number, text in enumerate(texts, 1) if any(phrase.inner.search(fold(text, phrase.exact)[0]) for phrase in wanted)]


def _found(pdf: pypdfium2.PdfDocument, phrases: Sequence[Phrase]) -> Iterator[Found]:
    """Search all pages as one text, so that a word broken over two pages is found."""
    pages = [letters_of(page) for page in pdf]
    whole, places = "", []
    for number, letters in enumerate(pages):
        whole += letters.text + "\n"
        places += [(number, box, c) for c, box in zip(letters.text, letters.boxes, strict=True)] + [(number, None, "\n")]
    folded = {exact: fold(whole, exact) for exact in {phrase.exact for phrase in phrases}}
    for phrase in phrases:
        text, origin = folded[phrase.exact]
        spans = {span for pattern in (phrase.pattern, phrase.loose) for span in _spans(pattern, text)}
        for start, end in sorted(spans):
            letters_found = [places[place] for place in sorted(set(origin[start:end]))]
            boxes = [(number, box) for number, box, _c in letters_found if box is not None]
            placed = all(box is not None or not c.isalnum() for _n, box, c in letters_found)
            yield Found(phrase, tuple(_merged(boxes)), placed)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Every match, those that overlap too: of "anana" nothing stays that was looked for as "ana"."""
    match = pattern.search(text)
    while match is not None:
        yield match.span()
        match = pattern.search(text, match.start() + 1)


def _merged(boxes: list[tuple[int, Box]]) -> Iterator[tuple[int, Box]]:
    """Boxes of letters that follow one another on a line become one."""
    last: tuple[int, Box] | None = None
    for number, box in boxes:
        if last is not None and last[0] == number and _follows(last[1], box):
            a, b = last[1], box
            last = (number, (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])))
        else:
            if last is not None:
                yield last
            last = (number, box)
    if last is not None:
        yield last


def _follows(before: Box, box: Box) -> bool:
    height = min(before[3] - before[1], box[3] - box[1])
    overlap = min(before[3], box[3]) - max(before[1], box[1])
    return overlap > 0.6 * height and -0.5 * height < box[0] - before[2] < 1.2 * height


def unseen_letters(page: pypdfium2.PdfPage) -> list[tuple[str, Box]]:
    """Letters and digits that a reader of the text gets and a reader of the page does not: their place is of one colour, as under a black box,
    or white on white. A recognised scan has its letters in the picture; they are seen.
    """
    letters = letters_of(page, tight=True)
    if not any(c.isalnum() for c in letters.text):
        return []
    bitmap = page.render(scale=SEEN_AT, grayscale=True, may_draw_forms=False)
    picture = bitmap.to_pil()
    found = []
    for c, box in zip(letters.text, letters.boxes, strict=True):
        if box is None or not c.isalnum():
            continue
        corners = [_pixel(page, bitmap, x, y) for x, y in ((box[0], box[1]), (box[2], box[3]))]
        (a, b), (d, e) = corners
        region = (min(a, d) - 1, min(b, e) - 1, max(a, d) + 1, max(b, e) + 1)
        if region[2] <= 0 or region[3] <= 0 or region[0] >= picture.width or region[1] >= picture.height:
            continue
        low, high = picture.crop((max(region[0], 0), max(region[1], 0), min(region[2], picture.width), min(region[3], picture.height))).getextrema()
        if high - low < 12:
            found.append((c, box))
    return found


def _pixel(page: pypdfium2.PdfPage, bitmap: pypdfium2.PdfBitmap, x: float, y: float) -> tuple[int, int]:
    posconv = bitmap.get_posconv(page)
    made: tuple[int, int] = posconv.to_bitmap(x, y)
    return made


def in_zones(letters: Letters, zones: Sequence[Box]) -> str:
    """The letters whose middle lies in a zone."""
    return "".join(c for c, box in zip(letters.text, letters.boxes, strict=True) if box is not None and not c.isspace() and any(
        zone[0] < (box[0] + box[2]) / 2 < zone[2] and zone[1] < (box[1] + box[3]) / 2 < zone[3] for zone in zones))


def clear_of(letters: Letters, zones: Sequence[Box]) -> list[str]:
    """The letters that no zone touches."""
    return [c for c, box in zip(letters.text, letters.boxes, strict=True) if box is not None and c.isalnum() and not any(meets(box, zone) for zone in zones)]
