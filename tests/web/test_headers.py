"""What the browser is told of every kind of answer: no frames, no guessing of types, nothing from elsewhere. And files that are two things at once."""

from __future__ import annotations

import io
import wave

import pytest
from django.test import Client

from curule.jobs.running import run_due
from tests.web.matter_samples import open_case
from tests.web.registry_samples import filed, pdf, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
ANSWERS = {
    "page": f"/matters/{NUMBER}/", "public page": "/public/", "sign-in": "/sign-in/", "redirect": "/inbox/", "no such page": "/nothing/",
    "page with a slash too few": "/public", "table as data": f"/matters/{NUMBER}/record.csv", "feed": "/public/feed.atom", "calendar": "/calendar.ics",
    "interface": "/api/law", "interface, not found": "/api/matters/MICT-99-9", "interface, not signed in": "/api/me", "description": "/api/openapi.json",
    "open data": "/open-data/v1/cases", "sitemap": "/sitemap.xml", "robots": "/robots.txt", "static file": "/static/curule/curule.css",
    "drawing": "/static/curule/icon.svg", "not found among static files": "/static/nothing.css", "zero byte": "/public/?q=%00",
    "document": "/documents/{code}/", "file": "/documents/{code}/file", "picture": "/documents/{code}/pages/1/page.png",
    "small picture": "/documents/{code}/pages/1/thumb.png", "no such picture": "/documents/{code}/pages/99/page.png",
    "metadata": "/public/documents/{code}/data.jsonld",
}


@pytest.fixture
def document(settings, tmp_path):
    """A public document, read and drawn."""
    settings.STORE_URL, settings.HOME = (tmp_path / "store").as_uri(), tmp_path
    (tmp_path / "uploads").mkdir()
    (made,) = filed(open_case(NUMBER), person("prosecutor-one", "prosecutor"), tmp_path / "uploads", pdf("Words of a public document on this page"))
    run_due()
    return made


def protected(answer):
    """Whether an answer tells the browser what it may do with it; one that streams is read to its end."""
    if answer.streaming:
        b"".join(answer.streaming_content)
    policy = answer.headers.get("Content-Security-Policy", "")
    return ("default-src 'none'" in policy, answer.headers.get("X-Frame-Options"), answer.headers.get("X-Content-Type-Options"))


def test_every_kind_of_answer_is_protected(client, document):
    """Pages, data, feeds, files, pictures, faults and refusals, for a visitor and for an officer: the same three words on each."""
    officer = Client()
    officer.force_login(person("officer-one", "registry_officer"))
    answers = {f"{name}, {who}": asks.get(path.format(code=document.code)) for who, asks in (("visitor", client), ("officer", officer))
               for name, path in ANSWERS.items()}
    told = {name: (answer.status_code, protected(answer)) for name, answer in answers.items()}
    assert {name: found for name, found in told.items() if found[1] != (True, "DENY", "nosniff")} == {}


def test_refusals_before_the_site_are_protected(client, settings):
    """A foreign host, a method that is not taken, a form too large, a form without its token."""
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answers = [client.get("/public/", headers={"host": "elsewhere.example"}), client.delete("/public/"),
               client.post("/sign-in/", {"username": "x" * 500, "password": "y"}), Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "x"})]
    assert [(a.status_code, protected(a)) for a in answers if protected(a) != (True, "DENY", "nosniff")] == []
    assert all(a.status_code >= 400 for a in answers)


def polyglots():
    """Files that are what they say and a page with a script as well."""
    script = b"<html><script>document.title='run'</script></html>"
    sound = io.BytesIO()
    with wave.open(sound, "wb") as out:
        out.setparams((1, 1, 8000, 100, "NONE", ""))
        out.writeframes(script * 2)
    return {"letter.pdf": pdf("Words of a document that is a page too") + b"\n%" + script, "hearing.wav": sound.getvalue(),
            "note.txt": b"A note of the Registry.\n" + script}


@pytest.mark.parametrize("name", sorted(polyglots()))
def test_a_file_that_is_a_page_too_is_never_shown_as_one(client, settings, tmp_path, name):
    """Whatever else it is, no address sends it inline as a type in which a browser runs scripts, and each says so."""
    settings.STORE_URL, settings.HOME = (tmp_path / "store").as_uri(), tmp_path
    (tmp_path / "uploads").mkdir()
    (made,) = filed(open_case(NUMBER), person("prosecutor-one", "prosecutor"), tmp_path / "uploads", polyglots()[name], names=[name])
    run_due()
    for path in ("file", "file?as=filed", "play", "pages/1/page.png", ""):
        answer = client.get(f"/documents/{made.code}/{path}")
        if answer.status_code == 404:
            continue
        kind, shown = answer["Content-Type"].partition(";")[0], not answer.get("Content-Disposition", "").startswith("attachment")
        assert protected(answer) == (True, "DENY", "nosniff"), path
        if path:
            assert not shown or kind in ("image/png", "audio/wav"), path
            assert "sandbox" in answer["Content-Security-Policy"], path
        else:
            assert b"<script>document.title" not in answer.content
