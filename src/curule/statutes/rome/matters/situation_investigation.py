"""Where the investigation of a situation stands: its initiation (article 53), its steps and questionings (54, 55), unique opportunities (56),
the chamber seised (57). A case has an inquiry and chambers of its own."""

from __future__ import annotations

from curule.law.posture import Concern, Series, Table, concern, series, table
from curule.law.record import Entry

__all__ = ["Chamber", "Initiation", "Inquiry", "Lead", "NoProceeding", "Opportunity"]


@concern
class Chamber(Concern):
    """A Chamber as assigned or constituted: its judges, who presides, who sat before and was replaced."""

    judges: tuple[str, ...] = ()
    presiding: str = ""
    former: tuple[str, ...] = ()
    entry: Entry | None = None


@concern
class NoProceeding(Concern):
    """A decision of the Prosecutor not to proceed and what became of it.

    ``stage``: ``investigation`` (article 53(1)) or ``prosecution`` (53(2)). ``solely_justice``: it rests on the interests of justice alone.
    ``notified``: by recipient (chamber, referring_state, security_council).
    """

    stage: str = ""
    solely_justice: bool = False
    entry: Entry | None = None
    notified: Table[str, Entry] = table()
    review_requested: Entry | None = None
    reconsideration_requested: Entry | None = None
    own_review: Entry | None = None
    confirmed: bool = False
    reconsidered: Entry | None = None
    reversed: bool = False

    @property
    def stands(self) -> bool:
        """Not reversed by the Prosecutor on reconsideration, nor refused confirmation by the Chamber."""
        return not self.reversed and (self.own_review is None or self.confirmed)


@concern
class Initiation(Concern):
    """Article 53: evaluation, opening, decisions not to proceed (the last counts), closing of the file."""

    evaluated: Entry | None = None
    opened: Entry | None = None
    decisions: Series[NoProceeding] = series()
    closed: Entry | None = None


@concern
class Lead(Concern):
    """A lead on the record: ``bearing`` is incriminating or exonerating; the inquiry steps taken on it; how it was closed."""

    bearing: str = ""
    entry: Entry | None = None
    steps: Series[Entry] = series()
    closed: Entry | None = None


@concern
class Opportunity(Concern):
    """A unique investigative opportunity, numbered in the order of notice. ``measures`` as ordered; ``own_motion``: under article 56(3)."""

    sort: str = ""
    notified: Entry | None = None
    dispensed: Entry | None = None
    informed: Table[str, Entry] = table()
    requested: Entry | None = None
    consulted: Entry | None = None
    ordered: Entry | None = None
    measures: tuple[str, ...] = ()
    own_motion: bool = False
    appealed: Entry | None = None
    taken: Entry | None = None
    ruled: Entry | None = None


@concern
class Inquiry(Concern):
    """Articles 54 to 57: plan, leads, evidence, rights notices, questionings, confidential material, authorised steps by State."""

    plan: Entry | None = None
    leads: Table[str, Lead] = table()
    evidence: Table[str, Entry] = table()
    rights_notices: Series[Entry] = series()
    suspects_counsel: Table[str, Entry] = table()
    questionings: Series[Entry] = series()
    steps: Series[Entry] = series()
    agreements: Series[Entry] = series()
    measures: Series[Entry] = series()
    confidential: Table[str, Entry] = table()
    consents: Table[str, Entry] = table()
    disclosed: Table[str, Entry] = table()
    opportunities: Table[str, Opportunity] = table()
    order_requested: Entry | None = None
    orders: Series[Entry] = series()
    authorised: Table[str, Entry] = table()
    views_sought: Table[str, Entry] = table()
    reserved: Table[str, Entry] = table()
    appeal_leave: Table[str, Entry] = table()
    appealed_steps: Table[str, Entry] = table()
