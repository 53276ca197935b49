"""Article 25 of the Statute of the Mechanism, second part: the acts of a convicted person's file and what they change."""

from __future__ import annotations

from datetime import date

from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.statutes.mechanism.enforcement_agreements import CONFIDENTIAL, law, state_given
from curule.statutes.mechanism.matters.enforcement import CustodyPeriod, Enforcement, Sentence, presumed_custody

PRIVATE = (*CONFIDENTIAL, "bench", "matter:parties")


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


def _end_custody(draft: Enforcement, entry: Entry) -> None:
    """End the custody that runs; custody that only follows from the sentence becomes a period of its own."""
    implied = presumed_custody(draft)
    if implied is not None and implied.end is None:
        draft.custody.append(CustodyPeriod(implied.start, None, entry))
    end_running_custody(draft, entry.particulars["day"])


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
    _end_custody, audience=PRIVATE)
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
