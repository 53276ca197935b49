"""Articles 34 and 35 of the Rome Statute: the four organs; full-time service of judges."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.court import Court
from curule.statutes.rome.matters.roll import Roll, holder_on, in_office, offered_judges, presidency_on, roll_of
from curule.statutes.rome.part_04.given_facts import entry_fact, is_one_of

__all__ = ["BENCH_AND_REGISTRY", "REGISTRY", "court_open", "day_since", "day_until", "judge", "judge_serving", "judges", "law", "roll_open"]

law = Chapter("rome", __name__)
REGISTRY = ("registrar", "registry")
BENCH_AND_REGISTRY = ("bench", "organ:registrar", "organ:registry", "organ:presidency")

law.clause("34", Class.RULE, ("Four organs", "Quatre organes"), ("Every unit of the Court stands under one of its four organs; there is no fifth.",
           "Tout service de la Cour relève de l'un de ses quatre organes ; il n'y en a pas de cinquième."))
law.clause("34(a)", Class.RULE, ("The Presidency", "La Présidence"), ("First organ.", "Premier organe."))
law.clause("34(b)", Class.RULE, ("The three Divisions", "Les trois Sections"), ("Appeals, Trial and Pre-Trial Divisions: second organ.", "Sections des appels, de première instance et préliminaire : deuxième organe."))
law.clause("34(c)", Class.RULE, ("The Office of the Prosecutor", "Le Bureau du Procureur"), ("Third organ.", "Troisième organe."))
law.clause("34(d)", Class.RULE, ("The Registry", "Le Greffe"), ("Fourth organ.", "Quatrième organe."))
law.clause("35(1)", Class.RULE, ("Elected as full-time members", "Élus à plein temps"), ("Each judge is elected as a full-time member and is available as such from the first day of the term.",
           "Chaque juge est élu membre à plein temps et est disponible à ce titre dès le premier jour de son mandat."))
law.clause("35(2)", Class.RULE, ("The Presidency serves full-time at once", "La Présidence exerce à plein temps d'emblée"),
           ("Judges of the Presidency serve full-time from their election to it.", "Les juges de la Présidence exercent à plein temps dès leur élection."))
law.clause("35(3)", Class.RULE, ("How far the others serve full-time", "Plein temps des autres juges"),
           ("The Presidency decides this from time to time by the workload, having consulted the judges; article 40 still applies.",
            "La Présidence en décide selon la charge de travail, après consultation des juges ; l'article 40 reste applicable."))
law.clause("35(4)", Class.RULE, ("Pay of judges who do not serve full-time", "Rémunération des juges qui n'exercent pas à plein temps"),
           ("Set by the route of article 49.", "Fixée selon l'article 49."))

UNDER = (Choice("presidency", "the Presidency", "la Présidence"), Choice("appeals_division", "the Appeals Division", "la Section des appels"),
         Choice("trial_division", "the Trial Division", "la Section de première instance"), Choice("pre_trial_division", "the Pre-Trial Division", "la Section préliminaire"),
         Choice("prosecutor", "the Office of the Prosecutor", "le Bureau du Procureur"), Choice("registry", "the Registry", "le Greffe"),
         Choice("none", "an organ of its own", "un organe distinct"))

judge = Particular("judge", "judge", "judge", "juge", suggest=offered_judges)
judges = Particular("judges", "judge", "judges", "juges", many=True, suggest=offered_judges)
day_since = Particular("since", "date", "first day", "premier jour")
day_until = Particular("until", "date", "last day", "dernier jour")


def _place(draft: Court, entry: Entry) -> None:
    draft.units[entry.particulars["unit"]] = entry


def _full_time(draft: Roll, entry: Entry) -> None:
    known = draft.judges.get(entry.particulars["judge"])
    if known is not None:
        known.full_time = entry


def _extent(draft: Roll, entry: Entry) -> None:
    known = draft.judges.get(entry.particulars["judge"])
    if known is not None:
        known.extent = entry.particulars["extent"]


def _consult(draft: Roll, entry: Entry) -> None:
    draft.consulted = entry


open_court = law.act("open_court", "court", ("Open the file of the Court", "Ouvrir le dossier de la Cour"), ("The file of the Court was opened", "Le dossier de la Cour a été ouvert"), [])
open_roll = law.act("open_roll", "roll", ("Open the roll", "Ouvrir le tableau"), ("The roll of judges and officials was opened", "Le tableau des juges et responsables a été ouvert"), [])
place_unit = law.act("place_unit", "court", ("Place a unit under an organ", "Rattacher un service à un organe"), ("{unit} was placed under {under}", "{unit} a été rattaché : {under}"), [
    Particular("unit", "text", "unit", "service"), Particular("under", "choice", "under", "sous l'autorité de", choices=UNDER)], _place)
declare_availability = law.act("declare_availability", "roll", ("Declare availability for full-time service", "Se déclarer disponible à plein temps"),
                               ("{judge} is available full-time from {available_from}", "{judge} est disponible à plein temps à compter du {available_from}"),
                               [judge, Particular("available_from", "date", "available from", "disponible à compter du")], _full_time, audience=BENCH_AND_REGISTRY)
consult_judges = law.act("consult_judges_on_workload", "roll", ("Consult the judges on the workload", "Consulter les juges sur la charge de travail"),
                         ("The Presidency consulted the judges on the workload", "La Présidence a consulté les juges sur la charge de travail"),
                         [Particular("workload", "text", "workload", "charge de travail")], _consult, audience=BENCH_AND_REGISTRY)
decide_extent = law.act("decide_extent_of_service", "roll", ("Decide how far a judge serves full-time", "Décider de la mesure dans laquelle un juge exerce à plein temps"),
                        ("The Presidency decided on the service of {judge}: {extent}", "La Présidence a statué sur l'exercice de {judge} : {extent}"),
                        [judge, Particular("extent", "choice", "extent", "mesure", choices=(
                            Choice("full", "full-time", "plein temps"), Choice("part", "part-time", "temps partiel"), Choice("called", "when called", "sur appel")))], _extent,
                        audience=BENCH_AND_REGISTRY)

court_open = entry_fact(law, "court_open", "34", ("the file of the Court is open", "le dossier de la Cour est ouvert"), lambda v: v.posture.opened, ("open_court",), says_not=("the file of the Court is not open", "le dossier de la Cour n'est pas ouvert"))
roll_open = entry_fact(law, "roll_open", "34", ("the roll is open", "le tableau est ouvert"), lambda v: v.posture.opened, ("open_roll",), says_not=("the roll is not open", "le tableau n'est pas ouvert"))
under_presidency = is_one_of(law, "under_presidency", "34(a)", ("under the Presidency", "sous la Présidence"), "under", ("presidency",))
under_division = is_one_of(law, "under_division", "34(b)", ("under one of the three Divisions", "sous l'une des trois Sections"), "under", ("appeals_division", "trial_division", "pre_trial_division"))
under_prosecutor = is_one_of(law, "under_prosecutor", "34(c)", ("under the Office of the Prosecutor", "sous le Bureau du Procureur"), "under", ("prosecutor",))
under_registry = is_one_of(law, "under_registry", "34(d)", ("under the Registry", "sous le Greffe"), "under", ("registry",))


@law.fact("35(3)", ("that judge is in office that day", "ce juge est en fonctions ce jour-là"), needs=("judge",), cured_by=("enter_judge",),
          says_not=("that judge is not in office that day", "ce juge n'est pas en fonctions ce jour-là"))
def judge_serving(v: View) -> Any:
    code, roll = v.given.get("judge"), roll_of(v)
    return None if code is None or roll is None else in_office(roll, code, v.on)


@law.fact("35(1)", ("that judge was elected", "ce juge a été élu"), needs=("judge",), cured_by=("enter_judge",))
def judge_elected(v: View) -> Any:
    known = v.posture.judges.get(v.given.get("judge", ""))
    return None if v.given.get("judge") is None else (known is not None and known.entry) or False


available_at_once = law.measure(
    "available_at_once", "35(1)", ("available from the first day of the term", "disponible dès le premier jour du mandat"), lambda v: v.given.get("available_from"), "<=",
    lambda v: k.since if (k := v.posture.judges.get(v.given.get("judge", ""))) else None, needs=("available_from",),
    says_not=("available only after the first day of the term", "disponible seulement après le premier jour du mandat"))


@law.fact("35(2)", ("that judge belongs to the Presidency", "ce juge est membre de la Présidence"), needs=("judge",))
def of_presidency(v: View) -> Any:
    code = v.given.get("judge")
    return None if code is None else code in presidency_on(v.posture, v.on)


less_than_full = is_one_of(law, "less_than_full", "35(2)", ("less than full-time", "moins qu'à plein temps"), "extent", ("part", "called"))
judges_consulted = entry_fact(law, "judges_consulted", "35(3)", ("the judges were consulted on the workload", "les juges ont été consultés sur la charge de travail"),
                              lambda v: v.posture.consulted, ("consult_judges_on_workload",))


@law.fact("35(3)", ("a Presidency is in office", "une Présidence est en fonctions"), cured_by=("elect_to_presidency",))
def presidency_in_office(v: View) -> Any:
    holders = holder_on(v.posture, "president", v.on)
    return holders[0].entry if holders else False


law.power("34", open_court, REGISTRY, ~court_open)
law.power("34", open_roll, REGISTRY, ~roll_open)
law.power("34", place_unit, "presidency", all_of(court_open, any_of(under_presidency, under_division)), name="judicial_unit")
law.power("42(1)", place_unit, "prosecutor", all_of(court_open, under_prosecutor), name="prosecution_unit")
law.power("43(1)", place_unit, "registrar", all_of(court_open, under_registry), name="registry_unit")
law.power("35(1)", declare_availability, "judges", all_of(judge_elected, available_at_once))
law.power("35(3)", consult_judges, "presidency", presidency_in_office)
law.power("35(3)", decide_extent, "presidency", all_of(judge_serving, judges_consulted))
law.prohibition("35(2)", decide_extent, all_of(of_presidency, less_than_full))
