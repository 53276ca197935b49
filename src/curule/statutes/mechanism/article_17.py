"""Article 17 of the Statute of the Mechanism: review of the indictment."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_16 import SEALED
from curule.statutes.mechanism.case_facts import case_confirmed, person_particular
from curule.statutes.mechanism.matters.case import Case

law = Chapter("irmct", __name__)


def suggest_counts(v: View) -> list[tuple[str, str]]:
    """The counts of the indictment, for forms."""
    return [(number, f"{number} - {count.crime}") for number, count in v.posture.counts.items()]


def _confirm(draft: Case, entry: Entry) -> None:
    confirmed = entry.particulars["counts"]
    for number, count in draft.counts.items():
        if count.status == "charged":
            count.status = "confirmed" if number in confirmed else "dismissed"
            count.entry = entry
    draft.confirmed = entry


confirm_indictment = law.act(
    "confirm_indictment", "case", ("Confirm the indictment", "Confirmer l'acte d'accusation"),
    ("The indictment was confirmed on counts {counts}", "L'acte d'accusation a été confirmé pour les chefs {counts}"),
    [Particular("counts", "count", "counts confirmed", "chefs confirmés", many=True, suggest=suggest_counts)], _confirm, audience=SEALED)


def _dismiss(draft: Case, entry: Entry) -> None:
    draft.dismissed = entry
    for count in draft.counts.values():
        count.status, count.entry = "dismissed", entry


dismiss_indictment = law.act("dismiss_indictment", "case", ("Dismiss the indictment", "Rejeter l'acte d'accusation"),
                             ("The indictment was dismissed", "L'acte d'accusation a été rejeté"), [], _dismiss, audience=SEALED)


@law.stage("17(1)", ("an indictment is under review", "un acte d'accusation est à l'examen"), cured_by=("submit_indictment",))
def under_review(v: View) -> Any:
    case: Case = v.posture
    if case.indictment is None:
        return False
    closed = case.confirmed or case.dismissed
    return no(closed) if closed is not None else case.indictment


prima_facie = law.finding("prima_facie", "17(1)", ("the Prosecutor has established a prima facie case", "le Procureur a établi des présomptions suffisantes"),
                          ("duty_judge", "single_judge"), ("prima facie", "à première vue"))

law.clause("17(1)", Class.RULE, ("Confirmation or dismissal of the indictment", "Confirmation ou rejet de l'acte d'accusation"),
           ("The duty judge, or a single judge the President designates, confirms an indictment that shows a prima facie case and dismisses any other.",
            "Le juge de permanence ou un juge unique désigné confirme l'acte d'accusation fondé sur des présomptions suffisantes, sinon le rejette."))
law.power("17(1)", confirm_indictment, ("duty_judge", "single_judge"), all_of(under_review, prima_facie))
law.power("17(1)", dismiss_indictment, ("duty_judge", "single_judge"), all_of(under_review, ~prima_facie))


def _warrant(draft: Case, entry: Entry) -> None:
    draft.accused[entry.particulars["person"]].warrants.append(entry)


issue_order = law.act(
    "issue_order", "case", ("Issue a warrant or order", "Délivrer un mandat ou une ordonnance"),
    ("A {order} was issued for {person}", "Délivrance : {order}, concernant {person}"),
    [person_particular(),
     Particular("order", "choice", "order", "ordonnance", choices=[
         Choice("arrest", "warrant of arrest", "mandat d'arrêt"), Choice("detention", "order for detention", "ordonnance de mise en détention"),
         Choice("surrender", "order for surrender", "ordonnance de remise"), Choice("transfer", "order for transfer", "ordonnance de transfert"),
         Choice("summons", "summons", "citation à comparaître"), Choice("other", "other order for the trial", "autre ordonnance utile au procès")]),
     Particular("requested_by_prosecutor", "yes_no", "the Prosecutor asked for it", "à la demande du Procureur")],
    _warrant, audience=SEALED)


@law.fact("17(2)", ("the Prosecutor asked for it", "le Procureur l'a demandé"), needs=("requested_by_prosecutor",))
def requested_by_prosecutor(v: View) -> Any:
    return v.given.get("requested_by_prosecutor")


law.clause("17(2)", Class.RULE, ("Warrants and orders", "Mandats et ordonnances"),
           ("After confirmation the judge may, when the Prosecutor asks, order arrest, detention, surrender, transfer, attendance or what else the trial needs.",
            "Après confirmation, le juge peut, à la demande du Procureur, ordonner arrestation, détention, remise, transfert, comparution ou autre mesure."))
law.power("17(2)", issue_order, ("duty_judge", "single_judge"), all_of(case_confirmed, requested_by_prosecutor))
