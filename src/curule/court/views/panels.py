"""The tabs of a matter that stand here: timeline, ballots, admissibility."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from curule.court import admissibility as panel
from curule.court import ballots as election
from curule.court import timeline as times
from curule.court.states import is_register
from curule.desk.csv_file import as_csv
from curule.matters.numbers import in_file_name
from curule.matters.phrases import language
from curule.matters.reading import Reading
from curule.matters.views.asked import reading_asked
from curule.matters.views.matter import frame

__all__ = ["admissibility", "ballots", "jurisdiction", "timeline", "timeline_csv"]


def _asked(request: HttpRequest, number: str, has: Any) -> Reading:
    reading = reading_asked(request, number)
    if not reading.ask(lambda: has(reading), False):
        raise Http404
    return reading


@require_safe
def jurisdiction(request: HttpRequest, number: str) -> HttpResponseRedirect:
    """From the register of States to what follows from it."""
    _asked(request, number, is_register)
    return HttpResponseRedirect(reverse("court:jurisdiction"))


@require_safe
def timeline(request: HttpRequest, number: str) -> HttpResponse:
    """A situation with its cases in time: drawn, and as a table."""
    reading, lang = _asked(request, number, times.has_timeline), language()
    readings = times.readings_of(reading)
    band, drawn = times.lanes(readings, lang, reading.on)
    page = {**frame(request, reading, "timeline", lang), "tab_name": gettext("Timeline"), "band": band, "lanes": drawn,
            "today_x": band.at(timezone.localdate()), "height": 26 + 40 * len(drawn), "steps": times.steps(readings, lang)}
    return render(request, "court/timeline.html", page)


@require_safe
def timeline_csv(request: HttpRequest, number: str) -> StreamingHttpResponse:
    """The table of the timeline for a spreadsheet."""
    reading, lang = _asked(request, number, times.has_timeline), language()
    found = times.steps(times.readings_of(reading), lang)

    def rows() -> Iterator[list[Any]]:
        yield ["day", "matter", "title", "what", "stage", "entry"]
        for step in found:
            yield [step.day.isoformat(), step.matter.number, step.matter.title, step.says, step.stage, step.entry.number]

    return as_csv(f"timeline-{in_file_name(number)}", rows())


@require_safe
def ballots(request: HttpRequest, number: str) -> HttpResponse:
    """An election: candidates, what the bench needs, ballots round by round."""
    reading, lang = _asked(request, number, election.has_ballots), language()
    contest = election.contest_of(reading)
    if contest is None:
        raise Http404
    page = {**frame(request, reading, "ballots", lang), "tab_name": gettext("Ballots"), "contest": election.told(reading, contest, lang)}
    return render(request, "court/ballots.html", page)


@require_safe
def admissibility(request: HttpRequest, number: str) -> HttpResponse:
    """Who may challenge now and why not, challenges made, deferrals and their clocks."""
    reading, lang = _asked(request, number, panel.has_panel), language()
    page: dict[str, Any] = {**frame(request, reading, "admissibility", lang), "tab_name": gettext("Admissibility")}
    page |= {"clock_lines": panel.clock_lines(reading, lang, page["mine"]), "deferrals": panel.council_deferrals(reading)}
    nothing: list[dict[str, Any]] = []
    if reading.matter.kind == "case":
        states = panel.states_to_ask(reading)
        state = request.GET.get("state", panel.last_challenger(reading))
        if state and state not in states:
            raise Http404
        page |= {"matrix": reading.ask(lambda: panel.matrix(reading, state, lang), nothing), "states": states, "state": state,
                 "challenges": reading.ask(lambda: panel.challenges_made(reading, lang), nothing)}
    else:
        page["notified"] = reading.ask(lambda: panel.notified_states(reading, lang), nothing)
    return render(request, "court/admissibility.html", page)
