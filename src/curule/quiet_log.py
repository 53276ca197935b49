"""Logs that hold nothing of the record: an address is written as its pattern, an error as its kind and the lines of code that it passed.

The message of an error may quote a sealed document; an address may hold the number of a matter that is hidden, or the secret of a calendar feed.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import Any

__all__ = ["PatternsOnly", "QuietLine", "where"]

FRAMES = 8


def where(error: BaseException) -> str:
    """The kind of an error and the lines of code that it passed: never its message."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    return f"{type(error).__name__} at " + " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))


class PatternsOnly(logging.Filter):
    """Of a record about a request: the pattern of its address in place of the address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let it pass, rewritten."""
        request = getattr(record, "request", None)
        if request is not None and hasattr(request, "path"):
            matched = getattr(request, "resolver_match", None)
            said = str(record.args[0]) if isinstance(record.args, tuple) and record.args else record.name
            pattern = matched.route if matched is not None else "(no page of this site)"
            record.msg, record.args = "%s: %s", (said if said != request.path else record.name, pattern)
        return True


class QuietLine(logging.Formatter):
    """One line a record; an error in it by :func:`where`, with what caused it."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name that logging has
        """The error and its causes."""
        told: list[str] = []
        error = ei[1]
        while error is not None and len(told) < FRAMES:
            told.append(where(error))
            error = error.__cause__ or error.__context__
        return "\n".join(told)
