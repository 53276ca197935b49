"""The certificate of service of an entry: who was told, how and when, and when it was read; as a page and as a PDF."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from curule.access.offices import chair_of, spoken
from curule.matters.models import EntryRow
from curule.notices.models import Notice

__all__ = ["Served", "certificate_pdf", "served"]


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


def certificate_pdf(title: str, number: str, lines: list[Served]) -> bytes:
    """The certificate as a PDF that can be filed."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    from curule.pages import fonts

    stream, styles = io.BytesIO(), getSampleStyleSheet()
    fonts.ready()
    for name in ("Title", "Normal"):
        styles[name].fontName = fonts.TEXT
    head = [gettext("Person"), gettext("Office"), gettext("Told"), gettext("E-mail"), gettext("Read")]
    body = [[_cell(text, styles) for text in (s.name, s.office, _moment(s.told_at), " ".join(filter(None, (s.mail, _moment(s.mailed_at)))), _moment(s.read_at))]
            for s in lines]
    table = Table([[_cell(text, styles) for text in head], *body], repeatRows=1, colWidths=[120, 110, 95, 95, 95])
    table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.3, "#888888"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    document = SimpleDocTemplate(stream, pagesize=A4, title=gettext("Certificate of service"), author="Curule", invariant=1)
    document.build([Paragraph(gettext("Certificate of service"), styles["Title"]), _cell(f"{number} {title}", styles), Spacer(1, 12), table])
    return stream.getvalue()


def _cell(text: str, styles: Any) -> Any:
    from html import escape

    from reportlab.platypus import Paragraph

    return Paragraph(escape(text) or "—", styles["Normal"])


def _moment(moment: datetime | None) -> str:
    return timezone.localtime(moment).strftime("%d.%m.%Y %H:%M %Z") if moment is not None else ""
