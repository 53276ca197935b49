"""Article 18 of the Statute of the Mechanism: commencement and conduct of trial proceedings."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.case_facts import accused_of, case_confirmed, not_judged, person_particular, trial_not_opened
from curule.statutes.mechanism.matters.case import Case

law = Chapter("irmct", __name__)


def _arrest(draft: Case, entry: Entry) -> None:
    draft.accused[entry.particulars["person"]].arrested = entry


def _inform(draft: Case, entry: Entry) -> None:
    draft.accused[entry.particulars["person"]].informed = entry


def _transfer(draft: Case, entry: Entry) -> None:
    draft.accused[entry.particulars["person"]].transferred = entry


def _appear(draft: Case, entry: Entry) -> None:
    draft.accused[entry.particulars["person"]].appeared = entry


def _plead(draft: Case, entry: Entry) -> None:
    person = draft.accused[entry.particulars["person"]]
    person.pleaded = entry
    for number, count in draft.counts.items():
        if count.person == entry.particulars["person"] and count.status == "confirmed":
            person.pleas[number] = entry.particulars["plea"]


arrest = law.act("record_arrest", "case", ("Record an arrest", "Inscrire une arrestation"), ("{person} was arrested in {state}", "{person} a été arrêté ({state})"),
                 [person_particular(), Particular("state", "state", "State of arrest", "État de l'arrestation")], _arrest)
inform = law.act("inform_of_charges", "case", ("Inform the accused of the charges", "Informer l'accusé des accusations"),
                 ("{person} was informed of the charges in {language}", "{person} a été informé des accusations ({language})"),
                 [person_particular(), Particular("language", "text", "language", "langue")], _inform)
transfer = law.act("record_transfer", "case", ("Record the transfer to the Mechanism", "Inscrire le transfèrement au Mécanisme"),
                   ("{person} was transferred to the Mechanism", "{person} a été transféré au Mécanisme"), [person_particular()], _transfer)
appear = law.act("hold_initial_appearance", "case", ("Hold the initial appearance", "Tenir la comparution initiale"),
                 ("{person} appeared; the indictment was read", "{person} a comparu ; lecture a été donnée de l'acte d'accusation"),
                 [person_particular(), Particular("read", "yes_no", "the indictment was read", "lecture de l'acte d'accusation"),
                  Particular("understood", "yes_no", "the accused understood it", "l'accusé l'a compris")], _appear)
plead = law.act("enter_plea", "case", ("Enter a plea", "Inscrire un plaidoyer"), ("{person} pleaded {plea}", "{person} a plaidé {plea}"),
                [person_particular(), Particular("plea", "choice", "plea", "plaidoyer", choices=[
                    Choice("guilty", "guilty", "coupable"), Choice("not_guilty", "not guilty", "non coupable")])], _plead)
set_date = law.act("set_trial_date", "case", ("Set the date of trial", "Fixer la date du procès"), ("The trial was set for {day}", "Le procès a été fixé au {day}"),
                   [Particular("day", "date", "day of trial", "date du procès")], lambda draft, entry: setattr(draft.trial, "date_set", entry))
open_trial = law.act("open_trial", "case", ("Open the trial", "Ouvrir le procès"), ("The trial opened", "Le procès s'est ouvert"), [],
                     lambda draft, entry: setattr(draft.trial, "opened", entry))


@law.stage("18(2)", ("a warrant or order stands against the accused", "un mandat ou une ordonnance vise l'accusé"), cured_by=("issue_order",))
def warrant_issued(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (accused.warrants[-1] if accused.warrants else False)


@law.stage("18(2)", ("the accused has been arrested", "l'accusé a été arrêté"), cured_by=("record_arrest",))
def arrested(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (accused.arrested or False)


@law.stage("18(2)", ("the accused has been informed of the charges", "l'accusé a été informé des accusations"), cured_by=("inform_of_charges",))
def informed(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (accused.informed or False)


@law.stage("18(3)", ("the accused has been transferred to the Mechanism", "l'accusé a été transféré au Mécanisme"), cured_by=("record_transfer",))
def transferred(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (accused.transferred or False)


@law.stage("18(3)", ("the accused has appeared", "l'accusé a comparu"), cured_by=("hold_initial_appearance",))
def appeared(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (accused.appeared or False)


@law.fact("18(3)", ("the indictment was read", "lecture a été donnée de l'acte d'accusation"), needs=("read",))
def indictment_read(v: View) -> Any:
    return v.given.get("read")


@law.fact("18(3)", ("the accused understood the indictment", "l'accusé a compris l'acte d'accusation"), needs=("understood",))
def understood(v: View) -> Any:
    return v.given.get("understood")


@law.stage("18(3)", ("every accused has pleaded", "chaque accusé a plaidé"), cured_by=("enter_plea",))
def all_pleaded(v: View) -> Any:
    case: Case = v.posture
    return bool(case.accused) and all(a.pleaded for a in case.accused.values())


@law.stage("18(3)", ("the date of trial has been set", "la date du procès a été fixée"), cured_by=("set_trial_date",))
def date_set(v: View) -> Any:
    return v.posture.trial.date_set or False


@law.stage("12(1)", ("the bench for the trial has been assigned", "la formation de jugement est désignée"), cured_by=("compose_trial_chamber", "assign_single_judge"))
def trial_bench(v: View) -> Any:
    case: Case = v.posture
    bench = case.benches.get("trial") or case.benches.get("single")
    return bench.entry if bench else False


law.clause("18(2)", Class.RULE, ("Custody, information and transfer", "Arrestation, information et transfert"),
           ("An accused is taken into custody on an order or warrant, told of the charges and brought to the Mechanism.",
            "L'accusé est arrêté en vertu d'un mandat ou d'une ordonnance, informé des accusations et conduit au Mécanisme."))
law.clause("18(3)", Class.RULE, ("Initial appearance and plea", "Comparution initiale et plaidoyer"),
           ("The indictment is read, rights are secured, understanding is confirmed and a plea is asked; then the day of trial is set.",
            "Lecture de l'acte d'accusation, garantie des droits, vérification de la compréhension, plaidoyer ; puis fixation de la date du procès."))
law.power("18(2)", arrest, ("state", "registry"), warrant_issued)
law.power("18(2)", inform, ("state", "registry", "single_judge", "trial_chamber"), arrested)
law.power("18(2)", transfer, ("state", "registry"), all_of(arrested, informed))
law.power("18(3)", appear, ("single_judge", "trial_chamber"), all_of(transferred, indictment_read, understood))
law.power("18(3)", plead, ("single_judge", "trial_chamber"), appeared)
law.power("18(3)", set_date, ("single_judge", "trial_chamber"), all_of(all_pleaded, trial_not_opened))
law.power("18(3)", open_trial, ("single_judge", "trial_chamber"), all_of(case_confirmed, date_set, trial_bench, trial_not_opened, not_judged))
_ = no
