"""``curule rebuild``: folds every record anew and proves the projections equal."""

from __future__ import annotations

from dataclasses import replace

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
    from curule.matters.verification import verify_matter

    differences: list[Difference] = []
    matters = Matter.objects.order_by("pk")
    count = matters.count()
    with click.progressbar(matters.iterator(), length=count, label="Folding records", hidden=json_wanted) as bar:
        for matter in bar:
            broken = verify_matter(matter).faults
            if broken:  # what is computed from an altered record would be false, where it can be computed at all
                differences.append(Difference(matter.number, f"{broken[0].says}; run `curule verify {matter.number}`; not rebuilt"))
                continue
            differences += [replace(found, what=f"{found.what} (now rebuilt)") for found in rebuild(matter)]
    if json_wanted:
        print_json({"matters": count, "differences": [{"matter": d.number, "says": d.what} for d in differences]})
    else:
        for difference in differences:
            click.echo(f"{difference.number}: {difference.what}", err=True)
        click.echo(f"{count} matters rebuilt, {len(differences)} differences")
    if differences:
        raise SystemExit(1)
