"""Atom feeds: what is new, in all matters and in one; press releases."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from curule.matters.models import Matter
from curule.matters.phrases import language
from curule.portal.models import PressRelease
from curule.portal.seen import public_case, public_latest

__all__ = ["case_feed", "latest_feed", "press_feed"]

MOST = 40


def _feed(request: HttpRequest, title: str, page: str) -> Atom1Feed:
    return Atom1Feed(title=title, link=request.build_absolute_uri(page), description="", language=language(), feed_url=request.build_absolute_uri(request.path))


def _answer(feed: Atom1Feed) -> HttpResponse:
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    response["Cache-Control"] = "public, no-cache"  # what is closed is closed in every cache at once
    return response


def _entries(request: HttpRequest, feed: Atom1Feed, matter: Matter | None) -> None:
    for hit in public_latest(language(), MOST, matter):
        link = request.build_absolute_uri(hit.href)
        feed.add_item(title=hit.title, link=link, description=f"{hit.matter} {hit.matter_title} · {hit.organ}", unique_id=link,
                      updateddate=datetime.combine(hit.filed_on, time(12), UTC), pubdate=datetime.combine(hit.filed_on, time(12), UTC))


@require_safe
def latest_feed(request: HttpRequest) -> HttpResponse:
    """What is new in all matters that are public."""
    feed = _feed(request, _("New on the public record"), reverse("portal:home"))
    _entries(request, feed, None)
    return _answer(feed)


@require_safe
def case_feed(request: HttpRequest, number: str) -> HttpResponse:
    """What is new in one matter."""
    matter = public_case(number)
    if matter is None:
        raise Http404
    feed = _feed(request, f"{matter.number} {matter.title}", reverse("portal:case", args=[matter.number]))
    _entries(request, feed, matter)
    return _answer(feed)


@require_safe
def press_feed(request: HttpRequest) -> HttpResponse:
    """Press releases."""
    lang = language()
    feed = _feed(request, _("Press releases"), reverse("portal:press"))
    for release in PressRelease.objects.filter(withdrawn=False)[:MOST]:
        link = request.build_absolute_uri(reverse("portal:press-release", args=[release.code]))
        feed.add_item(title=release.title(lang), link=link, description=release.text(lang)[:300], unique_id=link, updateddate=release.published_at,
                      pubdate=release.published_at)
    return _answer(feed)
