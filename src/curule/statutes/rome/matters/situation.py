"""Where a situation stands: trigger, preliminary examination, authorisation, deferrals, notices to States and what they answered.

``initiation``, ``inquiry`` and ``chambers`` are written by the acts of Part 5.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T
from curule.statutes.rome.matters.situation_aggression import Aggression
from curule.statutes.rome.matters.situation_investigation import Chamber, Initiation, Inquiry

__all__ = ["KIND", "Communication", "NotifiedState", "Situation"]


@concern
class Communication(Concern):
    """Information received by the Prosecutor from one source, and the notice sent to it when nothing came of it (article 15(6))."""

    received: Entry | None = None
    informed: Entry | None = None


@concern
class NotifiedState(Concern):
    """One State under article 18: notice received, its answer, deferral to it, the Chamber's ruling, progress asked for and given."""

    received: Entry | None = None
    informed: Entry | None = None
    requested: Entry | None = None
    applied: Entry | None = None
    ruled: Entry | None = None
    authorised: Entry | None = None
    deferred: Entry | None = None
    reviewed: Entry | None = None
    progress_asked: Entry | None = None
    progress_given: Entry | None = None
    appealed: Entry | None = None
    resumption_notified: Entry | None = None


@concern
class Situation(Posture):
    """One situation. ``triggers``: by ``13(b)`` and ``13(c)``, the entry by which it exists; letters of States are among ``referrals``.

    ``concluded``: the outcome of the preliminary examination (``reasonable_basis`` or ``none``).
    """

    name: str = ""
    triggers: Table[str, Entry] = table()
    referrals: Series[Entry] = series()
    communications: Table[str, Communication] = table()
    examination: Entry | None = None
    inquiries: Series[Entry] = series()
    concluded: str = ""
    conclusion: Entry | None = None
    closed: Entry | None = None
    requested: Entry | None = None
    representations: Series[Entry] = series()
    authorised: Entry | None = None
    refused: Entry | None = None
    council_deferrals: Series[Entry] = series()
    notified: Entry | None = None
    states: Table[str, NotifiedState] = table()
    preservation_sought: Entry | None = None
    preservation: Series[Entry] = series()
    determined: Entry | None = None
    initiation: Initiation = field(default_factory=Initiation)
    inquiry: Inquiry = field(default_factory=Inquiry)
    aggression: Aggression = field(default_factory=Aggression)
    chambers: Table[str, Chamber] = table()


STAGES = {"opened": T("opened", "ouverte"), "referred": T("referred", "déférée"), "examination": T("preliminary examination", "examen préliminaire"),
          "authorisation": T("authorisation requested", "autorisation demandée"), "investigation": T("investigation", "enquête"), "closed": T("closed", "close")}


def stage(posture: Situation, on: date) -> str:
    """The stage shown at the head of the matter."""
    if posture.initiation.closed or posture.closed:
        return "closed"
    if posture.initiation.opened:
        return "investigation"
    if posture.requested:
        return "authorisation"
    if posture.examination:
        return "examination"
    return "referred" if posture.referrals else "opened"


KIND = MatterKind("situation", "situation", "situation", draft=Situation, stage=stage, opened_by="open_situation", number_form="ICC-{nn}/{yy}", reads=("states",), stages=STAGES)
