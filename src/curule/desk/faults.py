"""The pages for what went wrong. *Not found* and *not yours* are the same page with the same status."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import server_error

from curule.api.faults import answered_in_json


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing is here, or nothing for this reader: nobody can tell which, neither by the words nor by the
    status.
    """
    return answered_in_json(request, 404) or render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The browser sent what no page of ours sends."""
    return answered_in_json(request, 400) or render(request, "400.html", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong here: the page that needs nothing but its own file."""
    return answered_in_json(request, 500) or server_error(request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from another site, or from a page that has become too old."""
    return render(request, "csrf.html", status=403)
