"""Corrections of the record: an entry that names the entry it corrects, withdraws or reclassifies. The Registry keeps the record."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.docket import docket_of
from curule.law.particulars import Particular
from curule.law.record import CORRECTION, RECLASSIFICATION, WITHDRAWAL, Entry, numbered
from curule.law.sight import addressees_particular, classification_particular
from curule.law.view import View
from curule.law.words import T
from curule.statutes.court_record.court import Court

__all__ = ["chapter"]

SEEN_BY = ("organ:registry", "organ:registrar", "bench", "matter:parties")


def suggest_entries(v: View) -> list[tuple[str, str]]:
    """The last entry, for forms."""
    last = v.posture.last
    return [(str(last.number), f"{last.number} {last.act}")] if last else []


def _reclassified(draft: Any, entry: Entry) -> None:
    """What the Bench or the Registry decides is provisional no more."""
    if draft.docket is None:
        return
    for number in entry.particulars["entries"]:
        docket_of(draft).provisional.pop(str(number), None)


def _declare_acts(law: Chapter, court: Court) -> None:
    law.act(CORRECTION, court.kinds, ("Correct an entry", "Corriger une inscription"), ("Entry {entry} was corrected: {reason}", "L'inscription {entry} a été corrigée : {reason}"), [
        Particular("entry", "entry", "entry to correct", "inscription à corriger", suggest=suggest_entries, least=1),
        Particular("done_on", "date", "right day of the act", "date exacte de l'acte", required=False),
        Particular("particulars", "object", "right particulars", "éléments exacts", required=False,
                   hint=T("only those that change", "uniquement ceux qui changent")),
        Particular("reason", "text", "reason and authority", "motif et autorité")], audience=SEEN_BY)
    law.act(WITHDRAWAL, court.kinds, ("Withdraw an entry", "Retirer une inscription"), ("Entry {entry} was withdrawn: {reason}", "L'inscription {entry} a été retirée : {reason}"), [
        Particular("entry", "entry", "entry to withdraw", "inscription à retirer", suggest=suggest_entries, least=1),
        Particular("reason", "text", "reason", "motif"),
        Particular("authority", "text", "order by which it is withdrawn", "ordonnance qui prescrit le retrait", required=False,
                   hint=T("needed for an act of the President, a judge or a Chamber", "requis pour un acte du Président, d'un juge ou d'une Chambre"))], audience=SEEN_BY)
    law.act(RECLASSIFICATION, court.kinds, ("Reclassify entries", "Reclassifier des inscriptions"),
            ("Entries {entries} were reclassified: {classification}", "Les inscriptions {entries} ont été reclassifiées : {classification}"), [
        Particular("entries", "entry", "entries", "inscriptions", many=True, suggest=suggest_entries, least=1),
        classification_particular("from now on", "désormais"),
        addressees_particular(),
        Particular("alone", "yes_no", "without their annexes and translations", "sans leurs annexes et traductions", required=False),
        Particular("reason", "text", "reason and authority", "motif et autorité")], _reclassified, audience=SEEN_BY)


def _target(v: View) -> Entry | None:
    """The entry to correct or to withdraw: one that stands, and is not itself a correction."""
    found = numbered(v.posture.folded, v.given.get("entry"))
    return found if found is not None and found.act not in (CORRECTION, WITHDRAWAL) else None


def _correct(law: Chapter, court: Court) -> None:
    here = court.record_provision

    @law.fact(here, ("that entry is not the one that opened the matter", "cette inscription n'est pas celle qui a ouvert l'affaire"), needs=("entry",))
    def not_the_first(v: View) -> Any:
        number = v.given.get("entry")
        return None if number is None else number > 1

    @law.stage(here, ("an entry of that number stands on the record", "une inscription de ce numéro figure au dossier"),
               says_not=("no entry of that number stands on the record", "aucune inscription de ce numéro ne figure au dossier"))
    def entry_stands(v: View) -> Any:
        return None if "entry" not in v.given and v.posture.last else _target(v) or False

    day_not_ahead = law.measure("corrected_day_not_ahead", here, ("the corrected day does not lie ahead", "la date corrigée n'est pas à venir"),
                                lambda v: v.given.get("done_on", v.on), "<=", lambda v: v.on, needs=("done_on",),
                                says_not=("the corrected day lies ahead", "la date corrigée est à venir"))

    @law.fact(here, ("the entry is an act of the President, a judge or a Chamber", "l'inscription est un acte du Président, d'un juge ou d'une Chambre"), needs=("entry",),
              says_not=("the entry is no act of the President, a judge or a Chamber", "l'inscription n'est pas un acte du Président, d'un juge ou d'une Chambre"))
    def act_of_the_judges(v: View) -> Any:
        found = _target(v)
        return False if found is None or found.actor.organ not in court.judicial else found

    @law.fact(here, ("an order by which it is withdrawn is named", "une ordonnance prescrivant le retrait est indiquée"), needs=("authority",),
              says_not=("no order by which it is withdrawn is named", "aucune ordonnance prescrivant le retrait n'est indiquée"))
    def order_named(v: View) -> Any:
        return "authority" in v.given

    law.power(here, CORRECTION, court.registry, all_of(entry_stands, day_not_ahead))
    law.power(here, WITHDRAWAL, court.registrar, all_of(not_the_first, entry_stands))
    law.prohibition(here, WITHDRAWAL, all_of(act_of_the_judges, ~order_named), name="withdrawal_without_order",
                    note=("The Registry puts its record right; what the judges did falls only by their order.",
                          "Le Greffe rectifie son dossier ; ce que les juges ont décidé ne tombe que par leur ordonnance."))


def _reclassify(law: Chapter, court: Court) -> None:
    here = court.publicity_provision

    @law.fact(here, ("all those entries stand on the record", "toutes ces inscriptions figurent au dossier"), needs=("entries",))
    def entries_stand(v: View) -> Any:
        numbers, last = v.given.get("entries"), v.posture.last
        return None if numbers is None else last is not None and all(n <= last.number for n in numbers)

    @law.fact(here, ("those entries are classified provisionally", "ces inscriptions sont classifiées à titre provisoire"), needs=("entries",),
              says_not=("not all of those entries are classified provisionally", "ces inscriptions ne sont pas toutes classifiées à titre provisoire"))
    def all_provisional(v: View) -> Any:
        numbers, docket = v.given.get("entries"), v.posture.docket
        return None if numbers is None else docket is not None and all(str(n) in docket.provisional for n in numbers)

    law.power(here, RECLASSIFICATION, court.judicial, entries_stand)
    law.power(court.record_provision, RECLASSIFICATION, court.registry, all_provisional, name="settle_provisional_classification")


def chapter(court: Court) -> Chapter:
    """The chapter of corrections for one tribunal."""
    law = Chapter(court.instrument, __name__)
    _declare_acts(law, court)
    _correct(law, court)
    _reclassify(law, court)
    return law


