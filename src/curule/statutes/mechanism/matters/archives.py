"""Where a matter of the kind "archives" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Archives", "KIND"]


@concern
class Archives(Posture):
    """Archives."""

    branch: str = ""
    duty_station: str = ""


def stage(posture: Archives, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("archives", "archives", 'archives', draft=Archives, stage=stage, opened_by="open_archives", one=True, stages={"open": T("open", "en cours")})
