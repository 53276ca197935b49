"""The Court's pages in a real Chromium: no barrier, nothing wider than the window, in both languages, by keyboard, on paper."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ASKED = "/law/rome/jurisdiction?crime=8(2)(e)(vii)&first=2015-05-01&last=2016-03-01&territory=XLW&trigger=13(c)"
PAGES = (
    "/law/rome/jurisdiction", ASKED, "/law/rome/jurisdiction?crime=x&first=", "/matters/ICC-01~21/", "/matters/ICC-01~21/timeline/",
    "/matters/ICC-01~21/admissibility/", "/matters/ICC-01~21-04~25/admissibility/", "/matters/ICC-01~21-02~24/", "/matters/ICC-01~21-02~24/charges/",
    "/matters/ICC-ELECTION-1/ballots/", "/matters/ICC-STATES-1/people/", "/matters/ICC-ASP-1/hearings/", "/matters/open/rome/case/", "/judges/", "/",
)


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 400)])
def test_the_pages_of_the_court_have_no_barrier(page, court, shoot, accessible, language, width):
    """Every page passes axe and fits the window, wide in English and narrow in French."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/sign-in/")
    page.click('form[action="/sign-in/demo/icc-registrar/"] button')
    page.click(f"button[value={language}]")
    for path in PAGES:
        page.goto(path)
        assert page.get_attribute("html", "lang") == language, path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the window"
        accessible()
        shoot(f"court-{path.strip('/').translate(str.maketrans('/?&=', '----'))[:40]}-{language}-{width}")


def test_the_question_is_asked_by_keyboard(page, court):
    """Without a mouse: fields in order, the answer after Enter, the focus visible."""
    page.goto("/law/rome/jurisdiction")
    page.focus("#id_crime")
    page.keyboard.type("enlisting")
    page.select_option("#id_crime", "8(2)(e)(vii)")
    page.fill("#id_first", "2015-05-01")
    page.select_option("#id_territory", "XLW")
    page.select_option("#id_trigger", "13(c)")
    page.focus("#id_trigger")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Answer"
    page.keyboard.press("Enter")
    page.wait_for_selector(".answer")
    assert "the Court may exercise jurisdiction" in page.inner_text(".answer")


def test_a_timeline_prints_with_its_table(page, court):
    """On paper the drawing and the table stand, the forms do not."""
    page.goto("/matters/ICC-01~21/timeline/")
    page.emulate_media(media="print")
    assert page.is_visible(".timeline")
    assert page.is_visible(".lanes-table")
