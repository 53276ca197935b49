"""Particulars: read from text or JSON, refused with a remedy."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from curule.law.particulars import KINDS, MAX_ITEMS, MAX_TEXT, Choice, Particular, ParticularError, read_particulars

COLOURS = [Choice("red", "red", "rouge"), Choice("blue", "blue", "bleu")]


def particular(kind: str, **kwargs: Any) -> Particular:
    return Particular("x", kind, "thing", "chose", choices=COLOURS if kind == "choice" else (), **kwargs)


@pytest.mark.parametrize(("kind", "raw", "value"), [
    ("text", "  a wall ", "a wall"), ("date", "2009-02-28", date(2009, 2, 28)), ("date", date(2009, 2, 28), date(2009, 2, 28)), ("integer", "12", 12),
    ("integer", -3, -3), ("yes_no", "oui", True), ("yes_no", False, False), ("choice", "red", "red"), ("finding", "found", "found"),
    ("finding", False, "not_found"), ("state", "xaa", "XAA"), ("judge", "J1", "J1"), ("object", '{"a": 1}', {"a": 1}), ("entry", "4", 4)])
def test_each_kind_is_read_from_its_wire_form(kind: str, raw: Any, value: Any) -> None:
    """Text from forms and JSON from the API give the same typed value."""
    assert particular(kind).read(raw) == value


@pytest.mark.parametrize(("kind", "raw", "remedy"), [
    ("date", "31.2.2009", "YYYY-MM-DD"), ("date", "2009-02-30", "YYYY-MM-DD"), ("date", 5, "YYYY-MM-DD"), ("integer", "twelve", "whole number"),
    ("integer", 1.5, "whole number"), ("integer", True, "whole number"), ("yes_no", "perhaps", "yes or no"), ("choice", "green", "red, blue"),
    ("finding", "maybe", "found"), ("state", "FRANCE", "three-letter"), ("state", "é12", "three-letter"), ("text", "a\x00b", "control characters"),
    ("text", "x" * (MAX_TEXT + 1), "at most"), ("text", 5, "give text"), ("judge", "", "a judge"), ("object", "[1]", "names with their values"),
    ("object", "{", "JSON object"), ("integer", "9" * 30, "number from")])
def test_what_cannot_be_read_is_told_with_the_remedy(kind: str, raw: Any, remedy: str) -> None:
    """The error names the particular and what to give, in both languages."""
    with pytest.raises(ParticularError, match=remedy) as told:
        particular(kind).read(raw)
    assert told.value.name == "x"
    assert told.value.problem.fr


def test_lists_are_read_from_commas_or_json_and_refuse_repetition_and_flood() -> None:
    """Several values: no item twice, not more than a person could mean."""
    several = particular("judge", many=True)
    assert several.read("J1, J2") == several.read(["J1", "J2"]) == ("J1", "J2")
    with pytest.raises(ParticularError, match="given twice"):
        several.read("J1,J1")
    with pytest.raises(ParticularError, match="at most"):
        several.read([f"J{n}" for n in range(MAX_ITEMS + 1)])
    with pytest.raises(ParticularError, match="list"):
        several.read(5)


def test_all_errors_of_an_act_are_given_at_once() -> None:
    """Unknown names, missing and malformed particulars come in one answer."""
    declared = [Particular("a", "date", "day", "jour"), Particular("b", "integer", "number", "nombre"), Particular("c", "text", "note", "note", required=False)]
    given, errors = read_particulars(declared, {"a": "x", "d": "1"})
    assert given == {}
    assert sorted(e.name for e in errors) == ["a", "b", "d"]
    assert read_particulars(declared, {"a": "2009-01-01"}, partial=True) == ({"a": date(2009, 1, 1)}, [])


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_schema_and_a_shown_form(kind: str) -> None:
    """Every kind that can be declared can be described for the API."""
    schema = particular(kind).schema()
    assert schema["title"] == "thing"
    assert particular(kind, many=True).schema()["type"] == "array"


def test_values_are_shown_in_the_language_of_the_reader() -> None:
    """Days are written out, choices by their label, yes and no in words."""
    assert particular("date").shown(date(2026, 3, 3), "fr") == "3 mars 2026"
    assert particular("choice").shown("red", "fr") == "rouge"
    assert particular("yes_no").shown(True, "fr") == "oui"
    assert particular("finding").shown("not_found", "en") == "not found"
    assert particular("judge", many=True).shown(("J1", "J2"), "en") == "J1, J2"


@pytest.mark.parametrize("blank", ["   ", "\t\n", [" "], ["", "  "], ()])
def test_spaces_are_nothing_given(blank: Any) -> None:
    """A required text made of spaces is missing; an optional one was not given."""
    many = not isinstance(blank, str)
    given, errors = read_particulars([particular("text", many=many)], {"x": blank})
    assert not given
    assert "missing" in errors[0].problem.en
    assert read_particulars([particular("text", many=many, required=False)], {"x": blank}) == ({}, [])
