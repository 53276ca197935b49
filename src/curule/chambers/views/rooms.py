"""The room of a matter: its papers, a new one, the legal officers of the bench."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from curule.access.models import User
from curule.chambers.bench import bench_for, bench_words, benches_of, codes_of, eligible_officers, is_judge, members_of, sits_on
from curule.chambers.forms import AssignForm, StartForm
from curule.chambers.kinds import KINDS
from curule.chambers.models import ChambersKey, Paper
from curule.chambers.papers import NotAdmitted, open_paper, papers_for, start
from curule.chambers.sealing import NotOpened, fingerprint
from curule.chambers.standing import standing_of
from curule.chambers.views.guarding import guarded, private_asked, reader, room_asked
from curule.desk.labels import labelled
from curule.matters.models import Assignment, Matter
from curule.matters.phrases import judge_names, language
from curule.matters.reading import Reading
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
    lines = [_line(paper, user, private) for paper in papers_for(user, matter)]
    judge = is_judge(user, matter)
    officers = [(str(o.pk), o.display_name) for o in eligible_officers(matter)] if judge else []
    assigned = Assignment.objects.filter(matter=matter, until=None).select_related("user")
    return render(request, "chambers/room.html", {
        "matter": matter, "lines": lines, "form": form, "members": members_of(matter), "judge": judge, "assigned": assigned,
        "assign_form": AssignForm(None, officers) if officers else None}, status=status)


def _line(paper: Paper, user: User, private: bytes) -> dict[str, Any]:
    """A paper in the list: its title where it opens, and where it stands."""
    try:
        standing = standing_of(open_paper(paper, user, private))
    except (NotAdmitted, NotOpened) as closed:
        return {"paper": paper, "title": "", "kind": "", "state": "damaged" if isinstance(closed, NotOpened) else ""}
    contents, version = standing.contents, standing.version
    state = ("filed" if contents.filed else "withdrawn" if contents.withdrawn else "signed" if standing.is_signed
             else "yours" if contents.is_settled and standing.waits_for(user) else "signing" if contents.is_settled else "draft")
    return {"paper": paper, "title": version.title, "kind": KINDS[version.kind].name.of(language()), "bench": bench_words(version.task).of(language()),
            "state": state, "number": contents.filed}


def _start_form(request: HttpRequest, matter: Matter, data: Any) -> StartForm:
    mine = tokens_asked(request)
    benches = sorted(benches_of(matter), key=lambda bench: not any(f"person:{matter.pack}:{code}" in mine for code in bench.judges))
    names = {office.person_code: one.display_name for one in members_of(matter) for office in one.offices_on(timezone.localdate()) if office.person_code}
    names |= judge_names(Reading(matter, mine))
    own = [bench for bench in benches if not is_judge(reader(request), matter) or sits_on(reader(request), matter, bench)]
    tasks = [(bench.task, labelled(bench_words(bench.task).of(language()), ", ".join(names.get(code, code) for code in codes_of(bench)))) for bench in own]
    others = [one for one in members_of(matter) if one != reader(request) and (not is_judge(one, matter) or any(sits_on(one, matter, bench) for bench in own))]
    keys = {key.user_id: fingerprint(bytes(key.public)) for key in ChambersKey.objects.filter(user__in=others)}
    choices = [(str(user.pk), labelled(user.display_name, keys[user.pk])) for user in others if user.pk in keys]
    return StartForm(data, language(), tasks, choices, initial={"language": language()})


@guarded
@require_POST
def begin(request: HttpRequest, number: str) -> HttpResponse:
    """Begin a paper."""
    matter = room_asked(request, number)
    form = _start_form(request, matter, request.POST)
    if form.is_valid():
        bench = bench_for(matter, form.cleaned_data["task"])
        if any(is_judge(one, matter) and not sits_on(one, matter, bench) for one in User.objects.filter(pk__in=form.cleaned_data["admitted"])):
            form.add_error("admitted", _("A judge of another bench is not admitted to this bench’s papers. Choose judges who sit on it."))
    if not form.is_valid():
        return _room(request, matter, form, 422)
    given, alone = form.cleaned_data, len(bench.judges) == 1
    text = KINDS[given["kind"]].begins_for(given["language"], _provision(matter), alone=alone)
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
