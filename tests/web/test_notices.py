"""Service: who is told, with the entry or not at all; by the portal, and by an e-mail that holds nothing; never lost, not doubled."""

from __future__ import annotations

import smtplib
from datetime import timedelta

import pypdfium2
import pytest
from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from curule.access.audiences import tokens_of
from curule.jobs.models import Job
from curule.jobs.running import run
from curule.matters.models import EntryAudience, EntryRow
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


def test_no_email_goes_for_what_was_closed_meanwhile(case, people, tmp_path):
    """An entry put under seal before the e-mail went sends none; opened again, it is due again and goes once."""
    made = filed(case, people["prosecutor"], tmp_path)[0]
    number = str(made.entry.number)
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=number, classification="under_seal", reason="a witness"))
    send_open()
    assert Delivery.objects.get(notice__entry=made.entry).state == "withdrawn"
    assert not [m for m in mail.outbox if made.entry.notices.get().code in m.body]
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=number, classification="public", reason="no longer needed"))
    send_open()
    assert Delivery.objects.get(notice__entry=made.entry).state == "sent"
    assert send_open() == 0


def test_the_certificate_of_service(client, case, people, tmp_path):
    """The Registry sees who was told and when it was read, as a page and as a PDF; counsel does not."""
    made = filed(case, people["prosecutor"], tmp_path)[0]
    address = f"/matters/{NUMBER}/entries/{made.entry.number}/service"
    client.force_login(people["officer"])
    page = client.get(f"{address}/").content.decode()
    assert "Counsel-One" in page
    assert "not yet" in page
    with pypdfium2.PdfDocument(client.get(f"{address}.pdf").content) as pdf:
        printed = pdf[0].get_textpage().get_text_range()
    for said in ("Residual Mechanism", NUMBER, "Counsel-One", "not yet", "(The Hague)", "drawn from the record on"):
        assert said in printed.replace("\r\n", " ")
    client.force_login(people["counsel"])
    assert client.get(f"{address}/").status_code == 404


def test_a_mail_server_that_is_away_for_days_loses_nothing(case, people, tmp_path, monkeypatch):
    """While the mail server is away the work comes back again and again; when it is there after four days the e-mail is sent. After five it is given up."""
    filed(case, people["prosecutor"], tmp_path)
    delivery = Delivery.objects.get()
    job = Job.objects.get(key__startswith=f"notices:{delivery.notice.entry_id}:")

    def away(self, messages):
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", away)
        for _turn in range(30):
            Delivery.objects.update(due_at=timezone.now())
            Job.objects.filter(pk=job.pk).update(due_at=timezone.now())
            run(job.pk)
        job.refresh_from_db()
        delivery.refresh_from_db()
        assert (job.state, delivery.state, delivery.attempts) == ("waiting", "waiting", 30)
        assert job.due_at == delivery.due_at <= timezone.now() + timedelta(hours=1)
        Delivery.objects.update(due_at=timezone.now(), made_at=timezone.now() - timedelta(days=4))
        send_open()
        assert Delivery.objects.get().state == "waiting"
    Delivery.objects.update(due_at=timezone.now())
    Job.objects.filter(pk=job.pk).update(due_at=timezone.now())
    run(job.pk)
    assert (Delivery.objects.get().state, Job.objects.get(pk=job.pk).state, len(mail.outbox)) == ("sent", "done", 1)


@pytest.mark.parametrize(("fault", "turns"), [
    (smtplib.SMTPRecipientsRefused({"a@example.org": (550, b"no such user")}), 8), (smtplib.SMTPDataError(554, b"no"), 8),
    (smtplib.SMTPRecipientsRefused({"a@example.org": (451, b"later")}), None), (smtplib.SMTPServerDisconnected("gone"), None)])
def test_what_is_refused_for_good_is_given_up(case, people, tmp_path, monkeypatch, fault, turns):
    """A message that the server refuses for good is given up after eight tries; one that it puts off is offered on. What was said is not kept."""
    filed(case, people["prosecutor"], tmp_path)

    def refuse(self, messages):
        raise fault

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    for _turn in range(12):
        Delivery.objects.filter(state="waiting").update(due_at=timezone.now())
        send_open()
    found = Delivery.objects.get()
    assert (found.state, found.attempts, found.fault) == ("failed" if turns else "waiting", turns or 12, type(fault).__name__)


def test_many_finished_notices_do_not_weigh_on_the_inbox(client, case, people, tmp_path):
    """With ten thousand finished notices the inbox asks the database as many questions as with none, and finds the open ones by the index of what is open."""
    filed(case, people["prosecutor"], tmp_path)
    client.force_login(people["counsel"])
    client.get("/inbox/")
    with CaptureQueriesContext(connection) as few:
        client.get("/inbox/")
    other = open_case("MICT-26-3")
    last = EntryRow.objects.get(matter=other)
    now = timezone.now()
    rows = EntryRow.objects.bulk_create(
        [EntryRow(matter=other, number=last.number + n, act=last.act, organ=last.organ, done_on=last.done_on, entered_at=now, content={}, previous="", hash="")
         for n in range(1, 10_001)], batch_size=1000)
    EntryAudience.objects.bulk_create([EntryAudience(entry=row, token="public") for row in rows], batch_size=1000)
    Notice.objects.bulk_create([Notice(entry=row, user=people["counsel"], made_at=now, read_at=now, done_at=now) for row in rows], batch_size=1000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    with CaptureQueriesContext(connection) as many:
        assert "Motion for an order" in client.get("/inbox/").content.decode()
    assert len(many) == len(few)
    plan = notices_for(people["counsel"], tokens_of(people["counsel"])).filter(done_at__isnull=True)[:50].explain()
    assert "notice_open" in plan, plan
