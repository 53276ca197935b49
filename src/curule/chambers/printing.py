"""The final PDFs of a paper: caption, text, disposition, room for the signatures; opinions in the same file or in files of their own."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus.flowables import Flowable

from curule.chambers.deliberation import Opinion, Version, opinion_part
from curule.chambers.kinds import ATTACHED, KINDS, OPINIONS, opinion_title
from curule.chambers.wording import Block, blocks_of, plain
from curule.law.words import T, Text, long_date
from curule.pages import fonts
from curule.pages.signature import BLOCK
from curule.statutes.court_record.court import Court

__all__ = ["TEXT_AREA", "Caption", "Printed", "heading_of", "printed", "printed_opinion"]

BEFORE = T("Before", "Devant")
DATE = T("Date", "Date")
CASE = T("Case No.", "Affaire n°")
PRESIDING = T("Presiding", "Président")
DISPOSITION = T("Disposition", "Dispositif")
OPINION_ON = T("to the document", "concernant le document")
MARGIN = 62
TEXT_AREA = "text"
"""Where those sign who sign the text."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands at the head: the tribunal, the matter, the kind of paper, the judges (who presides first), the day."""

    tribunal: Text
    number: str
    title: str
    heading: Text
    judges: tuple[str, ...]
    presided: bool
    on: date


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and on which of its pages (the first is 0) there is room for signatures: below the text, below each opinion."""

    data: bytes
    areas: Mapping[str, int]


def heading_of(version: Version, court: Court) -> Text:
    """What the paper is, as its tribunal calls it. In French the judgement of an appeals bench has a name of its own."""
    kind = KINDS[version.kind]
    filed_as = next((code for code in kind.filed_as if code in court.types), "")
    name = kind.name if len(kind.filed_as) == 1 or not filed_as else court.types[filed_as].name
    return T(name.en, "Arrêt") if kind.each_signs and version.task.startswith("appeal") else name


def printed(caption: Caption, version: Version, opinions: Sequence[Opinion], signers: int, *, joined: bool) -> Printed:
    """The paper. It names the opinions that go with it; where they are ``joined`` they follow, each with room for its author's signature."""
    styles = _styles()
    areas: dict[str, int] = {}
    story = [*_head(caption, version, styles), *_body(version.text, version.language, styles)]
    if version.dispositions:
        story.append(Paragraph(_both(DISPOSITION), styles["heading"]))
        story += [Paragraph(fonts.mixed(text), styles["item"], bulletText=f"{number}.") for number, text in enumerate(version.dispositions, 1)]
    story += [Paragraph(fonts.mixed(ATTACHED[one.kind].of(version.language).format(name=one.author)), styles["paragraph"]) for one in opinions]
    story = _closed(story, Room(TEXT_AREA, areas, signers))
    for one in opinions if joined else ():
        story += [PageBreak(), Marked(opinion_title(one.kind, one.author, version.language)), Paragraph(_both(OPINIONS[one.kind], upper=True), styles["title"]),
                  Paragraph(fonts.mixed(one.author, fonts.BOLD), styles["title"]), Spacer(1, 14),
                  *_closed(_body(one.text, version.language, styles), Room(opinion_part(one.author_id), areas, 1))]
    return Printed(_built(caption, version, version.title, story), areas)


def printed_opinion(caption: Caption, version: Version, opinion: Opinion) -> Printed:
    """An opinion that is annexed to the paper: with the same head, and what it is an opinion on."""
    styles, areas = _styles(), dict[str, int]()
    caption = replace(caption, heading=OPINIONS[opinion.kind])
    title = opinion_title(opinion.kind, opinion.author, version.language)
    head = _head(caption, replace(version, title=title), styles)
    on = Paragraph(fonts.mixed(f"{OPINION_ON.of(version.language)} «\u00a0{version.title}\u00a0»"), styles["centre"])
    story = [*head, on, Spacer(1, 12), *_closed(_body(opinion.text, version.language, styles), Room(opinion_part(opinion.author_id), areas, 1))]
    return Printed(_built(caption, version, title, story), areas)


def _built(caption: Caption, version: Version, title: str, story: list[Any]) -> bytes:
    into = io.BytesIO()
    SimpleDocTemplate(into, pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=64, bottomMargin=52, title=title, author="",
                      lang=version.language, initialFontName=fonts.TEXT).build(story, onFirstPage=_foot(caption), onLaterPages=_foot(caption))
    return into.getvalue()


def _closed(story: list[Any], room: Room) -> list[Any]:
    """A text with the room for its signatures: they never stand on a page without a word of what they sign."""
    return [*story[:-1], KeepTogether([*story[-1:], room])]


class Room(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """Free space for the blocks of so many signatures: they stand at the foot of the page, so the text above must leave it free. Notes the page."""

    def __init__(self, name: str, areas: dict[str, int], signers: int) -> None:
        super().__init__()
        self.name, self.areas = name, areas
        self.height = -(-signers // 2) * (BLOCK[1] + 8) + 10

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        return width, self.height

    def draw(self) -> None:
        """Nothing but a note of the page."""
        self.areas[self.name] = self.canv.getPageNumber() - 1


class Marked(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """A place that the outline of the PDF leads to."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """It takes no room."""
        return 0, 0

    def draw(self) -> None:
        """Nothing but an entry of the outline."""
        key = f"page-{self.canv.getPageNumber()}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self.title, key)


def _styles() -> dict[str, ParagraphStyle]:
    fonts.ready()
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


def _both(words: Text, *, upper: bool = False) -> str:
    said = words.en if words.en == words.fr else f"{words.en} / {words.fr}"
    return fonts.mixed(said.upper() if upper else said, fonts.BOLD)


def _head(caption: Caption, version: Version, styles: dict[str, ParagraphStyle]) -> list[Any]:
    judges = [f"{fonts.mixed(name)}" + (f", {PRESIDING.en} / {PRESIDING.fr}" if caption.presided and place == 0 else "")
              for place, name in enumerate(caption.judges)]
    return [
        Paragraph(f"{fonts.mixed(caption.tribunal.en, fonts.BOLD)}<br/>{fonts.mixed(caption.tribunal.fr, fonts.BOLD)}", styles["title"]), Spacer(1, 18),
        Paragraph(f"{_both(CASE)} {fonts.mixed(caption.number)}", styles["small"]), Paragraph(f"{_both(BEFORE)}: {'<br/>'.join(judges)}", styles["small"]),
        Paragraph(f"{_both(DATE)}: {long_date(caption.on, 'en')} / {long_date(caption.on, 'fr')}", styles["small"]), Spacer(1, 18),
        Paragraph(fonts.mixed(caption.title), styles["centre"]), Spacer(1, 10),
        Paragraph(_both(caption.heading, upper=True), styles["title"]), Paragraph(fonts.mixed(version.title, fonts.BOLD), styles["title"]), Spacer(1, 18),
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
