"""In which capacity a signed-in person may enter acts on a matter: the organs that the office acted in stands for."""

from __future__ import annotations

from django.http import HttpRequest

from curule.access.models import Office
from curule.access.seat import offices_of, seat_of
from curule.law.library import Library
from curule.law.view import Actor
from curule.matters.models import Matter

__all__ = ["actor_for", "organs_of", "organs_of_reader", "seat_in"]


def seat_in(request: HttpRequest, matter: Matter | None = None) -> Office | None:
    """The office in which the reader acts on a matter: the one chosen; where that one serves another matter or tribunal only, one that serves this."""
    seat = seat_of(request)
    if seat is None or matter is None or _serves(seat, matter):
        return seat
    return next((office for office in offices_of(request) if _serves(office, matter)), seat)


def _serves(office: Office, matter: Matter) -> bool:
    return office.tribunal == matter.pack and office.matter in ("", matter.number)


def organs_of(seat: Office | None, law: Library, matter: Matter | None = None) -> tuple[str, ...]:
    """The organs for which the holder of an office may enter acts: in its own tribunal; an office in one matter in that matter only."""
    chair = law.pack.chairs.get(seat.code) if seat is not None and seat.tribunal == law.pack.code else None
    if seat is None or chair is None or (seat.matter and (matter is None or seat.matter != matter.number)):
        return ()
    if not seat.matter and chair.bound:
        return ()
    return chair.acts_for


def organs_of_reader(request: HttpRequest, law: Library, matter: Matter | None = None) -> tuple[str, ...]:
    """The organs for which the reader of a page may enter acts just now."""
    return organs_of(seat_in(request, matter), law, matter)


def actor_for(seat: Office | None, organ: str) -> Actor:
    """Who acts: the organ, and the person whose code the office carries."""
    return Actor(organ, seat.person_code if seat is not None else "")
