"""A session of the Assembly of States Parties: representatives, items with consensus and votes, arrears, Bureau (article 112)."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["KIND", "AssemblySession", "Item"]


@concern
class Item(Concern):
    """One item of the agenda. ``nature``: substance or procedure; ``body``: assembly or bureau. ``votes``: State to ``for``, ``against`` or ``abstains``."""

    nature: str = ""
    function: str = ""
    body: str = "assembly"
    placed: Entry | None = None
    consensus_sought: Entry | None = None
    votes: Table[str, str] = table()
    decided: Entry | None = None


@concern
class AssemblySession(Posture):
    """One session, ordinary or special, and the work of its Bureau until the next."""

    items: Table[str, Item] = table()
    representatives: Table[str, Entry] = table()
    observers: Table[str, Entry] = table()
    attendance: Table[str, Entry] = table()
    arrears: Table[str, Entry] = table()
    permitted: Table[str, Entry] = table()
    bureau: Entry | None = None
    bureau_meetings: Series[Entry] = series()
    bodies: Table[str, Entry] = table()
    participants: Table[str, Entry] = table()
    rules: Series[Entry] = series()
    bureau_reports: Series[Entry] = series()
    findings_of_noncooperation: Table[str, Entry] = table()
    noncooperation_considered: Table[str, Entry] = table()
    next_session: Entry | None = None
    documents: Series[Entry] = series()
    closed: Entry | None = None


STAGES = {"open": T("in session", "en session"), "closed": T("closed", "close")}


def stage(posture: AssemblySession, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "closed" if posture.closed else "open"


KIND = MatterKind("assembly", "session of the Assembly", "session de l'Assemblée", draft=AssemblySession, stage=stage, number_form="ICC-ASP-{n}", opened_by="open_session", reads=("states",), stages=STAGES)
