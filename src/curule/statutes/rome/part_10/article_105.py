"""Articles 105 and 106 of the Rome Statute: the sentence binds; supervision of enforcement."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.enforcement import Enforcement
from curule.statutes.rome.part_10.article_110 import file_open

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("105(1)", ("Binding sentence", "Peine obligatoire"),
     ("No State Party may modify it.", "Aucun État Partie ne peut la modifier.")),
    ("105(2)", ("Appeal and revision", "Appel et révision"),
     ("The Court alone decides; applications pass freely.", "La Cour seule statue ; les demandes circulent librement.")),
    ("106(1)", ("Supervision", "Contrôle"),
     ("By the Court, on treaty standards.", "Par la Cour, selon les règles conventionnelles.")),
    ("106(2)", ("Conditions of detention", "Conditions de détention"),
     ("National law, like those of comparable prisoners.", "Droit national, comme pour des détenus comparables.")),
    ("106(3)", ("Communications", "Communications"),
     ("With the Court free and confidential.", "Libres et confidentielles avec la Cour.")),
):
    law.clause(provision, Class.RULE, title, summary)

STATES = ("state", "state_party")
SORTS = [Choice("appeal", "appeal", "appel"), Choice("revision", "revision", "révision")]


def _measure(draft: Enforcement, entry: Entry) -> None:
    draft.measures.append(entry)


def _supervise(draft: Enforcement, entry: Entry) -> None:
    draft.supervised.append(entry)


measure = law.act(
    "apply_national_measure", "enforcement", ("Apply a national measure", "Appliquer une mesure nationale"), ("A national measure was applied: {sort}", "Mesure nationale appliquée : {sort}"),
    [Particular("sort", "choice", "measure", "mesure", choices=[
        Choice("agreed_condition", "condition agreed with the Court", "condition agréée par la Cour"), Choice("remission", "remission", "remise de peine"),
        Choice("commutation", "commutation", "commutation"), Choice("pardon", "pardon", "grâce")])], _measure, group="enforcement")
apply_for = law.act("lodge_application_in_prison", "enforcement", ("Lodge an application in prison", "Déposer une demande en détention"), ("An application for {sort} was lodged", "Demande déposée : {sort}"),
                    [Particular("sort", "choice", "application", "demande", choices=SORTS)], lambda draft, entry: draft.applications.__setitem__(entry.particulars["sort"], entry), group="enforcement")
transmit = law.act("transmit_application", "enforcement", ("Transmit an application to the Court", "Transmettre une demande à la Cour"), ("The application for {sort} was transmitted to the Court", "Demande transmise à la Cour : {sort}"),
                   [Particular("sort", "choice", "application", "demande", choices=SORTS)], lambda draft, entry: draft.transmitted.__setitem__(entry.particulars["sort"], entry), group="enforcement")
supervise = law.act("record_supervision", "enforcement", ("Record supervision", "Inscrire un contrôle"), ("Conditions of imprisonment were examined", "Les conditions de détention ont été examinées"),
                    [Particular("report", "text", "report", "rapport", required=False)], _supervise, group="enforcement")
regime = law.act(
    "fix_prison_regime", "enforcement", ("Fix the prison regime", "Fixer le régime de détention"), ("Prison regime: {compared} compared with similar prisoners", "Régime de détention : {compared} par rapport à des détenus comparables"),
    [Particular("compared", "choice", "compared with prisoners convicted of similar offences", "par rapport aux détenus condamnés pour des infractions similaires", choices=[
        Choice("same", "the same", "le même"), Choice("better", "better", "meilleur"), Choice("worse", "worse", "moins bon")])], _measure, group="enforcement")
letter = law.act("handle_communication", "enforcement", ("Handle a communication with the Court", "Traiter une communication avec la Cour"), ("A communication with the Court was handled", "Une communication avec la Cour a été traitée"),
                 [Particular("opened", "yes_no", "it was read or held back", "elle a été lue ou retenue")], None, audience=("organ:registry", "bench", "organ:defence"), group="enforcement")


@law.fact("105(1)", ("it is a condition agreed with the Court, which leaves the sentence as it is", "c'est une condition agréée par la Cour, qui laisse la peine intacte"), needs=("sort",),
          says_not=("it would modify the sentence", "elle modifierait la peine"))
def agreed_condition(v: View) -> Any:
    return v.given["sort"] == "agreed_condition" if "sort" in v.given else None


@law.stage("105(2)", ("an application of that sort was lodged", "une demande de cette nature a été déposée"), says_not=("no such application was lodged", "aucune demande de cette nature n'a été déposée"), cured_by=(apply_for,))
def application_lodged(v: View) -> Any:
    sort = v.given.get("sort")
    return None if sort is None else v.posture.applications.get(sort) or False


@law.stage("105(2)", ("it was transmitted to the Court", "elle a été transmise à la Cour"), says_not=("it was not transmitted to the Court", "elle n'a pas été transmise à la Cour"), cured_by=(transmit,))
def application_transmitted(v: View) -> Any:
    sort = v.given.get("sort")
    return None if sort is None else v.posture.transmitted.get(sort) or False


@law.fact("106(2)", ("the regime is that of prisoners convicted of similar offences", "le régime est celui de détenus condamnés pour des infractions similaires"), needs=("compared",),
          says_not=("the regime is better or worse than that of similar prisoners", "le régime est meilleur ou moins bon que celui de détenus comparables"))
def same_regime(v: View) -> Any:
    return v.given["compared"] == "same" if "compared" in v.given else None


@law.fact("106(3)", ("the communication was neither read nor held back", "la communication n'a été ni lue ni retenue"), needs=("opened",),
          says_not=("the communication was read or held back", "la communication a été lue ou retenue"))
def untouched(v: View) -> Any:
    return not v.given["opened"] if "opened" in v.given else None


law.power("105(1)", measure, STATES, file_open)
law.prohibition("105(1)", measure, ~agreed_condition)
law.power("105(2)", apply_for, "defence", file_open)
law.duty("105(2)", transmit, STATES, application_lodged, application_transmitted, each=lambda v: [{"sort": sort} for sort in v.posture.applications])
law.power("106(1)", supervise, ("presidency", "registrar"), file_open)
law.power("106(2)", regime, STATES, file_open)
law.prohibition("106(2)", regime, ~same_regime)
law.power("106(3)", letter, (*STATES, "registrar"), file_open)
law.prohibition("106(3)", letter, ~untouched)
