"""The law explorer: instruments, articles, acts, charts, search. Open to everybody; only what it says of matters depends on the reader."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from curule.desk.csv_file import as_csv
from curule.law.rules import Class
from curule.law.views import ArticlePage
from curule.lawbook.acts import act_told, acts_told
from curule.lawbook.aligned import article_heads, chosen, rows_of, tongue, unaligned
from curule.lawbook.articles import article_told, chart_of, chart_told, mermaid_of
from curule.lawbook.data import article_data, instrument_rows
from curule.lawbook.instruments import Shelf, codes_of_instruments, shelf_of
from curule.lawbook.live import applications
from curule.lawbook.measured import Measured, measured
from curule.lawbook.rules_told import words_of_class
from curule.lawbook.searching import search
from curule.matters.phrases import language
from curule.matters.tribunals import codes
from curule.matters.views.asked import day_asked, tokens_asked

__all__ = ["act", "acts", "article", "article_json", "chart", "index", "instrument", "instrument_csv", "instrument_json", "mermaid", "search_page"]

COOKIE = "curule-law-languages"
CLASS_ORDER = Class.ALL


def _shelf(code: str, lang: str) -> Shelf:
    found = shelf_of(code, lang)
    if found is None:
        raise Http404
    return found


def _measured(pack: str) -> Measured:
    if pack not in codes():
        raise Http404
    return measured(pack)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The instruments, and the articles of each with their marks."""
    lang = language()
    shelves = [shelf for code in codes_of_instruments() if (shelf := shelf_of(code, lang)) is not None]
    packs = [{"code": code, "name": measured(code).library.pack.name.of(lang), "acts": len(measured(code).library.acts),
              "kinds": [{"code": k.code, "name": k.name.of(lang)} for k in measured(code).library.kinds.values()]} for code in codes()]
    return render(request, "lawbook/index.html", {"shelves": [_told(shelf) for shelf in shelves], "packs": packs})


@require_safe
def instrument(request: HttpRequest, instrument: str) -> HttpResponse:
    """One instrument: its editions, its articles, what could not be aligned."""
    shelf = _shelf(instrument, language())
    return render(request, "lawbook/instrument.html", {**_told(shelf), "unaligned": [
        {"line": unit.line, "tongue": tongue(unit.edition.language), "text": unit.text, "reason": unit.reason.get(language(), "")}
        for unit in unaligned(instrument)]})


def _told(shelf: Shelf) -> dict[str, Any]:
    return {"shelf": shelf, "total": shelf.total, "is_pending": shelf.measured is not None and shelf.measured.is_pending,
            "is_measured": shelf.measured is not None and shelf.measured.coverage is not None,
            "classes": [(words_of_class(cls), shelf.total.classes[cls]) for cls in CLASS_ORDER] if shelf.measured else [],
            "editions": [{"edition": e, "tongue": tongue(e.language)} for e in shelf.editions]}


def _languages_asked(request: HttpRequest) -> list[str]:
    """The languages of the official text that the reader chose: in the address, else the last time."""
    asked = [code for code in request.GET.getlist("text") if code]
    return asked or request.COOKIES.get(COOKIE, "").split(".")


@require_safe
def article(request: HttpRequest, instrument: str, article: str) -> HttpResponse:
    """One article: the tree, the official text in two languages, and what Curule does with it."""
    lang, on = language(), day_asked(request, "on")
    shelf = _shelf(instrument, lang)
    found = shelf.article(f"{instrument}:{article}")
    if found is None:
        raise Http404
    languages = chosen(shelf.editions, _languages_asked(request), lang)
    rows, heading = rows_of(shelf.editions, found.key, languages, lang)
    page = shelf.measured.pages.get(found.key, ArticlePage(found.key)) if shelf.measured else None
    context: dict[str, Any] = {
        "shelf": shelf, "article": found, "on": on, "rows": rows, "heading": heading if any(heading) else [],
        "headline": article_heads(instrument, lang).get(found.key, "") if shelf.editions else "",
        "tongues": [tongue(code) for code in languages], "editions": [{"edition": e, "tongue": tongue(e.language)} for e in shelf.editions],
        "second": languages[1] if len(languages) > 1 else "", "is_long": len(rows) > 12,
    }
    context["before"], context["after"] = shelf.neighbours(found.key)
    if page is not None and shelf.measured is not None:
        context |= article_told(shelf.measured, page, lang, on, {row.provision for row in rows if row.anchor})
        context["applied"] = applications(shelf.measured.library, page.rules, tokens_asked(request), lang)
        context["unclassified"] = found.mark.unclassified if found.mark else []
        context["classes"] = [(words_of_class(cls), found.mark.classes[cls]) for cls in CLASS_ORDER if found.mark and found.mark.classes[cls]]
        context["is_measured"] = shelf.measured.coverage is not None
    response = render(request, "lawbook/article.html", context)
    if request.GET.getlist("text"):
        response.set_cookie(COOKIE, ".".join(languages), max_age=settings.LANGUAGE_COOKIE_AGE, secure=settings.LANGUAGE_COOKIE_SECURE,
                            httponly=True, samesite="Lax")
    return response


@require_safe
def article_json(request: HttpRequest, instrument: str, article: str) -> HttpResponse:
    """The same article as data."""
    lang = language()
    shelf = _shelf(instrument, lang)
    found = shelf.article(f"{instrument}:{article}")
    if found is None:
        raise Http404
    return JsonResponse(article_data(shelf, found, lang, day_asked(request, "on")), json_dumps_params={"ensure_ascii": False, "indent": 1})


@require_safe
def instrument_json(request: HttpRequest, instrument: str) -> HttpResponse:
    """The articles of an instrument with their marks, as data."""
    shelf = _shelf(instrument, language())
    return JsonResponse({"instrument": shelf.code, "title": shelf.title, "articles": instrument_rows(shelf)},
                        json_dumps_params={"ensure_ascii": False, "indent": 1})


@require_safe
def instrument_csv(request: HttpRequest, instrument: str) -> StreamingHttpResponse:
    """The articles of an instrument with their marks, for a spreadsheet."""
    rows = instrument_rows(_shelf(instrument, language()))
    columns = list(rows[0]) if rows else ["id"]
    return as_csv(instrument, [columns, *([row[name] for name in columns] for row in rows)])


@require_safe
def acts(request: HttpRequest, pack: str) -> HttpResponse:
    """All acts of a tribunal, by kind of matter."""
    found = _measured(pack)
    return render(request, "lawbook/acts.html", {"pack": found.library.pack, "pack_name": found.library.pack.name.of(language()),
                                                 "kinds": acts_told(found, language())})


@require_safe
def act(request: HttpRequest, pack: str, act: str) -> HttpResponse:
    """The reference page of an act, made from its declaration."""
    found = _measured(pack)
    if act not in found.library.acts:
        raise Http404
    on = day_asked(request, "on")
    told = act_told(found, act, language(), on)
    return render(request, "lawbook/act.html", {**told, "schema_text": json.dumps(told["schema"], ensure_ascii=False, indent=2), "on": on})


@require_safe
def chart(request: HttpRequest, pack: str, kind: str) -> HttpResponse:
    """The state chart of a kind of matter."""
    found = _measured(pack)
    if kind not in found.library.kinds:
        raise Http404
    drawn = chart_of(pack, kind)
    return render(request, "lawbook/chart_page.html", {
        "pack": found.library.pack, "kind_name": found.library.kinds[kind].name.of(language()),
        "chart": chart_told(found.library, drawn, language()) if drawn is not None else None})


@require_safe
def mermaid(request: HttpRequest, pack: str, kind: str) -> HttpResponse:
    """The same chart as Mermaid source."""
    if kind not in _measured(pack).library.kinds:
        raise Http404
    return HttpResponse(mermaid_of(pack, kind, language()), content_type="text/plain; charset=utf-8")


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Search within the law."""
    wanted = request.GET.get("q", "").strip()[:200]
    return render(request, "lawbook/search.html", {"wanted": wanted, "found": search(wanted, language()) if wanted else []})
