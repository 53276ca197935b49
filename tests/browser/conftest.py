"""A real Chromium for the tests: the one of the system, never a downloaded one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.conftest import ROOT, found_chromium

AXE = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
SHOTS = ROOT / "test-output" / "screenshots"
PATIENCE = 60_000
"""Milliseconds that a condition is waited for: so many that a busy machine fails no test; what is there is not waited for."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run."""
    # Playwright keeps an event loop in this thread, though nothing of ours is asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not start for root, as in a container.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=found_chromium(), args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, live_server: Any) -> Iterator[Page]:
    """A fresh window on the site; a fault or a blocked resource in the browser's console fails the test."""
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        # A page that answers 404 or 422 on purpose is reported as a failed resource too.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    opened.on("console", listen)
    opened.on("pageerror", lambda fault: complaints.append(str(fault)))
    yield opened
    context.close()
    assert not complaints, complaints


@pytest.fixture
def demonstration(settings: Any, transactional_db: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The demonstration of both tribunals."""
    from tests.browser.demonstrations import demonstrate

    settings.DEMO = True
    demonstrate(tmp_path_factory.getbasetemp())


@pytest.fixture
def court(settings: Any, transactional_db: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The demonstration of the Court alone."""
    from tests.browser.demonstrations import demonstrate

    settings.TRIBUNALS, settings.DEMO = ("rome",), True
    demonstrate(tmp_path_factory.getbasetemp())


@pytest.fixture
def shoot(page: Page, request: pytest.FixtureRequest) -> Callable[[str], Path]:
    """``shoot("name")`` keeps a screenshot of the whole page under test-output/screenshots, where CURULE_SCREENSHOTS=1 asks for them."""

    def take(name: str) -> Path:
        test = re.sub(r"\W+", "-", request.node.name).strip("-")
        path = SHOTS / f"{test}--{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.environ.get("CURULE_SCREENSHOTS") == "1":
            page.screenshot(path=path, full_page=True)
        return path

    return take


@pytest.fixture
def accessible(page: Page) -> Callable[[], None]:
    """``accessible()`` fails when axe finds a barrier on the page as it stands."""

    def check() -> None:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("tags => axe.run({runOnly: tags})", WCAG)["violations"]
        lines = [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:160]}" for v in found]
        assert not lines, "\n".join([page.url, *lines])

    return check
