"""Anybody may check the signatures of a public decision; whoever may not read it learns nothing of them."""

from __future__ import annotations

import hashlib
import io

import pikepdf
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from curule.jobs.running import run_due
from curule.law.words import T
from curule.pages.signature import Signatory, load_signer, sign
from curule.pages.throwaway import ThrowawayAuthority
from curule.registry.models import Rendition
from curule.registry.signatures import checked
from curule.store import User, store
from tests.web.chambers.samples import begin
from tests.web.registry_samples import filed, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept():
    """No result of an earlier test."""
    cache.clear()


@pytest.fixture
def decision(people, inside, signing, tmp_path, settings, django_capture_on_commit_callbacks):
    """A public decision, signed by its presiding judge, filed, stamped."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    one = inside("j1")
    paper = begin(one, people)
    assert one.post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"}).status_code == 302
    with django_capture_on_commit_callbacks(execute=True):
        assert one.post(reverse("chambers:file", args=[paper.code]), {"organ": "trial_chamber", "p_classification": "public"}).status_code == 302
    run_due()
    return Rendition.objects.get()


def page_of(rendition, name="portal:signatures"):
    return Client().get(reverse(name, args=[rendition.code])).content.decode()


def exchanged(rendition, content, tmp_path):
    """Another file in the place of the one that was filed, and in the record's digest too: what the check of signatures alone must find."""
    path = tmp_path / "exchanged.pdf"
    path.write_bytes(content)
    store().put(rendition.document.object_id, {"exchanged.pdf": path}, "exchanged", User("x", "user:0"))
    rendition.path = "exchanged.pdf"
    rendition.entry.content["filed"]["files"][0]["sha512"] = hashlib.sha512(content).hexdigest()
    return rendition


def bytes_of(rendition):
    with store().read(rendition.document.object_id, rendition.path) as stream:
        return stream.read()


@pytest.mark.parametrize("name", ["portal:signatures", "registry:signatures"])
def test_a_visitor_checks_the_signature_of_a_public_decision(decision, name):
    """Who signed, as what, whether it holds, and by whose certificate, for somebody who is not signed in."""
    page = page_of(decision, name)
    for words in ("The signature holds", "Judge 1", "Presiding Judge / Juge président", "DEMONSTRATION - NOT A REAL CERTIFICATE", decision.sha512):
        assert words in page, words


def test_the_pages_of_a_decision_name_who_signed_it(decision):
    """The portal's page and the viewer say it and lead to the check, without opening the file."""
    decision.refresh_from_db()
    assert decision.served_path
    assert [one["name"] for one in decision.signatures] == ["Judge 1"]
    for name in ("portal:document", "registry:document"):
        page = page_of(decision, name)
        assert "Electronic signatures" in page
        assert "Judge 1" in page
        assert "/signatures/" in page


def test_a_visitor_gets_the_certificates_and_the_file_to_check_alone(decision):
    """With the file as it was filed and the authorities' certificates, another program comes to the same result."""
    from asn1crypto import pem, x509

    from curule.pages.signature import verify

    answer = Client().get(reverse("registry:authorities"))
    roots = [x509.Certificate.load(body) for _kind, _headers, body in pem.unarmor(answer.content, multiple=True)]
    file = Client().get(reverse("registry:document-file", args=[decision.code]), {"as": "filed"})
    (found,) = verify(b"".join(file.streaming_content), roots)
    assert found.holds
    assert b"PRIVATE" not in answer.content


def test_a_changed_file_is_told(decision, tmp_path):
    """A file with another digest than the record's, a byte changed under the signature, something added after it: each is said, none holds."""
    content = bytes_of(decision)
    altered = content.replace(b"/Producer", b"/Produced", 1)
    assert altered != content
    found = checked(exchanged(decision, altered, tmp_path))
    assert not found.holds
    assert not found.signatures[0]["intact"]
    with pikepdf.Pdf.open(io.BytesIO(content)) as pdf_file:
        assert pdf_file.pages
    added = checked(exchanged(decision, content + b"\n% added\n", tmp_path))
    assert not added.holds
    assert added.signatures[0]["changes_after"] == "other"
    decision.entry.content["filed"]["files"][0]["sha512"] = "0" * 128
    assert not checked(decision).intact
    Rendition.objects.filter(pk=decision.pk).update(path="exchanged.pdf")
    assert "is not the file that was filed" in page_of(decision)


def test_another_authority_is_not_trusted(decision, settings, tmp_path):
    """A signature by somebody's own certificate, or by an authority that is no longer trusted, does not hold, and the page says why."""
    root = next((settings.SIGNING_FOLDER / "roots").glob("*.pem"))
    root.unlink()
    page = page_of(decision)
    assert "of no authority that is trusted here" in page
    assert "The signature holds" not in page


def test_a_certificate_that_ran_out_takes_nothing_from_a_decision(decision, monkeypatch):
    """The check is as at the moment of filing."""
    from datetime import timedelta

    Rendition.objects.filter(pk=decision.pk).update(filed_at=decision.filed_at + timedelta(days=10_000))
    assert "of no authority that is trusted here" in page_of(decision)
    Rendition.objects.filter(pk=decision.pk).update(filed_at=decision.filed_at)
    assert "The signature holds" in page_of(decision)


def test_a_party_that_signs_in_a_judges_name_is_found_out(case, people, tmp_path, settings, signing, django_capture_on_commit_callbacks):
    """A party's file with a signature that says "Judge 1" is by no trusted authority; its name is text, however it is written."""
    settings.STORE_URL = (tmp_path / "store2").as_uri()
    other = ThrowawayAuthority("Another")
    key = other.write_key(tmp_path / "other.p12", "Judge 1", "x")
    evil = "<script>alert(1)</script>"
    content = sign(pdf("Words"), load_signer(key, "x"), Signatory(evil, T("Presiding Judge", "Juge président"), case.opened_on))
    folder = tmp_path / "files"
    folder.mkdir()
    with django_capture_on_commit_callbacks(execute=True):
        (motion,) = filed(case, people["prosecutor"], folder, content)
    run_due()
    page = page_of(motion)
    assert "Not every signature holds" in page
    assert "<script>alert" not in page
    for name in ("portal:document", "registry:document"):
        page = page_of(motion, name)
        assert "not confirmed here" in page
        assert "Presiding Judge" not in page
        assert "alert(1)" not in page


def test_a_file_without_signature_and_one_that_only_looks_signed(case, people, tmp_path, settings):
    """The page says that there is none; a file that breaks its reader is told as one whose signatures cannot be read."""
    settings.STORE_URL = (tmp_path / "store3").as_uri()
    folder = tmp_path / "files"
    folder.mkdir()
    (motion,) = filed(case, people["prosecutor"], folder)
    assert "carries no electronic signature" in page_of(motion)
    found = checked(exchanged(motion, b"%PDF-1.7\n/ByteRange [0 1 2 3]\n", tmp_path))
    assert not found.readable
    assert not found.holds


def test_what_is_not_public_has_no_signatures_for_a_visitor(case, people, tmp_path, settings, client_of):
    """A hidden document is answered as one that was never there; the portal shows a confidential one to nobody."""
    settings.STORE_URL = (tmp_path / "store4").as_uri()
    folder = tmp_path / "files"
    folder.mkdir()
    (motion,) = filed(case, people["prosecutor"], folder, classification="confidential")
    for name in ("portal:signatures", "registry:signatures"):
        assert Client().get(reverse(name, args=[motion.code])).status_code == 404
    assert client_of(people["prosecutor"]).get(reverse("portal:signatures", args=[motion.code])).status_code == 404
    assert client_of(people["prosecutor"]).get(reverse("registry:signatures", args=[motion.code])).status_code == 200


def test_annexed_opinions_are_named_on_the_public_page(people, inside, signing, monkeypatch):
    """The portal's page of a decision leads to the opinions that were filed with it."""
    from curule.statutes.court_record import Court

    monkeypatch.setattr(Court, "joins_opinions", property(lambda _court: False))
    one = inside("j1")
    paper = begin(one, people)
    one.post(reverse("chambers:opinion", args=[paper.code]), {"opinion-kind": "dissenting", "opinion-text": "I dissent."})
    one.post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"})
    assert one.post(reverse("chambers:file", args=[paper.code]), {"organ": "trial_chamber", "p_classification": "public"}).status_code == 302
    decision = Rendition.objects.order_by("document__position")[0]
    assert "Dissenting opinion of Judge 1" in page_of(decision, "portal:document")
