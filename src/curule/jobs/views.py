"""The page of background work, for officers of a registry: what runs, what waits, what failed and can be tried again."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from curule.jobs.asking import again
from curule.jobs.kinds import titles
from curule.jobs.models import Job
from curule.matters.models import EntryRow
from curule.matters.reading import entries_for
from curule.matters.sight import forms_of
from curule.matters.tribunals import codes
from curule.matters.views.asked import page_asked, tokens_asked
from curule.registry.sight import renditions_for

__all__ = ["jobs", "lines", "retry"]

A_PAGE = 50
NEWEST = 1000
"""How far back the page looks."""
STATUS = {"waiting": "open", "running": "in-time", "done": "met", "failed": "not-met"}


def _for_registry(request: HttpRequest) -> None:
    """Everybody else finds nothing here."""
    tokens = tokens_asked(request)
    if not any(not tokens.isdisjoint(forms_of(pack, ("organ:registry",))) for pack in codes()):
        raise Http404


def _seen(request: HttpRequest) -> list[Job]:
    """The newest jobs on what the reader may see: that there is work on a hidden document would tell that there is one."""
    tokens, is_staff = tokens_asked(request), bool(getattr(request.user, "is_staff", False))
    newest = list(Job.objects.all()[:NEWEST])
    named = [str(job.arguments["rendition"]) for job in newest if "rendition" in job.arguments]
    numbered = [job.arguments["entry"] for job in newest if "entry" in job.arguments]
    documents = frozenset(renditions_for(tokens).filter(code__in=named).values_list("code", flat=True))
    entries = frozenset(entries_for(tokens, EntryRow.objects.filter(pk__in=numbered)).values_list("pk", flat=True))
    return [job for job in newest if _is_open(job, documents, entries, is_staff)]


def _is_open(job: Job, documents: frozenset[str], entries: frozenset[int], is_staff: bool) -> bool:
    """Whether a job is on what the reader sees. Work that names nothing (the index, say) is made by every filing, the hidden ones too: whoever
    runs the installation sees it, others only what failed of it, for somebody has to try it again.
    """
    if "rendition" in job.arguments:
        return job.arguments["rendition"] in documents
    return job.arguments["entry"] in entries if "entry" in job.arguments else is_staff or job.state == Job.State.FAILED


def _page(request: HttpRequest) -> dict[str, Any]:
    state = request.GET.get("state", "")
    seen = _seen(request)
    found = [job for job in seen if job.state == state] if state in Job.State.values else seen
    page = Paginator(found, A_PAGE).get_page(page_asked(request))
    counts = Counter(job.state for job in seen)
    named = titles()
    rows = [{"job": job, "title": named.get(job.kind, job.kind), "status": STATUS[job.state], "word": Job.State(job.state).label} for job in page.object_list]
    states = [{"code": code, "name": name, "count": counts.get(code, 0)} for code, name in Job.State.choices]
    return {"page": page, "rows": rows, "states": states, "state": state if state in Job.State.values else "",
            "moves": bool(counts.get("waiting") or counts.get("running"))}


@login_required
@require_GET
def jobs(request: HttpRequest) -> HttpResponse:
    """The page."""
    _for_registry(request)
    return render(request, "jobs/jobs.html", _page(request))


@login_required
@require_GET
def lines(request: HttpRequest) -> HttpResponse:
    """The part of the page that changes, asked for again and again while something runs."""
    _for_registry(request)
    return render(request, "jobs/lines.html", _page(request))


@login_required
@require_POST
def retry(request: HttpRequest, code: str) -> HttpResponse:
    """Have failed work tried again."""
    _for_registry(request)
    job = next((job for job in _seen(request) if job.code == code), None)
    if job is None:
        raise Http404
    if again(job):
        messages.success(request, _("It will be tried again."))
    else:
        messages.info(request, _("It is not failed any more; nothing was changed."))
    return redirect("jobs:jobs")
