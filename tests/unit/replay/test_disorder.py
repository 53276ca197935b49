"""Histories in disorder: whatever a file tells, and in whatever order, the replay runs to its end and says something of every event."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest
import yaml
from tests.unit.replay.conftest import phrases
from tests.unit.replay.support import TODAY

from curule.law.library import Library
from curule.replay.reading import read_history
from curule.replay.report import as_dict, lines
from curule.replay.running import Run, replay

WORDS = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))
PERSONS = [{"name": "Alex Example", "nationality": "XAA", "status": "dead"}, {"name": "Bo Sample", "nationality": "XBB"}, "Cy Third"]
FIGURES = [("two thirds", {"credit_from": "x", "years": 3}), ("expiry", {"credit_from": "2015-01-01", "years": 99999}), ("30 days", {"day": "2015-13-01"}),
           ("regulation 53", {"hearing_end": None}), ("61(8)", {"declined": "2015-01-01"}), ("majority", {"judges": "many"})]


def in_disorder(seed: int, key: str, court: str, folder: Path) -> Path:
    """A history of forty events in an order that no case ever had."""
    chance = random.Random(seed)
    told = chance.sample(WORDS[key], k=len(WORDS[key]))[:40]
    outcomes = ["", "3 charges", "guilty; 14 years", "in part", "by majority"]
    events = [{"date": f"2015-{1 + n // 4:02d}-{1 + n % 4 * 7:02d}", "act": words, "actor": actor, "provision": provision, "outcome": chance.choice(outcomes)}
              for n, (actor, words, provision, _acts) in enumerate(told)]
    head = {"court": court, "case_number": "X-1", "persons": PERSONS[: chance.randrange(4)], "charges": chance.choice([{}, {"confirmed": 3}, {"counts": 2}]),
            "sentence": {"years": chance.choice([3, "life", None])}, "events": events,
            "computed": [{"id": rule, "rule": rule, "inputs": inputs, "expected": "2015-01-01"} for rule, inputs in FIGURES]}
    path = folder / "disorder.yaml"
    path.write_text(yaml.safe_dump(head, allow_unicode=True), encoding="utf-8")
    return path


def proved(run: Run) -> None:
    """Every event has its status, every divergence its explanation, and nothing that cannot be reckoned is said to agree."""
    steps = [s for s in run.steps if s.event is not None]
    assert len(steps) == len(run.history.events)
    assert run.explained
    assert all(s.done or s.explained for s in steps)
    assert not any(c.agrees for c in run.checks if c.computed.id in ("two thirds", "30 days", "regulation 53", "majority"))
    assert as_dict(run, "fr")["summary"]["events"] == len(steps)
    assert list(lines(run, "en", verbose=True))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_court(court: Library, tmp_path: Path, seed: int) -> None:
    """So for the International Criminal Court."""
    proved(replay(court, phrases(court), read_history(in_disorder(seed, "lines", "ICC", tmp_path), TODAY)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_mechanism(library: Library, tmp_path: Path, seed: int) -> None:
    """So for the Mechanism."""
    proved(replay(library, phrases(library), read_history(in_disorder(seed, "mechanism", "IRMCT", tmp_path), TODAY)))
