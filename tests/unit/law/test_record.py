"""The record: order, corrections, as at and as known, and chains that tell what was done to them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from curule.law.record import CORRECTION, GENESIS, WITHDRAWAL, Entry, Record, canonical, digest, numbered, verify_chain
from curule.law.view import Actor

REGISTRAR = Actor("registrar")


def entry(number: int, act: str, on: date, known: date | None = None, **particulars: Any) -> Entry:
    moment = datetime(known.year, known.month, known.day, 12, tzinfo=UTC) if known else None
    return Entry(number, act, REGISTRAR, on, particulars, moment)


RECORD = Record([
    entry(1, "lodge", date(2009, 1, 5), date(2009, 1, 5), language="fr"),
    entry(2, "admit", date(2009, 2, 1), date(2009, 2, 3), documents=2),
    entry(3, CORRECTION, date(2009, 3, 1), date(2009, 3, 1), entry=2, done_on=date(2009, 1, 30), particulars={"documents": 3}),
    entry(4, "report", date(2009, 4, 1), date(2009, 4, 9)),
    entry(5, WITHDRAWAL, date(2009, 5, 1), date(2009, 5, 1), entry=4),
])


def test_a_correction_is_read_in_place_of_what_it_corrects() -> None:
    """The corrected entry keeps its number and takes the new day and particulars; the withdrawn one is not read."""
    effective = RECORD.effective()
    assert [(e.number, e.done_on, e.particulars.get("documents")) for e in effective] == [
        (1, date(2009, 1, 5), None), (2, date(2009, 1, 30), 3)]
    assert len(RECORD) == 5


def test_what_the_record_says_of_a_day_uses_what_is_known_now() -> None:
    """As at 31 January the admission is there, because it is known now to be of 30 January."""
    assert [e.number for e in RECORD.as_at(date(2009, 1, 31))] == [1, 2]


def test_what_was_known_on_a_day_leaves_out_what_was_entered_later() -> None:
    """On 2 February the admission of the day before was not on the record yet; on 20 February its error was not known."""
    assert [e.number for e in RECORD.known_on(date(2009, 2, 2))] == [1]
    known = RECORD.known_on(date(2009, 2, 20)).effective()
    assert known[1].done_on == date(2009, 2, 1)


def test_content_has_one_byte_form_whatever_the_order() -> None:
    """The same content gives the same bytes, and floats or other things without one form are refused."""
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'.encode()
    with pytest.raises(TypeError, match="no canonical form"):
        canonical({"a": object()})


def chain(length: int) -> list[tuple[int, dict[str, Any], str, str]]:
    rows, previous = [], GENESIS
    for number in range(1, length + 1):
        content = {"number": number, "act": f"act {number}"}
        own = digest(content, previous)
        rows.append((number, content, previous, own))
        previous = own
    return rows


def test_a_whole_chain_has_no_fault() -> None:
    """An untouched chain holds against its count and head."""
    rows = chain(5)
    assert verify_chain(rows, count=5, head=rows[-1][3]) == []


def faults(rows: list[tuple[int, dict[str, Any], str, str]], **kwargs: Any) -> list[tuple[str, int]]:
    return [(f.kind, f.number) for f in verify_chain(rows, **kwargs)]


def test_an_altered_entry_is_named() -> None:
    """Changed content no longer gives its hash."""
    rows = chain(5)
    rows[2] = (3, {**rows[2][1], "act": "another"}, rows[2][2], rows[2][3])
    assert faults(rows) == [("altered", 3)]


def test_an_entry_altered_with_its_hash_is_named_by_what_follows() -> None:
    """Whoever also rewrites the hash of the altered entry breaks the link of the next."""
    rows = chain(5)
    content = {**rows[2][1], "act": "another"}
    rows[2] = (3, content, rows[2][2], digest(content, rows[2][2]))
    assert faults(rows) == [("inserted", 4)]


def test_a_removed_entry_is_named() -> None:
    """The gap is told by the numbers."""
    rows = chain(5)
    del rows[2]
    assert faults(rows) == [("removed", 3)]


def test_reordered_entries_are_named() -> None:
    """Two entries that changed places are told."""
    rows = chain(5)
    rows[1], rows[2] = rows[2], rows[1]
    assert ("reordered", 2) in faults(rows)


def test_an_end_cut_off_is_told_by_count_or_head() -> None:
    """Entries missing from the end show against the count that the matter keeps."""
    rows = chain(5)
    assert faults(rows[:3], count=5, head=rows[-1][3]) == [("cut short", 4)]
    assert faults(rows[:4], head=rows[-1][3]) == [("altered", 4)]


def test_a_record_that_grows_is_read_as_if_it_had_been_whole_from_the_start() -> None:
    """What was read of the shorter record goes on, before and after a correction and a withdrawal among the new entries."""
    long = [Entry(n, "file", Actor("registry"), date(2026, 1, n), {"title": str(n)}) for n in range(1, 6)]
    long += [Entry(6, CORRECTION, Actor("registry"), date(2026, 1, 6), {"entry": 2, "particulars": {"title": "two"}}),
             Entry(7, "file", Actor("registry"), date(2026, 1, 7), {"title": "7"}),
             Entry(8, WITHDRAWAL, Actor("registry"), date(2026, 1, 8), {"entry": 7}), Entry(9, "file", Actor("registry"), date(2026, 1, 9), {"title": "9"})]
    grown = Record()
    for entry in long:
        grown.effective()
        grown = grown.plus(entry)
        assert tuple(grown.effective()) == tuple(Record(grown).effective())
    assert [(e.number, e.particulars["title"]) for e in grown.effective()] == [(1, "1"), (2, "two"), (3, "3"), (4, "4"), (5, "5"), (9, "9")]
    assert tuple(Record(long[:5]).plus(*long[5:]).effective()) == tuple(grown.effective())


def test_an_entry_is_found_by_its_number_though_others_are_left_out() -> None:
    """A number that no entry has, or that is none, finds nothing."""
    entries = [Entry(n, "file", Actor("registry"), date(2026, 1, n)) for n in (1, 3, 4, 9)]
    assert [found.number if (found := numbered(entries, n)) else None for n in range(11)] == [None, 1, None, 3, 4, None, None, None, None, 9, None]
    assert numbered(entries, None) is numbered(entries, "3") is numbered([], 1) is None
