"""How often pages are read, without knowing by whom: a number for each page and day, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.db import transaction
from django.db.models import F, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from curule.portal.models import PageViews

__all__ = ["counted", "page_views"]

_ROBOTS = re.compile(r"bot\b|bot/|crawl|spider|slurp|archiver|curl/|wget/|python-|httpx|feed|monitor|preview|headless|scrapy|java/|go-http", re.IGNORECASE)
LONGEST = 200


def counted(page: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Count what a view shows under the name of its kind of page. Whoever says to be a robot is not counted; nothing is kept of anybody."""

    def around(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def shown(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
            response = view(request, *given, **named)
            if request.method == "GET" and response.status_code == 200 and _is_person(request):
                _count(page, request.path[:LONGEST])
            return response

        return shown

    return around


def _is_person(request: HttpRequest) -> bool:
    """Whether the reader does not say to be a robot, and did not ask to be left alone by fetching ahead."""
    agent = request.headers.get("User-Agent", "")
    return bool(agent) and not _ROBOTS.search(agent) and "prefetch" not in request.headers.get("Sec-Purpose", "")


def _count(page: str, address: str) -> None:
    today = timezone.localdate()
    with transaction.atomic():
        if not PageViews.objects.filter(day=today, page=page, address=address).update(count=F("count") + 1):
            row, made = PageViews.objects.get_or_create(day=today, page=page, address=address, defaults={"count": 1})
            if not made:
                PageViews.objects.filter(pk=row.pk).update(count=F("count") + 1)


def page_views(first: date, last: date, page: str = "") -> int:
    """How often pages of the portal were read in these days, both included; of one kind where it is named. The indicator of public awareness."""
    found = PageViews.objects.filter(day__gte=first, day__lte=last, **({"page": page} if page else {}))
    return int(found.aggregate(all=Sum("count"))["all"] or 0)
