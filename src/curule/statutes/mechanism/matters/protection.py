"""Where the protection of one victim or witness stands: measures, requests to change them, later proceedings, disclosures, safety."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["ChangeRequest", "Disclosures", "KIND", "LaterProceedings", "Protection", "Safety"]


@concern
class ChangeRequest(Concern):
    """The request to vary, rescind or augment that is pending, and what the person said to it; ``entry`` is ``None`` when none is."""

    entry: Entry | None = None
    consulted: Entry | None = None


@concern
class LaterProceedings(Concern):
    """Second proceedings in which the measures continue, by case, and the entries by which the other side was told of them."""

    cases: Table[str, Entry] = table()
    informed: Table[str, Entry] = table()


@concern
class Disclosures(Concern):
    """What became known that was protected: reports of it and the last remedy."""

    reported: Series[Entry] = series()
    remedied: Entry | None = None


@concern
class Safety(Concern):
    """Threat assessment and relocation."""

    assessed: Entry | None = None
    relocated: Entry | None = None


@concern
class Protection(Posture):
    """The file of one protected person, known by a code. ``measures``: those in force, each with the decision that ordered it."""

    branch: str = ""
    duty_station: str = ""
    person: str = ""
    role: str = ""
    body: str = ""
    case: str = ""
    applied: Entry | None = None
    measures: Table[str, Entry] = table()
    decided: Entry | None = None
    informed: Entry | None = None
    request: ChangeRequest = None  # type: ignore[assignment]
    later: LaterProceedings = None  # type: ignore[assignment]
    disclosures: Disclosures = None  # type: ignore[assignment]
    safety: Safety = None  # type: ignore[assignment]
    closed: Entry | None = None


def draft() -> Protection:
    """A fresh file."""
    return Protection(request=ChangeRequest(), later=LaterProceedings(), disclosures=Disclosures(), safety=Safety())


STAGES = {
    "opened": T("no measures", "sans mesures"), "protected": T("measures in force", "mesures en vigueur"),
    "change": T("change of measures asked for", "modification des mesures demandée"), "disclosed": T("disclosure to be remedied", "divulgation à réparer"),
    "closed": T("closed", "dossier clos"),
}


def stage(posture: Protection, on: date) -> str:
    """The stage shown at the head of the file."""
    if posture.closed:
        return "closed"
    if posture.disclosures.reported and not posture.disclosures.remedied:
        return "disclosed"
    if posture.request.entry:
        return "change"
    return "protected" if posture.measures else "opened"


KIND = MatterKind("protection", "protection of a victim or witness", "protection d'une victime ou d'un témoin", draft=draft, stage=stage,
                  stages=STAGES, opened_by="open_protection")
