"""From the entries of a matter to its hearings: written with the entry, and made anew at will."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.dispatch import receiver

from curule.hearings.models import Sitting
from curule.law.record import CORRECTION, WITHDRAWAL
from curule.matters.models import EntryRow, Matter
from curule.matters.records import record_of
from curule.matters.signals import entered, rebuilding
from curule.matters.tribunals import library
from curule.statutes.court_record.hearings import SCHEDULE, VACATE

__all__ = ["sittings_of"]

FIELDS = ("courtroom", "zone", "begins_at", "ends_at", "all_day", "session", "subject", "participants", "interpretation", "interpreters",
          "video_link", "ended_by_id")


def sittings_of(matter: Matter) -> dict[int, Sitting]:
    """The hearings of a matter by the key of the entry that schedules them, from its record as corrected; unsaved."""
    keys = dict(EntryRow.objects.filter(matter=matter, act__in=(SCHEDULE, VACATE)).values_list("number", "pk"))
    found: dict[int, Sitting] = {}
    for entry in record_of(matter).effective():
        if entry.act == SCHEDULE:
            given = entry.particulars
            _end(found, given.get("instead_of"), keys[entry.number])
            found[entry.number] = _sitting(matter, keys[entry.number], given)
        elif entry.act == VACATE:
            _end(found, entry.particulars["hearing"], keys[entry.number])
    return {sitting.entry_id: sitting for sitting in found.values()}


def _end(found: Mapping[int, Sitting], number: int | None, by: int) -> None:
    if number is not None and number in found:
        found[number].ended_by_id = by


def _sitting(matter: Matter, key: int, given: Mapping[str, Any]) -> Sitting:
    rooms = {room.code: room for room in library(matter.pack).pack.court.courtrooms}
    zone = rooms[given["courtroom"]].zone if given["courtroom"] in rooms else "UTC"
    begins, ends = given.get("begins") or "", given.get("ends") or ""
    last = given["day"] if ends else given["day"] + timedelta(days=1)
    return Sitting(
        matter=matter, entry_id=key, courtroom=given["courtroom"], zone=zone, begins_at=_moment(given["day"], begins or "00:00", zone),
        ends_at=_moment(last, ends or "00:00", zone), all_day=not begins and not ends, session=given["session"], subject=given["subject"],
        participants=list(given.get("participants", ())), interpretation=list(given.get("interpretation", ())),
        interpreters=list(given.get("interpreters", ())), video_link=given.get("video_link", ""))


def _moment(day: date, written: str, zone: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(written), ZoneInfo(zone))


def _write(matter: Matter) -> list[str]:
    """Bring the table to what the record says; what differed, in words."""
    wanted, stored = sittings_of(matter), {s.entry_id: s for s in Sitting.objects.filter(matter=matter)}
    differs = []
    for key, sitting in wanted.items():
        before = stored.pop(key, None)
        if before is None:
            sitting.save()
            differs.append("a hearing was missing from the calendar")
        elif any(getattr(before, f) != getattr(sitting, f) for f in FIELDS):
            sitting.pk = before.pk
            sitting.save()
            differs.append("a hearing in the calendar differed from the record")
    if stored:
        Sitting.objects.filter(pk__in=[s.pk for s in stored.values()]).delete()
        differs.append("a hearing in the calendar was not on the record")
    return differs


@receiver(entered)
def _entered(sender: type[Matter], matter: Matter, row: EntryRow, **_kwargs: Any) -> None:
    if row.act in (SCHEDULE, VACATE) or (row.act in (CORRECTION, WITHDRAWAL) and Sitting.objects.filter(matter=matter).exists()):
        _write(matter)


@receiver(rebuilding)
def _rebuilding(sender: type[Matter], matter: Matter, **_kwargs: Any) -> Iterable[str]:
    return _write(matter)
