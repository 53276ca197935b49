"""Filters for every page that cites the law."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from curule.desk.icons import icon
from curule.lawbook import links, uploading
from curule.lawbook.measured import Mark
from curule.matters.phrases import language

register = template.Library()


@register.filter
def cite_link(provision: str, form: str = "short") -> SafeString | str:
    """``{{ "irmct:12(3)"|cite_link }}``: the citation in the reader's language, leading to the law explorer.

    ``form`` is ``short``, ``long`` or ``full``; nothing for an empty id.
    """
    return links.cite_link(provision, language(), form) if provision else ""


@register.filter
def law_href(provision: str) -> str:
    """``{{ "irmct:12(3)"|law_href }}``: the address alone."""
    return links.law_href(provision) if provision else ""


@register.filter
def cited(provision: str, form: str = "short") -> str:
    """The citation alone, in the reader's language."""
    return links.cite(provision, language(), form) if provision else ""


MARKS = {"met": _("covered"), "open": _("partly covered"), "not-met": _("not classified")}


@register.simple_tag
def coverage_mark(mark: Mark | None, shown: str = "") -> SafeString | str:
    """How far an article is carried: an icon whose word only screen readers hear, or with ``"word"`` the word beside it."""
    if mark is None:
        return ""
    form = '<span class="status {}">{} {}</span>' if shown == "word" else '<span class="status {}">{}<span class="unseen"> {}</span></span>'
    return format_html(form, mark.status, icon(mark.status), MARKS[mark.status])


@register.filter
def add_number(value: float, more: float) -> float:
    """A sum of numbers with a fraction, for places in a drawing."""
    return round(value + more, 1)


@register.filter
def after_colon(key: str) -> str:
    """The article's part of a key: ``12`` of ``irmct:12``."""
    return key.partition(":")[2]


@register.simple_tag(takes_context=True)
def may_import(context: Context) -> bool:
    """Whether this reader may import texts; false outside a request."""
    request = context.get("request")
    return request is not None and uploading.may_import(request)
