"""Article 93(3)-(6), (8), (9) of the Rome Statute: principles, denial and conditions; confidential material; competing requests other than for surrender."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.cooperation import Cooperation, Item
from curule.statutes.rome.part_09.article_89 import consult
from curule.statutes.rome.part_09.non_compliance import third_control_noted
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    COURT,
    REQUESTED,
    consulted,
    ended,
    given_is,
    given_yes,
    is_assistance,
    keep,
    noted,
    on_record,
    request_received,
)

__all__ = ["item_listed", "law"]

law = Chapter("rome", __name__)

for _id, _title, _summary in (
    ("93(3)", ("Fundamental principle", "Principe fondamental"), (
        "A measure barred by an existing fundamental principle of general application leads to consultation, then to another manner or a modified request.",
        "La mesure qu'interdit un principe fondamental existant et général donne lieu à consultation, puis à une autre modalité ou à une demande modifiée.")),
    ("93(4)", ("National security: the ground of denial", "Sécurité nationale : motif de rejet"), (
        "Documents or evidence touching national security may be withheld, by way of article 72.", "Documents ou preuves touchant la sécurité nationale peuvent être refusés, selon l'article 72.")),
    ("93(5)", ("Conditions before denial", "Conditions avant rejet"), (
        "Before denying other assistance the State considers conditions, a later date, another manner; accepted conditions bind.",
        "Avant de refuser une autre assistance, l'État envisage conditions, date ultérieure ou autre modalité ; les conditions acceptées lient.")),
    ("93(6)", ("Reasons for denial", "Motifs du rejet"), ("Given promptly.", "Donnés sans retard.")),
    ("93(8)(a)", ("The Court's confidentiality", "Confidentialité à la Cour"), ("Material serves the proceedings described in the request.", "Les pièces servent la procédure décrite dans la demande.")),
    ("93(8)(b)", ("Leads only", "Éléments de preuve nouveaux seulement"), ("Confidential material only generates new evidence.", "Les pièces confidentielles ne servent qu'à recueillir des preuves nouvelles.")),
    ("93(8)(c)", ("Later consent", "Consentement ultérieur"), ("The supplying State may consent to disclosure.", "L'État qui a fourni les pièces peut consentir à leur divulgation.")),
    ("93(9)(a)(i)", ("Competing requests for assistance", "Demandes d'assistance concurrentes"), ("The State tries, in consultation, to meet both.", "L'État s'efforce, par consultation, de satisfaire aux deux.")),
    ("93(9)(a)(ii)", ("If that fails", "À défaut"), ("The principles of article 90 decide.", "Les principes de l'article 90 décident.")),
    ("93(9)(b)", ("Control by another", "Contrôle d'un tiers"), ("The Court directs its request to the State or organization in control.", "La Cour adresse sa demande à l'État ou à l'organisation qui a le contrôle.")),
):
    law.clause(_id, Class.RULE, _title, _summary)


def _receive(draft: Cooperation, entry: Entry) -> None:
    draft.items[entry.particulars["item"]] = Item(entry)


def _on_item(attribute: str) -> Any:
    """An effect that keeps the entry in one attribute of the item."""

    def effect(draft: Cooperation, entry: Entry) -> None:
        found = draft.items.get(entry.particulars["item"])
        if found is not None:
            setattr(found, attribute, entry)

    return effect


ITEM = Particular("item", "text", "item", "pièce", suggest=lambda v: [(i, i) for i in v.posture.items])

raise_principle = law.act("raise_principle", "cooperation", ("Raise a fundamental principle", "Invoquer un principe fondamental"), (
    "The State raised a fundamental principle: {principle}", "L'État a invoqué un principe fondamental : {principle}"), [
    Particular("principle", "text", "principle", "principe"), Particular("existing", "yes_no", "already existing", "déjà existant"),
    Particular("general", "yes_no", "of general application", "d'application générale")], keep("denial", "principle"), audience=CONFIDENTIAL)
modify = law.act("modify_request", "cooperation", ("Modify the request", "Modifier la demande"), ("The Court modified its request", "La Cour a modifié sa demande"), [
    Particular("how", "long_text", "how", "comment", required=False)], keep("modified"), audience=CONFIDENTIAL)
offer = law.act("offer_conditions", "cooperation", ("Offer assistance under conditions", "Proposer une assistance sous conditions"), ("The State set conditions: {conditions}", "L'État a posé des conditions : {conditions}"), [
    Particular("conditions", "text", "conditions", "conditions")], keep("denial", "offered"), audience=CONFIDENTIAL)
accept = law.act("accept_conditions", "cooperation", ("Accept the conditions", "Accepter les conditions"), ("The conditions were accepted", "Les conditions ont été acceptées"), [], keep("denial", "accepted"), audience=CONFIDENTIAL)
deny = law.act("deny_assistance", "cooperation", ("Enter the denial of assistance", "Inscrire le rejet de la demande"), ("The State denied assistance ({extent}): {ground}", "L'État a rejeté la demande ({extent}) : {ground}"), [
    Particular("ground", "choice", "ground", "motif", choices=[
        Choice("national_security", "national security", "sécurité nationale"), Choice("own_law", "its law does not allow this other form", "son droit ne permet pas cette autre forme"),
        Choice("other", "another ground", "autre motif")]),
    Particular("extent", "choice", "extent", "mesure", choices=[Choice("whole", "whole", "totalité"), Choice("part", "part", "partie")]),
    Particular("documents", "yes_no", "it concerns documents or disclosure of evidence", "elle vise des documents ou la divulgation de preuves", required=False),
    Particular("article_72", "yes_no", "the steps of article 72 were taken", "les démarches de l'article 72 ont été suivies", required=False),
    Particular("alternatives", "yes_no", "conditions, later date and other manner were considered", "conditions, date ultérieure et autre modalité ont été envisagées", required=False)],
    keep("denial", "denied"), audience=CONFIDENTIAL)
explain = law.act("give_reasons_for_denial", "cooperation", ("Give the reasons for denial", "Donner les motifs du rejet"), ("The State gave its reasons", "L'État a donné ses motifs"), [
    Particular("reasons", "long_text", "reasons", "motifs")], keep("denial", "reasons"), audience=CONFIDENTIAL)
receive = law.act("receive_material", "cooperation", ("Enter material received", "Inscrire une pièce reçue"), ("{item} was received from the State", "{item} : pièce reçue de l'État"), [
    Particular("item", "text", "item", "pièce"), Particular("leads_only", "yes_no", "confidential, to generate new evidence only", "confidentielle, pour recueillir des preuves nouvelles seulement")], _receive, audience=CONFIDENTIAL)
use = law.act("use_material", "cooperation", ("Use material", "Utiliser une pièce"), ("{item} was used", "{item} : pièce utilisée"), [
    ITEM, Particular("described_purpose", "yes_no", "in the proceedings that the request describes", "dans la procédure décrite dans la demande"),
    Particular("as_evidence", "yes_no", "as evidence", "comme preuve"), Particular("keeps_conditions", "yes_no", "within the conditions accepted", "dans le respect des conditions acceptées", required=False)],
    _on_item("used"), audience=CONFIDENTIAL)
consent = law.act("consent_to_disclosure", "cooperation", ("Enter consent to disclosure", "Inscrire le consentement à la divulgation"), ("Disclosure of {item} was consented to", "La divulgation de {item} a été consentie"), [
    ITEM, Particular("by_state", "state", "State that consents", "État qui consent", default=lambda v: v.posture.state)], _on_item("consented"), audience=CONFIDENTIAL)
note_competing = law.act("note_competing_assistance", "cooperation", ("Note a competing request for assistance", "Noter une demande d'assistance concurrente"), (
    "{rival} made a competing request", "Une demande concurrente émane de {rival}"), [
    Particular("rival", "state", "other State", "autre État"), Particular("for_surrender", "yes_no", "for surrender or extradition", "aux fins de remise ou d'extradition"),
    Particular("by_obligation", "yes_no", "under an international obligation", "fondée sur une obligation internationale")], keep("rival_assistance"), audience=CONFIDENTIAL)
resolve = law.act("resolve_competing_assistance", "cooperation", ("Resolve by the principles of article 90", "Régler selon les principes de l'article 90"), (
    "The competing requests were resolved by the principles of article 90", "Les demandes concurrentes ont été réglées selon les principes de l'article 90"), [
    Particular("priority", "choice", "priority to", "priorité à", choices=[Choice("court", "the Court", "la Cour"), Choice("state", "the other State", "l'autre État")])], keep("rival_resolved"), audience=CONFIDENTIAL)
note_control = law.act("note_third_control", "cooperation", ("Note control by another", "Noter le contrôle d'un tiers"), ("What is asked for is under the control of {holder}", "L'objet de la demande est sous le contrôle de {holder}"), [
    Particular("holder", "text", "State or organization in control", "État ou organisation qui a le contrôle"), Particular("by_agreement", "yes_no", "by international agreement", "en vertu d'un accord international")],
    keep("third_control"), audience=CONFIDENTIAL)
redirect = law.act("redirect_request", "cooperation", ("Direct the request to who is in control", "Adresser la demande à qui a le contrôle"), ("The request was directed to who is in control", "La demande a été adressée à qui a le contrôle"), [],
                   keep("redirected"), audience=CONFIDENTIAL)

principle_existing = given_yes(law, "principle_existing", "93(3)", "existing", ("the principle exists already", "le principe existe déjà"), ("the principle did not exist before", "le principe n'existait pas"))
principle_general = given_yes(law, "principle_general", "93(3)", "general", ("it is fundamental and of general application", "il est fondamental et d'application générale"), ("it is not a fundamental principle of general application", "ce n'est pas un principe fondamental d'application générale"))
principle_raised = on_record(law, "principle_raised", "93(3)", "denial.principle", ("a fundamental principle was raised", "un principe fondamental a été invoqué"), ("no fundamental principle was raised", "aucun principe fondamental n'a été invoqué"), ("raise_principle",))
consulted_on_principle = consulted(law, "consulted_on_principle", "93(3)", "principle", ("the Court was consulted on it", "la Cour a été consultée à ce sujet"), ("the Court was not consulted on it", "la Cour n'a pas été consultée à ce sujet"))
principle_unresolved = ended(law, "principle_unresolved", "93(3)", "principle", "unresolved", ("consultation did not resolve it", "la consultation ne l'a pas réglé"), ("it is not the case that consultation failed", "la consultation n'a pas échoué"))
modified = on_record(law, "modified", "93(3)", "modified", ("the request was modified", "la demande a été modifiée"), ("the request was not modified", "la demande n'a pas été modifiée"), ("modify_request",))
on_national_security = given_is(law, "on_national_security", "93(4)", "ground", ("national_security",), ("the ground is national security", "le motif est la sécurité nationale"), ("the ground is not national security", "le motif n'est pas la sécurité nationale"))
about_documents = given_yes(law, "about_documents", "93(4)", "documents", ("documents or disclosure of evidence are concerned", "des documents ou la divulgation de preuves sont visés"), ("neither documents nor disclosure of evidence are concerned", "ni documents ni divulgation de preuves ne sont visés"))
article_72_followed = given_yes(law, "article_72_followed", "93(4)", "article_72", ("the steps of article 72 were taken", "les démarches de l'article 72 ont été suivies"), ("the steps of article 72 were not taken", "les démarches de l'article 72 n'ont pas été suivies"))
other_form_asked = noted(law, "other_form_asked", "93(5)", "sent", "form", ("l",), ("another form (l) was asked for", "une autre forme (l) a été demandée"), ("one of the named forms was asked for", "une des formes énumérées a été demandée"))
on_own_law = given_is(law, "on_own_law", "93(5)", "ground", ("own_law",), ("the ground is the State's own law", "le motif est le droit de l'État"), ("the ground is not the State's own law", "le motif n'est pas le droit de l'État"))
alternatives_weighed = given_yes(law, "alternatives_weighed", "93(5)", "alternatives", ("conditions, later date and other manner were considered", "conditions, date ultérieure et autre modalité ont été envisagées"), ("conditions and other ways were not considered", "conditions et autres modalités n'ont pas été envisagées"))
conditions_offered = on_record(law, "conditions_offered", "93(5)", "denial.offered", ("the State offered conditions", "l'État a proposé des conditions"), ("the State offered no conditions", "l'État n'a pas proposé de conditions"), ("offer_conditions",))
conditions_accepted = on_record(law, "conditions_accepted", "93(5)", "denial.accepted", ("conditions were accepted", "des conditions ont été acceptées"), ("no conditions were accepted", "aucune condition n'a été acceptée"), ("accept_conditions",))
keeps_conditions = given_yes(law, "keeps_conditions", "93(5)", "keeps_conditions", ("the use keeps within them", "l'utilisation les respecte"), ("the use goes against them", "l'utilisation y contrevient"))
denied = on_record(law, "denied", "93(6)", "denial.denied", ("assistance was denied", "l'assistance a été refusée"), ("assistance was not denied", "l'assistance n'a pas été refusée"), ("deny_assistance",))
reasons_given = on_record(law, "reasons_given", "93(6)", "denial.reasons", ("reasons were given", "les motifs ont été donnés"), ("reasons were not given", "les motifs n'ont pas été donnés"), ("give_reasons_for_denial",))


def _found(v: View) -> Item | None:
    found: Item | None = v.posture.items.get(v.given.get("item"))
    return found


@law.fact("93(8)(a)", ("the item is on record", "la pièce est inscrite"), says_not=("no such item is on record", "aucune pièce de ce nom n'est inscrite"), needs=("item",), cured_by=("receive_material", "list_state_item"))
def item_listed(v: View) -> Any:
    found = _found(v)
    return None if "item" not in v.given else found.entry or False if found is not None else False


described_purpose = given_yes(law, "described_purpose", "93(8)(a)", "described_purpose", ("it serves the proceedings described in the request", "elle sert la procédure décrite dans la demande"), ("it serves other proceedings", "elle sert une autre procédure"))
as_evidence = given_yes(law, "as_evidence", "93(8)(b)", "as_evidence", ("it is used as evidence", "elle est utilisée comme preuve"), ("it is not used as evidence", "elle n'est pas utilisée comme preuve"))


@law.fact("93(8)(b)", ("the item serves only to generate new evidence", "la pièce ne sert qu'à recueillir des preuves nouvelles"), says_not=("the item is not restricted to leads", "la pièce n'est pas ainsi restreinte"), needs=("item",))
def leads_only(v: View) -> Any:
    found = _found(v)
    if found is None or found.entry is None:
        return None
    return found.entry if found.entry.particulars.get("leads_only") else no(found.entry)


@law.fact("93(8)(c)", ("the State consented to its disclosure", "l'État a consenti à sa divulgation"), says_not=("the State has not consented to its disclosure", "l'État n'a pas consenti à sa divulgation"), needs=("item",),
          cured_by=("consent_to_disclosure",))
def disclosure_consented(v: View) -> Any:
    found = _found(v)
    return (found.consented or False) if found is not None else None


@law.fact("93(8)(c)", ("the State that supplied it consents", "l'État qui l'a fournie consent"), says_not=("another State consents", "c'est un autre État qui consent"), needs=("by_state",))
def by_supplying_state(v: View) -> Any:
    return None if "by_state" not in v.given else v.given["by_state"] == v.posture.state


for_surrender = given_yes(law, "for_surrender", "93(9)(a)(i)", "for_surrender", ("it is for surrender or extradition", "elle vise une remise ou une extradition"), ("it is not for surrender or extradition", "elle ne vise ni remise ni extradition"))
by_obligation = given_yes(law, "by_obligation", "93(9)(a)(i)", "by_obligation", ("it rests on an international obligation", "elle repose sur une obligation internationale"), ("it rests on no international obligation", "elle ne repose sur aucune obligation internationale"))
competing_noted = on_record(law, "competing_noted", "93(9)(a)(i)", "rival_assistance", ("a competing request is on record", "une demande concurrente est inscrite"), ("no competing request is on record", "aucune demande concurrente n'est inscrite"), ("note_competing_assistance",))
consulted_on_competing = consulted(law, "consulted_on_competing", "93(9)(a)(i)", "competing", ("Court and State were consulted", "la Cour et l'État ont été consultés"), ("there was no consultation", "il n'y a pas eu de consultation"))
competing_unresolved = ended(law, "competing_unresolved", "93(9)(a)(ii)", "competing", "unresolved", ("consultation did not resolve it", "la consultation ne l'a pas réglé"), ("it is not the case that consultation failed", "la consultation n'a pas échoué"))
controlled_by_agreement = given_yes(law, "controlled_by_agreement", "93(9)(b)", "by_agreement", ("control rests on an international agreement", "le contrôle repose sur un accord international"), ("control rests on no international agreement", "le contrôle ne repose sur aucun accord international"))
redirected = on_record(law, "redirected", "93(9)(b)", "redirected", ("the request was directed there", "la demande y a été adressée"), ("the request was not directed there", "la demande n'y a pas été adressée"), ("redirect_request",))

law.power("93(3)", raise_principle, REQUESTED, all_of(is_assistance, request_received, principle_existing, principle_general))
law.duty("93(3)", consult, REQUESTED, principle_raised, consulted_on_principle, name="consult_on_principle", empowers=False)
law.duty("93(3)", modify, COURT, principle_unresolved, modified)
law.prohibition("93(4)", deny, on_record(law, "executed_already", "93(4)", "executed", ("the request was executed", "la demande a été exécutée"), ("the request was not executed", "la demande n'a pas été exécutée")), name="executed")
law.power("93(4)", deny, REQUESTED, all_of(is_assistance, request_received, on_national_security, about_documents, article_72_followed))
law.power("93(5)", deny, REQUESTED, all_of(other_form_asked, request_received, on_own_law, alternatives_weighed), name="other_form")
law.power("93(5)", offer, REQUESTED, all_of(is_assistance, request_received))
law.power("93(5)", accept, COURT, conditions_offered)
law.prohibition("93(5)", use, all_of(conditions_accepted, ~keeps_conditions))
law.duty("93(6)", explain, REQUESTED, denied, reasons_given)
law.power("93(8)(a)", receive, COURT, all_of(is_assistance, request_received))
law.power("93(8)(a)", use, COURT, all_of(item_listed, described_purpose))
law.prohibition("93(8)(b)", use, all_of(leads_only, as_evidence, ~disclosure_consented))
law.power("93(8)(c)", consent, REQUESTED, all_of(item_listed, by_supplying_state))
law.power("93(9)(a)(i)", note_competing, "state_party", all_of(is_assistance, request_received, by_obligation, ~for_surrender))
law.duty("93(9)(a)(i)", consult, "state_party", competing_noted, consulted_on_competing, name="consult_on_competing", empowers=False)
law.power("93(9)(a)(ii)", resolve, "state_party", competing_unresolved)
law.power("93(9)(b)", note_control, REQUESTED, all_of(is_assistance, request_received, controlled_by_agreement))
law.duty("93(9)(b)", redirect, COURT, third_control_noted, redirected)
