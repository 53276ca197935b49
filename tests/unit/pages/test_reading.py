"""The text and the images of files: from text layers, from office files and mail, and by recognition of scans in three languages."""

from __future__ import annotations

import io
from pathlib import Path
from shutil import which

import docx
import openpyxl
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from curule.pages.confined import Stopped
from curule.pages.reading import page_count, page_image, page_images, text_of, word_count

CJK = ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/truetype/noto/NotoSansCJK-Regular.ttc")
DEJAVU = ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")


@pytest.fixture
def kept(tmp_path):
    """``kept(content)``: a file with these bytes, without a name that tells anything."""

    def keep(content):
        path = tmp_path / "kept"
        path.write_bytes(content)
        return path

    return keep


@pytest.fixture
def needs_tesseract():
    if which("tesseract") is None:
        pytest.skip("no Tesseract: sudo apt-get install tesseract-ocr tesseract-ocr-fra tesseract-ocr-chi-sim")


def scan(text, fonts=DEJAVU):
    """A picture of these words, as a scanner makes it."""
    found = next((path for path in fonts if Path(path).exists()), None)
    if found is None:
        pytest.skip(f"none of the fonts {fonts}")
    image = Image.new("L", (1654, 500), 255)
    ImageDraw.Draw(image).multiline_text((100, 100), text, 0, ImageFont.truetype(found, 56), spacing=30)
    return image


def pdf(*pages):
    """A PDF whose pages are texts or pictures."""
    into = io.BytesIO()
    canvas = Canvas(into)
    for page in pages:
        if isinstance(page, str):
            canvas.drawString(72, 720, page)
        else:
            canvas.drawImage(ImageReader(page), 0, 400, 595, 180)
        canvas.showPage()
    canvas.save()
    return into.getvalue()


def png(image):
    into = io.BytesIO()
    image.save(into, "PNG")
    return into.getvalue()


def texts(path, *languages):
    return [(page.text, page.recognised) for page in text_of(path, languages or ("en", "fr"))]


def test_a_text_layer_is_read_and_not_recognised(kept):
    """Pages with text give their text; an empty page gives none and is not recognised."""
    path = kept(pdf("Motion for provisional release", "", "Page three of the motion"))
    assert texts(path) == [("Motion for provisional release", False), ("", False), ("Page three of the motion", False)]
    assert page_count(path) == 3


def test_only_pages_without_text_are_recognised(kept, needs_tesseract):
    """In a filing of mixed pages the scanned one is recognised and the others are read."""
    found = texts(kept(pdf("The Chamber orders as follows", scan("Witness statement\nof the accused"))))
    assert found[0] == ("The Chamber orders as follows", False)
    assert found[1][1] is True
    assert "Witness statement" in found[1][0]


@pytest.mark.parametrize(
    ("text", "language", "fonts"),
    [("The Prosecutor requests an order", "en", DEJAVU), ("Le greffier a reçu la requête déposée", "fr", DEJAVU), ("证人出庭作证保护措施", "zh", CJK)],
)
def test_scans_are_recognised_in_three_languages(kept, needs_tesseract, text, language, fonts):
    """English, French with its accents and simplified Chinese are read from a picture."""
    (found,) = texts(kept(png(scan(text, fonts))), language)
    assert found == (found[0], True)
    assert found[0].replace(" ", "").replace("\n", "") == text.replace(" ", "")


def test_a_scan_of_several_pages_is_read_page_by_page(kept, needs_tesseract):
    """Each frame of a TIFF is a page."""
    into = io.BytesIO()
    scan("First sheet").save(into, "TIFF", save_all=True, append_images=[scan("Second sheet")])
    path = kept(into.getvalue())
    assert [text for text, _recognised in texts(path, "en")] == ["First sheet", "Second sheet"]
    assert (page_count(path), sorted(page_images(path, [1, 2, 3], 200))) == (2, [1, 2])


def test_more_pages_than_one_process_reads_are_all_there(kept):
    """Twenty-three pages come in order, each with the whole number of pages."""
    found = list(text_of(kept(pdf(*(f"This is page number {n}" for n in range(1, 24))))))
    assert [(page.page, page.total) for page in found] == [(n, 23) for n in range(1, 24)]
    assert (found[22].text, word_count(found)) == ("This is page number 23", 115)


def test_an_office_document_gives_paragraphs_tables_and_pages(kept):
    """Paragraphs and tables come in their order; the author's page break begins a page; the properties of the file come last."""
    document, into = docx.Document(), io.BytesIO()
    document.add_paragraph("Counsel submits")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Exhibit", "P-12"
    document.add_page_break()
    document.add_paragraph("Second page")
    document.save(into)
    assert [text for text, _r in texts(kept(into.getvalue()))] == [
        "Counsel submits\nExhibit\tP-12", "Second page",
        "[property / propriété creator: python-docx]\n[property / propriété description: generated by python-docx]"]


def test_a_spreadsheet_gives_one_page_a_sheet(kept):
    """Each sheet is a page with its name and its rows; the properties of the book come last."""
    into, book = io.BytesIO(), openpyxl.Workbook()
    book.active.title = "Exhibits"
    book.active.append(["P-1", 3])
    book.create_sheet("Empty")
    book.save(into)
    assert [text for text, _r in texts(kept(into.getvalue()))] == ["Exhibits\nP-1\t3", "Empty", "[property / propriété creator: openpyxl]"]


def test_mail_gives_heading_words_and_attachments(kept):
    """The heading, the words without markup and scripts, and what is attached: its name, and what it is by its content."""
    mail = (
        b"From: a@example.org\nTo: b@example.org\nSubject: =?utf-8?q?Requ=C3=AAte?=\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html\n\n<p>Please <b>file</b></p><script>alert(1)</script>\n'
        b'--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="m.pdf"\n\n%PDF\n--x--\n'
    )
    ((text, _recognised),) = texts(kept(mail))
    assert "Subject: Requête" in text
    assert "Please file" in text
    assert "[m.pdf, text/plain, 4 bytes]" in text
    assert "alert" not in text


def test_long_text_is_divided_and_controls_are_dropped(kept):
    """Plain text becomes pages of a bearable length; what is no character of a text is left out."""
    path = kept(("line of a statement\n" * 400).encode("utf-16"))
    found = texts(path)
    assert len(found) > 2
    assert "".join(text for text, _r in found).count("line of a statement") == 400


def test_images_of_pages_have_the_width_asked_for(kept):
    """A page is drawn as a PNG of the width asked for, never wider than the widest; pages that are not there and files without pages are told."""
    path = kept(pdf("one"))
    image = Image.open(io.BytesIO(page_image(path, 1, 150)))
    assert (image.format, image.width) == ("PNG", 150)
    assert Image.open(io.BytesIO(page_image(path, 1, 90_000))).width == 2400
    with pytest.raises(Stopped, match="no_pages"):
        page_image(path, 2, 150)
    with pytest.raises(Stopped, match="no_pages"):
        page_image(kept(b"only words"), 1, 150)


def test_a_file_that_breaks_its_reader_breaks_nothing_else(kept):
    """A damaged file stops its own process and is told."""
    with pytest.raises(Stopped, match="broken"):
        list(text_of(kept(b"%PDF-1.7 nothing more")))
