"""The text of a file, page by page. Runs in confinement: see :mod:`curule.pages.confined`."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from curule.pages.confined import Stopped

__all__ = ["decoded", "text_pages"]

Page = dict[str, Any]
DPI = 300
LARGEST_SIDE = 6000
"""Pixels of the longer side of a page that is recognised."""
TESSERACT = {"en": "eng", "fr": "fra", "zh": "chi_sim"}
ENOUGH = 8
"""Letters and digits that make a text layer; a stamp or a page number alone is less than a page."""
PER_PAGE = 3000
"""Characters of a page of a text that has none of its own."""
LETTER = re.compile(r"\w", re.UNICODE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def text_pages(path: str, kind: str, languages: list[str], first: int = 1, most: int = 50) -> dict[str, Any]:
    """The text of ``most`` pages from page ``first``: ``pages`` (``text``, ``recognised``) and the ``total`` of pages."""
    if kind == "pdf":
        return _pdf(Path(path), languages, first, most)
    if kind == "image":
        return _image(Path(path), languages, first, most)
    whole = {"word": _word, "sheet": _sheet, "mail": _mail, "text": _plain, "slides": _slides}.get(kind)
    pages = [{"text": _clean(text), "recognised": False} for text in (whole(Path(path)) if whole else ())]
    return {"pages": pages[first - 1 : first - 1 + most], "total": len(pages)}


def _clean(text: str) -> str:
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _pdf(path: Path, languages: list[str], first: int, most: int) -> dict[str, Any]:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        total, pages = len(document), []
        for number in range(first - 1, min(total, first - 1 + most)):
            page = document[number]
            text = _clean(page.get_textpage().get_text_bounded())
            if len(LETTER.findall(text)) >= ENOUGH or not _has_picture(page):
                pages.append({"text": text, "recognised": False})
            else:
                pages.append({"text": _recognised(_rendered(page), languages), "recognised": True})
        return {"pages": pages, "total": total}
    finally:
        document.close()


def _has_picture(page: Any) -> bool:
    """Whether there is anything to recognise: a picture, or shapes instead of letters."""
    return any(True for _thing in page.get_objects(max_depth=3))


def _rendered(page: Any) -> Any:
    width, height = page.get_size()
    scale = min(DPI / 72, LARGEST_SIDE / max(width, height, 1))
    return page.render(scale=scale, grayscale=True).to_pil()


def _image(path: Path, languages: list[str], first: int, most: int) -> dict[str, Any]:
    from PIL import Image, ImageOps

    with Image.open(path) as image:
        total, pages = getattr(image, "n_frames", 1), []
        for number in range(first - 1, min(total, first - 1 + most)):
            image.seek(number)
            frame = ImageOps.exif_transpose(image.convert("L"))
            frame.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
            pages.append({"text": _recognised(frame, languages), "recognised": True})
    return {"pages": pages, "total": total}


def _recognised(image: Any, languages: list[str]) -> str:
    """The text that Tesseract reads. :raises Stopped: ``ocr``: it is not installed or failed."""
    wanted = "+".join(dict.fromkeys(TESSERACT[language] for language in languages if language in TESSERACT)) or "eng"
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        image.save(file.name, "PNG")
        command = ["tesseract", file.name, "stdout", "-l", wanted, "--dpi", str(DPI)]
        try:
            done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  # our own file's name
        except (OSError, subprocess.CalledProcessError):
            raise Stopped("ocr") from None
    return _clean(done.stdout.decode("utf-8", "replace"))


def _word(path: Path) -> Iterator[str]:
    """Paragraphs, tables in their place, notes at the end; a page break of the author begins a page."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document(str(path))
    lines: list[str] = []
    for block in document.element.body.iterchildren():
        if block.tag == qn("w:tbl"):
            for row in block.iter(qn("w:tr")):
                lines.append("\t".join(" ".join(_runs(paragraph) for paragraph in cell.iter(qn("w:p"))) for cell in row.iter(qn("w:tc"))))
            continue
        for paragraph in block.iter(qn("w:p")):
            lines.append(_runs(paragraph))
            if any(node.get(qn("w:type")) == "page" for node in paragraph.iter(qn("w:br"))):
                yield "\n".join(lines)
                lines = []
    yield from _divided("\n".join(lines))
    notes = [
        _runs(p)
        for part in document.part.package.iter_parts()
        if str(part.partname).endswith(("footnotes.xml", "endnotes.xml"))
        for p in _paragraphs(part.blob)
    ]
    if any(notes):
        yield "\n".join(notes)


def _runs(paragraph: Any) -> str:
    return "".join(node.text or "" if node.tag.endswith("}t") else " " for node in paragraph.iter() if node.tag.endswith(("}t", "}tab", "}br")))


def _paragraphs(xml: bytes) -> Iterator[Any]:
    from defusedxml import ElementTree

    return (node for node in ElementTree.fromstring(xml, forbid_dtd=True).iter() if node.tag.endswith("}p"))


def _slides(path: Path) -> Iterator[str]:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        slides = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide[0-9]+\.xml", name)]
        for name in sorted(slides, key=lambda n: int(re.findall(r"[0-9]+", n)[-1])):
            yield "\n".join(_runs(paragraph) for paragraph in _paragraphs(archive.read(name)))


def _sheet(path: Path) -> Iterator[str]:
    """One page a sheet, its name first; values as they were last reckoned."""
    import openpyxl

    # From its bytes: opened by its name, a book is asked for one of the usual endings.
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            rows = ("\t".join("" if value is None else str(value) for value in row).rstrip("\t") for row in sheet.iter_rows(values_only=True, max_row=50_000))
            yield "\n".join((sheet.title, *(row for row in rows if row)))
    finally:
        book.close()


def _mail(path: Path) -> Iterator[str]:
    """Heading and body on the first pages, then the list of attachments."""
    import email
    import email.policy

    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    heading = [f"{name}: {message[name]}" for name in ("From", "To", "Cc", "Date", "Subject") if message[name]]
    body = message.get_body(("plain", "html"))
    text = ""
    if body is not None:
        text = body.get_content()
        if body.get_content_type() == "text/html":
            text = _without_markup(text)
    attached = [f"[{part.get_filename() or part.get_content_type()}, {part.get_content_type()}]" for part in message.iter_attachments()]
    yield from _divided("\n".join([*heading, "", text, *attached]))


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
    yield from _divided(decoded(path.read_bytes()))


def decoded(content: bytes) -> str:
    """Text in UTF-8, UTF-16 with its mark, or a Western code page."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _divided(text: str) -> Iterator[str]:
    """Pages at form feeds, and where a page would grow too long at the end of a line."""
    for part in text.split("\f"):
        lines: list[str] = []
        length = 0
        for line in part.splitlines():
            if lines and length + len(line) > PER_PAGE:
                yield "\n".join(lines)
                lines, length = [], 0
            lines.append(line)
            length += len(line) + 1
        yield "\n".join(lines)
