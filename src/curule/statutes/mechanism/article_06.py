"""Article 6 of the Statute of the Mechanism: referral of cases to national jurisdictions, monitoring, revocation.

The acts stand in :mod:`curule.statutes.mechanism.referral`.
"""

from __future__ import annotations

from typing import Any

from curule.law.conditions import Kind, all_of, any_of, no
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_01 import (
    contempt_accused,
    other_person,
    persons_in_question,
    referral_attempted,
    weighed,
)
from curule.statutes.mechanism.case_facts import case_confirmed, not_judged, trial_not_opened
from curule.statutes.mechanism.matters.allocation import COMMENCEMENT
from curule.statutes.mechanism.matters.case import Case
from curule.statutes.mechanism.referral import (
    already_referred,
    appoint_monitor,
    decline,
    deny_revocation,
    designate,
    hear,
    hear_state,
    law,
    order,
    record_attempt,
    record_earlier,
    referral_stands,
    report,
    request,
    request_revocation,
    revoke,
)

__all__ = ["law"]

REFERRAL_BENCH = ("trial_chamber", "single_judge")

law.clause("6(1)", Class.RULE, ("Power and duty to refer", "Pouvoir et devoir de renvoi"),
           ("Cases of other indictees are to be referred as far as possible, contempt cases may be, those of most senior "
            "leaders are not.",
            "Les affaires des autres accusés sont renvoyées autant que possible, celles d'outrage peuvent l'être, celles "
            "des plus hauts dirigeants non."))
law.clause("6(2)", Class.RULE, ("Referral bench", "Formation de renvoi"),
           ("After confirmation and before trial the President may designate the bench that decides; custody does not matter.",
            "Après confirmation et avant le procès, le Président peut désigner la formation qui statue ; la détention "
            "n'importe pas."))
law.clause("6(2)(i)", Class.RULE, ("State of the crime", "État du crime"),
           ("A State where the crime was committed.", "Un État où le crime a été commis."))
law.clause("6(2)(ii)", Class.RULE, ("State of arrest", "État de l'arrestation"),
           ("A State where the accused was arrested.", "Un État où l'accusé a été arrêté."))
law.clause("6(2)(iii)", Class.RULE, ("Willing and prepared State", "État disposé et préparé"),
           ("A State that has jurisdiction, is willing and is adequately prepared.",
            "Un État compétent, disposé à juger et convenablement préparé."))
law.clause("6(3)", Class.RULE, ("Gravity and responsibility", "Gravité et responsabilité"),
           ("For other indictees the bench considers both, in line with resolution 1534 (2004).",
            "Pour les autres accusés, la formation examine les deux, selon la résolution 1534 (2004)."))
law.clause("6(4)", Class.RULE, ("Referral order", "Ordonnance de renvoi"),
           ("Ordered of its own motion or on the Prosecutor's request, once the parties could be heard, a fair trial is "
            "expected and the death penalty excluded.",
            "Rendue d'office ou à la demande du Procureur, les parties ayant pu être entendues, le procès devant être "
            "équitable et la peine de mort exclue."))
law.clause("6(5)", Class.RULE, ("Monitoring", "Suivi"),
           ("The Mechanism monitors what it or a Tribunal referred, with the help of organizations.",
            "Le Mécanisme suit les affaires renvoyées par lui ou par un Tribunal, avec l'aide d'organisations."))
law.clause("6(6)", Class.RULE, ("Revocation", "Annulation"),
           ("Until the national verdict the bench may revoke where the conditions are clearly gone and justice so "
            "requires, the State having had its say; deferral is requested.",
            "Jusqu'au verdict national, la formation peut annuler le renvoi si les conditions ont clairement disparu et si "
            "la justice l'exige, l'État ayant pu s'exprimer ; le dessaisissement est demandé."))

# -- window and persons ----------------------------------------------------------------------------------------------


@law.fact("6(1)", ("the case is of a group that may be referred", "l'affaire est d'une catégorie qui peut être renvoyée"),
          says_not=("cases of most senior leaders are not referred", "les affaires des plus hauts dirigeants ne sont pas "
                    "renvoyées"), kind=Kind.PROHIBITED)
def referable(v: View) -> Any:
    persons = persons_in_question(v)
    return bool(persons) and all(p.group == "1(3)" or p.group.startswith("1(4)") for p in persons)


@law.fact("res11", ("the case does not involve a most senior leader", "l'affaire ne met pas en cause un plus haut dirigeant"))
def lesser_case(v: View) -> Any:
    case: Case = v.posture
    return bool(case.accused) and all(p.group == "1(3)" for p in case.accused.values())


@law.stage("6(2)", ("a bench is seised of the question", "une formation est saisie de la question"),
           says_not=("no bench is seised of the question", "aucune formation n'est saisie de la question"),
           cured_by=("designate_referral_chamber",))
def bench_seised(v: View) -> Any:
    referral = v.posture.referral
    if referral.bench is None:
        return False
    for decision in (referral.ordered, referral.declined, referral.revoked, referral.revocation_denied):
        if decision is not None and decision.number > referral.bench.number:
            return no(decision)
    return referral.bench


@law.fact("6(4)", ("the bench was designated for this accused", "la formation a été désignée pour cet accusé"), needs=("person",),
          says_not=("the bench was designated for another accused", "la formation a été désignée pour un autre accusé"),
          cured_by=("designate_referral_chamber",))
def bench_for_this_person(v: View) -> Any:
    bench = v.posture.referral.bench
    designated, code = bench.particulars.get("person") if bench is not None else None, v.given.get("person")
    return designated is None or code is None or designated == code or no(bench)


@law.stage("6(6)", ("the national court has given its verdict", "la juridiction nationale a rendu son verdict"))
def national_verdict(v: View) -> Any:
    return v.posture.referral.national_judgement or False


law.duty("6(1)", record_attempt, ("prosecutor", "president", "registrar"),
         all_of(lesser_case, trial_not_opened, not_judged, ~already_referred), referral_attempted)
law.power("6(1)", record_attempt, ("prosecutor", "president", "registrar"),
          all_of(contempt_accused, trial_not_opened, ~already_referred), name="contempt")
law.power("6(2)", designate, "president", all_of(case_confirmed, trial_not_opened, referable, ~already_referred))
law.power("6(6)", designate, "president", all_of(referral_stands, ~national_verdict), name="bench_for_revocation")
law.power("6(4)", request, "prosecutor", all_of(case_confirmed, trial_not_opened, referable, ~already_referred))
law.power("6(4)", hear, REFERRAL_BENCH, all_of(bench_seised, ~already_referred))
law.prohibition("6(2)", (hear, order, decline, hear_state, revoke, deny_revocation), ~contempt_accused, by="single_judge",
                name="single_judge", note=("A single judge decides on referral in cases of contempt and false testimony only.",
                                           "Le juge unique ne statue sur le renvoi qu'en matière d'outrage et de faux "
                                           "témoignage."))

# -- the receiving State ---------------------------------------------------------------------------------------------


def _basis(v: View, basis: str) -> bool | None:
    given = v.given.get("basis")
    return None if given is None else given == basis


@law.fact("6(2)(i)", ("the State is chosen as that of the crime", "l'État est choisi comme celui du crime"), needs=("basis",))
def as_state_of_crime(v: View) -> Any:
    return _basis(v, "i")


@law.fact("6(2)(ii)", ("the State is chosen as that of the arrest", "l'État est choisi comme celui de l'arrestation"),
          needs=("basis",))
def as_state_of_arrest(v: View) -> Any:
    return _basis(v, "ii")


@law.fact("6(2)(iii)", ("the State is chosen as willing and prepared", "l'État est choisi comme disposé et préparé"),
          needs=("basis",))
def as_prepared_state(v: View) -> Any:
    return _basis(v, "iii")


@law.fact("6(2)(i)", ("a crime charged was committed in its territory", "un crime reproché a été commis sur son territoire"),
          needs=("state",), cured_by=("state_scope_of_count",))
def crime_in_its_territory(v: View) -> Any:
    state = v.given.get("state")
    if state is None:
        return None
    scopes = v.posture.jurisdiction.scopes.values()
    return tuple(e for e in scopes if e.particulars.get("state") == state) or False


@law.fact("6(2)(ii)", ("the accused was arrested in its territory", "l'accusé a été arrêté sur son territoire"),
          needs=("state",))
def arrested_in_its_territory(v: View) -> Any:
    state = v.given.get("state")
    if state is None:
        return None
    arrests = [p.arrested for p in persons_in_question(v) if p.arrested is not None]
    return tuple(e for e in arrests if e.particulars.get("state") == state) or False


@law.fact("6(2)(iii)", ("the State has declared itself willing", "l'État s'est déclaré disposé"), needs=("state",),
          says_not=("no statement of willingness by the State is on record", "aucune déclaration de l'État n'est inscrite"),
          cured_by=("declare_readiness",))
def state_willing(v: View) -> Any:
    state = v.given.get("state")
    return None if state is None else v.posture.referral.willing.get(state) or False


SATISFIED = ("satisfied on the submissions and material before it", "convaincue au vu des écritures et des pièces")
BENCH = ("trial_chamber",)
has_jurisdiction = law.finding("state_has_jurisdiction", "6(2)(iii)", ("the State has jurisdiction", "l'État est compétent"),
                               BENCH, SATISFIED, subject="state")
prepared = law.finding("state_adequately_prepared", "6(2)(iii)", ("the State is adequately prepared",
                       "l'État est convenablement préparé"), BENCH, SATISFIED, subject="state")

# -- the order -------------------------------------------------------------------------------------------------------


@law.fact("6(4)", ("the Prosecutor could be heard", "le Procureur a pu être entendu"), cured_by=("hear_on_referral",))
def prosecutor_heard(v: View) -> Any:
    return v.posture.referral.heard.get("prosecutor") or False


@law.fact("6(4)", ("the accused could be heard", "l'accusé a pu être entendu"), cured_by=("hear_on_referral",))
def accused_heard(v: View) -> Any:
    return v.posture.referral.heard.get("defence") or False


hearing_accused = law.finding(
    "hearing_accused_appropriate", "6(4)", ("it is appropriate to hear the accused", "il y a lieu d'entendre l'accusé"),
    BENCH, ("where appropriate, as with an accused at large", "le cas échéant, ainsi pour un accusé en fuite"),
    says_not=("there is no occasion to hear the accused", "il n'y a pas lieu d'entendre l'accusé"))
fair_trial = law.finding("fair_trial_expected", "6(4)", ("the accused will receive a fair trial",
                         "l'accusé bénéficiera d'un procès équitable"), BENCH, SATISFIED, subject="state")
not_imposed = law.finding("death_penalty_not_imposed", "6(4)", ("the death penalty will not be imposed",
                          "la peine de mort ne sera pas prononcée"), BENCH, SATISFIED, subject="state")
not_executed = law.finding("death_penalty_not_carried_out", "6(4)", ("the death penalty will not be carried out",
                           "la peine de mort ne sera pas exécutée"), BENCH, SATISFIED, subject="state")


@law.fact("6(3)", ("the decision considers the gravity of the crimes", "la décision examine la gravité des crimes"),
          needs=("considered",))
def gravity_considered(v: View) -> Any:
    return weighed(v, "gravity")


@law.fact("6(3)", ("the decision considers the level of responsibility", "la décision examine le degré de responsabilité"),
          needs=("considered",))
def responsibility_considered(v: View) -> Any:
    return weighed(v, "responsibility")


law.power("6(4)", order, REFERRAL_BENCH, all_of(
    bench_seised, bench_for_this_person, trial_not_opened, ~already_referred, referable,
    any_of(all_of(as_state_of_crime, crime_in_its_territory), all_of(as_state_of_arrest, arrested_in_its_territory),
           all_of(as_prepared_state, has_jurisdiction, state_willing, prepared)),
    prosecutor_heard, any_of(accused_heard, ~hearing_accused), fair_trial, not_imposed, not_executed))
law.power("6(4)", decline, REFERRAL_BENCH, all_of(bench_seised, ~already_referred))
law.prohibition("6(3)", (order, decline), other_person.unless(all_of(gravity_considered, responsibility_considered)))
law.prohibition("6(6)", ("open_trial", "set_trial_date", "record_transfer"), already_referred,
                note=("The case is with the State until the referral is revoked.",
                      "L'affaire relève de l'État tant que le renvoi n'est pas annulé."))

# -- monitoring ------------------------------------------------------------------------------------------------------

branch_begun = law.measure(
    "branch_begun", "res4", ("the branch of the Mechanism has begun its work", "la division du Mécanisme a commencé ses "
                             "travaux"), lambda v: v.on, ">=", lambda v: COMMENCEMENT.get(v.posture.branch),
    kind=Kind.NOT_IN_FORCE)


@law.fact("6(5)", ("a monitor has been appointed", "un observateur a été désigné"), cured_by=("appoint_monitor",))
def monitor_appointed(v: View) -> Any:
    return v.posture.referral.monitor or False


@law.fact("6(5)", ("the national judgement is final", "le jugement national est définitif"),
          cured_by=("record_national_judgement",))
def national_judgement_final(v: View) -> Any:
    finals = [p.national_trial for p in v.posture.accused.values() if p.national_trial is not None]
    return tuple(finals) or False


monitoring_cycle = law.limit(
    "monitoring_report", "case", ("monitoring report", "rapport de suivi"), "6(5)", "monitoring_report_cycle",
    runs_from=lambda v: v.posture.referral.reports[-1] if v.posture.referral.reports else v.posture.referral.monitor,
    stopped_by=lambda v: v.posture.referral.revoked or national_judgement_final.test(v) or None,
    binds=("registrar",))

law.power("6(5)", record_earlier, "registry", ~referral_stands)
law.duty("6(5)", appoint_monitor, ("president", "registrar"), all_of(referral_stands, branch_begun, ~national_judgement_final),
         monitor_appointed)
law.duty("6(5)", report, ("registrar", "registry"), all_of(referral_stands, monitor_appointed), national_judgement_final,
         limit=monitoring_cycle)

# -- revocation ------------------------------------------------------------------------------------------------------


@law.fact("6(6)", ("the State's authorities could be heard", "les autorités de l'État ont pu être entendues"),
          cured_by=("hear_state_on_revocation",))
def state_heard(v: View) -> Any:
    return v.posture.referral.state_heard or False


conditions_gone = law.finding(
    "conditions_for_referral_gone", "6(6)", ("the conditions for referral are clearly no longer met",
                                             "les conditions du renvoi ne sont clairement plus réunies"),
    BENCH, ("clear", "clairement"), lasting=False)
justice_requires = law.finding(
    "justice_requires_revocation", "6(6)", ("the interests of justice require revocation",
                                            "l'intérêt de la justice exige l'annulation"),
    BENCH, ("in the interests of justice", "dans l'intérêt de la justice"), lasting=False)

law.power("6(6)", request_revocation, "prosecutor", all_of(referral_stands, ~national_verdict))
law.power("6(6)", hear_state, REFERRAL_BENCH, all_of(bench_seised, referral_stands))
law.power("6(6)", revoke, REFERRAL_BENCH, all_of(
    bench_seised, referral_stands, ~national_verdict, state_heard, conditions_gone, justice_requires))
law.power("6(6)", deny_revocation, REFERRAL_BENCH, all_of(bench_seised, referral_stands))
