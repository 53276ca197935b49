"""On paper: what is printed says of what it is, for whom, and how much of it there is; what only works on a screen is left out."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from tests.web.matter_samples import open_case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NUMBER = "MICT-26-1"


@pytest.fixture(autouse=True)
def accounts(settings, transactional_db):
    """The demonstration's accounts, and a case."""
    from curule.access.demo import ensure_demo_accounts

    settings.DEMO = True
    ensure_demo_accounts()
    open_case(NUMBER)


def printed(page):
    """The words of the page as it is printed."""
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4"))) as pdf:
        return " ".join(" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf)


@pytest.mark.parametrize(("path", "told", "left_out"), [
    (f"/matters/{NUMBER}/?q=opened",
     ("Residual Mechanism", NUMBER, "as Grace Nakato may see it", "of 1 entries", "“opened”"), ("Look back", "CSV", "Search in this matter")),
    ("/search/?q=example", ("as Grace Nakato may see it", "“example”"), ("Saved searches", "How to search", "CSV", "Save this search")),
    ("/calendar/", ("Calendar", "as Grace Nakato may see it"), ("iCalendar", "calendar feed", "every courtroom")),
])
def test_a_printed_page_says_of_what_it_is(page, path, told, left_out):
    """The tribunal or the product, the number, the reader, the question and the count are on paper; forms, feeds and keys are not."""
    page.goto("/sign-in/")
    page.click("text=Grace Nakato")
    page.goto(path)
    words = printed(page)
    assert [each for each in (*told, "printed on") if each not in words] == []
    assert [each for each in (*left_out, "Keyboard", "Sign out") if each in words] == []


def test_what_a_visitor_prints_names_nobody(page):
    """Who is not signed in prints what the public sees, and no name stands on it."""
    page.goto(f"/matters/{NUMBER}/")
    words = printed(page)
    assert "printed on" in words
    assert "may see it" not in words
