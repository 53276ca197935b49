"""Leaves: the conditions without parts.

A ``Fact`` is read from the record, the particulars or the day; a ``Measure`` compares a quantity or a day with a bound; a
``Finding`` is a determination that the law leaves to an organ and that the library never computes. Each carries a phrase in
both languages and the provision it comes from, and returns the entries it relied on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from curule.law.conditions import Condition, Kind, No, Reason, Truth
from curule.law.view import NOTHING_GIVEN
from curule.law.words import T, Text, worded

if TYPE_CHECKING:
    from curule.law.record import Entry
    from curule.law.view import View

__all__ = ["Leaf", "Fact", "Measure", "Finding", "ALWAYS", "shifted"]


class Leaf(Condition):
    """A condition without parts: it carries a phrase in both languages and the provision it comes from."""

    __slots__ = ("id", "says", "says_not", "kind", "permanent", "reversible", "cured_by", "needs")

    id: str
    says: Text
    says_not: Text | None
    kind: Kind
    permanent: bool
    reversible: bool
    cured_by: tuple[str, ...]
    needs: tuple[str, ...]

    is_leaf = True

    def leaves(self) -> Iterator[Leaf]:
        yield self

    def combine(self, values: Sequence[Truth]) -> Truth:
        raise TypeError(f"{self.id} is a leaf and has no parts")

    def can_still_happen(self, v: View) -> bool:
        """Whether this leaf, not met now, may yet become met (a thing that is past for good may not)."""
        return not self.permanent

    def can_still_cease(self, v: View) -> bool:
        """Whether this leaf, met now, may yet become not met: other particulars may be chosen; what is done stays done."""
        return self.reversible or bool(self.needs)

    def mutants(self, v: View, truth: Truth) -> Iterator[tuple[str, Truth]]:
        """The values that wrong versions of this leaf would give here: ``(name of the fault, value)``."""
        yield "negated", truth.negated

    def mutant_names(self) -> tuple[str, ...]:
        """The names of the faults that :meth:`mutants` may yield."""
        return ("negated",)

    def __repr__(self) -> str:
        return self.id


class Fact(Leaf):
    """A leaf read from the record, the particulars or the day.

    The test returns ``True``/an entry (met, relying on it), ``False``/``no(entry)`` (not met) or ``None`` (open).
    """

    __slots__ = ("test",)

    def __init__(self, id: str, says: Text, provision: str, test: Callable[[View], Any], *, kind: Kind = Kind.CONDITION_NOT_MET,
                 says_not: Text | None = None, permanent: bool = False, reversible: bool = False, cured_by: Sequence[str] = (),
                 needs: Sequence[str] = ()) -> None:
        self.id = id
        self.says = says
        self.says_not = says_not
        self.provision = provision
        self.test = test
        self.kind = kind
        self.permanent = permanent
        self.reversible = reversible
        self.cured_by = tuple(cured_by)
        self.needs = tuple(needs)

    def truth(self, v: View) -> Truth:
        if self.needs and v.given is NOTHING_GIVEN:
            return Truth.OPEN
        value = self.test(v)
        return Truth.OPEN if value is None else (Truth.MET if value else Truth.NOT_MET)

    def reason(self, v: View) -> Reason:
        if self.needs and v.given is NOTHING_GIVEN:
            return Reason(self, Truth.OPEN)
        value = self.test(v)
        if value is None:
            return Reason(self, Truth.OPEN)
        if value is True or value is False:
            return Reason(self, Truth.MET if value else Truth.NOT_MET)
        if isinstance(value, No):
            return Reason(self, Truth.NOT_MET, (), value.entries)
        if not value:
            return Reason(self, Truth.NOT_MET)
        entries = value if isinstance(value, tuple) else (value,)
        return Reason(self, Truth.MET, (), tuple(e for e in entries if hasattr(e, "number")))


SIGNS = {"<=": "≤", "<": "<", ">=": "≥", ">": ">", "==": "="}


class Measure(Leaf):
    """A leaf that compares a value with a bound: ``value OP bound``; both are functions of the view.

    Dates are compared in days and numbers in ones, so that the faults "one too early" and "one too late" can be tried:
    a scenario must stand exactly on the bound and one must stand just beyond it.
    """

    __slots__ = ("value", "op", "bound")

    OPS: dict[str, Callable[[Any, Any], bool]] = {
        "<=": lambda a, b: a <= b, "<": lambda a, b: a < b, ">=": lambda a, b: a >= b, ">": lambda a, b: a > b,
        "==": lambda a, b: a == b,
    }

    def __init__(self, id: str, says: Text, provision: str, value: Callable[[View], Any], op: str,
                 bound: Callable[[View], Any] | int, *, kind: Kind = Kind.CONDITION_NOT_MET, says_not: Text | None = None,
                 permanent: bool = False, reversible: bool = False, cured_by: Sequence[str] = (), needs: Sequence[str] = ()) -> None:
        if op not in self.OPS:
            raise ValueError(f"{id}: unknown comparison {op!r}; use one of {', '.join(self.OPS)}")
        self.id = id
        self.says = says
        self.says_not = says_not
        self.provision = provision
        self.value = value
        self.op = op
        self.bound = bound if callable(bound) else (lambda v, n=bound: n)
        self.kind = kind
        self.permanent = permanent
        self.reversible = reversible
        self.cured_by = tuple(cured_by)
        self.needs = tuple(needs)

    def compare(self, v: View, shift: int = 0) -> Truth:
        """The comparison here, with the bound moved by ``shift`` ones or days (0 for the law as it is)."""
        if self.needs and v.given is NOTHING_GIVEN:
            return Truth.OPEN
        value = self.value(v)
        bound = self.bound(v)
        if value is None or bound is None:
            return Truth.OPEN
        if shift:
            bound = shifted(bound, shift)
        return Truth.MET if self.OPS[self.op](value, bound) else Truth.NOT_MET

    def truth(self, v: View) -> Truth:
        return self.compare(v)

    def reason(self, v: View) -> Reason:
        if self.needs and v.given is NOTHING_GIVEN:
            return Reason(self, Truth.OPEN)
        value, bound = self.value(v), self.bound(v)
        if value is None or bound is None:
            return Reason(self, Truth.OPEN)
        truth = Truth.MET if self.OPS[self.op](value, bound) else Truth.NOT_MET
        return Reason(self, truth, (), (), lambda: T(*(f"{worded(value, lang)} {SIGNS[self.op]} {worded(bound, lang)}" for lang in ("en", "fr"))))

    def mutants(self, v: View, truth: Truth) -> Iterator[tuple[str, Truth]]:
        yield "negated", truth.negated
        yield "bound one lower", self.compare(v, -1)
        yield "bound one higher", self.compare(v, +1)

    def mutant_names(self) -> tuple[str, ...]:
        return ("negated", "bound one lower", "bound one higher")


def shifted(bound: Any, by: int) -> Any:
    """A day moved by days (never past the first or last day there is), a number by ones."""
    if not isinstance(bound, date):
        return bound + by
    try:
        return bound + timedelta(days=by)
    except OverflowError:
        return bound


class Finding(Leaf):
    """A determination that the law leaves to an organ, to a standard: recorded by the organ, never computed.

    Met when the organ found it, not met when it found the contrary, open until then. The organ gives it as a
    particular of the act (under the finding's id) or it stands on the record from an earlier act.
    """

    __slots__ = ("organs", "standard", "lasting", "subject")

    def __init__(self, id: str, says: Text, provision: str, organs: Sequence[str], standard: Text, *, says_not: Text | None = None,
                 lasting: bool = True, subject: str = "", cured_by: Sequence[str] = ()) -> None:
        self.id = id
        self.says = says
        self.says_not = says_not
        self.provision = provision
        self.organs = tuple(organs)
        self.standard = standard
        self.lasting = lasting
        self.subject = subject
        self.kind = Kind.CONDITION_NOT_MET
        self.permanent = False
        self.reversible = True
        self.cured_by = tuple(cured_by)
        self.needs = (id,)

    def key(self, given: Mapping[str, Any]) -> str:
        """Under which key the finding stands on the record: its id, and the subject (a person, a count) if it has one."""
        return f"{self.id}@{given[self.subject]}" if self.subject and self.subject in given else self.id

    def _value(self, v: View) -> tuple[Truth, tuple[Entry, ...]]:
        given = v.given.get(self.id)
        if given is not None:
            return (Truth.MET if given == "found" else Truth.NOT_MET), ()
        if self.lasting:
            entry = v.posture.findings.get(self.key(v.given))
            if entry is not None:
                return (Truth.MET if entry.particulars[self.id] == "found" else Truth.NOT_MET), (entry,)
        return Truth.OPEN, ()

    def truth(self, v: View) -> Truth:
        return self._value(v)[0]

    def reason(self, v: View) -> Reason:
        truth, entries = self._value(v)
        return Reason(self, truth, (), entries)


class _Always(Leaf):
    __slots__ = ()

    def __init__(self) -> None:
        self.id, self.says, self.says_not = "always", T("always", "toujours"), None
        self.provision, self.kind, self.permanent, self.reversible = "", Kind.CONDITION_NOT_MET, False, False
        self.cured_by, self.needs = (), ()

    def truth(self, v: View) -> Truth:
        return Truth.MET

    def reason(self, v: View) -> Reason:
        return Reason(self, Truth.MET)

    def leaves(self) -> Iterator[Leaf]:
        return iter(())

    def mutants(self, v: View, truth: Truth) -> Iterator[tuple[str, Truth]]:
        return iter(())

    def mutant_names(self) -> tuple[str, ...]:
        return ()


ALWAYS = _Always()
"""A rule without conditions of its own."""
