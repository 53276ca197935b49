"""Offices that end before their term: of the Presidency (38), the Prosecution (42) and the Registry (43). Judges leave by article 37, removal is in 45."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.rome.matters.roll import Roll, holder_on
from curule.statutes.rome.part_04.given_facts import is_one_of

__all__ = ["law"]

law = Chapter("rome", __name__)

PRESIDENCY = {"president": ("President", "Président"), "first_vice": ("First Vice-President", "Premier Vice-Président"), "second_vice": ("Second Vice-President", "Second Vice-Président")}
PROSECUTION = {"prosecutor": ("Prosecutor", "Procureur"), "deputy_prosecutor": ("Deputy Prosecutor", "procureur adjoint")}
REGISTRY = {"registrar": ("Registrar", "Greffier"), "deputy_registrar": ("Deputy Registrar", "Greffier adjoint")}
OFFICES = {**PRESIDENCY, **PROSECUTION, **REGISTRY}


def _end(draft: Roll, entry: Entry) -> None:
    given = entry.particulars
    for tenure in draft.offices:
        if tenure.office == given["office"] and tenure.person == given["person"] and tenure.since <= given["effective"] <= tenure.until:
            tenure.ended = entry


def _suggest_holders(v: View) -> list[tuple[str, str]]:
    """Who holds the office named, or any of them, for forms."""
    offices = [v.given["office"]] if v.given.get("office") in OFFICES else list(OFFICES)
    return [(t.person, t.person) for office in offices for t in holder_on(v.posture, office, v.on)]


end = law.act("record_end_of_office", "roll", ("Record that an office ended before its term", "Inscrire la fin anticipée d'une fonction"),
              ("{person} left the office ({office}), with effect on {effective}", "{person} a quitté ses fonctions ({office}), avec effet au {effective}"), [
    Particular("office", "choice", "office", "fonction", choices=[Choice(code, en, fr) for code, (en, fr) in OFFICES.items()]),
    Particular("person", "text", "person", "personne", suggest=_suggest_holders),
    Particular("cause", "choice", "cause", "cause", choices=[Choice("resignation", "resignation", "démission"), Choice("death", "death", "décès"),
                                                             Choice("other_office", "election to another office", "élection à une autre fonction")]),
    Particular("effective", "date", "with effect on", "avec effet au")], _end)

of_the_presidency = is_one_of(law, "of_the_presidency", "38(3)", ("an office of the Presidency", "une fonction de la Présidence"), "office", tuple(PRESIDENCY))
of_the_prosecution = is_one_of(law, "of_the_prosecution", "42(2)", ("an office of the Prosecution", "une fonction du Bureau du Procureur"), "office", tuple(PROSECUTION))
of_the_registry = is_one_of(law, "of_the_registry", "43(2)", ("an office of the Registry", "une fonction du Greffe"), "office", tuple(REGISTRY))


@law.fact("38(3)", ("that person holds it on that day", "cette personne l'exerce ce jour-là"), needs=("office", "person", "effective"))
def held_then(v: View) -> Any:
    office, person, day = v.given.get("office"), v.given.get("person"), v.given.get("effective")
    if office is None or person is None or day is None:
        return None
    return next((t.entry for t in holder_on(v.posture, office, day) if t.person == person), False)


law.power("38(3)", end, ("presidency", "judges"), all_of(of_the_presidency, held_then), name="end_in_presidency")
law.power("42(2)", end, ("prosecutor", "deputy_prosecutor", "bureau"), all_of(of_the_prosecution, held_then), name="end_in_prosecution")
law.power("43(2)", end, ("registrar", "presidency"), all_of(of_the_registry, held_then), name="end_in_registry")
