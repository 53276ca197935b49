"""``curule simulate``: lives a tribunal's life by choosing among the lawful next acts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import click

from curule.cli._options import as_json, day, language, library_of, pack_argument, print_json, told
from curule.law.library import Library
from curule.law.rehearsal import rehearse
from curule.law.scenarios import ScenarioError
from curule.law.simulation import Deed, SimulatedMatter, guide_from, live
from curule.replay.writing import write_history

MOST_CASES = 10_000
DEEDS_A_CASE = 150


@click.command()
@click.option("--cases", type=click.IntRange(1, MOST_CASES), default=5, show_default=True, help="How many cases are lived.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same life.")
@click.option("--since", type=day, default="2013-07-01", show_default=True, help="The first day.")
@click.option("--until", type=day, help="The last day; today when left out.")
@click.option("--write", is_flag=True, help="Enter the acts in the tribunal's records, through the same pipeline as every other act.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write a history file that `curule replay` reads.")
@pack_argument
@language
@as_json
def command(cases: int, seed: int, since: date, until: date | None, write: bool, out: Path | None, pack: str, lang: str, json_wanted: bool) -> None:
    """Live the life of a tribunal: cases from their opening to judgement, appeal and enforcement, every act lawful.

    Without --write nothing is stored: a summary is printed.
    """
    until = until or date.today()
    if until <= since:
        raise click.BadParameter(f"{until} is not after {since}; give a later day", param_hint="--until")
    library = library_of(pack)
    try:
        histories = rehearse(library.pack).histories
    except ScenarioError as error:
        raise told(error) from None
    kinds = _kinds(library, cases)
    prepared = _prepared(library, kinds, histories)
    if write:
        from curule.cli._simulated import Writer

        writer = Writer(library, prepared)
        prepared = writer.prepared
    life = live(library, kinds, since=since, until=until, seed=seed, steps=cases * DEEDS_A_CASE, prepared=prepared, guide=guide_from(histories))
    deeds: list[Deed] = []
    with click.progressbar(life, length=cases * DEEDS_A_CASE // 2, label="Entering acts" if write else "Living", hidden=json_wanted) as bar:
        for deed in bar:
            deeds.append(deed)
            if write:
                writer.enter(deed)
    if out is not None:
        write_history(out, library, deeds, prepared)
    _tell(library, deeds, lang, json_wanted, writer.numbers if write else {})


def _kinds(library: Library, cases: int) -> dict[str, int]:
    """The first kind of matter of the pack, and those whose law looks at it."""
    first = next(iter(library.kinds))
    return {first: cases, **{k.code: cases for k in library.kinds.values() if first in k.reads and not k.one and k.code != first}}


def _prepared(library: Library, kinds: dict[str, int], histories: dict[str, tuple[str, list[Any]]]) -> dict[str, list[Any]]:
    """Records that stand before the life begins: of the matters of which there is one, the fullest that the scenarios have."""
    wanted = {read for kind in kinds for read in library.kind(kind).reads if library.kind(read).one}
    return {kind: max((entries for of_kind, entries in histories.values() if of_kind == kind), key=len, default=[]) for kind in sorted(wanted)}


def _tell(library: Library, deeds: list[Deed], lang: str, json_wanted: bool, numbers: dict[str, str]) -> None:
    matters: dict[str, SimulatedMatter] = {d.matter.code: d.matter for d in deeds}
    stages = {code: library.kind(m.kind).stage(library.fold(m.kind, m.entries), m.on) for code, m in matters.items()}
    acts = Counter(d.act for d in deeds)
    if json_wanted:
        print_json({"matters": [{"code": code, "number": numbers.get(code, ""), "kind": m.kind, "entries": len(m.entries), "stage": stages[code]}
                                for code, m in matters.items()], "deeds": len(deeds), "acts": dict(acts.most_common())})
        return
    for code, matter in matters.items():
        kind = library.kind(matter.kind)
        words = kind.stages[stages[code]].of(lang) if stages[code] in kind.stages else stages[code]
        click.echo(f"{numbers.get(code, code):16} {len(matter.entries):4}  {words}")
    click.echo({"en": f"{len(matters)} matters, {len(deeds)} acts, {len(acts)} kinds of act", "fr": f"{len(matters)} affaires, {len(deeds)} actes, "
                f"{len(acts)} types d'acte"}[lang])


