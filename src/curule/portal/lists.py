"""Lists of what is public, one stretch at a time: found in the list of publications, asked of the access function, put in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.urls import reverse

from curule.access.audiences import visible
from curule.matters.models import EntryRow, Matter
from curule.matters.phrases import organ_name
from curule.matters.tribunals import codes, library
from curule.portal.ecli import DECISIONS
from curule.portal.models import Publication
from curule.portal.seen import EVERYBODY, public_matters, told
from curule.registry.sight import renditions_for
from curule.search.shown import type_name

__all__ = ["Line", "Stretch", "decisions_published", "documents_published", "latest", "lines_of", "stretch"]


@dataclass(frozen=True, slots=True)
class Line:
    """One public entry as a list shows it; of a document, its number, language and pages too."""

    code: str
    href: str
    title: str
    matter: str
    matter_title: str
    kind: str
    organ: str
    on: date
    public_at: datetime
    number: str = ""
    language: str = ""
    pages: int | None = None
    ecli: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a list, and the codes from which the list goes on, to what is older and to what is newer."""

    lines: list[Line]
    older: str = ""
    newer: str = ""


def documents_published(matter: Matter | None = None) -> QuerySet[Publication]:
    """The public documents."""
    found = Publication.objects.filter(working__isnull=False, pack__in=codes())
    return found if matter is None else found.filter(matter=matter)


def decisions_published(packs: Sequence[str]) -> QuerySet[Publication]:
    """Judgements, decisions and orders: documents of these types, and acts of the Bench."""
    return Publication.objects.filter(is_decision=True, pack__in=packs)


def stretch(found: QuerySet[Publication], by: str, lang: str, *, size: int, before: str = "", after: str = "") -> Stretch:
    """So many lines of a list, the newest first by that day or moment; what is older than one of them, or newer. An unknown code begins anew."""
    at = found.filter(code=after or before).values_list(by, "entry_id").first() if after or before else None
    upwards = bool(after) and at is not None
    if at is not None:
        side = "gt" if upwards else "lt"
        found = found.filter(**{f"{by}__{side}e": at[0]}).filter(Q(**{f"{by}__{side}": at[0]}) | Q(**{f"entry_id__{side}": at[1]}))
    order = (by, "entry_id") if upwards else (f"-{by}", "-entry_id")
    rows = list(found.order_by(*order)[:size + 1])
    has_more, rows = len(rows) > size, rows[:size]
    if upwards:
        rows.reverse()
    older = rows[-1].code if rows and (has_more or upwards) else ""
    newer = rows[0].code if rows and at is not None and (has_more or not upwards) else ""
    return Stretch(lines_of(rows, lang), older, newer)


def latest(lang: str, most: int, matter: Matter | None = None) -> list[Line]:
    """What was entered last."""
    found = Publication.objects.filter(pack__in=codes())
    if matter is not None:
        found = found.filter(matter=matter)
    return lines_of(list(found.order_by("-entry_id")[:2 * most]), lang)[:most]


def lines_of(publications: Sequence[Publication], lang: str) -> list[Line]:
    """These publications in words, in their order; what the access function does not let everybody see is left out."""
    renditions = {r.entry_id: r for r in renditions_for(EVERYBODY).filter(publication__in=publications)}
    acts = [p.entry_id for p in publications if p.rendition_id is None]
    rows = visible(EntryRow.objects.filter(pk__in=acts, matter__in=public_matters()), EVERYBODY).select_related("matter") if acts else ()
    hits = {hit.key: hit for hit in told(list(rows), lang)}
    lines = []
    for p in publications:
        if p.entry_id in renditions:
            r = renditions[p.entry_id]
            matter, kind = r.entry.matter, r.document.document_type
            lines.append(Line(p.code, reverse("portal:document", args=[r.code]), r.title, matter.number, matter.title, type_name(kind, matter.pack, lang),
                              organ_name(library(matter.pack), r.entry.organ, lang), r.entry.done_on, p.public_at, r.number, r.language, r.pages,
                              p.ecli if kind in DECISIONS else ""))
        elif p.entry_id in hits:
            h = hits[p.entry_id]
            lines.append(Line(p.code, h.href, h.title, h.matter, h.matter_title, h.type, h.organ, h.filed_on, p.public_at))
    return lines
