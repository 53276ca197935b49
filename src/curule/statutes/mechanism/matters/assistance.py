"""Where a request for assistance from national authorities stands: from receipt to the answer, item by item."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Assistance", "KIND", "Material"]


@concern
class Material(Concern):
    """One item asked for: whether it is confidential, and the decision that allows its release all the same."""

    confidential: bool = False
    entry: Entry | None = None
    variation: Entry | None = None
    released: Entry | None = None


@concern
class Assistance(Posture):
    """One request. ``addressed_to``: registrar or prosecutor; ``referred_by``: who referred the fugitive's case, empty when nobody did."""

    branch: str = ""
    duty_station: str = ""
    state: str = ""
    authority: str = ""
    addressed_to: str = ""
    subject: str = ""
    purposes: tuple[str, ...] = ()
    referred_by: str = ""
    started: Entry | None = None
    material: Table[str, Material] = table()
    tracking: Series[Entry] = series()
    answered: Entry | None = None


STAGES = {"received": T("received", "reçue"), "started": T("being handled", "en cours de traitement"), "answered": T("answered", "réponse donnée")}


def stage(posture: Assistance, on: date) -> str:
    """The stage shown at the head of the request."""
    if posture.answered:
        return "answered"
    return "started" if posture.started else "received"


KIND = MatterKind("assistance", "assistance to national authorities", "assistance aux autorités nationales", draft=Assistance, stage=stage,
                  stages=STAGES, opened_by="open_assistance")
