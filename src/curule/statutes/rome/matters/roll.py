"""The roll of the Court: judges with their terms and divisions, Presidency, Prosecutor, Registrar, their deputies; challenges and removals.

Who is in office on a day is never stored: it follows from the terms and the day. See articles 35 to 47 of the Statute.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.view import View
from curule.law.words import T

__all__ = ["KIND", "SEATS", "Assignment", "Bench", "Challenge", "CourtJudge", "Proposal", "Removal", "Roll", "Tenure", "division_on", "holder_on", "in_office",
           "judges_in_office", "offered_judges", "presidency_on", "roll_of", "seats_on", "sat_at_pre_trial"]

SEATS = 18
"""The number of judges in article 36(1), and the floor of any reduction (36(2)(c)(ii))."""


@concern
class Assignment(Concern):
    """A judge's assignment to a division (``appeals``, ``trial``, ``pre_trial``), both days included; ``attached`` for a temporary one (39(4))."""

    division: str = ""
    since: date = date.min
    until: date = date.max
    attached: bool = False
    entry: Entry | None = None


@concern
class CourtJudge(Concern):
    """One judge: name, nationality that counts, list, term, undertaking, full-time service, divisions, cases kept beyond the term.

    ``how``: full, vacancy, lot_three, lot_six. ``criminal``: has experience of criminal trials. ``extent``: of service (35(3)).
    """

    nationality: str = ""
    chosen_list: str = ""
    how: str = ""
    criminal: bool = False
    since: date = date.min
    until: date = date.max
    entry: Entry | None = None
    ended: Entry | None = None
    extent: str = "full"
    full_time: Entry | None = None
    assignments: Series[Assignment] = series()
    kept: Table[str, Entry] = table()
    name: str = ""


@concern
class Tenure(Concern):
    """One time in an office other than judge: president, first_vice, second_vice, prosecutor, deputy_prosecutor, registrar, deputy_registrar."""

    office: str = ""
    person: str = ""
    nationality: str = ""
    since: date = date.min
    until: date = date.max
    entry: Entry | None = None
    ended: Entry | None = None


@concern
class Bench(Concern):
    """One Chamber as constituted: level, judges, the case it is seised of (empty: none yet)."""

    level: str = ""
    judges: tuple[str, ...] = ()
    case: str = ""
    entry: Entry | None = None


@concern
class Proposal(Concern):
    """A proposal to change the number of judges: by how many to how many, circulated, decided."""

    number: int = 0
    proposed: Entry | None = None
    circulated: Entry | None = None
    decided: Entry | None = None


@concern
class Challenge(Concern):
    """A request for disqualification of a judge, the Prosecutor or a deputy."""

    person: str = ""
    case: str = ""
    requested: Entry | None = None
    invited: Entry | None = None
    comments: Entry | None = None
    decided: Entry | None = None


@concern
class Removal(Concern):
    """Proceedings for removal from an office: the finding on the ground, the hearing, the recommendation, the decision."""

    office: str = ""
    begun: Entry | None = None
    heard: Entry | None = None
    recommended: Entry | None = None
    decided: Entry | None = None


@concern
class Roll(Posture):
    """The roll from its opening onwards."""

    judges: Table[str, CourtJudge] = table()
    offices: Series[Tenure] = series()
    proposals: Table[str, Proposal] = table()
    benches: Table[str, Bench] = table()
    challenges: Table[str, Challenge] = table()
    removals: Table[str, Removal] = table()
    undertakings: Table[str, Entry] = table()
    consulted: Entry | None = None
    activities: Table[str, Entry] = table()
    activities_decided: Table[str, Entry] = table()
    excusals_requested: Table[str, Entry] = table()
    deputies_listed: Entry | None = None
    agreements: Table[str, Entry] = table()
    registrar_recommended: Entry | None = None
    assembly_recommended: Series[Entry] = series()
    excusals: Table[str, Entry] = table()
    advisers: Series[Entry] = series()
    absent_officers: Table[str, Entry] = table()


def in_office(roll: Roll, judge: str, on: date) -> bool:
    """Whether a judge is in office that day: the term runs and nothing ended it."""
    known = roll.judges.get(judge)
    if known is None or not known.since <= on <= known.until:
        return False
    return known.ended is None or on < known.ended.particulars.get("effective", known.ended.done_on)


def judges_in_office(roll: Roll, on: date) -> list[str]:
    """The judges in office on a day."""
    return [code for code in roll.judges if in_office(roll, code, on)]


def holder_on(roll: Roll, office: str, on: date) -> list[Tenure]:
    """Who holds an office on a day (several for deputies); a seat in the Presidency ends with the judge's own office at the latest."""
    of_presidency = office in ("president", "first_vice", "second_vice")
    return [t for t in roll.offices if t.office == office and t.since <= on <= t.until and (t.ended is None or on < t.ended.particulars.get("effective", t.ended.done_on))
            and (not of_presidency or in_office(roll, t.person, on))]


def presidency_on(roll: Roll, on: date) -> list[str]:
    """The judges who form the Presidency on a day, the President first."""
    return [t.person for office in ("president", "first_vice", "second_vice") for t in holder_on(roll, office, on)]


def seats_on(roll: Roll, on: date) -> int:
    """How many judges the Court has on a day: eighteen, or the number last decided whose day has come."""
    numbers = [p.number for p in roll.proposals.values() if p.decided is not None and p.decided.particulars.get("starts", p.decided.done_on) <= on]
    return numbers[-1] if numbers else SEATS


def division_on(roll: Roll, judge: str, on: date, *, attached: bool = True) -> tuple[str, ...]:
    """The divisions in which a judge serves on a day; without temporary attachments if so asked."""
    known = roll.judges.get(judge)
    return () if known is None else tuple(a.division for a in known.assignments if a.since <= on <= a.until and (attached or not a.attached))


def sat_at_pre_trial(roll: Roll, case: str) -> dict[str, Entry | None]:
    """Every judge who sat in the pre-trial phase of a case, with the entry that shows it (39(4))."""
    return {judge: bench.entry for bench in roll.benches.values() if bench.case == case and bench.level in ("pre_trial", "single") for judge in bench.judges}


def roll_of(v: View) -> Roll | None:
    """The roll that a question can see: its own posture, or the related one."""
    return v.posture if isinstance(v.posture, Roll) else v.other("roll")


def offered_judges(v: View) -> Sequence[tuple[str, str]]:
    """The judges in office on the day of the question, for forms."""
    roll = roll_of(v)
    return [] if roll is None else [(code, code) for code in judges_in_office(roll, v.on)]


STAGES = {"open": T("no judge in office", "aucun juge en fonctions"), "in_office": T("judges in office", "juges en fonctions"),
          "presided": T("judges and Presidency in office", "juges et Présidence en fonctions")}


def stage(posture: Roll, on: date) -> str:
    """The stage shown at the head of the matter."""
    if not judges_in_office(posture, on):
        return "open"
    return "presided" if holder_on(posture, "president", on) else "in_office"


KIND = MatterKind("roll", "judges, Prosecutor, Registrar", "juges, Procureur, Greffier", draft=Roll, stage=stage, number_form="ICC-ROLL-{n}", opened_by="open_roll", reads=("states",), one=True, stages=STAGES)
