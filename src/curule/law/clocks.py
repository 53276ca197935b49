"""Clocks: what is due, what runs, which rights are honoured, asked of a posture on a day.

Time is an argument: nothing here is stored, everything follows from the record and the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from curule.law.conditions import Reason, Truth
from curule.law.library import Library, last_day
from curule.law.record import Entry
from curule.law.rules import Duty, Right, TimeLimit
from curule.law.view import View

__all__ = ["Standing", "DueDuty", "RunningLimit", "HeldRight", "due_day", "duties", "each_view", "limits", "rights", "standing"]

DUE_SOON = 7
"""Calendar days before the last day from which something is shown as due soon."""


class Standing(Enum):
    """Where a clock, a duty or a right stands."""

    DONE = "done"
    PENDING = "pending"
    DUE_SOON = "due soon"
    OVERDUE = "overdue"
    KEPT = "kept"
    BREACHED = "breached"
    OPEN = "open"


def standing(last: date | None, on: date) -> Standing:
    """Pending, due soon or overdue, by the last day."""
    if last is None:
        return Standing.PENDING
    if on > last:
        return Standing.OVERDUE
    return Standing.DUE_SOON if (last - on).days <= DUE_SOON else Standing.PENDING


class DueDuty:
    """A duty that has arisen and is not discharged: whose, what, by when, under which provision, and why it arose."""

    __slots__ = ("duty", "given", "due", "standing", "reason")

    def __init__(self, duty: Duty, given: Mapping[str, Any], due: date | None, standing: Standing, reason: Reason) -> None:
        self.duty = duty
        self.given = given
        self.due = due
        self.standing = standing
        self.reason = reason


class RunningLimit:
    """A time limit with the day from which it runs and its last day; ``stopped`` is the entry that met it."""

    __slots__ = ("limit", "given", "start", "last", "working", "stopped", "extended", "standing")

    def __init__(self, limit: TimeLimit, given: Mapping[str, Any], start: date, last: date, working: tuple[Any, ...], stopped: Entry | None,
                 extended: Entry | None, standing: Standing) -> None:
        self.limit = limit
        self.given = given
        self.start = start
        self.last = last
        self.working = working
        self.stopped = stopped
        self.extended = extended
        self.standing = standing


class HeldRight:
    """A right that applies here, with whether it is kept, and why."""

    __slots__ = ("right", "given", "standing", "reason")

    def __init__(self, right: Right, given: Mapping[str, Any], standing: Standing, reason: Reason) -> None:
        self.right = right
        self.given = given
        self.standing = standing
        self.reason = reason


def each_view(rule: Duty | Right | TimeLimit, view: View) -> Iterable[View]:
    """The view once for each person, count or State that the rule holds for."""
    if rule.each is None:
        yield view
        return
    for given in rule.each(view):
        yield View(view.posture, view.on, view.actor, given, view.library, view.related, view.act)


def duties(library: Library, kind: str, posture: Any, on: date, related: Mapping[str, Any] | None = None) -> list[DueDuty]:
    """The duties that have arisen in this matter and are not discharged, the most urgent first."""
    view = library.view(posture, on, related=related)
    found = []
    for duty in library.duties:
        if kind not in library.acts[duty.act].kinds:
            continue
        for one in each_view(duty, view):
            if duty.when.truth(one) is Truth.MET and duty.done.truth(one) is not Truth.MET:
                last = due_day(library, duty, one)
                found.append(DueDuty(duty, one.given, last, standing(last, on), duty.when.reason(one)))
    found.sort(key=lambda d: (d.due or date.max, d.duty.id))
    return found


def due_day(library: Library, duty: Duty, view: View) -> date | None:
    """The last day for a duty: that of its limit or of its own reckoning; ``None`` when the law sets no day."""
    if duty.limit:
        return library.due(library.limits[duty.limit], view)
    return duty.due(view) if duty.due is not None else None


def limits(library: Library, kind: str, posture: Any, on: date, related: Mapping[str, Any] | None = None) -> list[RunningLimit]:
    """The time limits that have begun to run in this matter, met ones too, the earliest last day first."""
    view = library.view(posture, on, related=related)
    found = []
    for limit in library.limits.values():
        if kind not in limit.kinds:
            continue
        for one in each_view(limit, view):
            began = limit.start(one)
            if began is None:
                continue
            start = began.date() if isinstance(began, datetime) else began  # a limit counted in hours runs from a moment
            if start > on:
                continue
            reckoned, extension = library.reckoned(limit, one, began), library.extension(limit, one)
            last = last_day(reckoned, extension)
            stopped = limit.stopped_by(one) if limit.stopped_by is not None else None
            where = Standing.DONE if stopped is not None else standing(last, on)
            found.append(RunningLimit(limit, one.given, start, last, tuple(reckoned.working), stopped, extension, where))
    found.sort(key=lambda r: (r.standing is Standing.DONE, r.last, r.limit.id))
    return found


def rights(library: Library, kind: str, posture: Any, on: date, related: Mapping[str, Any] | None = None) -> list[HeldRight]:
    """The rights that apply in this matter today: kept, breached, or open while nothing on the record shows either."""
    view = library.view(posture, on, related=related)
    found = []
    standings = {Truth.MET: Standing.KEPT, Truth.NOT_MET: Standing.BREACHED, Truth.OPEN: Standing.OPEN}
    for right in library.rights:
        if kind not in right.kinds:
            continue
        for one in each_view(right, view):
            if right.when.truth(one) is Truth.MET:
                reason = right.honoured.reason(one)
                found.append(HeldRight(right, one.given, standings[reason.truth], reason))
    return found
