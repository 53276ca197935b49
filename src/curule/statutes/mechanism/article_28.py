"""Article 28 of the Statute of the Mechanism: cooperation and judicial assistance.

Paragraphs 1 and 2 (requests and orders to States) stand in :mod:`curule.statutes.mechanism.cooperation_requests`; this module holds
paragraph 3, requests that national authorities address to the Mechanism.
"""

from __future__ import annotations

from typing import Any

from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.cooperation_requests import BENCH, law
from curule.statutes.mechanism.matters.assistance import Assistance, Material

__all__ = ["law"]

law.clause("28(3)", Class.RULE, ("Assistance to national authorities", "Assistance aux autorités nationales"), (
    "The Mechanism answers national authorities that investigate, prosecute or try serious violations in the former Yugoslavia or Rwanda, and may help "
    "track fugitives whose cases were referred.",
    "Le Mécanisme répond aux autorités nationales qui enquêtent, poursuivent ou jugent des violations graves en ex-Yougoslavie ou au Rwanda, et peut aider à "
    "rechercher les fugitifs dont l'affaire a été renvoyée."))

ANSWERERS = ("registrar", "prosecutor")
SEALED = ("organ:registrar", "organ:registry", "organ:prosecutor", "organ:state", "bench")


def _open(draft: Assistance, entry: Entry) -> None:
    given = entry.particulars
    draft.state, draft.authority, draft.addressed_to, draft.subject = given["state"], given["authority"], given["addressed_to"], given["subject"]
    draft.purposes, draft.referred_by = given["purposes"], given.get("referred_by", "")
    draft.branch = draft.duty_station = "arusha" if given["subject"] == "rwanda" else "the_hague"


def _list(draft: Assistance, entry: Entry) -> None:
    """Listing again does not lift confidentiality."""
    item = entry.particulars["item"]
    before = draft.material.get(item)
    draft.material[item] = Material(entry.particulars["confidential"] or (before is not None and before.confidential), entry)


def _vary(draft: Assistance, entry: Entry) -> None:
    found = draft.material.get(entry.particulars["item"])
    if found is not None:
        found.variation = entry


def _release(draft: Assistance, entry: Entry) -> None:
    for item in entry.particulars["items"]:
        if item in draft.material:
            draft.material[item].released = entry


def _items(v: View) -> list[tuple[str, str]]:
    return [(code, code) for code in v.posture.material]


def _answer(draft: Assistance, entry: Entry) -> None:
    draft.answered = entry


open_request = law.act("open_assistance", "assistance", ("Enter a request from national authorities", "Inscrire une demande d'autorités nationales"), (
    "A request for assistance from {authority} ({state}) was received", "Une demande d'assistance de {authority} ({state}) a été reçue"), [
    Particular("state", "state", "State", "État"), Particular("authority", "text", "authority", "autorité"),
    Particular("addressed_to", "choice", "addressed to", "destinataire", choices=[Choice("registrar", "the Registrar", "le Greffier"), Choice("prosecutor", "the Prosecutor", "le Procureur")]),
    Particular("subject", "choice", "concerns serious violations in", "concerne des violations graves commises", choices=[
        Choice("former_yugoslavia", "the former Yugoslavia", "en ex-Yougoslavie"), Choice("rwanda", "Rwanda", "au Rwanda"), Choice("other", "neither", "ni l'une ni l'autre")]),
    Particular("purposes", "choice", "for", "aux fins de", many=True, choices=[
        Choice("investigation", "investigation", "enquête"), Choice("prosecution", "prosecution", "poursuites"), Choice("trial", "trial", "procès"),
        Choice("tracking", "tracking a fugitive", "recherche d'un fugitif")]),
    Particular("referred_by", "choice", "case of the fugitive referred by", "affaire du fugitif renvoyée par", required=False, choices=[
        Choice("icty", "the ICTY", "le TPIY"), Choice("ictr", "the ICTR", "le TPIR"), Choice("mechanism", "the Mechanism", "le Mécanisme")])], _open, audience=SEALED)
start = law.act("start_assistance", "assistance", ("Acknowledge and assign the request", "Accuser réception et attribuer la demande"), (
    "The request was acknowledged and assigned", "Il a été accusé réception de la demande, qui a été attribuée"), [], lambda draft, entry: setattr(draft, "started", entry), audience=SEALED)
list_item = law.act("list_material", "assistance", ("List an item asked for", "Inscrire une pièce demandée"), ("{item} was listed", "{item} a été inscrit"), [
    Particular("item", "text", "item", "pièce"), Particular("confidential", "yes_no", "confidential or from a protected person", "confidentielle ou émanant d'une personne protégée")],
    _list, audience=SEALED)
vary = law.act("allow_release", "assistance", ("Allow release of a confidential item", "Autoriser la communication d'une pièce confidentielle"), (
    "Release of {item} was allowed", "La communication de {item} a été autorisée"), [Particular("item", "text", "item", "pièce", suggest=_items)], _vary, audience=SEALED)
release = law.act("release_material", "assistance", ("Release material", "Communiquer des pièces"), ("{items} released", "{items} : pièces communiquées"), [
    Particular("items", "text", "items", "pièces", many=True, suggest=_items)], _release, audience=SEALED)
track = law.act("assist_tracking", "assistance", ("Assist in tracking a fugitive", "Aider à rechercher un fugitif"), (
    "Assistance in tracking was given", "Une aide à la recherche a été apportée"), [Particular("how", "long_text", "how", "comment", required=False)],
    lambda draft, entry: draft.tracking.append(entry), audience=("organ:prosecutor", "organ:registrar"))
answer = law.act("answer_assistance", "assistance", ("Answer the request", "Répondre à la demande"), ("The request was answered: {outcome}", "Il a été répondu à la demande : {outcome}"), [
    Particular("outcome", "choice", "outcome", "suite donnée", choices=[Choice("given", "assistance given", "assistance fournie"), Choice("partly", "given in part", "fournie en partie"),
                                                                      Choice("nothing", "nothing found", "rien trouvé")]),
    Particular("satisfied", "yes_no", "the authority is satisfied", "l'autorité est satisfaite", required=False)], _answer, audience=SEALED)
decline = law.act("decline_assistance", "assistance", ("Decline the request", "Décliner la demande"), ("The request was declined", "La demande a été déclinée"), [
    Particular("reasons", "long_text", "reasons", "motifs")], _answer, audience=SEALED)


@law.stage("28(3)", ("the request has not been entered yet", "la demande n'est pas encore inscrite"), says_not=("the request is entered already", "la demande est déjà inscrite"), permanent=True)
def request_not_entered(v: View) -> Any:
    return no(v.posture.opened) if v.posture.opened else True


@law.stage("28(3)", ("the request awaits an answer", "la demande attend une réponse"), says_not=("no request awaits an answer", "aucune demande n'attend de réponse"), cured_by=("open_assistance",))
def assistance_pending(v: View) -> Any:
    return no(v.posture.answered) if v.posture.answered else v.posture.opened or False


@law.fact("28(3)", ("it concerns serious violations in the former Yugoslavia or Rwanda", "elle concerne des violations graves en ex-Yougoslavie ou au Rwanda"), permanent=True,
          says_not=("it concerns other matters", "elle concerne d'autres faits"))
def subject_covered(v: View) -> Any:
    return v.posture.opened if v.posture.subject in ("former_yugoslavia", "rwanda") else no(v.posture.opened)


@law.fact("28(3)", ("it is addressed to the Registrar", "elle est adressée au Greffier"), says_not=("it is not addressed to the Registrar", "elle n'est pas adressée au Greffier"))
def addressed_to_registrar(v: View) -> Any:
    return v.posture.opened if v.posture.addressed_to == "registrar" else False


@law.fact("28(3)", ("it is addressed to the Prosecutor", "elle est adressée au Procureur"), says_not=("it is not addressed to the Prosecutor", "elle n'est pas adressée au Procureur"))
def addressed_to_prosecutor(v: View) -> Any:
    return v.posture.opened if v.posture.addressed_to == "prosecutor" else False


@law.stage("28(3)", ("it was acknowledged and assigned", "il en a été accusé réception et elle a été attribuée"), cured_by=("start_assistance",))
def started(v: View) -> Any:
    return v.posture.started or False


@law.stage("28(3)", ("it was answered", "il y a été répondu"), cured_by=("answer_assistance", "decline_assistance"))
def answered(v: View) -> Any:
    return v.posture.answered or False


@law.fact("28(3)", ("every item is listed", "chaque pièce est inscrite"), needs=("items",), cured_by=("list_material",), says_not=("an item is not listed", "une pièce n'est pas inscrite"))
def items_listed(v: View) -> Any:
    named = v.given.get("items")
    return None if named is None else all(item in v.posture.material for item in named)


@law.fact("28(3)", ("a confidential item awaits a decision", "une pièce confidentielle attend une décision"), needs=("item", "items"), reversible=True, cured_by=("list_material",),
          says_not=("no confidential item awaits a decision", "aucune pièce confidentielle n'attend de décision"))
def confidential_without_decision(v: View) -> Any:
    named = v.given.get("items") or ((v.given["item"],) if "item" in v.given else None)
    if named is None:
        return None
    held = [m for m in (v.posture.material.get(item) for item in named) if m is not None]
    return next((m.entry for m in held if m.confidential and not m.variation), False)


@law.fact("28(3)", ("a Tribunal or the Mechanism referred the fugitive's case", "un Tribunal ou le Mécanisme a renvoyé l'affaire du fugitif"),
          says_not=("the fugitive's case was not referred", "l'affaire du fugitif n'a pas été renvoyée"), permanent=True)
def fugitive_referred(v: View) -> Any:
    return v.posture.opened if v.posture.referred_by else no(v.posture.opened)


@law.fact("28(3)", ("tracking was asked for", "une recherche a été demandée"), says_not=("tracking was not asked for", "aucune recherche n'a été demandée"), permanent=True)
def tracking_asked(v: View) -> Any:
    return v.posture.opened if "tracking" in v.posture.purposes else no(v.posture.opened)


start_limit = law.limit("assistance_start", "assistance", ("acknowledgement and assignment of a national request", "accusé de réception et attribution d'une demande nationale"), "28(3)",
                        "assistance_start", runs_from=lambda v: v.posture.opened if v.posture.addressed_to == "registrar" else None,
                        stopped_by=lambda v: v.posture.started, binds=("registrar",))
answer_limit = law.limit("assistance_answer", "assistance", ("answer to a national request", "réponse à une demande nationale"), "28(3)", "assistance_answer",
                         runs_from=lambda v: v.posture.opened if v.posture.addressed_to == "prosecutor" else None,
                         stopped_by=lambda v: v.posture.answered, binds=("prosecutor",))

law.power("28(3)", open_request, ANSWERERS, request_not_entered)
law.duty("28(3)", start, "registrar", addressed_to_registrar, started, limit=start_limit)
law.power("28(3)", start, "prosecutor", addressed_to_prosecutor, name="start_by_prosecutor")
law.power("28(3)", list_item, ANSWERERS, assistance_pending)
law.power("28(3)", vary, (*BENCH, "appeals_chamber", "president"), confidential_without_decision)
law.power("28(3)", release, ANSWERERS, all_of(assistance_pending, subject_covered, items_listed))
law.prohibition("28(3)", release, confidential_without_decision, name="confidential")
law.power("28(3)", track, "prosecutor", all_of(assistance_pending, subject_covered, tracking_asked, fugitive_referred))
law.duty("28(3)", answer, ANSWERERS, subject_covered, answered, limit=answer_limit)
law.prohibition("28(3)", answer, answered, name="answered_already")
law.power("28(3)", decline, ANSWERERS, assistance_pending)
