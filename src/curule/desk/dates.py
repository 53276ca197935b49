"""Dates as they are written in English and French, with the place's time beside a time of day."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.dateformat import format as written
from django.utils.translation import gettext, ngettext

from curule.access.offices import place_of


def day(value: date | datetime | None) -> str:
    """A day, written out: "3 March 2026", « 1er mars 2026 »; nothing for no day.

    A time with a zone gives the day at the reader's duty station.
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    number = "1er" if value.day == 1 and _in_french() else str(value.day)
    return f"{number} {written(value, 'F')} {value.year}"


def moment(value: datetime | None, zone: str = "", *, seconds: bool = False) -> str:
    """A time, its day and whose clock it is: "3 March 2026, 14:05 (The Hague)"; by the reader's clock or a ``zone``'s; ``seconds`` where they count."""
    if value is None:
        return ""
    clock = ZoneInfo(zone) if zone else timezone.get_current_timezone()
    # Without its zone: a day of its own clock, which no reader's clock moves.
    local = timezone.localtime(value, clock).replace(tzinfo=None)
    return f"{day(local)}, {written(local, 'H:i:s' if seconds else 'H:i')} ({place_of(zone or timezone.get_current_timezone_name())})"


def distance(value: date, today: date) -> str:
    """How far a day lies from today, to stand beside the day and never alone: "in 12 days", "2 days ago",
    "today".
    """
    days = (value - today).days
    if days == 0:
        return gettext("today")
    if days > 0:
        return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    return ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}


def _in_french() -> bool:
    return (translation.get_language() or "en").startswith("fr")
