"""Article 27 of the Statute of the Mechanism, first part: the acts on the register of archives and what they change."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from curule.law.chapter import Chapter
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.mechanism.matters.archives import AccessRequest, Archives, Holding

law = Chapter("irmct", __name__)

STAFF = ("organ:archivist", "organ:registrar", "organ:registry")
BRANCHES = [Choice("arusha", "Arusha", "Arusha"), Choice("the_hague", "The Hague", "La Haye")]
HOME = {"icty": "the_hague", "ictr": "arusha"}
"""The branch concerned (article 3): The Hague for the archives of the ICTY, Arusha for those of the ICTR."""
LEVELS = [Choice("public", "public", "public"), Choice("confidential", "confidential", "confidentiel"),
          Choice("strictly_confidential", "strictly confidential", "strictement confidentiel")]


def holdings(v: View) -> list[tuple[str, str]]:
    """The items on the register, for forms."""
    return [(code, f"{code} {h.title}") for code, h in v.posture.holdings.items()]


def pending_requests(v: View) -> list[tuple[str, str]]:
    """The requests for access that are not decided, for forms."""
    return [(number, number) for number, r in v.posture.requests.items() if r.decided is None]


item = Particular("item", "text", "item", "pièce", suggest=holdings)
items = Particular("items", "text", "items", "pièces", many=True, suggest=holdings)
request = Particular("request", "entry", "request (entry)", "demande (inscription)", suggest=pending_requests)


def _open(draft: Archives, entry: Entry) -> None:
    draft.origin = entry.particulars["origin"]
    draft.branch = draft.duty_station = HOME.get(draft.origin, "the_hague")


def _accession(draft: Archives, entry: Entry) -> None:
    given = entry.particulars
    draft.holdings[given["item"]] = Holding(
        given["title"], given["branch"], given["classification"], entry, entry if given.get("condition") else None, None,
        entry if given.get("identifies_protected") or given.get("in_confidence") else None)


def _set(attribute: str) -> Any:
    """An effect that keeps the entry in one attribute of the holding."""
    if attribute not in {f.name for f in fields(Holding)}:
        raise ValueError(f"a holding has no {attribute}")

    def effect(draft: Archives, entry: Entry) -> None:
        holding = draft.holdings.get(entry.particulars["item"])
        if holding is not None:
            setattr(holding, attribute, entry)

    return effect


def _move(draft: Archives, entry: Entry) -> None:
    holding = draft.holdings.get(entry.particulars["item"])
    if holding is not None:
        holding.branch = entry.particulars["branch"]


def _level(draft: Archives, entry: Entry) -> None:
    holding = draft.holdings.get(entry.particulars["item"])
    if holding is not None:
        holding.classification = entry.particulars.get("classification", "public")


def _receive(draft: Archives, entry: Entry) -> None:
    draft.requests[str(entry.number)] = AccessRequest(entry.particulars["items"], entry)


def _acknowledge(draft: Archives, entry: Entry) -> None:
    found = draft.requests.get(str(entry.particulars["request"]))
    if found is not None:
        found.acknowledged = entry


def _decide(draft: Archives, entry: Entry) -> None:
    found = draft.requests.get(str(entry.particulars["request"]))
    if found is not None:
        found.decided = entry


def _interfere(draft: Archives, entry: Entry) -> None:
    draft.interference, draft.asserted = entry, None


open_register = law.act("open_archives", "archives", ("Open a register of archives", "Ouvrir un registre d'archives"), (
    "The register of the archives of {origin} was opened", "Le registre des archives ({origin}) a été ouvert"), [
    Particular("origin", "choice", "archives of", "archives", choices=[Choice("icty", "the ICTY", "du TPIY"), Choice("ictr", "the ICTR", "du TPIR"),
                                                                     Choice("mechanism", "the Mechanism", "du Mécanisme")])], _open)
adopt_regime = law.act("adopt_access_regime", "archives", ("Adopt the security and access regime", "Adopter le régime de sécurité et d'accès"), (
    "The information security and access regime was adopted: {reference}", "Le régime de sécurité de l'information et d'accès a été adopté : {reference}"),
    [Particular("reference", "text", "reference of the text", "référence du texte")], lambda draft, entry: setattr(draft, "regime", entry))
accession = law.act("accession_records", "archives", ("Take records into the archives", "Verser des documents aux archives"), (
    "{title} was taken into the archives", "{title} a été versé aux archives"), [
    Particular("item", "text", "reference of the item", "cote de la pièce"), Particular("title", "text", "title", "intitulé"),
    Particular("branch", "choice", "kept at", "conservé à", choices=BRANCHES, default=lambda v: v.posture.branch or None),
    Particular("classification", "choice", "classification", "classification", choices=LEVELS),
    Particular("provider", "text", "provider", "fournisseur", required=False),
    Particular("condition", "long_text", "condition of the provider", "condition posée par le fournisseur", required=False),
    Particular("identifies_protected", "yes_no", "identifies a protected person", "identifie une personne protégée"),
    Particular("in_confidence", "yes_no", "was given in confidence", "remis à titre confidentiel")], _accession, audience=STAFF)
move = law.act("move_records", "archives", ("Move records", "Déplacer des documents"), ("{item} was moved to {branch}", "{item} a été déplacé à {branch}"), [
    item, Particular("branch", "choice", "to", "à", choices=BRANCHES), Particular("permanent", "yes_no", "for good", "à titre définitif")], _move, audience=STAFF)
hand_over = law.act("hand_over_originals", "archives", ("Hand over originals", "Remettre des originaux"), (
    "The original of {item} was handed to {recipient}", "L'original de {item} a été remis à {recipient}"), [
    item, Particular("recipient", "text", "recipient", "destinataire"), Particular("title_passes", "yes_no", "as the recipient's property", "en toute propriété")],
    _set("lent"), audience=STAFF)
classify = law.act("classify_records", "archives", ("Classify records", "Classifier des documents"), ("{item} was classified {classification}", "{item} a été classé {classification}"), [
    item, Particular("classification", "choice", "classification", "classification", choices=LEVELS[1:])], _level, audience=STAFF)
declassify = law.act("declassify_records", "archives", ("Declassify records", "Déclassifier des documents"), ("{item} was declassified", "{item} a été déclassifié"), [item],
                     _level, audience=STAFF)
consent = law.act("record_provider_consent", "archives", ("Enter the provider's consent", "Inscrire le consentement du fournisseur"), (
    "The provider of {item} consented", "Le fournisseur de {item} a donné son consentement"), [item], _set("consent"), audience=STAFF)
variation = law.act("record_disclosure_ruling", "archives", ("Rule on disclosure of protected information", "Statuer sur la divulgation d'informations protégées"), (
    "Disclosure of {item} was allowed", "La divulgation de {item} a été autorisée"), [item], _set("variation"), audience=(*STAFF, "bench"))
redact = law.act("make_redacted_version", "archives", ("Make a public redacted version", "Établir une version publique expurgée"), (
    "A public redacted version of {item} was made", "Une version publique expurgée de {item} a été établie"), [item], _set("redacted"), audience=STAFF)
receive = law.act("receive_access_request", "archives", ("Enter a request for access", "Inscrire une demande d'accès"), (
    "A request for access was received", "Une demande d'accès a été reçue"), [Particular("requester", "text", "requester", "demandeur"), items], _receive, audience=STAFF)
acknowledge = law.act("acknowledge_request", "archives", ("Acknowledge a request for access", "Accuser réception d'une demande d'accès"), (
    "Request {request} was acknowledged", "Il a été accusé réception de la demande {request}"), [request], _acknowledge, audience=STAFF)
give = law.act("give_access", "archives", ("Give access", "Donner accès"), ("Access was given on request {request}: {version}", "L'accès a été donné, demande {request} : {version}"), [
    request, Particular("items", "text", "items", "pièces", many=True, suggest=holdings),
    Particular("version", "choice", "version", "version", choices=[Choice("whole", "whole record", "document intégral"),
                                                                 Choice("redacted", "public redacted version", "version publique expurgée")])], _decide, audience=STAFF)
deny = law.act("deny_access", "archives", ("Deny access", "Refuser l'accès"), ("Access was denied on request {request}", "L'accès a été refusé, demande {request}"), [
    request, Particular("reasons", "long_text", "reasons", "motifs")], _decide, audience=STAFF)
interfere = law.act("report_interference", "archives", ("Report interference with the archives", "Signaler une atteinte aux archives"), (
    "{by_whom} interfered with the archives", "Atteinte aux archives : {by_whom}"), [
    Particular("by_whom", "text", "by whom", "auteur"), Particular("what", "long_text", "search, seizure or other act", "perquisition, saisie ou autre acte")], _interfere, audience=STAFF)
assert_inviolability = law.act("assert_inviolability", "archives", ("Assert inviolability", "Invoquer l'inviolabilité"), (
    "The inviolability of the archives was asserted", "L'inviolabilité des archives a été invoquée"), [], lambda draft, entry: setattr(draft, "asserted", entry))
agree_centre = law.act("agree_information_centre", "archives", ("Agree on an information centre", "Convenir d'un centre d'information"), (
    "{centre} was agreed as an information and documentation centre", "Il a été convenu d'un centre d'information et de documentation : {centre}"), [
    Particular("centre", "text", "centre or website", "centre ou site Internet"), Particular("with_whom", "text", "State or entity", "État ou entité")],
    lambda draft, entry: draft.centres.__setitem__(entry.particulars["centre"], entry))
supply = law.act("supply_information_centre", "archives", ("Supply public copies to a centre", "Fournir des copies publiques à un centre"), (
    "Copies were supplied to {centre}", "Des copies ont été fournies à {centre}"), [
    Particular("centre", "text", "centre", "centre", suggest=lambda v: [(c, c) for c in v.posture.centres]), items],
    lambda draft, entry: draft.supplied.append(entry))
