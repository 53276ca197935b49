"""What earlier versions left out of the rows of documents, made anew: places of words, endings of annexes, pages that stand for office files.

It is asked for when a tribunal's records are derived anew: by ``curule rebuild``, and at the first start after a migration.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from curule.jobs.asking import enqueue
from curule.matters.models import Matter
from curule.registry.filing import ending_of_annex
from curule.registry.models import Document, PageWords, Rendition
from curule.registry.work import BODY, ask_for_stamp_anew

__all__ = ["renew"]


def renew(matter: Matter) -> int:
    """Bring the rows of a matter's documents to the present form: endings at once, what is read from files by jobs. How many things were missing."""
    of_matter = Rendition.objects.filter(entry__matter=matter).select_related("document", "entry__matter")
    placed = Exists(PageWords.objects.filter(rendition=OuterRef("pk")))
    placeless = of_matter.filter(Q(media_type="application/pdf") | Q(media_type__startswith="image/"), ~placed, text_state="done")
    missing = 0
    for rendition in placeless:
        enqueue("extract_text", f"extract_text:{rendition.code}:places", rendition=rendition.code)
        missing += 1
    for rendition in of_matter.exclude(body_path="").exclude(body_path__endswith=BODY):
        ask_for_stamp_anew(rendition)
        missing += 1
    return missing + _endings(matter)


def _endings(matter: Matter) -> int:
    """Annexes that do not know which annex they are, by the number of their first form."""
    found = 0
    for document in Document.objects.filter(filing__matter=matter, document_type="annex", ending="").prefetch_related("renditions"):
        first = next((each for each in document.renditions.all() if each.role == Rendition.Role.ORIGINAL), None)
        ending = ending_of_annex(matter, first.number, document.stem) if first is not None else ""
        if ending:
            Document.objects.filter(pk=document.pk).update(ending=ending)
            found += 1
    return found
