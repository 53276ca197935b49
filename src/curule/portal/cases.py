"""One case in a minute: who, accused of what, where it stands, what comes next, the documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from curule.access.offices import place_of
from curule.hearings.calendar import calendar_of
from curule.hearings.models import Sitting
from curule.matters.models import Matter
from curule.matters.phrases import judge_names, organ_name, phrase
from curule.matters.prospects import ClockLine, all_prospects, clocks
from curule.matters.standing import sheets, standing_lines
from curule.matters.tribunals import library
from curule.portal.lists import documents_published, stretch
from curule.portal.seen import EVERYBODY, public_reading
from curule.registry.numbering import court_of

__all__ = ["Announced", "case_told", "hearings_ahead"]

CLOCKS_READ = 40
NEXT, FIRST_ACTS, LATEST, DOCUMENTS, MOST_HEARINGS = 6, 4, 15, 20, 200


@dataclass(frozen=True, slots=True)
class Announced:
    """A hearing that is announced to everybody."""

    day: date
    begins: str
    ends: str
    place: str
    """Whose clock shows these hours."""
    subject: str
    courtroom: str
    session: str
    matter: Matter


def hearings_ahead(lang: str, matter: Matter | None = None) -> list[Announced]:
    """The hearings that are announced to everybody and not over, the next first; of one matter where it is given."""
    return [_announced(sitting, lang) for sitting in calendar_of(EVERYBODY, matter, begins=timezone.now(), most=MOST_HEARINGS) if sitting.ended_by_id is None]


def _announced(sitting: Sitting, lang: str) -> Announced:
    law, zone = library(sitting.matter.pack), ZoneInfo(sitting.zone)
    declared = {p.name: p for p in law.particulars(sitting.entry.act)}
    room, session = (str(declared[name].shown(value, lang)) for name, value in (("courtroom", sitting.courtroom), ("session", sitting.session)))
    begins, ends = sitting.begins_at.astimezone(zone), sitting.ends_at.astimezone(zone)
    hours = ("", "") if sitting.all_day else (f"{begins:%H:%M}", f"{ends:%H:%M}")
    return Announced(begins.date(), *hours, place_of(sitting.zone), sitting.subject, room, session, sitting.matter)


def _grouped(lines: list[ClockLine]) -> list[dict[str, Any]]:
    """Clocks that say the same for the same day are one line, with how many they are."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for line in lines:
        found.setdefault((line.says, line.due, line.cite["words"]), {"says": line.says, "due": line.due, "cite": line.cite, "count": 0})["count"] += 1
    return list(found.values())


def case_told(matter: Matter, lang: str) -> dict[str, Any]:
    """Everything that the page of a case tells."""
    reading = public_reading(matter)
    names = judge_names(reading)
    entries = [{"number": e.number, "on": e.done_on, "says": phrase(reading.law, e, lang, names), "by": organ_name(reading.law, e.actor.organ, lang)}
               for e in reversed(reading.entries[-LATEST:])]
    nothing: list[Any] = []
    judicial = frozenset(court_of(matter).judicial)
    ready = reading.ask(lambda: [p for p in all_prospects(reading, (), lang) if p.is_ready and judicial.issuperset(p.organs)], nothing)
    return {"matter": matter, "reading": reading, "kind": reading.kind.name.of(lang), "stage": reading.stage_words(lang),
            "standing": standing_lines(reading, lang)[1:],
            "charges": sheets(reading, "charges", lang), "people": sheets(reading, "people", lang), "entries": entries, "total": len(reading.entries),
            "clocks": _grouped(reading.ask(lambda: clocks(reading, lang, most=CLOCKS_READ), nothing))[:NEXT], "ready": ready[:FIRST_ACTS],
            "hearings": hearings_ahead(lang, matter)[:NEXT],
            "documents": stretch(documents_published(matter), "filed_at", lang, size=DOCUMENTS), "tribunal": reading.law.pack.name.of(lang)}
