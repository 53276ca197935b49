"""The only ways to a rendition, a filing or a submission for a reader: what the one access decision lets that reader see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from curule.access.audiences import visible
from curule.access.models import User
from curule.matters.models import EntryRow, Matter
from curule.matters.reading import Reading, matters_for
from curule.matters.seen import Shelf
from curule.matters.sight import forms_of
from curule.matters.tribunals import codes
from curule.registry.models import Filing, Rendition, Submission

__all__ = ["documents_on", "filings_for", "rendition_for", "renditions_for", "renditions_on", "submissions_for"]


def renditions_for(tokens: Iterable[str], matter: Matter | None = None) -> QuerySet[Rendition]:
    """The renditions that a holder of these tokens sees: those whose entry and whose matter they see."""
    tokens = frozenset(tokens)
    entries = visible(EntryRow.objects.all(), tokens)
    matters = matters_for(tokens)
    if matter is not None:
        entries, matters = entries.filter(matter=matter), matters.filter(pk=matter.pk)
    return Rendition.objects.filter(
        Exists(entries.filter(pk=OuterRef("entry_id"))), Exists(matters.filter(pk=OuterRef("entry__matter_id"))),
    ).select_related("entry", "document", "document__filing", "entry__matter")


class _Filed(NamedTuple):
    """The keys of those entries of a record, so many of them up to this head, that are documents."""

    read: int
    head: str
    keys: frozenset[int]


_filed = Shelf()


def documents_on(reading: Reading) -> tuple[int, ...]:
    """The entries that this reader sees and that are documents, by their keys and in the order of the record.

    From memory: which entries of a matter are documents is asked once, and then of what was entered since (so not by what listens to an entry, before whose
    document is there). What is shown of them, :func:`renditions_on` asks.
    """
    key = (reading.matter.pk, reading.seen_print)
    found: tuple[int, ...] | None = _filed.get(key)
    if found is None:
        filed = _documents_of(reading.matter)
        found = tuple(entry for entry in reading.keys if entry in filed)
        _filed.keep(key, found, len(found))
    return found


def _documents_of(matter: Matter) -> frozenset[int]:
    key = (matter.pk, "")
    before: _Filed | None = _filed.get(key)
    if before is not None and before.head == matter.head:
        return before.keys
    goes_on = before is not None and EntryRow.objects.filter(matter=matter, number=before.read, hash=before.head).exists()
    known = before if before is not None and goes_on else _Filed(0, "", frozenset())
    added = Rendition.objects.filter(entry__matter=matter, entry__number__gt=known.read, entry__number__lte=matter.count)
    made = _Filed(matter.count, matter.head, known.keys.union(added.order_by().values_list("entry_id", flat=True)))
    _filed.keep(key, made, len(made.keys))
    return made.keys


def renditions_on(reading: Reading, keys: Sequence[int]) -> list[Rendition]:
    """The renditions of these entries, in this order, as the one access decision lets the reader see them."""
    found = {rendition.entry_id: rendition for rendition in renditions_for(reading.tokens, reading.matter).filter(entry__in=keys)}
    return [found[key] for key in keys if key in found]


def rendition_for(code: str, tokens: Iterable[str]) -> Rendition | None:
    """One rendition by its code; nothing where there is none or where it is not this reader's (which must look the same)."""
    return renditions_for(tokens).filter(code=code).first()


def filings_for(tokens: Iterable[str], matter: Matter) -> QuerySet[Filing]:
    """The filings of a matter of which the reader sees at least one rendition."""
    seen = renditions_for(tokens, matter).filter(document__filing=OuterRef("pk"))
    return Filing.objects.filter(matter=matter).filter(Exists(seen.values("pk")))


def submissions_for(user: User, tokens: Iterable[str]) -> QuerySet[Submission]:
    """The submissions that a person sees: one's own; for a Registry those of its tribunal; those under seal are for its Registrar alone."""
    tokens = frozenset(tokens)
    wanted = Q(filer=user)
    for pack in codes():
        if not tokens.isdisjoint(forms_of(pack, ("organ:registry",))):
            mine = Q(matter__pack=pack)
            wanted |= mine if not tokens.isdisjoint(forms_of(pack, ("office:registrar",))) else mine & Q(sealed=False)
    seen = matters_for(tokens).filter(pk=OuterRef("matter_id"))
    return Submission.objects.filter(wanted).filter(Q(filer=user) | Exists(seen)).select_related("matter", "filer", "assigned_to")
