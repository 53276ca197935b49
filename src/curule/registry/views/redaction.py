"""The redaction of a document: marks on its pages and phrases, each with its ground; then the result with its proof; then the filing.

It works by keyboard and without scripts; a script lets areas be drawn on the picture of the page.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from curule.access.models import User
from curule.access.seat import offices_of
from curule.jobs.models import Job
from curule.law.words import Text
from curule.matters.phrases import language
from curule.matters.pipeline import NotEntered
from curule.matters.views.asked import page_asked
from curule.pages.reading import page_images
from curule.pages.telling import Stopped
from curule.registry.derived import local_copy
from curule.registry.hiding import Hidden, choose, hidden_of, kept, may_hide
from curule.registry.models import Rendition, Submission
from curule.registry.numbering import court_of
from curule.registry.redaction_work import RedactionWork
from curule.registry.redactions import Standing, ask_to_make, file_public, job_of, sheet_sizes, standing_for, work_of
from curule.registry.views.files import SANDBOX, rendition_asked

__all__ = ["MarkForm", "asked", "page_picture", "private", "progress", "public_file", "redact"]

WIDTH = 1000


class MarkForm(forms.Form):
    """What every mark has: its ground."""

    ground = forms.ChoiceField(label=gettext_lazy("Ground"))
    other = forms.CharField(label=gettext_lazy("Another ground, in words"), required=False, max_length=200)

    def __init__(self, grounds: Mapping[str, Text], *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["ground"].choices = [(code, words.of(language())) for code, words in grounds.items()] + [  # type: ignore[attr-defined]
            ("other", gettext_lazy("another ground"))]

    def clean(self) -> dict[str, Any]:
        """Another ground is said in words."""
        given = super().clean() or {}
        if given.get("ground") == "other":
            if not given.get("other", "").strip():
                self.add_error("other", _("Say the ground in words."))
            given["ground"] = given.get("other", "").strip()
        return given


class AreaForm(MarkForm):
    """A rectangle of a page, in points from its left and its top."""

    page = forms.IntegerField(label=gettext_lazy("Page"), min_value=1)
    left = forms.FloatField(label=gettext_lazy("Left"), min_value=0)
    top = forms.FloatField(label=gettext_lazy("Top"), min_value=0)
    right = forms.FloatField(label=gettext_lazy("Right"), min_value=0)
    bottom = forms.FloatField(label=gettext_lazy("Bottom"), min_value=0)
    field_order = ["page", "left", "top", "right", "bottom", "ground", "other"]

    def __init__(self, grounds: Mapping[str, Text], data: Any, sizes: list[tuple[float, float]], **more: Any) -> None:
        super().__init__(grounds, data, **more)
        self.sizes = sizes

    def clean(self) -> dict[str, Any]:
        """It lies on a page."""
        given = super().clean()
        if self.errors:
            return given
        if given["page"] > len(self.sizes):
            self.add_error("page", _("The document has %(n)d pages.") % {"n": len(self.sizes)})
        elif given["left"] >= min(given["right"], self.sizes[given["page"] - 1][0]) or given["top"] >= min(given["bottom"], self.sizes[given["page"] - 1][1]):
            self.add_error(None, _("The area runs from its left to its right and from its top to its bottom, on the page."))
        return given


class PhraseForm(MarkForm):
    """Words to be removed wherever they stand."""

    text = forms.CharField(label=gettext_lazy("Words"), max_length=300, help_text=gettext_lazy(
        "They are found also when they are broken over lines, hyphenated or set with spaces."))
    whole = forms.BooleanField(label=gettext_lazy("whole words only"), required=False, initial=True)
    exact = forms.BooleanField(label=gettext_lazy("capitals and accents must agree"), required=False)
    field_order = ["text", "whole", "exact", "ground", "other"]

    def clean_text(self) -> str:
        """At least one letter or digit."""
        text = str(self.cleaned_data["text"])
        if not any(c.isalnum() for c in text):
            raise forms.ValidationError(_("Write at least one letter or digit."))
        return text


def asked(request: HttpRequest, code: str) -> tuple[Rendition, Standing, RedactionWork]:
    """The document and what this person is redacting in it; for who may not, there is no such page."""
    rendition = rendition_asked(request, code)
    standing = standing_for(rendition, offices_of(request))
    if standing is None or not isinstance(request.user, User):
        raise Http404
    return rendition, standing, work_of(rendition, request.user)


@login_required
@sensitive_post_parameters("text")
@require_http_methods(["GET", "POST"])
def redact(request: HttpRequest, code: str) -> HttpResponse:
    """Mark, make, prove, file."""
    rendition, standing, work = asked(request, code)
    try:
        sizes, hidden = sheet_sizes(rendition), hidden_of(rendition)
    except Stopped as stopped:
        told = {"rendition": rendition, "matter": rendition.entry.matter, "unreadable": True, "late": stopped.why == "time"}
        return render(request, "registry/redact.html", told, status=503 if stopped.why == "time" else 422)
    page = min(page_asked(request), len(sizes))
    grounds = court_of(rendition.entry.matter).grounds
    area, phrase = AreaForm(grounds, None, sizes, prefix="area", initial={"page": page}), PhraseForm(grounds, prefix="phrase")
    step, refused = request.POST.get("step", ""), ""
    if request.method == "POST":
        if step == "area":
            area = AreaForm(grounds, request.POST, sizes, prefix="area")
        elif step == "phrase":
            phrase = PhraseForm(grounds, request.POST, prefix="phrase")
        try:
            done = _done(request, step, work, standing, area, phrase, hidden)
        except NotEntered as fault:
            done, refused = None, fault.says.of(language())
        if done is not None:
            return done
    return render(request, "registry/redact.html", _told(work, standing, sizes, page, area, phrase) | _hiding(work, hidden) | {"refused": refused},
                  status=422 if request.method == "POST" else 200)


def _done(request: HttpRequest, step: str, work: RedactionWork, standing: Standing, area: AreaForm, phrase: PhraseForm,
          hidden: Hidden) -> HttpResponse | None:
    """Where a step that succeeded leads; nothing when its form is sent back."""
    address, page = reverse("registry:redact", args=[work.rendition.code]), page_asked(request)
    if step == "area" and area.is_valid():
        given = area.cleaned_data
        work.mark({"kind": "area", **{k: given[k] for k in ("page", "left", "top", "right", "bottom", "ground")}})
        page = given["page"]
    elif step == "phrase" and phrase.is_valid():
        work.mark({"kind": "phrase", **{k: phrase.cleaned_data[k] for k in ("text", "whole", "exact", "ground")}})
    elif step.startswith("remove-") and step[7:].isdecimal():
        work.unmark(int(step[7:]))
    elif step == "hidden":
        choose(work, hidden, request.POST.getlist("keep"))
        return HttpResponseRedirect(f"{address}?page={page}#hidden")
    elif step == "make" and (work.marks or hidden.pieces):
        ask_to_make(work)
        return HttpResponseRedirect(f"{address}?page={page}#result")
    elif step == "file" and isinstance(request.user, User):
        made = file_public(work, request.user, standing, request.POST.get("title", ""))
        return HttpResponseRedirect(reverse("registry:submission" if isinstance(made, Submission) else "registry:document", args=[made.code]))
    else:
        return None
    return HttpResponseRedirect(f"{address}?page={page}#marks")


def _hiding(work: RedactionWork, hidden: Hidden) -> dict[str, Any]:
    """What the file hides, piece by piece, and what of it is kept."""
    stays = kept(work, hidden)
    return {"hidden_pieces": [{"place": place, "says": piece, "kept": piece in stays} for place, piece in enumerate(hidden.pieces)],
            "hides_more": hidden.has_more, "may_make": bool(work.marks or hidden.pieces)}


def _told(work: RedactionWork, standing: Standing, sizes: list[tuple[float, float]], page: int, area: AreaForm, phrase: PhraseForm) -> dict[str, Any]:
    """What the page of a redaction shows."""
    lang, (width, height) = language(), sizes[page - 1]
    grounds = court_of(work.rendition.entry.matter).grounds
    marks = [{**mark, "place": place, "words": grounds[mark["ground"]].of(lang) if mark["ground"] in grounds else mark["ground"]}
             for place, mark in enumerate(work.marks) if mark["kind"] in ("area", "phrase")]
    shown = [(m["left"], m["top"], min(m["right"], width) - m["left"], min(m["bottom"], height) - m["top"])
             for m in marks if m["kind"] == "area" and m["page"] == page]
    result = work.result
    unfound = [work.marks[at]["text"] for at in (_phrase_places(work)[place] for place in result.get("unfound", ()))]
    return {
        "rendition": work.rendition, "matter": work.rendition.entry.matter, "work": work, "marks": marks, "shown": shown, "page": page, "pages": len(sizes),
        "width": math.ceil(width), "height": math.ceil(height), "area_form": area, "phrase_form": phrase, "result": result, "unfound": unfound,
        "job": None if result else job_of(work), "at_once": standing.at_once, "proof": result.get("proof") or {},
        "before": page - 1 if page > 1 else None, "after": page + 1 if page < len(sizes) else None,
        "hides": may_hide(work.rendition), "public_title": work.rendition.title,
        "refusal": (result.get("refused") or {}).get(lang, ""), "removed": result.get("redactions", ()), "pictured": result.get("pictured", {}),
    }


@login_required
@require_safe
def progress(request: HttpRequest, code: str) -> HttpResponse:
    """How far the making has come, for the page that waits; when it is over the page is shown anew."""
    _rendition, _standing, work = asked(request, code)
    job = None if work.result else job_of(work)
    if job is None or job.state == Job.State.FAILED:
        response = HttpResponse(status=204)
        response["HX-Refresh"] = "true"
        return private(response)
    return render(request, "registry/parts/making.html", {"rendition": work.rendition, "job": job})


def _phrase_places(work: RedactionWork) -> list[int]:
    return [place for place, mark in enumerate(work.marks) if mark["kind"] == "phrase"]


def private(response: HttpResponse) -> HttpResponse:
    """An answer that no cache keeps and that runs nothing."""
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    return response


@login_required
@require_safe
def page_picture(request: HttpRequest, code: str, which: str, page: int) -> HttpResponse:
    """The picture of a page of the file as it was filed (``filed``) or of the public file in the making (``public``)."""
    rendition, _standing, work = asked(request, code)
    if which not in ("filed", "public") or (which == "public" and work.public is None):
        raise Http404
    try:
        with local_copy(rendition, rendition.plain_pdf) as copy:
            if which == "public":
                copy = copy.with_name("public.pdf")
                copy.write_bytes(bytes(work.public or b""))
            found = page_images(copy, [page], WIDTH)
    except Stopped:
        raise Http404 from None
    if page not in found:
        raise Http404
    return private(HttpResponse(found[page], content_type="image/png"))


@login_required
@require_safe
def public_file(request: HttpRequest, code: str, which: str) -> HttpResponse:
    """The public file in the making, or its schedule, to be looked at before it is filed."""
    _rendition, _standing, work = asked(request, code)
    data = {"public": work.public, "schedule": work.schedule}.get(which)
    if data is None:
        raise Http404
    response = HttpResponse(bytes(data), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{which}.pdf"'
    return private(response)
