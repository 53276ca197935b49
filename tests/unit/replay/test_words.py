"""Words of histories: particulars taken out of them, and the acts that they tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.unit.replay.support import acts_of, told

from curule.law.library import Library
from curule.replay.extraction import crimes_in, day_in, money_in, months_in, period_end, state_in, years_in
from curule.replay.history import Event, History
from curule.replay.phrasebook import Phrasebook
from curule.replay.recognition import Recogniser


def test_particulars_are_taken_out_of_words() -> None:
    """Terms, fines, States, periods, days and crimes are found where words have them, and nowhere else."""
    assert years_in("reduce the sentence from 35 to 30 years") == 30
    assert years_in("thirty years") == 30
    assert months_in("25 months of imprisonment") == 25
    assert years_in("affirm the sentence") is None
    assert money_in("a fine of 10,000 euros") == 1_000_000
    assert state_in("arrest in Uganda") == "UGA"
    assert state_in("transfer from Rwanda to the United Kingdom") == "GBR"
    assert state_in("transfert au Mali") == "MLI"
    assert state_in("hold a hearing") is None
    assert period_end("report for July-August 2013") == date(2013, 8, 31)
    assert day_in("until 22 July 2016") == date(2016, 7, 22)
    assert crimes_in("convicted of incitement, genocide, rape") == ("incitement", "genocide", "rape")


USUAL = [
    ("confirm the indictment", "Single Judge", "confirm_indictment"),
    ("issue a warrant of arrest", "Single Judge", "issue_order"),
    ("arrest in Kenya", "Kenya", "record_arrest"),
    ("transfer to the seat of the Mechanism in Arusha", "Kenya", "record_transfer"),
    ("hold the initial appearance", "Trial Chamber", "hold_initial_appearance"),
    ("enter a plea of not guilty", "Trial Chamber", "enter_plea"),
    ("grant provisional release", "Trial Chamber", "grant_provisional_release"),
    ("open the trial", "Trial Chamber", "open_trial"),
    ("pronounce the judgement and sentence him to 12 years", "Trial Chamber", "give_judgement"),
    ("order referral to Rwanda", "Trial Chamber", "order_referral"),
    ("request revocation of the referral", "Prosecutor", "request_revocation"),
    ("appoint a monitor", "Registrar", "appoint_monitor"),
    ("assign counsel", "Registrar", "assign_counsel"),
    ("vary the protective measures of a witness", "Single Judge", "vary_measures"),
    ("grant protective measures", "Trial Chamber", "grant_measures"),
    ("designate Mali as the State of enforcement", "President", "designate_state"),
    ("grant early release", "President", "grant_release"),
    ("deny the application for early release", "President", "deny_release"),
    ("apply for early release", "convicted person", "petition_release"),
    ("the accused dies", "", "record_death_of_accused"),
]


@pytest.mark.parametrize(("words", "actor", "act"), USUAL)
def test_the_usual_vocabulary_of_cases_is_recognised(library: Library, book: Phrasebook, tmp_path: Path, words: str, actor: str, act: str) -> None:
    """The words in which such cases are usually told lead to the act that they mean."""
    run = told(library, book, tmp_path, f"- {{date: '2015-06-01', act: '{words}', actor: '{actor}'}}\n")
    assert act in acts_of(run)[0]
    assert run.explained


@pytest.mark.parametrize("words", ["postpone the hearing", "dismiss the motion for disqualification", "grant access to confidential material",
                                   "appoint an amicus curiae", "designate a pre-appeal judge"])
def test_what_the_statute_leaves_to_the_rules_is_told_as_such(library: Library, book: Phrasebook, tmp_path: Path, words: str) -> None:
    """Case management is no act of the Statute; the explanation gives its source."""
    run = told(library, book, tmp_path, f"- {{date: '2015-06-01', act: {words}, actor: Appeals Chamber}}\n")
    step = next(s for s in run.steps if s.event is not None)
    assert step.status == "outside the statute"
    assert step.explained[0].source is not None


def test_what_is_not_recognised_is_listed_and_not_guessed(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """Words that no phrase matches lead to no entry."""
    run = told(library, book, tmp_path, "- {date: '2015-06-01', act: hold a picnic, actor: Chambers}\n")
    step = next(s for s in run.steps if s.event is not None)
    assert (step.status, step.done) == ("not recognised", [])


@pytest.mark.parametrize(
    ("number", "former", "title", "act", "group"),
    [("MICT-99-1", "ICTR-99-1", "Example", "hear a witness about contempt", "1(3)"), ("MICT-19-100-R90", "IT-99-1-R77.5", "Example", "arrest", "1(4)(a)"),
     ("MICT-19-100", "IT-99-1", "In the case against A. Example (contempt)", "arrest", "1(4)(a)"),
     ("MICT-19-100", "", "Example", "charge with contempt", "1(4)(a)"),
     ("MICT-19-100", "", "Example (false testimony)", "arrest", "1(4)(b)")],
)
def test_the_class_of_a_case_comes_from_the_head_of_its_file(
    library: Library, book: Phrasebook, number: str, former: str, title: str, act: str, group: str
) -> None:
    """A case that a Tribunal had is one of contempt only where its number, title or charges say so; of another its acts may say it too."""
    history = History("x.yaml", "IRMCT", number, (Event(1, date(2019, 1, 7), act),), former=former, title=title)
    assert Recogniser(library, book, history).group() == group

