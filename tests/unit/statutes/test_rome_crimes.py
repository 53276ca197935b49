"""The taxonomy of crimes from which counts plead."""

from __future__ import annotations

from datetime import date

import pytest

from curule.statutes.rome.crimes import CRIMES, crime, family_of, pleadable
from curule.statutes.rome.part_02.charge_elements import ELEMENTS


def test_every_crime_names_elements_that_a_count_can_state() -> None:
    """Each element that a crime asks for is one of the choices of the act that states them."""
    assert {e for c in CRIMES.values() for e in c.states} <= set(ELEMENTS)


@pytest.mark.parametrize(("family", "number"), [("6", 5), ("7(1)", 11), ("8(2)(a)", 8), ("8(2)(b)", 29), ("8(2)(c)", 4), ("8(2)(e)", 18), ("8bis(2)", 8)])
def test_families_are_complete(family: str, number: int) -> None:
    """Every family has as many crimes as the Statute as amended lists (8 bis: the crime and seven acts)."""
    assert sum(family_of(code) == family for code in CRIMES) == number


def test_a_crime_is_found_however_it_is_written() -> None:
    """With or without the instrument and spaces; what is no crime of article 5 is not found."""
    assert crime("rome:8(2)(b)(xxvi)") is crime("8 (2) (b) (xxvi)") is not None
    assert crime("70(1)(a)") is None
    assert crime("8(2)") is None


def test_amended_crimes_are_not_pleadable_before_their_amendment() -> None:
    """Poison in an internal conflict came by amendment of 2010; without a register its later days stay open."""
    assert pleadable("8(2)(e)(xiii)", date(2005, 1, 1)) is False
    assert pleadable("8(2)(e)(xiii)", date(2014, 1, 1)) is None
    assert pleadable("8(2)(e)(vii)", date(2002, 7, 1)) is True
    assert pleadable("8(2)(e)(vii)", date(2002, 6, 30)) is False
