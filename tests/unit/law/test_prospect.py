"""Before any particular is given: the smaller condition has the value of the whole one."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curule.law.conditions import Condition, Truth, all_of, any_of, none_of
from curule.law.leaves import Fact, Finding, Measure
from curule.law.library import Library
from curule.law.prospect import before_particulars
from curule.law.rehearsal import rehearse
from curule.law.view import NOTHING_GIVEN, Actor, View
from curule.law.words import T
from curule.statutes import load_pack

NAMES = ("a", "b", "c", "d")


def fact(name: str) -> Condition:
    """A leaf that reads its value from the record."""
    return Fact(name, T(name, name), "", lambda v: getattr(v.posture, name))


def leaves() -> st.SearchStrategy[Condition]:
    """Leaves that read the record, that wait for a particular, that an organ has still to find."""
    waiting = Fact("w", T("w", "w"), "", lambda v: True, needs=("w",))
    compared = Measure("m", T("m", "m"), "", lambda v: v.given.get("m"), ">=", 1, needs=("m",))
    return st.sampled_from([*map(fact, NAMES), waiting, compared, Finding("f", T("f", "f"), "", ("o",), T("f", "f"), lasting=False)])


def trees() -> st.SearchStrategy[Condition]:
    """Conditions of any shape."""
    hows = st.sampled_from((all_of, any_of, none_of))
    return st.recursive(leaves(), lambda below: st.builds(lambda how, parts: how(*parts), hows, st.lists(below, min_size=1, max_size=4)), max_leaves=16)


def asked(tree: Condition, posture: Any) -> Truth:
    """The value of a condition where no particular is given."""
    return tree.truth(View(posture, date(2020, 1, 1), None, NOTHING_GIVEN, SimpleNamespace(), None))  # type: ignore[arg-type]


@given(trees(), st.fixed_dictionaries({name: st.sampled_from((True, False, None)) for name in NAMES}))
def test_the_smaller_condition_has_the_same_value(tree: Condition, record: dict[str, bool | None]) -> None:
    """Whatever the record says, nothing is lost by folding in what waits for particulars."""
    posture = SimpleNamespace(**record)
    assert asked(before_particulars(tree), posture) is asked(tree, posture)


@pytest.mark.parametrize("code", ["model", "mechanism", "rome"])
def test_next_acts_are_those_of_the_whole_law(code: str) -> None:
    """In every posture that the scenarios reach, each act's answer, for anyone and for one organ, is that of its whole tree."""
    library = Library(load_pack(code))
    for kind, entries in rehearse(library.pack).histories.values():
        posture, on = library.fold(kind, entries), entries[-1].done_on if entries else date(2020, 1, 1)
        for actor in (None, Actor(next(iter(library.organs)))):
            view = View(posture, on, actor, NOTHING_GIVEN, library, None)
            for offered in library.next_acts(kind, posture, on, actor):
                assert offered.verdict.value == library.answer(offered.act.code, view).verdict.value, offered.act.code
