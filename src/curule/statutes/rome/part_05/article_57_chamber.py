"""Article 57 of the Rome Statute, paragraphs 1 and 2: the Pre-Trial Chamber, what needs its majority, what a single judge may do."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.roll import offered_judges
from curule.statutes.rome.matters.situation_investigation import Chamber
from curule.statutes.rome.part_05.facts import chamber_of, in_favour_particular, on_record

law = Chapter("rome", __name__)

KINDS = ("situation", "case")

FUNCTIONS = (
    Choice("issue_warrant", "issuing warrants of arrest", "délivrer les mandats d'arrêt"),
    Choice("reject_application_for_warrant", "rejecting applications for warrants", "rejeter les requêtes aux fins de mandat"),
    Choice("issue_summons", "issuing summonses", "délivrer les citations à comparaître"), Choice("amend_warrant", "amending warrants", "modifier les mandats"),
    Choice("end_warrant", "ending warrants", "mettre fin aux mandats"), Choice("direct_request_for_arrest", "directing requests for arrest", "ordonner les demandes d'arrestation"),
    Choice("recommend_on_interim_release", "recommendations to the custodial State", "recommandations à l'État de détention"),
    Choice("request_release_reports", "requesting reports on interim release", "demander des rapports sur la mise en liberté"),
    Choice("hold_first_appearance", "the first appearance", "la première comparution"), Choice("decide_interim_release", "interim release", "la mise en liberté provisoire"),
    Choice("review_detention", "review of detention", "le réexamen de la détention"), Choice("find_inexcusable_delay", "findings of delay", "le constat d'un retard"),
    Choice("consider_release_for_delay", "release because of delay", "la mise en liberté en raison d'un retard"),
    Choice("issue_warrant_for_released_person", "warrants against persons released", "les mandats contre des personnes libérées"),
    Choice("set_confirmation_hearing", "setting the confirmation hearing", "fixer l'audience de confirmation"),
    Choice("order_disclosure_for_hearing", "disclosure before the hearing", "la divulgation avant l'audience"),
    Choice("order_opportunity_measures", "measures under article 56", "les mesures au titre de l'article 56"),
    Choice("issue_investigative_order", "orders for the investigation", "les ordonnances pour l'enquête"),
    Choice("order_assistance_to_defence", "assistance to the defence", "l'aide à la défense"),
    Choice("provide_protection_before_trial", "protection before trial", "la protection avant le procès"),
    Choice("seek_protective_measures_for_forfeiture", "protective measures for forfeiture", "les mesures conservatoires aux fins de confiscation"),
)
BY_SINGLE_JUDGE = tuple(choice.value for choice in FUNCTIONS)
"""Functions that one judge may exercise (article 57(2)(b)); the majority may reserve any of them to the Chamber."""


def _assign(draft: Any, entry: Entry) -> None:
    earlier = draft.chambers.get("pre_trial")
    judges = entry.particulars["judges"]
    former = tuple(j for j in (*earlier.former, *earlier.judges) if j not in judges) if earlier else ()
    draft.chambers["pre_trial"] = Chamber(judges=judges, presiding=entry.particulars.get("presiding", ""), former=former, entry=entry)


def _reserve(draft: Any, entry: Entry) -> None:
    for act in entry.particulars["acts"]:
        draft.inquiry.reserved[act] = entry


assign = law.act(
    "assign_pre_trial_chamber", KINDS, ("Assign the Pre-Trial Chamber", "Assigner la Chambre préliminaire"),
    ("The Presidency assigned the Pre-Trial Chamber: {judges}", "La Présidence a assigné la Chambre préliminaire : {judges}"),
    [Particular("judges", "judge", "judges", "juges", many=True, suggest=offered_judges), Particular("presiding", "judge", "presiding judge", "juge président", required=False, suggest=offered_judges)],
    _assign, group="chambers")
reserve = law.act(
    "reserve_to_full_chamber", KINDS, ("Reserve functions to the full Chamber", "Réserver des fonctions à la Chambre plénière"),
    ("A majority of the Pre-Trial Chamber reserved to the Chamber: {acts}", "La majorité de la Chambre préliminaire a réservé à la Chambre : {acts}"),
    [Particular("acts", "choice", "functions", "fonctions", many=True, choices=FUNCTIONS), in_favour_particular()],
    _reserve, group="chambers")

matter_open = on_record(law, "matter_open", "57(1)", ("the matter is open", "l'affaire ou la situation est ouverte"), ("the matter is not open", "l'affaire ou la situation n'est pas ouverte"),
                        lambda v: v.posture.opened)


@law.stage("57(1)", ("a Pre-Trial Chamber is assigned", "une Chambre préliminaire est assignée"), says_not=("no Pre-Trial Chamber is assigned", "aucune Chambre préliminaire n'est assignée"),
           cured_by=("assign_pre_trial_chamber",))
def chamber_assigned(v: View) -> Any:
    chamber = chamber_of(v)
    return chamber.entry if chamber else False


def concurring(v: View) -> int | None:
    """How many judges of the Chamber concur."""
    chamber, favour = chamber_of(v), v.given.get("in_favour")
    return None if chamber is None or favour is None else len(set(favour) & set(chamber.judges))


def majority(v: View) -> int | None:
    """How many judges are a majority of the Chamber."""
    chamber = chamber_of(v)
    return len(chamber.judges) // 2 + 1 if chamber else None


majority_concurs = law.measure("majority_concurs", "57(2)(a)", ("a majority of the judges of the Pre-Trial Chamber concurs", "la majorité des juges de la Chambre préliminaire y souscrit"),
                               concurring, ">=", majority, needs=("in_favour",))


@law.fact("57(2)(b)", ("a majority reserved this function to the full Chamber", "la majorité a réservé cette fonction à la Chambre plénière"), kind=Kind.PROHIBITED,
          says_not=("this function is not reserved to the full Chamber", "cette fonction n'est pas réservée à la Chambre plénière"))
def reserved(v: View) -> Any:
    return v.posture.inquiry.reserved.get(v.act) or no()


law.power("57(1)", assign, "presidency", matter_open)
law.power("57(2)(b)", reserve, "pre_trial_chamber", chamber_assigned)
law.prohibition("57(2)(a)", reserve, ~majority_concurs)
law.prohibition("57(2)(b)", BY_SINGLE_JUDGE, reserved, by="single_judge", name="reserved")

law.clause("57(1)", Class.RULE, ("The Pre-Trial Chamber", "La Chambre préliminaire"), ("Its functions follow this article unless the Statute says otherwise.",
           "Ses fonctions s'exercent selon le présent article, sauf disposition contraire."))
law.clause("57(2)(a)", Class.RULE, ("Majority needed", "Majorité requise"), ("Rulings under articles 15, 18, 19, 54(2), 61(7) and 72 need a majority of its judges.",
           "Les décisions au titre des articles 15, 18, 19, 54-2, 61-7 et 72 requièrent la majorité de ses juges."))
law.clause("57(2)(b)", Class.RULE, ("Single judge", "Juge unique"), ("One judge may do all else, unless the Rules or a majority provide otherwise.",
           "Un seul juge peut faire le reste, sauf disposition du Règlement ou décision de la majorité."))
