"""Tasks that try the confinement itself, from within; what they tell is what a hostile file that took over its reader could tell."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

__all__ = ["try_confinement", "try_network"]

_left: list[str] = []


def try_network(address: str, port: int) -> str:
    """Whether another program reaches the network from here."""
    code = f"import socket; socket.create_connection(({address!r}, {port}), 3)"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)  # noqa: S603
    return "reached" if done.returncode == 0 else "not reached"


def try_confinement(leave: str, sleeper: str = "", end: int = 0) -> dict[str, Any]:
    """What this process finds: what earlier ones ``left`` in memory, the ``environment``, open ``files`` that are not its standard ones, its ``session``.

    It leaves a word behind, starts a process that outlives it and writes its number into the file ``sleeper``, or ends itself by the signal ``end``.
    """
    _left.append(leave)
    found = {"left": list(_left), "environment": sorted(os.environ), "session": os.getsid(0) == os.getpid(), "folder": str(Path.cwd()),
             "files": [file.name for file in Path("/proc/self/fd").iterdir() if int(file.name) > 2 and file.exists()]}
    if sleeper:
        Path(sleeper).write_text(str(subprocess.Popen(["sleep", "60"]).pid))  # noqa: S607
    if end:
        os.kill(os.getpid(), end)
        signal.pause()
    return found
