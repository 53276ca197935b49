"""Fixtures of the Chambers."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from curule.chambers import sealing
from curule.chambers.unlocking import make_key
from curule.matters.models import Assignment
from curule.matters.pipeline import enter
from curule.pages.throwaway import ThrowawayAuthority
from tests.web.chambers.samples import NUMBER, PASS
from tests.web.matter_samples import open_case, request


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Stretching the passphrase costs little in tests."""
    monkeypatch.setattr(sealing, "MEMORY", 64)
    monkeypatch.setattr(sealing, "PASSES", 1)
    monkeypatch.setattr(sealing, "LANES", 1)


@pytest.fixture
def case(db):
    """A case whose Trial Chamber are the judges J1 (presiding), J2 and J3."""
    matter = open_case(NUMBER)
    enter(NUMBER, request(395, "president", "compose_trial_chamber", judges="J1,J2,J3", presiding="J1", task="trial"))
    matter.refresh_from_db()
    return matter


@pytest.fixture
def people(case, make_user):
    """The three judges of the bench, a legal officer who is assigned, and those who are not of the bench."""
    made = {f"j{n}": make_user(("judge", "", f"J{n}"), username=f"judge{n}", display_name=f"Judge {n}") for n in (1, 2, 3, 9)}
    made["officer"] = make_user("legal_officer", username="officer")
    made["stranger"] = make_user("legal_officer", username="stranger")
    made["registry"] = make_user("registry_officer", username="registry", is_staff=True)
    made["registrar"] = make_user("registrar", username="registrar")
    made["prosecutor"] = make_user("prosecutor", username="prosecutor")
    made["root"] = make_user(username="root", is_superuser=True, is_staff=True)
    made["defence"] = make_user(("defence", NUMBER, "C1"), username="defence")
    Assignment.objects.create(matter=case, user=made["officer"], by=made["j1"], since="2012-07-01")
    for name in ("j1", "j2", "j3", "j9", "officer", "stranger"):
        make_key(made[name], PASS)
    return made


@pytest.fixture
def inside(people, client_of):
    """``inside("j1")``: a browser of that person with the Chambers open."""
    def opened(name):
        browser = client_of(people[name])
        assert browser.post(reverse("chambers:open"), {"passphrase": PASS}).status_code == 302
        return browser

    return opened


@pytest.fixture
def client_of():
    def signed_in(user):
        browser = Client()
        browser.force_login(user)
        return browser

    return signed_in


@pytest.fixture
def signing(tmp_path, settings):
    """A folder of throw-away keys for the three judges."""
    settings.SIGNING_FOLDER = tmp_path
    authority = ThrowawayAuthority()
    authority.write_root(tmp_path / "roots")
    for n in (1, 2, 3):
        authority.write_key(tmp_path / "keys" / f"judge{n}.p12", f"Judge {n}", "key phrase")
    return authority
