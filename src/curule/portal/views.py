"""The pages of the portal. Whoever looks, they show what everybody may see."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from curule.matters.models import Matter
from curule.matters.phrases import branch_words, judge_names, language, phrase
from curule.matters.tribunals import codes, libraries, library
from curule.matters.views.asked import page_asked
from curule.portal import seen
from curule.portal.bulk import edition_path
from curule.portal.cases import case_told, hearings_ahead
from curule.portal.counting import counted
from curule.portal.ecli import ecli_of, found_by
from curule.portal.metadata import case_ld, document_ld, dublin_core_of_case, dublin_core_of_document
from curule.portal.models import BulkEdition, PressRelease
from curule.portal.statistics import indicators, plots
from curule.registry.models import Rendition
from curule.search.shown import type_name

__all__ = ["calendar", "case", "case_data", "cases", "decisions", "document", "document_data", "download", "ecli", "home", "open_data_page", "statistics"]

A_PAGE = 30
PAGES_SHOWN = 60


@require_safe
@counted("home")
def home(request: HttpRequest) -> HttpResponse:
    """The first page: search, what is new, cases, hearings, press."""
    lang = language()
    found = seen.public_matters().filter(kind__in=seen.CASE_KINDS).order_by("-opened_on", "number")[:8]
    releases = [{"release": r, "title": r.title(lang)} for r in PressRelease.objects.filter(withdrawn=False, tribunal__in=codes())[:4]]
    return render(request, "portal/home.html", {"here": "home", "latest": seen.public_latest(lang, 10), "cases": _case_lines(found, lang),
                                                "hearings": hearings_ahead(lang)[:5],
                                                "releases": releases, "tribunals": [law.pack.name.of(lang) for law in libraries()]})


def _case_lines(found: Any, lang: str) -> list[dict[str, Any]]:
    lines = []
    for matter in found:
        reading = seen.public_reading(matter)
        last = reading.entries[-1] if reading.entries else None
        lines.append({"matter": matter, "kind": reading.kind.name.of(lang), "stage": reading.stage_words(lang), "branch": branch_words(matter.branch),
                      "last_on": last.done_on if last else None, "last": phrase(reading.law, last, lang, judge_names(reading)) if last else ""})
    return lines


@require_safe
@counted("cases")
def cases(request: HttpRequest) -> HttpResponse:
    """The cases; with ``kind=all`` every public matter."""
    lang, tribunal = language(), request.GET.get("tribunal", "")
    found = seen.public_matters().order_by("-opened_on", "number")
    if request.GET.get("kind") != "all":
        found = found.filter(kind__in=seen.CASE_KINDS)
    if tribunal in codes():
        found = found.filter(pack=tribunal)
    for word in request.GET.get("q", "").replace("\x00", "").split()[:8]:
        found = found.filter(Q(number__icontains=word) | Q(title__icontains=word))
    shown = Paginator(found, A_PAGE).get_page(page_asked(request))
    tribunals = [(law.pack.code, law.pack.name.of(lang)) for law in libraries()]
    return render(request, "portal/cases.html", {"here": "cases", "page": shown, "lines": _case_lines(shown.object_list, lang),
                                                 "tribunals": tribunals, "tribunal": tribunal})


def _case_or_404(number: str) -> Matter:
    matter = seen.public_case(number)
    if matter is None:
        raise Http404
    return matter


@require_safe
@counted("case")
def case(request: HttpRequest, number: str) -> HttpResponse:
    """One case in a minute."""
    lang = language()
    told = case_told(_case_or_404(number), lang)
    return render(request, "portal/case.html", {"here": "cases", **told, "dublin_core": dublin_core_of_case(told["reading"], lang)})


@require_safe
def case_data(request: HttpRequest, number: str) -> HttpResponse:
    """The case as JSON-LD."""
    return _ld(case_ld(request, seen.public_reading(_case_or_404(number)), language()))


def _ld(data: dict[str, Any]) -> JsonResponse:
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1}, content_type="application/ld+json")
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
@counted("decisions")
def decisions(request: HttpRequest) -> HttpResponse:
    """Judgements, decisions and orders, the newest first."""
    lang, tribunal = language(), request.GET.get("tribunal", "")
    packs = [tribunal] if tribunal in codes() else list(codes())
    shown = Paginator(seen.public_decisions(packs), A_PAGE).get_page(page_asked(request))
    tribunals = [(law.pack.code, law.pack.name.of(lang)) for law in libraries()]
    return render(request, "portal/decisions.html", {"here": "decisions", "page": shown, "hits": seen.told(list(shown.object_list), lang),
                                                     "tribunals": tribunals, "tribunal": tribunal})


def _document_or_404(code: str) -> Rendition:
    found = seen.public_documents().filter(code=code).first()
    if found is None:
        raise Http404
    return found


@require_safe
@counted("document")
def document(request: HttpRequest, code: str) -> HttpResponse:
    """One document: what it is, its other forms, its text."""
    found, lang = _document_or_404(code), language()
    matter, kind = found.entry.matter, type_name(found.document.document_type, found.entry.matter.pack, lang)
    texts = list(found.texts.order_by("page")[:PAGES_SHOWN + 1])
    others = seen.public_documents(matter).filter(document=found.document).exclude(pk=found.pk)
    return render(request, "portal/document.html", {"here": "cases",
        "rendition": found, "matter": matter, "kind": kind, "texts": texts[:PAGES_SHOWN], "is_cut": len(texts) > PAGES_SHOWN, "others": others,
        "ecli": ecli_of(found) if found.document.document_type in seen.DECISIONS else "", "dublin_core": dublin_core_of_document(found, kind, lang),
        "tribunal": library(matter.pack).pack.name.of(lang)})


@require_safe
def document_data(request: HttpRequest, code: str) -> HttpResponse:
    """The document as JSON-LD."""
    found, lang = _document_or_404(code), language()
    return _ld(document_ld(request, found, type_name(found.document.document_type, found.entry.matter.pack, lang), lang))


@require_safe
def ecli(request: HttpRequest, written: str) -> HttpResponse:
    """From an identifier to its decision."""
    found = found_by(written)
    if found is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse("portal:document", args=[found.code]))


@require_safe
@counted("calendar")
def calendar(request: HttpRequest) -> HttpResponse:
    """The hearings that are announced."""
    return render(request, "portal/calendar.html", {"here": "calendar", "hearings": hearings_ahead(language())})


@require_safe
@counted("statistics")
def statistics(request: HttpRequest) -> HttpResponse:
    """Figures of what is public, and the indicators."""
    return render(request, "portal/statistics.html", {"here": "statistics", "plots": plots(language()), **indicators()})


@require_safe
@counted("open-data")
def open_data_page(request: HttpRequest) -> HttpResponse:
    """The bulk downloads and the interface for programs."""
    return render(request, "portal/open_data.html", {"here": "open-data", "editions": BulkEdition.objects.filter(withdrawn=False), "title": _("Open data")})


@require_safe
def download(request: HttpRequest, name: str) -> FileResponse:
    """One edition of the bulk download, while everything in it is public."""
    path = edition_path(name)
    if path is None:
        raise Http404
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="application/zip")
    response["Cache-Control"] = "no-cache"  # it may be withdrawn at any moment
    return response
