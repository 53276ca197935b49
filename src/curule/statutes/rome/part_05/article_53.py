"""Article 53 of the Rome Statute: initiation of an investigation, decisions not to proceed and their review."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.situation import Situation
from curule.statutes.rome.matters.situation_investigation import NoProceeding
from curule.statutes.rome.part_02.article_13 import trigger
from curule.statutes.rome.part_05.article_57_chamber import matter_open
from curule.statutes.rome.part_05.facts import investigation_opened, listed, on_record, wording

law = Chapter("rome", __name__)

KIND = "situation"
PTC = "pre_trial_chamber"
REFERRERS = {"state_party": "referring_state", "state": "referring_state", "security_council": "security_council"}
"""How a referring organ is named among the recipients of notices."""

TESTS = ("crime_believed", "would_be_admissible", "against_justice")


def _findings(draft: Situation, entry: Entry) -> None:
    for test in TESTS:
        if test in entry.particulars:
            draft.findings[test] = entry


def _evaluate(draft: Situation, entry: Entry) -> None:
    _findings(draft, entry)
    draft.initiation.evaluated = entry


def _open(draft: Situation, entry: Entry) -> None:
    draft.initiation.opened = entry


def _found(draft: Situation, test: str, value: str) -> bool:
    entry = draft.findings.get(test)
    return entry is not None and entry.particulars[test] == value


def _decline(draft: Situation, entry: Entry) -> None:
    solely = _found(draft, "crime_believed", "found") and _found(draft, "would_be_admissible", "found")
    draft.initiation.decisions.append(NoProceeding(stage="investigation", solely_justice=solely, entry=entry))


def _conclude(draft: Situation, entry: Entry) -> None:
    given = entry.particulars
    solely = given.get("no_basis_for_warrant") != "found" and given.get("case_inadmissible") != "found"
    draft.initiation.decisions.append(NoProceeding(stage="prosecution", solely_justice=solely, entry=entry))


def _latest(field: str) -> Any:
    def effect(draft: Situation, entry: Entry) -> None:
        if draft.initiation.decisions:
            setattr(draft.initiation.decisions[-1], field, entry)

    return effect


def _notify(draft: Situation, entry: Entry) -> None:
    if draft.initiation.decisions:
        for recipient in entry.particulars["recipients"]:
            draft.initiation.decisions[-1].notified[recipient] = entry


def _review(draft: Situation, entry: Entry) -> None:
    if draft.initiation.decisions:
        decision = draft.initiation.decisions[-1]
        decision.own_review, decision.confirmed = entry, entry.particulars["outcome"] == "confirmed"


def _reconsider(draft: Situation, entry: Entry) -> None:
    if draft.initiation.decisions:
        decision = draft.initiation.decisions[-1]
        decision.reconsidered, decision.reversed = entry, entry.particulars["outcome"] == "reversed"
    if entry.particulars["outcome"] == "reversed":
        draft.initiation.closed = None


def _close(draft: Situation, entry: Entry) -> None:
    draft.initiation.closed = entry


def _finding_particular(id: str, en: str, fr: str) -> Particular:
    return Particular(id, "finding", en, fr, required=False)


WEIGHED = (Choice("gravity", "gravity of the crime", "gravité du crime"), Choice("victims", "interests of victims", "intérêts des victimes"),
           Choice("age_or_infirmity", "age or infirmity of the alleged perpetrator", "âge ou déficience de l'auteur présumé"),
           Choice("role", "role in the alleged crime", "rôle dans le crime allégué"))
RECIPIENTS = (Choice("chamber", "the Pre-Trial Chamber", "la Chambre préliminaire"), Choice("referring_state", "the referring State", "l'État auteur du renvoi"),
              Choice("security_council", "the Security Council", "le Conseil de sécurité"))


def _weighed() -> Particular:
    return Particular("weighed", "choice", "circumstances weighed", "circonstances appréciées", many=True, required=False, choices=WEIGHED)


evaluate = law.act(
    "evaluate_information", KIND, ("Evaluate the information", "Évaluer les renseignements"),
    ("The Prosecutor evaluated the information made available", "Le Procureur a évalué les renseignements portés à sa connaissance"),
    [_finding_particular("crime_believed", "reasonable basis to believe that a crime within the jurisdiction was or is being committed", "base raisonnable pour croire qu'un crime relevant de la compétence a été ou est commis"),
     _finding_particular("would_be_admissible", "the case is or would be admissible", "l'affaire est ou serait recevable"),
     _finding_particular("against_justice", "substantial reasons against an investigation in the interests of justice", "raisons sérieuses de penser qu'une enquête ne servirait pas les intérêts de la justice")],
    _evaluate, audience=("organ:prosecutor",), group="initiation")
open_investigation = law.act(
    "open_investigation", KIND, ("Open an investigation", "Ouvrir une enquête"), ("The Prosecutor opened an investigation", "Le Procureur a ouvert une enquête"),
    [Particular("crimes", "text", "crimes believed committed, by provision", "crimes présumés, par disposition", many=True, required=False)], _open, group="initiation")
decline = law.act(
    "decide_not_to_investigate", KIND, ("Decide not to investigate", "Décider de ne pas ouvrir d'enquête"),
    ("The Prosecutor found no reasonable basis to proceed", "Le Procureur a conclu à l'absence de base raisonnable pour poursuivre"),
    [_weighed(), wording("reasons", "reasons", "motifs", required=True)], _decline, group="initiation")
conclude = law.act(
    "decide_not_to_prosecute", KIND, ("Conclude that there is no sufficient basis for a prosecution", "Conclure à l'insuffisance de motifs pour poursuivre"),
    ("The Prosecutor concluded that there is no sufficient basis for a prosecution", "Le Procureur a conclu qu'il n'y a pas de motifs suffisants pour engager des poursuites"),
    [_weighed(), wording("reasons", "reasons", "motifs", required=True)], _conclude, group="initiation")
notify = law.act(
    "notify_decision_not_to_proceed", KIND, ("Notify the decision not to proceed", "Notifier la décision de ne pas poursuivre"),
    ("The Prosecutor notified the decision not to proceed to: {recipients}", "Le Procureur a notifié la décision de ne pas poursuivre à : {recipients}"),
    [Particular("recipients", "choice", "recipients", "destinataires", many=True, choices=RECIPIENTS), wording("reasons", "conclusion and reasons", "conclusion et motifs", required=True)], _notify, group="initiation")
ask_review = law.act(
    "request_review_of_decision", KIND, ("Request review of the decision not to proceed", "Demander l'examen de la décision de ne pas poursuivre"),
    ("Review of the decision not to proceed was requested", "L'examen de la décision de ne pas poursuivre a été demandé"),
    [Particular("state", "state", "State that asks", "État demandeur", required=False)], _latest("review_requested"), group="initiation")
ask_reconsideration = law.act(
    "request_reconsideration", KIND, ("Ask the Prosecutor to reconsider", "Demander au Procureur de reconsidérer sa décision"),
    ("The Pre-Trial Chamber asked the Prosecutor to reconsider", "La Chambre préliminaire a demandé au Procureur de reconsidérer sa décision"),
    [wording("reasons", "reasons", "motifs", required=True)], _latest("reconsideration_requested"), group="initiation")
own_review = law.act(
    "review_decision_of_own_motion", KIND, ("Review of its own motion a decision based on the interests of justice", "Examiner d'office une décision fondée sur les intérêts de la justice"),
    ("The Pre-Trial Chamber reviewed the decision of its own motion: {outcome}", "La Chambre préliminaire a examiné d'office la décision : {outcome}"),
    [Particular("outcome", "choice", "outcome", "issue", choices=[Choice("confirmed", "confirmed", "confirmée"), Choice("not_confirmed", "not confirmed", "non confirmée")])], _review, group="initiation")
reconsider = law.act(
    "reconsider_decision", KIND, ("Reconsider the decision", "Reconsidérer la décision"), ("The Prosecutor reconsidered the decision: {outcome}", "Le Procureur a reconsidéré sa décision : {outcome}"),
    [Particular("outcome", "choice", "outcome", "issue", choices=[Choice("reversed", "reversed", "infirmée"), Choice("maintained", "maintained", "maintenue")]),
     wording("new_facts", "new facts or information", "faits ou renseignements nouveaux")], _reconsider, group="initiation")
close = law.act(
    "close_situation", KIND, ("Close the file of the situation", "Clore le dossier de la situation"), ("The file of the situation was closed", "Le dossier de la situation a été clos"), [], _close,
    group="initiation")

reasonable_basis = law.finding("crime_believed", "53(1)(a)", ("there is a reasonable basis to believe that a crime within the jurisdiction was or is being committed",
                               "il y a une base raisonnable pour croire qu'un crime relevant de la compétence a été ou est commis"), "prosecutor", ("reasonable basis to believe", "base raisonnable pour croire"))
admissible = law.finding("would_be_admissible", "53(1)(b)", ("the case is or would be admissible under article 17", "l'affaire est ou serait recevable au regard de l'article 17"), "prosecutor",
                         ("determined", "déterminé"))
against_justice = law.finding("against_justice", "53(1)(c)", ("substantial reasons speak against an investigation in the interests of justice",
                              "il y a des raisons sérieuses de penser qu'une enquête ne servirait pas les intérêts de la justice"), "prosecutor", ("substantial reasons to believe", "raisons sérieuses de penser"))
no_basis = law.finding("no_basis_for_warrant", "53(2)(a)", ("there is no sufficient legal or factual basis to seek a warrant or summons", "il n'y a pas de base suffisante en fait ou en droit pour un mandat ou une citation"),
                       "prosecutor", ("concluded", "conclu"), lasting=False)
inadmissible = law.finding("case_inadmissible", "53(2)(b)", ("the case is inadmissible under article 17", "l'affaire est irrecevable au regard de l'article 17"), "prosecutor", ("concluded", "conclu"),
                           lasting=False)
prosecution_against_justice = law.finding("prosecution_against_justice", "53(2)(c)", ("a prosecution is not in the interests of justice", "une poursuite ne servirait pas les intérêts de la justice"),
                                          "prosecutor", ("all the circumstances", "toutes les circonstances"), lasting=False)


triggered = on_record(law, "triggered", "53(1)", ("the situation was referred or the investigation authorised", "la situation a été déférée ou l'enquête autorisée"),
                      ("the situation was neither referred nor the investigation authorised", "la situation n'a pas été déférée ni l'enquête autorisée"),
                      lambda v: next((e for e in (trigger(v, c) for c in ("13(a)", "13(b)", "13(c)")) if e), None), cured_by=("refer_situation", "refer_situation_by_council", "authorise_investigation"))


file_closed = on_record(law, "file_closed", "53(1)", ("the file is closed", "le dossier est clos"), ("the file is open", "le dossier est ouvert"), lambda v: v.posture.initiation.closed)


def _weighs(id: str, provision: str, en: str, fr: str, item: str) -> Any:
    return listed(law, id, provision, (f"{en} weighed", f"{fr} : apprécié"), (f"{en} not weighed", f"{fr} : non apprécié"), "weighed", item)


gravity = _weighs("gravity_weighed", "53(1)(c)", "gravity of the crime", "gravité du crime", "gravity")
victims = _weighs("victims_weighed", "53(1)(c)", "interests of victims", "intérêts des victimes", "victims")
gravity_2 = _weighs("gravity_weighed_for_prosecution", "53(2)(c)", "gravity of the crime", "gravité du crime", "gravity")
victims_2 = _weighs("victims_weighed_for_prosecution", "53(2)(c)", "interests of victims", "intérêts des victimes", "victims")
age = _weighs("age_weighed", "53(2)(c)", "age or infirmity", "âge ou déficience", "age_or_infirmity")
role = _weighs("role_weighed", "53(2)(c)", "role in the crime", "rôle dans le crime", "role")


def decision_of(v: View) -> NoProceeding | None:
    """The last decision not to proceed, if any."""
    decisions = v.posture.initiation.decisions
    return decisions[-1] if decisions else None


def referrers_of(v: View) -> dict[str, Entry]:
    """Who referred the situation: ``referring_state`` or ``security_council``, with the entry; empty if nobody did."""
    found: dict[str, Entry] = {}
    for entry in filter(None, (trigger(v, "13(a)"), trigger(v, "13(b)"))):
        name = REFERRERS.get(entry.actor.organ)
        if name:
            found[name] = entry
    return found


def _of_decision(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], read: Any, *cured_by: str) -> Any:
    def value(v: View) -> Any:
        decision = decision_of(v)
        return read(decision) if decision else None

    return on_record(law, id, provision, says, says_not, value, cured_by=cured_by)


standing_decision = _of_decision("standing_decision", "53(1)", ("a decision not to proceed stands", "une décision de ne pas poursuivre subsiste"),
                                 ("no decision not to proceed stands", "aucune décision de ne pas poursuivre ne subsiste"), lambda d: d.entry if d.stands else None)
decision_made = _of_decision("decision_made", "53(4)", ("a decision not to proceed was taken", "une décision de ne pas poursuivre a été prise"),
                             ("no decision not to proceed was taken", "aucune décision de ne pas poursuivre n'a été prise"), lambda d: d.entry, "decide_not_to_investigate", "decide_not_to_prosecute")
solely_justice = _of_decision("solely_justice", "53(3)(b)", ("the decision rests on the interests of justice alone", "la décision repose sur les seuls intérêts de la justice"),
                              ("the decision does not rest on the interests of justice alone", "la décision ne repose pas sur les seuls intérêts de la justice"), lambda d: d.entry if d.solely_justice else None)
to_prosecute = _of_decision("decision_on_prosecution", "53(3)(a)", ("the decision is one not to prosecute", "la décision est de ne pas engager de poursuites"),
                            ("the decision is one not to investigate", "la décision est de ne pas ouvrir d'enquête"), lambda d: d.entry if d.stage == "prosecution" else None)
review_requested = _of_decision("review_requested", "53(3)(a)", ("the referrer asked for review", "l'auteur du renvoi a demandé l'examen"), ("nobody entitled asked for review", "aucun ayant droit n'a demandé l'examen"),
                                lambda d: d.review_requested, "request_review_of_decision")
reconsideration_asked = _of_decision("reconsideration_requested", "53(3)(a)", ("the Chamber asked the Prosecutor to reconsider", "la Chambre a demandé au Procureur de reconsidérer"),
                                     ("the Chamber did not ask the Prosecutor to reconsider", "la Chambre n'a pas demandé au Procureur de reconsidérer"), lambda d: d.reconsideration_requested,
                                     "request_reconsideration")
reconsidered = _of_decision("reconsidered", "53(3)(a)", ("the Prosecutor reconsidered", "le Procureur a reconsidéré sa décision"), ("the Prosecutor has not reconsidered", "le Procureur n'a pas reconsidéré sa décision"),
                            lambda d: d.reconsidered, "reconsider_decision")
confirmed_by_chamber = _of_decision("decision_confirmed", "53(3)(b)", ("the Pre-Trial Chamber confirmed the decision", "la Chambre préliminaire a confirmé la décision"),
                                    ("the Pre-Trial Chamber has not confirmed the decision", "la Chambre préliminaire n'a pas confirmé la décision"), lambda d: d.own_review if d.confirmed else None,
                                    "review_decision_of_own_motion")
of_prosecution = _of_decision("prosecution_declined", "53(2)", ("the decision follows an investigation", "la décision fait suite à une enquête"), ("the decision precedes any investigation", "la décision précède toute enquête"),
                              lambda d: d.entry if d.stage == "prosecution" else None)


@law.fact("53(2)", ("Chamber and referrer were told the conclusion and the reasons", "la Chambre et l'auteur du renvoi ont été informés de la conclusion et des motifs"), cured_by=("notify_decision_not_to_proceed",),
          says_not=("the Chamber or the referrer was not told", "la Chambre ou l'auteur du renvoi n'a pas été informé"))
def all_told(v: View) -> Any:
    decision = decision_of(v)
    if decision is None:
        return False
    wanted = ["chamber", *referrers_of(v)]
    return tuple(decision.notified[w] for w in wanted) if all(w in decision.notified for w in wanted) else False


@law.fact("53(1)", ("the Chamber was told", "la Chambre a été informée"), cured_by=("notify_decision_not_to_proceed",), says_not=("the Chamber was not told", "la Chambre n'a pas été informée"))
def chamber_told(v: View) -> Any:
    decision = decision_of(v)
    return (decision.notified.get("chamber") or False) if decision else False


@law.fact("53(3)(a)", ("whoever asks referred the situation", "le demandeur est l'auteur du renvoi"), says_not=("whoever asks did not refer the situation", "le demandeur n'est pas l'auteur du renvoi"))
def asked_by_referrer(v: View) -> Any:
    if v.actor is None:
        return None
    if v.actor.organ == "security_council":
        return referrers_of(v).get("security_council") or False
    state = v.given.get("state")
    return None if state is None else next((e for e in v.posture.referrals if e.particulars.get("state") == state), False)


@law.fact("53(3)(a)", ("decisions not to investigate are open to this review (reading)", "les décisions de ne pas enquêter relèvent de cet examen (interprétation)"),
          says_not=("only decisions not to prosecute are open to this review (reading)", "seules les décisions de ne pas poursuivre relèvent de cet examen (interprétation)"))
def any_decision_reviewable(v: View) -> bool:
    return v.reading("reviewable_decisions") == "english"


@law.fact("53(4)", ("new facts or information are stated", "des faits ou renseignements nouveaux sont indiqués"), needs=("new_facts",),
          says_not=("no new facts or information are stated", "aucun fait ou renseignement nouveau n'est indiqué"))
def new_facts(v: View) -> Any:
    return bool(v.given.get("new_facts")) if "outcome" in v.given else None


law.reading("reviewable_decisions", "53(3)(a)", ("Which decisions may be reviewed at the referrer's request? English: decisions not to proceed; Chinese: decisions not to prosecute.",
            "Quelles décisions peuvent être examinées à la demande de l'auteur du renvoi ? Anglais : ne pas poursuivre (tout stade) ; chinois : ne pas engager de poursuites."), {
    "english": ("decisions not to investigate and not to prosecute", "décisions de ne pas enquêter et de ne pas poursuivre"),
    "chinese": ("decisions not to prosecute only", "seules les décisions de ne pas poursuivre")})

law.power("53(1)", evaluate, "prosecutor", matter_open)
law.duty("53(1)", open_investigation, "prosecutor", all_of(triggered, reasonable_basis, admissible, ~against_justice), investigation_opened)
law.prohibition("53(1)", open_investigation, standing_decision, name="decided")
law.prohibition("53(1)", open_investigation, investigation_opened, name="opened")
law.power("53(1)", decline, "prosecutor", all_of(matter_open, ~investigation_opened, ~standing_decision,
                                                 any_of(~reasonable_basis, ~admissible, all_of(against_justice, gravity, victims))))
law.power("53(2)", conclude, "prosecutor", all_of(investigation_opened, any_of(
    no_basis, inadmissible, all_of(prosecution_against_justice, gravity_2, victims_2, age, role))))
law.duty("53(1)", notify, "prosecutor", all_of(standing_decision, solely_justice), chamber_told)
law.duty("53(2)", notify, "prosecutor", of_prosecution, all_told)
law.power("53(3)(a)", ask_review, tuple(REFERRERS), all_of(standing_decision, any_of(to_prosecute, any_decision_reviewable), asked_by_referrer))
law.power("53(3)(a)", ask_reconsideration, PTC, review_requested)
law.power("53(3)(b)", own_review, PTC, all_of(standing_decision, solely_justice))
law.power("53(4)", reconsider, "prosecutor", all_of(decision_made, new_facts))
law.duty("53(3)(a)", reconsider, "prosecutor", reconsideration_asked, reconsidered)
law.power("53(1)", close, "registry", standing_decision)
law.prohibition("53(1)", close, file_closed, name="closed")
law.prohibition("53(1)", close, all_of(solely_justice, ~chamber_told), name="told")
law.prohibition("53(2)", close, all_of(of_prosecution, ~all_told), name="told")
law.prohibition("53(3)(b)", close, all_of(solely_justice, ~confirmed_by_chamber), name="effective")

for provision, title, summary in (
    ("53(1)", ("Opening an investigation", "Ouverture d'une enquête"), ("Opening is the rule unless no reasonable basis is found; a refusal on the interests of justice alone is told to the Chamber.",
                                                                       "L'ouverture est la règle, sauf absence de base raisonnable ; un refus fondé sur la seule justice est porté à la Chambre.")),
    ("53(1)(a)", ("Factor: crime", "Élément : crime"), ("A reasonable basis to believe in a crime of the Court.", "Une base raisonnable de croire à un crime relevant de la Cour.")),
    ("53(1)(b)", ("Factor: admissibility", "Élément : recevabilité"), ("The actual or potential case is admissible.", "L'affaire, actuelle ou éventuelle, est recevable.")),
    ("53(1)(c)", ("Factor: interests of justice", "Élément : intérêts de la justice"), ("A counterweight, after gravity and victims are weighed; never to be proved for opening.",
                                                                                      "Un contrepoids, gravité et victimes pesées ; jamais à prouver pour ouvrir.")),
    ("53(2)", ("No basis for prosecution", "Insuffisance de motifs"), ("On one of three grounds; Chamber and referrer learn conclusion and reasons.", "Pour l'un de trois motifs ; la Chambre et l'auteur du renvoi en sont informés.")),
    ("53(2)(a)", ("Ground: no warrant basis", "Motif : pas de base"), ("Too little in law or fact for a warrant or summons.", "Trop peu, en droit ou en fait, pour un mandat ou une citation.")),
    ("53(2)(b)", ("Ground: inadmissibility", "Motif : irrecevabilité"), ("The case is inadmissible.", "L'affaire est irrecevable.")),
    ("53(2)(c)", ("Ground: interests of justice", "Motif : intérêts de la justice"), ("All circumstances weighed, four by name.", "Toutes circonstances pesées, dont quatre nommées.")),
    ("53(3)(a)", ("Review for the referrer", "Examen à la demande de l'auteur du renvoi"), ("The Chamber may ask the Prosecutor to reconsider; it cannot open.", "La Chambre peut demander de reconsidérer ; elle ne peut ouvrir.")),
    ("53(3)(b)", ("Review of own motion", "Examen d'office"), ("Decisions on the interests of justice alone have effect only if the Chamber confirms.", "Les décisions fondées sur la seule justice n'ont effet que confirmées.")),
    ("53(4)", ("Reconsideration", "Réexamen"), ("At any time, on new facts or information.", "À tout moment, sur faits ou renseignements nouveaux.")),
):
    law.clause(provision, Class.RULE, title, summary)
