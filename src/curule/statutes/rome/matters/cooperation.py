"""Where a matter of the kind "request for cooperation" stands."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Posture, concern
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Cooperation", "KIND"]


@concern
class Cooperation(Posture):
    """Request for cooperation."""


def stage(posture: Cooperation, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("cooperation", "request for cooperation", 'demande de coopération', draft=Cooperation, stage=stage, opened_by="open_request", reads=("states", "case"),
                  stages={"open": T("open", "en cours")})
