"""The vocabulary of the field: how histories of the International Criminal Court tell its acts."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.unit.replay.conftest import phrases

from curule.law.library import Library
from curule.replay.history import Event, History, Person
from curule.replay.phrasebook import Phrasebook
from curule.replay.recognition import Recogniser

WORDS = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))
COURT, MECHANISM = WORDS["lines"], WORDS["mechanism"]
Line = tuple[str, str, str, str]


def named(lines: list[Line]) -> list[str]:
    """A name for each line."""
    return [f"{n}-{line[1][:40]}" for n, line in enumerate(lines)]


@pytest.fixture(scope="module")
def recogniser(court: Library) -> Recogniser:
    """A recogniser of the Court's histories, for a case of one person."""
    history = History("words.yaml", "ICC", "ICC-99/01-01/20", (), persons=(Person("Alex Example", "XAA"),))
    return Recogniser(court, phrases(court), history)


def found_by(recogniser: Recogniser, line: Line, posture: object) -> str:
    """The acts recognised in a line, ``outside``, or nothing."""
    actor, words, provision, _acts = line
    told = recogniser.recognise(Event(1, date(2020, 1, 6), words, actor, provision), posture)
    return " ".join(dict.fromkeys(a.act for a in told.acts)) or ("outside" if told.outside is not None else "")


@pytest.mark.parametrize("line", COURT, ids=named(COURT))
def test_the_words_lead_to_the_act_of_the_court(recogniser: Recogniser, line: Line) -> None:
    """The actor, the words and the provision together say which act of the Statute is meant."""
    assert found_by(recogniser, line, None) == line[3]


@pytest.mark.parametrize("line", MECHANISM, ids=named(MECHANISM))
def test_the_words_lead_to_the_act_of_the_mechanism(library: Library, book: Phrasebook, line: Line) -> None:
    """So for the Mechanism, on a case with a judgement, an appeal and an application for review pending where the act asks for them."""
    pending = SimpleNamespace(pending=True, by="defence")
    late = SimpleNamespace(judgement=True, final_judgement=True, appeals={"1": pending}, reviews={}, counts={}, benches={})
    reviewed = SimpleNamespace(judgement=True, final_judgement=True, appeals={}, reviews={"1": pending}, counts={}, benches={})
    early = SimpleNamespace(appeals={}, reviews={}, counts={}, benches={})
    recogniser = Recogniser(library, book, History("words.yaml", "IRMCT", "MICT-19-199", (), persons=(Person("Alex Example", "XAA"),)))
    posture = {"12": late, "23": late, "25": late, "26": late, "24": reviewed}.get(line[2].removeprefix("art. ")[:2], early)
    assert found_by(recogniser, line, posture) == line[3]
