"""The frame of every page, in a real Chromium."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def accounts(settings, transactional_db):
    """The demonstration's accounts, as ./run makes them."""
    from curule.access.demo import ensure_demo_accounts

    settings.DEMO = True
    ensure_demo_accounts()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [1280, 400])
def test_sign_in_and_components_have_no_barrier(page, shoot, accessible, language, width):
    """Sign-in and every component pass axe and fit the window, wide and narrow, in both languages."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/sign-in/")
    page.click(f"button[value={language}]")
    for path in ("/sign-in/", "/styleguide/", "/nothing-here/"):
        page.goto(path)
        assert page.get_attribute("html", "lang") == language
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{path} is wider than the window"
        )
        accessible()
        shoot(f"{path.strip('/')}-{language}-{width}")


def test_a_demo_account_signs_in_changes_office_and_leaves(page):
    """One click signs in, the menu changes the office acted in and signs out."""
    page.goto("/sign-in/")
    page.click("text=Judge Amina Okoro")
    page.click("details.menu summary")
    page.click("button.choice:has-text('Judge'):not(:has-text('President'))")
    assert page.inner_text("details.menu summary small") == "Judge (Mechanism)"
    page.click("details.menu summary")
    page.click("text=Sign out")
    assert page.url.endswith("/sign-in/?next=/")


CONTRAST = """field => {
  const light = colour => { const part = colour.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2] };
  const ground = light(getComputedStyle(field).backgroundColor);
  return [getComputedStyle(field), getComputedStyle(field, "::placeholder")].map(style => light(style.color))
    .map(ink => (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)) }"""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_head_of_the_page_is_one_line_and_its_search_can_be_read(page, language):
    """With all places of a judge, the longest row of them; what is typed into the search, and the hint before, stand out from the ground."""
    page.goto("/sign-in/")
    page.click("text=Judge Anders Vik")
    page.click(f".language button[value={language}]")
    assert min(page.evaluate(f"({CONTRAST})(document.querySelector('#site-search'))")) > 4.5
    assert page.evaluate("document.querySelector('.masthead-row').offsetHeight") < 80


def test_language_changes_in_place(page):
    """The other language shows the same page, and the next pages too."""
    page.goto("/styleguide/?x=1")
    page.click("button[value=fr]")
    assert page.url.endswith("/styleguide/?x=1")
    assert page.inner_text(".skip") == "Aller au contenu"


def test_keyboard(page):
    """Slash, j, k, g d, n and ? do what the list of keys says, and typing into a field does none of it."""
    page.goto("/styleguide/")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "replace a judge"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == "amend the indictment"
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.closest('[data-next-acts]') !== null")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "in-matter"
    page.keyboard.type("n?jg")
    assert page.input_value("#in-matter") == "n?jg"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("d")
    page.wait_for_url("**/sign-in/**")


def test_a_draft_is_kept_until_sent_and_gone_after_signing_out(page):
    """What was typed is there after a reload of the tab, and is forgotten when the person signs out."""
    page.goto("/sign-in/")
    page.click("text=Claire Fontaine")
    page.goto("/styleguide/")
    page.fill("#id_title", "Motion of the day")
    page.check("#id_urgent")
    page.reload()
    assert page.input_value("#id_title") == "Motion of the day"
    assert page.is_checked("#id_urgent")
    page.click("details.menu summary")
    page.click("form[data-sign-out] button")
    kept = page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('draft:'))")
    assert kept == []


def test_offline_is_told(page):
    """When the line is cut a notice says so, and goes when it is back."""
    page.goto("/sign-in/")
    page.context.set_offline(True)
    page.wait_for_selector("[data-offline]", state="visible")
    page.context.set_offline(False)
    page.wait_for_selector("[data-offline]", state="hidden")
