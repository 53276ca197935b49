"""Where a matter of the kind "allocation between the Tribunals and the Mechanism" stands.

One matter concerns one proceeding or function of one Tribunal; what decides is the day of its trigger.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T
from curule.statutes.mechanism.matters.institution import COMMENCEMENT

__all__ = ["BRANCHES", "COMMENCEMENT", "COMPLETION", "KIND", "SUBJECTS", "TRIBUNAL_OF", "Allocation", "ProtectedPerson"]

BRANCHES = ("arusha", "the_hague")
TRIBUNAL_OF: Mapping[str, str] = {"arusha": "ictr", "the_hague": "icty"}
"""The Tribunal whose matters each branch takes over."""

COMPLETION = date(2014, 12, 31)
"""The day by which the Tribunals were asked to finish (resolution 1966 (2010), paragraph 3)."""

SUBJECTS = ("trial", "appeal", "review", "contempt", "protection", "function", "agreement", "request")


@concern
class ProtectedPerson(Concern):
    """The cases in which a person is victim or witness, each with the body that has it."""

    cases: Table[str, str] = table()


@concern
class Allocation(Posture):
    """One matter to allocate. ``triggers``: by kind of event, the entry that gives its day."""

    branch: str = ""
    duty_station: str = ""
    subject: str = ""
    triggers: Table[str, Entry] = table()
    protected: ProtectedPerson = None  # type: ignore[assignment]
    acts: Series[Entry] = series()
    handed_over: Entry | None = None
    completed: Entry | None = None
    answered: Entry | None = None


def draft() -> Allocation:
    """A fresh matter."""
    return Allocation(protected=ProtectedPerson())


def stage(posture: Allocation, on: date) -> str:
    """The stage shown at the head of the matter."""
    if posture.completed:
        return "completed"
    return "handed_over" if posture.handed_over else "open"


KIND = MatterKind(
    "allocation", "allocation between the Tribunals and the Mechanism", "répartition entre les Tribunaux et le Mécanisme",
    draft=draft, stage=stage, opened_by="open_allocation", stages={
        "open": T("open", "en cours"), "handed_over": T("handed over", "transférée"), "completed": T("completed", "achevée")})
