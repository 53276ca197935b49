"""What is covered of conduct over many days is what is covered day by day, whatever the register of States holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from curule.law.conditions import Truth
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.view import Actor
from curule.statutes import load_pack
from curule.statutes.rome.jurisdiction import DEFAULT_READINGS, Conduct, jurisdiction_over
from curule.statutes.rome.matters.state_files import StatesRegister

FIRST = date(2016, 1, 1)
DAYS = 1200
STATES = ("XAA", "XBB", "XCC")
CRIMES = ("7(1)(a)", "8(2)(b)(i)", "8(2)(e)(xvi)", "8bis(1)", "70(1)(a)")
LIBRARY = Library(load_pack("rome"))

days = st.integers(-500, DAYS).map(lambda n: FIRST + timedelta(days=n))
states = st.sampled_from(STATES)


def _deposit(state: str, day: date) -> tuple[str, date, dict[str, Any]]:
    return "deposit_instrument", day, {"state": state, "instrument": "accession", "received_by": "secretary_general"}


acts = st.one_of(
    st.builds(lambda s, d: ("notify_withdrawal", d, {"state": s, "received_by": "secretary_general", "form": "written", "basis": "127(1)"}), states, days),
    st.builds(lambda s, d, a: ("deposit_acceptance", d, {"state": s, "amendment": a, "received_by": "secretary_general"}), states, days,
              st.sampled_from(("biological_2017", "aggression_2010"))),
    st.builds(lambda s, d, one, two: ("lodge_acceptance", d, {"state": s, "received_by": "registrar", "since": min(one, two), "until": max(one, two)}),
              states, days, days, days),
    st.builds(lambda s, d: ("lodge_acceptance", d, {"state": s, "received_by": "registrar", "crimes": ("7",)}), states, days),
    st.builds(lambda s, d: ("declare_opt_out", d, {"state": s, "crimes": ("8",), "years": 7}), states, days),
    st.builds(lambda s, d: ("withdraw_opt_out", d, {"state": s}), states, days),
    st.builds(lambda s, d: ("declare_non_acceptance_of_aggression", d, {"state": s, "received_by": "registrar"}), states, days),
    st.builds(lambda s, d: ("withdraw_non_acceptance_of_aggression", d, {"state": s}), states, days),
    st.builds(_deposit, states, days),
)
ALTERNATIVES = {reading.id: list(reading.alternatives) for chapter in load_pack("rome").chapters for reading in chapter.readings}
readings = st.fixed_dictionaries({id: st.sampled_from(ALTERNATIVES[id]) for id in DEFAULT_READINGS})
conducts = st.builds(
    lambda crime, first, length, place, nationality, trigger, considered, born: Conduct(
        crime, first, first + timedelta(days=length), place, None, (nationality,) if nationality else (), trigger, None, considered, born),
    st.sampled_from(CRIMES), days, st.integers(0, 500), st.sampled_from((None, *STATES)), st.sampled_from((None, *STATES)),
    st.sampled_from(("13(a)", "13(b)", "13(c)", "")),
    st.one_of(st.none(), days), st.one_of(st.none(), st.just(date(1999, 3, 5))))


def _register(lines: list[tuple[str, date, dict[str, Any]]]) -> StatesRegister:
    ordered = sorted(lines, key=lambda line: line[1])
    entries = [Entry(n, act, Actor("state"), day, given) for n, (act, day, given) in enumerate(ordered, 1)]
    folded: StatesRegister = LIBRARY.fold("states", entries)
    return folded


ACCEPTED_MIDWAY = ("deposit_acceptance", date(2017, 12, 20), {"state": "XBB", "amendment": "biological_2017", "received_by": "secretary_general"})
ELSEWHERE = Conduct("8(2)(e)(xvi)", date(2018, 12, 1), date(2019, 1, 31), "XCC", None, ("XCC",), "13(b)")


@settings(max_examples=120, deadline=None)
@example([ACCEPTED_MIDWAY], [_deposit("XBB", date(2012, 4, 2))], ELSEWHERE, dict(DEFAULT_READINGS))
@given(st.lists(acts, max_size=8), st.lists(st.builds(_deposit, states, st.just(date(2012, 4, 2))), max_size=3), conducts, readings)
def test_the_whole_is_its_days(lines: list[Any], joined: list[Any], conduct: Conduct, chosen: dict[str, str]) -> None:
    """The days covered are those on which the same question, asked of that day alone, is answered with yes."""
    register = _register([*joined, *lines])
    answer = jurisdiction_over(register, conduct, chosen)
    whole = {a + timedelta(days=n) for a, b in answer.covered for n in range((b - a).days + 1)}
    length = (conduct.last - conduct.first).days
    asked = [conduct.first + timedelta(days=n) for n in range(length + 1)]
    alone = {day for day in asked if jurisdiction_over(register, _on(conduct, day), chosen).truth is Truth.MET}
    assert whole == alone
    assert (answer.truth is Truth.MET) == bool(alone)


def _on(conduct: Conduct, day: date) -> Conduct:
    return replace(conduct, first=day, last=day)
