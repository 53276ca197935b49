"""Resolution 1966 (2010): succession, cooperation of States, referral, as far as they bear on jurisdiction.

Paragraphs on the institution stand in :mod:`curule.statutes.mechanism.resolution_institution`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_06 import referable
from curule.statutes.mechanism.case_facts import accused_code, each_accused, person_particular, trial_not_opened
from curule.statutes.mechanism.matters.case import Case

__all__ = ["law"]

law = Chapter("irmct", __name__)

law.clause("res2", Class.RULE, ("Transitional arrangements prevail", "Primauté des dispositions transitoires"),
           ("The resolution and the three Statutes apply subject to the transitional arrangements.",
            "La résolution et les trois Statuts s'appliquent sous réserve des dispositions transitoires."))
law.clause("res3", Class.RULE, ("Completion by the Tribunals", "Achèvement par les Tribunaux"),
           ("The Tribunals are to finish what is left to them by 31 December 2014 and hand over smoothly.",
            "Les Tribunaux achèvent ce qui leur reste au 31 décembre 2014 et assurent une transition sans heurt."))
law.clause("res4", Class.RULE, ("Succession", "Succession"),
           ("From its commencement each branch carries on jurisdiction, rights, duties and essential functions; agreements "
            "in force that day apply to the Mechanism.",
            "Dès sa date d'entrée en fonctions, chaque division reprend compétence, droits, obligations et fonctions "
            "essentielles ; les accords en vigueur ce jour-là valent pour le Mécanisme."))
law.clause("res8", Class.RULE, ("Requests of the Tribunals", "Demandes des Tribunaux"),
           ("States answer without undue delay what a Tribunal asks about locating, arresting, detaining, surrendering and "
            "transferring accused.",
            "Les États répondent sans retard indu aux demandes d'un Tribunal : recherche, arrestation, détention, remise et "
            "transfèrement d'accusés."))
law.clause("res9", Class.RULE, ("Full cooperation of States", "Pleine coopération des États"),
           ("Every State takes the measures its law needs and complies with requests and orders of the Mechanism.",
            "Chaque État prend les mesures que son droit exige et défère aux demandes et ordonnances du Mécanisme."))
law.clause("res10", Class.RULE, ("Fugitives", "Fugitifs"),
           ("States where fugitives may hide step up their help, above all for arrest and surrender.",
            "Les États où des fugitifs pourraient se cacher renforcent leur aide, surtout pour l'arrestation et la remise."))
law.clause("res11", Class.RULE, ("Efforts to refer", "Efforts de renvoi"),
           ("Every effort is made to refer the cases of persons who are not among the most senior leaders.",
            "Tout est fait pour renvoyer les affaires de ceux qui ne sont pas parmi les plus hauts dirigeants."))
law.clause("res12", Class.RULE, ("States take referred cases", "Accueil des affaires renvoyées"),
           ("States are called on to help as far as they can by taking cases.",
            "Les États sont appelés à reprendre des affaires dans toute la mesure possible."))
law.clause("res19", Class.NOT_EXECUTABLE, ("Council remains seized", "Le Conseil reste saisi"),
           ("The matter stays on the agenda of the Security Council.", "La question reste à l'ordre du jour du Conseil."),
           reason=("It concerns the Council's own agenda; nobody acts on it in the records of the Mechanism.",
                   "Elle ne concerne que l'ordre du jour du Conseil ; rien n'en dépend dans les dossiers du Mécanisme."))


def _lead(draft: Case, entry: Entry) -> None:
    draft.jurisdiction.leads[entry.particulars["person"]] = entry


def _measures(draft: Case, entry: Entry) -> None:
    draft.jurisdiction.measures[entry.particulars["person"]] = entry


record_lead = law.act(
    "record_fugitive_lead", "case", ("Record where a fugitive may be", "Inscrire où un fugitif pourrait se trouver"),
    ("{person} may be hiding in {state}; help sought: {help}", "{person} pourrait se cacher ({state}) ; aide demandée : {help}"),
    [person_particular("fugitive", "fugitif"), Particular("state", "state", "State of suspected presence", "État de présence "
                                                          "présumée"),
     Particular("help", "long_text", "help asked of the State", "aide demandée à l'État")], _lead,
    audience=("organ:prosecutor", "organ:registrar", "bench"))
report_measures = law.act(
    "report_measures", "case", ("Report measures against a fugitive", "Rendre compte des mesures visant un fugitif"),
    ("{state} reported its measures concerning {person}", "{state} a rendu compte de ses mesures concernant {person}"),
    [person_particular("fugitive", "fugitif"), Particular("state", "state", "State", "État"),
     Particular("measures", "long_text", "measures taken under its law", "mesures prises selon son droit")], _measures,
    audience=("organ:prosecutor", "organ:registrar", "bench", "organ:state"))


@law.stage("res10", ("a warrant or order stands against the person", "un mandat ou une ordonnance vise la personne"),
           cured_by=("issue_order",))
def sought(v: View) -> Any:
    code = accused_code(v)
    person = v.posture.accused.get(code)
    return None if code is None and v.posture.accused else False if person is None else tuple(person.warrants) or False


@law.stage("res10", ("the person is at large", "la personne est en fuite"),
           says_not=("the person has been arrested", "la personne a été arrêtée"))
def at_large(v: View) -> Any:
    person = v.posture.accused.get(accused_code(v))
    return no(person.arrested) if person is not None and person.arrested is not None else True


@law.fact("res10", ("a State of suspected presence is on record", "un État de présence présumée est inscrit"),
          says_not=("no lead is on record", "aucune piste n'est inscrite"), cured_by=("record_fugitive_lead",))
def lead_known(v: View) -> Any:
    code = accused_code(v)
    return None if code is None and v.posture.accused else v.posture.jurisdiction.leads.get(code) or False


@law.fact("res9", ("the State where the person may be has reported its measures", "l'État de présence présumée a rendu compte "
                   "de ses mesures"), cured_by=("report_measures",))
def measures_reported(v: View) -> Any:
    jurisdiction = v.posture.jurisdiction
    lead, reported = jurisdiction.leads.get(accused_code(v)), jurisdiction.measures.get(accused_code(v))
    if lead is None or reported is None or reported.particulars["state"] != lead.particulars["state"]:
        return False
    return reported if reported.number > lead.number else no(lead)


def _each_with_lead(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"person": person} for person in v.posture.jurisdiction.leads]


law.duty("res10", record_lead, "prosecutor", all_of(sought, at_large), lead_known, each=each_accused)
law.duty("res9", report_measures, "state", all_of(lead_known, at_large), measures_reported, each=_each_with_lead)
law.power("res12", "declare_readiness", "state", all_of(referable, trial_not_opened))
