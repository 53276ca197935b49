"""Coverage of the law, measured like coverage of code, and mutation.

Every provision has exactly one class. A rule is covered *both ways* when some scenario permits by it and, for each leaf, some
scenario has that leaf as the only reason for the refusal. Then the law is mutated: each leaf is negated, each bound moved by
one; some scenario must notice. A leaf counts once per occurrence in a rule, so that the same fact is tested wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from curule.law.answers import Barred, Empowered
from curule.law.conditions import Condition, Reason, Truth
from curule.law.leaves import Leaf
from curule.law.library import Library
from curule.law.rehearsal import Rehearsal, nothing
from curule.law.rules import Class, Duty, Prohibition, Right

__all__ = ["Spot", "Coverage", "measure"]

Key = tuple[str, int]


@dataclass(slots=True)
class Spot:
    """One leaf occurrence: in which rule, which leaf, what scenarios showed of it, and which faults they would notice."""

    rule: str
    leaf: Leaf
    permits: bool = False
    refuses: bool = False
    killed: set[str] = field(default_factory=set)

    @property
    def covered(self) -> bool:
        """Whether it decided a permission and alone caused a refusal."""
        return self.permits and self.refuses

    @property
    def survivors(self) -> tuple[str, ...]:
        """Faults in this leaf that no scenario notices."""
        return tuple(n for n in self.leaf.mutant_names() if n not in self.killed)


@dataclass(slots=True)
class Coverage:
    """The measure of one pack."""

    spots: dict[Key, Spot]
    classes: dict[str, dict[str, int]]
    unclassified: dict[str, list[str]]
    rules: dict[str, int]
    unbacked: list[str]
    unreckoned: list[str]
    scenarios: int
    problems: list[str]

    def as_dict(self) -> dict[str, Any]:
        """The measure as data, per instrument."""
        out: dict[str, Any] = {}
        for code, classes in self.classes.items():
            spots = [s for s in self.spots.values() if s.rule.startswith(code + ":")]
            mutants = sum(len(s.leaf.mutant_names()) for s in spots)
            survivors = [(s, name) for s in spots for name in s.survivors]
            out[code] = {
                "provisions": sum(classes.values()) + len(self.unclassified.get(code, ())), "classes": classes,
                "unclassified": self.unclassified.get(code, []), "rules": self.rules.get(code, 0), "leaves": len(spots),
                "leaves_covered_both_ways": sum(s.covered for s in spots), "mutants": mutants, "mutants_killed": mutants - len(survivors),
                "uncovered": [f"{s.rule} {s.leaf.id}" + ("" if s.permits else " (never permits)") + ("" if s.refuses else " (never alone refuses)")
                              for s in spots if not s.covered],
                "survivors": [f"{s.rule} {s.leaf.id}: {name}" for s, name in survivors],
            }
        return {"instruments": out, "scenarios": self.scenarios, "problems": self.problems, "without_rule": self.unbacked,
                "limits_without_scenario": self.unreckoned}

    @property
    def complete(self) -> bool:
        """Every provision classified and carried, every leaf both ways, every mutant killed, every limit reckoned, every scenario held."""
        return not (self.problems or self.unbacked or self.unreckoned or any(self.unclassified.values())
                    or any(not s.covered or s.survivors for s in self.spots.values()))


def _rule_nodes(reason: Reason) -> Iterator[tuple[str, Reason]]:
    if isinstance(reason.condition, (Empowered, Barred)):
        yield reason.condition.rule.id, reason
        return
    for child in reason.children:
        yield from _rule_nodes(child)


def _spots(library: Library) -> dict[Key, Spot]:
    spots: dict[Key, Spot] = {}

    def add(rule: str, tree: Condition) -> None:
        for index, leaf in enumerate(tree.leaves()):
            spots[(rule, index)] = Spot(rule, leaf)

    for tree in library.trees.values():
        for node in _condition_nodes(tree):
            if (node.rule.id, 0) not in spots or not isinstance(node.rule, Prohibition):
                add(node.rule.id, node)
    for rule in library.rules.values():
        if isinstance(rule, Duty):
            add(f"{rule.id}#done", rule.done)
            if not rule.empowers:
                add(f"{rule.id}#when", rule.when)
        elif isinstance(rule, Right):
            add(f"{rule.id}#when", rule.when)
            add(f"{rule.id}#honoured", rule.honoured)
    return spots


def _condition_nodes(tree: Condition) -> Iterator[Any]:
    if isinstance(tree, (Empowered, Barred)):
        yield tree
        return
    for part in tree.parts:
        yield from _condition_nodes(part)


def measure(library: Library, rehearsal: Rehearsal, outlines: dict[str, list[str]] | None = None, between: Callable[[], None] = nothing) -> Coverage:
    """Measure a pack with its rehearsed scenarios.

    ``outlines`` gives, per instrument code, every provision id that there is; without it only the pack's own clauses are known. ``between`` is
    called before each question, as by :func:`~curule.law.rehearsal.rehearse`.
    """
    spots = _spots(library)
    for asked in rehearsal.asked:
        between()
        nodes = [(asked.tree, asked.reason)] if "#" in asked.tree else list(_rule_nodes(asked.reason))
        for rule_id, node in nodes:
            for index, leaf in enumerate(node.leaves()):
                spot = spots.get((rule_id, index))
                if spot is not None:
                    _observe(spot, asked.reason, leaf, asked.view)
    classes, unclassified, rules = _classes(library, outlines or {})
    reckonable = [*library.limits, *(d.id for d in library.duties if d.due is not None)]
    return Coverage(spots, classes, unclassified, rules, _unbacked(library), [r for r in reckonable if r not in rehearsal.reckoned],
                    len(rehearsal.outcomes), rehearsal.problems)


def _observe(spot: Spot, root: Reason, leaf: Reason, view: Any) -> None:
    """What one question shows of one leaf: whether it decided, and which faults would have changed the answer."""
    if leaf.truth is not Truth.OPEN and root.truth is not Truth.OPEN:
        flipped = root.with_leaf(leaf, leaf.truth.negated)
        if flipped is not root.truth:
            if root.truth is Truth.MET:
                spot.permits = True
            else:
                spot.refuses = True
    if len(spot.killed) == len(spot.leaf.mutant_names()):
        return
    for name, value in spot.leaf.mutants(view, leaf.truth):
        if name not in spot.killed and root.with_leaf(leaf, value) is not root.truth:
            spot.killed.add(name)


def _classes(library: Library, outlines: dict[str, list[str]]) -> tuple[dict[str, dict[str, int]], dict[str, list[str]], dict[str, int]]:
    classes: dict[str, dict[str, int]] = {}
    seen: set[str] = set()
    for chapter in library.pack.chapters:
        for clause in chapter.clauses:
            code = clause.provision.partition(":")[0]
            table = classes.setdefault(code, dict.fromkeys(Class.ALL, 0))
            table[clause.cls] += 1
            seen.add(clause.provision)
    unclassified = {code: [p for p in outline if p not in seen] for code, outline in outlines.items()}
    rules: dict[str, int] = {}
    for rule in library.rules.values():
        code = rule.provision.partition(":")[0]
        rules[code] = rules.get(code, 0) + 1
    return classes, unclassified, rules


def _unbacked(library: Library) -> list[str]:
    """Clauses whose class promises something that is not there, and rules that cite a provision no clause describes."""
    cited = {r.provision for r in library.rules.values()} | {leaf.provision for tree in library.trees.values() for leaf in tree.leaves()}
    cited |= {x.provision for x in library.limits.values()} | {x.provision for x in library.readings.values()}
    for rule in library.rules.values():
        if isinstance(rule, Duty):
            cited |= {leaf.provision for leaf in rule.done.leaves()}
        if isinstance(rule, Right):
            cited |= {leaf.provision for leaf in (*rule.when.leaves(), *rule.honoured.leaves())}
    clauses = {c.provision: c for chapter in library.pack.chapters for c in chapter.clauses}
    missing = [f"{p}: classified RULE, but no rule, limit or condition cites it" for p, c in clauses.items() if c.cls == Class.RULE and p not in cited]
    known = {i.code for i in library.pack.instruments}
    stray = [f"{p}: cited by a rule, but no clause describes it" for p in sorted(cited) if p and p.partition(":")[0] in known and p not in clauses]
    return missing + stray
