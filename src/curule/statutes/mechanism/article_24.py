"""Article 24 of the Statute of the Mechanism: review of a final judgement on a new fact."""

from __future__ import annotations

from typing import Any

from curule.law.calendar import years
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_21 import (
    by_majority,
    delivered_publicly,
    delivery,
    judges_of_bench,
    reasoned,
    settle,
)
from curule.statutes.mechanism.article_22 import convicted, months_given, penalty, sentence_from
from curule.statutes.mechanism.case_facts import (
    accused_code,
    bench_of,
    count_particular,
    not_judged,
    person_particular,
    review_of,
    review_particular,
    suggest_bench,
    the_only,
)
from curule.statutes.mechanism.matters.case import Accused, Case, Count, ReviewProceedings, review_bench

law = Chapter("irmct", __name__)

REVIEW_BENCH = ("trial_chamber", "appeals_chamber")

law.clause("24", Class.RULE, ("Review on a new fact", "Révision pour fait nouveau"),
           ("On a fact unknown in the proceedings that could have decided them, the convicted person at any time and the "
            "Prosecutor within a year may ask for review of a final judgement of a Tribunal or the Mechanism; it is opened only "
            "if a majority finds so on preliminary examination.",
            "Sur un fait inconnu lors du procès et qui aurait pu être décisif, le condamné à tout moment et le Procureur dans "
            "l'année peuvent demander la révision d'un jugement définitif d'un Tribunal ou du Mécanisme ; elle n'a lieu que si "
            "la majorité en juge ainsi après examen préliminaire."))


def _earlier(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    accused = draft.accused.setdefault(given["person"], Accused())
    for name, status in (("crimes", "convicted"), ("acquitted_of", "acquitted")):
        for number, crime in enumerate(given.get(name, ()), len(draft.counts) + 1):
            draft.counts[str(number)] = Count(crime=crime, person=given["person"], status=status, entry=entry)
    if given.get("crimes"):
        accused.sentenced, accused.sentence = entry, sentence_from(entry)
    settle(draft, entry)
    draft.earlier_judgement = draft.judgement = entry
    draft.judged_on, draft.judged_by = given["pronounced_on"], given["level"]
    if "filed_on" in given:
        draft.judgement_filed, draft.filed_on = entry, given["filed_on"]
    if given["final"]:
        draft.final_judgement, draft.final_on, draft.final_by = entry, given["pronounced_on"], given["level"]


def _apply(draft: Case, entry: Entry) -> None:
    by = "prosecutor" if entry.actor.organ == "prosecutor" else "defence"
    draft.reviews[str(len(draft.reviews) + 1)] = ReviewProceedings(by=by, person=entry.particulars["person"], application=entry)


def _review(draft: Case, entry: Entry) -> ReviewProceedings:
    return draft.reviews.setdefault(entry.particulars["review"], ReviewProceedings())


def _examine(draft: Case, entry: Entry) -> None:
    review = _review(draft, entry)
    review.examined, review.granted = entry, entry.particulars["result"] == "review"


def _hear(draft: Case, entry: Entry) -> None:
    _review(draft, entry).heard = entry


def _decide(draft: Case, entry: Entry) -> None:
    given, review = entry.particulars, _review(draft, entry)
    review.decided, review.outcome = entry, given["outcome"]
    for number in given.get("reversed", ()):
        if number in draft.counts:
            draft.counts[number].status, draft.counts[number].entry = "acquitted", entry
    if months_given(given) or given.get("life"):
        accused = draft.accused.setdefault(review.person, Accused())
        accused.sentenced, accused.sentence = entry, sentence_from(entry)
    settle(draft, entry)


record_earlier = law.act(
    "record_earlier_judgement", "case", ("Record the judgement of an earlier Tribunal", "Inscrire le jugement d'un Tribunal"),
    ("The judgement of the {tribunal} concerning {person}, pronounced on {pronounced_on}, was recorded",
     "Le jugement du {tribunal} concernant {person}, prononcé le {pronounced_on}, a été inscrit"),
    [person_particular("convicted person", "condamné"),
     Particular("tribunal", "choice", "Tribunal", "Tribunal", choices=[Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR")]),
     Particular("level", "choice", "given by", "rendu par", choices=[
         Choice("trial_chamber", "Trial Chamber", "Chambre de première instance"),
         Choice("appeals_chamber", "Appeals Chamber", "Chambre d'appel")]),
     Particular("pronounced_on", "date", "pronounced on", "prononcé le"),
     Particular("filed_on", "date", "filed in writing on", "déposé par écrit le", required=False),
     Particular("crimes", "text", "crime of each count of conviction", "crime de chaque chef de condamnation", many=True,
                required=False),
     Particular("acquitted_of", "text", "crime of each count of acquittal", "crime de chaque chef d'acquittement", many=True,
                required=False),
     *penalty(),
     Particular("final", "yes_no", "it is final", "il est définitif")], _earlier, group="review")
apply_review = law.act(
    "apply_for_review", "case", ("Apply for review", "Demander la révision"),
    ("Review of the judgement concerning {person} was requested", "La révision du jugement concernant {person} a été demandée"),
    [person_particular("convicted person", "condamné"), Particular("fact", "long_text", "new fact", "fait nouveau"),
     Particular("unknown_before", "yes_no", "the fact was not known in the proceedings", "le fait était inconnu lors du procès"),
     Particular("decisive", "text", "how it could have been decisive", "en quoi il aurait pu être décisif", required=False)], _apply, group="review")
examine = law.act(
    "examine_review_application", "case", ("Examine an application for review", "Examiner une demande en révision"),
    ("Application {review} was examined: {result}", "La demande {review} a été examinée : {result}"),
    [review_particular(),
     Particular("in_favour", "judge", "judges who find that the fact, if proved, could have been decisive",
                "juges pour qui le fait, s'il est prouvé, aurait pu être décisif", many=True, required=False, suggest=suggest_bench),
     Particular("result", "choice", "result", "résultat", choices=[
         Choice("review", "the judgement will be reviewed", "le jugement sera révisé"),
         Choice("reject", "the application is rejected", "la demande est rejetée")])], _examine, group="review")
hear = law.act(
    "hear_review", "case", ("Hear the review", "Tenir l'audience en révision"), ("The review {review} was heard", "La révision {review} a été entendue"),
    [review_particular()], _hear, group="review")
decide = law.act(
    "decide_review", "case", ("Decide the review", "Statuer sur la révision"),
    ("The review {review} was decided: {outcome}", "Il a été statué sur la révision {review} : {outcome}"),
    [review_particular(),
     Particular("outcome", "choice", "outcome", "issue", choices=[
         Choice("maintained", "judgement maintained", "jugement maintenu"), Choice("revised", "judgement revised", "jugement révisé")]),
     count_particular("reversed", "convictions set aside", "condamnations annulées", required=False), *penalty(), *delivery()], _decide, group="review")

review_day = law.reading(
    "review_year_runs_from", "24", ("From which day does the Prosecutor's year run?", "De quel jour court l'année du Procureur ?"),
    {"pronouncement": ("the day the judgement that became final was pronounced", "le jour du prononcé du jugement devenu définitif"),
     "finality": ("the day it became final", "le jour où il est devenu définitif")})


def _year_start(v: View) -> Any:
    case: Case = v.posture
    return case.final_on if v.reading("review_year_runs_from") == "pronouncement" else case.final_judgement


review_time = law.limit(
    "prosecutor_review", "case", ("application for review by the Prosecutor", "demande en révision du Procureur"), "24", years(1),
    runs_from=_year_start,
    stopped_by=lambda v: next((r.application for r in v.posture.reviews.values() if r.by == "prosecutor"), None), binds=("prosecutor",))


@law.stage("24", ("the judgement is final", "le jugement est définitif"), cured_by=("record_final_judgement", "decide_appeal"),
           says_not=("the judgement is not final", "le jugement n'est pas définitif"))
def judgement_final(v: View) -> Any:
    return v.posture.final_judgement or False


@law.fact("24", ("the fact was not known in the proceedings", "le fait était inconnu lors du procès"), needs=("unknown_before",))
def unknown_before(v: View) -> Any:
    return v.given.get("unknown_before")


@law.fact("24", ("the application says how the fact could have been decisive", "la demande dit en quoi le fait aurait pu être décisif"),
          needs=("decisive",))
def said_decisive(v: View) -> Any:
    return bool(v.given.get("decisive"))


@law.stage("12(4)", ("a bench was composed for the review", "une formation a été constituée pour la révision"),
           cured_by=("compose_review_chamber",))
def review_bench_composed(v: View) -> Any:
    number = the_only(v, "review", v.posture.reviews)
    bench = review_bench(v.posture, number) if number is not None else None
    return (bench.entry or True) if bench else False


@law.stage("24", ("the application has not been examined yet", "la demande n'a pas encore été examinée"), permanent=True)
def not_examined(v: View) -> Any:
    review = review_of(v)
    return None if review is None else (no(review.examined) if review.examined else True)


@law.stage("24", ("review was opened on preliminary examination", "la révision a été ouverte après examen préliminaire"),
           cured_by=("examine_review_application",))
def review_opened(v: View) -> Any:
    review = review_of(v)
    if review is None or not review.examined:
        return False
    return review.examined if review.granted else no(review.examined)


@law.stage("24", ("the review has not been decided", "il n'a pas été statué sur la révision"), permanent=True)
def review_not_decided(v: View) -> Any:
    review = review_of(v)
    return None if review is None else (no(review.decided) if review.decided else True)


@law.fact("24", ("the judgement is to be reviewed", "le jugement sera révisé"), needs=("result",))
def opens_review(v: View) -> Any:
    result = v.given.get("result")
    return None if result is None else result == "review"


majority_finds = law.measure(
    "majority_finds", "24", ("a majority of the bench finds that the fact could have been decisive",
                             "la majorité des juges estime que le fait aurait pu être décisif"),
    lambda v: len(v.given.get("in_favour", ())), ">=", lambda v: (b := bench_of(v)) and len(b.judges) // 2 + 1, needs=("in_favour",))


@law.fact("24", ("those who find so are judges of the bench", "ceux qui en jugent ainsi sont des juges de la formation"), needs=("in_favour",),
          says_not=("somebody who does not sit on the bench is counted", "quelqu'un qui ne siège pas dans la formation est compté"))
def finders_sit(v: View) -> Any:
    number = the_only(v, "review", v.posture.reviews)
    bench = review_bench(v.posture, number) if number is not None else None
    return None if bench is None else set(v.given.get("in_favour", ())) <= set(bench.judges)


@law.stage("24", ("the review has been heard", "la révision a été entendue"), cured_by=("hear_review",))
def review_heard(v: View) -> Any:
    review = review_of(v)
    return None if review is None else review.heard or False


@law.fact("24", ("an application of the same side on the same fact is pending", "une demande de la même partie, pour le même fait, est pendante"), needs=("fact",))
def same_application_pending(v: View) -> Any:
    fact, by = v.given.get("fact"), "prosecutor" if v.actor is not None and v.actor.organ == "prosecutor" else "defence"
    if fact is None:
        return None
    return next((r.application for r in v.posture.reviews.values() if r.pending and r.by == by and r.person == accused_code(v) and r.application is not None
                 and r.application.particulars["fact"].strip().casefold() == fact.strip().casefold()), False)


pronounced_already = law.measure("pronounced_already", "24", ("the judgement has been pronounced", "le jugement a été prononcé"),
                                 lambda v: v.given.get("pronounced_on"), "<=", lambda v: v.on, needs=("pronounced_on",))


@law.fact("24", ("the judgement is of the Tribunal from which the case comes", "le jugement est du Tribunal dont vient l'affaire"), needs=("tribunal",),
          says_not=("the judgement is of another Tribunal than the case", "le jugement est d'un autre Tribunal que l'affaire"))
def of_tribunal_of_origin(v: View) -> Any:
    tribunal = v.given.get("tribunal")
    return None if tribunal is None else tribunal == v.posture.origin


@law.fact("24", ("what is changed fits the outcome", "les changements correspondent à l'issue"), needs=("outcome",))
def review_outcome_fits(v: View) -> Any:
    outcome, given = v.given.get("outcome"), v.given
    if outcome is None:
        return None
    return (outcome == "revised") == bool(given.get("reversed") or months_given(given) or given.get("life"))


@law.fact("24", ("the person is in the case", "la personne figure dans l'affaire"), needs=("person",), cured_by=("open_case",))
def person_known(v: View) -> Any:
    code = accused_code(v)
    return None if code is None else code in v.posture.accused


law.power("24", record_earlier, "registry", all_of(not_judged, person_known, pronounced_already, of_tribunal_of_origin))
law.power("24", apply_review, "defence", all_of(judgement_final, convicted, unknown_before, said_decisive))
law.power("24", apply_review, "prosecutor", all_of(judgement_final, review_time.within(), unknown_before, said_decisive),
          name="prosecutor")
law.power("24", examine, REVIEW_BENCH, all_of(review_bench_composed, not_examined))
law.prohibition("24", examine, all_of(opens_review, ~majority_finds), name="review_without_majority")
law.prohibition("24", examine, all_of(~opens_review, majority_finds), name="rejection_against_majority")
law.prohibition("24", examine, ~finders_sit, name="found_by_strangers")
law.prohibition("24", apply_review, same_application_pending, name="pending")
law.power("24", hear, REVIEW_BENCH, all_of(review_opened, review_not_decided))
law.power("24", decide, REVIEW_BENCH, all_of(review_opened, review_heard, review_not_decided, review_outcome_fits))
law.prohibition("21(2)", decide, ~all_of(delivered_publicly, reasoned, judges_of_bench, by_majority))
