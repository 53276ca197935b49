"""Who may see the entries of a matter: what each entry said when it was entered, and what later entries changed.

Audience rows are derived. The audience stands in the hashed content of the entry; a reclassification is itself an entry, with its
reason, so that the history of who could see what can be told. Sealing a passage of a document is another matter (redaction).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from curule.law.record import RECLASSIFICATION
from curule.matters.models import EntryAudience, EntryRow, Matter, MatterAudience
from curule.matters.sight import participants_of, tokens_for

__all__ = ["CLASSES", "audiences_of", "classify", "declassified"]

KEEPERS = ("bench", "organ:registry", "organ:registrar")
CLASSES: dict[str, tuple[str, ...]] = {
    "public": ("public",),
    "parties": ("matter:parties", *KEEPERS),
    "prosecution_only": ("organ:prosecutor", *KEEPERS),
    "defence_only": ("organ:defence", *KEEPERS),
    "bench_only": KEEPERS,
}
"""What a reclassification may choose, and the audience words that it means."""


def audiences_of(matter: Matter, contents: Sequence[Mapping[str, Any]]) -> dict[int, frozenset[str]]:
    """The tokens of each entry by its number, from the contents of the whole record in order."""
    found: dict[int, frozenset[str]] = {}
    for content in contents:
        found[content["number"]] = tokens_for(matter, content["audience"])
        if content["act"] == RECLASSIFICATION:
            words = CLASSES[content["particulars"]["classification"]]
            for number in content["particulars"]["entries"]:
                if number in found:
                    found[number] = tokens_for(matter, words)
    return found


def matter_tokens(matter: Matter, opening: frozenset[str]) -> frozenset[str]:
    """Who may know of a matter: who may see its first entry, and whoever holds an office in it. What they may read is another question."""
    return opening | participants_of(matter)


def classify(matter: Matter, row: EntryRow) -> None:
    """Write the audience rows that follow from a new entry: its own, and those that it changes."""
    if row.act != RECLASSIFICATION:
        tokens = tokens_for(matter, row.content["audience"])
        EntryAudience.objects.bulk_create(EntryAudience(entry=row, token=t) for t in sorted(tokens))
        if row.number == 1:
            MatterAudience.objects.bulk_create(MatterAudience(matter=matter, token=t) for t in sorted(matter_tokens(matter, tokens)))
        return
    declassified(matter)


def declassified(matter: Matter) -> bool:
    """Make the audience rows of a matter anew from its record; whether any differed from what was stored."""
    rows = list(EntryRow.objects.filter(matter=matter).order_by("number").prefetch_related("audience"))
    wanted = audiences_of(matter, [row.content for row in rows])
    stored = {row.number: frozenset(a.token for a in row.audience.all()) for row in rows}
    changed = [row for row in rows if stored[row.number] != wanted[row.number]]
    EntryAudience.objects.filter(entry__in=changed).delete()
    EntryAudience.objects.bulk_create(EntryAudience(entry=row, token=t) for row in changed for t in sorted(wanted[row.number]))
    known = frozenset(MatterAudience.objects.filter(matter=matter).values_list("token", flat=True))
    should = matter_tokens(matter, wanted[1]) if rows else frozenset()
    if known != should:
        MatterAudience.objects.filter(matter=matter).delete()
        MatterAudience.objects.bulk_create(MatterAudience(matter=matter, token=t) for t in sorted(should))
    return bool(changed) or known != should
