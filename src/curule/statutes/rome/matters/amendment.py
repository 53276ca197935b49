"""Where a matter of the kind "amendment" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Amendment", "KIND"]


@concern
class Amendment(Posture):
    """Amendment."""


def stage(posture: Amendment, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("amendment", "amendment", 'amendement', draft=Amendment, stage=stage, opened_by="propose_amendment", reads=("states",),
                  stages={"open": T("open", "en cours")})
