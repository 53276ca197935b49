"""Jurisdiction by State and day: the table, the bands, the question about conduct; and the table as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from curule.court.conduct import ConductForm, answered, asked_of
from curule.court.states import PACK, StateLine, register_reading, state_band, state_lines, status_words
from curule.desk.csv_file import as_csv
from curule.matters.phrases import language
from curule.matters.tribunals import codes
from curule.matters.views.asked import day_asked, tokens_asked

__all__ = ["jurisdiction", "jurisdiction_csv"]

ORDER = ("party", "leaving", "declared", "was", "not")


def _day(request: HttpRequest) -> date:
    """The day in the query, by default today; on a day in an impossible year nothing is told."""
    day = day_asked(request, "on") or timezone.localdate()
    if not 1990 <= day.year <= 2200:
        raise Http404
    return day


@require_safe
def jurisdiction(request: HttpRequest) -> HttpResponse:
    """Every State on a day, each with its band of time; with a question in the query, its answer."""
    if PACK not in codes():
        raise Http404
    lang, on, today = language(), _day(request), timezone.localdate()
    reading = register_reading(tokens_asked(request))
    if reading is None:
        return render(request, "court/jurisdiction.html", {"reading": None})
    band = state_band(reading.posture, today)
    nothing: list[StateLine] = []
    lines = reading.ask(lambda: state_lines(reading.posture, on, lang, band), nothing)
    names = {line.code: line.name for line in lines}
    form = ConductForm(request.GET if asked_of(request.GET) else None, names, lang, reading.posture)
    page: dict[str, Any] = {
        "reading": reading, "matter": reading.matter, "on": on, "today": today, "band": band, "today_x": band.at(today), "on_x": band.at(on),
        "lines": [(line, status_words(line.status)) for line in lines], "form": form, "is_today": on == today,
        "counts": [(status_words(s), n) for s in ORDER if (n := sum(line.status == s for line in lines))],
    }
    status = 200
    if form.is_bound:
        if form.is_valid():
            page["asked"] = reading.ask(lambda: answered(reading.posture, form.conduct, reading, lang, names), None)
        else:
            status = 422
    return render(request, "court/jurisdiction.html", page, status=status)


@require_safe
def jurisdiction_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The table of that day for a spreadsheet."""
    if PACK not in codes():
        raise Http404
    lang, on = language(), _day(request)
    reading = register_reading(tokens_asked(request))
    if reading is None:
        raise Http404
    nothing: list[StateLine] = []
    lines = reading.ask(lambda: state_lines(reading.posture, on, lang, state_band(reading.posture, on)), nothing)

    def rows() -> Iterator[list[Any]]:
        yield ["state", "name", "status", "member", "declarations", "amendments", "withdrawal"]
        for line in lines:
            yield [line.code, line.name, line.status,
                   *("; ".join(told.words for told in part) for part in (line.terms, line.declarations, line.amendments, line.withdrawal))]

    return as_csv(f"jurisdiction-{on.isoformat()}", rows())
