"""Texts, dates, lists and numbers in English and French."""

from __future__ import annotations

import doctest
from datetime import UTC, date, datetime

import pytest

from curule.law import words
from curule.law.words import (
    StatedError,
    T,
    Text,
    counted,
    listed,
    listing,
    long_date,
    long_moment,
    number_word,
    ordinal,
    weekday,
)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "charge"),
        ("fr", "accusation"),
        ("fr-CA", "accusation"),
        ("FR", "accusation"),
        ("zh", "charge"),
        ("", "charge"),
    ],
)
def test_text_answers_in_the_language_asked_for(lang: str, expected: str) -> None:
    """French tags get French; every other tag gets English."""
    assert T("charge", "accusation").of(lang) == expected


def test_text_is_a_value() -> None:
    """Two texts with the same words are equal, hash alike, and cannot be changed."""
    assert Text("a", "b") == T("a", "b")
    assert len({Text("a", "b"), T("a", "b")}) == 1
    with pytest.raises(AttributeError):
        T("a", "b").en = "c"  # type: ignore[misc]


def test_fill_words_each_value_in_each_language() -> None:
    """Texts, dates and moments are filled in language by language, anything else as it is."""
    template = T("{who}, {day}, {n}", "{who}, le {day}, {n}")
    filled = template.fill(who=T("the judge", "le juge"), day=date(2026, 8, 1), n=3)
    assert filled == T("the judge, 1 August 2026, 3", "le juge, le 1er août 2026, 3")


def test_fill_needs_every_place() -> None:
    """A place without a value is a programmer's mistake and is not passed over."""
    with pytest.raises(KeyError):
        T("{a}", "{b}").fill(a=1)


def test_fill_does_not_expand_its_values() -> None:
    """Braces inside a value are data: they are printed, never filled."""
    assert T("{a}", "{a}").fill(a="{b}").en == "{b}"


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (date(2026, 3, 3), "3 March 2026", "3 mars 2026"),
        (date(2026, 3, 1), "1 March 2026", "1er mars 2026"),
        (date(2012, 7, 11), "11 July 2012", "11 juillet 2012"),
        (date(2013, 12, 31), "31 December 2013", "31 décembre 2013"),
    ],
)
def test_dates_are_written_out(day: date, english: str, french: str) -> None:
    """A date carries its month in words; the French first of the month is "1er"."""
    assert (long_date(day), long_date(day, "fr")) == (english, french)


def test_moments_are_written_out_with_their_zone() -> None:
    """A moment shows hours and minutes, seconds only when it has some, and its zone."""
    moment = datetime(2026, 2, 1, 9, 5, tzinfo=UTC)
    assert long_moment(moment) == "1 February 2026, 09:05 (UTC)"
    assert long_moment(moment, "fr") == "1er février 2026 à 9 h 05 (UTC)"
    assert long_moment(moment.replace(second=7)) == "1 February 2026, 09:05:07 (UTC)"
    assert long_moment(moment.replace(second=7), "fr") == "1er février 2026 à 9 h 05 min 07 s (UTC)"


@pytest.mark.parametrize(
    ("items", "english", "french"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a et b"),
        (["a", "b", "c"], "a, b and c", "a, b et c"),
    ],
)
def test_lists_are_joined_in_prose(items: list[str], english: str, french: str) -> None:
    """The last item is joined by a word, the others by commas."""
    assert (listing(items), listing(items, "fr")) == (english, french)


def test_alternatives_are_joined_by_or() -> None:
    """Alternatives take "or" and "ou"."""
    assert listed([T("a", "x"), T("b", "y")], alternative=True) == T("a or b", "x ou y")
    assert listed([T("a", "x"), T("b", "y")]) == T("a and b", "x et y")


def test_ordinals() -> None:
    """English ordinals respect the teens; French has its own first, in both genders."""
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 111)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "111th",
    ]
    assert [ordinal(1, "fr"), ordinal(1, "fr", feminine=True), ordinal(12, "fr")] == ["1er", "1re", "12e"]


def test_number_words_stop_at_twenty() -> None:
    """Small numbers are words, others figures."""
    assert [number_word(n) for n in (0, 3, 20, 21, -1)] == ["zero", "three", "twenty", "21", "-1"]
    assert [number_word(n, "fr") for n in (0, 3, 17, 25)] == ["zéro", "trois", "dix-sept", "25"]


@pytest.mark.parametrize(("n", "english", "french"), [(0, "0 days", "0 jour"), (1, "1 day", "1 jour"), (2, "2 days", "2 jours")])
def test_counted_nouns_agree(n: int, english: str, french: str) -> None:
    """English takes the plural for nought, French the singular."""
    assert counted(n, T("day", "jour"), T("days", "jours")) == T(english, french)


def test_weekdays_have_names() -> None:
    """The name of the day follows the calendar."""
    assert weekday(date(2026, 3, 3)) == T("Tuesday", "mardi")


def test_a_stated_error_speaks_both_languages() -> None:
    """The Python message is English; a page can show either."""
    error = StatedError(T("wrong", "faux"))
    assert str(error) == "wrong"
    assert error.text.of("fr") == "faux"


def test_the_examples_in_the_docstrings_hold() -> None:
    """What the documentation of the module shows is what it does."""
    tried = doctest.testmod(words)
    assert tried.attempted > 5
    assert tried.failed == 0
