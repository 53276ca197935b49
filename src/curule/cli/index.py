"""``curule index``: brings the search index up to date, or makes it anew."""

from __future__ import annotations

import time

import click

from curule.cli._application import start


@click.command()
@click.option("--rebuild", is_flag=True, help="Make the index anew from all records beside the old one, then use it.")
def command(rebuild: bool) -> None:
    """Put into the search index what was entered, filed or reclassified since. The index is derived: it can be made anew at any time."""
    start()
    from curule.matters.models import EntryRow
    from curule.search import upkeep
    from curule.search.models import Mark

    begun = time.monotonic()
    if rebuild:
        with click.progressbar(length=EntryRow.objects.count(), label="Indexing") as bar:
            try:
                count = upkeep.rebuild(bar.update)
            except upkeep.GivenUp as fault:
                raise click.ClickException(str(fault)) from None
    else:
        upkeep.current()
        waiting = Mark.objects.count()
        with click.progressbar(length=waiting, label="Indexing") as bar:
            count = upkeep.catch_up(waiting, bar.update)
    spent = time.monotonic() - begun
    click.echo(f"{count} records indexed in {spent:.1f} s ({count / max(spent, 0.001):.0f} a second)")
