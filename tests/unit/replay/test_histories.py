"""Invented histories of both tribunals: every event leads to the act that it tells, and every figure is reckoned as the file expects."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.unit.replay.conftest import phrases
from tests.unit.replay.support import HISTORIES

from curule.law.library import Library
from curule.replay.explaining import Category
from curule.replay.reading import read_history
from curule.replay.running import Run, Step, replay
from curule.statutes import load_pack

PACK_OF = {"icc": "rome", "irmct": "mechanism"}
FILES = sorted(HISTORIES.glob("*.yaml"))


@pytest.fixture(scope="module")
def runs() -> dict[str, Run]:
    """Every invented history, replayed."""
    libraries = {pack: Library(load_pack(pack)) for pack in PACK_OF.values()}
    books = {pack: phrases(library) for pack, library in libraries.items()}
    found = {}
    for path in FILES:
        pack = PACK_OF[path.name.partition("-")[0]]
        found[path.name] = replay(libraries[pack], books[pack], read_history(path))
    return found


def acts_of(step: Step) -> list[str]:
    """The acts that an event led to, each once; those recognised where it is taken over later."""
    done = [d.entry.act for d in step.done] or [a.act for a in (step.told.acts if step.told else ())]
    return list(dict.fromkeys(done))


def test_there_are_eight_histories_of_the_court_and_four_of_the_mechanism() -> None:
    """The fixtures cover both tribunals."""
    assert sum(p.name.startswith("icc-") for p in FILES) >= 8
    assert sum(p.name.startswith("irmct-") for p in FILES) >= 4


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_event_leads_to_the_act_that_it_tells(path: Path, runs: dict[str, Run]) -> None:
    """Each event says under ``told`` which acts it tells, or that the Statute has none for it."""
    told = [e["told"] for e in yaml.safe_load(path.read_text(encoding="utf-8"))["events"]]
    steps = [s for s in runs[path.name].steps if s.event is not None]
    found = {s.event.number: "outside" if s.status == "outside the statute" else acts_of(s) for s in steps if s.event is not None}
    assert {n: found[n] for n in found} == dict(enumerate(told, 1))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_divergence_is_explained_and_every_figure_reckoned(path: Path, runs: dict[str, Run]) -> None:
    """Nothing is left unexplained or unrecognised, nothing is a genuine disagreement, and the figures agree."""
    run = runs[path.name]
    assert run.explained
    categories = {e.category for s in run.steps for e in (*s.explained, *(x for d in s.done for x in d.explained))}
    assert not categories & {Category.DISAGREEMENT, Category.UNRECOGNISED}
    assert {c.computed.id: c.agrees for c in run.checks} == dict.fromkeys((c.computed.id for c in run.checks), True)


def test_a_situation_and_its_case_are_separate_matters(runs: dict[str, Run]) -> None:
    """What a State refers stands in the situation, what a Chamber confirms in the case, the sentence in its own file."""
    records = runs["icc-appeal-and-reparations.yaml"].records
    assert [kind for kind, _entries in records.values()] == ["situation", "case", "enforcement"]
    assert records["case"][1][0].particulars["situation"] == "situation"


def test_only_those_die_whom_the_file_calls_dead(runs: dict[str, Run]) -> None:
    """"The suspect dies" names nobody of three; the head of the file says whose death it was."""
    deaths = [e.particulars["person"] for _k, entries in runs["icc-fugitive-and-death.yaml"].records.values() for e in entries if e.act == "record_death"]
    assert deaths == ["Karl Fictional"]


def test_a_presupposed_act_is_told_as_supplied(runs: dict[str, Run]) -> None:
    """What an event presupposes and the history leaves out is entered, and shown as supplied with what is missing."""
    supplied = [d for s in runs["icc-acquittal-reversed.yaml"].steps if s.event is None for d in s.done if d.entry.act == "file_document_containing_charges"]
    assert supplied
    assert all(d.supplied is not None for d in supplied)
    assert any(e.category is Category.ENTRY for d in supplied for e in d.explained)
