"""What the registry does when something was filed or reclassified: numbers what became public, and asks for text, stamps and images of pages."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from curule.matters.models import EntryRow, Matter
from curule.matters.signals import reclassified
from curule.registry.filing import renumbered
from curule.registry.models import Rendition
from curule.registry.signals import filed
from curule.registry.work import ask_for_stamp, ask_for_text

__all__ = ["read_and_stamp", "renumber", "stamp_anew"]


@receiver(filed)
def read_and_stamp(sender: type[Rendition], rendition: Rendition, **_kwargs: Any) -> None:
    """Ask for the text of what was filed, and for its stamped copy with the images of its pages."""
    ask_for_text(rendition)
    ask_for_stamp(rendition)


@receiver(reclassified)
def renumber(sender: type[Matter], matter: Matter, rows: list[EntryRow], **_kwargs: Any) -> None:
    """Give public numbers to what became public, and new stamps to whatever has another classification now."""
    renumbered(matter, rows)
    for rendition in Rendition.objects.filter(entry__in=rows).select_related("document"):
        ask_for_stamp(rendition)


@receiver(post_save, sender=Rendition)
def stamp_anew(sender: type[Rendition], instance: Rendition, created: bool, update_fields: frozenset[str] | None = None, **_kwargs: Any) -> None:
    """A stamp with a number that only some may know is not served after the number changed."""
    if not created and update_fields is not None and "number" in update_fields:
        ask_for_stamp(instance)
