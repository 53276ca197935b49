"""A pack: one tribunal as data - instruments, organs, kinds of matter, chapters, figures, calendar, scenarios."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from curule.law.chairs import Chair
from curule.law.chapter import Chapter
from curule.law.instruments import Instrument
from curule.law.rules import MatterKind, Organ
from curule.law.words import Text

__all__ = ["Pack", "PackError"]


class PackError(ValueError):
    """A pack that contradicts itself: says which declaration, in which chapter, and what to change."""


class Pack:
    """One tribunal. ``package`` is where its data files live: ``figures.toml``, ``duty_stations.toml``, ``scenarios/*.scenarios``.

    ``topics`` name the acts behind a question that people ask by name ("referral"), for ``explain``. ``chairs`` are the offices that persons
    hold, in the order of the tribunal's chart. ``audiences`` says whom each audience word of an act means: ``organ:PART``, ``office:CHAIR``,
    ``matter:CHAIR`` (that chair in the same matter) or
    ``state:CHAIR`` (of these, the authorities of the States that the entry names). ``court`` describes its court record, where it keeps one
    (:class:`curule.statutes.court_record.Court`).
    """

    def __init__(self, code: str, name: Text, *, package: str, instruments: Sequence[Instrument], organs: Sequence[Organ],
                 kinds: Sequence[MatterKind], chapters: Sequence[Chapter], topics: Mapping[str, Sequence[str]] | None = None,
                 chairs: Sequence[Chair] = (), audiences: Mapping[str, Sequence[str]] | None = None, short: Text | None = None,
                 court: Any = None) -> None:
        self.code = code
        self.name = name
        self.short = short or name
        self.package = package
        self.court = court
        self.instruments = tuple(instruments)
        self.organs = {o.code: o for o in organs}
        self.kinds = {k.code: k for k in kinds}
        self.chapters = tuple(chapters)
        self.chairs = {c.code: c for c in chairs}
        self.audiences = {word: tuple(meant) for word, meant in (audiences or {}).items()}
        self.topics = {name: tuple(acts) for name, acts in (topics or {}).items()}

    def data(self, name: str) -> Path:
        """Where a data file of the pack is, whether or not it exists."""
        return Path(str(sys.modules[self.package].__file__)).parent / name

    def scenario_files(self) -> list[Path]:
        """The scenario files of the pack, by name."""
        folder = self.data("scenarios")
        return sorted(folder.glob("*.scenarios"))
