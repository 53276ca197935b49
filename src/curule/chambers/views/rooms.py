"""The room of a matter: its papers, a new one, the legal officers of the bench."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from curule.access.models import User
from curule.chambers.bench import benches_of, eligible_officers, is_judge, members_of
from curule.chambers.forms import AssignForm, StartForm
from curule.chambers.kinds import KINDS
from curule.chambers.models import ChambersKey
from curule.chambers.papers import NotAdmitted, open_paper, papers_for, start
from curule.chambers.sealing import NotOpened, fingerprint
from curule.chambers.views.guarding import guarded, private_asked, reader, room_asked
from curule.matters.models import Assignment, Matter
from curule.matters.phrases import language
from curule.matters.views.asked import tokens_asked
from curule.registry.numbering import court_of

__all__ = ["assign", "begin", "room"]


@guarded
@require_GET
def room(request: HttpRequest, number: str) -> HttpResponse:
    """The papers of a matter, for its bench."""
    matter = room_asked(request, number)
    return _room(request, matter, _start_form(request, matter, None), 200)


def _room(request: HttpRequest, matter: Matter, form: StartForm, status: int) -> HttpResponse:
    user, private = reader(request), private_asked(request)
    lines: list[dict[str, Any]] = []
    for paper in papers_for(user, matter):
        try:
            last = open_paper(paper, user, private).contents().last
            lines.append({"paper": paper, "title": last.title if last else "", "kind": KINDS[last.kind].name.of(language()) if last else ""})
        except (NotAdmitted, NotOpened):
            lines.append({"paper": paper, "title": "", "kind": ""})
    judge = is_judge(user, matter)
    officers = [(str(o.pk), o.display_name) for o in eligible_officers(matter)] if judge else []
    assigned = Assignment.objects.filter(matter=matter, until=None).select_related("user")
    return render(request, "chambers/room.html", {
        "matter": matter, "lines": lines, "form": form, "members": members_of(matter), "judge": judge, "assigned": assigned,
        "assign_form": AssignForm(None, officers) if officers else None}, status=status)


def _start_form(request: HttpRequest, matter: Matter, data: Any) -> StartForm:
    mine = tokens_asked(request)
    benches = sorted(benches_of(matter), key=lambda bench: not any(f"person:{matter.pack}:{code}" in mine for code in bench.judges))
    tasks = [(bench.task, f"{bench.task}: {', '.join(bench.judges)}") for bench in benches]
    others = [user for user in members_of(matter) if user != reader(request)]
    keys = {key.user_id: fingerprint(bytes(key.public)) for key in ChambersKey.objects.filter(user__in=others)}
    choices = [(str(user.pk), f"{user.display_name}: {keys[user.pk]}") for user in others if user.pk in keys]
    return StartForm(data, language(), tasks, choices, initial={"language": language()})


@guarded
@require_POST
def begin(request: HttpRequest, number: str) -> HttpResponse:
    """Begin a paper."""
    matter = room_asked(request, number)
    form = _start_form(request, matter, request.POST)
    if not form.is_valid():
        return _room(request, matter, form, 422)
    given = form.cleaned_data
    text = KINDS[given["kind"]].begins.of(given["language"]).replace("{provision}", _provision(matter))
    admitted = User.objects.filter(pk__in=given["admitted"])
    made = start(matter, reader(request), private_asked(request), {
        "kind": given["kind"], "title": given["title"], "language": given["language"], "task": given["task"], "text": text, "dispositions": []}, admitted)
    return HttpResponseRedirect(reverse("chambers:edit", args=[made.paper.code]))


def _provision(matter: Matter) -> str:
    """A citation to begin with, to be replaced: the provision on the record of this tribunal."""
    court = court_of(matter)
    return f"{court.instrument}:{court.record_provision}"


@guarded
@require_POST
def assign(request: HttpRequest, number: str) -> HttpResponse:
    """A judge of the bench assigns a legal officer, or ends an assignment."""
    matter, user = room_asked(request, number), reader(request)
    if not is_judge(user, matter):
        raise Http404
    today = timezone.localdate()
    if "end" in request.POST:
        for found in Assignment.objects.filter(matter=matter, pk=request.POST["end"], until=None) if request.POST["end"].isdecimal() else ():
            found.until = today - timedelta(days=1)
            found.save(update_fields=["until"])
    else:
        form = AssignForm(request.POST, [(str(o.pk), o.display_name) for o in eligible_officers(matter)])
        if form.is_valid():
            Assignment.objects.create(matter=matter, user_id=int(form.cleaned_data["officer"]), by=user, since=today)
    return HttpResponseRedirect(reverse("chambers:room", args=[matter.number]))
