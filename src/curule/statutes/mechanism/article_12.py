"""Article 12 of the Statute of the Mechanism: assignment of judges and composition of the Chambers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_08 import INTERNAL, first_day, judge_in_office, last_day
from curule.statutes.mechanism.article_09 import balanced
from curule.statutes.mechanism.bench_facts import (
    all_in_office,
    another_may_preside,
    appeal_pending,
    bench_size,
    conflict_declared,
    contempt_only,
    earlier_part_bars,
    every_referral_by_three,
    from_single_judge,
    not_composed,
    other_matter,
    president_presides,
    president_sits,
    president_withdrew,
    presiding_among,
    review_pending,
    reviews_appeal,
    sat_earlier,
    senior_or_other_accused,
    somebody_out_of_office,
)
from curule.statutes.mechanism.case_facts import appeal_particular, review_particular, trial_not_opened
from curule.statutes.mechanism.matters.case import Bench, Case
from curule.statutes.mechanism.matters.institution import COMMENCEMENT
from curule.statutes.mechanism.matters.roll import Designation, Roll, duty_judges, in_office, offered_judges, president_on, roll_of
from curule.statutes.mechanism.matters.roll_particulars import branch, judge, judges

law = Chapter("irmct", __name__)

law.clause("12(1)", Class.RULE, ("Trial Chamber of three or single judge", "Chambre de trois juges ou juge unique"),
           ("Three judges of the roll, one presiding, for trials under article 1(2) and (3) and for referral; one judge for all else.",
            "Trois juges de la liste, dont un préside, pour les procès au titre de l'article premier, par. 2 et 3, et le renvoi ; un juge dans les autres cas."))
law.clause("12(2)", Class.RULE, ("Duty judges", "Juges de permanence"),
           ("Judges of the roll may be designated for each branch to sit alone at short notice on what no Trial Chamber has.",
            "Des juges de la liste peuvent être désignés dans chaque division pour siéger seuls à bref délai sur ce dont aucune Chambre n'est saisie."))
law.clause("12(3)", Class.RULE, ("Appeals Chamber of three or five", "Chambre d'appel de trois ou cinq juges"),
           ("The President sits and presides: with two others on appeal from a single judge, with four on appeal from a Trial Chamber.",
            "Le Président siège et préside : avec deux autres juges contre la décision d'un juge unique, avec quatre contre celle d'une Chambre."))
law.clause("12(4)", Class.RULE, ("Bench for review", "Formation de révision"),
           ("Three judges for review of a judgement of first instance, the Appeals Chamber of five for review of an appeal judgement.",
            "Trois juges pour réviser un jugement de première instance, la Chambre d'appel de cinq juges pour un arrêt."))
law.clause("12(5)", Class.RULE, ("Reserve judge", "Juge de réserve"),
           ("A reserve judge may attend every stage of a trial and replace a judge who cannot continue.",
            "Un juge de réserve peut assister à toutes les phases du procès et remplacer un juge empêché."))

referral_bench = law.reading(
    "referral_bench", "12(1)", ("Who decides on referral in cases under article 1(4)?", "Qui statue sur le renvoi dans les affaires visées à l'article premier, par. 4 ?"),
    {"single_judge": ("a single judge (practice)", "un juge unique (pratique)"), "three": ("always three judges", "toujours trois juges")},
    ("The Statute names no exception from three judges; contempt cases have been referred by single judges.",
     "Le Statut ne prévoit pas d'exception aux trois juges ; des affaires d'outrage ont été renvoyées par des juges uniques."))
earlier_part = law.reading(
    "earlier_part", "9(1)", ("May a judge sit who sat in the same case at another instance?", "Un juge peut-il siéger s'il a siégé dans la même affaire à un autre degré ?"),
    {"barred": ("no: impartiality excludes it (practice, and the Rules on disqualification)", "non : l'impartialité s'y oppose (pratique, et dispositions du Règlement sur la récusation)"),
     "not_a_bar": ("no bar of its own: a question of disqualification under the Rules", "pas d'interdiction propre : question de récusation selon le Règlement")})

president_withdrawn = law.reading(
    "president_withdrawn", "12(3)", ("Who presides on appeal when the President withdraws from the case?", "Qui préside en appel si le Président se déporte de l'affaire ?"),
    {"no_exception": ("the Statute makes no exception: no bench without the President", "le Statut ne prévoit pas d'exception : pas de formation sans le Président"),
     "replaced": ("another judge sits and presides in the President's place", "un autre juge siège et préside à la place du Président")},
    ("A President has withdrawn from an appeal at the Mechanism and was replaced.", "Un Président du Mécanisme s'est déporté d'un appel et a été remplacé."))

PLACES = {"trial": "single", "confirmation": "confirmation", "other": "other"}


def _bench(draft: Case, key: str, judges: tuple[str, ...], presiding: str, entry: Entry) -> None:
    before = draft.benches.get(key)
    draft.benches[key] = Bench(judges, presiding, former=(*before.former, *before.judges) if before else (), entry=entry)


def _compose(key: Callable[[dict[str, Any]], str]) -> Callable[[Case, Entry], None]:
    def effect(draft: Case, entry: Entry) -> None:
        given = dict(entry.particulars)
        _bench(draft, key(given), given["judges"], given.get("presiding", ""), entry)

    return effect


def _single(draft: Case, entry: Entry) -> None:
    code = entry.particulars["judge"]
    _bench(draft, PLACES[entry.particulars.get("task", "other")], (code,), code, entry)


def _duty(draft: Roll, entry: Entry) -> None:
    given = entry.particulars
    made = Designation(given["judge"], given["branch"], given["since"], entry=entry)
    if "until" in given:
        made.until = given["until"]
    draft.duty.append(made)


def _reserve(draft: Case, entry: Entry) -> None:
    bench = draft.benches.setdefault("trial", Bench())
    bench.reserve = entry.particulars["judge"]


def _replace(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    bench = draft.benches.setdefault(given["bench"], Bench())
    out, new = given["judge"], given["replacement"]
    bench.judges = tuple(new if code == out else code for code in bench.judges)
    bench.former = (*bench.former, out)
    bench.presiding = given.get("presiding") or (new if bench.presiding == out else bench.presiding)
    bench.reserve = "" if bench.reserve == new else bench.reserve


def _conflict(draft: Case, entry: Entry) -> None:
    draft.conflicts[entry.particulars["judge"]] = entry


def _benches(v: View) -> Sequence[tuple[str, str]]:
    return [(key, f"{key}: {', '.join(bench.judges)}") for key, bench in v.posture.benches.items()]


def _on_duty(v: View) -> Sequence[tuple[str, str]]:
    roll = roll_of(v)
    return [(code, code) for code in duty_judges(roll, v.posture.branch, v.on)] if roll is not None else []


def _president(v: View) -> str | None:
    roll = roll_of(v)
    return (president_on(roll, v.on) or None) if roll is not None else None


presiding = Particular("presiding", "judge", "presiding judge", "juge président", suggest=offered_judges)
presiding_president = Particular("presiding", "judge", "presiding judge", "juge président", suggest=offered_judges, default=_president)
task = Particular("task", "choice", "task", "objet", choices=(Choice("trial", "trial", "procès"),),
                  default=lambda v: "trial")
single_task = Particular("task", "choice", "task", "objet", choices=(
    Choice("trial", "trial", "procès"), Choice("confirmation", "review of the indictment", "examen de l'acte d'accusation"), Choice("other", "another matter", "autre question")))

compose_trial = law.act("compose_trial_chamber", "case", ("Compose the Trial Chamber", "Composer la Chambre de première instance"),
                        ("The President appointed {judges}, {presiding} presiding ({task})", "Le Président a désigné {judges}, sous la présidence de {presiding} ({task})"),
                        [judges, presiding, task], _compose(lambda given: str(given.get("task", "trial"))), group="chambers")
assign_single = law.act("assign_single_judge", "case", ("Assign a single judge", "Désigner un juge unique"),
                        ("The President assigned {judge} as single judge ({task})", "Le Président a désigné {judge} comme juge unique ({task})"),
                        [judge, single_task], _single, group="chambers")
designate_duty = law.act("designate_duty_judge", "roll", ("Designate a duty judge", "Désigner un juge de permanence"),
                         ("{judge} was designated duty judge of the {branch} from {since}", "{judge} a été désigné juge de permanence ({branch}) à compter du {since}"),
                         [judge, branch, first_day, last_day], _duty, group="chambers")
to_duty_judge = law.act("bring_before_duty_judge", "case", ("Bring a matter before the duty judge", "Saisir le juge de permanence"),
                        ("{subject} was brought before {judge} as duty judge", "{judge}, juge de permanence, a été saisi : {subject}"), [
    Particular("judge", "judge", "duty judge", "juge de permanence",
               suggest=_on_duty),
    Particular("subject", "choice", "subject", "objet", choices=(
        Choice("indictment", "indictment", "acte d'accusation"), Choice("warrant", "warrant", "mandat"), Choice("other", "another matter", "autre question")))],
    lambda draft, entry: _bench(draft, "duty", (entry.particulars["judge"],), entry.particulars["judge"], entry), audience=INTERNAL, group="chambers")
compose_appeals = law.act("compose_appeals_chamber", "case", ("Compose the Appeals Chamber", "Composer la Chambre d'appel"),
                          ("The President appointed {judges} for appeal {appeal}", "Le Président a désigné {judges} pour l'appel {appeal}"),
                          [appeal_particular(), judges, presiding_president], _compose(lambda given: f"appeal:{given['appeal']}"), group="chambers")
compose_review = law.act("compose_review_chamber", "case", ("Compose the bench for review", "Composer la formation de révision"),
                         ("The President appointed {judges} for review {review}", "Le Président a désigné {judges} pour la révision {review}"),
                         [review_particular(), judges, presiding_president], _compose(lambda given: f"review:{given['review']}"), group="chambers")
reserve = law.act("appoint_reserve_judge", "case", ("Appoint a reserve judge", "Désigner un juge de réserve"),
                  ("{judge} was appointed reserve judge", "{judge} a été désigné juge de réserve"), [judge], _reserve, group="chambers")
absence = law.act("record_absence_of_judge", "case", ("Record a judge's absence from the trial", "Inscrire l'absence d'un juge au procès"),
                  ("{judge} was absent on {day}", "{judge} était absent le {day}"), [judge, Particular("day", "date", "day", "jour")],
                  lambda draft, entry: draft.absences.append(entry), audience=("bench", "organ:registry", "organ:registrar", "matter:parties"), group="chambers")
replace = law.act("replace_judge", "case", ("Replace a judge", "Remplacer un juge"), ("{replacement} replaced {judge} ({bench})", "{replacement} a remplacé {judge} ({bench})"), [
    Particular("bench", "text", "bench", "formation", suggest=_benches, default=lambda v: "trial"), judge,
    Particular("replacement", "judge", "replacement", "remplaçant", suggest=offered_judges),
    Particular("presiding", "judge", "presiding judge from now on", "juge président désormais", required=False, suggest=offered_judges)], _replace, group="chambers")
earlier = law.act("record_earlier_bench", "case", ("Record the bench of an earlier instance at a Tribunal", "Inscrire la formation saisie devant un Tribunal"),
                  ("Before the Tribunal, {judges} sat ({instance})", "Devant le Tribunal ont siégé {judges} ({instance})"), [
    Particular("instance", "choice", "instance", "degré", choices=(Choice("trial", "trial", "première instance"), Choice("appeal", "appeal", "appel"))), judges],
    lambda draft, entry: _bench(draft, f"tribunal:{entry.particulars['instance']}", entry.particulars["judges"], "", entry), group="chambers")
conflict = law.act("declare_conflict", "case", ("Declare a conflict of interest of a judge", "Déclarer un conflit d'intérêts d'un juge"),
                   ("{judge} withdrew from the case: {ground}", "{judge} s'est déporté de l'affaire : {ground}"),
                   [judge, Particular("ground", "text", "ground", "motif")], _conflict, audience=INTERNAL, group="chambers")

three_judges = bench_size(law, "three_judges", "12(1)", 3, ("there are three judges", "les juges sont trois"))
one_judge = bench_size(law, "one_judge", "12(1)", 1, ("there is one judge", "il y a un seul juge"))
three_on_appeal = bench_size(law, "three_on_appeal", "12(3)", 3, ("there are three judges", "les juges sont trois"))
five_on_appeal = bench_size(law, "five_on_appeal", "12(3)", 5, ("there are five judges", "les juges sont cinq"))
three_on_review = bench_size(law, "three_on_review", "12(4)", 3, ("there are three judges", "les juges sont trois"))
five_on_review = bench_size(law, "five_on_review", "12(4)", 5, ("there are five judges", "les juges sont cinq"))


@law.fact("12(2)", ("that judge is on duty that day for the branch of the case", "ce juge est de permanence ce jour-là dans la division de l'affaire"), needs=("judge",),
          cured_by=("designate_duty_judge",))
def on_duty(v: View) -> Any:
    code, roll = v.given.get("judge"), roll_of(v)
    return None if code is None or roll is None else code in duty_judges(roll, v.posture.branch, v.on)


@law.stage("12(2)", ("a Trial Chamber has been assigned to the case", "une Chambre de première instance est saisie de l'affaire"), cured_by=("compose_trial_chamber",))
def chamber_assigned(v: View) -> Any:
    bench = v.posture.benches.get("trial")
    return bench.entry if bench is not None else False


@law.fact("12(5)", ("a reserve judge is appointed already", "un juge de réserve est déjà désigné"))
def reserve_appointed(v: View) -> Any:
    bench = v.posture.benches.get("trial")
    return bool(bench and bench.reserve)


@law.fact("12(5)", ("that judge sits on the bench", "ce juge siège dans la formation"), needs=("judge",),
          says_not=("that judge does not sit on the bench", "ce juge ne siège pas dans la formation"))
def sits_on_bench(v: View) -> Any:
    code, bench = v.given.get("judge"), v.posture.benches.get(v.given.get("bench", "trial"))
    return None if code is None else bench is not None and code in bench.judges


cannot_continue = law.finding("cannot_continue", "12(5)", ("the judge is unable to continue sitting", "le juge n'est plus en mesure de siéger"), "president",
                              ("satisfied", "convaincu"), lasting=False)


@law.fact("12(5)", ("the replacement is the reserve judge", "le remplaçant est le juge de réserve"), needs=("replacement", "bench"), cured_by=("appoint_reserve_judge",))
def reserve_steps_in(v: View) -> Any:
    code, bench = v.given.get("replacement"), v.posture.benches.get(v.given.get("bench", "trial"))
    return None if code is None else bench is not None and bench.reserve == code


@law.fact("12(5)", ("the replacement missed a day of the trial", "le remplaçant a manqué un jour du procès"), needs=("replacement",))
def missed_a_day(v: View) -> Any:
    code = v.given.get("replacement")
    return None if code is None else next((e for e in v.posture.absences if e.particulars["judge"] == code), False)


@law.fact("12(5)", ("the bench is that of a trial which has begun", "la formation est celle d'un procès qui s'est ouvert"), needs=("bench",))
def trial_under_way(v: View) -> Any:
    key = v.given.get("bench")
    return None if key is None else key in ("trial", "single") and (v.posture.trial.opened or False)


@law.fact("12(1)", ("the replacement is on the roll and in office that day", "le remplaçant figure sur la liste et est en fonctions ce jour-là"), needs=("replacement",))
def replacement_in_office(v: View) -> Any:
    code, roll = v.given.get("replacement"), roll_of(v)
    return None if code is None or roll is None else in_office(roll, code, v.on)


since_commencement = law.measure(
    "designated_since_commencement", "12(2)", ("the designation begins when the branch has begun", "la désignation commence quand la division est en activité"),
    lambda v: v.given.get("since"), ">=", lambda v: COMMENCEMENT.get(v.given.get("branch", "")), needs=("since", "branch"))


@law.fact("12(1)", ("a presiding judge remains, or the act names one", "un juge président demeure, ou l'acte en désigne un"), needs=("judge", "presiding"),
          says_not=("the presiding judge leaves and nobody is named to preside", "le juge président s'en va et personne n'est désigné pour présider"))
def somebody_presides(v: View) -> Any:
    bench = v.posture.benches.get(v.given.get("bench", "trial"))
    if bench is None or len(bench.judges) == 1 or bench.presiding != v.given.get("judge"):
        return True
    named = v.given.get("presiding")
    return named is not None and named in {*bench.judges, v.given.get("replacement")} - {bench.presiding}


REFERRAL = "designate_referral_chamber"
PRESIDED = any_of(all_of(president_sits, president_presides), all_of(president_withdrew, another_may_preside, presiding_among))
COMPOSITION = (compose_trial, assign_single, compose_appeals, compose_review, reserve, replace)

law.power("12(1)", compose_trial, "president", all_of(
    not_composed, three_judges, all_in_office, presiding_among, balanced, senior_or_other_accused))
law.power("12(1)", assign_single, "president", all_of(
    not_composed, judge_in_office, any_of(other_matter, contempt_only)))
law.power("12(2)", designate_duty, "president", all_of(judge_in_office, since_commencement))
law.power("12(2)", to_duty_judge, ("prosecutor", "registry"), on_duty.unless(chamber_assigned))
law.power("12(3)", compose_appeals, "president", all_of(
    appeal_pending, not_composed, all_in_office, PRESIDED, balanced,
    any_of(all_of(from_single_judge, three_on_appeal), all_of(~from_single_judge, five_on_appeal))))
law.power("12(4)", compose_review, "president", all_of(
    review_pending, not_composed, all_in_office, balanced,
    any_of(all_of(~reviews_appeal, three_on_review, presiding_among), all_of(reviews_appeal, five_on_review, PRESIDED))))
law.power("12(5)", reserve, "president", all_of(chamber_assigned, trial_not_opened, judge_in_office, ~sits_on_bench, ~reserve_appointed))
law.power("12(5)", absence, "registry", chamber_assigned)
law.power("12(5)", replace, "president", all_of(sits_on_bench, cannot_continue, replacement_in_office, reserve_steps_in, ~missed_a_day))
law.power("12(1)", replace, "president", all_of(sits_on_bench, cannot_continue, ~trial_under_way, replacement_in_office), name="reassign")
law.power("9(1)", conflict, ("judges", "president"))
law.power("9(1)", earlier, "registry")
law.prohibition("9(1)", (*COMPOSITION, REFERRAL), conflict_declared, name="conflict")
law.prohibition("9(1)", (*COMPOSITION, REFERRAL), all_of(sat_earlier, earlier_part_bars), name="earlier_part")
law.prohibition("12(1)", replace, ~somebody_presides, name="nobody_presides")
law.prohibition("12(1)", REFERRAL, somebody_out_of_office, name="roll")
law.prohibition("12(1)", REFERRAL, ~any_of(three_judges, all_of(one_judge, contempt_only, ~every_referral_by_three)), name="size")
