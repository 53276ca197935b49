"""Conditions: typed trees that can be asked, explained, negated and drawn.

A condition has three values: *met*, *not met*, *open*. Open means that an organ has still to make the
finding, or that a particular has not been given yet. Combination follows Kleene: ``all_of`` is the
minimum, ``any_of`` the maximum, negation the mirror.

The leaves of these trees stand in :mod:`curule.law.leaves`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from curule.law.words import Text

if TYPE_CHECKING:
    from curule.law.leaves import Leaf
    from curule.law.record import Entry
    from curule.law.view import View

__all__ = ["Truth", "Kind", "No", "Reason", "Condition", "AllOf", "Unless", "AnyOf", "NoneOf", "AtLeast", "all_of", "any_of", "none_of",
           "at_least", "no"]


class Truth(IntEnum):
    """The three values of a condition, ordered so that ``min`` is *and* and ``max`` is *or*."""

    NOT_MET = 0
    OPEN = 1
    MET = 2

    @property
    def negated(self) -> Truth:
        """Met becomes not met and the reverse; open stays open."""
        return _TRUTHS[2 - self]


_TRUTHS = (Truth.NOT_MET, Truth.OPEN, Truth.MET)


class Kind(IntEnum):
    """What kind of refusal a leaf gives when it alone is not met, in order of precedence."""

    NO_SUCH_POWER = 0
    NOT_IN_FORCE = 1
    NOT_COMPETENT = 2
    PROHIBITED = 3
    NOT_AT_THIS_STAGE = 4
    OUT_OF_TIME = 5
    CONDITION_NOT_MET = 6


class No:
    """A leaf's "no" that relies on an entry: ``no(posture.trial.opened)`` says which entry stands in the way."""

    __slots__ = ("entries",)

    def __init__(self, *entries: Entry) -> None:
        self.entries = entries

    def __bool__(self) -> bool:
        return False


def no(*entries: Entry | None) -> No | None:
    """``no(entry)``: not met because of that entry; see :class:`No`. ``None`` entries are left out."""
    return No(*(e for e in entries if e is not None))


class Reason:
    """One node of an answer: the condition, its value here, the entries relied on, and the nodes below."""

    __slots__ = ("condition", "truth", "children", "entries", "_detail")

    def __init__(self, condition: Condition, truth: Truth, children: tuple[Reason, ...] = (),
                 entries: tuple[Entry, ...] = (), detail: Callable[[], Text] | None = None) -> None:
        self.condition = condition
        self.truth = truth
        self.children = children
        self.entries = entries
        self._detail = detail

    @property
    def detail(self) -> Text | None:
        """What was compared, in words, where the leaf compared something; worded when asked for."""
        return self._detail() if self._detail is not None else None

    def leaves(self) -> Iterator[Reason]:
        """The leaves of this tree from left to right."""
        if self.condition.is_leaf:
            yield self
        for child in self.children:
            yield from child.leaves()

    def with_leaf(self, leaf: Reason, truth: Truth) -> Truth:
        """The value this tree would have if ``leaf`` (one of its own leaf nodes) had the value ``truth``."""
        if self is leaf:
            return truth
        if not self.children:
            return self.truth
        return self.condition.combine([child.with_leaf(leaf, truth) for child in self.children])

    def __repr__(self) -> str:
        return f"<Reason {self.truth.name} {self.condition!r}>"


class Condition:
    """Base of all conditions. Immutable by convention; compared by identity, so that occurrences can be told apart."""

    __slots__ = ("provision",)
    provision: str
    is_leaf = False

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions below this one."""
        return ()

    def truth(self, v: View) -> Truth:
        """The value here, as fast as possible (stops at the first part that decides)."""
        raise NotImplementedError

    def reason(self, v: View) -> Reason:
        """The value here with every part evaluated, so that all failures show at once."""
        children = tuple(part.reason(v) for part in self.parts)
        return Reason(self, self.combine([c.truth for c in children]), children)

    def combine(self, values: Sequence[Truth]) -> Truth:
        """The value that follows from the values of the parts."""
        raise NotImplementedError

    def leaves(self) -> Iterator[Leaf]:
        """Every leaf occurrence below, left to right."""
        for part in self.parts:
            yield from part.leaves()

    def unless(self, defeater: Condition) -> Condition:
        """This condition, defeated where ``defeater`` is met: ``a.unless(b)`` is a and not b."""
        return Unless(self, defeater)

    def __invert__(self) -> Condition:
        return NoneOf((self,))

    def __and__(self, other: Condition) -> Condition:
        return AllOf((self, other))

    def __or__(self, other: Condition) -> Condition:
        return AnyOf((self, other))


class _Joined(Condition):
    __slots__ = ("_parts", "says")

    def __init__(self, parts: Sequence[Condition], says: Text | None = None, provision: str = "") -> None:
        for part in parts:
            if not isinstance(part, Condition):
                raise TypeError(f"{type(self).__name__} takes conditions, not {part!r}: declare it with @fact or Finding")
        self._parts = tuple(parts)
        self.says = says
        self.provision = provision

    @property
    def parts(self) -> tuple[Condition, ...]:
        return self._parts

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self._parts))})"


class AllOf(_Joined):
    """Met when every part is met."""

    __slots__ = ()

    def truth(self, v: View) -> Truth:
        lowest = Truth.MET
        for part in self._parts:
            value = part.truth(v)
            if value is Truth.NOT_MET:
                return value
            if value < lowest:
                lowest = value
        return lowest

    def combine(self, values: Sequence[Truth]) -> Truth:
        return min(values, default=Truth.MET)


class Unless(AllOf):
    """Met when the first part is met and the defeater is not."""

    __slots__ = ("base", "defeater")

    def __init__(self, base: Condition, defeater: Condition) -> None:
        super().__init__((base, NoneOf((defeater,))))
        self.base = base
        self.defeater = defeater


class AnyOf(_Joined):
    """Met when at least one part is met."""

    __slots__ = ()

    def truth(self, v: View) -> Truth:
        highest = Truth.NOT_MET
        for part in self._parts:
            value = part.truth(v)
            if value is Truth.MET:
                return value
            if value > highest:
                highest = value
        return highest

    def combine(self, values: Sequence[Truth]) -> Truth:
        return max(values, default=Truth.NOT_MET)


class NoneOf(_Joined):
    """Met when no part is met."""

    __slots__ = ()

    def truth(self, v: View) -> Truth:
        highest = Truth.NOT_MET
        for part in self._parts:
            value = part.truth(v)
            if value is Truth.MET:
                return Truth.NOT_MET
            if value > highest:
                highest = value
        return _TRUTHS[2 - highest]

    def combine(self, values: Sequence[Truth]) -> Truth:
        return max(values, default=Truth.NOT_MET).negated


class AtLeast(_Joined):
    """Met when at least ``n`` of the parts are met; open while enough of them may still be."""

    __slots__ = ("n",)

    def __init__(self, n: int, parts: Sequence[Condition], says: Text | None = None, provision: str = "") -> None:
        super().__init__(parts, says, provision)
        if not 1 <= n <= len(self._parts):
            raise ValueError(f"at_least({n}) of {len(self._parts)} conditions can never be told apart; give 1 to that many")
        self.n = n

    def truth(self, v: View) -> Truth:
        return self.combine([part.truth(v) for part in self._parts])

    def combine(self, values: Sequence[Truth]) -> Truth:
        met = sum(1 for value in values if value is Truth.MET)
        if met >= self.n:
            return Truth.MET
        still = sum(1 for value in values if value is Truth.OPEN)
        return Truth.OPEN if met + still >= self.n else Truth.NOT_MET


def all_of(*parts: Condition, says: Text | None = None, provision: str = "") -> Condition:
    """Every part."""
    return AllOf(parts, says, provision)


def any_of(*parts: Condition, says: Text | None = None, provision: str = "") -> Condition:
    """At least one part."""
    return AnyOf(parts, says, provision)


def none_of(*parts: Condition, says: Text | None = None, provision: str = "") -> Condition:
    """No part."""
    return NoneOf(parts, says, provision)


def at_least(n: int, *parts: Condition, says: Text | None = None, provision: str = "") -> Condition:
    """At least ``n`` parts."""
    return AtLeast(n, parts, says, provision)
