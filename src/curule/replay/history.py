"""A history as it was read from a file: what a case file tells, in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

__all__ = ["Chamber", "Computed", "Deed", "Event", "History", "MatterName", "Person"]

YES, PARTLY, NO = "yes", "partly", "no"


@dataclass(frozen=True, slots=True)
class Deed:
    """An event told precisely: the act's code, the organ (with the person acting), and the particulars."""

    act: str
    by: str
    person: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event. ``exact`` is false for a date given as a month or a year; ``verified``: yes, partly or no, as the file says."""

    number: int
    on: date
    act: str
    actor: str = ""
    provision: str = ""
    outcome: str = ""
    sources: tuple[str, ...] = ()
    verified: str = YES
    exact: bool = True
    deed: Deed | None = None
    matter: str = ""

    @property
    def words(self) -> str:
        """Everything that the event says about what was done."""
        return f"{self.act} {self.outcome}".strip()


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the case."""

    name: str
    nationality: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Chamber:
    """A bench that the file names."""

    name: str
    phase: str = ""
    judges: tuple[str, ...] = ()
    presiding: str = ""
    verified: str = YES


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure or date that the file expects the law to give. ``expected`` holds every key that begins with ``expected``."""

    id: str
    rule: str
    inputs: Mapping[str, Any]
    expected: Mapping[str, str]
    verified: str = YES


@dataclass(frozen=True, slots=True)
class MatterName:
    """A matter of a history in the precise form: its kind, and the matters that its law looks at, by kind."""

    kind: str
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class History:
    """One history. ``court`` is the court as the file names it; ``matters`` is empty unless the file names its matters;
    ``head`` holds what the file says of custody, sentence and enforcement, as it stands there."""

    file: str
    court: str
    number: str
    events: tuple[Event, ...]
    former: str = ""
    situation: str = ""
    title: str = ""
    persons: tuple[Person, ...] = ()
    charges: Mapping[str, Any] = field(default_factory=dict)
    chambers: tuple[Chamber, ...] = ()
    computed: tuple[Computed, ...] = ()
    traps: tuple[str, ...] = ()
    matters: Mapping[str, MatterName] = field(default_factory=dict)
    head: Mapping[str, Any] = field(default_factory=dict)
