"""Where the archives of one body stand: its holdings, the access regime, requests for access, centres that hold public copies."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["AccessRequest", "Archives", "Holding", "KIND"]


@concern
class Holding(Concern):
    """One item of the archives.

    ``classification``: public, confidential or strictly_confidential. ``provider`` is the entry that holds the provider's condition,
    ``consent`` the one that lifted it; ``protects`` is set where the item identifies a protected person or was given in confidence,
    ``variation`` is the decision that allowed disclosure all the same.
    """

    title: str = ""
    branch: str = ""
    classification: str = "public"
    entry: Entry | None = None
    provider: Entry | None = None
    consent: Entry | None = None
    protects: Entry | None = None
    variation: Entry | None = None
    redacted: Entry | None = None
    lent: Entry | None = None


@concern
class AccessRequest(Concern):
    """One request for access, by the number of its entry."""

    items: tuple[str, ...] = ()
    received: Entry | None = None
    acknowledged: Entry | None = None
    decided: Entry | None = None


@concern
class Archives(Posture):
    """The register of the archives of one body (``origin``: icty, ictr or mechanism), kept at the branch concerned."""

    branch: str = ""
    duty_station: str = ""
    origin: str = ""
    regime: Entry | None = None
    holdings: Table[str, Holding] = table()
    requests: Table[str, AccessRequest] = table()
    centres: Table[str, Entry] = table()
    supplied: Series[Entry] = series()
    interference: Entry | None = None
    asserted: Entry | None = None


STAGES = {"opened": T("without an access regime", "sans régime d'accès"), "open": T("open to access under its regime", "accessibles selon leur régime"),
          "interfered": T("interference to be answered", "atteinte à l'inviolabilité")}


def stage(posture: Archives, on: date) -> str:
    """The stage shown at the head of the register."""
    if posture.interference and not posture.asserted:
        return "interfered"
    return "open" if posture.regime else "opened"


KIND = MatterKind("archives", "register of archives", "registre des archives", draft=Archives, stage=stage, stages=STAGES, opened_by="open_archives")
