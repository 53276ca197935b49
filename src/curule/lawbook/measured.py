"""The law as its scenarios showed it: rehearsed and measured once in the life of the process, in the background, when a page first needs it.

A rehearsal takes seconds for a long statute, so that no request may repeat it and none waits for long; nor is one slowed by it: it gives way to requests. A
scenario that cannot be run never takes the law pages with it: they then stand without scenarios and marks, and say so.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from threading import Event, Lock, Thread
from typing import Any

from django.conf import settings

from curule.access.under_way import give_way, waiting
from curule.law.coverage import Coverage, Spot, measure
from curule.law.library import Library
from curule.law.provisions import CitationError, Provision
from curule.law.rehearsal import Rehearsal, rehearse
from curule.law.rules import Class
from curule.law.views import ArticlePage, article_pages, head_of
from curule.matters.tribunals import codes, library
from curule.texts import Outline

__all__ = ["Mark", "Measured", "measured", "measured_of", "outline_of"]

log = logging.getLogger(__name__)
_made: dict[str, Measured] = {}
_begun: dict[str, Event] = {}
_guard = Lock()


@dataclass(slots=True)
class Mark:
    """How far an article is carried: provisions by class, rules, leaves covered both ways, mutants killed."""

    classes: Counter[str] = field(default_factory=Counter)
    unclassified: list[str] = field(default_factory=list)
    rules: int = 0
    leaves: int = 0
    covered: int = 0
    mutants: int = 0
    killed: int = 0
    scenarios: int = 0

    @property
    def provisions(self) -> int:
        """How many provisions the article has."""
        return self.classes.total() + len(self.unclassified)

    @property
    def status(self) -> str:
        """``met`` when every provision is classified, every leaf covered both ways and every mutant killed; ``open`` when leaves or
        mutants are left, ``not-met`` when provisions have no class yet."""
        if self.unclassified:
            return "not-met"
        return "met" if self.covered == self.leaves and self.killed == self.mutants else "open"

    def add(self, spot: Spot) -> None:
        """Count one leaf of a rule."""
        self.leaves += 1
        self.covered += spot.covered
        self.mutants += len(spot.leaf.mutant_names())
        self.killed += len(spot.leaf.mutant_names()) - len(spot.survivors)


@dataclass(slots=True)
class Measured:
    """A tribunal's library with its rehearsal, its measure, and the articles with their marks."""

    library: Library
    rehearsal: Rehearsal | None
    coverage: Coverage | None
    pages: dict[str, ArticlePage]
    marks: dict[str, Mark]
    is_pending: bool = False
    """Whether it is being measured still."""
    kept: dict[tuple[str, ...], Any] = field(default_factory=dict)
    """What pages make of it once: charts, decision tables."""

    @property
    def code(self) -> str:
        """The code of the pack."""
        return self.library.pack.code


def outline_of(instrument: str) -> list[str]:
    """Every provision of an instrument, from the table that comes with the texts; empty where there is none."""
    table = Outline.packaged(instrument)
    return table.provisions if table is not None else []


def measured(pack: str, patience: float | None = None) -> Measured:
    """The measured law of a tribunal: begun by the first who asks, in the background, then kept.

    Whoever asks waits so many seconds (``LAW_PATIENCE`` of the settings); after that the law is given as it stands, without scenarios
    and marks, and says that it is being measured.
    """
    found = _made.get(pack)
    if found is not None:
        return found
    with _guard:
        done = _begun.get(pack)
        if done is None:
            done = _begun[pack] = Event()
            Thread(target=_measure_once, args=(pack, done), name=f"measuring {pack}", daemon=True).start()
    with waiting():
        done.wait(settings.LAW_PATIENCE if patience is None else patience)
    return _made.get(pack) or _unmeasured(pack)


def _measure_once(pack: str, done: Event) -> None:
    try:
        _made[pack] = _measure(pack)
    finally:
        with _guard:
            _begun.pop(pack, None)
        done.set()


@cache
def _unmeasured(pack: str) -> Measured:
    law = library(pack)
    pages = article_pages(law, None)
    return Measured(law, None, None, pages, _marks(law, pages, None), is_pending=True)


def measured_of(instrument: str) -> Measured | None:
    """The measured law of the tribunal to which an instrument belongs; ``None`` for an instrument that only has texts."""
    for code in codes():
        if any(i.code == instrument for i in library(code).pack.instruments):
            return measured(code)
    return None


def _measure(pack: str) -> Measured:
    law = library(pack)
    rehearsal: Rehearsal | None = None
    coverage: Coverage | None = None
    try:
        rehearsal = rehearse(law.pack, between=give_way)
        outlines = {i.code: outline for i in law.pack.instruments if (outline := outline_of(i.code))}
        # Measured on the default readings, on which the scenarios ran.
        coverage = measure(Library(law.pack), rehearsal, outlines, between=give_way)
    except Exception:  # a fault in a scenario must not close the law to its readers
        log.exception("%s: the scenarios could not be run or measured", pack)
    pages = article_pages(law, rehearsal)
    return Measured(law, rehearsal, coverage, pages, _marks(law, pages, coverage))


def _marks(law: Library, pages: dict[str, ArticlePage], coverage: Coverage | None) -> dict[str, Mark]:
    marks: dict[str, Mark] = {}
    for key, page in pages.items():
        mark = marks[key] = Mark(rules=len(page.rules), scenarios=len(page.scenarios))
        mark.classes.update(dict.fromkeys(Class.ALL, 0))
        mark.classes.update(clause.cls for clause in page.clauses)
    if coverage is None:
        return marks
    for missing in coverage.unclassified.values():
        for provision in missing:
            marks.setdefault(head_of(provision), Mark()).unclassified.append(provision)
    for spot in coverage.spots.values():
        marks[head_of(law.rules[spot.rule.partition("#")[0]].provision)].add(spot)
    return dict(sorted(marks.items(), key=lambda item: _order(item[0])))


def _order(key: str) -> tuple[object, ...]:
    try:
        return Provision.parse(key).order
    except CitationError:
        return (key,)
