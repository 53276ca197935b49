"""The desk, and the page of components for whoever builds pages."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from curule.access.seat import seat_of
from curule.desk.specimen import SpecimenForm
from curule.desk.waiting import desk, drafts_of
from curule.matters.phrases import language
from curule.matters.views.asked import tokens_asked
from curule.registry.desk import filings_for_desk
from curule.search.alerting import news_count


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """The desk of the person who is signed in."""
    lang, tokens = language(), tokens_asked(request)
    drafts = [{**draft, "title": draft["title"].of(lang)} for draft in drafts_of(request.user, tokens)]
    return render(request, "desk/home.html", {**desk(seat_of(request), tokens, lang), "drafts": drafts, "news": news_count(request.user, tokens),
                                              "filings": filings_for_desk(request.user, tokens)})


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component with invented content; in a demonstration or for developers only."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    today = timezone.localdate()
    page = {
        "today": today,
        "soon": today + timedelta(days=6),
        "later": today + timedelta(days=49),
        "past": today - timedelta(days=2),
        "form": SpecimenForm(),
        "faulty_form": SpecimenForm(
            {"title": "", "filed_on": "31.2.2026", "audience": "x"}, auto_id="faulty_%s"
        ),
        "rows": range(88, 68, -1),
    }
    return render(request, "desk/styleguide.html", page)
