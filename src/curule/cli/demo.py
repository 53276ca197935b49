"""``curule demo``: makes the demonstration tribunal by real acts: institution, roll of judges, cases at different stages."""

from __future__ import annotations

import click

from curule.cli._application import start


@click.command()
@click.option("--if-empty", is_flag=True, help="Do nothing where there is any matter already.")
@click.option("--strict", is_flag=True, help="Fail when an act of the demonstration is not entered as its data say.")
def command(if_empty: bool, strict: bool) -> None:
    """Make the demonstration tribunal: invented people and cases."""
    start()
    from django.conf import settings
    from django.utils import timezone

    from curule.access.demo import ensure_demo_accounts
    from curule.matters.demonstration.entering import enter_demonstration, is_empty
    from curule.registry.demonstration import file_demonstration

    if if_empty and not is_empty():
        return
    if not settings.EMBEDDED:
        raise click.ClickException("the demonstration belongs in an embedded tribunal: nothing was entered. Unset CURULE_EMBEDDED=0.")
    ensure_demo_accounts()
    faults: list[str] = []
    click.echo("Making the demonstration tribunal ...", err=True)
    done = list(enter_demonstration(timezone.localdate(), faults.append))
    click.echo(f"{len(done)} matters: {', '.join(done)}", err=True)
    filed = file_demonstration(faults.append)
    click.echo(f"{filed} documents filed", err=True)
    for fault in faults:
        click.echo(f"  {fault}", err=True)
    if strict and faults:
        raise click.ClickException(f"{len(faults)} acts of the demonstration were not entered as its data say")
