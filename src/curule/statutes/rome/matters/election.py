"""Where a matter of the kind "election" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Election", "KIND"]


@concern
class Election(Posture):
    """Election."""


def stage(posture: Election, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("election", "election", 'élection', draft=Election, stage=stage, opened_by="open_election", reads=("states", "roll"),
                  stages={"open": T("open", "en cours")})
