"""How long documents take from filing to the public: the indicator "published within 24 working hours"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from curule.law.duty_stations import DutyStation
from curule.law.record import RECLASSIFICATION
from curule.matters.classification import history_of
from curule.matters.models import EntryRow, Matter
from curule.matters.tribunals import library
from curule.portal.seen import public_documents
from curule.registry.models import Rendition

__all__ = ["ALLOWED", "TARGET", "Delay", "Punctuality", "publication_delays", "punctuality", "working_time"]

ALLOWED = timedelta(hours=24)
TARGET = 1.0
"""The share of documents that has to be public within the time allowed."""
LONGEST_DAYS = 800


@dataclass(frozen=True, slots=True)
class Delay:
    """One public document: filed, public, and the working time between (of the duty station where it was filed)."""

    rendition: Rendition
    filed_at: datetime
    public_at: datetime
    working: timedelta

    @property
    def in_time(self) -> bool:
        """Whether it was public within the working time allowed."""
        return self.working <= ALLOWED


@dataclass(frozen=True, slots=True)
class Punctuality:
    """The indicator: how many documents, how many in time, the middle and the longest working time."""

    documents: int
    in_time: int
    median: timedelta
    longest: timedelta

    @property
    def share(self) -> float | None:
        """The share in time; nothing where there are no documents."""
        return self.in_time / self.documents if self.documents else None

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.share is None or self.share >= TARGET


def station_of(matter: Matter) -> DutyStation:
    """The duty station whose working hours count: the branch's, else the first of the tribunal, else one with a plain week."""
    stations = library(matter.pack).duty_stations
    return stations.get(matter.branch.replace("-", "_")) or next(iter(stations.values()), None) or DutyStation("plain", library(matter.pack).pack.name)


def working_time(begins: datetime, ends: datetime, station: DutyStation) -> timedelta:
    """The working time of a duty station between two moments; nothing where the second is not after the first."""
    total = timedelta()
    day, last = begins.astimezone(station.zone).date(), ends.astimezone(station.zone).date()
    for _ in range(LONGEST_DAYS):
        if day > last:
            break
        if station.works_on(day):
            for opens, closes in station.hours:
                start = max(datetime.combine(day, opens, station.zone).astimezone(UTC), begins.astimezone(UTC))
                end = min(datetime.combine(day, closes, station.zone).astimezone(UTC), ends.astimezone(UTC))
                total += max(end - start, timedelta())
        day += timedelta(days=1)
    return total


def publication_delays(first: date, last: date, tribunal: str = "") -> list[Delay]:
    """Every document that is public now and was filed in these days, both included.

    A document that was confidential and was made public by an order counts from that order: before it, it was not to be published.
    """
    found = public_documents().filter(filed_at__date__gte=first, filed_at__date__lte=last)
    if tribunal:
        found = found.filter(entry__matter__pack=tribunal)
    delays = []
    for rendition in found:
        filed, public = _moments(rendition)
        delays.append(Delay(rendition, filed, public, working_time(filed, public, station_of(rendition.entry.matter))))
    return delays


def _moments(rendition: Rendition) -> tuple[datetime, datetime]:
    """When a document was to be published, and when it was public."""
    row = rendition.entry
    if row.content["particulars"].get("classification", "public") == "public":
        return rendition.filed_at, max(row.entered_at, rendition.filed_at)
    opened = [number for number, said, _why in history_of(row) if said == "public" and number != row.number]
    by = EntryRow.objects.filter(matter=row.matter_id, act=RECLASSIFICATION, number__in=opened).order_by("number").first()
    moment = by.entered_at if by is not None else row.entered_at
    return moment, moment


def punctuality(first: date, last: date, tribunal: str = "") -> Punctuality:
    """The indicator over these days."""
    spells = sorted(delay.working for delay in publication_delays(first, last, tribunal))
    if not spells:
        return Punctuality(0, 0, timedelta(), timedelta())
    return Punctuality(len(spells), sum(spell <= ALLOWED for spell in spells), spells[len(spells) // 2], spells[-1])
