"""The tribunals of this deployment: their packs with the readings that were chosen, made ready once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from curule.law.library import Library, Unknown
from curule.statutes import load_pack

__all__ = ["codes", "has_branches", "libraries", "library"]


def _chosen() -> dict[str, dict[str, str]]:
    """Readings chosen by the deployment: ``readings.toml`` in the home folder, a table for each pack."""
    path = Path(settings.HOME) / "readings.toml"
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{path} cannot be read: {error}. Give a table for each tribunal, as in [mechanism]") from None


def codes() -> tuple[str, ...]:
    """The tribunals hosted here (``CURULE_TRIBUNALS``)."""
    return tuple(settings.TRIBUNALS)


@cache
def library(pack: str) -> Library:
    """The law library of a tribunal.

    :raises KeyError: where there is no such pack; :class:`ImproperlyConfigured` where the chosen readings do not exist.
    """
    try:
        return Library(load_pack(pack), readings=_chosen().get(pack))
    except Unknown as error:
        raise ImproperlyConfigured(f"readings.toml, [{pack}]: {error}") from None


def has_branches(pack: str) -> bool:
    """Whether a tribunal works in more than one place: whether some act of it says where."""
    return any(particular.name == "branch" for act in library(pack).acts.values() for particular in act.particulars)


def libraries() -> list[Library]:
    """The libraries of all tribunals hosted here."""
    return [library(code) for code in codes()]
