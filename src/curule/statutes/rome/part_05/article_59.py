"""Article 59 of the Rome Statute: arrest proceedings in the custodial State."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import Custodial, Custody, Detention, end_detention, person_in
from curule.statutes.rome.part_05.facts import (
    CHAMBERS,
    SEALED,
    STATES,
    custodial_of,
    each_person,
    in_detention,
    of_person,
    person_particular,
    warrant_for_person,
    wording,
    yes_no,
)

law = Chapter("rome", __name__)

AUTHORITIES = ("national_court", *STATES)
IN_STATE = (*SEALED, "matter:parties")


def _mark(field: str) -> Any:
    def effect(draft: Case, entry: Entry) -> None:
        setattr(person_in(draft.persons, entry.particulars["person"]).custodial, field, entry)

    return effect


def detain(draft: Case, person: str, where: str, entry: Entry) -> None:
    """Begin a time in custody on the day stated in ``custody_from``, or on that of the entry; one that lasts goes on elsewhere."""
    held = draft.custody.setdefault(person, Custody())
    if held.current is None:
        held.times.append(Detention(since=entry.particulars.get("custody_from", entry.done_on), where=where, begun=entry))
    else:
        held.times[-1].where = where


def _arrest(draft: Case, entry: Entry) -> None:
    person = person_in(draft.persons, entry.particulars["person"])
    if person.surrendered is not None:  # arrested anew after release (article 60(5)): proceedings in the custodial State begin afresh
        person.appeared, person.surrendered, person.custodial = person.appeared or person.surrendered, None, Custodial()
    person.custodial.arrested = entry
    detain(draft, entry.particulars["person"], "custodial_state", entry)


def _step(draft: Case, entry: Entry) -> None:
    person_in(draft.persons, entry.particulars["person"]).custodial.steps.append(entry)


def _decide_release(draft: Case, entry: Entry) -> None:
    custodial = person_in(draft.persons, entry.particulars["person"]).custodial
    custodial.decided = entry
    if entry.particulars["outcome"] == "granted":
        custodial.released = entry
        end_detention(draft.custody, entry.particulars["person"], entry)


def _apply(draft: Case, entry: Entry) -> None:
    custodial = person_in(draft.persons, entry.particulars["person"]).custodial
    custodial.release_sought, custodial.chamber_notified, custodial.recommended, custodial.decided = entry, None, None, None


def _report(draft: Case, entry: Entry) -> None:
    person_in(draft.persons, entry.particulars["person"]).custodial.reports.append(entry)


def _surrender(draft: Case, entry: Entry) -> None:
    person = entry.particulars["person"]
    person_in(draft.persons, person).surrendered = entry
    detain(draft, person, "court", entry)


STATE = Particular("state", "state", "custodial State", "État de détention")

receive_request = law.act(
    "record_receipt_of_request_for_arrest", "case", ("Record receipt of a request for arrest", "Consigner la réception d'une demande d'arrestation"),
    ("{state} received the request for arrest of {person}", "{state} a reçu la demande d'arrestation de {person}"),
    [person_particular(), STATE], _mark("request_received"), audience=SEALED, group="custodial")
take_steps = law.act(
    "take_steps_to_arrest", "case", ("Record steps to arrest", "Consigner les mesures d'arrestation"),
    ("{state} took steps to arrest {person}: {steps}", "{state} a pris des mesures pour arrêter {person} : {steps}"),
    [person_particular(), STATE, wording("steps", "steps taken", "mesures prises", required=True)], _step, audience=SEALED, group="custodial")
record_arrest = law.act(
    "arrest_person", "case", ("Record the arrest", "Consigner l'arrestation"), ("{person} was arrested in {state}", "{person} a été arrêté(e) en {state}"),
    [person_particular(), STATE, Particular("custody_from", "date", "in custody on the Court's account from", "détenu pour le compte de la Cour depuis", required=False)],
    _arrest, group="custodial")
hold_hearing = law.act(
    "hold_custodial_hearing", "case", ("Bring the person before the national judge", "Déférer la personne au juge national"),
    ("{person} was brought before the competent judicial authority of {state}", "{person} a été déféré(e) à l'autorité judiciaire compétente de {state}"),
    [person_particular(), STATE, yes_no("warrant_applies", "the warrant applies to this person", "le mandat vise cette personne"),
     yes_no("proper_process", "the arrest followed the proper process", "l'arrestation a suivi la procédure régulière"),
     yes_no("rights_respected", "the person's rights were respected", "les droits de la personne ont été respectés")], _mark("hearing"), group="custodial")
order_surrender = law.act(
    "order_surrender", "case", ("Order surrender to the Court", "Ordonner la remise à la Cour"),
    ("{state} ordered the surrender of {person}", "{state} a ordonné la remise de {person}"), [person_particular(), STATE], _mark("surrender_ordered"), group="custodial")
apply_release = law.act(
    "apply_for_release_in_custodial_state", "case", ("Apply for interim release pending surrender", "Demander la mise en liberté provisoire en attendant la remise"),
    ("{person} applied for interim release pending surrender", "{person} a demandé sa mise en liberté provisoire en attendant sa remise"),
    [person_particular()], _apply, group="custodial")
notify_chamber = law.act(
    "notify_chamber_of_release_application", "case", ("Notify the Pre-Trial Chamber of the application", "Notifier la demande à la Chambre préliminaire"),
    ("The Pre-Trial Chamber was notified of the application of {person} for interim release", "La Chambre préliminaire a été avisée de la demande de mise en liberté de {person}"),
    [person_particular()], _mark("chamber_notified"), group="custodial")
recommend = law.act(
    "recommend_on_interim_release", "case", ("Make recommendations on interim release", "Formuler des recommandations sur la mise en liberté"),
    ("The Pre-Trial Chamber made recommendations on the interim release of {person}", "La Chambre préliminaire a formulé des recommandations sur la mise en liberté de {person}"),
    [person_particular(), wording("recommendations", "recommendations, including on measures against escape", "recommandations, y compris contre le risque de fuite", required=True)],
    _mark("recommended"), group="custodial")
decide_release = law.act(
    "decide_release_in_custodial_state", "case", ("Decide on interim release pending surrender", "Statuer sur la mise en liberté en attendant la remise"),
    ("The competent authority decided on the interim release of {person}: {outcome}", "L'autorité compétente a statué sur la mise en liberté de {person} : {outcome}"),
    [person_particular(), Particular("outcome", "choice", "outcome", "issue", choices=[Choice("granted", "granted", "accordée"), Choice("refused", "refused", "refusée")]),
     yes_no("recommendations_considered", "the Chamber's recommendations were fully considered", "les recommandations de la Chambre ont été pleinement prises en considération"),
     yes_no("warrant_examined", "the decision examines whether the warrant was properly issued", "la décision examine la régularité de la délivrance du mandat")],
    _decide_release, group="custodial")
order_reports = law.act(
    "request_release_reports", "case", ("Request periodic reports on interim release", "Demander des rapports périodiques sur la mise en liberté"),
    ("The Pre-Trial Chamber asked for a report on the interim release of {person} every {interval} days",
     "La Chambre préliminaire a demandé un rapport sur la mise en liberté de {person} tous les {interval} jours"),
    [person_particular(), Particular("interval", "integer", "days between reports", "jours entre les rapports", least=1, most=366)], _mark("reports_ordered"), group="custodial")
report_release = law.act(
    "report_on_interim_release", "case", ("Report on interim release", "Rendre compte de la mise en liberté"),
    ("{state} reported on the interim release of {person}", "{state} a rendu compte de la mise en liberté de {person}"), [person_particular(), STATE], _report, group="custodial")
surrender = law.act(
    "surrender_person", "case", ("Record the surrender to the Court", "Consigner la remise à la Cour"), ("{state} surrendered {person} to the Court", "{state} a remis {person} à la Cour"),
    [person_particular(), STATE, Particular("custody_from", "date", "in the Court's custody from", "détenu par la Cour depuis", required=False)], _surrender, group="custodial")


def _fact(id: str, provision: str, en: str, fr: str, not_en: str, not_fr: str, read: Any, *cured_by: str) -> Any:
    return of_person(law, id, provision, (en, fr), (not_en, not_fr), read, cured_by=cured_by)


request_received = _fact("request_received", "59(1)", "the State received a request for arrest", "l'État a reçu une demande d'arrestation", "no request for arrest was received",
                         "aucune demande d'arrestation n'a été reçue", lambda p: p.custodial.request_received, "record_receipt_of_request_for_arrest")
steps_taken = _fact("steps_taken", "59(1)", "steps to arrest were taken", "des mesures d'arrestation ont été prises", "no step to arrest was taken",
                    "aucune mesure d'arrestation n'a été prise", lambda p: p.custodial.steps[-1] if p.custodial.steps else p.custodial.arrested, "take_steps_to_arrest")
arrested = _fact("arrested", "59(2)", "the person was arrested", "la personne a été arrêtée", "the person was not arrested", "la personne n'a pas été arrêtée",
                 lambda p: p.custodial.arrested, "arrest_person")
surrendered = _fact("surrendered", "59(3)", "the person was surrendered to the Court", "la personne a été remise à la Cour", "the person has not been surrendered",
                    "la personne n'a pas été remise", lambda p: p.surrendered, "surrender_person")
heard = _fact("brought_before_judge", "59(2)", "the person was brought before the competent judicial authority", "la personne a été déférée à l'autorité judiciaire compétente",
              "the person was not brought before the competent judicial authority", "la personne n'a pas été déférée à l'autorité judiciaire compétente",
              lambda p: p.custodial.hearing, "hold_custodial_hearing")


def _check(id: str, provision: str, en: str, fr: str, not_en: str, not_fr: str, name: str, must: bool) -> Any:
    """A check of the national judge, read from the hearing: answered either way, or answered yes where that is needed (``must``)."""

    def read(p: Any) -> Any:
        hearing = p.custodial.hearing
        answer = hearing.particulars.get(name) if hearing else None
        return hearing if answer or (answer is False and not must) else None

    return of_person(law, id, provision, (en, fr), (not_en, not_fr), read, cured_by=("hold_custodial_hearing",))


warrant_applies = _check("warrant_applies_to_person", "59(2)(a)", "the judge found that the warrant applies to that person", "le juge a constaté que le mandat vise bien cette personne",
                         "the judge did not find that the warrant applies to that person", "le juge n'a pas constaté que le mandat vise bien cette personne", "warrant_applies", True)
process_checked = _check("process_checked", "59(2)(b)", "the judge determined whether the proper process was followed", "le juge a dit si la procédure régulière a été suivie",
                         "the judge did not determine whether the proper process was followed", "le juge n'a pas dit si la procédure régulière a été suivie", "proper_process", False)
rights_checked = _check("rights_checked", "59(2)(c)", "the judge determined whether the person's rights were respected", "le juge a dit si les droits de la personne ont été respectés",
                        "the judge did not determine whether the person's rights were respected", "le juge n'a pas dit si les droits de la personne ont été respectés",
                        "rights_respected", False)
release_sought = _fact("national_release_sought", "59(3)", "an application for interim release is pending in the custodial State",
                       "une demande de mise en liberté est pendante dans l'État de détention", "no application for interim release is pending in the custodial State",
                       "aucune demande de mise en liberté n'est pendante dans l'État de détention",
                       lambda p: p.custodial.release_sought if p.custodial.decided is None else None, "apply_for_release_in_custodial_state")
chamber_notified = _fact("chamber_notified", "59(5)", "the Pre-Trial Chamber was notified", "la Chambre préliminaire a été avisée", "the Pre-Trial Chamber was not notified",
                         "la Chambre préliminaire n'a pas été avisée", lambda p: p.custodial.chamber_notified, "notify_chamber_of_release_application")
recommended = _fact("recommendations_made", "59(5)", "the Pre-Trial Chamber made its recommendations", "la Chambre préliminaire a fait ses recommandations",
                    "the Pre-Trial Chamber has not made its recommendations", "la Chambre préliminaire n'a pas fait ses recommandations",
                    lambda p: p.custodial.recommended, "recommend_on_interim_release")
released_there = _fact("released_in_custodial_state", "59(6)", "interim release was granted in the custodial State", "la mise en liberté a été accordée dans l'État de détention",
                       "no interim release was granted in the custodial State", "aucune mise en liberté n'a été accordée dans l'État de détention",
                       lambda p: p.custodial.released, "decide_release_in_custodial_state")
surrender_ordered = _fact("surrender_ordered", "59(7)", "the custodial State ordered surrender", "l'État de détention a ordonné la remise", "surrender was not ordered",
                          "la remise n'a pas été ordonnée", lambda p: p.custodial.surrender_ordered, "order_surrender")
reports_ordered = _fact("release_reports_requested", "59(6)", "periodic reports were requested", "des rapports périodiques ont été demandés", "no periodic reports were requested",
                        "aucun rapport périodique n'a été demandé", lambda p: p.custodial.reports_ordered, "request_release_reports")


@law.fact("59(4)", ("release is granted", "la mise en liberté est accordée"), says_not=("release is refused", "la mise en liberté est refusée"), needs=("outcome",))
def release_granted(v: View) -> Any:
    outcome = v.given.get("outcome")
    return None if outcome is None else outcome == "granted"


@law.fact("59(5)", ("the recommendations were fully considered", "les recommandations ont été pleinement prises en considération"), needs=("recommendations_considered",),
          says_not=("the recommendations were not fully considered", "les recommandations n'ont pas été pleinement prises en considération"))
def recommendations_considered(v: View) -> Any:
    return v.given.get("recommendations_considered")


@law.fact("59(4)", ("the national authority examines whether the warrant was properly issued", "l'autorité nationale examine la régularité de la délivrance du mandat"),
          needs=("warrant_examined",), says_not=("the national authority does not examine the warrant", "l'autorité nationale n'examine pas le mandat"))
def warrant_examined(v: View) -> Any:
    return v.given.get("warrant_examined", False)


urgent = law.finding("urgent_and_exceptional", "59(4)", ("urgent and exceptional circumstances justify release, given the gravity of the crimes",
                     "des circonstances urgentes et exceptionnelles justifient la mise en liberté, vu la gravité des crimes"), AUTHORITIES, ("satisfied", "convaincue"), lasting=False)
safeguarded = law.finding("surrender_safeguarded", "59(4)", ("safeguards ensure that the State can fulfil its duty to surrender", "des garanties assurent que l'État pourra remettre la personne"),
                          AUTHORITIES, ("satisfied", "convaincue"), lasting=False)


def report_due(v: View) -> date | None:
    """The day on which the next report on interim release is due: so many days after the last one, or after the request."""
    custodial = custodial_of(v)
    if custodial is None or custodial.reports_ordered is None:
        return None
    last: Entry = custodial.reports[-1] if custodial.reports else custodial.reports_ordered
    return last.done_on + timedelta(days=custodial.reports_ordered.particulars["interval"])


@law.fact("59(2)", ("it is done in the State that arrested the person", "l'acte a lieu dans l'État qui a arrêté la personne"), needs=("state",), says_not=("another State arrested the person", "un autre État a arrêté la personne"))
def in_custodial_state(v: View) -> Any:
    custodial = custodial_of(v)
    if "state" not in v.given:
        return None
    return custodial is None or custodial.arrested is None or custodial.arrested.particulars["state"] == v.given["state"]


law.power("59(1)", receive_request, ("registry", *STATES), warrant_for_person)
law.duty("59(1)", take_steps, STATES, request_received, steps_taken, each=each_person)
law.prohibition("59(1)", (receive_request, take_steps, record_arrest), in_detention, name="detained")
law.power("59(2)", record_arrest, (*AUTHORITIES, "registry"), warrant_for_person)
law.duty("59(2)", hold_hearing, AUTHORITIES, arrested, heard, each=each_person)
law.power("59(2)", order_surrender, AUTHORITIES, all_of(warrant_applies, process_checked, rights_checked))
law.prohibition("59(7)", (hold_hearing, order_surrender, surrender), surrendered, name="surrendered")
law.prohibition("59(2)", (hold_hearing, order_surrender, surrender), ~in_custodial_state, name="elsewhere")
law.power("59(3)", apply_release, "defence", all_of(arrested, ~surrendered))
law.duty("59(5)", notify_chamber, (*AUTHORITIES, "registry"), release_sought, chamber_notified, each=each_person)
law.duty("59(5)", recommend, CHAMBERS, all_of(release_sought, chamber_notified), recommended, each=each_person)
law.power("59(4)", decide_release, AUTHORITIES, all_of(release_sought, any_of(~release_granted, all_of(urgent, safeguarded))))
law.prohibition("59(5)", decide_release, ~all_of(recommended, recommendations_considered), name="recommendations")
law.prohibition("59(4)", decide_release, warrant_examined, name="warrant")
law.power("59(6)", order_reports, CHAMBERS, released_there)
law.duty("59(6)", report_release, STATES, reports_ordered, surrendered, due=report_due, each=each_person)
law.duty("59(7)", surrender, (*STATES, "registry"), surrender_ordered, surrendered, each=each_person)

for provision, title, summary in (
    ("59(1)", ("Steps to arrest", "Mesures d'arrestation"), ("A State Party that receives a request takes steps at once.", "L'État Partie saisi d'une demande agit sans attendre.")),
    ("59(2)", ("Before the national judge", "Devant le juge national"), ("Prompt appearance before the competent judicial authority, which makes three checks.",
                                                                       "Comparution rapide devant l'autorité judiciaire compétente, qui vérifie trois points.")),
    ("59(2)(a)", ("Check: the person", "Vérification : la personne"), ("The warrant applies to that person.", "Le mandat vise bien la personne.")),
    ("59(2)(b)", ("Check: the process", "Vérification : la procédure"), ("The proper process was followed.", "La procédure régulière a été suivie.")),
    ("59(2)(c)", ("Check: the rights", "Vérification : les droits"), ("The person's rights were respected.", "Les droits ont été respectés.")),
    ("59(3)", ("Interim release there", "Liberté provisoire sur place"), ("The person may apply for release pending surrender.", "La personne peut demander sa mise en liberté en attendant la remise.")),
    ("59(4)", ("Test for release there", "Critères de la mise en liberté"), ("Urgent and exceptional circumstances, and safeguards; the warrant itself is not examined.",
                                                                           "Circonstances urgentes et exceptionnelles, et garanties ; le mandat n'est pas réexaminé.")),
    ("59(5)", ("The Chamber's recommendations", "Recommandations de la Chambre"), ("The Chamber is notified and recommends; the authority considers before deciding.",
                                                                                 "La Chambre est avisée et recommande ; l'autorité en tient compte avant de statuer.")),
    ("59(6)", ("Reports on release", "Rapports sur la mise en liberté"), ("The Chamber may ask for periodic reports.", "La Chambre peut demander des rapports périodiques.")),
    ("59(7)", ("Delivery to the Court", "Remise à la Cour"), ("Once ordered, surrender follows as soon as possible.", "Une fois ordonnée, la remise suit dès que possible.")),
):
    law.clause(provision, Class.RULE, title, summary)
