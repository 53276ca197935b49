"""Where the register of States stands, and what it says of a State on a day (the functions of ``membership`` are given here too)."""

from __future__ import annotations

from datetime import date

from curule.law.rules import MatterKind
from curule.law.words import T
from curule.statutes.rome.matters.state_files import Declaration, Dispute, StateFile, StatesRegister
from curule.statutes.rome.membership import (
    STATUTE_IN_FORCE,
    accepted,
    bound_by_amendment,
    declarations_on,
    duty_survives,
    memberships,
    number_of_parties,
    opted_out,
    parties_on,
    party_on,
    withdrawal_effect,
)

__all__ = [
    "KIND", "STATUTE_IN_FORCE", "Declaration", "Dispute", "StateFile", "StatesRegister", "accepted", "bound_by_amendment", "declarations_on",
    "duty_survives", "memberships", "number_of_parties", "opted_out", "parties_on", "party_on", "withdrawal_effect",
]


def stage(posture: StatesRegister, on: date) -> str:
    """The stage shown at the head of the matter."""
    return "open"


KIND = MatterKind("states", "register of States", "registre des États", draft=StatesRegister, stage=stage, number_form="ICC-STATES-{n}", opened_by="open_states_register", reads=(), one=True,
                  stages={"open": T("open", "en cours")})
