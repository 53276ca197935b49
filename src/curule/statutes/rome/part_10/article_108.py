"""Article 108 of the Rome Statute: limits to prosecution or punishment for other offences, and how they end."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.enforcement import Approval, Enforcement
from curule.statutes.rome.part_10.article_103 import STATES
from curule.statutes.rome.part_10.article_107 import extradite, sentence_completed

law = Chapter("rome", __name__)

COURT = ("presidency",)
FREE_STAY = 30
"""Days of voluntary stay that do not yet end the protection (article 108(3))."""


def _approval(draft: Enforcement, entry: Entry) -> Approval:
    return draft.afterwards.approvals.setdefault(entry.particulars["conduct"], Approval())


def _step(field: str) -> Any:
    def effect(draft: Enforcement, entry: Entry) -> None:
        setattr(_approval(draft, entry), field, entry)

    return effect


def _decide(draft: Enforcement, entry: Entry) -> None:
    made = _approval(draft, entry)
    made.decided, made.granted = entry, entry.particulars["outcome"] == "approved"


def _mark(field: str) -> Any:
    def effect(draft: Enforcement, entry: Entry) -> None:
        setattr(draft.afterwards, field, entry)

    return effect


CONDUCT = Particular("conduct", "text", "conduct", "faits", suggest=lambda v: [(c, c) for c in v.posture.afterwards.approvals])
proceed = law.act(
    "start_national_proceedings", "enforcement", ("Start national proceedings for other conduct", "Engager une procédure nationale pour d'autres faits"), ("National proceedings for {conduct}: {sort}", "Procédure nationale pour {conduct} : {sort}"),
    [Particular("sort", "choice", "proceedings", "procédure", choices=[Choice("prosecution", "prosecution", "poursuites"), Choice("punishment", "punishment", "peine"), Choice("extradition", "extradition to a third State", "extradition vers un État tiers")]),
     CONDUCT, Particular("conduct_on", "date", "day of the conduct", "jour des faits")], None, group="after the sentence")
ask = law.act("request_approval_of_proceedings", "enforcement", ("Request approval of national proceedings", "Demander l'approbation d'une procédure nationale"), ("{state} asked for approval of proceedings for {conduct}", "{state} a demandé l'approbation d'une procédure pour {conduct}"),
              [CONDUCT, Particular("state", "state", "State that asks", "État demandeur")], _step("sought"), group="after the sentence")
hear = law.act("hear_person_on_approval", "enforcement", ("Hear the person on the approval", "Entendre la personne sur l'approbation"), ("The person was heard on proceedings for {conduct}", "La personne a été entendue sur une procédure pour {conduct}"), [CONDUCT], _step("heard"), group="after the sentence")
decide = law.act("decide_approval_of_proceedings", "enforcement", ("Decide on the approval of proceedings", "Statuer sur l'approbation d'une procédure"), ("Proceedings for {conduct}: {outcome}", "Procédure pour {conduct} : {outcome}"),
                 [CONDUCT, Particular("outcome", "choice", "outcome", "issue", choices=[Choice("approved", "approved", "approuvée"), Choice("refused", "not approved", "non approuvée")])], _decide, group="after the sentence")
involuntary = law.act("record_involuntary_stay", "enforcement", ("Record days of stay that are not voluntary", "Inscrire des jours de séjour non volontaire"), ("From {since} to {until} the stay was not voluntary", "Du {since} au {until}, le séjour n'était pas volontaire"),
                      [Particular("since", "date", "first day", "premier jour"), Particular("until", "date", "last day", "dernier jour"), Particular("reason", "text", "reason", "motif")],
                      lambda draft, entry: draft.afterwards.involuntary.append(entry), group="after the sentence")
depart = law.act("record_departure", "enforcement", ("Record the person's departure", "Inscrire le départ de la personne"), ("The person left the State of enforcement", "La personne a quitté l'État chargé de l'exécution"), [], _mark("departed"), group="after the sentence")
come_back = law.act("record_return", "enforcement", ("Record the person's return", "Inscrire le retour de la personne"), ("The person returned to the State of enforcement", "La personne est revenue dans l'État chargé de l'exécution"), [], _mark("returned"), group="after the sentence")


def days_stayed(v: View) -> int:
    """Days of voluntary stay since the sentence was fully served, the day of release not counted; 0 while it is being served."""
    file: Enforcement = v.posture
    if file.released is None:
        return 0
    last: date = min(v.on, file.afterwards.departed.done_on) if file.afterwards.departed else v.on
    held: int = sum(max(0, (min(last, e.particulars["until"]) - e.particulars["since"]).days + 1) for e in file.afterwards.involuntary)
    stay: int = (last - file.released.done_on).days
    return stay - held


def _approval_of(v: View) -> Approval | None:
    found: Approval | None = v.posture.afterwards.approvals.get(v.given.get("conduct", ""))
    return found


before_delivery = law.measure("conduct_before_delivery", "108(1)", ("the conduct precedes the delivery to the State of enforcement", "les faits sont antérieurs à la remise à l'État chargé de l'exécution"), lambda v: v.given.get("conduct_on"), "<",
                              lambda v: v.posture.delivered.done_on if v.posture.delivered else None, needs=("conduct_on",), says_not=("the conduct does not precede the delivery", "les faits ne sont pas antérieurs à la remise"))
stay_over = law.measure("stayed_over_30_days", "108(3)", ("the person stayed voluntarily for more than thirty days after the sentence", "la personne est restée volontairement plus de trente jours après la peine"), days_stayed, ">", FREE_STAY,
                        says_not=("the person has not stayed voluntarily for more than thirty days", "la personne n'est pas restée volontairement plus de trente jours"))


@law.stage("108(3)", ("the person returned after leaving", "la personne est revenue après son départ"), says_not=("the person has not returned", "la personne n'est pas revenue"), cured_by=(come_back,))
def came_back(v: View) -> Any:
    return v.posture.afterwards.returned or False


@law.stage("108(3)", ("the person left the State of enforcement", "la personne a quitté l'État chargé de l'exécution"), says_not=("the person has not left", "la personne n'est pas partie"), cured_by=(depart,))
def departed(v: View) -> Any:
    return v.posture.afterwards.departed or False


@law.stage("108(1)", ("the person was delivered to the State of enforcement", "la personne a été remise à l'État chargé de l'exécution"), says_not=("the person was not delivered", "la personne n'a pas été remise"), cured_by=("deliver_to_state_of_enforcement",))
def was_delivered(v: View) -> Any:
    return v.posture.delivered or False


@law.fact("108(1)", ("the State of enforcement asks", "l'État chargé de l'exécution demande"), needs=("state",), says_not=("another State asks", "un autre État demande"))
def asked_by_enforcing_state(v: View) -> Any:
    return None if "state" not in v.given else v.given["state"] == v.posture.in_custody_of


@law.fact("108(1)", ("approval was requested for that conduct", "l'approbation a été demandée pour ces faits"), needs=("conduct",), says_not=("approval was not requested for that conduct", "l'approbation n'a pas été demandée pour ces faits"), cured_by=(ask,))
def approval_requested(v: View) -> Any:
    found = _approval_of(v)
    return (found.sought if found else None) or False


@law.fact("108(2)", ("the person was heard on it", "la personne a été entendue à ce sujet"), needs=("conduct",), says_not=("the person was not heard on it", "la personne n'a pas été entendue à ce sujet"), cured_by=(hear,))
def heard_on_it(v: View) -> Any:
    found = _approval_of(v)
    return (found.heard if found else None) or False


@law.fact("108(1)", ("the Court approved proceedings for that conduct", "la Cour a approuvé une procédure pour ces faits"), needs=("conduct",), says_not=("the Court did not approve proceedings for that conduct", "la Cour n'a pas approuvé de procédure pour ces faits"), cured_by=(decide,))
def approved_by_court(v: View) -> Any:
    found = _approval_of(v)
    return found.decided if found and found.granted else False


law.power("108(1)", proceed, STATES, was_delivered)
law.prohibition("108(1)", (proceed, extradite), all_of(before_delivery, ~any_of(approved_by_court, stay_over, came_back)))
law.power("108(1)", ask, STATES, asked_by_enforcing_state)
law.power("108(2)", hear, COURT, approval_requested)
law.power("108(1)", decide, COURT, approval_requested)
law.prohibition("108(2)", decide, ~heard_on_it)
law.power("108(3)", involuntary, (*STATES, "registrar"), sentence_completed)
law.power("108(3)", depart, (*STATES, "registrar"), sentence_completed)
law.power("108(3)", come_back, (*STATES, "registrar"), departed)

for provision, title, summary in (
    ("108(1)", ("Protection", "Protection"),
     ("No prosecution for earlier conduct without the Court's approval.", "Pas de poursuites pour des faits antérieurs sans l'accord de la Cour.")),
    ("108(2)", ("Hearing", "Audition"),
     ("The person is heard first.", "L'intéressé est d'abord entendu.")),
    ("108(3)", ("End of protection", "Fin de la protection"),
     ("More than thirty days of free stay, or return.", "Plus de trente jours de séjour volontaire, ou retour.")),
):
    law.clause(provision, Class.RULE, title, summary)
