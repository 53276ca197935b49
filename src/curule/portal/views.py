"""The pages of the portal. Whoever looks, they show what everybody may see."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from curule.matters.models import Matter
from curule.matters.phrases import branch_words, language
from curule.matters.tribunals import codes, libraries, library
from curule.matters.views.asked import page_asked
from curule.portal import seen
from curule.portal.bulk import edition_path
from curule.portal.cases import case_told, hearings_ahead
from curule.portal.counting import counted
from curule.portal.delays import ALLOWED, measured
from curule.portal.ecli import DECISIONS, ecli_of, found_by
from curule.portal.lists import Stretch, decisions_published, documents_published, latest, lines_of, stretch
from curule.portal.metadata import case_ld, document_ld, dublin_core_of_case, dublin_core_of_document
from curule.portal.models import BulkEdition, PressRelease, Publication
from curule.portal.statistics import by_month, indicators, plots
from curule.portal.summaries import stage_words, summaries_of
from curule.registry.models import Rendition
from curule.registry.numbering import court_of
from curule.registry.signatures import authorities, checked
from curule.search.shown import type_name
from curule.statutes.court_record.court import LANGUAGES

__all__ = ["calendar", "case", "case_data", "cases", "decisions", "document", "document_data", "documents", "download", "ecli", "home",
           "open_data_page", "publication_delays", "signatures", "statistics"]

A_PAGE = 30
PAGES_SHOWN = 60
LATE_SHOWN = 200
_RANGE = re.compile(r"bytes=(\d{1,15})-")
"""The rest of a file from a byte on; other ranges are answered with the whole."""
TONGUES = tuple(choice.value for choice in LANGUAGES)


@require_safe
@counted("home")
def home(request: HttpRequest) -> HttpResponse:
    """The first page: search, what is new, cases, hearings, press."""
    lang = language()
    found = seen.public_matters().filter(kind__in=seen.CASE_KINDS).order_by("-opened_on", "number")[:8]
    releases = [{"release": r, "title": r.title(lang)} for r in PressRelease.objects.filter(withdrawn=False, tribunal__in=codes())[:4]]
    return render(request, "portal/home.html", {"here": "home", "latest": latest(lang, 10), "cases": _case_lines(found, lang),
                                                "hearings": hearings_ahead(lang)[:5],
                                                "releases": releases, "tribunals": [law.pack.name.of(lang) for law in libraries()]})


def _case_lines(found: Any, lang: str) -> list[dict[str, Any]]:
    newest = Publication.objects.filter(matter=OuterRef("pk")).order_by("-entry_id").values("pk")[:1]
    matters = list(found.annotate(newest=Subquery(newest)))
    summaries = summaries_of(matters)
    last = {line.matter: line for line in lines_of(list(Publication.objects.filter(pk__in=[m.newest for m in matters])), lang)}
    return [{"matter": m, "kind": library(m.pack).kind(m.kind).name.of(lang), "stage": stage_words(m, summaries[m.pk].stage, lang),
             "branch": branch_words(m.branch), "last": last.get(m.number)} for m in matters]


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
    return render(request, "portal/cases.html", {"here": "cases", "page": shown,
                                                 "lines": _case_lines(found[(shown.number - 1) * A_PAGE:shown.number * A_PAGE], lang),
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
    shown = _stretch(request, decisions_published(packs), "done_on", lang)
    tribunals = [(law.pack.code, law.pack.name.of(lang)) for law in libraries()]
    return render(request, "portal/decisions.html", {"here": "decisions", "page": shown, "tribunals": tribunals, "tribunal": tribunal})


def _stretch(request: HttpRequest, found: QuerySet[Publication], by: str, lang: str) -> Stretch:
    return stretch(found, by, lang, size=A_PAGE, before=request.GET.get("before", "")[:20], after=request.GET.get("after", "")[:20])


@require_safe
@counted("documents")
def documents(request: HttpRequest, number: str = "") -> HttpResponse:
    """The documents, of one case or of all, by type, language and year, the newest first."""
    lang, matter = language(), _case_or_404(number) if number else None
    found = chosen = documents_published(matter)
    types = _types(matter, lang)
    asked = {name: request.GET.get(name, "") for name in ("type", "language", "year")}
    if asked["type"] in dict(types):
        chosen = chosen.filter(type=asked["type"])
    if asked["language"] in TONGUES:
        chosen = chosen.filter(language=asked["language"])
    if asked["year"].isdecimal() and 1990 <= int(asked["year"]) <= 2200:
        begins = datetime(int(asked["year"]), 1, 1, tzinfo=UTC)
        chosen = chosen.filter(filed_at__gte=begins, filed_at__lt=begins.replace(year=begins.year + 1))
    tongues = [(c.value, c.label.of(lang)) for c in LANGUAGES if c.value in TONGUES]
    return render(request, "portal/documents.html", {
        "here": "documents" if matter is None else "cases", "matter": matter, "page": _stretch(request, chosen, "filed_at", lang), "types": types,
        "tongues": tongues, "years": _years(found), "asked": asked, "is_chosen": chosen is not found})


def _types(matter: Matter | None, lang: str) -> list[tuple[str, str]]:
    """The types of documents of a court, or of all of them, by name."""
    found: dict[str, str] = {}
    for pack in [matter.pack] if matter is not None else codes():
        for code in (*court_of(Matter(pack=pack)).types, "annex"):
            found.setdefault(code, type_name(code, pack, lang))
    return sorted(found.items(), key=lambda pair: pair[1])


def _years(found: QuerySet[Publication]) -> list[int]:
    """The years in which they were filed, the latest first."""
    first, last = (found.order_by(order).values_list("filed_at", flat=True).first() for order in ("filed_at", "-filed_at"))
    return list(range(last.year, first.year - 1, -1)) if first and last else []


@require_safe
@counted("statistics")
def publication_delays(request: HttpRequest) -> HttpResponse:
    """The documents behind the indicator of publication: month by month, and those that were late."""
    today, lang = timezone.localdate(), language()
    late = measured(today - timedelta(days=365), today).filter(working__gt=int(ALLOWED.total_seconds()))
    rows = list(late.order_by("-due_from", "-entry_id")[:LATE_SHOWN])
    lines = {line.code: line for line in lines_of(rows, lang)}
    shown = [{"line": lines[p.code], "due_from": p.due_from, "public_at": p.public_at, "hours": p.working / 3600} for p in rows
             if p.code in lines and p.working is not None]
    return render(request, "portal/delays.html", {"here": "statistics", "months": by_month(today), "late": shown, "more": late.count() - len(rows)})


def _document_or_404(code: str) -> Rendition:
    found = seen.public_document(code)
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
    others = seen.public_documents(matter).filter(document=found.document).exclude(pk=found.pk).order_by("filed_at", "pk")
    together = seen.public_documents(matter).filter(document__filing=found.document.filing_id).exclude(document=found.document).order_by("document__position")
    return render(request, "portal/document.html", {"here": "cases", "together": together,
        "rendition": found, "matter": matter, "kind": kind, "texts": texts[:PAGES_SHOWN], "is_cut": len(texts) > PAGES_SHOWN, "others": others,
        "ecli": ecli_of(found) if found.document.document_type in DECISIONS else "", "dublin_core": dublin_core_of_document(found, kind, lang),
        "tribunal": library(matter.pack).pack.name.of(lang)})


@require_safe
@counted("document")
def signatures(request: HttpRequest, code: str) -> HttpResponse:
    """Whether the electronic signatures of a public document hold: anybody may check it."""
    found = _document_or_404(code)
    return render(request, "portal/signatures.html", {"here": "cases", "rendition": found, "matter": found.entry.matter, "checked": checked(found),
                                                      "authorities": len(authorities())})


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
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """One edition of the bulk download, while everything in it is public; from a byte on, for whoever goes on with a download that broke off."""
    path = edition_path(name)
    if path is None:
        raise Http404
    size, asked = path.stat().st_size, _RANGE.fullmatch(request.headers.get("Range", ""))
    first = int(asked[1]) if asked is not None and request.headers.get("If-Range", name) in (name, f'"{name}"') else 0
    response: HttpResponse | FileResponse
    if first >= size:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    else:
        content = path.open("rb")
        content.seek(first)
        response = FileResponse(content, as_attachment=True, filename=name, content_type="application/zip", status=206 if first else 200)
        response["Content-Length"] = str(size - first)
        if first:
            response["Content-Range"] = f"bytes {first}-{size - 1}/{size}"
    response["Accept-Ranges"], response["ETag"] = "bytes", f'"{name}"'
    response["Cache-Control"] = "no-cache"  # it may be withdrawn at any moment
    return response
