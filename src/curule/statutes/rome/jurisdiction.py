"""May the Court exercise jurisdiction over this conduct? The answer with its link States, its trigger and every gate.

The gates are those of articles 5, 11, 12, 13, 26, 121(5), 124 and 127(2) and, for aggression, 15 bis or 15 ter. Conduct over several days is cut
where the law changes (a State joins, an opt-out ends, an amendment takes effect); the answer says which part is covered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from curule.law.answers import cite
from curule.law.conditions import No, Truth
from curule.law.record import Entry
from curule.law.words import T, Text, long_date
from curule.statutes.rome.aggression_gates import AMENDMENT, activated_from, aggression_gates, year_after_thirtieth
from curule.statutes.rome.amendment_data import covering, crime_within
from curule.statutes.rome.crimes import is_crime
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.membership import (
    OPT_OUT_YEARS,
    accepted,
    declarations_on,
    file_of,
    memberships,
    opted_out,
    party_on,
    statute_in_force,
    years_after,
)

__all__ = ["DEFAULT_READINGS", "Conduct", "Gate", "JurisdictionAnswer", "Link", "in_scope", "jurisdiction_over"]

DEFAULT_READINGS: Mapping[str, str] = {
    "first_day": "included", "opt_out_124": "blocks", "after_withdrawal": "while_party", "declared_crimes": "named", "aggression_opened": "from_effect",
    "aggression_acceptance": "both", "thirtieth_acceptance": "2016-06-26"}
"""The readings that this answer asks (declared with articles 11, 12 and 15 bis of the library), with their defaults."""

MAJORITY = 18

TRIGGERS: Mapping[str, Text] = {
    "13(a)": T("a State Party referred the situation", "un État Partie a déféré la situation"),
    "13(b)": T("the Security Council referred the situation", "le Conseil de sécurité a déféré la situation"),
    "13(c)": T("the Prosecutor's own initiative was authorised", "l'initiative du Procureur a été autorisée")}
"""What the gate of article 13 says for each trigger."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """What is alleged. ``crime`` is an id such as ``8(2)(a)(i)``; ``vessel`` the State of registration of a ship or aircraft, in place of territory.

    ``trigger``: ``13(a)``, ``13(b)``, ``13(c)`` or empty; ``considered``: from when the matter was before the Court (article 127(2)).
    """

    crime: str
    first: date
    last: date
    territory: str | None = None
    vessel: str | None = None
    nationalities: tuple[str, ...] = ()
    trigger: str = ""
    trigger_entry: Entry | None = None
    considered: date | None = None
    born: date | None = None

    @property
    def place(self) -> str | None:
        """The State that counts for the place of the conduct."""
        return self.vessel or self.territory

    @property
    def states(self) -> tuple[str, ...]:
        """The States of place and nationality, each once."""
        return tuple(dict.fromkeys(s for s in (self.place, *self.nationalities) if s))


@dataclass(frozen=True, slots=True)
class Link:
    """A State whose acceptance opens jurisdiction: by ``territory``, ``registration`` or ``nationality``; on ``party`` or ``declaration``."""

    state: str
    kind: str
    basis: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that jurisdiction depends on, with its provision, its value here and the entries relied on."""

    provision: str
    says: Text
    truth: Truth
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class JurisdictionAnswer:
    """The answer. ``covered``: first and last day of each part of the conduct over which the Court may exercise jurisdiction."""

    conduct: Conduct
    gates: tuple[Gate, ...]
    links: tuple[Link, ...]
    covered: tuple[tuple[date, date], ...]

    @property
    def truth(self) -> Truth:
        """Met, not met, or open while something is not known."""
        return min((g.truth for g in self.gates), default=Truth.OPEN)

    @property
    def partial(self) -> bool:
        """Whether only a part of the conduct is covered."""
        return bool(self.covered) and self.covered != ((self.conduct.first, self.conduct.last),)

    def gate(self, provision: str) -> Gate | None:
        """The gate of a provision, if it was asked."""
        return next((g for g in self.gates if g.provision == provision), None)

    def as_dict(self, lang: str = "en") -> dict[str, Any]:
        """The answer as data."""
        return {
            "verdict": self.truth.name.lower(), "trigger": self.conduct.trigger, "partial": self.partial,
            "links": [{"state": k.state, "kind": k.kind, "basis": k.basis, "entry": k.entry.number} for k in self.links],
            "covered": [[a.isoformat(), b.isoformat()] for a, b in self.covered],
            "gates": [{"provision": "rome:" + g.provision, "cite": cite("rome:" + g.provision, lang, "short"), "says": g.says.of(lang), "truth": g.truth.name.lower(),
                       "entries": [e.number for e in g.entries]} for g in self.gates]}

    def lines(self, lang: str = "en") -> list[str]:
        """The answer as lines for a terminal."""
        signs = {Truth.MET: "✓", Truth.NOT_MET: "✗", Truth.OPEN: "?"}
        out = [f"{signs[g.truth]} {g.says.of(lang)} · {cite('rome:' + g.provision, lang, 'short')}" for g in self.gates]
        out += [f"  {k.state} ({k.kind}, {k.basis})" for k in self.links]
        return out + [f"  {long_date(a, lang)} – {long_date(b, lang)}" for a, b in self.covered]


def jurisdiction_over(register: StatesRegister | None, conduct: Conduct, readings: Mapping[str, str] | Callable[[str], str] = DEFAULT_READINGS) -> JurisdictionAnswer:
    """Whether the Court may exercise jurisdiction over this conduct, with reasons.

    ``readings`` is a mapping, or a function such as ``view.reading``. Shown are the gates of the first part of the conduct that passes
    all of them, or else of its last part.
    """
    read = readings if callable(readings) else lambda name: readings.get(name, DEFAULT_READINGS[name])
    pieces = list(_pieces(register, conduct, read))
    asked = [(piece, tuple(_gates(register, conduct, piece[0], read))) for piece in pieces]
    passing = [(piece, gates) for piece, gates in asked if all(g.truth is Truth.MET for g in gates)]
    shown_piece, gates = (passing or asked[-1:])[0]
    return JurisdictionAnswer(conduct, gates, tuple(_links(register, conduct, shown_piece[0], read)), _joined([piece for piece, _ in passing]))


def _joined(pieces: list[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    out: list[tuple[date, date]] = []
    for first, last in pieces:
        if out and out[-1][1] + timedelta(days=1) == first:
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return tuple(out)


def _pieces(register: StatesRegister | None, conduct: Conduct, read: Callable[[str], str]) -> Iterator[tuple[date, date]]:
    """The conduct cut at every day on which something may change."""
    cuts = sorted({d for d in _changes(register, conduct, read) if conduct.first < d <= conduct.last})
    starts = [conduct.first, *cuts]
    ends = [*(d - timedelta(days=1) for d in cuts), conduct.last]
    yield from zip(starts, ends, strict=True)


def _changes(register: StatesRegister | None, conduct: Conduct, read: Callable[[str], str]) -> Iterator[date]:
    day = timedelta(days=1)
    begin = statute_in_force(register)
    yield from (begin, begin + day, year_after_thirtieth(register, read), activated_from(register))
    if conduct.born:
        yield years_after(conduct.born, MAJORITY)
    if register is None:
        return
    for terms in covering(register, conduct.crime):
        yield from (years_after(f.acceptances[terms.code].done_on, 1) for f in register.states.values() if terms.code in f.acceptances)
    for state in conduct.states:
        file = file_of(register, state)
        for time in memberships(register, state):
            yield from (time.since, time.since + day, years_after(time.since, OPT_OUT_YEARS), *((time.until,) if time.until else ()))
        for d in file.declarations:
            yield from (x for x in (d.since, d.until + day if d.until else None, d.withdrawn.done_on if d.withdrawn else None, d.entry.done_on + day if d.entry else None) if x)


def _truth(value: Any) -> Truth:
    return Truth.OPEN if value is None else (Truth.MET if value else Truth.NOT_MET)


def _relied(value: Any) -> tuple[Entry, ...]:
    return tuple(value.entries) if isinstance(value, No) else (value,) if isinstance(value, Entry) else ()


def _kinds(conduct: Conduct) -> Iterator[tuple[str, str]]:
    if conduct.place:
        yield conduct.place, "registration" if conduct.vessel else "territory"
    for state in conduct.nationalities:
        yield state, "nationality"


def _links(register: StatesRegister | None, conduct: Conduct, day: date | None, read: Callable[[str], str]) -> Iterator[Link]:
    """The link States: those that had accepted on a day, or with ``None`` those that ever became Party or declared."""
    if register is None:
        return
    for state, kind in _kinds(conduct):
        party = party_on(register, state, day) if day else next((m.deposit for m in memberships(register, state)), None)
        if isinstance(party, Entry):
            yield Link(state, kind, "party", party)
        declared = declarations_on(register, state, day, "12(3)") if day else tuple(d for d in file_of(register, state).declarations if d.basis == "12(3)")
        yield from (Link(state, kind, "declaration", d.entry) for d in declared if d.entry and in_scope(d.entry, conduct.crime, read))


def in_scope(declaration: Entry, crime: str, read: Callable[[str], str]) -> bool:
    """Whether a declaration under article 12(3) covers a crime: one that names crimes covers those, or by the other reading every crime of article 5."""
    crimes = declaration.particulars.get("crimes", ())
    return not crimes or read("declared_crimes") != "named" or any(crime_within(crime, c) for c in crimes)


def _gates(register: StatesRegister | None, conduct: Conduct, day: date, read: Callable[[str], str]) -> Iterator[Gate]:
    begin = statute_in_force(register)
    yield Gate("5(1)", T("the crime is one of those of article 5", "le crime relève de l'article 5"), _truth(is_crime(conduct.crime, register)))
    yield Gate("11(1)", T("it was committed after the Statute entered into force", "il a été commis après l'entrée en vigueur du Statut"),
               _truth(day >= begin if read("first_day") == "included" else day > begin))
    yield Gate("13", TRIGGERS.get(conduct.trigger, T("a trigger is on record", "un mode de saisine est établi")), _truth(bool(conduct.trigger)), _relied(conduct.trigger_entry))
    if conduct.born:
        yield Gate("26", T("the person was eighteen", "la personne avait dix-huit ans"), _truth(day >= years_after(conduct.born, MAJORITY)))
    by_council = conduct.trigger == "13(b)"
    if not by_council:
        yield from _consent(register, conduct, day, read)
    if crime_within(conduct.crime, "8bis"):
        yield from (Gate(*g) for g in aggression_gates(register, day, by_council=by_council, nationalities=conduct.nationalities, states=conduct.states, read=read))
    yield _amendment_gate(register, conduct, day, read)


def _consent(register: StatesRegister | None, conduct: Conduct, day: date, read: Callable[[str], str]) -> Iterator[Gate]:
    ever, then = list(_links(register, conduct, None, read)), list(_links(register, conduct, day, read))
    if read("opt_out_124") == "own_link":
        then = [k for k in then if not (crime_within(conduct.crime, "8") and opted_out(register, k.state, day))]
    known = None if register is None else bool(ever)
    yield Gate("12(2)", T("a State of the place or of nationality is Party or accepted jurisdiction", "un État du lieu ou de nationalité est partie ou a accepté la compétence"),
               _truth(known), tuple(k.entry for k in ever))
    began = day >= statute_in_force(register)
    joined = [k.entry for k in ever]
    if read("first_day") == "after":
        then = [k for k in then if k.basis != "party" or all(m.since != day for m in memberships(register, k.state))]
    yield Gate("11(2)", T("it was not committed before that acceptance took effect", "il n'a pas été commis avant la prise d'effet de cette acceptation"),
               _truth(None if register is None else bool(then) or not ever or not began), tuple(k.entry for k in then) or tuple(joined))
    yield from _surviving(register, conduct, then, read)
    if read("opt_out_124") == "blocks" and crime_within(conduct.crime, "8"):
        out = [e for s in conduct.states if isinstance(e := opted_out(register, s, day), Entry)]
        yield Gate("124", T("no declaration under article 124 excludes it", "aucune déclaration au titre de l'article 124 ne l'exclut"),
                   _truth(None if register is None else not out), tuple(out))


def _surviving(register: StatesRegister | None, conduct: Conduct, links: list[Link], read: Callable[[str], str]) -> Iterator[Gate]:
    """After a withdrawal: whether the matter had to be before the Court already."""
    ends = [next((m.until for m in memberships(register, k.state) if m.deposit is k.entry), None) for k in links]
    if not links or not all(ends) or read("after_withdrawal") != "under_consideration":
        return
    last = max(e for e in ends if e)
    yield Gate("127(2)", T("the matter was before the Court before the withdrawal took effect", "la Cour était saisie de la question avant la prise d'effet du retrait"),
               _truth(conduct.considered is not None and conduct.considered < last), tuple(k.entry for k in links))


def _amendment_gate(register: StatesRegister | None, conduct: Conduct, day: date, read: Callable[[str], str]) -> Gate:
    """Article 121(5): no Party of place or nationality that has not accepted, and the amendment in force at all."""
    against: list[Entry] = []
    in_force = True
    says = T("amendments that cover it are in force and accepted by the Parties concerned", "les amendements qui le visent sont en vigueur et acceptés par les Parties concernées")
    if register is None:
        return Gate("121(5)", says, Truth.OPEN)
    for terms in covering(register, conduct.crime):
        in_force = in_force and any(accepted(register, terms.code, s, day) for s in register.states)
        if terms.code == AMENDMENT and conduct.trigger == "13(b)":
            continue  # article 15 ter: no acceptance is asked where the Council refers
        parties = {s: p for s in conduct.states if isinstance(p := party_on(register, s, day), Entry)}
        lacking = [p for s, p in parties.items() if not accepted(register, terms.code, s, day)]
        if terms.code == AMENDMENT and read("aggression_acceptance") == "one" and len(lacking) < len(parties):
            continue  # by this reading article 15 bis(4) stands in place of the second sentence of article 121(5)
        against.extend(lacking)
    return Gate("121(5)", says, _truth(in_force and not against), tuple(against))
