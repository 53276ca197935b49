"""In which capacity a signed-in person may enter acts on a matter: the organs that the office acted in stands for."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest

from curule.access.models import Office
from curule.access.seat import offices_of, seat_of
from curule.law.library import Library
from curule.law.view import Actor
from curule.law.words import T, Text
from curule.matters.models import Matter
from curule.matters.sitting import sits

__all__ = ["actor_for", "not_of_the_bench", "organs_of", "organs_of_reader", "seat_in"]


def seat_in(request: HttpRequest, matter: Matter | None = None) -> Office | None:
    """The office in which the reader acts on a matter: the one chosen; where that one serves another matter or tribunal only, one that serves this."""
    seat = seat_of(request)
    if seat is None or matter is None or _serves(seat, matter):
        return seat
    return next((office for office in offices_of(request) if _serves(office, matter)), seat)


def _serves(office: Office, matter: Matter) -> bool:
    return office.tribunal == matter.pack and office.matter in ("", matter.number)


def organs_of(seat: Office | None, law: Library, matter: Matter | None = None) -> tuple[str, ...]:
    """The organs for which the holder of an office may enter acts: in its own tribunal; an office in one matter in that matter only.

    For a Chamber of a matter: those alone who are of its bench (:mod:`curule.matters.sitting`).
    """
    chair = law.pack.chairs.get(seat.code) if seat is not None and seat.tribunal == law.pack.code else None
    if seat is None or chair is None or (seat.matter and (matter is None or seat.matter != matter.number)):
        return ()
    if not seat.matter and chair.bound:
        return ()
    benches = law.pack.court.assigned_benches if law.pack.court is not None else ()
    if matter is None or not matter.pk or not set(benches).intersection(chair.acts_for) or sits(seat, matter):
        return chair.acts_for
    return tuple(organ for organ in chair.acts_for if organ not in benches)


def not_of_the_bench(seat: Office | None, law: Library, matter: Matter, organs: Iterable[str]) -> Text | None:
    """Why the holder of an office that acts for one of these Chambers does not in this matter, and what to do; nothing where that is not so."""
    closed = set(organs_of(seat, law)) - set(organs_of(seat, law, matter))
    if not closed.intersection(organs):
        return None
    if seat is not None and seat.person_code:
        return T("you have no standing for this Chamber: the record of the matter assigns its bench to other judges",
                 "vous n'avez pas qualité pour agir au nom de cette Chambre : le dossier en confie la formation à d'autres juges")
    return T("your office acts for this Chamber where you are of its bench: a judge of the bench assigns officers in the Chambers of the matter",
             "votre fonction n'agit pour cette Chambre que si vous êtes de sa formation : un juge de la formation affecte les juristes dans l'espace des "
             "Chambres de l'affaire")


def organs_of_reader(request: HttpRequest, law: Library, matter: Matter | None = None) -> tuple[str, ...]:
    """The organs for which the reader of a page may enter acts just now."""
    return organs_of(seat_in(request, matter), law, matter)


def actor_for(seat: Office | None, organ: str) -> Actor:
    """Who acts: the organ, and the person whose code the office carries."""
    return Actor(organ, seat.person_code if seat is not None else "")
