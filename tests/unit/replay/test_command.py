"""The command line of replay, and the examples of the documentation."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.unit.replay.support import APPEAL, BENCHES, EVENT, HEAD, curule, written


def test_the_command_prints_every_event_and_the_summary(tmp_path: Path) -> None:
    """In both languages, and as JSON that has every answer with its reasons."""
    path = str(written(tmp_path, HEAD + BENCHES + "events:\n" + APPEAL))
    english, french, data = curule("replay", path), curule("replay", path, "--lang", "fr"), curule("replay", path, "--json")
    assert english.exit_code == french.exit_code == data.exit_code == 0
    assert "every divergence is explained" in english.output
    assert "chaque divergence est expliquée" in french.output
    read = json.loads(data.output)
    assert read["explained"] is True
    assert read["summary"]["events"] == 4
    assert all(a["answer"]["reason"] for e in read["events"] for a in e["acts"])


def test_verbose_shows_the_trees(tmp_path: Path) -> None:
    """With --verbose the reasons stand leaf by leaf."""
    path = str(written(tmp_path, HEAD + BENCHES + "events:\n" + APPEAL))
    assert len(curule("replay", path, "--verbose").output) > 2 * len(curule("replay", path).output)


def test_another_court_is_told_with_exit_status_2(tmp_path: Path) -> None:
    """A court without a pack is named, with the courts that there are."""
    result = curule("replay", str(written(tmp_path, HEAD.replace("IRMCT", "Court of the Moon") + "events:\n" + EVENT)))
    assert result.exit_code == 2
    assert "Court of the Moon" in result.output
    assert "IRMCT" in result.output


def test_a_bad_file_ends_with_exit_status_1_and_no_traceback(tmp_path: Path) -> None:
    """The message names file and event."""
    result = curule("replay", str(written(tmp_path, HEAD + "events:\n- {date: never, act: arrest}\n")))
    assert result.exit_code == 1
    assert "history.yaml: event 1: 'never' is no day" in result.output
    assert "Traceback" not in result.output
    assert curule("replay", str(tmp_path / "nothing.yaml")).exit_code == 1


@pytest.mark.parametrize(
    ("do", "says"),
    [("{act: lodge_complaint, by: complainant}", "no act 'lodge_complaint'"), ("{act: lodge, by: nobody}", "no organ 'nobody'"),
     ("{act: lodge, by: complainant}", "subject: this is missing"),
     ("{act: lodge, by: complainant, with: {subject: x, colour: red}}", "colour: this act has no such particular")],
)
def test_the_precise_form_is_proved_before_anything_is_replayed(tmp_path: Path, do: str, says: str) -> None:
    """Unknown acts, organs and particulars are faults of the file, with the event and what there is."""
    result = curule("replay", str(written(tmp_path, f"court: model\ncase_number: C-1\nevents:\n- {{date: '2020-01-10', do: {do}}}\n")))
    assert result.exit_code == 1
    assert f"event 1: {says}" in result.output


def test_the_examples_of_the_documentation_are_replayed(root: Path, tmp_path: Path) -> None:
    """Every history in docs/reference/history-file.md runs to its end."""
    page = (root / "docs/reference/history-file.md").read_text(encoding="utf-8")
    examples = [e for e in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if e.startswith("court:")]
    assert len(examples) == 3
    for number, example in enumerate(examples):
        result = curule("replay", str(written(tmp_path, example, f"{number}.yaml")))
        assert result.exit_code == 0, result.output
        assert "every divergence is explained" in result.output


def test_a_simulated_life_is_lawful_on_replay(tmp_path: Path) -> None:
    """What `curule simulate --out` writes, `curule replay` reads, and every act of the life is permitted."""
    path = tmp_path / "life.yaml"
    assert curule("simulate", "--cases", "1", "--seed", "3", "--until", "2016-01-01", "--json", "--out", str(path)).exit_code == 0
    read = json.loads(curule("replay", str(path), "--json").output)
    lived = [a for e in read["events"] for a in e["acts"] if not a["matter"].endswith("-0")]
    assert len(lived) > 20
    assert {a["verdict"] for a in lived} == {"PERMITTED"}
