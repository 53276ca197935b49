"""Time served: credit, interruptions, leap days, as-of dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curule.statutes.mechanism.sentence_time import (
    Custody,
    SentenceTimeError,
    Term,
    TimeServed,
    merged,
    overlaps,
    reckon,
    separate,
)

D = date
DAY = timedelta(days=1)
begin_days = st.dates(D(1996, 1, 1), D(2024, 12, 31))
terms = st.builds(Term, st.integers(0, 45), st.integers(0, 11)).filter(lambda t: t.years or t.months)


@st.composite
def histories(draw: st.DrawFn) -> tuple[date, list[Custody], date]:
    """A day of beginning, custody around it in any order, the last stretch open or not, and a day of asking."""
    begins = draw(begin_days)
    day = begins - timedelta(days=draw(st.integers(0, 1500)))
    periods = []
    for _ in range(draw(st.integers(1, 5))):
        day += timedelta(days=draw(st.integers(2, 400)))
        end = day + timedelta(days=draw(st.integers(0, 900)))
        periods.append(Custody(day, end))
        day = end
    if draw(st.booleans()):
        periods[-1] = Custody(periods[-1].start)
    on = begins + timedelta(days=draw(st.integers(0, 6000)))
    return begins, draw(st.permutations(periods)), on


def continuous(term: Term, begins: date, since: date, on: date | None = None) -> TimeServed:
    """A sentence with custody that never ended."""
    return reckon(term, begins, [Custody(since)], on or begins)


@pytest.mark.parametrize(("begins", "term", "last"), [
    (D(2021, 1, 1), Term(1), D(2021, 12, 31)),
    (D(2020, 1, 1), Term(1), D(2020, 12, 31)),
    (D(2020, 2, 29), Term(1), D(2021, 2, 27)),
    (D(2020, 2, 29), Term(4), D(2024, 2, 28)),
    (D(2021, 1, 31), Term(0, 1), D(2021, 2, 27)),
    (D(2019, 3, 1), Term(0, 12), D(2020, 2, 29)),
    (D(2010, 6, 15), Term(20, 6), D(2030, 12, 14)),
])
def test_a_term_ends_on_the_eve_of_its_anniversary(begins: date, term: Term, last: date) -> None:
    """The day of beginning counts, so the last day is the eve of the calendar anniversary, clamped at month end."""
    assert continuous(term, begins, begins).ends_on == last


def test_leap_days_fall_where_the_calendar_puts_them() -> None:
    """The same two years have a day more when a leap day falls into them."""
    assert Term(2).days_from(D(2019, 1, 1)) == 731
    assert Term(2).days_from(D(2021, 1, 1)) == 730


def test_custody_before_the_sentence_is_credited_day_for_day() -> None:
    """Ten days of custody before the sentence bring its end ten days forward."""
    without = continuous(Term(10), D(2010, 5, 1), D(2010, 5, 1))
    credited = continuous(Term(10), D(2010, 5, 1), D(2010, 4, 21))
    assert credited.credit == 10
    assert without.ends_on == D(2020, 4, 30)
    assert credited.ends_on == D(2020, 4, 20)


def test_days_at_liberty_move_the_end() -> None:
    """A provisional release of 31 days in January 2012 moves the end by 31 days."""
    custody = [Custody(D(2010, 5, 1), D(2011, 12, 31)), Custody(D(2012, 2, 1))]
    assert reckon(Term(10), D(2010, 5, 1), custody, D(2013, 1, 1)).ends_on == D(2020, 5, 31)


@pytest.mark.parametrize(("term", "complete"), [
    (Term(3), D(2011, 12, 31)),
    (Term(20), D(2023, 4, 30)),
    (Term(1), D(2010, 8, 31)),
    (Term(0, 1), D(2010, 1, 21)),
    (Term(0, 5), D(2010, 4, 10)),
])
def test_two_thirds_are_taken_of_months_then_of_days(term: Term, complete: date) -> None:
    """Two thirds of 20 years are 13 years and 4 months; of one month 21 of its 31 days, a part counting as a day."""
    assert continuous(term, D(2010, 1, 1), D(2010, 1, 1)).eligible_on == complete


def test_life_counts_as_forty_five_years_for_eligibility_and_has_no_end() -> None:
    """A person serving life is eligible after 30 years; nothing says when life ends."""
    served = continuous(Term(life=True), D(2000, 3, 1), D(2000, 3, 1), D(2030, 2, 27))
    assert served.eligible_on == D(2030, 2, 28)
    assert served.until_eligible == 1
    assert served.ends_on is None
    assert served.remaining is None


def test_share_and_equivalent_are_arguments() -> None:
    """With three quarters and life as 40 years a person serving life is eligible after 30 years too."""
    served = reckon(Term(life=True), D(2000, 3, 1), [Custody(D(2000, 3, 1))], D(2001, 1, 1), share=(3, 4), life_years=40)
    assert served.eligible_on == D(2030, 2, 28)


def test_nothing_that_happened_later_is_known_on_the_day_asked() -> None:
    """As of the day before an escape the end is reckoned as if custody went on."""
    begins = D(2010, 1, 1)
    escape = [Custody(begins, D(2011, 6, 30)), Custody(D(2012, 6, 30))]
    assert reckon(Term(4), begins, escape, D(2011, 6, 29)).ends_on == D(2013, 12, 31)
    assert reckon(Term(4), begins, escape, D(2012, 1, 1)).ends_on is None
    assert reckon(Term(4), begins, escape, D(2012, 6, 30)).ends_on == D(2014, 12, 31)


def test_before_the_sentence_begins_only_credit_has_been_served() -> None:
    """Asked on a day of custody before the sentence, what is served is the credit up to that day."""
    served = reckon(Term(4), D(2010, 1, 10), [Custody(D(2010, 1, 1))], D(2010, 1, 5))
    assert (served.credit, served.served) == (5, 5)


def test_a_sentence_that_credit_has_used_up_ends_the_day_it_begins() -> None:
    """Credit longer than the term cannot end it before it begins."""
    served = continuous(Term(0, 6), D(2010, 1, 1), D(2008, 1, 1))
    assert served.ends_on == D(2010, 1, 1)
    assert served.remaining == 0


def test_overlapping_periods_are_named() -> None:
    """Two periods that share a day are refused with both named; neighbours are not."""
    shared = [Custody(D(2010, 1, 1), D(2010, 2, 1)), Custody(D(2010, 2, 1), D(2010, 3, 1))]
    with pytest.raises(SentenceTimeError, match="2010-02-01") as refused:
        separate(shared)
    assert "chevauche" in refused.value.text.fr
    assert separate([Custody(D(2010, 2, 2)), Custody(D(2010, 1, 1), D(2010, 2, 1))])[0].start == D(2010, 1, 1)
    assert overlaps(Custody(D(2010, 2, 2)), shared) == shared[1]
    assert overlaps(Custody(D(2010, 3, 2)), shared) is None


def test_overlapping_periods_count_each_day_once() -> None:
    """Merged, two periods that overlap by a month are one; an open one swallows what follows."""
    assert merged([Custody(D(2010, 1, 1), D(2010, 2, 28)), Custody(D(2010, 2, 1), D(2010, 3, 31))]) == (
        Custody(D(2010, 1, 1), D(2010, 3, 31)),)
    assert merged([Custody(D(2010, 5, 1), D(2010, 6, 1)), Custody(D(2010, 1, 1))]) == (Custody(D(2010, 1, 1)),)
    assert merged([Custody(D(2010, 1, 1), D(2010, 9, 1)), Custody(D(2010, 5, 1), D(2010, 6, 1))]) == (
        Custody(D(2010, 1, 1), D(2010, 9, 1)),)


@pytest.mark.parametrize("make", [lambda: Custody(D(2010, 1, 2), D(2010, 1, 1)), lambda: Term(-1), lambda: Term(201)])
def test_nonsense_is_refused_with_the_remedy(make: object) -> None:
    """A period that ends before it begins and a term beyond reason are refused in both languages."""
    with pytest.raises(SentenceTimeError) as refused:
        make()  # type: ignore[operator]
    assert refused.value.text.en != refused.value.text.fr


def test_the_working_says_every_step_in_both_languages() -> None:
    """Sentence, custody, credit, time served, share and end each have a line."""
    english = [line.en for line in continuous(Term(3, 6), D(2015, 1, 1), D(2014, 12, 22), D(2015, 1, 10)).working]
    french = [line.fr for line in continuous(Term(life=True), D(2015, 1, 1), D(2015, 1, 1)).working]
    assert english[0] == "Sentence: 3 years and 6 months, from 1 January 2015, that day counted."
    assert english[1] == "Custody from 22 December 2014 to 10 January 2015: 20 days."
    assert english[2] == "Credit for custody before the sentence: 10 days."
    assert len(english) == 6
    assert any("45 ans" in line for line in french)


@given(histories(), terms)
def test_the_order_of_periods_does_not_matter(history: tuple[date, list[Custody], date], term: Term) -> None:
    """Whatever the order in which custody was put on the record, the answer is the same."""
    begins, periods, on = history
    assert reckon(term, begins, periods, on) == reckon(term, begins, sorted(periods, key=lambda p: p.start), on)


@given(histories(), terms, st.integers(1, 2000), st.integers(0, 800))
def test_credit_never_lengthens(history: tuple[date, list[Custody], date], term: Term, before: int, length: int) -> None:
    """Further custody, wherever it lies before the sentence, never puts off its end or eligibility."""
    begins, periods, on = history
    start = begins - timedelta(days=before)
    more = [*periods, Custody(start, min(start + timedelta(days=length), begins - DAY))]
    plain, credited = reckon(term, begins, periods, on), reckon(term, begins, more, on)
    assert credited.credit >= plain.credit
    for earlier, later in ((credited.ends_on, plain.ends_on), (credited.eligible_on, plain.eligible_on)):
        assert later is None or (earlier is not None and earlier <= later)


@given(histories(), terms)
def test_each_day_serves_at_most_one_day(history: tuple[date, list[Custody], date], term: Term) -> None:
    """From one day to the next time served grows by one day or not at all, and never shrinks."""
    begins, periods, on = history
    today, tomorrow = reckon(term, begins, periods, on), reckon(term, begins, periods, on + DAY)
    assert tomorrow.served - today.served in (0, 1)


@given(begin_days, terms, st.integers(0, 900))
def test_nothing_remains_on_the_last_day_and_one_day_on_its_eve(begins: date, term: Term, credit: int) -> None:
    """On the computed last day nothing remains; on the eve one day does."""
    custody = [Custody(begins - timedelta(days=credit))]
    ends_on = reckon(term, begins, custody, begins).ends_on
    assert ends_on is not None
    assert reckon(term, begins, custody, ends_on).remaining == 0
    if ends_on > begins:
        assert reckon(term, begins, custody, ends_on - DAY).remaining == 1


@given(histories(), terms)
def test_eligibility_comes_no_later_than_the_end(history: tuple[date, list[Custody], date], term: Term) -> None:
    """Two thirds are complete before or with the whole."""
    begins, periods, on = history
    served = reckon(term, begins, periods, on)
    if served.ends_on is not None:
        assert served.eligible_on is not None
        assert served.eligible_on <= served.ends_on


@given(histories(), terms)
def test_known_then_equals_asked_then(history: tuple[date, list[Custody], date], term: Term) -> None:
    """Custody that begins after the day asked changes nothing."""
    begins, periods, on = history
    later = Custody(max(p.last if p.end else p.start for p in periods) + timedelta(days=6001))
    if later.start > on and all(p.end for p in periods):
        assert reckon(term, begins, [*periods, later], on) == reckon(term, begins, periods, on)
