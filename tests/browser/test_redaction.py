"""Redaction in the browser: an area drawn with the mouse, the same by keyboard, the result, the filing."""

from __future__ import annotations

import pytest

from tests.web.matter_samples import open_case
from tests.web.registry_samples import filed, pdf, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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
    page.goto(f"/sign-in/?next=/documents/{motion.code}/redact/")
    page.fill("input[name=username]", "officer")
    page.fill("input[name=password]", "a long password of tests")
    page.click("form[action='/sign-in/'] button")
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
    assert page.locator("[data-redact] rect").count() == 1
    page.fill("[name=phrase-text]", "Jankovic")
    page.press("[name=phrase-text]", "Enter")
    page.wait_for_selector("text=“Jankovic”")
    page.click("button[value=make]")
    page.wait_for_selector("#result .entered")
    accessible()
    shoot(f"redacted-{width}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("button[value=file]")
    page.wait_for_url("**/documents/*/")
    assert "redact" not in page.url
