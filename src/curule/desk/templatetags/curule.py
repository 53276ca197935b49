"""Tags and filters of every page: dates written out, icons, and statuses that are a word and an icon."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.core.paginator import Page
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from curule.desk import dates
from curule.desk.icons import icon as drawing
from curule.desk.labels import colon, quoted
from curule.matters.phrases import case_name

register = template.Library()

register.filter("day", dates.day)
register.filter("moment", dates.moment)
register.simple_tag(drawing, name="icon")
register.simple_tag(colon)
register.filter("quoted", quoted)
register.filter("case_name", case_name)

STATUS_WORDS: dict[str, Promise] = {
    "met": _("met"),
    "not-met": _("not met"),
    "open": _("open"),
    "in-time": _("in time"),
    "due-soon": _("due soon"),
    "overdue": _("overdue"),
}


@register.simple_tag
def status(name: str, word: str = "") -> SafeString:
    """A status: met, not-met, open, in-time, due-soon or overdue; ``word`` replaces the usual word
    ("overdue 2 days").
    """
    return format_html(
        '<span class="status {}">{} {}</span>', name, drawing(name), word or STATUS_WORDS[name]
    )


@register.simple_tag
def page_numbers(page: Page[Any]) -> list[int | None]:
    """The numbers of pages that lead on from one: the first, its neighbours, the last; nothing where some are left out."""
    if page.paginator.num_pages <= 2:
        return []
    found = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return [number if isinstance(number, int) else None for number in found]


@register.simple_tag
def distance(value: date, today: date | None = None) -> str:
    """How far a day lies from ``today`` (the reader's today, unless the page has a day of its own)."""
    return dates.distance(value, today or timezone.localdate())
