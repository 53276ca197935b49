"""Statistics of what is public, each plot with the table behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from curule.matters.reading import stage_seen
from curule.matters.tribunals import codes, library
from curule.portal.counting import page_views
from curule.portal.delays import punctuality
from curule.portal.seen import CASE_KINDS, EVERYBODY, public_documents, public_matters
from curule.registry.models import Rendition
from curule.search.finding import counts_of
from curule.search.shown import type_name

__all__ = ["Plot", "indicators", "plots"]

WIDE, BAR, GAP, NAMES, LONGEST = 320, 18, 6, 236, 36
MOST_BARS = 15


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot: its title, what it counts, and its values; ``bars`` are drawn, the values stand in the table."""

    title: str
    column: str
    values: list[tuple[str, int]]

    @property
    def bars(self) -> list[dict[str, Any]]:
        """Place and length of each bar."""
        most = max((count for _name, count in self.values), default=1) or 1
        widths = [max(round(WIDE * count / most), 1) for _name, count in self.values]
        return [{"y": n * (BAR + GAP), "middle": n * (BAR + GAP) + 13, "width": widths[n], "end": widths[n] + NAMES + 8, "count": count,
                 "name": name if len(name) <= LONGEST else name[:LONGEST - 1] + "…"} for n, (name, count) in enumerate(self.values[:MOST_BARS])]

    @property
    def height(self) -> int:
        """How high the drawing is."""
        return max(len(self.values[:MOST_BARS]) * (BAR + GAP), 1)


def plots(lang: str) -> list[Plot]:
    """Cases by stage, entries by year, documents by type and by language."""
    years = sorted(counts_of(EVERYBODY, "year"), reverse=True)
    found = [_stages(lang), Plot(_("Entries on the public record"), _("Year"), years)]
    types = _counted(public_documents(), "document__document_type")
    named = [(next((said for pack in codes() if (said := type_name(code, pack, lang)) != code), code), count) for code, count in types]
    found.append(Plot(_("Public documents by type"), _("Type"), sorted(named, key=lambda pair: -pair[1])))
    found.append(Plot(_("Public documents by language"), _("Language"), _counted(public_documents(), "language")))
    return [plot for plot in found if plot.values]


def _counted(rows: QuerySet[Rendition], name: str) -> list[tuple[str, int]]:
    return [(str(row[name]), row["n"]) for row in rows.order_by().values(name).annotate(n=Count("pk")).order_by(name)]


def _stages(lang: str) -> Plot:
    counts: dict[str, int] = {}
    for matter in public_matters().filter(kind__in=CASE_KINDS):
        kind = library(matter.pack).kind(matter.kind)
        code = stage_seen(matter, EVERYBODY)
        name = f"{kind.name.of(lang)}: {kind.stages[code].of(lang) if code in kind.stages else code or '—'}"
        counts[name] = counts.get(name, 0) + 1
    return Plot(_("Cases by stage"), _("Stage"), sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def indicators(today: date | None = None) -> dict[str, Any]:
    """Publication in time, and how often the portal was read, over the last thirty days and the last year."""
    day = today or timezone.localdate()
    return {"days": 30, "punctual": punctuality(day - timedelta(days=30), day), "punctual_year": punctuality(day - timedelta(days=365), day),
            "views": page_views(day - timedelta(days=30), day), "views_year": page_views(day - timedelta(days=365), day)}
