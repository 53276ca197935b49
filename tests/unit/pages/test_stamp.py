"""The stamp of filed PDFs, and the cover sheet of what is no PDF."""

from __future__ import annotations

import io
import time

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import ImageChops
from tests.unit.pages.papers import changed, image, paper, texts

from curule.law.words import T
from curule.pages.cover import FiledFile, cover_sheet
from curule.pages.opening import Unreadable
from curule.pages.stamp import Stamp, archival_faults, stamped

STAMP = Stamp("MICT-26-1-T 12", "14 February 2026, 16:05 (Arusha)", "CONFIDENTIAL", "page {k} of {n}")


def test_each_page_says_number_moment_page_and_classification():
    """Page k of n stands on page k, with the number, the moment of receipt and the classification."""
    found = stamped(paper("One", "Two", "Three"), STAMP)
    assert found.pages == 3
    assert not found.was_signed
    for k, text in enumerate(texts(found.data), 1):
        assert all(part in text for part in ("MICT-26-1-T 12", "14 February 2026, 16:05 (Arusha)", f"page {k} of 3", "CONFIDENTIAL"))
    assert "Two" in texts(found.data)[1]


@settings(max_examples=25)
@given(rotation=st.sampled_from([0, 90, 180, 270, -90, 450]), width=st.floats(20, 1200), height=st.floats(20, 1200),
       left=st.floats(-500, 500), low=st.floats(-500, 500))
def test_nothing_that_the_page_showed_is_covered_or_moved(rotation, width, height, left, low):
    """Whatever the size, place and rotation of the page, what it showed is shown unchanged below the strip, and the stamp can be read."""
    box = [left, low, left + width, low + height]

    def turned(pdf):
        page = pdf.pages[0]
        page.obj.MediaBox, page.obj.Rotate = Array(box), rotation
        page.contents_add(f"0.3 g {left} {low} {width} {height} re f 0.8 g {left} {low} {width / 2} {height / 2} re f".encode())

    filed = changed(paper(""), turned)
    made = stamped(filed, STAMP).data
    before, after = image(filed), image(made)
    assert after.width == pytest.approx(before.width, abs=1)
    assert after.height > before.height
    below = after.crop((0, after.height - before.height, before.width, after.height))
    # An edge between two pixels may fall on either side: at most a frame and a cross of differing pixels.
    differing = sum(1 for value in ImageChops.difference(before, below.resize(before.size)).tobytes() if value > 40)
    assert differing <= 4 * (before.width + before.height)
    read = texts(made)[0].replace("\r\n", " ")
    assert "MICT-26-1-T 12" in read
    assert "page 1 of 1" in read


def test_what_was_cropped_away_stays_hidden():
    """Printer's notes outside the crop box do not come to light in the strip."""
    def cropped(pdf):
        pdf.pages[0].obj.CropBox = Array([100, 100, 400, 500])
        pdf.pages[0].contents_add(b"0 g 0 495 600 300 re f")

    made = stamped(changed(paper("x"), cropped), Stamp("N", "", "")).data
    strip = image(made, scale=2).crop((0, 0, 200, 20))
    assert min(strip.tobytes()) > 200  # the short stamp stands in the middle; black would be the content's


def test_content_that_undoes_the_clip_is_closed_in():
    """A page that restores more than it saved cannot paint over the stamp."""
    def unbalanced(pdf):
        pdf.pages[0].contents_add(b"Q Q Q 0 g 0 0 2000 2000 re f")

    made = stamped(changed(paper("x"), unbalanced), STAMP).data
    strip = image(made).crop((0, 0, 595, 4))
    assert min(strip.tobytes()) > 200


def test_the_resources_that_pages_share_stay_apart():
    """A page gets the stamp of its own number although all pages share one dictionary of resources."""
    def shared(pdf):
        resources = pdf.make_indirect(Dictionary(Font=pdf.pages[0].obj.Resources.Font))
        for page in pdf.pages:
            page.obj.Resources = resources

    found = texts(stamped(changed(paper("a", "b", "c"), shared), STAMP).data)
    assert [f"page {k} of 3" in text for k, text in enumerate(found, 1)] == [True] * 3


def archival(pdf):
    """Give a PDF what an archival one has."""
    pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=pikepdf.String("sRGB"))])
    with pdf.open_metadata() as meta:
        meta["pdfaid:part"], meta["pdfaid:conformance"] = "1", "B"
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def test_an_archival_pdf_keeps_what_makes_it_one():
    """Metadata, output intents and structure stay as they were; no typeface, transparency or stream is added that PDF/A forbids."""
    from curule.pages import fonts

    filed = changed(paper("Archival", font=fonts.TEXT), archival)
    assert archival_faults(filed, stamped(filed, STAMP).data) == []


def test_the_check_of_archival_files_can_fail():
    """Lost metadata, a typeface that is not embedded and added transparency are each reported."""
    from curule.pages import fonts

    filed = changed(paper("Archival", font=fonts.TEXT), archival)

    def spoiled(pdf):
        del pdf.Root.Metadata
        pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency)
        pdf.pages[0].obj.Resources.Font.Bad = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Oblique")))

    faults = archival_faults(filed, changed(filed, spoiled))
    assert faults == ["/Metadata changed", "typeface /Helvetica-Oblique is not embedded", "transparency was added"]


def test_a_signed_file_is_stamped_as_a_copy_without_its_signature():
    """The copy carries no signature that would read as broken; the caller is told that the filed file is signed."""
    def signed(pdf):
        field = pdf.make_indirect(Dictionary(FT=Name.Sig, T=pikepdf.String("S"), V=Dictionary(Type=Name.Sig, Contents=pikepdf.String("x"))))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    found = stamped(changed(paper("Signed"), signed), STAMP)
    assert found.was_signed
    with pikepdf.Pdf.open(io.BytesIO(found.data)) as pdf:
        assert "/V" not in pdf.Root.AcroForm.Fields[0]


@pytest.mark.parametrize("data", [b"", b"not a pdf", b"%PDF-1.7\n%%EOF", paper("x")[:200]])
def test_what_is_no_pdf_is_refused_with_the_remedy(data):
    """Empty, mislabelled and cut files give one error in both languages."""
    with pytest.raises(Unreadable) as caught:
        stamped(data, STAMP)
    assert caught.value.says.en
    assert caught.value.says.fr


def test_a_protected_pdf_is_refused():
    """A file that needs a password is not stamped."""
    into = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(paper("x"))) as pdf:
        pdf.save(into, encryption=pikepdf.Encryption(user="secret", owner="other"))
    with pytest.raises(Unreadable, match="password"):
        stamped(into.getvalue(), STAMP)


def test_nonsense_boxes_and_numbers_do_not_stop_the_stamp():
    """Boxes that are no boxes, a rotation that is no number and a unit that is a name are read as if they were not there."""
    def nonsense(pdf):
        page = pdf.pages[0].obj
        page.MediaBox, page.CropBox = Array([0, 0, 0, 0]), Array([Name.x, 1, 2, 3])
        page.Rotate, page.UserUnit = Name.Sideways, pikepdf.String("many")

    assert "MICT-26-1-T" in texts(stamped(changed(paper("x"), nonsense), STAMP).data)[0]


def test_five_hundred_pages_take_seconds():
    """Five hundred pages are stamped well within twenty seconds, also on a busy machine."""
    filed = paper(*("text of a page" for _ in range(500)))
    began = time.monotonic()
    assert stamped(filed, STAMP).pages == 500
    assert time.monotonic() - began < 20


def test_the_cover_sheet_names_the_file_and_its_digest():
    """What is no PDF gets a page with its name, form, size and digest; markup in a name is text."""
    file = FiledFile.of(b"sound", "Recording of <b>the</b> interview", "被告人 <script>.wav", "audio/x-wav")
    text = texts(cover_sheet(file, T("Tribunal", "Tribunal")))[0]
    flat = "".join(text.split())
    assert file.digest in flat
    assert "<script>.wav" in flat
    assert "Recordingof<b>the</b>interview" in flat
    assert "audio/x-wav" in flat
    assert stamped(cover_sheet(file, T("T", "T")), STAMP).pages == 1
