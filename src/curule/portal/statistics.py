"""Statistics of what is public, each plot with the table behind it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from curule.desk.labels import labelled
from curule.matters.models import Matter
from curule.matters.tribunals import codes, library
from curule.portal.counting import page_views
from curule.portal.delays import Punctuality, punctuality
from curule.portal.models import PublicSummary
from curule.portal.seen import CASE_KINDS, EVERYBODY, public_matters
from curule.portal.summaries import stage_words, summaries_of
from curule.search.finding import counts_of
from curule.search.shown import type_name

__all__ = ["Plot", "by_month", "indicators", "plots"]

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
    summaries = _summaries()
    years = sorted(counts_of(EVERYBODY, "year"), reverse=True)
    found = [_stages(summaries, lang), Plot(_("Entries on the public record"), _("Year"), years)]
    named = [(next((said for pack in codes() if (said := type_name(code, pack, lang)) != code), code), count)
             for code, count in _summed(summaries, "types").items()]
    found.append(Plot(_("Public documents by type"), _("Type"), sorted(named, key=lambda pair: (-pair[1], pair[0]))))
    found.append(Plot(_("Public documents by language"), _("Language"), sorted(_summed(summaries, "languages").items())))
    return [plot for plot in found if plot.values]


def _summaries() -> list[tuple[Matter, PublicSummary]]:
    matters = list(public_matters().order_by())
    found = summaries_of(matters)
    return [(matter, found[matter.pk]) for matter in matters]


def _summed(summaries: list[tuple[Matter, PublicSummary]], name: str) -> Counter[str]:
    total: Counter[str] = Counter()
    for _matter, summary in summaries:
        total.update(summary.tallies[name])
    return total


def _stages(summaries: list[tuple[Matter, PublicSummary]], lang: str) -> Plot:
    counts: Counter[str] = Counter()
    for matter, summary in summaries:
        if matter.kind in CASE_KINDS:
            counts[labelled(library(matter.pack).kind(matter.kind).name.of(lang), stage_words(matter, summary.stage, lang) or "—", lang)] += 1
    return Plot(_("Cases by stage"), _("Stage"), sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def indicators(today: date | None = None) -> dict[str, Any]:
    """Publication in time, and how often the portal was read: over the last thirty days, and over the last twelve months with the current one."""
    day = today or timezone.localdate()
    months = by_month(day)
    year = Punctuality(*(sum(getattr(m["figures"], f) for m in months) for f in ("documents", "in_time", "in_a_day")))
    return {"days": 30, "punctual": punctuality(day - timedelta(days=30), day), "punctual_year": year,
            "views": page_views(day - timedelta(days=30), day), "views_year": page_views(day - timedelta(days=365), day)}


def by_month(today: date, months: int = 13) -> list[dict[str, Any]]:
    """The indicator of publication month by month, the current one first."""
    counts: dict[str, list[int]] = {}
    for _matter, summary in _summaries():
        for month, added in summary.tallies["months"].items():
            counts[month] = [a + b for a, b in zip(counts.get(month, [0, 0, 0]), added, strict=True)]
    found, first = [], today.replace(day=1)
    for _month in range(months):
        found.append({"first": first, "figures": Punctuality(*counts.get(f"{first:%Y-%m}", [0, 0, 0]))})
        first = (first - timedelta(days=1)).replace(day=1)
    return found
