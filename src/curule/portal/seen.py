"""What everybody may see. Every page, feed, interface and download of the portal reads here, and asks the one access function with the
token ``public`` alone, whoever is signed in.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from curule.access.audiences import PUBLIC
from curule.matters.models import EntryRow, Matter
from curule.matters.reading import Reading, matters_for, reading_of
from curule.registry.models import Rendition
from curule.registry.sight import renditions_for
from curule.search.shown import Hit, hits_of

__all__ = ["CASE_KINDS", "EVERYBODY", "public_case", "public_document", "public_documents", "public_matters", "public_reading", "told"]

EVERYBODY = frozenset({PUBLIC})
CASE_KINDS = ("case", "situation")


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
    """The documents that everybody may read, in no order: lists are made of publications (:mod:`curule.portal.lists`)."""
    return renditions_for(EVERYBODY, matter).order_by()


def public_document(code: str) -> Rendition | None:
    """One document, if everybody may read it."""
    return public_documents().filter(code=code).first()


def told(rows: Sequence[EntryRow], lang: str) -> list[Hit]:
    """Entries in words, as everybody reads them. Those that speak of hidden entries are left out."""
    return hits_of(rows, EVERYBODY, (), lang)
