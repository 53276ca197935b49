"""The kinds of work: each application declares its own in its module ``work``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from django.utils.functional import Promise

__all__ = ["Kind", "Later", "Progress", "Unworkable", "kind_of", "work"]


class Unworkable(Exception):
    """This work can never succeed: it is not tried again."""


class Later(Exception):
    """There is more to do, but not before ``at``: the work is done again then. It is no fault, however often it is said."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


class Progress(Protocol):
    """What a piece of work tells of itself while it is done."""

    def __call__(self, done: int, total: int) -> None:
        """So much of so much is done. Raises when somebody else has taken the work over: stop then."""


Does = Callable[..., None]
_Function = TypeVar("_Function", bound=Does)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of work: its code, its name in words, what does it, how often it is tried."""

    code: str
    title: Promise | str
    does: Does
    attempts: int


_kinds: dict[str, Kind] = {}


def work(code: str, title: Promise | str, *, attempts: int = 6) -> Callable[[_Function], _Function]:
    """Declare that a function does this kind of work: ``does(progress, **arguments)``.

    It is run at least once and perhaps twice, so that a second run must change nothing.
    """

    def declare(does: _Function) -> _Function:
        known = _kinds.get(code)
        if known is not None and (known.does.__module__, known.does.__qualname__) != (does.__module__, does.__qualname__):
            raise ValueError(f"the kind of work {code!r} is declared twice")
        _kinds[code] = Kind(code, title, does, attempts)
        return does

    return declare


def kind_of(code: str) -> Kind | None:
    """The kind of that code; nothing where no application declares it."""
    return _kinds.get(code)


def titles() -> dict[str, Any]:
    """Each kind's name in words."""
    return {code: kind.title for code, kind in _kinds.items()}
