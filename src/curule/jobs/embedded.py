"""The embedded tribunal does its own work: one thread beside those that answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from curule.jobs.running import something_to_do, work_until

__all__ = ["working"]

PATIENCE_S = 10.0


@contextmanager
def working(threads: int = 1) -> Iterator[None]:
    """Work in the background while the body runs. What is under way at the end is finished, or taken up at the next start."""
    over = threading.Event()
    started = [threading.Thread(target=work_until, args=(over,), name=f"curule-work-{n}", daemon=True) for n in range(threads)]
    for thread in started:
        thread.start()
    try:
        yield
    finally:
        over.set()
        something_to_do.set()
        for thread in started:
            thread.join(PATIENCE_S)
