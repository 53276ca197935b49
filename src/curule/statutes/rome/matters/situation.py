"""Where a matter of the kind "situation" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Situation", "KIND"]


@concern
class Situation(Posture):
    """Situation."""


def stage(posture: Situation, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("situation", "situation", 'situation', draft=Situation, stage=stage, opened_by="refer_situation", reads=("states",),
                  stages={"open": T("open", "en cours")})
