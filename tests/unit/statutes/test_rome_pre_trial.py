"""Pre-trial of the Rome Statute: what the posture of a case keeps per charge, per warrant and per person in custody."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from curule.law.answers import Verdict
from curule.law.clocks import limits
from curule.law.figures import Figure
from curule.law.library import Library
from curule.law.particulars import read_particulars
from curule.law.record import Entry
from curule.law.view import Actor
from curule.law.words import T
from curule.statutes import load_pack
from curule.statutes.rome.part_05.article_58 import CRIME

LIBRARY = Library(load_pack("rome"))
CRIMES = "7(1)(a),8(2)(e)(v)"

Line = tuple[date, str, str, dict[str, Any]]

TO_THE_COURT: tuple[Line, ...] = (
    (date(2006, 1, 12), "registry", "open_case", {"person": "A"}),
    (date(2006, 1, 12), "prosecutor", "apply_for_warrant", {"person": "A", "identity": "A", "crimes": CRIMES, "facts": "f", "evidence": "e", "necessity": "n"}),
    (date(2006, 2, 10), "pre_trial_chamber", "issue_warrant", {"person": "A", "identity": "A", "crimes": CRIMES, "facts": "f", "grounds_for": CRIMES}),
    (date(2006, 3, 16), "registry", "arrest_person", {"person": "A", "state": "XBB"}),
    (date(2006, 3, 17), "state", "surrender_person", {"person": "A", "state": "XBB"}),
    (date(2006, 8, 28), "prosecutor", "file_document_containing_charges", {"person": "A", "crimes": CRIMES}),
    (date(2006, 11, 9), "pre_trial_chamber", "hold_confirmation_hearing", {"person": "A", "present": "prosecutor,person,counsel"}),
    (date(2006, 11, 28), "pre_trial_chamber", "close_confirmation_hearing", {"person": "A"}),
)


def record(*lines: Line) -> list[Entry]:
    """Entries of acts, days, actors and particulars."""
    entries = []
    for number, (day, actor, act, raw) in enumerate(lines, 1):
        given, errors = read_particulars(LIBRARY.particulars(act), raw, partial=True)
        assert not errors, errors
        entries.append(Entry(number, act, Actor.parse(actor), day, given))
    return entries


def decided(**outcome: str) -> Any:
    """The posture of the case after a decision on confirmation."""
    decision: Line = (date(2007, 1, 29), "pre_trial_chamber", "decide_confirmation", {"person": "A", "in_favour": "J1,J2", **outcome})
    return LIBRARY.fold("case", record(*TO_THE_COURT, decision))


def test_warrant_lapses_for_the_declined_charge_only() -> None:
    """One of two charges declined: the warrant stands for the other, and the person is committed on it."""
    case = decided(sufficient="1", confirmed="1", declined="2")
    assert case.warrants["1"].crimes_in_force == ("7(1)(a)",)
    assert {n: c.status for n, c in case.charges.items()} == {"1": "confirmed", "2": "declined"}
    assert case.persons["A"].committed is not None


def test_adjourned_charge_keeps_the_warrant() -> None:
    """An adjourned charge is neither confirmed nor declined, so nothing lapses."""
    case = decided(sufficient="1", confirmed="1", adjourned="2", request="evidence")
    assert case.warrants["1"].crimes_in_force == ("7(1)(a)", "8(2)(e)(v)")
    assert case.charges["2"].request == "evidence"


def test_custody_is_one_time_from_arrest_through_surrender() -> None:
    """Detention begins with the arrest on the Court's warrant and goes on before the Court."""
    (held,) = decided(declined="1,2").custody["A"].times
    assert (held.since, held.until, held.where) == (date(2006, 3, 16), None, "court")


def test_custody_may_begin_on_a_stated_day() -> None:
    """The day from which the Court counts custody may differ from that of the entry."""
    lines = [(d, who, act, {**raw, "custody_from": "2006-03-15"} if act == "arrest_person" else raw) for d, who, act, raw in TO_THE_COURT]
    assert LIBRARY.fold("case", record(*lines)).custody["A"].times[0].since == date(2006, 3, 15)


def due(library: Library) -> date:
    """The last day for the decision on confirmation."""
    case = library.fold("case", record(*TO_THE_COURT))
    return next(r.last for r in limits(library, "case", case, date(2006, 12, 1)) if r.limit.id == "confirmation_decision")


def test_decision_on_confirmation_is_due_on_the_next_working_day() -> None:
    """Sixty days from 28 November 2006 end on a Saturday: the limit runs to Monday 29 January 2007."""
    assert due(LIBRARY) == date(2007, 1, 29)


def test_the_figure_is_data() -> None:
    """With another figure for the decision the day moves."""
    figure = Figure("confirmation_decision", 30, "days", T("a test", "un essai"))
    assert due(Library(load_pack("rome"), figures={"confirmation_decision": figure})) == date(2006, 12, 28)


def test_reading_moves_permission_to_the_trial_chamber() -> None:
    """By the Chinese text of 61(11) the Trial Chamber, once constituted, permits an amendment; by the English text it does not."""
    lines = (*TO_THE_COURT, (date(2007, 1, 29), "pre_trial_chamber", "decide_confirmation", {"person": "A", "confirmed": "1,2", "sufficient": "1,2"}),
             (date(2007, 3, 6), "presidency", "constitute_trial_chamber", {"judges": "J4,J5,J6"}))
    given = {"person": "A", "nature": "amendment"}
    verdicts = {}
    for reading in ("english", "chinese"):
        library = Library(LIBRARY.pack, readings={"chamber_for_amendment": reading})
        case = library.fold("case", record(*lines))
        verdicts[reading] = library.may("permit_amendment_of_charges", case, date(2007, 4, 2), Actor("trial_chamber"), given).verdict
    assert verdicts == {"english": Verdict.REFUSED, "chinese": Verdict.PERMITTED}


@pytest.mark.parametrize("crime", ["6(a)", "7(1)(k)", "8(2)(b)(xxvi)", "8(2)(e)(vii)", "8(2)(a)(i)", "8bis", "8bis(1)", "70(1)(a)"])
def test_specific_crimes(crime: str) -> None:
    """Each form in which the Statute numbers a crime is specific enough for an application."""
    assert CRIME.fullmatch(crime)


@pytest.mark.parametrize("crime", ["war crimes", "8", "8(2)(b)", "7", "6", "9(1)(a)", "7(1)"])
def test_unspecific_crimes(crime: str) -> None:
    """A heading or a number without its letter is not a specific reference."""
    assert not CRIME.fullmatch(crime)
