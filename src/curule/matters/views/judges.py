"""The roll of judges."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from curule.access.seat import seat_of
from curule.matters.acting import organs_of_reader
from curule.matters.bench import JudgeLine, judge_lines, roll_reading, rolls
from curule.matters.phrases import language
from curule.matters.prospects import all_prospects, clocks, prospects
from curule.matters.standing import standing_lines
from curule.matters.views.asked import day_asked, tokens_asked

__all__ = ["roll"]


def _tribunal_asked(request: HttpRequest, there: Iterable[str]) -> str:
    """The tribunal in the query; without one that of the office acted in, where it has a roll."""
    asked = request.GET.get("tribunal", "")
    if asked:
        return asked
    seat = seat_of(request)
    return seat.tribunal if seat is not None and seat.tribunal in there else ""


def roll(request: HttpRequest) -> HttpResponse:
    """The judges of the roll that the reader may see, with their terms and their work; ``?on=`` for another day, ``?tribunal=`` for another tribunal."""
    lang = language()
    tokens = tokens_asked(request)
    there = rolls(tokens)
    reading = roll_reading(tokens, _tribunal_asked(request, there), day_asked(request, "on"))
    if reading is None:
        return render(request, "matters/judges.html", {"reading": None})
    mine = () if reading.is_past else organs_of_reader(request, reading.law, reading.matter)
    asked = all_prospects(reading, mine, lang)
    nothing: list[JudgeLine] = []
    lines = reading.ask(lambda: judge_lines(reading, lang), nothing)
    page = {"reading": reading, "matter": reading.matter, "mine": mine, "judges": lines, "lines": standing_lines(reading, lang),
            "groups": prospects(reading, asked, only_mine=True) if mine else [], "clock_lines": clocks(reading, lang, mine), "today": reading.on,
            "serving": len([line for line in lines if line.told.in_office]),
            "tribunals": [(code, roll.law.pack.name.of(lang)) for code, roll in there.items()], "tribunal": reading.matter.pack}
    return render(request, "matters/judges.html", page)
