"""Filing throughput, the docket page of a case that grows, the inbox with many finished items.

Everything is measured in processor time of one run on one database, so that other work on the machine weighs less, and as ratios: the page at the largest
size against the page at a hundred filings, the inbox with many finished notices against one with ten.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from typing import Any

PAGE_BUDGET_MS, FLAT, INBOX = 150.0, 2.0, 1.2
TURNS = 15


def options(parser: argparse.ArgumentParser) -> None:
    """What can be chosen."""
    parser.add_argument("--filings", type=int, default=10_000)
    parser.add_argument("--finished", type=int, default=10_000)


def _start() -> None:
    os.environ.update(CURULE_HOME=tempfile.mkdtemp(prefix="curule-bench-"), CURULE_EMBEDDED="1", CURULE_SECRET_KEY="benchmark-" * 6,
                      DJANGO_SETTINGS_MODULE="curule.settings", CURULE_ALLOWED_HOSTS="testserver")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _median_ms(ask: Callable[[], Any]) -> float:
    ask()
    taken = []
    for _ in range(TURNS):
        began = time.process_time()
        ask()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)


def measure(arguments: argparse.Namespace) -> tuple[dict[str, Any], list[str], bool]:
    """The figures, the lines to print, and whether the targets were met."""
    _start()
    docket = _docket(arguments.filings)
    few, many = _inbox(10), _inbox(arguments.finished)
    first, last = docket[0], docket[-1]
    growth, weight = last["page_ms"] / first["page_ms"], many / few
    lines = [f"{d['filings']:>6} filings: {d['filing_ms']:6.1f} ms a filing, docket page {d['page_ms']:6.1f} ms" for d in docket]
    lines += [f"docket page, {last['filings']} against {first['filings']} filings: {growth:.2f} times (target: at most {FLAT}, and {PAGE_BUDGET_MS:.0f} ms)",
              f"inbox with {arguments.finished} finished notices against 10: {weight:.2f} times (target: at most {INBOX})"]
    met = growth <= FLAT and last["page_ms"] <= PAGE_BUDGET_MS and weight <= INBOX
    return {"docket": docket, "growth": growth, "inbox": weight}, lines, met


def _docket(most: int) -> list[dict[str, float]]:
    from django.test import Client
    from tests.web.matter_samples import open_case
    from tests.web.registry_samples import person

    case = open_case("MICT-26-1")
    person("prosecutor", "prosecutor")
    counsel = person("counsel", "defence", "MICT-26-1", "C01")
    browser = Client()
    browser.force_login(counsel)
    marks = [n for n in (100, 1000, 3000, 10_000, 30_000) if n < most] + [most]
    found, n, began, before = [], 0, time.process_time(), 0
    for mark in marks:
        while n < mark:
            n += 1
            _file(case, n)
        each = (time.process_time() - began) / (n - before) * 1000
        found.append({"filings": n, "filing_ms": each, "page_ms": _median_ms(lambda: browser.get("/matters/MICT-26-1/"))})
        began, before = time.process_time(), n
    return found


def _file(case: Any, n: int) -> None:
    """One filing of a life: notices and motions of both parties, some confidential; each tenth is a decision on the motion before it."""
    from django.utils import timezone

    from curule.law.view import Actor
    from curule.registry.filing import Kept, Occasion, ToFile, file_together

    kept = Kept(f"document/{n:020d}", "f.pdf", 1, "f.pdf", "application/pdf", 1000, "0" * 128, 3, 900)
    given: dict[str, Any] = {"title": f"Document {n} on the schedule", "language": "en", "classification": "public" if n % 3 else "confidential"}
    actor = Actor("prosecutor") if n % 2 else Actor("defence", "C01")
    if n % 10 == 0:
        case.refresh_from_db()
        given |= {"document_type": "decision", "classification": "public", "decides": [case.count]}
        actor = Actor("single_judge")
    else:
        given["document_type"] = "motion" if n % 10 == 9 else "notice"
    file_together(Occasion(case, actor, "prosecutor", timezone.now(), "UTC"), [ToFile("file_document", given, kept, document_code=f"{n:020d}")])


def _inbox(finished: int) -> float:
    """Processor time of the inbox of somebody with so many finished notices and five that are open."""
    from django.test import Client
    from django.utils import timezone
    from tests.web.registry_samples import person

    from curule.matters.models import EntryRow
    from curule.notices.models import Notice

    reader = person(f"reader-{finished}", "defence", "MICT-26-1", f"R{finished}")
    rows = list(EntryRow.objects.filter(matter__number="MICT-26-1", audience__token="public")[: finished + 5])
    now = timezone.now()
    Notice.objects.bulk_create([Notice(entry=row, user=reader, made_at=now, read_at=now, done_at=now) for row in rows[5:]], batch_size=500)
    Notice.objects.bulk_create([Notice(entry=row, user=reader, made_at=now) for row in rows[:5]])
    browser = Client()
    browser.force_login(reader)
    return _median_ms(lambda: browser.get("/inbox/"))
