"""How charges plead (articles 5, 22, 61): from the table of crimes, each element stated that the crime asks for, under law of the time.

The document containing the charges, amended and additional charges carry the same three particulars and meet the same conditions; the Chamber
confirms no charge of which an element is not stated.
"""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.particulars import Choice, Particular
from curule.law.view import View
from curule.statutes.rome.crime_elements import ELEMENTS
from curule.statutes.rome.crimes import crime, pleadable
from curule.statutes.rome.matters.case_pre_trial import Charge, warrants_in_force
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.part_05.facts import person_code

__all__ = ["law", "pleading_particulars", "pleads_every_element"]

law = Chapter("rome", __name__)

PLEAD = ("file_document_containing_charges", "amend_charges", "add_charges")


def _asked(crimes: tuple[str, ...], register: StatesRegister | None) -> tuple[str, ...]:
    """Every element that these crimes ask for, once each."""
    known = [found for c in crimes if (found := crime(c, register)) is not None]
    return tuple(dict.fromkeys(element for found in known for element in found.states))


def _crimes_to_charge(v: View) -> tuple[str, ...]:
    """The crimes that are given, or those of the warrants in force against the person."""
    return v.given.get("crimes") or tuple(c for w in warrants_in_force(v.posture.warrants, person_code(v)) for c in w.crimes_in_force)


def pleading_particulars() -> list[Particular]:
    """What charges state beside their crimes: elements, first day of the conduct, State of the territory."""
    return [
        Particular("elements", "choice", "elements stated", "éléments énoncés", many=True, required=False, choices=[Choice(code, en, fr) for code, (_, en, fr) in ELEMENTS.items()], default=lambda v: _asked(_crimes_to_charge(v), v.other("states"))),
        Particular("conduct_from", "date", "first day of the conduct", "premier jour des faits", required=False),
        Particular("territory", "state", "State on whose territory", "État du territoire", required=False),
    ]


def pleads_every_element(charge: Charge, register: StatesRegister | None = None) -> bool:
    """Whether a charge is of the table of crimes and states every element that its crime asks for."""
    found = crime(charge.crime, register)
    return found is not None and set(found.states) <= set(charge.elements)


@law.fact("5(1)", ("every charge pleads a crime of the table of crimes", "chaque charge vise un crime de la nomenclature"), needs=("crimes",),
          says_not=("a charge pleads no crime of articles 6 to 8 bis", "une charge ne vise aucun crime des articles 6 à 8 bis"))
def crimes_of_table(v: View) -> Any:
    crimes = v.given.get("crimes")
    return None if crimes is None else all(crime(c, v.other("states")) is not None for c in crimes)


@law.fact("61(3)(a)", ("every element that the crimes ask for is stated", "chaque élément qu'exigent les crimes est énoncé"), needs=("crimes", "elements"),
          says_not=("an element that a crime asks for is not stated", "un élément qu'exige un crime n'est pas énoncé"))
def elements_pleaded(v: View) -> Any:
    crimes = v.given.get("crimes")
    return None if crimes is None else set(_asked(crimes, v.other("states"))) <= set(v.given.get("elements", ()))


@law.fact("22(1)", ("every crime charged was law on the first day of the conduct", "chaque crime visé était prévu par le droit au premier jour des faits"), needs=("crimes", "conduct_from"),
          says_not=("no first day is stated, or a crime charged was not law on it", "aucun premier jour n'est indiqué, ou un crime visé n'était pas prévu ce jour-là"))
def crimes_were_law(v: View) -> Any:
    crimes, day = v.given.get("crimes"), v.given.get("conduct_from")
    if crimes is None:
        return None
    if day is None:
        return False
    answers = [pleadable(c, day, v.other("states"), v.given.get("territory")) for c in crimes if crime(c, v.other("states")) is not None]
    return False if False in answers else None if None in answers else True


@law.fact("61(7)(a)", ("every charge confirmed states the elements of its crime", "chaque charge confirmée énonce les éléments de son crime"), needs=("confirmed",), cured_by=("state_elements_of_charge", "amend_charges"),
          says_not=("a charge confirmed does not state every element of its crime", "une charge confirmée n'énonce pas tous les éléments de son crime"))
def confirmed_pleaded(v: View) -> Any:
    charges = v.posture.charges
    return all(pleads_every_element(charges[n], v.other("states")) for n in v.given.get("confirmed", ()) if n in charges)


law.prohibition("5(1)", PLEAD, ~crimes_of_table, name="pleading")
law.prohibition("61(3)(a)", PLEAD, ~elements_pleaded, name="elements")
law.prohibition("22(1)", PLEAD, ~crimes_were_law, name="pleading")
law.prohibition("61(7)(a)", "decide_confirmation", ~confirmed_pleaded, name="elements")
