"""Operations that read matters: lists, posture, record, next acts, clocks, rights, questions to the law."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from curule import __version__
from curule.api.callers import ANYBODY, actor_as, held_tokens, organs_held
from curule.api.faults import ApiFault, not_found, particular_faults
from curule.api.seen import entries_seen, matter_line, reading_for
from curule.api.shapes import Answered, ClockShape, EntryShape, FaultShape, Matters, MatterShape, NextShape, Question, RecordShape, RightShape
from curule.law.answers import cite, describe
from curule.law.clocks import rights
from curule.law.particulars import read_particulars
from curule.law.posture import plain
from curule.law.record import Entry
from curule.law.view import Actor
from curule.lawbook.acts import schema_of
from curule.matters.phrases import language
from curule.matters.prospects import all_prospects, clocks
from curule.matters.reading import Reading, matters_for, reading_of
from curule.matters.records import related_matters
from curule.matters.standing import standing_lines
from curule.matters.verification import verify_matter

__all__ = ["router", "words_of_clock"]

router = Router(tags=["matters"])
FAULTS = {404: FaultShape, 422: FaultShape, 401: FaultShape, 429: FaultShape}
MOST = 200


@router.get("/matters", response={200: Matters, **FAULTS}, auth=ANYBODY, summary="List the matters that you may see")
def list_matters(request: HttpRequest, response: HttpResponse, tribunal: str = "", kind: str = "", branch: str = "", stage: str = "", q: str = "",
                 offset: Annotated[int, Query(ge=0, le=100_000)] = 0, limit: Annotated[int, Query(ge=1, le=MOST)] = 50) -> Any:
    """Filter by tribunal, kind, branch, stage, and words of the title or number. The newest come first."""
    tokens = held_tokens(request)
    found = matters_for(tokens).order_by("-opened_on", "number")
    for name, value in (("pack", tribunal), ("kind", kind), ("branch", branch)):
        found = found.filter(**{name: value}) if value else found
    for word in q.split()[:10]:
        found = found.filter(title__icontains=word) | found.filter(number__icontains=word)
    if stage:
        lines = [line for line in (matter_line(reading_of(m, tokens)) for m in found) if line["stage"] == stage]
        return {"total": len(lines), "offset": offset, "items": lines[offset:offset + limit]}
    return {"total": found.count(), "offset": offset, "items": [matter_line(reading_of(m, tokens)) for m in found[offset:offset + limit]]}


@router.get("/matters/{number:number}", response={200: MatterShape, **FAULTS}, auth=ANYBODY, summary="One matter: where it stands")
def show_matter(request: HttpRequest, response: HttpResponse, number: str, on: date | None = None, known: date | None = None) -> Any:
    """``on``: what the record says of that day; ``known``: what was known on that day."""
    reading, lang = reading_for(request, number, on=on, known=known), language()
    lines = [{"label": x.label, "value": x.value, "provision": x.cite.get("words", ""), "entry": x.entry.number if x.entry else None}
             for x in standing_lines(reading, lang)]
    tokens = reading.tokens
    links = {k: m.number for k, m in related_matters(reading.matter).items() if matters_for(tokens).filter(pk=m.pk).exists()}
    response["ETag"] = f'"{len(reading.entries)}"'
    law = {"library": f"{reading.law.pack.code} {__version__}", "readings": {r: reading.law.reading(r) for r in reading.law.readings},
           "chain_holds": not verify_matter(reading.matter).faults}
    return {**matter_line(reading), "entries": len(reading.record), "standing": lines, "posture": plain(reading.posture), "links": links, "law": law,
            "fingerprint": reading.fingerprint,
            "acts_for": list(organs_held(request, reading.law, reading.matter))}


@router.get("/matters/{number:number}/record", response={200: RecordShape, **FAULTS}, auth=ANYBODY, summary="The record, as far as you may see it")
def show_record(request: HttpRequest, response: HttpResponse, number: str, on: date | None = None, known: date | None = None,
                after: Annotated[int, Query(ge=0)] = 0, act: str = "") -> Any:
    """``on`` and ``known`` look back; ``after`` gives the entries behind that number; ``act`` only those of one act."""
    reading = reading_for(request, number, on=on, known=known)
    entries = [e for e in reading.record if e.number > after and (not act or e.act == act)]
    response["ETag"] = f'"{len(reading.entries)}"'
    return {"matter": number, "entries": entries_seen(reading, entries)}


@router.get("/matters/{number:number}/entries/{int:entry}", response={200: EntryShape, **FAULTS}, auth=ANYBODY, summary="One entry")
def show_entry(request: HttpRequest, number: str, entry: int) -> Any:
    """One entry with its particulars."""
    reading = reading_for(request, number)
    found = reading.at(entry)
    if found is None:
        raise not_found()
    return entries_seen(reading, [found])[0]


@router.get("/matters/{number:number}/next", response={200: list[NextShape], **FAULTS}, auth=ANYBODY, summary="What may happen next")
def next_acts(request: HttpRequest, number: str, on: date | None = None, by: str = "", verdict: str = "", mine: bool = False, with_schema: bool = False) -> Any:
    """Every act with the answer for each organ; filter by organ, verdict (PERMITTED, OPEN, REFUSED) or your own organs."""
    reading, lang = reading_for(request, number, on=on), language()
    held = organs_held(request, reading.law, reading.matter)
    if by:
        reading.law.organ(by)
    return [{"act": p.act.code, "title": p.title, "verdict": p.verdict.value, "by": list(p.organs), "mine": p.is_mine,
             "provisions": [c["words"] for c in p.cites], "due": p.due, "standing": p.status,
             "particulars": schema_of(reading.law, p.act.code, lang) if with_schema else None}
            for p in all_prospects(reading, held, lang)
            if (not by or by in p.organs) and (not verdict or p.verdict.value == verdict.upper()) and (p.is_mine or not mine)]


def words_of_clock(line: Any) -> dict[str, Any]:
    """A clock as data."""
    return {"says": line.says, "subject": line.subject, "by": list(line.organs), "provision": line.cite.get("words", ""), "due": line.due,
            "standing": line.status, "act": line.act, "starts": line.start, "working": list(line.working), "unverified": line.unverified}


@router.get("/matters/{number:number}/clocks", response={200: list[ClockShape], **FAULTS}, auth=ANYBODY, summary="Pending duties and running limits")
def show_clocks(request: HttpRequest, number: str, on: date | None = None) -> Any:
    """The most urgent first."""
    reading = reading_for(request, number, on=on)
    return [words_of_clock(line) for line in clocks(reading, language())]


@router.get("/matters/{number:number}/rights", response={200: list[RightShape], **FAULTS}, auth=ANYBODY, summary="Rights that apply, kept or breached")
def show_rights(request: HttpRequest, number: str, on: date | None = None) -> Any:
    """Each right with the reason for its standing."""
    reading, lang = reading_for(request, number, on=on), language()
    nothing: list[Any] = []
    held = reading.ask(lambda: rights(reading.law, reading.matter.kind, reading.posture, reading.on, reading.related), nothing)
    return [{"rule": h.right.id, "title": h.right.title.of(lang), "holder": h.right.holder.of(lang), "owed_by": list(h.right.owed_by),
             "provision": cite(h.right.provision, lang), "standing": h.standing.value, "given": {str(k): str(v) for k, v in h.given.items()},
             "reason": describe(h.reason, lang)} for h in held]


@router.post("/matters/{number:number}/ask", response={200: Answered, **FAULTS}, auth=ANYBODY, summary="Ask the law: may this be done, and why not")
def ask(request: HttpRequest, number: str, question: Question) -> Any:
    """Nothing is entered. Particulars left out leave what depends on them open."""
    reading, lang = reading_for(request, number, on=question.on), language()
    law = reading.law
    act = law.act(question.act)
    if reading.matter.kind not in act.kinds:
        raise ApiFault(422, "other_kind", f"{act.code}: {', '.join(act.kinds)}", "GET /api/matters/{number}/next")
    actor = Actor(law.organ(question.by).code) if question.by else None
    given, errors = read_particulars(law.particulars(act.code), question.particulars, partial=True)
    answer = reading.law.may(act.code, reading.posture, reading.on, actor, given, reading.related)
    told: dict[str, Any] = {"answer": reading.ask(lambda: answer.as_dict(lang), {"verdict": answer.verdict.value}),
                            "faults": particular_faults(errors, lang)}
    if question.preview and not errors:
        told["changes"] = _changes(request, reading, question, given)
    return told


def _changes(request: HttpRequest, reading: Reading, question: Question, given: dict[str, Any]) -> list[dict[str, str]]:
    from curule.matters.changes import preview

    present = reading_of(reading.matter, reading.tokens)
    actor = actor_as(request, reading.law, question.by, reading.matter) if question.by else Actor("")
    entry = Entry(len(present.entries) + 1, question.act, actor, question.on or present.on, given)
    nothing: list[dict[str, str]] = []
    return present.ask(lambda: [{"label": c.label, "before": c.before, "after": c.after}
                                for c in (lambda made: [*made.changes, *made.details])(preview(present, entry, language()))], nothing)
