"""``curule statute``: imports the official texts of instruments and lists those that are there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from curule.cli._application import start
from curule.cli._options import as_json, language, print_json


@click.group()
def command() -> None:
    """Import the official texts of instruments, and list them."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@language
@as_json
def import_(file: Path, lang: str, json_wanted: bool) -> None:
    """Read the text of an instrument from FILE and store it, aligned by provision and language.

    Prints for each language the units found, aligned and unaligned, and lists what was not aligned, with its line and the reason. Nothing
    is stored unless the whole file is.
    """
    from curule.texts import TextError, read_statute

    try:
        imported = read_statute(file)
    except TextError as error:
        raise click.ClickException(error.of(lang)) from None
    start()
    from django.db import DatabaseError

    from curule.lawbook.importing import store

    units = len(imported.entries) + len(imported.report.unaligned)
    try:
        with click.progressbar(length=units, label={"en": "Storing units", "fr": "Enregistrement"}[lang], hidden=json_wanted) as bar:
            stored = store(imported, progress=bar.update)
    except DatabaseError as error:
        raise click.ClickException(f"nothing was stored: {error}. Make the database ready with `curule manage migrate`, then import again.") from None
    if json_wanted:
        print_json({**imported.report.as_dict(), "stored": stored.is_new, "superseded": list(stored.superseded)})
        return
    click.echo("\n".join(imported.report.lines(lang)))
    click.echo(_came(stored, lang))


def _came(stored: Any, lang: str) -> str:
    if not stored.is_new:
        return {"en": f"Imported before, on {stored.text.imported_at:%Y-%m-%d}: nothing was added.",
                "fr": f"Déjà importé le {stored.text.imported_at:%Y-%m-%d} : rien n'a été ajouté."}[lang]
    page = f"/law/{stored.text.instrument}"
    words = {"en": f"Stored; the law explorer shows it under {page}", "fr": f"Enregistré ; l'explorateur du droit l'affiche sous {page}"}[lang]
    if stored.superseded:
        words += {"en": ", instead of the earlier text in: ", "fr": ", à la place du texte antérieur en : "}[lang] + ", ".join(stored.superseded)
    return words


@command.command("list")
@as_json
def list_(json_wanted: bool) -> None:
    """List the imported texts: instrument, languages, file, day, figures."""
    start()
    from curule.lawbook.models import Edition

    editions = Edition.objects.select_related("imported").order_by("instrument", "language", "-is_current", "-imported__imported_at")
    rows = [_row(edition) for edition in editions]
    if json_wanted:
        print_json(rows)
        return
    for row in rows:
        mark = "current" if row["current"] else "superseded"
        click.echo(f"{row['instrument']:8} {row['language']:4} {mark:11} {row['imported_at'][:10]}  {row['aligned']} of {row['found']} aligned, "
                   f"{row['unaligned']} unaligned  {row['file']}")
    if not rows:
        click.echo("No text has been imported; `curule statute import FILE` imports one.")


def _row(edition: Any) -> dict[str, Any]:
    text = edition.imported
    return {"instrument": edition.instrument, "language": edition.language, "current": edition.is_current, "file": text.file_name, "sha256": text.sha256,
            "imported_at": text.imported_at.isoformat(timespec="seconds"), "found": edition.found, "aligned": edition.aligned,
            "unaligned": edition.unaligned}
