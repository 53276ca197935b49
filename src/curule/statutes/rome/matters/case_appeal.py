"""Appeals in a case (articles 81 to 83): numbered, with what they attack, by whom, and how they ended; custody meanwhile; revision and compensation."""

from __future__ import annotations

from curule.law.posture import Concern, Series, Table, concern, series, table
from curule.law.record import Entry

__all__ = ["Appeal", "Appeals"]


@concern
class Appeal(Concern):
    """One appeal. ``by``: organ; ``behalf``: the Prosecutor for the convicted person; ``against``: conviction, acquittal, sentence, or a sort of decision."""

    by: str = ""
    person: str = ""
    behalf: bool = False
    against: tuple[str, ...] = ()
    filed: Entry | None = None
    invited: Entry | None = None
    decided: Entry | None = None
    discontinued: Entry | None = None

    @property
    def pending(self) -> bool:
        """Filed and neither decided nor discontinued."""
        return self.filed is not None and self.decided is None and self.discontinued is None


@concern
class Appeals(Concern):
    """All appeals of a case by number, certifications (article 82(1)(d)), suspensions, custody orders, revision, compensation."""

    appeals: Table[str, Appeal] = table()
    certified: Table[str, Entry] = table()
    suspended: Table[str, Entry] = table()
    release_orders: Table[str, Entry] = table()
    detention_sought: Table[str, Entry] = table()
    detention_orders: Table[str, Entry] = table()
    revision_sought: Series[Entry] = series()
    parties_heard: Entry | None = None
    revision_decided: Entry | None = None
    compensation_sought: Series[Entry] = series()
    compensated: Series[Entry] = series()
