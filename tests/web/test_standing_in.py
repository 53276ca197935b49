"""What is filed in another form than PDF: its cover sheet and pages with the stamp, what programs hide, the file untouched, its public version."""

from __future__ import annotations

import io
import wave
import zipfile
from email.message import EmailMessage

import docx
import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from openpyxl.comments import Comment
from PIL import Image

from curule.access.models import User
from curule.jobs.running import run_due
from curule.registry.models import Rendition
from curule.registry.redaction_work import RedactionWork
from curule.registry.redactions import standing_for
from curule.store import store
from tests.unit.pages.papers import image, paper, texts
from tests.web.matter_samples import open_case
from tests.web.registry_samples import filed, person, seat

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"


@pytest.fixture
def folder(tmp_path, settings):
    """A store and a home of this test alone."""
    settings.STORE_URL, settings.HOME = (tmp_path / "store").as_uri(), tmp_path
    (tmp_path / "sent").mkdir()
    return tmp_path / "sent"


def letter():
    """A document with what its program hides: a deletion, a comment, hidden letters, a footnote's like in its head, its author."""
    document = docx.Document()
    document.core_properties.author = "Author Hidden"
    document.sections[0].header.paragraphs[0].text = "Head of the page"
    document.add_paragraph("The witness spoke.")
    document.add_paragraph("").add_run("Masked words").font.hidden = True
    into = io.BytesIO()
    document.save(into)
    made = io.BytesIO()
    with zipfile.ZipFile(into) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                gone = b'<w:p><w:del w:id="1" w:author="A. Clerk"><w:r><w:delText>Former name</w:delText></w:r></w:del></w:p>'
                data = data.replace(b"<w:sectPr", gone + b"<w:sectPr", 1)
            after.writestr(name, data)
        after.writestr("word/comments.xml", '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" '
                                            'w:author="B. Reader"><w:p><w:r><w:t>Remark aside</w:t></w:r></w:p></w:comment></w:comments>')
    return made.getvalue()


def book():
    """A book with a hidden sheet, a hidden row and a comment."""
    made = openpyxl.Workbook()
    made.active.title = "Places"
    made.active.append(["Place", "Day"])
    made.active.append(["<b>Arusha</b>", 12])
    made.active["A2"].comment = Comment("Said aside", "C. Reader")
    made.active.row_dimensions[2].hidden = True
    secret = made.create_sheet("Names")
    secret.append(["Kept away"])
    secret.sheet_state = "hidden"
    into = io.BytesIO()
    made.save(into)
    return into.getvalue()


def mail():
    """A letter with a blind copy and an attachment whose name says something else than its content."""
    message = EmailMessage()
    message["From"], message["To"], message["Bcc"], message["Subject"] = "a@example.org", "b@example.org", "hidden@example.org", "The hearing"
    message.set_content("See you in court.")
    message.add_attachment(paper("x"), maintype="image", subtype="png", filename="../../picture.png")
    return message.as_bytes()


def picture():
    into = io.BytesIO()
    image(paper("Words on a wall", points=30), scale=1.5).save(into, "PNG")
    return into.getvalue()


def sound():
    into = io.BytesIO()
    with wave.open(into, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(b"\0\0" * 800)
    return into.getvalue()


@pytest.fixture
def officer():
    return person("officer", "registry_officer")


def one(folder, officer, content, name, **more):
    matter, defence = open_case(NUMBER), person("counsel", "defence", NUMBER, "C1")
    found = filed(matter, defence, folder, content, officer=officer, names=[name], classification="confidential", **more)[0]
    run_due()
    return Rendition.objects.select_related("document", "entry__matter").get(pk=found.pk)


def held(rendition, path):
    with store().read(rendition.document.object_id, path) as stream:
        return stream.read()


def browser():
    client = Client()
    client.force_login(User.objects.get(username="officer"))
    return client


@pytest.mark.parametrize(("make", "name", "says", "has_body"), [
    (letter, "letter.docx", ("Masked words", "hidden / masqué", "Former name", "A. Clerk", "Remark aside", "Head of the page", "Author Hidden"), True),
    (book, "book.xlsx", ("Arusha", "hidden sheet", "Kept away", "Said aside", "masquées: 1"), True),
    (mail, "letter.eml", ("hidden@example.org", "The hearing", "application/pdf", "picture.png"), True), (picture, "wall.png", (), True),
    (sound, "talk.wav", (), False)])
def test_it_stands_on_the_record_with_cover_and_stamp(folder, officer, make, name, says, has_body):
    """Readers get a stamped PDF: the cover with name and digest, then what can be shown, hidden things included; the file is kept byte for byte."""
    content = make()
    found = one(folder, officer, content, name)
    stamped = texts(held(found, found.served_path))
    assert found.has_cover
    assert name in stamped[0]
    assert found.sha512[:16] in stamped[0]
    assert all(found.number in page and "CONFIDENTIAL" in page for page in stamped)
    joined = " ".join(" ".join(stamped[1:]).split())
    assert [words for words in says if words not in joined] == []
    assert bool(found.body_path) is has_body
    assert (len(stamped) > 1) is has_body
    client = browser()
    assert b"".join(client.get(reverse("registry:document-file", args=[found.code]) + "?as=filed").streaming_content) == content
    saved = client.get(reverse("registry:document-file", args=[found.code]))
    assert b"".join(saved.streaming_content).startswith(b"%PDF")
    assert saved["Content-Disposition"].startswith("attachment;")
    assert (saved["Content-Type"], saved["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")
    assert "sandbox" in saved["Content-Security-Policy"]
    cover = client.get(reverse("registry:page-image", args=[found.code, 0, "page"]))
    assert (cover.status_code, cover["Content-Type"]) == (200, "image/png")
    page = client.get(reverse("registry:document", args=[found.code])).content.decode()
    assert "Cover sheet" in page
    assert "<b>Arusha" not in page


def test_a_sheet_is_a_table_in_the_page(folder, officer):
    """Cells are cells, escaped, and what is looked for is marked in its cell."""
    found = one(folder, officer, book(), "book.xlsx")
    page = browser().get(reverse("registry:document", args=[found.code]), {"q": "arusha"}).content.decode()
    assert "<td>[hidden row / ligne masquée: &lt;b&gt;<mark>Arusha</mark>&lt;/b&gt;</td>" in page


def test_a_picture_is_turned_as_it_is_seen_and_loses_what_is_behind_it(folder, officer):
    """The page has the picture upright and nothing of its metadata; the cover comes before it."""
    into = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Taken at the house of the witness"
    Image.new("RGB", (400, 200), "white").save(into, "JPEG", exif=exif)
    found = one(folder, officer, into.getvalue(), "photo.jpg")
    body = held(found, found.body_path)
    assert b"house of the witness" not in body
    seen = image(body)
    assert seen.height > seen.width
    first = Image.open(io.BytesIO(browser().get(reverse("registry:page-image", args=[found.code, 1, "page"])).content))
    assert first.height > first.width


def test_the_public_version_of_a_letter_is_made_of_its_pages(folder, officer):
    """A DOCX is redacted by its pages: the public gets a PDF without cover, name or hidden words that were marked, proved like any other."""
    found = one(folder, officer, letter(), "Jankovic.docx")
    client, address = browser(), reverse("registry:redact", args=[found.code])
    page = client.get(address).content.decode()
    assert "What the file hides" in page
    assert all(f"{piece}</label>" in page for piece in (
        "[deleted / supprimé A. Clerk: Former name]", "[hidden / masqué: Masked words]", "[comment / commentaire B. Reader: Remark aside]",
        "[property / propriété creator: Author Hidden]"))
    for words in ("Former name", "Masked words", "Author Hidden"):
        client.post(address, {"step": "phrase", "phrase-text": words, "phrase-whole": "on", "phrase-ground": "personal"})
    client.post(address, {"step": "make"})
    run_due()
    assert RedactionWork.objects.get().is_proved
    assert client.post(address, {"step": "file", "title": "Letter"}).status_code == 302
    made = Rendition.objects.get(role="redacted")
    public = held(made, made.path)
    text = " ".join(texts(public))
    assert made.pages == len(texts(public))
    assert made.media_type == "application/pdf"
    assert "The witness spoke." in text
    assert not any(words in text for words in ("Former", "Masked", "Hidden", "Jankovic"))


def made_public(client, address):
    """The public file in the making, after the work was done."""
    client.post(address, {"step": "make"})
    run_due()
    return RedactionWork.objects.get()


@pytest.mark.parametrize(("make", "name", "stays", "gone"), [
    (letter, "letter.docx", ("The witness spoke.", "Head of the page"),
     ("Former name", "A. Clerk", "Masked words", "Remark aside", "B. Reader", "Author Hidden")),
    (book, "book.xlsx", ("Places", "Place | Day"), ("Arusha", "Kept away", "Names", "Said aside", "openpyxl")),
    (mail, "letter.eml", ("See you in court", "b@example.org"), ("hidden@example.org",))])
def test_nothing_hidden_goes_public_that_nobody_chose(folder, officer, make, name, stays, gone):
    """Without a single mark: what the program hides is removed, each piece with a line of the schedule; what it shows stays."""
    found = one(folder, officer, make(), name)
    client, address = browser(), reverse("registry:redact", args=[found.code])
    work = made_public(client, address)
    assert work.is_proved, work.result
    text = " ".join(" ".join(texts(bytes(work.public))).split())
    assert [words for words in stays if words not in text] == []
    assert [words for words in gone if words in text] == []
    assert "Hidden in the file" in {place["ground"].partition(" /")[0] for place in work.result["redactions"]}


def test_a_hidden_piece_is_kept_where_somebody_chose_it(folder, officer):
    """The comment is ticked and stays, with its author; the rest goes. Another choice makes the result void."""
    found = one(folder, officer, letter(), "letter.docx")
    client, address = browser(), reverse("registry:redact", args=[found.code])
    page = client.get(address).content.decode()
    places = [line.partition('value="')[2].partition('"')[0] for line in page.split("<tr>") if "Remark aside" in line]
    assert len(places) == 1
    client.post(address, {"step": "hidden", "keep": places})
    work = made_public(client, address)
    text = " ".join(" ".join(texts(bytes(work.public))).split())
    assert "[comment / commentaire B. Reader: Remark aside]" in text
    assert "Former name" not in text
    client.post(address, {"step": "hidden"})
    assert RedactionWork.objects.get().public is None
    assert "Remark aside" not in " ".join(texts(bytes(made_public(client, address).public)))


def test_insertions_stay_unless_they_are_taken_out(folder, officer):
    """Words that were inserted are seen in the program: they stay, and can be removed like the rest."""
    content = letter()
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"w:del ", b"w:ins ").replace(b"/w:del>", b"/w:ins>").replace(b"delText", b"t"))
    found = one(folder, officer, into.getvalue(), "letter.docx")
    client, address = browser(), reverse("registry:redact", args=[found.code])
    assert "Former name" in " ".join(texts(bytes(made_public(client, address).public)))
    client.post(address, {"step": "hidden"})
    assert "Former name" not in " ".join(texts(bytes(made_public(client, address).public)))


def test_a_piece_that_is_not_found_on_the_pages_stops_the_making(folder, officer, monkeypatch):
    """The pages say it otherwise: nothing is public before somebody has seen to it, and the page says what."""
    from curule.registry import hiding, making

    found = one(folder, officer, letter(), "letter.docx")
    elsewhere = hiding.Hidden(("[comment / commentaire X: written otherwise]",))
    monkeypatch.setattr(making, "hidden_of", lambda rendition: elsewhere)
    client, address = browser(), reverse("registry:redact", args=[found.code])
    work = made_public(client, address)
    assert work.public is None
    page = client.get(address).content.decode()
    assert "hidden pieces were not found on the pages" in page
    assert "written otherwise" in page
    monkeypatch.setattr(making, "hidden_of", lambda rendition: hiding.Hidden((), has_more=True))
    work.mark({"kind": "phrase", "text": "witness", "whole": True, "exact": False, "ground": "personal"})
    assert made_public(client, address).public is None
    assert "hides more than can be looked at" in client.get(address).content.decode()


def test_a_check_that_was_not_made_is_no_success(folder, officer):
    """Where a program is missing the page does not say that it is proved: it says what to look at."""
    found = one(folder, officer, letter(), "letter.docx")
    client, address = browser(), reverse("registry:redact", args=[found.code])
    work = made_public(client, address)
    assert "Proved: nothing" in client.get(address).content.decode()
    work.result["proof"]["not_checked"] = ["the text as poppler reads it"]
    work.save()
    page = client.get(address).content.decode()
    assert "Proved: nothing" not in page
    assert "Checked in part" in page
    assert "the text as poppler reads it" in page


def test_a_recording_is_redacted_elsewhere_and_the_page_says_how(folder, officer):
    """A recording has no pages to redact: the page names the remedy and leads nowhere else."""
    found = one(folder, officer, sound(), "talk.wav")
    assert standing_for(found, [seat(officer)]) is None
    page = browser().get(reverse("registry:document", args=[found.code])).content.decode()
    assert "have a copy cut" in page
    assert reverse("registry:redact", args=[found.code]) not in page
    part = browser().get(reverse("registry:play", args=[found.code]), headers={"Range": "bytes=0-3"})
    assert (part.status_code, b"".join(part.streaming_content), part["Content-Type"]) == (206, b"RIFF", "audio/wav")


def test_what_cannot_be_shown_has_its_cover_alone(folder, officer, monkeypatch):
    """Where the pages of a file cannot be made, its cover stands for it all the same."""
    from curule.pages.confined import Stopped
    from curule.registry import work

    before = work.confined

    def broken(task, *arguments, **more):
        if task == "stand_in" and more["kind"] == "word":
            raise Stopped("memory")
        return before(task, *arguments, **more)

    monkeypatch.setattr(work, "confined", broken)
    found = one(folder, officer, letter(), "letter.docx")
    assert (len(texts(held(found, found.served_path))), found.body_path) == (1, "")
