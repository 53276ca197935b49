"""Article 8 of the Statute of the Mechanism: the roll of judges, nationality, presence and remote work, pay for days served."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind, all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.election import MOST_OF_ONE_NATIONALITY, SEATS
from curule.statutes.mechanism.matters.roll import Roll, nationality_of, president_on, roll_of, term_on
from curule.statutes.mechanism.matters.roll_particulars import branch, judge, since, until

law = Chapter("irmct", __name__)

law.clause("8(1)", Class.RULE, ("Twenty-five judges", "Vingt-cinq juges"),
           ("The roll has twenty-five independent judges, at most two of one nationality.", "La liste compte vingt-cinq juges indépendants, deux au plus de la même nationalité."))
law.clause("8(2)", Class.RULE, ("One nationality counts", "Une seule nationalité compte"),
           ("Who holds several nationalities counts under the State where civil and political rights are ordinarily exercised.",
            "Qui a plusieurs nationalités compte au titre de l'État où sont ordinairement exercés les droits civils et politiques."))
law.clause("8(3)", Class.RULE, ("Presence at a seat and remote work", "Présence au siège et travail à distance"),
           ("Judges come to a seat only when the President asks; otherwise they work from elsewhere, as the President decides.",
            "Les juges ne se rendent au siège qu'à la demande du Président ; ils travaillent ailleurs selon sa décision."))
law.clause("8(4)", Class.RULE, ("Pay for days of service only", "Rémunération des seuls jours de service"),
           ("The roll pays nothing; a day of service is paid as to a judge ad hoc of the International Court of Justice, the President as a judge of it.",
            "La liste ne donne droit à rien ; le jour de service est rémunéré comme pour un juge ad hoc de la Cour internationale de Justice, le Président comme un juge."))


def seated(roll: Roll, day: date) -> list[str]:
    """The judges of the roll proper (not those of article 10(4)) in office on a day."""
    return [code for code in roll.judges if (term := term_on(roll, code, day)) is not None and term.how != "extra"]


def _most_of_one_nationality(v: View) -> int | None:
    """The largest number of judges of one nationality that the act would give the roll on the first day of the term."""
    roll, chosen, first = v.posture, v.given.get("judges") or v.given.get("judge"), v.given.get("since")
    if chosen is None or first is None:
        return None
    new = (chosen,) if isinstance(chosen, str) else chosen
    nationalities = [v.given.get("nationality") or nationality_of(roll, code) for code in new]
    nationalities += [nationality_of(roll, code) for code in seated(roll, first) if code not in new]
    return max(Counter(nationalities).values())


two_of_one_nationality = law.measure(
    "two_of_one_nationality", "8(1)", ("at most two judges of one nationality", "deux juges au plus de la même nationalité"),
    _most_of_one_nationality, "<=", MOST_OF_ONE_NATIONALITY, needs=("judge", "nationality"),
    says_not=("more than two judges of one nationality", "plus de deux juges de la même nationalité"))


def _size(v: View) -> int | None:
    chosen, first = v.given.get("judges"), v.given.get("since")
    return None if chosen is None or first is None else len({*chosen, *seated(v.posture, first)})


twenty_five = law.measure("twenty_five", "8(1)", ("the roll has at most twenty-five judges", "la liste compte au plus vingt-cinq juges"), _size, "<=", SEATS,
                          needs=("judges",), says_not=("the roll would have more than twenty-five judges", "la liste compterait plus de vingt-cinq juges"))


@law.fact("8(2)", ("the nationality that counts is one that the person holds", "la nationalité retenue est l'une de celles que possède la personne"),
          needs=("nationality", "nationalities"))
def nationality_held(v: View) -> Any:
    counted, held = v.given.get("nationality"), v.given.get("nationalities")
    return None if counted is None or held is None else counted in held


@law.fact("8(2)", ("the person has a single nationality", "la personne n'a qu'une nationalité"), needs=("nationalities",))
def single_nationality(v: View) -> Any:
    held = v.given.get("nationalities")
    return None if held is None else len(held) == 1


@law.fact("8(2)", ("the nationality that counts is that of the State where the person ordinarily exercises civil and political rights",
                   "la nationalité retenue est celle de l'État où la personne exerce ordinairement ses droits civils et politiques"),
          needs=("nationality", "rights_in"))
def counted_where_rights_are(v: View) -> Any:
    counted, where = v.given.get("nationality"), v.given.get("rights_in")
    return None if counted is None or where is None else counted == where


NATIONALITY = all_of(nationality_held, any_of(single_nationality, counted_where_rights_are))


@law.fact("8(1)", ("that judge is on the roll and in office that day", "ce juge figure sur la liste et est en fonctions ce jour-là"),
          says_not=("that judge is not in office that day", "ce juge n'est pas en fonctions ce jour-là"), needs=("judge",),
          cured_by=("elect_judges", "reappoint_judge", "appoint_to_vacancy"))
def judge_in_office(v: View) -> Any:
    code, roll = v.given.get("judge"), roll_of(v)
    if code is None or roll is None:
        return None
    term = term_on(roll, code, v.on)
    return term.entry if term is not None else False


def _of(draft: Roll, entry: Entry) -> Any:
    return draft.judges.get(entry.particulars["judge"])


def _keep(series: str) -> Any:
    def effect(draft: Roll, entry: Entry) -> None:
        known = _of(draft, entry)
        if known is not None:
            getattr(known, series).append(entry)

    return effect


def _serve(draft: Roll, entry: Entry) -> None:
    known = _of(draft, entry)
    if known is not None:
        known.service.append(entry)
        known.served += entry.particulars["days"]


def _pay(draft: Roll, entry: Entry) -> None:
    known = _of(draft, entry)
    if known is not None and entry.particulars["terms"] == "day":
        known.paid += entry.particulars["days"]


INTERNAL = ("bench", "organ:registry", "organ:registrar")
place = Particular("place", "choice", "place of work", "lieu de travail", choices=(
    Choice("arusha", "seat at Arusha", "siège d'Arusha"), Choice("the_hague", "seat at The Hague", "siège de La Haye"), Choice("remote", "remotely", "à distance")))
reason = Particular("reason", "text", "reason", "motif", required=False)
first_day = Particular("since", "date", "first day", "premier jour")
last_day = Particular("until", "date", "last day (empty: until further notice)", "dernier jour (vide : jusqu'à nouvel ordre)", required=False)
days_served = Particular("days", "integer", "days of service", "jours de service", least=0)

unavailable = law.act("declare_unavailable", "roll", ("Declare a judge unavailable", "Déclarer un juge indisponible"),
                      ("{judge} is unavailable from {since}", "{judge} est indisponible à compter du {since}"), [judge, first_day, last_day, reason], _keep("unavailable"),
                      audience=INTERNAL)
request_presence = law.act("request_presence", "roll", ("Request a judge's presence at a seat", "Demander la présence d'un juge au siège"),
                           ("The President requested the presence of {judge}: {branch}, {since} to {until}",
                            "Le Président a demandé la présence de {judge} : {branch}, du {since} au {until}"), [judge, branch, since, until], _keep("presence"), audience=INTERNAL)
authorise_remote = law.act("authorise_remote_work", "roll", ("Decide that a judge works remotely", "Décider qu'un juge travaille à distance"),
                           ("The President decided that {judge} works remotely from {since} to {until}",
                            "Le Président a décidé que {judge} travaille à distance du {since} au {until}"), [judge, since, until], _keep("remote"), audience=INTERNAL)
open_travel = law.act("open_travel", "roll", ("Open a judge's travel to a seat", "Ouvrir le voyage d'un juge vers un siège"),
                      ("Travel of {judge} was opened: {branch}, {since} to {until}", "Le voyage de {judge} a été ouvert : {branch}, du {since} au {until}"),
                      [judge, branch, since, until], audience=INTERNAL)
record_service = law.act("record_service", "roll", ("Record days of service", "Inscrire des jours de service"),
                         ("{judge} served {days} days ({place})", "{judge} a accompli {days} jours de service ({place})"), [judge, place, days_served, since, until], _serve,
                         audience=INTERNAL)
pay_judge = law.act("pay_judge", "roll", ("Pay a judge", "Rémunérer un juge"), ("{judge} was paid: {terms}, {days} days", "{judge} a été rémunéré : {terms}, {days} jours"), [
    judge, Particular("terms", "choice", "terms", "conditions", choices=(
        Choice("day", "per day, as a judge ad hoc of the International Court of Justice", "par jour, comme un juge ad hoc de la Cour internationale de Justice"),
        Choice("president", "as a judge of the International Court of Justice (President)", "comme un juge de la Cour internationale de Justice (Président)"),
        Choice("retainer", "retainer", "provision fixe"))), days_served], _pay, audience=INTERNAL)


def _covering(v: View, entries: Any, **match: Any) -> Any:
    """The entry whose days cover those asked about, or ``False``."""
    first, last = v.given.get("since"), v.given.get("until")
    if first is None or last is None:
        return None
    return next((e for e in entries if e.particulars["since"] <= first and last <= e.particulars["until"]
                 and all(e.particulars[k] == value for k, value in match.items())), False)


@law.fact("8(3)", ("the President asked for the judge's presence at that seat for those days", "le Président a demandé la présence du juge à ce siège pour ces jours"),
          says_not=("the President did not ask for the judge's presence at that seat for those days", "le Président n'a pas demandé la présence du juge à ce siège pour ces jours"),
          needs=("judge", "since", "until"), cured_by=("request_presence",))
def presence_requested(v: View) -> Any:
    known, where = v.posture.judges.get(v.given.get("judge", "")), v.given.get("branch") or v.given.get("place")
    return None if known is None or where is None else _covering(v, known.presence, branch=where)


@law.fact("8(3)", ("the President decided that the judge works remotely on those days", "le Président a décidé que le juge travaille à distance ces jours-là"),
          needs=("judge", "since", "until"), cured_by=("authorise_remote_work",))
def remote_authorised(v: View) -> Any:
    known = v.posture.judges.get(v.given.get("judge", ""))
    return None if known is None else _covering(v, known.remote)


@law.fact("8(3)", ("the work was done remotely", "le travail a été accompli à distance"), needs=("place",))
def done_remotely(v: View) -> Any:
    where = v.given.get("place")
    return None if where is None else where == "remote"


@law.fact("8(4)", ("pay is per day of service", "la rémunération est fixée par jour de service"), needs=("terms",))
def paid_by_day(v: View) -> Any:
    terms = v.given.get("terms")
    return None if terms is None else terms == "day"


days_within_period = law.measure("days_within_period", "8(4)", ("no more days were served than there are from the first to the last", "il n'a pas été accompli plus de jours qu'il n'y en a du premier au dernier"),
                               lambda v: v.given.get("days"), "<=", lambda v: _days_between(v), needs=("days", "since", "until"),
                               says_not=("more days were served than there are from the first to the last", "il a été accompli plus de jours qu'il n'y en a du premier au dernier"))


def _days_between(v: View) -> int | None:
    first, last = v.given.get("since"), v.given.get("until")
    return None if first is None or last is None else (last - first).days + 1


def _unpaid(v: View) -> int | None:
    known = v.posture.judges.get(v.given.get("judge", ""))
    return None if known is None else known.served - known.paid


days_not_yet_paid = law.measure("days_not_yet_paid", "8(4)", ("no more days are paid than were served", "il n'est pas payé plus de jours qu'il n'en a été accompli"),
                                lambda v: v.given.get("days"), "<=", _unpaid, needs=("days",), cured_by=("record_service",),
                                says_not=("more days are paid than were served", "il est payé plus de jours qu'il n'en a été accompli"))


@law.fact("8(4)", ("pay is that of the President", "la rémunération est celle du Président"), needs=("terms",))
def paid_as_president(v: View) -> Any:
    terms = v.given.get("terms")
    return None if terms is None else terms == "president"


@law.fact("8(4)", ("that judge is the President", "ce juge est le Président"), needs=("judge",), cured_by=("appoint_president",))
def holds_presidency(v: View) -> Any:
    code = v.given.get("judge")
    return None if code is None else president_on(v.posture, v.on) == code


@law.fact("8(1)", ("that person was or is a judge of the Mechanism", "cette personne est ou a été juge du Mécanisme"), kind=Kind.CONDITION_NOT_MET, needs=("judge",))
def known_judge(v: View) -> Any:
    code = v.given.get("judge")
    return None if code is None else code in v.posture.judges


law.power("8(3)", unavailable, ("judges", "president"), judge_in_office)
law.power("8(3)", request_presence, "president", judge_in_office)
law.power("8(3)", authorise_remote, "president", judge_in_office)
law.power("8(3)", open_travel, "registry", presence_requested)
law.power("8(4)", record_service, "registry", all_of(judge_in_office, days_within_period, any_of(presence_requested, all_of(done_remotely, remote_authorised))),
          note=("Service is recorded only where the President asked for it.", "Le service n'est inscrit que si le Président l'a demandé."))
law.power("8(4)", pay_judge, "registry", all_of(known_judge, any_of(all_of(paid_by_day, ~holds_presidency, days_not_yet_paid), all_of(paid_as_president, holds_presidency))))
