"""Operations of what only the Court has: States by day, the question of jurisdiction, a situation in time, ballots."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from curule.api.callers import ANYBODY, held_tokens
from curule.api.faults import not_found
from curule.api.seen import reading_for
from curule.api.shapes import FaultShape
from curule.court.ballots import contest_of, has_ballots
from curule.court.states import PACK, StateLine, register_reading, state_band, state_lines
from curule.court.timeline import has_timeline, readings_of, steps
from curule.law.answers import cite
from curule.law.ballots import Round
from curule.matters.phrases import language
from curule.matters.reading import Reading
from curule.matters.tribunals import codes
from curule.statutes.rome.jurisdiction import Conduct, jurisdiction_over

__all__ = ["router"]

router = Router(tags=["court"])
FAULTS = {404: FaultShape, 422: FaultShape, 429: FaultShape}
Told = dict[str, Any]


def _register(request: HttpRequest) -> Reading:
    reading = register_reading(held_tokens(request)) if PACK in codes() else None
    if reading is None:
        raise not_found()
    return reading


@router.get("/law/rome/states", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="States and the Rome Statute on a day")
def list_states(request: HttpRequest, on: date | None = None) -> Any:
    """Every State of the register: Party or not, since when, declarations, amendments, withdrawal."""
    reading, day = _register(request), on or timezone.localdate()
    nothing: list[StateLine] = []
    lines = reading.ask(lambda: state_lines(reading.posture, day, language(), state_band(reading.posture, timezone.localdate())), nothing)
    return [{"state": line.code, "name": line.name, "status": line.status,
             **{part: [{"says": told.words, "entry": told.entry.number if told.entry else None} for told in getattr(line, part)]
                for part in ("terms", "declarations", "amendments", "withdrawal")}} for line in lines]


@router.get("/law/rome/jurisdiction", response={200: Told, **FAULTS}, auth=ANYBODY, summary="May the Court exercise jurisdiction over this conduct?")
def ask_jurisdiction(request: HttpRequest, crime: str, first: date, last: date | None = None, territory: str = "", vessel: str = "", nationality: str = "",
                     trigger: str = "", born: date | None = None) -> Any:
    """The answer with its link States, its trigger and every gate. ``crime`` as in 8(2)(e)(vii); ``trigger``: 13(a), 13(b) or 13(c)."""
    reading = _register(request)
    conduct = Conduct(crime, first, max(last or first, first), territory or None, vessel or None, (nationality,) if nationality else (), trigger, None,
                      timezone.localdate(), born)
    nothing: Told = {}
    return reading.ask(lambda: jurisdiction_over(reading.posture, conduct, reading.law.reading).as_dict(language()), nothing)


@router.get("/matters/{number:number}/timeline", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="A situation with its cases in time")
def show_timeline(request: HttpRequest, number: str) -> Any:
    """Every change of stage of the situation and of its cases, in the order of days, as far as the caller may see."""
    reading = reading_for(request, number)
    if not reading.ask(lambda: has_timeline(reading), False):
        raise not_found()
    return [{"on": step.day, "matter": step.matter.number, "title": step.matter.title, "says": step.says, "stage": step.stage, "entry": step.entry.number}
            for step in steps(readings_of(reading), language())]


@router.get("/matters/{number:number}/ballots", response={200: Told, **FAULTS}, auth=ANYBODY, summary="An election: candidates, needs, ballots, reasons")
def show_ballots(request: HttpRequest, number: str) -> Any:
    """Each ballot with the outcome of every candidate and why."""
    reading, lang = reading_for(request, number), language()
    contest = contest_of(reading) if reading.ask(lambda: has_ballots(reading), False) else None
    if contest is None:
        raise not_found()
    candidates = [{"code": c.candidate, "nationality": c.nationality, "list": c.chosen_list, "nominated_by": c.nominated_by, "elected": c.elected is not None}
                  for c in contest.candidates]
    needs = [{"says": r.says.of(lang), "needed": r.needed, "has": r.have, "provision": cite(r.provision, lang)} for r in contest.requirements]
    return {"seats": contest.seats, "filled": contest.filled, "candidates": candidates, "requirements": needs,
            "rounds": [_round(r, lang) for r in contest.rounds]}


def _round(found: Round, lang: str) -> Told:
    results = [{"code": r.candidate, "votes": r.votes, "outcome": r.outcome.name, "reason": r.reason.of(lang), "provision": cite(r.provision, lang)}
               for r in found.results]
    return {"entry": found.entry.number, "on": found.entry.done_on, "voting": found.base, "needed": found.needed,
            "fault": found.fault.of(lang) if found.fault else "", "results": results}
