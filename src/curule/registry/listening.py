"""What the registry does when something was filed or reclassified: numbers what became public, and asks for text, stamps and images of pages."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from curule.matters.models import EntryRow, Matter
from curule.matters.signals import rebuilding, reclassified
from curule.registry.models import Rendition
from curule.registry.renewing import renew
from curule.registry.renumbering import renumbered
from curule.registry.signals import filed
from curule.registry.work import ask_for_stamp, ask_for_text
from curule.statutes.court_record.filings import RETURN

__all__ = ["compare", "read_and_stamp", "renumber", "stamp_anew"]


@receiver(filed)
def read_and_stamp(sender: type[Rendition], rendition: Rendition, **_kwargs: Any) -> None:
    """Ask for the text of what was filed, and for its stamped copy with the images of its pages."""
    ask_for_text(rendition)
    ask_for_stamp(rendition)


@receiver(reclassified)
def renumber(sender: type[Matter], matter: Matter, rows: list[EntryRow], **_kwargs: Any) -> None:
    """Number what more people see in their series, and give new stamps to whatever has another classification now."""
    renumbered(matter, rows)
    for rendition in Rendition.objects.filter(entry__in=rows).select_related("document"):
        ask_for_stamp(rendition)


@receiver(post_save, sender=Rendition)
def stamp_anew(sender: type[Rendition], instance: Rendition, created: bool, update_fields: frozenset[str] | None = None, **_kwargs: Any) -> None:
    """A stamp with a number that only some may know is not served after the number changed."""
    if not created and update_fields is not None and "number" in update_fields:
        ask_for_stamp(instance)


@receiver(rebuilding)
def compare(sender: type[Matter], matter: Matter, **_kwargs: Any) -> list[str]:
    """What differs between the documents on the record and their rows: a row that is missing, another digest, another number. What earlier versions did not
    write down yet is made anew.
    """
    told = []
    rows = EntryRow.objects.filter(matter=matter, content__has_key="filed").exclude(act=RETURN).select_related("rendition")
    for row in rows.order_by("number"):
        found, said = getattr(row, "rendition", None), row.content["filed"]
        if found is None:
            told.append(f"the document of entry {row.number} has no row")
        elif found.sha512 != said["files"][0]["sha512"]:
            told.append(f"the row of the document of entry {row.number} has another digest than the record")
        elif said["number"] not in (found.number, found.former_number):
            told.append(f"the row of the document of entry {row.number} has another number than the record")
    renew(matter)
    return told
