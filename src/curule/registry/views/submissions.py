"""What was received: the Registry's queue, one's own submissions, one submission with its receipt and the Registry's decision."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from curule.access.models import User
from curule.desk.dates import day, moment
from curule.desk.labels import colon
from curule.law.clocks import limits
from curule.law.sight import CLASSES
from curule.matters.acting import organs_of_reader
from curule.matters.explanation import kinds_of, objections_of
from curule.matters.phrases import language, organ_name
from curule.matters.pipeline import NotEntered, Refused
from curule.matters.reading import Reading
from curule.matters.records import posture_of
from curule.matters.tribunals import library
from curule.matters.views.acts import explained
from curule.matters.views.asked import page_asked, tokens_asked
from curule.registry.checking import accept, assign, send_back
from curule.registry.desk import is_registry
from curule.registry.examining import as_shown, examine
from curule.registry.forms import AcceptForm, AssignForm, ReturnForm
from curule.registry.models import Submission
from curule.registry.numbering import court_of
from curule.registry.oversight import officers_for
from curule.registry.remarks import remarks
from curule.registry.sight import submissions_for

__all__ = ["line_of", "queue", "submission"]

A_PAGE = 50
VIEWS = ("waiting", "mine", "unassigned", "sent", "finished")


@login_required
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """The submissions that wait, those given to me, those I sent, those that are finished."""
    assert isinstance(request.user, User)  # noqa: S101 - login_required
    registry = is_registry(tokens_asked(request))
    view = request.GET.get("view", "waiting" if registry else "sent")
    if view not in VIEWS or (not registry and view != "sent"):
        raise Http404
    found = _chosen(submissions_for(request.user, tokens_asked(request)), view, request.user).prefetch_related("files")
    shown = Paginator(found, A_PAGE).get_page(page_asked(request))
    lang = language()
    lines = [line_of(s, lang) for s in shown.object_list]
    return render(request, "registry/queue.html", {"lines": lines, "page": shown, "view": view, "is_registry": registry, "total": shown.paginator.count})


def _chosen(found: QuerySet[Submission], view: str, user: User) -> QuerySet[Submission]:
    waits = found.filter(state=Submission.State.RECEIVED)
    if view == "sent":
        return found.filter(filer=user).order_by("-received_at", "-pk")
    if view == "finished":
        return found.exclude(state=Submission.State.RECEIVED).order_by("-received_at", "-pk")
    if view == "mine":
        return waits.filter(assigned_to=user)
    return waits.filter(assigned_to=None) if view == "unassigned" else waits


def line_of(found: Submission, lang: str) -> dict[str, Any]:
    """A submission as a line of a list."""
    law = library(found.matter.pack)
    first = next(iter(found.files.all()), None)
    return {"submission": found, "title": first.title if first else found.code, "filer": organ_name(law, found.organ, lang),
            "received": moment(found.received_at, found.zone), "receipt": moment(found.received_at, found.zone, seconds=True),
            "received_on": found.received_at.astimezone(ZoneInfo(found.zone)).date(), "waits": (timezone.now() - found.received_at).days,
            "kind": _document_words(found, lang), "why": _why_with(found)}


def _document_words(found: Submission, lang: str) -> str:
    types = court_of(found.matter).types
    code = found.declared.get("document_type", "")
    return types[code].name.of(lang) if code in types else library(found.matter.pack).act(found.act).title.of(lang)


def _why_with(found: Submission) -> str:
    """Why it is with whoever has it."""
    if found.assigned_to is None:
        return _("nobody has taken it up yet")
    return _("with %(name)s since %(day)s%(why)s") % {
        "name": found.assigned_to.display_name, "day": day(found.assigned_at),
        "why": f"{colon()}{found.assigned_why}" if found.assigned_why else ""}


@login_required
@require_http_methods(["GET", "POST"])
def submission(request: HttpRequest, code: str) -> HttpResponse:
    """One submission: what was sent, its receipt, what became of it; the Registry decides here."""
    assert isinstance(request.user, User)  # noqa: S101 - login_required
    found = submissions_for(request.user, tokens_asked(request)).filter(code=code).first()
    if found is None:
        raise Http404
    decides = found.state == Submission.State.RECEIVED and _decides(request, found)
    if request.method == "POST":
        if not decides:
            raise Http404
        return _decided(request, found, request.user)
    return _show(request, found, decides, {})


def _decides(request: HttpRequest, found: Submission) -> bool:
    """Whether the reader acts for the Registry in this matter."""
    organs = organs_of_reader(request, library(found.matter.pack), found.matter)
    return any(o in court_of(found.matter).registry for o in organs)


def _decided(request: HttpRequest, found: Submission, officer: User) -> HttpResponse:
    lang = language()
    steps = {"accept": AcceptForm, "return": ReturnForm, "assign": AssignForm}
    step = request.POST.get("step", "")
    if step not in steps:
        raise Http404
    form = AcceptForm(request.POST, found, lang) if step == "accept" else ReturnForm(request.POST) if step == "return" else AssignForm(
        request.POST, officers_of(found))
    if not form.is_valid():
        return _show(request, found, True, {step: form}, 422)
    try:
        said = _carry_out(step, found, officer, form.cleaned_data)
    except NotEntered as fault:
        form.add_error(None, _refused_words(fault) if isinstance(fault, Refused) else fault.says.of(lang))
        return _show(request, found, True, {step: form}, 422)
    messages.success(request, said)
    return HttpResponseRedirect(reverse("registry:submission", args=[found.code]))


def _refused_words(fault: Refused) -> str:
    """A refusal with what to do; its reasons stand above, under what is to be looked at."""
    kinds = kinds_of(fault.answer)
    return _("The law does not let it be filed: %(kinds)s. Return it with the reason, or hand it over.") % {"kinds": kinds} if kinds else _(
        "The law leaves something open. Return it with what is missing.")


def _carry_out(step: str, found: Submission, officer: User, given: dict[str, Any]) -> str:
    if step == "accept":
        made = accept(found, officer, classification=given["classification"], addressees=tuple(given["addressees"]), why=given["why"])
        return _("Filed as %(number)s") % {"number": made[0].number}
    if step == "return":
        send_back(found, officer, given["reason"])
        return _("Returned to its filer.")
    to = User.objects.filter(pk=given["to"]).first() if given["to"] else None
    assign(found, to, officer, given["why"])
    return _("Handed to %(name)s.") % {"name": to.display_name} if to else _("Back in the queue.")


def officers_of(found: Submission) -> list[tuple[str, str]]:
    """The officers of the Registry to whom a submission can be given, as choices."""
    return [(str(user.pk), user.display_name) for user in officers_for(found)]


def _show(request: HttpRequest, found: Submission, decides: bool, forms: dict[str, Any], status: int = 200) -> HttpResponse:
    lang = language()
    words = {c.value: c.label.of(lang) for c in CLASSES}
    page: dict[str, Any] = {
        **line_of(found, lang), "files": [{"file": file, "remarks": remarks(file.checks)} for file in found.files.all()],
        "steps": list(found.steps.select_related("by", "to")), "decides": decides,
        "classification": words.get(found.declared.get("classification", ""), ""), "addressees": found.declared.get("addressees", []),
        "late": _late(found), "again": _again(request, found), "rendition": getattr(found.entry, "rendition", None) if found.entry_id else None,
    }
    if decides:
        page |= _examined(request, found, lang)
        page |= {"accept_form": forms.get("accept") or AcceptForm(None, found, lang), "return_form": forms.get("return") or ReturnForm(None),
                 "assign_form": forms.get("assign") or AssignForm(None, officers_of(found))}
    return render(request, "registry/submission.html", page, status=status)


def _again(request: HttpRequest, found: Submission) -> str:
    """Where its filer files it again, with all that was said of it: nothing is typed twice."""
    if found.state != Submission.State.RETURNED or found.filer_id != request.user.pk:
        return ""
    said, _hidden = as_shown(Reading(found.matter, tokens_asked(request)), found)
    return f"{reverse('registry:file-act', args=[found.matter.number, found.act])}?{urlencode(said, doseq=True)}"


def _examined(request: HttpRequest, found: Submission, lang: str) -> dict[str, Any]:
    """What the checker looks at before deciding."""
    assert isinstance(request.user, User)  # noqa: S101 - login_required
    seen = examine(found, request.user, tokens_asked(request), lang)
    asked = seen.asked
    return {"sentence": seen.sentence, "details": seen.details, "remarks": seen.remarks, "asked": asked, "preview": asked.preview if asked else None,
            "answer": explained(asked.answer, lang, seen.reading) if asked else None,
            "objections": objections_of(asked.answer, lang) if asked and asked.refused else []}


def _late(found: Submission) -> date | None:
    """The last day that it missed, where it answers something whose time was over when it was received."""
    answers = found.declared.get("responds_to") or found.declared.get("replies_to")
    if not answers:
        return None
    law, received_on = library(found.matter.pack), found.received_at.astimezone(ZoneInfo(found.zone)).date()
    kind = "response" if found.declared.get("responds_to") else "reply"
    running = limits(law, found.matter.kind, posture_of(found.matter), received_on + timedelta(days=400))
    due = next((r.last for r in running if r.limit.id == f"{kind}_{found.organ}" and r.given.get("filing") == int(answers)), None)
    return due if due is not None and received_on > due else None

