"""The packs: each tribunal as data. A pack holds instruments, organs, acts, rules, effects, calendar and scenarios, and no engine code."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curule.law.pack import Pack

__all__ = ["IN_PREPARATION", "PACKS", "load_pack"]

PACKS: dict[str, str] = {"model": "curule.statutes.model", "mechanism": "curule.statutes.mechanism", "rome": "curule.statutes.rome"}
"""Code of a pack and the package that declares it as ``PACK``."""

IN_PREPARATION: dict[str, str] = {}
"""Packs whose law is not covered whole yet: they can be loaded by name for work on them, and no deployment offers them."""


def load_pack(code: str) -> Pack:
    """The pack of that code.

    :raises KeyError: naming the packs there are, when there is none of that code.
    """
    known = {**PACKS, **IN_PREPARATION}
    if code not in known:
        raise KeyError(f"no pack {code!r}; there are: {', '.join(PACKS)}")
    pack: Pack = import_module(known[code]).PACK
    return pack
