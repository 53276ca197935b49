"""The schedule of redactions, to be printed and filed with the public file: number, page, place, ground; never what stood there."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer, TableStyle

from curule.law.words import T, Text
from curule.pages import fonts
from curule.pages.redaction.marks import Redaction

__all__ = ["schedule_sheet"]

HEADING = T("Schedule of redactions", "Tableau des expurgations")
COLUMNS = (T("No", "N°"), T("Page", "Page"),
           T("Place (points from the left and the top)", "Emplacement (points depuis la gauche et le haut)"), T("Ground", "Motif"))
PICTURED = T("Made a picture, so that nothing can stay behind it: pages", "Converties en image, afin que rien ne subsiste derrière : pages")


def schedule_sheet(title: str, redactions: Sequence[Redaction], pictured: Mapping[int, str], grounds: Mapping[str, Text] | None = None) -> bytes:
    """The schedule as a PDF in English and French. ``grounds``: words for the codes of grounds; a ground without words is printed as it is."""
    fonts.ready()
    words = grounds or {}
    head = ParagraphStyle("head", fontName=fonts.BOLD, fontSize=13, leading=18)
    cell = ParagraphStyle("cell", fontName=fonts.TEXT, fontSize=8.5, leading=11)
    rows = [[Paragraph(f"{escape(column.en)}<br/>{escape(column.fr)}", cell) for column in COLUMNS]]
    for one in redactions:
        ground = words.get(one.ground)
        said = f"{fonts.mixed(ground.en)}<br/>{fonts.mixed(ground.fr)}" if ground is not None else fonts.mixed(one.ground)
        place = f"{one.area.left:.0f}, {one.area.top:.0f} – {one.area.right:.0f}, {one.area.bottom:.0f}"
        rows.append([Paragraph(text, cell) for text in (str(one.number), str(one.area.page), place, said)])
    table = LongTable(rows, colWidths=[35, 40, 165, 240], repeatRows=1)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.3, "#888888")]))
    story = [Paragraph(f"{HEADING.en} / {HEADING.fr}", head), Paragraph(fonts.mixed(title), cell), Spacer(1, 12), table]
    if pictured:
        pages = ", ".join(map(str, sorted(pictured)))
        story += [Spacer(1, 12), *(Paragraph(f"{escape(text)} {pages}.", cell) for text in (PICTURED.en, PICTURED.fr))]
    into = io.BytesIO()
    SimpleDocTemplate(into, pagesize=A4, title=HEADING.en, author="", invariant=1, initialFontName=fonts.TEXT).build(story)
    return into.getvalue()
