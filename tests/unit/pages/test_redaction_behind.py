"""What a page does not show, or shows to the eye alone, goes too: metadata, layers, revisions, covered text, unused letters, words in pixels."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.unit.pages.papers import NAME, changed, image, paper, words_of

from curule.pages import fonts
from curule.pages.redaction import Area, Phrase, prove, release


def test_nothing_behind_the_pages_is_left():
    """Metadata, outlines, attachments, scripts, comments, links, alternative texts and earlier revisions are all gone; what fields show stays."""
    def laden(pdf):
        page = pdf.pages[0]
        pdf.docinfo["/Title"] = "Jankovic"
        with pdf.open_metadata() as meta:
            meta["dc:title"] = "Jankovic"
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Jankovic", 0))
        pdf.attachments["jankovic.txt"] = b"Jankovic"
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('Jankovic')"))
        note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]), Contents=String("Jankovic")))
        link = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([10, 10, 30, 30]), A=Dictionary(S=Name.URI, URI=String("http://jankovic"))))
        shown = pdf.make_stream(b"/Tx BMC q BT /H 12 Tf 2 4 Td (Filled in by Jankovic today) Tj ET Q EMC", Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 20]), Resources=Dictionary(Font=Dictionary(H=page.obj.Resources.Font.F1))))
        field = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("who"), V=String("Jankovic"), F=4,
                                             Rect=Array([50, 600, 350, 620]), AP=Dictionary(N=shown)))
        page.obj.Annots = Array([note, link, field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        page.contents_add(b"/Span <</ActualText (Jankovic)>> BDC /Figure <</Alt (Jankovic)>> BDC EMC EMC")
        page.obj.PieceInfo = Dictionary(App=Dictionary(Private=String("Jankovic")))

    filed = changed(paper("Jankovic spoke"), laden)
    proof = prove(filed, [NAME], [])
    assert {"text by pdfium", "text by poppler", "streams and strings", "structure"} <= {fault.check for fault in proof.faults}
    made = release(filed, [], [NAME])
    assert words_of(made.public) == ["spoke", "Filled", "in", "by", "today"]
    assert b"ankovic" not in made.public.lower()


def test_layers_that_are_switched_off_go():
    """Text on a hidden layer is not in the public file, though nobody marked it; text on a layer that is shown stays."""
    def layered(pdf):
        hidden, shown = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(n))) for n in ("Jankovic", "b"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([hidden, shown]), D=Dictionary(OFF=Array([hidden])))
        page = pdf.pages[0]
        page.obj.Resources.Properties = Dictionary(H=hidden, S=shown)
        page.contents_add(b"/OC /H BDC BT /F1 12 Tf 50 500 Td (hidden words) Tj ET EMC /OC /S BDC BT /F1 12 Tf 50 400 Td (shown words) Tj ET EMC")

    made = release(changed(paper("Jankovic spoke"), layered), [], [NAME])
    assert words_of(made.public) == ["spoke", "shown", "words"]
    assert b"hidden" not in made.public


def test_an_earlier_revision_does_not_survive():
    """A file that was changed by an increment carries its earlier text in its bytes; the public file has one revision."""
    filed = paper("spoke here")
    increment = b"\n% Jankovic in an earlier revision\n"
    made = release(filed + increment, [Area(1, 10, 10, 20, 20)], [])
    assert b"Jankovic" not in made.public
    assert made.public.count(b"startxref") == 1


def test_text_under_boxes_that_others_drew_is_found_and_goes():
    """A black box drawn over text hides it from the eye only: the proof finds it, and redaction of anything else takes it along."""
    into = io.BytesIO()
    canvas = Canvas(into, invariant=1)
    canvas.drawString(50, 700, "covered")
    canvas.rect(40, 690, 100, 25, fill=1)
    canvas.drawString(50, 600, "Jankovic open")
    canvas.setFillGray(1)
    canvas.drawString(50, 500, "white")
    canvas.save()
    assert {fault.check for fault in prove(into.getvalue(), [Phrase("absent")], []).faults} >= {"text that is not seen"}
    made = release(into.getvalue(), [], [NAME])
    assert words_of(made.public) == ["open"]
    assert made.cleared == len("coveredwhite")


def test_what_lies_beside_the_page_goes():
    """Text outside the crop box, which a reader could bring back, is not in the public file."""
    def cropped(pdf):
        pdf.pages[0].obj.CropBox = Array([0, 300, 595, 842])
        pdf.pages[0].contents_add(b"BT /F1 12 Tf 50 100 Td (beside) Tj ET")

    made = release(changed(paper("Jankovic spoke"), cropped), [], [NAME])
    assert words_of(made.public) == ["spoke"]


def test_letters_that_are_no_longer_used_leave_the_typeface():
    """The typeface of the public file names and draws no letter that only the removed words had; the rest is set as before."""
    filed = paper("Свидетель Ђуро Фћ here", font=fonts.TEXT)
    made = release(filed, [], [Phrase("Ђуро Фћ")])
    assert words_of(made.public) == ["Свидетель", "here"]
    assert not made.pictured
    with pikepdf.Pdf.open(io.BytesIO(filed)) as before, pikepdf.Pdf.open(io.BytesIO(made.public)) as after:
        for letter, was in (("Ђ", True), ("ћ", True), ("С", True)):
            assert (f"{ord(letter):04X}".encode() in _tables(before)) is was
        assert [f"{ord(letter):04X}".encode() in _tables(after) for letter in "Ђћф"] == [False] * 3
        assert f"{ord('С'):04X}".encode() in _tables(after)
        assert _outlines(after) <= len(set("Свидетельhere")) + 2 < _outlines(before)


def _tables(pdf):
    return b"".join(thing.ToUnicode.read_bytes().upper() for thing in pdf.objects if isinstance(thing, Dictionary) and "/ToUnicode" in thing)


def _outlines(pdf):
    """How many letters the embedded programs draw."""
    from fontTools.ttLib import TTFont

    programs = [TTFont(io.BytesIO(thing.FontFile2.read_bytes())) for thing in pdf.objects if isinstance(thing, Dictionary) and "/FontFile2" in thing]
    return sum(1 for program in programs for name in program.getGlyphOrder() if program["glyf"][name].numberOfContours != 0)


def test_recognition_finds_words_in_pixels():
    """A word that stands only in pixels is found when recognition is asked for, and the proof does not hold."""
    pytest.importorskip("pytesseract")
    from shutil import which
    if which("tesseract") is None:
        pytest.skip("no tesseract: sudo apt-get install tesseract-ocr")
    picture = image(paper("The witness Jankovic spoke", points=20), scale=3)
    into = io.BytesIO()
    canvas = Canvas(into, pagesize=(595, 842))
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    canvas.save()
    assert prove(into.getvalue(), [NAME], []).faults[0].check == "structure"
    assert "words in pictures by Tesseract" in {fault.check for fault in prove(into.getvalue(), [NAME], [], ocr=True).faults}
