"""Scrutiny: the law is asked again of every entry of a record, on what stood before it.

A record that only lawful acts made has nothing to show. One that was changed afterwards - another act, another organ, another day, an entry
taken out or put elsewhere - shows the first entry that the law does not permit, and those that rely on what is gone. The chain of hashes
shows that a record was changed; scrutiny shows that it is no record of lawful acts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from curule.law.answers import Answer, Verdict
from curule.law.library import Library
from curule.law.record import Entry

__all__ = ["Unlawful", "scrutinise"]

Related = Callable[[date], Mapping[str, Any]]
"""The postures at which the law looks beside that of the record, as at a day, by kind."""


@dataclass(frozen=True, slots=True)
class Unlawful:
    """One entry that the law does not permit where it stands: its place (from 1), its act, why.

    ``answer`` is missing where there is nothing to answer: an act or organ that the tribunal does not have, or a record that cannot be read.
    """

    place: int
    act: str
    why: str
    answer: Answer | None = None


def nothing(day: date) -> Mapping[str, Any]:
    """No related matters."""
    return {}


def scrutinise(library: Library, kind: str, entries: Sequence[Entry], related: Related = nothing, *, since: int = 1) -> Iterator[Unlawful]:
    """Every entry from the place ``since`` on that the law does not permit, in the order of the record."""
    for place, entry in enumerate(entries, 1):
        if place >= since:
            found = _asked_again(library, kind, entries[:place - 1], entry, related)
            if found is not None:
                why, answer = found
                yield Unlawful(place, entry.act, why, answer)


def _asked_again(library: Library, kind: str, before: Sequence[Entry], entry: Entry, related: Related) -> tuple[str, Answer | None] | None:
    if entry.act not in library.acts or kind not in library.act(entry.act).kinds:
        return f"{entry.act} is no act of a {kind}", None
    if entry.actor.organ not in library.organs:
        return f"there is no organ {entry.actor.organ}", None
    try:
        posture = library.fold(kind, [e for e in before if e.done_on <= entry.done_on])
        answer = library.may(entry.act, posture, entry.done_on, entry.actor, entry.particulars, related(entry.done_on))
        permitted = answer.verdict is Verdict.PERMITTED
    except (LookupError, AttributeError, TypeError, ValueError) as problem:
        return f"the record before it cannot be read: {problem}", None
    return None if permitted else ("; ".join(k.name for k in answer.kinds) or answer.verdict.value, answer)
