"""Hearings as an iCalendar feed (RFC 5545), for calendars outside."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from curule.hearings.models import Sitting
from curule.matters.tribunals import library

__all__ = ["written"]


def written(sittings: Iterable[Sitting], name: str, lang: str) -> bytes:
    """A feed of these hearings; one that was vacated or moved stays in it as cancelled, so that calendars take it out."""
    calendar = Calendar()
    calendar.add("prodid", "-//Curule//Hearings//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for sitting in sittings:
        calendar.add_component(_event(sitting, lang))
    return bytes(calendar.to_ical())


def _event(sitting: Sitting, lang: str) -> Event:
    rooms = {room.code: room.name.of(lang) for room in library(sitting.matter.pack).pack.court.courtrooms}
    event = Event()
    event.add("uid", f"sitting-{sitting.entry.hash[:24]}@{settings.MAIL_DOMAIN}")
    event.add("dtstamp", sitting.entry.entered_at)
    event.add("dtstart", sitting.begins_at)
    event.add("dtend", sitting.ends_at)
    event.add("summary", f"{sitting.matter.number}: {sitting.subject}")
    event.add("location", rooms.get(sitting.courtroom, sitting.courtroom))
    event.add("status", "CANCELLED" if sitting.ended_by_id else "CONFIRMED")
    event.add("url", settings.SITE_URL + reverse("matters:matter", args=[sitting.matter.number]))
    return event
