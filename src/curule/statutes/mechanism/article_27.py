"""Article 27 of the Statute of the Mechanism: management of the archives; with operative paragraph 15 of the resolution, information centres."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.conditions import all_of, any_of, no
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism import archive_acts as acts
from curule.statutes.mechanism.archive_acts import HOME, LEVELS, law
from curule.statutes.mechanism.matters.archives import AccessRequest, Holding

__all__ = ["law"]

RANK = tuple(choice.value for choice in LEVELS)
"""The levels of classification, lowest first."""

law.clause("27(1)", Class.RULE, ("Archives belong to the United Nations", "Les archives appartiennent à l'ONU"), (
    "The three archives stay United Nations property and inviolable wherever they are; conditions of those who gave information are kept.",
    "Les trois fonds d'archives restent la propriété de l'ONU, inviolables où qu'ils soient ; les conditions posées par les fournisseurs sont respectées."))
law.clause("27(2)", Class.RULE, ("Management, preservation, access, place", "Gestion, conservation, accès, lieu"), (
    "The Mechanism manages the archives, preservation and access included; those of each Tribunal stay with the branch concerned.",
    "Le Mécanisme gère les archives, conservation et accès compris ; celles de chaque Tribunal restent auprès de la division concernée."))
law.clause("27(3)", Class.RULE, ("Confidential archives stay protected", "Protection continue des archives confidentielles"), (
    "Protected and confidential information stays so; a regime of security and access governs it, with classification and declassification.",
    "Les informations protégées ou confidentielles le demeurent ; un régime de sécurité et d'accès s'applique, avec classification et déclassification."))
law.clause("res15", Class.RULE, ("Information and documentation centres", "Centres d'information et de documentation"), (
    "The Tribunals and the Mechanism help States and other bodies to set up centres, websites included, where copies of public records can be seen.",
    "Les Tribunaux et le Mécanisme aident les États et d'autres entités à créer des centres, sites Internet compris, où consulter des copies de documents publics."))


@law.stage("27(2)", ("the register has not been opened yet", "le registre n'est pas encore ouvert"),
           says_not=("the register is open already", "le registre est déjà ouvert"), permanent=True)
def register_not_open(v: View) -> Any:
    return no(v.posture.opened) if v.posture.opened else True


@law.stage("27(2)", ("the register is open", "le registre est ouvert"), says_not=("the register is not open", "le registre n'est pas ouvert"), cured_by=("open_archives",))
def register_open(v: View) -> Any:
    return v.posture.opened or False


@law.stage("27(3)", ("the security and access regime has been adopted", "le régime de sécurité et d'accès est adopté"),
           says_not=("no security and access regime has been adopted", "aucun régime de sécurité et d'accès n'est adopté"), cured_by=("adopt_access_regime",))
def regime_adopted(v: View) -> Any:
    return v.posture.regime or False


def _named(v: View) -> list[Holding] | None:
    """The holdings in question; ``None`` while none is named or one is not on the register."""
    codes = v.given.get("items") or ((v.given["item"],) if "item" in v.given else None)
    if codes is None:
        return None
    found = [v.posture.holdings.get(code) for code in codes]
    return None if None in found else found


@law.fact("27(2)", ("every item is on the register", "chaque pièce figure au registre"), needs=("item", "items"), cured_by=("accession_records",),
          says_not=("an item is not on the register", "une pièce ne figure pas au registre"))
def items_on_register(v: View) -> Any:
    codes = v.given.get("items") or ((v.given["item"],) if "item" in v.given else None)
    return None if codes is None else all(code in v.posture.holdings for code in codes)


@law.fact("27(2)", ("the reference is new", "la cote est nouvelle"), needs=("item",), says_not=("the reference is taken", "la cote est déjà attribuée"))
def reference_new(v: View) -> Any:
    if "item" not in v.given:
        return None
    found = v.posture.holdings.get(v.given["item"])
    return no(found.entry) if found else True


@law.fact("27(2)", ("the place is not that of the branch concerned", "le lieu n'est pas celui de la division concernée"), needs=("branch",),
          says_not=("the place is that of the branch concerned", "le lieu est celui de la division concernée"))
def away_from_its_branch(v: View) -> Any:
    home = HOME.get(v.posture.origin)
    return None if "branch" not in v.given else home is not None and v.given["branch"] != home


@law.fact("27(2)", ("it is for good", "c'est à titre définitif"), needs=("permanent",), says_not=("it is for a time", "c'est à titre temporaire"))
def for_good(v: View) -> Any:
    return v.given.get("permanent")


@law.fact("27(1)", ("property would pass", "la propriété serait transférée"), needs=("title_passes",), says_not=("property does not pass", "la propriété n'est pas transférée"))
def property_passes(v: View) -> Any:
    return v.given.get("title_passes")


def _first(v: View, test: Any) -> Any:
    """The entry of the first holding in question for which ``test`` gives one; open while the holdings are not known."""
    found = _named(v)
    return None if found is None else next((entry for h in found if (entry := test(h))), False)


@law.fact("27(1)", ("a provider's condition stands without consent", "la condition d'un fournisseur demeure, sans consentement"), needs=("item", "items"), reversible=True,
          says_not=("no provider's condition stands, or the provider consented", "aucune condition ne demeure, ou le fournisseur a consenti"))
def provider_condition_stands(v: View) -> Any:
    return _first(v, lambda h: h.provider if not h.consent else None)


@law.fact("27(3)", ("an item identifies a protected person or was given in confidence, and no ruling allows disclosure",
                    "une pièce identifie une personne protégée ou a été remise à titre confidentiel, sans décision autorisant la divulgation"), needs=("item", "items"),
          reversible=True, says_not=("nothing protected is contained, or a ruling allows disclosure", "rien de protégé n'y figure, ou une décision autorise la divulgation"))
def protected_without_ruling(v: View) -> Any:
    return _first(v, lambda h: h.protects if not h.variation else None)


@law.fact("27(3)", ("an item is classified", "une pièce est classifiée"), needs=("item", "items"), reversible=True,
          says_not=("every item is public", "chaque pièce est publique"))
def classified(v: View) -> Any:
    return _first(v, lambda h: h.entry if h.classification != "public" else None)


@law.fact("27(3)", ("a public redacted version of every item exists", "une version publique expurgée de chaque pièce existe"), needs=("item", "items"),
          cured_by=("make_redacted_version",), says_not=("an item has no public redacted version", "une pièce n'a pas de version publique expurgée"))
def redacted_versions_exist(v: View) -> Any:
    found = _named(v)
    return None if found is None else all(h.redacted for h in found)


@law.fact("27(3)", ("only public redacted versions are given", "seules des versions publiques expurgées sont données"), needs=("version",),
          says_not=("whole records are given", "des documents intégraux sont donnés"))
def redacted_only(v: View) -> Any:
    return None if "version" not in v.given else v.given["version"] == "redacted"


def _request(v: View) -> AccessRequest | None:
    found: AccessRequest | None = v.posture.requests.get(str(v.given.get("request")))
    return found


@law.stage("27(2)", ("the request was acknowledged", "il a été accusé réception de la demande"), cured_by=("acknowledge_request",))
def acknowledged(v: View) -> Any:
    found = _request(v)
    return (found.acknowledged or False) if found else None


@law.stage("27(2)", ("the request was decided", "il a été statué sur la demande"), cured_by=("give_access", "deny_access"))
def decided(v: View) -> Any:
    found = _request(v)
    return (found.decided or False) if found else None


@law.stage("27(2)", ("a request of that number was received", "une demande de ce numéro a été reçue"), cured_by=("receive_access_request",),
           says_not=("no request of that number was received", "aucune demande de ce numéro n'a été reçue"))
def request_received(v: View) -> Any:
    if "request" not in v.given:
        return None
    found = _request(v)
    return found.received if found else False


@law.fact("27(2)", ("only items asked for are given", "seules les pièces demandées sont communiquées"), needs=("request", "items"),
          says_not=("an item was not asked for", "une pièce n'a pas été demandée"))
def items_asked_for(v: View) -> Any:
    found, codes = _request(v), v.given.get("items")
    return None if found is None or codes is None else all(code in found.items for code in codes)


@law.stage("27(1)", ("interference with the archives is on record", "une atteinte aux archives est inscrite"), cured_by=("report_interference",),
           says_not=("no interference with the archives is on record", "aucune atteinte aux archives n'est inscrite"))
def interfered(v: View) -> Any:
    return v.posture.interference or False


@law.stage("27(1)", ("inviolability was asserted against it", "l'inviolabilité a été invoquée"), cured_by=("assert_inviolability",))
def asserted(v: View) -> Any:
    return v.posture.asserted or False


@law.fact("res15", ("the centre has been agreed", "le centre a été convenu"), needs=("centre",), cured_by=("agree_information_centre",),
          says_not=("no such centre has been agreed", "aucun centre de ce nom n'a été convenu"))
def centre_agreed(v: View) -> Any:
    return None if "centre" not in v.given else v.posture.centres.get(v.given["centre"]) or False


@law.fact("res15", ("every item is public, or has a public redacted version", "chaque pièce est publique, ou a une version publique expurgée"), needs=("items",),
          cured_by=("declassify_records", "make_redacted_version"), says_not=("an item is not public", "une pièce n'est pas publique"))
def public_copies_only(v: View) -> Any:
    found = _named(v)
    return None if found is None else all(h.redacted or (h.classification == "public" and (not h.protects or h.variation)) for h in found)


def each_request(v: View) -> Iterable[Mapping[str, Any]]:
    """For what is owed on each request for access."""
    return [{"request": int(number)} for number in v.posture.requests]


def _of_request(attribute: str) -> Any:
    return lambda v: getattr(_request(v), attribute, None)


acknowledgement = law.limit("archive_acknowledgement", "archives", ("acknowledgement of a request for access", "accusé de réception d'une demande d'accès"), "27(2)",
                            "archive_acknowledgement", runs_from=_of_request("received"), stopped_by=_of_request("acknowledged"), binds=("archivist",), each=each_request, subject="request")
decision = law.limit("archive_decision", "archives", ("decision on a request for access", "décision sur une demande d'accès"), "27(2)", "archive_decision",
                     runs_from=_of_request("received"), stopped_by=_of_request("decided"), binds=("archivist",), each=each_request, subject="request")

@law.fact("27(3)", ("it is taken in as public although it identifies a protected person", "elle est versée comme publique bien qu'elle identifie une personne protégée"),
          needs=("classification", "identifies_protected"), says_not=("nothing that identifies a protected person is public", "rien de public n'identifie une personne protégée"))
def public_although_protected(v: View) -> Any:
    return v.given.get("classification") == "public" and v.given.get("identifies_protected")


@law.fact("27(3)", ("the new level is lower than the present one", "le nouveau niveau est inférieur à l'actuel"), needs=("item", "classification"),
          says_not=("the level is not lowered", "le niveau n'est pas abaissé"))
def level_lowered(v: View) -> Any:
    found, level = _named(v), v.given.get("classification")
    return None if found is None or level is None else next((h.entry for h in found if RANK.index(level) < RANK.index(h.classification)), False)


law.power("27(2)", acts.open_register, "registrar", register_not_open)
law.duty("27(3)", acts.adopt_regime, "registrar", register_open, regime_adopted)
law.power("27(2)", acts.accession, "archivist", all_of(register_open, reference_new))
law.prohibition("27(2)", acts.accession, away_from_its_branch, name="accession_elsewhere")
law.power("27(2)", acts.move, "archivist", items_on_register)
law.prohibition("27(3)", acts.accession, public_although_protected, name="protected_as_public")
law.prohibition("27(3)", acts.classify, level_lowered, name="lowered")
law.prohibition("27(3)", acts.hand_over, any_of(classified, protected_without_ruling), name="confidential_original")
law.prohibition("27(2)", acts.move, all_of(away_from_its_branch, for_good), name="move_for_good")
law.power("27(1)", acts.hand_over, "registrar", items_on_register)
law.prohibition("27(1)", acts.hand_over, property_passes, name="alienation")
law.power("27(3)", acts.classify, "archivist", items_on_register)
law.power("27(3)", acts.declassify, ("registrar", "single_judge", "trial_chamber", "president"), all_of(items_on_register, classified, ~protected_without_ruling))
law.prohibition("27(1)", (acts.declassify, acts.give, acts.supply, acts.hand_over), provider_condition_stands, name="provider_condition")
law.power("27(1)", acts.consent, "registrar", provider_condition_stands)
law.power("27(3)", acts.variation, ("single_judge", "trial_chamber", "appeals_chamber", "president"), protected_without_ruling)
law.power("27(3)", acts.redact, "archivist", items_on_register)
law.power("27(2)", acts.receive, "archivist", all_of(regime_adopted, items_on_register))
law.duty("27(2)", acts.acknowledge, "archivist", request_received, acknowledged, limit=acknowledgement, each=each_request)
law.duty("27(2)", acts.give, "archivist", request_received, decided, limit=decision, each=each_request, name="decide_request")
law.prohibition("27(2)", acts.give, any_of(decided, ~items_asked_for), name="not_asked_for")
law.prohibition("27(3)", acts.give, ~any_of(all_of(redacted_only, redacted_versions_exist), all_of(~classified, ~protected_without_ruling)), name="confidential")
law.power("27(2)", acts.deny, "archivist", all_of(request_received, ~decided))
law.power("27(1)", acts.interfere, ("archivist", "registrar"), register_open)
law.duty("27(1)", acts.assert_inviolability, "registrar", interfered, asserted)
law.power("res15", acts.agree_centre, "registrar", register_open)
law.power("res15", acts.supply, ("archivist", "registrar"), all_of(centre_agreed, items_on_register, public_copies_only))
