"""Tabs of a matter's page that other applications offer: each answers below the matter's address, under its code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from curule.matters.reading import Reading

__all__ = ["Tab", "offer", "offered"]


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its code in the address, its name, and whether a matter has it for this reader."""

    code: str
    name: Any
    applies: Callable[[Reading], bool]


_offered: dict[str, Tab] = {}


def offer(tab: Tab) -> None:
    """Add a tab to the pages of matters; called once, when the application starts."""
    _offered[tab.code] = tab


def offered(reading: Reading) -> list[tuple[str, Any]]:
    """The tabs that this matter has for this reader: code and name."""
    return [(tab.code, tab.name) for tab in _offered.values() if reading.ask(lambda t=tab: t.applies(reading), False)]  # type: ignore[misc]
