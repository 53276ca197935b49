"""The institution: its creation, branches and seats, Prosecutor and Registrar, officers in charge, staff, mandate, reports."""

from __future__ import annotations

from datetime import date, timedelta

from curule.law.calendar import add, years
from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["COMMENCEMENT", "INITIAL_YEARS", "Branch", "Institution", "KIND", "SEATS", "Tenure", "mandate_end", "tenure_on"]

COMMENCEMENT = {"arusha": date(2012, 7, 1), "the_hague": date(2013, 7, 1)}
"""The day on which each branch began to function (paragraph 1 of the resolution)."""

SEATS = {"arusha": T("Arusha", "Arusha"), "the_hague": T("The Hague", "La Haye")}
"""The seat of each branch (article 3)."""

INITIAL_YEARS = 4


@concern
class Branch(Concern):
    """One branch: when it began, the arrangement with its host State, the Security Council's acceptance, the seat."""

    commenced: Entry | None = None
    arrangement: Entry | None = None
    accepted: Entry | None = None
    seat: Entry | None = None


@concern
class Tenure(Concern):
    """One appointment to an office (prosecutor, registrar), both days included."""

    person: str = ""
    office: str = ""
    since: date = date.min
    until: date = date.max
    entry: Entry | None = None


@concern
class Institution(Posture):
    """The Mechanism as an institution."""

    branch: str = ""
    duty_station: str = ""
    branches: Table[str, Branch] = table()
    tenures: Series[Tenure] = series()
    nominated: Table[str, Entry] = table()
    officers: Table[str, Entry] = table()
    roster: Table[str, Entry] = table()
    recommended: Table[str, Entry] = table()
    staff: Table[str, Entry] = table()
    units: Table[str, Entry] = table()
    instructions: Series[Entry] = series()
    assignments: Table[str, Entry] = table()
    access_regime: Entry | None = None
    regime_consulted: Entry | None = None
    reviews: Series[Entry] = series()
    ended: Entry | None = None
    annual: Series[Entry] = series()
    progress: Table[str, Series[Entry]] = table()
    expenses: Series[Entry] = series()
    documents: Series[Entry] = series()


def tenure_on(institution: Institution, office: str, on: date) -> Tenure | None:
    """Who holds an office that day, or ``None``."""
    return next((t for t in reversed(institution.tenures) if t.office == office and t.since <= on <= t.until), None)


def mandate_end(institution: Institution, on: date) -> date:
    """The last day of the period in which the Mechanism operates, as it stands on a day (paragraph 17 of the resolution).

    Four years from the first commencement, then two more after each review, unless the Security Council decided otherwise.
    """
    if institution.ended is not None and institution.ended.done_on <= on:
        decided: date = institution.ended.particulars["last_day"]
        return decided
    end = add(COMMENCEMENT["arusha"], years(INITIAL_YEARS)).day
    for review in institution.reviews:
        if review.done_on <= on:
            end = add(end, years(2)).day
    return end - timedelta(days=1)


STAGES = {"created": T("created", "créé"), "operating": T("operating", "en activité"), "ended": T("ended", "clos")}


def stage(posture: Institution, on: date) -> str:
    """The stage shown at the head of the institution."""
    if posture.ended:
        return "ended"
    return "operating" if any(b.commenced for b in posture.branches.values()) else "created"


KIND = MatterKind("institution", "the institution", "l'institution", draft=Institution, stage=stage, opened_by="create_mechanism", one=True, stages=STAGES)
