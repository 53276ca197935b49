"""Article 9 of the Statute of the Mechanism: qualifications of judges, and the balance of experience in a chamber."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.matters.roll import roll_of

law = Chapter("irmct", __name__)

law.clause("9(1)", Class.RULE, ("Qualifications of judges", "Qualifications des juges"),
           ("High character, impartiality, integrity, and fit for the highest judicial office at home; service at the Tribunals counts in favour.",
            "Haute moralité, impartialité, intégrité, aptitude aux plus hautes fonctions judiciaires nationales ; l'expérience des Tribunaux est un atout."))
law.clause("9(2)", Class.RULE, ("Experience in the chambers", "Expérience au sein des Chambres"),
           ("Composing a chamber, the President weighs experience in criminal and international law, humanitarian and human rights law included.",
            "En composant une Chambre, le Président tient compte de l'expérience en droit pénal et en droit international, humanitaire et des droits de l'homme."))

PROPOSERS = ("state", "secretary_general")

of_high_character = law.finding(
    "of_high_character", "9(1)", ("the person is of high moral character, impartial and of integrity", "la personne est de haute moralité, impartiale et intègre"),
    PROPOSERS, ("satisfied on the person's record", "convaincu au vu du parcours de la personne"), subject="judge",
    says_not=("the person lacks the character, impartiality or integrity required", "la moralité, l'impartialité ou l'intégrité requises font défaut"))
fit_for_highest_office = law.finding(
    "fit_for_highest_office", "9(1)", ("the person may hold the highest judicial office at home", "la personne peut exercer les plus hautes fonctions judiciaires de son pays"),
    PROPOSERS, ("as the law of the home State requires", "selon le droit de l'État d'origine"), subject="judge",
    says_not=("the person may not hold the highest judicial office at home", "la personne ne peut exercer les plus hautes fonctions judiciaires de son pays"))

QUALIFIED = (of_high_character, fit_for_highest_office)


def fields_of(v: View, judges: tuple[str, ...]) -> set[str]:
    """The fields of experience that these judges cover between them, as the roll records them."""
    roll = roll_of(v)
    return set() if roll is None else {field for code in judges if (known := roll.judges.get(code)) for field in known.experience}


@law.fact("9(2)", ("the roll shows experience in criminal law and in international law among the judges",
                   "la liste atteste, parmi les juges, une expérience en droit pénal et en droit international"),
          says_not=("the roll shows no experience in criminal law or in international law among the judges",
                    "la liste n'atteste, parmi les juges, aucune expérience en droit pénal ou en droit international"), needs=("judges",))
def experience_covered(v: View) -> Any:
    judges = v.given.get("judges")
    if judges is None or roll_of(v) is None:
        return None
    fields = fields_of(v, judges)
    return "criminal" in fields and bool(fields & {"international", "humanitarian", "human_rights"})


experience_weighed = law.finding(
    "experience_weighed", "9(2)", ("the President weighed the experience of the judges", "le Président a tenu compte de l'expérience des juges"),
    "president", ("due account", "dûment"), lasting=False)

balanced = experience_covered | experience_weighed
