"""The pages of filing: the form, the receipt, the Registry's queue, the document; and the same by the interface for programs."""

from __future__ import annotations

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from curule.registry.models import Rendition, Submission
from tests.web.registry_samples import filed, pdf, person, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_store")]
NUMBER = "MICT-26-1"
TOKEN = re.compile(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"\w+"')


def upload(content=None, name="motion.pdf"):
    return SimpleUploadedFile(name, pdf("Words") if content is None else content)


def form(**changed):
    return {"key": "k", "organ": "prosecutor", "p_document_type": "motion", "p_title": "Motion for an order", "p_language": "en",
            "p_classification": "public", "main": upload(), **changed}


def test_a_party_files_and_the_registry_accepts(client, case, prosecutor, officer):
    """From the form to the docket: received, with a receipt; accepted; listed under its number with a link to the document."""
    client.force_login(prosecutor)
    answer = client.post(f"/matters/{NUMBER}/file/", form(annexes=[upload(name="a.pdf"), upload(name="b.pdf")]), follow=True)
    page = answer.content.decode()
    assert all(words in page for words in ("Receipt", "Motion for an order", "b.pdf"))
    code = Submission.objects.get().code
    client.force_login(officer)
    assert "Motion for an order" in client.get("/filings/").content.decode()
    answer = client.post(f"/filings/{code}/", {"step": "accept"}, follow=True)
    assert "MICT-26-1/1" in answer.content.decode()
    client.logout()
    page = client.get(f"/matters/{NUMBER}/").content.decode()
    document = Rendition.objects.get(number="MICT-26-1/1")
    assert f"/documents/{document.code}/" in page
    assert client.get(f"/documents/{document.code}/").status_code == 200


@pytest.mark.parametrize(("changed", "says"), [
    ({"main": ""}, "Choose the file of the document"), ({"main": upload(b"")}, "empty"), ({"p_title": ""}, "Title"),
    ({"p_classification": "public", "p_addressees": ["organ:defence"]}, "addressees"),
])
def test_a_faulty_form_says_the_remedy_and_keeps_nothing(client, case, prosecutor, changed, says):
    """What is missing or cannot be filed is told at its field; nothing was received."""
    client.force_login(prosecutor)
    answer = client.post(f"/matters/{NUMBER}/file/", form(**changed))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Submission.objects.exists()


def test_names_are_data(client, case, prosecutor):
    """A file whose name is a path and markup is shown as text, by its last part."""
    client.force_login(prosecutor)
    page = client.post(f"/matters/{NUMBER}/file/", form(main=upload(name="x<script>alert(1)</script>.pdf")), follow=True).content.decode()
    assert "<script>alert(1)" not in page


def test_who_has_no_standing_sees_no_form(client, case):
    """Counsel of another case, a reader and a visitor find nothing there."""
    for who in (person("counsel-two", "defence", "MICT-26-2", "C02"), person("reader-one", "public")):
        client.force_login(who)
        assert client.get(f"/matters/{NUMBER}/file/").status_code == 404
    client.logout()
    assert client.get(f"/matters/{NUMBER}/file/").status_code == 302


def test_the_queue_is_for_the_registry(client, case, prosecutor, tmp_path):
    """A party sees what it sent; not the queue, nor what others sent."""
    sent = send(case, prosecutor, tmp_path)
    other = person("counsel-one", "defence", NUMBER, "C01")
    client.force_login(other)
    assert client.get("/filings/?view=waiting").status_code == 404
    assert client.get(f"/filings/{sent.code}/").status_code == 404
    assert client.post(f"/filings/{sent.code}/", {"step": "accept"}).status_code == 404
    client.force_login(prosecutor)
    assert client.get(f"/filings/{sent.code}/").status_code == 200
    assert client.post(f"/filings/{sent.code}/", {"step": "accept"}).status_code == 404


def test_a_hidden_document_and_none_look_the_same(client, case, prosecutor, tmp_path):
    """The page and the file of a confidential document answer a visitor as a code that was never given."""
    made = filed(case, prosecutor, tmp_path, classification="confidential")[0]
    for tail in ("", "file"):
        hidden, none = (client.get(f"/documents/{code}/{tail}") for code in (made.code, "0" * 20))
        assert hidden.status_code == none.status_code == 404
        assert TOKEN.sub("", hidden.content.decode()).replace(made.code, "") == TOKEN.sub("", none.content.decode()).replace("0" * 20, "")


def test_a_file_is_saved_and_never_run(client, case, prosecutor, tmp_path):
    """The file comes as an attachment, in a sandbox, not to be sniffed; a hidden one is kept by no cache."""
    public, hidden = filed(case, prosecutor, tmp_path)[0], filed(case, prosecutor, tmp_path, classification="confidential")[0]
    answer = client.get(f"/documents/{public.code}/file")
    assert answer.getvalue().startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    client.force_login(prosecutor)
    answer = client.get(f"/documents/{hidden.code}/file")
    assert "no-store" in answer["Cache-Control"]
    answer.getvalue()


def test_the_general_form_leads_to_the_filing_page(client, case, prosecutor):
    """A filing is not entered by particulars alone: the general form of the act leads to the page that takes the file."""
    client.force_login(prosecutor)
    answer = client.get(f"/matters/{NUMBER}/acts/file_document/")
    assert answer.status_code == 302
    assert answer["Location"].endswith("/file/file_document/")


def test_filing_by_the_interface_for_programs(client, case, prosecutor, officer):
    """Sent, accepted and read by programs; a repeat with its key is the same submission."""
    client.force_login(prosecutor)
    given = json.dumps({"document_type": "motion", "title": "Motion", "language": "en", "classification": "public"})

    def sent():
        return client.post(f"/api/matters/{NUMBER}/filings", {"by": "prosecutor", "particulars": given, "files": [upload()]},
                           headers={"Idempotency-Key": "k1"})

    first, second = sent(), sent()
    assert first.status_code == 201
    assert first.json()["code"] == second.json()["code"]
    assert client.post(f"/api/filings/{first.json()['code']}/accept", {}, content_type="application/json").status_code == 403
    client.force_login(officer)
    done = client.post(f"/api/filings/{first.json()['code']}/accept", {}, content_type="application/json")
    assert done.json()["number"] == "MICT-26-1/1"
    client.logout()
    assert [d["number"] for d in client.get(f"/api/matters/{NUMBER}/documents").json()["documents"]] == ["MICT-26-1/1"]


@pytest.mark.parametrize(("changed", "status"), [
    ({"particulars": "[]"}, 422), ({"particulars": "no json"}, 422), ({"by": "defence"}, 403), ({"by": "nobody"}, 404), ({"act": "open_case"}, 422),
    ({"files": []}, 422), ({"particulars": json.dumps({"document_type": "motion"})}, 422),
])
def test_a_faulty_request_of_a_program_is_told(client, case, prosecutor, changed, status):
    """Each fault has its status and a remedy, and nothing was received."""
    client.force_login(prosecutor)
    motion = {"document_type": "motion", "title": "M", "language": "en", "classification": "public"}
    given = {"by": "prosecutor", "files": [upload()], "particulars": json.dumps(motion)}
    answer = client.post(f"/api/matters/{NUMBER}/filings", {**given, **changed})
    assert answer.status_code == status, answer.content
    assert answer.json()["error"]["says"]
    assert not Submission.objects.exists()


def test_an_act_of_filing_is_not_entered_without_its_file(client, case, prosecutor):
    """The general operation refuses to make a filing of particulars alone, and names the operation that takes the file."""
    client.force_login(prosecutor)
    answer = client.post(f"/api/matters/{NUMBER}/acts/file_document", {"by": "prosecutor", "particulars": {}}, content_type="application/json")
    assert answer.status_code == 422
    assert "filings" in answer.json()["error"]["remedy"]


def test_the_moment_of_receipt_is_that_of_the_filers_clock(client, case, prosecutor, tmp_path):
    """Received at noon by Greenwich, the receipt of a filer in Arusha says three in the afternoon, whoever reads it."""
    prosecutor.duty_station = "arusha"
    prosecutor.save()
    sent = send(case, prosecutor, tmp_path)
    Submission.objects.filter(pk=sent.pk).update(received_at="2026-01-15T12:00:00Z")
    registrar = person("registrar-one", "registrar")
    for reader in (prosecutor, registrar):
        client.force_login(reader)
        assert "15 January 2026, 15:00:00" in client.get(f"/filings/{sent.code}/").content.decode()
