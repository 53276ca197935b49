"""The only ways to a rendition, a filing or a submission for a reader: what the one access decision lets that reader see."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from curule.access.audiences import visible
from curule.access.models import User
from curule.matters.models import EntryRow, Matter
from curule.matters.reading import matters_for
from curule.matters.sight import forms_of
from curule.matters.tribunals import codes
from curule.registry.models import Filing, Rendition, Submission

__all__ = ["filings_for", "rendition_for", "renditions_for", "submissions_for"]


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
