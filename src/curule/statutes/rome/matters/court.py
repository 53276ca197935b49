"""The Court as an institution: organs and units, staff, languages, Rules and Regulations, privileges, pay, money, Trust Fund (articles 34, 44,
48 to 52, 79, 113 to 118)."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T
from curule.statutes.rome.matters.court_foundation import Foundation

__all__ = ["KIND", "Court", "RuleText", "TrustFund"]


@concern
class RuleText(Concern):
    """A set of Rules, an amendment, provisional Rules or Regulations: proposed, adopted, circulated, objected to, rejected.

    ``sort``: rules, amendment, provisional, regulations.
    """

    sort: str = ""
    proposed: Entry | None = None
    consulted: Table[str, Entry] = table()
    adopted: Entry | None = None
    circulated: Entry | None = None
    objections: Table[str, Entry] = table()
    decided: Entry | None = None
    ended: Entry | None = None


@concern
class TrustFund(Concern):
    """The Trust Fund for Victims (article 79): its creation, the criteria in force, payments."""

    established: Entry | None = None
    criteria: Entry | None = None
    payments: Series[Entry] = series()


@concern
class Court(Posture):
    """The Court."""

    units: Table[str, Entry] = table()
    foundation: Foundation = field(default_factory=Foundation)
    staff: Table[str, Entry] = table()
    texts: Table[str, RuleText] = table()
    decisions: Table[str, Entry] = table()
    translations: Table[str, Entry] = table()
    language_requests: Table[str, Entry] = table()
    languages_authorised: Table[str, Entry] = table()
    holders: Table[str, Entry] = table()
    waived: Table[str, Entry] = table()
    status_ended: Table[str, Entry] = table()
    pay: Table[str, Series[Entry]] = table()
    victims_unit: Entry | None = None
    unit_consulted: Table[str, Entry] = table()
    trauma_experts: Series[Entry] = series()
    staff_regulations: Entry | None = None
    staff_agreed: Table[str, Entry] = table()
    staff_approved: Entry | None = None
    guidelines: Entry | None = None
    criteria: Entry | None = None
    financial_regulations: Entry | None = None
    budgets: Table[str, Entry] = table()
    scales: Table[str, Entry] = table()
    un_approvals: Table[str, Entry] = table()
    income: Series[Entry] = series()
    audits: Table[str, Entry] = table()
    fund: TrustFund = field(default_factory=TrustFund)


STAGES = {"open": T("open", "en activité")}


def stage(posture: Court, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("court", "the Court", "la Cour", draft=Court, stage=stage, number_form="ICC-COURT-{n}", opened_by="open_court", reads=("states", "roll"), one=True, stages=STAGES)
