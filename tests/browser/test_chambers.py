"""The Chambers in the browser: forms go through with the protections of the site, pages have no barriers and fit a narrow window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from curule.chambers.unlocking import make_key
from curule.matters.pipeline import enter
from tests.web.matter_samples import open_case, request

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 400])
def test_a_judge_drafts_and_votes(page, make_user, shoot, accessible, width):
    """A judge opens the Chambers, begins a paper, writes, votes and comments; no barrier on any page, nothing wider than the window."""
    open_case("MICT-26-1")
    enter("MICT-26-1", request(395, "president", "compose_trial_chamber", judges="J1,J2,J3", presiding="J1", task="trial"))
    judge = make_user(("judge", "", "J1"), username="judge1", password="a long password of tests")
    make_key(judge, "four words nobody guesses")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/sign-in/")
    page.fill("input[name=username]", "judge1")
    page.fill("input[name=password]", "a long password of tests")
    page.click("form[action='/sign-in/'] button")
    page.goto("/chambers/matters/MICT-26-1/")
    page.fill("input[name=passphrase]", "four words nobody guesses")
    page.click("form[action='/chambers/open/'] button")
    page.wait_for_url("**/chambers/matters/MICT-26-1/")
    accessible()
    page.fill("input[name=title]", "Decision on a motion")
    page.click("form[action$='/begin/'] button")
    page.fill("textarea[name=text]", "## Part\n\n1. Point with [[irmct:12(1)]].\n\n> Quoted.")
    page.fill("textarea[name=dispositions]", "The motion is granted.")
    accessible()
    page.click("form.wide button.button")
    page.click("#votes button[value=for]")
    page.fill("#comments textarea", "A remark.")
    page.click("#comments button")
    expect(page.locator("#votes tbody tr")).to_have_count(1)
    accessible()
    shoot(f"paper-{width}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
