"""The process from which confined processes are forked: it has read the code of the tasks and never a file.

A reader of PDFs takes half a second to be loaded and some milliseconds to read a motion. So it is loaded once, here, and each file is opened in a fork
of this process, with limits and a session of its own (:mod:`curule.pages.inside`). Nothing that a file does to its fork is left for the next one.

It is started by :mod:`curule.pages.confined` with a socket as its only argument, and speaks no other language than this: a message names task and
folder and brings a socket, on which the exit status of the fork is told; when that socket is shut the fork ends, with everything that it started.
When the first socket is shut, all end.
"""

from __future__ import annotations

import gc
import json
import os
import selectors
import signal
import socket
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from curule.pages import inside
from curule.pages.telling import TOLD, WHERE

__all__ = ["ForkServer"]

MOST = 65536


class ForkServer:
    """Forks one process for each message on ``channel``, until that is shut."""

    def __init__(self, channel: socket.socket) -> None:
        self._channel = channel
        self._forks: dict[int, socket.socket] = {}
        """The socket of each fork that has not ended, by its process."""
        self._selector = selectors.DefaultSelector()
        self._ended, woken = socket.socketpair()
        for end in (self._ended, woken):
            end.setblocking(False)
        self._woken = woken
        signal.set_wakeup_fd(woken.fileno())
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        self._selector.register(channel, selectors.EVENT_READ, self._ask)
        self._selector.register(self._ended, selectors.EVENT_READ, self._reap)

    def serve(self) -> None:
        """Until nobody listens any more."""
        while self._channel.fileno() >= 0:
            for key, _events in self._selector.select():
                if isinstance(key.data, int):
                    self._give_up(key.data)
                elif self._channel.fileno() >= 0:
                    key.data()
        for process in list(self._forks):
            self._kill(process)

    def _ask(self) -> None:
        message, brought, _flags, _address = socket.recv_fds(self._channel, MOST, 1)
        if not message or not brought:
            self._selector.unregister(self._channel)
            self._channel.close()
            return
        asked, speaks = json.loads(message), socket.socket(fileno=brought[0])
        with suppress(Exception):  # what cannot be imported here cannot be in the fork, which says so
            inside.load(asked["task"])
        gc.freeze()  # what is loaded is shared with the forks as long as nobody writes to it
        server, process = os.getpid(), os.fork()
        if process == 0:
            self._work(server, Path(asked["folder"]), speaks)
        self._forks[process] = speaks
        self._selector.register(speaks, selectors.EVENT_READ, process)

    def _work(self, server: int, folder: Path, speaks: socket.socket) -> None:
        """What the fork does; it never comes back."""
        try:
            os.setsid()
            inside.end_with(server)
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            self._selector.close()
            for held in (self._channel, self._ended, self._woken, speaks, *self._forks.values()):
                held.close()
            os.environ.update({"HOME": str(folder), "TMPDIR": str(folder), WHERE: str(folder / TOLD)})
            tempfile.tempdir = None
            os.chdir(folder)
            inside.main(folder)
        finally:
            os._exit(1)

    def _give_up(self, process: int) -> None:
        """Nobody waits for a fork any more; it may have ended in the same moment, and its number be another's."""
        if process in self._forks:
            self._selector.unregister(self._forks[process])
            self._kill(process)

    def _reap(self) -> None:
        """Tell of the forks that have ended, after whatever they started has ended too."""
        with suppress(BlockingIOError):
            while self._ended.recv(MOST):
                pass
        for process in list(self._forks):
            if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                continue
            self._kill(process)  # while it waits to be reaped its number is nobody else's
            _process, status = os.waitpid(process, 0)
            speaks: Any = self._forks.pop(process)
            with suppress(KeyError):
                self._selector.unregister(speaks)
            with suppress(OSError):
                speaks.send(str(os.waitstatus_to_exitcode(status)).encode())
            speaks.close()

    def _kill(self, process: int) -> None:
        for kill in (os.kill, os.killpg):  # the group as well; it may not be there yet
            with suppress(ProcessLookupError, PermissionError):
                kill(process, signal.SIGKILL)


if __name__ == "__main__":
    ForkServer(socket.socket(fileno=int(sys.argv[1]))).serve()
