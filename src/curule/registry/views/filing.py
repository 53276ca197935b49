"""Filing a document from a matter's page: the form, and the receipt."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from curule.access.door import takes_files
from curule.access.models import User
from curule.matters.acting import not_of_the_bench, organs_of_reader, seat_in
from curule.matters.entering import stored_raw
from curule.matters.phrases import language
from curule.matters.pipeline import Faulty, NotEntered
from curule.matters.reading import Reading
from curule.matters.views.asked import reading_asked
from curule.matters.views.matter import frame
from curule.registry.forms import FilingForm
from curule.registry.looking import look, written
from curule.registry.models import Submission
from curule.registry.numbering import court_of
from curule.registry.receiving import Sent, receive
from curule.statutes.court_record.filings import CORRIGENDUM, DOCUMENT, REDACTED, TRANSLATION

__all__ = ["file_document"]

NOTHING: Mapping[str, Any] = MappingProxyType({})
ACTS = (DOCUMENT, TRANSLATION, CORRIGENDUM, REDACTED)


@takes_files
@login_required
@require_http_methods(["GET", "POST"])
def file_document(request: HttpRequest, number: str, act: str = DOCUMENT) -> HttpResponse:
    """The form for filing; posted, the submission is received and its receipt shown."""
    reading = reading_asked(request, number, with_days=False)
    mine = _standing(request, reading)
    if act not in ACTS:
        raise Http404
    lang = language()
    if not mine:
        seat = seat_in(request, reading.matter)
        if reading.law.pack.court is not None and not_of_the_bench(seat, reading.law, reading.matter, court_of(reading.matter).filers):
            return HttpResponseRedirect(reverse("matters:why", args=[number, act]))  # which says how to come to the bench
        raise Http404
    if request.method == "POST":
        form = FilingForm(request.POST, request.FILES, reading, act, mine, lang)
        if request.POST.get("step") == "look":
            return _looked(request, reading, form, act, lang)
        if form.is_valid():
            submission = _received(request, reading, act, form)
            if submission is not None:
                return HttpResponseRedirect(reverse("registry:submission", args=[submission.code]))
        return _show(request, reading, form, act, lang, request.POST.get("key", ""), 422)
    start = {"p_language": lang, **_said(request, reading, act)}
    return _show(request, reading, FilingForm(None, None, reading, act, mine, lang, initial=start), act, lang, uuid.uuid4().hex, 200)


def _looked(request: HttpRequest, reading: Reading, form: FilingForm, act: str, lang: str) -> HttpResponse:
    """What strikes in it before it is sent; nothing is kept. The script of the page asks for the part of the page that says so, the button for the page."""
    form.full_clean()
    assert isinstance(request.user, User)  # noqa: S101 - login_required
    told = {"looked": look(reading, act, form, request.user, lang, request.POST.get("seal", ""))}
    if request.headers.get("X-Part") == "looked":
        return render(request, "registry/parts/looked.html", told)
    return _show(request, reading, form, act, lang, request.POST.get("key", ""), 200, told)


def _said(request: HttpRequest, reading: Reading, act: str) -> dict[str, Any]:
    """What the address says already of the document."""
    many = {p.name for p in reading.law.particulars(act) if p.many}
    return {f"p_{name}": request.GET.getlist(name) if name in many else request.GET[name] for name in request.GET}


def _standing(request: HttpRequest, reading: Reading) -> list[str]:
    if reading.law.pack.court is None:
        return []
    filers = court_of(reading.matter).filers
    return [o for o in organs_of_reader(request, reading.law, reading.matter) if o in filers]


def _show(request: HttpRequest, reading: Reading, form: FilingForm, act: str, lang: str, key: str, status: int,
          more: Mapping[str, Any] = NOTHING) -> HttpResponse:
    acts = [(code, reading.law.acts[code].title.of(lang)) for code in ACTS]
    page = {**frame(request, reading, "", lang), "form": form, "act": act, "acts": acts, "key": key, "act_title": reading.law.acts[act].title.of(lang), **more}
    return render(request, "registry/file.html", page, status=status)


def _received(request: HttpRequest, reading: Reading, act: str, form: FilingForm) -> Submission | None:
    """The submission; nothing where it was not taken, and then the form says why."""
    uploads: list[UploadedFile[bytes]] = [form.cleaned_data["main"], *form.cleaned_data["annexes"]]
    assert isinstance(request.user, User)  # noqa: S101 - login_required
    given = request.POST.get("key", "")[:64].replace("\0", "")
    key = f"page:{request.user.pk}:{given}" if given else ""
    with tempfile.TemporaryDirectory(prefix="curule-upload-") as folder:
        try:
            return receive(reading.matter, request.user, seat_in(request, reading.matter), act, stored_raw(reading, act, form.declared_given),
                           [_sent(Path(folder), n, upload, form) for n, upload in enumerate(uploads)], organ=form.chosen_organ, key=key)
        except Faulty as fault:
            form.refuse(fault.errors)
        except NotEntered as fault:
            form.add_error(None, fault.says.of(language()))
    return None


def _sent(folder: Path, n: int, upload: UploadedFile[bytes], form: FilingForm) -> Sent:
    """An upload written to a file of our own naming: the name that was sent is data, never a path."""
    given: dict[str, Any] = form.given
    title = given.get("title", "") if n == 0 else dict(enumerate(form.annex_titles, 1)).get(n, "")
    return Sent(written(folder, n, upload), upload.name or "", title, given.get("language", ""))
