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
from curule.law.simulation import LIFE, Deed, SimulatedMatter, guide_from, live
from curule.replay.writing import write_history

Histories = dict[str, tuple[str, list[Any]]]

FIRST_DAY = date(2013, 7, 1)
YEARS = 20
SHARED_BY = 10
MOST_CASES = 10_000
DEEDS_A_CASE = 150


@click.command()
@click.option("--cases", type=click.IntRange(1, MOST_CASES), default=5, show_default=True, help="How many cases are lived.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same life.")
@click.option("--since", type=day, help="The first day; that on which the lives of the pack's scenarios begin when left out.")
@click.option("--until", type=day, help="The last day; today, or twenty years after the first, when left out.")
@click.option("--write", is_flag=True, help="Enter the acts in the tribunal's records, through the same pipeline as every other act.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write a history file that `curule replay` reads.")
@pack_argument
@language
@as_json
def command(cases: int, seed: int, since: date | None, until: date | None, write: bool, out: Path | None, pack: str, lang: str, json_wanted: bool) -> None:
    """Live the life of a tribunal: cases from their opening to judgement, appeal and enforcement, every act lawful.

    Without --write nothing is stored: a summary is printed.
    """
    library = library_of(pack)
    try:
        histories = rehearse(library.pack).histories
    except ScenarioError as error:
        raise told(error) from None
    kinds = _kinds(library, cases, histories)
    since = since or _first_day(kinds, histories)
    until = until or max(date.today(), date(since.year + YEARS, since.month, since.day))
    if until <= since:
        raise click.BadParameter(f"{until} is not after {since}; give a later day", param_hint="--until")
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


def _kinds(library: Library, cases: int, histories: Histories) -> dict[str, int]:
    """The kinds of matter that are lived: those whose whole lives the scenarios tell, else the first kind and those whose law looks at it.

    A kind at which others look and that looks at none that is lived (the situations of the Court) is shared by ten of them.
    """
    told_of = {kind for name, (kind, _) in histories.items() if name.startswith(LIFE) and not library.kind(kind).one}
    if not told_of:
        first = next(iter(library.kinds))
        return {first: cases, **{k.code: cases for k in library.kinds.values() if first in k.reads and not k.one and k.code != first}}
    shared = {k for k in told_of if not set(library.kind(k).reads) & told_of}
    return {k: max(1, cases // SHARED_BY) if k in shared else cases for k in library.kinds if k in told_of}


def _first_day(kinds: dict[str, int], histories: Histories) -> date:
    """The day on which the first of the lives begins that the scenarios tell."""
    first = [entries[0].done_on for name, (kind, entries) in histories.items() if kind in kinds and name.startswith(LIFE) and entries]
    return min(first, default=FIRST_DAY)


def _prepared(library: Library, kinds: dict[str, int], histories: Histories) -> dict[str, list[Any]]:
    """Records that stand before the life begins: of the matters of which there is one, that which lives look at, or the fullest there is."""
    wanted = {read for kind in kinds for read in library.kind(kind).reads if library.kind(read).one}
    fullest = {kind: max((entries for of_kind, entries in histories.values() if of_kind == kind), key=len, default=[]) for kind in sorted(wanted)}
    return {kind: histories[LIFE + kind][1] if LIFE + kind in histories else entries for kind, entries in fullest.items()}


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


