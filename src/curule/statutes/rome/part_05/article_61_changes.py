"""Article 61 of the Rome Statute, paragraphs 4 and 9: amending, adding and withdrawing charges, by stage, with the permission that each needs."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import lapse, person_in
from curule.statutes.rome.part_05.article_61_decision import committed, trial_chamber
from curule.statutes.rome.part_05.article_61_hearing import add_charges, hearing_begun
from curule.statutes.rome.part_05.article_61_pleading import pleading_particulars
from curule.statutes.rome.part_05.facts import (
    charge_particular,
    charges_of,
    confirmation_of,
    crimes_particular,
    each_person,
    not_begun,
    of_person,
    person_particular,
    stated,
    trial_begun,
    wording,
)

law = Chapter("rome", __name__)

PTC = "pre_trial_chamber"


def _amend(draft: Case, entry: Entry) -> None:
    for number, crime in zip(entry.particulars["counts"], entry.particulars["crimes"], strict=False):
        if number in draft.charges:
            charge = draft.charges[number]
            charge.crime, charge.entry = crime, entry
            charge.elements, charge.since = tuple(entry.particulars.get("elements", ())), entry.particulars.get("conduct_from", charge.since)
            charge.status = "sought" if charge.status == "adjourned" else charge.status
    _changed(draft, entry)


def _changed(draft: Case, entry: Entry) -> None:
    confirmation = person_in(draft.persons, entry.particulars["person"]).confirmation
    confirmation.changed, confirmation.change_notified = entry, None
    # A permission serves once.
    confirmation.amendment_permitted = confirmation.amendment_notified = confirmation.withdrawal_permitted = None


def _add(draft: Case, entry: Entry) -> None:
    add_charges(draft, entry)
    _changed(draft, entry)
    confirmation = person_in(draft.persons, entry.particulars["person"]).confirmation
    confirmation.set = confirmation.day = confirmation.opened = confirmation.closed = confirmation.defence_called = None
    confirmation.document_served = confirmation.evidence_served = confirmation.evidence_told = None


def _withdraw(draft: Case, entry: Entry) -> None:
    for number in entry.particulars["counts"]:
        if number in draft.charges:
            draft.charges[number].status, draft.charges[number].entry = "withdrawn", entry
    lapse(draft.warrants, draft.charges, entry.particulars["person"], entry)
    _changed(draft, entry)


def _mark(field: str) -> Any:
    def effect(draft: Case, entry: Entry) -> None:
        setattr(person_in(draft.persons, entry.particulars["person"]).confirmation, field, entry)

    return effect


amend = law.act(
    "amend_charges", "case", ("Amend charges", "Modifier des charges"), ("The Prosecutor amended charges {counts} to {crimes}", "Le Procureur a modifié les charges {counts} : {crimes}"),
    [person_particular(), charge_particular("counts", "charges", "charges"), crimes_particular("crime of each, as amended", "crime de chacune, après modification"), *pleading_particulars(),
     wording("amendment", "what is amended", "objet de la modification")], _amend, group="confirmation")
add = law.act(
    "add_charges", "case", ("Seek additional or more serious charges", "Requérir des charges supplémentaires ou plus graves"),
    ("The Prosecutor seeks additional or more serious charges against {person}: {crimes}", "Le Procureur requiert des charges supplémentaires ou plus graves contre {person} : {crimes}"),
    [person_particular(), crimes_particular("crime of each new charge", "crime de chaque nouvelle charge"), *pleading_particulars()], _add, group="confirmation")
withdraw = law.act(
    "withdraw_charges", "case", ("Withdraw charges", "Retirer des charges"), ("The Prosecutor withdrew charges {counts} against {person}", "Le Procureur a retiré les charges {counts} contre {person}"),
    [person_particular(), charge_particular("counts", "charges", "charges"), wording("reasons", "reasons, for the Pre-Trial Chamber", "motifs, à l'intention de la Chambre préliminaire")],
    _withdraw, group="confirmation")
notify_change = law.act(
    "notify_change_of_charges", "case", ("Notify the person of the change of charges", "Notifier à la personne la modification des charges"),
    ("{person} was notified of the amendment or withdrawal of charges", "La modification ou le retrait de charges a été notifié à {person}"), [person_particular()],
    _mark("change_notified"), group="confirmation")
notify_request = law.act(
    "notify_amendment_sought", "case", ("Notify the accused of an amendment sought", "Notifier à l'accusé la modification envisagée"),
    ("{person} was notified that an amendment of the confirmed charges is sought", "La modification envisagée des charges confirmées a été notifiée à {person}"), [person_particular()],
    _mark("amendment_notified"), group="confirmation")
permit = law.act(
    "permit_amendment_of_charges", "case", ("Permit the amendment of confirmed charges", "Autoriser la modification de charges confirmées"),
    ("The Chamber permitted amendment of the charges against {person} ({nature})", "La Chambre a autorisé la modification des charges contre {person} ({nature})"),
    [person_particular(), Particular("nature", "choice", "nature of the amendment", "nature de la modification", choices=[
        Choice("amendment", "amendment of charges as confirmed", "modification des charges confirmées"), Choice("additional", "additional charges", "charges supplémentaires"),
        Choice("more_serious", "more serious charges substituted", "substitution de charges plus graves")])], _mark("amendment_permitted"), group="confirmation")
permit_withdrawal = law.act(
    "permit_withdrawal_of_charges", "case", ("Permit the withdrawal of charges", "Autoriser le retrait de charges"),
    ("The Chamber permitted the withdrawal of charges against {person}", "La Chambre a autorisé le retrait de charges contre {person}"), [person_particular()],
    _mark("withdrawal_permitted"), group="confirmation")

law.reading("chamber_for_amendment", "61(11)", ("Which chamber permits amendment once the Trial Chamber is constituted? The English text leaves paragraph 9, the Chinese paragraph 8, out of its functions.",
            "Quelle chambre autorise une modification une fois constituée la Chambre de première instance ? Le texte anglais réserve le paragraphe 9, le chinois le paragraphe 8."), {
    "english": ("the Pre-Trial Chamber, until the trial begins", "la Chambre préliminaire, jusqu'à l'ouverture du procès"),
    "chinese": ("the Trial Chamber, once constituted", "la Chambre de première instance, une fois constituée")})
law.reading("withdrawal_before_trial", "61(9)", ("How are confirmed charges withdrawn before the trial begins? Paragraph 4 stops at the hearing, paragraph 9 speaks of withdrawal only after the trial has begun.",
            "Comment les charges confirmées sont-elles retirées avant l'ouverture du procès ? Le paragraphe 4 s'arrête à l'audience, le paragraphe 9 ne vise le retrait qu'après l'ouverture."), {
    "notice": ("by notice of the Prosecutor", "par notification du Procureur"),
    "permission": ("with permission of the Pre-Trial Chamber", "avec l'autorisation de la Chambre préliminaire")})


def _counts(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], *statuses: str, request: str = "") -> Any:
    def test(v: View) -> Any:
        counts = v.given.get("counts")
        if counts is None:
            return None
        mine = charges_of(v, *statuses)
        return all(n in mine and (not request or mine[n].request == request) for n in counts)

    test.__name__ = id
    return law.fact(provision, says, says_not=says_not, needs=("counts",))(test)


def _stage(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], read: Any, *cured_by: str) -> Any:
    return of_person(law, id, provision, says, says_not, lambda p: read(p.confirmation), cured_by=cured_by)


counts_sought = _counts("counts_sought", "61(4)", ("the charges named are sought against the person", "les charges désignées sont requises contre la personne"),
                        ("a charge named is not sought against the person", "une charge désignée n'est pas requise contre la personne"), "sought")
counts_to_amend = _counts("counts_to_amend", "61(7)(c)(ii)", ("the Chamber asked to consider amending these charges", "la Chambre a demandé d'envisager de modifier ces charges"),
                          ("the Chamber did not ask to amend a charge named", "la Chambre n'a pas demandé de modifier une charge désignée"), "adjourned", request="amend")
counts_confirmed = _counts("counts_confirmed", "61(9)", ("the charges named are confirmed", "les charges désignées sont confirmées"),
                           ("a charge named is not confirmed", "une charge désignée n'est pas confirmée"), "confirmed")
permitted = _stage("amendment_permitted", "61(9)", ("amendment of charges as confirmed was permitted", "la modification des charges confirmées a été autorisée"),
                   ("no amendment of charges as confirmed was permitted", "aucune modification des charges confirmées n'a été autorisée"),
                   lambda c: c.amendment_permitted if c.amendment_permitted and c.amendment_permitted.particulars["nature"] == "amendment" else None, "permit_amendment_of_charges")
permitted_more = _stage("new_charges_permitted", "61(9)", ("additional or more serious charges were permitted", "des charges supplémentaires ou plus graves ont été autorisées"),
                        ("no additional or more serious charges were permitted", "aucune charge supplémentaire ou plus grave n'a été autorisée"),
                        lambda c: c.amendment_permitted if c.amendment_permitted and c.amendment_permitted.particulars["nature"] != "amendment" else None, "permit_amendment_of_charges")
accused_notified = _stage("accused_notified", "61(9)", ("the accused was notified", "l'accusé a reçu notification"), ("the accused was not notified", "l'accusé n'a pas reçu notification"),
                          lambda c: c.amendment_notified, "notify_amendment_sought")
changed = _stage("charges_changed", "61(4)", ("charges were amended or withdrawn", "des charges ont été modifiées ou retirées"), ("no charge was amended or withdrawn", "aucune charge n'a été modifiée ni retirée"),
                 lambda c: c.changed)
change_notified = _stage("change_notified", "61(4)", ("the person was notified of the change", "la modification a été notifiée à la personne"),
                         ("the person was not notified of the change", "la modification n'a pas été notifiée à la personne"), lambda c: c.change_notified, "notify_change_of_charges")
reasons_given = stated(law, "reasons_to_chamber", "61(4)", ("the Chamber is told the reasons", "la Chambre est informée des motifs"), ("the Chamber is not told the reasons", "la Chambre n'est pas informée des motifs"),
                       "reasons")


def _since_notice(v: View) -> int | None:
    confirmation = confirmation_of(v)
    return (v.on - confirmation.change_notified.done_on).days if confirmation and confirmation.change_notified else None


notice_in_time = law.measure("change_notified_in_time", "61(4)", ("the change was notified a reasonable time before the hearing", "la modification a été notifiée dans un délai raisonnable avant l'audience"),
                             _since_notice, ">=", lambda v: v.figure("amendment_before_hearing").length.n, cured_by=("notify_change_of_charges",))


@law.stage("61(9)", ("withdrawal was permitted at this stage", "le retrait a été autorisé à ce stade"), cured_by=("permit_withdrawal_of_charges",),
           says_not=("withdrawal was not permitted at this stage", "le retrait n'a pas été autorisé à ce stade"))
def withdrawal_permitted(v: View) -> Any:
    confirmation, begun = confirmation_of(v), v.posture.trial_begun
    given = confirmation.withdrawal_permitted if confirmation else None
    # Once the trial has begun the permission must come from the Trial Chamber; one given before it no longer serves.
    return given if given and (begun is None or given.number > begun.number) else no(given)


@law.fact("61(11)", ("permission stays with the Pre-Trial Chamber until the trial (reading)", "l'autorisation reste à la Chambre préliminaire jusqu'au procès (interprétation)"),
          says_not=("permission passes to the Trial Chamber once constituted (reading)", "l'autorisation passe à la Chambre de première instance dès sa constitution (interprétation)"))
def stays_with_pre_trial(v: View) -> bool:
    return v.reading("chamber_for_amendment") == "english"


@law.fact("61(9)", ("notice suffices before the trial (reading)", "la notification suffit avant le procès (interprétation)"),
          says_not=("permission is needed before the trial too (reading)", "une autorisation est requise avant le procès aussi (interprétation)"))
def notice_suffices(v: View) -> bool:
    return v.reading("withdrawal_before_trial") == "notice"


law.power("61(4)", amend, "prosecutor", all_of(~hearing_begun, counts_sought), name="amend_before_hearing")
law.power("61(7)(c)(ii)", amend, "prosecutor", counts_to_amend, name="amend_on_request")
law.power("61(9)", amend, "prosecutor", all_of(counts_confirmed, not_begun, permitted, accused_notified), name="amend_confirmed")
law.power("61(9)", add, "prosecutor", all_of(permitted_more, not_begun, accused_notified))
law.power("61(9)", notify_request, ("prosecutor", "registry"), all_of(committed, not_begun))
law.power("61(9)", permit, PTC, all_of(committed, not_begun, any_of(stays_with_pre_trial, ~trial_chamber)))
law.power("61(11)", permit, "trial_chamber", all_of(trial_chamber, not_begun, ~stays_with_pre_trial))
law.power("61(4)", withdraw, "prosecutor", all_of(~hearing_begun, counts_sought), name="withdraw_before_hearing")
law.power("61(9)", withdraw, "prosecutor", all_of(counts_confirmed, not_begun, notice_suffices), name="withdraw_by_notice")
law.power("61(9)", withdraw, "prosecutor", all_of(counts_confirmed, withdrawal_permitted), name="withdraw_with_permission")
law.prohibition("61(4)", withdraw, all_of(~hearing_begun, ~reasons_given), name="reasons")
law.power("61(9)", permit_withdrawal, PTC, all_of(committed, not_begun, ~notice_suffices), name="permit_before_trial")
law.power("61(9)", permit_withdrawal, "trial_chamber", trial_begun, name="permit_at_trial")
law.duty("61(4)", notify_change, ("prosecutor", "registry"), changed, change_notified, each=each_person)
law.prohibition("61(4)", notify_change, change_notified, name="notified")
law.prohibition("61(4)", "hold_confirmation_hearing", all_of(changed, ~all_of(change_notified, notice_in_time)), name="notice")

law.clause("61(4)", Class.RULE, ("Changes before the hearing", "Modifications avant l'audience"),
           ("Charges may be amended or withdrawn without leave, with reasonable notice and, for withdrawal, reasons to the Chamber.",
            "Les charges peuvent être modifiées ou retirées sans autorisation, avec préavis raisonnable et, pour un retrait, motifs à la Chambre."))
law.clause("61(9)", Class.RULE, ("Changes after confirmation", "Modifications après confirmation"),
           ("Before trial: amendment with permission and notice; new or graver charges need a hearing. After its opening: withdrawal with the Trial Chamber's permission.",
            "Avant le procès : modification avec autorisation et notification ; charges nouvelles ou plus graves : audience. Après l'ouverture : retrait autorisé par la Chambre de première instance."))
