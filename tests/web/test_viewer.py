"""The viewer: pages, text, search, other forms side by side; and its files, which only those see who see the entry."""

from __future__ import annotations

import io
import re
import wave

import pytest

from curule.jobs.models import Job
from curule.jobs.running import run_due
from curule.registry.models import PageText, Rendition
from curule.registry.signals import text_ready
from curule.registry.work import stamp_of
from curule.store import store
from tests.web.registry_samples import filed, pdf, person

NUMBER = "MICT-26-1"
OURS = ("extract_text", "stamp_rendition", "make_thumbnails")
WORDS = ("The Prosecution requests an order", "Le témoin protégé sera entendu à Arusha", "The third page of it")


@pytest.fixture(autouse=True)
def _places(settings, tmp_path):
    settings.STORE_URL = (tmp_path / "store").as_uri()
    settings.HOME = tmp_path


@pytest.fixture
def folder(tmp_path):
    """Where uploads lie."""
    (tmp_path / "uploads").mkdir()
    return tmp_path / "uploads"


@pytest.fixture
def unread(case, folder, prosecutor):
    """A public motion of three pages whose background work is still to be done."""
    (made,) = filed(case, prosecutor, folder, pdf(*WORDS))
    return made


@pytest.fixture
def motion(unread):
    """The same, its background work done."""
    run_due()
    unread.refresh_from_db()
    return unread


@pytest.fixture
def secret(case, folder, prosecutor):
    """An ex parte motion for the Prosecutor alone, its background work done."""
    (made,) = filed(case, prosecutor, folder, pdf("A hidden request"), classification="ex_parte", addressees="organ:prosecutor", title="A hidden request")
    run_due()
    made.refresh_from_db()
    return made


def content(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_what_is_filed_is_read_stamped_and_drawn(motion):
    """The background work writes the text of each page, puts the stamped copy beside the file, draws the small images, and leaves the file as it was filed."""
    assert [(t.page, t.text, t.recognised) for t in motion.texts.all()] == [(n + 1, text, False) for n, text in enumerate(WORDS)]
    assert (motion.text_state, motion.served_path.startswith(motion.path[:20])) == ("done", True)
    with store().read(motion.document.object_id, motion.path) as stream:
        assert stream.read() == pdf(*WORDS)
    assert set(Job.objects.filter(kind__in=OURS).values_list("kind", "state")) == {(kind, "done") for kind in OURS}
    assert store().verify(motion.document.object_id) == []


def test_work_done_twice_changes_nothing(motion):
    """Each kind of work can run again: the same text, the same stamp, no new version in the store."""
    before = store().inventory(motion.document.object_id).head
    assert Job.objects.filter(kind__in=OURS).update(state="waiting") == 3
    run_due()
    assert not Job.objects.filter(kind__in=OURS).exclude(state="done").exists()
    motion.refresh_from_db()
    assert (motion.texts.count(), motion.text_state) == (3, "done")
    assert store().inventory(motion.document.object_id).head == before


def test_others_are_told_when_the_text_is_there(case, folder, prosecutor):
    """The signal comes once the text is written, within its transaction."""
    told = []

    def listen(rendition, **_kwargs):
        told.append((rendition.number, PageText.objects.filter(rendition=rendition).count()))

    text_ready.connect(listen)
    try:
        (made,) = filed(case, prosecutor, folder, pdf(*WORDS))
        run_due()
    finally:
        text_ready.disconnect(listen)
    assert told == [(made.number, 3)]


def test_the_page_shows_images_text_and_forms(client, motion):
    """A visitor sees a public document with its pages, their text and their small images, in both languages, without scripts."""
    page = client.get(f"/documents/{motion.code}/").content.decode()
    assert f"/documents/{motion.code}/pages/3/page.png" in page
    assert f"/documents/{motion.code}/pages/1/thumb.png" in page
    assert "The Prosecution requests an order" in page
    client.cookies["curule-language"] = "fr"
    assert "Texte de cette page" in client.get(f"/documents/{motion.code}/").content.decode()


def test_search_inside_finds_without_accents_and_marks(client, motion):
    """What is looked for is found whatever its accents and case, with its page and its words around it; nothing of the question is ever markup."""
    page = client.get(f"/documents/{motion.code}/", {"q": "TEMOIN protege"}).content.decode()
    assert "<mark>témoin protégé</mark>" in page
    assert "1 place" in page
    page = client.get(f"/documents/{motion.code}/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page
    assert "not in the text" in page


def test_markup_in_a_document_stays_text(client, case, folder, prosecutor):
    """Text that is markup is shown as the characters that it has."""
    (made,) = filed(case, prosecutor, folder, b"Before <script>alert(1)</script> & <img src=x onerror=alert(1)>\n", names=["a.txt"])
    run_due()
    page = client.get(f"/documents/{made.code}/", {"q": "script"}).content.decode()
    assert "&lt;<mark>script</mark>&gt;alert(1)" in page
    assert "<img src=x" not in page
    assert client.get(f"/documents/{made.code}/pages/1/page.png").status_code == 404


def test_images_of_pages_are_drawn_once(client, motion):
    """Each page is a PNG of its size, the same the second time; sizes and pages that are not there are not found."""
    from PIL import Image

    for size, width in (("thumb", 150), ("page", 1000), ("print", 1800)):
        first = client.get(f"/documents/{motion.code}/pages/2/{size}.png")
        assert Image.open(io.BytesIO(first.content)).width == width
        assert client.get(f"/documents/{motion.code}/pages/2/{size}.png").content == first.content
    for address in ("pages/4/page.png", "pages/0/page.png", "pages/2/huge.png"):
        assert client.get(f"/documents/{motion.code}/{address}").status_code == 404


def plain(response, code):
    """A page without its own address and without what is new on every page."""
    return re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"\w+"', "", response.content.decode()).replace(code, "")


PATHS = ("", "file", "file?as=filed", "play", "pages/1/page.png", "pages/1/thumb.png", "?q=hidden", "pages/9/page.png")


def test_a_hidden_document_is_as_if_it_were_not_there(client, secret):
    """For a visitor and for a clerk of another office each address of a hidden document answers exactly as one that does not exist."""
    for user, path in ((user, path) for user in (None, person("defence-one", "defence", NUMBER, "counsel-one")) for path in PATHS):
        if user is not None:
            client.force_login(user)
        hidden, missing = client.get(f"/documents/{secret.code}/{path}"), client.get(f"/documents/{'0' * 20}/{path}")
        assert (hidden.status_code, missing.status_code) == (404, 404)
        assert plain(hidden, secret.code) == plain(missing, "0" * 20)
        assert b"hidden request" not in hidden.content


def test_what_is_not_public_is_kept_by_no_cache(client, secret, prosecutor):
    """Page, file and image of a hidden document are for its readers and for no cache."""
    client.force_login(prosecutor)
    for path in ("", "file", "pages/1/page.png"):
        answer = client.get(f"/documents/{secret.code}/{path}")
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "private, no-store"
        content(answer)


def test_what_a_browser_kept_is_asked_for_again(client, motion):
    """A public file and image may be kept, but each time the access decision is asked again: after a reclassification what was kept is not found."""
    for path in ("file", "pages/1/page.png"):
        answer = client.get(f"/documents/{motion.code}/{path}")
        content(answer)
        assert answer["Cache-Control"] == "public, no-cache"
        known = {"If-None-Match": answer["ETag"]}
        assert client.get(f"/documents/{motion.code}/{path}", headers=known).status_code == 304
        motion.entry.audience.update(token="organ:mechanism:prosecutor")
        assert client.get(f"/documents/{motion.code}/{path}", headers=known).status_code == 404
        motion.entry.audience.update(token="public")


def test_the_store_is_compared_with_the_record(motion):
    """Verification finds nothing where all is well, and tells a file that was exchanged, one that is lost and an entry that names another digest."""
    from curule.matters.models import EntryRow
    from curule.registry.keeping import verify_entries, verify_objects

    kept = store()
    assert [fault for _name, found in verify_objects(kept) for fault in found] + list(verify_entries(kept)) == []
    row = EntryRow.objects.get(pk=motion.entry_id)
    row.content["filed"]["files"][0]["sha512"] = "0" * 128
    EntryRow.objects.filter(pk=row.pk).update(content=row.content)
    assert [fault.where for fault in verify_entries(kept)] == [f"{NUMBER}, entry {row.number}"]
    place = next(kept.root.glob(f"*/*/*/*/v1/content/{motion.path}"))
    place.unlink()
    assert [fault.says for _name, found in verify_objects(kept) for fault in found] == ["the content is missing"]


@pytest.mark.parametrize(("text", "sought", "found"), [
    ("Le témoin protégé", "TEMOIN  protege", "témoin protégé"), ("a\n\tb", "A B", "a\n\tb"), ("Straße", "strasse", "Straße"), ("证人出庭", "出庭", "出庭"),
    ("e\u0301t\u00e9", "été", "e\u0301t\u00e9"), ("ﬁling", "filing", "ﬁling"), ("nothing", "something", None), ("x", " ", None)])
def test_words_are_found_as_they_are_meant(text, sought, found):
    """Accents in either form, case, ligatures and white space do not hide a word; what is marked is what stands there."""
    from curule.registry.finding import marked

    shown, is_found = marked(text, sought)
    assert (is_found, f"<mark>{found}</mark>" in shown) == ((True, True) if found else (False, False))


def test_files_are_saved_and_never_shown(client, motion):
    """A file is an attachment under its number, in a sandbox, of no type that a browser would show."""
    answer = client.get(f"/documents/{motion.code}/file")
    content(answer)
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith('attachment; filename="MICT-26-1_1.pdf"')
    assert (answer["X-Content-Type-Options"], answer["Content-Security-Policy"]) == ("nosniff", "sandbox; default-src 'none'")
    as_filed = client.get(f"/documents/{motion.code}/file?as=filed")
    assert content(as_filed) == pdf(*WORDS)


@pytest.mark.parametrize(("asked", "status", "part"), [
    ("bytes=0-4", 206, slice(0, 5)), ("bytes=10-", 206, slice(10, None)), ("bytes=-7", 206, slice(-7, None)), ("bytes=3-99999999", 206, slice(3, None)),
    ("bytes=99999999-", 416, None), ("bytes=9-3", 416, None), ("bytes=a-b", 200, slice(None)),
    ("bytes=0-1,3-4", 200, slice(None)), ("pages=1-2", 200, slice(None))])
def test_parts_of_files_are_sent(client, unread, asked, status, part):
    """A range is answered with exactly its bytes; one outside the file is refused; what is no single range is answered with the whole."""
    whole = pdf(*WORDS)
    answer = client.get(f"/documents/{unread.code}/file?as=filed", headers={"Range": asked})
    assert answer.status_code == status
    if part is None:
        assert answer["Content-Range"] == f"bytes */{len(whole)}"
        return
    assert content(answer) == whole[part]
    assert int(answer["Content-Length"]) == len(whole[part])
    assert ("Content-Range" in answer) == (status == 206)


def test_a_recording_is_heard_in_the_page(client, case, folder, prosecutor):
    """A recording has its player, and its bytes come in parts with its own type; a document has no such address."""
    into = io.BytesIO()
    with wave.open(into, "wb") as out:
        out.setparams((1, 2, 8000, 800, "NONE", ""))
        out.writeframes(b"\0\0" * 800)
    (made,) = filed(case, prosecutor, folder, into.getvalue(), names=["hearing.wav"])
    run_due()
    answer = client.get(f"/documents/{made.code}/")
    assert "<audio" in answer.content.decode()
    assert "media-src 'self'" in answer["Content-Security-Policy"]
    answer = client.get(f"/documents/{made.code}/play", headers={"Range": "bytes=0-3"})
    assert (answer.status_code, answer["Content-Type"], content(answer)) == (206, "audio/wav", b"RIFF")


def test_a_document_is_not_played(client, motion):
    """Only recordings have the address of the player."""
    assert client.get(f"/documents/{motion.code}/play").status_code == 404


def test_forms_are_shown_side_by_side(client, case, motion, folder, prosecutor):
    """A translation stands beside its original, page by page; what does not belong to the document, or not to the reader, is not shown beside it."""
    (french,) = filed(case, prosecutor, folder, pdf("Le Procureur demande une ordonnance", "Deux", "Trois"), act="file_translation", language="fr",
                      title="Requête aux fins d'ordonnance", of=motion.entry.number)
    (other,) = filed(case, prosecutor, folder, pdf("Another motion"))
    run_due()
    page = client.get(f"/documents/{motion.code}/", {"beside": french.code, "page": 2}).content.decode()
    assert 'class="side-by-side"' in page
    assert f"/documents/{french.code}/pages/2/page.png" in page
    assert client.get(f"/documents/{french.code}/pages/2/page.png").status_code == 200
    french.refresh_from_db()
    assert (french.text_state, french.document_id) == ("done", motion.document_id)
    assert french.entry.content["filed"]["files"][0]["path"] == f"{motion.document.object_id}/{french.path}"
    assert f"of {motion.number}" in client.get(f"/documents/{motion.code}/").content.decode()
    for code in (other.code, "0" * 20, motion.code, "<b>"):
        assert 'class="side-by-side"' not in client.get(f"/documents/{motion.code}/", {"beside": code}).content.decode()


def test_a_stamp_follows_its_number_and_its_classification(case, secret, motion):
    """When a number changes its old stamp is served no more, and the new one says the new number."""
    before = secret.served_path
    assert stamp_of(secret).number == secret.number
    secret.number = "MICT-26-1/99"
    secret.save(update_fields=["number"])
    assert Rendition.objects.get(pk=secret.pk).served_path == ""
    run_due()
    after = Rendition.objects.get(pk=secret.pk)
    assert after.served_path not in ("", before)
    assert "EX PARTE" in stamp_of(after).classification
    assert stamp_of(motion).classification == "PUBLIC"


def test_long_documents_are_shown_in_parts(client, case, folder, prosecutor):
    """Of twelve pages ten are shown at once, and the way to the others is there."""
    (made,) = filed(case, prosecutor, folder, pdf(*(f"page number {n}" for n in range(1, 13))), document_type="report")
    page = client.get(f"/documents/{made.code}/", {"page": 4}).content.decode()
    assert "/pages/10/page.png" in page
    assert "/pages/11/page.png" not in page
    assert 'rel="next"' in page
    page = client.get(f"/documents/{made.code}/", {"page": 12}).content.decode()
    assert "/pages/11/page.png" in page
    assert 'rel="prev"' in page
    assert "/pages/1/thumb.png" in page
