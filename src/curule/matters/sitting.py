"""Who sits in a matter: the benches that its record names, the judges on them, and the legal officers whom these assigned.

For a Chamber only they act, on every path by which an act can be entered or a document filed (:func:`sits`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from curule.access.audiences import may_see, tokens_of, tokens_of_office
from curule.access.models import Office, User
from curule.matters.days import day_of
from curule.matters.models import Assignment, Matter
from curule.matters.records import posture_of

__all__ = ["Bench", "assignments_in", "bench_tokens", "benches_of", "is_assigned", "is_judge", "sits"]


@dataclass(frozen=True, slots=True)
class Bench:
    """The judges who sit on one task in a matter, by their person codes; who presides, where the record says it."""

    task: str
    judges: tuple[str, ...]
    presiding: str


def benches_of(matter: Matter) -> list[Bench]:
    """The benches of a matter today, from its whole record."""
    posture = posture_of(matter, day_of(matter))
    found: Mapping[str, object] = getattr(posture, "benches", None) or getattr(posture, "chambers", None) or {}
    made = []
    for task, bench in found.items():
        judges = tuple(code for code in (*getattr(bench, "judges", ()), getattr(bench, "presiding", "")) if code)
        if judges and not str(task).startswith("tribunal:"):
            made.append(Bench(str(task), tuple(dict.fromkeys(judges)), getattr(bench, "presiding", "") or (judges[0] if len(judges) == 1 else "")))
    return made


def bench_tokens(matter: Matter) -> frozenset[str]:
    """The tokens of the judges who sit in a matter."""
    return frozenset(f"person:{matter.pack}:{code}" for bench in benches_of(matter) for code in bench.judges)


def is_judge(user: User, matter: Matter) -> bool:
    """Whether the person sits on a bench of the matter."""
    return may_see(tokens_of(user), bench_tokens(matter))


def assignments_in(matter: Matter) -> QuerySet[Assignment]:
    """The assignments of legal officers to a matter that run today."""
    today = timezone.localdate()
    return Assignment.objects.filter(Q(until__isnull=True) | Q(until__gte=today), matter=matter, since__lte=today)


def is_assigned(user: User, matter: Matter) -> bool:
    """Whether a judge of the bench assigned this person to the matter, and it still runs."""
    return assignments_in(matter).filter(user=user).exists()


def sits(seat: Office, matter: Matter) -> bool:
    """Whether the holder of an office acts for the Chamber of this matter: a judge of a bench, or an officer assigned to it.

    Where the record names no bench yet, nobody could have been assigned; then the office alone counts, and the law says whether
    such an act can be made at all.
    """
    wanted = bench_tokens(matter)
    return not wanted or may_see(tokens_of_office(seat), wanted) or is_assigned(seat.user, matter)
