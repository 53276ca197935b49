"""The public portal: every page at a small and at a large record, in processor time, queries and weight.

Each page is asked of two records in turn: a small one (ten cases, a hundred filings in the first) and a large one (``--cases``, ``--filings`` in the first,
``--documents`` public documents in all). Flat means: the large one takes at most twice the small one, or stays under a tenth of the budget.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

BUDGET_MS, FLAT = 150.0, 2.0
TURNS = 7
PHONE = {"HTTP_USER_AGENT": "Mozilla/5.0 (Android 15; Mobile) Firefox/140.0"}
SMALL = (10, 100, 1_000)


def options(parser: argparse.ArgumentParser) -> None:
    """What can be chosen."""
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--filings", type=int, default=10_000)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--home", default="", help="keep the records in this folder, and use them again where they are there")
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)


def measure(arguments: argparse.Namespace) -> tuple[dict[str, Any], list[str], bool]:
    """The figures, the lines to print, and whether the targets were met."""
    large = (arguments.cases, arguments.filings, arguments.documents)
    if arguments.one:
        pages = _pages(Path(arguments.home), tuple(map(int, arguments.one.split(","))))
        return pages, [json.dumps(pages)], True
    home = arguments.home or tempfile.mkdtemp(prefix="curule-portal-")
    small, big = (_apart(Path(home) / name, size) for name, size in (("small", SMALL), ("large", large)))
    lines, met = [f"{'page':<44}{'small':>9}{'large':>9}{'times':>7}{'queries':>9}{'kB sent':>9}"], True
    for page, found in big.items():
        times = found["ms"] / small[page]["ms"]
        fine = found["ms"] <= BUDGET_MS and (times <= FLAT or found["ms"] <= BUDGET_MS / 10)
        met &= fine
        lines.append(f"{page:<44}{small[page]['ms']:>7.1f}ms{found['ms']:>7.1f}ms{times:>7.2f}{found['queries']:>9}{found['sent'] / 1000:>9.1f}"
                     + ("" if fine else "  target not met"))
    return {"small": small, "large": big}, lines, met


def _apart(home: Path, size: tuple[int, ...]) -> Any:
    """The figures of one record, in a process of its own."""
    asked = [sys.executable, str(Path(__file__).with_name("record.py")), "portal", "--json", "--home", str(home), "--one", ",".join(map(str, size))]
    return json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)


def _pages(home: Path, size: tuple[int, ...]) -> dict[str, Any]:
    is_new = not (home / "seeded").exists()
    _start(home)
    if is_new:
        from benchmarks.seeding import seed

        seed(*size)
        _derive()
        (home / "seeded").touch()
    return {name: _page(path) for name, path in _paths().items()}


def _start(home: Path) -> None:
    os.environ.update(CURULE_HOME=str(home), CURULE_EMBEDDED="1", CURULE_SECRET_KEY="benchmark-" * 6, DJANGO_SETTINGS_MODULE="curule.settings",
                      CURULE_ALLOWED_HOSTS="testserver")
    import django
    from django.core.management import call_command

    home.mkdir(parents=True, exist_ok=True)
    django.setup()
    call_command("migrate", verbosity=0)


def _derive() -> None:
    """What a listener or a timer would have made in the life of such a record."""
    from curule.matters.models import Matter
    from curule.matters.projections import rebuild
    from curule.search.upkeep import rebuild as index

    for matter in Matter.objects.iterator():
        rebuild(matter)
    index()


def _paths() -> dict[str, str]:
    from curule.portal.ecli import ecli_of
    from curule.portal.models import Publication
    from curule.registry.models import Rendition

    decision = Rendition.objects.filter(document__document_type="decision", entry__audience__token="public").order_by("pk")[0]
    case, oldest = "MICT-26-1", Publication.objects.filter(rendition__isnull=False).order_by("filed_at")
    deep = oldest[60].code
    return {"home": "/public/", "cases": "/public/cases/", "case": f"/public/cases/{case}/", "short case": "/public/cases/MICT-26-9/",
            "case data": f"/public/cases/{case}/data.jsonld", "decisions": "/public/decisions/", "document": f"/public/documents/{decision.code}/",
            "document data": f"/public/documents/{decision.code}/data.jsonld", "calendar": "/public/calendar/", "statistics": "/public/statistics/",
            "press": "/public/press/", "feed": "/public/feed.atom", "case feed": f"/public/cases/{case}/feed.atom", "open data": "/open-data/",
            "identifier": f"/ecli/{ecli_of(decision)}/", "api cases": "/open-data/v1/cases", "api case": f"/open-data/v1/cases/{case}",
            "api entries": f"/open-data/v1/cases/{case}/entries", "api documents": "/open-data/v1/documents",
            "api documents, deep": f"/open-data/v1/documents?before={deep}",
            "documents": "/public/documents/", "documents, deep": f"/public/documents/?before={deep}",
            "documents of a type": "/public/documents/?type=decision",
            "documents of a type, rare": "/public/documents/?type=judgement", "documents of a case": f"/public/cases/{case}/documents/",
            "documents of a case, of a type": f"/public/cases/{case}/documents/?type=decision&language=fr", "late documents": "/public/statistics/publication/",
            "map": "/sitemap.xml", "map of pages": "/sitemap-pages.xml", "map of a case": f"/sitemaps/{case}.xml",
            "api documents of a case": f"/open-data/v1/documents?case={case}", "api document": f"/open-data/v1/documents/{decision.code}"}


def _page(path: str) -> dict[str, Any]:
    """Processor time of a page once the process knows the record, its queries, and what goes over the line."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    browser, taken = Client(), []
    began = time.process_time()
    browser.get(path, **PHONE)
    first = (time.process_time() - began) * 1000
    for _ in range(TURNS):
        began = time.process_time()
        answer = browser.get(path, **PHONE)
        taken.append((time.process_time() - began) * 1000)
    with CaptureQueriesContext(connection) as asked:
        browser.get(path, **PHONE)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return {"status": answer.status_code, "ms": statistics.median(taken), "first_ms": first, "queries": len(asked), "sent": len(gzip.compress(content))}
