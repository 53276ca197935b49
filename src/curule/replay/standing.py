"""What stands on a posture, looked up by a path that a pack's declarations give as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["at", "pending_numbers", "standing"]


def at(posture: Any, path: str, person: str = "") -> Any:
    """What is found under a dotted path of attributes and keys; ``{person}`` stands for a name; ``None`` where the path leads nowhere."""
    value = posture
    for part in path.split("."):
        part = person if part == "{person}" else part
        value = value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)
        if value is None:
            return None
    return value


def standing(posture: Any, path: str, person: str = "") -> bool:
    """Whether something stands under a path; of a table, whether something in it is still pending; without a posture nothing does."""
    value = at(posture, path, person)
    return any(getattr(v, "pending", True) for v in value.values()) if isinstance(value, dict) else bool(value)


def pending_numbers(posture: Any, path: str, organ: str, sides: frozenset[str], only: re.Pattern[str] | None = None) -> list[str]:
    """The numbers of the appeals or applications that are pending under a path, those of the party who acts if it is one.

    ``only``: those against what the pattern names.
    """
    found = [(n, one) for n, one in (at(posture, path) or {}).items() if getattr(one, "pending", getattr(one, "decided", None) is None)]
    if only is not None:
        found = [(n, one) for n, one in found if any(only.search(what) for what in one.against)]
    own = [n for n, one in found if getattr(one, "by", "") == organ] if organ in sides else []
    return own or [n for n, _one in found]
