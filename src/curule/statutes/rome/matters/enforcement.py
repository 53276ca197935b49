"""Where the enforcement of a sentence stands: the sentence, the State, reviews, applications, end of the sentence, protection, escape."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Afterwards", "Approval", "Change", "Enforcement", "Flight", "KIND", "Review"]


@concern
class Review(Concern):
    """One review concerning reduction (article 110): opened, person heard, decision with its outcome and the day set for the next."""

    opened: Entry | None = None
    heard: Entry | None = None
    decided: Entry | None = None
    outcome: str = ""
    next_on: date | None = None


@concern
class Change(Concern):
    """Circumstances of which the State of enforcement gave notice (article 103(2)): the day they are expected, and what the Court said."""

    expected: date | None = None
    notified: Entry | None = None
    agreed: Entry | None = None
    disagreed: Entry | None = None


@concern
class Approval(Concern):
    """National proceedings for earlier conduct (article 108): approval sought by the State of enforcement, person heard, answer of the Court."""

    sought: Entry | None = None
    heard: Entry | None = None
    decided: Entry | None = None
    granted: bool = False


@concern
class Afterwards(Concern):
    """After the sentence (articles 107 and 108): leave to remain, transfer, departure and return; days of stay that are not voluntary, first and last."""

    remains: Entry | None = None
    transferred: Entry | None = None
    departed: Entry | None = None
    returned: Entry | None = None
    involuntary: Series[Entry] = series()
    approvals: Table[str, Approval] = table()


@concern
class Flight(Concern):
    """An escape (article 111): to which State, consultation, who asks for surrender, and where the person is to be delivered."""

    to: str = ""
    escaped: Entry | None = None
    consulted: Entry | None = None
    court_asked: Entry | None = None
    surrender_sought: Entry | None = None
    directed: Entry | None = None


@concern
class Enforcement(Posture):
    """Enforcement of one sentence. ``counted_from``: first day of the term, custody credited (``pronounced``: of the sentence); ``stated_last_day``: as the decision states it;
    ``reduced_last_day``: as the Court reduced it. ``state``: State designated, then of enforcement (``in_custody_of``)."""

    person: str = ""
    nationality: str = ""
    form: str = ""
    months: int = 0
    counted_from: date | None = None
    pronounced: date | None = None
    stated_last_day: date | None = None
    reduced_last_day: date | None = None
    views: Entry | None = None
    designated: Entry | None = None
    state: str = ""
    accepted: Entry | None = None
    declined: Entry | None = None
    host: Entry | None = None
    delivered: Entry | None = None
    in_custody_of: str = ""
    change: Change | None = None
    transfers: Series[Entry] = series()
    transfer_sought: Entry | None = None
    reviews: Series[Review] = series()
    applications: Table[str, Entry] = table()
    transmitted: Table[str, Entry] = table()
    measures: Series[Entry] = series()
    supervised: Series[Entry] = series()
    released: Entry | None = None
    afterwards: Afterwards = field(default_factory=Afterwards)
    flight: Flight = field(default_factory=Flight)

    @property
    def review(self) -> Review | None:
        """The review that is not decided yet, if any."""
        return self.reviews[-1] if self.reviews and self.reviews[-1].decided is None else None


STAGES = {"open": T("open", "en cours"), "designated": T("State designated", "État désigné"), "serving": T("serving the sentence", "peine en cours d'exécution"),
          "escaped": T("escaped", "évasion"), "served": T("released", "libération")}


def stage(posture: Enforcement, on: date) -> str:
    """The stage shown at the head of the matter."""
    if posture.released:
        return "served"
    if posture.flight.escaped:
        return "escaped"
    if posture.delivered:
        return "serving"
    return "designated" if posture.designated else "open"


KIND = MatterKind("enforcement", "enforcement of a sentence", "exécution d'une peine", draft=Enforcement, stage=stage, number_form="ICC-ENFORCEMENT-{n}", opened_by="open_enforcement", reads=("states", "case"),
                  stages=STAGES)
