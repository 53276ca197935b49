"""The notices that a person sees: one's own, of entries that one may see today."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from curule.access.audiences import visible
from curule.access.models import User
from curule.matters.models import EntryRow
from curule.notices.models import Notice

__all__ = ["notices_for"]


def notices_for(user: User, tokens: Iterable[str]) -> QuerySet[Notice]:
    """The notices of a person. A notice of an entry that was closed to the person since is hidden with it."""
    seen = visible(EntryRow.objects.all(), tokens).filter(pk=OuterRef("entry_id"))
    return Notice.objects.filter(Exists(seen), user=user).select_related("entry", "entry__matter", "entry__rendition")
