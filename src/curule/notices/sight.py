"""The notices that a person sees: one's own, of entries that one may see today."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from curule.access.models import User
from curule.matters.models import EntryRow
from curule.matters.reading import entries_for
from curule.notices.models import Notice

__all__ = ["notices_for"]


def notices_for(user: User, tokens: Iterable[str], chosen: Q = Q()) -> QuerySet[Notice]:  # noqa: B008  # a condition is never changed
    """The notices of a person, or the chosen ones. A notice of an entry, or of a matter, that was closed to the person since is hidden with it."""
    mine = Notice.objects.filter(chosen, user=user)
    seen = entries_for(tokens, EntryRow.objects.filter(pk__in=mine.values("entry")))
    return mine.filter(Exists(seen.filter(pk=OuterRef("entry_id")))).select_related("entry", "entry__matter", "entry__rendition")
