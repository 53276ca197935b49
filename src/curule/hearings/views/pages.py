"""The calendar as pages, by month, courtroom and tribunal; and as feeds for everybody, for a matter, for one person."""

from __future__ import annotations

import calendar as weeks
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from curule.access.audiences import PUBLIC, tokens_of
from curule.access.backend import may_enter
from curule.access.models import User
from curule.access.offices import place_of
from curule.hearings.calendar import calendar_of, month_of
from curule.hearings.conflicts import Conflict, conflicts
from curule.hearings.feeds import written
from curule.hearings.models import Feed, Sitting
from curule.hearings.words import session_name, tongues_named
from curule.matters.models import Matter
from curule.matters.phrases import branch_words, language
from curule.matters.tribunals import codes, library
from curule.matters.views.asked import matter_asked, tokens_asked

__all__ = ["calendar", "make_feed", "matter_feed", "own_feed", "public_feed", "revoke_feed"]

KEPT_BACK = timedelta(days=90)
"""How long a feed keeps what is over."""


def _month_asked(request: HttpRequest) -> date:
    asked = request.GET.get("month", "")
    try:
        return date.fromisoformat(f"{asked}-01") if asked else timezone.localdate().replace(day=1)
    except ValueError:
        raise Http404 from None


@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """The hearings of a month, as a table of weeks and as a list; conflicts first."""
    first = _month_asked(request)
    room, tribunal = request.GET.get("courtroom", ""), request.GET.get("tribunal", "")
    lang, tokens = language(), tokens_asked(request)
    begins, ends = month_of(first)
    sittings = [s for s in calendar_of(tokens, begins=begins, ends=ends)
                if ((local := _local(s)).year, local.month) == (first.year, first.month) and room in ("", s.courtroom) and tribunal in ("", s.matter.pack)]
    lines = [_line(s, lang) for s in sittings]
    by_day = {day: list(group) for day, group in groupby(lines, key=lambda line: line["day"])}
    grid = weeks.Calendar().monthdatescalendar(first.year, first.month)
    return render(request, "hearings/calendar.html", {
        "first": first, "before": (first - timedelta(days=1)).strftime("%Y-%m"), "after": (first + timedelta(days=31)).strftime("%Y-%m"),
        "weeks": [[(day, by_day.get(day, []), day.month == first.month) for day in week] for week in grid],
        "lines": lines, "conflicts": [_conflict(c, lang) for c in conflicts(sittings, tokens)], "rooms": _rooms(lang), "courtroom": room, "tribunal": tribunal,
        "tribunals": [(code, library(code).pack.short.of(lang)) for code in codes()], "today": timezone.localdate(),
        "has_feed": isinstance(request.user, User) and Feed.objects.filter(user=request.user, revoked_at=None).exists(),
        "week_days": [date(2024, 1, 1 + n) for n in range(7)]})


def _local(sitting: Sitting) -> date:
    return sitting.begins_at.astimezone(ZoneInfo(sitting.zone)).date()


def _rooms(lang: str) -> list[tuple[str, str]]:
    return [(room.code, room.name.of(lang)) for code in codes() if library(code).pack.court for room in library(code).pack.court.courtrooms]


def _clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """What the clock of the courtroom shows; without its zone, for templates would turn it into the reader's own time."""
    return moment.astimezone(zone).replace(tzinfo=None)


def _line(sitting: Sitting, lang: str) -> dict[str, Any]:
    zone = ZoneInfo(sitting.zone)
    rooms = {room.code: room.name.of(lang) for room in library(sitting.matter.pack).pack.court.courtrooms}
    return {"sitting": sitting, "anchor": sitting.entry.hash[:12], "day": _local(sitting), "begins": _clock(sitting.begins_at, zone),
            "ends": _clock(sitting.ends_at, zone), "zone": place_of(sitting.zone),
            "room": rooms.get(sitting.courtroom, sitting.courtroom), "session": session_name(sitting.session, lang),
            "interpretation": tongues_named(sitting.interpretation, lang), "interpreters": ", ".join(sitting.interpreters),
            "branch": branch_words(sitting.matter.branch), "participants": ", ".join(sitting.participants), "is_over": sitting.ended_by_id is not None}


def _conflict(conflict: Conflict, lang: str) -> dict[str, Any]:
    """A conflict with the hours of both hearings, each by the clock of its own courtroom."""
    return {"pair": [_line(conflict.first, lang), _line(conflict.second, lang)], "why": ", ".join(conflict.why)}


def _feed(tokens: frozenset[str], name: str, matter: Matter | None = None) -> HttpResponse:
    recent = calendar_of(tokens, matter, begins=timezone.now() - KEPT_BACK)
    return HttpResponse(written(recent, name, language()), content_type="text/calendar; charset=utf-8")


@require_GET
def public_feed(request: HttpRequest) -> HttpResponse:
    """What everybody may see."""
    return _feed(frozenset({PUBLIC}), _("Hearings"))


@require_GET
def matter_feed(request: HttpRequest, number: str) -> HttpResponse:
    """The hearings of one matter, as the reader sees them."""
    matter = matter_asked(request, number)
    return _feed(tokens_asked(request), matter.number, matter)


@require_GET
def own_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """One person's calendar, by the secret in its address; a secret that is not known and one that was revoked are the same."""
    feed = Feed.objects.select_related("user").filter(digest=Feed.digest_of(secret), revoked_at=None).first()
    if feed is None or not may_enter(feed.user):
        raise Http404
    answer = _feed(tokens_of(feed.user), _("Hearings"))
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@login_required
@require_POST
def revoke_feed(request: HttpRequest) -> HttpResponse:
    """Stop the person's own feed: its address works no more, and there is none until one is made."""
    Feed.objects.filter(user=cast(User, request.user), revoked_at=None).update(revoked_at=timezone.now())
    messages.success(request, _("The address of your calendar feed works no more."))
    return redirect("hearings:calendar")


@login_required
@require_POST
def make_feed(request: HttpRequest) -> HttpResponse:
    """Make the person's own feed anew and show its address once; the address of before no longer works."""
    if not isinstance(request.user, User):
        raise Http404
    secret = Feed.make(request.user)
    answer = render(request, "hearings/feed.html", {"secret": secret})
    answer["Cache-Control"] = "private, no-store"
    return answer
