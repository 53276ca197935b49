"""Where two hearings are in each other's way: one room, one judge, one accused, one counsel, one interpreter cannot be in two places.

Only what the reader sees is compared: the hearings, and the benches and the accused as the reader's own reading of the matters has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from django.utils import timezone
from django.utils.translation import gettext

from curule.access.models import Office
from curule.hearings.models import Sitting
from curule.matters.models import Matter
from curule.matters.reading import reading_of
from curule.matters.sight import forms_of

__all__ = ["Conflict", "conflicts"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two hearings that cannot both be held, and why."""

    first: Sitting
    second: Sitting
    why: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Bound:
    """Who has to be at every hearing of a matter, by code."""

    judges: frozenset[str]
    accused: frozenset[str]
    counsel: frozenset[str]


def conflicts(sittings: Sequence[Sitting], tokens: Iterable[str]) -> list[Conflict]:
    """Where two of these hearings overlap and share somebody or something, as the reader sees both."""
    tokens = frozenset(tokens)
    standing = sorted((s for s in sittings if s.ended_by_id is None), key=lambda s: s.begins_at)
    bound = {s.matter_id: _bound(s.matter, tokens) for s in standing} if len(standing) > 1 else {}
    found = []
    for first, second in combinations(standing, 2):
        # Two tribunals share neither courtrooms nor judges, and "the Defence" of one is not that of the other.
        if second.begins_at >= first.ends_at or first.matter.pack != second.matter.pack:
            continue
        why = tuple(_shared(first, second, bound[first.matter_id], bound[second.matter_id]))
        if why:
            found.append(Conflict(first, second, why))
    return found


def _shared(first: Sitting, second: Sitting, one: _Bound, other: _Bound) -> Iterable[str]:
    if first.courtroom == second.courtroom and first.courtroom != "remote":
        yield gettext("the same courtroom")
    if first.matter_id == second.matter_id:
        yield gettext("the same matter")
    else:
        if one.judges & other.judges:
            yield gettext("the same judge")
        if one.accused & other.accused:
            yield gettext("the same accused")
        if one.counsel & other.counsel:
            yield gettext("the same counsel")
    if _names(first.participants) & _names(second.participants):
        yield gettext("the same participant")
    if _names(first.interpreters) & _names(second.interpreters):
        yield gettext("the same interpreter")


def _names(given: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(name.casefold().split()) for name in given)


def _bound(matter: Matter, tokens: frozenset[str]) -> _Bound:
    posture = reading_of(matter, tokens).posture
    benches = getattr(posture, "benches", None) or {}
    judges = frozenset(judge for bench in benches.values() for judge in getattr(bench, "judges", ()))
    accused = frozenset(getattr(posture, "accused", None) or getattr(posture, "persons", None) or ())
    # Who is counsel where stands in the Registry's list of offices; it tells of this to the Registry alone.
    if tokens.isdisjoint(forms_of(matter.pack, ("organ:registry",))):
        return _Bound(judges, accused, frozenset())
    held = Office.objects.filter(tribunal=matter.pack, matter=matter.number).exclude(person_code="")
    today = timezone.localdate()
    return _Bound(judges, accused, frozenset(o.person_code for o in held if o.is_held_on(today)))
