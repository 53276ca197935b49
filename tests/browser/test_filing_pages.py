"""A party files, the Registry accepts, the other side reads: by clicking, in both languages, without barriers, on a narrow screen too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.matter_samples import open_case
from tests.web.registry_samples import pdf, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NUMBER = "MICT-26-1"


@pytest.fixture
def people(settings, tmp_path):
    """A case with its Prosecutor, counsel and an officer of the Registry, who sign in with a password."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    open_case(NUMBER)
    made = (person("prosecutor-one", "prosecutor"), person("counsel-one", "defence", NUMBER, "C01"), person("officer-one", "registry_officer"))
    for user in made:
        user.set_password("correct horse battery")
        user.save()


def sign_in(page, name):
    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", "correct horse battery")
    page.locator("main form button, main form [type=submit]").first.click()
    page.wait_for_url(lambda address: "/sign-in/" not in address)


def speak(page, language):
    page.locator(f"form.language button[value={language}]").click()
    page.wait_for_load_state()


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 400)])
def test_a_motion_goes_from_the_party_to_the_other_side(page, people, shoot, accessible, language, width):
    """Filed with an annex, receipted, accepted, told to the other side and opened: each page without a barrier."""
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, "prosecutor-one")
    speak(page, language)
    page.goto(f"/matters/{NUMBER}/file/")
    accessible()
    shoot(f"form-{language}")
    page.select_option("#id_p_document_type", "motion")
    page.fill("#id_p_title", "Motion with a rather long title about the testimony of a witness by video link and the language of its translation")
    page.locator("[name=p_classification][value=confidential]").check()
    page.set_input_files("#id_main", {"name": "motion.pdf", "mimeType": "application/pdf", "buffer": pdf("M")})
    page.set_input_files("#id_annexes", [{"name": "annex.pdf", "mimeType": "application/pdf", "buffer": pdf("A")}])
    page.locator(".entering button.button:not(.second)").click()
    page.wait_for_url("**/filings/*/")
    accessible()
    shoot(f"receipt-{language}")
    receipt = page.url
    sign_in(page, "officer-one")
    speak(page, language)
    page.goto("/filings/")
    accessible()
    shoot(f"queue-{language}")
    page.goto(receipt)
    accessible()
    shoot(f"decision-{language}")
    page.locator("button[value=accept]").click()
    expect(page.locator("button[value=accept]")).to_have_count(0)
    sign_in(page, "counsel-one")
    speak(page, language)
    page.goto("/inbox/")
    assert page.locator("tbody tr").count() >= 2
    accessible()
    shoot(f"inbox-{language}")
    page.goto("/calendar/")
    accessible()
    shoot(f"calendar-{language}")
    page.goto(f"/matters/{NUMBER}/")
    assert page.locator("a.filed").count() == 2
    accessible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1")


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 400)])
def test_a_filer_is_told_at_once_what_strikes(page, people, shoot, accessible, language, width):
    """As soon as the file is chosen: its length, with the limit and its source. Annexes get titles; addressees are asked for where there are any."""
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, "prosecutor-one")
    speak(page, language)
    page.goto(f"/matters/{NUMBER}/file/")
    addressees = page.locator("[name=p_addressees]").first
    expect(addressees).to_be_hidden()
    page.locator("[name=p_classification][value=under_seal]").check()
    expect(addressees).to_be_visible()
    page.locator("[name=p_classification][value=public]").check()
    expect(addressees).to_be_hidden()
    page.set_input_files("#id_annexes", [{"name": "maps_of_the_region.pdf", "mimeType": "application/pdf", "buffer": pdf("A")}])
    expect(page.locator("#id_annex_titles")).to_have_value("maps of the region")
    page.set_input_files("#id_main", {"name": "reply.pdf", "mimeType": "application/pdf", "buffer": pdf(*["M"] * 5)})
    expect(page.locator("#looked")).to_contain_text("reply.pdf", timeout=30_000)
    page.select_option("#id_p_document_type", "reply")
    expect(page.locator("#looked")).to_contain_text({"en": "it has 5 pages", "fr": "il compte 5 pages"}[language], timeout=30_000)
    accessible()
    shoot(f"looked-{language}")
