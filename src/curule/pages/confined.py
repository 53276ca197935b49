"""Hostile files are opened in a process of their own: limited in time, memory and output, without a network, and killed with its children."""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import curule
from curule.pages.telling import ANSWER, ASKED, TOLD, Stopped, said

__all__ = ["Confines", "Stopped", "confined"]

_SOURCE = str(Path(curule.__file__).resolve().parent.parent)
_KEPT = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "VIRTUAL_ENV", "SYSTEMROOT")
LOOK_S = 0.5
"""How often it is looked how far a task has come."""
ENDS_S = 10.0
"""How long a killed process may take to be gone."""


@dataclass(frozen=True, slots=True)
class Confines:
    """Seconds on the clock, bytes of memory, bytes that may be written to one file."""

    seconds: float = 60.0
    memory: int = 2 * 1024**3
    output: int = 512 * 1024**2


USUAL = Confines()


def confined(task: str, confines: Confines = USUAL, told: Callable[[int, int], None] | None = None, **arguments: Any) -> Any:
    """Do one of the tasks of :mod:`curule.pages.inside` in confinement and return what it returns (plain data).

    ``told`` hears how far a long task has come (:mod:`curule.pages.telling`); what it raises ends the task.

    :raises Stopped: it took too long or too much, or the file broke its reader.
    """
    with tempfile.TemporaryDirectory(prefix="curule-pages-") as folder:
        asked = {"task": task, "arguments": arguments, "memory": confines.memory, "output": confines.output, "seconds": confines.seconds}
        Path(folder, ASKED).write_text(json.dumps(asked), encoding="utf-8")
        for _attempt in range(2):
            with _server.fork(task, folder) as hears:
                try:
                    status = _awaited(hears, confines.seconds, Path(folder) / TOLD, told)
                finally:
                    _end(hears)
            if not Path(folder, ASKED).exists():
                break  # else the server was killed before it began
        # The answer comes in a file: nothing that a library prints can be taken for it.
        return _answer(Path(folder) / ANSWER, status)


def _awaited(hears: socket.socket, seconds: float, says: Path, told: Callable[[int, int], None] | None) -> int:
    """Wait for the end, pass on what the process says of its progress, and give its exit status."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        hears.settimeout(min(LOOK_S, left) if told is not None else left)
        try:
            return int(hears.recv(32) or b"1")  # without a word: the server itself was killed
        except TimeoutError:
            if told is not None and (progress := said(says)) is not None:
                told(*progress)
    raise Stopped("time")


def _end(hears: socket.socket) -> None:
    """The process and whatever it started: nothing is left that could write into the folder."""
    with suppress(OSError):
        hears.shutdown(socket.SHUT_WR)
        hears.settimeout(ENDS_S)
        while hears.recv(32):
            pass


class _Server:
    """The fork server of this process, started when the first file comes and again if it was killed."""

    _process: subprocess.Popen[bytes] | None = None
    _channel: socket.socket | None = None

    def __init__(self) -> None:
        self._lock = Lock()

    def fork(self, task: str, folder: str) -> socket.socket:
        """A process that does what stands in the folder; on the socket comes its exit status, and shutting it ends the process."""
        message = json.dumps({"task": task, "folder": folder}).encode()
        hears, speaks = socket.socketpair()
        with self._lock, speaks:
            try:
                socket.send_fds(self._running(), [message], [speaks.fileno()])
            except OSError:  # it was killed, and its end not noticed
                self.stop()
                socket.send_fds(self._running(), [message], [speaks.fileno()])
        return hears

    def _running(self) -> socket.socket:
        if self._process is not None and self._process.poll() is not None:
            self.stop()
        if self._channel is None:
            ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with its:
                self._process = subprocess.Popen(  # noqa: S603  # our own module
                    [sys.executable, "-m", "curule.pages.forkserver", str(its.fileno())],
                    pass_fds=[its.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    cwd="/", env=_environment(), start_new_session=True,
                )
            self._channel = ours
        return self._channel

    def stop(self) -> None:
        """End the server and what it forked."""
        if self._channel is not None:
            self._channel.close()
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(ENDS_S)
        self._channel = self._process = None

    def forget(self) -> None:
        """In a fork of this process: the server is that of the other, which ends it."""
        if self._channel is not None:
            self._channel.close()
        if self._process is not None:
            self._process.returncode = 0  # not ours to wait for
        self._channel = self._process = None
        self._lock = Lock()  # another thread may have held it


_server = _Server()
atexit.register(_server.stop)
os.register_at_fork(after_in_child=_server.forget)


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # One thread a file: several files at once are the worker's business.
    return kept | {"PYTHONPATH": _SOURCE, "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}


def _answer(path: Path, status: int) -> Any:
    try:
        answer = json.loads(path.read_bytes())
    except (OSError, ValueError):
        raise Stopped("time" if status == -signal.SIGXCPU else "broken") from None
    if "stopped" in answer:
        raise Stopped(answer["stopped"])
    return answer["found"]
