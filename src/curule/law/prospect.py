"""Conditions as they stand before any particular is given: what "what may happen next?" asks of every act.

A leaf that needs a particular is open until it is given, whatever the record says. Folding that into the tree leaves only the parts that
can still decide: a prohibition that hangs on particulars cannot refuse yet, a power that hangs on them is open at best. The value is that of
the whole tree for every record; only the work is less.
"""

from __future__ import annotations

from collections.abc import Iterable

from curule.law.conditions import AllOf, AnyOf, Condition, NoneOf, Truth
from curule.law.leaves import Fact, Finding, Leaf, Measure
from curule.law.view import View

__all__ = ["before_particulars"]

Values = frozenset[Truth]
"""The values that a condition can have before any particular is given."""

ANY: Values = frozenset(Truth)


class _Fixed(Condition):
    """A condition whose value does not depend on the record."""

    __slots__ = ("value",)

    def __init__(self, value: Truth) -> None:
        self.value = value

    def truth(self, v: View) -> Truth:
        return self.value


_FIXED = {value: (_Fixed(value), frozenset((value,))) for value in Truth}


def before_particulars(condition: Condition) -> Condition:
    """A smaller condition with the same value as this one wherever no particular is given (see ``NOTHING_GIVEN``)."""
    return _reduced(condition)[0]


def _reduced(condition: Condition) -> tuple[Condition, Values]:
    if isinstance(condition, Leaf):
        waits = (isinstance(condition, (Fact, Measure)) and bool(condition.needs)) or (isinstance(condition, Finding) and not condition.lasting)
        return _FIXED[Truth.OPEN] if waits else (condition, ANY)
    if isinstance(condition, NoneOf):
        return _negated(*_joined(AnyOf, condition.parts))
    if isinstance(condition, AllOf):
        return _joined(AllOf, condition.parts)
    if isinstance(condition, AnyOf):
        return _joined(AnyOf, condition.parts)
    return condition, ANY


def _negated(condition: Condition, values: Values) -> tuple[Condition, Values]:
    if isinstance(condition, _Fixed):
        return _FIXED[condition.value.negated]
    inner = condition.parts[0] if isinstance(condition, NoneOf) else NoneOf((condition,))
    return inner, frozenset(value.negated for value in values)


def _joined(kind: type[AllOf] | type[AnyOf], parts: Iterable[Condition]) -> tuple[Condition, Values]:
    """All or any of these parts: fixed ones folded in, those that cannot decide left out."""
    decides = Truth.NOT_MET if kind is AllOf else Truth.MET
    kept: list[tuple[Condition, Values]] = []
    waits = False
    for node, values in map(_reduced, parts):
        if isinstance(node, _Fixed):
            if node.value is decides:
                return _FIXED[decides]
            waits = waits or node.value is Truth.OPEN
        else:
            kept.append((node, values))
    if waits:  # the value is open unless some part decides
        kept = [(node, values) for node, values in kept if decides in values]
        if not kept:
            return _FIXED[Truth.OPEN]
        return kind((*_flat(kind, kept), _FIXED[Truth.OPEN][0])), frozenset((decides, Truth.OPEN))
    if not kept:
        return _FIXED[decides.negated]
    if len(kept) == 1:
        return kept[0]
    return kind(tuple(_flat(kind, kept))), _values(decides, [values for _, values in kept])


def _flat(kind: type[AllOf] | type[AnyOf], kept: Iterable[tuple[Condition, Values]]) -> Iterable[Condition]:
    """The nodes, with those of the same kind opened: a chain of conjunctions is one."""
    for node, _ in kept:
        if type(node) is kind:
            yield from node.parts
        else:
            yield node


def _values(decides: Truth, parts: list[Values]) -> Values:
    """The values that the join of parts with these values can have."""
    found = {decides} if any(decides in values for values in parts) else set()
    if all(decides.negated in values for values in parts):
        found.add(decides.negated)
    if any(Truth.OPEN in values for values in parts):
        found.add(Truth.OPEN)
    return frozenset(found)
