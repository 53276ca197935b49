"""Article 25 of the Statute of the Mechanism: enforcement of sentences.

A file is opened for each convicted person once the judgement is final; the President designates a State with an
agreement in force; the person is transferred; the Mechanism supervises until the sentence is served. Time served is
computed by :mod:`curule.statutes.mechanism.sentence_time`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.calendar import add
from curule.law.conditions import all_of, no
from curule.law.view import View
from curule.statutes.mechanism import sentence_file as acts
from curule.statutes.mechanism.enforcement_agreements import agreement_in_force, agreement_on_the_list, file_not_opened, file_open, law
from curule.statutes.mechanism.matters.allocation import COMMENCEMENT, TRIBUNAL_OF
from curule.statutes.mechanism.matters.enforcement import CustodyPeriod, Enforcement, presumed_custody
from curule.statutes.mechanism.sentence_time import Custody, Term, TimeServed, overlaps, reckon

__all__ = ["law"]

BEGAN = {"icty": COMMENCEMENT["the_hague"], "ictr": COMMENCEMENT["arusha"], "mechanism": COMMENCEMENT["arusha"]}
"""From which day the Mechanism supervises the sentences of each body (transitional article 6): its own from the first day on."""


def term_of(file: Enforcement) -> Term | None:
    """The sentence as a term; ``None`` when no imprisonment was imposed or nothing is on record."""
    sentence = file.sentence
    if sentence.form == "life":
        return Term(life=True)
    return Term(sentence.years, sentence.months) if sentence.form == "term" else None


def periods_of(file: Enforcement, *, presumed: bool = True) -> list[Custody]:
    """The custody on record, and what follows from the sentence; a period whose days are in the wrong order counts as its first day."""
    implied = presumed_custody(file) if presumed else None
    found = [*file.custody, *([implied] if implied else [])]
    return [Custody(p.start, None if p.end is None else max(p.start, p.end)) for p in found if p.start is not None]


def time_served(v: View) -> TimeServed | None:
    """Time served as of the day of the question, with its working; ``None`` for a sentence without imprisonment."""
    file: Enforcement = v.posture
    term = term_of(file)
    if term is None or file.sentence.begins is None:
        return None
    return reckon(term, file.sentence.begins, periods_of(file), v.on, share=v.figure("eligibility_share").ratio,
                  life_years=v.figure("life_equivalent").length.n)


sentence_final = law.measure(
    "sentence_final", "25(1)", ("the judgement is final", "le jugement est définitif"), lambda v: v.given.get("final_on"), "<=", lambda v: v.on,
    needs=("final_on",), says_not=("the judgement is not final yet", "le jugement n'est pas encore définitif"))
supervised_here = law.measure(
    "supervised_here", "ta6", ("the Mechanism supervises the sentences of that body", "le Mécanisme contrôle les peines prononcées par cette juridiction"),
    lambda v: v.on, ">=", lambda v: BEGAN.get(v.given.get("imposed_by", "")), needs=("imposed_by",),
    says_not=("the branch concerned has not begun to function", "la division concernée n'est pas encore en activité"))


@law.fact("25(2)", ("the case is not still pending", "l'affaire n'est plus pendante"), says_not=("the case is still pending", "l'affaire est encore pendante"),
          cured_by=("declare_final",))
def case_over(v: View) -> Any:
    case = v.other("case")
    return case.final_judgement or no(case.opened) if case else True


@law.fact("25(2)", ("the sentence is stated: its length and first day, or the fine", "la peine est précisée : durée et point de départ, ou amende"),
          needs=("form", "years", "months", "begins_on", "fine"),
          says_not=("length and first day, or the fine, are missing", "la durée et le point de départ, ou l'amende, font défaut"))
def sentence_stated(v: View) -> Any:
    given = v.given
    if "form" not in given:
        return None
    if given["form"] == "fine":
        return given.get("fine", 0) > 0
    return "begins_on" in given and (given["form"] == "life" or given.get("years", 0) + given.get("months", 0) > 0)


custody_past = law.measure(
    "custody_past", "25(2)", ("no day lies ahead", "aucune date n'est à venir"), lambda v: v.given.get("end") or v.given.get("day") or v.given.get("start"),
    "<=", lambda v: v.on, needs=("start", "end", "day"), says_not=("a day lies ahead", "une date est à venir"))


def _running(v: View) -> CustodyPeriod | None:
    implied = presumed_custody(v.posture)
    return next((p for p in (*v.posture.custody, *([implied] if implied else [])) if p.end is None), None)


@law.fact("25(2)", ("the last day is not before the first", "le dernier jour ne précède pas le premier"), needs=("start", "end", "day"),
          says_not=("the last day is before the first", "le dernier jour précède le premier"))
def custody_in_order(v: View) -> Any:
    running = _running(v)
    start, end = v.given.get("start") or (running.start if running else None), v.given.get("end") or v.given.get("day")
    if start is None:
        return None
    return end is None or start <= end


@law.fact("25(2)", ("it overlaps no custody on record", "elle ne chevauche aucune détention inscrite"), needs=("start", "end"),
          says_not=("it overlaps custody on record: no day counts twice", "elle chevauche une détention inscrite : aucun jour ne compte deux fois"))
def custody_separate(v: View) -> Any:
    start, end = v.given.get("start"), v.given.get("end")
    if start is None:
        return None
    found = overlaps(Custody(start, None if end is None else max(start, end)), periods_of(v.posture, presumed=False))
    return True if found is None else no(*(p.entry for p in v.posture.custody if p.start == found.start))


@law.stage("25(2)", ("custody runs", "la détention est en cours"), says_not=("no custody runs", "aucune détention n'est en cours"), cured_by=("record_custody",))
def custody_runs(v: View) -> Any:
    running = _running(v)
    return (running.entry or True) if running else False


@law.fact("25(1)", ("imprisonment is to be served", "un emprisonnement est à purger"), says_not=("no imprisonment was imposed", "aucun emprisonnement n'a été prononcé"),
          permanent=True)
def imprisonment(v: View) -> Any:
    return v.posture.sentence.entry if v.posture.sentence.form in ("term", "life") else no(v.posture.sentence.entry)


@law.stage("25(1)", ("the person is alive and not released", "le condamné est en vie et n'a pas été libéré"),
           says_not=("the person was released or has died", "le condamné a été libéré ou est décédé"), permanent=True)
def still_to_serve(v: View) -> Any:
    file: Enforcement = v.posture
    return no(file.released, file.died) if file.released or file.died else True


@law.fact("25(1)", ("that State declined", "cet État a refusé"), needs=("state",), says_not=("that State did not decline", "cet État n'a pas refusé"))
def state_declined(v: View) -> Any:
    return None if "state" not in v.given else v.posture.placement.declined.get(v.given["state"]) or False


@law.stage("25(1)", ("a State has been designated", "un État a été désigné"), says_not=("no State has been designated", "aucun État n'a été désigné"),
           cured_by=("designate_state",))
def state_designated(v: View) -> Any:
    return v.posture.placement.designated or False


@law.stage("25(1)", ("the person is in the State designated last", "le condamné se trouve dans l'État désigné en dernier lieu"),
           says_not=("the person is not in the State designated last", "le condamné ne se trouve pas dans l'État désigné en dernier lieu"),
           cured_by=("transfer_prisoner",))
def transferred(v: View) -> Any:
    place = v.posture.placement
    return place.transferred if place.serving_in and place.serving_in == place.state else False


@law.stage("25(1)", ("the person was transferred to a State", "le condamné a été transféré dans un État"),
           says_not=("the person serves in no State yet", "le condamné n'a encore été transféré dans aucun État"), cured_by=("transfer_prisoner",))
def serving_in_a_state(v: View) -> Any:
    return v.posture.placement.transferred or False


@law.fact("25(1)", ("the agreement with the State designated has ended", "l'accord avec l'État désigné a pris fin"), cured_by=("designate_state", "record_agreement"),
          says_not=("the agreement with the State designated stands", "l'accord avec l'État désigné est en vigueur"))
def designated_agreement_ended(v: View) -> Any:
    register = v.other("agreements")
    found = register.states.get(v.posture.placement.state) if register else None
    return found.entry if found and found.ended_on is not None and v.on >= found.ended_on else False


def _last_supervised(v: View) -> date | None:
    entries = [*v.posture.supervision.inspections] or [e for e in (v.posture.placement.transferred,) if e]
    return entries[-1].done_on if entries else None


def inspection_due(v: View) -> date | None:
    """The last day for the next inspection report: the interval after the last one, or after the transfer."""
    last = _last_supervised(v)
    return add(last, v.figure("inspection_interval").length).day if last else None


@law.fact("25(2)", ("an inspection report is on file whose interval still runs", "un rapport d'inspection dont l'intervalle court encore figure au dossier"),
          says_not=("no inspection report is on file for this interval", "aucun rapport d'inspection ne couvre cet intervalle"),
          cured_by=("record_inspection",))
def inspected_lately(v: View) -> Any:
    due = inspection_due(v)
    return bool(v.posture.supervision.inspections) and due is not None and v.on <= due


supervised_in_time = law.measure(
    "supervised_in_time", "25(2)", ("the next inspection is not overdue", "la prochaine inspection n'est pas en retard"), lambda v: v.on, "<=", inspection_due,
    says_not=("the next inspection is overdue", "la prochaine inspection est en retard"), cured_by=("record_inspection",))


@law.fact("25(1)", ("it is imprisonment for life", "il s'agit d'un emprisonnement à vie"), permanent=True)
def for_life(v: View) -> Any:
    return v.posture.sentence.form == "life"


sentence_served = law.measure(
    "sentence_served", "25(1)", ("no day remains to be served", "aucun jour ne reste à purger"),
    lambda v: served.remaining if (served := time_served(v)) else None, "<=", 0,
    says_not=("days remain to be served", "il reste des jours à purger"))


def sentence_ends_on(v: View) -> date | None:
    """The last day of the sentence, on the footing that custody which runs goes on."""
    served = time_served(v)
    return served.ends_on if served else None


@law.stage("25(1)", ("the person was released", "le condamné a été libéré"), says_not=("the person was not released", "le condamné n'a pas été libéré"),
           cured_by=("release_person",))
def released(v: View) -> Any:
    return v.posture.released or False


@law.fact("25(2)", ("part of the fine is still owed", "une partie de l'amende reste due"), says_not=("no fine is owed", "aucune amende n'est due"))
def fine_owed(v: View) -> Any:
    return v.posture.sentence.entry if v.posture.sentence.fine > v.posture.sentence.fine_paid else False


payment_within_fine = law.measure(
    "payment_within_fine", "25(2)", ("no more than what is owed is paid", "le versement n'excède pas ce qui reste dû"), lambda v: v.given.get("amount"), "<=",
    lambda v: v.posture.sentence.fine - v.posture.sentence.fine_paid, needs=("amount",),
    says_not=("more than what is owed is paid", "le versement excède ce qui reste dû"))


@law.stage("25(2)", ("imprisonment is at an end: served, released or the person has died", "l'emprisonnement a pris fin : libération ou décès"),
           says_not=("imprisonment is not at an end", "l'emprisonnement n'a pas pris fin"), cured_by=("release_person", "record_death"))
def imprisonment_over(v: View) -> Any:
    return v.posture.released or v.posture.died or v.posture.sentence.form == "fine"


@law.stage("25(2)", ("the person has died", "le condamné est décédé"), says_not=("the person has not died", "le condamné n'est pas décédé"), cured_by=("record_death",))
def has_died(v: View) -> Any:
    return v.posture.died or False


@law.fact("25(2)", ("the branch is that of the Tribunal which sentenced", "la division est celle du Tribunal qui a prononcé la peine"), needs=("imposed_by", "branch"),
          says_not=("the branch is not that of the Tribunal which sentenced", "la division n'est pas celle du Tribunal qui a prononcé la peine"))
def branch_of_its_tribunal(v: View) -> Any:
    body, branch = v.given.get("imposed_by"), v.given.get("branch")
    return None if body is None or branch is None else TRIBUNAL_OF[branch] == body or body == "mechanism"


law.prohibition("25(2)", acts.open_file, ~branch_of_its_tribunal, name="other_branch")
law.power("25(2)", acts.open_file, "registrar", all_of(file_not_opened, sentence_final, supervised_here, case_over, sentence_stated))
law.power("25(2)", acts.custody, "registrar", all_of(file_open, custody_past, custody_in_order, custody_separate))
law.power("25(2)", acts.end_custody, "registrar", all_of(custody_runs, custody_past, custody_in_order))
law.power("25(1)", acts.consult, "registrar", all_of(imprisonment, still_to_serve))
law.duty("25(1)", acts.designate, "president", all_of(imprisonment, still_to_serve), state_designated)
law.prohibition("25(1)", acts.designate, ~all_of(agreement_on_the_list, agreement_in_force), name="no_agreement")
law.prohibition("25(1)", acts.designate, state_declined, name="declined")
law.duty("25(1)", acts.transfer, "registrar", all_of(state_designated, still_to_serve), transferred)
law.prohibition("25(1)", acts.transfer, transferred, name="already_there")
law.prohibition("25(1)", acts.transfer, designated_agreement_ended, name="agreement_ended")
law.duty("25(2)", acts.inspect, "registrar", all_of(serving_in_a_state, still_to_serve), inspected_lately, due=inspection_due)
law.duty("25(1)", acts.release, ("state", "registrar"), all_of(imprisonment, ~for_life, sentence_served, ~has_died), released, due=sentence_ends_on)
law.prohibition("25(1)", acts.release, released, name="released_already")
law.power("25(2)", acts.pay_fine, "registrar", payment_within_fine)
law.power("25(2)", acts.die, "registrar", all_of(file_open, ~has_died))
law.power("25(2)", acts.close, "registrar", all_of(file_open, imprisonment_over, has_died | ~fine_owed))
law.right("25(2)", "enforcement", ("imprisonment under the Mechanism's supervision", "emprisonnement sous le contrôle du Mécanisme"),
          ("the convicted person", "le condamné"), "registrar", all_of(serving_in_a_state, still_to_serve), supervised_in_time)
