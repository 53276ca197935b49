"""Article 19 of the Statute of the Mechanism: what the organs do so that the accused's guarantees are real, and what they may not do.

The rights themselves, as they stand for each accused, are in :mod:`curule.statutes.mechanism.rights_of_accused`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_18 import appear, appeared, open_trial, set_date
from curule.statutes.mechanism.case_facts import (
    BENCH_OF_TRIAL,
    WORKING_LANGUAGES,
    accused_code,
    accused_of,
    case_confirmed,
    clear,
    each_accused,
    mark,
    not_judged,
    on_trial,
    person_particular,
)
from curule.statutes.mechanism.matters.case import Accused, Case
from curule.statutes.mechanism.trial_hearings import hear_witness, hold_session

law = Chapter("irmct", __name__)

LONG_AGO = date(1993, 5, 25)
"""Before any case: the bound where nobody needs time."""

DEFENCE_FILE = ("matter:parties", "bench", "organ:registry", "organ:registrar")

law.clause("19(1)", Class.RULE, ("Equality before the Mechanism", "Égalité devant le Mécanisme"),
           ("Everyone is equal before the Mechanism; unequal time limits need reasons.",
            "Tous sont égaux devant le Mécanisme ; des délais inégaux doivent être motivés."))
law.clause("19(4)", Class.RULE, ("Minimum guarantees", "Garanties minimales"),
           ("Seven guarantees for every accused in full equality; no trial opens while one of them is missing.",
            "Sept garanties pour chaque accusé en pleine égalité ; aucun procès ne s'ouvre tant que l'une manque."))


def _counsel(draft: Case, entry: Entry) -> None:
    accused = draft.accused.setdefault(entry.particulars["person"], Accused())
    accused.counsel, accused.self_represented = entry, None


def _waive(draft: Case, entry: Entry) -> None:
    accused = draft.accused.setdefault(entry.particulars["person"], Accused())
    accused.self_represented, accused.counsel = entry, None


record_language = law.act(
    "record_language", "case", ("Record the language of an accused", "Inscrire la langue d'un accusé"),
    ("{person} understands {language}", "{person} comprend : {language}"),
    [person_particular(), Particular("language", "text", "language understood", "langue comprise")],
    lambda draft, entry: setattr(draft.accused.setdefault(entry.particulars["person"], Accused()), "language", entry.particulars["language"]),
    group="defence")
tell_of_counsel = law.act(
    "inform_of_right_to_counsel", "case", ("Inform of the right to counsel", "Informer du droit à un conseil"),
    ("{person} was told of the right to counsel", "{person} a été informé du droit à un conseil"),
    [person_particular()], mark("told_of_counsel"), group="defence")
assign_counsel = law.act(
    "assign_counsel", "case", ("Assign counsel", "Commettre un conseil"),
    ("{counsel} was assigned to {person}", "{counsel} a été commis à la défense de {person}"),
    [person_particular(), Particular("counsel", "text", "counsel", "conseil"),
     Particular("basis", "choice", "basis", "fondement", choices=[
         Choice("chosen", "chosen by the accused", "choisi par l'accusé"),
         Choice("justice", "assigned in the interests of justice", "commis dans l'intérêt de la justice")])], _counsel, group="defence")
end_counsel = law.act(
    "end_assignment_of_counsel", "case", ("End the assignment of counsel", "Mettre fin à la commission du conseil"),
    ("The assignment of counsel of {person} ended", "La commission du conseil de {person} a pris fin"),
    [person_particular(), Particular("reasons", "text", "reasons", "motifs")],
    clear("counsel"), group="defence")
waive_counsel = law.act(
    "record_waiver_of_counsel", "case", ("Record a waiver of counsel", "Inscrire la renonciation au conseil"),
    ("{person} chose to defend in person", "{person} a choisi de se défendre en personne"), [person_particular()], _waive, group="defence")
decide_means = law.act(
    "decide_means", "case", ("Decide on means for counsel", "Statuer sur les moyens de l'accusé"),
    ("The means of {person} were assessed: {means}", "Moyens de {person} : {means}"),
    [person_particular(), Particular("means", "choice", "means", "moyens", choices=[
        Choice("sufficient", "sufficient", "suffisants"), Choice("insufficient", "insufficient", "insuffisants")])],
    mark("means"), audience=DEFENCE_FILE, group="defence")
legal_aid = law.act(
    "provide_legal_aid", "case", ("Provide legal aid", "Accorder l'aide juridictionnelle"),
    ("Counsel of {person} is paid by the Mechanism", "Le conseil de {person} est rémunéré par le Mécanisme"),
    [person_particular()], mark("legal_aid"), audience=DEFENCE_FILE, group="defence")
book_interpreter = law.act(
    "book_interpreter", "case", ("Book an interpreter", "Retenir un interprète"),
    ("An interpreter into {language} was booked for {person}", "Un interprète ({language}) a été retenu pour {person}"),
    [person_particular(), Particular("language", "text", "language", "langue",
                                     default=lambda v: (a := accused_of(v)) and a.language)], mark("interpreter"), group="defence")
waive_presence = law.act(
    "record_waiver_of_presence", "case", ("Record a waiver of presence", "Inscrire la renonciation à être présent"),
    ("{person} waived presence", "{person} a renoncé à être présent"), [person_particular()], mark("presence_waived"), group="defence")
waive_preparation = law.act(
    "record_waiver_of_preparation_time", "case",
    ("Record a waiver of preparation time", "Inscrire la renonciation au temps de préparation"),
    ("{person} waived further time to prepare", "{person} a renoncé à un délai de préparation"),
    [person_particular()], mark("preparation_waived"), group="defence")
accept_plea = law.act(
    "accept_guilty_plea", "case", ("Accept a plea of guilty", "Accepter un plaidoyer de culpabilité"),
    ("The plea of guilty of {person} was accepted", "Le plaidoyer de culpabilité de {person} a été accepté"),
    [person_particular()], mark("plea_accepted"), group="defence")
decide_delay = law.act(
    "decide_delay_motion", "case", ("Decide a motion on undue delay", "Statuer sur un retard excessif"),
    ("Undue delay concerning {person}: {undue_delay}", "Retard excessif concernant {person} : {undue_delay}"),
    [person_particular(), Particular("undue_delay", "finding", "the delay is undue", "le retard est excessif")],
    lambda draft, entry: draft.findings.__setitem__(f"undue_delay@{entry.particulars['person']}", entry), group="defence")
set_limits = law.act(
    "set_filing_limits", "case", ("Set time for filings", "Fixer les délais de dépôt"),
    ("Time for filings: Prosecutor {prosecution_days} days, Defence {defence_days} days",
     "Délais de dépôt : Procureur {prosecution_days} jours, Défense {defence_days} jours"),
    [Particular("prosecution_days", "integer", "days for the Prosecutor", "jours pour le Procureur", least=0),
     Particular("defence_days", "integer", "days for the Defence", "jours pour la Défense", least=0),
     Particular("reasons", "text", "reasons for a difference", "motifs de la différence", required=False)], group="defence")


@law.fact("19(1)", ("both sides have the same time", "les deux parties disposent du même délai"),
          needs=("prosecution_days", "defence_days"))
def equal_time(v: View) -> Any:
    prosecution, defence = v.given.get("prosecution_days"), v.given.get("defence_days")
    return None if prosecution is None or defence is None else prosecution == defence


@law.fact("19(1)", ("reasons are given", "des motifs sont donnés"), needs=("reasons",))
def reasons_given(v: View) -> Any:
    return bool(v.given.get("reasons"))


@law.fact("19(4)(a)", ("the accused was informed of the charges in a language they understand",
                       "l'accusé a été informé des accusations dans une langue qu'il comprend"), cured_by=("inform_of_charges",))
def informed_in_own_language(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None or accused.informed is None else understands(accused)


def understands(accused: Accused) -> Any:
    """The entry by which an accused was informed in the accused's own language, ``no`` of it, or ``None`` while that language is unknown."""
    entry = accused.informed
    if entry is None:
        return False
    if not accused.language:
        return None
    return entry if entry.particulars["language"].casefold() == accused.language.casefold() else no(entry)


@law.fact("19(4)(d)", ("the accused has counsel or chose to defend in person",
                       "l'accusé est assisté d'un conseil ou a choisi de se défendre en personne"),
          cured_by=("assign_counsel", "record_waiver_of_counsel"))
def defended(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else accused.counsel or accused.self_represented or False


@law.fact("19(4)(f)", ("an interpreter is missing for an accused", "il manque un interprète pour un accusé"),
          says_not=("interpretation is provided for every accused who needs it",
                    "l'interprétation est assurée pour tout accusé qui en a besoin"))
def interpreter_missing(v: View) -> Any:
    people = v.posture.accused
    code = accused_code(v)
    return any(lacks_interpreter(a) for c, a in people.items() if code in (None, c))


def lacks_interpreter(accused: Accused) -> bool:
    """Whether an accused needs an interpreter who has not been booked."""
    if accused.dead or accused.severed or not accused.language or accused.language in WORKING_LANGUAGES:
        return False
    booked = accused.interpreter
    return booked is None or booked.particulars["language"].casefold() != accused.language.casefold()


@law.fact("19(4)(d)", ("every accused has counsel or chose to defend in person",
                       "chaque accusé est assisté d'un conseil ou a choisi de se défendre en personne"),
          cured_by=("assign_counsel", "record_waiver_of_counsel"))
def all_defended(v: View) -> Any:
    return all(a.counsel or a.self_represented for a in on_trial(v.posture).values())


@law.fact("19(4)(a)", ("every accused was informed of the charges in a language they understand",
                       "chaque accusé a été informé des accusations dans une langue qu'il comprend"),
          cured_by=("inform_of_charges", "record_language"))
def all_informed(v: View) -> Any:
    return all(understands(a) for a in on_trial(v.posture).values())


@law.fact("19(4)(d)", ("the accused was told of the right to counsel", "l'accusé a été informé du droit à un conseil"),
          cured_by=("inform_of_right_to_counsel",))
def told_of_counsel(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else accused.told_of_counsel or False


@law.fact("19(4)(d)", ("counsel is the accused's own choice", "le conseil est choisi par l'accusé"), needs=("basis",))
def chosen_counsel(v: View) -> Any:
    basis = v.given.get("basis")
    return None if basis is None else basis == "chosen"


interests_of_justice = law.finding(
    "interests_of_justice", "19(4)(d)", ("the interests of justice require counsel", "l'intérêt de la justice exige un conseil"),
    BENCH_OF_TRIAL, ("satisfied", "conviction"), lasting=False)


@law.fact("19(4)(d)", ("the accused lacks means to pay for counsel", "l'accusé n'a pas les moyens de payer un conseil"),
          cured_by=("decide_means",))
def indigent(v: View) -> Any:
    accused = accused_of(v)
    if accused is None or accused.means is None:
        return False
    return accused.means if accused.means.particulars["means"] == "insufficient" else no(accused.means)


@law.fact("19(4)(d)", ("counsel is assigned", "un conseil est commis"), cured_by=("assign_counsel",))
def has_counsel(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else accused.counsel or False


@law.fact("19(4)(d)", ("counsel is paid by the Mechanism", "le conseil est rémunéré par le Mécanisme"),
          cured_by=("provide_legal_aid",))
def aided(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else accused.legal_aid or False


@law.fact("19(4)(f)", ("the accused uses another language than English or French",
                       "l'accusé emploie une autre langue que l'anglais ou le français"))
def foreign_language(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else bool(accused.language) and accused.language not in WORKING_LANGUAGES


def ready_on(accused: Accused, v: View) -> date | None:
    """The first day of trial that leaves an accused time to prepare; ``None`` without counsel or where it was waived."""
    start = accused.counsel or accused.self_represented
    if start is None or accused.preparation_waived is not None:
        return None
    return start.done_on + timedelta(days=v.figure("defence_preparation").length.n)


def _first_fair_day(v: View) -> date:
    days = [day for a in on_trial(v.posture).values() if (day := ready_on(a, v)) is not None]
    return max(days, default=LONG_AGO)


preparation_time = law.measure(
    "preparation_time", "19(4)(b)", ("every accused who has not waived it has time to prepare",
                                     "tout accusé qui n'y a pas renoncé dispose du temps nécessaire pour se préparer"),
    lambda v: v.given.get("day"), ">=", _first_fair_day, needs=("day",))


@law.fact("19(4)(d)", ("an accused would be absent who has not waived presence",
                       "un accusé qui n'y a pas renoncé serait absent"), needs=("absent",))
def absent_unwillingly(v: View) -> Any:
    people = v.posture.accused
    return any(code in people and people[code].presence_waived is None for code in v.given.get("absent", ()))


@law.fact("19(4)(e)", ("the Prosecutor called the witness", "le témoin est cité par le Procureur"), needs=("called_by",))
def against_accused(v: View) -> Any:
    by = v.given.get("called_by")
    return None if by is None else by == "prosecutor"


@law.fact("19(4)(e)", ("the Defence could cross-examine", "la Défense a pu contre-interroger"), needs=("cross_examination",))
def could_examine(v: View) -> Any:
    return v.given.get("cross_examination")


@law.fact("19(4)(e)", ("a rule is cited that admits it without", "une règle l'admettant sans contre-interrogatoire est citée"),
          needs=("rule",))
def rule_cited(v: View) -> Any:
    return bool(v.given.get("rule"))


@law.fact("19(4)(g)", ("the witness is an accused of the case", "le témoin est un accusé de l'affaire"), needs=("witness",))
def witness_is_accused(v: View) -> Any:
    witness = v.given.get("witness")
    return None if witness is None else witness in v.posture.accused


@law.fact("19(4)(g)", ("the accused chose to testify", "l'accusé a choisi de déposer"), needs=("chosen",))
def chose_to_testify(v: View) -> Any:
    return bool(v.given.get("chosen"))


voluntary = law.finding(
    "plea_voluntary", "19(4)(g)", ("the plea is voluntary, informed, unequivocal and has a basis in fact",
                                   "le plaidoyer est volontaire, éclairé, sans équivoque et fondé en fait"),
    BENCH_OF_TRIAL, ("satisfied", "conviction"), lasting=False)


@law.stage("18(3)", ("the accused pleaded guilty", "l'accusé a plaidé coupable"), cured_by=("enter_plea",))
def pleaded_guilty(v: View) -> Any:
    accused = accused_of(v)
    return None if accused is None else (accused.pleaded if "guilty" in accused.pleas.values() else no(accused.pleaded) or False)


law.power("19(4)(a)", record_language, ("registry", *BENCH_OF_TRIAL))
law.power("19(4)(d)", tell_of_counsel, ("registry", "registrar", *BENCH_OF_TRIAL))
law.power("19(4)(d)", assign_counsel, ("registry", "registrar"), chosen_counsel)
law.power("19(4)(d)", assign_counsel, BENCH_OF_TRIAL, interests_of_justice, name="justice")
law.power("19(4)(d)", end_counsel, ("registrar", *BENCH_OF_TRIAL), has_counsel)
law.power("19(4)(d)", waive_counsel, ("registry", "registrar", *BENCH_OF_TRIAL), told_of_counsel)
law.power("19(4)(d)", decide_means, ("registry", "registrar"))
law.duty("19(4)(d)", legal_aid, ("registry", "registrar"), all_of(indigent, has_counsel), aided, each=each_accused)
law.duty("19(4)(f)", book_interpreter, ("registry", "registrar"), foreign_language, ~interpreter_missing, each=each_accused)
law.power("19(4)(d)", waive_presence, (*BENCH_OF_TRIAL, "registry"), appeared)
law.power("19(4)(b)", waive_preparation, (*BENCH_OF_TRIAL, "registry"), defended)
law.power("19(4)(g)", accept_plea, BENCH_OF_TRIAL, all_of(pleaded_guilty, voluntary))
law.power("19(4)(c)", decide_delay, BENCH_OF_TRIAL, not_judged)
law.power("19(1)", set_limits, (*BENCH_OF_TRIAL, "appeals_chamber"), case_confirmed)

law.prohibition("19(1)", set_limits, ~any_of(equal_time, reasons_given))
law.prohibition("19(4)(a)", appear, ~informed_in_own_language)
law.prohibition("19(4)(d)", appear, ~defended)
law.prohibition("19(4)(f)", (appear, hold_session), interpreter_missing)
law.prohibition("19(4)", open_trial, ~all_of(all_defended, all_informed, ~interpreter_missing))
law.prohibition("19(4)(b)", set_date, ~preparation_time)
law.prohibition("19(4)(d)", hold_session, absent_unwillingly)
law.prohibition("19(4)(e)", hear_witness, all_of(against_accused, ~any_of(could_examine, rule_cited)))
law.prohibition("19(4)(g)", hear_witness, all_of(witness_is_accused, ~chose_to_testify))
