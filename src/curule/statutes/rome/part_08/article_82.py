"""Article 82 of the Rome Statute, paragraphs 1, 3 and 4: appeal against other decisions of a case, leave, suspensive effect, reparations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry, numbered
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.counting import regulation_33
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_appeal import Appeal
from curule.statutes.rome.matters.case_pre_trial import resume_detention
from curule.statutes.rome.part_05.facts import each_person, on_record, person_code, person_particular
from curule.statutes.rome.part_06.facts import chosen, given_in, trial_of
from curule.statutes.rome.part_08.article_81 import AC, appeal_of, appeal_particular, appeal_pending

__all__ = ["law", "other_appeal"]

law = Chapter("rome", __name__)

PARTIES = ("prosecutor", "defence")
DECISIONS = {
    "jurisdiction": ("82(1)(a)", "jurisdiction or admissibility", "compétence ou recevabilité", ("decide_admissibility", "rule_on_jurisdiction_challenge", "dismiss_late_challenge")),
    "release": ("82(1)(b)", "release granted or denied", "mise en liberté accordée ou refusée", ("decide_interim_release", "review_detention", "consider_release_for_delay")),
    "own_motion": ("82(1)(c)", "measures of the Chamber's own motion", "mesures prises d'office", ("order_opportunity_measures",)),
    "detention": ("81(3)(c)(ii)", "detention of an acquitted person", "détention d'une personne acquittée", ("maintain_detention_pending_appeal",)),
}
"""Decisions that may be appealed without leave: provision, words, the acts by which they are made."""


def decision_of(v: View) -> Entry | None:
    """The decision that a question names."""
    return numbered(v.posture.folded, v.given.get("decision"))


def _sort(v: View, entry: Entry) -> str:
    """Of which sort an entry is; empty for what is not appealed without leave."""
    sort = next((s for s, (_, _, _, acts) in DECISIONS.items() if entry.act in acts), "")
    if sort == "own_motion" and not any(o.own_motion and o.ordered is not None and o.ordered.number == entry.number for o in v.posture.inquiry.opportunities.values()):
        return ""
    return sort


def suggest_decisions(v: View) -> list[tuple[str, str]]:
    """The decisions of the case that may be appealed without leave, and those with leave, for forms."""
    return [(str(e.number), f"{e.number} - {e.act}") for e in v.posture.folded if _sort(v, e) or str(e.number) in v.posture.appeals.certified]


def _each(*sorts: str) -> Any:
    def decisions(v: View) -> Iterable[Mapping[str, Any]]:
        return [{"decision": e.number} for e in v.posture.folded if _sort(v, e) in sorts]

    return decisions


def _appealed(v: View) -> Entry | None:
    number = v.given.get("decision")
    return next((a.filed for a in v.posture.appeals.appeals.values() if a.other and a.decision == number), None)


def _file(draft: Case, entry: Entry) -> None:
    given, appeals = entry.particulars, draft.appeals.appeals
    appeals[str(len(appeals) + 1)] = Appeal(by=entry.actor.organ, person=given.get("person", ""), against=(given.get("sort", "reparations"),), other=True, decision=given.get("decision", 0), filed=entry)


def _mark(field: str) -> Any:
    return lambda draft, entry: setattr(draft.appeals.appeals.setdefault(entry.particulars["appeal"], Appeal()), field, entry)


def _by_decision(field: str) -> Any:
    return lambda draft, entry: getattr(draft.appeals, field).__setitem__(str(entry.particulars["decision"]), entry)


def _suspend(draft: Case, entry: Entry) -> None:
    appeal = draft.appeals.appeals.setdefault(entry.particulars["appeal"], Appeal())
    appeal.suspended = entry
    resume_detention(draft.custody, appeal.decision)


DECISION = Particular("decision", "entry", "decision appealed", "décision attaquée", suggest=suggest_decisions)
file_other = law.act(
    "file_other_appeal", "case", ("Appeal another decision", "Faire appel d'une autre décision"), ("Decision {decision} was appealed: {sort}", "La décision {decision} a été frappée d'appel : {sort}"),
    [DECISION, Particular("sort", "choice", "it concerns", "elle concerne", choices=[*(Choice(s, en, fr) for s, (_, en, fr, _) in DECISIONS.items()), Choice("certified", "an issue certified by the Chamber", "une question certifiée par la Chambre")]),
     person_particular(required=False)], _file, group="appeal")
seek_leave = law.act("apply_for_leave_to_appeal", "case", ("Apply for leave to appeal", "Demander l'autorisation de faire appel"), ("Leave to appeal decision {decision} was sought", "L'autorisation de faire appel de la décision {decision} a été demandée"),
                     [DECISION], _by_decision("leave_sought"), group="appeal")
certify = law.act("certify_issue_for_appeal", "case", ("Certify an issue for appeal", "Certifier une question pour appel"), ("An issue of decision {decision} was certified for appeal", "Une question de la décision {decision} a été certifiée pour appel"),
                  [DECISION, Particular("issue", "text", "issue", "question")], _by_decision("certified"), group="appeal")
seek_suspension = law.act("request_suspensive_effect", "case", ("Request suspensive effect", "Demander l'effet suspensif"), ("Suspensive effect was requested for appeal {appeal}", "L'effet suspensif a été demandé pour l'appel {appeal}"),
                          [appeal_particular()], _mark("suspension_sought"), group="appeal")
suspend = law.act("order_suspensive_effect", "case", ("Order suspensive effect", "Ordonner l'effet suspensif"), ("Appeal {appeal} was given suspensive effect", "L'appel {appeal} a reçu effet suspensif"),
                  [appeal_particular()], _suspend, group="appeal")
decide_other = law.act("decide_other_appeal", "case", ("Decide an appeal against another decision", "Statuer sur l'appel d'une autre décision"), ("Appeal {appeal} was decided: {outcome}", "Il a été statué sur l'appel {appeal} : {outcome}"),
                       [appeal_particular(), Particular("outcome", "choice", "outcome", "issue", choices=[
                           Choice("confirmed", "confirmed", "décision confirmée"), Choice("reversed", "reversed", "décision infirmée"), Choice("amended", "amended", "décision modifiée")]),
                        Particular("in_favour", "judge", "judges in the majority", "juges de la majorité", many=True)], _mark("decided"), group="appeal")
appeal_reparations = law.act(
    "appeal_reparation_order", "case", ("Appeal an order for reparations", "Faire appel d'une ordonnance de réparation"), ("The order for reparations against {person} was appealed", "L'ordonnance de réparation contre {person} a été frappée d'appel"),
    [person_particular(), Particular("interest", "text", "how the order adversely affects the property", "en quoi l'ordonnance porte atteinte au bien", required=False),
     Particular("good_faith", "text", "grounds of good faith", "éléments de bonne foi", required=False)], _file, group="appeal")

for sort, (where, en, fr, _) in DECISIONS.items():
    named = chosen(law, f"appeal_on_{sort}", where, (f"the appeal concerns: {en}", f"l'appel concerne : {fr}"), (f"the appeal does not concern: {en}", f"l'appel ne concerne pas : {fr}"), "sort", sort)

    def concerns(v: View, sort: str = sort) -> Any:
        entry = decision_of(v)
        return False if entry is None and "decision" in v.given else None if entry is None else entry if _sort(v, entry) == sort else False

    concerns.__name__ = f"decision_on_{sort}"
    concerned = law.fact(where, (f"the decision is of that sort: {en}", f"la décision est de cette nature : {fr}"), says_not=(f"the decision is not of that sort: {en}", f"la décision n'est pas de cette nature : {fr}"), needs=("decision",))(concerns)
    law.power(where, file_other, PARTIES, all_of(named, concerned), name=f"appeal_{sort}")

on_certified = chosen(law, "appeal_on_certified_issue", "82(1)(d)", ("the appeal concerns a certified issue", "l'appel porte sur une question certifiée"), ("the appeal concerns no certified issue", "l'appel ne porte pas sur une question certifiée"), "sort", "certified")
on_own_motion = chosen(law, "own_motion_appealed", "82(1)(c)", ("the appeal concerns measures of the Chamber's own motion", "l'appel porte sur des mesures prises d'office"), ("the appeal does not concern such measures", "l'appel ne porte pas sur de telles mesures"), "sort", "own_motion")
leave_sought = on_record(law, "leave_to_appeal_sought", "82(1)(d)", ("leave to appeal was sought", "l'autorisation de faire appel a été demandée"), ("leave to appeal was not sought", "l'autorisation de faire appel n'a pas été demandée"),
                         lambda v: v.posture.appeals.leave_sought.get(str(v.given.get("decision", ""))), cured_by=(seek_leave,))
certified = on_record(law, "issue_certified", "82(1)(d)", ("the Chamber certified an issue of that decision", "la Chambre a certifié une question de cette décision"), ("no issue of that decision was certified", "aucune question de cette décision n'a été certifiée"),
                      lambda v: v.posture.appeals.certified.get(str(v.given.get("decision", ""))), cured_by=(certify,))
fairness = law.finding("affects_fairness_or_outcome", "82(1)(d)", ("the issue significantly affects fair and expeditious conduct, or the outcome", "la question affecte sensiblement l'équité et la rapidité, ou l'issue"), ("pre_trial_chamber", "trial_chamber"),
                       ("significant effect", "incidence sensible"), lasting=False)
advances = law.finding("resolution_advances", "82(1)(d)", ("immediate resolution may materially advance the proceedings", "un règlement immédiat peut faire sensiblement progresser la procédure"), ("pre_trial_chamber", "trial_chamber"),
                       ("in the opinion of the Chamber", "de l'avis de la Chambre"), lasting=False)


@law.fact("82(1)(d)", ("the decision is on record", "la décision est au dossier"), needs=("decision",), says_not=("no such decision is on record", "aucune décision de ce numéro n'est au dossier"))
def decision_on_record(v: View) -> Any:
    return None if "decision" not in v.given else decision_of(v) or False


@law.fact("82(1)", ("it is an appeal against another decision than judgement or sentence", "c'est un appel d'une autre décision que le jugement ou la peine"), needs=("appeal",),
          says_not=("it is an appeal against the judgement or the sentence", "c'est un appel du jugement ou de la peine"))
def other_appeal(v: View) -> Any:
    appeal = appeal_of(v)
    return None if appeal is None else appeal.other


law.reading("own_motion_appellants", "82(1)(c)", ("Who may appeal measures of the Chamber's own motion? Article 82(1) says either party, article 56(3)(b) names the Prosecutor.",
                                                "Qui peut faire appel de mesures prises d'office ? L'article 82-1 dit chacune des parties, l'article 56-3-b nomme le Procureur."), {
    "either_party": ("either party", "chacune des parties"), "prosecutor": ("the Prosecutor alone", "le Procureur seul")})


@law.fact("82(1)(c)", ("either party may appeal such measures", "chacune des parties peut faire appel de telles mesures"), says_not=("only the Prosecutor may appeal such measures", "seul le Procureur peut faire appel de telles mesures"))
def either_may(v: View) -> Any:
    return v.reading("own_motion_appellants") == "either_party"


@law.stage("82(3)", ("suspensive effect was requested", "l'effet suspensif a été demandé"), says_not=("suspensive effect was not requested", "l'effet suspensif n'a pas été demandé"), cured_by=(seek_suspension,))
def suspension_requested(v: View) -> Any:
    appeal = appeal_of(v)
    return (appeal.suspension_sought if appeal else None) or False


@law.stage("82(3)", ("an appeal with suspensive effect on the proceedings is pending", "un appel à effet suspensif sur la procédure est pendant"),
           says_not=("no pending appeal suspends the proceedings", "aucun appel pendant ne suspend la procédure"))
def proceedings_suspended(v: View) -> Any:
    # What is suspended is the decision appealed: for one on liberty, the release, while the proceedings go on.
    liberty = {"release", "detention"}
    return next((a.suspended for a in v.posture.appeals.appeals.values() if a.suspended and a.pending and not liberty.issuperset(a.against)), False)


@law.stage("82(4)", ("reparations were ordered against the person", "des réparations ont été ordonnées contre la personne"), says_not=("no reparations were ordered against the person", "aucune réparation n'a été ordonnée contre la personne"), cured_by=("order_reparations",))
def reparations_ordered(v: View) -> Any:
    return trial_of(v).reparations.get(person_code(v) or "", False)


affected = given_in(law, "property_affected", "82(4)", ("the order adversely affects property of the appellant", "l'ordonnance porte atteinte à un bien de l'appelant"), ("no property of the appellant is said to be affected", "aucune atteinte à un bien de l'appelant n'est invoquée"), "interest")
good_faith = given_in(law, "owner_in_good_faith", "82(4)", ("the appellant states good faith", "l'appelant établit sa bonne foi"), ("the appellant does not state good faith", "l'appelant n'établit pas sa bonne foi"), "good_faith")

other_time = law.limit("other_appeal", "case", ("appeal without leave", "appel sans autorisation"), "82(1)", "interlocutory_appeal", runs_from=decision_of, stopped_by=_appealed, binds=PARTIES, counting=regulation_33,
                       each=_each("jurisdiction", "release", "detention"), subject="decision")
own_motion_time = law.limit("own_motion_appeal", "case", ("appeal against measures of the Chamber's own motion", "appel de mesures prises d'office"), "82(1)(c)", "own_motion_appeal", runs_from=decision_of, stopped_by=_appealed,
                            binds=PARTIES, counting=regulation_33, each=_each("own_motion"), subject="decision")
leave_time = law.limit("leave_to_appeal", "case", ("application for leave to appeal", "demande d'autorisation de faire appel"), "82(1)(d)", "leave_to_appeal", runs_from=decision_of,
                       stopped_by=lambda v: v.posture.appeals.leave_sought.get(str(v.given.get("decision", ""))), binds=PARTIES, counting=regulation_33,
                       each=lambda v: [{"decision": int(n)} for n in v.posture.appeals.leave_sought], subject="decision")
reparation_time = law.limit("reparation_appeal", "case", ("appeal against the order for reparations", "appel de l'ordonnance de réparation"), "82(4)", "notice_of_appeal",
                            runs_from=lambda v: trial_of(v).reparations.get(person_code(v) or ""),
                            stopped_by=lambda v: next((a.filed for a in v.posture.appeals.appeals.values() if a.against == ("reparations",) and a.person == person_code(v)), None),
                            binds=("victims", "defence", "property_owner"), counting=regulation_33, each=each_person, subject="person")

law.prohibition("82(1)(c)", file_other, all_of(on_own_motion, ~either_may), by="defence", name="prosecutor_only")
law.power("82(1)(d)", file_other, PARTIES, all_of(on_certified, certified), name="appeal_certified")
law.prohibition("82(1)", file_other, all_of(~on_certified, ~other_time.within()), name="late")
law.prohibition("82(1)(c)", file_other, all_of(on_own_motion, ~own_motion_time.within()), name="late")
law.power("82(1)(d)", seek_leave, PARTIES, decision_on_record)
law.prohibition("82(1)(d)", seek_leave, ~leave_time.within(), name="late")
law.power("82(1)(d)", certify, ("pre_trial_chamber", "trial_chamber"), all_of(leave_sought, fairness, advances))
law.power("82(1)", decide_other, AC, all_of(appeal_pending, other_appeal))
law.power("82(3)", seek_suspension, PARTIES, all_of(appeal_pending, other_appeal))
law.power("82(3)", suspend, AC, all_of(suspension_requested, appeal_pending))
law.prohibition("82(3)", ("hold_confirmation_hearing", "open_trial"), proceedings_suspended)
law.power("82(4)", appeal_reparations, ("victims", "defence"), reparations_ordered)
law.power("82(4)", appeal_reparations, "property_owner", all_of(reparations_ordered, affected, good_faith), name="appeal_by_owner")
law.prohibition("82(4)", appeal_reparations, ~reparation_time.within(), name="late")

for provision, title, summary in (
    ("82(1)", ("Interlocutory appeals", "Appels interlocutoires"),
     ("Either party, against four sorts of decisions.", "Chacune des parties, contre quatre sortes de décisions.")),
    ("82(1)(a)", ("Jurisdiction or admissibility", "Compétence ou recevabilité"),
     ("No leave needed.", "Sans autorisation.")),
    ("82(1)(b)", ("Release", "Mise en liberté"),
     ("Granted or refused; no leave needed.", "Accordée ou refusée ; sans autorisation.")),
    ("82(1)(c)", ("Own-motion measures", "Mesures prises d'office"),
     ("Of the Pre-Trial Chamber under article 56(3).", "De la Chambre préliminaire au titre de l'article 56-3.")),
    ("82(1)(d)", ("Certified issue", "Question certifiée"),
     ("With leave of the Chamber that decided.", "Avec l'autorisation de la Chambre qui a statué.")),
    ("82(3)", ("No suspension", "Pas d'effet suspensif"),
     ("Unless the Appeals Chamber orders it on request.", "Sauf si la Chambre d'appel l'ordonne sur demande.")),
    ("82(4)", ("Reparations", "Réparations"),
     ("Victims' representative, convicted person, owner in good faith.", "Représentant des victimes, condamné, propriétaire de bonne foi.")),
):
    law.clause(provision, Class.RULE, title, summary)
