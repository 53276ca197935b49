"""An election by the Assembly: judges, Prosecutor or Deputy Prosecutors - nominations, lists, ballots, lots (articles 36, 37, 42)."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["KIND", "Candidate", "Election"]


@concern
class Candidate(Concern):
    """One candidate: the nationality that counts, the list (``A``, ``B``, empty for offices other than judge), who nominated, the name."""

    nationality: str = ""
    chosen_list: str = ""
    nominated_by: str = ""
    entry: Entry | None = None
    name: str = ""


@concern
class Election(Posture):
    """One election. ``office``: judges, prosecutor, deputy_prosecutor. ``seats``: how many are to be filled. ``whole``: the first election of the
    whole bench. ``begins``: the first day of the terms."""

    office: str = ""
    seats: int = 0
    whole: bool = False
    begins: date = date.min
    candidates: Table[str, Candidate] = table()
    elected: Table[str, Entry] = table()
    ballots: Series[Entry] = series()
    represented: Entry | None = None
    committee: Entry | None = None
    lots: Entry | None = None
    listed: Entry | None = None


STAGES = {"nominations": T("nominations", "candidatures"), "ballots": T("ballots", "scrutins"), "filled": T("all seats filled", "sièges pourvus")}


def stage(posture: Election, on: date) -> str:
    """The stage shown at the head of the matter."""
    if posture.seats and len(posture.elected) >= posture.seats:
        return "filled"
    return "ballots" if posture.ballots else "nominations"


KIND = MatterKind("election", "election", "élection", draft=Election, stage=stage, number_form="ICC-ELECTION-{n}", opened_by="open_election", reads=("states", "roll"), stages=STAGES)
