"""Who calls: a person by session (with CSRF) or by token, or a public reader; and how often anybody may."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer, SessionAuth
from ninja.throttling import SimpleRateThrottle

from curule.access.audiences import tokens_of
from curule.access.models import Office, User
from curule.access.offices import STATION_ZONES
from curule.access.seat import offices_of, seat_of
from curule.api.faults import ApiFault
from curule.api.tokens import token_of
from curule.law.library import Library
from curule.law.view import Actor
from curule.matters.acting import actor_for, not_of_the_bench, organs_of
from curule.matters.models import Matter
from curule.matters.phrases import language

__all__ = ["ANYBODY", "SIGNED_IN", "CallRate", "actor_as", "held_tokens", "organs_held", "person_of"]


class ApiTokenAuth(HttpBearer):
    """``Authorization: Bearer TOKEN``; a wrong token is a fault and never a public reader."""

    openapi_bearerFormat = "opaque"  # noqa: N815 - the name that the OpenAPI document has

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The person of the token."""
        row = token_of(token)
        if row is None:
            raise ApiFault(401, "bad_token", _("This token opens nothing: it is unknown, revoked or past its last day."),
                           _("Make a new one at POST /api/tokens."))
        request.user = row.user
        request.api_token = row  # type: ignore[attr-defined]
        timezone.activate(ZoneInfo(STATION_ZONES.get(row.user.duty_station, "UTC")))  # StationTime restores what was before
        return row.user


class PersonOfSession(SessionAuth):
    """The session of the site; a request that changes something carries the CSRF token."""

    def __call__(self, request: HttpRequest) -> Any:
        """The person of the session; whoever is not signed in has nothing that another site could misuse."""
        return super().__call__(request) if request.user.is_authenticated else None


def public_reader(request: HttpRequest) -> Any:
    """Nobody in particular: sees what is public."""
    return request.user or AnonymousUser()


ANYBODY: list[Any] = [ApiTokenAuth(), PersonOfSession(), public_reader]
SIGNED_IN: list[Any] = [ApiTokenAuth(), PersonOfSession()]


class CallRate(SimpleRateThrottle):
    """So many requests a minute for each person, and for each address of those who are not signed in."""

    scope = "api"
    THROTTLE_RATES = {"api": "600/min"}

    def get_cache_key(self, request: HttpRequest) -> str:
        """Whom to count for."""
        who = f"user-{request.user.pk}" if isinstance(request.user, User) else f"address-{request.META.get('REMOTE_ADDR', '')}"
        return f"curule-api-{who}"


def person_of(request: HttpRequest) -> User:
    """The person who calls."""
    if not isinstance(request.user, User):
        raise ApiFault(401, "not_signed_in", _("This operation is for persons who are signed in."),
                       _("Send a token as `Authorization: Bearer TOKEN`, or sign in and send the CSRF token."))
    return request.user


def held_tokens(request: HttpRequest) -> frozenset[str]:
    """The audience tokens that the caller holds today."""
    return tokens_of(request.user)


def offices_held(request: HttpRequest) -> list[Office]:
    """The offices that the caller holds today, the one acted in first."""
    held = offices_of(request)
    seat = seat_of(request) if held and hasattr(request, "session") else None
    return [seat, *(o for o in held if o != seat)] if seat is not None else held


def organs_held(request: HttpRequest, law: Library, matter: Matter | None = None) -> tuple[str, ...]:
    """The organs for which the caller may enter acts on a matter, those of the seat first."""
    return tuple(dict.fromkeys(organ for office in offices_held(request) for organ in organs_of(office, law, matter)))


def actor_as(request: HttpRequest, law: Library, organ: str, matter: Matter | None = None) -> Actor:
    """The caller acting for an organ; a fault when none of the caller's offices acts for it."""
    law.organ(organ)
    for office in offices_held(request):
        if organ in organs_of(office, law, matter):
            return actor_for(office, organ)
    closed = next((told for office in offices_held(request) if matter is not None and (told := not_of_the_bench(office, law, matter, (organ,)))), None)
    if closed is not None:
        raise ApiFault(403, "not_of_the_bench", _("None of your offices acts for %(organ)s here.") % {"organ": organ}, closed.of(language()))
    may = ", ".join(organs_held(request, law, matter)) or "—"
    raise ApiFault(403, "not_your_organ", _("None of your offices acts for %(organ)s here.") % {"organ": organ},
                   _("Give in `by` an organ for which you act: %(organs)s") % {"organs": may})
