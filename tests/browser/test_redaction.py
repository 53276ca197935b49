"""Redaction in the browser: an area drawn with the mouse, the same by keyboard, the result, the filing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from curule.jobs.running import run_due
from tests.web.matter_samples import open_case
from tests.web.registry_samples import filed, pdf, person
from tests.web.test_redaction_finding import scan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def signed_in(page, address):
    """The officer signs in and goes on to an address."""
    page.goto(f"/sign-in/?next={address}")
    page.fill("input[name=username]", "officer")
    page.fill("input[name=password]", "a long password of tests")
    page.click("form[action='/sign-in/'] button")


@pytest.mark.parametrize("width", [1280, 400])
def test_an_officer_draws_an_area_and_files(page, tmp_path, settings, shoot, accessible, width):
    """What is drawn becomes numbers in points; words are marked beside it; the proof is shown and the public version filed; no barrier, nothing too wide."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    (tmp_path / "sent").mkdir()
    matter, officer = open_case("MICT-26-1"), person("officer", "registry_officer")
    officer.set_password("a long password of tests")
    officer.save()
    (motion,) = filed(matter, person("counsel", "defence", "MICT-26-1", "C1"), tmp_path / "sent", pdf("The witness Jankovic spoke at noon"), officer=officer,
                      classification="confidential")
    page.set_viewport_size({"width": width, "height": 900})
    signed_in(page, f"/documents/{motion.code}/redact/")
    page.wait_for_selector("[data-redact] img")
    page.wait_for_load_state("networkidle")
    accessible()
    sheet = page.locator("[data-redact] svg")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    scale = box["width"] / 596
    page.mouse.move(box["x"] + 210 * scale, box["y"] + 128 * scale)
    page.mouse.down()
    page.mouse.move(box["x"] + 300 * scale, box["y"] + 148 * scale, steps=4)
    page.mouse.up()
    assert float(page.input_value("[name=area-left]")) == pytest.approx(210, abs=2)
    assert float(page.input_value("[name=area-bottom]")) == pytest.approx(148, abs=2)
    page.click("button[value=area]")
    expect(page.locator("[data-redact] rect")).to_have_count(1)
    page.fill("[name=phrase-text]", "Jankovic")
    page.press("[name=phrase-text]", "Enter")
    page.wait_for_selector("text=“Jankovic”")
    page.click("button[value=make]")
    page.wait_for_selector("#making")
    accessible()
    run_due()
    page.wait_for_selector("#result .entered")
    accessible()
    shoot(f"redacted-{width}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("button[value=file]")
    page.wait_for_url("**/documents/*/")
    assert "redact" not in page.url


@pytest.mark.parametrize(("width", "lang"), [(1280, "en"), (400, "fr")])
def test_an_officer_finds_a_name_in_a_scan_by_keyboard(page, tmp_path, settings, shoot, accessible, width, lang):
    """The name is looked for by keyboard, its place in the scan is shown with its picture and confirmed; the viewer marks it on the page."""
    settings.STORE_URL, settings.HOME = (tmp_path / "store").as_uri(), tmp_path
    (tmp_path / "sent").mkdir()
    matter, officer = open_case("MICT-26-1"), person("officer", "registry_officer")
    officer.set_password("a long password of tests")
    officer.save()
    files = (scan("The witness Petar Jankovic spoke"), pdf("Annex: Jankovic and others"))
    motion, _annex = filed(matter, person("counsel", "defence", "MICT-26-1", "C1"), tmp_path / "sent", *files, officer=officer, classification="confidential")
    run_due()
    page.set_viewport_size({"width": width, "height": 900})
    signed_in(page, f"/documents/{motion.code}/redact/")
    page.click(f"button[value={lang}]")
    page.wait_for_selector(f"html[lang={lang}]")
    page.focus("#find-names")
    page.keyboard.type("Jankovic")
    page.keyboard.press("Enter")
    page.wait_for_selector(".found-places img")
    assert page.get_attribute("html", "lang") == lang
    page.locator(".found-places img").scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.found-places img').naturalWidth > 50")
    accessible()
    shoot(f"found-{width}-{lang}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.focus("button[value=mark]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#marks table")
    assert page.locator("[data-redact] rect").count() == 1
    page.goto(f"/documents/{motion.code}/?q=jankovic")
    page.wait_for_selector(".layer rect")
    picture, layer = page.locator(".drawn img").first.bounding_box(), page.locator(".layer").first.bounding_box()
    assert layer["width"] == pytest.approx(picture["width"], abs=4)
    assert layer["y"] + layer["height"] == pytest.approx(picture["y"] + picture["height"], abs=4)
    accessible()
    shoot(f"layer-{width}-{lang}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
