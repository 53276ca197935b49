"""Real histories, where a folder of them is named."""

from __future__ import annotations

from pathlib import Path

from tests.unit.replay.support import curule

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


def test_real_histories_of_other_courts_are_told_as_such(case_files: Path) -> None:
    """Without a pack for their court nothing is replayed."""
    for path in case_files.glob("icc-*.yaml"):
        assert curule("replay", str(path)).exit_code == 2
