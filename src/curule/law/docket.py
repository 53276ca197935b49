"""What the docket of a matter holds open: filings that await an answer, orders to comply with, classifications to decide, hearings to come.

Only what is open is kept, so that a record of ten thousand filings has a posture no larger than its pending business.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.posture import Concern, Table, concern, table
from curule.law.record import Entry

__all__ = ["Bound", "Docket", "Hearing", "Pending", "docket_of"]


@concern
class Pending(Concern):
    """A filing that awaits a decision: from whom answers may come, who answered, whether it was replied to, the languages in which it exists.

    ``asked`` are the organs whose response time runs; ``runs_from`` is the entry from whose day it runs (a translation, where the
    filing came in a language that the tribunal does not work in), nothing while that translation is awaited.
    """

    entry: Entry | None = None
    runs_from: Entry | None = None
    asked: tuple[str, ...] = ()
    answered: Table[str, Entry] = table()
    first_answer: Entry | None = None
    replied: Entry | None = None


@concern
class Bound(Concern):
    """An order that binds an organ to do something by a day."""

    entry: Entry | None = None
    organ: str = ""
    by_day: date | None = None


@concern
class Hearing(Concern):
    """A hearing that is scheduled."""

    entry: Entry | None = None
    day: date | None = None


@concern
class Docket(Concern):
    """The open business of a matter, by the number of the entry that opened it (as text)."""

    pending: Table[str, Pending] = table()
    orders: Table[str, Bound] = table()
    provisional: Table[str, Entry] = table()
    hearings: Table[str, Hearing] = table()
    untranslated: Table[str, Entry] = table()


def docket_of(draft: Any) -> Docket:
    """The docket of a draft posture, made when first written to."""
    if draft.docket is None:
        draft.docket = Docket()
    found: Docket = draft.docket
    return found
