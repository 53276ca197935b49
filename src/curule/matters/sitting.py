"""Who sits in a matter: the benches that its record names, and the judges on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from curule.access.audiences import may_see, tokens_of
from curule.access.models import User
from curule.matters.models import Matter
from curule.matters.records import posture_of

__all__ = ["Bench", "bench_tokens", "benches_of", "is_judge"]


@dataclass(frozen=True, slots=True)
class Bench:
    """The judges who sit on one task in a matter, by their person codes; who presides, where the record says it."""

    task: str
    judges: tuple[str, ...]
    presiding: str


def benches_of(matter: Matter) -> list[Bench]:
    """The benches of a matter today, from its whole record."""
    posture = posture_of(matter, timezone.localdate())
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
