"""One article as its page shows it: what Curule does with it, beside the official text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from curule.law.conditions import Truth
from curule.law.library import Library
from curule.law.rehearsal import Rehearsal
from curule.law.rules import Rule
from curule.law.views import ArticlePage, DecisionTable, decision_table, state_chart
from curule.law.words import listing
from curule.lawbook.charts import START, Chart, chart_edges, draw
from curule.lawbook.links import cite, law_href
from curule.lawbook.measured import Measured, measured
from curule.lawbook.rules_told import acts_of, change_days, clauses_told, in_force, limits_told, readings_told, rule_told
from curule.lawbook.sentences import tell

__all__ = ["article_told", "chart_of", "chart_told", "table_of", "table_told"]

_Made = TypeVar("_Made")
SIGNS = {Truth.MET: "met", Truth.OPEN: "open", Truth.NOT_MET: "not-met"}
SMALL_TABLE = 14
"""Conditions, and cases, up to which a decision table stands on the article's page; a larger one stands on the act's."""


def _kept(pack: str, key: tuple[str, ...], make: Callable[[Measured, Rehearsal], _Made], otherwise: _Made) -> _Made:
    """What is made once from the scenarios of a tribunal; ``otherwise`` while they are not there."""
    found = measured(pack)
    if found.rehearsal is None:
        return otherwise
    if key not in found.kept:
        found.kept[key] = make(found, found.rehearsal)
    made: _Made = found.kept[key]
    return made


def chart_of(pack: str, kind: str) -> Chart | None:
    """The steps of a kind of matter, from the scenarios; nothing while they cannot be run."""
    return _kept(pack, ("chart", kind), lambda found, rehearsal: chart_edges(found.library, kind, rehearsal), None)


def mermaid_of(pack: str, kind: str, lang: str) -> str:
    """The same chart as Mermaid source."""
    return _kept(pack, ("mermaid", kind, lang), lambda found, rehearsal: state_chart(found.library, kind, rehearsal, lang), "")


def table_of(pack: str, act: str) -> DecisionTable | None:
    """The decision table of an act."""
    return _kept(pack, ("table", act), lambda found, rehearsal: decision_table(act, found.library, rehearsal), None)


def article_told(found: Measured, page: ArticlePage, lang: str, on: date | None, anchored: set[str]) -> dict[str, Any]:
    """Everything that Curule holds on an article, in one language, on a day (or, without one, at all times)."""
    law = found.library
    shown = [rule for rule in page.rules if in_force(rule, on)]
    scenarios = tell(law, found.rehearsal, page.scenarios, lang) if found.rehearsal is not None else []
    return {
        "clauses": clauses_told(page.clauses, lang, anchored),
        "rules": [rule_told(rule, law, lang, on) for rule in shown],
        "asleep": [rule_told(rule, law, lang, on) for rule in page.rules if not in_force(rule, on)],
        "change_days": change_days(page.rules),
        "readings": readings_told(page.readings, law, lang),
        "limits": limits_told(page.limits, page.clauses, law, lang),
        "scenarios": scenarios,
        "acts": _acts(found, shown, lang),
        "charts": _charts(found, page.rules, lang),
    }


def _acts(found: Measured, rules: Iterable[Rule], lang: str) -> list[dict[str, Any]]:
    """The acts of these rules, each with the size of its decision table, and the table itself when it is small."""
    told = []
    for code in dict.fromkeys(act for rule in rules for act in acts_of(rule)):
        table = table_of(found.code, code)
        is_small = table is not None and 0 < len(table.rows) <= SMALL_TABLE and len(table.leaves) <= SMALL_TABLE
        told.append({
            "code": code, "pack": found.code, "title": found.library.acts[code].title.of(lang), "conditions": len(table.leaves) if table else 0,
            "cases": len(table.rows) if table else 0, "table": table_told(table, lang) if is_small else None,
        })
    return told


def table_told(table: DecisionTable | None, lang: str) -> dict[str, Any] | None:
    """A decision table with a row for each condition and a column for each case that scenarios showed; the last row is the answer."""
    if table is None or not table.rows:
        return None
    return {
        "act": table.act.title.of(lang),
        "cases": range(1, len(table.rows) + 1),
        "conditions": [{
            "says": leaf.says.of(lang), "citation": cite(leaf.provision, lang) if leaf.provision else "", "href": law_href(leaf.provision),
            "values": [SIGNS[values[at]] for values, _ in table.rows],
        } for at, leaf in enumerate(table.leaves)],
        "answers": [SIGNS[result] for _, result in table.rows],
    }


def _charts(found: Measured, rules: Iterable[Rule], lang: str) -> list[dict[str, Any]]:
    """The charts of the kinds of matter in which acts of these rules were seen to change the stage, those with the most such steps first."""
    own = {act for rule in rules for act in acts_of(rule)}
    told = []
    for kind in found.library.kinds:
        chart = chart_of(found.code, kind)
        steps = sum(1 for edge in chart.edges if own & set(edge.acts)) if chart is not None else 0
        if chart is not None and steps:
            told.append((steps, chart_told(found.library, chart, lang, own)))
    return [chart for _, chart in sorted(told, key=lambda pair: -pair[0])]


def chart_told(law: Library, chart: Chart, lang: str, own: Iterable[str] = ()) -> dict[str, Any]:
    """A chart with its drawing, its steps in words, and its Mermaid source."""
    stages = {code: words.of(lang) for code, words in law.kind(chart.kind).stages.items()}
    pointed = set(own)
    return {
        "pack": law.pack.code, "kind": chart.kind, "name": law.kind(chart.kind).name.of(lang), "drawing": draw(chart, stages, pointed),
        "mermaid": mermaid_of(law.pack.code, chart.kind, lang),
        "summary": listing([stages[code] for code in chart.stages], lang),
        "steps": [{
            "number": edge.number, "start": "" if edge.start == START else stages[edge.start], "end": stages[edge.end],
            "is_own": bool(pointed & set(edge.acts)),
            "acts": [{"code": code, "title": law.acts[code].title.of(lang), "is_own": code in pointed} for code in edge.acts],
        } for edge in chart.edges],
    }
