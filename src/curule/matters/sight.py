"""From the audiences that acts declare to the tokens that readers hold (:mod:`curule.access.audiences`); the words are the tribunal's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from curule.matters.models import Matter
from curule.matters.tribunals import library

__all__ = ["forms_of", "participants_of", "states_named", "tokens_for"]


@cache
def _forms(pack: str) -> dict[str, tuple[str, ...]]:
    """Each audience word of a tribunal with the tokens that it means; ``{matter}`` stands for the number."""
    return {"public": ("public",), **{word: tuple(_form(pack, meant) for meant in all_meant) for word, all_meant in library(pack).pack.audiences.items()}}


def _form(pack: str, meant: str) -> str:
    kind, _colon, name = meant.partition(":")
    if kind == "state":
        return f"matter:{{matter}}:{name}{{state}}"
    return f"matter:{{matter}}:{name}" if kind == "matter" else f"{kind}:{pack}:{name}"


def forms_of(pack: str, audience: Iterable[str]) -> list[str]:
    """The tokens of an audience in any matter of a tribunal; ``{matter}`` stands for the number."""
    forms = _forms(pack)
    return [form.replace("{state}", "") for word in audience for form in forms.get(word, ())]


def states_named(given: Mapping[str, Any]) -> tuple[str, ...]:
    """The States that an entry concerns, by its particulars ``state`` and ``states``: what is for a State is for these alone."""
    one, several = given.get("state"), given.get("states", ())
    listed = several if isinstance(several, (list, tuple)) else ()
    return tuple(dict.fromkeys(s for s in (one, *listed) if isinstance(s, str) and s))


def tokens_for(matter: Matter, audience: Iterable[str], states: Iterable[str] = ()) -> frozenset[str]:
    """The tokens of an audience in this matter. A word that the tribunal does not know opens nothing to anyone: default deny.

    ``person:<code>`` is a person of this tribunal. ``states``: those that the entry names; what a matter of several States holds for a
    State is then for the authorities of these and of no other.
    """
    words = tuple(audience)
    persons = frozenset(f"person:{matter.pack}:{word.removeprefix('person:')}" for word in words if word.startswith("person:"))
    forms = [form.replace("{matter}", matter.number) for word in words for form in _forms(matter.pack).get(word, ())]
    named = [f":state-{state}" for state in states] or [""]
    return persons | frozenset(form.replace("{state}", name) for form in forms for name in (named if "{state}" in form else ("",)))


def participants_of(matter: Matter) -> frozenset[str]:
    """The tokens of those who take part in a matter: counsel, representatives, States' authorities. They know that it exists."""
    return frozenset(f"matter:{matter.number}:{chair.code}" for chair in library(matter.pack).pack.chairs.values() if chair.bound)
