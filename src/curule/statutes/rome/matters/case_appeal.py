"""Appeals in a case (articles 81 to 83): numbered, with what they attack, by whom, and how they ended; custody meanwhile; revision and compensation."""

from __future__ import annotations

from curule.law.posture import Concern, Series, Table, concern, series, table
from curule.law.record import Entry

__all__ = ["Appeal", "Appeals", "Claim", "Revision"]


@concern
class Appeal(Concern):
    """One appeal. ``by``: organ; ``behalf``: the Prosecutor for the convicted person; ``against``: conviction, acquittal, sentence, or a sort of decision.

    ``other``: an appeal under article 82; ``decision``: the entry of the decision that it attacks (0: the judgement or the sentence).
    """

    by: str = ""
    person: str = ""
    behalf: bool = False
    against: tuple[str, ...] = ()
    other: bool = False
    decision: int = 0
    filed: Entry | None = None
    invited: Entry | None = None
    suspension_sought: Entry | None = None
    suspended: Entry | None = None
    remanded: Entry | None = None
    reported: Entry | None = None
    decided: Entry | None = None
    delivered: Entry | None = None
    discontinued: Entry | None = None

    @property
    def pending(self) -> bool:
        """Filed and neither decided nor discontinued."""
        return self.filed is not None and self.decided is None and self.discontinued is None


@concern
class Revision(Concern):
    """One application for revision (article 84). ``outcome``: reject, reconvene, new_chamber or retain; ``determined``: the judgement was revised or not."""

    person: str = ""
    applied: Entry | None = None
    decided: Entry | None = None
    outcome: str = ""
    heard: Entry | None = None
    determined: Entry | None = None


@concern
class Claim(Concern):
    """One claim for compensation (article 85). ``ground``: unlawful (arrest or detention), reversed (conviction), miscarriage."""

    person: str = ""
    ground: str = ""
    made: Entry | None = None
    decided: Entry | None = None


@concern
class Appeals(Concern):
    """All appeals of a case by number; leave sought and given by decision (article 82(1)(d)); orders on custody by person; revision, compensation.

    ``deaths`` by person; ``original_judges``: who gave a judgement after which a new trial was ordered; ``reversed``: the convictions
    that revision set aside, by person.
    """

    appeals: Table[str, Appeal] = table()
    leave_sought: Table[str, Entry] = table()
    certified: Table[str, Entry] = table()
    release_orders: Table[str, Entry] = table()
    detention_sought: Table[str, Entry] = table()
    detention_orders: Table[str, Entry] = table()
    original_judges: tuple[str, ...] = ()
    deaths: Table[str, Entry] = table()
    revisions: Series[Revision] = series()
    reversed: Table[str, Entry] = table()
    claims: Table[str, Claim] = table()
