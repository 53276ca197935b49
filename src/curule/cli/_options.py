"""Options and output that several commands share."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from curule.law.library import Library, Unknown
from curule.statutes import PACKS, load_pack

__all__ = ["as_json", "day", "language", "library_of", "pack_argument", "print_json", "told"]

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic in newer releases of click only
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a message that says the form."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as YYYY-MM-DD", param, ctx)


day = Day()


def language(command: F) -> F:
    """``--lang en|fr``."""
    return click.option("--lang", type=click.Choice(["en", "fr"]), default="en", show_default=True, help="Language of the words.")(command)


def as_json(command: F) -> F:
    """``--json`` for machines."""
    return click.option("--json", "json_wanted", is_flag=True, help="Print JSON, for machines.")(command)


def pack_argument(command: F) -> F:
    """``PACK``: which tribunal; the first of the deployment when left out."""
    return click.option("--pack", "pack", type=click.Choice(list(PACKS)), default="mechanism", show_default=True, help="Which tribunal's law.")(command)


def library_of(pack: str, readings: tuple[str, ...] = ()) -> Library:
    """The library of a pack with readings given as ``ID=ALTERNATIVE``."""
    chosen = {}
    for reading in readings:
        id, equals, alternative = reading.partition("=")
        if not equals:
            raise click.BadParameter(f"{reading!r}: write ID=ALTERNATIVE", param_hint="--reading")
        chosen[id] = alternative
    try:
        return Library(load_pack(pack), readings=chosen)
    except Unknown as error:
        raise click.ClickException(str(error)) from None


def print_json(data: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def told(error: Exception) -> click.ClickException:
    """An error of the library as a message without a traceback, exit status 1."""
    return click.ClickException(str(error))
