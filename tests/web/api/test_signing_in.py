"""Who calls: sessions with their token against forged requests, tokens of programs, the rate of calls."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from django.utils import timezone

from curule.api.callers import CallRate
from curule.api.models import ApiToken
from curule.api.tokens import make_token
from tests.web.api.callers import BOOK, Caller, Users, hearing
from tests.web.matter_samples import indicted_case

pytestmark = pytest.mark.django_db


def test_a_session_needs_the_csrf_token_to_change_anything(make_user: Users) -> None:
    """A form of another site cannot enter an act with the session of the clerk; with the token of our page it goes through."""
    indicted_case()
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("registry_officer"))
    body = json.dumps(hearing())
    refused = client.post(f"/api{BOOK}", body, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "csrf")
    from django.conf import settings
    from django.middleware.csrf import _get_new_csrf_string

    secret = _get_new_csrf_string()
    client.cookies[settings.CSRF_COOKIE_NAME] = secret
    assert client.post(f"/api{BOOK}", body, content_type="application/json", headers={"X-CSRFToken": secret}).status_code == 201
    assert client.get("/api/me").json()["offices"][0]["code"] == "registry_officer"


def test_a_token_is_shown_once_kept_as_a_digest_and_can_be_revoked(make_user: Users) -> None:
    """Whoever reads the database learns no token; a revoked or expired one opens nothing, not even what is public."""
    user = make_user("registrar")
    caller = Caller(user)
    made = caller.post("/tokens", {"name": "export"}).json()
    assert made["token"] not in json.dumps(list(ApiToken.objects.values()), default=str)
    assert "token" not in caller.get("/tokens").json()[0]
    program = Caller(Authorization=f"Bearer {made['token']}")
    assert program.get("/me").json()["user"] == user.username
    assert caller.client.delete(f"/api/tokens/{made['id']}", headers=caller.headers).status_code == 204
    assert (program.get("/me").status_code, program.get("/matters").status_code) == (401, 401)
    old = make_token(user, "old", timezone.localdate() - timedelta(days=1))[1]
    assert Caller(Authorization=f"Bearer {old}").get("/matters").status_code == 401
    user.is_active = False
    user.save()
    assert caller.get("/me").status_code == 401


def test_nobody_revokes_anothers_token(make_user: Users) -> None:
    """Another's token is answered like none."""
    row, _token = make_token(make_user("registrar"), "own")
    other = Caller(make_user("registrar"))
    assert other.client.delete(f"/api/tokens/{row.pk}", headers=other.headers).status_code == 404
    row.refresh_from_db()
    assert row.revoked_at is None


def test_too_many_calls_are_slowed_down(monkeypatch: pytest.MonkeyPatch, rf: RequestFactory) -> None:
    """So many calls a minute are counted for each person and address; one more is answered 429 with the time to wait."""
    one, other = rf.get("/", REMOTE_ADDR="192.0.2.1"), rf.get("/", REMOTE_ADDR="192.0.2.2")
    one.user = other.user = AnonymousUser()
    rate = CallRate("2/min")
    assert [rate.allow_request(r) for r in (one, one, one, other)] == [True, True, False, True]
    monkeypatch.setattr(CallRate, "allow_request", lambda self, request: False)
    monkeypatch.setattr(CallRate, "wait", lambda self: 7.2)
    slowed = Caller().get("/law")
    assert (slowed.status_code, slowed.json()["error"]["code"], slowed["Retry-After"]) == (429, "too_many", "8")
