"""The stamp of a filed PDF, made in confinement: see :mod:`curule.pages.confined` and :mod:`curule.pages.stamp`."""

from __future__ import annotations

from pathlib import Path

from curule.pages.stamp import Stamp, stamped

__all__ = ["write_stamped"]


def write_stamped(path: str, target: str, stamp: dict[str, str]) -> int:
    """Write the stamped copy of a PDF; its number of pages."""
    made = stamped(Path(path).read_bytes(), Stamp(**stamp))
    Path(target).write_bytes(made.data)
    return made.pages
