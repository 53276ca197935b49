"""Corrections of the record: an entry that names the entry it corrects or withdraws. The Registry keeps the record (article 15(1))."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.particulars import Choice, Particular
from curule.law.record import CORRECTION, RECLASSIFICATION, WITHDRAWAL
from curule.law.view import View
from curule.law.words import T
from curule.statutes.mechanism.organs import BENCH

law = Chapter("irmct", __name__)

KINDS = ("case", "allocation", "roll", "rules", "institution", "privileges", "enforcement", "cooperation", "assistance", "protection", "archives")
SEEN_BY = ("organ:registry", "organ:registrar", "bench", "matter:parties")


def suggest_entries(v: View) -> list[tuple[str, str]]:
    """The last entry, for forms."""
    last = v.posture.last
    return [(str(last.number), f"{last.number} {last.act}")] if last else []


law.act(CORRECTION, KINDS, ("Correct an entry", "Corriger une inscription"), ("Entry {entry} was corrected: {reason}", "L'inscription {entry} a été corrigée : {reason}"), [
    Particular("entry", "entry", "entry to correct", "inscription à corriger", suggest=suggest_entries, least=1),
    Particular("done_on", "date", "right day of the act", "date exacte de l'acte", required=False),
    Particular("particulars", "object", "right particulars", "éléments exacts", required=False,
               hint=T("only those that change", "uniquement ceux qui changent")),
    Particular("reason", "text", "reason and authority", "motif et autorité")], audience=SEEN_BY)
law.act(WITHDRAWAL, KINDS, ("Withdraw an entry", "Retirer une inscription"), ("Entry {entry} was withdrawn: {reason}", "L'inscription {entry} a été retirée : {reason}"), [
    Particular("entry", "entry", "entry to withdraw", "inscription à retirer", suggest=suggest_entries, least=1),
    Particular("reason", "text", "reason and authority", "motif et autorité")], audience=SEEN_BY)

law.act(RECLASSIFICATION, KINDS, ("Reclassify entries", "Reclassifier des inscriptions"),
        ("Entries {entries} were reclassified: {classification}", "Les inscriptions {entries} ont été reclassifiées : {classification}"), [
    Particular("entries", "entry", "entries", "inscriptions", many=True, suggest=suggest_entries, least=1),
    Particular("classification", "choice", "from now on", "désormais", choices=[
        Choice("public", "public", "public"), Choice("parties", "confidential: the parties", "confidentiel : les parties"),
        Choice("prosecution_only", "ex parte: Prosecutor only", "ex parte : Procureur seul"),
        Choice("defence_only", "ex parte: Defence only", "ex parte : Défense seule"), Choice("bench_only", "under seal: the Bench", "sous scellés : les juges")]),
    Particular("reason", "text", "reason and authority", "motif et autorité")], audience=SEEN_BY)


@law.stage("15(1)", ("the record has an entry", "le dossier comporte une inscription"))
def record_begun(v: View) -> Any:
    return v.posture.last or False


@law.fact("15(1)", ("that entry is not the one that opened the matter", "cette inscription n'est pas celle qui a ouvert l'affaire"), needs=("entry",))
def not_the_first(v: View) -> Any:
    number = v.given.get("entry")
    return None if number is None else number > 1


law.power("15(1)", CORRECTION, ("registry", "registrar"), record_begun)
law.power("15(1)", WITHDRAWAL, "registrar", not_the_first)


@law.fact("18(4)", ("all those entries stand on the record", "toutes ces inscriptions figurent au dossier"), needs=("entries",))
def entries_stand(v: View) -> Any:
    numbers, last = v.given.get("entries"), v.posture.last
    return None if numbers is None else last is not None and all(n <= last.number for n in numbers)


law.power("18(4)", RECLASSIFICATION, ("president", *BENCH), entries_stand)
