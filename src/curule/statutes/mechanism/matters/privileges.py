"""The register of privileges and immunities: who holds which status, missions, certificates and notices, safe conducts."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["DIPLOMATIC_ALWAYS", "GROUPS", "KIND", "Holder", "Privileges", "mission_on"]

DIPLOMATIC_ALWAYS = ("president", "prosecutor", "registrar")
GROUPS = (*DIPLOMATIC_ALWAYS, "judge", "prosecution_staff", "registry_staff", "counsel", "other")


@concern
class Holder(Concern):
    """One person of the register: the group of article 29, missions, certificate and notices (counsel), call and safe conduct (others)."""

    group: str = ""
    entered: Entry | None = None
    status: str = ""
    missions: Series[Entry] = series()
    certificate: Entry | None = None
    notices: Series[Entry] = series()
    called: Entry | None = None
    safe_conduct: Entry | None = None


@concern
class Privileges(Posture):
    """The register of privileges and immunities."""

    branch: str = ""
    duty_station: str = ""
    holders: Table[str, Holder] = table()


def mission_on(holder: Holder, day: date) -> Entry | None:
    """The mission on which a person is that day."""
    return next((e for e in holder.missions if e.particulars["since"] <= day <= e.particulars["until"]), None)


def stage(posture: Privileges, on: date) -> str:
    """The stage shown at the head of the register."""
    return "open"


KIND = MatterKind("privileges", "privileges and immunities", "privilèges et immunités", draft=Privileges, stage=stage, opened_by="open_privileges_register", one=True,
                  stages={"open": T("register open", "registre ouvert")})
