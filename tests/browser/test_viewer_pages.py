"""The viewer in a real Chromium: no barrier, no overflow, the keyboard, search, side by side, and background work."""

from __future__ import annotations

import pytest

from curule.jobs.running import run_due
from tests.web.matter_samples import open_case
from tests.web.registry_samples import filed, pdf, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def motion(settings, tmp_path, transactional_db):
    """A public motion of twelve pages with its French translation, read, stamped and drawn."""
    settings.STORE_URL, settings.HOME, settings.DEMO = (tmp_path / "store").as_uri(), tmp_path, True
    (tmp_path / "uploads").mkdir()
    case, prosecutor = open_case(), person("prosecutor-one", "prosecutor")
    pages = [f"Report on the protection of witness {n} at Arusha" for n in range(1, 13)]
    (made,) = filed(case, prosecutor, tmp_path / "uploads", pdf(*pages), document_type="report", title="Report on the protection of witnesses")
    filed(case, prosecutor, tmp_path / "uploads", pdf(*(f"Rapport sur le témoin {n}" for n in range(1, 13))), act="file_translation", language="fr",
          title="Rapport sur la protection des témoins", of=made.entry.number)
    run_due()
    return made


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 400)])
def test_the_viewer_has_no_barrier(page, shoot, accessible, motion, language, width):
    """Viewer, search inside it and two forms side by side pass axe and fit the window, wide in English and narrow in French."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/sign-in/")
    page.click(f"button[name=language][value={language}]")
    french = motion.made.get()
    for name, path in {"viewer": "", "search": "?q=protection", "beside": f"?beside={french.code}&page=3"}.items():
        page.goto(f"/documents/{motion.code}/{path}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is wider than the window"
        accessible()
        shoot(f"{name}-{language}-{width}")
    page.goto(f"/documents/{motion.code}/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.querySelector('.sheet img').naturalWidth") == 1000


def test_the_keyboard_turns_pages_and_searches(page, motion):
    """] and [ turn the part, / leads to the search inside the document, Enter searches, and the hit leads to its page."""
    page.goto(f"/documents/{motion.code}/")
    page.keyboard.press("]")
    page.wait_for_selector("#page-11")
    page.keyboard.press("[")
    page.wait_for_selector("#page-1")
    page.keyboard.press("/")
    page.keyboard.type("witness 12")
    page.keyboard.press("Enter")
    page.click(".hits a")
    page.wait_for_selector("#page-12 mark:has-text('witness 12')")


def test_the_page_of_background_work(page, live_server, shoot, accessible, motion):
    """The Registry's page of background work passes axe and shows what was done."""
    from django.test import Client

    client = Client()
    client.force_login(person("registry-clerk", "registry_officer"))
    page.context.add_cookies([{"name": "curule-session", "value": client.cookies["curule-session"].value, "url": live_server.url}])
    page.goto("/jobs/")
    accessible()
    shoot("jobs")
    for words in ("Text of a document", "Stamp of a document", "Images of pages"):
        assert page.locator(f"tbody tr:has-text('{words}')").count() == 2


def test_a_page_is_reached_by_its_number_and_stays_in_place(page, motion):
    """The number typed leads to the page, whose place is kept while its picture and those above it are still on their way, with its small image in sight."""
    page.route("**/pages/*/page.png", lambda route: route.abort())  # pictures that are still being drawn
    page.goto(f"/documents/{motion.code}/")
    page.fill("#to-page", "12")
    page.press("#to-page", "Enter")
    page.wait_for_url("**page=12**")
    before = page.evaluate("document.querySelector('#page-12').getBoundingClientRect().top")
    assert 0 <= before < 200
    page.unroute("**/pages/*/page.png")
    page.evaluate("Promise.all([...document.querySelectorAll('.sheet img')].map(image => {"
                  " image.loading = 'eager'; image.src = image.src + '?again'; return image.decode() }))")
    assert abs(page.evaluate("document.querySelector('#page-12').getBoundingClientRect().top") - before) < 120  # the strip of the stamp above
    small, shown = (page.locator(css).bounding_box() for css in (".thumbs a[aria-current]", ".thumbs"))
    assert shown["y"] <= small["y"] <= shown["y"] + shown["height"]
