"""The files of the register of States: who signed, joined, declared, accepted amendments, gave notice of withdrawal; and disputes."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.statutes.rome.matters.cooperation_profile import CooperationProfile

__all__ = ["Declaration", "Dispute", "StateFile", "StatesRegister"]


@concern
class Declaration(Concern):
    """One declaration of a State. ``basis``: ``12(3)`` (acceptance), ``124`` (war crimes for seven years), ``15bis(4)`` (aggression).

    ``since`` and ``until`` bound the conduct that an acceptance covers (first and last day, ``None``: no bound stated).
    """

    basis: str = ""
    entry: Entry | None = None
    since: date | None = None
    until: date | None = None
    withdrawn: Entry | None = None
    considered: Entry | None = None


@concern
class StateFile(Concern):
    """One State: its name as the register last gave it, instruments deposited (the day of each entry is the day of deposit), notices of
    withdrawal (the day of receipt)."""

    name: str = ""
    signed: Entry | None = None
    deposits: Series[Entry] = series()
    withdrawals: Series[Entry] = series()
    revoked: Series[Entry] = series()
    declarations: Series[Declaration] = series()
    acceptances: Table[str, Entry] = table()
    cooperation: CooperationProfile = field(default_factory=CooperationProfile)


@concern
class Dispute(Concern):
    """A dispute under article 119: negotiations, referral to the Assembly, how it ended. ``judicial``: it concerns judicial functions."""

    judicial: bool = False
    states: tuple[str, ...] = ()
    began: Entry | None = None
    referred: Entry | None = None
    ended: Entry | None = None


@concern
class StatesRegister(Posture):
    """The register of States: one file each by three-letter code, adopted amendments entered here, disputes,
    and the announcements of entry into force (``""``: of the Statute itself), duties that survive a withdrawal, Review Conferences."""

    states: Table[str, StateFile] = table()
    amendments: Table[str, Entry] = table()
    disputes: Table[str, Dispute] = table()
    announced: Table[str, Entry] = table()
    surviving: Series[Entry] = series()
    aggression_activated: Entry | None = None
    conference_requested: Entry | None = None
    conference_approved: Entry | None = None
    conferences: Series[Entry] = series()
