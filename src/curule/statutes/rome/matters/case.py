"""Where a matter of the kind "case" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Case", "KIND"]


@concern
class Case(Posture):
    """Case."""


def stage(posture: Case, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("case", "case", 'affaire', draft=Case, stage=stage, opened_by="open_case", reads=("states", "situation", "roll"),
                  stages={"open": T("open", "en cours")})
