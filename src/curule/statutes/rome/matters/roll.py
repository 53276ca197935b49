"""Where a matter of the kind "judges, Prosecutor, Registrar" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Roll", "KIND"]


@concern
class Roll(Posture):
    """Judges, Prosecutor, Registrar."""


def stage(posture: Roll, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("roll", "judges, Prosecutor, Registrar", 'juges, Procureur, Greffier', draft=Roll, stage=stage, opened_by="open_roll", reads=(), one=True,
                  stages={"open": T("open", "en cours")})
