"""The redaction of a document on its page: who may, marks with grounds, the proof, the filing of the public pair."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from curule.jobs.models import Job
from curule.jobs.running import run_due
from curule.registry import making
from curule.registry.models import Rendition, Submission
from curule.registry.redaction_work import RedactionWork
from curule.store import store
from tests.unit.pages.papers import texts
from tests.web.matter_samples import open_case
from tests.web.registry_samples import filed, pdf, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"


@pytest.fixture
def folder(tmp_path, settings):
    """A store of this test alone, and a folder for what is sent."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    (tmp_path / "sent").mkdir()
    return tmp_path / "sent"


@pytest.fixture
def motion(folder):
    """A confidential motion of the Defence that names a witness on each of its two pages."""
    matter = open_case(NUMBER)
    defence = person("counsel", "defence", NUMBER, "C1")
    officer = person("officer", "registry_officer")
    found = filed(matter, defence, folder, pdf("The witness Jankovic spoke", "Jankovic left at noon"), officer=officer, classification="confidential",
                  title="Motion about a witness")
    return found[0]


def browser(username):
    from curule.access.models import User

    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def address(rendition, **query):
    return reverse("registry:redact", args=[rendition.code]) + ("?" + "&".join(f"{k}={v}" for k, v in query.items()) if query else "")


def marked(client, rendition):
    """The name marked as a phrase, and an area on the second page."""
    one = client.post(address(rendition), {"step": "phrase", "phrase-text": "Jankovic", "phrase-whole": "on", "phrase-ground": "witness"})
    two = client.post(address(rendition), {"step": "area", "area-page": "2", "area-left": "120", "area-top": "125", "area-right": "300", "area-bottom": "150",
                                           "area-ground": "other", "area-other": "Time of <b>departure</b>"})
    assert (one.status_code, two.status_code) == (302, 302)


def made_and_proved(client, rendition):
    """The making is asked for, and done in the background."""
    assert client.post(address(rendition), {"step": "make"}).status_code == 302
    run_due()


def test_an_officer_files_the_public_pair(motion):
    """The Registry marks, makes, proves and files; the public version is on the record, public, of the same document, and holds no name."""
    client = browser("officer")
    marked(client, motion)
    made_and_proved(client, motion)
    page = client.get(address(motion)).content.decode()
    assert "Proved: nothing of what was removed is left" in page
    assert "Time of &lt;b&gt;departure&lt;/b&gt;" in page
    answer = client.post(address(motion), {"step": "file"})
    made = Rendition.objects.get(role=Rendition.Role.REDACTED)
    assert answer.url == reverse("registry:document", args=[made.code])
    assert made.document_id == motion.document_id
    assert made.made_from_id == motion.pk
    assert {row.token for row in made.entry.audience.all()} == {"public"}
    with store().read(made.document.object_id, made.path) as stream:
        public = stream.read()
    assert "ankovic" not in " ".join(texts(public))
    assert "spoke" in texts(public)[0]
    assert "noon" not in texts(public)[1]
    assert any(path.endswith("-schedule.pdf") for path in store().inventory(made.document.object_id).version().state)
    assert Client().get(reverse("registry:document", args=[made.code])).status_code == 200
    assert Client().get(reverse("registry:document", args=[motion.code])).status_code == 404
    assert not RedactionWork.objects.exists()


def test_the_filing_party_sends_it_to_the_registry(motion):
    """Counsel who filed the document makes the public version; it waits for the Registry like any filing."""
    client = browser("counsel")
    marked(client, motion)
    made_and_proved(client, motion)
    answer = client.post(address(motion), {"step": "file"})
    found = Submission.objects.get(act="file_redacted_version")
    assert answer.url == reverse("registry:submission", args=[found.code])
    assert not Rendition.objects.filter(role=Rendition.Role.REDACTED).exists()


@pytest.mark.parametrize(("username", "code", "matter"), [("other", "defence", "MICT-26-9"), ("prosecutor", "prosecutor", ""),
                                                          ("judge", "judge", ""), ("reader", "public", "")])
def test_for_others_there_is_no_such_page(motion, username, code, matter):
    """Who did not file it and is not of the Registry finds nothing, whether or not they may read the document; a visitor signs in first."""
    if matter:
        open_case(matter)
    person(username, code, matter, "X1")
    client = browser(username)
    for found in (address(motion), reverse("registry:redact-page", args=[motion.code, "filed", 1]),
                  reverse("registry:redact-file", args=[motion.code, "public"])):
        assert client.get(found).status_code == 404
        assert Client().get(found).status_code == 302
    assert client.post(address(motion), {"step": "make"}).status_code == 404


def test_one_persons_marks_are_not_anothers(motion):
    """What an officer marked is on no page of the party, and the file in the making is nobody else's."""
    officer, counsel = browser("officer"), browser("counsel")
    marked(officer, motion)
    made_and_proved(officer, motion)
    assert "departure" not in counsel.get(address(motion)).content.decode()
    assert counsel.get(reverse("registry:redact-file", args=[motion.code, "public"])).status_code == 404
    assert officer.get(reverse("registry:redact-file", args=[motion.code, "public"])).status_code == 200


def test_pictures_of_pages_are_private_and_safe(motion):
    """The pictures and files of a redaction are kept by no cache and run nothing; a page that is not there is not found."""
    client = browser("officer")
    marked(client, motion)
    made_and_proved(client, motion)
    for which, page in (("filed", 1), ("public", 2)):
        answer = client.get(reverse("registry:redact-page", args=[motion.code, which, page]))
        assert answer["Content-Type"] == "image/png"
        assert answer["Cache-Control"] == "private, no-store"
        assert "sandbox" in answer["Content-Security-Policy"]
    assert client.get(reverse("registry:redact-page", args=[motion.code, "filed", 9])).status_code == 404
    assert client.get(reverse("registry:redact-page", args=[motion.code, "other", 1])).status_code == 404
    schedule = client.get(reverse("registry:redact-file", args=[motion.code, "schedule"]))
    text = " ".join(texts(schedule.content)).replace("\r\n", " ")
    assert "Protection of a witness or victim" in text
    assert "ankovic" not in text


@pytest.mark.parametrize("posted", [
    {"step": "phrase", "phrase-text": "  -- ", "phrase-ground": "witness"}, {"step": "phrase", "phrase-text": "x", "phrase-ground": "nothing"},
    {"step": "phrase", "phrase-text": "x", "phrase-ground": "other", "phrase-other": " "},
    {"step": "area", "area-page": "9", "area-left": "1", "area-top": "1", "area-right": "5", "area-bottom": "5", "area-ground": "witness"},
    {"step": "area", "area-page": "1", "area-left": "5", "area-top": "1", "area-right": "5", "area-bottom": "5", "area-ground": "witness"},
    {"step": "area", "area-page": "1", "area-left": "nan", "area-top": "inf", "area-right": "5", "area-bottom": "5", "area-ground": "witness"},
    {"step": "make"}, {"step": "file"}, {"step": "else"}, {"step": "remove-x"}])
def test_what_cannot_be_done_is_sent_back(motion, posted):
    """Faulty marks, making without marks and filing without a proof are sent back; nothing is filed or marked."""
    client = browser("officer")
    answer = client.post(address(motion), posted)
    assert answer.status_code == 422
    assert RedactionWork.objects.get().marks == []
    assert Rendition.objects.count() == 1


def test_a_mark_taken_away_makes_the_result_void(motion):
    """What was proved with other marks cannot be filed."""
    client = browser("officer")
    marked(client, motion)
    made_and_proved(client, motion)
    assert client.post(address(motion), {"step": "remove-0"}).status_code == 302
    assert [mark["kind"] for mark in RedactionWork.objects.get().marks] == ["area"]
    assert client.post(address(motion), {"step": "file"}).status_code == 422


def test_words_that_are_nowhere_are_told(motion):
    """The page names the words that were not found, so that nobody thinks them removed."""
    client = browser("officer")
    marked(client, motion)
    client.post(address(motion), {"step": "phrase", "phrase-text": "Absentee", "phrase-ground": "witness"})
    made_and_proved(client, motion)
    page = client.get(address(motion)).content.decode()
    assert "These words were found nowhere" in page
    assert "“Absentee”" in page


def test_nobody_redacts_what_is_public_or_no_pdf(motion, folder):
    """A public document, and a public version itself, have no such page."""
    matter = motion.entry.matter
    public = filed(matter, person("counsel", "defence", NUMBER, "C1"), folder, officer=person("officer", "registry_officer"))[0]
    assert browser("officer").get(address(public)).status_code == 404


def test_the_document_leads_to_its_redaction(motion):
    """The page of a confidential document has the way to its public version for who may make it, and for nobody else."""
    shown = browser("officer").get(reverse("registry:document", args=[motion.code])).content.decode()
    assert address(motion) in shown
    person("prosecutor", "prosecutor")
    assert address(motion) not in browser("prosecutor").get(reverse("registry:document", args=[motion.code])).content.decode()


def test_the_page_waits_while_it_is_made(motion):
    """While the work runs the page says so and looks again by itself, without scripts too; asking twice is asking once; then there is the result."""
    client = browser("officer")
    marked(client, motion)
    for _time in range(2):
        assert client.post(address(motion), {"step": "make"}).status_code == 302
    assert Job.objects.filter(kind="make_redaction").count() == 1
    page = client.get(address(motion)).content.decode()
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "is being made and proved" in page
    waits = client.get(reverse("registry:redact-progress", args=[motion.code]))
    assert (waits.status_code, "HX-Refresh" in waits) == (200, False)
    run_due()
    over = client.get(reverse("registry:redact-progress", args=[motion.code]))
    assert (over.status_code, over["HX-Refresh"]) == (204, "true")
    assert "Proved: nothing" in client.get(address(motion)).content.decode()
    assert browser("counsel").get(reverse("registry:redact-progress", args=[motion.code]))["HX-Refresh"] == "true"


def test_marks_that_change_meanwhile_void_what_is_made(motion, monkeypatch):
    """What was made of marks that are no longer the marks is not kept, and nothing is half-made."""
    client = browser("officer")
    marked(client, motion)
    client.post(address(motion), {"step": "make"})
    before = making.confined

    def slow(*arguments, **more):
        RedactionWork.objects.get().unmark(0)
        return before(*arguments, **more)

    monkeypatch.setattr(making, "confined", slow)
    run_due()
    found = RedactionWork.objects.get()
    assert (found.result, found.public, found.schedule) == ({}, None, None)


def test_a_maker_that_dies_is_followed_by_another(motion, monkeypatch):
    """Killed in the middle, it leaves nothing; when its hold is over the work is done by the next."""
    client = browser("officer")
    marked(client, motion)
    client.post(address(motion), {"step": "make"})
    job = Job.objects.get(kind="make_redaction")
    long_ago = timezone.now() - timedelta(hours=1)
    Job.objects.filter(pk=job.pk).update(state="running", holder="a machine that is gone", attempts=1, started_at=long_ago, held_until=long_ago)
    assert "is being made" in client.get(address(motion)).content.decode()
    run_due()
    assert RedactionWork.objects.get().is_proved


def test_the_public_title_holds_nothing_that_was_removed(motion):
    """A title with a removed name is refused, whatever its capitals and accents; with another title the pair is filed under that."""
    client = browser("officer")
    marked(client, motion)
    made_and_proved(client, motion)
    refused = client.post(address(motion), {"step": "file", "title": "Motion about JANKOVIĆ"})
    assert refused.status_code == 422
    assert "the title holds words that are removed" in refused.content.decode()
    assert client.post(address(motion), {"step": "file", "title": "Motion about a person"}).status_code == 302
    assert Rendition.objects.get(role="redacted").title == "Motion about a person"
