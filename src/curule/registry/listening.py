"""What the registry does when entries are reclassified: what became public is numbered in the public series."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from curule.matters.models import EntryRow, Matter
from curule.matters.signals import reclassified
from curule.registry.filing import renumbered

__all__ = ["renumber"]


@receiver(reclassified)
def renumber(sender: type[Matter], matter: Matter, rows: list[EntryRow], **_kwargs: Any) -> None:
    """Give public numbers to what became public."""
    renumbered(matter, rows)
