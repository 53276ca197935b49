"""The acts of referral to a State, of monitoring and of revocation (article 6), with what they write."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.mechanism.article_01 import considered_particular
from curule.statutes.mechanism.case_facts import GROUPS, involved, person_particular
from curule.statutes.mechanism.matters.case import Accused, Bench, Case

__all__ = ["BASES", "already_referred", "law", "referral_stands"]

law = Chapter("irmct", "curule.statutes.mechanism.article_06")

OF_REFERRAL = ("matter:parties", "bench", "organ:registry", "organ:state")

BASES = (
    Choice("i", "the crime was committed in its territory (article 6(2)(i))",
           "crime commis sur son territoire (article 6, par. 2 i)"),
    Choice("ii", "the accused was arrested in its territory (article 6(2)(ii))",
           "arrestation sur son territoire (article 6, par. 2 ii)"),
    Choice("iii", "it has jurisdiction, is willing and adequately prepared (article 6(2)(iii))",
           "compétence, volonté et préparation adéquate (article 6, par. 2 iii)"),
)


@law.stage("6(4)", ("a referral order stands", "une ordonnance de renvoi est en vigueur"),
           says_not=("no referral order stands", "aucune ordonnance de renvoi n'est en vigueur"),
           cured_by=("order_referral", "record_earlier_referral"))
def referral_stands(v: View) -> Any:
    referral = v.posture.referral
    return referral.ordered if referral.ordered is not None and referral.revoked is None else False


@law.stage("6(4)", ("the accused concerned is referred to a State already", "l'accusé concerné est déjà renvoyé à un État"),
           says_not=("the accused concerned is not referred to a State", "l'accusé concerné n'est pas renvoyé à un État"),
           cured_by=("order_referral", "record_earlier_referral"))
def already_referred(v: View) -> Any:
    orders = [a.referred for a in involved(v).values() if a.dead is None]
    return tuple(orders) if orders and all(orders) else False


def suggest_willing(v: View) -> list[tuple[str, str]]:
    """The States that declared themselves ready, or were asked, for forms."""
    referral = v.posture.referral
    asked = [e.particulars["state"] for e in referral.attempts]
    return [(state, state) for state in dict.fromkeys((*referral.willing, *asked))]


def _state() -> Particular:
    return Particular("state", "state", "State", "État", suggest=suggest_willing)


def _attempt(draft: Case, entry: Entry) -> None:
    draft.referral.attempts.append(entry)


def _designate(draft: Case, entry: Entry) -> None:
    draft.referral.bench = entry
    draft.referral.heard.clear()
    draft.referral.state_heard = None
    draft.benches["referral"] = Bench(judges=tuple(entry.particulars["judges"]), entry=entry,
                                      presiding=entry.particulars.get("presiding", ""))


def _hear(draft: Case, entry: Entry) -> None:
    draft.referral.heard[entry.particulars["party"]] = entry


def _order(draft: Case, entry: Entry, by: str = "mechanism") -> None:
    referral = draft.referral
    referral.ordered, referral.state, referral.by = entry, entry.particulars["state"], by
    referral.revoked = referral.monitor = referral.national_judgement = referral.revocation_requested = None
    referral.reports.clear()
    for accused in _referred_with(draft, entry):
        accused.referred = entry


def _referred_with(draft: Case, entry: Entry) -> list[Accused]:
    """The accused whom an order of referral or its revocation concerns: the one named there or for the bench, else all."""
    bench = draft.referral.bench
    code = entry.particulars.get("person") or (bench.particulars.get("person") if bench is not None else None)
    return [draft.accused[code]] if code is not None and code in draft.accused else list(draft.accused.values())


def _earlier(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    draft.origin = draft.origin or given["origin"]
    draft.branch = draft.branch or {"icty": "the_hague", "ictr": "arusha"}[given["origin"]]
    draft.duty_station = draft.duty_station or draft.branch
    person = draft.accused.setdefault(given["person"], Accused(indicted_by=given["origin"]))
    person.group = person.group or given["group"]
    _order(draft, entry, given["origin"])


def _revoke(draft: Case, entry: Entry) -> None:
    draft.referral.revoked = entry
    for accused in _referred_with(draft, entry):
        accused.referred = None
    draft.deferral_requests.append(entry)


record_attempt = law.act(
    "record_referral_attempt", "case", ("Record an effort to refer", "Inscrire une démarche de renvoi"),
    ("{state} was approached about taking the case: {answer}", "{state} a été sollicité pour reprendre l'affaire : {answer}"),
    [Particular("state", "state", "State approached", "État sollicité"),
     Particular("answer", "choice", "answer", "réponse", choices=[
         Choice("accepted", "accepted", "acceptation"), Choice("declined", "declined", "refus"),
         Choice("conditions", "accepted on conditions", "acceptation sous conditions"),
         Choice("none", "no answer", "sans réponse")]),
     Particular("note", "long_text", "what was done", "démarches", required=False)], _attempt, audience=OF_REFERRAL)
declare_readiness = law.act(
    "declare_readiness", "case", ("Declare readiness to take the case", "Se déclarer prêt à reprendre l'affaire"),
    ("{state} declared itself willing to take the case", "{state} s'est déclaré disposé à reprendre l'affaire"),
    [Particular("state", "state", "State", "État"),
     Particular("statement", "long_text", "statement", "déclaration", required=False)],
    lambda draft, entry: draft.referral.willing.__setitem__(entry.particulars["state"], entry))
designate = law.act(
    "designate_referral_chamber", "case", ("Designate a referral bench", "Désigner la formation de renvoi"),
    ("The President designated {judges} to decide on referral", "Le Président a désigné {judges} pour statuer sur le renvoi"),
    [Particular("judges", "judge", "judges", "juges", many=True),
     Particular("presiding", "judge", "presiding judge", "président de la formation", required=False),
     person_particular(required=False)], _designate)
request = law.act(
    "request_referral", "case", ("Request referral", "Demander le renvoi"),
    ("The Prosecutor requested referral to {state}", "Le Procureur a demandé le renvoi à {state}"), [_state()],
    lambda draft, entry: setattr(draft.referral, "requested", entry))
hear = law.act(
    "hear_on_referral", "case", ("Hear on referral", "Entendre sur le renvoi"),
    ("Opportunity to be heard on referral: {party}", "Occasion d'être entendu sur le renvoi : {party}"),
    [Particular("party", "choice", "heard", "entendu", choices=[
        Choice("prosecutor", "the Prosecutor", "le Procureur"), Choice("defence", "the accused", "l'accusé"),
        Choice("state", "the State", "l'État")])], _hear)
order = law.act(
    "order_referral", "case", ("Order referral", "Ordonner le renvoi"),
    ("The case was referred to the authorities of {state}", "L'affaire a été renvoyée aux autorités de {state}"),
    [_state(), Particular("basis", "choice", "which State", "quel État", choices=BASES),
     considered_particular("gravity", "responsibility", required=False), person_particular(required=False)], _order)
decline = law.act(
    "decline_referral", "case", ("Decline referral", "Refuser le renvoi"), ("Referral was declined", "Le renvoi a été refusé"),
    [considered_particular("gravity", "responsibility", required=False),
     Particular("reasons", "long_text", "reasons", "motifs", required=False)],
    lambda draft, entry: setattr(draft.referral, "declined", entry))
record_earlier = law.act(
    "record_earlier_referral", "case", ("Record a referral by a Tribunal", "Inscrire un renvoi par un Tribunal"),
    ("The {origin} had referred the case of {person} to {state} on {ordered_on}",
     "Le {origin} avait renvoyé l'affaire {person} à {state} le {ordered_on}"),
    [Particular("origin", "choice", "referred by", "renvoyée par", choices=[
        Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR")]),
     Particular("person", "person", "accused", "accusé"),
     Particular("group", "choice", "group of article 1", "catégorie de l'article premier", choices=GROUPS),
     Particular("state", "state", "State", "État"),
     Particular("ordered_on", "date", "day of the order", "date de l'ordonnance")], _earlier)
appoint_monitor = law.act(
    "appoint_monitor", "case", ("Appoint a monitor", "Désigner un observateur"),
    ("{monitor} was appointed to monitor the case", "{monitor} a été désigné pour suivre l'affaire"),
    [Particular("monitor", "text", "monitor", "observateur"),
     Particular("organization", "text", "organization that helps", "organisation qui prête son concours", required=False)],
    lambda draft, entry: setattr(draft.referral, "monitor", entry))
report = law.act(
    "file_monitoring_report", "case", ("File a monitoring report", "Déposer un rapport de suivi"),
    ("A monitoring report was filed for the time to {until}", "Un rapport de suivi a été déposé pour la période allant "
     "jusqu'au {until}"),
    [Particular("until", "date", "end of the period reported on", "fin de la période", default=lambda v: v.on)],
    lambda draft, entry: draft.referral.reports.append(entry))
request_revocation = law.act(
    "request_revocation", "case", ("Request revocation of the referral", "Demander l'annulation du renvoi"),
    ("The Prosecutor requested revocation of the referral", "Le Procureur a demandé l'annulation du renvoi"), [],
    lambda draft, entry: setattr(draft.referral, "revocation_requested", entry))
hear_state = law.act(
    "hear_state_on_revocation", "case", ("Hear the State on revocation", "Entendre l'État sur l'annulation"),
    ("The authorities of the State could be heard on revocation", "Les autorités de l'État ont pu être entendues sur "
     "l'annulation"), [], lambda draft, entry: setattr(draft.referral, "state_heard", entry))
revoke = law.act(
    "revoke_referral", "case", ("Revoke the referral", "Annuler le renvoi"),
    ("The referral was revoked and deferral formally requested", "Le renvoi a été annulé et le dessaisissement demandé"),
    [Particular("reasons", "long_text", "reasons", "motifs", required=False)], _revoke)
deny_revocation = law.act(
    "deny_revocation", "case", ("Deny revocation", "Refuser l'annulation du renvoi"),
    ("Revocation of the referral was denied", "L'annulation du renvoi a été refusée"),
    [Particular("reasons", "long_text", "reasons", "motifs", required=False)],
    lambda draft, entry: setattr(draft.referral, "revocation_denied", entry))
