"""What can be wrong with a stored object, and what the store refuses."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BadName", "Contended", "Damaged", "Fault", "NotKept", "StoreError"]


class StoreError(Exception):
    """Anything that the store says no to."""


class BadName(StoreError, ValueError):
    """An object's name or a file's path that could leave its place, hide another one, or not be written everywhere."""


class NotKept(StoreError, LookupError):
    """There is no such object, version or file."""


class Damaged(StoreError):
    """The object's inventory cannot be trusted: nothing is read from it and nothing added to it."""


class Contended(StoreError):
    """Another writer gave the object this version first; nothing was written. Try again."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that verification found: ``kind`` is ``missing``, ``altered``, ``strange``, ``inventory``, ``sidecar`` or ``declaration``."""

    kind: str
    path: str
    says: str
