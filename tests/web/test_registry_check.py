"""The Registry's check: the officer reads what came, is told what the law says and what to look at; the desk says that something waits."""

from __future__ import annotations

import json

import pytest

from curule.registry.models import Submission
from curule.registry.receiving import Sent, receive
from tests.web.matter_samples import open_case
from tests.web.registry_samples import filed, pdf, person, seat, send

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
SECRET = "K-14 of Marlowe Bridge"


@pytest.fixture(autouse=True)
def _store(settings, tmp_path):
    settings.STORE_URL = (tmp_path / "store").as_uri()
    (tmp_path / "sent").mkdir()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sent"


@pytest.fixture
def case():
    return open_case(NUMBER)


@pytest.fixture
def prosecutor():
    return person("prosecutor-one", "prosecutor")


@pytest.fixture
def counsel():
    return person("counsel-one", "defence", NUMBER, "C01")


@pytest.fixture
def officer():
    return person("officer-one", "registry_officer")


def page_of(client, user, address):
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def every_file(submission):
    at = f"/filings/{submission.code}/files/0/"
    return [at, at + "file", at + "pages/1.png"]


def test_the_officer_reads_what_came_before_deciding(client, case, prosecutor, officer, folder):
    """From the queue to the pages of each file: a picture of each, the file to be saved in a sandbox, never a page of this site."""
    found = send(case, prosecutor, folder, pdf("One", "Two"), pdf("Annex"))
    page = page_of(client, officer, f"/filings/{found.code}/")
    assert f'href="/filings/{found.code}/files/0/"' in page
    assert f'href="/filings/{found.code}/files/1/"' in page
    page = page_of(client, officer, f"/filings/{found.code}/files/0/")
    assert page.count(".png") == 2
    picture = client.get(f"/filings/{found.code}/files/0/pages/2.png")
    assert picture.content.startswith(b"\x89PNG")
    assert picture["Cache-Control"] == "private, no-store"
    saved = client.get(f"/filings/{found.code}/files/1/file")
    assert b"".join(saved.streaming_content) == pdf("Annex")
    assert saved["Content-Disposition"].startswith("attachment")
    assert saved["Content-Security-Policy"].startswith("sandbox")
    assert client.get(f"/filings/{found.code}/files/0/pages/3.png").status_code == 404
    assert client.get(f"/filings/{found.code}/files/7/").status_code == 404
    assert client.get(f"/filings/{found.code}/files/0/play").status_code == 404


def test_a_document_without_pages_is_read_as_text(client, case, prosecutor, officer, folder):
    """A message has no pages: its words stand in the page, escaped."""
    path = folder / "letter.eml"
    path.write_bytes(b"From: a@example.org\r\nTo: b@example.org\r\nSubject: Letter\r\n\r\nPlease <script>alert(1)</script> find it.\r\n")
    found = receive(case, prosecutor, seat(prosecutor), "file_document",
                    {"document_type": "correspondence", "title": "Letter", "language": "en", "classification": "public"}, [Sent(path, "letter.eml")])
    page = page_of(client, officer, f"/filings/{found.code}/files/0/")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_files_that_wait_are_read_by_their_filer_and_the_registry_alone(client, case, prosecutor, officer, folder, counsel):
    """Whoever does not see the submission finds nothing at any address of its files; sealed ones are for the Registrar."""
    registrar = person("registrar-one", "registrar")
    foreign = person("rome-officer", "registry_officer", tribunal="rome")
    outsiders = (counsel, foreign, person("judge-one", "judge"), person("press", "public_reader"))
    plain = send(case, prosecutor, folder, pdf(SECRET), classification="confidential")
    sealed = send(case, prosecutor, folder, pdf(SECRET, "x"), classification="under_seal", addressees=["organ:prosecutor"])
    for submission, readers, others in ((plain, (prosecutor, officer, registrar), outsiders), (sealed, (prosecutor, registrar), (officer, *outsiders))):
        for address in every_file(submission):
            for user in readers:
                client.force_login(user)
                answer = client.get(address)
                assert answer.status_code == 200, (user, address)
                assert answer.getvalue()
            for user in others:
                client.force_login(user)
                assert client.get(address).status_code == 404, (user, address)
            client.logout()
            assert client.get(address).status_code == 302


def test_the_check_says_what_it_starts(client, case, prosecutor, officer, counsel, folder):
    """A motion that would be accepted: its kind, its language, the time to respond that it starts with its last day and provision."""
    found = send(case, prosecutor, folder)
    page = page_of(client, officer, f"/filings/{found.code}/")
    assert all(words in page for words in ("If you accept it", "It starts", "response of the Defence", "Motion: Motion for an order"))
    assert "The law does not let it be filed" not in page
    assert "response of the Defence" not in page_of(client, officer, f"/matters/{NUMBER}/"), "what was only looked at runs for nobody"


def test_the_check_says_why_the_law_refuses(client, case, prosecutor, officer, folder):
    """A decision from a party, and a motion of a hundred pages: the reasons stand above the decision, and accepting says what to do."""
    decision = send(case, prosecutor, folder, document_type="decision")
    page = page_of(client, officer, f"/filings/{decision.code}/")
    assert "The law does not let it be filed" in page
    assert "documents of this kind are filed by others alone" in page
    answer = client.post(f"/filings/{decision.code}/", {"step": "accept"})
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "Return it with the reason" in said
    assert "CONDITION_NOT_MET" not in said
    long = send(case, prosecutor, folder, pdf(*["page"] * 100))
    assert "more pages than allowed" in page_of(client, officer, f"/filings/{long.code}/")


def test_the_check_tells_what_to_look_at(client, case, prosecutor, officer, folder):
    """The same file twice, a damaged file that was repaired, an answer to nothing, an entry that does not exist: each in a sentence."""
    content = pdf("The same motion")
    first = filed(case, prosecutor, folder, content)[0]
    again = send(case, prosecutor, folder, content)
    assert f"it is the file of {first.number}" in page_of(client, officer, f"/filings/{again.code}/")
    twice = send(case, prosecutor, folder, content, title="Once more")
    assert "is on this record already" in page_of(client, officer, f"/filings/{twice.code}/")
    whole = pdf(*["Words enough to be cut"] * 30)
    cut = send(case, prosecutor, folder, whole[: len(whole) // 2])
    assert "was repaired to be shown" in page_of(client, officer, f"/filings/{cut.code}/")
    alone = send(case, prosecutor, folder, pdf("An answer"), document_type="response")
    assert "does not say to what" in page_of(client, officer, f"/filings/{alone.code}/")
    nowhere = send(case, prosecutor, folder, pdf("Another answer"), document_type="response", responds_to=99)
    assert "nothing there awaits an answer from this party" in page_of(client, officer, f"/filings/{nowhere.code}/")


def test_the_check_does_not_tell_of_what_its_officer_does_not_see(client, case, prosecutor, officer, folder):
    """A file under seal came before: the Registrar is told, the officer is not, and a reference to it is not resolved for the officer."""
    registrar = person("registrar-one", "registrar")
    content = pdf(SECRET)
    sealed = filed(case, prosecutor, folder, content, officer=registrar, classification="under_seal", addressees=["organ:prosecutor"])[0]
    found = send(case, prosecutor, folder, content, relates_to=[sealed.entry.number])
    page = page_of(client, officer, f"/filings/{found.code}/")
    assert sealed.number not in page
    assert "on this record already" not in page
    assert sealed.number in page_of(client, registrar, f"/filings/{found.code}/")


def test_the_desk_says_that_filings_wait(client, case, prosecutor, officer, counsel, folder):
    """The officer's desk counts what waits and what was given to the officer; a party's desk shows what came back, with the way to file it again."""
    assert "waits for the Registry" not in page_of(client, officer, "/")
    found = send(case, prosecutor, folder, relates_to=[1], language="fr")
    assert "1 filing waits for the Registry" in page_of(client, officer, "/")
    assert "waits for the Registry" not in page_of(client, prosecutor, "/")
    client.force_login(officer)
    client.post(f"/filings/{found.code}/", {"step": "assign", "to": officer.pk, "why": "mine"})
    assert "1 given to you" in page_of(client, officer, "/")
    client.post(f"/filings/{found.code}/", {"step": "return", "reason": "Sign it."})
    page = page_of(client, prosecutor, "/")
    assert "Returned to you by the Registry" in page
    assert "Sign it." in page
    assert "Sign it." not in page_of(client, counsel, "/")
    receipt = page_of(client, prosecutor, f"/filings/{found.code}/")
    again = receipt.partition('<a class="button second" href="')[2].partition('"')[0].replace("&amp;", "&")
    form = page_of(client, prosecutor, again)
    assert 'value="Motion for an order"' in form
    assert '<option value="motion" selected>' in form
    assert '<option value="fr" selected>' in form


def test_the_form_offers_what_this_party_files(client, case, prosecutor, counsel, folder):
    """No order or judgement for a party; what can be answered is what awaits this party's answer; a response says to what."""
    filed(case, prosecutor, folder)
    form = page_of(client, counsel, f"/matters/{NUMBER}/file/")
    assert 'value="judgement"' not in form
    assert 'value="motion"' in form
    assert 'name="p_responds_to"' in form
    assert 'name="p_replies_to"' not in form
    assert 'name="p_complies_with"' not in form
    assert 'name="p_responds_to"' not in page_of(client, prosecutor, f"/matters/{NUMBER}/file/")
    client.force_login(counsel)
    from tests.web.test_filing_pages import form as typed

    answer = client.post(f"/matters/{NUMBER}/file/", typed(organ="defence", p_document_type="response"))
    assert answer.status_code == 422
    assert "Choose the document that it answers" in answer.content.decode()
    assert not Submission.objects.filter(organ="defence").exists()


def test_a_program_is_told_the_reasons_of_a_refusal(client, case, prosecutor, officer, folder):
    """Accepting what the law refuses by the interface for programs: kinds for machines, and the answer where its reasons are this caller's to read."""
    found = send(case, prosecutor, folder, document_type="decision")
    client.force_login(officer)
    answer = client.post(f"/api/filings/{found.code}/accept", json.dumps({}), content_type="application/json")
    error = answer.json()["error"]
    assert answer.status_code == 422
    assert error["code"] == "refused"
    assert error["answer"]["kinds"] == ["CONDITION_NOT_MET"]
