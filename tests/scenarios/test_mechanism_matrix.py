"""Scenarios of the Mechanism written from text and requirements, independently of those of the pack."""

from __future__ import annotations

import re
from pathlib import Path

from curule.law.rehearsal import rehearse
from curule.law.scenarios import History, Scenario, read_scenarios
from curule.statutes import load_pack

FOLDER = Path(__file__).parent / "mechanism"


def _read() -> tuple[dict[str, History], list[Scenario]]:
    files = sorted(FOLDER.glob("*.scenarios"))
    return read_scenarios((file.name, file.read_text(encoding="utf-8")) for file in files)


def _rows() -> list[str]:
    """The identifiers of the rows, without the name of the instrument."""
    return [row.removeprefix("irmct:") for row in (FOLDER / "rows.txt").read_text(encoding="utf-8").split()]


def _addressed(scenarios: list[Scenario]) -> set[str]:
    """The rows that some scenario names in its head line; a limit counts for its provision."""
    chapters = load_pack("mechanism").chapters
    limits = {limit.id: limit.provision for chapter in chapters for limit in chapter.limits}
    return {str(limits.get(s.subject, s.subject)).removeprefix("irmct:") for s in scenarios}


def test_independent_scenarios_hold() -> None:
    """Every independent scenario is answered as its author read the text."""
    problems = rehearse(load_pack("mechanism"), _read()).problems
    assert not problems, f"{len(problems)} expectations did not hold:\n" + "\n".join(problems)


def test_every_row_is_asked_or_excused() -> None:
    """Every row of the matrix is asked by a scenario, or listed with the reason why it cannot be."""
    rows = _rows()
    lines = (FOLDER / "not_asked.txt").read_text(encoding="utf-8").splitlines()
    excused = dict(line.split(None, 1) for line in lines if line.strip() and not line.startswith("#"))
    _, scenarios = _read()
    addressed = _addressed(scenarios)
    missing = [row for row in rows if row not in addressed and row not in excused]
    assert not missing, f"no scenario names {', '.join(missing)}; write one, or excuse it in not_asked.txt"
    assert not [row for row in excused if row in addressed], "a row that is asked needs no excuse"
    assert all(reason.strip() for reason in excused.values())


def test_scenarios_name_known_rows() -> None:
    """A head line names a row of the matrix, so that a slip of the pen is not taken for coverage."""
    rows = set(_rows())
    _, scenarios = _read()
    assert not {row for row in _addressed(scenarios) if row not in rows}


def test_each_sentence_is_led_by_words() -> None:
    """Every scenario says in words what it asks, and no two say the same of one provision."""
    _, scenarios = _read()
    said = [(s.subject, s.sentence) for s in scenarios]
    assert all(len(re.findall(r"\w+", sentence)) >= 2 for _, sentence in said)
    assert len(set(said)) == len(said), sorted({pair for pair in said if said.count(pair) > 1})
