"""The confined process: ``python -m curule.pages.inside folder``. Limits itself first, then reads what it is asked for and does it.

Nothing is imported before the limits stand but the standard library; the answer is ``answer.json`` in its folder.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000


def limit(memory: int, output: int, seconds: float) -> None:
    """Memory, output, processor time, open files; no core file, no network."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    sys.addaudithook(_no_network)
    without_network()


def without_network() -> bool:
    """Leave the network for an empty one, with all that this process will start; False where the system does not let us."""
    try:
        unshare = ctypes.CDLL(None, use_errno=True).unshare
    except (AttributeError, OSError):
        return False
    return any(unshare(flags) == 0 for flags in (CLONE_NEWNET, CLONE_NEWUSER | CLONE_NEWNET))


def _no_network(event: str, arguments: Any) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        raise PermissionError("no network here")


TASKS = {
    "inspect": "curule.pages.inspecting:inspect",
    "text": "curule.pages.extracting:text_pages",
    "image": "curule.pages.imaging:write_page_image",
    "stand_in": "curule.pages.standing_in:write_stand_in",
    "stamp": "curule.pages.stamping:write_stamped",
    "redact": "curule.pages.redaction.confining:write_redacted",
    "sheet_sizes": "curule.pages.redaction.confining:sheet_sizes",
    "signatures": "curule.pages.signature_checking:check_signatures",
    "try_network": "curule.pages.inside:try_network",
}
"""What can be asked for, and where it is; only what is asked for is imported."""


def task(name: str) -> Callable[..., Any]:
    """The function that does a task."""
    module, _colon, function = TASKS[name].partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def try_network(address: str, port: int) -> str:
    """For the test of the confinement: whether another program reaches the network from here."""
    import subprocess

    code = f"import socket; socket.create_connection(({address!r}, {port}), 3)"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)  # noqa: S603
    return "reached" if done.returncode == 0 else "not reached"


def main(folder: Path) -> None:
    """Do the one thing asked for on standard input."""
    asked = json.load(sys.stdin)
    limit(asked["memory"], asked["output"], asked["seconds"])
    from curule.pages.confined import Stopped

    try:
        answer = {"found": task(asked["task"])(**asked["arguments"])}
    except Stopped as fault:
        answer = {"stopped": fault.why}
    except MemoryError:
        answer = {"stopped": "memory"}
    except Exception:  # whatever a reader raises on a hostile file: its words could hold content
        answer = {"stopped": "broken"}
    (folder / "answer.json").write_text(json.dumps(answer), encoding="utf-8")
    os._exit(0)  # no library's clean-up on what a hostile file left behind


if __name__ == "__main__":
    main(Path(sys.argv[1]))
