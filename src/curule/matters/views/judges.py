"""The roll of judges."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from curule.matters.acting import organs_of_reader
from curule.matters.bench import JudgeLine, judge_lines, roll_reading
from curule.matters.phrases import language
from curule.matters.prospects import all_prospects, clocks, prospects
from curule.matters.standing import standing_lines
from curule.matters.views.asked import day_asked, tokens_asked

__all__ = ["roll"]


def roll(request: HttpRequest) -> HttpResponse:
    """The judges of the roll that the reader may see, with their terms and their work; ``?on=`` for another day."""
    lang = language()
    reading = roll_reading(tokens_asked(request), day_asked(request, "on"))
    if reading is None:
        return render(request, "matters/judges.html", {"reading": None})
    mine = () if reading.is_past else organs_of_reader(request, reading.law, reading.matter)
    asked = all_prospects(reading, mine, lang)
    nothing: list[JudgeLine] = []
    lines = reading.ask(lambda: judge_lines(reading, lang), nothing)
    page = {"reading": reading, "matter": reading.matter, "mine": mine, "judges": lines, "lines": standing_lines(reading, lang),
            "groups": prospects(reading, asked, only_mine=True) if mine else [], "clock_lines": clocks(reading, lang, mine), "today": reading.on,
            "serving": len([line for line in lines if line.in_office])}
    return render(request, "matters/judges.html", page)
