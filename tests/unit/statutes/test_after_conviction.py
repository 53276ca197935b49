"""The Mechanism's files that live on after judgement: stages, clocks, and answers that never fail to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from curule.law.clocks import duties, limits, rights
from curule.law.library import Library
from curule.law.particulars import read_particulars
from curule.law.record import Entry
from curule.law.scenarios import History, read_scenarios
from curule.law.view import Actor
from curule.statutes import load_pack

D = date
KINDS = ("enforcement", "agreements", "protection", "archives", "cooperation", "assistance")


@cache
def library() -> Library:
    """The Mechanism's law as the deployment would have it."""
    return Library(load_pack("mechanism"))


@cache
def histories() -> dict[str, History]:
    """The histories of the pack's scenarios."""
    return read_scenarios((f.name, f.read_text(encoding="utf-8")) for f in library().pack.scenario_files())[0]


def record(name: str) -> list[Entry]:
    """The entries of a history, inherited ones first."""
    history = histories()[name]
    entries = record(history.start) if history.start else []
    for line in history.lines:
        given, errors = read_particulars(library().particulars(line.act), line.raw, partial=True)
        assert not errors
        entries.append(Entry(len(entries) + 1, line.act, line.actor, line.on, given))
    return entries


def related(name: str) -> dict[str, Any]:
    """The postures of the matters to which a history is related."""
    history = histories()[name]
    found = related(history.start) if history.start else {}
    return {**found, **{role: library().fold(histories()[other].kind, record(other)) for role, other in history.related.items()}}


def stage(name: str, on: date, *more: tuple[str, dict[str, Any]]) -> str:
    """The stage of a history, with further acts entered on that day."""
    entries = record(name)
    for act, given in more:
        entries.append(Entry(len(entries) + 1, act, Actor("registrar"), on, given))
    kind = library().kind(histories()[name].kind)
    return kind.stage(library().fold(kind.code, entries), on)


@pytest.mark.parametrize(("name", "on", "more", "expected"), [
    ("file-a", D(2016, 6, 2), (), "opened"),
    ("designated-a", D(2016, 6, 16), (), "designated"),
    ("serving-a", D(2016, 7, 2), (), "serving"),
    ("serving-a", D(2017, 5, 1), (("designate_state", {"state": "XCC"}),), "designated"),
    ("notified-a", D(2018, 2, 2), (), "release"),
    ("denied-a", D(2018, 2, 11), (), "serving"),
    ("released-a", D(2019, 2, 19), (), "released"),
    ("file-c", D(2014, 2, 2), (), "fine"),
    ("died-c", D(2014, 3, 2), (), "died"),
    ("died-c", D(2014, 3, 2), (("close_enforcement", {}),), "closed"),
    ("agreements", D(2013, 1, 1), (), "open"),
    ("w1-open", D(2013, 7, 11), (), "opened"),
    ("w1-protected", D(2013, 7, 21), (), "protected"),
    ("w1-asks", D(2014, 4, 2), (), "change"),
    ("w1-disclosed", D(2014, 5, 2), (), "disclosed"),
    ("w1-closed", D(2013, 7, 12), (), "closed"),
    ("archives-open", D(2013, 7, 1), (), "opened"),
    ("archives-filled", D(2013, 7, 4), (), "open"),
    ("archives-raided", D(2014, 1, 10), (), "interfered"),
    ("archives-raided", D(2014, 1, 11), (("assert_inviolability", {}),), "open"),
    ("coop-open", D(2013, 9, 1), (), "open"),
    ("coop-ordered", D(2013, 10, 2), (), "outstanding"),
    ("coop-ordered", D(2013, 10, 3), (), "overdue"),
    ("coop-advised", D(2013, 11, 17), (), "escalated"),
    ("coop-executed", D(2013, 11, 17), (), "open"),
    ("rfa-registrar", D(2013, 8, 6), (), "received"),
    ("rfa-registrar", D(2013, 8, 6), (("start_assistance", {}),), "started"),
    ("rfa-answered", D(2013, 8, 21), (), "answered"),
])
def test_the_head_of_the_file_says_where_it_stands(name: str, on: date, more: tuple[tuple[str, dict[str, Any]], ...],
                                                   expected: str) -> None:
    """Each stage is reached by the acts that lead to it, and is one that the kind declares."""
    assert stage(name, on, *more) == expected
    assert expected in library().kind(histories()[name].kind).stages


def ours() -> Iterator[str]:
    """The histories of the kinds of matter tested here."""
    return (name for name, history in histories().items() if history.kind in KINDS)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_act_is_answered_on_every_history(lang: str) -> None:
    """Whatever the posture, each act has an answer with its reasons, and each form its suggestions and defaults."""
    on = D(2040, 1, 1)
    for name in ours():
        kind = histories()[name].kind
        posture, others = library().fold(kind, record(name)), related(name)
        for found in library().next_acts(kind, posture, on, related=others):
            assert found.answer.lines(lang)
            for particular in library().particulars(found.act.code):
                view = library().view(posture, on, related=others)
                assert particular.suggest is None or isinstance(list(particular.suggest(view)), list)
                assert particular.default is None or particular.default(view) is None or particular.default(view)


def test_every_clock_can_be_read_on_every_history() -> None:
    """Duties, limits and rights of each history are reckoned without a gap, before, during and long after."""
    for name in ours():
        kind = histories()[name].kind
        for on in (D(2012, 1, 1), D(2016, 6, 1), D(2040, 1, 1)):
            posture = library().fold(kind, [e for e in record(name) if e.done_on <= on])
            for read in (duties, limits, rights):
                assert isinstance(read(library(), kind, posture, on, related(name)), list)


@pytest.mark.parametrize("act", [
    ("grant_release", {"form": "commutation"}), ("record_custody", {"start": D(2017, 1, 2), "end": D(2017, 1, 1), "place": "state"}),
    ("end_custody", {"day": D(2001, 1, 1), "reason": "escape"}), ("release_person", {}), ("designate_state", {"state": "XZZ"})])
def test_an_act_entered_against_the_law_leaves_a_file_that_can_be_read(act: tuple[str, dict[str, Any]]) -> None:
    """The Bench and States act all the same: what they do stays on record and time can still be reckoned."""
    entries = record("serving-a")
    entries.append(Entry(len(entries) + 1, act[0], Actor("president"), D(2017, 1, 3), act[1]))
    posture = library().fold("enforcement", entries)
    assert posture.sentence.years == 3
    assert library().next_acts("enforcement", posture, D(2018, 1, 1))
    assert isinstance(duties(library(), "enforcement", posture, D(2018, 1, 1)), list)


def test_acts_on_requests_that_do_not_exist_change_nothing() -> None:
    """A reply, an execution or an acknowledgement that names no known request leaves the others as they were."""
    for name, act, given in (
            ("coop-ordered", "reply_to_request", {"request": 99, "answer": "refuses"}),
            ("coop-ordered", "record_execution", {"request": 99, "extent": "whole"}),
            ("coop-ordered", "withdraw_request", {"request": 99}), ("access-asked", "acknowledge_request", {"request": 99}),
            ("access-asked", "deny_access", {"request": 99, "reasons": "x"}), ("archives-filled", "move_records", {"item": "Z", "branch": "arusha"}),
            ("archives-filled", "classify_records", {"item": "Z", "classification": "confidential"}),
            ("archives-filled", "record_provider_consent", {"item": "Z"}),
            ("rfa-listed", "allow_release", {"item": "Z"}), ("rfa-listed", "release_material", {"items": ("Z",)}),
            ("agreements", "end_agreement", {"state": "XZZ", "ends_on": D(2015, 1, 1)})):
        kind, entries = histories()[name].kind, record(name)
        before = library().fold(kind, entries)
        after = library().fold(kind, [*entries, Entry(len(entries) + 1, act, Actor("registrar"), D(2015, 1, 1), given)])
        for concern in ("requests", "holdings", "material", "states"):
            assert getattr(before, concern, None) == getattr(after, concern, None)
