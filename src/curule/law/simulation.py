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
from curule.law.particulars import Particular, ParticularError
from curule.law.record import CORRECTION, WITHDRAWAL, Entry
from curule.law.view import Actor, View

__all__ = ["LIFE", "Deed", "Guide", "Life", "SimulatedMatter", "guide_from", "live"]

TRIES = 40
"""How often particulars are varied for an act of the course; for another act a quarter of it."""
GIVEN_UP = 3
"""After how many attempts in vain an act that is not next in the course is left alone."""
PATIENCE = 8
"""How often a matter may find nothing to do before it is left alone."""
FOLLOWED = 0.85
"""How often the next act of the course is tried first."""
LIFE = "life-"
"""How the names of histories begin that are whole lives of a matter."""
OFTEN = 12
"""How often one act is done on one matter where nothing says how often is usual."""


@dataclass(frozen=True, slots=True)
class Guide:
    """How matters usually go: by kind of matter, records that are lawful. A life follows them loosely; chance does the rest."""

    courses: Mapping[str, tuple[tuple[Entry, ...], ...]] = field(default_factory=dict)
    most: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """By kind and act: how often one record has it at most."""


def guide_from(histories: Mapping[str, tuple[str, list[Entry]]]) -> Guide:
    """A guide from histories that are known to be lawful, such as those of a pack's scenarios.

    The courses of a kind are the histories written as whole lives (their names begin with ``life-``), else the longest ones.
    """
    courses: dict[str, list[tuple[Entry, ...]]] = {}
    most: dict[tuple[str, str], int] = {}
    whole: dict[str, tuple[tuple[Entry, ...], ...]] = {}
    for name, (kind, entries) in histories.items():
        courses.setdefault(kind, []).append(tuple(entries))
        if name.startswith(LIFE):
            whole[kind] = (*whole.get(kind, ()), tuple(entries))
        for entry in entries:
            most[kind, entry.act] = max(most.get((kind, entry.act), 0), sum(e.act == entry.act for e in entries))
    kept = {kind: [c for c in found if not any(len(c) < len(other) and other[:len(c)] == c for other in found)] for kind, found in courses.items()}
    longest = {kind: max((len(c) for c in found), default=0) for kind, found in kept.items()}
    return Guide({kind: whole.get(kind) or tuple(c for c in found if 3 * len(c) >= 2 * longest[kind]) for kind, found in kept.items()}, most)


@dataclass(slots=True)
class SimulatedMatter:
    """One matter of a simulated life, with its record so far."""

    code: str
    kind: str
    entries: list[Entry] = field(default_factory=list)
    on: date = date(2000, 1, 1)
    stuck: int = 0
    done: dict[str, int] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)
    course: tuple[Entry, ...] = ()
    links: dict[str, SimulatedMatter] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens here."""
        return self.stuck >= PATIENCE

    @property
    def is_through(self) -> bool:
        """Whether its course is done: what relies on it may begin."""
        return self.is_over or bool(self.course and self.entries and not self.to_come())

    def to_come(self) -> list[Entry]:
        """What of the course is still to come, in order; an act that stands in it twice is done twice."""
        left = dict(self.done)
        coming = []
        for entry in self.course:
            if left.get(entry.act, 0) > 0:
                left[entry.act] -= 1
            else:
                coming.append(entry)
        return coming


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
    guide: Guide = field(default_factory=Guide)
    judges: tuple[str, ...] = tuple(f"J{n}" for n in range(1, 26))
    postures: dict[str, tuple[int, Any]] = field(default_factory=dict)

    def posture(self, matter: SimulatedMatter, on: date) -> Any:
        """The posture of a matter as at a day; the last one is kept, since what stands beside a matter seldom changes between two deeds."""
        entries = [e for e in matter.entries if e.done_on <= on]
        kept = self.postures.get(matter.code)
        if kept is None or kept[0] != len(entries):
            kept = self.postures[matter.code] = (len(entries), self.library.fold(matter.kind, entries))
        return kept[1]

    def related(self, matter: SimulatedMatter, on: date) -> dict[str, Any]:
        """Postures of the matters that this one's law looks at."""
        wanted = self.library.kind(matter.kind).reads
        found = {m.kind: m for m in reversed(self.matters) if m.kind in wanted and m is not matter and m.entries}
        return {kind: self.posture(m, on) for kind, m in {**found, **matter.links}.items()}


def live(library: Library, kinds: Mapping[str, int], *, since: date, until: date, seed: int = 0, steps: int = 10_000,
         prepared: Mapping[str, list[Entry]] | None = None, guide: Guide | None = None) -> Iterator[Deed]:
    """Live a life: ``kinds`` says how many matters of each kind are opened; deeds come in the order in which they are done.

    ``prepared`` gives records that exist beforehand, by kind (a filled roll of judges, say); ``guide`` how matters usually go. A matter
    whose law looks at another kind that is lived too (a sentence file at its case) begins when that one's course is done. Stops at ``until``,
    after ``steps`` deeds, or when nothing lawful is left to do.
    """
    life = Life(library, random.Random(seed), guide=guide or Guide())  # noqa: S311 - a simulated life is no secret
    _begin(life, kinds, prepared or {}, since)
    for _ in range(steps):
        alive = [m for m in life.matters if not m.is_over and m.on <= until and all(other.is_through for other in m.links.values())]
        if not alive:
            return
        matter = min(alive, key=lambda m: m.on)
        deed = _step(life, matter)
        if deed is None:
            matter.stuck += 1
            matter.on += timedelta(days=life.chance.randint(5, 60))
            continue
        matter.stuck = 0
        pause = _pause(life, matter, deed)
        matter.done[deed.act] = matter.done.get(deed.act, 0) + 1
        matter.entries.append(Entry(len(matter.entries) + 1, deed.act, deed.actor, deed.on, deed.given))
        yield deed
        matter.on += pause
        if matter.on > until:
            matter.stuck = PATIENCE
        for other in life.matters:
            if matter in other.links.values():
                other.on = max(other.on, matter.on)


def _pause(life: Life, matter: SimulatedMatter, deed: Deed) -> timedelta:
    """How long a matter rests after a deed: as long as in its course, now and then less; what was put in between costs a few days at most."""
    coming = matter.to_come()
    place = next((n for n, e in enumerate(coming) if e.act == deed.act), None)
    if not matter.course or (place is not None and place + 1 >= len(coming)):
        return timedelta(days=life.chance.choice((0, 1, 3, 10, 30)))
    if place is None:
        return timedelta(days=life.chance.choice((0, 0, 1, 3)))
    usual = max((coming[place + 1].done_on - coming[place].done_on).days, 0)
    return timedelta(days=usual if life.chance.random() < 0.8 else life.chance.randint(0, usual))


def _begin(life: Life, kinds: Mapping[str, int], prepared: Mapping[str, list[Entry]], since: date) -> None:
    for kind, entries in prepared.items():
        life.matters.append(SimulatedMatter(f"{kind}-0", kind, list(entries), since, stuck=PATIENCE))
    for kind, number in kinds.items():
        for n in range(1, number + 1):
            on = since if life.library.kind(kind).one or number == 1 else since + timedelta(days=life.chance.randint(0, 200))
            matter = SimulatedMatter(f"{kind}-{n}", kind, [], on)
            courses = life.guide.courses.get(kind, ())
            matter.course = life.chance.choice(courses) if courses else ()
            life.matters.append(matter)
    for matter in life.matters:
        place = int(matter.code.rpartition("-")[2])
        for other in life.matters:
            if place and other.kind in life.library.kind(matter.kind).reads and other.code == f"{other.kind}-{(place - 1) % kinds.get(other.kind, 1) + 1}":
                matter.links[other.kind] = other


def _step(life: Life, matter: SimulatedMatter) -> Deed | None:
    """One lawful act on a matter today: the next of its course, pending duties, then acts seldom done before."""
    library, on = life.library, matter.on
    posture, related = life.posture(matter, on), life.related(matter, on)
    if not matter.entries:
        wanted = [library.kind(matter.kind).opened_by]
    else:
        owed = {d.duty.act for d in duties(library, matter.kind, posture, on, related)}
        offered = [n.act.code for n in library.next_acts(matter.kind, posture, on, None, related)
                   if n.verdict is not Verdict.REFUSED and n.act.code not in (CORRECTION, WITHDRAWAL)]
        wanted = _wanted(life, matter, offered, owed)
    next_in_course = {e.act for e in matter.to_come()[:2]}
    for act in wanted:
        if matter.failed.get(act, 0) >= GIVEN_UP and act not in next_in_course:
            continue
        deed = _attempt(life, matter, act, posture, related)
        if deed is not None:
            matter.failed.pop(act, None)
            return deed
        matter.failed[act] = matter.failed.get(act, 0) + 1
    return None


def _wanted(life: Life, matter: SimulatedMatter, offered: list[str], owed: set[str]) -> list[str]:
    """Which acts to try, in which order: those of the course, what is owed, and now and then something else."""
    chance, most = life.chance, life.guide.most
    chance.shuffle(offered)
    if not matter.course:
        seldom = [a for a in offered if matter.done.get(a, 0) < most.get((matter.kind, a), OFTEN)]
        others = sorted(seldom, key=lambda a: (a not in owed, matter.done.get(a, 0)))[:8]
        if len(others) > 1 and chance.random() < 0.3:
            chance.shuffle(others)
        return others
    # What is next in the course is tried whatever next acts say: some tests refuse until they know particulars.
    coming = list(dict.fromkeys(e.act for n, e in enumerate(matter.to_come()) if n < 2 or e.act in offered))
    if not coming:
        return [a for a in offered if a in owed and matter.done.get(a, 0) < OFTEN]
    own = {e.act for e in matter.course}
    usual = [a for a in offered if a in own and matter.done.get(a, 0) < 2 * most.get((matter.kind, a), 1)]
    due = [a for a in offered if a in owed and matter.done.get(a, 0) < OFTEN]
    if matter.stuck:
        return list(dict.fromkeys((*coming, *due, *usual)))
    if chance.random() < FOLLOWED or not usual:
        return list(dict.fromkeys((*coming[:3], *due)))
    return list(dict.fromkeys((*due, chance.choice(usual), *coming[:3])))


def _attempt(life: Life, matter: SimulatedMatter, act: str, posture: Any, related: Mapping[str, Any]) -> Deed | None:
    """Try organs, the judges named in the matter, and particulars until the law permits."""
    organs = list(dict.fromkeys(o for p in life.library.powers.get(act, ()) for o in p.by))
    for organ in life.chance.sample(organs, len(organs)):
        told = next((e.actor.person for e in matter.to_come() if e.act == act and e.actor.organ == organ), "")
        for person in dict.fromkeys((told, "", *_judges_named(life, matter))):
            deed = _try(life, matter, act, Actor(organ, person), posture, related)
            if deed is not None:
                return deed
            if not life.library.organ(organ).advised:
                break
    return None


def _judges_named(life: Life, matter: SimulatedMatter) -> list[str]:
    """The judges who have a part in a matter, the latest first: some acts are for one of them in person."""
    named: dict[str, None] = {}
    for entry in reversed(matter.entries):
        for particular in life.library.particulars(entry.act):
            if particular.kind == "judge" and particular.name in entry.particulars:
                value = entry.particulars[particular.name]
                named.update(dict.fromkeys(value if isinstance(value, tuple) else (value,)))
    return list(named)[:6]


def _try(life: Life, matter: SimulatedMatter, act: str, actor: Actor, posture: Any, related: Mapping[str, Any]) -> Deed | None:
    """Try particulars until the law permits; what stands in the way tells which ones to change."""
    library, on = life.library, matter.on
    declared = library.particulars(act)
    view = library.view(posture, on, actor, {}, related, act)
    model = next((e for e in matter.to_come() if e.act == act), None)
    given = {p.name: value for p in declared if (value := _value(p, view, life)) is not None} if model is None else _as_in(model, on)
    for _ in range(TRIES if model is not None or not matter.course else TRIES // 4):
        answer = library.may(act, posture, on, actor, given, related)
        if answer.verdict is Verdict.PERMITTED and all(p.name in given for p in declared if p.required):
            return Deed(matter, act, actor, on, given)
        changeable = _changeable(answer) or {p.name for p in declared if p.required and p.name not in given}
        if not changeable:
            return None
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


def _as_in(model: Entry, on: date) -> dict[str, Any]:
    """The particulars of an entry, its days moved so that they lie as far from today as they lay from that day."""

    def moved(value: Any) -> Any:
        return on + (value - model.done_on) if type(value) is date else value

    return {name: moved(value) for name, value in model.particulars.items()}


def _value(particular: Particular, view: View, life: Life) -> Any:
    """A plausible value for a particular, as the law reads it: what a form suggests, or something of its kind."""
    value = _raw(particular, view, life)
    if value is None:
        return None
    try:
        return particular.read(value)
    except ParticularError:
        return None


def _raw(particular: Particular, view: View, life: Life) -> Any:
    chance = life.chance
    if not particular.required and particular.kind != "finding" and chance.random() < 0.4:
        return None
    if particular.default is not None and chance.random() < 0.9 and (usual := particular.default(view)):
        return usual
    suggested = [v for v, _ in particular.suggest(view)] if particular.suggest is not None else []
    if particular.many:
        pool = suggested or (list(life.judges) if particular.kind == "judge" else [_one(particular, view, life) for _ in range(3)])
        pool = list(dict.fromkeys(pool))
        return tuple(chance.sample(pool, min(len(pool), chance.choice((1, 2, 3, 3, 5, len(pool))) or 1)))
    if suggested and chance.random() < 0.9:
        return chance.choice(suggested)
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
