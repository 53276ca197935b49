"""Articles 93(10) and 96(4) of the Rome Statute: what the Court does for States that ask it."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind, all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.cooperation import Cooperation, Item
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_09.denial import item_listed
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    COURT,
    REQUESTED,
    addressed_to_party,
    given_is,
    given_yes,
    in_writing,
    includes,
    is_to_court,
    keep,
    on_record,
    request_received,
    urgent_with_record,
)

__all__ = ["law"]

law = Chapter("rome", __name__)

for _id, _title, _summary in (
    ("93(10)(a)", ("Help to a State Party", "Aide à un État Partie"), (
        "The Court may assist investigation or trial of a crime of the Statute or a serious national crime.",
        "La Cour peut aider à enquêter sur un crime du Statut ou un crime grave de droit interne, ou à le juger.")),
    ("93(10)(b)(i)", ("Kinds of help", "Formes de l'aide"), ("An open list.", "Une liste ouverte.")),
    ("93(10)(b)(i)(a)", ("Sending evidence", "Transmission de preuves"), ("Statements, documents and other evidence of the Court.", "Dépositions, documents et autres preuves de la Cour.")),
    ("93(10)(b)(i)(b)", ("Questioning a detainee", "Interrogatoire d'un détenu"), ("A person detained by order of the Court.", "D'une personne détenue sur ordre de la Cour.")),
    ("93(10)(b)(ii)", ("Conditions for sending", "Conditions de transmission"), ("Each item is checked for both conditions.", "Chaque pièce est contrôlée au regard des deux conditions.")),
    ("93(10)(b)(ii)(a)", ("Material obtained with a State's help", "Pièces obtenues avec l'aide d'un État"), ("That State consents.", "Cet État consent.")),
    ("93(10)(b)(ii)(b)", ("Material of witnesses and experts", "Pièces de témoins et d'experts"), ("Article 68 applies.", "L'article 68 s'applique.")),
    ("93(10)(c)", ("Help to a State not party", "Aide à un État non partie"), ("On the same conditions.", "Aux mêmes conditions.")),
    ("96(4)", ("Form of requests to the Court", "Forme des demandes adressées à la Cour"), ("As for requests of the Court.", "La même que pour les demandes de la Cour.")),
):
    law.clause(_id, Class.RULE, _title, _summary)


def _list(draft: Cooperation, entry: Entry) -> None:
    draft.items[entry.particulars["item"]] = Item(entry)


def _on_item(attribute: str) -> Any:
    """An effect that keeps the entry in one attribute of the item."""

    def effect(draft: Cooperation, entry: Entry) -> None:
        found = draft.items.get(entry.particulars["item"])
        if found is not None:
            setattr(found, attribute, entry)

    return effect


ITEM = Particular("item", "text", "item", "pièce", suggest=lambda v: [(i, i) for i in v.posture.items])
CONDUCT = Particular("conduct", "choice", "conduct", "comportement", choices=[
    Choice("court_crime", "crime within the jurisdiction of the Court", "crime relevant de la compétence de la Cour"), Choice("serious", "serious crime under national law", "crime grave de droit interne"),
    Choice("other", "other offence", "autre infraction")])

receive = law.act("receive_state_request", "cooperation", ("Enter a request of a State", "Inscrire la demande d'un État"), ("The State's request was received", "La demande de l'État a été reçue"), [
    Particular("medium", "choice", "made", "forme", choices=[Choice("writing", "in writing", "par écrit"), Choice("written_record", "by a medium that leaves a written record", "par un moyen laissant une trace écrite"),
                                                           Choice("oral", "orally", "oralement")]),
    Particular("urgent", "yes_no", "urgent", "urgente", default=lambda v: False),
    Particular("contents", "choice", "contains", "contient", many=True, choices=[Choice(code, en, fr) for code, en, fr in (
        ("purpose", "purpose", "but"), ("assistance", "assistance sought", "assistance demandée"), ("legal_basis", "legal basis", "base juridique"), ("grounds", "grounds", "motifs"),
        ("facts", "essential facts", "faits essentiels"), ("other", "other relevant information", "autres informations utiles"))])], keep("received"), audience=CONFIDENTIAL)
grant = law.act("grant_state_request", "cooperation", ("Grant a State Party's request", "Accueillir la demande d'un État Partie"), ("The State Party's request was granted", "La demande de l'État Partie a été accueillie"), [CONDUCT],
                keep("granted"), audience=CONFIDENTIAL)
grant_outside = law.act("grant_non_party_request", "cooperation", ("Grant the request of a State not party", "Accueillir la demande d'un État non partie"), (
    "The request of the State not party was granted", "La demande de l'État non partie a été accueillie"), [CONDUCT], keep("granted"), audience=CONFIDENTIAL)
list_item = law.act("list_state_item", "cooperation", ("List an item for the State", "Inscrire une pièce pour l'État"), ("{item} was listed for the State", "{item} : pièce inscrite pour l'État"), [
    Particular("item", "text", "item", "pièce"), Particular("source", "choice", "obtained", "obtenue", choices=[
        Choice("court", "by the Court itself", "par la Cour elle-même"), Choice("state", "with the help of a State", "avec l'aide d'un État"), Choice("witness", "from a witness or expert", "d'un témoin ou expert")]),
    Particular("supplier", "state", "State that helped", "État qui a aidé", required=False)], _list, audience=CONFIDENTIAL)
supplier_consents = law.act("consent_of_supplier", "cooperation", ("Enter the consent of the State that helped", "Inscrire le consentement de l'État qui a aidé"), (
    "{by_state} consented to the sending of {item}", "{by_state} a consenti à la transmission de {item}"), [ITEM, Particular("by_state", "state", "State", "État")], _on_item("consented"), audience=CONFIDENTIAL)
clear = law.act("clear_under_article_68", "cooperation", ("Clear an item under article 68", "Contrôler une pièce au regard de l'article 68"), (
    "{item} was cleared under article 68", "{item} : contrôle de l'article 68 effectué"), [ITEM], _on_item("cleared"), audience=CONFIDENTIAL)
transmit = law.act("send_items_to_state", "cooperation", ("Send items to the State", "Transmettre des pièces à l'État"), ("{items} sent to the State", "{items} : pièces transmises à l'État"), [
    Particular("items", "text", "items", "pièces", many=True, suggest=lambda v: [(i, i) for i in v.posture.items])], keep("assisted"), audience=CONFIDENTIAL)
question = law.act("question_detainee", "cooperation", ("Question a detainee for the State", "Interroger un détenu pour l'État"), ("A detainee was questioned for the State", "Un détenu a été interrogé pour l'État"), [
    Particular("by_order", "yes_no", "detained by order of the Court", "détenu sur ordre de la Cour")], keep("assisted"), audience=CONFIDENTIAL)
help_otherwise = law.act("help_otherwise", "cooperation", ("Help in another way", "Aider autrement"), ("The State was helped: {how}", "L'État a été aidé : {how}"), [Particular("how", "text", "how", "comment")],
                         keep("assisted"), audience=CONFIDENTIAL)

states_purpose = includes(law, "states_purpose", "96(4)", "contents", ("purpose", "assistance", "legal_basis", "grounds", "facts"), (
    "purpose, assistance, basis, grounds and facts: included", "but, assistance, base, motifs et faits : compris"), (
    "purpose, assistance, basis, grounds or facts: missing", "but, assistance, base, motifs ou faits : manquants"))


@law.stage("96(4)", ("the request was not entered yet", "la demande n'est pas encore inscrite"), says_not=("the request was entered already", "la demande est déjà inscrite"), permanent=True)
def not_received(v: View) -> Any:
    return no(v.posture.received) if v.posture.received else True


serious_enough = given_is(law, "serious_enough", "93(10)(a)", "conduct", ("court_crime", "serious"), ("the crime is one of the Statute or serious under national law", "le crime relève du Statut ou est grave en droit interne"),
                          ("the offence is neither a crime of the Statute nor serious", "l'infraction n'est ni un crime du Statut ni grave"))
state_request_granted = on_record(law, "state_request_granted", "93(10)(b)(i)", "granted", ("the State's request was granted", "la demande de l'État a été accueillie"), ("the State's request was not granted", "la demande de l'État n'a pas été accueillie"),
                                  ("grant_state_request", "grant_non_party_request"))
detained_by_court = given_yes(law, "detained_by_court", "93(10)(b)(i)(b)", "by_order", ("the person is detained by order of the Court", "la personne est détenue sur ordre de la Cour"), ("the Court did not order the detention", "la Cour n'a pas ordonné la détention"))


@law.fact("93(10)(b)(ii)", ("every item is listed and so can be checked", "chaque pièce est inscrite et donc contrôlable"), says_not=("an item is not listed", "une pièce n'est pas inscrite"), needs=("items",), cured_by=("list_state_item",))
def items_listed(v: View) -> Any:
    named = v.given.get("items")
    return None if named is None else all(item in v.posture.items for item in named)


def _lacking(v: View, source: str, attribute: str) -> Any:
    """The entry of the first item of that source that lacks what it needs."""
    named = v.given.get("items")
    if named is None:
        return None
    held = [v.posture.items[item] for item in named if item in v.posture.items]
    return next((i.entry for i in held if i.entry.particulars["source"] == source and getattr(i, attribute) is None), False)


@law.fact("93(10)(b)(ii)(a)", ("an item obtained with a State's help lacks its consent", "une pièce obtenue avec l'aide d'un État l'est sans son consentement"), needs=("items",), kind=Kind.PROHIBITED, reversible=True,
          says_not=("no item lacks a State's consent", "aucune pièce ne manque du consentement d'un État"))
def supplier_consent_lacking(v: View) -> Any:
    return _lacking(v, "state", "consented")


@law.fact("93(10)(b)(ii)(b)", ("an item of a witness or expert was not cleared under article 68", "une pièce d'un témoin ou expert n'a pas été contrôlée au regard de l'article 68"), needs=("items",), kind=Kind.PROHIBITED, reversible=True,
          says_not=("every item of a witness or expert was cleared", "chaque pièce de témoin ou d'expert a été contrôlée"))
def clearance_lacking(v: View) -> Any:
    return _lacking(v, "witness", "cleared")


@law.fact("93(10)(b)(ii)(a)", ("it is the State that helped", "c'est l'État qui a aidé"), says_not=("it is not the State that helped", "ce n'est pas l'État qui a aidé"), needs=("item", "by_state"))
def is_supplier(v: View) -> Any:
    found, state = v.posture.items.get(v.given.get("item")), v.given.get("by_state")
    if state is None or found is None or found.entry is None:
        return None
    return found.entry if found.entry.particulars.get("supplier") == state else no(found.entry)


law.power("96(4)", receive, ("registry", *COURT), all_of(is_to_court, not_received, any_of(in_writing, urgent_with_record), states_purpose))
law.power("93(10)(a)", grant, (*BENCH, "prosecutor"), all_of(is_to_court, request_received, addressed_to_party, serious_enough))
law.power("93(10)(c)", grant_outside, (*BENCH, "prosecutor"), all_of(is_to_court, request_received, ~addressed_to_party, serious_enough))
law.power("93(10)(b)(i)(a)", list_item, COURT, all_of(is_to_court, request_received))
law.power("93(10)(b)(ii)(a)", supplier_consents, REQUESTED, all_of(item_listed, is_supplier))
law.power("93(10)(b)(ii)(b)", clear, (*BENCH, "prosecutor"), item_listed)
law.power("93(10)(b)(i)(a)", transmit, COURT, all_of(is_to_court, state_request_granted, items_listed))
law.prohibition("93(10)(b)(ii)(a)", transmit, supplier_consent_lacking)
law.prohibition("93(10)(b)(ii)(b)", transmit, clearance_lacking)
law.power("93(10)(b)(i)(b)", question, COURT, all_of(is_to_court, state_request_granted, detained_by_court))
law.power("93(10)(b)(i)", help_otherwise, COURT, all_of(is_to_court, state_request_granted))
