"""Article 64 of the Rome Statute, paragraphs 2, 4 to 7, 8(b), 9(b) and 10: motions, issues referred, joinder, orders, sessions, order and record."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_trial import Session
from curule.statutes.rome.matters.roll import division_on
from curule.statutes.rome.part_05.article_61_decision import trial_chamber
from curule.statutes.rome.part_05.facts import on_record, suggest_persons
from curule.statutes.rome.part_06.facts import TC, chosen, given_in, judges_particular, mark, suggest_trial_judges, told, trial_bench, trial_of, trial_runs

law = Chapter("rome", __name__)


def _hold(draft: Case, entry: Entry) -> None:
    draft.trial.sessions[entry.particulars["session"]] = Session(form=entry.particulars["form"], entry=entry)


def _deposit(draft: Case, entry: Entry) -> None:
    session = draft.trial.sessions.get(entry.particulars["session"])
    if session is not None:
        session.recorded = entry


def _order(draft: Case, entry: Entry) -> None:
    draft.trial.orders.append(entry)


file_motion = law.act(
    "file_motion", "case", ("File a motion", "Déposer une requête"), ("Motion {motion} was filed: {relief}", "La requête {motion} a été déposée : {relief}"),
    [Particular("motion", "text", "number", "numéro"), Particular("relief", "long_text", "relief sought", "mesure demandée")],
    lambda draft, entry: draft.trial.motions.__setitem__(entry.particulars["motion"], entry), group="trial")
decide_motion = law.act(
    "decide_motion", "case", ("Decide a motion", "Statuer sur une requête"), ("Motion {motion} was decided: {outcome}", "Il a été statué sur la requête {motion} : {outcome}"),
    [Particular("motion", "text", "number", "numéro", suggest=lambda v: [(m, m) for m in trial_of(v).motions if m not in trial_of(v).motions_decided]),
     Particular("outcome", "choice", "outcome", "issue", choices=[Choice("granted", "granted", "accueillie"), Choice("rejected", "rejected", "rejetée")])],
    lambda draft, entry: draft.trial.motions_decided.__setitem__(entry.particulars["motion"], entry), group="trial")
refer_issue = law.act(
    "refer_preliminary_issue", "case", ("Refer a preliminary issue", "Renvoyer une question préliminaire"), ("A preliminary issue was referred: {issue}", "Une question préliminaire a été renvoyée : {issue}"),
    [Particular("issue", "long_text", "issue", "question"), Particular("to", "choice", "to", "destinataire", choices=[
        Choice("pre_trial_chamber", "the Pre-Trial Chamber", "la Chambre préliminaire"), Choice("judge", "a judge", "un juge")]),
     Particular("judge", "judge", "judge", "juge", required=False)], lambda draft, entry: draft.trial.issues_referred.append(entry), group="trial")
notify_joinder = law.act(
    "notify_of_joinder", "case", ("Notify the parties of a joinder or severance", "Notifier aux parties une jonction ou disjonction"),
    ("The parties were notified that joinder or severance is considered", "Les parties ont été avisées qu'une jonction ou disjonction est envisagée"), [], mark("joinder_notified"), group="preparing the trial")
direct_joinder = law.act(
    "direct_joinder", "case", ("Direct joinder or severance", "Ordonner la jonction ou la disjonction"), ("{measure}: {persons}", "{measure} : {persons}"),
    [Particular("measure", "choice", "measure", "mesure", choices=[Choice("joinder", "joinder", "jonction"), Choice("severance", "severance", "disjonction")]),
     Particular("persons", "person", "accused", "accusés", many=True, suggest=suggest_persons)], mark("joined"), group="preparing the trial")
use_function = law.act(
    "exercise_pre_trial_function", "case", ("Exercise a function of the Pre-Trial Chamber", "Exercer une fonction de la Chambre préliminaire"),
    ("The Trial Chamber exercised a function of the Pre-Trial Chamber: {function}", "La Chambre de première instance a exercé une fonction de la Chambre préliminaire : {function}"),
    [Particular("function", "text", "function", "fonction")], _order, group="trial")
require_evidence = law.act(
    "require_attendance_or_production", "case", ("Require attendance or production", "Ordonner la comparution ou la production"), ("The Chamber required: {what}", "La Chambre a ordonné : {what}"),
    [Particular("what", "text", "witness or document", "témoin ou document"), Particular("abroad", "yes_no", "the help of a State is needed", "l'aide d'un État est nécessaire"),
     Particular("request", "text", "request for cooperation", "demande de coopération", required=False)], _order, group="trial")
protect_information = law.act(
    "protect_confidential_information", "case", ("Protect confidential information", "Protéger des renseignements confidentiels"), ("{what} is to be kept confidential", "{what} doit rester confidentiel"),
    [Particular("what", "text", "information", "renseignements")], _order, group="trial", audience=("matter:parties", "bench", "organ:registry"))
order_more = law.act(
    "order_additional_evidence", "case", ("Order additional evidence", "Ordonner des preuves complémentaires"), ("The Chamber ordered additional evidence: {item}", "La Chambre a ordonné une preuve complémentaire : {item}"),
    [Particular("item", "text", "evidence", "preuve")], _order, group="trial")
rule_on_other = law.act(
    "rule_on_other_matter", "case", ("Rule on another matter", "Statuer sur une autre question"), ("The Chamber ruled on {subject}", "La Chambre a statué sur {subject}"),
    [Particular("subject", "text", "matter", "question"), Particular("adds_charge", "yes_no", "the ruling adds a charge", "la décision ajoute une charge")], _order, group="trial")
close_session = law.act(
    "order_closed_session", "case", ("Order a closed session", "Ordonner le huis clos"), ("Session {session} is to be closed: {ground}", "L'audience {session} se tiendra à huis clos : {ground}"),
    [Particular("session", "text", "session", "audience"), Particular("ground", "choice", "ground", "motif", choices=[
        Choice("protection", "protection under article 68", "protection au titre de l'article 68"), Choice("sensitive_evidence", "confidential or sensitive evidence", "preuves confidentielles ou sensibles"),
        Choice("other", "another ground", "autre motif")])],
    lambda draft, entry: draft.trial.closed_by.__setitem__(entry.particulars["session"], entry), group="trial")
hold_session = law.act(
    "hold_trial_session", "case", ("Hold a session of the trial", "Tenir une audience du procès"), ("Session {session} was held ({form})", "L'audience {session} s'est tenue ({form})"),
    [Particular("session", "text", "session", "audience"), Particular("form", "choice", "form", "forme", choices=[Choice("public", "public", "publique"), Choice("closed", "closed", "à huis clos")]),
     judges_particular("judges", "judges present", "juges présents"), Particular("accused", "person", "accused present", "accusés présents", many=True, required=False, suggest=suggest_persons),
     Particular("place", "text", "place, if not the seat", "lieu, si ce n'est le siège", required=False)],
    _hold, group="trial")
direct = law.act(
    "give_directions", "case", ("Give directions on the conduct of the trial", "Donner des instructions sur la conduite des débats"), ("{judge} gave directions: {directions}", "{judge} a donné des instructions : {directions}"),
    [Particular("judge", "judge", "judge", "juge", suggest=suggest_trial_judges, default=lambda v: b.presiding if (b := trial_bench(v)) else None), Particular("directions", "long_text", "directions", "instructions")],
    lambda draft, entry: draft.trial.directions.append(entry), group="trial")
keep_order = law.act(
    "keep_order", "case", ("Maintain order at a hearing", "Maintenir l'ordre à l'audience"), ("Order was maintained: {measure}", "L'ordre a été maintenu : {measure}"),
    [Particular("measure", "choice", "measure", "mesure", choices=[
        Choice("suspend", "suspend the hearing", "suspendre l'audience"), Choice("exclude", "exclude a spectator", "exclure un spectateur"), Choice("call", "call to order", "rappel à l'ordre")])], _order, group="trial")
deposit = law.act(
    "deposit_session_record", "case", ("Deposit the record of a session", "Déposer le procès-verbal d'une audience"), ("The record of session {session} was deposited", "Le procès-verbal de l'audience {session} a été déposé"),
    [Particular("session", "text", "session", "audience", suggest=lambda v: [(s, s) for s in trial_of(v).sessions]), Particular("complete", "yes_no", "the record is complete", "le procès-verbal est complet")],
    _deposit, group="trial", audience=("matter:parties", "bench", "organ:registry"))


@law.fact("64(2)", ("the motion was filed", "la requête a été déposée"), needs=("motion",), says_not=("no such motion was filed", "aucune requête de ce numéro n'a été déposée"))
def motion_filed(v: View) -> Any:
    motion = v.given.get("motion")
    return None if motion is None else trial_of(v).motions.get(motion, False)


motion_decided = on_record(law, "motion_decided", "64(2)", ("the motion is decided", "il a été statué sur la requête"), ("the motion is not decided", "il n'a pas été statué sur la requête"),
                           lambda v: trial_of(v).motions_decided.get(v.given.get("motion", "")))
necessary = law.finding("referral_necessary", "64(4)", ("the referral is necessary for the Chamber's effective and fair functioning", "le renvoi est nécessaire au fonctionnement efficace et équitable de la Chambre"), TC,
                        ("what the Chamber needs to work effectively and fairly", "ce qu'exige un fonctionnement efficace et équitable"), lasting=False)
to_chamber = chosen(law, "to_pre_trial_chamber", "64(4)", ("the issue goes to the Pre-Trial Chamber", "la question est renvoyée à la Chambre préliminaire"),
                    ("the issue does not go to the Pre-Trial Chamber", "la question n'est pas renvoyée à la Chambre préliminaire"), "to", "pre_trial_chamber")


@law.fact("64(4)", ("the judge belongs to the Pre-Trial Division", "le juge appartient à la Section préliminaire"), needs=("judge",),
          says_not=("the judge does not belong to the Pre-Trial Division", "le juge n'appartient pas à la Section préliminaire"))
def pre_trial_judge(v: View) -> Any:
    roll, judge = v.other("roll"), v.given.get("judge")
    return None if roll is None or judge is None else "pre_trial" in division_on(roll, judge, v.on)


notified = on_record(law, "joinder_notified", "64(5)", ("the parties were notified", "les parties ont été avisées"), ("the parties were not notified", "les parties n'ont pas été avisées"),
                     lambda v: trial_of(v).joinder_notified, cured_by=(notify_joinder,))
several = law.measure("several_accused", "64(5)", ("the charges concern more than one accused", "les charges visent plus d'un accusé"),
                      lambda v: len(v.given["persons"]) if "persons" in v.given else None, ">=", 2, needs=("persons",))
applicable = law.finding("function_relevant", "64(6)(a)", ("the function is relevant to the trial and can be applied in it", "la fonction est utile au procès et peut y être exercée"), TC,
                         ("as article 61(11) requires", "comme l'exige l'article 61-11"), lasting=False)
abroad = told(law, "state_help_needed", "64(6)(b)", ("the help of a State is needed", "l'aide d'un État est nécessaire"), ("no help of a State is needed", "l'aide d'un État n'est pas nécessaire"), "abroad")
request_made = given_in(law, "cooperation_requested", "64(6)(b)", ("a request for cooperation goes with the order", "une demande de coopération accompagne l'ordonnance"),
                        ("no request for cooperation goes with the order", "aucune demande de coopération n'accompagne l'ordonnance"), "request")


@law.fact("64(6)(d)", ("the evidence was not submitted by the parties", "la preuve n'a pas été produite par les parties"), needs=("item",), says_not=("a party has already submitted it", "une partie l'a déjà produite"))
def not_yet_submitted(v: View) -> Any:
    item = v.given.get("item")
    return None if item is None else not ((known := trial_of(v).evidence.get(item)) and known.submitted)


adds_charge = told(law, "adds_charge", "64(6)(f)", ("the ruling adds a charge", "la décision ajoute une charge"), ("the ruling adds no charge", "la décision n'ajoute aucune charge"), "adds_charge")
ground_allowed = chosen(law, "ground_allowed", "64(7)", ("the ground is one of the two", "le motif est l'un des deux admis"), ("the ground is neither of the two", "le motif n'est aucun des deux admis"),
                        "ground", "protection", "sensitive_evidence")
special = law.finding("special_circumstances", "64(7)", ("special circumstances require a closed session", "des circonstances particulières exigent le huis clos"), TC,
                      ("whether the purposes of article 68 or sensitive evidence require it", "si les fins de l'article 68 ou des preuves sensibles l'exigent"), lasting=False)
public = chosen(law, "session_public", "64(7)", ("the session is public", "l'audience est publique"), ("the session is not public", "l'audience n'est pas publique"), "form", "public")


@law.fact("64(7)", ("a decision closes this session", "une décision ordonne le huis clos de cette audience"), needs=("session",), cured_by=(close_session,),
          says_not=("no decision closes this session", "aucune décision n'ordonne le huis clos de cette audience"))
def closed_by_decision(v: View) -> Any:
    return trial_of(v).closed_by.get(v.given.get("session", ""), False)


@law.fact("64(8)(b)", ("the judge presides over the Chamber", "le juge préside la Chambre"), needs=("judge",), says_not=("the judge does not preside", "le juge ne préside pas"))
def judge_presides(v: View) -> Any:
    bench, judge = trial_bench(v), v.given.get("judge")
    return None if bench is None or judge is None else judge == bench.presiding


@law.fact("64(10)", ("the session was held", "l'audience s'est tenue"), needs=("session",), says_not=("no such session was held", "aucune audience de ce numéro ne s'est tenue"))
def session_held(v: View) -> Any:
    found = trial_of(v).sessions.get(v.given.get("session", ""))
    return (found.entry if found else None) or False


complete = told(law, "record_complete", "64(10)", ("the record is complete", "le procès-verbal est complet"), ("the record is not complete", "le procès-verbal n'est pas complet"), "complete")
recorded = on_record(law, "session_recorded", "64(10)", ("the record of the session is deposited", "le procès-verbal de l'audience est déposé"),
                     ("the record of the session is not deposited", "le procès-verbal de l'audience n'est pas déposé"),
                     lambda v: s.recorded if (s := trial_of(v).sessions.get(v.given.get("session", ""))) else None)

law.power("64(2)", file_motion, ("prosecutor", "defence", "victims"), trial_chamber)
law.duty("64(2)", decide_motion, TC, motion_filed, motion_decided, each=lambda v: [{"motion": m} for m in trial_of(v).motions])
law.power("64(4)", refer_issue, TC, all_of(trial_chamber, necessary, any_of(to_chamber, pre_trial_judge)))
law.power("64(5)", notify_joinder, TC, trial_chamber)
law.power("64(5)", direct_joinder, TC, all_of(notified, several))
law.power("64(6)(a)", use_function, TC, all_of(trial_chamber, applicable))
law.power("64(6)(b)", require_evidence, TC, trial_chamber)
law.prohibition("64(6)(b)", require_evidence, all_of(abroad, ~request_made))
law.power("64(6)(c)", protect_information, TC, trial_chamber)
law.power("64(6)(d)", order_more, TC, all_of(trial_chamber, not_yet_submitted))
law.power("64(6)(f)", rule_on_other, TC, all_of(trial_chamber, ~adds_charge))
law.power("64(7)", close_session, TC, all_of(ground_allowed, special))
law.power("64(7)", hold_session, TC, all_of(trial_runs, any_of(public, closed_by_decision)))
law.power("64(8)(b)", direct, TC, all_of(trial_runs, judge_presides))
law.power("64(9)(b)", keep_order, TC, trial_runs)
law.duty("64(10)", deposit, ("registrar", "registry"), session_held, recorded, each=lambda v: [{"session": s} for s in trial_of(v).sessions])
law.prohibition("64(10)", deposit, ~complete)
