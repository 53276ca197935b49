"""Whether time tells what the pages do not: "not found" against "not allowed", and an unknown account against a known one.

    .venv/bin/python scripts/timing.py                    400 requests of each kind, in turn
    .venv/bin/python scripts/timing.py --requests 2000

Each address is asked once for a thing that is there and hidden, once for one that does not exist, in changing order, in one process; compared are
processor time and time on the clock, by their medians and by the rank test of Mann and Whitney. The end is 1 where a difference of more than a
twentieth of the median is also beyond chance (p < 0.001 in both measures): what is smaller drowns in any network, and what is rarer is chance.
"""

from __future__ import annotations

import argparse
import logging
import math
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REQUESTS, BEFORE = 400, 20
PART, CHANCE = 0.05, 0.001
Pair = tuple[Callable[[], Any], Callable[[], Any]]


def mann_whitney(one: Sequence[float], other: Sequence[float]) -> tuple[float, float]:
    """The statistic U of ``one`` and the two-sided p by the normal approximation, with ties and the correction for continuity.

    >>> mann_whitney([1.0, 2.0, 3.0], [1.0, 2.0, 3.0])
    (4.5, 1.0)
    """
    n, m = len(one), len(other)
    both = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    counts = Counter(value for value, _side in both)
    rank, ranks = 0, {}
    for value in sorted(counts):
        ranks[value] = rank + (counts[value] + 1) / 2
        rank += counts[value]
    u = sum(ranks[value] for value in one) - n * (n + 1) / 2
    ties = sum(count**3 - count for count in counts.values())
    variance = n * m / 12 * ((n + m + 1) - ties / ((n + m) * (n + m - 1)))
    if variance == 0:
        return u, 1.0
    z = max(abs(u - n * m / 2) - 0.5, 0) / math.sqrt(variance)
    return u, math.erfc(z / math.sqrt(2))


def telling(hidden: Sequence[float], absent: Sequence[float]) -> tuple[bool, float, float, float]:
    """Whether two samples differ by more than a twentieth and beyond chance; both medians, and p."""
    low, high = statistics.median(hidden), statistics.median(absent)
    p = mann_whitney(hidden, absent)[1]
    return p < CHANCE and abs(low - high) > PART * min(low, high), low, high, p


def measured(pair: Pair, requests: int) -> dict[str, tuple[list[float], list[float]]]:
    """Milliseconds of both sides, ``wall`` and ``processor``, asked in changing order."""
    order = random.Random(20)  # noqa: S311 - an order, no secret
    found: dict[str, tuple[list[float], list[float]]] = {"wall": ([], []), "processor": ([], [])}
    for turn in range(requests + BEFORE):
        for side in order.sample((0, 1), 2):
            wall, processor = time.perf_counter(), time.process_time()
            pair[side]()
            if turn >= BEFORE:
                found["processor"][side].append((time.process_time() - processor) * 1000)
                found["wall"][side].append((time.perf_counter() - wall) * 1000)
    return found


def _start(home: Path) -> None:
    os.environ.update(CURULE_HOME=str(home), CURULE_DATABASE_URL=f"sqlite:///{home / 'timing.sqlite3'}", CURULE_DEMO="0",
                      DJANGO_SETTINGS_MODULE="curule.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.PACE, settings.ALLOWED_HOSTS = (1e9, 1000), ["testserver"]
    logging.disable(logging.CRITICAL)
    call_command("migrate", verbosity=0)


def _world(home: Path) -> tuple[Any, dict[str, str]]:
    """Counsel of another case, and the numbers and codes of what that person may not know of."""
    from django.test import Client
    from tests.web.matter_samples import SEALED, open_case
    from tests.web.registry_samples import filed, pdf, person, send

    from curule.notices.models import Notice

    hidden, other = open_case("MICT-26-1", SEALED), open_case("MICT-26-2")
    prosecutor, officer = person("prosecutor-one", "prosecutor"), person("officer-one", "registry_officer")
    (home / "uploads").mkdir()
    (document,) = filed(hidden, prosecutor, home / "uploads", pdf("Hidden words of a page that nobody else reads"), officer=officer, classification="ex_parte")
    submission = send(hidden, prosecutor, home / "uploads", pdf("Waiting words of a page that nobody else reads"))
    (private,) = filed(other, prosecutor, home / "uploads", pdf("Words for the Prosecutor alone on this page"), officer=officer, classification="ex_parte")
    notice = Notice.objects.exclude(user__username="counsel-one").first()
    counsel = person("counsel-one", "defence", "MICT-26-2", "C09")
    client = Client(raise_request_exception=False)
    client.force_login(counsel)
    return client, {"number": hidden.number, "document": document.code, "submission": submission.code, "own_document": private.code,
                    "entry": str(private.entry.number), "notice": notice.code if notice else "0" * 20}


def _addresses(known: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """By their names: the address of something hidden, and the same address of something that is not there."""
    none = "0123456789abcdef0123"
    return {
        "page of a sealed matter": (f"/matters/{known['number']}/", "/matters/MICT-26-9/"),
        "page of an entry": (f"/matters/MICT-26-2/entries/{known['entry']}/", "/matters/MICT-26-2/entries/99/"),
        "data of a sealed matter": (f"/api/matters/{known['number']}", "/api/matters/MICT-26-9"),
        "document of a sealed matter": (f"/documents/{known['document']}/", f"/documents/{none}/"),
        "ex parte document of one's own case": (f"/documents/{known['own_document']}/", f"/documents/{none}/"),
        "file of a document": (f"/documents/{known['own_document']}/file", f"/documents/{none}/file"),
        "picture of a page": (f"/documents/{known['own_document']}/pages/1/page.png", f"/documents/{none}/pages/1/page.png"),
        "submission": (f"/filings/{known['submission']}/", f"/filings/{none}/"),
        "notice of another": (f"/inbox/{known['notice']}/", f"/inbox/{none}/"),
        "public page of a sealed matter": (f"/public/cases/{known['number']}/", "/public/cases/MICT-26-9/"),
        "calendar of a sealed matter": (f"/matters/{known['number']}/calendar.ics", "/matters/MICT-26-9/calendar.ics"),
        "Chambers of a sealed matter": (f"/chambers/matters/{known['number']}/", "/chambers/matters/MICT-26-9/"),
    }


def _sign_in() -> dict[str, Pair]:
    """A wrong password for an account that there is, one that is closed, one without a password, each against one that there is not."""
    from django.core.cache import cache
    from django.test import Client

    from curule.access.models import User

    secret = "a long password of tests"  # noqa: S105 - of accounts that live as long as this run
    User.objects.create_user("known-one", password=secret)
    User.objects.create_user("closed-one", password=secret, is_active=False)
    User.objects.create_user("without-one")

    def ask(name: str) -> Callable[[], Any]:
        def once() -> Any:
            cache.clear()
            return Client().post("/sign-in/", {"username": name, "password": "a wrong password"})

        return once

    return {f"sign-in, {words}": (ask(name), ask("nobody-one")) for words, name in (
        ("known account", "known-one"), ("closed account", "closed-one"), ("account without a password", "without-one"))}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every pair and print a line for each; 1 where time tells something."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--requests", type=int, default=REQUESTS, help="requests of each kind, at least 300")
    parser.add_argument("--only", default="", help="pairs whose name holds these words")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="curule-timing-") as folder:
        _start(Path(folder))
        client, known = _world(Path(folder))
        pairs: dict[str, Pair] = {name: (partial(client.get, hidden), partial(client.get, absent)) for name, (hidden, absent) in _addresses(known).items()}
        pairs |= _sign_in()
        told = []
        for name, pair in pairs.items():
            if wanted.only not in name:
                continue
            answers = [each().status_code for each in pair]
            if any(answer not in (404, 422) for answer in answers):
                raise SystemExit(f"{name} is measured wrongly: {answers}")
            count = max(wanted.requests, 300) if "sign-in" not in name else max(wanted.requests // 4, 300)
            both = {measure: telling(*sides) for measure, sides in measured(pair, count).items()}
            tells = all(each[0] for each in both.values()) or answers[0] != answers[1]
            told += [name] * tells
            figures = "   ".join(f"{measure} {low:.2f} / {high:.2f} ms, p {p:.3f}" for measure, (_tells, low, high, p) in both.items())
            print(f"{'TELLS ' if tells else 'same  '} {name}: {figures}   ({answers[0]}/{answers[1]}, {count} of each)", flush=True)
        print(f"{len(told)} of {len(pairs)} pairs can be told apart")
        return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
