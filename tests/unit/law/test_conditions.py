"""Conditions: three values, their combination, and what a reason tree shows."""

from __future__ import annotations

from datetime import date
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

from curule.law.conditions import Condition, Kind, Truth, all_of, any_of, at_least, no, none_of
from curule.law.leaves import Fact, Finding, Measure
from curule.law.record import Entry
from curule.law.view import Actor
from curule.law.words import T

MET, NOT_MET, OPEN = Truth.MET, Truth.NOT_MET, Truth.OPEN
VALUES = {MET: True, NOT_MET: False, OPEN: None}


def leaf(truth: Truth, id: str = "leaf") -> Fact:
    return Fact(id, T(id, id), "model:1", lambda v: VALUES[truth])


def asked(condition: Condition) -> Truth:
    quick, full = condition.truth(None), condition.reason(None).truth  # type: ignore[arg-type]
    assert quick is full
    return quick


@pytest.mark.parametrize("values", list(product(Truth, repeat=3)))
def test_all_is_the_least_any_the_most_and_none_the_mirror(values: tuple[Truth, ...]) -> None:
    """All is the lowest of its parts, any the highest, none the negation of any, in the quick and in the full evaluation."""
    leaves = [leaf(v) for v in values]
    assert asked(all_of(*leaves)) is min(values)
    assert asked(any_of(*leaves)) is max(values)
    assert asked(none_of(*leaves)) is max(values).negated


@pytest.mark.parametrize("values", list(product(Truth, repeat=3)))
def test_at_least_two_is_open_while_enough_may_still_be_met(values: tuple[Truth, ...]) -> None:
    """Two of three: met with two met; open while open leaves could still make two; otherwise not met."""
    met, still = values.count(MET), values.count(OPEN)
    expected = MET if met >= 2 else OPEN if met + still >= 2 else NOT_MET
    assert asked(at_least(2, *(leaf(v) for v in values))) is expected


@pytest.mark.parametrize(("base", "defeater", "expected"), [
    (MET, NOT_MET, MET), (MET, MET, NOT_MET), (NOT_MET, NOT_MET, NOT_MET), (MET, OPEN, OPEN), (OPEN, NOT_MET, OPEN), (OPEN, MET, NOT_MET)])
def test_unless_is_defeated_by_what_stands_behind_it(base: Truth, defeater: Truth, expected: Truth) -> None:
    """A condition with 'unless' holds while its base does and its defeater does not."""
    assert asked(leaf(base).unless(leaf(defeater))) is expected


def test_a_reason_shows_all_failures_at_once() -> None:
    """The full evaluation does not stop at the first failure."""
    tree = all_of(leaf(NOT_MET, "a"), leaf(MET, "b"), leaf(NOT_MET, "c"))
    assert [r.condition.id for r in tree.reason(None).leaves() if r.truth is NOT_MET] == ["a", "c"]  # type: ignore[arg-type, attr-defined]


def test_a_leaf_names_the_entries_it_relied_on_for_yes_and_for_no() -> None:
    """An entry returned by a test is relied on; no(entry) is a refusal that relies on it."""
    entry = Entry(7, "judge", Actor("bench"), date(2009, 6, 1))
    yes = Fact("yes", T("yes", "oui"), "", lambda v: entry).reason(None)  # type: ignore[arg-type]
    refused = Fact("refused", T("no", "non"), "", lambda v: no(entry)).reason(None)  # type: ignore[arg-type]
    assert (yes.truth, yes.entries) == (MET, (entry,))
    assert (refused.truth, refused.entries) == (NOT_MET, (entry,))


@pytest.mark.parametrize(("value", "bound", "expected"), [(3, 3, MET), (4, 3, NOT_MET), (None, 3, OPEN), (3, None, OPEN)])
def test_a_measure_is_open_until_both_sides_are_known(value: int | None, bound: int | None, expected: Truth) -> None:
    """A comparison is open while its value or its bound is not known."""
    assert asked(Measure("m", T("m", "m"), "", lambda v: value, "<=", lambda v: bound)) is expected


def test_a_measure_can_be_wrong_by_one_on_either_side() -> None:
    """On its bound, a measure notices a bound one lower; just beyond, a bound one higher."""
    on_bound = Measure("m", T("m", "m"), "", lambda v: date(2009, 7, 1), "<=", lambda v: date(2009, 7, 1))
    beyond = Measure("m", T("m", "m"), "", lambda v: date(2009, 7, 2), "<=", lambda v: date(2009, 7, 1))
    assert dict(on_bound.mutants(None, MET))["bound one lower"] is NOT_MET  # type: ignore[arg-type]
    assert dict(beyond.mutants(None, NOT_MET))["bound one higher"] is MET  # type: ignore[arg-type]


def finding_view(given: dict[str, Any], recorded: dict[str, Entry]) -> Any:
    return SimpleNamespace(given=given, posture=SimpleNamespace(findings=recorded))


def test_a_finding_is_never_computed() -> None:
    """A finding is open until the organ gives it with the act or has put it on the record; what is given now goes before."""
    finding = Finding("proven", T("proven", "prouvé"), "model:4", ("bench",), T("standard", "critère"))
    entry = Entry(3, "judge", Actor("bench"), date(2009, 6, 1), {"proven": "not_found"})
    assert finding.reason(finding_view({}, {})).truth is OPEN
    assert finding.reason(finding_view({}, {"proven": entry})).truth is NOT_MET
    assert finding.reason(finding_view({}, {"proven": entry})).entries == (entry,)
    assert finding.reason(finding_view({"proven": "found"}, {"proven": entry})).truth is MET


def test_at_least_refuses_numbers_that_mean_nothing() -> None:
    """Asking for more conditions than there are is a mistake of the programmer and says so."""
    with pytest.raises(ValueError, match="at_least\\(3\\)"):
        at_least(3, leaf(MET), leaf(MET))


def test_only_conditions_can_be_joined() -> None:
    """A plain function is no condition."""
    with pytest.raises(TypeError, match="takes conditions"):
        all_of(lambda v: True)  # type: ignore[arg-type]


def test_changing_one_leaf_of_a_reason_gives_the_value_of_the_changed_tree() -> None:
    """What mutation works on, the tree with one leaf changed, agrees with a tree built with that leaf."""
    for values in product(Truth, repeat=3):
        tree = all_of(any_of(leaf(values[0]), leaf(values[1])), ~leaf(values[2]))
        reason = tree.reason(None)  # type: ignore[arg-type]
        for index, node in enumerate(reason.leaves()):
            for other in Truth:
                changed = [*values]
                changed[index] = other
                built = all_of(any_of(leaf(changed[0]), leaf(changed[1])), ~leaf(changed[2]))
                assert reason.with_leaf(node, other) is asked(built)


def test_kinds_are_ordered_from_the_most_basic() -> None:
    """That no power exists is said before that a condition fails."""
    assert min(Kind) is Kind.NO_SUCH_POWER
    assert max(Kind) is Kind.CONDITION_NOT_MET
