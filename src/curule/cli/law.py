"""``curule law``: ask the law library, measure it, draw it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from curule.cli._options import as_json, day, language, library_of, pack_argument, print_json, told
from curule.law.answers import cite
from curule.law.coverage import Coverage, measure
from curule.law.library import Library, Unknown
from curule.law.particulars import read_particulars
from curule.law.rehearsal import rehearse
from curule.law.scenarios import ScenarioError
from curule.law.view import Actor
from curule.law.views import article_pages, decision_table, rule_lines, state_chart
from curule.statutes import IN_PREPARATION, PACKS, load_pack


@click.group()
def command() -> None:
    """Ask the law library, measure it, draw it."""


def outlines(pack: str) -> dict[str, list[str]]:
    """Every provision id of a pack's instruments, from the outlines that come with the texts."""
    import curule.texts

    folder = Path(str(curule.texts.__file__)).parent / "outlines"
    found = {}
    for instrument in load_pack(pack).instruments:
        file = folder / f"{instrument.code}.txt"
        if file.is_file():
            found[instrument.code] = [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return found


def measured(pack: str) -> Coverage:
    """Rehearse and measure a pack."""
    declared = load_pack(pack)
    try:
        return measure(Library(declared), rehearse(declared), outlines(pack))
    except ScenarioError as error:
        raise told(error) from None


@command.command()
@click.argument("packs", nargs=-1)
@as_json
@click.option("--missing", is_flag=True, help="List what is not covered.")
def coverage(packs: tuple[str, ...], json_wanted: bool, missing: bool) -> None:
    """Measure the law: provisions by class, leaves covered both ways, mutants killed. Exit status 1 when anything is missing."""
    for pack in packs:
        if pack not in PACKS and pack not in IN_PREPARATION:
            raise click.ClickException(f"no tribunal {pack!r}; there are: {', '.join(PACKS)}")
    results = {pack: measured(pack) for pack in packs or [p for p in PACKS if p != "model"]}
    if json_wanted:
        print_json({pack: result.as_dict() for pack, result in results.items()})
    else:
        for pack, result in results.items():
            _print_coverage(pack, result, missing)
    if not all(result.complete for result in results.values()):
        raise SystemExit(1)


def _print_coverage(pack: str, result: Coverage, missing: bool) -> None:
    told_data = result.as_dict()
    for code, data in told_data["instruments"].items():
        classes = ", ".join(f"{n} {c}" for c, n in data["classes"].items() if n)
        click.echo(f"{pack} · {code}: {data['provisions']} provisions ({classes}; {len(data['unclassified'])} unclassified)")
        click.echo(f"  {data['rules']} rules, {data['leaves']} leaves, {data['leaves_covered_both_ways']} covered both ways, "
                   f"{data['mutants_killed']} of {data['mutants']} mutants killed")
        for name in ("unclassified", "uncovered", "survivors") if missing else ():
            for line in data[name]:
                click.echo(f"    {name}: {line}")
    click.echo(f"  {told_data['scenarios']} scenarios, {len(told_data['problems'])} that did not hold")
    click.echo(f"  {len(told_data['without_rule'])} provisions without their rule, {len(told_data['limits_without_scenario'])} time limits not reckoned")
    for line in (*told_data["problems"], *told_data["without_rule"], *told_data["limits_without_scenario"]) if missing else ():
        click.echo(f"    {line}")


@command.command()
@click.argument("what")
@pack_argument
@language
@as_json
@click.option("--scenarios/--no-scenarios", default=True, help="With the answers that the scenarios were given.")
@click.option("--reading", "readings", multiple=True, metavar="ID=ALTERNATIVE", help="Choose a reading.")
def explain(what: str, pack: str, lang: str, json_wanted: bool, scenarios: bool, readings: tuple[str, ...]) -> None:
    """Explain an act, a provision ("irmct:12(3)", "article 12") or a topic ("referral"): its rules, and answers with their trees."""
    library = library_of(pack, readings)
    acts = _acts_meant(what, library)
    rules = [r for r in library.rules.values() if getattr(r, "act", None) in acts or set(getattr(r, "acts", ())) & set(acts)]
    try:
        asked = rehearse(library.pack).asked if scenarios else []
    except ScenarioError as error:
        raise told(error) from None
    shown: dict[str, list[Any]] = {}
    for act in acts:
        own = [a for a in asked if a.tree == act]
        picked = [next((a for a in own if a.reason.truth == truth), None) for truth in (2, 0)]
        shown[act] = [library.answer(act, a.view) for a in picked if a is not None]
    if json_wanted:
        print_json({"acts": acts, "rules": [{"id": r.id, "cite": cite(r.provision, lang), "says": rule_lines(r, library, lang)} for r in rules],
                    "answers": [answer.as_dict(lang) for answers in shown.values() for answer in answers]})
        return
    for rule in rules:
        click.echo(f"{cite(rule.provision, lang)} — {rule.id}")
        click.echo("  " + "\n  ".join(rule_lines(rule, library, lang)))
    for act in acts:
        for answer in shown[act]:
            click.echo("\n" + "\n".join(answer.lines(lang)))


def _acts_meant(what: str, library: Library) -> list[str]:
    if what in library.acts:
        return [what]
    topic = library.pack.topics.get(what.replace("-", " ").replace("_", " "))
    if topic:
        return [a for a in topic if a in library.acts]
    from curule.law.provisions import CitationError, Provision, parse_citation

    try:
        provision = Provision.parse(what) if ":" in what else parse_citation(what, library.pack.instruments[0].code)
    except CitationError as error:
        topics = ", ".join(library.pack.topics) or "none"
        raise click.ClickException(f"{what!r} is no act, no topic ({topics}) and no provision: {error}") from None
    meant = [r for r in library.rules.values() if Provision.parse(r.provision).is_within(provision)]
    acts = [a for r in meant for a in (getattr(r, "acts", None) or [getattr(r, "act", "")]) if a]
    if not acts:
        raise click.ClickException(f"no rule on acts cites {provision.cite('en')}; see `curule law coverage {library.pack.code}`")
    return list(dict.fromkeys(acts))


@command.command("next")
@click.argument("number", required=False)
@click.option("--history", help="A history of the scenarios instead of a matter.")
@click.option("--on", type=day, help="The day of the question; today when left out.")
@click.option("--by", help="Only for this organ.")
@pack_argument
@language
@as_json
def next_acts(number: str | None, history: str | None, on: Any, by: str | None, pack: str, lang: str, json_wanted: bool) -> None:
    """What may happen next in a matter (NUMBER) or after a history of the scenarios, who may do it, and under which provision."""
    from datetime import date

    on = on or date.today()
    if history is not None:
        library = library_of(pack)
        kind, entries = _history(history, library)
        posture = library.fold(kind, entries)
        related: dict[str, Any] = {}
    elif number is not None:
        library, kind, posture, related = _matter(number, on)
    else:
        raise click.UsageError("give the number of a matter, or --history NAME")
    actor = None
    if by is not None:
        try:
            actor = Actor(library.organ(by).code)
        except Unknown as error:
            raise told(error) from None
    found = sorted(library.next_acts(kind, posture, on, actor, related), key=lambda n: ("PERMITTED", "OPEN", "REFUSED").index(n.verdict.value))
    if json_wanted:
        print_json([{"act": n.act.code, "title": n.act.title.of(lang), "verdict": n.verdict.value, "by": list(n.by), "answer": n.answer.as_dict(lang)}
                    for n in found])
        return
    for n in found:
        holders = ", ".join(library.organs[o].name.of(lang) for o in n.by)
        provisions = "; ".join(cite(p, lang, "short") for p in n.answer.provisions[:3])
        click.echo(f"{n.verdict.value:9}  {n.act.title.of(lang)} — {holders} — {provisions}")


def _history(name: str, library: Library) -> tuple[str, list[Any]]:
    try:
        histories = rehearse(library.pack).histories
    except ScenarioError as error:
        raise told(error) from None
    if name not in histories:
        raise click.ClickException(f"no history {name!r}; there are: {', '.join(sorted(histories))}")
    return histories[name]


def _matter(number: str, on: Any) -> tuple[Library, str, Any, dict[str, Any]]:
    from curule.cli._application import start

    start()
    from curule.matters.models import Matter
    from curule.matters.records import posture_of, related_postures
    from curule.matters.tribunals import library

    matter = Matter.objects.filter(number=number).first()
    if matter is None:
        raise click.ClickException(f"no matter {number!r}; `curule manage shell` or the page Matters lists them")
    return library(matter.pack), matter.kind, posture_of(matter, on), related_postures(matter, on)


@command.command()
@click.argument("what")
@pack_argument
@language
@as_json
def graph(what: str, pack: str, lang: str, json_wanted: bool) -> None:
    """Draw a kind of matter as a state chart (Mermaid), or an act as a decision table, from the scenarios as they ran."""
    library = library_of(pack)
    try:
        rehearsal = rehearse(library.pack)
    except ScenarioError as error:
        raise told(error) from None
    if what in library.kinds:
        chart = state_chart(library, what, rehearsal, lang)
        print_json({"kind": what, "mermaid": chart}) if json_wanted else click.echo(chart, nl=False)
        return
    if what not in library.acts:
        raise click.ClickException(f"{what!r} is neither a kind of matter ({', '.join(library.kinds)}) nor an act")
    table = decision_table(what, library, rehearsal)
    if table is None:
        raise click.ClickException(f"no rule speaks of {what!r}")
    if json_wanted:
        print_json({"act": what, "leaves": [leaf.id for leaf in table.leaves],
                    "rows": [{"values": [t.name for t in row], "answer": result.name} for row, result in table.rows]})
        return
    for number, leaf in enumerate(table.leaves, 1):
        click.echo(f"{number:3}  {leaf.says.of(lang)} · {cite(leaf.provision, lang, 'short')}")
    signs = {2: "✓", 0: "✗", 1: "?"}
    for row, result in table.rows:
        click.echo("  " + " ".join(signs[t] for t in row) + f"  → {signs[result]}")


@command.command()
@click.argument("act")
@click.argument("particulars", nargs=-1)
@click.option("--history", required=True, help="After this history of the scenarios.")
@click.option("--on", type=day, required=True, help="The day of the question.")
@click.option("--by", required=True, help="ORGAN or ORGAN:PERSON.")
@pack_argument
@language
@as_json
def may(act: str, particulars: tuple[str, ...], history: str, on: Any, by: str, pack: str, lang: str, json_wanted: bool) -> None:
    """May this act be done? PARTICULARS as name=value. Exit status 1 for a refusal."""
    library = library_of(pack)
    kind, entries = _history(history, library)
    raw = dict(p.partition("=")[::2] for p in particulars)
    try:
        given, errors = read_particulars(library.particulars(act), raw, partial=True)
        library.organ(Actor.parse(by).organ)
    except Unknown as error:
        raise told(error) from None
    if errors:
        raise click.ClickException("; ".join(str(e) for e in errors))
    answer = library.may(act, library.fold(kind, [e for e in entries if e.done_on <= on]), on, Actor.parse(by), given)
    if json_wanted:
        print_json(answer.as_dict(lang))
    else:
        click.echo("\n".join(answer.lines(lang)))
    if answer.verdict.value == "REFUSED":
        raise SystemExit(1)


@command.command()
@pack_argument
@language
def articles(pack: str, lang: str) -> None:
    """List the articles with what the library holds on each."""
    library = library_of(pack)
    for key, page in article_pages(library).items():
        titles = "; ".join(c.title.of(lang) for c in page.clauses[:2])
        click.echo(f"{cite(key, lang):45} {len(page.clauses):3} clauses {len(page.rules):3} rules  {titles}")
