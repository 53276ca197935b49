"""The States of the Rome Statute as of a day: Party or not and since when, declarations, amendments in force, withdrawal; each with its band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from curule.court.drawing import Band, Lane
from curule.desk.dates import day as written
from curule.law.record import Entry
from curule.matters.reading import Reading, matters_for
from curule.statutes.rome.amendment_data import amendments
from curule.statutes.rome.matters.state_files import Declaration, StateFile, StatesRegister
from curule.statutes.rome.membership import (
    Membership,
    accepted,
    declarations_on,
    in_force_for_all,
    memberships,
    statute_in_force,
    withdrawal_effect,
    years_after,
)

__all__ = ["StateLine", "Told", "is_register", "register_reading", "state_band", "state_lines", "status_words"]

PACK, KIND = "rome", "states"
OPT_OUT_YEARS = 7


@dataclass(frozen=True, slots=True)
class Told:
    """One fact of a State in words, with the entry that it rests on."""

    words: str
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class StateLine:
    """One State on a day. ``status``: ``party``, ``leaving`` (notice pending), ``declared`` (accepted without being a Party), ``was`` or ``not``."""

    code: str
    name: str
    status: str
    terms: list[Told]
    declarations: list[Told]
    amendments: list[Told]
    withdrawal: list[Told]
    lane: Lane


def register_reading(tokens: frozenset[str]) -> Reading | None:
    """The register of States as this reader reads it, if there is one that may be seen."""
    matter = matters_for(tokens).filter(pack=PACK, kind=KIND).first()
    return Reading(matter, tokens) if matter is not None else None


def is_register(reading: Reading) -> bool:
    """Whether a matter is the register of States."""
    return (reading.matter.pack, reading.matter.kind) == (PACK, KIND)


def status_words(status: str) -> str:
    """A status in the reader's language."""
    return {"party": gettext("State Party"), "leaving": gettext("State Party, notice of withdrawal given"), "declared": gettext("accepted by declaration"),
            "was": gettext("no longer a Party"), "not": gettext("not a Party")}[status]


def state_band(register: StatesRegister, today: date) -> Band:
    """From a year before the Statute was in force to two years after today."""
    return Band(statute_in_force(register) - timedelta(days=366), today + timedelta(days=731))


def state_lines(register: StatesRegister, on: date, lang: str, band: Band) -> list[StateLine]:
    """Every State of the register, by name."""
    lines = [_line(register, code, file, on, lang, band) for code, file in register.states.items()]
    return sorted(lines, key=lambda line: line.name)


def _status(register: StatesRegister, code: str, times: list[Membership], on: date) -> str:
    if any(t.on(on) for t in times):
        return "leaving" if _leaving(register.states[code], on) else "party"
    lodged = [d for d in register.states[code].declarations if d.basis == "12(3)" and d.entry and d.entry.done_on <= on]
    if any(d.withdrawn is None or d.withdrawn.done_on > on for d in lodged):
        return "declared"
    return "was" if any(t.until is not None and t.until <= on for t in times) else "not"


def _leaving(file: StateFile, on: date) -> bool:
    """Whether a notice of withdrawal was running on a day, even where it was taken back later."""
    return any(n.done_on <= on < withdrawal_effect(n) and not any(n.done_on <= r.done_on <= on for r in file.revoked) for n in file.withdrawals)


def _line(register: StatesRegister, code: str, file: StateFile, on: date, lang: str, band: Band) -> StateLine:
    times = memberships(register, code)
    name = file.name or code
    declared = [Told(words, d.entry) for d, words in ((d, _declaration(register, code, d, on)) for d in file.declarations) if words]
    leaving = [Told(gettext("notice of %(notice)s, effect on %(effect)s") % {"notice": written(n.done_on), "effect": written(withdrawal_effect(n))}
                    + ("" if _stands(file, n) else " " + gettext("(taken back)")), n) for n in file.withdrawals]
    return StateLine(code, name, _status(register, code, times, on), [Told(_term(t), t.deposit) for t in times], declared,
                     list(_accepted(register, code, file, on, lang)), leaving, _lane(register, code, name, times, file, band, lang))


def _stands(file: StateFile, notice: Entry) -> bool:
    return not any(notice.done_on <= r.done_on < withdrawal_effect(notice) for r in file.revoked)


def _term(time: Membership) -> str:
    if time.until is not None:
        return gettext("%(since)s to %(until)s") % {"since": written(time.since), "until": written(time.until - timedelta(days=1))}
    return gettext("since %(since)s (deposit %(deposit)s)") % {"since": written(time.since), "deposit": written(time.deposit.done_on)}


def _declaration(register: StatesRegister, code: str, declared: Declaration, on: date) -> str:
    """A declaration in words, with what became of it by that day; one lodged later is not told."""
    if declared.entry is None or declared.entry.done_on > on:
        return ""
    ended = gettext(", withdrawn %(day)s") % {"day": written(declared.withdrawn.done_on)} if declared.withdrawn and declared.withdrawn.done_on <= on else ""
    if declared.basis == "12(3)":
        since, until = written(declared.since) or "…", written(declared.until) or "…"
        return gettext("accepts jurisdiction, conduct from %(since)s to %(until)s (art. 12(3))") % {"since": since, "until": until} + ended
    if declared.basis == "124":
        live = bool(declarations_on(register, code, on, "124"))
        first = next((t.since for t in memberships(register, code)), None)
        last = written(years_after(first, OPT_OUT_YEARS) - timedelta(days=1)) if first else ""
        words = gettext("war crimes excluded until %(last)s (art. 124)") % {"last": last}
        return words + ("" if live or ended else " " + gettext("(over)")) + ended
    return gettext("does not accept aggression (art. 15 bis(4))") + ended


def _accepted(register: StatesRegister, code: str, file: StateFile, on: date, lang: str) -> Iterator[Told]:
    terms = amendments(register)
    for amendment, entry in file.acceptances.items():
        title = terms[amendment].title.of(lang) if amendment in terms else amendment
        if entry.done_on > on:
            continue
        for_all = in_force_for_all(register, terms[amendment]) if amendment in terms and terms[amendment].regime != "121(5)" else None
        if amendment in terms and terms[amendment].regime == "121(5)":
            since = years_after(entry.done_on, 1)
            words = gettext("%(title)s: in force since %(day)s") if accepted(register, amendment, code, on) else gettext("%(title)s: in force from %(day)s")
            yield Told(words % {"title": title, "day": written(since)}, entry)
        elif for_all is not None:
            yield Told(gettext("%(title)s: in force for all since %(day)s") % {"title": title, "day": written(for_all)}, entry)
        else:
            yield Told(gettext("%(title)s: accepted, not in force") % {"title": title}, entry)


def _lane(register: StatesRegister, code: str, name: str, times: list[Membership], file: StateFile, band: Band, lang: str) -> Lane:
    lane = Lane(name)
    terms = amendments(register)
    for time in times:
        lane.bars.append(band.bar(time.since, time.until, "party", _term(time)))
    for declared in file.declarations:
        if declared.entry is None:
            continue
        end = declared.withdrawn.done_on if declared.withdrawn else None
        if declared.basis == "12(3)":
            lane.bars.append(band.bar(declared.since or band.first, declared.until or end, "declared", gettext("jurisdiction accepted by declaration")))
        elif declared.basis == "124" and times:
            lane.bars.append(band.bar(times[0].since, end or years_after(times[0].since, OPT_OUT_YEARS), "opt-out", gettext("war crimes excluded")))
        else:
            lane.marks.append(band.mark(declared.entry.done_on, "against", gettext("does not accept aggression")))
    for amendment, entry in file.acceptances.items():
        title = terms[amendment].title.of(lang) if amendment in terms else amendment
        lane.marks.append(band.mark(entry.done_on, "accepts", title))
    lane.marks += [band.mark(n.done_on, "leaves", gettext("notice of withdrawal")) for n in file.withdrawals]
    return lane
