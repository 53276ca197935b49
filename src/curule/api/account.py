"""Operations about the caller: who I am, what waits for me, my tokens."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from curule.access.seat import offices_of, seat_of
from curule.api.callers import ANYBODY, SIGNED_IN, held_tokens, organs_held, person_of
from curule.api.faults import not_found
from curule.api.matters import words_of_clock
from curule.api.models import ApiToken
from curule.api.seen import matter_line
from curule.api.shapes import ClockShape, FaultShape, MatterLine, NewToken, TokenMade, TokenShape
from curule.api.tokens import make_token, revoke
from curule.matters.phrases import language
from curule.matters.prospects import clocks
from curule.matters.reading import matters_for, reading_of

__all__ = ["router"]

router = Router(tags=["account"])
FAULTS = {401: FaultShape, 404: FaultShape, 422: FaultShape, 429: FaultShape}
MOST_MATTERS = 100


class OfficeShape(Schema):
    """An office that the caller holds today."""

    code: str
    label: str
    matter: str
    person_code: str
    seat: bool


class Caller(Schema):
    """Who calls."""

    user: str
    name: str
    offices: list[OfficeShape]


class Waiting(Schema):
    """A clock with its matter."""

    matter: MatterLine
    clock: ClockShape


class DeskShape(Schema):
    """What waits for the caller: duties and limits of the organs that the caller acts for."""

    waiting: list[Waiting]


@router.get("/me", response={200: Caller, **FAULTS}, auth=ANYBODY, summary="Who I am, in which offices")
def me(request: HttpRequest) -> Any:
    """A public reader has no name and no office."""
    if not request.user.is_authenticated:
        return {"user": "", "name": "", "offices": []}
    seat = seat_of(request)
    return {"user": person_of(request).username, "name": person_of(request).display_name, "offices": [
        {"code": o.code, "label": o.label, "matter": o.matter, "person_code": o.person_code, "seat": o == seat} for o in offices_of(request)]}


@router.get("/desk", response={200: DeskShape, **FAULTS}, auth=SIGNED_IN, summary="What waits for me")
def desk(request: HttpRequest) -> Any:
    """The clocks of the organs for which you act, over the matters that you may see, the most urgent first."""
    tokens, lang, waiting = held_tokens(request), language(), []
    # The stored clocks say which matters are worth reading; what is shown follows from what the caller may read.
    for matter in matters_for(tokens).filter(clocks__isnull=False).distinct().order_by("clocks__due")[:MOST_MATTERS]:
        reading = reading_of(matter, tokens)
        mine = organs_held(request, reading.law, matter)
        waiting += [{"matter": matter_line(reading), "clock": words_of_clock(line)} for line in clocks(reading, lang, mine) if line.is_mine]
    waiting.sort(key=lambda w: (w["clock"]["due"] is None, w["clock"]["due"] or timezone.localdate(), w["matter"]["number"]))
    return {"waiting": waiting}


def _token(row: ApiToken) -> dict[str, Any]:
    return {"id": row.pk, "name": row.name, "beginning": row.beginning, "made_at": row.made_at, "used_at": row.used_at, "until": row.until,
            "revoked": row.revoked_at is not None}


@router.get("/tokens", response={200: list[TokenShape], **FAULTS}, auth=SIGNED_IN, summary="My tokens")
def list_tokens(request: HttpRequest) -> Any:
    """Without their secret part, which nobody can read again."""
    return [_token(row) for row in person_of(request).api_tokens.all()]


@router.post("/tokens", response={201: TokenMade, **FAULTS}, auth=SIGNED_IN, summary="Make a token")
def new_token(request: HttpRequest, new: NewToken) -> Any:
    """The token is in the answer, this once. One that is made with a token opens nothing for longer than that token does."""
    used: ApiToken | None = getattr(request, "api_token", None)
    last = min((day for day in (new.until, used.until if used else None) if day is not None), default=None)
    row, token = make_token(person_of(request), new.name, last)
    return Status(201, {**_token(row), "token": token})


@router.delete("/tokens/{int:token}", response={204: None, **FAULTS}, auth=SIGNED_IN, summary="Revoke a token")
def revoke_token(request: HttpRequest, token: int) -> Any:
    """It opens nothing from now on."""
    row = ApiToken.objects.filter(user=person_of(request), pk=token).first()
    if row is None:
        raise not_found()
    revoke(row)
    return Status(204, None)
