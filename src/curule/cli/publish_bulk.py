"""``curule publish-bulk``: makes the bulk download of everything public."""

from __future__ import annotations

import click

from curule.cli._application import start


@click.command()
def command() -> None:
    """Make an edition of all public records (metadata as JSON lines, texts, digests) and put it in place at once. For a timer, every night."""
    start()
    from curule.portal.bulk import publish_bulk

    edition = publish_bulk()
    counts = ", ".join(f"{count} in {name}" for name, count in edition.counts.items())
    click.echo(f"{edition.name}: {edition.size} bytes, SHA-256 {edition.sha256}; {counts}")
