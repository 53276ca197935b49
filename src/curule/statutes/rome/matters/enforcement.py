"""Where a matter of the kind "enforcement of a sentence" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Enforcement", "KIND"]


@concern
class Enforcement(Posture):
    """Enforcement of a sentence."""


def stage(posture: Enforcement, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("enforcement", "enforcement of a sentence", "exécution d'une peine", draft=Enforcement, stage=stage, opened_by="open_enforcement", reads=("states", "case"),
                  stages={"open": T("open", "en cours")})
