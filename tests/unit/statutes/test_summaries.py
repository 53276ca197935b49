"""Where a matter stands in a few words, and the sheets behind its tabs: pure functions of posture, day and language."""

from __future__ import annotations

from datetime import date

from curule.law.record import Entry
from curule.law.view import Actor
from curule.statutes.mechanism.matters.case import Accused, Bench, Case, Count, Hearings, Referral, Sentence
from curule.statutes.mechanism.sheets import sheets
from curule.statutes.mechanism.summaries import bench_words, custody_words, sentence_words, summary

ON = date(2026, 3, 3)


def entry(number: int, day: date, **given: object) -> Entry:
    """An entry that stands for a source."""
    return Entry(number, "x", Actor("registry"), day, given)


def test_custody_counts_the_day_of_arrest():
    """The day of the arrest is day one, whether or not the person has been transferred."""
    arrested = entry(3, date(2026, 3, 1))
    assert custody_words(Accused(arrested=arrested, transferred=arrested), ON, "en") == ("in custody, day 3", "irmct:17(2)", arrested)
    assert custody_words(Accused(arrested=arrested), ON, "fr")[0] == "arrêté, non transféré, jour 3"


def test_a_death_or_a_release_goes_before_custody():
    """Whoever died or was released is no longer shown in custody, though the arrest stands on the record."""
    arrested, later = entry(3, date(2026, 1, 1)), entry(9, date(2026, 2, 1))
    assert custody_words(Accused(arrested=arrested, released=later), ON, "en")[0] == "released"
    assert custody_words(Accused(arrested=arrested, released=later, dead=later), ON, "en")[0] == "deceased"


def test_a_bench_names_who_presides_first():
    """The presiding judge comes first and is marked; a judge alone is not said to preside; an unknown name stays a code."""
    assert bench_words(Bench(judges=("J2", "J1", "J3"), presiding="J1"), "en", {"J1": "Judge One"}) == "Judge One (presiding), J2, J3"
    assert bench_words(Bench(judges=("J1",), presiding="J1"), "fr", {}) == "J1"


def test_sentences_in_words():
    """Years and months, life, and a fine in units, each in its language."""
    assert sentence_words(Sentence(months=27), "en") == "2 years and 3 months of imprisonment"
    assert sentence_words(Sentence(months=12), "fr") == "1 an d'emprisonnement"
    assert sentence_words(Sentence(life=True), "en") == "imprisonment for life"
    assert sentence_words(Sentence(fine=1_000_050), "en") == "fine of 10,000.50"
    assert sentence_words(Sentence(), "en") == "no penalty"


def test_a_case_is_told_concern_by_concern_with_its_sources():
    """Accused, counts and bench each carry the entry that made them so; dismissed counts are not counted."""
    opened = entry(1, date(2026, 1, 1))
    case = Case(referral=Referral(), trial=Hearings(), confirmed=opened)
    case.accused["A"] = Accused()
    case.counts.update({"1": Count(status="confirmed"), "2": Count(status="dismissed")})
    case.benches["trial"] = Bench(judges=("J1", "J2", "J3"), presiding="J2", entry=opened)
    told = {line.label: (line.value, line.entry) for line in summary("case", case, ON, "en")}
    assert told == {"Accused": ("at liberty", None), "Counts": ("1", opened), "Trial bench": ("J2 (presiding), J1, J3", opened)}
    assert [line.label for line in summary("case", case, ON, "fr")] == ["Accusé", "Chefs", "Formation de jugement"]
    assert summary("unknown", case, ON, "en") == []


def test_the_charges_sheet_has_a_row_for_each_count():
    """Each count stands on the sheet with its status and plea; a tab that a kind lacks has no sheet."""
    case = Case(referral=Referral(), trial=Hearings())
    case.accused["A"] = Accused()
    case.accused["A"].pleas["1"] = "guilty"
    case.counts["1"] = Count(crime="murder", person="A", status="convicted")
    (sheet,) = sheets("case", "charges", case, ON, "en")
    assert [row.cells for row in sheet.rows] == [("1", "murder", "A", "convicted", "guilty")]
    assert sheets("roll", "charges", case, ON, "en") == []
