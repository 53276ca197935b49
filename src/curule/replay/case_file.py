"""A case told in free words: what the file's head supplies, what other bodies did, and the acts of the events themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.answers import Answer, Verdict
from curule.law.view import Actor
from curule.law.words import T, listing
from curule.replay.allocating import Competence, allocate
from curule.replay.explaining import Category, Explained
from curule.replay.history import Event
from curule.replay.nearest import cited
from curule.replay.phrasebook import Phrasebook
from curule.replay.recognition import Recognised, Recogniser, Told
from curule.replay.running import Done, Runner, Step
from curule.replay.seating import Seating
from curule.replay.supplying import Supplier

__all__ = ["CaseFile"]


class CaseFile:
    """One case as its file tells it."""

    def __init__(self, runner: Runner, recogniser: Recogniser, book: Phrasebook) -> None:
        self.runner = runner
        self.recogniser = recogniser
        self.book = book
        self.history = runner.run.history
        self.supplier = Supplier(runner, recogniser, book)
        self.seating = Seating(runner, recogniser, book)
        self.taken_over = not book.branches
        self.waiting: list[tuple[Event, Told]] = []

    def begin(self) -> None:
        """What stands before the first event, such as the roll of judges."""
        self.supplier.begin()

    # -- events ------------------------------------------------------------------------------------------------------

    def tell(self, event: Event) -> list[Step]:
        """One event: recognised, asked, entered."""
        begun = self.recogniser.commencement
        if not self.taken_over and begun is not None and event.on < begun:
            return [self._before_the_court(event, begun)]
        steps = [] if self.taken_over else self._take_over(event.on if begun is None else max(begun, begun if self.waiting else event.on))
        told = self.recogniser.recognise(event, self._posture())
        step = self._shown(event, told)
        for number, one in enumerate(told.acts):
            if self._fits(one, told.acts, event):
                steps_before, done = self._do(one if number == 0 else self._again(one, event), event, event.on)
                steps += steps_before
                step.done += done
        if told.body is not None:
            for one_done in (d for d in step.done if not d.agrees):
                one_done.explained = [Explained(Category.BODY, told.body.note, told.body.provision)]
        return [*steps, step]

    def _before_the_court(self, event: Event, begun: date) -> Step:
        """An event before the court's branch began: shown now, taken over when it begins."""
        told = self.recogniser.recognise(event, self._posture())
        self.waiting.append((event, told))
        step = self._shown(event, told)
        if told.body is None:
            step.explained = [Explained(Category.BODY, T(
                f"before {begun}, the first day of the branch: nothing is asked of its law, and what bears on it is taken over as earlier proceedings",
                f"avant le {begun}, premier jour de la division : rien n'est demandé à son droit, et ce qui importe est repris comme procédure antérieure"),
                self.book.commencement_provision)]
        return step

    def _fits(self, one: Recognised, acts: list[Recognised], event: Event) -> bool:
        """Of several persons none of whom the event names, those are meant for whom the act is possible, or nearest to being so."""
        same = [a for a in acts if a.act == one.act and a.organ == one.organ and "person" in a.assumed]
        matter = self.book.case
        if "person" not in one.assumed or len(same) < 2 or matter not in self.runner.run.records or matter not in self.runner.library.act(one.act).kinds:
            return True
        posture, related = self.runner.posture(matter), self.runner.related(matter)
        far = {id(a): _distance(self.runner.may(a.act, posture, event.on, Actor(a.organ), {**a.assumed, **a.known}, related)) for a in same}
        nearest = [a for a in same if far[id(a)] == min(far.values())]
        meant = [a for a in nearest if a.assumed["person"] in self._named_before(event)] if len(nearest) > 1 and min(far.values()) else []
        return one in (meant or nearest)

    def _named_before(self, event: Event) -> frozenset[str]:
        """The persons whom the last event under the same article names: what follows is about them."""
        earlier = (e for e in reversed(self.history.events) if e.number < event.number and cited(e.provision) & cited(event.provision))
        persons, assumed = next((self.recogniser.persons_of(e) for e in earlier), ([], True))
        return frozenset() if assumed else frozenset(p.name for p in persons)

    def _again(self, one: Recognised, event: Event) -> Recognised:
        """The same act recognised anew, now that other acts of the event stand on the record; as it was, where it is not recognised any more."""
        same = [a for a in self.recogniser.recognise(event, self._posture()).acts if (a.act, a.organ) == (one.act, one.organ)]
        names = ("person", *self.book.numbered)
        told = {**one.assumed, **one.known}
        return next((a for a in same if all(n not in told or told[n] == {**a.assumed, **a.known}.get(n) for n in names)), one)

    def end(self) -> list[Step]:
        """A history that ends before the court began still leaves its record."""
        begun = self.recogniser.commencement
        return [] if self.taken_over else self._take_over(begun or self.history.events[-1].on)

    def _take_over(self, on: date) -> list[Step]:
        self.taken_over = True
        steps = self.supplier.open(self.book.case, self.book.case, on, None)
        for event, told in self.waiting:
            taken = Step(None, told=told)
            for one in self.recogniser.recognise(event, self._posture()).acts:
                done = self._do(one, event, event.on if one.own_day else max(on, event.on))[1]
                for d in done:
                    d.supplied = T(f"earlier proceedings of {event.on}", f"procédure antérieure du {event.on}")
                    d.explained = [] if d.agrees else [Explained(Category.BODY, T(
                        "what happened before the branch began is not measured by its law", "ce qui précède la division n'est pas mesuré à son droit"),
                        self.book.commencement_provision)]
                taken.done += done
            if taken.done:
                steps.append(taken)
        self.waiting = []
        return steps

    def _posture(self) -> Any:
        return self.runner.posture(self.book.case) if self.book.case in self.runner.run.records else None

    def _shown(self, event: Event, told: Told) -> Step:
        step = Step(event, told=told)
        if told.body is not None:
            step.explained.append(Explained(Category.BODY, told.body.note, told.body.provision))
        elif told.outside is not None:
            step.explained.append(Explained(Category.OUTSIDE, told.outside, source=told.source))
        elif not told.acts:
            titles = [self.runner.library.acts[a].title for a in told.nearest]
            near = (listing([t.en for t in titles], "en"), listing([t.fr for t in titles], "fr"))
            step.explained.append(Explained(Category.UNRECOGNISED, T(
                "no phrase of the pack matches these words" + (f"; the nearest acts are: {near[0]}" if titles else ""),
                "aucune locution ne correspond à ces mots" + (f" ; actes les plus proches : {near[1]}" if titles else ""))))
        return step

    # -- entering ----------------------------------------------------------------------------------------------------

    def _do(self, one: Recognised, event: Event, on: date) -> tuple[list[Step], list[Done]]:
        """Enter one act, with the matter it belongs to opened and the bench it needs composed before it."""
        kinds = self.runner.library.act(one.act).kinds
        kind = self.book.case if self.book.case in kinds and (len(kinds) == 1 or self.book.case in self.runner.run.records) else kinds[0]
        matter, steps = self._matter(kind, one, event, on)
        presupposed = [*self.supplier.before(one, matter, kind, event, on), *self.seating.seat(one, on)]
        if presupposed:
            steps += presupposed
            one = self._again(one, event)
        done = self.runner.enter(matter, kind, one, on, event)
        if self.seating.composes(one) and self.seating.supplied:
            done.explained = [Explained(Category.PARTICULAR, T(
                "the bench was supplied earlier from the file's chambers, since acts of it come before this one",
                "la formation a été reprise plus tôt de l'en-tête du fichier, des actes en étant antérieurs")) if e.category is Category.DISAGREEMENT else e
                for e in done.explained]
        done.competence = self._competence(one.act, on, event)
        return steps, [done]

    def _matter(self, kind: str, one: Recognised, event: Event, on: date) -> tuple[str, list[Step]]:
        """The matter that an act belongs to, opened first if need be: one for each person where it concerns a person."""
        persons = [p.name for p in self.history.persons]
        person = one.known.get("person") or one.assumed.get("person") or (persons[0] if len(persons) == 1 else "")
        alone = kind == self.book.case or kind in self.book.per_file or not person
        name = kind if alone else f"{kind}:{person}"
        if kind != self.book.case:
            self.runner.links.setdefault(name, {})[self.book.case] = self.book.case
        if name in self.runner.run.records and self.runner.run.records[name][1]:
            return name, []
        return name, self.supplier.open(kind, name, on, one, event, person)

    def _competence(self, act: str, on: date, event: Event) -> Competence | None:
        """After an act that decides it: which body is competent under the transitional arrangements."""
        rule = next((a for a in self.book.allocations if a.after == act), None)
        if rule is None or self.recogniser.origin.get("origin") not in [b.code for b in self.book.bodies]:
            return None
        return allocate(self.runner.library, rule, event.on, self.recogniser.origin.get("branch", ""), on)


def _distance(answer: Answer) -> int:
    """How far an act is from being possible: nothing where it is not refused, else the number of things that would have to change."""
    if answer.verdict is not Verdict.REFUSED:
        return 0
    return 1 + min((len(cure.remedies) for cure in answer.cures), default=99)
