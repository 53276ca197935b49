"""Finding a name for redaction: in a document and in what belongs to it, in scans too. What is found is shown with its picture and marked when confirmed.

The name comes by POST and goes back by POST: it stands in no address and in no log of addresses.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from PIL import Image, ImageDraw

from curule.access.models import User
from curule.access.seat import offices_of
from curule.matters.views.asked import tokens_asked
from curule.pages.telling import Stopped
from curule.registry.derived import image_of_page
from curule.registry.finding import found_in
from curule.registry.models import Rendition
from curule.registry.numbering import court_of
from curule.registry.occurrences import Occurrence, occurrences, spellings
from curule.registry.redactions import standing_for, work_of
from curule.registry.sight import renditions_for
from curule.registry.views.redaction import MarkForm, asked, private

__all__ = ["find", "place_picture"]

MOST = 500
"""Places that one page shows of one document."""
AROUND = (90.0, 14.0)
"""Points that a picture shows on each side of a place."""
BOX = re.compile(r"(\d{1,5}(?:\.\d)?),(\d{1,5}(?:\.\d)?),(\d{1,5}(?:\.\d)?),(\d{1,5}(?:\.\d)?)\Z")


@dataclass(frozen=True, slots=True)
class Searched:
    """One document that was searched: the places to be confirmed one by one, and how many more its text has, which go as words."""

    rendition: Rendition
    is_here: bool
    places: list[Occurrence]
    in_text: int
    more: bool


def _related(request: HttpRequest, rendition: Rendition) -> list[Rendition]:
    """The document itself, then its annexes, translations and other forms that this reader sees; nothing that is public already."""
    filing = renditions_for(tokens_asked(request)).filter(document__filing=rendition.document.filing_id)
    others = filing.exclude(pk=rendition.pk).exclude(role=Rendition.Role.REDACTED).order_by("document__position", "pk")
    return [rendition, *(other for other in others if not other.entry.audience.filter(token="public").exists())]  # noqa: S106


def _searched(rendition: Rendition, names: list[str], here: Rendition) -> Searched:
    found = occurrences(rendition, names, MOST)
    places = [one for one in found if one.recognised or not one.exact]
    texts = list(rendition.texts.filter(recognised=False).order_by("page").values_list("page", "text"))
    in_text = sum(len(found_in(texts, name, MOST)) for name in names)
    return Searched(rendition, rendition.pk == here.pk, places, in_text, len(found) == MOST)


@login_required
@sensitive_post_parameters("names")
@require_http_methods(["GET", "POST"])
def find(request: HttpRequest, code: str) -> HttpResponse:
    """``step=find`` shows the places, ``step=mark`` marks those that were confirmed, each with its ground. Asked for without a name (after the language
    was changed, say) it leads back to the redaction.
    """
    rendition, _standing, _work = asked(request, code)
    if request.method == "GET":
        return HttpResponseRedirect(reverse("registry:redact", args=[code]))
    names, offices = spellings(request.POST.get("names", "")), offices_of(request)
    if not names:
        messages.error(request, _("Write at least one letter or digit."))
        return HttpResponseRedirect(reverse("registry:redact", args=[code]))
    related = _related(request, rendition)
    mine = [one for one in related if standing_for(one, offices) is not None]
    searched = [_searched(one, names, rendition) for one in mine]
    form = MarkForm(court_of(rendition.entry.matter).grounds, request.POST if request.POST.get("step") == "mark" else None)
    if request.POST.get("step") == "mark" and form.is_valid() and isinstance(request.user, User):
        count = sum(_marked(request, request.user, one, names, form.cleaned_data["ground"]) for one in searched)
        messages.success(request, ngettext("%(n)d mark was added.", "%(n)d marks were added.", count) % {"n": count})
        return HttpResponseRedirect(reverse("registry:redact", args=[code]) + "#marks")
    told: dict[str, Any] = {"rendition": rendition, "matter": rendition.entry.matter, "names": "; ".join(names), "searched": searched, "form": form,
                            "elsewhere": [one for one in related if one not in mine], "picked": request.POST.getlist("place"),
                            "is_first": request.POST.get("step") != "mark"}
    return render(request, "registry/redact_find.html", told, status=422 if form.is_bound else 200)


def _marked(request: HttpRequest, user: User, searched: Searched, names: list[str], ground: str) -> int:
    """Mark what was confirmed of one document; places that are not found any more are not marked."""
    code = searched.rendition.code
    picked = set(request.POST.getlist("place"))
    marks: list[dict[str, Any]] = []
    for one in searched.places:
        if f"{code}:{one.key}" in picked:
            marks += [{"kind": "area", "page": one.page, "left": left, "top": top, "right": right, "bottom": bottom, "ground": ground, "seen": one.words}
                      for left, top, right, bottom in one.boxes]
    if code in request.POST.getlist("words"):
        marks += [{"kind": "phrase", "text": name, "whole": True, "exact": False, "ground": ground} for name in names]
    return work_of(searched.rendition, user).mark_all(marks) if marks else 0


@login_required
@require_safe
def place_picture(request: HttpRequest, code: str, page: int) -> HttpResponse:
    """A piece of a page around a place (``?box=left,top,right,bottom`` in points), with the place framed."""
    rendition, _standing, _work = asked(request, code)
    box, words = BOX.match(request.GET.get("box", "")), rendition.page_words.filter(page=page).first()
    if box is None or words is None:
        raise Http404
    try:
        drawn = image_of_page(rendition, page, "print")
    except Stopped:
        drawn = None
    if drawn is None:
        raise Http404
    left, top, right, bottom = (float(value) for value in box.groups())
    with Image.open(io.BytesIO(drawn)) as image:
        scale = image.width / max(words.width / 10, 1)
        above = image.height - words.height / 10 * scale  # the strip of the stamp stands above what was filed
        framed = image.convert("RGB")
    place = [left * scale, above + top * scale, max(right, left) * scale, above + max(bottom, top) * scale]
    ImageDraw.Draw(framed).rectangle(place, outline="#a40000", width=3)
    cut = ((left - AROUND[0]) * scale, above + (top - AROUND[1]) * scale, (right + AROUND[0]) * scale, above + (bottom + AROUND[1]) * scale)
    piece = (max(int(cut[0]), 0), max(int(cut[1]), 0), min(int(cut[2]), framed.width), min(int(cut[3]), framed.height))
    if piece[0] >= piece[2] or piece[1] >= piece[3]:
        raise Http404
    into = io.BytesIO()
    framed.crop(piece).save(into, "PNG")
    return private(HttpResponse(into.getvalue(), content_type="image/png"))
