"""Article 58, paragraph 7, of the Rome Statute: summons to appear."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import Summons, person_in
from curule.statutes.rome.part_05.article_58 import crimes_sought, grounds_cover_crimes, grounds_particular
from curule.statutes.rome.part_05.facts import (
    CHAMBERS,
    SEALED,
    STATES,
    case_open,
    crimes_particular,
    each_person,
    investigation_opened,
    of_person,
    person_particular,
    stated,
    wording,
    yes_no,
)

law = Chapter("rome", __name__)


def _apply(draft: Case, entry: Entry) -> None:
    person = person_in(draft.persons, entry.particulars["person"])
    person.summons_sought, person.warrant_decided = entry, entry


def _issue(draft: Case, entry: Entry) -> None:
    person = person_in(draft.persons, entry.particulars["person"])
    person.summons = Summons(day=entry.particulars.get("day"), crimes=tuple(entry.particulars.get("crimes", ())), entry=entry)


def _serve(draft: Case, entry: Entry) -> None:
    summons = person_in(draft.persons, entry.particulars["person"]).summons
    if summons is not None:
        summons.served = entry


CONDITIONS = (
    Choice("reporting", "regular reporting", "présentation régulière"), Choice("residence", "residence at a given place", "résidence en un lieu donné"),
    Choice("travel", "no travel without leave", "interdiction de voyager sans autorisation"), Choice("contact", "no contact with given persons", "interdiction de contact"),
    Choice("other", "another restriction of liberty", "autre restriction de liberté"), Choice("detention", "detention", "détention"),
)

apply_for_summons = law.act(
    "apply_for_summons", "case", ("Apply for a summons to appear", "Requérir une citation à comparaître"),
    ("The Prosecutor applied for a summons for {person} to appear", "Le Procureur a requis la citation à comparaître de {person}"),
    [person_particular(), crimes_particular("crimes alleged, by provision", "crimes allégués, par disposition"),
     wording("facts", "concise statement of the facts", "exposé succinct des faits", required=True)], _apply, audience=SEALED, group="warrant")
issue_summons = law.act(
    "issue_summons", "case", ("Issue a summons to appear", "Délivrer une citation à comparaître"),
    ("The Chamber summoned {person} to appear on {day}", "La Chambre a cité {person} à comparaître le {day}"),
    [person_particular(), wording("identity", "name and identifying information", "nom et éléments d'identification"),
     Particular("day", "date", "date of appearance", "date de comparution", required=False),
     Particular("crimes", "text", "crimes alleged", "crimes allégués", many=True, required=False, suggest=crimes_sought),
     wording("facts", "concise statement of the facts", "exposé succinct des faits"),
     Particular("conditions", "choice", "conditions restricting liberty", "conditions restrictives de liberté", many=True, required=False, choices=CONDITIONS),
     yes_no("national_law_provides", "national law provides for these conditions", "le droit interne prévoit ces conditions"), grounds_particular()],
    _issue, audience=SEALED, unsealed_by=("unseal_warrant",), group="warrant")
serve_summons = law.act(
    "serve_summons", "case", ("Serve the summons", "Signifier la citation"), ("The summons was served on {person}", "La citation a été signifiée à {person}"),
    [person_particular()], _serve, audience=SEALED, group="warrant")

summons_sought = of_person(law, "summons_sought", "58(7)", ("the Prosecutor applied for a summons", "le Procureur a requis une citation à comparaître"),
                           ("the Prosecutor did not apply for a summons", "le Procureur n'a pas requis de citation à comparaître"), lambda p: p.summons_sought,
                           cured_by=("apply_for_summons",))
summons_decided = of_person(law, "summons_decided", "58(7)", ("the summons was issued on that application", "la citation a été délivrée sur cette requête"),
                            ("the application for a summons is pending", "la requête aux fins de citation est pendante"),
                            lambda p: s.entry if (s := p.summons) and s.entry and p.summons_sought and s.entry.number > p.summons_sought.number else None)
sufficient = law.finding("summons_sufficient", "58(7)", ("a summons suffices to ensure appearance", "une citation suffit à garantir la comparution"), CHAMBERS,
                         ("satisfied", "convaincue"), lasting=False)
summons_identifies = stated(law, "summons_identifies", "58(7)(a)", ("the summons names and identifies the person", "la citation nomme et identifie la personne"),
                            ("the summons does not identify the person", "la citation n'identifie pas la personne"), "identity", after="grounds_for")
day_fixed = stated(law, "day_fixed", "58(7)(b)", ("the summons fixes the day of appearance", "la citation fixe la date de comparution"),
                   ("the summons fixes no day", "la citation ne fixe pas de date"), "day", after="grounds_for")
summons_crimes = stated(law, "summons_crimes", "58(7)(c)", ("the summons names the crimes", "la citation désigne les crimes"),
                        ("the summons names no crime", "la citation ne désigne aucun crime"), "crimes", after="grounds_for")
summons_facts = stated(law, "summons_facts", "58(7)(d)", ("the summons states the facts", "la citation expose les faits"),
                       ("the summons does not state the facts", "la citation n'expose pas les faits"), "facts", after="grounds_for")


@law.fact("58(7)", ("detention is among the conditions", "la détention figure parmi les conditions"), needs=("conditions",),
          says_not=("detention is not among the conditions", "la détention ne figure pas parmi les conditions"))
def detention_imposed(v: View) -> Any:
    return "detention" in v.given.get("conditions", ())


@law.fact("58(7)", ("there are no conditions, or national law provides for them", "il n'y a pas de conditions, ou le droit interne les prévoit"),
          says_not=("national law does not provide for the conditions", "le droit interne ne prévoit pas ces conditions"), needs=("conditions", "national_law_provides"))
def conditions_in_national_law(v: View) -> Any:
    return v.given.get("national_law_provides") if v.given.get("conditions") else True


summons_issued = of_person(law, "summons_to_serve", "58(7)", ("a summons was issued", "une citation a été délivrée"), ("no summons was issued", "aucune citation n'a été délivrée"),
                           lambda p: p.summons.entry if p.summons else None, cured_by=("issue_summons",))
summons_served = of_person(law, "summons_served", "58(7)", ("the summons was served on the person", "la citation a été signifiée à la personne"),
                           ("the summons was not served on the person", "la citation n'a pas été signifiée à la personne"),
                           lambda p: p.summons.served if p.summons else None, cured_by=("serve_summons",))

law.power("58(7)", apply_for_summons, "prosecutor", all_of(case_open, investigation_opened))
law.duty("58(7)", issue_summons, CHAMBERS, summons_sought, summons_decided, each=each_person)
law.prohibition("58(7)", issue_summons, ~all_of(grounds_cover_crimes, sufficient), name="test")
law.prohibition("58(7)", issue_summons, summons_decided, name="decided")
law.prohibition("58(7)", issue_summons, detention_imposed, name="detention")
law.prohibition("58(7)", issue_summons, ~conditions_in_national_law, name="conditions")
law.prohibition("58(7)", issue_summons, ~all_of(summons_identifies, day_fixed, summons_crimes, summons_facts), name="contents")
law.duty("58(7)", serve_summons, ("registry", *STATES), summons_issued, summons_served, each=each_person)
law.prohibition("58(7)", serve_summons, summons_served, name="served")

for provision, title, summary in (
    ("58(7)", ("Summons to appear", "Citation à comparaître"),
     ("Instead of a warrant, where it suffices; conditions short of detention if national law has them; four elements; service.",
      "Au lieu du mandat, si elle suffit ; conditions hors détention si le droit interne les prévoit ; quatre éléments ; signification.")),
    ("58(7)(a)", ("Summons: identity", "Citation : identité"), ("Name and identifying information.", "Nom et éléments d'identification.")),
    ("58(7)(b)", ("Summons: day", "Citation : date"), ("The day on which to appear.", "Le jour de la comparution.")),
    ("58(7)(c)", ("Summons: crimes", "Citation : crimes"), ("The crimes alleged.", "Les crimes allégués.")),
    ("58(7)(d)", ("Summons: facts", "Citation : faits"), ("A concise account of the facts.", "Un exposé succinct des faits.")),
):
    law.clause(provision, Class.RULE, title, summary)
