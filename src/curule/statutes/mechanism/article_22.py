"""Article 22 of the Statute of the Mechanism: penalties."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.case_facts import BENCH_OF_TRIAL, accused_of, core_crimes, each_accused, person_particular
from curule.statutes.mechanism.matters.case import Accused, Case, Sentence, day_of_arrest

__all__ = ["law", "months_given", "penalty", "sentence_from"]

law = Chapter("irmct", __name__)

law.clause("22(1)", Class.RULE, ("Penalties by group", "Peines selon la catégorie"),
           ("Core crimes: imprisonment alone. Contempt and false testimony: up to seven years, a fine under the Rules, or both.",
            "Crimes principaux : emprisonnement seul. Outrage et faux témoignage : sept ans au plus, amende selon le Règlement, "
            "ou les deux."))
law.clause("22(2)", Class.RULE, ("Practice on prison sentences", "Pratique en matière de peines"),
           ("Recourse to the general practice of the tribunal of origin.",
            "Recours à la grille générale des peines du tribunal d'origine."))
law.clause("22(3)", Class.RULE, ("Gravity and individual circumstances", "Gravité et situation personnelle"),
           ("Gravity and the convicted person's circumstances are weighed.",
            "La gravité et la situation personnelle du condamné sont prises en compte."))
law.clause("22(4)", Class.RULE, ("Return of property", "Restitution"),
           ("With imprisonment, return of criminally acquired property to its rightful owners may be ordered.",
            "Outre l'emprisonnement, la restitution aux propriétaires légitimes des biens mal acquis peut être ordonnée."))


def penalty() -> list[Particular]:
    """The particulars of a penalty: a term or life, a fine."""
    return [Particular("years", "integer", "years", "années", required=False, least=0, most=100),
            Particular("months", "integer", "months", "mois", required=False, least=0, most=11),
            Particular("life", "yes_no", "imprisonment for life", "emprisonnement à vie", required=False),
            Particular("fine", "amount", "fine (cents of the euro)", "amende (centimes d'euro)", required=False, least=0)]


def months_given(given: Any) -> int:
    """The term of imprisonment of an act in whole months."""
    return 12 * int(given.get("years", 0)) + int(given.get("months", 0))


def sentence_from(entry: Entry) -> Sentence:
    """The sentence that an act states."""
    given = entry.particulars
    return Sentence(months=months_given(given), life=bool(given.get("life")), fine=given.get("fine", 0),
                    credit_days=given.get("credit_days", 0), national_credit_days=given.get("national_credit_days", 0), entry=entry)


def _impose(draft: Case, entry: Entry) -> None:
    accused = draft.accused.setdefault(entry.particulars["person"], Accused())
    accused.sentenced, accused.sentence = entry, sentence_from(entry)


impose = law.act(
    "impose_sentence", "case", ("Impose a sentence", "Prononcer une peine"),
    ("{person} was sentenced", "La peine de {person} a été prononcée"),
    [person_particular("convicted person", "condamné"), *penalty(),
     Particular("practice", "choice", "sentencing practice consulted", "pratique consultée", choices=[
         Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR"), Choice("none", "none", "aucune")]),
     Particular("gravity_considered", "yes_no", "gravity was considered", "la gravité a été prise en compte"),
     Particular("circumstances_considered", "yes_no", "individual circumstances were considered",
                "la situation personnelle a été prise en compte"),
     Particular("credit_days", "integer", "credit for custody (days)", "déduction de la détention (jours)", required=False, least=0),
     Particular("national_credit_days", "integer", "credit for a national sentence served (days)",
                "déduction d'une peine nationale purgée (jours)", required=False, least=0)], _impose, group="judgement")
restitution = law.act(
    "order_restitution", "case", ("Order the return of property", "Ordonner la restitution de biens"),
    ("Return of {property} to {owner} was ordered", "Restitution ordonnée : {property}, à {owner}"),
    [person_particular("convicted person", "condamné"), Particular("property", "text", "property or proceeds", "biens ou produits"),
     Particular("owner", "text", "beneficiary", "bénéficiaire"),
     Particular("rightful_owner", "yes_no", "the beneficiary is the rightful owner", "le bénéficiaire est le propriétaire légitime")],
    lambda draft, entry: setattr(draft, "restitution", entry), group="judgement")


@law.stage("21(1)", ("the person has been convicted", "la personne a été déclarée coupable"), cured_by=("give_judgement",),
           says_not=("the person has not been convicted", "la personne n'a pas été déclarée coupable"))
def convicted(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else accused.convicted or False


@law.stage("21(1)", ("no sentence has been imposed yet", "aucune peine n'a encore été prononcée"), permanent=True)
def not_sentenced(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (no(accused.sentenced) if accused.sentenced else True)


@law.fact("22(1)", ("imprisonment is imposed", "un emprisonnement est prononcé"), needs=("years", "months", "life"))
def imprisonment(v: View) -> Any:
    return bool(v.given.get("life")) or months_given(v.given) > 0


@law.fact("22(1)", ("a fine is imposed", "une amende est prononcée"), needs=("fine",))
def fined(v: View) -> Any:
    return v.given.get("fine", 0) > 0


@law.fact("22(1)", ("it is for life", "il est à vie"), needs=("life",))
def for_life(v: View) -> Any:
    return bool(v.given.get("life"))


@law.fact("22(1)", ("both a term and life are imposed", "un terme et la perpétuité sont prononcés ensemble"), needs=("years", "months", "life"))
def term_and_life(v: View) -> Any:
    return bool(v.given.get("life")) and months_given(v.given) > 0


def _days_in_custody(v: View) -> int:
    """The days from the arrest to the day of the question, both counted; 0 where no arrest is on record."""
    accused = accused_of(v)
    day = day_of_arrest(accused) if accused is not None else None
    return 0 if day is None else (v.on - day).days + 1


credit_within_custody = law.measure(
    "credit_within_custody", "22(1)", ("the credit does not exceed the days since the arrest", "la déduction n'excède pas les jours écoulés depuis l'arrestation"),
    lambda v: v.given.get("credit_days", 0), "<=", _days_in_custody, needs=("credit_days",))

SEVEN_YEARS = 84

within_seven_years = law.measure("within_seven_years", "22(1)", ("at most seven years (84 months)", "sept ans au plus (84 mois)"),
                                 lambda v: months_given(v.given), "<=", SEVEN_YEARS, needs=("years", "months"))
within_fine = law.measure("within_fine", "22(1)", ("the fine is within the amount of the Rules (cents)",
                                                   "l'amende ne dépasse pas le montant fixé au Règlement (centimes)"),
                          lambda v: v.given.get("fine", 0), "<=", lambda v: int(str(v.figure("contempt_fine").value)), needs=("fine",))


@law.fact("22(2)", ("the practice of the tribunal of origin was consulted", "la pratique du tribunal d'origine a été consultée"),
          needs=("practice",))
def practice_of_origin(v: View) -> Any:
    practice, origin = v.given.get("practice"), v.posture.origin
    return None if practice is None else practice == origin or (origin == "mechanism" and practice != "none")


@law.fact("22(3)", ("gravity was considered", "la gravité a été prise en compte"), needs=("gravity_considered",))
def gravity_considered(v: View) -> Any:
    return v.given.get("gravity_considered")


@law.fact("22(3)", ("individual circumstances were considered", "la situation personnelle a été prise en compte"),
          needs=("circumstances_considered",))
def circumstances_considered(v: View) -> Any:
    return v.given.get("circumstances_considered")


@law.stage("22(4)", ("imprisonment has been imposed", "un emprisonnement a été prononcé"), cured_by=("impose_sentence",),
           says_not=("no imprisonment has been imposed", "aucun emprisonnement n'a été prononcé"))
def imprisoned(v: View) -> Any:
    accused = accused_of(v)
    if accused is None or accused.sentence is None:
        return None if accused is None else False
    return accused.sentence.entry if accused.sentence.imprisonment else no(accused.sentence.entry)


@law.fact("22(4)", ("the beneficiary is the rightful owner", "le bénéficiaire est le propriétaire légitime"), needs=("rightful_owner",),
          says_not=("the beneficiary is not the rightful owner", "le bénéficiaire n'est pas le propriétaire légitime"))
def rightful_owner(v: View) -> Any:
    return v.given.get("rightful_owner")


acquired_by_crime = law.finding(
    "acquired_by_crime", "22(4)", ("the property was acquired by criminal conduct, duress included",
                                   "le bien a été acquis par un comportement criminel, y compris la contrainte"),
    BENCH_OF_TRIAL, ("satisfied on the evidence", "conviction fondée sur les preuves"), lasting=False)

law.duty("21(1)", impose, BENCH_OF_TRIAL, convicted, ~not_sentenced, each=each_accused)
law.prohibition("21(1)", impose, ~not_sentenced, name="second_sentence")
ON_PENALTY = (impose, "decide_appeal", "decide_review")
law.prohibition("22(1)", ON_PENALTY, all_of(core_crimes, fined), name="fine_for_core_crime")
law.prohibition("22(1)", ON_PENALTY, term_and_life, name="term_and_life")
law.prohibition("22(1)", impose, ~credit_within_custody, name="credit")
law.prohibition("22(1)", ON_PENALTY, all_of(~core_crimes, ~all_of(~for_life, within_seven_years, within_fine)), name="beyond_article_1_4")
law.prohibition("22(1)", impose, ~any_of(imprisonment, fined), name="no_penalty")
law.prohibition("22(2)", impose, all_of(imprisonment, ~practice_of_origin))
law.prohibition("22(3)", impose, ~all_of(gravity_considered, circumstances_considered))
law.power("22(4)", restitution, BENCH_OF_TRIAL, all_of(imprisoned, rightful_owner, acquired_by_crime))
