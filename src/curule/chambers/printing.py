"""The final PDF of a paper: caption, text, disposition, opinions, room for the signatures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus.flowables import Flowable

from curule.chambers.deliberation import Opinion, Version
from curule.chambers.kinds import KINDS, OPINIONS
from curule.chambers.wording import Block, blocks_of, plain
from curule.law.words import T, Text, long_date
from curule.pages import fonts
from curule.pages.signature import BLOCK

__all__ = ["Caption", "printed"]

BEFORE = T("Before", "Devant")
DATE = T("Date", "Date")
CASE = T("Case No.", "Affaire n°")
PRESIDING = T("Presiding", "Président")
DISPOSITION = T("Disposition", "Dispositif")
MARGIN = 62


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands at the head: the tribunal, the matter, the judges (who presides first), the day."""

    tribunal: Text
    number: str
    title: str
    judges: tuple[str, ...]
    presided: bool
    on: date


def printed(caption: Caption, version: Version, opinions: Sequence[Opinion], signers: int) -> bytes:
    """The paper as a PDF. The blocks of ``signers`` signatures fit below the text of the last page."""
    fonts.ready()
    styles = _styles()
    story = [*_head(caption, version, styles), *_body(version.text, version.language, styles)]
    if version.dispositions:
        story.append(Paragraph(_both(DISPOSITION), styles["heading"]))
        story += [Paragraph(fonts.mixed(text), styles["item"], bulletText=f"{number}.") for number, text in enumerate(version.dispositions, 1)]
    for opinion in opinions:
        story += [PageBreak(), Paragraph(f"{_both(OPINIONS[opinion.kind])}<br/>{fonts.mixed(opinion.author, fonts.BOLD)}", styles["title"]), Spacer(1, 14),
                  *_body(opinion.text, version.language, styles)]
    story.append(Room(-(-signers // 2) * (BLOCK[1] + 8) + 10))
    into = io.BytesIO()
    SimpleDocTemplate(into, pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=64, bottomMargin=52, title=version.title, author="",
                      lang=version.language, initialFontName=fonts.TEXT).build(story, onFirstPage=_foot(caption), onLaterPages=_foot(caption))
    return into.getvalue()


class Room(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """Free space at the end: what signs stands at the foot of the last page, so the text above must leave it free."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        return width, self.height

    def draw(self) -> None:
        """Nothing."""


def _styles() -> dict[str, ParagraphStyle]:
    base = ParagraphStyle("base", fontName=fonts.TEXT, fontSize=10.5, leading=15, spaceAfter=8)
    return {
        "centre": ParagraphStyle("centre", base, alignment=TA_CENTER), "title": ParagraphStyle("title", base, fontName=fonts.BOLD, fontSize=13, leading=18,
                                                                                               alignment=TA_CENTER),
        "heading": ParagraphStyle("heading", base, fontName=fonts.BOLD, spaceBefore=10, keepWithNext=1),
        "paragraph": ParagraphStyle("paragraph", base, alignment=TA_JUSTIFY),
        "item": ParagraphStyle("item", base, alignment=TA_JUSTIFY, leftIndent=26, bulletIndent=2, bulletFontName=fonts.TEXT, bulletFontSize=10.5),
        "quote": ParagraphStyle("quote", base, alignment=TA_JUSTIFY, leftIndent=36, rightIndent=24, fontSize=9.5, leading=13.5),
        "small": ParagraphStyle("small", base, fontSize=9.5, leading=13, spaceAfter=3),
    }


def _both(words: Text) -> str:
    return fonts.mixed(words.en if words.en == words.fr else f"{words.en} / {words.fr}", fonts.BOLD)


def _head(caption: Caption, version: Version, styles: dict[str, ParagraphStyle]) -> list[Any]:
    judges = [f"{fonts.mixed(name)}" + (f", {PRESIDING.en} / {PRESIDING.fr}" if caption.presided and place == 0 else "")
              for place, name in enumerate(caption.judges)]
    return [
        Paragraph(f"{fonts.mixed(caption.tribunal.en, fonts.BOLD)}<br/>{fonts.mixed(caption.tribunal.fr, fonts.BOLD)}", styles["title"]), Spacer(1, 18),
        Paragraph(f"{_both(CASE)} {fonts.mixed(caption.number)}", styles["small"]), Paragraph(f"{_both(BEFORE)}: {'<br/>'.join(judges)}", styles["small"]),
        Paragraph(f"{_both(DATE)}: {long_date(caption.on, 'en')} / {long_date(caption.on, 'fr')}", styles["small"]), Spacer(1, 18),
        Paragraph(fonts.mixed(caption.title), styles["centre"]), Spacer(1, 10),
        Paragraph(_both(KINDS[version.kind].name).upper(), styles["title"]), Paragraph(fonts.mixed(version.title, fonts.BOLD), styles["title"]), Spacer(1, 18),
    ]


def _body(text: str, lang: str, styles: dict[str, ParagraphStyle]) -> list[Any]:
    return [_paragraph(block, lang, styles) for block in blocks_of(text)]


def _paragraph(block: Block, lang: str, styles: dict[str, ParagraphStyle]) -> Paragraph:
    made = ""
    for run in block.runs:
        if run.text == "\n":
            made += "<br/>"
            continue
        shown = fonts.mixed(plain(run, lang), fonts.BOLD if run.strong else fonts.ITALIC if run.emphasis else fonts.TEXT)
        shown = f"<i>{shown}</i>" if run.emphasis else shown
        made += f"<b>{shown}</b>" if run.strong else shown
    return Paragraph(made, styles[block.kind], bulletText=block.mark or None)


def _foot(caption: Caption) -> Any:
    def drawn(canvas: Canvas, document: Any) -> None:
        canvas.setFont(fonts.TEXT, 8)
        canvas.drawString(MARGIN, 30, caption.number)
        canvas.drawRightString(A4[0] - MARGIN, 30, str(document.page))

    return drawn
