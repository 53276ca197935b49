"""Adopted amendments as data: what each changes and under which regime it enters into force.

They stand in ``amendments.toml`` of the pack; one that is entered on the register of States counts in the same way.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from curule.law.words import T, Text
from curule.statutes.rome.matters.state_files import StatesRegister

__all__ = ["AmendmentTerms", "amendments", "crime_within", "covering", "file_amendments"]


@dataclass(frozen=True, slots=True)
class AmendmentTerms:
    """One adopted amendment. ``regime``: ``121(4)``, ``121(5)`` or ``122``; ``crimes``: the ids (without ``rome:``) of the crimes it covers.

    ``names``: short names of crimes that it adds, by id; one that is not named goes by the title of the amendment.
    """

    code: str
    title: Text
    adopted: date
    regime: str
    provisions: tuple[str, ...]
    crimes: tuple[str, ...]
    names: Mapping[str, Text] = field(default_factory=dict)


@cache
def file_amendments() -> Mapping[str, AmendmentTerms]:
    """The amendments of the data file of the pack."""
    data = tomllib.loads((Path(__file__).parent / "amendments.toml").read_text(encoding="utf-8"))
    return {code: AmendmentTerms(code, T(row["title"]["en"], row["title"]["fr"]), row["adopted"], row["regime"], tuple(row["provisions"]), tuple(row["crimes"]),
                                 {crime: T(name["en"], name["fr"]) for crime, name in row.get("names", {}).items()})
            for code, row in data.items()}


def amendments(register: StatesRegister | None) -> Mapping[str, AmendmentTerms]:
    """Every adopted amendment: those of the data file and those entered on the register."""
    found = dict(file_amendments())
    for code, entry in (register.amendments if register is not None else {}).items():
        given = entry.particulars
        title = given.get("title", code)
        found[code] = AmendmentTerms(code, T(title, title), entry.done_on, given["regime"], tuple(given.get("provisions", ())), tuple(given.get("crimes", ())))
    return found


def crime_within(crime: str, wider: str) -> bool:
    """Whether a crime is the wider one or part of it: ``8(2)(a)`` is within ``8``, ``8bis`` is not."""
    crime, wider = crime.removeprefix("rome:"), wider.removeprefix("rome:")
    return crime == wider or crime.startswith(wider + "(")


def covering(register: StatesRegister | None, crime: str) -> tuple[AmendmentTerms, ...]:
    """The amendments of the crimes regime (article 121(5)) that cover a crime."""
    return tuple(a for a in amendments(register).values() if a.regime == "121(5)" and any(crime_within(crime, c) for c in a.crimes))
