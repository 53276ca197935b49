"""Article 21 of the Statute of the Mechanism: judgement, its public delivery, reasons, majority and opinions; when it becomes final."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind, all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_18 import trial_bench
from curule.statutes.mechanism.case_facts import (
    BENCH_OF_TRIAL,
    bench_of,
    count_particular,
    judgement_given,
    not_judged,
    on_trial,
    suggest_bench,
)
from curule.statutes.mechanism.matters.case import Case

__all__ = ["by_majority", "delivered_publicly", "delivery", "judges_of_bench", "law", "reasoned", "settle"]

law = Chapter("irmct", __name__)

law.clause("21(1)", Class.RULE, ("Judgement and sentence", "Jugement et peine"),
           ("The single judge or Trial Chamber pronounces judgement and imposes sentence on those convicted.",
            "Le juge unique ou la Chambre prononce le jugement et la peine des personnes reconnues coupables."))
law.clause("21(2)", Class.RULE, ("Form and majority", "Forme et majorité"),
           ("In public, with written reasons, by a majority of the Chamber; opinions may be appended.",
            "En public, avec motifs écrits, à la majorité des juges ; des opinions peuvent être jointes."))


def delivery() -> list[Particular]:
    """The particulars of every judgement: who was in favour, whether it was public, its reasons, its opinions."""
    return [
        Particular("in_favour", "judge", "judges in favour", "juges favorables", many=True, suggest=suggest_bench),
        Particular("public", "yes_no", "delivered in public", "prononcé en audience publique"),
        Particular("reasons", "choice", "written reasons", "motifs écrits", choices=[
            Choice("attached", "filed with it", "déposés en même temps"), Choice("to_follow", "to follow", "à suivre"),
            Choice("none", "none", "aucun")]),
        Particular("separate", "judge", "separate opinions", "opinions individuelles", many=True, required=False,
                   suggest=suggest_bench),
        Particular("dissenting", "judge", "dissenting opinions", "opinions dissidentes", many=True, required=False,
                   suggest=suggest_bench)]


def settle(draft: Case, entry: Entry) -> None:
    """Read from the counts who is convicted and who acquitted after a judgement or a decision on it."""
    for code, accused in draft.accused.items():
        statuses = [c.status for c in draft.counts.values() if c.person == code]
        if "convicted" in statuses:
            accused.convicted, accused.acquitted = accused.convicted or entry, None
        elif "acquitted" in statuses and "confirmed" not in statuses:
            accused.acquitted, accused.convicted, accused.sentence = accused.acquitted or entry, None, None


def _judge(draft: Case, entry: Entry) -> None:
    for status in ("convicted", "acquitted"):
        for number in entry.particulars.get(status, ()):
            if number in draft.counts:
                draft.counts[number].status, draft.counts[number].entry = status, entry
    draft.judgement, draft.judged_by, draft.judged_on = entry, entry.actor.organ, entry.done_on
    if entry.particulars.get("reasons") == "attached":
        draft.judgement_filed, draft.filed_on = entry, entry.done_on
    settle(draft, entry)


def _file(draft: Case, entry: Entry) -> None:
    draft.judgement_filed, draft.filed_on = entry, entry.done_on


def _final(draft: Case, entry: Entry) -> None:
    draft.final_judgement, draft.final_on, draft.final_by = entry, draft.judged_on, draft.judged_by


give = law.act(
    "give_judgement", "case", ("Give judgement", "Rendre le jugement"),
    ("Judgement was given: convicted on counts {convicted}, acquitted on counts {acquitted}",
     "Le jugement a été rendu : culpabilité pour les chefs {convicted}, acquittement pour les chefs {acquitted}"),
    [count_particular("convicted", "counts of conviction", "chefs de condamnation", required=False),
     count_particular("acquitted", "counts of acquittal", "chefs d'acquittement", required=False), *delivery()], _judge, group="judgement")
file_written = law.act(
    "file_written_judgement", "case", ("File the written judgement", "Déposer le jugement écrit"),
    ("The written judgement was filed", "Le jugement écrit a été déposé"), [], _file, group="judgement")
record_final = law.act(
    "record_final_judgement", "case", ("Record that the judgement is final", "Inscrire que le jugement est définitif"),
    ("The judgement became final", "Le jugement est devenu définitif"), [], _final, group="judgement")


@law.stage("21(1)", ("the hearing of the trial is closed", "les débats sont clos"), cured_by=("end_trial",))
def trial_ended(v: View) -> Any:
    return v.posture.trial.ended or False


@law.stage("21(1)", ("pleas of guilty of all accused to every count were accepted", "les plaidoyers de culpabilité de tous, pour chaque chef, ont été acceptés"),
           cured_by=("accept_guilty_plea",))
def pleas_accepted(v: View) -> Any:
    case: Case = v.posture
    people = on_trial(case)
    guilty = all(people[c.person].pleas.get(n) == "guilty" for n, c in case.counts.items() if c.person in people and c.status == "confirmed")
    accepted = [a.plea_accepted for a in people.values()]
    return tuple(accepted) if guilty and accepted and all(accepted) else False


@law.fact("21(1)", ("there is a verdict on every count, once", "chaque chef reçoit un verdict, et un seul"),
          needs=("convicted", "acquitted"))
def verdict_on_each_count(v: View) -> Any:
    convicted, acquitted = v.given.get("convicted"), v.given.get("acquitted")
    if convicted is None and acquitted is None:
        return None
    case: Case = v.posture
    out = case.accused.keys() - on_trial(case).keys()
    live = sorted(n for n, c in case.counts.items() if c.person not in out
                  and (c.status == "confirmed" or (case.judgement is not None and c.entry is case.judgement)))
    return sorted((*(convicted or ()), *(acquitted or ()))) == live


@law.fact("19(3)", ("a count ends in conviction", "un chef aboutit à une condamnation"), needs=("convicted",))
def convicts(v: View) -> Any:
    return bool(v.given.get("convicted"))


proven = law.finding(
    "guilt_proven", "19(3)", ("guilt is proven on every count of conviction",
                              "la culpabilité est établie pour chaque chef de condamnation"),
    BENCH_OF_TRIAL, ("beyond reasonable doubt", "au-delà de tout doute raisonnable"), lasting=False)


@law.fact("21(2)", ("it is delivered in public", "il est prononcé en public"), needs=("public",),
          says_not=("it is not delivered in public", "il n'est pas prononcé en public"))
def delivered_publicly(v: View) -> Any:
    return v.given.get("public")


@law.fact("21(2)", ("it has written reasons", "il est motivé par écrit"), needs=("reasons",),
          says_not=("it has no written reasons", "il n'est pas motivé par écrit"))
def reasoned(v: View) -> Any:
    reasons = v.given.get("reasons")
    return None if reasons is None else reasons != "none"


@law.fact("21(2)", ("those who voted or wrote opinions are judges of the bench",
                    "les votants et auteurs d'opinions sont des juges de la formation"), needs=("in_favour",))
def judges_of_bench(v: View) -> Any:
    bench, favour = bench_of(v), v.given.get("in_favour")
    if favour is None or bench is None:
        return None
    return {*favour, *v.given.get("separate", ()), *v.given.get("dissenting", ())} <= set(bench.judges)


def _votes(v: View) -> int | None:
    favour = v.given.get("in_favour")
    return None if favour is None else len(favour)


def _more_than_half(v: View) -> int | None:
    bench = bench_of(v)
    return len(bench.judges) // 2 + 1 if bench is not None else None


by_majority = law.measure("by_majority", "21(2)", ("a majority of the bench is in favour", "la majorité des juges y est favorable"),
                          _votes, ">=", _more_than_half, needs=("in_favour",))


@law.stage("21(2)", ("the written judgement has been filed", "le jugement écrit a été déposé"),
           says_not=("the written judgement has not been filed", "le jugement écrit n'a pas été déposé"),
           cured_by=("file_written_judgement",))
def written_filed(v: View) -> Any:
    return v.posture.judgement_filed or False


@law.stage("23(1)", ("no appeal is pending", "aucun appel n'est pendant"), cured_by=("decide_appeal", "withdraw_appeal"))
def no_appeal_pending(v: View) -> Any:
    pending = [a.notice for a in v.posture.appeals.values() if a.pending]
    return no(*pending) if pending else True


@law.stage("21(1)", ("the judgement is not yet final", "le jugement n'est pas encore définitif"), permanent=True)
def not_final(v: View) -> Any:
    return no(v.posture.final_judgement) if v.posture.final_judgement else True


@law.stage("21(1)", ("every convicted person has been sentenced", "chaque condamné a sa peine"), cured_by=("impose_sentence",))
def all_sentenced(v: View) -> Any:
    return all(a.sentenced for a in v.posture.accused.values() if a.convicted)


@law.fact("21(2)", ("nobody both votes in favour and dissents", "nul ne vote pour tout en étant dissident"), needs=("in_favour", "dissenting"),
          says_not=("a judge votes in favour and dissents", "un juge vote pour et est dissident"))
def votes_once(v: View) -> Any:
    return not set(v.given.get("in_favour", ())) & set(v.given.get("dissenting", ()))


time_to_appeal_over = law.measure(
    "time_to_appeal_over", "23(1)", ("the time to appeal has run out", "le délai d'appel est écoulé"), lambda v: v.on, ">",
    lambda v: v.library.due(v.library.limits["notice_of_appeal"], v), kind=Kind.NOT_AT_THIS_STAGE)

law.power("21(1)", give, BENCH_OF_TRIAL, all_of(trial_bench, any_of(trial_ended, pleas_accepted), not_judged, verdict_on_each_count))
law.prohibition("21(2)", give, ~all_of(delivered_publicly, reasoned, judges_of_bench, by_majority))
law.prohibition("21(2)", (give, "decide_appeal", "decide_review"), ~votes_once, name="one_vote")
law.prohibition("19(3)", give, all_of(convicts, ~proven))
law.duty("21(2)", file_written, (*BENCH_OF_TRIAL, "registry"), judgement_given, written_filed)
law.prohibition("21(2)", file_written, written_filed)
law.power("21(1)", record_final, "registry", all_of(judgement_given, not_final, all_sentenced, no_appeal_pending, time_to_appeal_over))
