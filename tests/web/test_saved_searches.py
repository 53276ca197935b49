"""Saved searches: what came after saving, each find once, and of nothing that is hidden."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from curule.access.audiences import tokens_of
from curule.access.models import User
from curule.jobs.models import Job
from curule.jobs.running import run
from curule.law.record import RECLASSIFICATION
from curule.mail_servers import mail_server
from curule.matters.models import EntryRow
from curule.matters.pipeline import enter
from curule.notices.mail import send_open
from curule.notices.models import Delivery
from curule.search import alerting
from curule.search.alerting import alert, news_count, news_of, save, seen, tell_of
from curule.search.calling import call_owner
from curule.search.finding import find
from curule.search.models import Generation, SavedSearch
from curule.search.upkeep import rebuild
from tests.web.matter_samples import indicted_case, request

pytestmark = pytest.mark.django_db
SEALED = ("organ:prosecutor", "bench", "organ:registry")


def test_a_saved_search_tells_of_new_finds_once_and_of_nothing_hidden(client: Client, make_user) -> None:
    """Only what came after saving, only what the owner sees, each once; what is hidden later is shown no more."""
    indicted_case()
    owner = make_user(username="reader")
    one = save(owner, "indictments", "q=confirm*")
    assert alert() == 0
    enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    enter("MICT-26-1", request(360, "president", "assign_single_judge", SEALED, judge="J2", task="confirmation"))
    assert alert() == 1
    assert alert() == 0
    assert [row.number for row in news_of(one, tokens_of(owner))] == [4]
    client.force_login(owner)
    assert "1 new find of your saved searches" in client.get("/").content.decode()
    enter("MICT-26-1", request(10, "single_judge", RECLASSIFICATION, entries=[4], classification="confidential", reason="Protection."))
    assert news_of(one, tokens_of(owner)) == []


def test_saved_searches_are_their_owners_alone(client: Client, make_user) -> None:
    """Another person's saved search is not found; a person keeps, reads and forgets their own."""
    mine, other = make_user(username="mine"), make_user(username="other")
    theirs = save(other, "theirs", "q=secret")
    client.force_login(mine)
    assert client.post(reverse("search:forget", args=[theirs.code])).status_code == 404
    assert client.post(reverse("search:read", args=[theirs.code])).status_code == 404
    client.post(reverse("search:keep"), {"query": "q=example", "name": "My search", "alerts": "on"})
    page = client.get(reverse("search:saved")).content.decode()
    assert "My search" in page
    assert "theirs" not in page
    assert client.get(reverse("search:saved")).status_code == 200
    client.logout()
    assert client.get(reverse("search:saved")).status_code == 302


# -- by e-mail -------------------------------------------------------------------------------------------------------


class Keeping:
    """A mail server's hands: keeps everything it took; refuses for a while where it is told to."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.away = False

    async def handle_DATA(self, server, session, envelope):  # type: ignore[no-untyped-def]  # noqa: N802 - the name that aiosmtpd calls
        if self.away:
            return "451 later"
        self.taken.append(f"To: {envelope.rcpt_tos}\n" + envelope.content.decode())
        return "250 OK"


@pytest.fixture
def mails(settings) -> Iterator[Keeping]:
    """A real mail server on this machine, to which the installation sends."""
    from aiosmtpd.controller import Controller

    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    keeping = Keeping()
    controller = Controller(keeping, hostname="127.0.0.1", port=port)
    controller.start()
    for name, value in mail_server(f"smtp://127.0.0.1:{port}").items():
        setattr(settings, name, value)
    settings.EMAIL_ON = True
    yield keeping
    controller.stop()


@pytest.fixture
def watched(make_user):
    """A public case, and somebody who watches it."""
    indicted_case()
    owner = make_user(username="watcher", email="watcher@example.org")
    return save(owner, "Secretname of a search", "q=confirm* OR assign*")


def _confirm() -> EntryRow:
    enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    return EntryRow.objects.latest("pk")


def test_an_email_says_that_a_search_has_new_results_and_nothing_else(mails: Keeping, watched: SavedSearch) -> None:
    """Neither the name of the search, nor its words, nor what was found, nor where: a link to the page of saved searches, once."""
    _confirm()
    assert alert(call_owner) == 1
    assert [send_open(), send_open(), alert(call_owner), send_open()] == [1, 0, 0, 0]
    whole, = mails.taken
    assert "watcher@example.org" in whole
    assert "One of your saved searches has new results" in whole
    assert "/search/saved/" in whole
    assert not [word for word in ("Secretname", "confirm", "assign", "MICT", "indictment", watched.code) if word.lower() in whole.lower()]


def test_an_email_speaks_the_language_of_its_reader(mails: Keeping, watched: SavedSearch) -> None:
    """A French reader is called in French."""
    User.objects.filter(pk=watched.owner_id).update(language="fr")
    _confirm()
    alert(call_owner)
    send_open()
    assert "recherches enregistr" in mails.taken[0]


def test_the_choices_of_the_person_are_kept(mails: Keeping, watched: SavedSearch, client: Client) -> None:
    """Without the wish, without an address or without an account there is no e-mail, and the finds are noted all the same."""
    client.force_login(watched.owner)
    client.post(reverse("search:tell", args=[watched.code]), {"alerts": "on"})
    _confirm()
    assert alert(call_owner) == 1
    assert not Delivery.objects.exists()
    assert send_open() == 0
    other = save(watched.owner, "other", "q=withdraw*")
    User.objects.filter(pk=watched.owner_id).update(email="")
    enter("MICT-26-1", request(300, "registrar", "withdraw_entry", entry=4, reason="Entered twice.", authority="order"))
    assert alert(call_owner) == 1
    assert other.found.count() == 1
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("change", ["hidden", "read", "forgotten", "silenced", "left"])
def test_no_email_goes_when_nothing_is_left_to_read(mails: Keeping, watched: SavedSearch, change: str) -> None:
    """What was closed to its reader, read, forgotten or silenced before the e-mail went is no reason for one; its delivery is withdrawn."""
    row = _confirm()
    assert alert(call_owner) == 1
    if change == "hidden":
        enter("MICT-26-1", request(10, "single_judge", RECLASSIFICATION, entries=[row.number], classification="confidential", reason="Protection."))
    elif change == "read":
        seen(watched)
    elif change == "forgotten":
        watched.delete()
    elif change == "silenced":
        tell_of(watched, alerts=True, by_mail=False)
    else:
        User.objects.filter(pk=watched.owner_id).update(is_active=False)
    assert send_open() == 0
    assert mails.taken == []
    assert Delivery.objects.get().state == "withdrawn"


def test_what_is_hidden_calls_nobody(mails: Keeping, watched: SavedSearch) -> None:
    """An entry that its owner may not see makes no find, no e-mail and no number on the desk; opened later, it makes each."""
    enter("MICT-26-1", request(360, "president", "assign_single_judge", SEALED, judge="J2", task="confirmation"))
    assert alert(call_owner) == 0
    assert not Delivery.objects.exists()
    enter("MICT-26-1", request(10, "single_judge", RECLASSIFICATION, entries=[4], classification="public", reason="Over."))
    assert alert(call_owner) == 1
    assert send_open() == 1
    assert news_count(watched.owner, tokens_of(watched.owner)) == 1


def test_a_correction_of_what_was_hidden_since_is_neither_counted_nor_called(mails: Keeping, make_user) -> None:
    """What is public in itself but speaks of an entry that was closed leaves the desk, the page and the outbox with it."""
    indicted_case()
    one = save(make_user(username="watcher", email="watcher@example.org"), "all", "q=twice")
    enter("MICT-26-1", request(300, "registrar", "withdraw_entry", entry=3, reason="Entered twice.", authority="order"))
    assert alert(call_owner) == 1
    tokens = tokens_of(one.owner)
    assert (news_count(one.owner, tokens), len(news_of(one, tokens))) == (1, 1)
    enter("MICT-26-1", request(10, "single_judge", RECLASSIFICATION, entries=[3], classification="confidential", reason="Protection."))
    assert (news_count(one.owner, tokens), len(news_of(one, tokens))) == (0, 0)
    assert send_open() == 0


def test_finds_before_the_email_goes_are_told_by_one_and_later_ones_after_a_rest(mails: Keeping, watched: SavedSearch) -> None:
    """One e-mail stands for what was found before it went; the next one goes an hour after it at the earliest, and nothing is forgotten meanwhile."""
    _confirm()
    alert(call_owner)
    enter("MICT-26-1", request(365, "president", "assign_single_judge", judge="J2", task="confirmation"))
    assert alert(call_owner) == 1
    assert Delivery.objects.count() == 1
    assert send_open() == 1
    enter("MICT-26-1", request(364, "president", "assign_single_judge", judge="J1", task="confirmation"))
    assert alert(call_owner) == 1
    assert send_open() == 0
    waiting = Delivery.objects.get(state="waiting")
    assert timedelta(minutes=59) < waiting.due_at - timezone.now() <= timedelta(hours=1)
    Delivery.objects.filter(pk=waiting.pk).update(due_at=timezone.now())
    assert send_open() == 1
    assert len(mails.taken) == 2


def test_a_mail_server_that_puts_off_is_asked_again(mails: Keeping, watched: SavedSearch) -> None:
    """The work comes back until the mail server takes the e-mail, which goes once."""
    _confirm()
    alert(call_owner)
    job = Job.objects.get(kind="send_call")
    mails.away = True
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, Delivery.objects.get().fault) == ("waiting", "SMTPDataError")
    mails.away = False
    Delivery.objects.update(due_at=timezone.now())
    Job.objects.update(due_at=timezone.now())
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, len(mails.taken)) == ("done", 1)


# -- nothing is lost -------------------------------------------------------------------------------------------------


def test_an_index_made_anew_loses_no_find_and_invents_none(watched: SavedSearch, make_user) -> None:
    """What was indexed or marked before the index was made anew is told once after it; what was there when the search was saved is not."""
    _confirm()
    find(frozenset({"public"}), None)  # in the index
    enter("MICT-26-1", request(365, "president", "assign_single_judge", judge="J2", task="confirmation"))  # marked
    rebuild()
    assert alert() == 2
    rebuild()
    assert alert() == 0
    Generation.objects.update(form=0)  # an index of an earlier form: it begins anew with every entry marked
    enter("MICT-26-1", request(364, "president", "assign_single_judge", judge="J1", task="confirmation"))
    assert alert() == 1
    late = save(make_user(username="late"), "late", "q=confirm*")
    assert alert() == 0
    assert late.found.count() == 0


def test_two_runs_at_once_tell_one_thing_once(watched: SavedSearch, monkeypatch) -> None:
    """A second run between looking and noting changes nothing: one find, one e-mail."""
    _confirm()
    original = alerting._finds
    turns = []

    def meanwhile(one: SavedSearch) -> list[EntryRow]:
        found = original(one)
        if not turns:
            turns.append(1)
            assert alert() == 1
        return found

    monkeypatch.setattr(alerting, "_finds", meanwhile)
    assert alert() == 0
    assert watched.found.count() == 1
