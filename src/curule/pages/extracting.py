"""The text of a file, page by page. Runs in confinement: see :mod:`curule.pages.confined`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from curule.pages.attachments import attachments_of
from curule.pages.boxes import page_of_picture
from curule.pages.office import divided, hidden, hidden_in, own, sheet_text, shown, slides_text, word_text
from curule.pages.recognising import LARGEST_SIDE, read_picture, rendered, tongues
from curule.pages.redaction.marks import Sheet
from curule.pages.words import Line, Word, as_data, is_ideograph

__all__ = ["decoded", "hidden_pieces", "text_pages"]

Page = dict[str, Any]
MOST_LINES = 2000
"""Lines of a page whose places are kept."""
ENOUGH = 8
"""Letters and digits that make a text layer; a stamp or a page number alone is less than a page."""
HEADINGS = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject")
LETTER = re.compile(r"\w", re.UNICODE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def text_pages(path: str, kind: str, languages: list[str], first: int = 1, most: int = 50, *, recognise: bool = True) -> dict[str, Any]:
    """The text of ``most`` pages from page ``first``: ``pages`` and the ``total`` of pages. Pictures are recognised unless only text layers are wanted.

    A page has ``text`` and ``recognised``; where its words have places, also its ``size`` and ``lines`` in tenths of points (:mod:`curule.pages.words`).
    """
    if kind == "pdf":
        return _pdf(Path(path), languages, first, most, recognise)
    if kind == "image":
        return _image(Path(path), languages, first, most) if recognise else {"pages": [], "total": 0}
    pages = [{"text": _clean(shown(text)), "recognised": False} for text in _whole(path, kind)]
    return {"pages": pages[first - 1 : first - 1 + most], "total": len(pages)}


def _whole(path: str, kind: str) -> Iterator[str]:
    whole = {"word": word_text, "sheet": sheet_text, "mail": _mail, "text": _plain, "slides": slides_text}.get(kind)
    return whole(Path(path)) if whole is not None else iter(())


def hidden_pieces(path: str, kind: str, most: int) -> dict[str, Any]:
    """What the program of such a file hides, piece by piece as its pages show it, each once; at most so many, and whether there are ``more``."""
    found = dict.fromkeys(_clean(piece).replace("\t", " | ") for text in _whole(path, kind) for piece in hidden_in(text))
    return {"pieces": list(found)[:most], "more": len(found) > most}


def _clean(text: str) -> str:
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _pdf(path: Path, languages: list[str], first: int, most: int, recognise: bool) -> dict[str, Any]:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        total, pages = len(document), []
        for number in range(first - 1, min(total, first - 1 + most)):
            page = document[number]
            text = _clean(page.get_textpage().get_text_bounded())
            if len(LETTER.findall(text)) >= ENOUGH or not recognise or not _has_picture(page):
                pages.append(_placed(text, _lines_of(page), page.get_size(), recognised=False))
            else:
                pages.append(_recognised(rendered(page), languages, page.get_size()))
        return {"pages": pages, "total": total}
    finally:
        document.close()


def _has_picture(page: Any) -> bool:
    """Whether there is anything to recognise: a picture, or shapes instead of letters."""
    return any(True for _thing in page.get_objects(max_depth=3))


def _image(path: Path, languages: list[str], first: int, most: int) -> dict[str, Any]:
    from PIL import Image, ImageOps

    with Image.open(path) as image:
        total, pages = getattr(image, "n_frames", 1), []
        for number in range(first - 1, min(total, first - 1 + most)):
            image.seek(number)
            frame = ImageOps.exif_transpose(image.convert("L"))
            frame.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
            pages.append(_recognised(frame, languages, page_of_picture(*frame.size)))
    return {"pages": pages, "total": total}


def _recognised(image: Any, languages: list[str], size: tuple[float, float]) -> Page:
    """The page that Tesseract reads; ``size`` in points. :raises Stopped: ``ocr``: it is not installed or failed."""
    text, lines = read_picture(image, tongues(languages), size)
    return _placed(_clean(text), lines, size, recognised=True)


def _placed(text: str, lines: list[Line], size: tuple[float, float], *, recognised: bool) -> Page:
    return {"text": text, "recognised": recognised, "size": [round(value * 10) for value in size], "lines": as_data(lines)}


def _lines_of(page: Any) -> list[Line]:
    """The lines of a text layer, as its page is shown."""
    from curule.pages.redaction.reading import letters_of

    width, height = page.get_size()
    left, low, right, high = page.get_cropbox()
    sheet = Sheet((left, low, right, high), page.get_rotation())
    if abs(sheet.size[0] - width) > 1 or abs(sheet.size[1] - height) > 1:
        return []  # the page says one thing of its size and shows another: no place is better than a wrong one
    letters = letters_of(page)
    lines: list[Line] = [[]]
    word: list[tuple[str, Any]] = []
    for c, box in [*zip(letters.text, letters.boxes, strict=True), ("\n", None)]:
        if not c.isspace() and box is not None:
            word.append((c, box))
        elif word and c.isspace():
            lines[-1] += _words_of(word, sheet)
            word = []
        if c in "\r\n" and lines[-1]:
            lines.append([])
    return [line for line in lines if line][:MOST_LINES]


def _words_of(letters: list[tuple[str, Any]], sheet: Sheet) -> Iterator[Word]:
    """One run of letters as words: ideographs each for itself, with the box that it has."""
    run: list[tuple[str, Any]] = []
    for letter in [*letters, ("", None)]:
        if run and (not letter[0] or is_ideograph(letter[0]) or is_ideograph(run[-1][0])):
            boxes = [box for _c, box in run]
            shown = sheet.shown((min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)), 1)
            yield Word(CONTROL.sub("", "".join(c for c, _box in run)) or "-", shown.left, shown.top, shown.right, shown.bottom)
            run = []
        run.append(letter)


def _mail(path: Path) -> Iterator[str]:
    """Heading and body on the first pages, then the list of attachments."""
    import email
    import email.policy

    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    said = {name: own(str(message[name])) for name in HEADINGS if message[name]}
    heading = [hidden("Bcc / Cci", words) if name == "Bcc" else f"{name}: {words}" for name, words in said.items()]
    body = message.get_body(("plain", "html"))
    text = ""
    if body is not None:
        text = body.get_content()
        if body.get_content_type() == "text/html":
            text = _without_markup(text)
    attached = [f"[{one['name']}, {one['media']}, {one['size']} bytes]" for one in attachments_of(message)]
    yield from divided("\n".join([*heading, "", own(text), *attached]))


def _without_markup(html: str) -> str:
    from html.parser import HTMLParser

    class Words(HTMLParser):
        """Collects what is between the tags."""

        def __init__(self) -> None:
            super().__init__()
            self.parts: list[str] = []
            self.hidden = 0

        def handle_starttag(self, tag: str, attrs: Any) -> None:
            """Scripts and styles are not text; blocks end a line."""
            self.hidden += tag in ("script", "style")
            self.parts.append("\n" if tag in ("p", "br", "div", "tr", "li", "h1", "h2", "h3") else "")

        def handle_endtag(self, tag: str) -> None:
            """The end of a script or style."""
            self.hidden -= tag in ("script", "style") and self.hidden > 0

        def handle_data(self, data: str) -> None:
            """Words."""
            if not self.hidden:
                self.parts.append(data)

    words = Words()
    words.feed(html)
    return "".join(words.parts)


def _plain(path: Path) -> Iterator[str]:
    yield from divided(decoded(path.read_bytes()))


def decoded(content: bytes) -> str:
    """Text in UTF-8, UTF-16 with its mark, or a Western code page."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
