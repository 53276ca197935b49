"""What of the Registry's work stands on a person's desk: submissions that wait for the check, and one's own that came back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.utils import timezone

from curule.access.models import User
from curule.matters.sight import forms_of
from curule.matters.tribunals import codes
from curule.registry.models import Submission
from curule.registry.sight import submissions_for

__all__ = ["DeskFilings", "filings_for_desk", "is_registry"]

MOST_RETURNED = 5
RETURNED_LATELY = timedelta(days=30)


class DeskFilings(NamedTuple):
    """How many submissions wait, how many of them were given to this person, since when the oldest waits; one's own that were returned lately."""

    waiting: int
    mine: int
    oldest: datetime | None
    returned: list[Submission]


def is_registry(tokens: frozenset[str]) -> bool:
    """Whether the holder of these tokens is of the Registry of a tribunal."""
    return any(not tokens.isdisjoint(forms_of(pack, ("organ:registry",))) for pack in codes())


def filings_for_desk(user: Any, tokens: frozenset[str]) -> DeskFilings:
    """The same submissions as in the queue: those that this person sees."""
    assert isinstance(user, User)  # noqa: S101 - the desk is for those who are signed in
    seen = submissions_for(user, tokens)
    returned = list(seen.filter(filer=user, state=Submission.State.RETURNED, decided_at__gte=timezone.now() - RETURNED_LATELY)
                    .prefetch_related("files").order_by("-decided_at")[:MOST_RETURNED])
    if not is_registry(tokens):
        return DeskFilings(0, 0, None, returned)
    waits = seen.filter(state=Submission.State.RECEIVED)
    oldest = waits.order_by("received_at").values_list("received_at", flat=True).first()
    return DeskFilings(waits.count(), waits.filter(assigned_to=user).count(), oldest, returned)
