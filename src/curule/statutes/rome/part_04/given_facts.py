"""Facts about a particular alone, of the shapes that the institutional articles use again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind
from curule.law.leaves import Fact
from curule.law.view import View

__all__ = ["entry_fact", "holds", "is_one_of", "stated"]

Pair = tuple[str, str]


def _declare(law: Chapter, id: str, provision: str, says: Pair, says_not: Pair | None, needs: Sequence[str], test: Callable[[View], Any],
             cured_by: Sequence[str] = (), kind: Kind = Kind.CONDITION_NOT_MET) -> Fact:
    test.__name__ = id
    return law.fact(provision, says, says_not=says_not, needs=needs, cured_by=cured_by, kind=kind)(test)


def is_one_of(law: Chapter, id: str, provision: str, says: Pair, name: str, values: Sequence[Any], says_not: Pair | None = None) -> Fact:
    """The particular ``name`` has one of these values."""

    def test(v: View) -> Any:
        value = v.given.get(name)
        return None if value is None else value in values

    return _declare(law, id, provision, says, says_not, (name,), test)


def holds(law: Chapter, id: str, provision: str, says: Pair, name: str, item: str, says_not: Pair | None = None) -> Fact:
    """The list ``name`` contains an item."""

    def test(v: View) -> Any:
        value = v.given.get(name)
        return None if value is None else item in value

    return _declare(law, id, provision, says, says_not, (name,), test)


def stated(law: Chapter, id: str, provision: str, says: Pair, name: str, says_not: Pair | None = None) -> Fact:
    """The yes-or-no particular ``name`` is yes."""
    return _declare(law, id, provision, says, says_not, (name,), lambda v: v.given.get(name))


def entry_fact(law: Chapter, id: str, provision: str, says: Pair, find: Callable[[View], Any], cured_by: Sequence[str], *, needs: Sequence[str] = (),
               says_not: Pair | None = None, kind: Kind = Kind.NOT_AT_THIS_STAGE) -> Fact:
    """An entry is on the record: ``find`` gives it, or ``None`` when there is none."""
    return _declare(law, id, provision, says, says_not, needs, lambda v: find(v) or False, cured_by, kind)
