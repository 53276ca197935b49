"""A server that has just started: its first reader waits for nothing that could have been made ready, nor for work that can wait."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from threading import Event, Thread
from typing import Any

import pytest
from django.http import HttpResponse

from curule.access.under_way import UnderWay, give_way, waiting

FIRST = """
import sys
from curule.wsgi import application
from django.template import engines
from django.test import Client
def ready():
    loader = engines["django"].engine.template_loaders[0]
    return {m for m in sys.modules if m.startswith("curule.")}, {name for name in map(str, loader.get_template_cache)}
before = ready()
answer = Client().get("/no-such-page/")
after = ready()
print(answer.status_code, len(before[0]) > 200, len(before[1]) > 100, sorted(after[0] - before[0]), sorted(after[1] - before[1]))
"""


def test_the_first_page_loads_no_code_and_no_template(tmp_path: Any) -> None:
    """Whoever imports the application has read the views, the law and the templates of every page; no database was needed for it."""
    environment = {**os.environ, "CURULE_HOME": str(tmp_path), "CURULE_EMBEDDED": "1", "CURULE_SECRET_KEY": "warm-" * 12, "CURULE_ALLOWED_HOSTS": "testserver",
                   "DJANGO_SETTINGS_MODULE": "curule.settings", "CURULE_DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3"}
    told = subprocess.run([sys.executable, "-c", FIRST], env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert told.stdout.splitlines()[-1:] == ["404 True True [] []"], told.stderr[-2000:]


def asked(seconds: float) -> float:
    """How long work in the background gives way."""
    begun = time.monotonic()
    give_way(seconds)
    return time.monotonic() - begun


def test_work_that_can_wait_gives_way_to_requests_for_a_while() -> None:
    """It goes on when the last request is answered, when that request waits for the work itself, and after a while in any case."""
    begun, goes_on, waits, ends = Event(), Event(), Event(), Event()

    def page(request: Any) -> HttpResponse:
        begun.set()
        goes_on.wait(30)
        with waiting():
            waits.set()
            ends.wait(30)
        return HttpResponse()

    assert asked(30) < 10
    thread = Thread(target=UnderWay(page), args=(None,))
    thread.start()
    try:
        assert begun.wait(30)
        assert asked(0.2) >= 0.2
        goes_on.set()
        assert waits.wait(30)
        assert asked(30) < 10
    finally:
        goes_on.set()
        ends.set()
        thread.join(30)
    assert asked(30) < 10


def test_a_request_that_fails_is_no_longer_under_way() -> None:
    """What a page raises ends its request too."""
    def broken(request: Any) -> HttpResponse:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        UnderWay(broken)(None)  # type: ignore[arg-type]
    assert asked(30) < 10
