"""What a pack declares for replay, as types: how free words are mapped to its acts, and what the head of a file supplies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from curule.law.words import Text

__all__ = ["Allocation", "Bench", "Body", "Check", "Classification", "Default", "Organ", "Phrase", "Phrasebook", "Practice", "President", "Supply", "Where"]

Pattern = re.Pattern[str]
NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Body:
    """A court or State that acts: by which words it is known, what its acts mean here (``note``), and under which provision."""

    code: str
    words: Pattern
    name: Text
    note: Text
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Organ:
    """Words by which histories name an organ.

    ``like``: organs that may be meant when the words do not decide between them ("the Chamber"); ``conduit``: it tells what others do (a
    registry, a State); ``side``: a party to the case, whose own appeals are meant when it acts; ``foreign``: a State or one of its courts.
    """

    words: Pattern
    code: str
    like: tuple[str, ...] = ()
    conduit: bool = False
    side: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way in which histories tell an act.

    ``set``: particulars that the words themselves give; ``take``: particulars taken from the words; ``assume``: particulars that are
    taken for granted so that the record can go on, and told as such. ``more`` lets later phrases match as well; ``last``: only the last
    such event of another body counts; ``each_party``: an event of both sides is an act of each; ``clauses``: each clause of the
    words is an act of its own; ``later``: only where some later event has these words, ``unless_later``: only where none has.
    ``whole``: the words are looked for in act and outcome, not in the act alone; ``own_day``: taken over on its own day;
    ``only``: of what is pending, that against what the pattern names. ``status``: of several persons none of
    whom is named, those whose status in the head of the file has these words; ``anyone``: whoever is named, it is an act of ``by``.
    ``has`` and ``lacks`` with ``{person}`` look at each person.
    """

    act: str
    words: Pattern
    unless: Pattern | None = None
    actor: Pattern | None = None
    provision: Pattern | None = None
    body: str = ""
    by: str = ""
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    set: Mapping[str, Any] = field(default_factory=dict)
    take: Mapping[str, Any] = field(default_factory=dict)
    assume: Mapping[str, Any] = field(default_factory=dict)
    more: bool = False
    last: bool = False
    each_party: bool = False
    clauses: bool = False
    whole: bool = False
    own_day: bool = False
    only: Pattern | None = None
    status: Pattern | None = None
    anyone: bool = False
    later: Pattern | None = None
    unless_later: Pattern | None = None
    outside: Text | None = None
    source: Text | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """For which files something is declared: by the case's origin, its class, whether it had a number before, what other bodies did."""

    origin: Pattern | None = None
    group: Pattern | None = None
    former: bool | None = None
    unless_told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Supply:
    """An act that the head of a file supplies.

    ``at``: ``begin`` (before the first event), ``open`` (when a matter of its kind is first needed), ``before`` (before the acts named).
    ``each``: once for each ``person``, ``first person``, ``other persons``, ``president`` or ``earlier chamber``. ``given`` and ``assume`` are
    particulars as in phrases. ``has`` and ``lacks`` look at the matter it is entered in; ``then``: for each, right after the one before;
    ``untold``: presupposed by an event, and told as missing in the history.
    """

    at: str
    kind: str
    act: str
    by: str
    each: str = ""
    before: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    assume: Mapping[str, Any] = field(default_factory=dict)
    where: Where = field(default_factory=Where)
    then: bool = False
    untold: bool = False
    why: Text | None = None
    body: Text | None = None
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Default:
    """A particular that a file's head gives to any act that opens a matter; of several with one name the first that holds counts."""

    name: str
    value: Any
    kind: str = ""
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    equals: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Classification:
    """The class of a case by the words of its file (the Mechanism: the paragraph of article 1); the first that holds counts."""

    code: str
    words: Pattern
    former: bool | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """A task of a bench: how the file's ``chambers`` name it, by which act and organ it is composed, which acts need it.

    ``numbered``: the particular that says which appeal or application it is for; ``on``: where the posture keeps the bench.
    """

    task: str
    phase: Pattern
    unless: Pattern | None
    act: str
    single: str
    by: str
    before: tuple[str, ...]
    has: tuple[str, ...]
    given: Mapping[str, Any]
    numbered: str = ""


@dataclass(frozen=True, slots=True)
class Allocation:
    """Which body is competent: after which act it is asked, with which trigger, and by which act the trigger is recorded."""

    after: str
    subject: str
    trigger: str
    asks: str
    records: str
    by: str


@dataclass(frozen=True, slots=True)
class Practice:
    """What practice or the Rules say where the statute's own condition is not met; by leaf."""

    leaf: str
    says: Text
    source: Text
    category: str = "practice"


@dataclass(frozen=True, slots=True)
class President:
    """A president in office: a fact from outside the file, with its source."""

    name: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Check:
    """How a figure that a file expects is recognised and which reckoning of ours answers it."""

    how: str
    rule: Pattern
    inputs: tuple[str, ...]
    given: Mapping[str, Any]
    source: Text | None = None


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All that a pack declares for replay.

    ``case``: the kind of matter that a file is about; ``per_file``: kinds of which a file has one matter, not one for each person;
    ``numbered``: particulars that name something pending, and where the posture keeps it; ``counts`` and ``benches_at``: where it keeps the counts and benches;
    ``partial``: kinds of which a file never tells the whole, so that what other matters ask of them stays open;
    ``tables``: values by origin or branch; ``recording``: acts that record what others did.
    """

    courts: tuple[str, ...]
    own_names: tuple[str, ...]
    case: str
    per_file: tuple[str, ...]
    state_organ: str
    numbered: Mapping[str, str]
    counts: str
    benches_at: str
    partial: tuple[str, ...]
    tables: Mapping[str, Mapping[str, str]]
    recording: Pattern | None
    branches: Mapping[str, date]
    commencement_provision: str
    origins: Sequence[tuple[Pattern, Mapping[str, str]]]
    classes: Sequence[Classification]
    bodies: Sequence[Body]
    organs: Sequence[Organ]
    phrases: Sequence[Phrase]
    supplies: Sequence[Supply]
    defaults: Sequence[Default]
    benches: Sequence[Bench]
    allocations: Sequence[Allocation]
    practices: Mapping[str, Practice]
    presidents: Sequence[President]
    checks: Sequence[Check]
    states: Mapping[str, str]

    def like(self, organ: str) -> tuple[str, ...]:
        """The organs that may be meant by the same words, that one among them."""
        return next((o.like for o in self.organs if organ in o.like), (organ,))

    def meant(self, actor: str, organ: str) -> tuple[str, ...]:
        """The organs that the words of an actor may mean, once they name that one."""
        return next((o.like for o in self.organs if o.like and o.words.search(actor) and organ == o.code), self.like(organ))

    def named(self, actor: str) -> str:
        """The organ that words name; nothing where they name none."""
        return next((o.code for o in self.organs if o.words.search(actor)), "")

    def all(self, trait: str) -> frozenset[str]:
        """The organs that have a trait: ``conduit``, ``side`` or ``foreign``."""
        return frozenset(o.code for o in self.organs if getattr(o, trait))
