"""Atom feeds: what is new, in all matters and in one; press releases."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from curule.matters.models import Matter
from curule.matters.phrases import case_name, language
from curule.matters.tribunals import libraries
from curule.portal.lists import latest
from curule.portal.models import PressRelease
from curule.portal.seen import public_case

__all__ = ["case_feed", "latest_feed", "press_feed"]

MOST = 40


def _feed(request: HttpRequest, title: str, page: str) -> Atom1Feed:
    names = " · ".join(law.pack.name.of(language()) for law in libraries())
    return Atom1Feed(title=title, link=request.build_absolute_uri(page), description="", language=language(), author_name=names,
                     feed_url=request.build_absolute_uri(request.path))


def _answer(feed: Atom1Feed) -> HttpResponse:
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    response["Cache-Control"] = "public, no-cache"  # what is closed is closed in every cache at once
    return response


def _entries(request: HttpRequest, feed: Atom1Feed, matter: Matter | None) -> None:
    for line in latest(language(), MOST, matter):
        feed.add_item(title=line.title, link=request.build_absolute_uri(line.href), description=f"{line.matter} {line.matter_title} · {line.organ}",
                      unique_id=f"tag:{settings.MAIL_DOMAIN},2026:publication/{line.code}", updateddate=line.public_at, pubdate=line.public_at)


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
    feed = _feed(request, f"{matter.number} {case_name(matter.title)}", reverse("portal:case", args=[matter.number]))
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
