"""Where a matter of the kind "session of the Assembly" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["AssemblySession", "KIND"]


@concern
class AssemblySession(Posture):
    """Session of the Assembly."""


def stage(posture: AssemblySession, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("assembly", "session of the Assembly", "session de l'Assemblée", draft=AssemblySession, stage=stage, opened_by="open_session", reads=("states",),
                  stages={"open": T("open", "en cours")})
