"""What a confined process does, once :mod:`curule.pages.forkserver` has forked it: limits itself, reads what it is asked for, and does it.

No file is read before the limits stand but the request, which is ours; both are files of one folder.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from curule.pages.telling import ANSWER, ASKED, Stopped

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_PDEATHSIG = 1


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


def end_with(parent: int) -> None:
    """Be killed when the parent process ends, where the system (Linux) can do that; end at once where it has ended already."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _no_network(event: str, arguments: Any) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        raise PermissionError("no network here")


TASKS = {
    "inspect": "curule.pages.inspecting:inspect",
    "text": "curule.pages.extracting:text_pages",
    "hidden": "curule.pages.extracting:hidden_pieces",
    "languages": "curule.pages.language:read_languages",
    "image": "curule.pages.imaging:write_page_image",
    "stand_in": "curule.pages.standing_in:write_stand_in",
    "stamp": "curule.pages.stamping:write_stamped",
    "redact": "curule.pages.redaction.confining:write_redacted",
    "sheet_sizes": "curule.pages.redaction.confining:sheet_sizes",
    "signatures": "curule.pages.signature_checking:check_signatures",
    "try_network": "curule.pages.trying:try_network",
    "try_confinement": "curule.pages.trying:try_confinement",
}
"""What can be asked for, and where it is; only what is asked for is imported."""
BEFOREHAND = {
    "inspect": ("pikepdf", "PIL.Image", "defusedxml.ElementTree", "email.message", "email.parser", "curule.pages.extracting"),
    "text": ("pypdfium2", "PIL.ImageOps", "defusedxml.ElementTree", "openpyxl", "email.message", "email.parser", "html.parser",
             "curule.pages.redaction.reading"),
    "languages": ("pypdfium2", "PIL.ImageOps", "defusedxml.ElementTree", "openpyxl", "email.message", "email.parser", "html.parser",
                  "curule.pages.redaction.reading", "curule.pages.identifier"),
    "image": ("pypdfium2", "PIL.ImageOps"),
    "hidden": ("defusedxml.ElementTree", "openpyxl", "email.message", "email.parser", "html.parser"),
}
"""What the tasks import by themselves, when a file calls for it: here it is loaded once for all files."""


def task(name: str) -> Callable[..., Any]:
    """The function that does a task."""
    module, _colon, function = TASKS[name].partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def load(name: str) -> None:
    """Import a task with all that it may come to need."""
    for module in BEFOREHAND.get(name, ()):
        import_module(module)
    task(name)


def main(folder: Path) -> None:
    """Do the one thing asked for in the folder, and end. The request is taken away first: where it still lies, nothing has begun."""
    asked = json.loads((folder / ASKED).read_bytes())
    (folder / ASKED).unlink()
    limit(asked["memory"], asked["output"], asked["seconds"])
    try:
        answer = {"found": task(asked["task"])(**asked["arguments"])}
    except Stopped as fault:
        answer = {"stopped": fault.why}
    except MemoryError:
        answer = {"stopped": "memory"}
    except Exception:  # whatever a reader raises on a hostile file: its words could hold content
        answer = {"stopped": "broken"}
    (folder / ANSWER).write_text(json.dumps(answer), encoding="utf-8")
    os._exit(0)  # no library's clean-up on what a hostile file left behind

