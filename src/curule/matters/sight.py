"""From the audiences that acts declare to the tokens that readers hold (:mod:`curule.access.audiences`); the words are the tribunal's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from curule.matters.models import Matter
from curule.matters.tribunals import library

__all__ = ["forms_of", "participants_of", "tokens_for"]


@cache
def _forms(pack: str) -> dict[str, tuple[str, ...]]:
    """Each audience word of a tribunal with the tokens that it means; ``{matter}`` stands for the number."""
    return {"public": ("public",), **{word: tuple(_form(pack, meant) for meant in all_meant) for word, all_meant in library(pack).pack.audiences.items()}}


def _form(pack: str, meant: str) -> str:
    kind, _colon, name = meant.partition(":")
    return f"matter:{{matter}}:{name}" if kind == "matter" else f"{kind}:{pack}:{name}"


def forms_of(pack: str, audience: Iterable[str]) -> list[str]:
    """The tokens of an audience in any matter of a tribunal; ``{matter}`` stands for the number."""
    forms = _forms(pack)
    return [form for word in audience for form in forms.get(word, ())]


def tokens_for(matter: Matter, audience: Iterable[str]) -> frozenset[str]:
    """The tokens of an audience in this matter. A word that the tribunal does not know opens nothing to anyone: default deny.

    ``person:<code>`` is a person of this tribunal.
    """
    words = tuple(audience)
    persons = frozenset(f"person:{matter.pack}:{word.removeprefix('person:')}" for word in words if word.startswith("person:"))
    return persons | frozenset(form.replace("{matter}", matter.number) for form in forms_of(matter.pack, words))


def participants_of(matter: Matter) -> frozenset[str]:
    """The tokens of those who take part in a matter: counsel, representatives, States' authorities. They know that it exists."""
    return frozenset(f"matter:{matter.number}:{chair.code}" for chair in library(matter.pack).pack.chairs.values() if chair.bound)
