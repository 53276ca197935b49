"""What a case that grows costs: a filing, the docket page, the list by the API; the inbox with many finished items.

Everything is measured in processor time of one run on one database, so that other work on the machine weighs less, and as ratios. Cases of every size and both
inboxes are made first and then asked in turn, so that a slow moment of the machine falls on all of them alike.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from typing import Any

from benchmarks.spent import percentile

PAGE_BUDGET_MS, FLAT, INBOX = 150.0, 1.2, 1.2
SIZES = (100, 1000, 10_000, 30_000)


def options(parser: argparse.ArgumentParser) -> None:
    """What can be chosen."""
    parser.add_argument("--filings", type=int, default=10_000)
    parser.add_argument("--finished", type=int, default=10_000)
    parser.add_argument("--turns", type=int, default=60)
    parser.add_argument("--database", default="", help="an empty one: postgresql://user:password@host/name; SQLite where none is given")


def _start(database: str) -> None:
    os.environ.update(CURULE_HOME=tempfile.mkdtemp(prefix="curule-bench-"), CURULE_EMBEDDED="1", CURULE_SECRET_KEY="benchmark-" * 6,
                      DJANGO_SETTINGS_MODULE="curule.settings", CURULE_ALLOWED_HOSTS="testserver", **({"CURULE_DATABASE_URL": database} if database else {}))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _in_turn(asks: Mapping[Any, Callable[[], Any]], turns: int) -> dict[Any, dict[str, float]]:
    """Median and 95th percentile of the processor time of each, in milliseconds; asked one after another, so many times."""
    taken: dict[Any, list[float]] = {name: [] for name in asks}
    for ask in asks.values():
        ask()
    for _ in range(turns):
        for name, ask in asks.items():
            began = time.process_time()
            ask()
            taken[name].append((time.process_time() - began) * 1000)
    return {name: {"p50": statistics.median(values), "p95": percentile(values, 0.95)} for name, values in taken.items()}


def measure(arguments: argparse.Namespace) -> tuple[dict[str, Any], list[str], bool]:
    """The figures, the lines to print, and whether the targets were met."""
    _start(arguments.database)
    sizes = [n for n in SIZES if n < arguments.filings] + [arguments.filings]
    figures: dict[str, Any] = _dockets(sizes, arguments.turns)
    figures["inbox"] = _inboxes(sizes[-1], arguments)
    lines, met = [], True
    for what, found in figures.items():
        least, most = found[min(found)], found[max(found)]
        lines += [f"{what}, {size:>6}: p50 {one['p50']:6.1f} ms, p95 {one['p95']:6.1f} ms" for size, one in found.items()]
        growth, target = most["p50"] / least["p50"], INBOX if what == "inbox" else FLAT
        lines.append(f"{what}, {max(found)} against {min(found)}: {growth:.2f} times (target: at most {target}; p95 {most['p95'] / least['p95']:.2f} times)")
        met = met and growth <= target
    page = figures["docket page"][sizes[-1]]["p95"]
    lines.append(f"docket page of {sizes[-1]} filings, p95: {page:.1f} ms (target: at most {PAGE_BUDGET_MS:.0f} ms)")
    return figures, lines, met and page <= PAGE_BUDGET_MS


def _dockets(sizes: list[int], turns: int) -> dict[str, Any]:
    """Filing into cases of these sizes, and their pages for counsel who does not see all."""
    from django.test import Client
    from tests.web.matter_samples import open_case
    from tests.web.registry_samples import person

    person("prosecutor", "prosecutor")
    cases, readers = {size: open_case(f"MICT-26-{size}") for size in sizes}, {}
    for size, case in cases.items():
        readers[size] = Client()
        readers[size].force_login(person(f"counsel-{size}", "defence", case.number, f"C{size}"))
        for n in range(1, size + 1):
            _file(case, n)
    count = dict.fromkeys(sizes, 0)

    def file(size: int) -> None:
        count[size] += 1
        _file(cases[size], size + count[size])

    def asked(address: str) -> dict[Any, dict[str, float]]:
        return _in_turn({size: lambda size=size: readers[size].get(address.format(cases[size].number)) for size in sizes}, turns)  # type: ignore[misc]

    return {"filing": _in_turn({size: lambda size=size: file(size) for size in sizes}, turns),  # type: ignore[misc]
            "docket page": asked("/matters/{}/"), "list by the API": asked("/api/matters/{}/documents?count=100")}


FILERS = ("prosecutor", "defence:C01", "defence:C02", "defence:C03")
ADDRESSEES = ("person:C01", "person:C02", "organ:prosecutor", "person:C01,person:C02", "organ:prosecutor,person:C03", "person:C03")
CLASSES = ("public",) * 12 + ("confidential",) * 5 + ("strictly_confidential", "ex_parte", "under_seal")
"""Of twenty filings: twelve public, five confidential, one strictly so, one ex parte and one under seal, for addressees in turn."""


def _classified(n: int) -> dict[str, str]:
    classification = CLASSES[n * 7 % 20]
    return {"classification": classification, **({"addressees": ADDRESSEES[n // 20 % 6]} if classification in ("ex_parte", "under_seal") else {})}


def _word(filer: str) -> str:
    """The audience word of a party."""
    organ, _, person = filer.partition(":")
    return f"person:{person}" if person else f"organ:{organ}"


def _file(case: Any, n: int) -> None:
    """One filing of a life: notices of four parties and, each fifth, a motion, which is decided 47 filings later: about ten are open at any time."""
    from django.utils import timezone

    from curule.law.view import Actor
    from curule.registry.filing import Kept, Occasion, ToFile, file_together
    from curule.registry.models import new_code

    code = new_code()
    kept = Kept(f"document/{code}", "f.pdf", 1, "f.pdf", "application/pdf", 1000, "0" * 128, 3, 900)
    given: dict[str, Any] = {"title": f"Document {n} on the schedule", "language": "en", "document_type": "notice", **_classified(n)}
    actor = Actor.parse(FILERS[n * 5 // 4 % 4])
    if n % 5 == 3:
        given["document_type"] = "motion"
    elif n % 5 == 0 and n > 47:
        actor = Actor("single_judge")
        given |= {"document_type": "decision", "decides": [n - 47 + 1], **_classified(n - 47)}  # the case was opened by the first entry
        if "addressees" in given:  # and its filer has the decision too
            given["addressees"] += f",{_word(FILERS[(n - 47) * 5 // 4 % 4])}"
    file_together(Occasion(case, actor, "prosecutor", timezone.now(), "UTC"), [ToFile("file_document", given, kept, document_code=code)])


def _inboxes(size: int, arguments: argparse.Namespace) -> dict[Any, dict[str, float]]:
    """The inbox of somebody with ten finished notices and five that are open, and of somebody with many finished ones."""
    return _in_turn({finished: _inbox(finished, f"MICT-26-{size}") for finished in (10, arguments.finished)}, arguments.turns)


def _inbox(finished: int, number: str) -> Callable[[], Any]:
    from django.test import Client
    from django.utils import timezone
    from tests.web.registry_samples import person

    from curule.matters.models import EntryRow
    from curule.notices.models import Notice

    reader = person(f"reader-{finished}", "defence", number, f"R{finished}")
    rows = list(EntryRow.objects.filter(matter__number=number, audience__token="public")[: finished + 5])
    now = timezone.now()
    Notice.objects.bulk_create([Notice(entry=row, user=reader, made_at=now, read_at=now, done_at=now) for row in rows[5:]], batch_size=500)
    Notice.objects.bulk_create([Notice(entry=row, user=reader, made_at=now) for row in rows[:5]])
    browser = Client()
    browser.force_login(reader)
    return lambda: browser.get("/inbox/")
