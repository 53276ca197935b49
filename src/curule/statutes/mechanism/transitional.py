"""Transitional arrangements 1 to 7: which body is competent for what was under way, on each day.

A matter of kind ``allocation`` holds the day of the event that decides (arrest, notice, application, confirmation);
the rules give each act to the ICTY, the ICTR or the Mechanism. Articles 1 to 4 stand in
:mod:`curule.statutes.mechanism.transitional_trials`, articles 5 to 7 here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from curule.law.answers import Answer
from curule.law.conditions import Truth, all_of, no
from curule.law.library import Library
from curule.law.rules import Class
from curule.law.view import Actor, View
from curule.statutes.mechanism.article_06 import branch_begun
from curule.statutes.mechanism.matters.allocation import COMPLETION
from curule.statutes.mechanism.transition_acts import (
    answer_request,
    apply_agreement,
    carry_over_request,
    complete,
    hand_over,
    law,
    link_case,
    perform_function,
    protect_person,
    record_assignment,
)
from curule.statutes.mechanism.transitional_trials import BODIES, KEPT, TRIBUNALS, commencement_of, day_of, own_matter

__all__ = ["BODIES", "competent_body", "law"]


def competent_body(library: Library, posture: Any, act: str, on: date,
                   given: Mapping[str, Any] | None = None) -> dict[str, Answer]:
    """For each body, whether it may do an act of an allocation matter on a day; one of them at most is permitted."""
    return {body: library.may(act, posture, on, Actor(body), given or {}) for body in BODIES}


for _id, _title, _summary in (
    ("ta5(1)", ("Protection in cases of a Tribunal", "Protection dans les affaires d'un Tribunal"),
     ("The Tribunal protects in the cases it keeps.", "Le Tribunal protège dans les affaires qu'il garde.")),
    ("ta5(2)", ("Protection in cases of the Mechanism", "Protection dans les affaires du Mécanisme"),
     ("The Mechanism protects in its cases.", "Le Mécanisme protège dans ses affaires.")),
    ("ta5(3)", ("Shared victims and witnesses", "Victimes et témoins communs"),
     ("Who appears in cases of both is the Mechanism's.", "Qui figure dans des affaires des deux relève du Mécanisme.")),
    ("ta5(4)", ("Protection in completed cases", "Protection dans les affaires terminées"),
     ("Handed over as soon as possible; the Mechanism's from the commencement day.",
      "Transférée dès que possible ; au Mécanisme dès l'entrée en fonctions.")),
    ("ta6", ("Other functions", "Autres fonctions"),
     ("Supervision of sentences, national requests, records and archives pass over on the commencement day.",
      "Contrôle des peines, demandes nationales, dossiers et archives passent au Mécanisme à l'entrée en fonctions.")),
    ("ta7", ("Two bodies at once", "Deux institutions à la fois"),
     ("Despite the Statutes one may serve the Mechanism and a Tribunal.", "Malgré les Statuts, on peut servir le Mécanisme et "
      "un Tribunal.")),
    ("ta7(a)", ("Principals and judges", "Hauts responsables et juges"),
     ("President, judges, Prosecutor and Registrar may hold the same office in both.",
      "Président, juges, Procureur et Greffier peuvent exercer la même fonction dans les deux.")),
    ("ta7(b)", ("Staff", "Personnel"), ("Staff of the Mechanism may be staff of a Tribunal.",
     "Le personnel du Mécanisme peut être celui d'un Tribunal.")),
):
    law.clause(_id, Class.RULE, _title, _summary)

# -- article 5: protection -------------------------------------------------------------------------------------------


def _body_of_case(v: View, body: str) -> bool | None:
    case = v.given.get("case")
    return None if case is None else v.posture.protected.cases.get(case) == body


@law.fact("ta5(1)", ("the case named is a Tribunal's", "l'affaire visée relève d'un Tribunal"), needs=("case",))
def case_of_tribunal(v: View) -> Any:
    return _body_of_case(v, "tribunal")


@law.fact("ta5(2)", ("the case named is the Mechanism's", "l'affaire visée relève du Mécanisme"), needs=("case",))
def case_of_mechanism(v: View) -> Any:
    return _body_of_case(v, "mechanism")


@law.fact("ta5(4)", ("the case named is completed", "l'affaire visée est terminée"), needs=("case",))
def case_completed(v: View) -> Any:
    return _body_of_case(v, "completed")


@law.fact("ta5(3)", ("the person appears in a case of the Mechanism too", "la personne figure aussi dans une affaire du "
                     "Mécanisme"), cured_by=("link_case",))
def also_in_mechanism_case(v: View) -> Any:
    return "mechanism" in v.posture.protected.cases.values()


@law.fact("ta5(4)", ("a completed case is concerned", "une affaire terminée est en cause"), cured_by=("link_case",))
def completed_case_known(v: View) -> Any:
    return "completed" in v.posture.protected.cases.values()


@law.fact("ta5(1)", ("the matter is one of protection", "il s'agit d'un dossier de protection"))
def protection_matter(v: View) -> Any:
    return v.posture.subject == "protection"


@law.fact("ta6", ("the matter is another function", "il s'agit d'une autre fonction"))
def function_matter(v: View) -> Any:
    return v.posture.subject == "function"


@law.stage("ta6", ("the handover is arranged", "le transfert est organisé"), cured_by=("hand_over",))
def handed_over(v: View) -> Any:
    return v.posture.handed_over or False


law.power("ta5(1)", link_case, ("witness_unit", "registry", *BODIES), protection_matter)
law.power("ta5(1)", protect_person, TRIBUNALS, all_of(own_matter, case_of_tribunal, ~also_in_mechanism_case))
law.power("ta5(2)", protect_person, "mechanism", case_of_mechanism)
law.power("ta5(3)", protect_person, "mechanism", all_of(case_of_tribunal, also_in_mechanism_case))
law.power("ta5(4)", protect_person, "mechanism", all_of(case_completed, branch_begun))
law.power("ta5(4)", protect_person, TRIBUNALS, all_of(own_matter, case_completed, ~branch_begun), name="protect_until_start")
law.duty("ta5(4)", hand_over, TRIBUNALS, all_of(own_matter, completed_case_known), handed_over, due=commencement_of)

# -- article 6 and the resolution: other functions, agreements, requests, completion ---------------------------------

law.duty("ta6", hand_over, TRIBUNALS, all_of(own_matter, function_matter), handed_over, due=commencement_of)
law.power("ta6", perform_function, "mechanism", all_of(function_matter, branch_begun))
law.power("ta6", perform_function, TRIBUNALS, all_of(own_matter, function_matter, ~branch_begun), name="until_start")


@law.fact("res4", ("an agreement is on record", "un accord est inscrit"), cured_by=("record_trigger",))
def agreement_known(v: View) -> Any:
    return v.posture.triggers.get("agreement_in_force") or False


@law.fact("res4", ("the end of the agreement is on record", "la fin de l'accord est inscrite"))
def agreement_ended(v: View) -> Any:
    return v.posture.triggers.get("agreement_ended") or False


in_force_by_start = law.measure(
    "agreement_in_force_by_start", "res4", ("the agreement was in force on the commencement day", "l'accord était en vigueur à "
                                            "la date d'entrée en fonctions"),
    lambda v: day_of(v, "agreement_in_force"), "<=", commencement_of)
ended_by_then = law.measure(
    "agreement_ended_by_then", "res4", ("the agreement ended before that day", "l'accord a pris fin avant ce jour"),
    lambda v: day_of(v, "agreement_ended"), "<", lambda v: v.on,
    says_not=("the agreement had not ended", "l'accord n'avait pas pris fin"))
law.power("res4", apply_agreement, "mechanism", all_of(
    agreement_known, branch_begun, in_force_by_start, ~all_of(agreement_ended, ended_by_then)))


@law.fact("res8", ("a request of the Tribunal to a State is on record", "une demande du Tribunal à un État est inscrite"),
          cured_by=("record_trigger",))
def request_known(v: View) -> Any:
    return v.posture.triggers.get("request_made") or False


@law.fact("res8", ("the State has answered", "l'État a répondu"), cured_by=("answer_tribunal_request",))
def request_answered(v: View) -> Any:
    return v.posture.answered or False


law.duty("res8", answer_request, "state", request_known, request_answered)
law.power("res8", carry_over_request, "mechanism", all_of(request_known, branch_begun, ~request_answered))


@law.fact("res3", ("the Tribunal conducts these proceedings, or is the one to conduct them",
                   "le Tribunal conduit cette procédure, ou c'est à lui de la conduire"))
def left_to_the_tribunal(v: View) -> Any:
    acts = tuple(e for e in v.posture.acts if e.actor.organ in TRIBUNALS)
    return acts or (tuple(v.posture.triggers.values()) if KEPT.truth(v) is Truth.MET else False)


@law.stage("res3", ("the work is completed", "les travaux sont achevés"), cured_by=("record_completion",))
def completed(v: View) -> Any:
    return v.posture.completed or False


law.duty("res3", complete, TRIBUNALS, all_of(own_matter, left_to_the_tribunal), completed, due=lambda v: COMPLETION)

# -- article 7: serving two bodies -----------------------------------------------------------------------------------


@law.fact("ta7", ("one body is the Mechanism and the other a Tribunal", "l'une des institutions est le Mécanisme, l'autre un "
                  "Tribunal"), needs=("body", "other_body"))
def mechanism_and_tribunal(v: View) -> Any:
    bodies = v.given.get("body"), v.given.get("other_body")
    return None if None in bodies else "mechanism" in bodies and any(b in TRIBUNALS for b in bodies)


@law.fact("ta7(a)", ("the office is President, judge, Prosecutor or Registrar", "la fonction est celle de Président, de juge, de "
                     "Procureur ou de Greffier"), needs=("office",))
def principal_office(v: View) -> Any:
    office = v.given.get("office")
    return None if office is None else office in ("president", "judge", "prosecutor", "registrar")


@law.fact("ta7(a)", ("it is the same office in both", "la fonction est la même dans les deux"), needs=("office", "other_office"))
def same_office(v: View) -> Any:
    office, other = v.given.get("office"), v.given.get("other_office")
    return None if office is None or other is None else office == other


@law.fact("ta7(b)", ("the person is staff in both", "la personne est membre du personnel des deux"),
          needs=("office", "other_office"))
def staff_of_both(v: View) -> Any:
    offices = v.given.get("office"), v.given.get("other_office")
    return None if None in offices else offices == ("staff", "staff")


@law.fact("ta7(b)", ("another body finances the person's post already", "une autre institution finance déjà le poste"), needs=("person", "paid_by"), reversible=True,
          says_not=("no other body finances the person's post", "aucune autre institution ne finance le poste"))
def financed_already(v: View) -> Any:
    person, payer = v.given.get("person"), v.given.get("paid_by")
    before = v.posture.assignments.get(person)
    if before is None or payer is None:
        return False
    over = "until" in before.particulars and before.particulars["until"] < v.given.get("since", v.on)
    return no(before) if over or before.particulars.get("paid_by", payer) == payer else before


law.prohibition("ta7(b)", record_assignment, financed_already, name="one_payer")
law.power("ta7(a)", record_assignment, ("registrar", "secretary_general"),
          all_of(mechanism_and_tribunal, principal_office, same_office))
law.power("ta7(b)", record_assignment, ("registrar", "secretary_general"), all_of(mechanism_and_tribunal, staff_of_both))
