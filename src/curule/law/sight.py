"""Classification: who may see an entry, as audience words that a tribunal's application turns into its readers.

A classification is a named audience and never a level: whoever is not in it cannot tell that the entry exists. The last three
name their addressees; the filer and the Bench are always among the readers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from curule.law.particulars import Choice, Particular
from curule.law.view import Actor
from curule.law.words import T

__all__ = ["ADDRESSED", "CLASSES", "CLASSIFICATIONS", "PUBLIC", "addressees_particular", "classification_particular", "classified", "is_addressee",
           "narrowed", "sight_of"]

PUBLIC = "public"
CLASSES = (
    Choice("public", "public", "public"),
    Choice("confidential", "confidential: the parties and the Registry", "confidentiel : les parties et le Greffe"),
    Choice("strictly_confidential", "strictly confidential: the parties and the Registrar alone", "strictement confidentiel : les parties et le Greffier seul"),
    Choice("ex_parte", "ex parte: the addressees named and the Registry", "ex parte : les destinataires désignés et le Greffe"),
    Choice("under_seal", "under seal: the addressees named and the Registrar alone", "sous scellés : les destinataires désignés et le Greffier seul"),
)
CLASSIFICATIONS = tuple(c.value for c in CLASSES)
ADDRESSED = ("ex_parte", "under_seal")
"""Classifications whose readers are named one by one."""

_REGISTRY, _REGISTRAR = "organ:registry", "office:registrar"
_READERS: dict[str, tuple[str, ...]] = {
    "public": ("public",),
    "confidential": ("matter:participants", "bench", _REGISTRY),
    "strictly_confidential": ("matter:participants", "bench", _REGISTRAR),
    "ex_parte": ("bench", _REGISTRY),
    "under_seal": ("bench", _REGISTRAR),
}


def sight_of(classification: str, addressees: Sequence[str] = (), filer: Actor | None = None) -> tuple[str, ...]:
    """The audience words of a classification; a filer with a code of its own (counsel) stands for itself, not for all counsel.

    >>> sight_of("ex_parte", ["organ:prosecutor"])
    ('organ:prosecutor', 'bench', 'organ:registry')

    :raises KeyError: where there is no such classification.
    """
    readers = _READERS[classification]
    if classification == PUBLIC:
        return readers
    named = tuple(a for a in addressees if is_addressee(a)) if classification in ADDRESSED else ()
    own = () if filer is None or not filer.organ else (f"person:{filer.person}",) if filer.person else (f"organ:{filer.organ}",)
    return tuple(dict.fromkeys((*named, *own, *readers)))


def narrowed(words: Sequence[str], within: Sequence[str]) -> tuple[str, ...]:
    """The audience words of whoever is in both audiences, as far as words tell it: never more than ``within``, and ``within`` itself where they share no word.

    >>> narrowed(sight_of("confidential"), sight_of("strictly_confidential"))
    ('matter:participants', 'bench', 'office:registrar')
    """
    if PUBLIC in within:
        return tuple(words)
    if PUBLIC in words:
        return tuple(within)
    both = [w for one, other in ((words, within), (within, words)) for w in one if w in other or (w == _REGISTRAR and _REGISTRY in other)]
    return tuple(dict.fromkeys(both)) or tuple(within)


def is_addressee(word: str) -> bool:
    """Whether a word names an organ or a person. Any other audience word, ``public`` above all, would open what is sealed."""
    return word.startswith(("organ:", "person:"))


def classified(given: Mapping[str, Any], actor: Actor) -> tuple[str, ...]:
    """The audience words of an entry that carries its classification among its particulars."""
    return sight_of(given.get("classification", PUBLIC), given.get("addressees", ()), actor)


def classification_particular(en: str = "classification", fr: str = "classification") -> Particular:
    """The particular that says how an entry is classified."""
    return Particular("classification", "choice", en, fr, choices=CLASSES)


def addressees_particular() -> Particular:
    """The particular that names who may see an entry that is ex parte or under seal."""
    return Particular("addressees", "text", "addressees", "destinataires", many=True, required=False,
                      hint=T("for ex parte and under seal: organ:defence, organ:prosecutor, person:C01",
                             "pour ex parte et sous scellés : organ:defence, organ:prosecutor, person:C01"))
