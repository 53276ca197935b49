"""Article 1 of the Statute of the Mechanism, with its preamble: what the Mechanism has jurisdiction over, and whom.

Territory, time, persons and crimes are those of the two Tribunals; persons fall into four groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.case_facts import (
    accused_code,
    person_particular,
    trial_not_opened,
)
from curule.statutes.mechanism.matters.case import Accused, Case

__all__ = ["considered_particular", "contempt_accused", "law", "most_senior", "other_person",
           "persons_in_question", "weighed"]

law = Chapter("irmct", __name__)

BENCH = ("trial_chamber", "single_judge")

law.clause("preamble", Class.RULE, ("Origin, territory and time", "Origine, territoire et temps"),
           ("Residual matters of the ICTY (former Yugoslavia, since 1991) and of the ICTR (Rwanda in 1994, and Rwandans "
            "in neighbouring States that year).",
            "Affaires résiduelles du TPIY (ex-Yougoslavie, depuis 1991) et du TPIR (Rwanda en 1994, et Rwandais dans "
            "les États voisins la même année)."))
law.clause("1(1)", Class.RULE, ("Jurisdiction continued", "Compétence maintenue"),
           ("Crimes, places, times and persons stay as the Statutes of the two Tribunals fix them.",
            "Crimes, lieux, temps et personnes restent ceux que fixent les Statuts des deux Tribunaux."))
law.clause("1(2)", Class.RULE, ("Most senior leaders", "Plus hauts dirigeants"),
           ("Persons indicted by a Tribunal who are among the most senior leaders suspected of being most responsible.",
            "Personnes mises en accusation par un Tribunal, parmi les plus hauts dirigeants portant la responsabilité "
            "la plus lourde."))
law.clause("1(3)", Class.RULE, ("Other persons indicted", "Autres personnes mises en accusation"),
           ("Tried by the Mechanism only when every reasonable effort to refer the case is exhausted.",
            "Jugées par le Mécanisme seulement une fois épuisés tous les efforts raisonnables de renvoi."))
law.clause("1(4)", Class.RULE, ("Contempt and false testimony", "Outrage et faux témoignage"),
           ("Before such a trial, referral is considered, with the interests of justice and expediency.",
            "Avant un tel procès, le renvoi est envisagé au regard de l'intérêt de la justice et de l'opportunité."))
law.clause("1(4)(a)", Class.RULE, ("Interference with justice", "Entrave à la justice"),
           ("Anyone who knowingly and wilfully interferes, or interfered, with justice at the Mechanism or a Tribunal.",
            "Quiconque entrave ou a entravé sciemment et délibérément la justice du Mécanisme ou d'un Tribunal."))
law.clause("1(4)(b)", Class.RULE, ("False testimony", "Faux témoignage"),
           ("A witness who knowingly and wilfully gives, or gave, false testimony before the Mechanism or a Tribunal.",
            "Le témoin qui dépose ou a déposé faussement, sciemment et délibérément, devant le Mécanisme ou un "
            "Tribunal."))
law.clause("1(5)", Class.RULE, ("No new indictments", "Pas de nouvel acte d'accusation"),
           ("Nobody outside the four groups is indicted.", "Nul n'est mis en accusation hors des quatre catégories."))

FACTORS = (
    Choice("gravity", "gravity of the crimes charged", "gravité des crimes reprochés"),
    Choice("responsibility", "level of responsibility of the accused", "degré de responsabilité de l'accusé"),
    Choice("justice", "interests of justice", "intérêt de la justice"),
    Choice("expediency", "expediency", "opportunité"),
)


def considered_particular(*factors: str, required: bool = True) -> Particular:
    """The particular "what the decision weighs", with these of the factors."""
    return Particular("considered", "choice", "factors weighed in the decision", "éléments pris en compte", many=True,
                      choices=[c for c in FACTORS if c.value in factors], required=required)


def weighed(v: View, factor: str) -> bool | None:
    """Whether the decision weighs a factor; open until the factors are given."""
    considered = v.given.get("considered")
    return None if considered is None else factor in considered


def persons_in_question(v: View) -> Sequence[Accused]:
    """The accused named, those whom the counts named charge, or every accused of the case where neither is given."""
    case: Case = v.posture
    counts = v.given.get("counts")
    if counts is not None:
        charged = {case.counts[n].person for n in counts if n in case.counts}
        return tuple(person for code, person in case.accused.items() if code in charged)
    code = accused_code(v)
    if code is None:
        return tuple(case.accused.values())
    return (case.accused[code],) if code in case.accused else ()


def _some(v: View, *groups: str) -> Any:
    return any(person.group in groups for person in persons_in_question(v))


# -- persons ---------------------------------------------------------------------------------------------------------

@law.fact("1(2)", ("the person is one of the most senior leaders", "la personne est l'un des plus hauts dirigeants"))
def most_senior(v: View) -> Any:
    return _some(v, "1(2)")


@law.fact("1(3)", ("the person is another one whom a Tribunal charged", "la personne est une autre personne mise en "
                   "accusation par un Tribunal"))
def other_person(v: View) -> Any:
    return _some(v, "1(3)")


@law.fact("1(1)", ("the ICTY or the ICTR indicted the person", "la personne a été mise en accusation par le TPIY ou le "
                   "TPIR"), says_not=("neither Tribunal indicted the person", "aucun Tribunal n'a mis la personne en "
                                      "accusation"), permanent=True)
def indicted_by_tribunal(v: View) -> Any:
    charged = [person for person in persons_in_question(v) if person.group in ("1(2)", "1(3)")]
    return bool(charged) and all(person.indicted_by in ("icty", "ictr") for person in charged)


@law.fact("1(4)(a)", ("the charge is interference with the administration of justice",
                      "l'accusation porte sur une entrave à l'administration de la justice"))
def interference(v: View) -> Any:
    return _some(v, "1(4)(a)")


@law.fact("1(4)(b)", ("the charge is false testimony", "l'accusation porte sur un faux témoignage"))
def false_testimony(v: View) -> Any:
    return _some(v, "1(4)(b)")


@law.fact("1(4)", ("the case is one of contempt or false testimony", "l'affaire est d'outrage ou de faux témoignage"))
def contempt_accused(v: View) -> Any:
    return _some(v, "1(4)(a)", "1(4)(b)")


law.prohibition("1(5)", "confirm_indictment", any_of(most_senior, other_person).unless(indicted_by_tribunal),
                note=("Confirmation would issue a new indictment against a person of none of the four groups.",
                      "La confirmation reviendrait à émettre un nouvel acte d'accusation contre une personne d'aucune des "
                      "quatre catégories."))

PRIMA_FACIE = ("prima facie", "à première vue")

concerned_justice = law.finding(
    "concerned_justice", "1(4)(a)",
    ("the conduct touched the administration of justice by the Mechanism or a Tribunal",
     "les faits touchaient à l'administration de la justice par le Mécanisme ou un Tribunal"), "prosecutor", PRIMA_FACIE,
    says_not=("the conduct touched another court only", "les faits ne touchaient qu'une autre juridiction"),
    subject="person")
knowing_and_wilful = law.finding(
    "knowing_and_wilful", "1(4)", ("the person acted knowingly and wilfully", "la personne a agi sciemment et "
                                   "délibérément"), "prosecutor", PRIMA_FACIE, subject="person")
testified_as_witness = law.finding(
    "testified_as_witness", "1(4)(b)",
    ("the person testified as a witness before the Mechanism or a Tribunal",
     "la personne a déposé comme témoin devant le Mécanisme ou un Tribunal"), "prosecutor", PRIMA_FACIE,
    says_not=("the person never testified before the Mechanism or a Tribunal",
              "la personne n'a jamais déposé devant le Mécanisme ou un Tribunal"), subject="person")
law.prohibition("1(4)(a)", "submit_indictment", interference.unless(all_of(knowing_and_wilful, concerned_justice)))
law.prohibition("1(4)(b)", "submit_indictment", false_testimony.unless(all_of(knowing_and_wilful, testified_as_witness)))

# -- classification of those whom a Tribunal indicted ----------------------------------------------------------------

LEVELS = (Choice("1(2)", "most senior leader", "plus haut dirigeant"),
          Choice("1(3)", "other person indicted", "autre personne mise en accusation"))


def _classify(draft: Case, entry: Entry) -> None:
    draft.accused.setdefault(entry.particulars["person"], Accused()).group = entry.particulars["level"]


classify_person = law.act(
    "classify_person", "case", ("Decide the level of the accused", "Déterminer le rang de l'accusé"),
    ("{person} was classified: {level}", "Rang de {person} : {level}"),
    [person_particular(), Particular("level", "choice", "level", "rang", choices=LEVELS),
     considered_particular("gravity", "responsibility")], _classify)


@law.fact("1(2)", ("the accused is classified as most senior leader", "l'accusé est classé parmi les plus hauts "
                   "dirigeants"), needs=("level",))
def level_most_senior(v: View) -> Any:
    level = v.given.get("level")
    return None if level is None else level == "1(2)"


@law.fact("1(2)", ("the gravity of the crimes was weighed", "la gravité des crimes a été prise en compte"),
          needs=("considered",))
def gravity_weighed(v: View) -> Any:
    return weighed(v, "gravity")


@law.fact("1(2)", ("the level of responsibility was weighed", "le degré de responsabilité a été pris en compte"),
          needs=("considered",))
def responsibility_weighed(v: View) -> Any:
    return weighed(v, "responsibility")


among_most_senior = law.finding(
    "among_most_senior", "1(2)",
    ("the accused is among the most senior leaders suspected of being most responsible",
     "l'accusé figure parmi les plus hauts dirigeants soupçonnés de porter la responsabilité la plus lourde"),
    ("trial_chamber", "prosecutor"), ("on the indictment as a whole", "au vu de l'ensemble de l'acte d'accusation"),
    says_not=("the accused is not among the most senior leaders", "l'accusé ne figure pas parmi les plus hauts "
              "dirigeants"), subject="person")

CLASSIFIERS = ("trial_chamber", "prosecutor")
law.power("1(2)", classify_person, CLASSIFIERS,
          all_of(indicted_by_tribunal, trial_not_opened, level_most_senior, gravity_weighed,
                 responsibility_weighed, among_most_senior))
law.power("1(3)", classify_person, CLASSIFIERS,
          all_of(indicted_by_tribunal, trial_not_opened, ~level_most_senior, gravity_weighed,
                 responsibility_weighed, ~among_most_senior))

# -- trial only after efforts to refer (1(3)); referral considered (1(4)) --------------------------------------------


@law.fact("1(3)", ("an effort to refer the case is on record", "une démarche en vue du renvoi est inscrite"),
          says_not=("no effort to refer the case is on record", "aucune démarche en vue du renvoi n'est inscrite"),
          cured_by=("record_referral_attempt",))
def referral_attempted(v: View) -> Any:
    referral = v.posture.referral
    efforts = (*referral.attempts, *(e for e in (referral.declined, referral.revoked) if e is not None))
    return efforts or False


efforts_exhausted = law.finding(
    "referral_efforts_exhausted", "1(3)",
    ("all reasonable efforts to refer the case are exhausted", "tous les efforts raisonnables de renvoi sont épuisés"),
    "trial_chamber", ("having taken all reasonable efforts", "après tous les efforts raisonnables"),
    says_not=("reasonable efforts to refer the case remain", "des efforts raisonnables de renvoi restent possibles"))
law.prohibition("1(3)", ("open_trial", "set_trial_date"), other_person.unless(all_of(referral_attempted, efforts_exhausted)))


guilty_plea = law.reading(
    "guilty_plea_is_trial", "1(3)", ("Must referral be sought before judgement on a plea of guilty, too?", "Faut-il rechercher un renvoi aussi avant un jugement sur plaidoyer ?"),
    {"trial": ("yes: judgement on a plea is a trial by the Mechanism", "oui : juger sur plaidoyer, c'est juger"),
     "no_trial": ("no: no trial is held", "non : aucun procès n'a lieu")})


@law.fact("1(3)", ("the reading treats judgement on a plea of guilty as a trial", "l'interprétation retenue assimile à un procès le jugement sur plaidoyer"))
def plea_is_trial(v: View) -> bool:
    return v.reading("guilty_plea_is_trial") == "trial"


law.prohibition("1(3)", "give_judgement", all_of(trial_not_opened, plea_is_trial, other_person.unless(referral_attempted)), name="judgement_on_plea")


@law.fact("1(4)", ("referral to a State has been considered", "le renvoi à un État a été envisagé"),
          says_not=("referral to a State has not been considered", "le renvoi à un État n'a pas été envisagé"),
          cured_by=("consider_referral",))
def referral_considered(v: View) -> Any:
    return v.posture.referral.considered or False


consider_referral = law.act(
    "consider_referral", "case", ("Consider referral to a State", "Envisager le renvoi à un État"),
    ("Referral was considered before trial: {outcome}", "Le renvoi a été envisagé avant le procès : {outcome}"),
    [Particular("outcome", "choice", "outcome", "issue", choices=[
        Choice("trial", "the Mechanism tries the case", "le Mécanisme juge l'affaire"),
        Choice("referral", "referral proceedings follow", "une procédure de renvoi s'ouvre")]),
     considered_particular("justice", "expediency"),
     Particular("reasons", "long_text", "reasons", "motifs", required=False)],
    lambda draft, entry: setattr(draft.referral, "considered", entry))


@law.fact("1(4)", ("the interests of justice were weighed", "l'intérêt de la justice a été pris en compte"),
          needs=("considered",))
def justice_weighed(v: View) -> Any:
    return weighed(v, "justice")


@law.fact("1(4)", ("expediency was weighed", "l'opportunité a été prise en compte"), needs=("considered",))
def expediency_weighed(v: View) -> Any:
    return weighed(v, "expediency")


law.power("1(4)", consider_referral, BENCH, all_of(
    contempt_accused, justice_weighed, expediency_weighed, trial_not_opened))
law.prohibition("1(4)", "open_trial", contempt_accused.unless(referral_considered))
law.prohibition("1(4)", "give_judgement", all_of(trial_not_opened, plea_is_trial, contempt_accused.unless(referral_considered)), name="judgement_on_plea")
