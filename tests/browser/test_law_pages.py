"""The law explorer in a real Chromium: no barrier, nothing wider than the window, in both languages, on paper."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/law/", "/law/irmct", "/law/irmct/12", "/law/irmct/12?on=2012-01-01", "/law/irmct/25?text=zh&text=ar", "/law/irmct/res4", "/law/irmct/32",
    "/law/acts/mechanism", "/law/acts/mechanism/compose_trial_chamber", "/law/charts/mechanism/case", "/law/search?q=chamb", "/law/search?q=zzzz",
)


@pytest.fixture
def texts():
    """An invented statute of the Mechanism's shape in three languages, one of them written from the right."""
    from curule.lawbook.importing import store
    from tests.web.law_samples import imported

    store(imported())


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [1280, 400])
def test_the_law_pages_have_no_barrier(page, texts, shoot, accessible, language, width):
    """Every law page passes axe and fits the window, wide and narrow, in both languages."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/law/")
    page.click(f"button[value={language}]")
    for path in PAGES:
        page.goto(path)
        assert page.get_attribute("html", "lang") == language
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the window"
        accessible()
        shoot(f"{path.strip('/').translate(str.maketrans('/?&=', '----'))}-{language}-{width}")
