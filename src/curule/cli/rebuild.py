"""``curule rebuild``: folds every record anew and proves the projections equal."""

from __future__ import annotations

import click

from curule.cli._application import start
from curule.cli._options import as_json, print_json


@click.command()
@as_json
def command(json_wanted: bool) -> None:
    """Rebuild the projections of all matters and compare them with what was stored. Exit status 1 when one differed."""
    start()
    from curule.matters.models import Matter
    from curule.matters.projections import Difference, rebuild

    differences: list[Difference] = []
    matters = Matter.objects.order_by("pk")
    count = matters.count()
    with click.progressbar(matters.iterator(), length=count, label="Folding records", hidden=json_wanted) as bar:
        for matter in bar:
            differences += rebuild(matter)
    if json_wanted:
        print_json({"matters": count, "differences": [{"matter": d.number, "says": d.what} for d in differences]})
    else:
        for difference in differences:
            click.echo(f"{difference.number}: {difference.what} (now rebuilt)", err=True)
        click.echo(f"{count} matters rebuilt, {len(differences)} differences")
    if differences:
        raise SystemExit(1)
