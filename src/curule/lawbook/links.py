"""Where a provision stands in the law explorer: ``irmct:12(3)`` is ``/law/irmct/12#3``."""

from __future__ import annotations

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString

from curule.law.provisions import CitationError, Provision

__all__ = ["anchor_of", "cite", "cite_link", "law_href", "split"]

WHOLE = "text"
"""The anchor of a text that belongs to an article without paragraphs."""
_ID = re.compile(r"\A([a-z][a-z0-9]*):([A-Za-z0-9]+)((?:\([A-Za-z0-9]+\))*)\Z")


def split(provision: str) -> tuple[str, str, tuple[str, ...]] | None:
    """Instrument, article and places below it; ``None`` for what is no id. Instruments without a pack have ids too."""
    found = _ID.match(provision)
    return (found[1], found[2], tuple(found[3].strip("()").split(")(")) if found[3] else ()) if found else None


def anchor_of(provision: str) -> str:
    """The anchor of a provision on its article's page: ``7-a``."""
    found = split(provision)
    return "-".join(found[2]) if found and found[2] else WHOLE


def law_href(provision: str) -> str:
    """The address of a provision; empty for what is no id of a provision."""
    found = split(provision)
    if found is None:
        return ""
    instrument, article, places = found
    return f"/law/{instrument}/{article}" + ("#" + "-".join(places) if places else "")


def cite(provision: str, lang: str, form: str = "short") -> str:
    """A provision as it is cited; the id itself where no pack says how its instrument is cited."""
    try:
        return Provision.parse(provision).cite(lang, form)
    except CitationError:
        return provision


def cite_link(provision: str, lang: str, form: str = "short") -> SafeString:
    """A citation that leads to the provision's text and to what Curule does with it."""
    href = law_href(provision)
    if not href:
        return format_html('<span class="cite">{}</span>', provision)
    return format_html('<a class="cite" href="{}">{}</a>', href, cite(provision, lang, form))
