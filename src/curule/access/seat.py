"""The office in which a signed-in person acts just now: one of those held today, kept in the session.

Seeing goes by all offices together (``audiences.tokens_of``); acting goes by one, the seat, because an
entry says in which capacity its maker made it.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from curule.access.models import Office, User

SESSION_KEY = "seat"


def offices_of(request: HttpRequest) -> list[Office]:
    """The offices that the signed-in person holds today; empty for a visitor."""
    # A request that is refused at the door (a host that is not ours) has no person yet.
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return []
    held: list[Office] | None = getattr(request, "_offices_held", None)
    if held is None:
        held = user.offices_on(timezone.localdate())
        request._offices_held = held  # type: ignore[attr-defined]  # one question to the database a request
    return held


def seat_of(request: HttpRequest) -> Office | None:
    """The office chosen in this session, or the first held; None for a visitor and for a person without
    office.
    """
    held = offices_of(request)
    chosen = request.session.get(SESSION_KEY) if held else None
    return next((office for office in held if office.pk == chosen), held[0] if held else None)


def take_seat(request: HttpRequest, office_id: int) -> Office | None:
    """Choose the office to act in; None, and nothing changes, when it is not held today."""
    office = next((office for office in offices_of(request) if office.pk == office_id), None)
    if office is not None:
        request.session[SESSION_KEY] = office.pk
    return office
