"""What a person finds on the desk: clocks that run against the office acted in, what waits for it and why, its matters, drafts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext

from curule.access.audiences import visible
from curule.access.models import Office
from curule.law.answers import Answer, Verdict
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.view import NOTHING_GIVEN
from curule.matters.acting import organs_of
from curule.matters.drafts import Draft
from curule.matters.models import Clock, EntryRow, Matter
from curule.matters.phrases import judge_names, phrase
from curule.matters.prospects import LAST, ClockLine, Prospect, all_prospects, clocks
from curule.matters.reading import Reading, matters_for
from curule.matters.sitting import sits
from curule.matters.tribunals import libraries

__all__ = ["DeskClock", "MyMatter", "Waiting", "desk", "drafts_of"]

MOST_MATTERS, MOST_CLOCKS, MOST_WAITING, MOST_MINE, MOST_OF_ONE = 40, 25, 15, 20, 5
ORDER = {"overdue": 0, "due-soon": 1, "in-time": 2}


@dataclass(frozen=True, slots=True)
class DeskClock:
    """One clock with its matter."""

    matter: Matter
    line: ClockLine


@dataclass(frozen=True, slots=True)
class Waiting:
    """One act that waits for this office: which, why it is this office's, since when."""

    matter: Matter
    act: str
    title: str
    why: str
    cite: dict[str, str]
    since: date | None


@dataclass(frozen=True, slots=True)
class MyMatter:
    """One matter of this person, with its stage."""

    matter: Matter
    stage: str
    last: str
    last_on: date | None


def desk(seat: Office | None, tokens: frozenset[str], lang: str) -> dict[str, Any]:
    """Everything on the desk of the holder of an office."""
    if seat is None:
        return {"clocks": [], "waiting": [], "mine": []}
    organs = {organ for law in libraries() if law.pack.code == seat.tribunal for organ in own_organs(seat, law)}
    readings = [Reading(matter, tokens) for matter in _matters(seat, tokens, organs)]
    running, waiting = [], []
    for reading in readings:
        held = own_organs(seat, reading.law, reading.matter)
        lines = clocks(reading, lang, held)
        running += [DeskClock(reading.matter, line) for line in lines if line.is_mine and line.due is not None]
        if _is_mine(reading, seat):
            waiting += _waiting(reading, held, [line for line in lines if line.is_mine and line.due is None], lang)
    running.sort(key=lambda c: (ORDER.get(c.line.status, 3), c.line.due or date.max))
    waiting.sort(key=lambda w: (w.since is None, -(w.since.toordinal() if w.since else 0)))
    mine = [_mine(reading, lang) for reading in readings if _is_mine(reading, seat)]
    return {"clocks": running[:MOST_CLOCKS], "clocks_left": max(len(running) - MOST_CLOCKS, 0), "waiting": waiting[:MOST_WAITING],
            "waiting_left": max(len(waiting) - MOST_WAITING, 0), "mine": mine[:MOST_MINE]}


def own_organs(seat: Office, law: Library, matter: Matter | None = None) -> tuple[str, ...]:
    """The organs whose work is this office's own. The Registry also enters what comes from outside; that waits for others, not for it."""
    chair = seat.chair
    held = (chair.acts_for if chair is not None else ()) if matter is None else organs_of(seat, law, matter)
    gated = tuple(organ for organ in held if not law.organs[organ].advised)
    return gated or held


def _matters(seat: Office, tokens: frozenset[str], organs: Iterable[str]) -> list[Matter]:
    """The matters to look at: those with the earliest clocks of these organs that follow from what the reader sees, then those that moved last."""
    found: QuerySet[Matter] = matters_for(tokens).filter(pack=seat.tribunal)
    if seat.matter:
        return list(found.filter(number=seat.matter))
    of_mine = Q()
    for organ in organs:
        of_mine |= Q(named__contains=f'"{organ}"')
    urgent: list[int] = []
    if of_mine:
        pressing = visible(Clock.objects.all(), tokens).annotate(named=Cast("organs", TextField())).filter(of_mine, matter__in=found, due__isnull=False)
        urgent = list(dict.fromkeys(pressing.order_by("due").values_list("matter_id", flat=True)[:MOST_MATTERS * 4]))[:MOST_MATTERS // 2]
    # By the last entry that the reader sees: an order by all entries would tell that something hidden was entered.
    last_seen = visible(EntryRow.objects.filter(matter=OuterRef("pk")), tokens).order_by("-pk").values("pk")[:1]
    recent = found.annotate(moved=Subquery(last_seen)).order_by(F("moved").desc(nulls_last=True), "pk").values_list("pk", flat=True)[:MOST_MATTERS // 2]
    wanted = list(dict.fromkeys([*urgent, *recent]))
    by_key = found.in_bulk(wanted)
    return [by_key[key] for key in wanted if key in by_key]


def _waiting(reading: Reading, held: tuple[str, ...], duties: list[ClockLine], lang: str) -> list[Waiting]:
    """Duties without a day, and acts that only these organs may do and that something on the record has brought about."""
    found = [_duty(reading, line, lang) for line in duties if line.act]
    known = {d.act for d in duties}
    mine = frozenset(held)
    for prospect in all_prospects(reading, held, lang):
        if prospect.verdict is Verdict.REFUSED or prospect.act.code in known or prospect.act.code in LAST:
            continue
        if not _falls_to(reading, prospect, mine):
            continue
        answer = reading.ask(lambda p=prospect: _answer(reading, p), None)  # type: ignore[misc]
        if answer is None or not answer.relied_on:
            continue
        last = answer.relied_on[-1]
        if _was_done(reading, prospect.act.code, last):
            continue
        found.append(Waiting(reading.matter, prospect.act.code, prospect.title, phrase(reading.law, last, lang, judge_names(reading)),
                             prospect.cites[0] if prospect.cites else {"words": "", "href": ""}, last.done_on))
    found.sort(key=lambda w: w.since or date.min, reverse=True)
    return found[:MOST_OF_ONE]


def _duty(reading: Reading, line: ClockLine, lang: str) -> Waiting:
    """A duty without a day, with the entry that brought it about."""
    entries = sorted({e for leaf in line.reasons.leaves() for e in leaf.entries}, key=lambda e: e.number) if line.reasons else []
    why = gettext("a duty of %(organ)s") % {"organ": line.by}
    if entries:
        why = f"{phrase(reading.law, entries[-1], lang, judge_names(reading))} ({why})"
    return Waiting(reading.matter, line.act, line.says, why, line.cite, entries[-1].done_on if entries else None)


def _falls_to(reading: Reading, prospect: Prospect, mine: frozenset[str]) -> bool:
    """Whether an act can only come from this office: no organ outside it may do it, save that one bench of judges stands in for another."""
    others = {organ for power in reading.law.powers.get(prospect.act.code, ()) for organ in power.by} - mine
    of_the_bench = any(reading.law.organs[organ].advised for organ in mine & set(prospect.organs))
    return prospect.is_mine and all(of_the_bench and reading.law.organs[organ].advised for organ in others)


def _was_done(reading: Reading, act: str, since: Entry) -> bool:
    """Whether the act followed already on the entry that brought it about; what only needs an open matter waits for nobody."""
    return since.number == 1 or any(e.act == act for e in reading.entries[since.number:])


def _answer(reading: Reading, prospect: Prospect) -> Answer:
    return reading.law.may(prospect.act.code, reading.posture, reading.on, None, NOTHING_GIVEN, reading.related)


def _is_mine(reading: Reading, seat: Office) -> bool:
    """Counsel's case; a judge's cases are those on whose benches the judge sits, an officer's those to which one of them assigned the officer;
    other offices serve every matter.
    """
    if seat.matter:
        return seat.matter == reading.matter.number
    court = reading.law.pack.court
    if court is not None and seat.chair is not None and seat.chair.acts_for and set(seat.chair.acts_for) <= set(court.assigned_benches):
        return sits(seat, reading.matter)
    benches = getattr(reading.posture, "benches", getattr(reading.posture, "chambers", None))
    if seat.person_code and seat.chair is not None and seat.chair.sits and benches is not None:
        return any(seat.person_code in (*bench.judges, bench.presiding, getattr(bench, "reserve", "")) for bench in benches.values())
    return True


def _mine(reading: Reading, lang: str) -> MyMatter:
    last = reading.entries[-1] if reading.entries else None
    words = phrase(reading.law, last, lang, judge_names(reading)) if last else ""
    return MyMatter(reading.matter, reading.stage_words(lang), words, last.done_on if last else None)


def drafts_of(user: Any, tokens: frozenset[str]) -> list[dict[str, Any]]:
    """The acts that this person has begun and not entered, on matters that are still open to this person."""
    found = Draft.objects.filter(user=user, matter__in=matters_for(tokens)).select_related("matter").order_by("-kept_at")[:10]
    acts = {code: act for law in libraries() for code, act in law.acts.items()}
    return [{"matter": d.matter, "act": d.act, "title": acts[d.act].title, "kept_at": d.kept_at} for d in found if d.act in acts]
