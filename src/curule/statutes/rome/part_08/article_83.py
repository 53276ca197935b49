"""Article 83 of the Rome Statute: proceedings on an appeal under article 81."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.law.words import T
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_appeal import Appeal
from curule.statutes.rome.matters.case_trial import Trial
from curule.statutes.rome.matters.roll import division_on, roll_of
from curule.statutes.rome.part_05.facts import charge_particular
from curule.statutes.rome.part_06.facts import chosen, given_in
from curule.statutes.rome.part_07.article_77 import LIFE, MOST, joint_of
from curule.statutes.rome.part_08.article_81 import AC, appeal_of, appeal_particular, appeal_pending, conviction_alone, sentence_alone
from curule.statutes.rome.part_08.article_82 import decide_other, other_appeal

__all__ = ["law"]

law = Chapter("rome", __name__)

BENCH = 5
"""The judges of the Appeals Chamber: all those of the Appeals Division, the President and four others (article 39(1), (2)(b)(i))."""
AUDIENCE = ("matter:parties", "bench", "organ:registry")
BEYOND_A_TRIAL = ("harm_requested", "harm", "representations", "considered", "reparations", "effect_given", "offences", "offence_verdicts", "submissions_sought", "submissions_made", "submissions_proper")
"""What the record of a trial holds that a new trial does not undo."""


def _retry(draft: Case, person: str) -> None:
    """Put the charges against a person back to before the trial, which is undone, and bar its judges. The judgement on other accused stands, and with
    it what belongs to it or to other proceedings: their part in the trial, reparations, offences against justice."""
    decided = [c for c in draft.charges.values() if c.status in ("convicted", "acquitted")]
    for charge in decided:
        if charge.person == person:
            charge.status = "confirmed"
    draft.sentences.persons.pop(person, None)
    bench = draft.chambers.pop("trial", None)
    draft.appeals.original_judges = bench.judges if bench else ()
    if all(c.person == person for c in decided):
        draft.judgement = None
    draft.trial_begun, earlier = None, draft.trial
    draft.trial = Trial(**{name: getattr(earlier, name) for name in BEYOND_A_TRIAL})
    draft.trial.accused.update({code: known for code, known in earlier.accused.items() if code != person})


def _decide(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    appeal = draft.appeals.appeals.setdefault(given["appeal"], Appeal())
    appeal.decided = entry
    if given["outcome"] == "retrial":
        _retry(draft, appeal.person)
    for status in ("convicted", "acquitted"):
        for number in given.get(status, ()):
            if number in draft.charges:
                draft.charges[number].status, draft.charges[number].entry = status, entry
    if appeal.person in draft.sentences.persons:
        made = draft.sentences.persons[appeal.person]
        joint = joint_of(given)
        if joint is not None:
            made.joint, made.life = joint, joint == LIFE
        if not any(c.person == appeal.person and c.status == "convicted" for c in draft.charges.values()):
            del draft.sentences.persons[appeal.person]


def _mark(field: str) -> Any:
    return lambda draft, entry: setattr(draft.appeals.appeals.setdefault(entry.particulars["appeal"], Appeal()), field, entry)


decide = law.act(
    "decide_appeal", "case", ("Decide an appeal", "Statuer sur l'appel"), ("Appeal {appeal} was decided: {outcome}", "Il a été statué sur l'appel {appeal} : {outcome}"),
    [appeal_particular(),
     Particular("outcome", "choice", "outcome", "issue", choices=[
         Choice("confirmed", "confirmed", "décision confirmée"), Choice("amended", "reversed or amended", "décision annulée ou modifiée"), Choice("varied", "sentence varied", "peine modifiée"),
         Choice("retrial", "new trial", "nouveau procès")]),
     charge_particular("convicted", "charges on which the person is now convicted", "charges désormais retenues", required=False),
     charge_particular("acquitted", "charges on which the person is now acquitted", "charges désormais écartées", required=False),
     Particular("joint", "text", "sentence as varied", "peine après modification", required=False, hint=T("such as 10y or life", "p. ex. 10y ou life")),
     Particular("worse", "yes_no", "the outcome is to the convicted person's detriment", "l'issue est défavorable au condamné", required=False),
     Particular("in_favour", "judge", "judges in the majority", "juges de la majorité", many=True),
     Particular("reasons", "long_text", "reasons (reference)", "motifs (référence)", required=False), Particular("minority", "text", "views of the minority (reference)", "opinion de la minorité (référence)", required=False),
     Particular("separate_opinion", "choice", "separate or dissenting opinion on", "opinion individuelle ou dissidente sur", required=False, choices=[
         Choice("law", "a question of law", "un point de droit"), Choice("fact", "a question of fact", "un point de fait")])], _decide, group="appeal")
deliver = law.act("deliver_appeal_judgement", "case", ("Deliver the judgement on an appeal", "Prononcer l'arrêt"), ("The judgement on appeal {appeal} was delivered", "L'arrêt sur l'appel {appeal} a été prononcé"),
                  [appeal_particular(), Particular("delivery", "choice", "delivery", "prononcé", choices=[Choice("open_court", "in open court", "en audience publique"), Choice("closed", "in closed session", "à huis clos")]),
                   Particular("person_absent", "yes_no", "the person is absent", "la personne est absente", required=False)], _mark("delivered"), group="appeal")
put_off = law.act("put_off_appeal_judgement", "case", ("Put off the delivery of an appeal judgement", "Différer le prononcé d'un arrêt"), ("Delivery on appeal {appeal} was put off: {ground}", "Le prononcé sur l'appel {appeal} a été différé : {ground}"),
                  [appeal_particular(), Particular("ground", "choice", "ground", "motif", choices=[
                      Choice("absence", "the person is absent", "la personne est absente"), Choice("other", "another ground", "autre motif")])], group="appeal")
use_power = law.act(
    "exercise_trial_power_on_appeal", "case", ("Exercise a power of the Trial Chamber on appeal", "Exercer en appel un pouvoir de la Chambre de première instance"), ("The Appeals Chamber exercised a power in appeal {appeal}: {power}", "La Chambre d'appel a exercé un pouvoir dans l'appel {appeal} : {power}"),
    [appeal_particular(), Particular("power", "choice", "power", "pouvoir", choices=[
        Choice("evidence", "call or admit evidence", "citer ou admettre des preuves"), Choice("attendance", "require attendance or production", "ordonner la comparution ou la production"),
        Choice("protection", "protect persons or information", "protéger des personnes ou des renseignements"), Choice("conduct", "direct the conduct of proceedings", "régler la conduite de la procédure"),
        Choice("other", "a power that no Trial Chamber has", "un pouvoir qu'aucune Chambre de première instance n'a")]),
     Particular("detail", "long_text", "what was done", "ce qui a été fait")], group="appeal", audience=AUDIENCE)
remand = law.act("remand_factual_issue", "case", ("Remand an issue of fact", "Renvoyer une question de fait"), ("An issue of fact in appeal {appeal} was remanded: {issue}", "Une question de fait de l'appel {appeal} a été renvoyée : {issue}"),
                 [appeal_particular(), Particular("issue", "long_text", "issue", "question"), Particular("to", "choice", "to", "à", choices=[
                     Choice("original", "the original Trial Chamber", "la Chambre de première instance initiale"), Choice("another", "another Chamber", "une autre chambre")])], _mark("remanded"), group="appeal")
report = law.act("report_on_remanded_issue", "case", ("Report on a remanded issue", "Faire rapport sur une question renvoyée"), ("The Trial Chamber reported on the issue remanded in appeal {appeal}", "La Chambre de première instance a fait rapport sur la question renvoyée dans l'appel {appeal}"),
                 [appeal_particular()], _mark("reported"), group="appeal")

amends = chosen(law, "outcome_amends", "83(2)(a)", ("the decision is reversed or amended", "la décision est annulée ou modifiée"), ("the decision is neither reversed nor amended", "la décision n'est ni annulée ni modifiée"), "outcome", "amended")
retries = chosen(law, "outcome_retrial", "83(2)(b)", ("a new trial is ordered", "un nouveau procès est ordonné"), ("no new trial is ordered", "aucun nouveau procès n'est ordonné"), "outcome", "retrial")
varies = chosen(law, "outcome_varies", "83(3)", ("the sentence is varied", "la peine est modifiée"), ("the sentence is not varied", "la peine n'est pas modifiée"), "outcome", "varied")
reasons = given_in(law, "appeal_reasons", "83(4)", ("the judgement states its reasons", "l'arrêt est motivé"), ("the judgement states no reasons", "l'arrêt n'est pas motivé"), "reasons")
minority = given_in(law, "appeal_minority_view", "83(4)", ("the judgement contains the views of the minority", "l'arrêt contient les vues de la minorité"), ("the judgement lacks the views of the minority", "l'arrêt ne contient pas les vues de la minorité"), "minority")
open_court = chosen(law, "appeal_in_open_court", "83(4)", ("it is delivered in open court", "il est prononcé en audience publique"), ("it is not delivered in open court", "il n'est pas prononcé en audience publique"), "delivery", "open_court")
for_absence = chosen(law, "put_off_for_absence", "83(5)", ("the only ground is that the person is absent", "le seul motif est l'absence de la personne"), ("the ground is another", "le motif est autre"), "ground", "absence")
beyond_trial = chosen(law, "beyond_trial_powers", "83(1)", ("no Trial Chamber has that power", "aucune Chambre de première instance n'a ce pouvoir"), ("a Trial Chamber has that power", "une Chambre de première instance a ce pouvoir"), "power", "other")
to_original = chosen(law, "remanded_to_original", "83(2)", ("the issue goes to the original Trial Chamber", "la question va à la Chambre initiale"), ("the issue goes to another Chamber", "la question va à une autre chambre"), "to", "original")


def _raised(v: View) -> bool:
    """Whether the sentence as varied is higher than the one that stands."""
    appeal, joint = appeal_of(v), joint_of(v.given)
    made = v.posture.sentences.persons.get(appeal.person) if appeal else None
    return joint is not None and made is not None and joint > (made.joint if made.joint is not None else max(made.single.values(), default=0))


@law.fact("83(2)", ("the outcome is worse for the convicted person", "l'issue aggrave la situation du condamné"), needs=("worse", "convicted", "joint"), says_not=("it is not worse", "elle ne l'aggrave pas"))
def worse(v: View) -> Any:
    raised = _raised(v)
    newly = any(v.posture.charges[n].status != "convicted" for n in v.given.get("convicted", ()) if n in v.posture.charges)
    return bool(v.given.get("worse") or newly or raised)


@law.fact("83(2)", ("only the convicted side has appealed", "seul le camp du condamné a fait appel"), says_not=("the Prosecutor has appealed too", "le Procureur a aussi fait appel"))
def own_appeal_only(v: View) -> Any:
    appeal = appeal_of(v)
    if appeal is None:
        return None
    return all(a.by == "defence" or a.behalf for a in v.posture.appeals.appeals.values() if a.person == appeal.person and not a.other)


@law.fact("83(4)", ("a separate opinion is on fact alone", "une opinion individuelle porte sur un point de fait"), needs=("separate_opinion",), says_not=("no separate opinion is on fact", "aucune opinion individuelle ne porte sur un point de fait"))
def opinion_on_fact(v: View) -> Any:
    return v.given.get("separate_opinion") == "fact"


@law.fact("83(3)", ("the appeal attacks the sentence", "l'appel vise la peine"), needs=("appeal",), says_not=("the appeal does not attack the sentence", "l'appel ne vise pas la peine"))
def sentence_attacked(v: View) -> Any:
    appeal = appeal_of(v)
    return None if appeal is None else "sentence" in appeal.against


@law.fact("83(3)", ("the sentence as varied is stated", "la peine après modification est indiquée"), needs=("joint",), says_not=("the sentence as varied is not stated", "la peine après modification n'est pas indiquée"))
def varied_stated(v: View) -> Any:
    return joint_of(v.given) is not None


@law.fact("81(2)(c)", ("the sentence as varied is higher", "la peine après modification est plus lourde"), needs=("joint",), says_not=("the sentence as varied is not higher", "la peine après modification n'est pas plus lourde"))
def sentence_raised(v: View) -> Any:
    return _raised(v)


sets_aside = given_in(law, "conviction_set_aside", "81(2)(b)", ("a conviction is set aside", "une condamnation est annulée"), ("no conviction is set aside", "aucune condamnation n'est annulée"), "acquitted")


@law.fact("83(2)(b)", ("a judge of the first trial would sit in the new one", "un juge du premier procès siégerait au nouveau"), needs=("judges",), says_not=("no judge of the first trial would sit in the new one", "aucun juge du premier procès ne siégerait au nouveau"))
def sat_in_first_trial(v: View) -> Any:
    chosen_judges = v.given.get("judges")
    return None if chosen_judges is None else bool({*chosen_judges} & {*v.posture.appeals.original_judges})


def _stage(id: str, provision: str, en: str, fr: str, not_en: str, not_fr: str, field: str, *cured_by: str) -> Any:
    def test(v: View) -> Any:
        appeal = appeal_of(v)
        return (getattr(appeal, field) if appeal else None) or False

    test.__name__ = id
    return law.stage(provision, (en, fr), says_not=(not_en, not_fr), cured_by=cured_by)(test)


invited = _stage("parties_invited", "81(2)(b)", "both sides were invited to submit grounds", "les deux parties ont été invitées à présenter des motifs", "the sides were not invited to submit grounds", "les parties n'ont pas été invitées à présenter des motifs", "invited", "invite_grounds")
decided = _stage("appeal_decided", "83(4)", "the appeal is decided", "il a été statué sur l'appel", "the appeal is not decided", "il n'a pas été statué sur l'appel", "decided", "decide_appeal")
delivered = _stage("appeal_delivered", "83(4)", "the judgement was delivered", "l'arrêt a été prononcé", "the judgement was not delivered", "l'arrêt n'a pas été prononcé", "delivered", "deliver_appeal_judgement")
remanded = _stage("issue_remanded", "83(2)", "an issue of fact was remanded", "une question de fait a été renvoyée", "no issue of fact was remanded", "aucune question de fait n'a été renvoyée", "remanded", "remand_factual_issue")
reported = _stage("issue_reported", "83(2)", "the report on it was made", "le rapport a été fait", "the report on it was not made", "le rapport n'a pas été fait", "reported", "report_on_remanded_issue")


def _concurring(v: View) -> int | None:
    """How many judges of the Appeals Chamber concur; without a roll everyone named is taken for one of them."""
    favour, roll = v.given.get("in_favour"), roll_of(v)
    return None if favour is None else sum(roll is None or "appeals" in division_on(roll, judge, v.on) for judge in favour)


unfair = law.finding("unfair_or_unreliable", "83(2)", ("unfairness affected the reliability of the decision or sentence", "l'iniquité a porté atteinte à la régularité de la décision ou de la peine"), AC,
                     ("as the Appeals Chamber finds", "selon la Chambre d'appel"), lasting=False)
material = law.finding("material_error", "83(2)", ("an error of fact, law or procedure materially affected it", "une erreur de fait, de droit ou de procédure l'a sérieusement entachée"), AC,
                       ("material effect", "effet déterminant"), lasting=False)
disproportionate = law.finding("sentence_disproportionate", "83(3)", ("the sentence is disproportionate to the crime", "la peine est disproportionnée au crime"), AC, ("as the Appeals Chamber finds", "selon la Chambre d'appel"), lasting=False)
majority = law.measure("appeal_majority", "83(4)", ("three of the five judges concur", "trois des cinq juges sont d'accord"), _concurring, ">=", BENCH // 2 + 1, needs=("in_favour",))
unanimous = law.measure("appeal_unanimous", "83(4)", ("all five judges concur", "les cinq juges sont d'accord"), _concurring, ">=", BENCH, needs=("in_favour",))
within_part_7 = law.measure("varied_within_part_7", "83(3)", ("the sentence as varied stays within thirty years, or is life (in months)", "la peine après modification reste dans les trente ans, ou est la perpétuité (en mois)"),
                            lambda v: None if (j := joint_of(v.given)) is None else 0 if j == LIFE else j, "<=", MOST, needs=("joint",))

law.power("83(1)", use_power, AC, appeal_pending)
law.prohibition("83(1)", use_power, beyond_trial)
law.power("83(2)", decide, AC, all_of(appeal_pending, ~other_appeal))
law.prohibition("83(2)(a)", decide, amends & ~any_of(unfair, material))
law.prohibition("83(2)(b)", decide, retries & ~any_of(unfair, material))
law.prohibition("83(2)(b)", "constitute_trial_chamber", sat_in_first_trial, name="judges_of_first_trial")
law.prohibition("83(2)", decide, all_of(worse, own_appeal_only), name="worsening")
law.power("83(2)", remand, AC, all_of(appeal_pending, to_original))
law.duty("83(2)", report, "trial_chamber", remanded, reported, each=lambda v: [{"appeal": n} for n in v.posture.appeals.appeals])
law.prohibition("83(3)", decide, varies & ~all_of(any_of(sentence_attacked, invited), disproportionate, varied_stated), name="varied")
law.prohibition("81(2)(b)", decide, all_of(sentence_alone, any_of(sets_aside, retries), ~invited), name="conviction_unopened")
law.prohibition("81(2)(c)", decide, all_of(conviction_alone, sentence_raised), name="reduction_only")
law.prohibition("83(3)", decide, varied_stated & ~within_part_7, name="part_7")
law.prohibition("83(4)", (decide, decide_other), ~majority)
law.prohibition("83(4)", decide, ~all_of(reasons, any_of(unanimous, minority)), name="form")
law.prohibition("83(4)", decide, opinion_on_fact, name="opinion")
law.duty("83(4)", deliver, AC, decided, delivered, each=lambda v: [{"appeal": n} for n in v.posture.appeals.appeals])
law.prohibition("83(4)", deliver, ~open_court, name="closed")
law.power("83(5)", put_off, AC, decided)
law.prohibition("83(5)", put_off, for_absence)

for provision, title, summary in (
    ("83(1)", ("Powers", "Pouvoirs"),
     ("Those of the Trial Chamber.", "Ceux de la Chambre de première instance.")),
    ("83(2)", ("Finding on appeal", "Constat en appel"),
     ("Unfairness or material error opens the outcomes; no worsening on the convicted person's own appeal.", "Iniquité ou erreur déterminante ouvre les issues ; pas d'aggravation sur l'appel du seul condamné.")),
    ("83(2)(a)", ("Reverse or amend", "Annuler ou modifier"),
     ("The decision or the sentence.", "La décision ou la peine.")),
    ("83(2)(b)", ("New trial", "Nouveau procès"),
     ("Before another Trial Chamber.", "Devant une autre Chambre de première instance.")),
    ("83(3)", ("Disproportionate sentence", "Peine disproportionnée"),
     ("Varied within Part 7.", "Modifiée conformément à la partie 7.")),
    ("83(4)", ("Appeal judgement", "Arrêt"),
     ("Majority, reasons, all views, public delivery.", "Majorité, motifs, toutes les opinions, prononcé public.")),
    ("83(5)", ("Absence", "Absence"),
     ("The judgement may be delivered without the person.", "L'arrêt peut être prononcé en l'absence de l'intéressé.")),
):
    law.clause(provision, Class.RULE, title, summary)
