"""The proposer of lawful benches for a case: who could sit, who could not and why."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

__all__ = ["bench"]


def bench(request: HttpRequest, number: str) -> HttpResponse:
    """Lawful benches for a case."""
    raise Http404
