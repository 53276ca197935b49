"""How long documents take from filing to the public: the indicator "published within 24 working hours".

Two readings of "24 working hours" are measured side by side. By the first, hours count while the duty station is open: 24 of them are three days of
eight hours. By the second, the stricter, the hours of the clock count on every day that is worked: 24 of them end at the same hour of the next working day.
A filing of Friday, 16:00, that is public by Monday noon is inside by both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet

from curule.law.duty_stations import DutyStation
from curule.matters.models import Matter
from curule.matters.tribunals import codes, library
from curule.portal.models import Publication

__all__ = ["ALLOWED", "TARGET", "Punctuality", "measured", "punctuality", "station_of", "time_on_working_days", "working_time"]

ALLOWED = timedelta(hours=24)
TARGET = 1.0
"""The share of documents that has to be public within the time allowed."""
LONGEST_DAYS = 800


@dataclass(frozen=True, slots=True)
class Punctuality:
    """The indicator: how many documents, how many in time, how many by the stricter reading too."""

    documents: int
    in_time: int
    in_a_day: int

    @property
    def share(self) -> float | None:
        """The share in time; nothing where there are no documents."""
        return self.in_time / self.documents if self.documents else None

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.share is None or self.share >= TARGET

    @property
    def late(self) -> int:
        """How many were late."""
        return self.documents - self.in_time


def station_of(matter: Matter) -> DutyStation:
    """The duty station whose working hours count: the branch's, else the first of the tribunal, else one with a plain week."""
    stations = library(matter.pack).duty_stations
    return stations.get(matter.branch.replace("-", "_")) or next(iter(stations.values()), None) or DutyStation("plain", library(matter.pack).pack.name)


def working_time(begins: datetime, ends: datetime, station: DutyStation) -> timedelta:
    """The time for which a duty station was open between two moments; nothing where the second is not after the first."""
    return _between(begins, ends, station, station.hours)


def time_on_working_days(begins: datetime, ends: datetime, station: DutyStation) -> timedelta:
    """The time on the clock between two moments, without the days that are not worked."""
    return _between(begins, ends, station, ((time(), time()),))


def _between(begins: datetime, ends: datetime, station: DutyStation, hours: tuple[tuple[time, time], ...]) -> timedelta:
    """The time between two moments that lies in these hours of working days; an end at midnight is that of the next day."""
    total = timedelta()
    begins, ends = begins.astimezone(UTC), ends.astimezone(UTC)
    day, last = begins.astimezone(station.zone).date(), ends.astimezone(station.zone).date()
    for _ in range(LONGEST_DAYS):
        if day > last:
            break
        if station.works_on(day):
            for opens, closes in hours:
                start = datetime.combine(day, opens, station.zone).astimezone(UTC)
                end = datetime.combine(day if closes > opens else day + timedelta(days=1), closes, station.zone).astimezone(UTC)
                total += max(min(end, ends) - max(start, begins), timedelta())
        day += timedelta(days=1)
    return total


def measured(first: date, last: date, tribunal: str = "") -> QuerySet[Publication]:
    """The public documents that were to be published in these days, both included (days of Greenwich)."""
    begins, ends = (datetime.combine(day, time(), UTC) for day in (first, last + timedelta(days=1)))
    return Publication.objects.filter(working__isnull=False, due_from__gte=begins, due_from__lt=ends, pack__in=[tribunal] if tribunal else codes())


def punctuality(first: date, last: date, tribunal: str = "") -> Punctuality:
    """The indicator over these days."""
    allowed = int(ALLOWED.total_seconds())
    found = measured(first, last, tribunal).aggregate(
        documents=Count("pk"), in_time=Count("pk", filter=Q(working__lte=allowed)), in_a_day=Count("pk", filter=Q(on_working_days__lte=allowed)))
    return Punctuality(found["documents"], found["in_time"], found["in_a_day"])
