"""Article 18 of the Statute of the Mechanism: from arrest to the opening of the trial.

Sessions, closed sessions and the end of the trial stand in :mod:`curule.statutes.mechanism.trial_hearings`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind, all_of, no
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.case_facts import (
    BENCH_OF_TRIAL,
    accused_of,
    clear,
    count_particular,
    each_accused,
    mark,
    not_judged,
    on_trial,
    person_particular,
    trial_not_opened,
)
from curule.statutes.mechanism.matters import case as case_matter
from curule.statutes.mechanism.matters.case import Accused, Case, day_of_arrest

law = Chapter("irmct", __name__)

law.clause("18(2)", Class.RULE, ("Custody, information and transfer", "Arrestation, information et transfèrement"),
           ("An accused is taken into custody on an order or warrant, told of the charges and brought to the Mechanism.",
            "L'accusé est arrêté en vertu d'un mandat ou d'une ordonnance, informé des accusations et conduit au Mécanisme."))
law.clause("18(3)", Class.RULE, ("Initial appearance and plea", "Comparution initiale et plaidoyer"),
           ("The indictment is read, rights are secured, understanding is confirmed and a plea is asked; then the day of trial "
            "is set.",
            "Lecture de l'acte d'accusation, garantie des droits, vérification de la compréhension, plaidoyer ; puis date du "
            "procès."))


def _plead(draft: Case, entry: Entry) -> None:
    person = draft.accused.setdefault(entry.particulars["person"], Accused())
    person.pleaded = entry
    named = entry.particulars.get("counts")
    for number, count in draft.counts.items():
        if count.person == entry.particulars["person"] and count.status == "confirmed" and (not named or number in named):
            person.pleas[number] = entry.particulars["plea"]


arrest = law.act(
    "record_arrest", "case", ("Record an arrest", "Inscrire une arrestation"),
    ("{person} was arrested in {state}", "{person} a été arrêté ({state})"),
    [person_particular(), Particular("state", "state", "State of arrest", "État de l'arrestation"),
     Particular("arrested_on", "date", "day of the arrest, if under a warrant of a Tribunal", "jour de l'arrestation, si un mandat d'un Tribunal l'ordonnait",
                required=False)], mark("arrested"), group="custody and trial")
inform = law.act(
    "inform_of_charges", "case", ("Inform the accused of the charges", "Informer l'accusé des accusations"),
    ("{person} was informed of the charges in {language}", "{person} a été informé des accusations ({language})"),
    [person_particular(), Particular("language", "text", "language", "langue")], mark("informed"), group="custody and trial")
transfer = law.act(
    "record_transfer", "case", ("Record the transfer to the Mechanism", "Inscrire le transfèrement au Mécanisme"),
    ("{person} was transferred to the Mechanism", "{person} a été transféré au Mécanisme"),
    [person_particular()], mark("transferred"), group="custody and trial")
appear = law.act(
    "hold_initial_appearance", "case", ("Hold the initial appearance", "Tenir la comparution initiale"),
    ("{person} appeared; the indictment was read", "{person} a comparu ; lecture a été donnée de l'acte d'accusation"),
    [person_particular(),
     Particular("read", "yes_no", "the indictment was read", "lecture de l'acte d'accusation"),
     Particular("rights", "yes_no", "the rights of the accused were explained and secured",
                "les droits de l'accusé lui ont été exposés et garantis"),
     Particular("understood", "yes_no", "the accused understood the indictment", "l'accusé a compris l'acte d'accusation")],
    mark("appeared"), group="custody and trial")
plead = law.act(
    "enter_plea", "case", ("Enter a plea", "Inscrire un plaidoyer"), ("{person} pleaded {plea}", "{person} a plaidé {plea}"),
    [person_particular(),
     Particular("plea", "choice", "plea", "plaidoyer", choices=[
         Choice("guilty", "guilty", "coupable"), Choice("not_guilty", "not guilty", "non coupable")]),
     count_particular("counts", "counts (none: all)", "chefs (aucun : tous)", required=False)], _plead, group="custody and trial")
set_date = law.act(
    "set_trial_date", "case", ("Set the date of trial", "Fixer la date du procès"),
    ("The trial was set for {day}", "Le procès a été fixé au {day}"),
    [Particular("day", "date", "day of trial", "date du procès")],
    lambda draft, entry: setattr(draft.trial, "date_set", entry), group="custody and trial")
open_trial = law.act(
    "open_trial", "case", ("Open the trial", "Ouvrir le procès"), ("The trial opened", "Le procès s'est ouvert"), [],
    lambda draft, entry: setattr(draft.trial, "opened", entry), group="custody and trial")
release = law.act(
    "grant_provisional_release", "case", ("Grant provisional release", "Accorder la mise en liberté provisoire"),
    ("{person} was provisionally released: {conditions}", "{person} a été mis en liberté provisoire : {conditions}"),
    [person_particular(), Particular("conditions", "text", "conditions", "conditions"),
     Particular("state", "state", "receiving State", "État d'accueil")], mark("provisional_release"), group="custody and trial")
end_release = law.act(
    "end_provisional_release", "case", ("End provisional release", "Mettre fin à la liberté provisoire"),
    ("{person} returned to detention", "{person} a été réincarcéré"), [person_particular()],
    clear("provisional_release"), group="custody and trial")


def _stage_of_accused(id: str, provision: str, says: tuple[str, str], field: str, cured_by: str) -> Fact:
    """A stage that one accused has or has not reached: the entry under ``field``."""

    def test(v: View) -> Any:
        accused = accused_of(v)
        return None if accused is None else getattr(accused, field) or False

    test.__name__ = id
    return law.stage(provision, says, cured_by=(cured_by,))(test)


arrested = _stage_of_accused("arrested", "18(2)", ("the accused has been arrested", "l'accusé a été arrêté"), "arrested",
                             "record_arrest")
informed = _stage_of_accused("informed", "18(2)", ("the accused has been informed of the charges",
                                                   "l'accusé a été informé des accusations"), "informed", "inform_of_charges")
transferred = _stage_of_accused("transferred", "18(2)", ("the accused has been transferred to the Mechanism",
                                                         "l'accusé a été transféré au Mécanisme"), "transferred",
                                "record_transfer")
appeared = _stage_of_accused("appeared", "18(3)", ("the accused has made an initial appearance",
                                                   "l'accusé a comparu pour la première fois"), "appeared",
                             "hold_initial_appearance")
pleaded = _stage_of_accused("pleaded", "18(3)", ("the accused has pleaded", "l'accusé a plaidé"), "pleaded", "enter_plea")
released = _stage_of_accused("provisionally_released", "18(2)", ("the accused is on provisional release",
                                                                 "l'accusé est en liberté provisoire"),
                             "provisional_release", "grant_provisional_release")


@law.stage("18(2)", ("a warrant or order stands against the accused", "un mandat ou une ordonnance vise l'accusé"),
           cured_by=("issue_order",))
def warrant_issued(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (accused.warrants[-1] if accused.warrants else False)


@law.fact("18(3)", ("the indictment was read", "lecture a été donnée de l'acte d'accusation"), needs=("read",))
def indictment_read(v: View) -> Any:
    return v.given.get("read")


@law.fact("18(3)", ("the rights of the accused were secured", "les droits de l'accusé ont été garantis"), needs=("rights",))
def rights_secured(v: View) -> Any:
    return v.given.get("rights")


@law.fact("18(3)", ("the accused understood the indictment", "l'accusé a compris l'acte d'accusation"), needs=("understood",))
def understood(v: View) -> Any:
    return v.given.get("understood")


@law.stage("18(3)", ("every accused before the Mechanism has pleaded", "chaque accusé comparaissant a plaidé"), cured_by=("enter_plea",))
def all_pleaded(v: View) -> Any:
    case: Case = v.posture
    before = [a for a in on_trial(case).values() if a.transferred]
    return bool(before) and all(a.pleaded for a in before)


@law.stage("18(3)", ("the date of trial has been set", "la date du procès a été fixée"), cured_by=("set_trial_date",))
def date_set(v: View) -> Any:
    return v.posture.trial.date_set or False


date_ahead = law.measure("trial_date_ahead", "18(3)", ("the date of trial has not passed", "la date du procès n'est pas passée"),
                         lambda v: v.given.get("day"), ">=", lambda v: v.on, needs=("day",))
date_reached = law.measure("trial_date_reached", "18(3)", ("the date of trial has come", "la date du procès est venue"), lambda v: v.on, ">=",
                           lambda v: v.posture.trial.date_set.particulars["day"] if v.posture.trial.date_set else v.on,
                           kind=Kind.NOT_AT_THIS_STAGE, cured_by=("set_trial_date",))


@law.stage("17(1)", ("a confirmed charge remains", "une accusation confirmée subsiste"),
           says_not=("no confirmed charge remains", "aucune accusation confirmée ne subsiste"), cured_by=("confirm_indictment",))
def charges_remain(v: View) -> Any:
    case: Case = v.posture
    return not case.counts or any(c.status == "confirmed" for c in case.counts.values())


@law.stage("12(1)", ("the bench for the trial has been assigned", "la formation de jugement est désignée"),
           cured_by=("compose_trial_chamber", "assign_single_judge"))
def trial_bench(v: View) -> Any:
    bench = case_matter.trial_bench(v.posture)
    return (bench.entry or True) if bench else False


will_appear = law.finding(
    "will_appear", "18(2)", ("the accused, if released, will appear for trial and endanger nobody",
                             "l'accusé, s'il est libéré, comparaîtra et ne mettra personne en danger"),
    BENCH_OF_TRIAL, ("satisfied", "certitude"), lasting=False)


@law.stage("18(3)", ("no initial appearance was held yet", "aucune comparution initiale n'a encore eu lieu"), permanent=True)
def not_appeared(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (no(accused.appeared) if accused.appeared else True)


@law.stage("18(2)", ("the accused has not been arrested yet", "l'accusé n'a pas encore été arrêté"), permanent=True,
           says_not=("the accused has been arrested", "l'accusé a été arrêté"))
def not_arrested(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (no(accused.arrested) if accused.arrested else True)


def _day_of_arrest(v: View) -> date | None:
    accused = accused_of(v)
    return day_of_arrest(accused) if accused is not None else None


appearance_time = law.limit(
    "initial_appearance", "case", ("initial appearance without delay", "comparution initiale sans délai"), "18(3)",
    "initial_appearance", runs_from=lambda v: (a := accused_of(v)) and a.transferred,
    stopped_by=lambda v: (a := accused_of(v)) and a.appeared, binds=BENCH_OF_TRIAL, each=each_accused, subject="person")
plea_time = law.limit(
    "plea", "case", ("plea after the initial appearance", "plaidoyer après la comparution initiale"), "18(3)", "plea",
    runs_from=lambda v: (a := accused_of(v)) and a.appeared, stopped_by=lambda v: (a := accused_of(v)) and a.pleaded,
    binds=BENCH_OF_TRIAL, each=each_accused, subject="person")

law.power("18(2)", arrest, ("state", "registry"), all_of(warrant_issued, not_arrested))
law.duty("18(2)", inform, ("state", "registry", *BENCH_OF_TRIAL), arrested, informed, each=each_accused,
         due=_day_of_arrest)
law.duty("18(2)", transfer, ("state", "registry"), informed, transferred, each=each_accused)
law.prohibition("18(2)", transfer, transferred, name="second_transfer")
law.power("18(2)", release, BENCH_OF_TRIAL, all_of(transferred, will_appear, not_judged))
law.power("18(2)", end_release, BENCH_OF_TRIAL, released)
law.duty("18(3)", appear, BENCH_OF_TRIAL, transferred, appeared, each=each_accused, limit=appearance_time)
law.prohibition("18(3)", appear, ~not_appeared, name="second_initial_appearance")
law.prohibition("18(3)", appear, ~all_of(indictment_read, rights_secured, understood))
law.duty("18(3)", plead, BENCH_OF_TRIAL, all_of(appeared, not_judged), pleaded, each=each_accused, limit=plea_time)
law.duty("18(3)", set_date, BENCH_OF_TRIAL, all_of(all_pleaded, trial_not_opened), date_set)
law.power("18(3)", open_trial, BENCH_OF_TRIAL, all_of(date_set, trial_bench, trial_not_opened, date_reached))
law.prohibition("18(3)", set_date, ~date_ahead)
law.prohibition("17(1)", open_trial, ~charges_remain)
