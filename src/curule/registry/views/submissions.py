"""What was received: the Registry's queue, one's own submissions, one submission with its receipt and the Registry's decision."""

from __future__ import annotations

from collections.abc import Callable
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
from curule.law.sight import CLASSES
from curule.matters.acting import organs_of_reader
from curule.matters.explanation import kinds_of, objections_of
from curule.matters.phrases import language, organ_name
from curule.matters.pipeline import NotEntered, Refused
from curule.matters.reading import Reading
from curule.matters.tribunals import library
from curule.matters.views.acts import explained
from curule.matters.views.asked import page_asked, tokens_asked
from curule.registry.checking import accept, assign, send_back
from curule.registry.desk import is_registry
from curule.registry.examining import Examination, as_shown, examine
from curule.registry.forms import AcceptForm, AssignForm, ReturnForm, addressee_words
from curule.registry.languages import are_being_read
from curule.registry.models import Submission, SubmittedFile
from curule.registry.noticing import file_seen, language_words, reads_otherwise
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
    if request.GET.get("part") == "noticed":
        return _part(request, found, decides)
    return _show(request, found, decides, {})


def _part(request: HttpRequest, found: Submission, decides: bool) -> HttpResponse:
    """What strikes in it, for the page that waits for the languages; once they are there a receipt is shown anew (what an officer typed stays)."""
    assert isinstance(request.user, User)  # noqa: S101 - login_required
    being_read = are_being_read(found)
    told = _noticed(found, examine(found, request.user, tokens_asked(request), language()), being_read)
    response = render(request, "registry/parts/noticed.html", told)
    if not told["being_read"] and not decides:
        response["HX-Refresh"] = "true"
    return response


def _noticed(found: Submission, seen: Examination, being_read: bool) -> dict[str, Any]:
    """What strikes in it, and whether there may be more in a moment: that is asked before it is examined, so that nothing falls between."""
    return {"submission": found, "notices": seen.notices, "limits": seen.limits, "is_over": any(n.kind == "limit" for n in seen.notices),
            "being_read": being_read}


def _decides(request: HttpRequest, found: Submission) -> bool:
    """Whether the reader acts for the Registry in this matter."""
    organs = organs_of_reader(request, library(found.matter.pack), found.matter)
    return any(o in court_of(found.matter).registry for o in organs)


def _decided(request: HttpRequest, found: Submission, officer: User) -> HttpResponse:
    lang = language()
    step, _as, how = request.POST.get("step", "").partition("-")
    forms: dict[str, Callable[[], Any]] = {"accept": lambda: AcceptForm(request.POST, found, lang), "return": lambda: ReturnForm(request.POST),
                                           "assign": lambda: AssignForm(request.POST, officers_of(found))}
    if step not in forms:
        raise Http404
    form = forms[step]()
    if not form.is_valid():
        return _show(request, found, True, {step: form}, 422)
    try:
        said = _carry_out(step, found, officer, form, how)
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


def _carry_out(step: str, found: Submission, officer: User, form: Any, how: str) -> str:
    given = form.cleaned_data
    if step == "accept":
        made = accept(found, officer, classification=given["classification"], addressees=tuple(given["addressees"]), why=given["why"],
                      corrected=form.corrected(as_read=how == "as_read"))
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
    assert isinstance(request.user, User)  # noqa: S101 - login_required
    lang = language()
    words = {c.value: c.label.of(lang) for c in CLASSES}
    being_read = are_being_read(found)
    seen = examine(found, request.user, tokens_asked(request), lang)
    files = [_file_line(file, lang) for file in found.files.all()]
    page: dict[str, Any] = {
        **line_of(found, lang), **_noticed(found, seen, being_read), **_law_says(seen, lang), "files": files, "details": seen.details,
        "steps": list(found.steps.select_related("by", "to")), "decides": decides, "classification": words.get(found.declared.get("classification", ""), ""),
        "addressees": addressee_words(found.matter, found.declared.get("addressees", []), lang), "again": _again(request, found),
        "rendition": getattr(found.entry, "rendition", None) if found.entry_id else None,
    }
    if decides:
        otherwise = {each["reads"] for each in files if each["reads"]}
        page |= {"remarks": seen.remarks, "as_read": next(iter(otherwise)) if len(otherwise) == 1 else "", "otherwise": bool(otherwise),
                 "accept_form": forms.get("accept") or AcceptForm(None, found, lang), "return_form": forms.get("return") or ReturnForm(None),
                 "assign_form": forms.get("assign") or AssignForm(None, officers_of(found))}
    return render(request, "registry/submission.html", page, status=status)


def _file_line(file: SubmittedFile, lang: str) -> dict[str, Any]:
    """A file on the receipt: what was seen in it, its language, what its text reads as where that is another one, what the Registry corrected."""
    corrected = file.checks.get("corrected", {})
    return {"file": file, "remarks": remarks(file.checks), "language": language_words(file.language, lang),
            "reads": language_words(str(file.checks["reads_as"]), lang) if reads_otherwise(file_seen(file)) else "",
            "filed_title": corrected.get("title", ""), "filed_language": language_words(corrected["language"], lang) if "language" in corrected else ""}


def _again(request: HttpRequest, found: Submission) -> str:
    """Where its filer files it again, with all that was said of it: nothing is typed twice."""
    if found.state != Submission.State.RETURNED or found.filer_id != request.user.pk:
        return ""
    said, _hidden = as_shown(Reading(found.matter, tokens_asked(request)), found)
    return f"{reverse('registry:file-act', args=[found.matter.number, found.act])}?{urlencode(said, doseq=True)}"


def _law_says(seen: Examination, lang: str) -> dict[str, Any]:
    """What the law says of it, as long as it waits: to its filer as to the Registry, each on the record that they see."""
    asked = seen.asked
    return {"sentence": seen.sentence, "asked": asked, "preview": asked.preview if asked else None,
            "answer": explained(asked.answer, lang, seen.reading) if asked else None,
            "objections": objections_of(asked.answer, lang) if asked and asked.refused else []}
