"""PDFs for the tests, made here and now: nothing of them was ever filed anywhere."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from curule.pages import fonts
from curule.pages.redaction import Phrase

NAME = Phrase("Jankovic", "witness")
"""The name that must go."""


def paper(*pages: str, size: tuple[float, float] = (595, 842), font: str = "Helvetica", points: float = 12) -> bytes:
    """A PDF with these texts, one a page, lines from the top."""
    if font in (fonts.TEXT, fonts.NARROW, fonts.CHINESE):
        fonts.ready()
    into = io.BytesIO()
    canvas = Canvas(into, pagesize=size, invariant=1)
    for text in pages:
        canvas.setFont(font, points)
        for number, line in enumerate(text.splitlines()):
            canvas.drawString(50, size[1] - 60 - number * points * 1.4, line)
        canvas.showPage()
    canvas.save()
    return into.getvalue()


def texts(data: bytes) -> list[str]:
    """The text of each page, as pdfium reads it."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def words_of(data: bytes) -> list[str]:
    """The words of all pages in their order."""
    return " ".join(texts(data)).split()


def image(data: bytes, page: int = 0, scale: float = 1):
    """A page as it is seen."""
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[page].render(scale=scale).to_pil().convert("L")


def changed(data: bytes, change) -> bytes:
    """The PDF after a function of pikepdf's changed it."""
    into = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(into)
    return into.getvalue()


def width(text: str, font: str, points: float) -> float:
    """How wide a text is set."""
    return pdfmetrics.stringWidth(text, font, points)
