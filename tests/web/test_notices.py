"""Service: who is told, with the entry or not at all; by the portal, and by an e-mail that holds nothing; never lost, not doubled."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import transaction

from curule.access.audiences import tokens_of
from curule.matters.pipeline import enter
from curule.notices.mail import send_open
from curule.notices.models import Delivery, Notice
from curule.notices.sight import notices_for
from tests.web.matter_samples import open_case, request
from tests.web.registry_samples import filed, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"


@pytest.fixture(autouse=True)
def _settings(settings, tmp_path):
    settings.STORE_URL = (tmp_path / "store").as_uri()
    settings.EMAIL_ON = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def people():
    """A Prosecutor, counsel of the case, counsel of another, an officer of the Registry."""
    return {"prosecutor": person("prosecutor-one", "prosecutor"), "counsel": person("counsel-one", "defence", NUMBER, "C01"),
            "other": person("counsel-two", "defence", "MICT-26-2", "C02"), "officer": person("officer-one", "registry_officer")}


@pytest.fixture
def case(people):
    """A public case."""
    made = open_case(NUMBER)
    Notice.objects.all().delete()
    return made


def told():
    return sorted(Notice.objects.values_list("user__username", flat=True))


def test_who_takes_part_is_told_but_for_the_maker(case, people, tmp_path):
    """A motion of the Prosecutor is told to counsel of that case: not to its maker, not to counsel of another case."""
    filed(case, people["prosecutor"], tmp_path)
    assert told() == ["counsel-one"]


def test_nobody_is_told_of_what_they_may_not_see(case, people, tmp_path):
    """An ex parte motion makes no notice for the other side, and its later opening does."""
    made = filed(case, people["prosecutor"], tmp_path, classification="ex_parte")[0]
    assert told() == []
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(made.entry.number), classification="confidential", reason="no longer needed"))
    assert Notice.objects.filter(entry=made.entry).get().user == people["counsel"]


def test_a_notice_comes_with_the_entry_or_not_at_all(case, people, tmp_path):
    """Undone, the entry leaves no notice behind."""
    with transaction.atomic():
        filed(case, people["prosecutor"], tmp_path)
        assert told() == ["counsel-one"]
        transaction.set_rollback(True)
    assert told() == []


def test_the_email_holds_nothing_of_the_record(case, people, tmp_path):
    """No title, no filer, no number of a document: only that something awaits, with a link; for a hidden matter not even its number."""
    filed(case, people["prosecutor"], tmp_path, title="Motion about Witness Secretname")
    assert send_open() == 1
    message = mail.outbox[0]
    whole = message.message().as_string()
    assert NUMBER in message.subject
    assert "Secretname" not in whole
    assert "/inbox/" in message.body
    case.audience.filter(token="public").delete()
    filed(case, people["prosecutor"], tmp_path, title="Another", classification="confidential")
    send_open()
    assert NUMBER not in mail.outbox[1].message().as_string()


def test_an_email_is_sent_once(case, people, tmp_path):
    """Sent again and again, the sender finds nothing left to do."""
    filed(case, people["prosecutor"], tmp_path)
    assert [send_open(), send_open()] == [1, 0]
    assert Delivery.objects.get().state == "sent"


def test_what_fails_is_tried_again_under_the_same_name(case, people, tmp_path, settings, monkeypatch):
    """A mail server that is away makes a delivery wait, with its Message-ID unchanged; the next try sends it."""
    filed(case, people["prosecutor"], tmp_path)
    known = Delivery.objects.get().message_id

    def away(self, messages):
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", away)
        assert send_open() == 0
    waiting = Delivery.objects.get()
    assert (waiting.state, waiting.attempts, waiting.fault) == ("waiting", 1, "ConnectionRefusedError")
    Delivery.objects.update(due_at=waiting.notice.made_at)
    assert send_open() == 1
    assert mail.outbox[0].extra_headers["Message-ID"] == known


def test_the_inbox_shows_what_is_new_and_keeps_the_moment_of_reading(client, case, people, tmp_path):
    """Told, opened, put aside: the first opening is kept as proof, and the document is shown."""
    made = filed(case, people["prosecutor"], tmp_path)[0]
    client.force_login(people["counsel"])
    page = client.get("/inbox/").content.decode()
    assert "Motion for an order" in page
    notice = Notice.objects.get()
    answer = client.get(f"/inbox/{notice.code}/")
    assert answer["Location"] == f"/documents/{made.code}/"
    first = Notice.objects.get().read_at
    client.get(f"/inbox/{notice.code}/")
    assert first is not None
    assert Notice.objects.get().read_at == first
    client.post("/inbox/", {"code": [notice.code], "view": "open"})
    assert "Motion for an order" not in client.get("/inbox/").content.decode()
    assert "Motion for an order" in client.get("/inbox/?view=done").content.decode()


def test_another_person_can_neither_open_nor_put_aside(client, case, people, tmp_path):
    """A notice is its reader's alone."""
    filed(case, people["prosecutor"], tmp_path)
    notice = Notice.objects.get()
    client.force_login(people["prosecutor"])
    assert client.get(f"/inbox/{notice.code}/").status_code == 404
    client.post("/inbox/", {"code": [notice.code], "view": "open"})
    notice.refresh_from_db()
    assert notice.done_at is None


def test_a_notice_of_what_was_closed_since_is_hidden(case, people, tmp_path):
    """When an entry is put under seal, its notice leaves the inbox of those who may not see it any more."""
    made = filed(case, people["prosecutor"], tmp_path)[0]
    assert notices_for(people["counsel"], tokens_of(people["counsel"])).filter(entry=made.entry).count() == 1
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(made.entry.number), classification="under_seal", reason="a witness"))
    assert notices_for(people["counsel"], tokens_of(people["counsel"])).filter(entry=made.entry).count() == 0


def test_the_certificate_of_service(client, case, people, tmp_path):
    """The Registry sees who was told and when it was read, as a page and as a PDF; counsel does not."""
    made = filed(case, people["prosecutor"], tmp_path)[0]
    address = f"/matters/{NUMBER}/entries/{made.entry.number}/service"
    client.force_login(people["officer"])
    page = client.get(f"{address}/").content.decode()
    assert "Counsel-One" in page
    assert "not yet" in page
    assert client.get(f"{address}.pdf").content.startswith(b"%PDF")
    client.force_login(people["counsel"])
    assert client.get(f"{address}/").status_code == 404


def test_many_finished_notices_do_not_weigh_on_the_inbox(case, people, tmp_path, django_assert_num_queries):
    """The inbox asks the database as many questions with a thousand finished notices as with one."""
    filed(case, people["prosecutor"], tmp_path)
    tokens = tokens_of(people["counsel"])
    with django_assert_num_queries(1):
        assert len(list(notices_for(people["counsel"], tokens).filter(done_at__isnull=True)[:50])) == 1
