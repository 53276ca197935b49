"""What may happen next on a matter, and which clocks run, as the boxes of the matter page show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from curule.law.answers import Verdict
from curule.law.clocks import DueDuty, RunningLimit, Standing
from curule.law.conditions import Truth
from curule.law.library import Library
from curule.law.record import CORRECTION, RECLASSIFICATION, WITHDRAWAL
from curule.law.rules import Act
from curule.law.view import NOTHING_GIVEN, Actor, View
from curule.law.words import T
from curule.matters.explanation import citation
from curule.matters.phrases import organ_name
from curule.matters.reading import Reading

__all__ = ["ClockLine", "Group", "Prospect", "all_prospects", "clocks", "folded", "prospects", "refusals"]

VERDICTS = {Truth.NOT_MET: Verdict.REFUSED, Truth.OPEN: Verdict.OPEN, Truth.MET: Verdict.PERMITTED}
STATUS = {Standing.PENDING: "in-time", Standing.DUE_SOON: "due-soon", Standing.OVERDUE: "overdue", Standing.DONE: "met"}
MOST_CITED = 2
ENTRY = T("entry {}", "inscription {}")


@dataclass(slots=True)
class Prospect:
    """One act with the organs for which the answer is the same."""

    act: Act
    organs: tuple[str, ...]
    verdict: Verdict
    is_mine: bool
    title: str
    by: str
    cites: list[dict[str, str]]
    my_organs: tuple[str, ...] = ()
    my_names: str = ""
    due: date | None = None
    status: str = ""

    @property
    def is_ready(self) -> bool:
        return self.verdict is Verdict.PERMITTED


@dataclass(slots=True)
class Group:
    """The acts of one organ, or of organs that share them."""

    by: str
    is_mine: bool
    prospects: list[Prospect] = field(default_factory=list)


def all_prospects(reading: Reading, mine: Iterable[str], lang: str) -> list[Prospect]:
    """Every act of this kind of matter, once for each answer that its organs get."""
    law, held = reading.law, frozenset(mine)
    found: list[Prospect] = []
    for act in law.acts_by_kind[reading.matter.kind]:
        if act.code not in law.trees or (act.code == reading.kind.opened_by and reading.entries):
            continue
        by_verdict: dict[Verdict, list[str]] = {}
        for organ in dict.fromkeys(organ for power in law.powers[act.code] for organ in power.by):
            by_verdict.setdefault(_verdict(reading, act.code, organ), []).append(organ)
        answered = by_verdict.items()
        found += [_prospect(law, act, tuple(organs), verdict, held, lang) for verdict, organs in answered]
    return found


def _verdict(reading: Reading, act: str, organ: str) -> Verdict:
    view = View(reading.posture, reading.on, Actor(organ), NOTHING_GIVEN, reading.law, reading.related, act)
    return VERDICTS[reading.ask(lambda: reading.law.trees[act].truth(view), Truth.NOT_MET)]


def _prospect(law: Library, act: Act, organs: tuple[str, ...], verdict: Verdict, held: frozenset[str], lang: str) -> Prospect:
    powers = [p.provision for p in law.powers.get(act.code, ()) if not frozenset(p.by).isdisjoint(organs)]
    own = tuple(organ for organ in organs if organ in held)
    return Prospect(act, organs, verdict, bool(own), act.title.of(lang), _names(law, organs, lang),
                    [citation(p, lang) for p in dict.fromkeys(powers)][:MOST_CITED], own, _names(law, own, lang))


def _names(law: Library, organs: Iterable[str], lang: str) -> str:
    return ", ".join(organ_name(law, organ, lang) for organ in organs)


def prospects(reading: Reading, asked: Iterable[Prospect], *, only_mine: bool = False) -> list[Group]:
    """The acts that may happen now or wait for a finding, by organ: mine first, permitted before open, dated before undated."""
    due = {(d.duty.act, organ): d for d in reversed(reading.duties) for organ in d.duty.by}
    groups: dict[tuple[str, ...], Group] = {}
    for prospect in asked:
        if prospect.verdict is Verdict.REFUSED or (only_mine and not prospect.is_mine):
            continue
        duty = next((due[key] for organ in prospect.organs if (key := (prospect.act.code, organ)) in due), None)
        if duty is not None:
            prospect.due, prospect.status = duty.due, STATUS[duty.standing]
        if only_mine:
            prospect.organs, prospect.by = prospect.my_organs, prospect.my_names
        groups.setdefault(prospect.organs, Group(prospect.by, prospect.is_mine)).prospects.append(prospect)
    for group in groups.values():
        group.prospects.sort(key=lambda p: (not p.status, p.due or date.max, not p.is_ready, p.act.code in LAST))
    return sorted(groups.values(), key=lambda g: (not g.is_mine, all(p.act.code in LAST for p in g.prospects),
                                                  not any(p.status for p in g.prospects), not any(p.is_ready for p in g.prospects)))


def folded(groups: Iterable[Group], first: int) -> tuple[list[Group], list[Group], int]:
    """The groups with the first few acts, the groups with the rest, and how many acts the rest has."""
    shown: list[Group] = []
    rest: list[Group] = []
    left = first
    for group in groups:
        for part, into in ((group.prospects[:left], shown), (group.prospects[left:], rest)):
            if part:
                into.append(Group(group.by, group.is_mine, part))
        left = max(left - len(group.prospects), 0)
    return shown, rest, sum(len(g.prospects) for g in rest)


LAST = (CORRECTION, WITHDRAWAL, RECLASSIFICATION)
"""Acts about the record itself: always possible, seldom wanted."""


def refusals(asked: Iterable[Prospect], *, only_mine: bool = False) -> list[Prospect]:
    """The acts that the law refuses just now."""
    found = [p for p in asked if p.verdict is Verdict.REFUSED and (p.is_mine or not only_mine)]
    return sorted(found, key=lambda p: (not p.is_mine, p.by, p.title))


@dataclass(slots=True)
class ClockLine:
    """One running clock: a duty that is pending or a time limit that runs."""

    says: str
    subject: str
    by: str
    organs: tuple[str, ...]
    cite: dict[str, str]
    due: date | None
    status: str
    act: str = ""
    working: tuple[str, ...] = ()
    start: date | None = None
    reasons: Any = None
    unverified: str = ""
    is_mine: bool = False


def clocks(reading: Reading, lang: str, mine: Iterable[str] = (), most: int | None = None) -> list[ClockLine]:
    """The duties that are pending and the limits that run, the most urgent first, at most so many; a duty with a limit is one line."""
    law, held = reading.law, frozenset(mine)
    running = {(r.limit.id, _key(r.given)): r for r in reading.limits if r.standing is not Standing.DONE}
    found: list[tuple[date, DueDuty | None, RunningLimit | None]] = []
    for duty in reading.duties:
        found.append((duty.due or date.max, duty, running.pop((duty.duty.limit, _key(duty.given)), None) if duty.duty.limit else None))
    found += [(limit.last, None, limit) for limit in running.values()]
    if most is not None and len(found) > most:
        # Words are made for what is shown; lines of one day are put in order by their words, so all of the last day are made.
        last = sorted(day for day, _duty, _limit in found)[most - 1]
        found = [one for one in found if one[0] <= last]
    lines = [_duty_line(law, duty, limit, held, lang) for _day, duty, limit in found if duty is not None]
    lines += [_limit_line(law, limit, held, lang) for _day, duty, limit in found if duty is None and limit is not None]
    lines.sort(key=lambda line: (line.due or date.max, line.says))
    return lines[:most]


def _key(given: Any) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((str(k), str(v)) for k, v in given.items()))


def _subject(given: Any, lang: str) -> str:
    """What a clock runs for: persons, States and the like by their names, entries of the record by their numbers."""
    return ", ".join(ENTRY.of(lang).format(value) if isinstance(value, int) else str(value) for value in given.values())


def _duty_line(law: Library, duty: DueDuty, limit: RunningLimit | None, held: frozenset[str], lang: str) -> ClockLine:
    rule = duty.duty
    line = ClockLine(law.acts[rule.act].title.of(lang), _subject(duty.given, lang), _names(law, rule.by, lang), rule.by,
                     citation(rule.provision, lang), duty.due, STATUS[duty.standing], act=rule.act, reasons=duty.reason,
                     is_mine=not held.isdisjoint(rule.by))
    if limit is not None:
        line.working, line.start = tuple(w.of(lang) for w in limit.working), limit.start
        line.unverified = _unverified(law, limit, lang)
    return line


def _limit_line(law: Library, running: RunningLimit, held: frozenset[str], lang: str) -> ClockLine:
    limit = running.limit
    return ClockLine(limit.says.of(lang), _subject(running.given, lang), _names(law, limit.binds, lang), limit.binds,
                     citation(limit.provision, lang), running.last, STATUS[running.standing], working=tuple(w.of(lang) for w in running.working),
                     start=running.start, unverified=_unverified(law, running, lang), is_mine=not held.isdisjoint(limit.binds))


def _unverified(law: Library, running: RunningLimit, lang: str) -> str:
    """The source of a figure that nobody has compared with its text yet; nothing where it is verified or the statute's own."""
    if not isinstance(running.limit.length, str):
        return ""
    figure = law.figure(running.limit.length)
    return "" if figure.verified else figure.source.of(lang)
