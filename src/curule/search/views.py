"""The pages of search: hits with facets, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from curule.citations import query_keys
from curule.desk.csv_file import as_csv
from curule.matters.phrases import language
from curule.matters.views.asked import page_asked, tokens_asked
from curule.search.asking import Asked, asked_of
from curule.search.compiling import words_asked
from curule.search.finding import A_PAGE, DEEPEST, SORTS, find, find_all
from curule.search.folding import fold
from curule.search.questions import QuestionFault
from curule.search.shown import Hit, facet_names, hits_of

__all__ = ["results", "results_csv", "results_json", "search"]

COLUMNS = ("filed_on", "matter", "matter_title", "type", "number", "title", "organ", "language", "address")


def results(tokens: frozenset[str], asked: Asked, page: int, lang: str) -> dict[str, Any]:
    """What the page of hits and the interface for programs both tell. Raises :class:`QuestionFault`."""
    node = asked.node
    found = find(tokens, node, limits=asked.limits, sort=asked.sort, page=page)
    return {"total": found.total, "hits": hits_of(found.rows, tokens, words_asked(node), lang), "suggestion": found.suggestion,
            "facets": {name: list(facet_names(name, values, lang)) for name, values in found.facets.items()}}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The page of hits."""
    asked, lang, page = asked_of(request.GET), language(), page_asked(request)
    context: dict[str, Any] = {"asked": asked, "query": asked.words, "sorts": _sorts(asked), "page_number": page, "headings": _headings(),
                               "data_query": asked.query()}
    if not asked.is_empty:
        try:
            context |= results(tokens_asked(request), asked, page, lang)
        except QuestionFault as fault:
            context["fault"] = fault.says.of(lang)
        else:
            last = _last_page(context["total"])
            if page > last:  # an address of a time with more hits
                return redirect(f"{request.path}?{asked.query(page=str(last))}")
            context |= _around(asked, context, page)
    return render(request, "search/search.html", context)


def _last_page(total: int) -> int:
    return max(min(-(-total // A_PAGE), DEEPEST // A_PAGE), 1)


def _around(asked: Asked, told: dict[str, Any], page: int) -> dict[str, Any]:
    """Links beside the hits: pages, facets, the better spelling."""
    last = _last_page(told["total"])
    made: dict[str, Any] = {
        "last_page": last, "before": asked.query(page=str(page - 1)) if page > 1 else "", "after": asked.query(page=str(page + 1)) if page < last else "",
        "first_hit": (page - 1) * A_PAGE + 1 if told["hits"] else 0, "last_hit": (page - 1) * A_PAGE + len(told["hits"]),
        "groups": [{"name": _headings()[name], "lines": [{**line, "query": asked.query(**{name: None if asked.chosen.get(name) else line["value"]}),
                                                         "is_chosen": bool(asked.chosen.get(name))} for line in lines]}
                   for name, lines in told["facets"].items() if len(lines) > 1 or asked.chosen.get(name)],
        "chosen": [{"name": _headings().get(name, name), "value": value, "query": asked.query(**{name: None})} for name, value in asked.chosen.items()]}
    if '"' not in asked.words and ":" not in asked.words and query_keys(asked.words):
        made["citing"] = {"what": asked.words, "query": asked.query(q=f'cites:"{asked.words}"')}
    if told["suggestion"]:
        written, better = told["suggestion"]
        made["better"] = {"word": better, "query": asked.query(q=_replaced(asked.words, written, better))}
    return made


def _replaced(words: str, written: str, better: str) -> str:
    return " ".join(better if fold(word) == fold(written) else word for word in words.split())


def _headings() -> dict[str, str]:
    return {"type": _("Type"), "matter": _("Matter"), "organ": _("Filed by"), "lang": _("Language"), "year": _("Year"), "tribunal": _("Tribunal"),
            "class": _("Classification"), "from": _("From"), "to": _("To")}


def _sorts(asked: Asked) -> list[dict[str, Any]]:
    names = {"relevance": _("best first"), "newest": _("newest first"), "oldest": _("oldest first")}
    return [{"name": names[sort], "query": asked.query(sort=sort if sort != SORTS[0] else None), "is_here": asked.sort == sort} for sort in SORTS]


def _line(hit: Hit, request: HttpRequest) -> dict[str, Any]:
    return {"filed_on": hit.filed_on.isoformat(), "matter": hit.matter, "matter_title": hit.matter_title, "type": hit.type, "number": hit.number,
            "title": hit.title, "organ": hit.organ, "language": hit.language, "address": request.build_absolute_uri(hit.href)}


@require_safe
def results_json(request: HttpRequest) -> HttpResponse:
    """One page of hits as data."""
    asked, page = asked_of(request.GET), page_asked(request)
    try:
        told = results(tokens_asked(request), asked, page, language())
    except QuestionFault as fault:
        return JsonResponse({"error": {"code": "question", "says": fault.says.of(language())}}, status=422)
    return JsonResponse({"total": told["total"], "page": page, "suggestion": told["suggestion"][1] if told["suggestion"] else None,
                         "facets": told["facets"], "items": [_line(hit, request) for hit in told["hits"]]}, json_dumps_params={"ensure_ascii": False})


@require_safe
def results_csv(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """All hits, newest first, for a spreadsheet."""
    asked, tokens, lang = asked_of(request.GET), tokens_asked(request), language()
    try:
        node, limits = asked.node, asked.limits
    except QuestionFault as fault:
        return HttpResponse(fault.says.of(lang), status=422, content_type="text/plain; charset=utf-8")
    rows = list(find_all(tokens, node, limits=limits))

    def lines() -> Iterator[list[str]]:
        yield list(COLUMNS)
        for at in range(0, len(rows), 100):
            for hit in hits_of(rows[at:at + 100], tokens, (), lang):
                told = _line(hit, request)
                yield [told[name] for name in COLUMNS]

    return as_csv("search", lines())
