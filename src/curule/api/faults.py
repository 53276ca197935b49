"""What the API answers when it does not do what was asked: what is wrong, where, and what to do, in the caller's language."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from curule.law.calendar import CalendarError
from curule.law.library import Unknown
from curule.law.particulars import ParticularError
from curule.quiet_log import where

__all__ = ["ApiFault", "answered_in_json", "install", "particular_faults"]

UNREADABLE = (BadRequest, SuspiciousOperation, MultiPartParserError)
"""What Django raises where a request breaks the rules of its protocol: too many parts, too long a name, no boundary."""
log = logging.getLogger("curule.api")


class ApiFault(Exception):
    """A request that was not done. ``code`` is for machines, ``says`` and ``remedy`` for people; ``more`` has details."""

    def __init__(self, status: int, code: str, says: str, remedy: str = "", more: Mapping[str, Any] | None = None) -> None:
        super().__init__(says)
        self.status = status
        self.code = code
        self.says = says
        self.remedy = remedy
        self.more = dict(more or {})

    def as_dict(self) -> dict[str, Any]:
        """The fault as the body of an answer."""
        return {"error": {"code": self.code, "says": self.says, "remedy": self.remedy, **self.more}}


def particular_faults(errors: list[ParticularError], lang: str) -> list[dict[str, str]]:
    """Every fault of the particulars at once: which one, its label, what is wrong with it."""
    return [{"name": e.name, "label": e.label.of(lang), "says": e.problem.of(lang)} for e in errors]


def not_found() -> ApiFault:
    """Nothing is here, or nothing for this caller: nobody can tell which."""
    return ApiFault(404, "not_found", _("There is nothing at this address, or nothing that you may see."),
                    _("Check the number; GET /api/matters lists what you may see."))


def broken() -> ApiFault:
    """A fault of ours: it is told as one, without a word of what was being worked on."""
    return ApiFault(500, "broken", _("Something went wrong here; nothing was changed."),
                    _("Try again; if it goes on, tell who runs this site when it happened."))


def answered_in_json(request: HttpRequest, status: int) -> HttpResponse | None:
    """The answer to a request of the API that never came to an operation (an unknown address, a malformed request); none for pages."""
    if not request.path_info.startswith("/api/"):
        return None
    malformed = ApiFault(400, "http", _("This is no request that can be read."), _("Correct the request; /api/openapi.json describes every operation."))
    return JsonResponse({404: not_found(), 500: broken()}.get(status, malformed).as_dict(), status=status)


def install(api: NinjaAPI) -> None:
    """Give every fault of a request the same form."""

    def answer(request: HttpRequest, fault: ApiFault) -> HttpResponse:
        response = api.create_response(request, fault.as_dict(), status=fault.status)
        if fault.status == 401:
            response["WWW-Authenticate"] = "Bearer"
        return response

    def told(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
        return answer(request, _fault_of(error() if isinstance(error, type) else error))

    def unexpected(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
        # The site's own way of telling of a fault: the transaction is undone, tests see the error itself.
        got_request_exception.send(sender=NinjaAPI, request=request)
        if isinstance(error, Exception):
            log.error("%s %s: %s", request.method, getattr(request.resolver_match, "route", ""), where(error))
        return answer(request, broken())

    api.add_exception_handler(Exception, unexpected)
    for kind in (ApiFault, *UNREADABLE,
                 ValidationError, AuthenticationError, Throttled, HttpError, Http404, Unknown, RecursionError, CalendarError, OverflowError):
        api.add_exception_handler(kind, told)


def _fault_of(error: Exception) -> ApiFault:
    if isinstance(error, ApiFault):
        return error
    if isinstance(error, ValidationError):
        places = [{"name": ".".join(str(p) for p in e.get("loc", ())[1:]), "label": "", "says": str(e.get("msg", ""))} for e in error.errors]
        return ApiFault(422, "malformed", _("The request does not have the form that this operation takes."),
                        _("Correct the parts named in `errors`; /api/openapi.json describes them."), {"errors": places})
    if isinstance(error, AuthenticationError):
        return ApiFault(401, "not_signed_in", _("This operation is for persons who are signed in."),
                        _("Send a token as `Authorization: Bearer TOKEN`, or sign in and send the CSRF token."))
    if isinstance(error, Throttled):
        return ApiFault(429, "too_many", _("Too many requests."), _("Wait a minute and go on more slowly."))
    if isinstance(error, Http404):
        return not_found()
    if isinstance(error, RecursionError) or isinstance(error.__cause__, RecursionError):  # how deep is too deep depends on the stack below
        return ApiFault(422, "malformed", _("The request is nested too deeply."), _("Give particulars as plain values, lists or names with values."))
    if isinstance(error, (CalendarError, OverflowError)):
        return ApiFault(422, "faulty", _("A day or a number is too far away to be reckoned with."), _("Check the year of every day that you give."))
    if isinstance(error, Unknown):
        return ApiFault(404, "unknown", str(error), _("Use one of the names that the law library has; GET /api/law lists them."))
    if isinstance(error, UNREADABLE):
        return ApiFault(400, "http", _("This is no request that can be read."), _("Correct the request; /api/openapi.json describes every operation."))
    status = error.status_code if isinstance(error, HttpError) else 400
    if status == 403:
        return ApiFault(403, "csrf", _("The request carries no valid CSRF token."),
                        _("Send the token of the page in the header X-CSRFToken, or use an API token instead of the session."))
    return ApiFault(status, "http", str(error), _("Correct the request; /api/openapi.json describes every operation."))
