"""Who is told of an entry: those who take part in its matter and may see it, but for whoever made it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils import timezone

from curule.access.audiences import may_see, tokens_of_office
from curule.access.models import Office, User
from curule.matters.models import EntryRow, Matter
from curule.matters.sitting import assignments_in, benches_of
from curule.matters.tribunals import library

__all__ = ["recipients_of"]


def recipients_of(matter: Matter, row: EntryRow, on: date | None = None) -> dict[User, Office]:
    """Each person to be told, with the office in which that person takes part.

    Those who hold an office in the matter; the Prosecutor's office of the tribunal; the judges of the matter's benches and the
    officers whom they assigned; persons whom the entry itself names. Of these, whoever the one access decision lets see both the entry and the matter.
    """
    day = on or timezone.localdate()
    audience = frozenset(row.audience.values_list("token", flat=True))
    known = frozenset(matter.audience.values_list("token", flat=True))
    taking_part = [o for o in _offices(matter, audience) if o.is_held_on(day)]
    held = _all_tokens(o.user_id for o in taking_part)
    maker = row.content.get("entered_by", "")
    found: dict[User, Office] = {}
    for office in taking_part:
        tokens = held[office.user_id]
        if office.user.username != maker and office.user.is_active and may_see(tokens, audience) and may_see(tokens, known):
            found.setdefault(office.user, office)
    return found


def _offices(matter: Matter, audience: frozenset[str]) -> list[Office]:
    chairs = library(matter.pack).pack.chairs.values()
    prosecution = [c.code for c in chairs if c.part == "prosecutor"]
    sitting = [c.code for c in chairs if c.sits]
    judges = {code for bench in benches_of(matter) for code in bench.judges}
    named = [token.rpartition(":")[2] for token in audience if token.startswith(f"person:{matter.pack}:")]
    wanted = Q(matter=matter.number) | Q(matter="", code__in=prosecution) | Q(matter="", code__in=sitting, person_code__in=judges)
    wanted |= Q(matter="", user__in=assignments_in(matter).values("user")) | Q(person_code__in=named)
    return list(Office.objects.filter(wanted, tribunal=matter.pack).select_related("user").order_by("pk"))


def _all_tokens(users: Iterable[int]) -> dict[int, frozenset[str]]:
    """The tokens of each of these persons today, all offices together; one question to the database for however many."""
    today = timezone.localdate()
    wanted = set(users)
    found: dict[int, set[str]] = {pk: {"public"} for pk in wanted}
    for office in Office.objects.filter(user_id__in=wanted):
        if office.is_held_on(today):
            found[office.user_id] |= tokens_of_office(office)
    return {pk: frozenset(tokens) for pk, tokens in found.items()}
