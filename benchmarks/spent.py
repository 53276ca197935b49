"""What something costs: time by the clock, and processor time of this process, of the programs it ran and of its sessions in PostgreSQL.

Standard library alone, so that a peer's own process can use it too.
"""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Spent", "percentile", "spend", "turns"]

TICK_S = 1 / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock and seconds of processor."""

    wall: float
    processor: float


def spend(does: Callable[[], Any], database: str = "") -> tuple[Spent, Any]:
    """Do something once; what it cost, and what came of it. ``database``: the one in PostgreSQL, on this machine, whose sessions count too."""
    wall, processor = time.perf_counter(), _processor(database)
    made = does()
    return Spent(time.perf_counter() - wall, _processor(database) - processor), made


def _processor(database: str) -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime + (_sessions(database) if database else 0.0)


def _sessions(database: str) -> float:
    """Processor time of the server's processes that serve this database; nothing where they run elsewhere."""
    seconds = 0.0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            title = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if title.startswith("postgres:") and f" {database} " in title:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                seconds += (int(fields[11]) + int(fields[12])) * TICK_S
        except OSError:  # it ended meanwhile
            continue
    return seconds


def turns(ask: Callable[[], Any], count: int) -> list[float]:
    """Processor time of this process in milliseconds for each of so many turns, after one that warms up."""
    ask()
    taken = []
    for _ in range(count):
        began = time.process_time()
        ask()
        taken.append((time.process_time() - began) * 1000)
    return taken


def percentile(values: list[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]
