"""``curule cite``: what a text cites."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from curule.citations import COURTS, find
from curule.cli._options import as_json, print_json

LARGEST = 64 * 1024 * 1024


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--court", type=click.Choice(list(COURTS)), help="Whose text it is; left out, the text itself decides where it can.")
@as_json
def command(file: Path, court: str | None, json_wanted: bool) -> None:
    """List the provisions, cases, filings, documents and paragraphs that the text in FILE (UTF-8; - for standard input) cites.

    Each line has the place in the text (characters), the kind, the keys and the words.
    """
    found = find(_text(file), court)
    if json_wanted:
        print_json([{"start": c.start, "end": c.end, "kind": c.kind.value, "keys": list(c.keys), "text": c.text} for c in found])
        return
    for citation in found:
        click.echo(f"{citation.start}-{citation.end}\t{citation.kind.value}\t{', '.join(citation.keys)}\t{' '.join(citation.text.split())}")


def _text(file: Path) -> str:
    try:
        content = sys.stdin.buffer.read(LARGEST + 1) if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{file}: cannot be read ({error.strerror}); check the name and the right to read it") from None
    if len(content) > LARGEST:
        raise click.ClickException(f"{file}: more than {LARGEST} bytes; split the file")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file}: not UTF-8 (byte {error.start}); save it as UTF-8 text and try again") from None
