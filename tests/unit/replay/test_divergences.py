"""Divergences between the law and what happened, and their explanations."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.unit.replay.conftest import phrases
from tests.unit.replay.support import APPEAL, BENCHES, told

from curule.law.library import Library
from curule.replay.explaining import Category
from curule.replay.phrasebook import Phrasebook
from curule.statutes.mechanism.matters.allocation import COMMENCEMENT


def test_acts_of_a_tribunal_are_taken_over_as_earlier_proceedings(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """The judgement of the ICTR stands on the Mechanism's record with its crimes, its sentence and its two days."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES)
    first = next(s for s in run.steps if s.event is not None)
    assert first.status == "other body"
    given = first.done[0].entry.particulars
    assert (given["tribunal"], given["years"], given["crimes"]) == ("ictr", 35, ("incitement", "genocide", "rape"))
    case = library.fold("case", run.records["case"][1])
    assert (case.judged_on, case.filed_on) == (date(2012, 12, 20), date(2013, 2, 21))


def test_an_appeal_out_of_time_is_explained_by_the_figure_and_the_date(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """Time runs from the written judgement; the figure comes from the Rules and the file doubts the day: both are told."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES)
    notice = next(d for s in run.steps for d in s.done if d.entry.act == "file_notice_of_appeal")
    found = {e.category for e in notice.explained}
    assert {Category.FIGURE, Category.DATE, Category.PARTICULAR} <= found
    assert any("2013-03-25" in e.says.en for e in notice.explained)
    assert notice.competence is not None
    assert notice.competence.competent == ("mechanism",)


def test_the_reversed_count_is_found_by_its_crime(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """"Reverse the rape conviction" reverses the third count, and the sentence is revised to thirty years."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES)
    decided = next(d for s in run.steps for d in s.done if d.entry.act == "decide_appeal").entry.particulars
    assert (decided["reversed"], decided["years"], set(decided["outcome"])) == (("3",), 30, {"affirm", "reverse", "revise"})


def test_a_trial_judge_on_the_appeal_is_a_question_of_a_reading(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """A bench with a judge who sat at trial is refused, and the reading under which it would not be is named."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES.replace("Gus Gray", "Ben Baker"))
    composed = next(d for s in run.steps for d in s.done if d.entry.act == "compose_appeals_chamber")
    assert composed.full.verdict.value == "REFUSED"
    assert any(e.category is Category.READING and "earlier_part" in e.says.en for e in composed.explained)


def test_four_judges_on_an_appeal_are_a_genuine_disagreement(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """No reading or practice explains an appeals bench of four."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES.replace(", Gus Gray", ""))
    composed = next(d for s in run.steps for d in s.done if d.entry.act == "compose_appeals_chamber")
    assert any(e.category is Category.DISAGREEMENT for e in composed.explained)


def test_an_act_that_the_law_presupposes_is_named(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """A monitoring report without an appointment of a monitor in the history says which act is missing."""
    events = """- {date: '2011-06-28', act: order referral to Rwanda, actor: ICTR Referral Chamber}
- {date: '2013-09-12', act: report of the monitors for July-August 2013, actor: Monitor}
"""
    run = told(library, book, tmp_path, events)
    report = next(d for s in run.steps for d in s.done if d.entry.act == "file_monitoring_report")
    assert [e.category for e in report.explained] == [Category.ENTRY]
    assert report.entry.particulars["until"] == date(2013, 8, 31)


def test_what_came_before_the_branch_is_shown_and_taken_over_when_it_begins(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """An arrest in 2010 is no act under the Mechanism's law; its record has it from the first day of the branch."""
    run = told(library, book, tmp_path, "- {date: '2010-06-30', act: arrest in Uganda, actor: Uganda}\n")
    shown = next(s for s in run.steps if s.event is not None)
    assert shown.status == "other body"
    entries = run.records["case"][1]
    assert [e.act for e in entries] == ["open_case", "submit_indictment", "confirm_indictment", "record_arrest"]
    assert entries[0].done_on == COMMENCEMENT["arusha"]
    assert entries[-1].particulars["state"] == "UGA"


def test_the_phrases_and_the_law_name_the_same_first_days(book: Phrasebook) -> None:
    """The commencement dates of the phrases are those of the pack."""
    assert dict(book.branches) == dict(COMMENCEMENT)


def test_another_reading_is_asked_of_the_same_rules(library: Library) -> None:
    """A library under one other reading keeps the rest as it was chosen, and leaves the first library alone."""
    id, reading = next((i, r) for i, r in library.readings.items() if len(r.alternatives) > 1)
    other = next(a for a in reading.alternatives if a != library.reading(id))
    under = library.under(id, other)
    assert (under.reading(id), library.reading(id)) == (other, reading.default)
    assert under.trees is library.trees


def test_a_death_of_nobody_named_is_not_laid_on_all(court: Library, tmp_path: Path) -> None:
    """Where neither the event nor the head of the file says which of two persons died, nobody's death is entered, and the act that is near is named."""
    head = "court: ICC\ncase_number: ICC-99/01-01/20\npersons:\n- {name: Alex Example, nationality: XAA}\n- {name: Bo Sample, nationality: XAA}\n"
    run = told(court, phrases(court), tmp_path, "- {date: '2020-01-06', act: the suspect dies}\n", head)
    step = next(s for s in run.steps if s.event is not None)
    assert (step.status, step.done) == ("not recognised", [])
    assert "Record a death" in step.explained[0].says.en
