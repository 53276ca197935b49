"""Operations about judges: the roll on a day, and lawful benches for a task."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router

from curule.api.callers import ANYBODY, SIGNED_IN, held_tokens
from curule.api.faults import ApiFault, not_found
from curule.api.seen import plain_particulars, reading_for
from curule.api.shapes import FaultShape
from curule.law.answers import cite
from curule.law.posture import plain
from curule.matters.bench import judge_lines, roll_reading, workload
from curule.matters.phrases import judge_names, language

__all__ = ["router"]

router = Router(tags=["judges"])
FAULTS = {401: FaultShape, 404: FaultShape, 422: FaultShape, 429: FaultShape}
Told = dict[str, Any]


@router.get("/judges", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="The roll of judges on a day")
def list_judges(request: HttpRequest, on: date | None = None, tribunal: str = "") -> Any:
    """Terms, whether in office, and on how many benches each sits; of the first tribunal here that has a roll, or of the one named."""
    reading = roll_reading(held_tokens(request), tribunal, on)
    if reading is None:
        return []
    nothing: list[Any] = []
    return [plain({**line.told._asdict(), "terms": [[t.since, t.until, t.how] for t in line.told.terms], "state": line.state, "benches": line.benches})
            for line in reading.ask(lambda: judge_lines(reading, language()), nothing)]


@router.get("/matters/{number:number}/benches", response={200: Told, **FAULTS}, auth=SIGNED_IN, summary="Lawful benches for a task, with every exclusion")
def propose_benches(request: HttpRequest, number: str, task: str = "trial", most: Annotated[int | None, Query(ge=1, le=50)] = None,
                    limit: Annotated[int, Query(ge=1, le=50)] = 10) -> Any:
    """``task``: trial, referral, other, appeal:1, review:1. It proposes; the President decides."""
    reading, lang = reading_for(request, number), language()
    name = f"{reading.law.pack.package}.proposer"
    if find_spec(name) is None or "roll" not in reading.kind.reads:
        raise not_found()
    roll = reading.related.get("roll")
    if roll is None:
        raise ApiFault(422, "no_roll", _("There is no roll of judges that you may see."), _("Open the roll first."))
    module, nothing = import_module(name), None
    try:
        loads = workload(reading.tokens, reading.matter.pack)
        found = reading.ask(lambda: module.propose(reading.law, reading.posture, roll, reading.on, task, limit, workload=loads, most_benches=most), nothing)
    except (KeyError, ValueError) as error:
        raise ApiFault(422, "no_such_task", str(error), _("Choose one of: %(codes)s") % {"codes": "trial, referral, other, appeal:1, review:1"}) from None
    if found is None:
        raise not_found()
    names = judge_names(reading)
    return {
        "act": found.act, "size": found.size, "notes": [n.of(lang) for n in found.notes], "obstacle": found.obstacle.of(lang) if found.obstacle else "",
        "benches": [{"judges": list(b.judges), "names": [names.get(j, j) for j in b.judges], "presiding": b.presiding, "workload": b.workload,
                     "missing": list(b.missing), "verdict": b.answer.verdict.value,
                     "particulars": plain_particulars(b.answer.view.given)} for b in found.benches],
        "exclusions": [{"judge": e.judge, "name": names.get(e.judge, e.judge), "reason": e.reason.of(lang), "provision": cite(e.provision, lang)}
                       for e in found.exclusions]}
