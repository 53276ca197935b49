"""Who comes in: members of a bench, with their key open. To everybody else there is nothing here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from curule.access.models import User
from curule.chambers.bench import is_member
from curule.chambers.papers import NotAdmitted, OpenPaper, open_paper, paper_for
from curule.chambers.unlocking import private_key_of
from curule.matters.models import Matter
from curule.matters.views.asked import tokens_asked

__all__ = ["Closed", "Failed", "guarded", "paper_asked", "private_asked", "reader", "room_asked"]

log = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


class Closed(Exception):
    """The Chambers are closed in this session: the passphrase is asked for first."""


class Failed(Exception):
    """A page of the Chambers failed. It says where, and nothing of what was being read or written."""


def guarded(view: View) -> View:
    """A page of the Chambers: for people of Chambers alone; a fault in it tells nothing of what it worked on, neither in the log nor on a page."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not any(token.startswith("organ:") and token.endswith(":chambers") for token in tokens_asked(request)):
            raise Http404
        try:
            response = view(request, *args, **kwargs)
        except Closed:
            response = HttpResponseRedirect(f"{reverse('chambers:home')}?{urlencode({'next': request.path})}")
        except NotAdmitted:
            response = render(request, "chambers/not_admitted.html", status=403)
        except (Http404, PermissionDenied, SuspiciousOperation):
            raise
        except Exception as fault:
            where = fault.__traceback__
            while where is not None and where.tb_next is not None:
                where = where.tb_next
            place = f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where is not None else "?"
            log.error("a page of the Chambers failed: %s at %s", type(fault).__name__, place)
            raise Failed(f"{type(fault).__name__} at {place}") from None
        response["Cache-Control"] = "private, no-store"
        return response

    return login_required(sensitive_post_parameters()(shown))


def reader(request: HttpRequest) -> User:
    """The signed-in person."""
    assert isinstance(request.user, User)  # noqa: S101 - guarded
    return request.user


def private_asked(request: HttpRequest) -> bytes:
    """The reader's private key.

    :raises Closed: the Chambers are closed in this session.
    """
    private = private_key_of(request)
    if private is None:
        raise Closed
    return private


def room_asked(request: HttpRequest, number: str) -> Matter:
    """The matter, for who is of its bench; for everybody else there is none."""
    matter = Matter.objects.filter(number=number).first()
    if matter is None or not is_member(reader(request), matter):
        raise Http404
    return matter


def paper_asked(request: HttpRequest, code: str) -> OpenPaper:
    """The paper, opened with the reader's key; one that is not there and one that is not the reader's are the same.

    :raises Closed: the Chambers are closed. :raises NotAdmitted: a member who has no key to it yet.
    """
    paper = paper_for(reader(request), code)
    if paper is None:
        raise Http404
    return open_paper(paper, reader(request), private_asked(request))
