"""Facts about States that many acts ask: whether the State named is a Party that day, and how many Parties there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.leaves import Fact
from curule.law.particulars import Particular
from curule.law.view import View
from curule.statutes.rome.amendment_data import AmendmentTerms
from curule.statutes.rome.matters.state_files import StateFile, StatesRegister
from curule.statutes.rome.membership import file_of, number_of_parties, parties_on, party_on

__all__ = ["parties_counted_at", "party_leaf", "register_of", "state_file", "state_particular", "states_parties", "suggest_parties", "total_parties"]


def register_of(v: View) -> StatesRegister | None:
    """The register of States: this matter itself, or the related one."""
    if isinstance(v.posture, StatesRegister):
        return v.posture
    related: StatesRegister | None = v.other("states")
    return related


def state_file(v: View) -> StateFile | None:
    """The file of the State named in ``state``, once both are known."""
    register, state = register_of(v), v.given.get("state")
    return None if register is None or state is None else file_of(register, state)


def parties_counted_at(v: View, terms: AmendmentTerms) -> date | None:
    """On which day the States Parties are counted of which seven eighths must accept an amendment; ``None``: on that of each deposit."""
    return terms.adopted if v.reading("seven_eighths_of") == "adoption" else None


def suggest_parties(v: View) -> list[tuple[str, str]]:
    """The States Parties that day, for forms."""
    return [(s, s) for s in parties_on(register_of(v), v.on)]


def suggest_states(v: View) -> list[tuple[str, str]]:
    """Every State of the register, for forms."""
    register = register_of(v)
    return [(s, s) for s in register.states] if register is not None else []


def state_particular(*, parties: bool = False, required: bool = True) -> Particular:
    """The State that acts or is concerned; suggestions from the register."""
    return Particular("state", "state", "State", "État", suggest=suggest_parties if parties else suggest_states, required=required)


def party_leaf(law: Chapter, id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], name: str = "state") -> Fact:
    """A fact of a chapter: the State named in a particular is a Party that day. A list of States is one when each of them is."""

    def test(v: View) -> Any:
        named = v.given.get(name)
        if isinstance(named, tuple):
            answers = [party_on(register_of(v), s, v.on) for s in named]
            if any(a is None for a in answers):
                return None
            return next((a for a in answers if not a), tuple(answers))
        return party_on(register_of(v), named, v.on)

    test.__name__ = id
    declare: Callable[[Callable[[View], Any]], Fact] = law.fact(provision, says, says_not=says_not, needs=(name,), cured_by=("deposit_instrument",))
    return declare(test)


def total_parties(v: View) -> int | None:
    """How many States Parties there are on the day of the question."""
    return number_of_parties(register_of(v), v.on)


def states_parties(v: View) -> tuple[str, ...]:
    """The States Parties on the day of the question."""
    return parties_on(register_of(v), v.on)
