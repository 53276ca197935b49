"""A simulator: lives a tribunal's life by choosing among the lawful next acts.

It is demonstration data, load generator, property test and capacity plan in one. It knows no tribunal: it reads the acts that the
library offers, tries particulars until the law permits, enters the act and lets time pass. The same seed gives the same life.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from curule.law.answers import Answer, Verdict
from curule.law.clocks import duties
from curule.law.library import Library
from curule.law.particulars import Particular
from curule.law.record import CORRECTION, WITHDRAWAL, Entry
from curule.law.view import Actor, View

__all__ = ["Deed", "Life", "SimulatedMatter", "live"]

TRIES = 40
Weight = Callable[[str], float]


@dataclass(slots=True)
class SimulatedMatter:
    """One matter of a simulated life, with its record so far."""

    code: str
    kind: str
    entries: list[Entry] = field(default_factory=list)
    on: date = date(2000, 1, 1)
    stuck: int = 0
    done: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Deed:
    """One lawful act of a simulated life."""

    matter: SimulatedMatter
    act: str
    actor: Actor
    on: date
    given: Mapping[str, Any]


@dataclass(slots=True)
class Life:
    """A simulated tribunal: its library, its matters, its chance."""

    library: Library
    chance: random.Random
    matters: list[SimulatedMatter] = field(default_factory=list)
    judges: tuple[str, ...] = tuple(f"J{n}" for n in range(1, 26))

    def posture(self, matter: SimulatedMatter, on: date) -> Any:
        """The posture of a matter as at a day."""
        return self.library.fold(matter.kind, [e for e in matter.entries if e.done_on <= on])

    def related(self, matter: SimulatedMatter, on: date) -> dict[str, Any]:
        """Postures of the matters that this one's law looks at."""
        wanted = self.library.kind(matter.kind).reads
        return {m.kind: self.posture(m, on) for m in self.matters if m.kind in wanted and m is not matter and m.entries}


def live(library: Library, kinds: Mapping[str, int], *, since: date, until: date, seed: int = 0, steps: int = 10_000,
         prepared: Mapping[str, list[Entry]] | None = None) -> Iterator[Deed]:
    """Live a life: ``kinds`` says how many matters of each kind are opened; deeds come in the order in which they are done.

    ``prepared`` gives records that exist beforehand, by kind (a filled roll of judges, say). Stops at ``until``, after ``steps`` deeds, or when
    nothing lawful is left to do.
    """
    life = Life(library, random.Random(seed))  # noqa: S311 - a simulated life is no secret
    for kind, entries in (prepared or {}).items():
        life.matters.append(SimulatedMatter(f"{kind}-0", kind, list(entries), since, stuck=99))
    for kind, number in kinds.items():
        for n in range(1, number + 1):
            life.matters.append(SimulatedMatter(f"{kind}-{n}", kind, [], since + timedelta(days=life.chance.randint(0, 200))))
    for _ in range(steps):
        alive = [m for m in life.matters if m.stuck < 4 and m.on <= until]
        if not alive:
            return
        matter = min(alive, key=lambda m: m.on)
        deed = _step(life, matter)
        if deed is None:
            matter.stuck += 1
            matter.on += timedelta(days=life.chance.randint(10, 90))
            continue
        matter.stuck = 0
        matter.done[deed.act] = matter.done.get(deed.act, 0) + 1
        matter.entries.append(Entry(len(matter.entries) + 1, deed.act, deed.actor, deed.on, deed.given))
        yield deed
        matter.on += timedelta(days=life.chance.choice((0, 1, 3, 10, 30)))


def _step(life: Life, matter: SimulatedMatter) -> Deed | None:
    """One lawful act on a matter today: pending duties first, then acts seldom done before."""
    library, on = life.library, matter.on
    posture, related = life.posture(matter, on), life.related(matter, on)
    if not matter.entries:
        wanted = [library.kind(matter.kind).opened_by]
    else:
        owed = {d.duty.act for d in duties(library, matter.kind, posture, on, related)}
        offered = [n.act.code for n in library.next_acts(matter.kind, posture, on, None, related)
                   if n.verdict is not Verdict.REFUSED and n.act.code not in (CORRECTION, WITHDRAWAL)]
        life.chance.shuffle(offered)
        wanted = sorted(offered, key=lambda a: (a not in owed, matter.done.get(a, 0)))[:8]
        if len(wanted) > 1 and life.chance.random() < 0.3:
            life.chance.shuffle(wanted)
    for act in wanted:
        deed = _attempt(life, matter, act, posture, related)
        if deed is not None:
            return deed
    return None


def _attempt(life: Life, matter: SimulatedMatter, act: str, posture: Any, related: Mapping[str, Any]) -> Deed | None:
    """Try particulars until the law permits; what stands in the way tells which ones to change."""
    library, on, chance = life.library, matter.on, life.chance
    organs = list(dict.fromkeys(o for p in library.powers.get(act, ()) for o in p.by))
    declared = library.particulars(act)
    for organ in chance.sample(organs, len(organs)):
        actor = Actor(organ)
        view = library.view(posture, on, actor, {}, related, act)
        given = {p.name: value for p in declared if (value := _value(p, view, life)) is not None}
        for _ in range(TRIES):
            answer = library.may(act, posture, on, actor, given, related)
            if answer.verdict is Verdict.PERMITTED:
                return Deed(matter, act, actor, on, given)
            changeable = _changeable(answer)
            if not changeable:
                break
            for particular in declared:
                if particular.name in changeable:
                    value = _value(particular, view, life)
                    if value is None:
                        given.pop(particular.name, None)
                    else:
                        given[particular.name] = value
    return None


def _changeable(answer: Answer) -> set[str]:
    """The particulars on which the answer still hangs; empty when something else stands in the way."""
    if answer.verdict is Verdict.OPEN:
        return {name for leaf in answer.open_leaves for name in getattr(leaf.condition, "needs", ())}
    for cure in answer.cures:
        if all(r.leaf.needs for r in cure.remedies):
            return {name for r in cure.remedies for name in r.leaf.needs}
    return set()


def _value(particular: Particular, view: View, life: Life) -> Any:
    """A plausible value for a particular: what a form would suggest, or something of its kind."""
    chance = life.chance
    if not particular.required and particular.kind != "finding" and chance.random() < 0.4:
        return None
    suggested = [v for v, _ in particular.suggest(view)] if particular.suggest is not None else []
    if particular.many:
        pool = suggested or (list(life.judges) if particular.kind == "judge" else [_one(particular, view, life) for _ in range(3)])
        pool = list(dict.fromkeys(pool))
        return tuple(chance.sample(pool, min(len(pool), chance.choice((1, 2, 3, 3, 5, len(pool))) or 1)))
    if suggested and chance.random() < 0.9:
        value = chance.choice(suggested)
        return int(value) if particular.kind in ("integer", "entry") else value
    return _one(particular, view, life)


def _one(particular: Particular, view: View, life: Life) -> Any:
    chance = life.chance
    kinds: dict[str, Callable[[], Any]] = {
        "text": lambda: chance.choice(("en", "fr", "simulated")), "long_text": lambda: "A simulated text.",
        "date": lambda: view.on + timedelta(days=chance.choice((-400, -30, -1, 0, 1, 14, 60))),
        "integer": lambda: chance.randint(max(particular.least or 0, 0), min(particular.most or 40, 40)),
        "amount": lambda: chance.choice((10_000, 500_000)), "yes_no": lambda: chance.random() < 0.7,
        "choice": lambda: chance.choice([c.value for c in particular.choices]), "person": lambda: chance.choice("ABC"),
        "judge": lambda: chance.choice(life.judges), "state": lambda: chance.choice(("XAA", "XBB", "XCC")), "count": lambda: "1",
        "entry": lambda: chance.randint(1, max(1, view.posture.last.number if view.posture.last else 1)), "matter": lambda: "X-1",
        "provision": lambda: "", "finding": lambda: "found" if chance.random() < 0.7 else "not_found", "object": dict,
    }
    return kinds[particular.kind]()
