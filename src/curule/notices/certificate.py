"""The certificate of service of an entry: who was told, how and when, and when it was read; as a page and as a PDF."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from curule.access.offices import chair_of, spoken
from curule.desk.dates import moment
from curule.desk.labels import labelled
from curule.matters.models import EntryRow
from curule.notices.models import Notice

__all__ = ["Heading", "Served", "certificate_pdf", "served"]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a certificate is of: the tribunal and the case by their names, the document by number and title, and its number alone for the foot of each page."""

    tribunal: str
    case: str
    document: str
    number: str


@dataclass(frozen=True, slots=True)
class Served:
    """One person served: the name, the office, and the moments of notice, e-mail and reading."""

    name: str
    office: str
    told_at: datetime
    mail: str
    mailed_at: datetime | None
    read_at: datetime | None


def served(row: EntryRow) -> list[Served]:
    """Everybody who was told of an entry, in the order of their names."""
    found = Notice.objects.filter(entry=row).select_related("user", "delivery").order_by("user__display_name", "pk")
    return [_served(notice, row.matter.pack) for notice in found]


def _served(notice: Notice, tribunal: str) -> Served:
    delivery = getattr(notice, "delivery", None)
    chair = chair_of(tribunal, notice.office)
    return Served(notice.user.display_name, chair.name.of(spoken()) if chair is not None else notice.office, notice.made_at,
                  delivery.get_state_display() if delivery is not None else "", delivery.sent_at if delivery is not None else None, notice.read_at)


def certificate_pdf(heading: Heading, lines: list[Served], made_at: datetime) -> bytes:
    """The certificate as a PDF that can be filed: which tribunal, case and document it is of, who was told when, and when it was made; pages are counted."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    from curule.pages import fonts

    stream, styles = io.BytesIO(), getSampleStyleSheet()
    fonts.ready()
    for name in ("Title", "Normal"):
        styles[name].fontName = fonts.TEXT
    styles["Title"].fontSize, styles["Title"].leading = 14, 18
    head = [gettext("Person"), gettext("Office"), gettext("Told"), gettext("E-mail"), gettext("Read")]
    body = [[_cell(text, styles) for text in (s.name, s.office, moment(s.told_at), " ".join(filter(None, (s.mail, moment(s.mailed_at)))),
                                              moment(s.read_at) or gettext("not yet"))] for s in lines]
    table = Table([[_cell(text, styles) for text in head], *body], repeatRows=1, colWidths=[120, 110, 95, 95, 95])
    table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.3, "#888888"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    document = SimpleDocTemplate(stream, pagesize=A4, title=gettext("Certificate of service"), author="Curule", invariant=1)
    above = [_cell(text, styles) for text in (heading.tribunal, heading.case, heading.document)]
    told: list[Any] = [table] if lines else [_cell(gettext("Nobody was told of this entry."), styles)]
    made = labelled(gettext("This certificate was drawn from the record on"), moment(made_at))
    numbered = _numbered(heading.number, fonts.TEXT)
    document.build([*above, Spacer(1, 12), Paragraph(gettext("Certificate of service"), styles["Title"]), *told, Spacer(1, 12), _cell(made, styles)],
                   onFirstPage=numbered, onLaterPages=numbered)
    return stream.getvalue()


def _cell(text: str, styles: Any) -> Any:
    from html import escape

    from reportlab.platypus import Paragraph

    return Paragraph(escape(text) or "—", styles["Normal"])


def _numbered(number: str, typeface: str) -> Any:
    """The foot of each page: what the certificate is of, and which page it is."""
    def drawn(canvas: Any, document: Any) -> None:
        canvas.setFont(typeface, 8)
        canvas.drawString(document.leftMargin, 40, number)
        canvas.drawRightString(document.pagesize[0] - document.rightMargin, 40, str(document.page))

    return drawn
