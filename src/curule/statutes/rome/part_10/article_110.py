"""Article 110 of the Rome Statute: opening of the file, release at the end of the sentence, review concerning reduction."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from curule.law.calendar import add
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no, none_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.enforcement import Enforcement, Review
from curule.statutes.rome.part_07.sentence_days import last_day, share_complete

__all__ = ["file_open", "law", "not_released", "sentence_ends"]

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("110(1)", ("No early release", "Pas de libération anticipée"),
     ("The State keeps the person until the sentence ends.", "L'État garde la personne jusqu'à la fin de la peine.")),
    ("110(2)", ("Court alone", "La Cour seule"),
     ("Reduces, after hearing the person.", "Réduit, après avoir entendu l'intéressé.")),
    ("110(3)", ("When", "Quand"),
     ("At two thirds, or twenty-five years of life, not before.", "Aux deux tiers, ou après vingt-cinq ans de perpétuité, pas avant.")),
    ("110(4)", ("Why", "Pourquoi"),
     ("One or more of three factors.", "Un ou plusieurs de trois critères.")),
    ("110(4)(a)", ("Cooperation", "Coopération"),
     ("Early and continuing.", "Dès le début et de façon continue.")),
    ("110(4)(b)", ("Help with enforcement", "Aide à l'exécution"),
     ("Voluntary, in other cases, such as locating assets.", "Volontaire, dans d'autres affaires, comme la localisation d'avoirs.")),
    ("110(4)(c)", ("Changed circumstances", "Circonstances nouvelles"),
     ("Clear and significant, under the Rules.", "Manifestes et importantes, selon le Règlement.")),
    ("110(5)", ("Later reviews", "Réexamens"),
     ("At the intervals of the Rules.", "Aux intervalles du Règlement.")),
):
    law.clause(provision, Class.RULE, title, summary)

CHAMBER = "appeals_chamber"
TWO_THIRDS = (2, 3)
LIFE_MONTHS = 300

law.reading("last_day_of_term", "110(1)", ("Which day is the last of a term?", "Quel jour est le dernier d'une peine à temps ?"),
            {"eve": ("the eve of the anniversary of its first day", "la veille du jour anniversaire"),
             "anniversary": ("the anniversary of its first day", "le jour anniversaire")},
            note=("A last day that the decision states prevails.", "Le dernier jour indiqué par la décision prévaut."))


law.reading("share_served", "110(3)", ("Does custody that was deducted count towards the share to be served before review?", "La détention déduite compte-t-elle dans la part à purger avant le réexamen ?"), {
    "credited": ("yes: the share is counted with it", "oui : la part la comprend"), "imprisonment": ("no: only imprisonment after the sentence counts", "non : seul compte l'emprisonnement après la peine")})


def _open(draft: Enforcement, entry: Entry) -> None:
    given = entry.particulars
    draft.person, draft.nationality, draft.form = given["person"], given.get("nationality", ""), given["form"]
    draft.months = 12 * given.get("years", 0) + given.get("months", 0)
    draft.counted_from, draft.stated_last_day = given["counted_from"], given.get("last_day")
    draft.pronounced = given.get("pronounced", entry.done_on)


def _review(draft: Enforcement, entry: Entry) -> None:
    draft.reviews.append(Review(opened=entry))


def _current(draft: Enforcement) -> Review:
    if not draft.reviews:
        draft.reviews.append(Review())
    return draft.reviews[-1]


def _heard(draft: Enforcement, entry: Entry) -> None:
    _current(draft).heard = entry


def _decide(draft: Enforcement, entry: Entry) -> None:
    review = _current(draft)
    review.decided, review.outcome, review.next_on = entry, entry.particulars["outcome"], entry.particulars.get("next_review")
    if review.outcome == "reduced":
        draft.reduced_last_day = entry.particulars.get("new_last_day", draft.reduced_last_day)


def _release(draft: Enforcement, entry: Entry) -> None:
    draft.released = entry


open_file = law.act(
    "open_enforcement", "enforcement", ("Open the enforcement of a sentence", "Ouvrir l'exécution d'une peine"),
    ("Enforcement of the sentence of {person} was opened", "L'exécution de la peine de {person} a été ouverte"),
    [Particular("person", "person", "sentenced person", "personne condamnée"),
     Particular("nationality", "state", "nationality", "nationalité", required=False),
     Particular("form", "choice", "sentence", "peine", choices=[Choice("term", "fixed term", "à temps"), Choice("life", "life", "perpétuité")]),
     Particular("years", "integer", "years (joint sentence)", "années (peine unique)", required=False, least=0, most=30),
     Particular("months", "integer", "and months", "et mois", required=False, least=0, most=11),
     Particular("counted_from", "date", "first day of the term, custody credited", "premier jour de la peine, détention imputée"),
     Particular("pronounced", "date", "day of the sentence", "jour de la peine", required=False),
     Particular("last_day", "date", "last day, as the decision states it", "dernier jour indiqué par la décision", required=False)], _open, group="enforcement")
open_review = law.act("open_sentence_review", "enforcement", ("Open a review of the sentence", "Ouvrir le réexamen de la peine"),
                      ("A review concerning reduction was opened", "Un réexamen de la peine a été ouvert"), [], _review, group="review of sentence")
hear = law.act("hear_sentenced_person", "enforcement", ("Hear the sentenced person", "Entendre la personne condamnée"),
               ("The sentenced person was heard on reduction", "La personne condamnée a été entendue sur la réduction"), [], _heard, group="review of sentence")
decide = law.act(
    "decide_reduction", "enforcement", ("Decide on a reduction", "Statuer sur une réduction"), ("Review of the sentence: {outcome}", "Réexamen de la peine : {outcome}"),
    [Particular("outcome", "choice", "outcome", "issue", choices=[Choice("reduced", "reduced", "peine réduite"), Choice("declined", "not reduced", "peine maintenue")]),
     Particular("new_last_day", "date", "new last day", "nouveau dernier jour", required=False),
     Particular("rule_factor", "text", "factor of the Rules relied on", "critère du Règlement retenu", required=False),
     Particular("next_review", "date", "earlier day set for the next review", "date plus proche du prochain réexamen", required=False)], _decide, group="review of sentence")
release = law.act("release_sentenced_person", "enforcement", ("Release the sentenced person", "Libérer la personne condamnée"),
                  ("The sentenced person was released", "La personne condamnée a été libérée"), [], _release, group="enforcement")


def sentence_ends(v: View) -> date | None:
    """The last day of the sentence as it stands; ``None`` for life not reduced."""
    file: Enforcement = v.posture
    if file.reduced_last_day or file.stated_last_day:
        return file.reduced_last_day or file.stated_last_day
    if file.form != "term" or file.counted_from is None:
        return None
    return last_day(file.counted_from, file.months, anniversary=v.reading("last_day_of_term") == "anniversary")


def review_day(v: View) -> date | None:
    """The day from which the first review may be opened: the day after the share is complete."""
    file: Enforcement = v.posture
    first = file.counted_from if v.reading("share_served") == "credited" else file.pronounced
    if first is None:
        return None
    eve = v.reading("last_day_of_term") != "anniversary"
    term, share = (file.months, TWO_THIRDS) if file.form == "term" else (LIFE_MONTHS, (1, 1))
    return share_complete(first, term, share, anniversary=not eve) + timedelta(days=1)


def _last_decided(v: View) -> Review | None:
    return next((r for r in reversed(v.posture.reviews) if r.decided), None)


def next_review_day(v: View) -> date | None:
    """The day on which a later review falls due after a decision not to reduce."""
    last = _last_decided(v)
    if last is None or last.decided is None:
        return None
    return last.next_on or add(last.decided.done_on, v.figure("sentence_review_interval").length).day


@law.stage("110(1)", ("the file is open", "le dossier est ouvert"), cured_by=(open_file,), says_not=("the file is not open", "le dossier n'est pas ouvert"))
def file_open(v: View) -> Any:
    return v.posture.opened or False


@law.stage("110(1)", ("the file is not open yet", "le dossier n'est pas encore ouvert"), says_not=("the file is already open", "le dossier est déjà ouvert"), permanent=True)
def file_not_open(v: View) -> Any:
    return no(v.posture.opened) if v.posture.opened else True


@law.stage("110(1)", ("the person has not been released", "la personne n'a pas été libérée"), says_not=("the person has been released", "la personne a été libérée"))
def not_released(v: View) -> Any:
    return no(v.posture.released) if v.posture.released else True


@law.fact("110(1)", ("the sentence has a last day", "la peine a un dernier jour"), says_not=("it is life, not reduced", "c'est la perpétuité, non réduite"),
          cured_by=(decide,))
def has_last_day(v: View) -> Any:
    return sentence_ends(v) is not None


term_over = law.measure("term_over", "110(1)", ("the last day of the sentence has come", "le dernier jour de la peine est arrivé"), lambda v: v.on, ">=", sentence_ends,
                        says_not=("the sentence has not ended", "la peine n'est pas arrivée à son terme"))
share_served = law.measure(
    "share_served", "110(3)", ("two thirds of the term, or twenty-five years of life, are served", "les deux tiers de la peine, ou vingt-cinq ans de perpétuité, sont purgés"),
    lambda v: v.on, ">=", review_day, says_not=("two thirds of the term, or twenty-five years, are not served", "les deux tiers de la peine, ou vingt-cinq ans, ne sont pas purgés"))
next_review_come = law.measure("next_review_come", "110(5)", ("the day of the next review has come", "le jour du prochain réexamen est arrivé"), lambda v: v.on, ">=", next_review_day,
                               says_not=("the day of the next review has not come", "le jour du prochain réexamen n'est pas arrivé"))


@law.stage("110(3)", ("a review has been opened", "un réexamen a été ouvert"), says_not=("no review has been opened", "aucun réexamen n'a été ouvert"), cured_by=(open_review,))
def reviewed(v: View) -> Any:
    return (v.posture.reviews[0].opened or True) if v.posture.reviews else False


@law.stage("110(5)", ("the last review that was decided ended without reduction", "le dernier réexamen tranché n'a pas abouti à une réduction"),
           says_not=("no review has ended without reduction", "aucun réexamen n'a été clos sans réduction"))
def last_declined(v: View) -> Any:
    last = _last_decided(v)
    return last.decided if last is not None and last.outcome == "declined" else False


@law.stage("110(3)", ("a review is open", "un réexamen est ouvert"), cured_by=(open_review,), says_not=("no review is open", "aucun réexamen n'est ouvert"))
def review_open(v: View) -> Any:
    return v.posture.review.opened or False if v.posture.review else False


@law.stage("110(2)", ("the person was heard in this review", "la personne a été entendue dans ce réexamen"), cured_by=(hear,),
           says_not=("the person was not heard in this review", "la personne n'a pas été entendue dans ce réexamen"))
def person_heard(v: View) -> Any:
    return (v.posture.review.heard or False) if v.posture.review else False


@law.fact("110(4)", ("the sentence is reduced", "la peine est réduite"), needs=("outcome",), says_not=("the sentence is not reduced", "la peine n'est pas réduite"))
def reduces(v: View) -> Any:
    outcome = v.given.get("outcome")
    return None if outcome is None else outcome == "reduced"


new_end_earlier = law.measure(
    "new_end_earlier", "110(2)", ("the new last day is earlier than the one that stands", "le nouveau dernier jour précède celui qui vaut"),
    lambda v: v.given.get("new_last_day"), "<", lambda v: sentence_ends(v) or date.max, needs=("new_last_day",))


@law.fact("110(4)(c)", ("a factor of the Rules is named", "un critère du Règlement est désigné"), needs=("rule_factor",), says_not=("no factor of the Rules is named", "aucun critère du Règlement n'est désigné"))
def rule_factor_named(v: View) -> Any:
    return bool(v.given.get("rule_factor"))


early = law.finding("cooperation_early", "110(4)(a)", ("the willingness to cooperate came early", "la volonté de coopérer est apparue tôt"), CHAMBER,
                    ("early, as the Chamber appreciates it", "dès le début, selon l'appréciation de la Chambre"), lasting=False)
continuing = law.finding("cooperation_continuing", "110(4)(a)", ("the willingness to cooperate continued", "la volonté de coopérer s'est maintenue"), CHAMBER,
                         ("continuing up to the review", "continue jusqu'au réexamen"), lasting=False)
helped = law.finding("voluntary_help", "110(4)(b)", ("the person helped voluntarily with enforcement in other cases", "la personne a aidé spontanément à l'exécution dans d'autres affaires"), CHAMBER,
                     ("voluntary help, such as locating assets", "aide spontanée, comme la localisation d'avoirs"), lasting=False)
changed = law.finding("circumstances_changed", "110(4)(c)", ("circumstances changed clearly and significantly", "les circonstances ont changé de façon manifeste et importante"), CHAMBER,
                      ("clear and significant", "changement manifeste et important"), lasting=False)

law.power("110(1)", open_file, "registrar", file_not_open)
law.power("110(1)", release, ("state", "state_party", "registrar"), not_released)
law.prohibition("110(1)", release, none_of(all_of(has_last_day, term_over)))
law.duty("110(3)", open_review, CHAMBER, all_of(not_released, share_served), reviewed, due=review_day)
law.duty("110(5)", open_review, CHAMBER, all_of(not_released, last_declined, next_review_come), review_open, due=next_review_day, empowers=False)
law.prohibition("110(5)", open_review, reviewed & none_of(last_declined & next_review_come & ~review_open))
law.power("110(2)", hear, CHAMBER, review_open)
law.power("110(2)", decide, CHAMBER, person_heard)
law.prohibition("110(2)", decide, all_of(reduces, ~new_end_earlier), name="later_end")
law.prohibition("110(4)", decide, reduces & none_of(any_of(all_of(early, continuing), helped, all_of(rule_factor_named, changed))))
