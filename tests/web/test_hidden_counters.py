"""Counters and badges: what is left out of a list is left out of its count, and a notice never outlives the right to see."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from curule.access.audiences import tokens_of
from curule.access.models import Office
from curule.matters.models import EntryRow, Matter
from curule.matters.pipeline import enter
from curule.notices.models import Notice
from curule.search.alerting import alert, news_count, news_of, save
from tests.web.matter_samples import SEALED, open_case, request
from tests.web.registry_samples import filed, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"


@pytest.fixture
def people(settings, tmp_path):
    """The Prosecutor, counsel and the Registrar."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    return {"prosecutor": person("k-prosecutor", "prosecutor"), "counsel": person("k-counsel", "defence", NUMBER, "C01"),
            "registrar": person("k-registrar", "registrar")}


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def hidden_with_its_correction(people, tmp_path) -> tuple[EntryRow, EntryRow]:
    """An entry that counsel could see, with a public correction of it; then it is closed to counsel."""
    open_case(NUMBER)
    made = filed(Matter.objects.get(number=NUMBER), people["prosecutor"], tmp_path, officer=people["registrar"])[0]
    correction = enter(NUMBER, request(0, "registry", "correct_entry", ("public",), entry=made.entry.number, reason="slip", particulars={"title": "Other"})).row
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(made.entry.number), classification="ex_parte", reason="protection"))
    return made.entry, correction


def test_the_inbox_counts_what_it_shows(people, tmp_path):
    """A correction of an entry that was closed is hidden with it: the page of notices does not count it, and its notice opens like none."""
    _entry, correction = hidden_with_its_correction(people, tmp_path)
    notice = Notice.objects.get(user=people["counsel"], entry=correction)
    client = signed_in(people["counsel"])
    shown = client.get("/inbox/").context
    assert shown["page"].paginator.count == len(shown["lines"])
    assert client.get(f"/inbox/{notice.code}/").status_code == 404
    assert Notice.objects.get(pk=notice.pk).read_at is None


def test_the_desk_counts_the_finds_that_the_page_shows(people, tmp_path):
    """New finds of a saved search, after one of them was hidden: the desk's count is that of the page."""
    open_case(NUMBER)
    saved = save(people["counsel"], "all", "case=mict-26-1")
    made = filed(Matter.objects.get(number=NUMBER), people["prosecutor"], tmp_path, officer=people["registrar"])[0]
    enter(NUMBER, request(0, "registry", "correct_entry", ("public",), entry=made.entry.number, reason="slip", particulars={"title": "Other"}))
    assert alert() >= 2
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(made.entry.number), classification="ex_parte", reason="protection"))
    tokens = tokens_of(people["counsel"])
    saved.refresh_from_db()
    page = signed_in(people["counsel"]).get("/search/saved/").context["lines"][0]["news"]
    assert news_count(people["counsel"], tokens) == len(news_of(saved, tokens)) == len(page)


def test_notices_of_a_sealed_matter_end_with_the_office(people, tmp_path):
    """An entry of a sealed case whose own audience is wider is not shown to counsel whose office ended; the matter's number appears nowhere."""
    open_case(NUMBER, SEALED)
    enter(NUMBER, request(395, "president", "assign_single_judge", ("public",), judge="J1", task="confirmation"))
    client = signed_in(people["counsel"])
    assert NUMBER in client.get("/inbox/").content.decode()
    Office.objects.filter(user=people["counsel"]).update(until=timezone.localdate() - timedelta(days=1))
    found = client.get("/inbox/")
    assert NUMBER not in found.content.decode()
    assert not found.context["page"].paginator.count
    for notice in Notice.objects.filter(user=people["counsel"]):
        assert client.get(f"/inbox/{notice.code}/").status_code == 404


def test_work_on_an_entry_of_a_sealed_matter_is_not_listed(people):
    """An officer of the Registry for whom the case does not exist is not shown that e-mails of it are sent."""
    from curule.jobs.asking import enqueue

    open_case(NUMBER, ("organ:prosecutor", "bench", "office:registrar"))
    row = enter(NUMBER, request(395, "president", "assign_single_judge", ("public",), judge="J1", task="confirmation")).row
    enqueue("send_notices", "x", entry=row.pk)
    page = signed_in(person("k-officer", "registry_officer")).get("/jobs/").content.decode()
    assert not re.search(r"<tbody><tr>", page)
