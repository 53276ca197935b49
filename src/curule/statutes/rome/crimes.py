"""The crimes of articles 6 to 8 bis as a taxonomy from which counts plead: code, short names, what a count must state, since when.

The names are short names of our own, not the definitions. ``states`` names the elements (see ``ELEMENTS`` in ``charge_elements``)
that a count must state; crimes that came by amendment carry its code and count as law from its first entry into force.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from curule.law.words import T, Text
from curule.statutes.rome.amendment_data import amendments, crime_within, file_amendments
from curule.statutes.rome.crime_names import NAMES
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.membership import STATUTE_IN_FORCE, accepted, bound_by_amendment, party_on, years_after

__all__ = ["AGGRESSION", "CRIMES", "FAMILIES", "GENOCIDE", "HUMANITY", "WAR", "Crime", "added_crimes", "crime", "crime_within", "family_of", "is_crime",
           "law_since", "pleadable"]

GENOCIDE, HUMANITY, WAR, AGGRESSION = "genocide", "crimes_against_humanity", "war_crimes", "aggression"


@dataclass(frozen=True, slots=True)
class Crime:
    """One crime. ``conflict``: ``international``, ``internal`` or empty; ``amendment``: by which it came; ``until``: last day, if repealed."""

    code: str
    name: Text
    heading: str
    states: tuple[str, ...]
    conflict: str = ""
    since: date = STATUTE_IN_FORCE
    until: date | None = None
    amendment: str = ""

    @property
    def provision(self) -> str:
        """The provision as it is written in counts: without the instrument."""
        return self.code.removeprefix("rome:")


@dataclass(frozen=True, slots=True)
class Family:
    """The crimes of one provision: heading, character of the conflict, elements that every count of it states."""

    heading: str
    states: tuple[str, ...]
    conflict: str = ""


FAMILIES: Mapping[str, Family] = {
    "6": Family(GENOCIDE, ("intent_to_destroy", "protected_group")),
    "7(1)": Family(HUMANITY, ("widespread_or_systematic", "against_civilians", "knowledge_of_attack", "state_or_organizational_policy")),
    "8(2)(a)": Family(WAR, ("nexus", "international_conflict", "protected_by_conventions"), "international"),
    "8(2)(b)": Family(WAR, ("nexus", "international_conflict"), "international"),
    "8(2)(c)": Family(WAR, ("nexus", "internal_conflict", "not_in_the_fighting", "beyond_disturbances"), "internal"),
    "8(2)(e)": Family(WAR, ("nexus", "internal_conflict", "protracted_with_groups"), "internal"),
    "8bis(2)": Family(AGGRESSION, ("leadership_position", "manifest_violation", "act_by_state")),
}

EXTRA: Mapping[str, tuple[str, ...]] = {
    "7(1)(h)": ("group_ground", "connected_crime"), "7(1)(i)": ("state_involvement",), "7(1)(j)": ("racial_regime",), "7(1)(b)": ("part_of_population",),
    "7(1)(d)": ("lawfully_present",), "7(1)(f)": ("in_custody",), "7(1)(k)": ("great_suffering",),
    "8(2)(b)(iii)": ("civilian_protection",), "8(2)(e)(iii)": ("civilian_protection",), "8(2)(b)(vii)": ("death_or_injury",), "8(2)(b)(x)": ("death_or_danger", "no_medical_reason"),
    "8(2)(e)(xi)": ("death_or_danger", "no_medical_reason"), "8(2)(a)(iv)": ("no_necessity",), "8(2)(b)(xiii)": ("no_necessity",), "8(2)(e)(xii)": ("no_necessity",),
    "8(2)(b)(ii)": ("no_military_objective",), "8(2)(b)(v)": ("no_military_objective",), "8(2)(b)(ix)": ("no_military_objective",),
    "8(2)(e)(iv)": ("no_military_objective",), "8(2)(e)(viii)": ("no_security_reason",), "8(2)(b)(xxvi)": ("under_fifteen",), "8(2)(e)(vii)": ("under_fifteen",), "8(2)(b)(iv)": ("clearly_excessive",),
}
"""What a count of these crimes states beyond what its family asks."""


def family_of(code: str) -> str:
    """The provision of the family to which a crime belongs, or an empty string."""
    provision = code.removeprefix("rome:")
    return next((f for f in FAMILIES if crime_within(provision, f)), "8bis(2)" if provision in ("8bis", "8bis(1)") else "")


def _amendment_of(provision: str) -> str:
    return next((a.code for a in file_amendments().values() if any(crime_within(provision, c) for c in a.crimes)), "")


def _made() -> Iterator[tuple[str, Crime]]:
    for provision, (en, fr) in NAMES.items():
        family, amendment = FAMILIES[family_of(provision)], _amendment_of(provision)
        since = file_amendments()[amendment].adopted if amendment else STATUTE_IN_FORCE
        yield provision, Crime("rome:" + provision, T(en, fr), family.heading, (*family.states, *EXTRA.get(provision, ())), family.conflict, since, None, amendment)


CRIMES: Mapping[str, Crime] = dict(_made())
"""The crimes of the text that the pack was written from; amendments add others, see :func:`added_crimes`."""


def added_crimes(register: StatesRegister | None = None) -> dict[str, Crime]:
    """Crimes that amendments of the data file, or those on the register, add to the families of the Statute."""
    found = {}
    for terms in amendments(register).values():
        for provision in (c.removeprefix("rome:") for c in terms.crimes if terms.regime == "121(5)"):
            family = family_of(provision)
            if provision not in CRIMES and provision != family and family and provision not in ("8bis", "8bis(1)"):
                asked = FAMILIES[family]
                found[provision] = Crime("rome:" + provision, terms.names.get(provision, terms.title), asked.heading, asked.states, asked.conflict, terms.adopted, None, terms.code)
    return found


@cache
def _plain(code: str) -> str:
    provision = code.removeprefix("rome:").replace(" ", "").partition(":")[0]
    return {"8bis": "8bis(1)"}.get(provision, provision)


def crime(code: str, register: StatesRegister | None = None) -> Crime | None:
    """The crime of that code, written with or without ``rome:`` and spaces; ``None`` where there is none (``8bis`` alone is 8 bis, paragraph 1)."""
    provision = _plain(code)
    return CRIMES.get(provision) or added_crimes(register).get(provision)


def is_crime(code: str, register: StatesRegister | None = None) -> bool:
    """Whether a code is a crime of article 5, or a provision under which there are such crimes (``7``, ``8(2)(a)``)."""
    return crime(code, register) is not None or any(crime_within(c, code) for c in CRIMES) or any(
        crime_within(code, c) for terms in amendments(register).values() if terms.regime == "121(5)" for c in terms.crimes if not family_of(c))


def law_since(found: Crime, register: StatesRegister | None) -> date | None:
    """The first day on which the crime was law: of the Statute, or of the first acceptance of its amendment in force.

    Without a register, or while no acceptance is on it, the day of adoption stands in for an amendment's first day.
    """
    if not found.amendment:
        return found.since
    days = [years_after(f.acceptances[found.amendment].done_on, 1) for f in (register.states.values() if register else ()) if found.amendment in f.acceptances]
    return min(days) if days else None if register is not None else found.since


def pleadable(code: str, day: date, register: StatesRegister | None = None, state: str | None = None) -> bool | None:
    """Whether a count may plead the crime for conduct of a day; with a State, whether the law binds that State as Party.

    ``None`` while an amendment's crime is asked about without a register. A State that is not a Party does not stand in the way.
    """
    found = crime(code, register)
    if found is None or (found.until is not None and day > found.until):
        return False
    if found.amendment and register is None:
        return False if day < found.since else None
    since = law_since(found, register)
    if since is None or day < since:
        return False
    if found.amendment and state is not None and party_on(register, state, day):
        return bool(bound_by_amendment(register, found.amendment, state, day) or accepted(register, found.amendment, state, day))
    return True
