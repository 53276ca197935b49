"""The cover sheet of what was filed in another form than PDF: a page that says what the file is, and its digest, so that the record has something
to read, to number and to print for a recording, a table or a picture.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from reportlab.platypus.flowables import Flowable

from curule.law.words import T, Text
from curule.pages import fonts

__all__ = ["FiledFile", "cover_sheet"]

HEADING = T("File of the record", "Fichier versé au dossier")
REMARK = T("This sheet stands for a file that is kept unchanged in the preservation store. The digest tells whether a copy is that file.",
           "Cette page tient lieu d’un fichier conservé sans changement. L’empreinte permet de vérifier qu’une copie est bien ce fichier.")
LABELS = {"title": T("Title", "Titre"), "name": T("Name of the file", "Nom du fichier"), "media": T("Form of the file", "Format du fichier"),
          "size": T("Size in bytes", "Taille en octets"), "digest": T("Digest (SHA-512)", "Empreinte (SHA-512)")}
WIDTH = 330
LONGEST_NAME = 400


@dataclass(frozen=True, slots=True)
class FiledFile:
    """A file as it was filed; ``digest`` is its SHA-512 in hexadecimal."""

    title: str
    name: str
    media_type: str
    size: int
    digest: str

    @classmethod
    def of(cls, data: bytes, title: str, name: str, media_type: str) -> FiledFile:
        """The file whose bytes are at hand."""
        return cls(title, name, media_type, len(data), hashlib.sha512(data).hexdigest())


def cover_sheet(file: FiledFile, tribunal: Text) -> bytes:
    """The cover sheet, one page A4 in English and French; it is stamped like any other PDF."""
    fonts.ready()
    head = ParagraphStyle("head", fontName=fonts.BOLD, fontSize=13, leading=17, alignment=1)
    label = ParagraphStyle("label", fontName=fonts.ITALIC, fontSize=8.5, leading=11)
    value = ParagraphStyle("value", fontName=fonts.TEXT, fontSize=10, leading=13, wordWrap="CJK")
    values = {"title": file.title, "name": file.name[:LONGEST_NAME], "media": file.media_type, "size": f"{file.size:,}".replace(",", "\u00a0"),
              "digest": " ".join(file.digest[start:start + 16] for start in range(0, len(file.digest), 16))}
    rows = [[Paragraph(f"{escape(words.en)}<br/>{escape(words.fr)}", label), Paragraph(_shown(values[code]), value)] for code, words in LABELS.items()]
    table = Table(rows, colWidths=[120, WIDTH])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#888888"), ("TOPPADDING", (0, 0), (-1, -1), 6)]))
    story: list[Flowable] = [Paragraph(f"{escape(tribunal.en)}<br/>{escape(tribunal.fr)}", head), Spacer(1, 60),
                             Paragraph(f"{escape(HEADING.en)} / {escape(HEADING.fr)}", head), Spacer(1, 24), table, Spacer(1, 24)]
    story += [Paragraph(escape(text), label) for text in (REMARK.en, REMARK.fr)]
    into = io.BytesIO()
    SimpleDocTemplate(into, pagesize=A4, title=file.title, author="", invariant=1, initialFontName=fonts.TEXT).build(story)
    return into.getvalue()


def _shown(text: str) -> str:
    """Text for the sheet: nothing in it is markup; what the embedded typeface lacks is set in the Chinese one; control characters are named."""
    fonts.ready()
    return fonts.mixed("".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text))
