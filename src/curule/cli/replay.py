"""``curule replay``: a real case's history asked of the law, act by act."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curule.cli._options import as_json, language, print_json
from curule.law.library import Library
from curule.law.pack import Pack
from curule.statutes import IN_PREPARATION, PACKS, load_pack

if TYPE_CHECKING:
    from curule.replay.phrasebook import Phrasebook


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--pack", type=click.Choice([*PACKS, *IN_PREPARATION]), help="Which tribunal's law; left out, the court that the file names.")
@language
@as_json
@click.option("--verbose", "-v", is_flag=True, help="With the whole tree of reasons and every clock.")
@click.option("--reading", "readings", multiple=True, metavar="ID=ALTERNATIVE", help="Choose a reading.")
def command(file: Path, pack: str | None, lang: str, json_wanted: bool, verbose: bool, readings: tuple[str, ...]) -> None:
    """Replay a history FILE: for each act the answer with reasons, the clocks, and every divergence from what happened, explained.

    Nothing is stored. Exit status 1 for a file that is no history, 2 where no pack for its court is installed.
    """
    from curule.cli._options import library_of
    from curule.replay.reading import HistoryError, read_history
    from curule.replay.report import as_dict, lines
    from curule.replay.running import replay

    try:
        history = read_history(file)
        code = pack or _pack_for(history.court)
        if code is None:
            known = ", ".join(sorted({court for p in (*PACKS, *IN_PREPARATION) for court in _courts(load_pack(p))})) or "none"
            click.echo({"en": f"{file}: no pack for the court {history.court!r} is installed. Courts whose histories can be replayed: {known}. "
                              "Install a pack for it, or name one with --pack.",
                        "fr": f"{file} : aucun droit n'est installé pour la juridiction {history.court!r}. Juridictions connues : {known}. "
                              "Installez le sien, ou indiquez-en un avec --pack."}[lang], err=True)
            raise SystemExit(2)
        library = library_of(code, readings)
        run = replay(library, _phrases(library), history)
    except HistoryError as error:
        raise click.ClickException(error.lines(lang)) from None
    if json_wanted:
        print_json(as_dict(run, lang))
        return
    for line in lines(run, lang, verbose):
        click.echo(line)


def _phrases(library: Library) -> Phrasebook | None:
    from curule.replay.phrases_file import PhrasesError, load_phrases

    try:
        return load_phrases(library.pack)
    except PhrasesError as error:
        raise click.ClickException(str(error)) from None


def _courts(pack: Pack) -> tuple[str, ...]:
    from curule.replay.phrases_file import courts_of

    return courts_of(pack)


def _pack_for(court: str) -> str | None:
    """The pack of the court that a file names."""
    wanted = court.strip().casefold()
    return next((code for code in (*PACKS, *IN_PREPARATION) if wanted in {c.casefold() for c in _courts(load_pack(code))}), None)
