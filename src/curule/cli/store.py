"""``curule store``: verifies the preservation store against itself and against the record, and clears what killed writers left."""

from __future__ import annotations

import click

from curule.cli._application import start
from curule.cli._options import as_json, print_json


@click.group()
def command() -> None:
    """Look after the preservation store."""


@command.command()
@as_json
def verify(json_wanted: bool) -> None:
    """Read every object from the bytes up and compare it with what entries say. Exit status 1 when anything is wrong."""
    start()
    from curule.registry.keeping import Missing, verify_entries, verify_objects
    from curule.store import store

    kept, count, faults = store(), 0, list[Missing]()
    for _name, found in verify_objects(kept):
        count += 1
        faults += found
    faults += verify_entries(kept)
    if json_wanted:
        print_json({"objects": count, "faults": [{"where": fault.where, "says": fault.says} for fault in faults]})
    else:
        for fault in faults:
            click.echo(f"{fault.where}: {fault.says}", err=True)
        click.echo(f"{count} objects, {len(faults)} faults")
    if faults:
        raise SystemExit(1)


@command.command()
def sweep() -> None:
    """Remove what killed writers left behind, and finish what they had all but done."""
    start()
    from curule.store import store

    click.echo(f"{store().sweep()} found")
