"""The Chambers in the browser: forms go through with the protections of the site, pages have no barriers and fit a narrow window."""

from __future__ import annotations

import pytest
from django.conf import settings
from playwright.sync_api import expect

from curule.chambers.unlocking import make_key
from curule.matters.pipeline import enter
from curule.pages.throwaway import ThrowawayAuthority
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


WIDTHS = pytest.mark.parametrize(("width", "language"), [(1280, "en"), (400, "fr")])


@pytest.fixture
def bench(make_user, settings, tmp_path):
    """A case with a Trial Chamber of three judges, with their keys."""
    settings.SIGNING_FOLDER, settings.STORE_URL = tmp_path / "signing", (tmp_path / "store").as_uri()
    authority = ThrowawayAuthority()
    authority.write_root(settings.SIGNING_FOLDER / "roots")
    open_case("MICT-26-1")
    enter("MICT-26-1", request(395, "president", "compose_trial_chamber", judges="J1,J2,J3", presiding="J1", task="trial"))
    for n in (1, 2, 3):
        name = f"Judge {n} of the Invented Province"
        make_key(make_user(("judge", "", f"J{n}"), username=f"judge{n}", display_name=name, password="a long password of tests"), "four words nobody guesses")
        authority.write_key(settings.SIGNING_FOLDER / "keys" / f"judge{n}.p12", name, "key phrase")


@WIDTHS
@pytest.mark.usefixtures("bench")
def test_a_judgement_is_signed_filed_and_checked(page, shoot, accessible, width, language):
    """Three judges in turn, one of whom dissents in part: drafting, voting, signing with the keyboard, filing; then a visitor checks the signatures."""
    page.set_default_timeout(60_000)  # three people in turn, with the stretching of their passphrases
    page.set_viewport_size({"width": width, "height": 900})
    address = drafted(page, shoot, accessible, language)
    for n in (1, 2, 3):
        if n > 1:
            signed_in(page, n, language)
            page.goto(address)
        page.fill("input[name=sign-passphrase]", "key phrase")
        page.locator("input[name=sign-passphrase]").press("Enter")
        page.wait_for_url("**#signatures")
        if n == 1:
            shoot(f"signing-{width}")
    accessible()
    shoot(f"signed-{width}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("form[action$='/file/'] button.button")
    page.wait_for_url("**/documents/**")
    shoot(f"filed-{width}")
    code = page.url.rstrip("/").rpartition("/")[2]
    page.context.clear_cookies()
    in_language(page, language)
    page.goto(f"/public/documents/{code}/signatures/")
    accessible()
    shoot(f"checked-{width}")
    assert page.locator("section.panel").count() == 4
    assert page.locator(".notice.entered").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def drafted(page, shoot, accessible, language):
    """A judgement begun by who presides, with an opinion and a vote; its address."""
    signed_in(page, 1, language)
    page.goto("/chambers/matters/MICT-26-1/")
    page.fill("input[name=title]", "Judgement on the charges")
    page.select_option("select[name=kind]", "judgement")
    for box in page.locator("input[name=admitted]").all():
        box.check()
    accessible()
    shoot(f"room-{language}")
    page.click("form[action$='/begin/'] button")
    page.fill("textarea[name=dispositions]", "The accused is convicted under count 1.\nThe accused is acquitted under count 2.")
    shoot(f"write-{language}")
    page.click("form.wide button.button")
    address = page.url
    page.click("#opinions summary")
    page.select_option("#opinions select", "partly_dissenting")
    page.fill("#opinions textarea", "## Introduction\n\n1. I would have acquitted on count 1.")
    page.click("#opinions form button")
    page.locator("#votes button[value=against]").first.click()
    page.wait_for_url("**#votes")
    return address


def in_language(page, language):
    """The language of the pages, for a browser that has no cookies yet."""
    page.goto("/sign-in/")
    page.context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": page.url}])


def signed_in(page, n, language):
    """Judge n signed in with the Chambers open, in one language."""
    page.context.clear_cookies()
    in_language(page, language)
    page.goto("/sign-in/")
    page.fill("input[name=username]", f"judge{n}")
    page.fill("input[name=password]", "a long password of tests")
    page.click("form[action='/sign-in/'] button")
    page.goto("/chambers/")
    page.fill("input[name=passphrase]", "four words nobody guesses")
    page.click("form[action='/chambers/open/'] button")
    page.wait_for_selector("table.folds")
