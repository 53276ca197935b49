"""Article 39 of the Rome Statute: Divisions and Chambers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.roll import (
    Assignment,
    Bench,
    CourtJudge,
    Roll,
    division_on,
    holder_on,
    in_office,
    judges_in_office,
    offered_judges,
    roll_of,
    sat_at_pre_trial,
)
from curule.statutes.rome.part_04.article_34 import day_since, day_until, judge, judge_serving, judges
from curule.statutes.rome.part_04.article_37 import last_day
from curule.statutes.rome.part_04.article_38 import bench_in_office
from curule.statutes.rome.part_04.given_facts import is_one_of

__all__ = ["constitute", "law", "sat_earlier_in_case"]

law = Chapter("rome", __name__)

law.clause("39(1)", Class.RULE, ("Three Divisions", "Trois Sections"), ("Appeals: the President and four others; Trial and Pre-Trial: at least six each, mostly with experience of criminal trials; a mix of expertise in each.",
           "Appels : le Président et quatre autres ; première instance et préliminaire : six au moins, ayant surtout l'expérience du procès pénal ; compétences combinées."))
law.clause("39(2)(a)", Class.DEFINITION, ("Chambers do the judicial work", "Les Chambres exercent les fonctions judiciaires"), ("Judicial functions of a Division are carried out by its Chambers.",
           "Les fonctions judiciaires d'une Section sont exercées par ses Chambres."), carried_by=("BENCH",))
law.clause("39(2)(b)(i)", Class.RULE, ("Appeals Chamber", "Chambre d'appel"), ("All judges of the Appeals Division.", "Tous les juges de la Section des appels."))
law.clause("39(2)(b)(ii)", Class.RULE, ("Trial Chamber", "Chambre de première instance"), ("Three judges of the Trial Division.", "Trois juges de la Section de première instance."))
law.clause("39(2)(b)(iii)", Class.RULE, ("Pre-Trial Chamber", "Chambre préliminaire"), ("Three judges of the Pre-Trial Division, or one where Statute and Rules allow.",
           "Trois juges de la Section préliminaire, ou un seul lorsque le Statut et le Règlement le permettent."))
law.clause("39(2)(c)", Class.RULE, ("Several Chambers", "Plusieurs Chambres"), ("Several Trial or Pre-Trial Chambers may exist at once; one Appeals Chamber.",
           "Plusieurs Chambres de première instance ou préliminaires peuvent coexister ; une seule Chambre d'appel."))
law.clause("39(3)(a)", Class.RULE, ("Three years in Trial and Pre-Trial", "Trois ans en première instance et en préliminaire"), ("And beyond, for a case whose hearing began there.",
           "Et au-delà pour une affaire dont l'examen y a commencé."))
law.clause("39(3)(b)", Class.RULE, ("The whole term in Appeals", "Tout le mandat aux appels"), ("Judges of the Appeals Division stay there.", "Les juges de la Section des appels y restent."))
law.clause("39(4)", Class.RULE, ("Temporary attachment; bar of pre-trial judges", "Affectation temporaire ; exclusion des juges préliminaires"),
           ("Trial and Pre-Trial lend each other judges when the workload asks for it, Appeals never; who sat at pre-trial in a case never tries it.",
            "Première instance et préliminaire se prêtent des juges selon la charge de travail, les appels jamais ; qui a siégé au stade préliminaire d'une affaire ne la juge jamais."))

DIVISIONS = (Choice("appeals", "Appeals Division", "Section des appels"), Choice("trial", "Trial Division", "Section de première instance"), Choice("pre_trial", "Pre-Trial Division", "Section préliminaire"))
LEVELS = (Choice("appeals", "Appeals Chamber", "Chambre d'appel"), Choice("trial", "Trial Chamber", "Chambre de première instance"), Choice("pre_trial", "Pre-Trial Chamber", "Chambre préliminaire"),
          Choice("single", "single judge of the Pre-Trial Chamber", "juge unique de la Chambre préliminaire"))
case = Particular("case", "text", "case", "affaire", required=False)


def _list(name: str, en: str, fr: str) -> Particular:
    return Particular(name, "judge", en, fr, many=True, suggest=offered_judges)


def _cap(known: CourtJudge, division: str, since: date) -> date:
    """The last day of an assignment: three years, or the whole term in Appeals; never beyond the term."""
    return known.until if division == "appeals" else min(last_day(since, 3), known.until)


def _organise(draft: Roll, entry: Entry) -> None:
    for division in ("appeals", "trial", "pre_trial"):
        for code in entry.particulars.get(division, ()):
            known = draft.judges.get(code)
            if known is not None:
                known.assignments.append(Assignment(division, entry.particulars["since"], _cap(known, division, entry.particulars["since"]), entry=entry))


def _assign(draft: Roll, entry: Entry) -> None:
    given = entry.particulars
    known = draft.judges.get(given["judge"])
    if known is not None:
        known.assignments.append(Assignment(given["division"], given["since"], given["until"], attached=entry.act == attach, entry=entry))


def _constitute(draft: Roll, entry: Entry) -> None:
    given = entry.particulars
    draft.benches[given["chamber"]] = Bench(given["level"], given["judges"], given.get("case", ""), entry)


division = Particular("division", "choice", "Division", "Section", choices=DIVISIONS)
organise = law.act("organise_divisions", "roll", ("Organise the Divisions", "Constituer les Sections"), ("The Divisions were organised from {since}: Appeals {appeals}; Trial {trial}; Pre-Trial {pre_trial}",
                   "Les Sections ont été constituées à compter du {since} : appels {appeals} ; première instance {trial} ; préliminaire {pre_trial}"),
                   [_list("appeals", "Appeals Division", "Section des appels"), _list("trial", "Trial Division", "Section de première instance"), _list("pre_trial", "Pre-Trial Division", "Section préliminaire"), day_since], _organise)
assign = law.act("assign_to_division", "roll", ("Assign a judge to a Division", "Affecter un juge à une Section"), ("{judge} was assigned to the {division}, {since} to {until}", "{judge} a été affecté : {division}, du {since} au {until}"),
                 [judge, division, day_since, day_until], _assign)
attach = law.act("attach_to_division", "roll", ("Attach a judge temporarily to another Division", "Affecter temporairement un juge à une autre Section"),
                 ("{judge} was attached to the {division}, {since} to {until}", "{judge} a été temporairement affecté : {division}, du {since} au {until}"), [judge, division, day_since, day_until], _assign)
extend = law.act("extend_assignment", "roll", ("Extend an assignment for a case begun", "Prolonger une affectation pour une affaire commencée"),
                 ("{judge} stays in the {division} until {until} for case {case}", "{judge} reste affecté ({division}) jusqu'au {until} pour l'affaire {case}"),
                 [judge, division, Particular("case", "text", "case", "affaire"), Particular("hearing_began", "date", "hearing began on", "début de l'examen"), day_since, day_until], _assign)
constitute = law.act("constitute_chamber", "roll", ("Constitute a Chamber", "Constituer une Chambre"), ("{chamber} was constituted: {judges}", "{chamber} a été constituée : {judges}"), [
    Particular("chamber", "text", "name of the Chamber", "nom de la Chambre"), Particular("level", "choice", "level", "degré", choices=LEVELS), judges, case], _constitute)


def _count(name: str) -> Any:
    return lambda v: len(v.given[name]) if name in v.given else None


def _with_criminal_trials(name: str) -> Any:
    return lambda v: sum(1 for c in v.given[name] if (k := v.posture.judges.get(c)) and k.criminal) if name in v.given else None


def _most_of(name: str) -> Any:
    return lambda v: len(v.given[name]) // 2 + 1 if name in v.given else None


five_in_appeals = law.measure("five_in_appeals", "39(1)", ("five judges in Appeals", "cinq juges aux appels"), _count("appeals"), "==", 5, needs=("appeals",))
six_in_trial = law.measure("six_in_trial", "39(1)", ("six judges or more in Trial", "six juges au moins en première instance"), _count("trial"), ">=", 6, needs=("trial",))
six_in_pre_trial = law.measure("six_in_pre_trial", "39(1)", ("six judges or more in Pre-Trial", "six juges au moins en préliminaire"), _count("pre_trial"), ">=", 6, needs=("pre_trial",))
trial_experience = law.measure("trial_experience", "39(1)", ("most of Trial have experience of criminal trials", "la plupart en première instance ont l'expérience du procès pénal"), _with_criminal_trials("trial"), ">=", _most_of("trial"), needs=("trial",))
pre_trial_experience = law.measure("pre_trial_experience", "39(1)", ("most of Pre-Trial have experience of criminal trials", "la plupart en préliminaire ont l'expérience du procès pénal"), _with_criminal_trials("pre_trial"), ">=",
                                   _most_of("pre_trial"), needs=("pre_trial",))
mix_of_expertise = law.finding("mix_of_expertise", "39(1)", ("each Division combines criminal and international law", "chaque Section combine droit pénal et droit international"), "presidency",
                               ("by functions, qualifications and experience", "selon les fonctions, les qualifications et l'expérience"), lasting=False)


@law.stage("39(1)", ("the Divisions are organised", "les Sections sont constituées"), cured_by=("organise_divisions",))
def organised(v: View) -> Any:
    return next((a.entry for code in judges_in_office(v.posture, v.on) for a in v.posture.judges[code].assignments), False)


@law.fact("39(1)", ("the President is in Appeals", "le Président est aux appels"), needs=("appeals", "since"))
def president_in_appeals(v: View) -> Any:
    chosen, first = v.given.get("appeals"), v.given.get("since")
    return None if chosen is None or first is None else any(t.person in chosen for t in holder_on(v.posture, "president", first))


@law.fact("39(1)", ("each judge in office is in one Division", "chaque juge en fonctions est dans une Section"), needs=("appeals", "trial", "pre_trial", "since"))
def each_in_one_division(v: View) -> Any:
    if not {"appeals", "trial", "pre_trial", "since"} <= v.given.keys():
        return None
    placed = [*v.given["appeals"], *v.given["trial"], *v.given["pre_trial"]]
    return len({*placed}) == len(placed) and all(in_office(v.posture, c, v.given["since"]) for c in placed)


@law.fact("39(3)(b)", ("that judge belongs to the Appeals Division", "ce juge appartient à la Section des appels"), needs=("judge",))
def of_appeals(v: View) -> Any:
    code = v.given.get("judge")
    return None if code is None else "appeals" in division_on(v.posture, code, v.on)


@law.fact("39(3)(a)", ("that judge is in no Division on the first day", "ce juge n'est dans aucune Section au premier jour"), needs=("judge", "since"),
          says_not=("that judge is in a Division then", "ce juge est alors dans une Section"))
def in_no_division(v: View) -> Any:
    code, first = v.given.get("judge"), v.given.get("since")
    return None if code is None or first is None else not division_on(v.posture, code, first, attached=False)


def _assigned_until(division: str) -> Callable[[View], date | None]:
    def until(v: View) -> date | None:
        known, first = v.posture.judges.get(v.given.get("judge", "")), v.given.get("since")
        return None if known is None or first is None else _cap(known, division, first)

    return until


to_appeals = is_one_of(law, "to_appeals", "39(3)(b)", ("to the Appeals Division", "à la Section des appels"), "division", ("appeals",), says_not=("to another Division than Appeals", "à une autre Section que celle des appels"))
three_year_assignment = law.measure("three_year_assignment", "39(3)(a)", ("for three years or the rest of the term", "pour trois ans ou le reste du mandat"), lambda v: v.given.get("until"), "==", _assigned_until("trial"), needs=("since", "until"))
whole_term_assignment = law.measure("whole_term_assignment", "39(3)(b)", ("for the whole term", "pour tout le mandat"), lambda v: v.given.get("until"), "==", _assigned_until("appeals"), needs=("since", "until"))
workload_requires = law.finding("workload_requires", "39(4)", ("the workload requires it", "la charge de travail l'exige"), "presidency", ("for efficient management", "pour la bonne gestion de la charge de travail"), lasting=False)


@law.fact("39(3)(a)", ("that judge served in that Division when the hearing began", "ce juge siégeait dans cette Section au début de l'examen"), needs=("judge", "division", "hearing_began"))
def served_when_hearing_began(v: View) -> Any:
    code, where, began = v.given.get("judge"), v.given.get("division"), v.given.get("hearing_began")
    if code is None or where is None or began is None:
        return None
    return where in division_on(v.posture, code, began)


hearing_has_begun = law.measure("hearing_has_begun", "39(3)(a)", ("the hearing has begun", "l'examen a commencé"), lambda v: v.given.get("hearing_began"), "<=", lambda v: v.on, needs=("hearing_began",))
not_beyond_term = law.measure("not_beyond_term", "39(4)", ("not beyond the judge's term", "pas au-delà du mandat du juge"), lambda v: v.given.get("until"), "<=",
                              lambda v: k.until if (k := v.posture.judges.get(v.given.get("judge", ""))) else None, needs=("until",))


def _level(id: str, provision: str, en: str, fr: str, value: str) -> Any:
    return is_one_of(law, id, provision, (en, fr), "level", (value,))


at_appeals = _level("at_appeals", "39(2)(b)(i)", "it is the Appeals Chamber", "il s'agit de la Chambre d'appel", "appeals")
at_trial = _level("at_trial", "39(2)(b)(ii)", "it is a Trial Chamber", "il s'agit d'une Chambre de première instance", "trial")
at_pre_trial = _level("at_pre_trial", "39(2)(b)(iii)", "it is a Pre-Trial Chamber", "il s'agit d'une Chambre préliminaire", "pre_trial")
single = _level("single", "39(2)(b)(iii)", "it is a single judge", "il s'agit d'un juge unique", "single")
five_at_appeals = law.measure("five_at_appeals", "39(1)", ("five judges", "cinq juges"), _count("judges"), "==", 5, needs=("judges",))
three_at_trial = law.measure("three_at_trial", "39(2)(b)(ii)", ("three judges", "trois juges"), _count("judges"), "==", 3, needs=("judges",))
three_at_pre_trial = law.measure("three_at_pre_trial", "39(2)(b)(iii)", ("three judges", "trois juges"), _count("judges"), "==", 3, needs=("judges",))
one_at_pre_trial = law.measure("one_at_pre_trial", "39(2)(b)(iii)", ("one judge", "un juge"), _count("judges"), "==", 1, needs=("judges",))


@law.fact("39(2)(b)(i)", ("all judges of the Appeals Division sit, and no others", "tous les juges de la Section des appels siègent, et eux seuls"), needs=("judges",))
def whole_appeals_division(v: View) -> Any:
    chosen = v.given.get("judges")
    return None if chosen is None else {*chosen} == {c for c in v.posture.judges if in_office(v.posture, c, v.on) and "appeals" in division_on(v.posture, c, v.on)}


def _of_division(id: str, provision: str, which: str, en: str, fr: str) -> Any:
    def test(v: View) -> Any:
        chosen = v.given.get("judges")
        return None if chosen is None else all(in_office(v.posture, c, v.on) and which in division_on(v.posture, c, v.on) for c in chosen)

    test.__name__ = id
    return law.fact(provision, (en, fr), needs=("judges",), cured_by=("assign_to_division", "attach_to_division"))(test)


all_of_trial = _of_division("all_of_trial", "39(2)(b)(ii)", "trial", "all serve in the Trial Division", "tous siègent à la Section de première instance")
all_of_pre_trial = _of_division("all_of_pre_trial", "39(2)(b)(iii)", "pre_trial", "all serve in the Pre-Trial Division", "tous siègent à la Section préliminaire")


@law.fact("39(2)(c)", ("there is another Appeals Chamber", "il existe une autre Chambre d'appel"), needs=("chamber",))
def another_appeals_chamber(v: View) -> Any:
    name = v.given.get("chamber")
    return None if name is None else next((b.entry for n, b in v.posture.benches.items() if b.level == "appeals" and n != name), False)


@law.fact("39(4)", ("one of the judges sat at pre-trial in that case", "l'un des juges a siégé au stade préliminaire de l'affaire"), needs=("judges", "case"))
def sat_earlier_in_case(v: View) -> Any:
    roll, chosen, number = roll_of(v), v.given.get("judges"), v.given.get("case")
    if roll is None or chosen is None:
        return None
    return next((e for c, e in sat_at_pre_trial(roll, number).items() if c in chosen), False) if number else False


law.duty("39(1)", organise, ("judges", "presidency"), bench_in_office, organised, name="organise", empowers=False)
law.power("39(1)", organise, ("judges", "presidency"), all_of(five_in_appeals, president_in_appeals, six_in_trial, six_in_pre_trial, each_in_one_division, trial_experience, pre_trial_experience, mix_of_expertise))
law.power("39(3)(a)", assign, ("judges", "presidency"), all_of(judge_serving, in_no_division, ~to_appeals, three_year_assignment), name="assign_to_trial_or_pre_trial")
law.power("39(3)(b)", assign, ("judges", "presidency"), all_of(judge_serving, in_no_division, to_appeals, whole_term_assignment), name="assign_to_appeals")
law.power("39(4)", attach, "presidency", all_of(judge_serving, workload_requires, not_beyond_term))
law.prohibition("39(4)", attach, any_of(of_appeals, to_appeals), name="appeals_only")
law.power("39(3)(a)", extend, "presidency", all_of(served_when_hearing_began, hearing_has_begun))
law.power("39(2)(b)(i)", constitute, "presidency", all_of(at_appeals, five_at_appeals, whole_appeals_division), name="appeals_chamber")
law.power("39(2)(b)(ii)", constitute, "presidency", all_of(at_trial, three_at_trial, all_of_trial), name="trial_chamber")
law.power("39(2)(b)(iii)", constitute, "presidency", all_of(at_pre_trial, three_at_pre_trial, all_of_pre_trial), name="pre_trial_chamber")
law.power("39(2)(b)(iii)", constitute, "presidency", all_of(single, one_at_pre_trial, all_of_pre_trial), name="single_judge")
law.prohibition("39(2)(c)", constitute, all_of(at_appeals, another_appeals_chamber), name="second_appeals_chamber")
law.prohibition("39(4)", constitute, all_of(at_trial, sat_earlier_in_case), name="pre_trial_judge_at_trial")
