"""Article 109 of the Rome Statute: fines and forfeitures, given effect by States Parties. The acts stand in the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_sentence import Sentence
from curule.statutes.rome.part_05.facts import person_code, person_particular
from curule.statutes.rome.part_06.facts import told
from curule.statutes.rome.part_08.appeal_time import execution_suspended

law = Chapter("rome", __name__)

PARTY = "state_party"
SORTS = {"fine": ("fine", "amende"), "forfeiture": ("forfeiture", "confiscation")}


def _sentence(draft: Case, entry: Entry) -> Sentence:
    return draft.sentences.persons.setdefault(entry.particulars["person"], Sentence())


def _effect(draft: Case, entry: Entry) -> None:
    made = _sentence(draft, entry)
    made.effect_given[entry.particulars["sort"]] = entry
    made.obtained += entry.particulars.get("obtained", 0)


def _unable(draft: Case, entry: Entry) -> None:
    _sentence(draft, entry).unable = entry


def _recover(draft: Case, entry: Entry) -> None:
    made = _sentence(draft, entry)
    made.recovered = entry
    made.obtained += entry.particulars["value"]


def _transfer(draft: Case, entry: Entry) -> None:
    made = _sentence(draft, entry)
    made.handed_over += entry.particulars["amount"]


STATE = Particular("state", "state", "State Party", "État Partie")
THIRD = Particular("third_parties_unharmed", "yes_no", "third parties in good faith keep their rights", "les tiers de bonne foi gardent leurs droits")
effect = law.act("give_effect_to_penalty", "case", ("Give effect to a fine or forfeiture", "Donner effet à une amende ou une confiscation"), ("{state} gave effect against {person}: {sort}", "{state} a donné effet contre {person} : {sort}"),
                 [person_particular(), STATE, Particular("sort", "choice", "penalty", "peine", choices=[Choice(c, en, fr) for c, (en, fr) in SORTS.items()]), THIRD,
                  Particular("obtained", "amount", "amount obtained", "montant obtenu", required=False)], _effect, group="fines and forfeitures")
unable = law.act("report_inability_to_forfeit", "case", ("Report that a forfeiture cannot be carried out", "Signaler qu'une confiscation est impossible"), ("{state} cannot carry out the forfeiture against {person}", "{state} ne peut exécuter la confiscation contre {person}"),
                 [person_particular(), STATE, Particular("value", "amount", "value of what was ordered forfeited", "valeur des biens confisqués")], _unable, group="fines and forfeitures")
recover = law.act("recover_value", "case", ("Recover the value", "Recouvrer la valeur"), ("{state} recovered the value in place of the forfeiture against {person}", "{state} a recouvré la valeur au lieu de la confiscation contre {person}"),
                  [person_particular(), STATE, THIRD, Particular("value", "amount", "value recovered", "valeur recouvrée")], _recover, group="fines and forfeitures")
hand_over = law.act("transfer_proceeds_to_court", "case", ("Transfer the proceeds to the Court", "Transférer le produit à la Cour"), ("{state} transferred to the Court what it obtained from {person}", "{state} a transféré à la Cour ce qu'il a obtenu de {person}"),
                    [person_particular(), STATE, Particular("amount", "amount", "amount", "montant")], _transfer, group="fines and forfeitures")


def _made(v: View) -> Sentence | None:
    found: Sentence | None = v.posture.sentences.persons.get(person_code(v) or "")
    return found


def _ordered(made: Sentence, sort: str) -> bool:
    return bool(made.entry and made.entry.particulars.get(sort))


@law.fact("109(1)", ("such a penalty was ordered against the person", "une telle peine a été prononcée contre la personne"), needs=("sort",), says_not=("no such penalty was ordered against the person", "aucune peine de cette nature n'a été prononcée contre la personne"), cured_by=("impose_sentence",))
def penalty_ordered(v: View) -> Any:
    made, sort = _made(v), v.given.get("sort")
    if sort is None:
        return None
    return made.entry if made is not None and _ordered(made, sort) else False


@law.stage("109(2)", ("forfeiture was ordered against the person", "une confiscation a été ordonnée contre la personne"), says_not=("no forfeiture was ordered against the person", "aucune confiscation n'a été ordonnée contre la personne"), cured_by=("impose_sentence",))
def forfeiture_ordered(v: View) -> Any:
    made = _made(v)
    return made.entry if made is not None and _ordered(made, "forfeiture") else False


def _stands(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], field: str, *cured_by: str) -> Fact:
    def test(v: View) -> Any:
        made = _made(v)
        return (getattr(made, field) if made else None) or False

    test.__name__ = id
    return law.stage(provision, says, says_not=says_not, cured_by=cured_by)(test)


@law.fact("109(1)", ("effect was given to it, or it was reported impossible", "il y a été donné effet, ou l'impossibilité a été signalée"), needs=("sort",), says_not=("no effect was given to it yet", "il n'y a pas encore été donné effet"), cured_by=(effect, unable))
def effect_given(v: View) -> Any:
    made, sort = _made(v), v.given.get("sort", "")
    return (made.effect_given.get(sort) or (made.unable if sort == "forfeiture" else None) if made else None) or False


inability = _stands("inability_reported", "109(2)", ("the forfeiture was reported impossible", "l'impossibilité de confisquer a été signalée"), ("the forfeiture was not reported impossible", "l'impossibilité de confisquer n'a pas été signalée"), "unable", unable)
recovered = _stands("value_recovered", "109(2)", ("the value was recovered", "la valeur a été recouvrée"), ("the value was not recovered", "la valeur n'a pas été recouvrée"), "recovered", recover)
unharmed = told(law, "third_parties_keep_rights", "109(1)", ("third parties in good faith keep their rights", "les tiers de bonne foi gardent leurs droits"), ("third parties in good faith would lose rights", "des tiers de bonne foi perdraient des droits"), "third_parties_unharmed")
within_value = law.measure("within_value_ordered", "109(2)", ("no more than the value of what was ordered forfeited is recovered", "il n'est pas recouvré plus que la valeur des biens confisqués"), lambda v: v.given.get("value"), "<=",
                           lambda v: m.unable.particulars["value"] if (m := _made(v)) and m.unable else None, needs=("value",))
in_full = law.measure("proceeds_in_full", "109(3)", ("all proceeds are transferred", "tout le produit est transféré"), lambda v: v.given.get("amount"), ">=", lambda v: m.obtained - m.handed_over if (m := _made(v)) else None, needs=("amount",), says_not=("a part of the proceeds is kept", "une part du produit est retenue"))


@law.stage("109(3)", ("the State obtained property or proceeds", "l'État a obtenu des biens ou un produit"), says_not=("the State obtained nothing", "l'État n'a rien obtenu"), cured_by=(effect, recover))
def proceeds_obtained(v: View) -> Any:
    made = _made(v)
    return made is not None and made.obtained > 0


@law.stage("109(3)", ("all of it was transferred to the Court", "le tout a été transféré à la Cour"), says_not=("not all of it was transferred to the Court", "le tout n'a pas été transféré à la Cour"), cured_by=(hand_over,))
def proceeds_transferred(v: View) -> Any:
    made = _made(v)
    return made is not None and made.handed_over >= made.obtained


def _each_penalty(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"person": p, "sort": sort} for p, made in v.posture.sentences.persons.items() for sort in SORTS if _ordered(made, sort)]


def _each_sentenced(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"person": p} for p in v.posture.sentences.persons]


law.duty("109(1)", effect, PARTY, penalty_ordered, effect_given, each=_each_penalty)
law.prohibition("109(1)", (effect, recover), ~unharmed, name="third_parties")
law.prohibition("81(4)", effect, execution_suspended)
law.power("109(2)", unable, PARTY, forfeiture_ordered)
law.duty("109(2)", recover, PARTY, inability, recovered, each=_each_sentenced)
law.prohibition("109(2)", recover, ~within_value)
law.duty("109(3)", hand_over, PARTY, proceeds_obtained, proceeds_transferred, each=_each_sentenced)
law.prohibition("109(3)", hand_over, ~in_full)

for provision, title, summary in (
    ("109(1)", ("Enforcement by States", "Exécution par les États"),
     ("By national procedure, third parties in good faith unharmed.", "Selon le droit interne, sans préjudice des tiers de bonne foi.")),
    ("109(2)", ("Equivalent value", "Valeur équivalente"),
     ("Where forfeiture cannot be carried out.", "Si la confiscation ne peut être exécutée.")),
    ("109(3)", ("Proceeds", "Produit"),
     ("Go to the Court.", "Va à la Cour.")),
):
    law.clause(provision, Class.RULE, title, summary)
