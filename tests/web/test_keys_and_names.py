"""Request keys of one person are no business of another's; forms name nobody whom their reader need not know of."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from curule.access.models import Office
from curule.matters.models import EntryRow, Matter
from curule.registry.checking import accept
from tests.web.matter_samples import open_case
from tests.web.registry_samples import person, send

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"


@pytest.fixture(autouse=True)
def case(settings, tmp_path) -> Matter:
    """A public case."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    return open_case(NUMBER)


def enters(client: Client, key: str):
    """Enter a correction of the first entry on the page, under that request key."""
    return client.post(f"/matters/{NUMBER}/acts/correct_entry/", {
        "step": "enter", "key": key, "expected": str(EntryRow.objects.count()), "organ": "registry", "done_on": str(timezone.localdate()), "audience": "usual",
        "p_entry": "1", "p_reason": "slip", "p_particulars": "language = fr"})


def test_no_key_of_a_page_spoils_what_the_application_keeps_for_itself(case, tmp_path):
    """An officer enters an act under the key that the acceptance of a waiting submission will use: the submission is accepted all the same."""
    waiting = send(case, person("y-prosecutor", "prosecutor"), tmp_path)
    client = Client()
    client.force_login(person("y-officer", "registry_officer"))
    assert enters(client, f"filing:{waiting.code}/0").status_code == 302
    assert accept(waiting, person("y-other", "registry_officer"))[0].number == f"{NUMBER}/1"


def test_no_key_of_a_page_meets_that_of_another_persons_program(case):
    """A key of the interface for programs, worked out for another person, says nothing of that person's requests and takes nothing from them."""
    victim = person("y-victim", "registry_officer")
    client = Client()
    client.force_login(person("y-attacker", "registry_officer"))
    forged = "api:" + hashlib.sha256(f"{victim.pk}:2026-001".encode()).hexdigest()
    assert enters(client, forged).status_code == 302
    assert not EntryRow.objects.filter(key=forged).exists()


def test_a_repeat_of_the_same_page_is_still_one_entry(case):
    """A doubled click enters once; the same key of another person enters that person's act."""
    one, two = Client(), Client()
    one.force_login(person("y-one", "registry_officer"))
    two.force_login(person("y-two", "registry_officer"))
    for client in (one, one, two):
        enters(client, "k1")
    assert list(EntryRow.objects.filter(act="correct_entry").values_list("content__entered_by", flat=True)) == ["y-one", "y-two"]


def test_the_form_for_filing_names_no_authority_and_nobody_whose_office_ended(case):
    """Counsel is offered counsel who act today; a State's authority, counsel who left and accounts that are closed are named to nobody of the parties."""
    person("y-state", "national_authority", NUMBER, "state-XAA")
    person("y-left", "defence", NUMBER, "C09")
    Office.objects.filter(person_code="C09").update(until=timezone.localdate() - timedelta(days=1))
    closed = person("y-closed", "defence", NUMBER, "C08")
    closed.is_active = False
    closed.save()
    person("y-colleague", "defence", NUMBER, "C02")
    named = {}
    for who, user in (("counsel", person("y-counsel", "defence", NUMBER, "C01")), ("officer", person("y-officer", "registry_officer"))):
        client = Client()
        client.force_login(user)
        page = client.get(f"/matters/{NUMBER}/file/").content.decode()
        named[who] = {name for name in ("Y-State", "Y-Left", "Y-Closed", "Y-Colleague") if name in page}
    assert named == {"counsel": {"Y-Colleague"}, "officer": {"Y-Colleague", "Y-State"}}
