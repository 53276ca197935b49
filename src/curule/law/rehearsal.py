"""Rehearsal: running a pack's scenarios and keeping every question that was asked on the way.

The questions, with their full reason trees, are what coverage and mutation work on (:mod:`curule.law.coverage`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from curule.law.answers import Answer, Competent, Verdict
from curule.law.clocks import Standing, due_day, each_view, standing
from curule.law.conditions import Reason, Truth
from curule.law.leaves import Leaf
from curule.law.library import Library, Unknown
from curule.law.pack import Pack
from curule.law.particulars import read_particulars
from curule.law.record import Entry
from curule.law.rules import Duty, Right
from curule.law.scenarios import History, Line, Scenario, ScenarioError, Variation, read_scenarios
from curule.law.view import View

__all__ = ["Asked", "Outcome", "Rehearsal", "rehearse"]


@dataclass(slots=True)
class Asked:
    """One question that was asked: of which tree (an act code, or a rule id with ``#when``, ``#done``, ``#honoured``), and its reasons."""

    tree: str
    reason: Reason
    view: View


@dataclass(slots=True)
class Outcome:
    """One scenario run: whether it held, and if not what came instead."""

    scenario: Scenario
    problems: list[str] = field(default_factory=list)

    @property
    def held(self) -> bool:
        return not self.problems


@dataclass(slots=True)
class Rehearsal:
    """All scenarios of a pack, run."""

    outcomes: list[Outcome]
    asked: list[Asked]
    reckoned: set[str]
    """Limits and duties whose last day some scenario states."""
    history_problems: list[str]
    histories: dict[str, tuple[str, list[Entry]]] = field(default_factory=dict)
    """Every history with its kind of matter and its entries, under the default readings."""

    @property
    def problems(self) -> list[str]:
        """Every expectation that did not hold, with file and line."""
        return [*self.history_problems, *(p for o in self.outcomes for p in o.problems)]


class _Stage:
    """Histories built once and kept, for one choice of readings."""

    def __init__(self, library: Library, histories: Mapping[str, History]) -> None:
        self.library = library
        self.histories = histories
        self.built: dict[str, tuple[str, list[Entry], dict[str, str]]] = {}
        self.postures: dict[tuple[str, date], Any] = {}
        self.asked: list[Asked] = []
        self.problems: list[str] = []

    def build(self, name: str, where: str) -> tuple[str, list[Entry], dict[str, str]]:
        """Kind, entries and related histories of a named history."""
        if name in self.built:
            return self.built[name]
        history = self.histories.get(name)
        if history is None:
            raise ScenarioError(f"{where}: no history {name!r}; define it or correct the name")
        entries: list[Entry] = []
        related = dict(history.related)
        if history.start:
            _, before, inherited = self.build(history.start, history.where)
            entries = list(before)
            related = {**inherited, **related}
        self.library.kind(history.kind)
        for line in history.lines:
            self.enter(history.kind, entries, line, related, self.problems)
        self.built[name] = (history.kind, entries, related)
        return self.built[name]

    def related(self, names: Mapping[str, str], on: date, where: str) -> dict[str, Any]:
        """The postures of related matters as at a day."""
        found = {}
        for role, name in names.items():
            key = (name, on)
            if key not in self.postures:
                kind, entries, _ = self.build(name, where)
                self.postures[key] = self.library.fold(kind, [e for e in entries if e.done_on <= on])
            found[role] = self.postures[key]
        return found

    def question(self, kind: str, entries: list[Entry], line: Line, names: Mapping[str, str]) -> tuple[Answer, dict[str, Any]]:
        """The answer to a line asked after these entries."""
        library = self.library
        act = library.act(line.act)
        if kind not in act.kinds:
            raise ScenarioError(f"{line.where}: {line.act} is not an act of a {kind} matter")
        library.organ(line.actor.organ)
        given, errors = read_particulars(library.particulars(line.act), line.raw, partial=True)
        if errors:
            raise ScenarioError(f"{line.where}: " + "; ".join(map(str, errors)))
        posture = library.fold(kind, [e for e in entries if e.done_on <= line.on])
        view = library.view(posture, line.on, line.actor, given, self.related(names, line.on, line.where), line.act)
        return library.answer(line.act, view), given

    def enter(self, kind: str, entries: list[Entry], line: Line, names: Mapping[str, str], problems: list[str]) -> None:
        """Ask a line of the law, expect it to be permitted (unless entered whatever the law says), and enter it."""
        answer, given = self.question(kind, entries, line, names)
        if not line.whatever:
            if answer.verdict is not Verdict.PERMITTED:
                problems.append(f"{line.where}: {line.act} should be permitted\n    " + "\n    ".join(answer.lines()))
            elif answer.reason is not None:
                self.asked.append(Asked(line.act, answer.reason, answer.view))
        entries.append(Entry(len(entries) + 1, line.act, line.actor, line.on, given))


def nothing() -> None:
    """What is done between two scenarios where nothing else is."""


def rehearse(pack: Pack, scenarios: tuple[dict[str, History], list[Scenario]] | None = None, between: Callable[[], None] = nothing) -> Rehearsal:
    """Run every scenario of a pack; ``between`` is called before each, for a server that has something else to do.

    :raises ScenarioError: for a scenario that cannot be read or names something that does not exist.
    """
    histories, wanted = scenarios or read_scenarios((f.name, f.read_text(encoding="utf-8")) for f in pack.scenario_files())
    stages: dict[tuple[tuple[str, str], ...], _Stage] = {}
    reckoned: set[str] = set()
    outcomes = []

    def stage_for(readings: Mapping[str, str]) -> _Stage:
        key = tuple(sorted(readings.items()))
        if key not in stages:
            stages[key] = _Stage(Library(pack, readings), histories)
        return stages[key]

    for scenario in wanted:
        between()
        outcome = Outcome(scenario)
        try:
            _run(scenario, stage_for, outcome, reckoned)
        except Unknown as error:
            raise ScenarioError(f"{scenario.where}: {error}") from None
        outcomes.append(outcome)
    default = stage_for({})
    for history in histories.values():
        between()
        default.build(history.name, history.where)
    asked = [a for stage in stages.values() for a in stage.asked]
    problems = list(dict.fromkeys(p for stage in stages.values() for p in stage.problems))
    return Rehearsal(outcomes, asked, reckoned, problems, {name: (kind, entries) for name, (kind, entries, _) in default.built.items()})


def _run(scenario: Scenario, stage_for: Any, outcome: Outcome, reckoned: set[str]) -> None:
    stage: _Stage = stage_for(scenario.readings)
    if scenario.outcome in ("duty", "limit", "right"):
        _run_clock(scenario, stage, outcome, reckoned)
        return
    if not scenario.lines:
        raise ScenarioError(f"{scenario.where}: the scenario asks nothing; end it with 'DATE ORGAN ACT ...'")
    answer = _ask(scenario, stage, scenario.after, scenario.related, scenario.lines[-1], outcome)
    expected = {"permit": Verdict.PERMITTED, "refuse": Verdict.REFUSED, "open": Verdict.OPEN}[scenario.outcome]
    before = len(outcome.problems)
    if answer.verdict is not expected:
        outcome.problems.append(f"{scenario.where}: expected {expected.value}, came\n    " + "\n    ".join(answer.lines()))
    elif scenario.because:
        _check_because(scenario.because, answer, scenario.where, outcome)
    if len(outcome.problems) == before and answer.reason is not None:
        stage.asked.append(Asked(answer.act.code, answer.reason, answer.view))
    for variation in scenario.variations:
        _run_variation(scenario, variation, stage_for, outcome)


def _ask(scenario: Scenario, stage: _Stage, after: str, related: Mapping[str, str], line: Line, outcome: Outcome) -> Answer:
    kind, entries, names = stage.build(after, scenario.where) if after else ("", [], {})
    if not kind:
        kind = stage.library.act(line.act).kinds[0]
    names = {**names, **related}
    entries = list(entries)
    for earlier in scenario.lines[:-1]:
        stage.enter(kind, entries, earlier, names, outcome.problems)
    answer, _ = stage.question(kind, entries, line, names)
    return answer


def _run_variation(scenario: Scenario, variation: Variation, stage_for: Any, outcome: Outcome) -> None:
    stage: _Stage = stage_for({**scenario.readings, **variation.readings})
    asked = scenario.lines[-1]
    raw = {**asked.raw, **variation.raw}
    for name in variation.without:
        raw.pop(name, None)
    line = Line(variation.on or asked.on, variation.by or asked.actor, asked.act, raw, False, variation.where)
    answer = _ask(scenario, stage, variation.after or scenario.after, {**scenario.related, **variation.related}, line, outcome)
    before = len(outcome.problems)
    if answer.verdict is not Verdict.REFUSED:
        outcome.problems.append(f"{variation.where}: expected REFUSED, came\n    " + "\n    ".join(answer.lines()))
    else:
        _check_because(variation.because, answer, variation.where, outcome)
    if len(outcome.problems) == before and answer.reason is not None:
        stage.asked.append(Asked(answer.act.code, answer.reason, answer.view))


def _named(leaf: Leaf) -> str:
    return "competent" if isinstance(leaf, Competent) else leaf.id


def _check_because(because: list[str], answer: Answer, where: str, outcome: Outcome) -> None:
    kinds = {word for word in because if word.isupper()}
    leaves = frozenset(word for word in because if not word.isupper())
    stated = {k.name for k in answer.kinds}
    for cure in answer.cures:
        if leaves and frozenset(_named(r.leaf) for r in cure.remedies) == leaves:
            stated = {r.kind.name for r in cure.remedies}
    if kinds and kinds != stated:
        outcome.problems.append(f"{where}: expected the kind {', '.join(kinds)}, came {', '.join(stated)}")
    if not leaves:
        return
    if answer.verdict is Verdict.OPEN:
        came = {frozenset(_named(r.condition) for r in answer.open_leaves)}  # type: ignore[arg-type]
    else:
        came = {frozenset(_named(r.leaf) for r in cure.remedies) for cure in answer.cures}
    if leaves not in came:
        shown = " or ".join("+".join(sorted(c)) for c in came) or "nothing"
        outcome.problems.append(f"{where}: expected because {'+'.join(sorted(leaves))}, came {shown}\n    " + "\n    ".join(answer.lines()))


def _run_clock(scenario: Scenario, stage: _Stage, outcome: Outcome, reckoned: set[str]) -> None:
    kind, entries, names = stage.build(scenario.after, scenario.where)
    entries = list(entries)
    for line in scenario.lines:
        stage.enter(kind, entries, line, {**names, **scenario.related}, outcome.problems)
    if scenario.on is None or not scenario.expect:
        raise ScenarioError(f"{scenario.where}: say 'on DATE' and 'expect ...'")
    library, on = stage.library, scenario.on
    posture = library.fold(kind, [e for e in entries if e.done_on <= on])
    view = library.view(posture, on, related=stage.related({**names, **scenario.related}, on, scenario.where))
    if scenario.outcome == "limit":
        _expect_limit(scenario, library, view, outcome, reckoned)
    elif scenario.outcome == "duty":
        _expect_duty(scenario, stage, view, outcome, reckoned)
    else:
        _expect_right(scenario, stage, view, outcome)


def _due_in(expect: list[str]) -> tuple[str, date | None]:
    words = " ".join(expect)
    status, found, day = words.partition("due 2") if " due 2" in words or words.startswith("due 2") else (words, "", "")
    return status.strip(), date.fromisoformat("2" + day.strip()) if found else None


def _expect_limit(scenario: Scenario, library: Library, view: View, outcome: Outcome, reckoned: set[str]) -> None:
    limit = library.limits.get(scenario.subject)
    if limit is None:
        raise ScenarioError(f"{scenario.where}: no limit {scenario.subject!r}; there are: {', '.join(library.limits)}")
    _, due = _due_in(scenario.expect)
    came = [library.due(limit, one) for one in each_view(limit, view)]
    if due not in came:
        outcome.problems.append(f"{scenario.where}: expected {scenario.subject} due {due}, came {', '.join(map(str, came))}")
    else:
        reckoned.add(limit.id)


def _expect_duty(scenario: Scenario, stage: _Stage, view: View, outcome: Outcome, reckoned: set[str]) -> None:
    rule_id, *rest = scenario.expect
    rule = stage.library.rules.get(rule_id)
    if not isinstance(rule, Duty):
        raise ScenarioError(f"{scenario.where}: no duty {rule_id!r}")
    status, due = _due_in(rest)
    came: list[str] = []
    kept: list[Asked] = []
    for one in each_view(rule, view):
        when, done = rule.when.reason(one), rule.done.reason(one)
        kept += [Asked(f"{rule.id}#when", when, one)]
        if when.truth is Truth.MET:
            kept += [Asked(f"{rule.id}#done", done, one)]
        if when.truth is Truth.MET and done.truth is not Truth.MET:
            last = due_day(stage.library, rule, one)
            came.append(standing(last, view.on).value)
            if due is not None and last != due:
                outcome.problems.append(f"{scenario.where}: expected {rule_id} due {due}, came {last}")
            elif due is not None:
                reckoned.update({rule.id, rule.limit})
    if (status not in came) if status != "none" else bool(came):
        outcome.problems.append(f"{scenario.where}: expected {rule_id} {status}, came {', '.join(came) or 'none'}")
    if outcome.held:
        stage.asked.extend(kept)


def _expect_right(scenario: Scenario, stage: _Stage, view: View, outcome: Outcome) -> None:
    rule_id, status = scenario.expect[0], " ".join(scenario.expect[1:])
    rule = stage.library.rules.get(rule_id)
    if not isinstance(rule, Right):
        raise ScenarioError(f"{scenario.where}: no right {rule_id!r}")
    words = {Truth.MET: Standing.KEPT, Truth.NOT_MET: Standing.BREACHED, Truth.OPEN: Standing.OPEN}
    came: list[str] = []
    kept: list[Asked] = []
    for one in each_view(rule, view):
        when = rule.when.reason(one)
        kept.append(Asked(f"{rule.id}#when", when, one))
        if when.truth is Truth.MET:
            honoured = rule.honoured.reason(one)
            kept.append(Asked(f"{rule.id}#honoured", honoured, one))
            came.append(words[honoured.truth].value)
    if (status not in came) if status != "none" else bool(came):
        outcome.problems.append(f"{scenario.where}: expected {rule_id} {status}, came {', '.join(came) or 'none'}")
    if outcome.held:
        stage.asked.extend(kept)
