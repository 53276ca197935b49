"""Hearings as an iCalendar feed (RFC 5545), for calendars outside."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext
from icalendar import Calendar, Event

from curule.desk.labels import labelled
from curule.hearings.models import Sitting
from curule.hearings.words import session_name, tongues_named
from curule.matters.tribunals import library

__all__ = ["written"]


def written(sittings: Iterable[Sitting], name: str, lang: str) -> bytes:
    """A feed of these hearings; one that was vacated or moved stays in it as cancelled, so that calendars take it out."""
    calendar = Calendar()
    calendar.add("prodid", "-//Curule//Hearings//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for sitting in sittings:
        calendar.add_component(_event(sitting, lang))
    return bytes(calendar.to_ical())


def _event(sitting: Sitting, lang: str) -> Event:
    rooms = {room.code: room.name.of(lang) for room in library(sitting.matter.pack).pack.court.courtrooms}
    event = Event()
    event.add("uid", f"sitting-{sitting.entry.hash[:24]}@{settings.MAIL_DOMAIN}")
    changed = sitting.ended_by.entered_at if sitting.ended_by is not None else sitting.entry.entered_at
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", 1 if sitting.ended_by_id else 0)
    if sitting.all_day:
        zone = ZoneInfo(sitting.zone)
        event.add("dtstart", sitting.begins_at.astimezone(zone).date())
        event.add("dtend", sitting.ends_at.astimezone(zone).date())
    else:
        event.add("dtstart", sitting.begins_at)
        event.add("dtend", sitting.ends_at)
    event.add("summary", f"{sitting.matter.number}: {sitting.subject}")
    event.add("location", rooms.get(sitting.courtroom, sitting.courtroom))
    event.add("description", "\n".join(_lines(sitting, lang)))
    event.add("status", "CANCELLED" if sitting.ended_by_id else "CONFIRMED")
    event.add("url", settings.SITE_URL + reverse("matters:matter", args=[sitting.matter.number]))
    return event


def _lines(sitting: Sitting, lang: str) -> Iterable[str]:
    """What a calendar tells below the title; of a hearing that is only announced there is nothing but the session."""
    yield session_name(sitting.session, lang)
    if sitting.participants:
        yield labelled(gettext("Participants"), ", ".join(sitting.participants), lang)
    if sitting.interpretation:
        yield labelled(gettext("Interpretation"), tongues_named(sitting.interpretation, lang), lang)
    if sitting.interpreters:
        yield labelled(gettext("Interpreters"), ", ".join(sitting.interpreters), lang)
    if sitting.video_link:
        yield labelled(gettext("Video link"), sitting.video_link, lang)
