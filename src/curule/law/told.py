"""What a pack tells the pages of a matter: lines at its head, sheets behind its tabs, the judges of its roll. Words are those of one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from curule.law.record import Entry
from curule.law.words import T

__all__ = ["JudgeTold", "Line", "Names", "Row", "Sheet", "Term", "days_of", "words"]

Names = Mapping[str, str]
"""Names of judges and States by their codes; a code without a name stands for itself."""


class Line(NamedTuple):
    """One concern: its name, where it stands, the provision (an id, or empty) and the entry that made it so."""

    label: str
    value: str
    provision: str
    entry: Entry | None


class Row(NamedTuple):
    """One row: its cells, and the entry that is its source."""

    cells: tuple[str, ...]
    entry: Entry | None


class Sheet(NamedTuple):
    """One table of a tab."""

    title: str
    columns: tuple[str, ...]
    rows: list[Row]


class Term(NamedTuple):
    """One term of a judge, both days included: how it came about, and its entry."""

    since: date
    until: date
    how: str
    entry: Entry | None


class JudgeTold(NamedTuple):
    """One judge of a roll on a day; ``leading``: comes first (the President)."""

    code: str
    name: str
    nationality: str
    terms: list[Term]
    in_office: bool
    until: date | None
    marks: list[str]
    leading: bool


def words(lang: str, *pairs: tuple[str, str]) -> tuple[str, ...]:
    """Words in one language, each given in English and French."""
    return tuple(T(*pair).of(lang) for pair in pairs)


def days_of(number: int, lang: str) -> str:
    """A number of days in words: "1 day", « 3 jours »."""
    one = number == 1 or (lang == "fr" and number == 0)
    return f"{number} " + {"en": "day" if one else "days", "fr": "jour" if one else "jours"}[lang]
