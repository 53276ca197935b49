"""Articles 77 and 78 of the Rome Statute: penalties and the sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.law.words import T
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_sentence import Sentence
from curule.statutes.rome.part_05.facts import person_code, person_particular
from curule.statutes.rome.part_07.sentence_days import counted_from

__all__ = ["LIFE", "MOST", "joint_of", "law", "months_of", "parsed"]

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("77(1)", ("Imprisonment", "Emprisonnement"),
     ("For each crime one main penalty: a fixed term or life.", "Pour chaque crime une seule peine principale : à temps ou à perpétuité.")),
    ("77(1)(a)", ("Fixed term", "Peine à temps"),
     ("A number of years, thirty at most.", "Un nombre d'années, trente au plus.")),
    ("77(1)(b)", ("Life", "Perpétuité"),
     ("Only where extreme gravity and the person's circumstances both justify it.", "Seulement si l'extrême gravité et la situation de la personne la justifient l'une et l'autre.")),
    ("77(2)", ("Additional penalties", "Peines accessoires"),
     ("Fine and forfeiture, never without imprisonment.", "Amende et confiscation, jamais sans emprisonnement.")),
    ("77(2)(a)", ("Fine", "Amende"),
     ("On the criteria of the Rules of Procedure and Evidence.", "Selon les critères du Règlement de procédure et de preuve.")),
    ("77(2)(b)", ("Forfeiture", "Confiscation"),
     ("Of what stems from the crime; third parties in good faith keep their rights.", "De ce qui provient du crime ; les tiers de bonne foi gardent leurs droits.")),
    ("78(1)", ("Factors", "Facteurs"),
     ("Gravity and individual circumstances are weighed, among others.", "Gravité et situation personnelle sont appréciées, entre autres.")),
    ("78(2)", ("Credit for custody", "Imputation de la détention"),
     ("Custody on the Court's order is deducted; other custody for the same conduct may be.", "La détention ordonnée par la Cour est déduite ; une autre, pour le même comportement, peut l'être.")),
    ("78(3)", ("Joint sentence", "Peine unique"),
     ("One sentence per crime and one for all: no less than the longest, no more than thirty years or life.", "Une peine par crime et une peine unique : au moins la plus longue, au plus trente ans ou la perpétuité.")),
):
    law.clause(provision, Class.RULE, title, summary)

TC = "trial_chamber"
MOST = 360
"""Thirty years, in months."""
LIFE = 10**6
TERM = re.compile(r"([^:]+):(?:(life)|(\d{1,3})y(?:(\d{1,2})m)?)")


def parsed(terms: tuple[str, ...]) -> list[tuple[str, int]] | None:
    """Charge and months (``LIFE`` for life) of items such as ``1:12y6m`` or ``2:life``; ``None`` where one is not of that form."""
    found = [TERM.fullmatch(item) for item in terms]
    if not all(found):
        return None
    return [(m[1], LIFE if m[2] else 12 * int(m[3]) + int(m[4] or 0)) for m in found if m]


def months_of(v: View) -> list[tuple[str, int]] | None:
    """The single sentences that are given, read."""
    terms = v.given.get("terms")
    return None if terms is None else parsed(terms)


def joint_of(given: Any) -> int | None:
    """The joint sentence that is given, in months (``LIFE`` for life)."""
    joint = given.get("joint")
    read = None if joint is None else parsed((f"joint:{joint}",))
    return read[0][1] if read else None


def _impose(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    single = parsed(given.get("terms", ())) or []
    made = draft.sentences.persons.setdefault(given["person"], Sentence())
    made.entry, made.joint = entry, joint_of(given)
    for charge, term in single:
        made.single[charge] = term
    made.life = made.joint == LIFE or any(term == LIFE for _, term in single)


def convicted_charges(v: View, person: str | None) -> list[str]:
    """The charges on which a person stands convicted."""
    return [number for number, c in v.posture.charges.items() if c.person == person and c.status == "convicted"]


def custody_start(v: View) -> date | None:
    """The first day of a term pronounced that day, custody on the Court's order credited."""
    code = person_code(v)
    held = v.posture.custody.get(code or "")
    return counted_from(v.on, [(t.since, t.until) for t in held.times if t.since <= v.on] if held else [])


impose = law.act(
    "impose_sentence", "case", ("Impose the sentence", "Prononcer la peine"), ("{person} was sentenced: {terms}; joint sentence: {joint}", "{person} a été condamné : {terms} ; peine unique : {joint}"),
    [person_particular(),
     Particular("terms", "text", "sentence for each charge", "peine pour chaque charge", many=True, required=False,
                hint=T("charge:term, such as 1:12y6m or 2:life", "charge:peine, p. ex. 1:12y6m ou 2:life")),
     Particular("joint", "text", "joint sentence", "peine unique", required=False, hint=T("such as 14y or life", "p. ex. 14y ou life")),
     Particular("counted_from", "date", "first day of the term, custody deducted", "premier jour de la peine, détention déduite", required=False, default=custody_start),
     Particular("other_custody", "text", "decision to deduct other custody", "décision d'imputer une autre détention", required=False),
     Particular("gravity", "long_text", "gravity of the crime", "gravité du crime", required=False),
     Particular("circumstances", "long_text", "individual circumstances", "situation personnelle", required=False),
     Particular("fine", "amount", "fine", "amende", required=False), Particular("fine_criteria", "text", "criteria of the Rules for the fine", "critères du Règlement pour l'amende", required=False),
     Particular("forfeiture", "text", "property forfeited", "biens confisqués", many=True, required=False),
     Particular("closed_session", "yes_no", "pronounced in closed session", "prononcée à huis clos", required=False),
     Particular("accused_absent", "yes_no", "the accused is absent", "l'accusé est absent", required=False),
     Particular("why_absent", "text", "why the accused could not be present", "pourquoi l'accusé n'a pu être présent", required=False)], _impose, group="sentence")


@law.stage("77(1)", ("the person stands convicted on a charge", "la personne est condamnée pour une charge"), cured_by=("give_judgement",),
           says_not=("the person is not convicted", "la personne n'est pas condamnée"))
def stands_convicted(v: View) -> Any:
    charges = convicted_charges(v, person_code(v))
    return (v.posture.charges[charges[0]].entry or True) if charges else False


@law.stage("77(1)", ("the person has not been sentenced", "la personne n'a pas encore été condamnée à une peine"), says_not=("the person has been sentenced", "la peine a été prononcée"))
def not_sentenced(v: View) -> Any:
    made = v.posture.sentences.persons.get(person_code(v) or "")
    return no(made.entry) if made else True


@law.fact("77(1)", ("no charge carries two main penalties", "aucune charge ne reçoit deux peines principales"), needs=("terms",),
          says_not=("a charge carries two main penalties", "une charge reçoit deux peines principales"))
def one_penalty_each(v: View) -> Any:
    single = months_of(v)
    return None if single is None else len({c for c, _ in single}) == len(single)


@law.fact("77(1)(a)", ("every term is a number of years, or life", "chaque peine est un nombre d'années ou la perpétuité"), needs=("terms",),
          says_not=("a term is stated neither in years nor as life", "une peine n'est exprimée ni en années ni comme perpétuité"))
def terms_stated(v: View) -> Any:
    terms = v.given.get("terms")
    return None if terms is None else parsed(terms) is not None


longest_term = law.measure(
    "longest_term", "77(1)(a)", ("no fixed term exceeds thirty years (in months)", "aucune peine à temps ne dépasse trente ans (en mois)"),
    lambda v: max((m for _, m in months_of(v) or [] if m < LIFE), default=0) if "terms" in v.given else None, "<=", MOST, needs=("terms",))


@law.fact("77(1)(b)", ("life is imposed", "la perpétuité est prononcée"), needs=("terms", "joint"), says_not=("life is not imposed", "la perpétuité n'est pas prononcée"))
def life_imposed(v: View) -> Any:
    return joint_of(v.given) == LIFE or any(m == LIFE for _, m in months_of(v) or [])


extreme = law.finding("extreme_gravity", "77(1)(b)", ("the crime is of extreme gravity", "le crime est d'une extrême gravité"), TC, ("as the Chamber finds", "selon la Chambre"), lasting=False)
personal = law.finding("circumstances_justify_life", "77(1)(b)", ("the person's individual circumstances justify life", "la situation personnelle justifie la perpétuité"), TC,
                       ("as the Chamber finds", "selon la Chambre"), lasting=False)


@law.fact("77(2)", ("imprisonment is imposed", "un emprisonnement est prononcé"), needs=("terms",), says_not=("no imprisonment is imposed", "aucun emprisonnement n'est prononcé"))
def imprisonment(v: View) -> Any:
    return bool(v.given.get("terms"))


def given_fact(id: str, provision: str, en: str, fr: str, not_en: str, not_fr: str, name: str) -> Any:
    """A leaf: an optional particular is given."""

    def test(v: View) -> Any:
        return bool(v.given.get(name))

    test.__name__ = id
    return law.fact(provision, (en, fr), needs=(name,), says_not=(not_en, not_fr))(test)


fined = given_fact("fined", "77(2)(a)", "a fine is imposed", "une amende est prononcée", "no fine is imposed", "aucune amende n'est prononcée", "fine")
fine_assessed = given_fact("fine_assessed", "77(2)(a)", "the criteria of the Rules are assessed", "les critères du Règlement sont appréciés",
                           "the criteria of the Rules are not assessed", "les critères du Règlement ne sont pas appréciés", "fine_criteria")
forfeits = given_fact("forfeits", "77(2)(b)", "forfeiture is ordered", "une confiscation est ordonnée", "no forfeiture is ordered", "aucune confiscation n'est ordonnée", "forfeiture")
gravity = given_fact("gravity_weighed", "78(1)", "gravity is weighed", "la gravité est appréciée", "gravity is not weighed", "la gravité n'est pas appréciée", "gravity")
circumstances = given_fact("circumstances_weighed", "78(1)", "individual circumstances are weighed", "la situation personnelle est appréciée",
                           "individual circumstances are not weighed", "la situation personnelle n'est pas appréciée", "circumstances")
other_decided = given_fact("other_custody_decided", "78(2)", "deduction of other custody was decided", "l'imputation d'une autre détention a été décidée",
                           "deduction of other custody was not decided", "l'imputation d'une autre détention n'a pas été décidée", "other_custody")
closed = given_fact("pronounced_in_closed_session", "76(4)", "the sentence is pronounced in closed session", "la peine est prononcée à huis clos", "the sentence is pronounced in public", "la peine est prononcée en public", "closed_session")
absent = given_fact("accused_absent_at_sentence", "76(4)", "the accused is absent", "l'accusé est absent", "the accused is present", "l'accusé est présent", "accused_absent")
absence_explained = given_fact("absence_explained", "76(4)", "it is stated why the accused could not be present", "il est indiqué pourquoi l'accusé n'a pu être présent", "the absence is not explained", "l'absence n'est pas expliquée", "why_absent")
derived = law.finding("derived_from_crime", "77(2)(b)", ("the property stems from that crime", "les biens proviennent de ce crime"), TC, ("directly or not", "directement ou non"), lasting=False)
unharmed = law.finding("third_parties_unharmed", "77(2)(b)", ("third parties in good faith are not harmed", "les tiers de bonne foi ne sont pas lésés"), TC,
                       ("rights of third parties in good faith", "droits des tiers de bonne foi"), lasting=False)
custody_deducted = law.measure(
    "custody_deducted", "78(2)", ("custody on the Court's order is deducted in full", "la détention ordonnée par la Cour est entièrement déduite"),
    lambda v: v.given.get("counted_from"), "<=", custody_start, needs=("counted_from",))
nothing_more = law.measure(
    "nothing_more_deducted", "78(2)", ("no other custody is deducted", "aucune autre détention n'est déduite"),
    lambda v: v.given.get("counted_from"), ">=", custody_start, needs=("counted_from",))


@law.fact("78(3)", ("every charge of the conviction has its own sentence", "chaque charge retenue a sa propre peine"), needs=("terms",),
          says_not=("a charge has no sentence of its own, or one not convicted has", "une charge n'a pas sa propre peine, ou une charge non retenue en a une"))
def each_sentenced(v: View) -> Any:
    single = months_of(v)
    convicted = convicted_charges(v, person_code(v))
    return None if single is None or not convicted else {c for c, _ in single} == set(convicted)


@law.fact("78(3)", ("the person is convicted on several charges", "plusieurs charges sont retenues"), says_not=("one charge only", "une seule charge"))
def several(v: View) -> Any:
    return len(convicted_charges(v, person_code(v))) > 1


@law.fact("78(3)", ("a joint sentence is pronounced", "une peine unique est prononcée"), needs=("joint",), says_not=("no joint sentence is pronounced", "aucune peine unique n'est prononcée"))
def joint_given(v: View) -> Any:
    return joint_of(v.given) is not None


joint_floor = law.measure(
    "joint_floor", "78(3)", ("the joint sentence is no shorter than the longest single one (in months)", "la peine unique n'est pas inférieure à la plus lourde des peines (en mois)"),
    lambda v: joint_of(v.given), ">=", lambda v: max((m for _, m in months_of(v) or []), default=0), needs=("joint",))
joint_ceiling = law.measure(
    "joint_ceiling", "78(3)", ("the joint term does not exceed thirty years (in months)", "la peine unique à temps ne dépasse pas trente ans (en mois)"),
    lambda v: None if (j := joint_of(v.given)) is None else 0 if j == LIFE else j, "<=", MOST, needs=("joint",))

law.prohibition("76(4)", impose, closed, name="closed_session")
law.prohibition("76(4)", impose, absent & ~absence_explained, name="unexplained_absence")
law.power("77(1)", impose, TC, all_of(stands_convicted, not_sentenced))
law.prohibition("77(1)", impose, ~one_penalty_each)
law.prohibition("77(1)(a)", impose, ~terms_stated, name="not_stated")
law.prohibition("77(1)(a)", impose, ~longest_term)
law.prohibition("77(1)(b)", impose, life_imposed & ~all_of(extreme, personal))
law.prohibition("77(2)", impose, ~imprisonment)
law.prohibition("77(2)(a)", impose, fined & ~fine_assessed)
law.prohibition("77(2)(b)", impose, forfeits & ~all_of(derived, unharmed))
law.prohibition("78(1)", impose, ~all_of(gravity, circumstances))
law.prohibition("78(2)", impose, ~custody_deducted, name="custody_ignored")
law.prohibition("78(2)", impose, ~any_of(nothing_more, other_decided), name="other_custody")
law.prohibition("78(3)", impose, ~each_sentenced, name="charge_without_sentence")
law.prohibition("78(3)", impose, several & ~joint_given, name="no_joint")
law.prohibition("78(3)", impose, joint_given & ~all_of(joint_floor, joint_ceiling))
