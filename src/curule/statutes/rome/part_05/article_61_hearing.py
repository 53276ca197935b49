"""Article 61 of the Rome Statute, paragraphs 1 to 3, 5 and 6: the hearing on the confirmation of charges."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import Charge, person_in
from curule.statutes.rome.part_05.article_61_pleading import pleading_particulars
from curule.statutes.rome.part_05.facts import (
    CHAMBERS,
    charge_particular,
    charges_of,
    confirmation_of,
    crimes_particular,
    each_person,
    listed,
    of_person,
    person_of,
    person_particular,
    present_before_court,
    stated,
    wording,
    yes_no,
)

law = Chapter("rome", __name__)

PTC = "pre_trial_chamber"


def _mark(field: str) -> Any:
    def effect(draft: Case, entry: Entry) -> None:
        setattr(person_in(draft.persons, entry.particulars["person"]).confirmation, field, entry)

    return effect


def _set(draft: Case, entry: Entry) -> None:
    confirmation = person_in(draft.persons, entry.particulars["person"]).confirmation
    confirmation.set, confirmation.day = entry, entry.particulars["day"]


def add_charges(draft: Case, entry: Entry) -> None:
    """Add the crimes of an entry as new charges, numbered on, to be confirmed."""
    for crime in entry.particulars["crimes"]:
        draft.charges[str(len(draft.charges) + 1)] = Charge(
            crime=crime, person=entry.particulars["person"], elements=tuple(entry.particulars.get("elements", ())), since=entry.particulars.get("conduct_from"), entry=entry)


def _document(draft: Case, entry: Entry) -> None:
    _mark("document")(draft, entry)
    person_in(draft.persons, entry.particulars["person"]).confirmation.document_served = None
    add_charges(draft, entry)


def _evidence(draft: Case, entry: Entry) -> None:
    confirmation = person_in(draft.persons, entry.particulars["person"]).confirmation
    for item in entry.particulars["items"]:
        confirmation.evidence.setdefault(item, entry)


def _inform(draft: Case, entry: Entry) -> None:
    confirmation = person_in(draft.persons, entry.particulars["person"]).confirmation
    confirmation.evidence_served = confirmation.evidence_served or entry
    confirmation.evidence_told = entry


def _steps(draft: Case, entry: Entry) -> None:
    for step in entry.particulars["steps"]:
        person_in(draft.persons, entry.particulars["person"]).confirmation.steps[step] = entry


def _hold(draft: Case, entry: Entry) -> None:
    confirmation = person_in(draft.persons, entry.particulars["person"]).confirmation
    confirmation.opened, confirmation.closed, confirmation.defence_called = entry, None, None


def _defend(draft: Case, entry: Entry) -> None:
    person_in(draft.persons, entry.particulars["person"]).confirmation.defence_acts.append(entry)


def suggest_evidence(v: View) -> list[tuple[str, str]]:
    """The evidence on the Prosecutor's list, for forms."""
    confirmation = confirmation_of(v)
    return [(i, i) for i in confirmation.evidence] if confirmation else []


STEPS = (Choice("appearance", "steps to secure appearance", "mesures pour obtenir la comparution"), Choice("charges", "steps to inform of the charges", "mesures pour informer des charges"),
         Choice("hearing", "steps to inform of the hearing", "mesures pour informer de l'audience"))
PRESENT = (Choice("prosecutor", "the Prosecutor", "le Procureur"), Choice("person", "the person charged", "la personne mise en cause"), Choice("counsel", "counsel for the person", "le conseil de la personne"))

set_hearing = law.act(
    "set_confirmation_hearing", "case", ("Set the date of the confirmation hearing", "Fixer la date de l'audience de confirmation"),
    ("The Chamber set the hearing to confirm the charges against {person} for {day}", "La Chambre a fixé au {day} l'audience de confirmation des charges contre {person}"),
    [person_particular(), Particular("day", "date", "day of the hearing", "date de l'audience")], _set, group="confirmation")
file_document = law.act(
    "file_document_containing_charges", "case", ("File the document containing the charges", "Déposer le document contenant les charges"),
    ("The Prosecutor filed the document containing the charges against {person}: {crimes}", "Le Procureur a déposé le document contenant les charges contre {person} : {crimes}"),
    [person_particular(), crimes_particular("crime of each charge, by provision", "crime de chaque charge, par disposition"), *pleading_particulars(), wording("facts", "facts", "faits")],
    _document, group="confirmation")
serve_document = law.act(
    "provide_document_containing_charges", "case", ("Provide the person with the document containing the charges", "Remettre à la personne le document contenant les charges"),
    ("{person} received the document containing the charges", "{person} a reçu le document contenant les charges"), [person_particular()], _mark("document_served"), group="confirmation")
list_evidence = law.act(
    "file_list_of_evidence", "case", ("File the list of evidence", "Déposer l'inventaire des preuves"),
    ("The Prosecutor filed the list of evidence against {person}", "Le Procureur a déposé l'inventaire des preuves contre {person}"),
    [person_particular(), Particular("items", "text", "items", "éléments", many=True)], _evidence, group="confirmation")
serve_evidence = law.act(
    "inform_of_evidence", "case", ("Inform the person of the evidence", "Informer la personne des éléments de preuve"),
    ("{person} was informed of the evidence on which the Prosecutor relies", "{person} a été informé(e) des preuves sur lesquelles le Procureur entend se fonder"),
    [person_particular()], _inform, group="confirmation")
order_disclosure = law.act(
    "order_disclosure_for_hearing", "case", ("Order disclosure for the hearing", "Ordonner la divulgation aux fins de l'audience"),
    ("The Chamber ordered disclosure for the confirmation hearing: {order}", "La Chambre a ordonné la divulgation aux fins de l'audience : {order}"),
    [person_particular(), wording("order", "what is to be disclosed, and by when", "ce qui doit être divulgué, et quand", required=True)], group="confirmation")
waive = law.act(
    "waive_presence_at_hearing", "case", ("Waive presence at the confirmation hearing", "Renoncer à être présent à l'audience de confirmation"),
    ("{person} waived the right to be present at the confirmation hearing", "{person} a renoncé à être présent(e) à l'audience de confirmation"),
    [person_particular(), yes_no("by_person", "signed by the person in person", "signée par la personne elle-même", required=True)], _mark("waived"), group="confirmation")
seek_absence = law.act(
    "request_hearing_in_absence", "case", ("Request a hearing in absence", "Demander une audience en l'absence de la personne"),
    ("The Prosecutor asked that the hearing be held in the absence of {person}", "Le Procureur a demandé que l'audience se tienne en l'absence de {person}"),
    [person_particular()], _mark("absence_sought"), group="confirmation")
record_steps = law.act(
    "record_steps_to_reach_person", "case", ("Record steps to reach the person", "Consigner les mesures prises pour joindre la personne"),
    ("Steps were taken to reach {person}: {steps}", "Des mesures ont été prises pour joindre {person} : {steps}"),
    [person_particular(), Particular("steps", "choice", "steps", "mesures", many=True, choices=STEPS)], _steps, group="confirmation")
hold_hearing = law.act(
    "hold_confirmation_hearing", "case", ("Open the confirmation hearing", "Ouvrir l'audience de confirmation"),
    ("The Chamber opened the hearing to confirm the charges against {person}", "La Chambre a ouvert l'audience de confirmation des charges contre {person}"),
    [person_particular(), Particular("present", "choice", "present", "présents", many=True, choices=PRESENT),
     yes_no("own_motion", "absence: of the Chamber's own motion", "absence : d'office")], _hold, group="confirmation")
call_defence = law.act(
    "call_defence_at_hearing", "case", ("Call on the defence at the hearing", "Donner la parole à la Défense à l'audience"),
    ("The Chamber called on the defence of {person}", "La Chambre a donné la parole à la Défense de {person}"), [person_particular()], _mark("defence_called"), group="confirmation")
object_ = law.act(
    "object_to_charges", "case", ("Object to charges", "Contester les charges"), ("{person} objected to charges {counts}", "{person} a contesté les charges {counts}"),
    [person_particular(), charge_particular("counts", "charges", "charges")], _defend, group="confirmation")
challenge = law.act(
    "challenge_prosecution_evidence", "case", ("Challenge the Prosecutor's evidence", "Contester les preuves du Procureur"),
    ("{person} challenged {items}", "{person} a contesté {items}"),
    [person_particular(), Particular("items", "text", "items", "éléments", many=True, suggest=suggest_evidence)], _defend, group="confirmation")
present_evidence = law.act(
    "present_defence_evidence", "case", ("Present evidence for the defence", "Présenter des preuves à décharge"),
    ("{person} presented {items}", "{person} a présenté {items}"), [person_particular(), Particular("items", "text", "items", "éléments", many=True)], _defend, group="confirmation")
support = law.act(
    "support_charges_at_hearing", "case", ("Support the charges with evidence", "Étayer les charges"),
    ("The Prosecutor supported charges {counts} with {items} ({form})", "Le Procureur a étayé les charges {counts} par {items} ({form})"),
    [person_particular(), charge_particular("counts", "charges", "charges"), Particular("items", "text", "items", "éléments", many=True, suggest=suggest_evidence),
     Particular("form", "choice", "form of the evidence", "forme des preuves", choices=[
         Choice("documentary", "documentary", "documentaire"), Choice("summary", "summary", "résumé"), Choice("witness", "witnesses heard", "témoins entendus")])], group="confirmation")
close_hearing = law.act(
    "close_confirmation_hearing", "case", ("Close the confirmation hearing", "Clore l'audience de confirmation"),
    ("The Chamber closed the hearing to confirm the charges against {person}", "La Chambre a clos l'audience de confirmation des charges contre {person}"),
    [person_particular()], _mark("closed"), group="confirmation")


def _stage(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], read: Any, *cured_by: str) -> Any:
    return of_person(law, id, provision, says, says_not, lambda p: read(p.confirmation), cured_by=cured_by)


hearing_set = _stage("hearing_set", "61(1)", ("the hearing has its date", "l'audience est fixée"), ("the hearing has no date yet", "l'audience n'est pas fixée"),
                     lambda c: c.set, "set_confirmation_hearing")
hearing_open = _stage("hearing_open", "61(6)", ("the confirmation hearing is in progress", "l'audience de confirmation est en cours"),
                      ("no confirmation hearing is in progress", "aucune audience de confirmation n'est en cours"), lambda c: c.in_progress, "hold_confirmation_hearing")
hearing_begun = _stage("hearing_begun", "61(4)", ("the confirmation hearing has begun", "l'audience de confirmation s'est ouverte"),
                       ("the confirmation hearing has not begun", "l'audience de confirmation ne s'est pas ouverte"), lambda c: c.opened, "hold_confirmation_hearing")
document_filed = _stage("document_filed", "61(3)(a)", ("the document containing the charges is filed", "le document contenant les charges est déposé"),
                        ("the document containing the charges is not filed", "le document contenant les charges n'est pas déposé"), lambda c: c.document, "file_document_containing_charges")
evidence_listed = _stage("evidence_listed", "61(3)(b)", ("the list of evidence is filed", "l'inventaire des preuves est déposé"),
                         ("the list of evidence is not filed", "l'inventaire des preuves n'est pas déposé"),
                         lambda c: next(reversed(c.evidence.values()), None), "file_list_of_evidence")
waived = _stage("presence_waived", "61(2)(a)", ("the person in person waived presence", "la personne a elle-même renoncé à être présente"),
                ("the person did not waive presence in person", "la personne n'a pas elle-même renoncé à être présente"),
                lambda c: c.waived if c.waived and c.waived.particulars["by_person"] else None, "waive_presence_at_hearing")
steps_for_appearance = _stage("steps_for_appearance", "61(2)(b)", ("steps were taken to secure appearance", "des mesures ont été prises pour obtenir la comparution"),
                              ("no steps were taken to secure appearance", "aucune mesure n'a été prise pour obtenir la comparution"),
                              lambda c: c.steps.get("appearance"), "record_steps_to_reach_person")
steps_for_charges = _stage("steps_for_charges", "61(2)(b)", ("steps were taken to inform of the charges", "des mesures ont été prises pour informer des charges"),
                           ("no steps were taken to inform of the charges", "aucune mesure n'a été prise pour informer des charges"),
                           lambda c: c.steps.get("charges"), "record_steps_to_reach_person")
steps_for_hearing = _stage("steps_for_hearing", "61(2)(b)", ("steps were taken to inform of the hearing", "des mesures ont été prises pour informer de l'audience"),
                           ("no steps were taken to inform of the hearing", "aucune mesure n'a été prise pour informer de l'audience"),
                           lambda c: c.steps.get("hearing"), "record_steps_to_reach_person")
absence_sought = _stage("absence_sought", "61(2)", ("the Prosecutor asked for a hearing in absence", "le Procureur a demandé une audience en l'absence de la personne"),
                        ("the Prosecutor did not ask for a hearing in absence", "le Procureur n'a pas demandé d'audience en l'absence de la personne"),
                        lambda c: c.absence_sought, "request_hearing_in_absence")
defence_called = _stage("defence_called", "61(6)", ("the defence was called on", "la parole a été donnée à la Défense"), ("the defence was not called on", "la parole n'a pas été donnée à la Défense"),
                        lambda c: c.defence_called or (c.defence_acts[-1] if c.defence_acts else None), "call_defence_at_hearing")
own_motion = stated(law, "own_motion", "61(2)", ("the Chamber acts of its own motion", "la Chambre agit d'office"), ("the Chamber does not act of its own motion", "la Chambre n'agit pas d'office"),
                    "own_motion", after="present")
prosecutor_present = listed(law, "prosecutor_present", "61(1)", ("the Prosecutor is present", "le Procureur est présent"), ("the Prosecutor is absent", "le Procureur est absent"), "present", "prosecutor")
person_present = listed(law, "person_present", "61(1)", ("the person is present", "la personne est présente"), ("the person is absent", "la personne est absente"), "present", "person")
counsel_present = listed(law, "counsel_at_hearing", "61(1)", ("counsel is present", "le conseil est présent"), ("counsel is absent", "le conseil est absent"), "present", "counsel")
fled = law.finding("fled_or_not_found", "61(2)(b)", ("the person fled or cannot be found", "la personne a pris la fuite ou est introuvable"), PTC, ("determined", "constaté"))
counsel_required = law.finding("counsel_in_interests_of_justice", "61(2)", ("representation by counsel is in the interests of justice", "la représentation par un conseil sert les intérêts de la justice"),
                               PTC, ("interests of justice", "intérêts de la justice"), lasting=False)


def _days_before(served: Any) -> Any:
    def value(v: View) -> int | None:
        confirmation = confirmation_of(v)
        entry = served(confirmation) if confirmation else None
        return None if entry is None else (v.on - entry.done_on).days

    return value


def _figure(v: View) -> int:
    return v.figure("charges_before_hearing").length.n


charges_in_time = law.measure("charges_in_time", "61(3)(a)", ("the person had the charges a reasonable time before the hearing", "la personne a reçu les charges dans un délai raisonnable avant l'audience"),
                              _days_before(lambda c: c.document_served), ">=", _figure, cured_by=("provide_document_containing_charges",))
evidence_in_time = law.measure("evidence_in_time", "61(3)(b)", ("the person knew the evidence a reasonable time before the hearing", "la personne a connu les preuves dans un délai raisonnable avant l'audience"),
                               _days_before(lambda c: c.evidence_served), ">=", _figure, cured_by=("inform_of_evidence",))
new_evidence_in_time = law.measure("new_evidence_in_time", "61(3)(b)", ("the person knew of evidence added later in time for the hearing", "la personne a connu en temps utile les preuves ajoutées ensuite"),
                                   _days_before(lambda c: c.evidence_told), ">=", lambda v: v.figure("new_evidence_before_hearing").length.n, cured_by=("inform_of_evidence",))
charges_received = _stage("charges_received", "61(3)(a)", ("the person received the document containing the charges", "la personne a reçu le document contenant les charges"),
                          ("the person did not receive the document containing the charges", "la personne n'a pas reçu le document contenant les charges"),
                          lambda c: c.document_served, "provide_document_containing_charges")
evidence_known = _stage("evidence_known", "61(3)(b)", ("the person was informed of the evidence", "la personne a été informée des preuves"),
                        ("the person was not informed of the evidence", "la personne n'a pas été informée des preuves"), lambda c: c.evidence_told if c.evidence_told and all(e.number < c.evidence_told.number for e in c.evidence.values()) else None, "inform_of_evidence")


@law.fact("61(5)", ("each charge is supported by evidence on the list, of which the person was informed", "chaque charge est étayée par des preuves de l'inventaire dont la personne a été informée"), needs=("items",),
          says_not=("an item is not on the list of evidence, or the person was not informed of it", "un élément ne figure pas à l'inventaire, ou la personne n'en a pas été informée"))
def on_the_list(v: View) -> Any:
    items, confirmation = v.given.get("items"), confirmation_of(v)
    if items is None or confirmation is None:
        return None
    told = confirmation.evidence_told
    # In the absence of the person nobody can be informed: then the list suffices.
    return set(items) <= {item for item, listing in confirmation.evidence.items() if told is None or listing.number < told.number}


@law.fact("61(6)(b)", ("the evidence challenged is on the Prosecutor's list", "les preuves contestées figurent à l'inventaire du Procureur"), needs=("items",),
          says_not=("an item challenged is not on the Prosecutor's list", "un élément contesté ne figure pas à l'inventaire du Procureur"))
def challenged_on_list(v: View) -> Any:
    return on_the_list.test(v)


@law.fact("61(6)(a)", ("the charges objected to are sought against the person", "les charges contestées sont bien requises contre la personne"), needs=("counts",),
          says_not=("a charge named is not sought against the person", "une charge désignée n'est pas requise contre la personne"))
def charges_sought(v: View) -> Any:
    counts = v.given.get("counts")
    return None if counts is None or person_of(v) is None else set(counts) <= set(charges_of(v, "sought", "adjourned"))


@law.stage("61(7)(c)(i)", ("the Chamber asked for more evidence on a charge", "la Chambre a demandé d'autres preuves sur une charge"), says_not=("the Chamber asked for no more evidence", "la Chambre n'a pas demandé d'autres preuves"),
           cured_by=("decide_confirmation",))
def more_evidence_asked(v: View) -> Any:
    return next((c.entry or True for c in charges_of(v, "adjourned").values() if c.request == "evidence"), False)


defence_heard = _stage("defence_evidence_taken", "61(6)(c)", ("the hearing is open to the evidence of the defence", "l'audience est ouverte aux preuves à décharge"),
                       ("no hearing is open to the evidence of the defence", "aucune audience n'est ouverte aux preuves à décharge"),
                       lambda c: c.in_progress, "hold_confirmation_hearing")
hearing_to_come = _stage("hearing_to_come", "61(3)", ("a confirmation hearing is to be held", "une audience de confirmation doit se tenir"),
                         ("no confirmation hearing is to be held", "aucune audience de confirmation ne doit se tenir"), lambda c: None if c.opened else c.set, "set_confirmation_hearing")

law.power("61(1)", set_hearing, CHAMBERS, any_of(present_before_court, absence_sought))
law.power("61(3)(a)", file_document, "prosecutor", all_of(any_of(present_before_court, absence_sought), ~hearing_begun))
law.duty("61(3)(a)", serve_document, ("registry", "prosecutor"), document_filed, charges_received, each=each_person)
law.power("61(3)(b)", list_evidence, "prosecutor", all_of(document_filed, any_of(~hearing_begun, more_evidence_asked)))
law.duty("61(3)(b)", serve_evidence, ("registry", "prosecutor"), evidence_listed, evidence_known, each=each_person)
law.power("61(3)", order_disclosure, CHAMBERS, any_of(present_before_court, hearing_to_come))
law.power("61(2)(a)", waive, "defence", ~hearing_begun)
law.power("61(2)", seek_absence, "prosecutor", ~hearing_begun)
law.power("61(2)(b)", record_steps, ("registry", "prosecutor"), ~hearing_begun)
law.duty("61(1)", hold_hearing, PTC, hearing_set, hearing_begun, each=each_person)
law.prohibition("61(2)", hold_hearing, all_of(~person_present, ~all_of(
    any_of(absence_sought, own_motion), any_of(waived, all_of(fled, steps_for_appearance, steps_for_charges, steps_for_hearing)),
    any_of(counsel_present, ~counsel_required))), name="absence")
law.prohibition("61(1)", (set_hearing, hold_hearing), hearing_begun, name="begun")
law.prohibition("61(3)(a)", serve_document, charges_received, name="received")
law.prohibition("61(3)(b)", serve_evidence, evidence_known, name="known")
law.prohibition("61(1)", hold_hearing, ~prosecutor_present, name="prosecutor")
law.prohibition("61(1)", hold_hearing, all_of(person_present, ~counsel_present), name="counsel")
law.prohibition("61(3)(a)", hold_hearing, all_of(person_present, ~all_of(charges_received, charges_in_time)), name="charges")
law.prohibition("61(3)(b)", hold_hearing, all_of(person_present, ~all_of(evidence_known, evidence_in_time, new_evidence_in_time)), name="evidence")
law.power("61(5)", support, "prosecutor", all_of(hearing_open, on_the_list))
law.power("61(6)", call_defence, PTC, hearing_open)
law.power("61(6)(a)", object_, "defence", all_of(hearing_open, charges_sought))
law.power("61(6)(b)", challenge, "defence", all_of(hearing_open, challenged_on_list))
law.power("61(6)(c)", present_evidence, "defence", defence_heard)
law.power("61(6)", close_hearing, PTC, all_of(hearing_open, defence_called))

for provision, title, summary in (
    ("61(1)", ("Confirmation hearing", "Audience de confirmation"), ("Held within a reasonable time, before the Prosecutor, the person and counsel.",
                                                                   "Tenue dans un délai raisonnable, en présence du Procureur, de la personne et de son conseil.")),
    ("61(2)", ("Hearing in absence", "Audience en l'absence"), ("On the Prosecutor's request or of the Chamber's own motion, on one of two grounds; counsel where justice requires.",
                                                               "À la demande du Procureur ou d'office, pour l'un de deux motifs ; conseil si la justice l'exige.")),
    ("61(2)(a)", ("Absence: waiver", "Absence : renonciation"), ("The person waived presence.", "La personne a renoncé à être présente.")),
    ("61(2)(b)", ("Absence: flight", "Absence : fuite"), ("Fled or not found, after every reasonable step to bring and to inform.", "En fuite ou introuvable, après toutes mesures raisonnables pour amener et informer.")),
    ("61(3)", ("Notice before the hearing", "Information avant l'audience"), ("Charges and evidence reach the person in time; the Chamber may order disclosure.",
                                                                             "Charges et preuves parviennent à temps à la personne ; la Chambre peut ordonner la divulgation.")),
    ("61(3)(a)", ("Copy of the charges", "Copie des charges"), ("The document containing the charges.", "Le document contenant les charges.")),
    ("61(3)(b)", ("Notice of the evidence", "Information sur les preuves"), ("The evidence on which the Prosecutor relies.", "Les preuves sur lesquelles le Procureur se fonde.")),
    ("61(5)", ("Proof at the hearing", "Preuve à l'audience"), ("Each charge supported; documents or summaries suffice.", "Chaque charge étayée ; documents ou résumés suffisent.")),
    ("61(6)", ("The defence at the hearing", "La Défense à l'audience"), ("Three things the person may do.", "Trois facultés de la personne.")),
    ("61(6)(a)", ("Objection to charges", "Contestation des charges"), ("The person may object.", "La personne peut contester les charges.")),
    ("61(6)(b)", ("Challenge to evidence", "Contestation des preuves"), ("The person may challenge the Prosecutor's evidence.", "La personne peut contester les preuves du Procureur.")),
    ("61(6)(c)", ("Evidence for the defence", "Preuves à décharge"), ("The person may present evidence.", "La personne peut présenter des preuves.")),
):
    law.clause(provision, Class.RULE, title, summary)
