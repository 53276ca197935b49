"""The roll of the twenty-five judges: nominations, elections, terms, the presidency, duty judges, presence and days of service.

Who is in office on a day is never stored: it follows from the terms and the day. See articles 8 to 11 of the Statute.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.view import View
from curule.law.words import T

__all__ = ["KIND", "Designation", "Nominee", "Roll", "RollJudge", "Term", "appointed", "duty_judges", "in_office", "judges_in_office", "nationality_of",
           "offered_judges", "president_on", "ready", "roll_of", "term_on", "unavailability"]


@concern
class Term(Concern):
    """One appointment as judge or President: from and to which day (both included), by which entry.

    ``how``: elected, vacancy, reappointed, extra (appointed while the roll was exhausted; not one of the twenty-five), president.
    """

    judge: str = ""
    since: date = date.min
    until: date = date.max
    how: str = ""
    entry: Entry | None = None


@concern
class Nominee(Concern):
    """One candidate as nominated, before any election."""

    name: str = ""
    nationality: str = ""
    tribunals: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    entry: Entry | None = None


@concern
class RollJudge(Concern):
    """One judge of the Mechanism, with every term and what was recorded about availability and service.

    ``nationality`` is the one that counts for the roll (article 8(2)). ``paid`` and ``served`` are days.
    """

    name: str = ""
    nationality: str = ""
    tribunals: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    terms: Series[Term] = series()
    ended: Entry | None = None
    replaced_by: str = ""
    unavailable: Series[Entry] = series()
    presence: Series[Entry] = series()
    remote: Series[Entry] = series()
    service: Series[Entry] = series()
    served: int = 0
    paid: int = 0


@concern
class Designation(Concern):
    """A judge designated for a branch from one day to another, both included."""

    judge: str = ""
    branch: str = ""
    since: date = date.min
    until: date = date.max
    entry: Entry | None = None


@concern
class Roll(Posture):
    """The roll of judges from the invitation to nominate onwards."""

    branch: str = ""
    duty_station: str = ""
    invited: Entry | None = None
    nominees: Table[str, Nominee] = table()
    nominations: Table[str, Series[str]] = table()
    forwarded: Entry | None = None
    listed: Entry | None = None
    transmitted: Entry | None = None
    ballots: Series[Entry] = series()
    judges: Table[str, RollJudge] = table()
    presidents: Series[Term] = series()
    consulted: Table[str, Entry] = table()
    extra_requested: Entry | None = None
    duty: Series[Designation] = series()
    president_at: Series[Entry] = series()


def term_on(roll: Roll, judge: str, on: date) -> Term | None:
    """The term under which a judge is in office that day, or ``None``."""
    known = roll.judges.get(judge)
    if known is None or (known.ended is not None and on >= known.ended.particulars.get("effective", known.ended.done_on)):
        return None
    return next((t for t in known.terms if t.since <= on <= t.until), None)


def in_office(roll: Roll, judge: str, on: date) -> bool:
    """Whether a judge of the roll is in office that day: a term runs, and the judge did not leave before it ended."""
    return term_on(roll, judge, on) is not None


def appointed(roll: Roll, on: date) -> list[str]:
    """The judges whose appointment stands on a day, those included whose term is still to begin."""
    return [code for code, known in roll.judges.items() if known.ended is None and known.terms and on <= known.terms[-1].until]


def judges_in_office(roll: Roll, on: date) -> Iterator[str]:
    """The codes of all judges in office that day, those appointed under article 10(4) included."""
    return (code for code in roll.judges if in_office(roll, code, on))


def unavailability(roll: Roll, judge: str, on: date) -> Entry | None:
    """The entry by which a judge is declared unavailable for that day."""
    known = roll.judges.get(judge)
    if known is None:
        return None
    return next((e for e in known.unavailable if e.particulars["since"] <= on <= e.particulars.get("until", date.max)), None)


def ready(roll: Roll, on: date) -> Iterator[str]:
    """The judges in office that day who did not declare themselves unavailable."""
    return (code for code in judges_in_office(roll, on) if unavailability(roll, code, on) is None)


def president_on(roll: Roll, on: date) -> str:
    """The code of the President in office that day, or an empty text."""
    for term in reversed(roll.presidents):
        if term.since <= on <= term.until and in_office(roll, term.judge, on):
            return term.judge
    return ""


def duty_judges(roll: Roll, branch: str, on: date) -> list[str]:
    """The duty judges of a branch that day (article 12(2))."""
    return [d.judge for d in roll.duty if d.branch == branch and d.since <= on <= d.until and in_office(roll, d.judge, on)]


def nationality_of(roll: Roll, judge: str) -> str:
    """The nationality under which a judge or candidate counts, or an empty text."""
    known: RollJudge | Nominee | None = roll.judges.get(judge) or roll.nominees.get(judge)
    return known.nationality if known is not None else ""


def roll_of(v: View) -> Roll | None:
    """The roll that a question can see: its own posture, or the related roll of a case."""
    return v.posture if isinstance(v.posture, Roll) else v.other("roll")


def offered_judges(v: View) -> Sequence[tuple[str, str]]:
    """The judges in office on the day of the question, for forms."""
    roll = roll_of(v)
    return [] if roll is None else [(code, roll.judges[code].name or code) for code in judges_in_office(roll, v.on)]


STAGES = {"nominations": T("nominations", "candidatures"), "list": T("list of candidates", "liste de candidats"),
          "election": T("election", "élection"), "in_office": T("judges in office", "juges en fonctions"),
          "lapsed": T("no judge in office", "aucun juge en fonctions")}


def stage(posture: Roll, on: date) -> str:
    """The stage shown at the head of the roll."""
    if posture.judges:
        if next(judges_in_office(posture, on), None):
            return "in_office"
        coming = any(t.since > on for j in posture.judges.values() for t in j.terms)
        return "election" if coming else "lapsed"
    if posture.transmitted:
        return "election"
    return "list" if posture.forwarded else "nominations"


KIND = MatterKind("roll", "roll of judges", "liste des juges", draft=Roll, stage=stage, opened_by="invite_nominations", one=True, stages=STAGES)
