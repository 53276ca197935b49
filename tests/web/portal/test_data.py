"""What machines read of the portal: feeds, maps, the open interface, the nightly download."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from lxml import etree

from curule.law.record import RECLASSIFICATION
from curule.matters.models import EntryRow
from curule.matters.pipeline import enter
from curule.portal.bulk import latest_edition, publish_bulk
from curule.portal.models import BulkEdition, PressRelease
from tests.web.matter_samples import case_with_a_hidden_entry, open_case, request
from tests.web.portal.conftest import SECRET
from tests.web.registry_samples import filed, person

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def _many(matter, tmp_path, count):
    """That many documents, every third of them confidential."""
    return [filed(matter, person("prosecutor-one", "prosecutor"), tmp_path, title=f"Notice {n}", classification="public" if n % 3 else "confidential")[0]
            for n in range(count)]


def _text(answer) -> str:
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


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


def test_the_open_interface_has_a_document_and_a_version(client: Client) -> None:
    """The OpenAPI document names every operation; any site may read the data."""
    document = client.get("/open-data/v1/openapi.json").json()
    assert set(document["paths"]) == {f"/open-data/v1/{path}" for path in ("cases", "cases/{number}", "cases/{number}/entries", "documents",
        "documents/{code}", "press")}
    answer = client.get("/open-data/v1/cases")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies


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
