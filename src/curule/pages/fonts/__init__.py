"""The typefaces that are embedded in what Curule prints: DejaVu (free licence, see LICENSE beside this file), so that a page looks the same on
every machine and an archival PDF stays one. Chinese is set in a typeface of the reader's own program, which is not embedded.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

__all__ = ["BOLD", "CHINESE", "ITALIC", "NARROW", "TEXT", "mixed", "ready"]

TEXT, BOLD, ITALIC, NARROW = "DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic", "DejaVuSansCondensed"
CHINESE = "STSong-Light"


@cache
def ready() -> None:
    """Make the typefaces known to reportlab, once."""
    for name in (TEXT, BOLD, ITALIC, NARROW):
        pdfmetrics.registerFont(TTFont(name, str(Path(__file__).parent / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=ITALIC, boldItalic=BOLD)
    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))


def mixed(text: str, face: str = TEXT) -> str:
    """Text as markup for reportlab's paragraphs: escaped, and set in Chinese letters where the face has none.

    >>> mixed("a < b")
    'a &lt; b'
    """
    ready()
    has = pdfmetrics.getFont(face).face.charToGlyph
    made = []
    for lacking, run in groupby(text, key=lambda c: ord(c) not in has):
        letters = escape("".join(run))
        made.append(f'<font name="{CHINESE}">{letters}</font>' if lacking else letters)
    return "".join(made)
