"""Operations that prove the record: walking the chains."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from curule.api.callers import ANYBODY, SIGNED_IN, held_tokens
from curule.api.seen import reading_for
from curule.api.shapes import FaultShape
from curule.matters.reading import Reading, matters_for, reading_of
from curule.matters.verification import verify_matter

__all__ = ["router"]

router = Router(tags=["verification"])
FAULTS = {401: FaultShape, 404: FaultShape, 429: FaultShape}


class ChainFault(Schema):
    """A break in a chain."""

    kind: str
    entry: int
    says: str


class Walked(Schema):
    """One chain that was walked. Entries are counted, and faults told, as far as the caller sees them."""

    matter: str
    entries: int
    holds: bool = Field(description="Whether the whole chain holds, hidden entries included.")
    faults: list[ChainFault]


def _walk(reading: Reading) -> dict[str, Any]:
    faults = verify_matter(reading.matter).faults
    shown = faults if reading.is_whole else ()  # a number of the record itself would betray what is hidden
    return {"matter": reading.matter.number, "entries": len(reading.entries), "holds": not faults,
            "faults": [{"kind": f.kind, "entry": f.number, "says": f.says} for f in shown]}


@router.get("/verify", response={200: list[Walked], **FAULTS}, auth=SIGNED_IN, summary="Walk the chain of every matter that you may see")
def verify_all(request: HttpRequest) -> Any:
    """Which entry was altered, removed or reordered."""
    tokens = held_tokens(request)
    return [_walk(reading_of(m, tokens)) for m in matters_for(tokens).order_by("pk")]


@router.get("/verify/{number:number}", response={200: Walked, **FAULTS}, auth=ANYBODY, summary="Walk one chain")
def verify_one(request: HttpRequest, number: str) -> Any:
    """Whether the record is as it was entered."""
    return _walk(reading_for(request, number))
