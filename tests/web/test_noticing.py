"""What strikes in something that is to be filed: told to its filer before and after it is sent, and to the Registry, in the same words. Nothing bars it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from curule.jobs.models import Job
from curule.jobs.running import run_due
from curule.registry.checking import accept
from curule.registry.models import Rendition, Submission
from tests.web.registry_samples import filed, pdf, person, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_store")]
NUMBER = "MICT-26-1"
FILE = f"/matters/{NUMBER}/file/"
FRENCH = "Le Procureur prie respectueusement la Chambre d'ordonner la mise en liberté provisoire de l'accusé. " * 4
ENGLISH = "The Prosecutor respectfully requests the Chamber to order the provisional release of the accused person. " * 4


def text(words, name="motion.txt"):
    return SimpleUploadedFile(name, words.encode())


def form(**changed):
    return {"key": "k", "organ": "prosecutor", "p_document_type": "motion", "p_title": "Motion for an order", "p_language": "en",
            "p_classification": "public", **changed}


def sent_in(case, filer, folder, *texts, **declared):
    """A submission of texts, with their languages read."""
    made = send(case, filer, folder, *(words.encode() for words in texts), names=[f"file{n}.txt" for n in range(len(texts))], **declared)
    run_due()
    return Submission.objects.get(pk=made.pk)


def page_of(client, user, address):
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_french_document_declared_as_english_is_told_to_both(client, case, prosecutor, officer, tmp_path):
    """Its filer reads it on the receipt, the Registry at the check, with a button that sets it right; an English one is not remarked on."""
    found = sent_in(case, prosecutor, tmp_path, FRENCH, ENGLISH)
    for user in (prosecutor, officer):
        page = page_of(client, user, f"/filings/{found.code}/")
        assert "file0.txt: declared as English; the text reads as French." in page
        assert "file1.txt: declared" not in page
    assert "Accept, with the language corrected: French" in page_of(client, officer, f"/filings/{found.code}/")
    assert "Accept, with" not in page_of(client, prosecutor, f"/filings/{found.code}/")


@pytest.mark.parametrize(("words", "declared", "reads"), [
    (ENGLISH, "fr", "English"), (FRENCH, "zh", "French"), ("检察官谨请分庭下令临时释放被告人。" * 9, "en", "Chinese")])
def test_other_languages_are_told_apart(client, case, prosecutor, tmp_path, words, declared, reads):
    """English declared as French, French as Chinese, Chinese as English."""
    found = sent_in(case, prosecutor, tmp_path, words, language=declared)
    assert f"the text reads as {reads}." in page_of(client, prosecutor, f"/filings/{found.code}/")


def test_what_is_right_or_not_sure_is_not_remarked_on(client, case, prosecutor, officer, tmp_path):
    """French declared as French, a few words, a text in two languages: no remark and no button."""
    for words, language in ((FRENCH, "fr"), ("Requête", "en"), (FRENCH + ENGLISH, "en")):
        found = sent_in(case, prosecutor, tmp_path, words, language=language, title=words[:20])
        page = page_of(client, officer, f"/filings/{found.code}/")
        assert "reads as" not in page
        assert "Accept, with" not in page


def test_one_click_corrects_the_language_and_the_entry_says_so(client, case, prosecutor, officer, tmp_path):
    """Entry and document carry the language of the text; the receipt tells the filer; what was right stays."""
    found = sent_in(case, prosecutor, tmp_path, FRENCH, ENGLISH)
    client.force_login(officer)
    answer = client.post(f"/filings/{found.code}/", {"step": "accept-as_read"}, follow=True)
    assert answer.status_code == 200
    main, annex = Rendition.objects.order_by("pk")
    assert (main.language, annex.language) == ("fr", "en")
    assert main.entry.content["particulars"]["language"] == "fr"
    assert main.entry.content["filed"]["corrected"] == ["language"]
    assert "corrected" not in annex.entry.content["filed"]
    assert "corrected by the Registry: French" in page_of(client, prosecutor, f"/filings/{found.code}/")


def test_nothing_is_corrected_that_nobody_asked_for(client, case, prosecutor, officer, tmp_path):
    """Accepted as it is, it stays as it was declared: the filer may be right."""
    found = sent_in(case, prosecutor, tmp_path, FRENCH)
    client.force_login(officer)
    client.post(f"/filings/{found.code}/", {"step": "accept"})
    assert Rendition.objects.get().language == "en"


def test_the_registry_corrects_titles_and_languages_by_hand(client, case, prosecutor, officer, tmp_path):
    """The annex gets another title; the entry says that it was corrected and not what it was before, which may be a protected name."""
    found = send(case, prosecutor, tmp_path, pdf("Motion"), pdf("Annex"), names=["m.pdf", "Statement_of_K-14.pdf"])
    client.force_login(officer)
    answer = client.post(f"/filings/{found.code}/", {"step": "accept", "title_0": "Motion for an order", "language_0": "en",
                                                     "title_1": "Statement of a witness", "language_1": "sw"}, follow=True)
    assert answer.status_code == 200
    annex = Rendition.objects.get(entry__act="file_annex")
    assert (annex.title, annex.language) == ("Statement of a witness", "sw")
    assert annex.entry.content["filed"]["corrected"] == ["language", "title"]
    assert "K-14" not in json.dumps(annex.entry.content)
    page = page_of(client, prosecutor, f"/filings/{found.code}/")
    assert "Statement of K-14" in page, "its filer reads what was sent"
    assert "The Registry corrected the title: Statement of a witness" in page


def test_a_faulty_correction_files_nothing(client, case, prosecutor, officer, tmp_path):
    """A language that is none, a file that is not there: refused, and it goes on waiting."""
    found = send(case, prosecutor, tmp_path)
    client.force_login(officer)
    assert client.post(f"/filings/{found.code}/", {"step": "accept", "language_0": "tlh"}).status_code == 422
    for corrected in ([{"position": 0, "language": "tlh"}], [{"position": 7, "title": "x"}], [{"position": 0, "title": "  "}]):
        answer = client.post(f"/api/filings/{found.code}/accept", json.dumps({"corrected": corrected}), content_type="application/json")
        assert answer.status_code == 422, corrected
    assert not Rendition.objects.exists()
    assert client.post(f"/api/filings/{found.code}/accept", json.dumps({"corrected": [{"position": 0, "language": "fr"}]}),
                       content_type="application/json").json()["state"] == "accepted"
    assert Rendition.objects.get().language == "fr"


def test_languages_are_read_once_and_a_file_that_is_lost_leaves_it_open(case, prosecutor, tmp_path, settings):
    """The work asked for twice is one; without its store it notes nothing and does not fail for ever."""
    found = send(case, prosecutor, tmp_path, FRENCH.encode(), names=["a.txt"])
    assert Job.objects.filter(kind="read_languages").count() == 1
    settings.STORE_URL = (tmp_path / "another-store").as_uri()
    run_due()
    assert found.files.get().checks["reads_as"] == ""


def test_a_receipt_waits_for_the_language(client, case, prosecutor, officer, tmp_path):
    """Until it is read the page says so and asks again; then the receipt is shown anew, and what an officer typed stays."""
    found = send(case, prosecutor, tmp_path, FRENCH.encode(), names=["a.txt"])
    assert "is being compared" in page_of(client, prosecutor, f"/filings/{found.code}/")
    run_due()
    client.force_login(prosecutor)
    part = client.get(f"/filings/{found.code}/?part=noticed")
    assert part["HX-Refresh"] == "true"
    assert "the text reads as French" in part.content.decode()
    assert "<h1" not in part.content.decode()
    client.force_login(officer)
    assert "HX-Refresh" not in client.get(f"/filings/{found.code}/?part=noticed")


# -- before it is sent ------------------------------------------------------------------------------------------------------------------------


def look(client, headers=None, **changed):
    answer = client.post(FILE, {"step": "look", **form(**changed)}, headers=headers or {"X-Part": "looked"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_filer_is_told_before_sending(client, case, prosecutor, tmp_path):
    """Limits with their source as soon as the kind is chosen; then length, language, and what is on the record already. Nothing is received by looking."""
    first = filed(case, prosecutor, tmp_path, FRENCH.encode(), names=["m.txt"])[0]
    before = Submission.objects.count()
    client.force_login(prosecutor)
    page = look(client)
    assert "Motion: at most 10 pages and 3000 words. Source: Practice Direction" in page
    page = look(client, main=text(FRENCH), p_title="Another")
    assert f"motion.txt is on this record already: it is the file of {first.number}." in page
    assert "declared as English; the text reads as French" in page
    assert "Looked at: nothing strikes" not in page
    page = look(client, main=SimpleUploadedFile("long.pdf", pdf(*["page"] * 11)), p_title="Another")
    assert "Longer than allowed: it has 11 pages." in page
    assert "needs leave of the Bench" in page
    assert "Looked at: nothing strikes in these files. short.txt" in look(client, main=text(ENGLISH + "x", "short.txt"), p_title="Another").replace("\n", " ")
    assert "A document of this kind, title and organ is on this record already" in look(client, main=text(ENGLISH))
    assert Submission.objects.count() == before


def test_a_file_that_cannot_be_filed_is_told_before_sending(client, case, prosecutor):
    """An empty file and a program: each with its remedy; names are data."""
    client.force_login(prosecutor)
    page = look(client, main=text("MZ" + "\0" * 200, "x<b>.exe"), annexes=[text(ENGLISH, "a.txt")])
    assert "cannot be filed" in page
    assert "<b>" not in page


def test_another_kind_is_tried_without_sending_the_files_again(client, case, prosecutor):
    """What was seen comes back signed; another kind or language is looked up with it, and a seal that was tampered with is nothing."""
    client.force_login(prosecutor)
    page = look(client, main=SimpleUploadedFile("five.pdf", pdf(*["page"] * 5)))
    assert "Longer than allowed" not in page
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    assert "Longer than allowed: it has 5 pages." in look(client, seal=seal, p_document_type="reply")
    assert "Longer than allowed" not in look(client, seal=seal[:-2] + "xx", p_document_type="reply")


def test_without_scripts_a_button_looks_at_it(client, case, prosecutor):
    """The whole page with what strikes, filled in as it was; browsers do not keep files, and the page says so."""
    client.force_login(prosecutor)
    assert 'name="step" value="look"' in client.get(FILE).content.decode()
    page = look(client, headers={"Accept": "text/html"}, main=text(FRENCH))
    assert "the text reads as French" in page
    assert "Choose the files once more" in page
    assert 'value="Motion for an order"' in page


def test_looking_does_not_tell_of_what_its_filer_does_not_see(client, case, prosecutor, counsel, tmp_path):
    """The same file is on the record under seal: whoever may not know of it is told nothing."""
    registrar = person("registrar-one", "registrar")
    sealed = filed(case, prosecutor, tmp_path, ENGLISH.encode(), names=["m.txt"], officer=registrar, classification="under_seal",
                   addressees=["organ:prosecutor"])[0]
    client.force_login(counsel)
    page = look(client, organ="defence", main=text(ENGLISH))
    assert "already" not in page
    client.force_login(prosecutor)
    assert sealed.number in look(client, main=text(ENGLISH))


def test_who_cannot_file_cannot_look(client, case):
    """The look is for whoever could send it."""
    client.force_login(person("reader-one", "public"))
    assert client.post(FILE, {"step": "look", **form(main=text(ENGLISH))}).status_code == 404


# -- the receipt ------------------------------------------------------------------------------------------------------------------------------


def test_the_receipt_tells_all_that_was_said(client, case, prosecutor, counsel, tmp_path):
    """Relations with number and title, classification with addressees by name, language, lateness, limits."""
    motion = filed(case, prosecutor, tmp_path)[0]
    found = send(case, counsel, tmp_path, document_type="response", responds_to=motion.entry.number, relates_to=[motion.entry.number],
                 classification="ex_parte", addressees=["organ:prosecutor"], title="Response")
    Submission.objects.filter(pk=found.pk).update(received_at=found.received_at + timedelta(days=90))
    page = page_of(client, counsel, f"/filings/{found.code}/")
    assert page.count(f"{motion.number} · Motion for an order") == 2
    assert "In response to" in page
    assert "the addressees named and the Registry: the Prosecutor" in page
    assert "Late: the time for it ended on" in page
    assert "Response: at most 10 pages" in page
    correction = send(case, prosecutor, tmp_path, act="file_corrigendum", of=motion.entry.number, title="Correction")
    page = page_of(client, prosecutor, f"/filings/{correction.code}/")
    assert "Corrigendum to" in page
    assert motion.number in page


def test_the_receipt_of_a_program_tells_it_too(client, case, prosecutor, tmp_path):
    """What strikes is in the receipt of the interface for programs, with the language of each file."""
    found = sent_in(case, prosecutor, tmp_path, FRENCH)
    client.force_login(prosecutor)
    told = client.get(f"/api/filings/{found.code}").json()
    assert told["noticed"] == ["file0.txt: declared as English; the text reads as French."]
    assert (told["files"][0]["language"], told["files"][0]["reads_as"]) == ("en", "fr")


# -- titles of annexes, addressees ------------------------------------------------------------------------------------------------------------


def test_annexes_have_titles_of_their_own(client, case, prosecutor, officer):
    """One line for each file; an empty one is the file's name without its ending. The titles are on the record."""
    client.force_login(prosecutor)
    answer = client.post(FILE, form(main=text(ENGLISH), annexes=[text(ENGLISH + n, f"bank_records {n}.txt") for n in "abc"],
                                    annex_titles="Report of the doctor\n\n  Maps   of the region "))
    assert answer.status_code == 302
    found = Submission.objects.get()
    assert [file.title for file in found.files.all()][1:] == ["Report of the doctor", "bank records b", "Maps of the region"]
    accept(found, officer)
    assert list(Rendition.objects.filter(entry__act="file_annex").order_by("pk").values_list("title", flat=True)) == [
        "Report of the doctor", "bank records b", "Maps of the region"]
    answer = client.post(FILE, form(key="k2", main=text(ENGLISH), annexes=[text("x")], annex_titles="One\nTwo"))
    assert answer.status_code == 422
    assert "more titles than annexes" in answer.content.decode()


def test_a_program_titles_annexes(client, case, prosecutor):
    """A JSON list beside the files; anything else is a fault."""
    client.force_login(prosecutor)
    given = {"by": "prosecutor", "particulars": json.dumps({"document_type": "motion", "title": "M", "language": "en", "classification": "public"})}
    files = [text("a"), text("b", "x_y.txt"), text("c", "c.md")]
    answer = client.post(f"/api/matters/{NUMBER}/filings", {**given, "titles": json.dumps(["Maps"]), "files": files})
    assert [file["title"] for file in answer.json()["files"]] == ["M", "Maps", "c"]
    for wrong in ("{}", "[1]", "no"):
        assert client.post(f"/api/matters/{NUMBER}/filings", {**given, "titles": wrong, "files": [text("a")]}).status_code == 422


def test_addressees_without_a_classification_that_has_them_are_a_fault(client, case, prosecutor, officer, tmp_path):
    """On the Registry's page too: they would promise a secrecy that is not there, or replace nobody."""
    found = send(case, prosecutor, tmp_path)
    client.force_login(officer)
    answer = client.post(f"/filings/{found.code}/", {"step": "accept", "classification": "confidential", "addressees": ["organ:defence"]})
    assert answer.status_code == 422
    assert "Only ex parte filings" in answer.content.decode()
    sealed = send(case, prosecutor, tmp_path, classification="ex_parte", addressees=["organ:defence"])
    answer = client.post(f"/filings/{sealed.code}/", {"step": "accept", "addressees": ["organ:prosecutor"]})
    assert answer.status_code == 422
    assert "they stand" in answer.content.decode()
