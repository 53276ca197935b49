"""The portal: what everybody reads, whoever is signed in, and nothing else, by every way out."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone
from lxml import etree

from curule.law.record import RECLASSIFICATION
from curule.matters.models import EntryRow
from curule.matters.pipeline import enter
from curule.matters.projections import rebuild
from curule.portal import views
from curule.portal.bulk import latest_edition, publish_bulk
from curule.portal.counting import page_views
from curule.portal.delays import punctuality, station_of, time_on_working_days, working_time
from curule.portal.ecli import ecli_of, found_by
from curule.portal.models import BulkEdition, PageViews, PressRelease, Publication
from curule.registry.models import PageText
from tests.web.matter_samples import case_with_a_hidden_entry, indicted_case, open_case, request
from tests.web.registry_samples import filed, person

pytestmark = pytest.mark.django_db
SEALED = ("organ:prosecutor", "bench", "organ:registry")
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
ATOM = "{http://www.w3.org/2005/Atom}"
SECRET = "Zanzibarium"
FIXED = ("/public/", "/public/cases/", "/public/cases/?kind=all", "/public/decisions/", "/public/calendar/", "/public/statistics/", "/public/press/",
         "/open-data/", "/public/feed.atom", "/public/press/feed.atom", "/open-data/v1/cases", "/open-data/v1/documents", "/open-data/v1/press",
             "/search/?q=zanzibarium*",
         "/search.json?q=zanzibarium*")


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.STORE_URL = (tmp_path / "store").as_uri()
    settings.HOME = tmp_path / "home"


@pytest.fixture
def documents(tmp_path):
    """A public notice, a confidential motion, and a case that nobody may know of."""
    matter = indicted_case()
    public = filed(matter, person("prosecutor-one", "prosecutor"), tmp_path, title="Notice of the Prosecutor")[0]
    hidden = filed(matter, person("prosecutor-one", "prosecutor"), tmp_path, title=f"{SECRET} motion", classification="confidential")[0]
    open_case("MICT-26-77", SEALED, title=f"The Prosecutor v. {SECRET}")
    PageText.objects.create(rendition=public, page=1, text="Words of the public page, para. 4 of MICT-12-25.")
    PageText.objects.create(rendition=hidden, page=1, text=f"{SECRET} stands here.")
    return public, hidden


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
                assert SECRET.lower() not in answer.content.decode().lower().replace("q=zanzibarium", "").replace('value="zanzibarium*"', "").replace(
                    "zanzibarium* · ", ""), page
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


def _plain(content: bytes, address: str) -> str:
    text = content.decode().replace(address, "")
    return re.sub(r'(value="|"X-CSRFToken": ")[A-Za-z0-9]{64}', "", text)


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


def _courtroom() -> str:
    from curule.matters.tribunals import library

    return library("mechanism").pack.court.courtrooms[0].code


def test_feeds_are_atom_with_stable_addresses(client: Client) -> None:
    """The feed of a case has an entry for each public entry, each with an address of its own."""
    case_with_a_hidden_entry()
    feed = ElementTree.fromstring(client.get("/public/cases/MICT-26-1/feed.atom").content)
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) == 4
    assert feed.findtext(f"{ATOM}title") == "MICT-26-1 The Prosecutor v. A. Example"


def test_the_bulk_download_has_all_that_is_public_and_is_withdrawn_when_something_closes(client: Client, documents) -> None:
    """Digests hold, hidden things are not in it, and the edition is gone in the very transaction that makes one of its records confidential."""
    public, _hidden = documents
    edition = publish_bulk()
    body = b"".join(client.get(f"/open-data/files/{edition.name}").streaming_content)
    assert hashlib.sha256(body).hexdigest() == edition.sha256
    packed = zipfile.ZipFile(io.BytesIO(body))
    assert packed.testzip() is None
    for line in packed.read("SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(packed.read(name)).hexdigest() == digest
    assert all(SECRET.encode() not in packed.read(name) for name in packed.namelist())
    rows = [json.loads(line) for line in packed.read("documents.jsonl").decode().splitlines()]
    assert [row["code"] for row in rows] == [public.code]
    assert len(packed.read("entries.jsonl").splitlines()) == EntryRow.objects.filter(matter__number="MICT-26-1", audience__token="public").count()
    assert edition.name in client.get("/open-data/").content.decode()
    enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries=[public.entry.number], classification="confidential", reason="Protection."))
    assert client.get(f"/open-data/files/{edition.name}").status_code == 404
    assert latest_edition() is None
    again = publish_bulk(datetime.now(UTC) + timedelta(seconds=2))
    assert [e.name for e in BulkEdition.objects.all()] == [again.name]
    assert client.get("/open-data/files/..%2Fcurule.sqlite3").status_code == 404


def test_a_download_that_broke_off_goes_on(client: Client, documents) -> None:
    """From a byte on the rest is given, beyond the end nothing; of another edition, or of one that was withdrawn, never a rest."""
    public, _hidden = documents
    edition = publish_bulk()
    address = f"/open-data/files/{edition.name}"
    whole = b"".join(client.get(address).streaming_content)
    rest = client.get(address, headers={"Range": "bytes=100-", "If-Range": f'"{edition.name}"'})
    assert (rest.status_code, rest["Content-Range"]) == (206, f"bytes 100-{len(whole) - 1}/{len(whole)}")
    assert whole[:100] + b"".join(rest.streaming_content) == whole
    assert int(rest["Content-Length"]) == len(whole) - 100
    assert client.get(address, headers={"Range": f"bytes={len(whole)}-"}).status_code == 416
    assert b"".join(client.get(address, headers={"Range": "bytes=5-3,9-"}).streaming_content) == whole
    assert b"".join(client.get(address, headers={"Range": "bytes=100-", "If-Range": '"another"'}).streaming_content) == whole
    enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries=[public.entry.number], classification="confidential", reason="Protection."))
    assert client.get(address, headers={"Range": "bytes=100-"}).status_code == 404


def test_page_views_count_people_and_know_nobody(client: Client) -> None:
    """A view is one more in a number for that page and day; robots and pages that are not there count nothing; no cookie is set."""
    open_case()
    today = timezone.localdate()
    for _ in range(3):
        answer = client.get("/public/cases/MICT-26-1/", **BROWSER)
    assert not answer.cookies
    client.get("/public/cases/MICT-26-1/", HTTP_USER_AGENT="ExampleBot/1.0 (+https://example.org/bot)")
    client.get("/public/cases/MICT-26-1/", HTTP_USER_AGENT="curl/8.0")
    client.get("/public/cases/MICT-26-99/", **BROWSER)
    client.get("/public/", **BROWSER)
    assert page_views(today, today) == 4
    assert page_views(today, today, "case") == 3
    assert page_views(today - timedelta(days=9), today - timedelta(days=1)) == 0
    assert {f.name for f in PageViews._meta.get_fields()} == {"id", "day", "page", "address", "count"}


def test_working_time_is_that_of_the_duty_station() -> None:
    """From Friday afternoon to Monday morning only the hours that are worked count."""
    station = station_of(open_case())
    friday = datetime(2026, 6, 5, 23, 0, tzinfo=UTC)
    assert working_time(friday, friday + timedelta(hours=24), station) == timedelta()
    monday = datetime(2026, 6, 8, 0, 0, tzinfo=station.zone)
    whole_day = sum((datetime.combine(date(2026, 6, 8), b) - datetime.combine(date(2026, 6, 8), a) for a, b in station.hours), timedelta())
    assert working_time(monday, monday + timedelta(hours=24), station) == whole_day
    assert working_time(monday, monday - timedelta(hours=5), station) == timedelta()


def test_publication_in_time_is_measured(documents) -> None:
    """A document that is public at once is in time; one that waited two weeks is not, and the target is not met; what was never to be public is not counted."""
    public, hidden = documents
    today = timezone.localdate()
    figures = punctuality(today - timedelta(days=1), today + timedelta(days=1))
    assert (figures.documents, figures.in_time, figures.met) == (1, 1, True)
    type(public).objects.filter(pk=public.pk).update(filed_at=public.filed_at - timedelta(days=14))
    assert any("listed otherwise" in difference.what for difference in rebuild(public.entry.matter))
    figures = punctuality(today - timedelta(days=30), today + timedelta(days=1))
    assert (figures.documents, figures.in_time, figures.met) == (1, 0, False)
    enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries=[hidden.entry.number], classification="public", reason="No longer needed."))
    figures = punctuality(today - timedelta(days=30), today + timedelta(days=1))
    assert (figures.documents, figures.in_time) == (2, 1)


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


def test_statistics_have_a_table_behind_each_plot(client: Client, documents) -> None:
    """Every plot stands with the numbers that it draws, and only public ones."""
    page = client.get("/public/statistics/").content.decode()
    assert page.count("<svg viewBox") == page.count("<summary>") >= 3
    assert page.count("<svg viewBox") == page.count("<caption class=")
    tables = [re.search(rf">Public documents by {what}</caption>.*?<tbody>(.*?)</tbody>", page, re.DOTALL)[1] for what in ("type", "language")]
    assert [re.findall(r'class="number">(\d+)<', rows) for rows in tables] == [["1"], ["1"]]  # the notice, and not the confidential motion


def test_a_page_is_light_enough_for_a_phone(client: Client, documents) -> None:
    """A case's page with its style and scripts takes less than 100 kB on the way, and no script is needed to read it."""
    page = client.get("/public/cases/MICT-26-1/").content
    sent = len(gzip.compress(page))
    for name in ("curule/curule.css", "portal/portal.css", "vendor/htmx/htmx.min.js", "curule/curule.js"):
        with open(finders.find(name), "rb") as file:  # noqa: PTH123  # found as a name
            sent += len(gzip.compress(file.read()))
    assert sent < 100_000
    assert b"Where it stands" in page


def test_the_open_interface_has_a_document_and_a_version(client: Client) -> None:
    """The OpenAPI document names every operation; any site may read the data."""
    document = client.get("/open-data/v1/openapi.json").json()
    assert set(document["paths"]) == {f"/open-data/v1/{path}" for path in ("cases", "cases/{number}", "cases/{number}/entries", "documents",
        "documents/{code}", "press")}
    answer = client.get("/open-data/v1/cases")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies


def _many(matter, tmp_path, count):
    """That many documents, every third of them confidential."""
    return [filed(matter, person("prosecutor-one", "prosecutor"), tmp_path, title=f"Notice {n}", classification="public" if n % 3 else "confidential")[0]
            for n in range(count)]


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


def _text(answer) -> str:
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


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


@pytest.mark.parametrize(("branch", "begins", "ends", "open_hours", "clock_hours"), [
    ("the-hague", "2026-06-05T16:00", "2026-06-08T12:00", 4.5, 20.0),
    ("arusha", "2026-06-05T16:00", "2026-06-08T12:00", 5.0, 20.0),
    ("the-hague", "2026-04-02T16:00", "2026-04-07T12:00", 4.5, 20.0),  # Good Friday and Easter Monday between
    ("arusha", "2026-12-24T16:00", "2026-12-28T12:00", 5.0, 20.0),  # Christmas and a weekend between
    ("the-hague", "2026-12-24T16:00", "2026-12-28T12:00", 4.5, 20.0),
    ("the-hague", "2026-06-06T10:00", "2026-06-07T23:00", 0.0, 0.0),  # a weekend
    ("the-hague", "2026-03-27T16:00", "2026-03-30T12:00", 4.5, 20.0),  # the clocks go forward on that Sunday
    ("the-hague", "2026-06-08T09:00", "2026-06-11T09:00", 22.5, 72.0),
])
def test_working_hours_of_both_branches(branch, begins, ends, open_hours, clock_hours) -> None:
    """A filing of Friday at four that is public by Monday noon is inside 24 working hours on any reading; closed days count nothing."""
    matter = open_case()
    matter.branch = branch
    station = station_of(matter)
    first, second = (datetime.fromisoformat(moment).replace(tzinfo=station.zone) for moment in (begins, ends))
    assert working_time(first, second, station) == timedelta(hours=open_hours)
    assert time_on_working_days(first, second, station) == timedelta(hours=clock_hours)


def test_late_documents_can_be_looked_at(client: Client, documents) -> None:
    """The statistics give numerator and denominator; behind them stand the months and each document that was late, with its hours."""
    public, _hidden = documents
    assert "1 of 1" in client.get("/public/statistics/").content.decode()
    assert "No document was published late" in client.get("/public/statistics/publication/").content.decode()
    type(public).objects.filter(pk=public.pk).update(filed_at=public.filed_at - timedelta(days=14))
    rebuild(public.entry.matter)
    assert "0 of 1" in client.get("/public/statistics/").content.decode()
    page = client.get("/public/statistics/publication/").content.decode()
    assert public.number in page
    assert "No document was published late" not in page


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


def test_feeds_have_all_that_rfc_4287_asks(client: Client, documents, make_user) -> None:
    """Feed and entries have an id, a title, a moment; an author stands in the feed; entries link; no id is twice; moments are RFC 3339."""
    PressRelease.objects.create(tribunal="mechanism", title_en="A", title_fr="B", text_en="T", text_fr="T", published_by=make_user("registry_officer"))
    for path in ("/public/feed.atom", "/public/cases/MICT-26-1/feed.atom", "/public/press/feed.atom"):
        answer = client.get(path)
        assert answer["Content-Type"].startswith("application/atom+xml")
        feed = etree.fromstring(answer.content)
        names = {"a": "http://www.w3.org/2005/Atom"}
        assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
        for element in ("id", "title", "updated", "author/a:name"):
            assert len(feed.xpath(f"a:{element}", namespaces=names)) == 1, (path, element)
        assert feed.xpath("a:link[@rel='self']", namespaces=names)
        entries = feed.xpath("a:entry", namespaces=names)
        assert entries
        for entry in entries:
            for element in ("id", "title", "updated", "link[@rel='alternate']"):
                assert len(entry.xpath(f"a:{element}", namespaces=names)) == 1, (path, element)
            assert datetime.fromisoformat(entry.findtext("a:updated", namespaces=names)).tzinfo is not None
        ids = [entry.findtext("a:id", namespaces=names) for entry in entries]
        assert len(ids) == len(set(ids))


def test_maps_lead_search_engines_to_what_is_public(client: Client, documents) -> None:
    """The index names a map of each public case, that one its documents; nothing hidden is in any; robots are told."""
    public, hidden = documents
    index = etree.fromstring(_text(client.get("/sitemap.xml")).encode())
    places = [loc.text for loc in index.iter("{*}loc")]
    assert [p for p in places if "MICT-26-1" in p]
    assert not [p for p in places if "MICT-26-77" in p]
    addresses = [loc.text for place in places for loc in etree.fromstring(_text(client.get(place.replace("http://testserver", ""))).encode()).iter("{*}loc")]
    assert f"http://testserver/public/documents/{public.code}/" in addresses
    assert not [a for a in addresses if hidden.code in a]
    assert client.get("/sitemaps/MICT-26-77.xml").status_code == 404
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_the_open_interface_goes_on_where_it_stopped(client: Client, tmp_path) -> None:
    """With the next of each answer every public document is read once, also while others are filed."""
    matter = open_case()
    made = [r for r in _many(matter, tmp_path, 8) if r.entry.audience.filter(token="public").exists()]
    found, place = [], ""
    while place is not None:
        answer = client.get(f"/open-data/v1/documents?limit=2&before={place}").json()
        found += [item["code"] for item in answer["items"]]
        place = answer["next"]
        if len(found) == 2:
            filed(matter, person("prosecutor-one", "prosecutor"), tmp_path, title="Filed meanwhile")
    assert found == [r.code for r in reversed(made)]
