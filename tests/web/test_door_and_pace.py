"""What a visitor can do to the server itself: fill its disk, take its time, read its logs, and find closed records in caches."""

from __future__ import annotations

import io
import logging
import time
from datetime import date

import pytest
from django.conf import settings as site
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils.module_loading import import_string

from curule.access.door import LARGEST_FORM
from curule.access.models import Office
from curule.access.pace import Pace
from curule.hearings.models import Feed
from tests.web.matter_samples import open_case
from tests.web.registry_samples import person

pytestmark = pytest.mark.django_db
FORM = "multipart/form-data; boundary=x"


def large(field: str = "file") -> bytes:
    """A form with a file that is larger than a form may be."""
    head = f'--x\r\nContent-Disposition: form-data; name="{field}"; filename="a.bin"\r\n\r\n'.encode()
    return head + b"0" * LARGEST_FORM + b"\r\n--x--\r\n"


@pytest.mark.parametrize("path", ["/language/", "/sign-in/", "/matters/MICT-26-1/file/", "/law/import", "/api/matters/MICT-26-1/filings"])
def test_whoever_is_not_signed_in_sends_no_large_file(path, settings, tmp_path):
    """It is refused before it is read: nothing is put aside on the disk for a visitor, whatever the address."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    opened = []
    settings.FILE_UPLOAD_HANDLERS = ["tests.web.test_door_and_pace.Witness"]
    Witness.opened = opened
    answer = Client().generic("POST", path, large(), content_type=FORM)
    assert (answer.status_code, opened) == (413, [])


class Witness(import_string("django.core.files.uploadhandler.TemporaryFileUploadHandler")):
    """An upload handler that notes each file that it is given."""

    opened: list[str] = []

    def new_file(self, *given, **named):
        self.opened.append(str(given))
        return super().new_file(*given, **named)


def test_files_are_taken_where_files_are_filed_and_nowhere_else(settings):
    """A person who is signed in sends a large file to the form for filing; the form of the language takes none from anybody."""
    open_case("MICT-26-1")
    client = Client()
    client.force_login(person("d-prosecutor", "prosecutor"))
    assert client.generic("POST", "/language/", large(), content_type=FORM).status_code == 413
    assert client.generic("POST", "/matters/MICT-26-1/file/", large("main"), content_type=FORM).status_code == 422


def test_a_length_that_is_none_is_no_way_in():
    """What cannot be counted is too large."""
    answer = Client().post("/language/", {"language": "fr"}, CONTENT_LENGTH="9" * 30)
    assert answer.status_code == 413


class Worker:
    """Stands in for the site: each request takes a while, and may ask again within itself, as requests do that come at once."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds, self.within, self.inner = seconds, None, []

    def __call__(self, request):
        time.sleep(self.seconds)
        if self.within is not None:
            pace, self.within = self.within, None
            self.inner = [pace(request).status_code for _n in range(2)]
        return HttpResponse("done")


def asked(address: str, user=None):
    from django.contrib.auth.models import AnonymousUser

    request = RequestFactory().get("/search.csv", REMOTE_ADDR=address)
    request.user, request.session = user or AnonymousUser(), {}
    return request


def test_a_visitor_has_so_much_of_the_working_time(settings):
    """Once it is used up the next request is told to wait, with 429; another visitor and a person at the same address go on."""
    settings.PACE = (0.2, 6)
    pace = Pace(Worker(0.15))
    assert [pace(asked("192.0.2.1")).status_code for _n in range(3)] == [200, 200, 429]
    assert pace(asked("192.0.2.2")).status_code == 200
    assert pace(asked("192.0.2.1", person("d-reader", "public"))).status_code == 200
    told = pace(asked("192.0.2.1"))
    assert told["Retry-After"]
    assert b"Too many requests" in told.content


def test_a_network_of_addresses_is_one_visitor(settings):
    """Whoever has 2^64 addresses has one share."""
    settings.PACE = (0.05, 6)
    pace = Pace(Worker(0.1))
    assert [pace(asked(f"2001:db8::{n}")).status_code for n in (1, 2)] == [200, 429]


def test_so_many_lasting_requests_at_once(settings, monkeypatch):
    """While one lasts the next waits outside; when it is done the next is let in."""
    settings.PACE = (60.0, 1)
    monkeypatch.setattr("curule.access.pace.A_WHILE", 0.0)
    worker = Worker()
    pace = worker.within = Pace(worker)
    assert pace(asked("192.0.2.1")).status_code == 200
    assert worker.inner == [429, 429]
    assert pace(asked("192.0.2.1")).status_code == 200


def test_quick_requests_at_once_are_no_burden(settings):
    """A page asks for sixty small images at the same moment: each is answered."""
    settings.PACE = (60.0, 1)
    worker = Worker()
    pace = worker.within = Pace(worker)
    assert pace(asked("192.0.2.1")).status_code == 200
    assert worker.inner == [200, 200]


def test_the_site_has_its_pace(settings):
    """The middleware stands in the site: with no time at all, every page says so, and an interface says so in JSON."""
    settings.PACE = (0.0, 6)
    client = Client()
    assert client.get("/search/").status_code == 429
    assert client.get("/api/matters").json()["error"]["code"] == "too_many"


@pytest.mark.parametrize("path", ["/public/", "/public/feed.atom", "/public/cases/MICT-26-1/", "/public/cases/MICT-26-1/feed.atom", "/open-data/v1/cases",
                                  "/open-data/v1/documents", "/matters/MICT-26-1/", "/search/?q=motion", "/calendar.ics", "/api/matters", "/matters.csv"])
def test_no_cache_answers_for_the_site(path):
    """A cache between a visitor and the site asks again each time: what is closed now is closed there too, not a minute later."""
    open_case("MICT-26-1")
    said = Client().get(path)["Cache-Control"]
    assert "no-cache" in said
    assert "max-age" not in said


def logged(do) -> str:
    """What the log of the site says while something is done."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    form = site.LOGGING["formatters"]["line"]
    handler.setFormatter(import_string(form["()"])(form["format"], style=form["style"]))
    for name in site.LOGGING["handlers"]["console"]["filters"]:
        handler.addFilter(import_string(site.LOGGING["filters"][name]["()"])())
    logging.getLogger().addHandler(handler)
    try:
        do()
    finally:
        logging.getLogger().removeHandler(handler)
    return stream.getvalue()


def test_logs_hold_no_secret_address_and_no_word_of_the_record(monkeypatch):
    """An error on a person's own feed, and a number that is not for its reader: neither the secret, nor the number, nor the words of the error are logged."""
    secret = Feed.make(person("d-judge", "judge"))

    def broken(*_given, **_named):
        try:
            raise ValueError("Witness KW-09 lives in Xanadu")
        except ValueError as fault:
            raise RuntimeError("near Witness KW-09") from fault

    monkeypatch.setattr("curule.hearings.views.pages._feed", broken)
    client = Client(raise_request_exception=False)
    address = f"/calendar/own/{secret}.ics"
    said = logged(lambda: [client.get(address), client.post(address), client.get("/matters/MICT-99-1/")])
    assert "calendar/own/<str:secret>.ics" in said
    assert "RuntimeError at test_door_and_pace.py" in said
    assert "ValueError at" in said
    for word in (secret, "KW-09", "Xanadu", "MICT-99-1"):
        assert word not in said


def test_a_feed_of_a_demonstration_ends_with_it(settings, make_user):
    """The secret address of an account without a password opens nothing once the demonstration is switched off, as its session and tokens."""
    user = make_user("president", is_demo=True)
    Office.objects.filter(user=user).update(since=date(2020, 1, 1))
    address = f"/calendar/own/{Feed.make(user)}.ics"
    settings.DEMO = True
    assert Client().get(address).status_code == 200
    settings.DEMO = False
    assert Client().get(address).status_code == 404


def test_behind_a_proxy_a_guesser_locks_out_no_one_else(settings):
    """All requests come from the proxy; whom it names is counted, and what the guesser writes before that name changes nothing."""
    settings.BEHIND_PROXY = True
    assert b"Too many failed" in failed_sign_in(31, "203.0.113.9, 198.51.100.1")
    assert b"Too many failed" not in failed_sign_in(1, "198.51.100.2")
    assert b"Too many failed" in failed_sign_in(1, "203.0.113.10, 198.51.100.1")


def test_without_a_proxy_nobody_names_another_address(settings):
    """A header of the proxy that there is not is passed over: a guesser has one address."""
    settings.BEHIND_PROXY = False
    failed_sign_in(15, "203.0.113.1")
    failed_sign_in(15, "203.0.113.2")
    assert b"Too many failed" in failed_sign_in(1, "203.0.113.3")


def failed_sign_in(times: int, forwarded: str) -> bytes:
    """The answer to the last of so many wrong passwords, each for another account, all from one proxy."""
    client = Client(REMOTE_ADDR="192.0.2.77", HTTP_X_FORWARDED_FOR=forwarded)
    return [client.post("/sign-in/", {"username": f"nobody{n}", "password": "wrong"}).content for n in range(times)][-1]


def test_slow_senders_leave_the_server_to_the_others():
    """While 150 connections send their request and do not finish it, another reader is answered at once."""
    import socket
    import threading
    import urllib.request

    from waitress.server import create_server

    from curule.cli.serve import connections

    def application(_environ, start):
        start("200 OK", [("Content-Type", "text/plain")])
        return [b"here"]

    server = create_server(application, host="127.0.0.1", port=0, threads=4, **connections())
    threading.Thread(target=server.run, daemon=True).start()
    slow = []
    try:
        for _n in range(150):
            slow.append(socket.create_connection(("127.0.0.1", server.effective_port), timeout=5))
            slow[-1].sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert urllib.request.urlopen(f"http://127.0.0.1:{server.effective_port}/", timeout=10).read() == b"here"
    finally:
        for each in slow:
            each.close()
        server.close()
