"""Generated views of the law: rules in controlled language, decision tables, state charts, article pages.

Nothing here is written by hand, so nothing can drift: sentences come from the declared phrases, tables and charts from the
scenarios as they ran.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from curule.law.answers import cite, headline
from curule.law.conditions import AnyOf, AtLeast, Condition, NoneOf, Truth, Unless
from curule.law.leaves import ALWAYS, Finding, Leaf
from curule.law.library import Library
from curule.law.provisions import Provision
from curule.law.rehearsal import Rehearsal
from curule.law.rules import Act, Clause, Duty, Power, Prohibition, Reading, Right, Rule, TimeLimit
from curule.law.scenarios import Scenario
from curule.law.words import listing

__all__ = ["ArticlePage", "DecisionTable", "article_page", "article_pages", "condition_lines", "decision_table", "rule_lines", "state_chart"]


COLON = {"en": ":", "fr": " :"}


def _organs(library: Library, codes: Sequence[str], lang: str) -> str:
    return listing([library.organs[c].name.of(lang) for c in codes], lang, alternative=True)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    """A title as it stands inside a sentence; abbreviations keep their capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def condition_lines(condition: Condition, lang: str, library: Library, depth: int = 0, negated: bool = False) -> list[str]:
    """A condition in controlled language, one line a leaf, indented by depth."""
    pad = "  " * depth
    if isinstance(condition, Leaf):
        return [pad + _leaf_words(condition, lang, library, negated)]
    if isinstance(condition, Unless) and not negated:
        unless = {"en": "unless:", "fr": "sauf si :"}[lang]
        return [*condition_lines(condition.base, lang, library, depth), pad + unless,
                *condition_lines(condition.defeater, lang, library, depth + 1)]
    if isinstance(condition, NoneOf) and len(condition.parts) == 1:
        return condition_lines(condition.parts[0], lang, library, depth, not negated)
    if negated and not isinstance(condition, NoneOf):
        lead = {"en": "it is not so that", "fr": "il n'est pas vrai que"}[lang]
        return [f"{pad}{lead} {headline(condition, lang)}{COLON[lang]}", *_below(condition, lang, library, depth)]
    if not isinstance(condition, (AnyOf, AtLeast, NoneOf)) and depth and len(condition.parts) == 1:
        return condition_lines(condition.parts[0], lang, library, depth)
    return [f"{pad}{headline(condition, lang)}{COLON[lang]}", *_below(condition, lang, library, depth)]


def _below(condition: Condition, lang: str, library: Library, depth: int) -> list[str]:
    return [line for part in condition.parts for line in condition_lines(part, lang, library, depth + 1)]


def _leaf_words(leaf: Leaf, lang: str, library: Library, negated: bool) -> str:
    words = leaf.says.of(lang)
    if negated:
        words = leaf.says_not.of(lang) if leaf.says_not is not None else {"en": f"not: {words}", "fr": f"non : {words}"}[lang]
    if isinstance(leaf, Finding):
        words += {"en": " (found by {o}: {s})", "fr": " (constaté par {o} : {s})"}[lang].format(
            o=_organs(library, leaf.organs, lang), s=leaf.standard.of(lang))
    source = cite(leaf.provision, lang, "short")
    return f"{words} [{source}]" if source else words


def rule_lines(rule: Rule, library: Library, lang: str) -> list[str]:
    """One rule in controlled language: who may, must or may not do what, if what."""
    lines = [_rule_head(rule, library, lang)]
    if rule.when is not ALWAYS:
        lines += condition_lines(rule.when, lang, library, 1)
    if isinstance(rule, Duty):
        lines.append("  " + {"en": "until:", "fr": "jusqu'à ce que :"}[lang])
        lines += condition_lines(rule.done, lang, library, 2)
        if rule.limit:
            limit = library.limits[rule.limit]
            lines.append("  " + {"en": "within: ", "fr": "délai : "}[lang] + library.length(limit).words.of(lang))
    if isinstance(rule, Right):
        lines.append("  " + {"en": "it is kept when:", "fr": "il est respecté lorsque :"}[lang])
        lines += condition_lines(rule.honoured, lang, library, 2)
    if rule.in_force is not None:
        lines.append("  " + {"en": "in force ", "fr": "en vigueur "}[lang] + rule.in_force.words().of(lang))
    return lines


def _rule_head(rule: Rule, library: Library, lang: str) -> str:
    conditional = rule.when is not ALWAYS
    link = ({"en": " if", "fr": " si"}[lang]) if conditional else ""
    if isinstance(rule, Duty):
        verb = {"en": "must", "fr": "doit"}[lang]
    elif isinstance(rule, Power):
        verb = {"en": "may", "fr": "peut"}[lang]
    if isinstance(rule, Power):
        return f"{_capital(_organs(library, rule.by, lang))} {verb} {_small(library.acts[rule.act].title.of(lang))}{link}"
    if isinstance(rule, Prohibition):
        acts = listing([_small(library.acts[a].title.of(lang)) for a in rule.acts], lang, alternative=True)
        who = _capital(_organs(library, rule.by, lang)) if rule.by else {"en": "Nobody", "fr": "Nul"}[lang]
        may = {"en": "may not" if rule.by else "may", "fr": "ne peut"}[lang]
        return f"{who} {may} {acts}{link}"
    if isinstance(rule, Right):
        owed = _organs(library, rule.owed_by, lang)
        has, owes = {"en": ("has the right", "owed by"), "fr": ("a droit", "dû par")}[lang]
        return f"{_capital(rule.holder.of(lang))} {has}{COLON[lang]} {_small(rule.title.of(lang))} ({owes} {owed}){link}"
    raise TypeError(f"{rule!r} is no rule that can be said")


@dataclass(slots=True)
class DecisionTable:
    """The combinations of leaf values that scenarios showed for one act, and the answer each gave."""

    act: Act
    leaves: list[Leaf]
    rows: list[tuple[tuple[Truth, ...], Truth]]


def decision_table(act: str, library: Library, rehearsal: Rehearsal) -> DecisionTable | None:
    """The decision table of an act, from the questions that its scenarios asked; ``None`` for an act without rules."""
    tree = library.trees.get(act)
    if tree is None:
        return None
    rows: dict[tuple[Truth, ...], Truth] = {}
    for asked in rehearsal.asked:
        if asked.tree == act:
            rows[tuple(leaf.truth for leaf in asked.reason.leaves())] = asked.reason.truth
    leaves = list(tree.leaves())
    kept = sorted((row, result) for row, result in rows.items() if len(row) == len(leaves))
    return DecisionTable(library.acts[act], leaves, kept[::-1])


def state_chart(library: Library, kind: str, rehearsal: Rehearsal, lang: str = "en") -> str:
    """The stages of a kind of matter and the acts that were seen to lead from one to the other, as a Mermaid state diagram."""
    declared = library.kind(kind)
    edges: dict[tuple[str, str], set[str]] = {}
    begins: set[tuple[str, str]] = set()
    for of_kind, entries in rehearsal.histories.values():
        if of_kind != kind:
            continue
        before = ""
        for end in range(1, len(entries) + 1):
            entry = entries[end - 1]
            stage = declared.stage(library.fold(kind, entries[:end]), entry.done_on)
            if not before:
                begins.add((entry.act, stage))
            elif stage != before:
                edges.setdefault((before, stage), set()).add(entry.act)
            before = stage
    lines = ["stateDiagram-v2"]
    lines += [f"    {code}: {_quoted(words.of(lang))}" for code, words in declared.stages.items()]
    lines += [f"    [*] --> {stage}: {_quoted(library.acts[act].title.of(lang))}" for act, stage in sorted(begins)]
    for (start, after), acts in sorted(edges.items()):
        lines.append(f"    {start} --> {after}: " + _quoted(" / ".join(library.acts[a].title.of(lang) for a in sorted(acts))))
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """Words that cannot end a Mermaid line or begin another statement."""
    return words.replace("\n", " ").replace(":", "\u2236").replace(";", ",").replace("%%", "%")


@dataclass(slots=True)
class ArticlePage:
    """All that the library holds on one article or operative paragraph."""

    key: str
    clauses: list[Clause] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    limits: list[TimeLimit] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    leaves: dict[str, Leaf] = field(default_factory=dict)
    scenarios: list[Scenario] = field(default_factory=list)

    @property
    def provision(self) -> Provision:
        """The article itself."""
        return Provision.parse(self.key)


def head_of(provision: str) -> str:
    """The article (or operative paragraph) that a provision belongs to, as an id: ``model:2`` for ``model:2(1)``."""
    return provision.partition("(")[0]


def article_pages(library: Library, rehearsal: Rehearsal | None = None) -> dict[str, ArticlePage]:
    """The pages of all articles, in the order of the instruments."""
    pages: dict[str, ArticlePage] = {}

    def page(provision: str) -> ArticlePage:
        return pages.setdefault(head_of(provision), ArticlePage(head_of(provision)))

    for chapter in library.pack.chapters:
        for clause in chapter.clauses:
            page(clause.provision).clauses.append(clause)
    for rule in library.rules.values():
        page(rule.provision).rules.append(rule)
        for leaf in rule.when.leaves():
            if leaf.provision:
                page(leaf.provision).leaves.setdefault(leaf.id, leaf)
    for limit in library.limits.values():
        page(limit.provision).limits.append(limit)
    for reading in library.readings.values():
        page(reading.provision).readings.append(reading)
    for outcome in rehearsal.outcomes if rehearsal else ():
        _place_scenario(outcome.scenario, library, pages)
    for found in pages.values():
        found.clauses.sort(key=lambda c: Provision.parse(c.provision).order)
        found.rules.sort(key=lambda r: Provision.parse(r.provision).order)
    return dict(sorted(pages.items(), key=lambda item: Provision.parse(item[0]).order))


def _place_scenario(scenario: Scenario, library: Library, pages: dict[str, ArticlePage]) -> None:
    code = library.pack.instruments[0].code
    subject = library.limits[scenario.subject].provision if scenario.subject in library.limits else scenario.subject
    found = pages.get(head_of(subject if ":" in subject else f"{code}:{subject}"))
    if found is not None:
        found.scenarios.append(scenario)


def article_page(library: Library, provision: str, rehearsal: Rehearsal | None = None) -> ArticlePage | None:
    """The page of the article that a provision belongs to."""
    return article_pages(library, rehearsal).get(head_of(provision))
