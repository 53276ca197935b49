"""Oversight of the Registry's queue: who has what and for how long, what nobody has taken up, and handing over all that somebody has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from curule.access.models import Office, User
from curule.registry.checking import Decided, assign
from curule.registry.models import Submission
from curule.registry.sight import submissions_for

__all__ = ["Burden", "HandedOver", "burdens", "hand_over_all", "officers_for"]

OFFICERS = ("registrar", "registry_officer")
A_DAY = 24 * 3600


@dataclass(slots=True)
class Burden:
    """What one officer has, the oldest first; ``officer`` is nobody for what has not been taken up. ``is_here``: holds an office of a Registry today."""

    officer: User | None
    is_here: bool = True
    items: list[Submission] = field(default_factory=list)

    @property
    def oldest(self) -> datetime:
        """When the oldest was received."""
        return min(item.received_at for item in self.items)

    @property
    def waits(self) -> int:
        """For how many whole days the oldest has waited."""
        return int((timezone.now() - self.oldest).total_seconds() // A_DAY)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What came of handing over: how many went, how many stayed, since the other may not have them or they were decided meanwhile."""

    gone: int
    stayed: int


def officers_for(found: Submission) -> list[User]:
    """The officers to whom a submission can be given: those of its Registry; what is sealed, to the Registrar alone."""
    today = timezone.localdate()
    held = Office.objects.filter(tribunal=found.matter.pack, code__in=OFFICERS[:1] if found.sealed else OFFICERS, since__lte=today).select_related("user")
    return sorted({office.user.pk: office.user for office in held if office.is_held_on(today) and office.user.is_active}.values(),
                  key=lambda user: (user.display_name, user.pk))


def _waiting(reader: User, tokens: Iterable[str]) -> QuerySet[Submission]:
    return submissions_for(reader, tokens).filter(state=Submission.State.RECEIVED).exclude(filer=reader, assigned_to=None).order_by("received_at", "pk")


def burdens(reader: User, tokens: Iterable[str]) -> list[Burden]:
    """What waits and whom it is with, as the reader may see it: what nobody has first, then who has the oldest."""
    found: dict[int | None, Burden] = {}
    today = timezone.localdate()
    for item in _waiting(reader, tokens):
        if item.assigned_to_id not in found:
            found[item.assigned_to_id] = Burden(item.assigned_to)
        found[item.assigned_to_id].items.append(item)
    held = Office.objects.filter(user__in=[key for key in found if key is not None], code__in=OFFICERS)
    here = {office.user_id for office in held if office.is_held_on(today)}
    for key, burden in found.items():
        burden.is_here = key is None or (key in here and bool(burden.officer and burden.officer.is_active))
    return sorted(found.values(), key=lambda burden: (burden.officer is not None, burden.is_here, burden.oldest))


def hand_over_all(away: User, to: User | None, by: User, tokens: Iterable[str], why: str) -> HandedOver:
    """Give all that one officer has to another, or back to everybody, in one step: all of it, as far as ``by`` sees it and the other may have it."""
    gone = stayed = 0
    with transaction.atomic():
        for item in _waiting(by, tokens).filter(assigned_to=away):
            if to is not None and to not in _eligible(item):
                stayed += 1
                continue
            try:
                assign(item, to, by, why)
            except Decided:
                stayed += 1
            else:
                gone += 1
    return HandedOver(gone, stayed)


def _eligible(item: Submission) -> Sequence[User]:
    return officers_for(item)
