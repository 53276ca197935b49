"""The frame of every page: faults, headers, dates, forms."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.template import Context, Template
from django.test import Client
from django.urls import path
from django.utils import timezone, translation

from curule.desk import dates
from curule.desk.icons import icon
from curule.desk.specimen import SpecimenForm
from curule.urls import handler400, handler403, handler404  # noqa: F401  # Django finds them in this module
from curule.urls import urlpatterns as real_addresses

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"\w+"')


def closed(request):
    """A page that is not for this reader."""
    raise PermissionDenied


def broken(request):
    """A page with a fault of ours."""
    raise RuntimeError("secret detail")


urlpatterns = [*real_addresses, path("closed/", closed), path("broken/", broken)]


def body(answer, address):
    """The page without what differs each time: its tokens and its own address."""
    return TOKEN.sub("", answer.content.decode()).replace(address, "")


@pytest.mark.urls(__name__)
def test_not_found_and_not_yours_look_the_same(client):
    """A page that is not there and one that is closed give the same status, the same headers and the same
    words.
    """
    absent, forbidden = client.get("/absent/"), client.get("/closed/")
    assert absent.status_code == forbidden.status_code == 404
    assert body(absent, "/absent/") == body(forbidden, "/closed/")
    names = {name: value for name, value in absent.items() if name not in {"Content-Length"}}
    assert names == {name: value for name, value in forbidden.items() if name not in {"Content-Length"}}


@pytest.mark.urls(__name__)
def test_a_fault_of_the_software_tells_no_secret(client):
    """The page for a fault says what to do and nothing of the inside; the language stays."""
    client.raise_request_exception = False
    answer = client.get("/broken/", headers={"accept-language": "fr"})
    assert answer.status_code == 500
    page = answer.content.decode()
    assert "Une défaillance du logiciel" in page
    assert "secret detail" not in page


def test_a_form_from_elsewhere_is_told_what_to_do():
    """A form without its token is refused with a remedy."""
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "x", "password": "y"})
    assert answer.status_code == 403
    assert "load the page again" in answer.content.decode()


def test_the_policy_allows_this_site_only(client):
    """The content security policy starts from nothing, and names no inline code and no other site."""
    header = client.get("/sign-in/").headers["Content-Security-Policy"]
    policy = dict(part.strip().split(" ", 1) for part in header.split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in header
    assert "http" not in header


def test_no_template_has_inline_code_or_style(root: Path):
    """No template carries a script, a style or an event attribute, nor fetches from another site."""
    forbidden = re.compile(
        r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|\shx-on|javascript:|(?:src|href)=[\"']https?:",
        re.I,
    )
    for template in (root / "src" / "curule").rglob("templates/**/*.html"):
        found = forbidden.search(template.read_text(encoding="utf-8"))
        assert found is None, f"{template.relative_to(root)}: {found.group()}"


def test_a_signed_in_page_is_kept_by_no_cache(client, make_user):
    """What one person was shown stays out of caches, so that the next at the same computer cannot go back
    to it.
    """
    client.force_login(make_user("judge"))
    assert "no-store" in client.get("/").headers["Cache-Control"]


def test_the_first_page_asks_a_visitor_to_sign_in(client):
    """The desk belongs to somebody: a visitor is led to the sign-in page and back."""
    assert client.get("/").url == "/sign-in/?next=/"


def test_the_components_are_shown_in_a_demonstration_only(client, settings):
    """The page of components is no page of a real tribunal."""
    assert client.get("/styleguide/").status_code == 404
    settings.DEMO = True
    assert client.get("/styleguide/").status_code == 200


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (date(2026, 3, 3), "3 March 2026", "3 mars 2026"),
        (date(2026, 8, 1), "1 August 2026", "1er août 2026"),
        (date(998, 2, 21), "21 February 998", "21 février 998"),
    ],
)
def test_days_are_written_out(day, english, french):
    """A day is written with its month's name, in both languages, and the first of a month is « 1er » in
    French.
    """
    assert dates.day(day) == english
    with translation.override("fr"):
        assert dates.day(day) == french


def test_a_time_names_the_place_whose_clock_it_is():
    """Late in the evening in The Hague it is the next day in Arusha, and each says whose clock it reads."""
    instant = datetime(2026, 3, 3, 22, 30, tzinfo=UTC)
    with timezone.override(ZoneInfo("Europe/Amsterdam")):
        assert dates.moment(instant) == "3 March 2026, 23:30 (The Hague)"
    with timezone.override(ZoneInfo("Africa/Dar_es_Salaam")), translation.override("fr"):
        assert dates.moment(instant) == "4 mars 2026, 01:30 (Arusha)"
    assert dates.moment(instant) == "3 March 2026, 22:30 (UTC)"
    assert dates.moment(instant, "Africa/Dar_es_Salaam", seconds=True) == "4 March 2026, 01:30:00 (Arusha)"
    assert dates.moment(instant, "Asia/Ho_Chi_Minh") == "4 March 2026, 05:30 (Ho Chi Minh)"


@pytest.mark.parametrize(
    ("days", "english"),
    [(0, "today"), (1, "in 1 day"), (12, "in 12 days"), (-1, "1 day ago"), (-2, "2 days ago")],
)
def test_distance(days, english):
    """The distance of a day is said in days, forwards and backwards."""
    today = date(2026, 3, 3)
    assert dates.distance(date.fromordinal(today.toordinal() + days), today) == english


def test_a_status_has_a_word_an_icon_and_escapes_what_it_is_given():
    """A status never speaks by its colour alone, and a word from data is escaped."""
    shown = Template('{% load curule %}{% status "overdue" %}{% status "met" word %}').render(
        Context({"word": "<b>ready</b>"})
    )
    assert "overdue</span>" in shown
    assert shown.count("<svg") == 2
    assert "&lt;b&gt;ready" in shown


def test_an_unknown_icon_is_a_mistake():
    """A misspelt icon fails in the tests and not silently on the page."""
    with pytest.raises(KeyError):
        icon("metal")


def test_each_fault_of_a_form_stands_in_the_summary_and_at_its_field():
    """The summary links to each faulty field, and each field's control is tied to its message."""
    page = str(SpecimenForm({"title": "", "filed_on": "31.2.2026", "audience": "x", "language": "en"}))
    assert 'href="#id_title"' in page
    assert 'id="id_title_error"' in page
    assert re.search(r'<input type="text" name="title"[^>]*aria-describedby="[^"]*id_title_error', page)
    assert 'aria-invalid="true"' in page
    assert "Enter a day that exists" in page


def test_what_was_typed_comes_back_escaped():
    """A form that is sent back shows what was typed as text, never as markup."""
    page = str(SpecimenForm({"title": "<script>x</script>"}))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_tree_of_reasons_nests_and_escapes():
    """A reason shows its word, its provision, its entries and the reasons below, everything from data
    escaped.
    """
    tree = {
        "outcome": "not-met",
        "phrase": "all of <these>",
        "parts": [
            {
                "outcome": "met",
                "phrase": "confirmed",
                "citation": "art. 6(1)",
                "href": "/law/irmct/6#1",
                "entries": [{"number": 12, "href": "/matters/1/12/"}],
                "parts": [],
            }
        ],
    }
    shown = Template('<ul>{% include "parts/reason.html" with reason=tree %}</ul>').render(
        Context({"tree": tree})
    )
    assert "all of &lt;these&gt;" in shown
    assert shown.count("<li>") == 2
    assert 'href="/matters/1/12/">entry 12<' in shown


def test_a_request_refused_at_the_door_has_its_page(client: Client) -> None:
    """A request for another host is answered with the page for faulty requests, though nobody was asked for yet."""
    answer = client.get("/", headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()
