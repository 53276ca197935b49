"""The PDF that stands on the record for a file of another form: a cover sheet that says what was filed, then what can be shown of it truly.

A picture becomes pages with its pixels. Office files, letters and plain text become their text as the machine reads it, with a word that says so: the
layout is not reproduced. A recording has its cover sheet alone. Runs in confinement: see :mod:`curule.pages.confined`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate
from reportlab.platypus.flowables import Flowable

from curule.law.words import T
from curule.pages import fonts
from curule.pages.boxes import page_of_picture
from curule.pages.cover import FiledFile, cover_sheet
from curule.pages.extracting import text_pages

__all__ = ["write_stand_in"]

MOST_LETTERS = 2_000_000
LARGEST_SIDE = 5000
QUALITY = 90
SAYS = T("The text of the file as the machine reads it. Its layout is not reproduced; what a program would hide (tracked changes, comments, hidden text) is "
         "shown in square brackets. The file itself is kept unchanged.",
         "Texte du fichier tel que la machine le lit. La mise en page n’est pas reproduite ; ce qu’un programme masquerait (modifications suivies, "
         "commentaires, texte masqué) figure entre crochets. Le fichier lui-même est conservé sans changement.")
ENDS = T("The text is longer than is printed here; read the file itself.", "Le texte est plus long que ce qui est imprimé ici ; consultez le fichier lui-même.")


def write_stand_in(path: str, kind: str, whole: str, body: str, file: dict[str, str | int], tribunal: dict[str, str]) -> int:
    """Write the whole (cover and pages) and, where there is one, the ``body`` without the cover; the number of pages of the body."""
    made = _body(Path(path), kind)
    with pikepdf.Pdf.new() as pdf:
        with pikepdf.Pdf.open(io.BytesIO(cover_sheet(FiledFile(**file), T(tribunal["en"], tribunal["fr"])))) as cover:  # type: ignore[arg-type]
            pdf.pages.extend(cover.pages)
        if made:
            with pikepdf.Pdf.open(io.BytesIO(made)) as pages:
                pdf.pages.extend(pages.pages)
            Path(body).write_bytes(made)
        pdf.save(whole, static_id=True)
        return len(pdf.pages) - 1


def _body(path: Path, kind: str) -> bytes:
    if kind == "image":
        return _pictures(path)
    return _text(path, kind) if kind in ("word", "sheet", "slides", "mail", "text") else b""


def _pictures(path: Path) -> bytes:
    """Each picture as a page of its own; nothing but the pixels is taken over."""
    into = io.BytesIO()
    with Image.open(path) as image, pikepdf.Pdf.new() as pdf:
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            frame = _flat(ImageOps.exif_transpose(image))
            frame.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
            one = io.BytesIO()
            frame.save(one, "PDF", resolution=72 * frame.width / page_of_picture(*frame.size)[0], quality=QUALITY)
            with pikepdf.Pdf.open(one) as page:
                pdf.pages.extend(page.pages)
        pdf.save(into, static_id=True)
    return into.getvalue()


def _flat(image: Image.Image) -> Image.Image:
    """The picture without transparency, on white as a page is."""
    seen = image.convert("RGBA") if image.mode in ("RGBA", "LA", "P", "PA") else image.convert("RGB")
    if seen.mode == "RGBA":
        white = Image.new("RGB", seen.size, "white")
        white.paste(seen, mask=seen.getchannel("A"))
        seen = white
    return seen


def _text(path: Path, kind: str) -> bytes:
    fonts.ready()
    small = ParagraphStyle("small", fontName=fonts.ITALIC, fontSize=8, leading=10.5, spaceAfter=4)
    story: list[Flowable] = [Paragraph(fonts.mixed(text, fonts.ITALIC), small) for text in (SAYS.en, SAYS.fr)]
    story += _paragraphs(path, kind, small)
    into = io.BytesIO()
    SimpleDocTemplate(into, pagesize=A4, title="", author="", invariant=1, initialFontName=fonts.TEXT, leftMargin=60, rightMargin=60).build(story)
    return into.getvalue()


def _paragraphs(path: Path, kind: str, small: ParagraphStyle) -> Iterator[Flowable]:
    line = ParagraphStyle("line", fontName=fonts.TEXT, fontSize=10, leading=13.5, wordWrap="CJK")
    letters, first, total = 0, 1, 1
    while first <= total:
        found = text_pages(str(path), kind, [], first, 200)
        total = found["total"]
        for place, page in enumerate(found["pages"]):
            if place + first > 1 and kind in ("sheet", "slides"):
                yield PageBreak()
            for words in page["text"].split("\n"):
                letters += len(words)
                if letters > MOST_LETTERS:
                    yield from (Paragraph(fonts.mixed(text, fonts.ITALIC), small) for text in (ENDS.en, ENDS.fr))
                    return
                yield Paragraph(fonts.mixed(words.replace("\t", " | ")) or "&nbsp;", line)
        first += 200
