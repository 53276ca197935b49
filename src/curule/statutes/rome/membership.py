"""What the register of States says of a State on a day: Party or not, declarations, amendments, withdrawal and what survives it.

The functions give back the entry they rely on, or a "no" with the entries that stand in the way, so that a leaf can return
their answer as it is. Without a register (``None``) they give ``None``: the question stays open.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from curule.law.calendar import add, months, years
from curule.law.conditions import No
from curule.law.record import Entry
from curule.statutes.rome.amendment_data import AmendmentTerms, amendments
from curule.statutes.rome.matters.state_files import Declaration, StateFile, StatesRegister

__all__ = [
    "STATUTE_IN_FORCE", "Membership", "accepted", "bound_by_amendment", "declarations_on", "duty_survives", "file_of", "in_force_for_all", "joined_on",
    "memberships", "month_after_sixtieth_day", "needed", "number_of_parties", "opted_out", "parties_on", "party_on", "seven_eighths_on", "sixtieth_deposit",
    "statute_in_force", "withdrawal_effect", "withdrawal_pending", "years_after",
]

STATUTE_IN_FORCE = date(2002, 7, 1)
"""The day on which the Statute entered into force (article 126(1)); used while the register does not show sixty instruments."""

INSTRUMENTS_FOR_FORCE = 60
OPT_OUT_YEARS = 7

Said = Entry | No | None


class Membership(NamedTuple):
    """One time of membership: first day, the day on which withdrawal takes effect (no longer a Party that day), and their entries."""

    since: date
    until: date | None
    deposit: Entry
    withdrawal: Entry | None

    def on(self, day: date) -> bool:
        """Whether the State is a Party that day."""
        return self.since <= day and (self.until is None or day < self.until)


def month_after_sixtieth_day(deposit: date) -> date:
    """The first day of the month that follows the sixtieth day after a deposit (article 126)."""
    sixtieth = deposit + timedelta(days=60)
    return (sixtieth.replace(day=1) + timedelta(days=32)).replace(day=1)


def years_after(day: date, n: int) -> date:
    """The same day so many years later, 28 February for 29 February."""
    return add(day, years(n)).day


def sixtieth_deposit(register: StatesRegister | None) -> Entry | None:
    """The deposit that completes the sixty, if the register shows as many."""
    firsts = sorted((f.deposits[0] for f in register.states.values() if f.deposits), key=lambda e: e.done_on) if register is not None else []
    return firsts[INSTRUMENTS_FOR_FORCE - 1] if len(firsts) >= INSTRUMENTS_FOR_FORCE else None


def statute_in_force(register: StatesRegister | None) -> date:
    """The day of entry into force of the Statute: from the sixtieth deposit on the register, or the known day."""
    sixtieth = sixtieth_deposit(register)
    return month_after_sixtieth_day(sixtieth.done_on) if sixtieth is not None else STATUTE_IN_FORCE


def file_of(register: StatesRegister, state: str) -> StateFile:
    """The file of a State, empty if there is none yet."""
    return register.states.get(state) or StateFile()


def joined_on(register: StatesRegister | None, deposit: Entry, begin: date | None = None) -> date:
    """The day on which the Statute enters into force for the State that made this deposit (article 126(1) or (2)).

    ``begin``: the entry into force of the Statute where the caller has it already.
    """
    return max(month_after_sixtieth_day(deposit.done_on), begin or statute_in_force(register))


def withdrawal_effect(notice: Entry) -> date:
    """The day on which a withdrawal takes effect: one year after receipt or later if so stated; at once under article 121(6)."""
    if notice.particulars.get("basis") == "121(6)":
        return notice.done_on
    least = years_after(notice.done_on, 1)
    stated: date | None = notice.particulars.get("effective")
    return max(least, stated) if stated is not None else least


def _standing_notices(file: StateFile) -> Iterator[Entry]:
    """Notices of withdrawal that were not taken back before they took effect."""
    for notice in file.withdrawals:
        if not any(notice.done_on <= r.done_on < withdrawal_effect(notice) for r in file.revoked):
            yield notice


def memberships(register: StatesRegister | None, state: str, begin: date | None = None) -> list[Membership]:
    """The times at which a State was, is or will be a Party, in order; ``begin`` as in :func:`joined_on`."""
    if register is None:
        return []
    file, found = file_of(register, state), []
    notices = list(_standing_notices(file))
    for deposit in file.deposits:
        left = next((n for n in notices if n.done_on >= deposit.done_on), None)
        found.append(Membership(joined_on(register, deposit, begin), withdrawal_effect(left) if left else None, deposit, left))
    return found


def party_on(register: StatesRegister | None, state: str | None, day: date) -> Said:
    """Whether a State is a Party on a day: the deposit it relies on, or a "no" with the deposit or withdrawal that stands in the way."""
    if register is None or state is None:
        return None
    times = memberships(register, state)
    for time in times:
        if time.on(day):
            return time.deposit
    return No(*(t.withdrawal if t.withdrawal and t.until and t.until <= day else t.deposit for t in times))


def parties_on(register: StatesRegister | None, day: date) -> tuple[str, ...]:
    """The States Parties on a day."""
    if register is None:
        return ()
    begin = statute_in_force(register)
    return tuple(s for s in register.states if any(t.on(day) for t in memberships(register, s, begin)))


def number_of_parties(register: StatesRegister | None, day: date) -> int | None:
    """How many States Parties there are on a day; ``None`` without a register."""
    return None if register is None else len(parties_on(register, day))


def needed(numerator: int, denominator: int, base: int) -> int:
    """The least whole number that is at least that fraction of a base: two thirds of 125 is 84."""
    return -(-numerator * base // denominator)


def declarations_on(register: StatesRegister | None, state: str, day: date, basis: str = "") -> tuple[Declaration, ...]:
    """The declarations of a State in effect on a day; for one of article 12(3), whether the day is among the conduct it covers.

    A declaration under article 124 counts from the entry into force for the State, for seven years or until it is withdrawn; one made
    before the deposit or after the entry into force for the State counts for nothing.
    """
    if register is None:
        return ()
    return tuple(d for d in file_of(register, state).declarations if basis in ("", d.basis) and _in_effect(register, state, d, day))


def _in_effect(register: StatesRegister, state: str, declaration: Declaration, day: date) -> bool:
    if declaration.entry is None or (declaration.withdrawn is not None and declaration.withdrawn.done_on <= day):
        return False
    if declaration.basis == "12(3)":
        return (declaration.since is None or declaration.since <= day) and (declaration.until is None or day <= declaration.until)
    if declaration.basis == "124":
        times = [t for t in memberships(register, state) if t.deposit.done_on <= declaration.entry.done_on <= t.since]
        return any(t.since <= day < years_after(t.since, OPT_OUT_YEARS) for t in times)
    return declaration.entry.done_on <= day


def opted_out(register: StatesRegister | None, state: str, day: date) -> Said:
    """Whether war crimes of that day, on a State's territory or by its nationals, are excluded under article 124."""
    if register is None:
        return None
    live = declarations_on(register, state, day, "124")
    return live[0].entry if live else No(*(d.entry for d in file_of(register, state).declarations if d.basis == "124" and d.entry))


def accepted(register: StatesRegister | None, amendment: str, state: str, day: date) -> Said:
    """Whether a State's own acceptance of an amendment is in force on a day: one year after its deposit (article 121(5))."""
    if register is None:
        return None
    deposit = file_of(register, state).acceptances.get(amendment)
    if deposit is None:
        return No()
    return deposit if years_after(deposit.done_on, 1) <= day else No(deposit)


def seven_eighths_on(register: StatesRegister | None, amendment: str, counted_at: date | None = None) -> Entry | None:
    """The acceptance with which seven eighths of the States Parties had accepted (article 121(4)): Parties of that day, or of ``counted_at``."""
    if register is None:
        return None
    given = sorted(((f.acceptances[amendment], s) for s, f in register.states.items() if amendment in f.acceptances), key=lambda pair: pair[0].done_on)
    for count, (entry, _) in enumerate(given, 1):
        parties = parties_on(register, counted_at or entry.done_on)
        if sum(s in parties for _, s in given[:count]) >= needed(7, 8, len(parties)):
            return entry
    return None


def in_force_for_all(register: StatesRegister | None, terms: AmendmentTerms, counted_at: date | None = None) -> date | None:
    """The day on which an amendment of the general or institutional regime enters into force for all, once it is known."""
    if terms.regime == "122":
        return add(terms.adopted, months(6)).day
    last = seven_eighths_on(register, terms.code, counted_at) if terms.regime == "121(4)" else None
    return years_after(last.done_on, 1) if last is not None else None


def bound_by_amendment(register: StatesRegister | None, amendment: str, state: str, day: date) -> Said:
    """Whether an amendment is in force for a State Party on a day, by its regime."""
    if register is None:
        return None
    terms = amendments(register).get(amendment)
    if terms is None:
        return No()
    if terms.regime == "121(5)":
        return accepted(register, amendment, state, day)
    since = in_force_for_all(register, terms)
    return party_on(register, state, day) if since is not None and since <= day else No()


def withdrawal_pending(register: StatesRegister | None, state: str, day: date) -> Said:
    """Whether a notice of withdrawal was received and has not taken effect by that day."""
    if register is None:
        return None
    notices = [n for n in _standing_notices(file_of(register, state)) if n.done_on <= day < withdrawal_effect(n)]
    return notices[0] if notices else No(*file_of(register, state).withdrawals)


def duty_survives(register: StatesRegister | None, state: str, begun: date) -> Said:
    """Whether a former Party still owes cooperation in proceedings that began on a day: those begun before its withdrawal took effect (127(2))."""
    return party_on(register, state, begun)
