"""``curule alerts``: runs the saved searches and notes what they find anew."""

from __future__ import annotations

import click

from curule.cli._application import start


@click.command()
def command() -> None:
    """Run every saved search as its owner may search today; new finds stand on the owner's page of saved searches. For a timer, every few minutes."""
    start()
    from curule.search.alerting import alert

    click.echo(f"{alert()} new finds")
