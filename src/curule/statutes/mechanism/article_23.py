"""Article 23 of the Statute of the Mechanism: appeals. The briefs and their time stand in :mod:`curule.statutes.mechanism.appeal_briefs`."""

from __future__ import annotations

from typing import Any

from curule.law.calendar import PROCEDURAL
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_21 import (
    by_majority,
    delivered_publicly,
    delivery,
    judges_of_bench,
    not_final,
    reasoned,
    settle,
    written_filed,
)
from curule.statutes.mechanism.article_22 import convicted, months_given, penalty, sentence_from
from curule.statutes.mechanism.case_facts import (
    accused_code,
    accused_of,
    appeal_of,
    appeal_particular,
    count_particular,
    person_particular,
    the_only,
)
from curule.statutes.mechanism.matters.case import Accused, Appeal, Case, Hearings, appeal_bench

__all__ = ["PARTIES", "appeal_pending", "law", "notice_time", "on_appeal", "own_appeal"]

law = Chapter("irmct", __name__)

PARTIES = ("defence", "prosecutor")

law.clause("23(1)", Class.RULE, ("Who may appeal", "Qui peut faire appel"),
           ("The convicted person and the Prosecutor, on two grounds.", "Le condamné et le Procureur, pour deux motifs."))
law.clause("23(1)(a)", Class.RULE, ("Error of law", "Erreur de droit"),
           ("An error on a question of law that invalidates the decision.", "Une erreur sur un point de droit qui invalide la décision."))
law.clause("23(1)(b)", Class.RULE, ("Error of fact", "Erreur de fait"),
           ("An error of fact that occasioned a miscarriage of justice.", "Une erreur de fait qui a entraîné un déni de justice."))
law.clause("23(2)", Class.RULE, ("Powers on appeal", "Pouvoirs en appel"),
           ("The Appeals Chamber affirms, reverses or revises.", "La Chambre d'appel confirme, annule ou révise."))


def _notice(draft: Case, entry: Entry) -> None:
    by = "prosecutor" if entry.actor.organ == "prosecutor" else "defence"
    draft.appeals[str(len(draft.appeals) + 1)] = Appeal(
        by=by, person=entry.particulars["person"], grounds=tuple(entry.particulars["grounds"]), notice=entry)


def on_appeal(field: str) -> Any:
    """The effect that writes an entry under ``field`` of the appeal it names."""

    def effect(draft: Case, entry: Entry) -> None:
        setattr(draft.appeals.setdefault(entry.particulars["appeal"], Appeal()), field, entry)

    return effect


def _decide(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    appeal = draft.appeals.setdefault(given["appeal"], Appeal())
    appeal.decided, appeal.outcome = entry, tuple(given["outcome"])
    for name, status in (("reversed", "acquitted"), ("entered", "convicted"), ("retrial", "confirmed")):
        for number in given.get(name, ()):
            if number in draft.counts:
                draft.counts[number].status, draft.counts[number].entry = status, entry
    accused = draft.accused.setdefault(appeal.person, Accused())
    if months_given(given) or given.get("life") or given.get("fine"):
        accused.sentenced, accused.sentence = entry, sentence_from(entry)
    if given.get("retrial"):
        _retry(draft, accused, entry)
    settle(draft, entry)
    if draft.judgement is not None and not any(a.pending for a in draft.appeals.values()):
        draft.final_judgement, draft.final_on, draft.final_by = entry, entry.done_on, entry.actor.organ


def _retry(draft: Case, accused: Accused, entry: Entry) -> None:
    """A retrial starts the trial again: what the first trial left behind is no longer where the case stands."""
    draft.retrial, draft.trial = entry, Hearings()
    draft.judgement = draft.judgement_filed = draft.judged_on = draft.filed_on = None
    accused.convicted = accused.sentenced = accused.sentence = None


notify = law.act(
    "file_notice_of_appeal", "case", ("File a notice of appeal", "Déposer un acte d'appel"),
    ("A notice of appeal concerning {person} was filed ({grounds})", "Acte d'appel déposé concernant {person} ({grounds})"),
    [person_particular(),
     Particular("grounds", "choice", "grounds", "motifs", many=True, choices=[
         Choice("law", "error of law", "erreur de droit"), Choice("fact", "error of fact", "erreur de fait")]),
     Particular("invalidity", "text", "how the error of law invalidates the decision",
                "en quoi l'erreur de droit invalide la décision", required=False),
     Particular("miscarriage", "text", "how the error of fact occasioned a miscarriage of justice",
                "en quoi l'erreur de fait a entraîné un déni de justice", required=False),
     Particular("against", "choice", "against", "contre", many=True, required=False, choices=[
         Choice("conviction", "conviction", "déclaration de culpabilité"), Choice("acquittal", "acquittal", "acquittement"),
         Choice("sentence", "sentence", "peine")])], _notice, group="appeal")
withdraw = law.act(
    "withdraw_appeal", "case", ("Withdraw an appeal", "Se désister de l'appel"),
    ("Appeal {appeal} was withdrawn", "Désistement de l'appel {appeal}"), [appeal_particular()], on_appeal("withdrawn"), group="appeal")
hear = law.act(
    "hear_appeal", "case", ("Hear an appeal", "Entendre l'appel"), ("Appeal {appeal} was heard", "L'appel {appeal} a été entendu"),
    [appeal_particular()], on_appeal("heard"), group="appeal")
decide = law.act(
    "decide_appeal", "case", ("Decide an appeal", "Statuer sur l'appel"),
    ("Appeal {appeal} was decided: {outcome}", "Il a été statué sur l'appel {appeal} : {outcome}"),
    [appeal_particular(),
     Particular("outcome", "choice", "outcome", "issue", many=True, choices=[
         Choice("affirm", "affirmed", "décision confirmée"), Choice("reverse", "reversed", "décision annulée"),
         Choice("revise", "revised", "décision révisée")]),
     count_particular("reversed", "convictions reversed", "condamnations annulées", required=False),
     count_particular("entered", "convictions entered", "condamnations prononcées", required=False),
     count_particular("retrial", "counts to be retried", "chefs à rejuger", required=False),
     *penalty(), *delivery()], _decide, group="appeal")

notice_time = law.limit(
    "notice_of_appeal", "case", ("notice of appeal", "acte d'appel"), "23(1)", "notice_of_appeal",
    runs_from=lambda v: v.posture.filed_on,
    stopped_by=lambda v: v.posture.final_judgement or next((a.notice for a in v.posture.appeals.values()), None),
    binds=PARTIES, counting=PROCEDURAL)


@law.stage("23(1)", ("this party has not yet appealed concerning the person",
                     "cette partie n'a pas encore fait appel concernant la personne"))
def not_yet_appealed(v: View) -> Any:
    by = None if v.actor is None else "prosecutor" if v.actor.organ == "prosecutor" else "defence"
    earlier = [a.notice for a in v.posture.appeals.values() if a.person == accused_code(v) and a.by == by]
    return no(*earlier) if earlier else True


def _pleads(v: View, ground: str) -> Any:
    grounds = v.given.get("grounds")
    return None if grounds is None else ground in grounds


@law.fact("23(1)(a)", ("an error of law is pleaded", "une erreur de droit est invoquée"), needs=("grounds",))
def pleads_law(v: View) -> Any:
    return _pleads(v, "law")


@law.fact("23(1)(a)", ("the notice says how it invalidates the decision", "l'acte dit en quoi elle invalide la décision"),
          needs=("invalidity",))
def says_invalidity(v: View) -> Any:
    return bool(v.given.get("invalidity"))


@law.fact("23(1)(b)", ("an error of fact is pleaded", "une erreur de fait est invoquée"), needs=("grounds",))
def pleads_fact(v: View) -> Any:
    return _pleads(v, "fact")


@law.fact("23(1)(b)", ("the notice says how it occasioned a miscarriage of justice",
                       "l'acte dit en quoi elle a entraîné un déni de justice"), needs=("miscarriage",))
def says_miscarriage(v: View) -> Any:
    return bool(v.given.get("miscarriage"))


@law.stage("23(2)", ("the appeal is pending", "l'appel est pendant"), cured_by=("file_notice_of_appeal",),
           says_not=("the appeal is not pending", "l'appel n'est pas pendant"))
def appeal_pending(v: View) -> Any:
    appeal = appeal_of(v)
    if appeal is None or appeal.notice is None:
        return False
    return appeal.notice if appeal.pending else no(appeal.decided, appeal.withdrawn)


@law.fact("23(1)", ("the appeal is the actor's own", "l'appel est celui de l'auteur de l'acte"))
def own_appeal(v: View) -> Any:
    appeal = appeal_of(v)
    if appeal is None or v.actor is None or v.actor.organ not in PARTIES:
        return None
    return appeal.by == v.actor.organ


@law.stage("12(3)", ("a bench was composed for the appeal", "une formation a été constituée pour l'appel"),
           cured_by=("compose_appeals_chamber",))
def appeal_bench_composed(v: View) -> Any:
    number = the_only(v, "appeal", v.posture.appeals)
    bench = appeal_bench(v.posture, number) if number is not None else None
    return (bench.entry or True) if bench else False


@law.stage("23(2)", ("the appeal has been heard", "l'appel a été entendu"), cured_by=("hear_appeal",))
def appeal_heard(v: View) -> Any:
    appeal = appeal_of(v)
    return (appeal.heard or False) if appeal else False


@law.fact("12(3)", ("the judgement under appeal is that of a Trial Chamber",
                    "le jugement attaqué est celui d'une Chambre de première instance"),
          says_not=("the judgement under appeal is that of a single judge", "le jugement attaqué est celui d'un juge unique"))
def from_trial_chamber(v: View) -> Any:
    return v.posture.judged_by != "single_judge"


@law.fact("23(1)", ("the appeal is against an acquittal", "l'appel vise un acquittement"), needs=("against",))
def against_acquittal(v: View) -> Any:
    return "acquittal" in v.given.get("against", ())


@law.fact("23(1)", ("the appeal is against the sentence", "l'appel vise la peine"), needs=("against",))
def against_sentence(v: View) -> Any:
    return "sentence" in v.given.get("against", ())


@law.stage("22(1)", ("a sentence has been imposed on the person", "une peine a été prononcée contre la personne"), cured_by=("impose_sentence",))
def sentence_imposed(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else accused.sentenced or False


@law.fact("23(2)", ("what is reversed are convictions", "ce qui est annulé, ce sont des condamnations"), needs=("reversed",),
          says_not=("a count to be reversed is no conviction", "un chef à annuler n'est pas une condamnation"))
def reverses_convictions(v: View) -> Any:
    counts = v.posture.counts
    return all(n in counts and counts[n].status == "convicted" for n in v.given.get("reversed", ()))


@law.fact("23(2)", ("what is changed fits the outcome", "les changements correspondent à l'issue"), needs=("outcome",),
          says_not=("the outcome and what is changed do not fit: reversal names counts, revision a new penalty or new convictions, "
                    "and affirmance alone changes nothing",
                    "l'issue ne correspond pas aux changements : l'annulation désigne des chefs, la révision une peine ou des "
                    "condamnations nouvelles, la confirmation seule ne change rien"))
def outcome_fits(v: View) -> Any:
    given, outcome = v.given, v.given.get("outcome")
    if outcome is None:
        return None
    undone = bool(given.get("reversed") or given.get("retrial"))
    revised = bool(given.get("entered") or months_given(given) or given.get("life") or given.get("fine"))
    return ("reverse" in outcome) == undone and ("revise" in outcome) == revised


law.power("23(1)", notify, "defence", all_of(written_filed, convicted, not_final, not_yet_appealed, notice_time.within()))
law.power("23(1)", notify, "prosecutor", all_of(written_filed, not_final, not_yet_appealed, notice_time.within()), name="prosecutor")
law.prohibition("23(1)(a)", notify, all_of(pleads_law, ~says_invalidity))
law.prohibition("23(1)(b)", notify, all_of(pleads_fact, ~says_miscarriage))
law.prohibition("23(1)", notify, against_acquittal, by="defence", name="against_acquittal")
law.prohibition("23(1)", notify, all_of(against_sentence, ~sentence_imposed), name="no_sentence_yet")
law.prohibition("23(2)", (decide, "decide_review"), ~reverses_convictions, name="nothing_to_reverse")
law.power("23(1)", withdraw, PARTIES, all_of(appeal_pending, own_appeal))
law.power("23(1)", hear, "appeals_chamber", all_of(appeal_pending, appeal_bench_composed))
law.power("23(2)", decide, "appeals_chamber",
          all_of(appeal_pending, appeal_bench_composed, any_of(appeal_heard, ~from_trial_chamber), outcome_fits))
law.prohibition("21(2)", decide, ~all_of(delivered_publicly, reasoned, judges_of_bench, by_majority))
