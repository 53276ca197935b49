"""Real histories, where a folder of them is named."""

from __future__ import annotations

from pathlib import Path

from tests.unit.replay.conftest import phrases

from curule.law.library import Library
from curule.replay.phrasebook import Phrasebook
from curule.replay.reading import read_history
from curule.replay.running import replay


def test_real_histories_run_to_their_end_with_every_divergence_explained(library: Library, book: Phrasebook, case_files: Path) -> None:
    """Every act of the real histories of the Mechanism is recognised; nothing is left unexplained, nothing a genuine disagreement."""
    found = sorted(case_files.glob("irmct-*.yaml"))
    assert found
    for path in found:
        run = replay(library, book, read_history(path))
        statuses = {s.event.act: s.status for s in run.steps if s.event is not None}
        assert run.explained, path.name
        assert "not recognised" not in statuses.values(), statuses
        assert "disagrees" not in statuses.values(), statuses
        assert all(c.agrees for c in run.checks), path.name


def test_real_histories_of_the_court_run_to_their_end(court: Library, case_files: Path) -> None:
    """Every event of the real histories of the International Criminal Court is recognised, and every figure that they expect is reckoned the same."""
    found = sorted(case_files.glob("icc-*.yaml"))
    assert found
    for path in found:
        run = replay(court, phrases(court), read_history(path))
        assert run.explained, path.name
        assert "not recognised" not in {s.status for s in run.steps if s.event is not None}, path.name
        assert all(c.agrees for c in run.checks), path.name
