"""Lists of matters, for officers and for the public, and the tables as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from curule.desk.csv_file import as_csv
from curule.matters.docket import Filters, docket, found_entries
from curule.matters.models import EntryAudience, EntryRow, Matter
from curule.matters.numbers import in_file_name
from curule.matters.phrases import BRANCHES, branch_words, language
from curule.matters.reading import Reading, matters_for, stage_seen
from curule.matters.tribunals import has_branches, libraries
from curule.matters.views.asked import page_asked, reading_asked, tokens_asked

__all__ = ["matters", "matters_csv", "record_csv"]

A_PAGE = 50
SORTS = {"number": ("number",), "-number": ("-number",), "opened": ("opened_on", "number"), "-opened": ("-opened_on", "number"),
         "title": ("title", "number"), "-title": ("-title", "number")}


def _wanted(request: HttpRequest) -> QuerySet[Matter]:
    found = matters_for(tokens_asked(request))
    tribunal, kind, branch, text = (request.GET.get(name, "") for name in ("tribunal", "kind", "branch", "q"))
    if tribunal:
        found = found.filter(pack=tribunal)
    if kind:
        found = found.filter(kind=kind)
    if branch:
        found = found.filter(branch__in=[branch, branch.replace("_", "-")])
    for word in text.split()[:8]:
        found = found.filter(Q(number__icontains=word) | Q(title__icontains=word))
    return found.order_by(*SORTS.get(request.GET.get("sort", ""), SORTS["-opened"]))


def _with_stage(found: QuerySet[Matter], request: HttpRequest) -> QuerySet[Matter]:
    """Only those at the stage asked for: for matters of which the reader sees all, the stage that was projected; for others the stage
    folded from what the reader sees, since the projected one would betray hidden entries.
    """
    stage = request.GET.get("stage", "")
    if not stage:
        return found
    tokens = tokens_asked(request)
    meets = EntryAudience.objects.filter(entry=OuterRef("pk"), token__in=sorted(tokens))
    hidden = EntryRow.objects.filter(~Exists(meets), matter=OuterRef("pk"))
    in_part = found.order_by().filter(Exists(hidden))
    matching = [m.pk for m in in_part if stage_seen(m, tokens) == stage]
    return found.filter(Q(pk__in=matching) | (~Exists(hidden) & Q(projection__stage=stage)))


def _lines(page: Iterable[Matter], request: HttpRequest, lang: str) -> list[dict[str, Any]]:
    lines = []
    for matter in page:
        reading = Reading(matter, tokens_asked(request))
        lines.append({"matter": matter, "tribunal": reading.law.pack.short.of(lang), "kind": reading.kind.name.of(lang), "stage": reading.stage_words(lang),
                      "branch": branch_words(matter.branch), "entries": len(reading.entries),
                      "last": reading.entries[-1].done_on if reading.entries else None})
    return lines


def matters(request: HttpRequest) -> HttpResponse:
    """The matters that the reader may know of."""
    lang = language()
    shown = Paginator(_with_stage(_wanted(request), request), A_PAGE).get_page(page_asked(request))
    hosted = [law for law in libraries() if request.GET.get("tribunal", "") in ("", law.pack.code)]
    kinds = {kind.code: kind.name.of(lang) for law in hosted for kind in law.kinds.values()}
    stages = {code: words.of(lang) for law in hosted for kind in law.kinds.values()
              if not request.GET.get("kind") or kind.code == request.GET["kind"] for code, words in kind.stages.items()}
    asked = request.GET.copy()
    asked.pop("page", None)
    page = {"page": shown, "lines": _lines(shown.object_list, request, lang), "kinds": kinds, "stages": stages,
            "branches": {code: BRANCHES[code] for code in ("arusha", "the_hague")} if any(has_branches(law.pack.code) for law in hosted) else {},
            "tribunals": {law.pack.code: law.pack.short.of(lang) for law in libraries()}, "asked": asked, "sort": request.GET.get("sort", "-opened"),
            "query_string": asked.urlencode(), "is_filtered": any(request.GET.get(n) for n in ("tribunal", "kind", "branch", "stage", "q")),
            "sorts": _sort_links(request)}
    return render(request, "matters/list.html", page)


def _sort_links(request: HttpRequest) -> dict[str, dict[str, str]]:
    """For each column that sorts: the query that sorts by it, and how it is sorted now."""
    now = request.GET.get("sort", "-opened")
    links = {}
    for name in ("number", "title", "opened"):
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = f"-{name}" if now == name else name
        links[name] = {"query": query.urlencode(), "order": {name: "ascending", f"-{name}": "descending"}.get(now, "none")}
    return links


def matters_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV, filtered as the page is."""
    lang, found = language(), _with_stage(_wanted(request), request)

    def rows() -> Iterator[list[Any]]:
        yield ["number", "title", "kind", "branch", "stage", "opened_on", "entries"]
        for line in (_lines([m], request, lang)[0] for m in found):
            matter = line["matter"]
            yield [matter.number, matter.title, matter.kind, matter.branch, line["stage"], matter.opened_on.isoformat(), line["entries"]]

    return as_csv("matters", rows())


def record_csv(request: HttpRequest, number: str) -> StreamingHttpResponse:
    """The record as CSV, filtered as the page is."""
    reading, lang = reading_asked(request, number), language()
    filters = Filters(request.GET.get("q", "").strip()[:200], request.GET.get("organ", ""), request.GET.get("order") == "oldest")
    found = found_entries(reading, filters, lang)

    def rows() -> Iterator[list[Any]]:
        yield ["number", "done_on", "entered_at", "act", "organ", "phrase", "provisions", "audience", "diverges"]
        for start in range(0, len(found), 500):
            for line in docket(reading, found[start:start + 500], lang):
                yield [line.number, line.done_on.isoformat(), line.entered_at.isoformat() if line.entered_at else "", line.entry.act,
                       line.entry.actor.organ, line.title, "; ".join(c["words"] for c in line.cites), line.audience, line.diverges]

    return as_csv(f"record-{in_file_name(reading.matter.number)}", rows())
