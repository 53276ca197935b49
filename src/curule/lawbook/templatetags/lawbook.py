"""Filters for every page that cites the law."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from curule.lawbook import links
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
