"""When jurisdiction over aggression opens (articles 15 bis(2)-(5) and 15 ter(2)-(3)): days from the register of States, gates of a conduct."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from curule.law.conditions import Truth
from curule.law.record import Entry
from curule.law.words import T, Text
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.membership import declarations_on, party_on, years_after

__all__ = ["AMENDMENT", "AggressionGate", "activated_from", "aggression_gates", "opted_out_of_aggression", "year_after_thirtieth"]

AMENDMENT = "aggression_2010"
"""The code of the amendment that defines aggression, in the data file."""

ACTIVE_FROM = date(2018, 7, 17)
"""The day of effect of the decision of 14 December 2017; used while the register holds no decision."""

ACCEPTANCES = 30


class AggressionGate(NamedTuple):
    """One gate: provision, words, value, entries relied on."""

    provision: str
    says: Text
    truth: Truth
    entries: tuple[Entry, ...] = ()


def year_after_thirtieth(register: StatesRegister | None, read: Callable[[str], str]) -> date:
    """The first day of conduct that may come within jurisdiction by 15 bis(2) and 15 ter(2): a year after the thirtieth acceptance.

    While the register does not show thirty, the reading says which of the published days counts.
    """
    given = sorted(f.acceptances[AMENDMENT].done_on for f in (register.states.values() if register else ()) if AMENDMENT in f.acceptances)
    return years_after(given[ACCEPTANCES - 1] if len(given) >= ACCEPTANCES else date.fromisoformat(read("thirtieth_acceptance")), 1)


def activated_from(register: StatesRegister | None) -> date:
    """The day of effect of the decision of 15 bis(3) and 15 ter(3)."""
    entry = register.aggression_activated if register is not None else None
    return entry.particulars["effective"] if entry is not None else ACTIVE_FROM


def opted_out_of_aggression(register: StatesRegister | None, state: str, day: date) -> tuple[Entry, ...]:
    """The declarations of 15 bis(4) that a State had lodged before a day and that stood on it."""
    return tuple(d.entry for d in declarations_on(register, state, day, "15bis(4)") if d.entry is not None and d.entry.done_on < day)


def _gate(provision: str, en: str, fr: str, met: bool | None, entries: tuple[Entry, ...] = ()) -> AggressionGate:
    return AggressionGate(provision, T(en, fr), Truth.OPEN if met is None else (Truth.MET if met else Truth.NOT_MET), entries)


def aggression_gates(register: StatesRegister | None, day: date, *, by_council: bool, nationalities: tuple[str, ...], states: tuple[str, ...],
                     read: Callable[[str], str]) -> Iterator[AggressionGate]:
    """The gates for aggression of a day; ``states``: those of place and nationality. After a referral by the Council only the two of time."""
    article = "15ter" if by_council else "15bis"
    yield _gate(f"{article}(2)", "it was committed a year after the thirtieth acceptance", "il suit d'un an la trentième acceptation", day >= year_after_thirtieth(register, read))
    opened = read("aggression_opened") == "after_the_year" or day >= activated_from(register)
    yield _gate(f"{article}(3)", "the activation of jurisdiction over aggression opens it", "l'activation de la compétence pour agression l'ouvre", opened)
    if by_council:
        return
    out = tuple(e for s in nationalities for e in opted_out_of_aggression(register, s, day))
    yield _gate("15bis(4)", "the State of nationality did not declare that it does not accept", "l'État de nationalité n'a pas déclaré ne pas accepter", not out, out)
    outside = None if register is None else [s for s in states if not party_on(register, s, day)]
    yield _gate("15bis(5)", "no State that is not a Party is concerned", "aucun État non partie n'est concerné", None if outside is None else not outside)
