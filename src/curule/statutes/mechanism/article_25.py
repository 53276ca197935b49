"""Article 25 of the Statute of the Mechanism: enforcement of sentences.

A file is opened for each convicted person once the judgement is final; the President designates a State with an agreement in force; the
person is transferred; the Mechanism supervises until the sentence is served. Time served is computed by
:mod:`curule.statutes.mechanism.sentence_time`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.calendar import add
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.matters.enforcement import Agreement, Agreements, CustodyPeriod, Enforcement, Sentence
from curule.statutes.mechanism.sentence_time import Custody, Term, TimeServed, overlaps, reckon

law = Chapter("irmct", __name__)

law.clause("25(1)", Class.RULE, ("State of imprisonment", "État d'exécution de la peine"), (
    "Prison sentences are served in a State that the Mechanism designates among those with a United Nations agreement in force, under the law of "
    "that State and the Mechanism's supervision.",
    "Les peines d'emprisonnement sont purgées dans un État que le Mécanisme désigne parmi ceux qu'un accord en vigueur lie à l'ONU, selon le droit "
    "de cet État et sous le contrôle du Mécanisme."))
law.clause("25(2)", Class.RULE, ("Supervision of sentences and agreements", "Contrôle de l'exécution des peines et des accords"), (
    "The Mechanism supervises the sentences of both Tribunals and its own, and how agreements with States and with other bodies are carried out.",
    "Le Mécanisme contrôle l'exécution des peines des deux Tribunaux et des siennes, ainsi que la mise en œuvre des accords avec les États et "
    "d'autres organismes."))

CONFIDENTIAL = ("organ:president", "organ:registrar", "organ:registry")
PRIVATE = (*CONFIDENTIAL, "bench", "matter:parties")
BEGAN = {"icty": date(2013, 7, 1), "ictr": date(2012, 7, 1), "mechanism": date(2012, 7, 1)}
"""From which day the Mechanism supervises the sentences of each body (resolution 1966, paragraph 1; transitional article 6)."""


# -- the register of agreements -----------------------------------------------------------------------------------------------------

def _agree(draft: Agreements, entry: Entry) -> None:
    draft.states[entry.particulars["state"]] = Agreement(entry, entry.particulars["in_force_from"])


def _end_agreement(draft: Agreements, entry: Entry) -> None:
    if entry.particulars["state"] in draft.states:
        draft.states[entry.particulars["state"]].ended_on = entry.particulars["ends_on"]


def states_agreed(v: View) -> list[tuple[str, str]]:
    """The States on the list that day, for forms."""
    register = v.posture if isinstance(v.posture, Agreements) else v.other("agreements")
    return [(s, s) for s, a in register.states.items() if a.ended_on is None or v.on < a.ended_on] if register else []


state_given = Particular("state", "state", "State", "État", suggest=states_agreed)
open_agreements = law.act("open_agreements", "agreements", ("Open the register of agreements", "Ouvrir le registre des accords"),
                          ("The register of agreements was opened", "Le registre des accords a été ouvert"))
agree = law.act("record_agreement", "agreements", ("Enter an agreement with a State", "Inscrire un accord avec un État"), (
    "An agreement on the enforcement of sentences with {state} was entered, in force from {in_force_from}",
    "Un accord sur l'exécution des peines avec l'État {state} a été inscrit, en vigueur à compter du {in_force_from}"),
    [Particular("state", "state", "State", "État"), Particular("in_force_from", "date", "in force from", "en vigueur à compter du"),
     Particular("reference", "text", "reference of the text", "référence du texte", required=False)], _agree)
end_agreement = law.act("end_agreement", "agreements", ("Enter the end of an agreement", "Inscrire la fin d'un accord"), (
    "The agreement with {state} ends on {ends_on}", "L'accord avec l'État {state} prend fin le {ends_on}"),
    [state_given, Particular("ends_on", "date", "no longer in force from", "n'est plus en vigueur à compter du")], _end_agreement)
agree_with_body = law.act("record_other_agreement", "agreements", ("Enter an agreement with another body", "Inscrire un accord avec un autre organisme"), (
    "An agreement with {body} was entered: {subject}", "Un accord avec l'organisme {body} a été inscrit : {subject}"),
    [Particular("body", "text", "organisation or body", "organisation ou organisme"), Particular("subject", "text", "subject", "objet")],
    lambda draft, entry: draft.bodies.__setitem__(entry.particulars["body"], entry))
report_agreement = law.act("report_on_agreement", "agreements", ("Report on how an agreement is carried out", "Rendre compte de la mise en œuvre d'un accord"), (
    "The Registrar reported on how the agreement with {other_side} is carried out", "Le Greffier a rendu compte de la mise en œuvre de l'accord avec {other_side}"),
    [Particular("other_side", "text", "State or body", "État ou organisme", suggest=lambda v: [(x, x) for x in (*v.posture.states, *v.posture.bodies)]),
     Particular("report", "long_text", "report", "rapport")], lambda draft, entry: draft.reports.append(entry), audience=CONFIDENTIAL)


@law.stage("25(2)", ("the file has not been opened yet", "le dossier n'est pas encore ouvert"),
           says_not=("the file is open already", "le dossier est déjà ouvert"), permanent=True)
def file_not_opened(v: View) -> Any:
    return no(v.posture.opened) if v.posture.opened else True


@law.stage("25(2)", ("the file is open", "le dossier est ouvert"), says_not=("no file is open", "aucun dossier n'est ouvert"),
           cured_by=("open_enforcement", "open_agreements"))
def file_open(v: View) -> Any:
    if getattr(v.posture, "closed", None):
        return no(v.posture.closed)
    return v.posture.opened or False


def agreement_of(v: View) -> Agreement | None:
    """The agreement with the State in question, from the register."""
    register = v.posture if isinstance(v.posture, Agreements) else v.other("agreements")
    return register.states.get(v.given.get("state")) if register else None


@law.fact("25(1)", ("there is an agreement with that State, and it has not ended", "un accord lie cet État et n'a pas pris fin"), needs=("state",),
          says_not=("no agreement with that State remains on the list", "aucun accord avec cet État ne figure plus sur la liste"),
          cured_by=("record_agreement",))
def agreement_on_the_list(v: View) -> Any:
    if "state" not in v.given:
        return None
    found = agreement_of(v)
    return found.entry if found and (found.ended_on is None or v.on < found.ended_on) else False


agreement_in_force = law.measure(
    "agreement_in_force", "25(1)", ("the agreement has entered into force", "l'accord est entré en vigueur"), lambda v: v.on, ">=",
    lambda v: found.in_force_from if (found := agreement_of(v)) else None, needs=("state",),
    says_not=("the agreement has not entered into force", "l'accord n'est pas encore en vigueur"))


@law.fact("25(2)", ("an agreement with that State or body is on the register", "un accord avec cet État ou organisme figure au registre"),
          needs=("other_side",), cured_by=("record_agreement", "record_other_agreement"))
def other_side_known(v: View) -> Any:
    name = v.given.get("other_side")
    return None if name is None else name in v.posture.states or name in v.posture.bodies


law.power("25(1)", open_agreements, "registrar", file_not_opened)
law.power("25(1)", agree, "registrar", all_of(file_open, ~agreement_on_the_list))
law.power("25(1)", end_agreement, "registrar", agreement_on_the_list)
law.power("25(2)", agree_with_body, "registrar", file_open)
law.power("25(2)", report_agreement, "registrar", other_side_known)


# -- the file of the convicted person -----------------------------------------------------------------------------------------------

def _open(draft: Enforcement, entry: Entry) -> None:
    given = entry.particulars
    draft.person, draft.branch = given["person"], given.get("branch", "")
    draft.duty_station = draft.branch
    draft.sentence = Sentence(given["imposed_by"], given["form"], given.get("years", 0), given.get("months", 0), given.get("begins_on"),
                              given["final_on"], given.get("fine", 0), 0, entry)


def _custody(draft: Enforcement, entry: Entry) -> None:
    draft.custody.append(CustodyPeriod(entry.particulars["start"], entry.particulars.get("end"), entry))


def end_running_custody(draft: Enforcement, day: date) -> None:
    """Close the period of custody that runs, if one does."""
    for period in draft.custody:
        if period.end is None and period.start is not None and period.start <= day:
            period.end = day


def _consult(draft: Enforcement, entry: Entry) -> None:
    state = entry.particulars["state"]
    if entry.particulars["reply"] == "declined":
        draft.placement.declined[state] = entry
    else:
        draft.placement.declined.pop(state, None)


def _designate(draft: Enforcement, entry: Entry) -> None:
    draft.placement.state, draft.placement.designated = entry.particulars["state"], entry


def _transfer(draft: Enforcement, entry: Entry) -> None:
    place = draft.placement
    place.transferred, place.serving_in, place.eligible_on = entry, place.state, entry.particulars.get("eligible_on")


def _fine(draft: Enforcement, entry: Entry) -> None:
    draft.sentence.fine_paid += entry.particulars["amount"]


def _release(draft: Enforcement, entry: Entry) -> None:
    draft.released = entry
    end_running_custody(draft, entry.done_on)


def _death(draft: Enforcement, entry: Entry) -> None:
    draft.died = entry
    end_running_custody(draft, entry.done_on)


open_file = law.act("open_enforcement", "enforcement", ("Open a sentence file", "Ouvrir un dossier d'exécution de peine"), (
    "A file was opened for the sentence of {person}, final on {final_on}", "Un dossier a été ouvert pour la peine de {person}, définitive le {final_on}"), [
    Particular("person", "person", "convicted person", "condamné"),
    Particular("imposed_by", "choice", "sentence imposed by", "peine prononcée par", choices=[
        Choice("icty", "the ICTY", "le TPIY"), Choice("ictr", "the ICTR", "le TPIR"), Choice("mechanism", "the Mechanism", "le Mécanisme")]),
    Particular("branch", "choice", "branch", "division", choices=[Choice("arusha", "Arusha", "Arusha"), Choice("the_hague", "The Hague", "La Haye")]),
    Particular("case", "matter", "case", "affaire"),
    Particular("final_on", "date", "day on which the judgement became final", "date à laquelle le jugement est devenu définitif"),
    Particular("form", "choice", "sentence", "peine", choices=[
        Choice("term", "a term of imprisonment", "emprisonnement à temps"), Choice("life", "imprisonment for life", "emprisonnement à vie"),
        Choice("fine", "a fine only", "amende seulement")]),
    Particular("years", "integer", "years", "années", required=False, least=0, most=99),
    Particular("months", "integer", "months", "mois", required=False, least=0, most=11),
    Particular("begins_on", "date", "day from which the sentence runs", "date à compter de laquelle court la peine", required=False),
    Particular("fine", "amount", "fine, in cents", "amende, en centimes", required=False, least=0)], _open)
custody = law.act("record_custody", "enforcement", ("Enter a period of custody", "Inscrire une période de détention"), (
    "Custody from {start} was entered", "La détention à compter du {start} a été inscrite"), [
    Particular("start", "date", "first day", "premier jour"),
    Particular("end", "date", "last day, if it has ended", "dernier jour, si elle a pris fin", required=False),
    Particular("place", "choice", "where", "lieu", choices=[
        Choice("arrest", "custody of the State of arrest", "détention dans l'État de l'arrestation"),
        Choice("unit", "United Nations Detention Unit or Facility", "quartier ou centre pénitentiaire des Nations Unies"),
        Choice("state", "State of enforcement", "État chargé de l'exécution de la peine")])], _custody, audience=PRIVATE)
end_custody = law.act("end_custody", "enforcement", ("Enter the end of a period of custody", "Inscrire la fin d'une période de détention"), (
    "Custody ended on {day}: {reason}", "La détention a pris fin le {day} : {reason}"), [
    Particular("day", "date", "last day", "dernier jour"),
    Particular("reason", "choice", "reason", "motif", choices=[Choice("provisional_release", "provisional release", "mise en liberté provisoire"),
                                                               Choice("escape", "escape", "évasion")])],
    lambda draft, entry: end_running_custody(draft, entry.particulars["day"]), audience=PRIVATE)
consult = law.act("consult_state", "enforcement", ("Enter a State's reply on taking the person", "Inscrire la réponse d'un État sur l'accueil du condamné"), (
    "{state} was asked to enforce the sentence: {reply}", "L'État {state} a été sollicité pour l'exécution de la peine : {reply}"), [
    state_given, Particular("reply", "choice", "reply", "réponse", choices=[Choice("accepted", "accepted", "acceptation"),
                                                                            Choice("declined", "declined", "refus")])], _consult, audience=CONFIDENTIAL)
designate = law.act("designate_state", "enforcement", ("Designate the State of enforcement", "Désigner l'État chargé de l'exécution de la peine"), (
    "The President designated {state} as the State of enforcement", "Le Président a désigné l'État {state} pour l'exécution de la peine"),
    [state_given], _designate)
transfer = law.act("transfer_prisoner", "enforcement", ("Enter the transfer to the State of enforcement", "Inscrire le transfèrement vers l'État d'exécution"), (
    "The person was transferred to the State of enforcement", "Le condamné a été transféré dans l'État chargé de l'exécution de la peine"), [
    Particular("eligible_on", "date", "day of eligibility under the law of that State, if told",
               "date à laquelle le droit de cet État ouvre une possibilité de libération, si connue", required=False)], _transfer)
inspect = law.act("record_inspection", "enforcement", ("File an inspection report", "Déposer un rapport d'inspection"), (
    "An inspection report by {inspector} was filed", "Un rapport d'inspection ({inspector}) a été déposé"), [
    Particular("inspector", "choice", "inspected by", "inspection par", choices=[
        Choice("icrc", "International Committee of the Red Cross", "Comité international de la Croix-Rouge"),
        Choice("cpt", "European Committee for the Prevention of Torture", "Comité européen pour la prévention de la torture"),
        Choice("mechanism", "the Mechanism", "le Mécanisme"), Choice("other", "another body", "autre organisme")]),
    Particular("report", "long_text", "report", "rapport")], lambda draft, entry: draft.supervision.inspections.append(entry), audience=PRIVATE)
pay_fine = law.act("receive_fine", "enforcement", ("Enter a payment of the fine", "Inscrire un versement de l'amende"), (
    "{amount} of the fine was paid", "Un versement de {amount} a été effectué au titre de l'amende"),
    [Particular("amount", "amount", "amount, in cents", "montant, en centimes", least=1)], _fine)
release = law.act("release_person", "enforcement", ("Enter the release", "Inscrire la libération"), ("The person was released", "Le condamné a été libéré"), [], _release)
die = law.act("record_death", "enforcement", ("Enter the death of the convicted person", "Inscrire le décès du condamné"), (
    "The convicted person died", "Le condamné est décédé"), [], _death)
close = law.act("close_enforcement", "enforcement", ("Close the sentence file", "Clore le dossier d'exécution"), ("The file was closed", "Le dossier a été clos"), [],
                lambda draft, entry: setattr(draft, "closed", entry))


def term_of(file: Enforcement) -> Term | None:
    """The sentence as a term; ``None`` when no imprisonment was imposed or nothing is on record."""
    sentence = file.sentence
    if sentence.form == "life":
        return Term(life=True)
    return Term(sentence.years, sentence.months) if sentence.form == "term" else None


def periods_of(file: Enforcement) -> list[Custody]:
    """The custody on record; a period whose days are in the wrong order counts as its first day."""
    return [Custody(p.start, None if p.end is None else max(p.start, p.end)) for p in file.custody if p.start is not None]


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
    return next((p for p in v.posture.custody if p.end is None), None)


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
    found = overlaps(Custody(start, end if end is None or end >= start else None), periods_of(v.posture))
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


def _last_supervised(v: View) -> date | None:
    entries = [*v.posture.supervision.inspections] or [e for e in (v.posture.placement.transferred,) if e]
    return entries[-1].done_on if entries else None


def inspection_due(v: View) -> date | None:
    """The last day for the next inspection report: the interval after the last one, or after the transfer."""
    last = _last_supervised(v)
    return add(last, v.figure("inspection_interval").length).day if last else None


@law.fact("25(2)", ("an inspection report is not yet due", "aucun rapport d'inspection n'est encore attendu"),
          says_not=("an inspection report is due", "un rapport d'inspection est attendu"), cured_by=("record_inspection",))
def inspected_lately(v: View) -> Any:
    due = inspection_due(v)
    return bool(v.posture.supervision.inspections) and due is not None and v.on <= due


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


law.power("25(2)", open_file, "registrar", all_of(file_not_opened, sentence_final, supervised_here, case_over, sentence_stated))
law.power("25(2)", custody, "registrar", all_of(file_open, custody_past, custody_in_order, custody_separate))
law.power("25(2)", end_custody, "registrar", all_of(custody_runs, custody_past, custody_in_order))
law.power("25(1)", consult, "registrar", all_of(file_open, imprisonment))
law.duty("25(1)", designate, "president", all_of(file_open, imprisonment, still_to_serve), state_designated)
law.prohibition("25(1)", designate, ~all_of(agreement_on_the_list, agreement_in_force), name="no_agreement")
law.prohibition("25(1)", designate, state_declined, name="declined")
law.duty("25(1)", transfer, "registrar", all_of(state_designated, still_to_serve), transferred)
law.prohibition("25(1)", transfer, transferred, name="already_there")
law.duty("25(2)", inspect, "registrar", all_of(serving_in_a_state, still_to_serve), inspected_lately, due=inspection_due)
law.duty("25(1)", release, ("state", "registrar"), all_of(imprisonment, ~for_life, sentence_served, ~has_died), released, due=sentence_ends_on)
law.prohibition("25(1)", release, released, name="released_already")
law.power("25(2)", pay_fine, "registrar", all_of(fine_owed, payment_within_fine))
law.power("25(2)", die, "registrar", all_of(file_open, ~has_died))
law.power("25(2)", close, "registrar", all_of(file_open, imprisonment_over, has_died | ~fine_owed))
law.right("25(2)", "enforcement", ("imprisonment under the Mechanism's supervision", "emprisonnement sous le contrôle du Mécanisme"),
          ("the convicted person", "le condamné"), "registrar", all_of(serving_in_a_state, still_to_serve), inspected_lately)
