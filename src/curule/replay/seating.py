"""Benches that the head of a file names: composed on the record before the first act that needs them, once."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.words import T
from curule.replay.history import Chamber
from curule.replay.phrasebook import Bench, Phrasebook
from curule.replay.recognition import Recognised, Recogniser
from curule.replay.running import Runner, Step
from curule.replay.standing import at

__all__ = ["Seating"]

CHAMBERS = T("the bench is in the file's chambers; its day is not in the history", "la formation figure dans le fichier, sa date non")


class Seating:
    """Which benches stand, and which were supplied from the head of the file."""

    def __init__(self, runner: Runner, recogniser: Recogniser, book: Phrasebook) -> None:
        self.runner = runner
        self.recogniser = recogniser
        self.book = book
        self.composed: set[str] = set()
        self.supplied: set[str] = set()

    def composes(self, one: Recognised) -> bool:
        """Whether an act composes a bench."""
        return any(one.act in (b.act, b.single) for b in self.book.benches)

    def seat(self, one: Recognised, on: date) -> list[Step]:
        """Before an act: supply the bench that it needs, if the file names it and nothing composed it yet."""
        steps = []
        for bench in self.book.benches:
            if one.act in (bench.act, bench.single):
                self.composed.add(self._key(bench))
            elif one.act in bench.before and (supplied := self._compose(bench, on)) is not None:
                steps.append(supplied)
        return steps

    def _posture(self) -> Any:
        return self.runner.posture(self.book.case) if self.book.case in self.runner.run.records else None

    def _key(self, bench: Bench) -> str:
        table = at(self._posture(), self.book.numbered[bench.numbered]) if bench.numbered else None
        return f"{bench.task}{max(table or {'': 0}, default='')}"

    def _compose(self, bench: Bench, on: date) -> Step | None:
        key = self._key(bench)
        if key in self.composed or (bench.has and not all(self.recogniser.stands(self._posture(), p) for p in bench.has)):
            return None
        chamber = self.recogniser.chamber_for(bench)
        if chamber is None or not chamber.judges:
            return None
        self.composed.add(key)
        self.supplied.add(key)
        made = self._compositions(bench, chamber)
        return Step(None, [self.runner.enter(self.book.case, self.book.case, one, on, None, CHAMBERS) for one in made]) if made else None

    def _compositions(self, bench: Bench, chamber: Chamber) -> list[Recognised]:
        alone = len(chamber.judges) == 1 and bool(bench.single)
        act = bench.single if alone else bench.act
        declared = {p.name for p in self.runner.library.particulars(act)}
        given: dict[str, Any] = {**bench.given, "judges": chamber.judges, "presiding": chamber.presiding, "judge": chamber.judges[0]}
        numbers: list[tuple[str, str]] = [("", "")]
        for name, table in self.book.numbered.items():
            if name in declared:
                numbers = [(name, n) for n, one in (at(self._posture(), table) or {}).items() if one.pending]
        return [Recognised(act, bench.by, known={k: v for k, v in ({**given, name: number} if name else given).items() if k in declared and v})
                for name, number in numbers]
