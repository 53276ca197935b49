"""What is taken in and what is not: a hostile corpus, made here, against the door."""

from __future__ import annotations

import io
import socket
import struct
import threading
import time
import wave
import zipfile
from contextlib import contextmanager
from email.message import EmailMessage

import docx
import openpyxl
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from curule.pages import malware
from curule.pages.accepting import Accepted, Limits, Rejected, accept
from curule.pages.confined import Confines, Stopped, confined
from curule.pages.media import identify

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def pdf(*pages, **saved):
    """A PDF with these lines of text, one a page."""
    into = io.BytesIO()
    canvas = Canvas(into)
    for text in pages or ("Motion for provisional release",):
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()
    if not saved:
        return into.getvalue()
    out = io.BytesIO()
    with pikepdf.Pdf.open(into) as opened:
        opened.save(out, **saved)
    return out.getvalue()


def word(*paragraphs):
    into = io.BytesIO()
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(into)
    return into.getvalue()


def sheet():
    into, book = io.BytesIO(), openpyxl.Workbook()
    book.active.append(["exhibit", 12])
    book.save(into)
    return into.getvalue()


def with_members(content, members):
    """The same container with more members."""
    into = io.BytesIO(content)
    with zipfile.ZipFile(into, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, value in members.items():
            archive.writestr(name, value)
    return into.getvalue()


def picture(form="PNG", size=(40, 30)):
    into = io.BytesIO()
    Image.new("RGB", size, "white").save(into, form)
    return into.getvalue()


def sound():
    into = io.BytesIO()
    with wave.open(into, "wb") as out:
        out.setparams((1, 2, 8000, 8000, "NONE", ""))
        out.writeframes(b"\0\0" * 8000)
    return into.getvalue()


MAIL = b"From: registry@example.org\r\nTo: chamber@example.org\r\nSubject: Transfer\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n\r\nBody\r\n"
HEADER = b"mvhd" + b"\0" * 12 + struct.pack(">II", 1000, 2500)
MOVIE = struct.pack(">I", 20) + b"ftypisom\0\0\2\0isom" + struct.pack(">I", 40) + b"moov" + struct.pack(">I", 32) + HEADER


@pytest.fixture
def sent(tmp_path):
    """``sent(content, name)``: what the door says of it."""

    def send(content, name, **limits):
        path = tmp_path / "upload"
        path.write_bytes(content)
        return accept(path, name, Limits(**limits))

    return send


GOOD = [
    (pdf("one", "two"), "motion.pdf", "application/pdf", "pdf", 2),
    (pdf(), "no ending", "application/pdf", "pdf", 1),
    (pdf(), "Decision 3.2 final", "application/pdf", "pdf", 1),
    (word("Three words here"), "Motion.DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", None),
    (sheet(), "list.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", None),
    (picture(), "scan.png", "image/png", "png", 1),
    (picture("JPEG"), "scan.jpeg", "image/jpeg", "jpg", 1),
    (picture("TIFF"), "scan.tiff", "image/tiff", "tif", 1),
    (MAIL, "mail.eml", "message/rfc822", "eml", None),
    ("Déclaration du témoin\n".encode(), "statement.txt", "text/plain", "txt", None),
    ("证人陈述".encode(), "statement.csv", "text/plain", "txt", None),
    (sound(), "hearing.wav", "audio/wav", "wav", None),
    (MOVIE, "hearing.mp4", "video/mp4", "mp4", None),
]


@pytest.mark.parametrize(("content", "name", "media", "extension", "pages"), GOOD, ids=[case[1] for case in GOOD])
def test_what_parties_file_is_taken_in(sent, content, name, media, extension, pages):
    """Each kind that parties file is told by its content, with its pages where it has any."""
    found = sent(content, name)
    assert isinstance(found, Accepted), found
    assert (found.media_type, found.extension, found.pages) == (media, extension, pages)
    assert found.checks["malware"] == {"result": "not_checked", "scanner": "none"}


def locked(content, **allowed):
    return pdf(encryption=pikepdf.Encryption(**content, allow=pikepdf.Permissions(**allowed)))


BAD = [
    ("empty", b"", "motion.pdf", "empty"),
    ("damaged pdf", pdf()[:300], "motion.pdf", "damaged"),
    ("only its mark", b"%PDF-1.7", "motion.pdf", "damaged"),
    ("password", locked({"user": "secret", "owner": "owner"}), "motion.pdf", "locked"),
    ("office password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "a.docx", "locked"),
    ("old word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "old"),
    ("rich text", b"{\\rtf1 hello}", "a.rtf", "old"),
    ("a docx called pdf", word("x"), "motion.pdf", "mislabelled"),
    ("a pdf called exe", pdf(), "motion.exe", "mislabelled"),
    ("a picture called docx", picture(), "motion.docx", "mislabelled"),
    ("a program called pdf", b"MZ\x90\0" + b"\0" * 500, "motion.pdf", "program"),
    ("a script", b"#!/bin/sh\nrm -rf /\n", "motion.txt", "program"),
    ("a web page", b"<!doctype html><script>alert(1)</script>", "motion.txt", "active"),
    ("a drawing", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "scan.png", "active"),
    ("xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "a.txt", "active"),
    ("an archive", with_members(b"", {"a.txt": "a"}), "all.zip", "archive"),
    ("a packed archive", b"\x1f\x8b\x08\0" + b"\0" * 100, "all.gz", "archive"),
    ("a bomb", with_members(word("x"), {"word/media/zeros.bin": b"\0" * 40_000_000}), "motion.docx", "bomb"),
    ("archives within", with_members(word("x"), {"word/inner.zip": b"PK"}), "motion.docx", "bomb"),
    ("many members", with_members(word("x"), {f"word/{n}": b"" for n in range(400)}), "motion.docx", "bomb"),
    ("entities", with_members(b"", {"[Content_Types].xml": "<Types/>", "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "m.docx", "damaged"),
    ("half a docx", word("x")[:2000], "motion.docx", "archive"),
    ("half a picture", picture()[:60], "scan.png", "damaged"),
    ("many pixels", picture("PNG", (3000, 2000)), "scan.png", "pixels"),
    ("many pages", pdf(*"abcdefgh"), "motion.pdf", "pages"),
    ("large", pdf() + b"\n" * 3_000_000, "motion.pdf", "large"),
    ("noise", bytes(range(256)) * 8, "motion", "unknown"),
]


@pytest.mark.parametrize(("content", "name", "code"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_cannot_be_filed_is_told_with_its_reason(sent, content, name, code):
    """Each hostile or broken file has its own answer, in both languages, that says what to do."""
    found = sent(content, name, pixels=4_000_000, pages=7, entries=300, document_bytes=2_000_000)
    assert isinstance(found, Rejected), found
    assert found.code == code
    assert found.says.en != found.says.fr


def test_marks_are_written_down(sent):
    """Macros, scripts, restrictions and the claim to be PDF/A are flagged in the record of the file."""
    macros = sent(with_members(word("Three words here"), {"word/vbaProject.bin": b"macro"}), "motion.docm")
    assert isinstance(macros, Accepted)
    assert (macros.extension, macros.words, macros.checks["macros"]) == ("docm", 3, True)
    restricted = sent(locked({"user": "", "owner": "owner"}, extract=False), "motion.pdf")
    assert isinstance(restricted, Accepted)
    assert restricted.checks["restricted"] is True
    into = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(pdf())) as opened:
        opened.Root.OpenAction = opened.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))
        with opened.open_metadata() as metadata:
            metadata["pdfaid:part"], metadata["pdfaid:conformance"] = "2", "B"
        opened.save(into)
    active = sent(into.getvalue(), "motion.pdf")
    assert isinstance(active, Accepted)
    assert (active.checks["active"], active.checks["pdfa"]) == (["JavaScript"], "2B")
    plain = sent(pdf(), "motion.pdf")
    assert not {"layers", "xfa", "revisions", "active"} & set(plain.checks)
    assert sent(sound(), "hearing.wav").checks["seconds"] == 1.0
    assert sent(MOVIE, "hearing.mp4").checks["seconds"] == 2.5


def test_what_hides_in_a_pdf_is_written_down(sent):
    """Layers, dynamic forms and earlier revisions are flagged; a file that is prepared for the web has no earlier revision."""
    into, linear = io.BytesIO(), io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(pdf())) as opened:
        opened.save(linear, linearize=True)
        opened.Root.OCProperties = pikepdf.Dictionary(OCGs=[], D=pikepdf.Dictionary())
        opened.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=opened.make_stream(b"<xdp/>"))
        opened.save(into)
    hiding = sent(into.getvalue(), "motion.pdf")
    assert (hiding.checks["layers"], hiding.checks["xfa"]) == (True, True)
    data = pdf()
    end, trailer = data.rindex(b"startxref"), data[data.rindex(b"trailer") + 7 : data.rindex(b"startxref")]
    before = data[end:].split()[1]
    more = b"xref\n0 0\ntrailer\n" + trailer.rstrip().removesuffix(b">>") + b"/Prev " + before + b">>\nstartxref\n" + str(len(data)).encode() + b"\n%%EOF\n"
    assert sent(data + more, "motion.pdf").checks["revisions"] == 1
    assert "revisions" not in sent(linear.getvalue(), "motion.pdf").checks


def test_a_letter_with_a_program_is_refused_and_others_tell_what_hangs_on_them(sent):
    """Attachments are told by their content, whatever they are called; a program on a letter keeps the letter out, with what to do."""
    def letter(content, name):
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "Papers"
        message.set_content("See the papers.")
        message.add_attachment(content, maintype="image", subtype="png", filename=name)
        return message.as_bytes()

    refused = sent(letter(b"MZ\x90\0" + b"\0" * 500, "picture.png"), "letter.eml")
    assert (refused.code, "program" in refused.says.en) == ("attached", True)
    taken = sent(letter(pdf(), "../../\u202egnp.exe"), "letter.eml")
    (one,) = taken.checks["attached"]
    assert (one["media"], one["kind"]) == ("application/pdf", "pdf")
    assert not set("/\\\u202e") & set(one["name"])


@contextmanager
def clamd(answer=None):
    """A server that speaks clamd's INSTREAM, and finds the EICAR test file."""
    listening = socket.create_server(("127.0.0.1", 0))
    seen = []

    def exactly(line, count):
        content = b""
        while len(content) < count:
            part = line.recv(count - len(content))
            assert part
            content += part
        return content

    def serve():
        while True:
            try:
                line, _from = listening.accept()
            except OSError:
                return
            with line:
                assert exactly(line, 10) == b"zINSTREAM\0"
                content = b""
                while (size := struct.unpack("!L", exactly(line, 4))[0]) > 0:
                    content += exactly(line, size)
                seen.append(len(content))
                found = b"stream: Eicar-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
                line.sendall(answer if answer is not None else found)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"tcp://127.0.0.1:{listening.getsockname()[1]}", seen
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def test_malware_is_refused_and_what_is_clean_says_so(sent, monkeypatch):
    """With a scanner every byte goes through it; the EICAR test file is refused, a clean file carries the result in its record."""
    with clamd() as (url, seen):
        monkeypatch.setenv("CURULE_CLAMD_URL", url)
        refused = sent(EICAR, "statement.txt")
        assert isinstance(refused, Rejected)
        assert refused.code == "malware"
        clean = sent(b"a" * 300_000, "statement.txt")
        assert isinstance(clean, Accepted)
        assert clean.checks["malware"] == {"result": "clean", "scanner": "clamd"}
    assert seen == [len(EICAR), 300_000]


@pytest.mark.parametrize("answer", [b"", b"stream: \0", b"OKAY\0", b"INSTREAM ERROR\0"])
def test_a_scanner_that_does_not_answer_lets_nothing_in(sent, monkeypatch, answer):
    """A scanner that is named but gives no answer is not taken for a clean bill."""
    with clamd(answer) as (url, _seen):
        monkeypatch.setenv("CURULE_CLAMD_URL", url)
        assert sent(b"text", "a.txt").code == "not_checked"
    assert sent(b"text", "a.txt").code == "not_checked", "and one that is not there at all"


def test_what_is_too_large_for_the_scanner_is_told(sent, monkeypatch):
    """A document that the scanner does not take is refused; a recording is taken in, and its record says that it was not checked."""
    with clamd(b"INSTREAM size limit exceeded. ERROR\0") as (url, _seen):
        monkeypatch.setenv("CURULE_CLAMD_URL", url)
        assert sent(b"text", "a.txt").code == "unscannable"
        assert sent(sound(), "hearing.wav").checks["malware"] == {"result": "too_large", "scanner": "clamd"}


def test_the_confinement_holds(tmp_path):
    """A reader that takes too long or too much memory is stopped, and neither it nor what it starts reaches the network."""
    path = tmp_path / "scan.png"
    path.write_bytes(picture("PNG", (4000, 4000)))
    began = time.monotonic()
    with pytest.raises(Stopped, match="time"):
        confined("text", Confines(seconds=0.05), path=str(path), kind="image", languages=["en"])
    assert time.monotonic() - began < 5
    with pytest.raises(Stopped):
        confined("inspect", Confines(memory=60 * 1024 * 1024), path=str(path), kind="image", pixels=10**9)
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert confined("try_network", address="127.0.0.1", port=server.getsockname()[1]) == "not reached"


def test_the_scanner_is_found_at_its_socket(tmp_path):
    """An address that is neither a host nor a socket is unanswered, never clean."""
    path = tmp_path / "a"
    path.write_bytes(b"x")
    for url in ("http://example.org", "unix:///nowhere", "nonsense"):
        assert malware.check(path, url).result == "unanswered"


SEEDS = [pdf(), word("x"), sheet(), picture(), MAIL, MOVIE, sound(), EICAR]


@given(
    st.one_of(
        st.binary(max_size=3000),
        st.tuples(st.sampled_from(SEEDS), st.integers(0, 4000), st.binary(max_size=40)).map(lambda t: t[0][: t[1]] + t[2] + t[0][t[1] + len(t[2]) :]),
    )
)
@settings(max_examples=300)
def test_no_content_breaks_the_telling_of_types(tmp_path_factory, content):
    """Whatever the bytes, their type is told without an error."""
    path = tmp_path_factory.getbasetemp() / "fuzz-type"
    path.write_bytes(content)
    assert identify(path).kind


@given(st.sampled_from(SEEDS), st.integers(0, 4000), st.binary(min_size=1, max_size=30), st.text(max_size=40))
@settings(max_examples=25)
def test_no_content_and_no_name_breaks_the_door(tmp_path_factory, seed, place, noise, name):
    """Files with random damage and random names are accepted or refused with words in both languages; nothing else comes of them."""
    path = tmp_path_factory.getbasetemp() / "fuzz-door"
    path.write_bytes(seed[:place] + noise + seed[place + len(noise) :])
    found = accept(path, name)
    assert isinstance(found, Accepted) or (found.code and found.says.en and found.says.fr)
