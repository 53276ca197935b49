"""Article 17 of the Statute of the Mechanism: review of the indictment, and changes to it afterwards."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.case_facts import (
    SEALED,
    case_confirmed,
    count_particular,
    not_judged,
    person_particular,
    suggest_counts,
)
from curule.statutes.mechanism.matters.case import Accused, Case, Count

__all__ = ["law", "suggest_counts"]

law = Chapter("irmct", __name__)

REVIEWERS = ("duty_judge", "single_judge")

law.clause("17(1)", Class.RULE, ("Confirmation or dismissal of the indictment", "Confirmation ou rejet de l'acte d'accusation"),
           ("The judge to whom it was submitted confirms an indictment that shows a prima facie case and dismisses any other.",
            "Le juge saisi confirme l'acte d'accusation fondé sur des présomptions suffisantes et rejette tout autre."))
law.clause("17(2)", Class.RULE, ("Warrants and orders", "Mandats et ordonnances"),
           ("After confirmation the judge may, when the Prosecutor asks, order arrest, detention, surrender, transfer, attendance "
            "or what else the trial needs.",
            "Après confirmation, le juge peut, à la demande du Procureur, ordonner arrestation, détention, remise, transfert, "
            "comparution ou toute autre mesure utile."))


def _confirm(draft: Case, entry: Entry) -> None:
    confirmed = entry.particulars["counts"]
    for number, count in draft.counts.items():
        if count.status == "charged":
            count.status = "confirmed" if number in confirmed else "dismissed"
            count.entry = entry
    draft.confirmed = entry


def _dismiss(draft: Case, entry: Entry) -> None:
    draft.dismissed = entry
    for count in draft.counts.values():
        if count.status == "charged":
            count.status, count.entry = "dismissed", entry


def _warrant(draft: Case, entry: Entry) -> None:
    draft.accused.setdefault(entry.particulars["person"], Accused()).warrants.append(entry)


def _withdraw(draft: Case, entry: Entry) -> None:
    draft.leave.pop("withdraw", None)
    for number in entry.particulars["counts"]:
        if number in draft.counts:
            draft.counts[number].status, draft.counts[number].entry = "withdrawn", entry


def _amend(draft: Case, entry: Entry) -> None:
    draft.leave.pop("amend", None)
    for number, crime in enumerate(entry.particulars["crimes"], len(draft.counts) + 1):
        draft.counts[str(number)] = Count(crime=crime, person=entry.particulars["person"],
                                          entry=entry)


confirm_indictment = law.act(
    "confirm_indictment", "case", ("Confirm the indictment", "Confirmer l'acte d'accusation"),
    ("The indictment was confirmed on counts {counts}", "L'acte d'accusation a été confirmé pour les chefs {counts}"),
    [count_particular("counts", "counts confirmed", "chefs confirmés")], _confirm, audience=SEALED, group="indictment")
dismiss_indictment = law.act(
    "dismiss_indictment", "case", ("Dismiss the indictment", "Rejeter l'acte d'accusation"),
    ("The indictment was dismissed", "L'acte d'accusation a été rejeté"), [], _dismiss, audience=SEALED, group="indictment")
issue_order = law.act(
    "issue_order", "case", ("Issue a warrant or order", "Délivrer un mandat ou une ordonnance"),
    ("A {order} was issued for {person}", "Délivrance : {order}, concernant {person}"),
    [person_particular(),
     Particular("order", "choice", "order", "ordonnance", choices=[
         Choice("arrest", "warrant of arrest", "mandat d'arrêt"),
         Choice("detention", "order for detention", "ordonnance de mise en détention"),
         Choice("surrender", "order for surrender", "ordonnance de remise"),
         Choice("transfer", "order for transfer", "ordonnance de transfèrement"),
         Choice("summons", "summons to appear", "citation à comparaître"),
         Choice("other", "other order for the trial", "autre ordonnance utile au procès")]),
     Particular("requested_by_prosecutor", "yes_no", "the Prosecutor asked for it", "à la demande du Procureur")],
    _warrant, audience=SEALED, group="indictment")
withdraw_counts = law.act(
    "withdraw_counts", "case", ("Withdraw counts", "Retirer des chefs d'accusation"),
    ("The Prosecutor withdrew counts {counts}", "Le Procureur a retiré les chefs {counts}"),
    [count_particular("counts", "counts withdrawn", "chefs retirés")], _withdraw, audience=SEALED, group="indictment")
grant_leave = law.act(
    "grant_leave_to_change_indictment", "case",
    ("Grant leave to amend or withdraw charges", "Autoriser la modification ou le retrait d'accusations"),
    ("Leave was granted to {change} charges", "Autorisation accordée : {change}"),
    [Particular("change", "choice", "change", "changement", choices=[
        Choice("amend", "amend", "modifier"), Choice("withdraw", "withdraw", "retirer")])],
    lambda draft, entry: draft.leave.__setitem__(entry.particulars["change"], entry), audience=SEALED, group="indictment")
amend_indictment = law.act(
    "amend_indictment", "case", ("Amend the indictment", "Modifier l'acte d'accusation"),
    ("The Prosecutor added charges against {person}: {crimes}", "Le Procureur a ajouté des accusations contre {person} : {crimes}"),
    [person_particular(),
     Particular("crimes", "text", "crime charged in each added count", "crime reproché dans chaque chef ajouté", many=True),
     Particular("facts", "long_text", "concise statement of the facts", "exposé concis des faits")], _amend, audience=SEALED, group="indictment")


@law.stage("17(1)", ("an indictment is under review", "un acte d'accusation est à l'examen"), cured_by=("submit_indictment",),
           says_not=("no indictment is under review", "aucun acte d'accusation n'est à l'examen"))
def under_review(v: View) -> Any:
    case: Case = v.posture
    if any(count.status == "charged" for count in case.counts.values()):
        return case.indictment
    closed = case.confirmed or case.dismissed
    return no(closed) if closed else False


@law.fact("17(1)", ("the judge who acts is the one to whom it was submitted", "le juge qui agit est celui qui a été saisi"),
          says_not=("it was submitted to another judge", "un autre juge a été saisi"))
def submitted_to_this_judge(v: View) -> Any:
    case: Case = v.posture
    if case.indictment is None or v.actor is None or not v.actor.person:
        return None
    return v.actor.person == case.indictment.particulars["judge"] or no(case.indictment)


@law.fact("17(1)", ("the counts confirmed are counts of the indictment", "les chefs confirmés figurent dans l'acte d'accusation"),
          needs=("counts",))
def counts_under_review(v: View) -> Any:
    counts = v.given.get("counts")
    if counts is None:
        return None
    return all(n in v.posture.counts for n in counts)


prima_facie = law.finding(
    "prima_facie", "17(1)",
    ("the Prosecutor has established a prima facie case", "le Procureur a établi des présomptions suffisantes"),
    REVIEWERS, ("prima facie", "à première vue"), lasting=False)


@law.fact("17(2)", ("the Prosecutor asked for it", "le Procureur l'a demandé"), needs=("requested_by_prosecutor",),
          says_not=("the Prosecutor did not ask for it", "le Procureur ne l'a pas demandé"))
def requested_by_prosecutor(v: View) -> Any:
    return v.given.get("requested_by_prosecutor")


@law.fact("17(1)", ("the counts stand in the indictment", "les chefs figurent encore dans l'acte d'accusation"), needs=("counts",))
def counts_stand(v: View) -> Any:
    counts = v.given.get("counts")
    if counts is None:
        return None
    return all(n in v.posture.counts and v.posture.counts[n].status in ("charged", "confirmed") for n in counts)


def _leave(v: View, change: str) -> Any:
    return v.posture.leave.get(change) or False


@law.fact("17(1)", ("leave to withdraw was granted", "le retrait a été autorisé"),
          cured_by=("grant_leave_to_change_indictment",))
def leave_to_withdraw(v: View) -> Any:
    return _leave(v, "withdraw")


@law.fact("17(1)", ("leave to amend was granted", "la modification a été autorisée"),
          cured_by=("grant_leave_to_change_indictment",))
def leave_to_amend(v: View) -> Any:
    return _leave(v, "amend")


law.power("17(1)", confirm_indictment, REVIEWERS,
          all_of(under_review, submitted_to_this_judge, counts_under_review, prima_facie))
law.power("17(1)", dismiss_indictment, REVIEWERS, all_of(under_review, submitted_to_this_judge, ~prima_facie))
law.power("17(2)", issue_order, (*REVIEWERS, "trial_chamber"), all_of(case_confirmed, requested_by_prosecutor))
law.power("17(1)", grant_leave, (*REVIEWERS, "trial_chamber"), all_of(case_confirmed, not_judged),
          note=("The Statute is silent on changes to a confirmed indictment; the Rules let the confirming judge or the Chamber "
                "allow them.",
                "Le Statut est muet sur la modification d'un acte d'accusation confirmé ; le Règlement la soumet à "
                "autorisation."))
law.power("17(1)", withdraw_counts, "prosecutor", all_of(counts_stand, any_of(under_review, leave_to_withdraw)))
law.power("17(1)", amend_indictment, "prosecutor", all_of(any_of(under_review, leave_to_amend), not_judged))

