"""What a confined process and whoever waits for it say to each other, in files of one folder.

What is to be done, the answer, and how far a long task has come: two numbers beside the answer.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

__all__ = ["ANSWER", "ASKED", "TOLD", "WHERE", "Stopped", "said", "tell"]

ASKED, ANSWER = "asked.json", "answer.json"
TOLD = "progress.json"
WHERE = "CURULE_TELLS"
"""The variable that names the file; where it is not set nobody waits, and nothing is written."""
MOST = 10_000_000


class Stopped(Exception):
    """The file could not be worked on: ``why`` is ``time``, ``memory``, ``broken`` (its reader failed or crashed), or a reason that the work gives itself."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def tell(done: int, total: int) -> None:
    """So much of so much is done."""
    if where := os.environ.get(WHERE):
        new = Path(where + ".new")
        with suppress(OSError):
            new.write_text(json.dumps([done, total]), encoding="ascii")
            new.replace(where)


def said(path: Path) -> tuple[int, int] | None:
    """What was told last; nothing where it is nonsense: the process read a hostile file."""
    try:
        with path.open("rb") as stream:
            done, total = json.loads(stream.read(100))
    except (OSError, ValueError, TypeError):
        return None
    is_whole = type(done) is int and type(total) is int and 0 <= done <= total <= MOST
    return (done, total) if is_whole else None
