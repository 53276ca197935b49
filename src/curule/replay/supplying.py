"""Acts that the head of a file supplies: what stands before the first event, what opens a matter, what an event presupposes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from curule.law.record import Entry
from curule.law.view import Actor
from curule.law.words import T
from curule.replay.explaining import Category, Explained
from curule.replay.history import Event, Person
from curule.replay.phrasebook import Phrasebook, Supply
from curule.replay.recognition import Recognised, Recogniser
from curule.replay.running import Runner, Step
from curule.replay.standing import at

__all__ = ["Supplier"]

UNTOLD = T("the next event presupposes it; its day and its particulars are not in the history",
           "l'événement suivant le suppose ; sa date et ses précisions ne figurent pas dans l'historique")
PRESUPPOSED = T("a file that the event presupposes", "un dossier que l'événement suppose")


class Supplier:
    """What a pack declares as supplied, entered when it is due."""

    def __init__(self, runner: Runner, recogniser: Recogniser, book: Phrasebook) -> None:
        self.runner = runner
        self.recogniser = recogniser
        self.book = book
        self.history = runner.run.history
        recogniser.lookup = self._posture_of_kind
        recogniser.entries = lambda: runner.run.records.get(book.case, ("", []))[1]

    def _posture_of_kind(self, kind: str) -> Any:
        name = next((n for n, (k, entries) in self.runner.run.records.items() if k == kind and entries), "")
        return self.runner.posture(name) if name else None

    def _posture(self, matter: str) -> Any:
        return self.runner.posture(matter) if matter in self.runner.run.records else None

    def begin(self) -> None:
        """Records that stand before the first event: entered as they are, since the file says nothing of how they came to be."""
        start = min(self.book.branches.values(), default=self.history.events[0].on)
        for supply in self._due("begin", None):
            for subject in self._subjects(supply, None):
                one = self._act(supply, subject, Event(0, start, ""), None)
                record = self.runner.record(supply.kind, supply.kind)
                record.append(Entry(len(record) + 1, one.act, Actor(one.organ), start, {**one.assumed, **one.known}))

    def open(self, kind: str, matter: str, on: date, one: Recognised | None, event: Event | None = None, person: str = "") -> list[Step]:
        """A matter of a kind, opened with what the head says of it; an act that itself opens the matter gets the particulars it lacks."""
        opened_by = self.runner.library.kinds[kind].opened_by
        if one is not None and one.act == opened_by:
            one.assumed = {**self._defaults(opened_by, kind, person, on, event), **one.assumed}
            return []
        step = Step(None)
        supplies = self._due("open", kind)
        if not any(s.act == opened_by for s in supplies):
            organ = next((o for p in self.runner.library.powers.get(opened_by, ()) for o in p.by), "")
            opening = Recognised(opened_by, organ, known=self._defaults(opened_by, kind, person, on, event))
            step.done.append(self.runner.enter(matter, kind, opening, on, None, PRESUPPOSED))
        self._enter(step, supplies, matter, kind, Event(0, on, "") if event is None else event, on, None)
        return [step] if step.done else []

    def before(self, one: Recognised, matter: str, kind: str, event: Event, on: date) -> list[Step]:
        """What an act presupposes and the history leaves out, where the pack says that it may be supplied."""
        supplies = [s for s in self._due("before", None) if one.act in s.before]
        steps = []
        for supply in supplies:
            into = matter if supply.kind == kind else supply.kind
            if into not in self.runner.run.records:
                steps += self.open(supply.kind, into, on, Recognised(supply.act, supply.by), event)
            step = Step(None)
            self._enter(step, [supply], into, supply.kind, event, on, one)
            steps += [step] if step.done else []
        return steps

    def _enter(self, step: Step, supplies: list[Supply], matter: str, kind: str, event: Event, on: date, one: Recognised | None) -> None:
        chains: list[list[Supply]] = []
        for supply in supplies:
            if supply.then and chains:
                chains[-1].append(supply)
            else:
                chains.append([supply])
        for chain in chains:
            for subject in self._subjects(chain[0], one):
                for supply in chain:
                    self._supply(step, supply, subject, matter, kind, event, on)

    def _supply(self, step: Step, supply: Supply, subject: Mapping[str, Any], matter: str, kind: str, event: Event, on: date) -> None:
        posture = self._posture(matter)
        missing = any(not self.recogniser.stands(posture, path, subject) for path in supply.has)
        if missing or any(self.recogniser.stands(posture, path, subject) for path in supply.lacks):
            return
        done = self.runner.enter(matter, kind, self._act(supply, subject, event, self._posture(self.book.case)), on, None, supply.why)
        if supply.untold and not done.agrees:
            done.explained = [Explained(Category.ENTRY, UNTOLD, supply.provision)]
        if supply.body is not None:
            done.explained = [Explained(Category.BODY, supply.body, supply.provision)]
        step.done.append(done)

    # -- particulars -------------------------------------------------------------------------------------------------

    def _due(self, at_point: str, kind: str | None) -> list[Supply]:
        return [s for s in self.book.supplies if s.at == at_point and kind in (None, s.kind) and self.recogniser.applies(s.where)]

    def _subjects(self, supply: Supply, one: Recognised | None) -> Iterator[dict[str, Any]]:
        """For whom or what an act is supplied, in the order of the file."""
        persons = list(self.history.persons)
        if supply.each == "its person":
            named = (one.known.get("person") or one.assumed.get("person")) if one is not None else None
            chosen: list[Person] = [p for p in persons if named in (None, p.name)]
        else:
            chosen = {"person": persons, "first person": persons[:1], "other persons": persons[1:]}.get(supply.each, [])
        if supply.each.endswith(("person", "persons")):
            yield from ({"person": p, "place": persons.index(p)} for p in chosen)
        elif supply.each == "president":
            yield from ({"president": p} for p in self.book.presidents)
        elif supply.each == "earlier chamber":
            yield from ({"chamber": c} for c in self.history.chambers if self.recogniser.chamber_body(c) is not None)
        else:
            yield {}

    def _act(self, supply: Supply, subject: Mapping[str, Any], event: Event, posture: Any) -> Recognised:
        chamber = subject.get("chamber")
        told = event if chamber is None else Event(event.number, event.on, f"{chamber.name} {chamber.phase}")
        return self.recogniser.compose(supply.act, supply.by, (supply.given,), supply.assume, told, posture, subject)

    def _defaults(self, act: str, kind: str, person: str, on: date, event: Event | None) -> dict[str, Any]:
        """The particulars of an opening act that the head of the file gives."""
        case = self._posture(self.book.case)
        known = next((p for p in self.history.persons if p.name == person), None)
        subject: dict[str, Any] = {"person": known} if known is not None else {}
        given: dict[str, Any] = {}
        declared = {p.name: p for p in self.runner.library.particulars(act)}
        told = event or Event(len(self.history.events) + 1, on, "")
        for default in self.book.defaults:
            if default.name not in declared or default.name in given or default.kind not in ("", kind):
                continue
            missing = any(not self.recogniser.stands(case, p, subject) for p in default.has)
            if missing or any(self.recogniser.stands(case, p, subject) for p in default.lacks):
                continue
            if all(at(case, path) == value for path, value in default.equals.items()):
                made = self.recogniser.compose(act, "", ({default.name: default.value},), {}, told, case, subject)
                given.update(made.known)
        return given
