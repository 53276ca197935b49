"""What the engine's tests share: the model court, ready to be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from curule.law.library import Library
from curule.law.rehearsal import Rehearsal, rehearse
from curule.law.view import View
from curule.statutes import load_pack


@pytest.fixture(scope="session")
def court() -> Library:
    """The model court with the default readings."""
    return Library(load_pack("model"))


@pytest.fixture(scope="session")
def rehearsal() -> Rehearsal:
    """The model court's scenarios, run once."""
    return rehearse(load_pack("model"))


@pytest.fixture
def posture(court: Library, rehearsal: Rehearsal) -> Callable[[str], Any]:
    """The posture after a history of the model court."""

    def after(history: str) -> Any:
        kind, entries = rehearsal.histories[history]
        return court.fold(kind, entries)

    return after


@pytest.fixture
def view(court: Library, posture: Callable[[str], Any]) -> Callable[..., View]:
    """A view of the posture after a history."""

    def of(history: str, on: date = date(2009, 6, 1), given: Mapping[str, Any] | None = None) -> View:
        return court.view(posture(history), on, None, given or {})

    return of
