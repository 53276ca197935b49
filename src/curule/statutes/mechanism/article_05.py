"""Article 5 of the Statute of the Mechanism: concurrent jurisdiction with national courts, and primacy."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_01 import most_senior
from curule.statutes.mechanism.case_facts import accused_code, count_particular, person_particular
from curule.statutes.mechanism.matters.case import Accused, Case
from curule.statutes.mechanism.referral import referral_stands

__all__ = ["law", "national_proceedings_known"]

law = Chapter("irmct", __name__)

NATIONAL = ("national_court", "state")

law.clause("5(1)", Class.RULE, ("Concurrent jurisdiction", "Compétences concurrentes"),
           ("The Mechanism and national courts may both prosecute the persons of article 1.",
            "Le Mécanisme et les juridictions nationales peuvent poursuivre les personnes visées à l'article premier."))
law.clause("5(2)", Class.RULE, ("Primacy and deferral", "Primauté et dessaisissement"),
           ("A national court may be formally requested, at any stage, to defer the case of a most senior leader.",
            "Le dessaisissement d'une juridiction nationale peut être demandé à tout stade pour un plus haut dirigeant."))


def _in(person: str, state: str) -> str:
    """The key of the proceedings against a person in one State."""
    return f"{person}@{state}"


def _begin(draft: Case, entry: Entry) -> None:
    national = draft.jurisdiction.national
    national[entry.particulars["person"]] = national[_in(entry.particulars["person"], entry.particulars["state"])] = entry


def _same_acts(draft: Case, entry: Entry) -> bool:
    """Whether a national judgement is for the acts charged here: its proceedings were said to be for other acts, or not."""
    given = entry.particulars
    begun = draft.jurisdiction.national.get(_in(given["person"], given["state"]))
    return bool(given.get("counts")) or begun is None or begun.particulars.get("same_acts", True)


def _judge(draft: Case, entry: Entry) -> None:
    given, referral = entry.particulars, draft.referral
    person = draft.accused.setdefault(given["person"], Accused())
    if not _same_acts(draft, entry):
        return
    if referral.ordered is not None and referral.national_judgement is None and referral.ordered.particulars.get("state", given["state"]) == given["state"]:
        referral.national_judgement = entry
    if given["final"]:
        person.national_trial = entry


def _stay(draft: Case, entry: Entry) -> None:
    draft.jurisdiction.stayed[entry.particulars["person"]] = entry


record_proceedings = law.act(
    "record_national_proceedings", "case", ("Record national proceedings", "Inscrire une procédure nationale"),
    ("Proceedings against {person} before {court} ({state}): {stage}",
     "Procédure contre {person} devant {court} ({state}) : {stage}"),
    [person_particular(), Particular("state", "state", "State", "État"),
     Particular("court", "text", "court", "juridiction"),
     Particular("stage", "choice", "stage", "stade", choices=[
         Choice("investigation", "investigation", "enquête"), Choice("trial", "trial", "procès"),
         Choice("appeal", "appeal", "appel")]),
     Particular("same_acts", "yes_no", "for acts charged before the Mechanism or a Tribunal",
                "pour des faits reprochés devant le Mécanisme ou un Tribunal")], _begin)
record_judgement = law.act(
    "record_national_judgement", "case", ("Record a national judgement", "Inscrire un jugement national"),
    ("A national court of {state} gave judgement on {person}: {outcome}",
     "Une juridiction nationale ({state}) a jugé {person} : {outcome}"),
    [person_particular(), Particular("state", "state", "State", "État"),
     Particular("outcome", "choice", "outcome", "issue", choices=[
         Choice("convicted", "convicted", "condamnation"), Choice("acquitted", "acquitted", "acquittement")]),
     Particular("final", "yes_no", "final", "définitif"),
     Particular("characterised", "choice", "how the acts were characterised", "qualification retenue", choices=[
         Choice("international", "as international crimes", "crimes internationaux"),
         Choice("ordinary", "as ordinary crimes", "crimes de droit commun")]),
     count_particular("counts", "counts of the Mechanism for the same acts", "chefs du Mécanisme visant les mêmes faits",
                      required=False)], _judge)
request_deferral = law.act(
    "request_deferral", "case", ("Request deferral", "Demander le dessaisissement"),
    ("{state} was formally requested to defer the case of {person}",
     "Demande officielle de dessaisissement adressée à {state} concernant {person}"),
    [person_particular(), Particular("state", "state", "State", "État")],
    lambda draft, entry: draft.deferral_requests.append(entry))
defer = law.act(
    "defer_to_mechanism", "case", ("Defer to the Mechanism", "Se dessaisir en faveur du Mécanisme"),
    ("The national court deferred the case of {person} to the Mechanism",
     "La juridiction nationale s'est dessaisie de l'affaire {person} en faveur du Mécanisme"), [person_particular()], _stay)


@law.fact("5(1)", ("the person is a person of this case", "la personne est partie à cette affaire"), needs=("person",))
def person_of_case(v: View) -> Any:
    code = accused_code(v)
    return None if code is None else code in v.posture.accused


@law.stage("5(1)", ("proceedings of that State are on record", "une procédure de cet État est inscrite"),
           says_not=("no proceedings of that State are on record", "aucune procédure de cet État n'est inscrite"),
           cured_by=("record_national_proceedings",))
def national_proceedings_known(v: View) -> Any:
    code, state = accused_code(v), v.given.get("state")
    return None if code is None else v.posture.jurisdiction.national.get(_in(code, state) if state else code) or False


@law.stage("5(2)", ("the national proceedings are not over", "la procédure nationale n'est pas terminée"),
           says_not=("the national judgement is final", "le jugement national est définitif"), permanent=True)
def national_case_pending(v: View) -> Any:
    code = accused_code(v)
    person = v.posture.accused.get(code)
    return no(person.national_trial) if person is not None and person.national_trial is not None else True


@law.stage("5(2)", ("deferral has been requested", "le dessaisissement a été demandé"),
           says_not=("no deferral has been requested", "aucun dessaisissement n'a été demandé"),
           cured_by=("request_deferral", "revoke_referral"))
def deferral_requested(v: View) -> Any:
    code = accused_code(v)
    if code is None and v.posture.accused:
        return None
    requests = [e for e in v.posture.deferral_requests if e.particulars.get("person", code) == code]
    return tuple(requests) or False


law.power("5(1)", record_proceedings, NATIONAL, person_of_case)
law.power("5(1)", record_judgement, (*NATIONAL, "registry"), any_of(national_proceedings_known, referral_stands))
law.power("5(2)", request_deferral, "trial_chamber", all_of(
    most_senior, national_proceedings_known, national_case_pending))
law.power("5(2)", defer, NATIONAL, deferral_requested)
