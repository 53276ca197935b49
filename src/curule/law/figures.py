"""Figures: numbers that a statute leaves to other texts, as editable data with source and mark.

A figure is not law until somebody has compared it with its source: `verified` says whether anybody did, and
every screen that uses the figure shows the mark. Files are TOML, one table per figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curule.law.data_files import DataFile
from curule.law.lengths import CalendarError, Length, Unit
from curule.law.words import StatedError, T, Text, worded

_TIME_UNITS = frozenset(Unit)
UNITS = _TIME_UNITS | {"count", "percent", "fraction", "date", "age"}
"""What a figure may be counted in: units of time, a number of things, a share, a day, an age in years."""
_KEYS = ("value", "unit", "source", "verified", "note")
_UNVERIFIED = T("unverified", "non vérifié")
_VERIFIED = T("verified", "vérifié")


class FigureError(StatedError):
    """A figure, or a file of figures, that cannot be used."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its origin.

    value: a whole number for lengths, counts and ages; a number for percent; "2/3" for a fraction; a date for
    a date. unit: one of `UNITS`. source: the text that gives it. verified: whether somebody compared it with
    that text.
    """

    id: str
    value: int | float | str | date
    unit: str
    source: Text
    verified: bool = False
    note: Text | None = None

    @property
    def length(self) -> Length:
        """The figure as a length of time; `FigureError` when its unit is none of time."""
        if self.unit not in _TIME_UNITS or not isinstance(self.value, int):
            raise FigureError(
                T(
                    f"The figure {self.id!r} is counted in {self.unit}, not in time: give it a unit of time, such as 'days'.",
                    f"Le chiffre {self.id!r} est compté en {self.unit}, non en temps : lui donner une unité de temps, p. ex. 'days'.",
                )
            )
        return Length(self.value, Unit(self.unit))

    @property
    def ratio(self) -> tuple[int, int]:
        """A fraction or percentage as numerator and denominator; `FigureError` for any other unit."""
        if self.unit == "fraction" and isinstance(self.value, str):
            above, _, below = self.value.partition("/")
            return int(above), int(below)
        if self.unit == "percent" and isinstance(self.value, int | float):
            return self.value.as_integer_ratio()[0], 100 * self.value.as_integer_ratio()[1]
        raise FigureError(
            T(
                f"The figure {self.id!r} is counted in {self.unit}: it is no share of anything.",
                f"Le chiffre {self.id!r} est compté en {self.unit} : ce n'est pas une proportion.",
            )
        )

    @property
    def mark(self) -> Text:
        """The word "verified" or "unverified"."""
        return _VERIFIED if self.verified else _UNVERIFIED

    @property
    def words(self) -> Text:
        """The value in prose: "30 days", "2/3", "45 %"."""
        if self.unit in _TIME_UNITS:
            return self.length.words
        if self.unit == "age":
            return Length(int(str(self.value)), Unit.YEARS).words
        tail = " %" if self.unit == "percent" else ""
        return Text(worded(self.value, "en") + tail.strip(), worded(self.value, "fr") + tail)


def load_figures(path: str | Path, units: Mapping[str, str] | None = None) -> dict[str, Figure]:
    """Read the figures of a TOML file, by id.

    units: the figures that the caller relies on, each with the unit that it must have. Raises `FigureError`
    naming file, key and remedy for an unknown key, a missing source, a value that does not fit its unit, a
    wrong unit, or a figure relied upon that is not there.
    """
    file = DataFile(path, FigureError)
    figures = {id: _figure(file, id, table) for id, table in file.tables().items()}
    for id, unit in (units or {}).items():
        found = figures.get(id)
        if found is None:
            raise file.fault(
                id,
                T("this figure is missing", "ce chiffre manque"),
                T(f'Add a table ["{id}"] in {unit}.', f'Ajouter une table ["{id}"] en {unit}.'),
            )
        if found.unit != unit:
            wrong = T(f"{found.unit!r} is the wrong unit", f"{found.unit!r} n'est pas la bonne unité")
            raise file.fault(f"{id}.unit", wrong, T(f"Give it in {unit}.", f"Le donner en {unit}."))
    return figures


def _figure(file: DataFile, id: str, table: Mapping[str, object]) -> Figure:
    file.refuse_unknown(id, table, _KEYS)
    unit = file.string(f"{id}.unit", table.get("unit"))
    if unit not in UNITS:
        units = ", ".join(sorted(UNITS))
        raise file.fault(
            f"{id}.unit",
            T(f"{unit!r} is no unit", f"{unit!r} n'est pas une unité"),
            T(f"Use one of: {units}.", f"Employer l'une de : {units}."),
        )
    if not table.get("source"):
        raise file.fault(
            f"{id}.source",
            T("the source is missing", "la source manque"),
            T(
                "Name the text and the place from which the figure comes.",
                "Nommer le texte et l'endroit dont vient le chiffre.",
            ),
        )
    verified = table.get("verified", False)
    if not isinstance(verified, bool):
        wrong = T(f"{verified!r} is neither true nor false", f"{verified!r} n'est ni true ni false")
        raise file.fault(
            f"{id}.verified",
            wrong,
            T(
                "Write true once somebody has compared the figure with its source, else false.",
                "Écrire true une fois le chiffre comparé à sa source, sinon false.",
            ),
        )
    note = file.text(f"{id}.note", table["note"]) if "note" in table else None
    value = _value(file, id, table.get("value"), unit)
    return Figure(id, value, unit, file.text(f"{id}.source", table["source"]), verified, note)


def _value(file: DataFile, id: str, value: object, unit: str) -> int | float | str | date:
    """The value when it fits its unit."""
    if unit == "date" and type(value) is date:
        return value
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if unit == "percent" and number and isinstance(value, int | float) and 0 <= value <= 100:
        return value
    if unit == "fraction" and isinstance(value, str):
        above, _, below = value.partition("/")
        if above.isdecimal() and below.isdecimal() and 0 <= int(above) <= int(below) and int(below) > 0:
            return value
    if number and isinstance(value, int) and unit not in ("date", "percent", "fraction"):
        if unit not in _TIME_UNITS and value >= 0:
            return value
        try:
            return Length(value, Unit.DAYS).n
        except CalendarError as problem:
            raise file.fault(f"{id}.value", T("out of range", "hors limites"), problem.text) from problem
    wanted = {"date": "2026-12-25", "percent": "45", "fraction": '"2/3"'}.get(unit, "30")
    wrong = T(f"{value!r} does not fit the unit {unit!r}", f"{value!r} ne convient pas à l'unité {unit!r}")
    raise file.fault(f"{id}.value", wrong, T(f"Write it as value = {wanted}.", f"L'écrire value = {wanted}."))
