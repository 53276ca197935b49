"""Search and the portal in a real browser: no barriers, no overflow, the key that leads to the search box."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demonstration")]
PAGES = {"portal": "/public/", "portal-cases": "/public/cases/", "portal-case": "/public/cases/MICT-14-75/", "portal-decisions": "/public/decisions/",
         "portal-calendar": "/public/calendar/", "portal-statistics": "/public/statistics/", "portal-press": "/public/press/", "portal-data": "/open-data/",
         "search": "/search/", "search-hits": "/search/?q=indictment", "search-fault": "/search/?q=%22open", "search-nothing": "/search/?q=zzzzqq"}


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 400)])
def test_the_public_pages_have_no_barrier(page, shoot, accessible, language, width):
    """Every page of the portal and of search passes axe and fits the window, wide in English and narrow in French."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/public/")
    page.click(f"button[name=language][value={language}]")
    for name, path in PAGES.items():
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the window"
        accessible()
        shoot(f"{name}-{language}-{width}")


def test_a_slash_leads_to_the_search_box_and_enter_searches(page):
    """The key / puts the cursor into the search box; Enter shows hits, and a facet narrows them."""
    page.goto("/public/calendar/")
    page.keyboard.press("/")
    page.keyboard.type("indictment")
    page.keyboard.press("Enter")
    page.wait_for_selector("ol.hits li")
    assert page.url.endswith("/search/?q=indictment")
    before = page.locator("ol.hits li").count()
    page.click(".facets a >> nth=0")
    page.wait_for_selector(".chosen li")
    assert 0 < page.locator("ol.hits li").count() <= before
