"""The law library of one tribunal: a pack with its readings and figures chosen, ready to be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from datetime import date
from functools import cached_property
from typing import Any

from curule.law.answers import Answer, Barred, Competent, Empowered, InForceOn, Verdict
from curule.law.calendar import STATUTORY, CountingRule, Length, Reckoning, add
from curule.law.conditions import AllOf, AnyOf, Condition, NoneOf
from curule.law.duty_stations import DutyStation, load_duty_stations
from curule.law.figures import Figure, load_figures
from curule.law.leaves import Finding
from curule.law.pack import Pack, PackError
from curule.law.particulars import Particular, finding_particular
from curule.law.posture import fold
from curule.law.prospect import before_particulars
from curule.law.record import Entry
from curule.law.rules import Act, Duty, MatterKind, Organ, Power, Prohibition, Reading, Right, Rule, TimeLimit
from curule.law.view import NOTHING_GIVEN, Actor, View
from curule.law.words import Text, listing

__all__ = ["Library", "NextAct", "Unknown", "last_day"]

NOTHING: Mapping[str, Any] = {}
"""An act done without particulars."""


MOST_RECKONED = 10_000
"""How many counts of days are kept: the same limit is asked by many rules."""


class Unknown(KeyError):
    """An act, organ, kind, reading or figure that the library does not have; names it and what there is."""

    def __str__(self) -> str:
        return str(self.args[0])


class NextAct:
    """An act that the law knows for a matter, with the answer for whoever may do it and the organs that hold the power."""

    __slots__ = ("act", "verdict", "by", "library", "view")

    def __init__(self, act: Act, verdict: Verdict, by: tuple[str, ...], view: View, library: Library) -> None:
        self.act = act
        self.verdict = verdict
        self.by = by
        self.view = view
        self.library = library

    @property
    def answer(self) -> Answer:
        """The full answer with its reasons (worked out when asked for)."""
        return self.library.answer(self.act.code, self.view)


class Library:
    """A pack made ready. Immutable after construction, so one instance serves all threads.

    ``readings`` chooses alternatives other than the defaults; ``figures`` replaces values of the pack's figures file.
    """

    def __init__(self, pack: Pack, readings: Mapping[str, str] | None = None, figures: Mapping[str, Figure] | None = None) -> None:
        self.pack = pack
        self.acts: dict[str, Act] = {}
        self.organs: dict[str, Organ] = pack.organs
        self.kinds: dict[str, MatterKind] = pack.kinds
        self.powers: dict[str, list[Power]] = {}
        self.prohibitions: dict[str, list[Prohibition]] = {}
        self.duties: list[Duty] = []
        self.rights: list[Right] = []
        self.limits: dict[str, TimeLimit] = {}
        self.readings: dict[str, Reading] = {}
        self.rules: dict[str, Rule] = {}
        self._figures = figures
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self._reckoned: dict[tuple[Any, Length, CountingRule, str], Reckoning] = {}
        self._lengths: dict[str, Length] = {}
        self._collect()
        self._chosen = {r.id: r.default for r in self.readings.values()}
        for id, alternative in (readings or {}).items():
            self._choose(id, alternative)
        self._overridden = self._find_overridden()
        self.trees: dict[str, Condition] = {code: tree for code in self.acts if (tree := self._tree(code)) is not None}
        self.effects: dict[str, Callable[[Any, Entry], None]] = {c: e for c, a in self.acts.items() if (e := self._effect(a)) is not None}
        self.acts_by_kind: dict[str, list[Act]] = {k: [a for a in self.acts.values() if k in a.kinds] for k in self.kinds}
        ahead = {code: before_particulars(tree) for code, tree in self.trees.items()}
        self._asked = {k: [(a, ahead[a.code], self._holders(a.code)) for a in acts if a.code in ahead]
                       for k, acts in self.acts_by_kind.items()}

    # -- construction -------------------------------------------------------------------------------------------

    def _collect(self) -> None:
        for chapter in self.pack.chapters:
            for act in chapter.acts:
                self._once(self.acts, act.code, act, chapter.module)
            for rule in (*chapter.powers, *chapter.prohibitions, *chapter.rights):
                self._once(self.rules, rule.id, rule, chapter.module)
            for limit in chapter.limits:
                self._once(self.limits, limit.id, limit, chapter.module)
            for reading in chapter.readings:
                self._once(self.readings, reading.id, reading, chapter.module)
        for rule in self.rules.values():
            self._place(rule)

    def _once(self, table: dict[str, Any], key: str, value: Any, module: str) -> None:
        if key in table:
            raise PackError(f"{module}: {key} is declared twice; give one of them another name")
        table[key] = value

    def _place(self, rule: Rule) -> None:
        if isinstance(rule, Power):
            self._known(rule.id, (rule.act,), self.acts, "act")
            self._known(rule.id, rule.by, self.organs, "organ")
            if not isinstance(rule, Duty):
                self.powers.setdefault(rule.act, []).append(rule)
                return
            self.duties.append(rule)
            if rule.empowers:
                self.powers.setdefault(rule.act, []).append(rule)
        elif isinstance(rule, Prohibition):
            self._known(rule.id, rule.acts, self.acts, "act")
            self._known(rule.id, rule.by, self.organs, "organ")
            for act in rule.acts:
                self.prohibitions.setdefault(act, []).append(rule)
        elif isinstance(rule, Right):
            self._known(rule.id, rule.owed_by, self.organs, "organ")
            self.rights.append(rule)

    def _known(self, rule: str, names: Iterable[str], table: Mapping[str, Any], noun: str) -> None:
        for name in names:
            if name not in table:
                raise PackError(f"{rule}: unknown {noun} {name!r}; declare it or correct the name")

    def _choose(self, id: str, alternative: str) -> None:
        reading = self.readings.get(id)
        if reading is None:
            raise Unknown(f"no reading {id!r}; there are: {', '.join(sorted(self.readings)) or 'none'}")
        if alternative not in reading.alternatives:
            raise Unknown(f"reading {id!r} has no alternative {alternative!r}; choose one of: {', '.join(reading.alternatives)}")
        self._chosen[id] = alternative

    def under(self, id: str, alternative: str) -> Library:
        """The same law under one other reading; rules and trees are shared, since readings are looked up only when a question is asked."""
        made = copy(self)
        made._chosen, made._reckoned = dict(self._chosen), {}
        made._choose(id, alternative)
        return made

    def _find_overridden(self) -> dict[str, list[Rule]]:
        found: dict[str, list[Rule]] = {}
        for rule in self.rules.values():
            for other in rule.overrides:
                if other not in self.rules:
                    raise PackError(f"{rule.id} overrides {other!r}, which does not exist")
                found.setdefault(other, []).append(rule)
        return found

    def _tree(self, act: str) -> Condition | None:
        """Everything asked of an act: some power, and no prohibition."""
        powers = self.powers.get(act)
        if not powers:
            return None
        empowered = [self._empowered(p) for p in powers]
        barred = [self._barred(p) for p in self.prohibitions.get(act, ())]
        some: Condition = empowered[0] if len(empowered) == 1 else AnyOf(empowered)
        return AllOf((some, *barred)) if barred else some

    def _empowered(self, rule: Power) -> Condition:
        parts: list[Condition] = [Competent(rule.by, self._names(rule.by), rule.provision)]
        if rule.in_force is not None:
            parts.append(InForceOn(rule.in_force, rule.provision))
        parts.append(rule.when)
        parts.extend(NoneOf((other.when,), provision=other.provision) for other in self._overridden.get(rule.id, ()))
        return Empowered(rule, tuple(parts))

    def _names(self, organs: tuple[str, ...]) -> Text:
        return Text(listing([self.organs[o].name.en for o in organs], "en", alternative=True),
                    listing([self.organs[o].name.fr for o in organs], "fr", alternative=True))

    def _barred(self, rule: Prohibition) -> Condition:
        parts: list[Condition] = [rule.when]
        if rule.by:
            parts.append(Competent(rule.by, self._names(rule.by), rule.provision, anyone=False))
        if rule.in_force is not None:
            parts.append(InForceOn(rule.in_force, rule.provision))
        parts.extend(NoneOf((other.when,), provision=other.provision) for other in self._overridden.get(rule.id, ()))
        return Barred(rule, (AllOf(parts),) if len(parts) > 1 else tuple(parts))

    def _effect(self, act: Act) -> Callable[[Any, Entry], None] | None:
        findings = self.findings_of(act.code)
        own = act.effect
        if not findings:
            return own

        def effect(draft: Any, entry: Entry) -> None:
            for finding in findings:
                if finding.id in entry.particulars:
                    draft.findings[finding.key(entry.particulars)] = entry
            if own is not None:
                own(draft, entry)

        return effect

    def _holders(self, act: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(organ for power in self.powers.get(act, ()) for organ in power.by))

    # -- what there is --------------------------------------------------------------------------------------------

    def act(self, code: str) -> Act:
        """The act of that code, or :class:`Unknown` with the nearest names."""
        found = self.acts.get(code)
        if found is None:
            from difflib import get_close_matches

            near = get_close_matches(code, self.acts, 3)
            raise Unknown(f"no act {code[:60]!r}" + (f"; did you mean {' or '.join(near)}?" if near else "; see `curule law next` for the acts there are"))
        return found

    def kind(self, code: str) -> MatterKind:
        """The kind of matter of that code."""
        if code not in self.kinds:
            raise Unknown(f"no kind of matter {code[:60]!r}; there are: {', '.join(self.kinds)}")
        return self.kinds[code]

    def organ(self, code: str) -> Organ:
        """The organ of that code."""
        if code not in self.organs:
            raise Unknown(f"no organ {code[:60]!r}; there are: {', '.join(self.organs)}")
        return self.organs[code]

    def findings_of(self, act: str) -> tuple[Finding, ...]:
        """The findings that the rules of an act ask for: they become particulars of the act."""
        kept = self._findings.get(act)
        if kept is not None:
            return kept
        found: dict[str, Finding] = {}
        for rule in (*self.powers.get(act, ()), *self.prohibitions.get(act, ())):
            for leaf in rule.when.leaves():
                if isinstance(leaf, Finding):
                    found.setdefault(leaf.id, leaf)
        self._findings[act] = tuple(found.values())
        return self._findings[act]

    def particulars(self, act: str) -> tuple[Particular, ...]:
        """All particulars of an act: its own, then the findings its rules ask for."""
        own = self.act(act).particulars
        names = {p.name for p in own}
        return (*own, *(finding_particular(f) for f in self.findings_of(act) if f.id not in names))

    def reading(self, id: str) -> str:
        """The alternative chosen for a reading."""
        if id not in self._chosen:
            raise Unknown(f"no reading {id!r}; there are: {', '.join(sorted(self.readings)) or 'none'}")
        return self._chosen[id]

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The figures file of the pack, with the deployment's values in front."""
        own = load_figures(file) if (file := self.pack.data("figures.toml")).is_file() else {}
        return {**own, **(self._figures or {})}

    @cached_property
    def duty_stations(self) -> Mapping[str, DutyStation]:
        """The duty stations of the pack with their calendars."""
        file = self.pack.data("duty_stations.toml")
        return load_duty_stations(file) if file.is_file() else {}

    def figure(self, id: str) -> Figure:
        """One figure that the statute leaves to other texts."""
        found = self.figures.get(id)
        if found is None:
            raise Unknown(f"no figure {id!r}; add it to figures.toml of {self.pack.code} with its source")
        return found

    # -- asking ---------------------------------------------------------------------------------------------------

    def fold(self, kind: str, record: Iterable[Entry]) -> Any:
        """The posture of a matter of that kind from its record."""
        return fold(self.kinds[kind].draft(), record, self.effects)

    def view(self, posture: Any, on: date, actor: Actor | None = None, given: Mapping[str, Any] = NOTHING,
             related: Mapping[str, Any] | None = None, act: str = "") -> View:
        """What a question looks at."""
        return View(posture, on, actor, given, self, related, act)

    def answer(self, act: str, view: View) -> Answer:
        """The answer to "may this act be done?" in that view."""
        declared = self.act(act)
        return Answer(declared, view, self.trees.get(act))

    def may(self, act: str, posture: Any, on: date, actor: Actor | None = None, given: Mapping[str, Any] = NOTHING,
            related: Mapping[str, Any] | None = None) -> Answer:
        """May this organ do this act, on this posture, on this day, with these particulars?

        Without an actor: may anyone? Particulars not given leave what depends on them open.
        """
        return self.answer(act, View(posture, on, actor, given, self, related, act))

    def next_acts(self, kind: str, posture: Any, on: date, actor: Actor | None = None,
                  related: Mapping[str, Any] | None = None) -> list[NextAct]:
        """Every act that the law knows for this kind of matter, with its answer today; what depends on particulars is open."""
        view = View(posture, on, actor, NOTHING_GIVEN, self, related)
        verdicts = (Verdict.REFUSED, Verdict.OPEN, Verdict.PERMITTED)
        return [NextAct(act, verdicts[tree.truth(view)], by, view, self) for act, tree, by in self._asked[kind]]

    # -- time -----------------------------------------------------------------------------------------------------

    def length(self, limit: TimeLimit) -> Length:
        """How long a limit is: its own length or that of its figure."""
        if not isinstance(limit.length, str):
            return limit.length
        found = self._lengths.get(limit.length)
        if found is None:
            found = self._lengths[limit.length] = self.figure(limit.length).length
        return found

    def reckoning(self, limit: TimeLimit, view: View) -> Reckoning | None:
        """When a limit ends here, with the working line by line, before any extension; ``None`` while it does not run."""
        start = limit.start(view)
        return None if start is None else self.reckoned(limit, view, start)

    def reckoned(self, limit: TimeLimit, view: View, start: date) -> Reckoning:
        """:meth:`reckoning` of a limit that runs from that day."""
        counting = limit.counting or STATUTORY
        rule = counting(view) if callable(counting) else counting
        key = (start, self.length(limit), rule, getattr(view.posture, "duty_station", ""))
        found = self._reckoned.get(key)
        if found is None:
            if len(self._reckoned) >= MOST_RECKONED:
                self._reckoned.clear()
            found = self._reckoned[key] = add(start, key[1], self._station(view), rule)
        return found

    def due(self, limit: TimeLimit, view: View) -> date | None:
        """The last day of a limit, extended if the record says so."""
        found = self.reckoning(limit, view)
        return None if found is None else last_day(found, self.extension(limit, view))

    def extension(self, limit: TimeLimit, view: View) -> Entry | None:
        """The entry that extended a limit here, for its own subject or for all, or ``None``."""
        extensions: Mapping[str, Entry] = view.posture.extensions
        own = extensions.get(f"{limit.id}@{view.given[limit.subject]}") if limit.subject in view.given else None
        return own or extensions.get(limit.id)

    def _station(self, view: View) -> DutyStation | None:
        stations = self.duty_stations
        return stations.get(getattr(view.posture, "duty_station", "")) or next(iter(stations.values()), None)


def last_day(reckoned: Reckoning, extension: Entry | None) -> date:
    """The last day of a limit as it was reckoned, or the later one to which an entry extended it."""
    if extension is None:
        return reckoned.day
    until: date = extension.particulars["until"]
    return max(reckoned.day, until)
