"""Hostile files are opened in a process of their own: limited in time, memory and output, without a network, and killed with its children."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import curule
from curule.pages.telling import TOLD, WHERE, said

__all__ = ["Confines", "Stopped", "confined"]

_SOURCE = str(Path(curule.__file__).resolve().parent.parent)
_KEPT = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "VIRTUAL_ENV", "SYSTEMROOT")
LOOK_S = 0.5
"""How often it is looked how far a task has come."""


@dataclass(frozen=True, slots=True)
class Confines:
    """Seconds on the clock, bytes of memory, bytes that may be written to one file."""

    seconds: float = 60.0
    memory: int = 2 * 1024**3
    output: int = 512 * 1024**2


USUAL = Confines()


class Stopped(Exception):
    """The file could not be worked on: ``why`` is ``time``, ``memory``, ``broken`` (its reader failed or crashed), or a reason that the work gives itself."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def confined(task: str, confines: Confines = USUAL, told: Callable[[int, int], None] | None = None, **arguments: Any) -> Any:
    """Do one of the tasks of :mod:`curule.pages.inside` in confinement and return what it returns (plain data).

    ``told`` hears how far a long task has come (:mod:`curule.pages.telling`); what it raises ends the task.

    :raises Stopped: it took too long or too much, or the file broke its reader.
    """
    with tempfile.TemporaryDirectory(prefix="curule-pages-") as folder:
        asked = json.dumps({"task": task, "arguments": arguments, "memory": confines.memory, "output": confines.output, "seconds": confines.seconds})
        # The answer comes in a file: nothing that a library prints can be taken for it.
        process = subprocess.Popen(  # noqa: S603  # our own module
            [sys.executable, "-m", "curule.pages.inside", folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        )
        try:
            _awaited(process, asked.encode(), confines.seconds, Path(folder) / TOLD, told)
        finally:
            _end(process)
        return _answer(Path(folder) / "answer.json", process.returncode)


def _awaited(process: subprocess.Popen[bytes], asked: bytes, seconds: float, says: Path, told: Callable[[int, int], None] | None) -> None:
    """Wait for the end, and pass on what the process says of its progress."""
    end, given = time.monotonic() + seconds, asked
    while True:
        left = end - time.monotonic()
        try:
            process.communicate(given or None, timeout=min(LOOK_S, left) if told is not None else left)
            return
        except subprocess.TimeoutExpired:
            given = b""
            if time.monotonic() >= end:
                raise Stopped("time") from None
            if told is not None and (progress := said(says)) is not None:
                told(*progress)


def _environment(folder: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # One thread a file: several files at once are the worker's business.
    return kept | {"PYTHONPATH": _SOURCE, "OMP_THREAD_LIMIT": "1", "HOME": folder, "TMPDIR": folder, WHERE: str(Path(folder) / TOLD)}


def _end(process: subprocess.Popen[bytes]) -> None:
    """The process and whatever it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _answer(path: Path, status: int) -> Any:
    try:
        answer = json.loads(path.read_bytes())
    except (OSError, ValueError):
        raise Stopped("time" if status == -signal.SIGXCPU else "broken") from None
    if "stopped" in answer:
        raise Stopped(answer["stopped"])
    return answer["found"]
