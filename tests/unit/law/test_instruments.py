"""Instruments: registration and spans in force."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from curule.law.instruments import (
    ALWAYS,
    CitationError,
    Division,
    InForce,
    Instrument,
    instrument_of,
    register,
)
from curule.law.words import T

SAMPLE = register(Instrument("sample", T("Charter of Samples", "Charte des essais"), T("Samples", "Essais")))


def test_registering_twice_is_harmless_but_a_code_has_one_owner() -> None:
    """The same description may come again; a different one under the same code may not."""
    assert register(SAMPLE) is SAMPLE
    with pytest.raises(CitationError, match="already belongs"):
        register(Instrument("sample", T("Another", "Une autre"), T("Other", "Autre")))
    assert instrument_of("sample") is SAMPLE


@pytest.mark.parametrize("code", ["", "Charter", "two words", "a:b", "é"])
def test_instrument_codes_are_small_letters_and_digits(code: str) -> None:
    """A code that could not stand in an id is refused."""
    with pytest.raises(CitationError, match="not usable"):
        register(Instrument(code, T("x", "x"), T("x", "x")))


def test_an_unknown_instrument_is_named() -> None:
    """Asking for an instrument that nobody registered says so and lists the known ones."""
    with pytest.raises(CitationError, match=r"'nobody'.*sample"):
        instrument_of("nobody")


def test_a_division_needs_words_or_a_unit() -> None:
    """A division that could not be printed is refused when it is described."""
    with pytest.raises(CitationError, match="phrase"):
        Division(unit=None)


def test_in_force_from_the_first_day_up_to_the_day_of_the_change() -> None:
    """The first day is in, the day of the change belongs to the next version."""
    old, new = InForce(date(2010, 1, 1), date(2018, 7, 17)), InForce(date(2018, 7, 17))
    change, day = date(2018, 7, 17), timedelta(days=1)
    assert [
        old.on(date(2010, 1, 1) - day),
        old.on(date(2010, 1, 1)),
        old.on(change - day),
        old.on(change),
    ] == [False, True, True, False]
    assert [new.on(change - day), new.on(change), new.on(change + day)] == [False, True, True]
    assert ALWAYS.on(date.min)
    assert ALWAYS.on(date.max)
    assert old.change_days() == (date(2010, 1, 1), change)
    assert not old.overlaps(new)
    assert not new.overlaps(old)
    assert old.overlaps(ALWAYS)


def test_in_force_in_words() -> None:
    """A span says its ends in both languages."""
    assert ALWAYS.words() == T("at all times", "en tout temps")
    assert InForce(date(2010, 1, 1), date(2018, 7, 17)).words() == T(
        "from 1 January 2010 and before 17 July 2018",
        "à partir du 1er janvier 2010 et avant le 17 juillet 2018",
    )


def test_a_span_without_days_is_refused() -> None:
    """A text cannot end on the day it begins."""
    with pytest.raises(CitationError, match="no day"):
        InForce(date(2010, 1, 1), date(2010, 1, 1))
