"""Signing in and out, the throttle, offices, language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from curule.access import throttle
from curule.access.demo import DEMO_ACCOUNTS, ensure_demo_accounts
from curule.access.models import FailedSignIn, Office, User
from curule.statutes import load_pack

PASSWORD = "quiet lamps over Kigongoni"
pytestmark = pytest.mark.django_db


def sign_in(client, username="grace", password=PASSWORD, **more):
    """Send the sign-in form."""
    return client.post("/sign-in/", {"username": username, "password": password, **more})


@pytest.fixture
def grace(make_user):
    """A registry officer with a password, who reads French."""
    return make_user("registry_officer", username="grace", password=PASSWORD, language="fr")


def test_a_person_signs_in_and_is_spoken_to_in_her_language(client, grace):
    """The right password opens the desk, and the page then speaks the language of the account."""
    answer = sign_in(client)
    assert (answer.status_code, answer.url) == (302, "/")
    assert client.get("/").content.decode().count("Bureau") >= 1


@pytest.mark.parametrize(
    ("username", "password"), [("grace", "wrong"), ("nobody", PASSWORD), ("GRACE", "x"), ("closed", PASSWORD)]
)
def test_every_wrong_pair_gets_the_same_answer(client, grace, make_user, username, password):
    """A wrong password, an unknown and a closed account cannot be told apart."""
    make_user(username="closed", password=PASSWORD, is_active=False)
    answer = sign_in(client, username, password)
    assert answer.status_code == 422
    assert "The user name or the password is not right." in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_empty_fields_are_named_one_by_one(client):
    """Each empty field has its own message, in the summary and beside the field."""
    page = sign_in(client, "", "").content.decode()
    assert page.count("Enter your user name.") == 2
    assert page.count("Enter your password.") == 2
    assert 'href="#id_username"' in page
    assert FailedSignIn.objects.count() == 0


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil"]
)
def test_signing_in_leads_to_no_other_site(client, grace, wanted):
    """An address of another site in "next" is ignored."""
    assert sign_in(client, next=wanted).url == "/"


def test_signing_in_leads_back_to_the_page_asked_for(client, grace):
    """The page from which the person came opens after signing in."""
    assert sign_in(client, next="/matters/7/?page=2").url == "/matters/7/?page=2"


def test_signing_in_changes_the_session(client, grace):
    """The session has another key after signing in, so that one planted beforehand is worth nothing."""
    client.get("/sign-in/")
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_the_fifth_failure_closes_the_door_for_a_while(client, grace):
    """After five failures even the right password waits; other addresses do not, and time opens the door
    again.
    """
    for _ in range(throttle.FOR_ACCOUNT_AND_ADDRESS):
        sign_in(client, password="wrong")
    answer = sign_in(client)
    assert answer.status_code == 422
    assert "Wait 15 minutes" in answer.content.decode()
    assert throttle.waiting_time("grace", "192.0.2.7") is None
    FailedSignIn.objects.update(at=timezone.now() - throttle.WINDOW - timedelta(seconds=1))
    assert sign_in(client).status_code == 302


def test_four_failures_and_a_success_begin_anew(client, grace):
    """A success forgets the failures before it."""
    for _ in range(throttle.FOR_ACCOUNT_AND_ADDRESS - 1):
        sign_in(client, password="wrong")
    sign_in(client)
    assert FailedSignIn.objects.count() == 0


def test_one_address_cannot_try_every_account(client):
    """An address that failed with many accounts waits with all of them."""
    for number in range(throttle.FOR_ADDRESS):
        throttle.record_failure(f"account{number}", "192.0.2.7")
    assert throttle.waiting_time("another", "192.0.2.7") is not None
    assert throttle.waiting_time("another", "192.0.2.8") is None


def test_the_throttle_counts_a_name_in_any_capitals_and_keeps_none():
    """Capitals do not make a second account, and what was typed as a name is not kept in clear."""
    throttle.record_failure("  Grace ", "192.0.2.7")
    kept = FailedSignIn.objects.get()
    assert "race" not in kept.account
    throttle.forget_failures("grace", "192.0.2.7")
    assert not FailedSignIn.objects.exists()


def test_signing_out_needs_a_form(client, grace):
    """A link cannot sign anybody out; the form does."""
    sign_in(client)
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(("hosted", "number"), [(("mechanism",), 12), (("rome",), 18), (("mechanism", "rome"), 30)])
def test_there_is_a_demo_account_for_each_chair(settings, db, hosted, number):
    """The demonstration has one account led by each chair of each tribunal that is hosted, and making them twice changes nothing."""
    settings.TRIBUNALS = hosted
    assert ensure_demo_accounts() == number
    assert ensure_demo_accounts() == 0
    for tribunal in hosted:
        assert {account.offices[0][0] for account in DEMO_ACCOUNTS if account.tribunal == tribunal} == set(load_pack(tribunal).chairs)
    for user in User.objects.all():
        assert not user.has_usable_password()


def test_demo_accounts_stand_under_their_tribunal(client, settings):
    """The sign-in page lists the accounts of each tribunal under its name, and leaves out those of a tribunal that is not hosted."""
    settings.DEMO = True
    ensure_demo_accounts()
    page = client.get("/sign-in/").content.decode()
    assert page.index("International Residual Mechanism") < page.index("Judge Amina Okoro") < page.index(
        "International Criminal Court") < page.index("Judge Teresa Almada")
    settings.TRIBUNALS = ("mechanism",)
    assert "Judge Teresa Almada" not in client.get("/sign-in/").content.decode()


def test_demo_accounts_open_with_one_click_in_a_demonstration(client, settings):
    """With CURULE_DEMO the page lists the accounts, and one form signs in."""
    settings.DEMO = True
    ensure_demo_accounts()
    assert "Judge Amina Okoro" in client.get("/sign-in/").content.decode()
    client.post("/sign-in/demo/president/")
    assert client.session["_auth_user_id"] == str(User.objects.get(username="president").pk)


def test_outside_a_demonstration_demo_accounts_are_closed(client, settings):
    """Without CURULE_DEMO the accounts are neither listed nor opened, even when their rows exist."""
    ensure_demo_accounts()
    settings.DEMO = False
    assert "Amina" not in client.get("/sign-in/").content.decode()
    assert client.post("/sign-in/demo/president/").status_code == 404
    assert "_auth_user_id" not in client.session


def test_an_ordinary_account_is_no_demo_account(client, settings, grace):
    """In a demonstration, too, an account with a password is opened by its password only."""
    settings.DEMO = True
    assert client.post("/sign-in/demo/grace/").status_code == 404


def test_a_person_acts_in_an_office_that_is_held(client, make_user):
    """The office chosen stays chosen; one of somebody else, or of the past, cannot be taken."""
    user = make_user("president", "judge")
    other = Office.objects.create(user=make_user(), tribunal="mechanism", code="registrar", since=date(2012, 7, 1))
    past = Office.objects.create(user=user, tribunal="mechanism", code="duty_judge", since=date(2012, 7, 1), until=date(2013, 7, 1))
    client.force_login(user)
    judge = user.offices.get(code="judge")
    client.post("/office/", {"office": judge.pk})
    assert client.session["seat"] == judge.pk
    for refused in (other.pk, past.pk, "", "x", "9" * 30, "²"):
        assert client.post("/office/", {"office": refused}).status_code == 404
    assert client.session["seat"] == judge.pk


def test_a_lost_office_is_not_acted_in(client, make_user):
    """When the office chosen has ended, the session falls back to one that is held."""
    user = make_user("president", "judge")
    client.force_login(user)
    president = user.offices.get(code="president")
    client.post("/office/", {"office": president.pk})
    Office.objects.filter(pk=president.pk).update(until=date(2013, 1, 1))
    page = client.get("/").content.decode()
    assert "<small>Judge (Mechanism)</small>" in page


def test_the_language_chosen_is_remembered(client, grace):
    """The switch answers in the other language and keeps it for the person; an unknown one is no page."""
    sign_in(client)
    answer = client.post("/language/", {"language": "en", "next": "/"})
    assert (answer.status_code, answer.url) == (302, "/")
    assert User.objects.get(username="grace").language == "en"
    assert client.post("/language/", {"language": "xx"}).status_code == 404


@pytest.mark.parametrize("code", ["a:b", "-x", "", "a b", "x\n", "é"])
def test_a_code_cannot_forge_a_token(code):
    """Codes become parts of tokens: a colon, a blank or a line end in one is refused."""
    office = Office(tribunal="mechanism", code="judge", person_code=code or ":", since=date(2012, 7, 1))
    with pytest.raises(ValidationError) as refused:
        office.clean_fields(exclude=["user"])
    assert "person_code" in refused.value.error_dict


@pytest.mark.parametrize(
    "fields",
    [
        {"tribunal": "mechanism", "code": "defence"},
        {"tribunal": "rome", "code": "victims_representative"},
        {"tribunal": "", "code": "judge"},
        {"tribunal": "mechanism", "code": "judge", "until": date(2012, 6, 30)},
    ],
)
def test_the_database_itself_refuses_impossible_offices(make_user, fields):
    """Counsel without a case, an office of no tribunal and a term that ends before it begins cannot be written at
    all.
    """
    with pytest.raises(IntegrityError):
        Office.objects.create(user=make_user(), since=date(2012, 7, 1), **fields)


@pytest.mark.parametrize(("tribunal", "code"), [("mechanism", "emperor"), ("rome", "archivist"), ("nowhere", "judge")])
def test_an_office_is_a_chair_that_its_tribunal_has(make_user, tribunal, code):
    """A form refuses an office that the tribunal does not have; ``test_audiences`` shows that one written past the form opens nothing."""
    with pytest.raises(ValidationError) as refused:
        Office(user=make_user(), tribunal=tribunal, code=code, since=date(2012, 7, 1)).full_clean()
    assert "code" in refused.value.error_dict
