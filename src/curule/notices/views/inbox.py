"""The inbox: what one was told of, opened, put aside."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from curule.access.models import User
from curule.matters.models import Matter
from curule.matters.phrases import language, organ_name, phrase
from curule.matters.reading import Reading
from curule.matters.views.asked import page_asked, tokens_asked
from curule.notices.models import Notice
from curule.notices.sight import notices_for

__all__ = ["inbox", "opened"]

A_PAGE = 50
CHOSEN = {"open": Q(done_at=None), "unread": Q(done_at=None, read_at=None), "done": Q(done_at__isnull=False)}
"""What each view shows."""


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


@login_required
@require_http_methods(["GET", "POST"])
def inbox(request: HttpRequest) -> HttpResponse:
    """The notices that are open, unread or put aside; posted, those that are ticked are put aside or taken back."""
    user = _person(request)
    if request.method == "POST":
        codes = request.POST.getlist("code")[:500]
        ticked = Notice.objects.filter(user=user, code__in=codes)
        if request.POST.get("step") == "back":
            ticked.update(done_at=None)
        else:
            ticked.filter(done_at=None).update(done_at=timezone.now())
        return HttpResponseRedirect(reverse("notices:inbox") + f"?view={request.POST.get('view', 'open')}")
    view = request.GET.get("view", "open")
    if view not in CHOSEN:
        raise Http404
    chosen, number = CHOSEN[view], request.GET.get("matter", "")
    found = notices_for(user, tokens_asked(request), chosen & Q(entry__matter__number=number) if number else chosen)
    shown = Paginator(found, A_PAGE).get_page(page_asked(request))
    page = {"lines": _lines(request, list(shown.object_list)), "page": shown, "view": view, "matter_number": number}
    return render(request, "notices/inbox.html", page)


def _lines(request: HttpRequest, notices: list[Notice]) -> list[dict[str, Any]]:
    """Each notice in words, as its reader reads the entry."""
    lang = language()
    readings: dict[int, Reading] = {}
    lines = []
    for notice in notices:
        matter: Matter = notice.entry.matter
        if matter.pk not in readings:
            readings[matter.pk] = Reading(matter, tokens_asked(request))
        reading = readings[matter.pk]
        number = reading.number_of(notice.entry)
        entry = reading.at(number) if number is not None else None
        if entry is None:
            continue
        filed = getattr(notice.entry, "rendition", None)
        lines.append({"notice": notice, "matter": matter, "number": number, "title": phrase(reading.law, entry, lang),
                      "organ": organ_name(reading.law, entry.actor.organ, lang), "filed_as": filed.number if filed else ""})
    return lines


@login_required
@require_GET
def opened(request: HttpRequest, code: str) -> HttpResponse:
    """Open a notice: the moment of the first opening is the proof of reading; the entry or its document is shown."""
    notice = notices_for(_person(request), tokens_asked(request), Q(code=code)).first()
    if notice is None:
        raise Http404
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=timezone.now())
    filed = getattr(notice.entry, "rendition", None)
    if filed is not None:
        return HttpResponseRedirect(reverse("registry:document", args=[filed.code]))
    number = Reading(notice.entry.matter, tokens_asked(request)).number_of(notice.entry)
    return HttpResponseRedirect(reverse("matters:entry", args=[notice.entry.matter.number, number]))
