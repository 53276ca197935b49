"""Where a case stands, one concern each: persons, charges, warrants, custody, chambers; Parts of the Statute add one field each."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from curule.law.posture import Posture, Table, concern, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T
from curule.statutes.rome.matters.case_admissibility import Admissibility
from curule.statutes.rome.matters.case_appeal import Appeals
from curule.statutes.rome.matters.case_pre_trial import Charge, Custody, Person, Warrant
from curule.statutes.rome.matters.case_responsibility import Responsibility
from curule.statutes.rome.matters.case_sentence import Sentences
from curule.statutes.rome.matters.case_trial import Trial
from curule.statutes.rome.matters.situation_investigation import Chamber, Inquiry

__all__ = ["Case", "KIND"]


@concern
class Case(Posture):
    """One case. ``situation``: the number of the situation's matter. ``chambers`` by task: ``pre_trial``, ``trial``, ``appeal:1``.

    ``trial_begun`` is written by the act that opens the trial (Part 6), ``judgement`` by the judgement of the Trial Chamber.
    """

    situation: str = ""
    duty_station: str = "the_hague"
    persons: Table[str, Person] = table()
    charges: Table[str, Charge] = table()
    warrants: Table[str, Warrant] = table()
    custody: Table[str, Custody] = table()
    chambers: Table[str, Chamber] = table()
    inquiry: Inquiry = field(default_factory=Inquiry)
    admissibility: Admissibility = field(default_factory=Admissibility)
    responsibility: Responsibility = field(default_factory=Responsibility)
    trial: Trial = field(default_factory=Trial)
    sentences: Sentences = field(default_factory=Sentences)
    appeals: Appeals = field(default_factory=Appeals)
    trial_begun: Entry | None = None
    judgement: Entry | None = None


STAGES = {
    "opened": T("opened", "ouverte"), "sought": T("warrant or summons sought", "mandat ou citation demandés"),
    "issued": T("warrant or summons issued", "mandat ou citation délivrés"), "custodial": T("proceedings in the custodial State", "procédure dans l'État de détention"),
    "pre_trial": T("pre-trial", "phase préliminaire"), "confirmation": T("confirmation hearing", "audience de confirmation"),
    "not_confirmed": T("charges not confirmed", "charges non confirmées"), "committed": T("committed for trial", "renvoyée en jugement"),
    "trial": T("trial", "procès"), "judgement": T("judgement given", "jugement rendu"),
}


def stage(posture: Case, on: date) -> str:
    """The stage shown at the head of the case: that of the person who is furthest."""
    if posture.judgement:
        return "judgement"
    if posture.trial_begun:
        return "trial"
    persons = posture.persons.values()
    if any(p.committed for p in persons):
        return "committed"
    if posture.charges and all(c.status in ("declined", "withdrawn") for c in posture.charges.values()):
        return "not_confirmed"
    if any(p.confirmation.opened for p in persons):
        return "confirmation"
    if any(p.surrendered or p.appeared for p in persons):
        return "pre_trial"
    if any(p.custodial.arrested for p in persons):
        return "custodial"
    if posture.warrants or any(p.summons for p in persons):
        return "issued"
    return "sought" if any(p.warrant_sought or p.summons_sought for p in persons) else "opened"


KIND = MatterKind("case", "case", "affaire", draft=Case, stage=stage, opened_by="open_case", reads=("states", "situation", "roll"), stages=STAGES,
                  number_form="{situation}-{nn}/{yy}")
