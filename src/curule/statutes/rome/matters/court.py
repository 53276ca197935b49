"""Where a matter of the kind "the Court" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Court", "KIND"]


@concern
class Court(Posture):
    """The Court."""


def stage(posture: Court, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("court", "the Court", 'la Cour', draft=Court, stage=stage, opened_by="open_court", reads=("states",), one=True,
                  stages={"open": T("open", "en cours")})
