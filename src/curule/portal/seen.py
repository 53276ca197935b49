"""What everybody may see. Every page, feed, interface and download of the portal reads here, and asks the one access function with the
token ``public`` alone, whoever is signed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from curule.access.audiences import PUBLIC, visible
from curule.matters.models import EntryRow, Matter
from curule.matters.reading import Reading, matters_for, reading_of
from curule.registry.models import Rendition
from curule.registry.numbering import court_of
from curule.registry.sight import renditions_for
from curule.search.shown import Hit, hits_of

__all__ = ["CASE_KINDS", "DECISIONS", "EVERYBODY", "public_case", "public_decisions", "public_documents", "public_entries", "public_latest", "public_matters",
           "public_reading", "told"]

EVERYBODY = frozenset({PUBLIC})
CASE_KINDS = ("case", "situation")
DECISIONS = ("judgement", "decision", "order", "opinion")


def public_matters() -> QuerySet[Matter]:
    """The matters that everybody may know of."""
    return matters_for(EVERYBODY)


def public_case(number: str) -> Matter | None:
    """The matter of that number, if everybody may know of it."""
    return public_matters().filter(number=number).first()


def public_reading(matter: Matter) -> Reading:
    """A matter as everybody reads it."""
    return reading_of(matter, EVERYBODY)


def public_documents(matter: Matter | None = None) -> QuerySet[Rendition]:
    """The documents that everybody may read, the newest first."""
    return renditions_for(EVERYBODY, matter).order_by("-filed_at", "-pk")


def public_entries() -> QuerySet[EntryRow]:
    """Entries with a public audience in matters that everybody knows of, the newest first.

    Those that speak of hidden entries are among them: :func:`told` leaves them out, and they are never counted.
    """
    return visible(EntryRow.objects.filter(matter__in=public_matters()), EVERYBODY).select_related("matter").order_by("-entered_at", "-pk")


def told(rows: Sequence[EntryRow], lang: str) -> list[Hit]:
    """Entries in words, as everybody reads them."""
    return hits_of(rows, EVERYBODY, (), lang)


def public_latest(lang: str, most: int = 20, matter: Matter | None = None) -> list[Hit]:
    """What was entered last."""
    rows = public_entries()
    if matter is not None:
        rows = rows.filter(matter=matter)
    return told(list(rows[:2 * most]), lang)[:most]


def public_decisions(packs: Iterable[str]) -> QuerySet[EntryRow]:
    """Judgements, decisions and orders: documents of these types, and acts of the Bench, the newest first."""
    judicial: set[str] = set()
    for pack in packs:
        judicial.update(court_of(Matter(pack=pack)).judicial)
    found = public_entries().filter(matter__pack__in=list(packs))
    documents = found.filter(rendition__document__document_type__in=DECISIONS)
    acts = found.filter(organ__in=judicial, rendition__isnull=True).exclude(act__in=("correct_entry", "withdraw_entry", "reclassify_entries"))
    return (documents | acts).order_by("-done_on", "-pk")
