"""Where a matter of the kind "register of States" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["StatesRegister", "KIND"]


@concern
class StatesRegister(Posture):
    """Register of States."""


def stage(posture: StatesRegister, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("states", "register of States", 'registre des États', draft=StatesRegister, stage=stage, opened_by="open_states_register", reads=(), one=True,
                  stages={"open": T("open", "en cours")})
