"""``curule alerts``: runs the saved searches, notes what they find anew, and calls their owners to it."""

from __future__ import annotations

import click

from curule.cli._application import start


@click.command()
def command() -> None:
    """Run every saved search as its owner may search today; new finds stand on the owner's page of saved searches, and an e-mail calls to them.

    For a timer, every few minutes.
    """
    start()
    from curule.search.alerting import alert
    from curule.search.calling import call_owner

    click.echo(f"{alert(call_owner)} new finds")
