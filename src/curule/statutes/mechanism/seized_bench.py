"""Who acts: the judge or Chamber that acts is the one seized, its judges hold office and declared no conflict of interest."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import no
from curule.law.view import View
from curule.statutes.mechanism.case_facts import the_only
from curule.statutes.mechanism.matters.case import Bench, Case, appeal_bench, review_bench, trial_bench
from curule.statutes.mechanism.matters.roll import duty_judges, in_office, roll_of

__all__ = ["bench_seized", "law"]

law = Chapter("irmct", __name__)

ON_TRIAL = ("hold_initial_appearance", "enter_plea", "accept_guilty_plea", "set_trial_date", "open_trial", "sever_accused", "consider_referral",
            "grant_provisional_release", "end_provisional_release", "hold_status_conference", "order_early_opening", "order_closed_session", "hold_session",
            "hear_witness", "end_trial", "give_judgement", "impose_sentence", "order_restitution")
ON_REFERRAL = ("hear_on_referral", "order_referral", "decline_referral", "hear_state_on_revocation", "revoke_referral", "deny_revocation")
ON_APPEAL = ("hear_appeal", "decide_appeal")
ON_REVIEW = ("examine_review_application", "hear_review", "decide_review")
ALONE = ("confirm_indictment", "dismiss_indictment", "issue_order", "grant_leave_to_change_indictment")
JUDICIAL = (*ON_TRIAL, *ON_REFERRAL, *ON_APPEAL, *ON_REVIEW, *ALONE)
CHAMBERS = ("trial_chamber", "single_judge", "appeals_chamber")
BY_A_CHAMBER_COMPOSED = ("issue_order", "grant_leave_to_change_indictment")
"""What a judge may do alone and a Chamber only once it is composed."""


def bench_seized(v: View) -> Bench | None:
    """The bench that is seized of the matter in which the act is done, if one is composed."""
    case: Case = v.posture
    if v.act in ON_REFERRAL:
        return case.benches.get("referral")
    if v.act in ON_APPEAL:
        return appeal_bench(case, the_only(v, "appeal", case.appeals) or "")
    if v.act in ON_REVIEW:
        return review_bench(case, the_only(v, "review", case.reviews) or "")
    return trial_bench(case)


def _organ_of(v: View, bench: Bench) -> str:
    if v.act in ON_REVIEW and len(bench.judges) > 3:
        return "appeals_chamber"
    return "trial_chamber" if len(bench.judges) > 1 else "single_judge"


def _alone(v: View) -> bool:
    """Whether a judge acts alone in what need not be done by the bench for the trial."""
    return v.act in ALONE and v.actor is not None and v.actor.organ != "trial_chamber"


@law.stage("12(1)", ("the judge or Chamber that acts is the one seized", "le juge ou la Chambre qui agit est saisi"),
           says_not=("another judge or Chamber is seized, or none is", "un autre juge ou une autre Chambre est saisi, ou aucun ne l'est"),
           cured_by=("compose_trial_chamber", "assign_single_judge"))
def organ_seized(v: View) -> Any:
    if not v.act or v.actor is None or v.actor.organ not in CHAMBERS or _alone(v):
        return True
    bench = bench_seized(v)
    if bench is None:
        return v.act not in BY_A_CHAMBER_COMPOSED
    if v.actor.organ == "appeals_chamber" and v.act not in ON_REVIEW:
        return True
    return v.actor.organ == _organ_of(v, bench) or no(bench.entry)


def _judges_of_case(v: View) -> set[str]:
    """The judges who may act alone: to whom the indictment went, who were assigned a task, who are on duty."""
    case: Case = v.posture
    roll = roll_of(v)
    found = {code for key, bench in case.benches.items() if not key.startswith("tribunal:") for code in bench.judges}
    if case.indictment is not None:
        found.add(case.indictment.particulars["judge"])
    return found | set(duty_judges(roll, case.branch, v.on) if roll is not None else ())


@law.fact("12(1)", ("the judge who acts is one of those assigned", "le juge qui agit est l'un de ceux qui sont désignés"),
          says_not=("the judge who acts was not assigned", "le juge qui agit n'a pas été désigné"))
def actor_assigned(v: View) -> Any:
    if v.actor is None or not v.actor.person:
        return True
    bench = None if not v.act or _alone(v) else bench_seized(v)
    return v.actor.person in (bench.judges if bench is not None else _judges_of_case(v))


def _acting(v: View) -> tuple[str, ...]:
    """The judges who act: the whole bench seized, or the judge who acts alone."""
    bench = bench_seized(v) if v.act and not _alone(v) else None
    if bench is not None:
        return bench.judges
    return (v.actor.person,) if v.actor is not None and v.actor.person else ()


@law.fact("10(3)", ("the judges who act hold office that day", "les juges qui agissent sont en fonctions ce jour-là"),
          says_not=("a judge who acts is not in office that day", "un juge qui agit n'est pas en fonctions ce jour-là"),
          cured_by=("reappoint_judge", "replace_judge"))
def judges_hold_office(v: View) -> Any:
    roll = roll_of(v)
    return roll is None or all(in_office(roll, code, v.on) for code in _acting(v))


@law.fact("9(1)", ("a judge of the bench declared a conflict of interest and was not replaced",
                   "un juge de la formation a déclaré un conflit d'intérêts et n'a pas été remplacé"), reversible=True,
          says_not=("no judge of the bench declared a conflict of interest", "aucun juge de la formation n'a déclaré de conflit d'intérêts"))
def bench_in_conflict(v: View) -> Any:
    return next((e for code in _acting(v) if (e := v.posture.conflicts.get(code))), False)


law.prohibition("12(1)", (*ON_TRIAL, *ON_REVIEW, *BY_A_CHAMBER_COMPOSED), ~organ_seized, name="not_seized")
law.prohibition("12(1)", (*ON_TRIAL, *ON_REFERRAL, *ON_APPEAL, *ON_REVIEW, *BY_A_CHAMBER_COMPOSED), ~actor_assigned, name="stranger_on_bench")
law.prohibition("10(3)", JUDICIAL, ~judges_hold_office, name="out_of_office")
law.prohibition("9(1)", JUDICIAL, bench_in_conflict, name="bench_in_conflict")
