"""The view: everything a condition may look at when it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from curule.law.figures import Figure
    from curule.law.library import Library

__all__ = ["NOTHING_GIVEN", "Actor", "View"]

NOTHING_GIVEN: Mapping[str, Any] = MappingProxyType({})
"""The particulars of a question that looks ahead ("what may happen next?"): none was given yet, so what depends on one is open.

An act that is entered with no optional particular is another question: there, not given means not so.
"""


class Actor:
    """Who acts: an organ (its code, such as ``president``), and the person where it matters (a judge's code)."""

    __slots__ = ("organ", "person")

    def __init__(self, organ: str, person: str = "") -> None:
        self.organ = organ
        self.person = person

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Actor) and (self.organ, self.person) == (other.organ, other.person)

    def __hash__(self) -> int:
        return hash((self.organ, self.person))

    def __str__(self) -> str:
        return f"{self.organ}:{self.person}" if self.person else self.organ

    def __repr__(self) -> str:
        return f"Actor({str(self)!r})"

    @classmethod
    def parse(cls, text: str) -> Actor:
        """``"president"`` or ``"judge:J1"``."""
        organ, _, person = text.partition(":")
        return cls(organ, person)


class View:
    """Posture, day, actor and particulars of one question; ``related`` holds postures of other matters by kind.

    ``on`` is the day for which the question is asked. Time is an argument, never an entry.
    """

    __slots__ = ("posture", "on", "actor", "given", "library", "related", "act")

    def __init__(self, posture: Any, on: date, actor: Actor | None, given: Mapping[str, Any], library: Library,
                 related: Mapping[str, Any] | None = None, act: str = "") -> None:
        self.posture = posture
        self.on = on
        self.actor = actor
        self.given = given
        self.library = library
        self.related = related or {}
        self.act = act

    def reading(self, id: str) -> str:
        """The alternative chosen for a :class:`~curule.law.readings.Reading`."""
        return self.library.reading(id)

    def figure(self, id: str) -> Figure:
        """A figure that the law leaves to other texts; see ``figures.toml`` of the pack."""
        return self.library.figure(id)

    def other(self, kind: str) -> Any:
        """The posture of the related matter of that kind (the judges' roll, say), or ``None``."""
        return self.related.get(kind)
