"""The portal: what everybody reads, whoever is signed in, and nothing else, by every way out."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone

from curule.law.record import RECLASSIFICATION
from curule.matters.pipeline import enter
from curule.matters.projections import rebuild
from curule.portal import views
from curule.portal.ecli import ecli_of, found_by
from curule.portal.models import PressRelease, Publication
from tests.web.matter_samples import open_case, request
from tests.web.portal.conftest import SECRET
from tests.web.registry_samples import filed, person

pytestmark = pytest.mark.django_db
SEALED = ("organ:prosecutor", "bench", "organ:registry")
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
FIXED = ("/public/", "/public/cases/", "/public/cases/?kind=all", "/public/decisions/", "/public/calendar/", "/public/statistics/", "/public/press/",
         "/open-data/", "/public/feed.atom", "/public/press/feed.atom", "/open-data/v1/cases", "/open-data/v1/documents", "/open-data/v1/press",
             "/search/?q=zanzibarium*",
         "/search.json?q=zanzibarium*")


def _plain(content: bytes, address: str) -> str:
    text = content.decode().replace(address, "")
    return re.sub(r'(value="|"X-CSRFToken": ")[A-Za-z0-9]{64}', "", text)


def _courtroom() -> str:
    from curule.matters.tribunals import library

    return library("mechanism").pack.court.courtrooms[0].code


def _many(matter, tmp_path, count):
    """That many documents, every third of them confidential."""
    return [filed(matter, person("prosecutor-one", "prosecutor"), tmp_path, title=f"Notice {n}", classification="public" if n % 3 else "confidential")[0]
            for n in range(count)]


def _text(answer) -> str:
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


def test_no_way_out_tells_of_what_is_hidden(client: Client, documents, make_user) -> None:
    """Pages, feeds, data and search of the portal say no word of hidden matters and documents, to the public and to a judge alike."""
    _public, hidden = documents
    pages = [*FIXED, "/public/cases/MICT-26-1/", "/public/cases/MICT-26-1/feed.atom", "/public/cases/MICT-26-1/data.jsonld",
             "/open-data/v1/cases/MICT-26-1/entries?limit=200", "/open-data/v1/documents?case=MICT-26-1"]
    told = {}
    for who in (None, make_user("registry_officer"), make_user("judge")):
        client.logout()
        if who is not None:
            client.force_login(who)
        for page in pages:
            answer = client.get(page)
            assert answer.status_code == 200, page
            if who is None or not page.startswith("/search"):
                assert SECRET.lower() not in answer.content.decode().lower().replace("q=zanzibarium", "").replace("zanzibarium*", ""), page  # the question
            if "open-data/v1" in page:
                assert told.setdefault(page, answer.content) == answer.content
        for gone in ("/public/cases/MICT-26-77/", "/public/cases/MICT-26-77/feed.atom", "/public/cases/MICT-26-77/data.jsonld",
            f"/public/documents/{hidden.code}/",
                     f"/public/documents/{hidden.code}/data.jsonld", "/open-data/v1/cases/MICT-26-77", "/open-data/v1/cases/MICT-26-77/entries",
                     "/open-data/v1/documents?case=MICT-26-77", f"/open-data/v1/documents/{hidden.code}"):
            assert client.get(gone).status_code == 404, gone


def test_what_is_hidden_and_what_is_not_there_look_the_same(client: Client, documents) -> None:
    """The answer for a hidden case or document is byte for byte that for one that never was."""
    _public, hidden = documents
    pairs = (("/public/cases/MICT-26-77/", "/public/cases/MICT-26-99/"), (f"/public/documents/{hidden.code}/", f"/public/documents/{'a' * 20}/"),
             ("/open-data/v1/cases/MICT-26-77", "/open-data/v1/cases/MICT-26-99"))
    for one, other in pairs:
        first, second = client.get(one), client.get(other)
        assert first.status_code == second.status_code == 404
        assert _plain(first.content, one) == _plain(second.content, other)


def test_a_case_in_a_minute(client: Client, documents) -> None:
    """The page of a case says who, what, where it stands, what comes next, and gives its public documents."""
    page = client.get("/public/cases/MICT-26-1/").content.decode()
    for words in ("The Prosecutor v. A. Example", "Where it stands", "What comes next", "What has happened", documents[0].title, "DC.identifier",
                  "application/ld+json", "application/atom+xml"):
        assert words in page, words
    french = client.get("/public/cases/MICT-26-1/", headers={"accept-language": "fr"}).content.decode()
    assert "Ce qui vient ensuite" in french


def test_a_document_can_be_read_and_cited(client: Client, documents) -> None:
    """The page of a document has its text, its metadata, and leads to the file; JSON-LD says the same to machines."""
    public, _hidden = documents
    page = client.get(f"/public/documents/{public.code}/").content.decode()
    assert "Words of the public page" in page
    assert public.number in page
    data = json.loads(client.get(f"/public/documents/{public.code}/data.jsonld").content)
    assert data["@context"] == "https://schema.org"
    assert public.number in data["identifier"]
    case = json.loads(client.get("/public/cases/MICT-26-1/data.jsonld").content)
    assert case["identifier"] == "MICT-26-1"


def test_identifiers_of_decisions_lead_to_them_and_to_nothing_hidden(client: Client, documents) -> None:
    """An identifier is made from the public number, finds its document whatever the case of its letters, and finds nothing hidden."""
    public, hidden = documents
    written = ecli_of(public)
    assert written.startswith("ECLI:XX:IRMCT:")
    assert found_by(written) == public
    assert client.get(f"/ecli/{written.lower()}/").headers["Location"] == f"/public/documents/{public.code}/"
    assert found_by(ecli_of(hidden)) is None
    for strange in ("ECLI", "ECLI:XX:IRMCT:2026:", "ECLI:XX:IRMCT:99999:A", "x" * 500, "ECLI:XX:NOWHERE:2026:1"):
        assert client.get(f"/ecli/{strange}/").status_code == 404


def test_announced_hearings_stand_in_the_calendar_and_ex_parte_ones_do_not(client: Client) -> None:
    """A hearing in open session is announced on the calendar, the first page and the page of its case; one ex parte is nowhere."""
    open_case()
    later = (timezone.localdate() + timedelta(days=20)).isoformat()
    given = {"day": later, "courtroom": _courtroom()}
    wanted = request(0, "single_judge", "schedule_hearing", subject="Status conference of the spring", session="open", begins="09:30", ends="13:00")
    enter("MICT-26-1", replace(wanted, raw={**wanted.raw, **given}))
    wanted = request(0, "single_judge", "schedule_hearing", SEALED, subject=f"Hearing on {SECRET}", session="ex_parte", begins="14:00", ends="15:00",
                     addressees="organ:prosecutor", ground="security")
    enter("MICT-26-1", replace(wanted, raw={**wanted.raw, **given}))
    for page in ("/public/calendar/", "/public/", "/public/cases/MICT-26-1/"):
        shown = client.get(page).content.decode()
        assert "Status conference of the spring" in shown, page
        assert re.search(r"09:30 – 13:00 \((Arusha|The Hague)\)", shown), page
        assert SECRET not in shown, page


def test_press_releases_are_published_by_a_registry(client: Client, make_user) -> None:
    """The Registry publishes in both languages and withdraws; nobody else finds the form; markup stays text; a hidden case cannot be named."""
    open_case("MICT-26-77", SEALED)
    given = {"title_en": "Hearing <b>announced</b>", "title_fr": "Audience annoncée", "text_en": "One.\n\nTwo <script>.", "text_fr": "Un.", "case": ""}
    assert client.post("/public/press/new/", given).status_code == 302
    client.force_login(make_user("judge"))
    assert client.get("/public/press/new/").status_code == 404
    client.force_login(make_user("registry_officer"))
    assert "public case" in client.post("/public/press/new/", {**given, "case": "MICT-26-77"}).content.decode()
    client.post("/public/press/new/", given)
    made = PressRelease.objects.get()
    client.logout()
    page = client.get(f"/public/press/{made.code}/").content.decode()
    assert "&lt;b&gt;announced" in page
    assert "<script>." not in page
    assert "Audience annoncée" in client.get("/public/press/", headers={"accept-language": "fr"}).content.decode()
    client.post(f"/public/press/{made.code}/withdraw/")
    assert client.get(f"/public/press/{made.code}/").status_code == 200
    client.force_login(make_user("registry_officer"))
    client.post(f"/public/press/{made.code}/withdraw/")
    assert client.get(f"/public/press/{made.code}/").status_code == 404


def test_a_page_is_light_enough_for_a_phone(client: Client, documents) -> None:
    """A case's page with its style and scripts takes less than 100 kB on the way, and no script is needed to read it."""
    page = client.get("/public/cases/MICT-26-1/").content
    sent = len(gzip.compress(page))
    for name in ("curule/curule.css", "portal/portal.css", "vendor/htmx/htmx.min.js", "curule/curule.js"):
        with open(finders.find(name), "rb") as file:  # noqa: PTH123  # found as a name
            sent += len(gzip.compress(file.read()))
    assert sent < 100_000
    assert b"Where it stands" in page


def test_a_list_is_read_in_stretches_without_loss_or_gap(client: Client, tmp_path, monkeypatch) -> None:
    """From stretch to stretch every public document comes once and in order, back again the same; addresses count nothing; filters hold."""
    monkeypatch.setattr(views, "A_PAGE", 3)
    matter = open_case()
    titles = [r.title for r in reversed(_many(matter, tmp_path, 12)) if r.entry.audience.filter(token="public").exists()]
    for where in ("/public/documents/", "/public/cases/MICT-26-1/documents/", "/public/documents/?type=motion&language=en"):
        found, address, seen_at = [], where, []
        while address:
            seen_at.append(address)
            page = client.get(address).content.decode()
            found += re.findall(r"<h2><a [^>]*>(Notice \d+)</a>", page)
            older = re.search(r'rel="next" href="([^"]+)"', page)
            address = where.partition("?")[0] + older[1].replace("&amp;", "&") if older else ""
        assert found == titles, where
        assert all(re.fullmatch(r".*before=[0-9a-f]{16}.*", a) for a in seen_at[1:])
        back = re.search(r'rel="prev" href="([^"]+)"', client.get(seen_at[-1]).content.decode())
        assert re.findall(r"<h2><a [^>]*>(Notice \d+)</a>", client.get(where.partition("?")[0] + back[1].replace("&amp;", "&")).content.decode())
    assert "No public document is like that" in client.get("/public/documents/?type=judgement").content.decode()
    assert "Notice 11" in client.get("/public/documents/?before=0000000000000000").content.decode()
    assert client.get("/public/cases/MICT-26-99/documents/").status_code == 404


def test_a_reclassification_empties_every_list_at_once(client: Client, documents, monkeypatch) -> None:
    """Lists, counts, maps, feeds, identifiers and the place in a list are without the document in the very transaction that closes it."""
    public, _hidden = documents
    code, written = public.publication.code, ecli_of(public)
    showing = ("/public/", "/public/documents/", "/public/cases/MICT-26-1/", "/public/cases/MICT-26-1/documents/", "/public/feed.atom",
               "/public/cases/MICT-26-1/feed.atom", "/open-data/v1/documents", "/sitemaps/MICT-26-1.xml")
    for path in showing:
        assert public.code in _text(client.get(path)), path
    assert client.get("/open-data/v1/documents").json()["total"] == 1
    before = client.get("/public/statistics/").content
    enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries=[public.entry.number], classification="confidential", reason="Protection."))
    for path in showing:
        assert public.code not in _text(client.get(path)), path
        assert public.title not in _text(client.get(path)), path
    assert client.get("/open-data/v1/documents").json()["total"] == 0
    assert client.get(f"/open-data/v1/documents?before={code}").status_code == 404
    assert found_by(written) is None
    assert "no documents" in client.get("/public/statistics/").content.decode()
    assert client.get("/public/statistics/").content != before
    enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries=[public.entry.number], classification="public", reason="No longer needed."))
    for path in showing:
        assert public.code in _text(client.get(path)), path


def test_a_sealed_case_is_listed_when_it_is_opened_and_a_public_one_leaves_whole(client: Client, tmp_path) -> None:
    """With the first entry the matter opens or closes, and with the matter all that is public in it."""
    matter = open_case("MICT-26-77", SEALED, title="The Prosecutor v. Hidden")
    filed(matter, person("prosecutor-one", "prosecutor"), tmp_path, title="Notice in the sealed case")
    assert not Publication.objects.exists()
    enter("MICT-26-77", request(0, "single_judge", RECLASSIFICATION, entries=[1], classification="public", reason="Arrest."))
    assert "Notice in the sealed case" in client.get("/public/documents/").content.decode()
    assert "The Prosecutor v. Hidden" in client.get("/public/cases/").content.decode()
    enter("MICT-26-77", request(0, "single_judge", RECLASSIFICATION, entries=[1], classification="under_seal", reason="Protection."))
    assert "Notice in the sealed case" not in client.get("/public/documents/").content.decode()
    assert not Publication.objects.filter(rendition__isnull=False).exists()


def test_the_list_of_publications_decides_nothing_and_is_proved(client: Client, documents) -> None:
    """A row that should not be there shows nothing; a rebuild takes it out, puts back one that is missing, and says so."""
    public, hidden = documents
    matter = hidden.entry.matter
    row = public.publication
    row.pk, row.code, row.entry, row.rendition, row.ecli = None, "0" * 16, hidden.entry, hidden, ecli_of(hidden)
    row.save(force_insert=True)
    Publication.objects.filter(entry=public.entry).update(type="judgement")
    for path in ("/public/", "/public/documents/", "/public/feed.atom", "/public/cases/MICT-26-1/", "/sitemaps/MICT-26-1.xml"):
        assert hidden.code not in _text(client.get(path))
        assert SECRET not in _text(client.get(path))
    assert found_by(ecli_of(hidden)) is None
    Publication.objects.filter(entry__number=1).delete()
    said = [difference.what for difference in rebuild(matter)]
    assert any("not" in s and "listed as public" in s for s in said)
    assert "entry 1 was missing from the list of what is public" in said
    assert any("otherwise" in s for s in said)
    assert rebuild(matter) == []


def test_a_visitor_is_given_no_cookie(client: Client, documents) -> None:
    """No page of the public leaves anything in the browser; the choice of a language, which the visitor makes, is all that is kept."""
    public, _hidden = documents
    for path in (*FIXED, "/public/cases/MICT-26-1/", f"/public/documents/{public.code}/", "/public/documents/", "/public/statistics/publication/",
                 "/sitemap.xml", "/robots.txt"):
        answer = client.get(path, **BROWSER)
        assert answer.status_code == 200, path
        assert not answer.cookies, path
    chosen = Client(enforce_csrf_checks=True).post("/language/", {"language": "fr", "next": "/public/"})
    assert set(chosen.cookies) == {"curule-language"}
