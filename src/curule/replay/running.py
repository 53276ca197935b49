"""Running a history: every event asked of the law, entered on records that begin empty, and compared with what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from curule.law.answers import Answer, Verdict
from curule.law.clocks import DueDuty, RunningLimit, Standing, duties, limits
from curule.law.library import Library, Unknown
from curule.law.particulars import read_particulars
from curule.law.posture import fold
from curule.law.record import Entry
from curule.law.view import Actor
from curule.law.words import T, Text
from curule.replay.allocating import Competence
from curule.replay.explaining import Category, Explained, Explainer
from curule.replay.history import Event, History
from curule.replay.phrasebook import Phrasebook
from curule.replay.reading import Fault, HistoryError
from curule.replay.recognition import Recognised, Recogniser, Told

__all__ = ["Done", "Run", "Runner", "Step", "replay"]

EMPTY_FAULTS = (LookupError, AttributeError, TypeError, ValueError, ArithmeticError, StopIteration)
"""What an effect or a test may raise where the history leaves out what it counts on."""


@dataclass(slots=True)
class Done:
    """One act asked and entered: the answer by what the history tells, and the one with what had to be assumed."""

    matter: str
    entry: Entry
    known: Answer
    full: Answer
    assumed: tuple[str, ...]
    explained: list[Explained]
    stage: str = ""
    clocks: list[RunningLimit] = field(default_factory=list)
    duties: list[DueDuty] = field(default_factory=list)
    competence: Competence | None = None
    supplied: Text | None = None
    """Why an entry that is no event of the history was supplied."""

    @property
    def agrees(self) -> bool:
        """Whether the law permits what happened, by what the history tells alone."""
        return self.known.verdict is Verdict.PERMITTED


@dataclass(slots=True)
class Step:
    """One event with all that came of it."""

    event: Event | None
    done: list[Done] = field(default_factory=list)
    told: Told | None = None
    explained: list[Explained] = field(default_factory=list)

    @property
    def status(self) -> str:
        """agrees, explained, disagrees, other body, outside, not recognised."""
        every = [*self.explained, *(e for d in self.done for e in d.explained)]
        if any(e.category is Category.DISAGREEMENT for e in every):
            return "disagrees"
        for category in (Category.UNRECOGNISED, Category.OUTSIDE, Category.BODY):
            if any(e.category is category for e in self.explained):
                return str(category.value)
        return "agrees" if all(d.agrees for d in self.done) else "explained"

    @property
    def unexplained(self) -> bool:
        """Whether the law's answer differs from what happened and nothing says why."""
        return any(not d.agrees and not d.explained for d in self.done)


@dataclass(slots=True)
class Run:
    """A history replayed."""

    history: History
    library: Library
    steps: list[Step] = field(default_factory=list)
    records: dict[str, tuple[str, list[Entry]]] = field(default_factory=dict)
    checks: list[Any] = field(default_factory=list)

    @property
    def explained(self) -> bool:
        """Whether every divergence is explained."""
        return not any(step.unexplained for step in self.steps)


class Runner:
    """The records of one replay and the questions asked of them."""

    def __init__(self, library: Library, book: Phrasebook | None, history: History) -> None:
        self.library = library
        self.book = book
        self.run = Run(history, library)
        self.explainer = Explainer(library, book) if book is not None else None
        self.links: dict[str, dict[str, str]] = {}
        self.effects = {code: _tolerant(effect) for code, effect in library.effects.items()}

    def kind_of(self, matter: str) -> str:
        """The kind of a matter by its name."""
        kind, _entries = self.run.records[matter]
        return kind

    def record(self, matter: str, kind: str) -> list[Entry]:
        """The record of a matter; it begins empty."""
        return self.run.records.setdefault(matter, (kind, []))[1]

    def posture(self, matter: str) -> Any:
        """The posture of a matter after what was entered so far; an effect that misses what the history leaves out leaves no trace."""
        kind, entries = self.run.records[matter]
        return fold(self.library.kinds[kind].draft(), entries, self.effects)

    def related(self, matter: str) -> dict[str, Any]:
        """The postures of the matters that this one's law looks at."""
        found = {}
        partial = self.book.partial if self.book is not None else ()
        for kind in (k for k in self.library.kinds[self.kind_of(matter)].reads if k not in partial):
            others = (n for n, (k, entries) in self.run.records.items() if k == kind and entries and n != matter)
            name = self.links.get(matter, {}).get(kind) or next(others, "")
            if name in self.run.records:
                found[kind] = self.posture(name)
        return found

    def enter(self, matter: str, kind: str, one: Recognised, on: date, event: Event | None, supplied: Text | None = None) -> Done:
        """Ask the law of an act, and enter it whatever the law says: what is told has happened."""
        record = self.record(matter, kind)
        posture, related = self.posture(matter), self.related(matter)
        actor = Actor(one.organ, one.person)
        known = self.may(one.act, posture, on, actor, one.known, related)
        whole, full = {**one.assumed, **one.known}, known
        if known.verdict is not Verdict.PERMITTED:
            whole = self._implied(one, whole, posture, on, actor, related)
            full = self.may(one.act, posture, on, actor, whole, related)
        acts_done = {e.act for _kind, entries in self.run.records.values() for e in entries}
        assumed = {n: v for n, v in whole.items() if n not in one.known}
        explained = self._explain(known, full, acts_done, event, one.actor_assumed, assumed)
        # A list that the act needs and nobody tells stands empty, so that the act leaves its trace all the same.
        blank = {p.name: () for p in self.library.particulars(one.act) if p.many and p.required and p.name not in whole}
        entry = Entry(len(record) + 1, one.act, actor, on, {**blank, **whole})
        record.append(entry)
        made = Done(matter, entry, known, full, tuple(assumed), explained, supplied=supplied)
        self._clocks(made, kind, on)
        return made

    def _explain(self, known: Answer, full: Answer, done: set[str], event: Event | None, actor_assumed: bool, assumed: Mapping[str, Any]) -> list[Explained]:
        if self.explainer is None:
            return []
        try:
            return self.explainer.explain(known, full, done, event, actor_assumed, assumed)
        except EMPTY_FAULTS:
            return [Explained(Category.PARTICULAR, T("the history leaves out something on which this question depends",
                                                     "l'historique omet un élément dont dépend cette question"))]

    def may(self, act: str, posture: Any, on: date, actor: Actor, given: Mapping[str, Any], related: Mapping[str, Any]) -> Answer:
        """The law's answer; where the history leaves out what a test counts on, an answer without reasons."""
        try:
            answer = self.library.may(act, posture, on, actor, given, related)
            _ = answer.reason  # worked out now: what it counts on may be missing as well
            return answer
        except EMPTY_FAULTS:
            return Answer(self.library.act(act), self.library.view(posture, on, actor, given, related, act), None)

    def _implied(self, one: Recognised, whole: dict[str, Any], posture: Any, on: date, actor: Actor, related: Mapping[str, Any]) -> dict[str, Any]:
        """With the findings that an organ made by deciding: those that the act asks for and that this organ makes."""
        made = dict(whole)
        answer = self.may(one.act, posture, on, actor, made, related)
        if answer.verdict is Verdict.PERMITTED:
            return made
        findings = {f.id: f for f in self.library.findings_of(one.act)}
        for value in ("found", "not_found"):
            tried = {**{id: value for id, f in findings.items() if id not in made and one.organ in self._like(f.organs)}, **made}
            if len(tried) > len(made) and self.may(one.act, posture, on, actor, tried, related).verdict is Verdict.PERMITTED:
                return tried
        for id in [i for i in findings if i not in made]:
            for value in ("found", "not_found"):
                tried = {**made, id: value}
                then = self.may(one.act, posture, on, actor, tried, related)
                if then.verdict is Verdict.PERMITTED:
                    return tried
        return made

    def _like(self, organs: tuple[str, ...]) -> tuple[str, ...]:
        """These organs, and those that the same words may mean."""
        return organs if self.book is None else tuple(dict.fromkeys(o for organ in organs for o in (organ, *self.book.like(organ))))

    def _clocks(self, made: Done, kind: str, on: date) -> None:
        try:
            posture, related = self.posture(made.matter), self.related(made.matter)
            made.stage = self.library.kinds[kind].stage(posture, on)
            made.clocks = [r for r in limits(self.library, kind, posture, on, related) if r.standing is not Standing.DONE]
            made.duties = duties(self.library, kind, posture, on, related)
        except EMPTY_FAULTS:
            return


def _tolerant(effect: Any) -> Any:
    def applied(draft: Any, entry: Entry) -> None:
        try:
            effect(draft, entry)
        except EMPTY_FAULTS:
            return

    return applied


def replay(library: Library, book: Phrasebook | None, history: History) -> Run:
    """Replay a history to its end.

    :raises HistoryError: for acts, organs or particulars that the precise form names and the library does not have.
    """
    from curule.replay.case_file import CaseFile

    runner = Runner(library, book, history)
    _prove_deeds(library, history)
    words = CaseFile(runner, Recogniser(library, book, history), book) if book is not None and any(e.deed is None for e in history.events) else None
    if words is None and any(e.deed is None for e in history.events):
        fault = Fault("", T("this tribunal's pack has no phrases: free words cannot be replayed", "ce droit n'a pas de locutions : texte libre impossible"),
                      T("Give each event as 'do: {act, by, with}'.", "Donnez chaque événement sous la forme 'do: {act, by, with}'."))
        raise HistoryError(history.file, [fault])
    if words is not None:
        words.begin()
    for event in history.events:
        runner.run.steps += words.tell(event) if event.deed is None and words is not None else [_exact(runner, event)]
    if words is not None:
        runner.run.steps += words.end()
        from curule.replay.checking import check

        runner.run.checks = check(runner, words)
    return runner.run


def _prove_deeds(library: Library, history: History) -> None:
    faults = []
    for name, matter in history.matters.items():
        if matter.kind not in library.kinds:
            faults.append(Fault(f"matter {name}", T(f"no kind of matter {matter.kind!r}", f"aucun type d'affaire {matter.kind!r}"),
                                T(f"There are: {', '.join(library.kinds)}.", f"Il y a : {', '.join(library.kinds)}.")))
    for event in history.events:
        faults += _deed_faults(library, history, event) if event.deed is not None else []
    if faults:
        raise HistoryError(history.file, faults)


def _deed_faults(library: Library, history: History, event: Event) -> list[Fault]:
    deed, where = event.deed, f"event {event.number}"
    if deed is None:
        return []
    try:
        act = library.act(deed.act)
        library.organ(deed.by)
    except Unknown as error:
        return [Fault(where, T(str(error), str(error)), T("Use the codes of `curule law next` or the API's /api/law.",
                                                           "Employez les codes de `curule law next` ou de /api/law."))]
    if event.matter and history.matters and event.matter not in history.matters:
        return [Fault(where, T(f"no matter {event.matter!r} is declared", f"aucune affaire {event.matter!r} n'est déclarée"),
                      T("Declare it under 'matters'.", "Déclarez-la sous 'matters'."))]
    kind = _kind(history, event, act.kinds)
    if kind not in act.kinds:
        return [Fault(where, T(f"{deed.act} is not an act of a {kind} matter", f"{deed.act} n'est pas un acte d'une affaire de type {kind}"),
                      T(f"It is an act of: {', '.join(act.kinds)}.", f"C'est un acte de : {', '.join(act.kinds)}."))]
    _given, errors = read_particulars(library.particulars(deed.act), deed.given)
    return [Fault(where, T(f"{e.name}: {e.problem.en}", f"{e.name} : {e.problem.fr}"),
                  T("Correct it under 'with'.", "Corrigez-le sous 'with'.")) for e in errors]


def _kind(history: History, event: Event, kinds: tuple[str, ...]) -> str:
    named = history.matters.get(event.matter)
    return named.kind if named is not None else kinds[0]


def _exact(runner: Runner, event: Event) -> Step:
    """An event in the precise form."""
    deed = event.deed
    if deed is None:
        return Step(event)
    act = runner.library.act(deed.act)
    kind = _kind(runner.run.history, event, act.kinds)
    declared = runner.run.history.matters
    matter = event.matter or next((n for n, m in declared.items() if m.kind == kind), kind if declared else runner.run.history.number)
    if matter in runner.run.records and runner.kind_of(matter) != kind:
        matter = f"{matter}/{kind}"
    named = runner.run.history.matters.get(matter)
    if named is not None:
        runner.links.setdefault(matter, {}).update(named.links)
    given, _errors = read_particulars(runner.library.particulars(deed.act), deed.given)
    return Step(event, [runner.enter(matter, kind, Recognised(deed.act, deed.by, deed.person, given), event.on, event)])
