"""The pages of matters in a real Chromium: no barrier, no overflow, the keyboard, an act entered by clicking, in place and without scripts."""

from __future__ import annotations

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demonstration")]
PAGES = {"desk": "/", "matters": "/matters/", "matter": "/matters/MICT-14-75/", "all": "/matters/MICT-14-75/?acts=all",
         "back": "/matters/MICT-14-75/?on=2026-01-01",
         "people": "/matters/MICT-14-75/people/", "charges": "/matters/MICT-14-75/charges/", "rights": "/matters/MICT-14-75/rights/",
         "about": "/matters/MICT-14-75/about/", "entry": "/matters/MICT-14-75/entries/3/", "judges": "/judges/", "bench": "/matters/MICT-26-140/bench/",
         "why": "/matters/MICT-14-75/acts/open_trial/why/", "form": "/matters/MICT-26-140/acts/compose_trial_chamber/", "open": "/matters/open/",
         "public": "/public/"}


def signed_in(page, name):
    """Sign in with one click."""
    page.goto("/sign-in/")
    page.click(f"form[action*='/demo/{name}/'] button")


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 400)])
def test_the_pages_have_no_barrier(page, shoot, accessible, language, width):
    """Every page of matters passes axe and fits the window, wide in English and narrow in French."""
    page.set_viewport_size({"width": width, "height": 900})
    signed_in(page, "president")
    page.click(f"button[name=language][value={language}]")
    for name, path in PAGES.items():
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the window"
        accessible()
        shoot(f"{name}-{language}-{width}")


def test_an_act_is_entered_by_clicking(page, shoot):
    """From the box of next acts to the form in place, the preview, the entry, and word of it on the matter's page."""
    signed_in(page, "registrar")
    page.goto("/matters/MICT-14-75/")
    for box in page.locator("section.next details:not(.refused):not([open]) > summary").all():
        box.click()
    page.click("section.next a:has-text('Book an interpreter')")
    page.fill("#act input[name=p_language]", "en")
    page.click("#act button[value=preview]")
    page.wait_for_selector("#act >> text=Before it is entered")
    shoot("preview")
    page.click("#act button[value=enter]")
    page.wait_for_selector(".notice.entered")
    assert re.search(r"Entered as \d+: An interpreter", page.inner_text(".notice.entered"))
    number = re.search(r"Entered as (\d+)", page.inner_text(".notice.entered")).group(1)
    assert page.locator(f"#e{number}").count() == 1


def test_why_not_opens_in_place(page, accessible, shoot):
    """A refused act unfolds its tree of reasons where it stands."""
    signed_in(page, "president")
    page.goto("/matters/MICT-14-75/")
    page.click("details.refused summary")
    page.click("details.refused a:has-text('why not?') >> nth=0")
    page.wait_for_selector("details.refused .reasons")
    accessible()
    shoot("why-not")


def test_rows_open_with_the_keyboard(page):
    """n goes to the next acts; j and k walk through the rows; Enter opens the one in focus."""
    signed_in(page, "registrar")
    page.goto("/matters/")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    wanted = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.closest('[data-next-acts]') !== null")


def test_everything_can_be_read_and_entered_without_scripts(chromium, live_server):
    """With JavaScript off the forms, the reasons and the entry work by plain pages."""
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    signed_in(page, "registrar")
    page.goto("/matters/MICT-14-75/")
    for box in page.locator("section.next details:not(.refused):not([open]) > summary").all():
        box.click()
    page.click("section.next a:has-text('Book an interpreter')")
    page.fill("input[name=p_language]", "en")
    page.click("button[value=preview]")
    page.click("button[value=enter]")
    assert re.search(r"Entered as \d+: An interpreter", page.inner_text(".notice.entered"))
    page.goto("/matters/MICT-14-75/acts/open_trial/why/")
    assert page.locator(".reasons").count() == 1
    context.close()
