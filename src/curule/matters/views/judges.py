"""The roll of judges, and the proposer of lawful benches for a case."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from curule.matters.models import Matter
from curule.matters.phrases import language
from curule.matters.reading import Reading, matters_for
from curule.matters.views.asked import tokens_asked

__all__ = ["bench", "roll"]


def roll(request: HttpRequest) -> HttpResponse:
    """The judges of the roll that the reader may see, with their terms and their work."""
    raise Http404


def bench(request: HttpRequest, number: str) -> HttpResponse:
    """Lawful benches for a case."""
    raise Http404


_ = (Any, Matter, Reading, language, matters_for, render, tokens_asked)
