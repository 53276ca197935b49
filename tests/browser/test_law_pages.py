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


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 400)])
def test_the_law_pages_have_no_barrier(page, texts, shoot, accessible, language, width):
    """Every law page passes axe and fits the window, wide in English and narrow in French."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/law/")
    page.click(f"button[value={language}]")
    for path in PAGES:
        page.goto(path)
        assert page.get_attribute("html", "lang") == language
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the window"
        accessible()
        shoot(f"{path.strip('/').translate(str.maketrans('/?&=', '----'))}-{language}-{width}")


def test_a_deep_link_shows_its_paragraph_and_the_tree_its_article(page, texts):
    """The paragraph of a deep link is in the window and marked, and so is the article in the tree."""
    page.goto("/law/irmct/12#3")
    seen = "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }"
    assert page.eval_on_selector(":target", "e => e.id") == "3"
    assert page.eval_on_selector(":target", seen)
    assert page.eval_on_selector(".law-tree [aria-current]", seen)


def test_languages_written_from_the_right_stand_so(page, texts):
    """Arabic runs from the right and Chinese is marked as Chinese, beside each other in one row."""
    page.goto("/law/irmct/12?text=ar&text=zh")
    words = page.locator("[id='1'] .words")
    assert [words.nth(n).evaluate("e => [e.lang, getComputedStyle(e).direction]") for n in (0, 1)] == [["ar", "rtl"], ["zh", "ltr"]]
    assert words.nth(0).bounding_box()["y"] == words.nth(1).bounding_box()["y"]


def test_an_article_prints_without_the_frame(page, texts):
    """On paper the text and what Curule does with it stand below one another, without tree, forms and links to other pages."""
    page.goto("/law/irmct/12")
    page.emulate_media(media="print")
    assert not page.is_visible(".law-tree")
    assert not page.is_visible(".day")
    text, use = page.locator(".law-text").bounding_box(), page.locator(".law-use").bounding_box()
    assert text["y"] + text["height"] <= use["y"]


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 400)])
def test_the_page_for_importing_has_no_barrier(page, make_user, settings, shoot, accessible, tmp_path, language, width):
    """The archivist's form passes axe as it is and as it comes back, and an import ends on the instrument's page with its figures."""
    from tests.web.law_samples import STATUTE

    settings.DEMO = True
    make_user("archivist", is_demo=True, display_name="Invented Archivist")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/sign-in/")
    page.click(f"button[value={language}]")
    page.click("text=Invented Archivist")
    page.goto("/law/import")
    if page.get_attribute("html", "lang") != language:
        page.click(f"button[value={language}]")
    accessible()
    for name, content in (("list.txt", "bread and milk"), ("statute.txt", STATUTE)):
        file = tmp_path / name
        file.write_text(content, encoding="utf-8")
        page.set_input_files("input[type=file]", file)
        page.click("main form button")
        accessible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        shoot(name.partition(".")[0])
    assert page.url.endswith("/law/irmct#texts")
    assert page.is_visible(".notice")
