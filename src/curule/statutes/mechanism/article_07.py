"""Article 7 of the Statute of the Mechanism: nobody is tried twice for the same acts; credit for a national penalty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.law.words import T, Text
from curule.statutes.mechanism.case_facts import accused_code, accused_of, person_particular
from curule.statutes.mechanism.matters.case import Accused, Case

__all__ = ["Credit", "law", "national_credit"]

law = Chapter("irmct", __name__)

BENCH = ("trial_chamber", "single_judge")

law.clause("7(1)", Class.RULE, ("No national trial afterwards", "Pas de procès national ensuite"),
           ("Who was tried by a Tribunal or the Mechanism is not tried nationally for the same acts.",
            "Qui a été jugé par un Tribunal ou le Mécanisme n'est pas jugé pour les mêmes faits par un État."))
law.clause("7(2)", Class.RULE, ("Trial after a national trial", "Procès après un procès national"),
           ("The Mechanism tries again only where one of two exceptions is met.",
            "Le Mécanisme ne rejuge que dans l'un de deux cas."))
law.clause("7(2)(a)", Class.RULE, ("Ordinary crime", "Crime de droit commun"),
           ("The national court characterised the act as an ordinary crime.",
            "La juridiction nationale a qualifié le fait de crime de droit commun."))
law.clause("7(2)(b)", Class.RULE, ("Sham or careless proceedings", "Procédure de complaisance ou sans diligence"),
           ("The national proceedings lacked independence or impartiality, were meant to shield the accused, or were not "
            "diligent.",
            "La procédure nationale n'était ni indépendante ni impartiale, visait à soustraire l'accusé ou manquait de "
            "diligence."))
law.clause("7(3)", Class.RULE, ("Credit for a national penalty", "Prise en compte d'une peine nationale"),
           ("What was already served nationally for the same act counts in sentencing.",
            "La peine nationale déjà subie pour le même fait est prise en compte."))


def _tried(draft: Case, entry: Entry) -> None:
    draft.jurisdiction.tribunal_trials[entry.particulars["person"]] = entry


def _served(draft: Case, entry: Entry) -> None:
    draft.jurisdiction.served[entry.particulars["person"]] = entry
    draft.accused.setdefault(entry.particulars["person"], Accused()).national_sentence = entry


record_acquittal = law.act(
    "record_tribunal_acquittal", "case", ("Record an acquittal by a Tribunal", "Inscrire un acquittement par un Tribunal"),
    ("{person} had been acquitted by the {tribunal} on {judged_on}", "{person} avait été acquitté par le {tribunal} le "
     "{judged_on}"),
    [person_particular(), Particular("tribunal", "choice", "tribunal", "tribunal", choices=[
        Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR")]),
     Particular("judged_on", "date", "day of the final judgement", "date du jugement définitif")], _tried)
record_penalty = law.act(
    "record_national_penalty", "case", ("Record a national penalty served", "Inscrire une peine nationale subie"),
    ("{person} served a penalty in {state} from {served_from} to {served_until}",
     "{person} a subi une peine ({state}) du {served_from} au {served_until}"),
    [person_particular(), Particular("state", "state", "State", "État"),
     Particular("served_from", "date", "first day served", "premier jour subi"),
     Particular("served_until", "date", "last day served", "dernier jour subi")], _served)
@dataclass(frozen=True, slots=True)
class Credit:
    """Days of a national penalty served for the same act, with the working line by line."""

    days: int
    working: tuple[Text, ...]


def national_credit(posture: Case, person: str, on: date) -> Credit:
    """How many days of a national penalty that person had served by a day, first and last day counted.

    No penalty on record, or none begun, gives 0 days.
    """
    entry = posture.jurisdiction.served.get(person)
    if entry is None:
        return Credit(0, (T("No national penalty is on record.", "Aucune peine nationale n'est inscrite."),))
    first, last = entry.particulars["served_from"], min(entry.particulars["served_until"], on)
    days = max((last - first).days + 1, 0)
    return Credit(days, (
        T("National penalty served from {first} to {last}, both days counted.",
          "Peine nationale subie du {first} au {last}, ces deux jours compris.").fill(first=first, last=last),
        T("{days} days to take into account.", "{days} jours à prendre en compte.").fill(days=days)))


def _days_served(v: View) -> int | None:
    person = accused_code(v)
    return None if person is None else national_credit(v.posture, person, v.on).days


# -- tried here: no national trial for the same acts -----------------------------------------------------------------


@law.fact("7(1)", ("the Mechanism or a Tribunal has tried the person", "le Mécanisme ou un Tribunal a jugé la personne"),
          permanent=True)
def tried_internationally(v: View) -> Any:
    code = accused_code(v)
    accused = accused_of(v)
    if code is None or accused is None:
        return False if code is not None else None
    return v.posture.jurisdiction.tribunal_trials.get(code) or accused.convicted or accused.acquitted or False


@law.fact("7(1)", ("the national proceedings are for the same acts", "la procédure nationale vise les mêmes faits"),
          needs=("same_acts",))
def same_acts(v: View) -> Any:
    return v.given.get("same_acts")


@law.fact("7(1)", ("the person is a person of this case", "la personne est partie à cette affaire"), needs=("person",))
def known_person(v: View) -> Any:
    code = accused_code(v)
    return None if code is None else code in v.posture.accused


law.power("7(1)", record_acquittal, "registry", known_person)
law.prohibition("7(1)", "record_national_proceedings", all_of(tried_internationally, same_acts),
                note=("The proceedings themselves are barred; the State is told when it reports them.",
                      "C'est la procédure elle-même qui est exclue ; l'État en est averti lorsqu'il la signale."))

# -- tried nationally: no trial here, with two exceptions ------------------------------------------------------------


def _national_trials(v: View) -> tuple[Entry, ...]:
    case: Case = v.posture
    return tuple(p.national_trial for p in case.accused.values() if p.national_trial is not None)


@law.fact("7(2)", ("a national court has finally judged the accused", "une juridiction nationale a jugé définitivement "
                   "l'accusé"), says_not=("no final national judgement is on record", "aucun jugement national définitif "
                                          "n'est inscrit"), permanent=True)
def judged_nationally(v: View) -> Any:
    return _national_trials(v) or False


@law.fact("7(2)(a)", ("the national court took the acts for ordinary crimes", "la juridiction nationale a retenu des crimes "
                      "de droit commun"))
def ordinary_crime(v: View) -> Any:
    other = [e for e in _national_trials(v) if e.particulars["characterised"] != "ordinary"]
    return no(*other) if other else _national_trials(v)


SATISFIED = ("satisfied, with reasons", "convaincu, par décision motivée")
not_impartial = law.finding(
    "national_case_not_impartial", "7(2)(b)", ("the national proceedings were not impartial or independent",
                                               "la procédure nationale n'était ni impartiale ni indépendante"),
    BENCH, SATISFIED)
meant_to_shield = law.finding(
    "national_case_meant_to_shield", "7(2)(b)", ("they were designed to shield the accused from international "
                                                 "responsibility", "elle visait à soustraire l'accusé à sa responsabilité "
                                                 "internationale"), BENCH, SATISFIED)
not_diligent = law.finding(
    "national_case_not_diligent", "7(2)(b)", ("the case was not diligently prosecuted", "la poursuite n'a pas été exercée "
                                              "avec diligence"), BENCH, SATISFIED)
law.prohibition("7(2)", "open_trial", judged_nationally.unless(
    any_of(ordinary_crime, not_impartial, meant_to_shield, not_diligent)))

# -- credit ----------------------------------------------------------------------------------------------------------


@law.fact("7(3)", ("a national penalty served for the same act is on record", "une peine nationale subie pour le même fait est "
                   "inscrite"), cured_by=("record_national_penalty",))
def national_penalty_known(v: View) -> Any:
    code = accused_code(v)
    return None if code is None else v.posture.jurisdiction.served.get(code) or False


@law.fact("7(3)", ("the sentence says what was taken into account", "la peine indique ce qui a été pris en compte"),
          needs=("national_credit_days",), says_not=("the sentence passes over the national penalty",
                                                     "la peine passe sous silence la peine nationale"))
def penalty_taken_into_account(v: View) -> Any:
    return "national_credit_days" in v.given


@law.fact("7(3)", ("a national court convicted the person", "une juridiction nationale a condamné la personne"),
          cured_by=("record_national_judgement",))
def convicted_nationally(v: View) -> Any:
    accused = accused_of(v)
    if accused is None or accused.national_trial is None:
        return False
    entry = accused.national_trial
    return entry if entry.particulars["outcome"] == "convicted" else no(entry)


within_time_served = law.measure(
    "credit_within_time_served", "7(3)", ("no more days than were served", "pas plus de jours qu'il n'en a été subi"),
    lambda v: v.given.get("national_credit_days"), "<=", _days_served, needs=("national_credit_days",))

law.power("7(3)", record_penalty, ("registry", "state", "national_court"), convicted_nationally)
law.prohibition("7(3)", "impose_sentence", national_penalty_known.unless(all_of(penalty_taken_into_account, within_time_served)))
