"""What the tests of replay share: a small history and how it is replayed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from curule.cli import main
from curule.law.library import Library
from curule.replay.phrasebook import Phrasebook
from curule.replay.reading import read_history
from curule.replay.running import Run, replay

TODAY = date(2026, 1, 1)
EVENT = "- {date: '2015-01-05', act: arrest in Kenya, actor: Kenya}\n"
HEAD = "court: IRMCT\ncase_number: MICT-99-1\nformer_case_number: ICTR-99-1\ntitle: Example\npersons:\n- {name: Alex Example, nationality: RWA}\n"
HISTORIES = Path(__file__).parent / "histories"
APPEAL = """- {date: '2012-12-20', act: 'pronounce the judgement: 35 years', actor: ICTR Trial Chamber II, outcome: 'convicted of incitement, genocide, rape'}
- {date: '2013-02-21', act: file the written judgement, actor: ICTR Trial Chamber II}
- {date: '2013-04-09', act: file notice of appeal, actor: Defence, verified: false}
- {date: '2014-12-18', act: 'affirm in part, reverse the rape conviction, reduce the sentence to 30 years', actor: Appeals Chamber}
"""
BENCHES = """chambers:
- {chamber: Trial Chamber of the ICTR, phase: trial, judges: [Ann Able, Ben Baker, Cleo Clark], presiding: Ann Able}
- {chamber: Appeals Chamber, phase: appeal, judges: [Theodor Meron, Dora Dale, Emil Eden, Fay Finch, Gus Gray], presiding: Theodor Meron}
"""


def written(folder: Path, text: str, name: str = "history.yaml") -> Path:
    """A file with that text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(library: Library, book: Phrasebook, folder: Path, events: str, head: str = HEAD, more: str = "") -> Run:
    """A history with those events, replayed."""
    return replay(library, book, read_history(written(folder, head + more + "events:\n" + events), TODAY))


def acts_of(run: Run) -> list[list[str]]:
    """For each event, the codes of the acts that were recognised."""
    return [[d.entry.act for d in s.done] for s in run.steps if s.event is not None]


def curule(*arguments: str) -> Result:
    """The command line."""
    return CliRunner().invoke(main, list(arguments))
