"""Where a request for cooperation stands: one matter per request to one State, or from one State to the Court (Part 9)."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Bar", "Consultation", "Cooperation", "Denial", "Item", "KIND", "Provisional", "Rival", "Speciality", "Temporary", "Transit"]


@concern
class Provisional(Concern):
    """Provisional arrest: asked for, made, consented to surrender, released."""

    requested: Entry | None = None
    arrested: Entry | None = None
    consented: Entry | None = None
    released: Entry | None = None


@concern
class Transit(Concern):
    """Transit of a surrendered person through the State. ``landing``: an unscheduled landing; ``received``: receipt of the request by the State."""

    refused: Entry | None = None
    authorised: Entry | None = None
    begun: Entry | None = None
    landing: Entry | None = None
    demanded: Entry | None = None
    received: Entry | None = None
    effected: Entry | None = None
    released: Entry | None = None


@concern
class Rival(Concern):
    """A competing request for extradition by another State, by its code; ``obligation_since``: the day from which the requested State is bound to it."""

    same_conduct: bool = False
    obligation_since: date | None = None
    entered: Entry | None = None
    court_told: Entry | None = None
    state_told: Entry | None = None
    priority: Entry | None = None
    determined: Entry | None = None
    extradited: Entry | None = None
    refused: Entry | None = None
    refusal_told: Entry | None = None


@concern
class Bar(Concern):
    """An immunity or a consent of another State that stands in the way of the request, until that State waives or consents."""

    noted: Entry | None = None
    lifted: Entry | None = None


@concern
class Consultation(Concern):
    """A consultation of the State with the Court on one topic; ``outcome``: resolved or unresolved."""

    opened: Entry | None = None
    concluded: Entry | None = None
    outcome: str = ""


@concern
class Denial(Concern):
    """Principles and conditions raised against a request, its denial and the reasons given."""

    principle: Entry | None = None
    offered: Entry | None = None
    accepted: Entry | None = None
    denied: Entry | None = None
    reasons: Entry | None = None


@concern
class Item(Concern):
    """One document or piece of evidence, by its number: received from the State, or to be sent to it."""

    entry: Entry | None = None
    consented: Entry | None = None
    cleared: Entry | None = None
    used: Entry | None = None


@concern
class Temporary(Concern):
    """Temporary transfer of a person in custody: the person's consent, the State's agreement, transfer, end of its purposes, return."""

    consent: Entry | None = None
    agreed: Entry | None = None
    transferred: Entry | None = None
    fulfilled: Entry | None = None
    returned: Entry | None = None


@concern
class Speciality(Concern):
    """After surrender: the waiver asked for and what the surrendering State waived."""

    asked: Entry | None = None
    waivers: Series[Entry] = series()


@concern
class Cooperation(Posture):
    """One request. ``kind``: surrender, transit, assistance, organization (to one), to_court (a State's request to the Court)."""

    kind: str = ""
    state: str = ""
    person: str = ""
    council: bool = False
    """Whether the Security Council referred the situation."""
    begun: date | None = None
    """When the investigation or proceedings began: a State that withdrew since stays bound for those begun before (article 127(2))."""
    basis: Entry | None = None
    protection: Entry | None = None
    requirements_asked: Entry | None = None
    requirements: Entry | None = None
    sent: Entry | None = None
    withdrawn: Entry | None = None
    confirmed: Entry | None = None
    received: Entry | None = None
    supplemented: Entry | None = None
    modified: Entry | None = None
    redirected: Entry | None = None
    provisional: Provisional = field(default_factory=Provisional)
    transit: Transit = field(default_factory=Transit)
    challenge: Entry | None = None
    admissibility: Entry | None = None
    rulings: Series[Entry] = series()
    collection_order: Entry | None = None
    postponed: Entry | None = None
    resumed: Entry | None = None
    preserved: Entry | None = None
    granted: Entry | None = None
    arrested: Entry | None = None
    delivered: Entry | None = None
    executed: Entry | None = None
    returned: Entry | None = None
    problem: Entry | None = None
    rivals: Table[str, Rival] = table()
    rival_assistance: Entry | None = None
    rival_resolved: Entry | None = None
    third_control: Entry | None = None
    bars: Table[str, Bar] = table()
    consultations: Table[str, Consultation] = table()
    denial: Denial = field(default_factory=Denial)
    temporary: Temporary = field(default_factory=Temporary)
    assurance: Entry | None = None
    items: Table[str, Item] = table()
    security_claim: Entry | None = None
    security_step: Entry | None = None
    non_compliance: Entry | None = None
    reported: Entry | None = None
    speciality: Speciality = field(default_factory=Speciality)
    assisted: Entry | None = None


STAGES = {"prepared": T("being prepared", "en préparation"), "sent": T("sent, receipt awaited", "transmise, réception attendue"),
          "received": T("with the State", "auprès de l'État"), "postponed": T("execution postponed", "exécution différée"),
          "executed": T("executed", "exécutée"), "closed": T("returned or denied", "retournée ou rejetée"),
          "non_compliance": T("non-compliance found", "manquement constaté"), "asked": T("before the Court", "devant la Cour"),
          "withdrawn": T("withdrawn", "retirée")}


def stage(posture: Cooperation, on: date) -> str:
    """The stage shown at the head of the matter."""
    if posture.delivered or posture.executed or posture.transit.effected or posture.assisted:
        return "executed"
    if posture.withdrawn:
        return "withdrawn"
    if posture.non_compliance:
        return "non_compliance"
    if posture.returned or posture.denial.denied:
        return "closed"
    if posture.postponed and (posture.resumed is None or posture.resumed.number < posture.postponed.number):
        return "postponed"
    if posture.received:
        return "asked" if posture.kind == "to_court" else "received"
    return "sent" if posture.sent else "prepared"


KIND = MatterKind("cooperation", "request for cooperation", "demande de coopération", draft=Cooperation, stage=stage, stages=STAGES,
                  number_form="ICC-COOPERATION-{n}", opened_by="open_request", reads=("states", "case"))
