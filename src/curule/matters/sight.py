"""From the audiences that acts declare to the tokens that readers hold (:mod:`curule.access.audiences`)."""

from __future__ import annotations

from collections.abc import Iterable

from curule.matters.models import Matter

__all__ = ["tokens_for"]

WORDS: dict[str, tuple[str, ...]] = {
    "public": ("public",),
    "bench": ("organ:chambers",),
    "organ:president": ("office:president",),
    "organ:prosecutor": ("organ:prosecutor",),
    "organ:defence": ("matter:{matter}:defence",),
    "organ:registrar": ("organ:registry",),
    "organ:registry": ("organ:registry",),
    "organ:witness_unit": ("office:witness_support",),
    "organ:archivist": ("office:archivist",),
    "organ:state": ("matter:{matter}:national_authority",),
    "organ:national_court": ("matter:{matter}:national_authority",),
    "matter:parties": ("organ:prosecutor", "matter:{matter}:defence"),
}


def tokens_for(matter: Matter, audience: Iterable[str]) -> frozenset[str]:
    """The tokens of an audience in this matter. A word that is not known opens nothing to anyone: default deny.

    ``person:<code>`` and tokens of other matters pass as they are.
    """
    tokens: set[str] = set()
    for word in audience:
        if word.startswith("person:"):
            tokens.add(word)
        tokens.update(t.format(matter=matter.number) for t in WORDS.get(word, ()))
    return frozenset(tokens)
