"""Maps for search engines: the pages of the portal, and for each public case its documents. What is not public is in none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from curule.portal.seen import CASE_KINDS, public_case, public_documents, public_matters

__all__ = ["case_map", "index", "pages", "robots"]

FORM = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""Addresses in one map; more are not read (sitemaps.org)."""
FIXED = ("home", "cases", "documents", "decisions", "calendar", "statistics", "press", "open-data")


def _xml(root: str, item: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{FORM}">\n'
    for address, changed in rows:
        yield f"<{item}><loc>{escape(address)}</loc>{f'<lastmod>{changed}</lastmod>' if changed else ''}</{item}>\n"
    yield f"</{root}>\n"


def _answer(root: str, item: str, rows: Iterable[tuple[str, str]]) -> StreamingHttpResponse:
    return StreamingHttpResponse(_xml(root, item, rows), content_type="application/xml; charset=utf-8")


@require_safe
def index(request: HttpRequest) -> StreamingHttpResponse:
    """Which maps there are: one of the pages, one for each case."""
    cases = public_matters().filter(kind__in=CASE_KINDS).order_by("number").values_list("number", flat=True)[:MOST - 1]
    places = [reverse("portal:sitemap-pages"), *(reverse("portal:sitemap-case", args=[number]) for number in cases)]
    return _answer("sitemapindex", "sitemap", ((request.build_absolute_uri(place), "") for place in places))


@require_safe
def pages(request: HttpRequest) -> StreamingHttpResponse:
    """The pages that are always there, and those of the cases."""
    cases = public_matters().filter(kind__in=CASE_KINDS).order_by("number").values_list("number", flat=True)[:MOST - len(FIXED)]
    places = [*(reverse(f"portal:{name}") for name in FIXED), *(reverse("portal:case", args=[number]) for number in cases)]
    return _answer("urlset", "url", ((request.build_absolute_uri(place), "") for place in places))


@require_safe
def case_map(request: HttpRequest, number: str) -> StreamingHttpResponse:
    """The documents of a case, the newest first."""
    matter = public_case(number)
    if matter is None:
        raise Http404
    found = public_documents(matter).select_related(None).filter(publication__isnull=False).order_by("-publication__filed_at", "-entry")
    before, _code, after = request.build_absolute_uri(reverse("portal:document", args=["CODE"])).partition("CODE")
    rows = found.values_list("code", "publication__public_at")[:MOST]
    return _answer("urlset", "url", ((f"{before}{code}{after}", moment.date().isoformat()) for code, moment in rows.iterator(2_000)))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Robots may read the public record, and are told where its maps are."""
    lines = ("User-agent: *", "Disallow: /", "Allow: /public/", "Allow: /open-data/", "Allow: /ecli/", "Allow: /documents/", "Allow: /static/",
             "Allow: /sitemap",
             f"Sitemap: {request.build_absolute_uri(reverse('portal:sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
