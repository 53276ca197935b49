"""``curule verify``: walks every chain and says which entry was altered, removed or reordered."""

from __future__ import annotations

import json
from pathlib import Path

import click

from curule.cli._application import start
from curule.cli._options import as_json, print_json


@click.command()
@click.argument("number", required=False)
@click.option("--anchors", "anchor_file", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Compare with anchors kept elsewhere: shows entries cut from the end and chains written anew.")
@click.option("--write-anchors", type=click.Path(path_type=Path, dir_okay=False), help="Write the heads of all chains to a file, to be kept elsewhere.")
@as_json
def command(number: str | None, anchor_file: Path | None, write_anchors: Path | None, json_wanted: bool) -> None:
    """Walk the chain of every matter and every sealed paper, or of one matter (NUMBER). Exit status 1 when a chain does not hold."""
    start()
    from curule.chambers.verification import anchors_of_papers, verify_papers
    from curule.matters.models import Matter
    from curule.matters.verification import Verified, anchors, read_anchors, verify, verify_matter

    try:
        anchored = read_anchors(anchor_file) if anchor_file else None
    except (ValueError, OSError) as error:
        raise click.ClickException(f"{anchor_file}: {error}") from None
    walked: list[Verified] = []
    if number is not None:
        matter = Matter.objects.filter(number=number).first()
        if matter is None:
            raise click.ClickException(f"no matter {number!r}; the page Matters lists them")
        walked.append(verify_matter(matter, (anchored or {}).get(number)))
    else:
        with click.progressbar(verify(anchored), length=Matter.objects.count(), label="Walking chains", hidden=json_wanted) as bar:
            walked.extend(bar)
        walked.extend(verify_papers(anchored))
    faults = [(v.number, f) for v in walked for f in v.faults]
    if json_wanted:
        print_json({"chains": len(walked), "entries": sum(v.entries for v in walked),
                    "faults": [{"matter": n, "kind": f.kind, "entry": f.number, "says": f.says} for n, f in faults]})
    else:
        for matter_number, fault in faults:
            click.echo(f"{matter_number}: {fault.says}", err=True)
        click.echo(f"{len(walked)} chains, {sum(v.entries for v in walked)} entries, {len(faults)} faults")
    if faults:
        raise SystemExit(1)
    if write_anchors is not None:
        write_anchors.write_text(json.dumps(anchors() | anchors_of_papers(), indent=1, sort_keys=True) + "\n", encoding="utf-8")
