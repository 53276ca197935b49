"""Operations that change records: entering an act, opening a matter. Both go through the one pipeline."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Header, Router, Status

from curule.api.callers import SIGNED_IN, actor_as, held_tokens, person_of
from curule.api.faults import ApiFault, particular_faults
from curule.api.matters import router as list_router
from curule.api.seen import entries_seen, law_of, reading_for
from curule.api.shapes import Deed, Done, FaultShape, NewMatter
from curule.law.particulars import read_particulars
from curule.matters.entering import own_key, reasons_may_be_shown, stored_raw
from curule.matters.forms import AUDIENCES, audience_choices
from curule.matters.models import EntryRow, Matter
from curule.matters.phrases import language
from curule.matters.pipeline import Entered, Faulty, KeyReused, NotEntered, Overtaken, Refused, Request, enter, open_matter
from curule.matters.reading import Reading, Unopened, matters_for, reading_of

__all__ = ["router", "shown_refusal"]

router = Router(tags=["acts"])
FAULTS = {400: FaultShape, 401: FaultShape, 403: FaultShape, 404: FaultShape, 409: FaultShape, 422: FaultShape, 429: FaultShape}
TURNS = 5
Key = Annotated[str, Header(alias="Idempotency-Key", max_length=200, description="Your own key for this request; sending it again enters nothing twice.")]
Match = Annotated[str, Header(alias="If-Match", description="The ETag of the record that you saw.")]


@router.post("/matters/{number:number}/acts/{act}", response={200: Done, 201: Done, **FAULTS}, auth=SIGNED_IN, summary="Enter an act")
def enter_act(request: HttpRequest, response: HttpResponse, number: str, act: str, deed: Deed, key: Key = "", match: Match = "") -> Any:
    """The law is asked first; an act that it refuses to a gated organ is not entered. The entry comes back as you see it."""
    user = person_of(request)
    reading = reading_for(request, number)
    if reading.law.act(act).by_filing:
        raise ApiFault(422, "by_filing", _("This act is made by filing a document with its file."), _("Send the file to POST /api/matters/{number}/filings."))
    expected, lang = _expected(deed, match), language()
    asked = _told(lambda: _request(request, reading, act, deed, user, key), reading, None)
    answer = _own_answer(reading, asked, deed.particulars, lang)
    if reading.law.organ(asked.actor.organ).advised:
        _competent(reading, asked, answer)
    entered = _told(lambda: _in_turn(request, number, asked, expected), reading, asked, answer)
    return _done(request, response, entered, answer)


def _request(request: HttpRequest, reading: Reading, act: str, deed: Deed, user: Any, key: str) -> Request:
    return Request(act=act, actor=actor_as(request, reading.law, deed.by, reading.matter), done_on=deed.done_on or reading.on,
                    raw=stored_raw(reading, act, dict(deed.particulars)), user=user.username,
                   key=own_key("api", user, key), audience=_audience(reading, act, deed.audience), note=deed.note)


def _competent(reading: Reading, asked: Request, answer: dict[str, Any]) -> None:
    """Refuse an act of which the organ has no power at all.

    The pipeline enters what an advised organ did with its divergence: a bench may decide otherwise than the library says. It may not do
    what is another organ's (the pages do not offer it either), and whoever may open no matter is not told which numbers are taken.
    """
    if not any(asked.actor.organ in power.by for power in reading.law.powers.get(asked.act, ())):
        raise ApiFault(422, "refused", _("This act is not one of this organ."), _("The answer says which organs may do it."), {"answer": answer})


def _own_answer(reading: Reading, asked: Request, particulars: dict[str, Any], lang: str) -> dict[str, Any]:
    """The law's answer on the record as the caller sees it."""
    then = reading_of(reading.matter, reading.tokens, as_at=asked.done_on) if reading.matter.pk else reading
    given, _errors = read_particulars(then.law.particulars(asked.act), particulars, partial=True)
    nothing: dict[str, Any] = {"verdict": ""}
    return then.ask(lambda: then.law.may(asked.act, then.posture, asked.done_on, asked.actor, given, then.related).as_dict(lang), nothing)


@list_router.post("/matters", response={200: Done, 201: Done, **FAULTS}, auth=SIGNED_IN, summary="Open a matter with its first act")
def open_new_matter(request: HttpRequest, response: HttpResponse, new: NewMatter, key: Key = "") -> Any:
    """The first act is the one that opens matters of that kind (GET /api/law/{tribunal} tells which)."""
    user, law = person_of(request), law_of(new.tribunal)
    kind = law.kind(new.kind)
    links: dict[str, Matter] = {linked: reading_for(request, other).matter for linked, other in new.links.items()}
    actor = actor_as(request, law, new.by)
    blank: Reading = Unopened(Matter(pack=new.tribunal, kind=kind.code, number=new.number or "-", title=new.title), held_tokens(request))
    asked = Request(act=kind.opened_by, actor=actor, done_on=new.done_on or timezone.localdate(), raw=dict(new.particulars), user=user.username,
                    key=own_key("api", user, key), audience=_audience(blank, kind.opened_by, new.audience), note=new.note)

    def opened() -> Entered:
        return open_matter(new.tribunal, kind.code, new.title, asked, number=new.number, branch=new.branch, links=links)[1]

    answer = _own_answer(blank, asked, new.particulars, language())
    _competent(blank, asked, answer)
    return _done(request, response, _told(opened, blank, asked, answer), answer)


def _expected(deed: Deed, match: str) -> int | None:
    found = re.fullmatch(r'\s*(?:W/)?"?(\d{1,9})"?\s*', match) if match.strip() not in ("", "*") else None
    if match.strip() not in ("", "*") and found is None:
        raise ApiFault(400, "bad_if_match", _("If-Match is not an ETag of this API."), _("Send the ETag of GET /api/matters/{number}/record unchanged."))
    return int(found.group(1)) if found else deed.expected


def _audience(reading: Reading, act: str, chosen: str) -> tuple[str, ...]:
    if not chosen or (chosen == "public" and not reading.matter.pk):
        return (chosen,) if chosen else ()  # a matter that is public already is not sealed by being taken over
    words = next((audience for code, audience, _label in AUDIENCES if code == chosen), None)
    offered = [code for code, _label in audience_choices(reading.matter, reading.law.act(act).audience, reading.tokens) if code]
    if words is None or (reading.tokens and chosen not in offered):
        raise ApiFault(422, "faulty", _("Some particulars are missing or wrong."), _("Correct the particulars named in `errors`."),
                       {"errors": [{"name": "audience", "label": "audience", "says": _("choose one of: %(codes)s") % {"codes": ", ".join(offered) or "—"}}]})
    return words


def _in_turn(request: HttpRequest, number: str, asked: Request, expected: int | None) -> Entered:
    """Enter it if nothing that the caller can see was entered since. What the caller cannot see makes nobody's request late."""
    if expected is None or (asked.key and EntryRow.objects.filter(key=asked.key).exists()):
        return enter(number, asked)
    for _turn in range(TURNS):
        reading = reading_for(request, number)
        if len(reading.entries) != expected:
            raise _Late(reading, expected)
        try:
            return enter(number, Request(**{**{f: getattr(asked, f) for f in Request.__slots__}, "expected": reading.matter.count}))
        except Overtaken:
            continue
    raise _Late(reading_for(request, number), expected)


class _Late(Exception):
    def __init__(self, reading: Reading, expected: int) -> None:
        super().__init__()
        self.reading, self.expected = reading, expected


_T = TypeVar("_T")


def _told(do: Callable[[], _T], reading: Reading, asked: Request | None, own: dict[str, Any] | None = None) -> _T:
    """Do it; what hinders it becomes a fault in the caller's language."""
    lang = language()
    try:
        return do()
    except _Late as late:
        newer = [e for e in late.reading.entries if e.number > late.expected]
        raise ApiFault(409, "overtaken", _("Something was entered on this matter since you looked at it."),
                       _("Look at the entries made meanwhile and enter your act again if it still stands, with `expected` %(count)d.")
                       % {"count": len(late.reading.entries)}, {"entries": _json(entries_seen(late.reading, newer))}) from None
    except Faulty as fault:
        raise ApiFault(422, "faulty", _("Some particulars are missing or wrong."), _("Correct the particulars named in `errors`."),
                       {"errors": particular_faults(fault.errors, lang)}) from None
    except KeyReused as fault:
        raise ApiFault(400, "key_reused", fault.says.of(lang), _("Make a new Idempotency-Key for each act.")) from None
    except Refused as refused:
        raise ApiFault(422, "refused", refused.says.of(lang), _("The answer says what stands in the way and what would cure it."),
                       {"answer": shown_refusal(reading, refused, own or {}, lang)}) from None
    except Overtaken:
        raise ApiFault(409, "overtaken", _("Something was entered on this matter since you looked at it."), _("Look at the record and try again.")) from None
    except NotEntered as fault:
        raise ApiFault(422, "not_entered", fault.says.of(lang), _("Correct the request.")) from None


def shown_refusal(reading: Reading, refused: Refused, own: dict[str, Any], lang: str) -> dict[str, Any]:
    """A refusal as the caller may read it: one that relies on hidden entries gives its verdict and kinds alone."""
    if reading.matter.pk is None or reasons_may_be_shown(reading, refused):
        if reading.is_whole or not reading.matter.pk:
            return refused.answer.as_dict(lang)
        if own:
            return own
    return {"verdict": refused.answer.verdict.value, "act": refused.answer.act.code, "kinds": [k.name for k in refused.answer.kinds]}


def _json(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in e.items()} for e in entries]


def _done(request: HttpRequest, response: HttpResponse, entered: Entered, answer: dict[str, Any]) -> Status[Any]:
    matter = Matter.objects.get(pk=entered.row.matter_id)
    reading = reading_of(matter, held_tokens(request))
    number = reading.number_of(entered.row)
    entry = reading.at(number) if number is not None else None
    visible = matters_for(reading.tokens).filter(pk=matter.pk).exists()
    response["ETag"] = f'"{len(reading.entries)}"'
    return Status(200 if entered.repeated else 201, {
        "matter": matter.number, "entry": entries_seen(reading, [entry])[0] if entry is not None else None, "repeated": entered.repeated,
        "diverges": entered.row.diverges, "answer": answer, "stage": reading.stage if visible else ""})
