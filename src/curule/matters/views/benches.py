"""The proposer of lawful benches for a case: who could sit together, who could not and why."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from curule.law.answers import Verdict
from curule.matters.bench import workload
from curule.matters.explanation import citation
from curule.matters.phrases import judge_names, language
from curule.matters.reading import Reading
from curule.matters.standing import told_by
from curule.matters.views.acts import explained
from curule.matters.views.asked import reading_asked
from curule.matters.views.matter import frame

__all__ = ["bench"]

MOST_BENCHES = 50


def _tasks(reading: Reading) -> dict[str, str]:
    """The tasks for which this case may need a bench."""
    posture = reading.posture
    tasks = {"trial": gettext("trial"), "referral": gettext("referral to a State"), "other": gettext("other matters")}
    tasks |= {f"appeal:{n}": gettext("appeal %(n)s") % {"n": n} for n, a in getattr(posture, "appeals", {}).items() if a.pending}
    tasks |= {f"review:{n}": gettext("review %(n)s") % {"n": n} for n, r in getattr(posture, "reviews", {}).items() if r.pending}
    return tasks


def _first_without_bench(reading: Reading, tasks: dict[str, str]) -> str:
    """The task that still needs a bench: trial, unless there is a bench for it."""
    benches = getattr(reading.posture, "benches", {})
    composed = {"trial" if key == "single" else key for key in benches}
    return next((task for task in (*(t for t in tasks if ":" in t), *tasks) if task not in composed), "trial")


def _most_asked(request: HttpRequest) -> int | None:
    written = request.GET.get("most", "")
    return int(written) if written.isdecimal() and len(written) <= 2 and 0 < int(written) <= MOST_BENCHES else None


@login_required
@require_GET
def bench(request: HttpRequest, number: str) -> HttpResponse:
    """Lawful benches for a task in a case, the lightest workload first, with every exclusion and its reason."""
    reading, lang = reading_asked(request, number, with_days=False), language()
    proposer = told_by(reading.law.pack.package, "proposer")
    if reading.matter.kind != "case" or proposer is None:
        raise Http404
    tasks = _tasks(reading)
    task = request.GET.get("task") or _first_without_bench(reading, tasks)
    if task not in tasks:
        raise Http404
    roll, most = reading.related.get("roll"), _most_asked(request)
    page = {**frame(request, reading, "", lang), "tasks": tasks, "task": task, "most": most, "benches": [], "proposal": None}
    if roll is not None:
        loads = workload(reading.tokens, reading.matter.pack)
        nothing: Any = None
        proposal = reading.ask(
            lambda: proposer.propose(reading.law, reading.posture, roll, reading.on, task, workload=loads, most_benches=most), nothing)
        page |= _shown(reading, proposal, loads, lang, page["mine"]) if proposal is not None else {}
    return render(request, "matters/bench.html", page)


def _shown(reading: Reading, proposal: Any, loads: Any, lang: str, mine: tuple[str, ...]) -> dict[str, Any]:
    names = judge_names(reading)
    holders = {organ for power in reading.law.powers.get(proposal.act, ()) for organ in power.by}
    excluded: dict[str, list[dict[str, Any]]] = {}
    for e in proposal.exclusions:
        excluded.setdefault(names.get(e.judge, e.judge), []).append(
            {"reason": e.reason.of(lang), "cite": citation(e.provision, lang), "entry": e.entry if e.entry in reading.entries else None})
    return {
        "proposal": proposal, "act_title": reading.law.acts[proposal.act].title.of(lang), "excluded": excluded,
        "notes": [note.of(lang) for note in proposal.notes], "obstacle": proposal.obstacle.of(lang) if proposal.obstacle else "",
        "refusal": explained(proposal.refusal, lang, reading) if proposal.refusal is not None else None,
        "benches": [_bench(reading, proposal, b, names, loads, lang, bool(holders & set(mine))) for b in proposal.benches],
    }


def _bench(reading: Reading, proposal: Any, found: Any, names: dict[str, str], loads: Any, lang: str, may_enter: bool) -> dict[str, Any]:
    given = dict(found.answer.view.given)
    query = urlencode([(k, v) for k, value in given.items() for v in (value if isinstance(value, tuple) else (value,))])
    fields = told_by(reading.law.pack.package, "proposer")
    return {
        "judges": [(names.get(c, c), c == found.presiding and len(found.judges) > 1, loads.get(c, 0)) for c in found.judges],
        "workload": found.workload, "is_open": found.answer.verdict is Verdict.OPEN,
        "missing": ", ".join(fields.FIELDS[f].of(lang) for f in found.missing) if fields is not None else "",
        "href": reverse("matters:act", args=[reading.matter.number, proposal.act]) + "?" + query if may_enter else "",
    }
