"""Scenarios of the Rome Statute written from text and requirements, independently of those of the pack.

The articles are divided among files: ``rows_<part>.txt`` lists the rows of a part, ``not_asked_<part>.txt`` the rows that cannot be
asked, each with its reason, and ``<part>*.scenarios`` asks the others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from curule.law.rehearsal import rehearse
from curule.law.scenarios import History, Scenario, read_scenarios
from curule.statutes import load_pack

FOLDER = Path(__file__).parent / "rome"
PARTS = sorted(file.stem.removeprefix("rows_") for file in FOLDER.glob("rows_*.txt"))


@lru_cache(maxsize=1)
def _read() -> tuple[dict[str, History], list[Scenario]]:
    files = sorted(FOLDER.glob("*.scenarios"))
    return read_scenarios((file.name, file.read_text(encoding="utf-8")) for file in files)


@lru_cache(maxsize=1)
def _provisions_of_limits() -> dict[str, str]:
    return {limit.id: limit.provision for chapter in load_pack("rome").chapters for limit in chapter.limits}


def _rows(part: str) -> list[str]:
    """The identifiers of the rows of a part, without the name of the instrument."""
    return [row.removeprefix("rome:") for row in (FOLDER / f"rows_{part}.txt").read_text(encoding="utf-8").split()]


def _excused(part: str) -> dict[str, str]:
    file = FOLDER / f"not_asked_{part}.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return {row: reason for row, _, reason in (line.partition(" ") for line in lines if line.strip() and not line.startswith("#"))}


def _addressed(scenario: Scenario) -> str:
    """The row that a scenario names in its head line; a limit counts for its provision."""
    return str(_provisions_of_limits().get(scenario.subject, scenario.subject)).removeprefix("rome:")


def test_there_are_parts() -> None:
    """The files are where this module looks for them."""
    assert PARTS
    assert _read()[1]


def test_independent_scenarios_hold() -> None:
    """Every independent scenario is answered as its author read the text."""
    problems = rehearse(load_pack("rome"), _read()).problems
    assert not problems, f"{len(problems)} expectations did not hold:\n" + "\n".join(problems)


@pytest.mark.parametrize("part", PARTS)
def test_every_row_is_asked_or_excused(part: str) -> None:
    """Every row of the matrix is asked by a scenario, or listed with the reason why it cannot be."""
    addressed = {_addressed(s) for s in _read()[1]}
    excused = _excused(part)
    missing = [row for row in _rows(part) if row not in addressed and row not in excused]
    assert not missing, f"no scenario names {', '.join(missing)}; write one, or excuse it in not_asked_{part}.txt"
    assert not [row for row in excused if row in addressed], "a row that is asked needs no excuse"
    assert all(reason.strip() for reason in excused.values())


@pytest.mark.parametrize("part", PARTS)
def test_scenarios_name_known_rows(part: str) -> None:
    """A head line names a row of the matrix, so that a slip of the pen is not taken for coverage."""
    rows = {row for known in PARTS for row in _rows(known)}
    mine = {_addressed(s) for s in _read()[1] if s.where.startswith(part)}
    assert not mine - rows


def test_each_sentence_is_led_by_words() -> None:
    """Every scenario says in words what it asks, and no two say the same of one provision."""
    said = [(s.subject, s.sentence) for s in _read()[1]]
    assert all(len(re.findall(r"\w+", sentence)) >= 2 for _, sentence in said)
    assert len(set(said)) == len(said), sorted({pair for pair in said if said.count(pair) > 1})
