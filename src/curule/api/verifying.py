"""Operations that prove the record: walking the chains."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from curule.access.offices import REGISTRY
from curule.api.callers import SIGNED_IN, held_tokens
from curule.api.faults import not_found
from curule.api.seen import reading_for
from curule.api.shapes import FaultShape
from curule.matters.models import Matter
from curule.matters.reading import matters_for, reading_of
from curule.matters.verification import Verified, verify_matter

__all__ = ["router"]

router = Router(tags=["verification"])
FAULTS = {401: FaultShape, 404: FaultShape, 429: FaultShape}


class ChainFault(Schema):
    """A break in a chain."""

    matter: str
    kind: str
    entry: int
    says: str


class Walked(Schema):
    """What was walked and what does not hold."""

    matters: int
    entries: int
    faults: list[ChainFault]


def _keepers_only(request: HttpRequest) -> None:
    # True numbers of entries would betray hidden ones: the Registry, which keeps the record, walks it.
    if f"organ:{REGISTRY}" not in held_tokens(request):
        raise not_found()


def _walked(found: list[Verified]) -> dict[str, Any]:
    return {"matters": len(found), "entries": sum(v.entries for v in found),
            "faults": [{"matter": v.number, "kind": f.kind, "entry": f.number, "says": f.says} for v in found for f in v.faults]}


def _whole(matter: Matter, tokens: frozenset[str]) -> bool:
    return reading_of(matter, tokens).is_whole


@router.get("/verify", response={200: Walked, **FAULTS}, auth=SIGNED_IN, summary="Walk every chain that you may read whole")
def verify_all(request: HttpRequest) -> Any:
    """For the Registry: which entry was altered, removed or reordered."""
    _keepers_only(request)
    tokens = held_tokens(request)
    return _walked([verify_matter(m) for m in matters_for(tokens).order_by("pk") if _whole(m, tokens)])


@router.get("/verify/{number}", response={200: Walked, **FAULTS}, auth=SIGNED_IN, summary="Walk one chain")
def verify_one(request: HttpRequest, number: str) -> Any:
    """For the Registry, where it may read the whole record."""
    _keepers_only(request)
    reading = reading_for(request, number)
    if not reading.is_whole:
        raise not_found()
    return _walked([verify_matter(reading.matter)])
