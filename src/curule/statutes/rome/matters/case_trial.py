"""Where a trial stands (articles 62 to 76): preparation, sessions, pleas and admissions, evidence, protection, security claims, decision, reparations."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Series, Table, concern, series, table
from curule.law.record import Entry

__all__ = ["Accused", "Evidence", "SecurityClaim", "Session", "Trial"]


@concern
class Accused(Concern):
    """One accused at the trial: counsel, warnings and removal, reading of charges, plea, admission and its examination.

    ``admitted``: the charges admitted; ``admission``: made, accepted, refused or void (counts as not made).
    """

    informed_of_counsel: Entry | None = None
    counsel: Entry | None = None
    charges_served: Entry | None = None
    preparation_sought: Entry | None = None
    preparation_decided: Entry | None = None
    warned: Series[Entry] = series()
    removed: Entry | None = None
    read: Entry | None = None
    pleaded: Entry | None = None
    plea: str = ""
    admitted: tuple[str, ...] = ()
    admission: str = ""
    examined: Entry | None = None
    fuller: Entry | None = None
    interpretation: Entry | None = None
    silent: Entry | None = None
    verdict: Entry | None = None
    sentence_hearing_sought: Entry | None = None
    sentence_heard: Entry | None = None


@concern
class Session(Concern):
    """One session of the trial: public or closed, and its record once deposited."""

    form: str = ""
    entry: Entry | None = None
    recorded: Entry | None = None


@concern
class Evidence(Concern):
    """One item of evidence: who submitted it, whether it was discussed at the trial, the ruling on it, whether it is privileged."""

    party: str = ""
    submitted: Entry | None = None
    discussed: Entry | None = None
    objected: Entry | None = None
    ruling: str = ""
    ruled: Entry | None = None
    privileged: Entry | None = None


@concern
class SecurityClaim(Concern):
    """One item that a State says touches its national security (article 72), with each step of the sequence."""

    state: str = ""
    asked: Entry | None = None
    claimed: Entry | None = None
    refused_by_person: Entry | None = None
    confirmed: Entry | None = None
    intervened: Entry | None = None
    steps: Series[Entry] = series()
    resolved: Entry | None = None
    refused: Entry | None = None
    refusal_under_93: bool = False
    found_needed: Entry | None = None
    consulted: Entry | None = None
    breach: Entry | None = None
    ordered: Entry | None = None
    inferred: Entry | None = None

    @property
    def intervention_pending(self) -> bool:
        """Whether a State intervened and the matter is not resolved since."""
        return self.intervened is not None and self.resolved is None


@concern
class Trial(Concern):
    """The trial of a case. ``disclosure_until``: the day by which disclosure must be complete; ``day``: the day set for the opening.

    Tables are keyed by person, session, item, witness or State code, as their names say.
    """

    conferred: Entry | None = None
    procedures: Entry | None = None
    languages: Entry | None = None
    disclosure: Entry | None = None
    disclosure_until: date | None = None
    day: date | None = None
    venue: str = ""
    joinder_notified: Entry | None = None
    joined: Entry | None = None
    issues_referred: Series[Entry] = series()
    orders: Series[Entry] = series()
    motions: Table[str, Entry] = table()
    motions_decided: Table[str, Entry] = table()
    directions: Series[Entry] = series()
    closed_by: Table[str, Entry] = table()
    accused: Table[str, Accused] = table()
    sessions: Table[str, Session] = table()
    evidence: Table[str, Evidence] = table()
    undertakings: Table[str, Entry] = table()
    testimony_forms: Table[str, Entry] = table()
    testified: Table[str, Entry] = table()
    protected: Table[str, Entry] = table()
    unprotected: Table[str, Entry] = table()
    exculpatory: Table[str, Entry] = table()
    exculpatory_disclosed: Table[str, Entry] = table()
    exculpatory_ruled: Table[str, Entry] = table()
    views_permitted: Series[Entry] = series()
    views: Series[Entry] = series()
    evidence_closed: Entry | None = None
    pause_explained: Entry | None = None
    alternates: Table[str, Entry] = table()
    deliberations: Series[Entry] = series()
    delivered: Entry | None = None
    harm_requested: Series[Entry] = series()
    harm: Entry | None = None
    representations: Table[str, Entry] = table()
    considered: Table[str, Entry] = table()
    reparations: Table[str, Entry] = table()
    effect_given: Table[str, Entry] = table()
    offences: Table[str, Entry] = table()
    offence_verdicts: Table[str, Entry] = table()
    submissions_sought: Table[str, Entry] = table()
    submissions_made: Table[str, Entry] = table()
    submissions_proper: Table[str, Entry] = table()
    security: Table[str, SecurityClaim] = table()
    third_party: Table[str, Entry] = table()
    third_party_answered: Table[str, Entry] = table()
