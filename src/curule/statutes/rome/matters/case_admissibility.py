"""Where the jurisdiction and admissibility of a case stand (articles 17 to 20): challenges, rulings, interim authority, trials elsewhere."""

from __future__ import annotations

from curule.law.posture import Concern, Series, Table, concern, series, table
from curule.law.record import Entry

__all__ = ["Admissibility", "Challenge"]


@concern
class Challenge(Concern):
    """One challenge, by number. ``sort``: the letter of article 19(2); ``subject``: admissibility or jurisdiction; ``decided``: the ruling on it."""

    sort: str = ""
    challenger: str = ""
    subject: str = ""
    entry: Entry | None = None
    decided: Entry | None = None

    @property
    def by_state(self) -> bool:
        """Whether it is a State's challenge, which suspends the investigation."""
        return self.sort in ("b", "c")


@concern
class Admissibility(Concern):
    """Articles 17 to 20. ``leave``: by challenger, the leave granted and not yet used; ``inadmissible``: the decision that stands."""

    jurisdiction: Entry | None = None
    challenges: Table[str, Challenge] = table()
    leave: Table[str, Entry] = table()
    rulings_sought: Series[Entry] = series()
    observations: Series[Entry] = series()
    decisions: Series[Entry] = series()
    inadmissible: Entry | None = None
    review_sought: Entry | None = None
    interim_sought: Entry | None = None
    interim: Series[Entry] = series()
    suspended: Entry | None = None
    proceeding: Table[str, Entry] = table()
    deferred_to: Table[str, Entry] = table()
    resumption_notified: Table[str, Entry] = table()
    information: Series[Entry] = series()
    trials_elsewhere: Series[Entry] = series()
    tried_here: Table[str, Entry] = table()
    announced: Table[str, Entry] = table()
    warned: Table[str, Entry] = table()
