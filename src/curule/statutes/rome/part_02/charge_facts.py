"""Facts about the charge that a question names: it is on record, which crime it pleads, what is stated of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from curule.law.chapter import Chapter
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.view import View
from curule.statutes.rome.crimes import Crime, crime, crime_within
from curule.statutes.rome.matters.case_pre_trial import Charge
from curule.statutes.rome.part_05.facts import suggest_charges
from curule.statutes.rome.part_13.party_facts import register_of

__all__ = ["charge_of", "charge_one", "chosen", "concerns", "crime_of", "item_stated", "law", "on_file"]

law = Chapter("rome", __name__)


def charge_one() -> Particular:
    """One charge by its number, offered from the record."""
    return Particular("charge", "count", "charge", "charge", suggest=suggest_charges)


def charge_of(v: View) -> Charge | None:
    """The charge that the question names, if it is on record."""
    found: Charge | None = v.posture.charges.get(v.given.get("charge", ""))
    return found


def crime_of(v: View) -> Crime | None:
    """The crime of that charge, if it is one of the table of crimes."""
    charge = charge_of(v)
    return crime(charge.crime, register_of(v)) if charge is not None else None


@law.stage("5(1)", ("the charge is on record against that person", "la charge est au dossier contre cette personne"), cured_by=("file_document_containing_charges",),
           says_not=("no such charge is on record against that person", "aucune charge de ce numéro contre cette personne"))
def on_file(v: View) -> Any:
    if "charge" not in v.given:
        return None
    charge = charge_of(v)
    return charge.entry if charge is not None and charge.person == v.given.get("person", charge.person) else False


def concerns(chapter: Chapter, provision: str, says: tuple[str, str], *, within: Sequence[str] = (), id: str = "") -> Fact:
    """A leaf of a chapter: the charge pleads a crime of that provision (or of those in ``within``)."""

    def test(v: View) -> Any:
        found = crime_of(v)
        return None if found is None else any(crime_within(found.provision, p) for p in within or (provision,))

    test.__name__ = id or "concerns_" + provision.replace("(", "_").replace(")", "")
    declare: Callable[[Callable[[View], Any]], Fact] = chapter.fact(provision, says, needs=("charge",))
    return declare(test)


def item_stated(chapter: Chapter, code: str, provision: str, says: tuple[str, str], name: str, *, of: Sequence[str] = ()) -> Fact:
    """A leaf of a chapter: a list of things stated contains that one (or one of ``of``); not met where it does not."""

    def test(v: View) -> Any:
        return None if "charge" not in v.given else any(c in v.given.get(name, ()) for c in of or (code,))

    test.__name__ = "states_" + code
    declare: Callable[[Callable[[View], Any]], Fact] = chapter.fact(provision, says, needs=(name, "charge"), says_not=("not stated: " + says[0], "non énoncé : " + says[1]))
    return declare(test)


def chosen(chapter: Chapter, id: str, provision: str, says: tuple[str, str], name: str, value: str | bool) -> Fact:
    """A leaf of a chapter: the particular has that value, or is a list with it."""

    def test(v: View) -> Any:
        given = v.given.get(name)
        return value in given if isinstance(given, tuple) else given == value

    test.__name__ = id
    declare: Callable[[Callable[[View], Any]], Fact] = chapter.fact(provision, says, needs=(name,))
    return declare(test)


def choices(table: Mapping[str, tuple[str, str, str]]) -> list[Choice]:
    """The choices of a table of ``code: (provision, English, French)``."""
    return [Choice(code, en, fr) for code, (_, en, fr) in table.items()]
