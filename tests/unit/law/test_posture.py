"""Postures: pure, frozen, the same in one go and step by step."""

from __future__ import annotations

from datetime import date

import pytest

from curule.law.library import Library
from curule.law.posture import FrozenError, Posture, Series, Table, apply, concern, fold, plain, series, table
from curule.law.record import CORRECTION, Entry
from curule.law.rehearsal import Rehearsal
from curule.law.view import Actor


@concern
class Part(Posture):
    """A posture with everything that can be frozen."""

    names: Table[str, Series[str]] = table()
    days: Series[date] = series()
    flag: bool = False


def add(draft: Part, entry: Entry) -> None:
    draft.names.setdefault("a", Series()).append(entry.particulars["name"])
    draft.days.append(entry.done_on)
    draft.flag = True


ENTRIES = [Entry(n, "add", Actor("x"), date(2009, 1, n), {"name": f"n{n}"}) for n in range(1, 6)]


def test_a_frozen_posture_cannot_be_written_anywhere() -> None:
    """Attributes, tables and series, at every depth, refuse to be written."""
    posture = fold(Part(), ENTRIES, {"add": add})
    for write in (lambda: setattr(posture, "flag", False), lambda: posture.names.update(b=1), lambda: posture.names["a"].append("x"),
                  lambda: posture.days.clear(), lambda: posture.names.__setitem__("b", Series())):
        with pytest.raises(FrozenError, match="only a fold writes"):
            write()


def test_one_more_entry_gives_what_the_longer_record_gives() -> None:
    """Applying the last entry equals folding all, and leaves the earlier posture as it was."""
    shorter = fold(Part(), ENTRIES[:-1], {"add": add})
    before = plain(shorter)
    longer = apply(shorter, ENTRIES[-1], {"add": add})
    assert longer == fold(Part(), ENTRIES, {"add": add})
    assert plain(shorter) == before
    assert longer != shorter


def test_every_history_of_the_model_folds_the_same_step_by_step(court: Library, rehearsal: Rehearsal) -> None:
    """For every history and every length, fold(record) == apply(fold(record[:-1]), last)."""
    for kind, entries in rehearsal.histories.values():
        for length in range(1, len(entries) + 1):
            stepwise = apply(court.fold(kind, entries[:length - 1]), entries[length - 1], court.effects)
            assert stepwise == court.fold(kind, entries[:length])


def test_a_correction_asks_for_a_new_fold() -> None:
    """A correction re-reads earlier entries: applying it to a posture alone is refused."""
    with pytest.raises(ValueError, match="fold the record anew"):
        apply(fold(Part(), ENTRIES, {"add": add}), Entry(6, CORRECTION, Actor("x"), date(2009, 2, 1), {"entry": 1}), {"add": add})


def test_plain_data_names_entries_by_number() -> None:
    """A projection holds numbers and days, never objects."""
    data = plain(fold(Part(), ENTRIES[:1], {"add": add}))
    assert data["opened"] == {"entry": 1, "on": "2009-01-01"}
    assert data["names"] == {"a": ["n1"]}
    assert data["days"] == ["2009-01-01"]
