"""The register of States of the Rome Statute and the answer "may the Court exercise jurisdiction over this conduct?"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from curule.law.conditions import No, Truth
from curule.law.record import Entry
from curule.law.view import Actor
from curule.statutes.rome.amendment_data import amendments, covering, crime_within, file_amendments
from curule.statutes.rome.jurisdiction import Conduct, jurisdiction_over
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.membership import (
    STATUTE_IN_FORCE,
    accepted,
    bound_by_amendment,
    declarations_on,
    in_force_for_all,
    month_after_sixtieth_day,
    needed,
    number_of_parties,
    opted_out,
    party_on,
)
from curule.statutes.rome.part_02 import CHAPTERS as PART_2
from curule.statutes.rome.part_13 import CHAPTERS

D = date
DAY = timedelta(days=1)
EFFECTS = {act.code: act.effect for chapter in (*CHAPTERS, *PART_2) for act in chapter.acts}


def register(*lines: tuple[str, date, dict[str, Any]]) -> StatesRegister:
    """A register from acts, days and particulars."""
    draft = StatesRegister()
    for number, (act, day, given) in enumerate(lines, 1):
        effect = EFFECTS[act]
        assert effect is not None
        effect(draft, Entry(number, act, Actor("state"), day, given))
    return draft


def joins(state: str, day: date) -> tuple[str, date, dict[str, Any]]:
    """A deposit."""
    return "deposit_instrument", day, {"state": state, "instrument": "accession"}


@pytest.mark.parametrize(("deposit", "in_force"), [
    (D(2012, 4, 2), D(2012, 7, 1)), (D(2012, 4, 1), D(2012, 6, 1)), (D(2006, 11, 1), D(2007, 1, 1)),
    (D(2002, 4, 11), D(2002, 7, 1)), (D(2023, 12, 31), D(2024, 3, 1)),
])
def test_entry_into_force_is_the_month_after_the_sixtieth_day(deposit: date, in_force: date) -> None:
    """The sixtieth day decides which month follows; a sixtieth day on the first of a month gives the next month."""
    assert month_after_sixtieth_day(deposit) == in_force


@pytest.mark.parametrize(("fraction", "base", "votes"), [
    ((2, 3), 125, 84), ((2, 3), 124, 83), ((2, 3), 123, 82), ((7, 8), 125, 110), ((7, 8), 124, 109), ((7, 8), 123, 108)])
def test_majorities_of_all_parties_are_rounded_up(fraction: tuple[int, int], base: int, votes: int) -> None:
    """Two thirds and seven eighths of all States Parties are the least whole number that reaches the fraction."""
    assert needed(*fraction, base) == votes


def test_membership_lasts_until_the_day_on_which_a_withdrawal_takes_effect() -> None:
    """A Party from its day of entry into force to the eve of the day of effect; the answers name their entries."""
    states = register(joins("XAA", D(2006, 11, 1)), ("notify_withdrawal", D(2016, 10, 27), {"state": "XAA", "basis": "127(1)"}))
    assert not party_on(states, "XAA", D(2006, 12, 31))
    first, last = party_on(states, "XAA", D(2007, 1, 1)), party_on(states, "XAA", D(2017, 10, 26))
    assert isinstance(first, Entry)
    assert first is last
    gone = party_on(states, "XAA", D(2017, 10, 27))
    assert isinstance(gone, No)
    assert [e.act for e in gone.entries] == ["notify_withdrawal"]
    assert number_of_parties(states, D(2017, 10, 26)) == 1
    assert party_on(None, "XAA", D(2010, 1, 1)) is None


def test_an_earlier_stated_day_of_withdrawal_has_no_effect_and_a_later_one_has() -> None:
    """One year after receipt is the least; a later day stated in the notice applies."""
    for stated, effect in ((D(2017, 3, 1), D(2017, 10, 27)), (D(2018, 1, 1), D(2018, 1, 1))):
        states = register(joins("XAA", D(2006, 11, 1)), ("notify_withdrawal", D(2016, 10, 27), {"state": "XAA", "basis": "127(1)", "effective": stated}))
        assert party_on(states, "XAA", effect - DAY)
        assert not party_on(states, "XAA", effect)


def test_a_state_that_left_may_join_again() -> None:
    """A second deposit opens a second time of membership."""
    states = register(joins("XAA", D(2006, 11, 1)), ("notify_withdrawal", D(2016, 10, 27), {"state": "XAA", "basis": "127(1)"}), joins("XAA", D(2019, 1, 10)))
    assert [bool(party_on(states, "XAA", d)) for d in (D(2017, 10, 26), D(2018, 6, 1), D(2019, 4, 1))] == [True, False, True]


def test_the_opt_out_of_article_124_lasts_seven_years_or_until_withdrawn() -> None:
    """From the day of entry into force to the eve of its seventh anniversary."""
    lines = [joins("XLL", D(2023, 11, 15)), ("declare_opt_out", D(2023, 11, 15), {"state": "XLL", "crimes": ("8",), "years": 7})]
    states = register(*lines)
    assert [bool(opted_out(states, "XLL", d)) for d in (D(2024, 1, 31), D(2024, 2, 1), D(2031, 1, 31), D(2031, 2, 1))] == [False, True, True, False]
    withdrawn = register(*lines, ("withdraw_opt_out", D(2025, 1, 10), {"state": "XLL"}))
    assert not opted_out(withdrawn, "XLL", D(2025, 1, 10))


def test_a_declaration_of_acceptance_covers_the_days_it_names() -> None:
    """A declaration under article 12(3) reaches back as far as it says."""
    states = register(("lodge_acceptance", D(2024, 3, 1), {"state": "XNN", "since": D(2014, 2, 20)}))
    assert not declarations_on(states, "XNN", D(2014, 2, 19), "12(3)")
    assert declarations_on(states, "XNN", D(2014, 2, 20), "12(3)")


def test_the_amendments_of_2010_and_2017_are_data() -> None:
    """Each is found with its regime and the crimes that it covers."""
    assert {a.adopted.year for a in file_amendments().values()} >= {2010, 2017}
    assert [a.code for a in covering(None, "8(2)(e)(xiv)")] == ["war_crimes_2010"]
    assert [a.code for a in covering(None, "8bis(2)(a)")] == ["aggression_2010"]
    assert not covering(None, "8(2)(a)(i)")
    assert not crime_within("8bis", "8")


def test_a_later_amendment_is_added_as_data_alone() -> None:
    """An amendment entered on the register binds the State that accepts it one year after its deposit, and no other."""
    entered = {"code": "famine", "regime": "121(5)", "provisions": ("8",), "crimes": ("8(2)(e)(xix)",)}
    states = register(joins("XAA", D(2006, 11, 1)), joins("XBB", D(2006, 11, 1)), ("register_amendment", D(2019, 12, 6), entered),
                      ("deposit_acceptance", D(2020, 10, 14), {"state": "XAA", "amendment": "famine"}))
    assert amendments(states)["famine"].regime == "121(5)"
    assert not accepted(states, "famine", "XAA", D(2021, 10, 13))
    assert accepted(states, "famine", "XAA", D(2021, 10, 14))
    assert not bound_by_amendment(states, "famine", "XBB", D(2030, 1, 1))
    conduct = Conduct("8(2)(e)(xix)", D(2022, 1, 1), D(2022, 1, 1), "XAA", nationalities=("XZZ",), trigger="13(a)")
    assert jurisdiction_over(states, conduct).truth is Truth.MET


def test_an_amendment_of_the_general_regime_binds_all_a_year_after_seven_eighths() -> None:
    """Seven of eight Parties at deposit; the eighth is bound as well."""
    names = [f"XA{c}" for c in "ABCDEFGH"]
    lines = [joins(s, D(2006, 11, 1)) for s in names]
    lines += [("deposit_acceptance", D(2020, 1, day), {"state": s, "amendment": "article_124_2015"}) for day, s in enumerate(names[:7], 1)]
    states = register(*lines)
    terms = amendments(states)["article_124_2015"]
    assert in_force_for_all(states, terms) == D(2021, 1, 7)
    assert not bound_by_amendment(states, terms.code, "XAH", D(2021, 1, 6))
    assert bound_by_amendment(states, terms.code, "XAH", D(2021, 1, 7))
    assert in_force_for_all(register(*lines[:-1]), terms) is None


def world() -> StatesRegister:
    """XAA: a Party from the beginning; XMM since 1 May 2010; XNN by declaration since 20 February 2014."""
    return register(joins("XAA", D(2001, 1, 10)), joins("XMM", D(2010, 2, 5)), ("lodge_acceptance", D(2024, 3, 1), {"state": "XNN", "since": D(2014, 2, 20)}))


def asked(crime: str, first: date, place: str, *nationalities: str, trigger: str = "13(a)", last: date | None = None) -> Any:
    """The answer for conduct of one day or more."""
    return jurisdiction_over(world(), Conduct(crime, first, last or first, place, nationalities=nationalities, trigger=trigger))


def test_the_answer_names_its_link_states_and_gates() -> None:
    """Which State opens jurisdiction, by what, and each gate with its provision, in both languages."""
    answer = asked("7(1)(a)", D(2015, 1, 1), "XAA", "XNN")
    assert answer.truth is Truth.MET
    assert [(k.state, k.kind, k.basis) for k in answer.links] == [("XAA", "territory", "party"), ("XNN", "nationality", "declaration")]
    assert [g.provision for g in answer.gates] == ["5(1)", "11(1)", "13", "12(2)", "11(2)", "121(5)"]
    assert answer.as_dict("fr")["verdict"] == "met"
    assert answer.lines("en")


@pytest.mark.parametrize(("conduct", "gate"), [
    (("70(1)(a)", D(2015, 1, 1), "XAA"), "5(1)"), (("7(1)(a)", D(2002, 6, 30), "XAA"), "11(1)"), (("7(1)(a)", D(2015, 1, 1), "XZZ", "XZZ"), "12(2)"),
    (("7(1)(a)", D(2010, 4, 30), "XMM", "XMM"), "11(2)"), (("8(2)(e)(xv)", D(2015, 1, 1), "XAA"), "121(5)"),
    (("8bis", D(2018, 7, 16), "XAA", "XAA"), "15bis(3)"),
    (("8bis", D(2019, 1, 1), "XAA", "XZZ"), "15bis(5)"),
])
def test_each_gate_refuses_by_its_own_provision(conduct: tuple[Any, ...], gate: str) -> None:
    """Crime, time, consent, late joining, amendment and the two bars of article 15 bis."""
    answer = asked(*conduct)
    assert answer.truth is Truth.NOT_MET
    assert gate in [g.provision for g in answer.gates if g.truth is Truth.NOT_MET]


def test_a_council_referral_needs_no_consent_but_no_trigger_is_no_jurisdiction() -> None:
    """Article 13(b) skips article 12(2); without a trigger nothing helps."""
    assert asked("7(1)(a)", D(2015, 1, 1), "XZZ", "XZZ", trigger="13(b)").truth is Truth.MET
    assert asked("7(1)(a)", D(2015, 1, 1), "XAA", trigger="").truth is Truth.NOT_MET


def test_conduct_that_spans_a_change_is_covered_for_its_part() -> None:
    """Of conduct from April to June 2010 in a State that joined on 1 May, the part since then is covered."""
    answer = asked("7(1)(a)", D(2010, 4, 1), "XMM", last=D(2010, 6, 1))
    assert answer.truth is Truth.MET
    assert answer.partial
    assert answer.covered == ((D(2010, 5, 1), D(2010, 6, 1)),)


def test_without_a_register_the_question_stays_open() -> None:
    """What is not known is open, never refused."""
    assert jurisdiction_over(None, Conduct("7(1)(a)", D(2015, 1, 1), D(2015, 1, 1), "XAA", trigger="13(a)")).truth is Truth.OPEN
    assert D(2002, 7, 1) == STATUTE_IN_FORCE


def test_a_person_under_eighteen_is_outside_jurisdiction() -> None:
    """The eighteenth birthday is the first day of jurisdiction."""
    for day, truth in ((D(2015, 1, 9), Truth.NOT_MET), (D(2015, 1, 10), Truth.MET)):
        conduct = Conduct("7(1)(a)", day, day, "XAA", trigger="13(a)", born=D(1997, 1, 10))
        assert jurisdiction_over(world(), conduct).truth is truth
