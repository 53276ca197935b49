"""Redaction removes names, areas and pixels, and leaves their neighbours."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.unit.pages.papers import NAME, changed, image, paper, texts, words_of

from curule.pages import fonts
from curule.pages.redaction import Area, Phrase, release
from curule.pages.redaction.marks import Sheet, fold

WORDS = ["witness", "Marić", "village", "Nyarugenge", "événement", "42", "Zoë", "testimony", "of", "the"]


@pytest.mark.parametrize(("font", "said"), [("Helvetica", "Jankovic"), ("Courier", "JANKOVIC"), ("Times-Roman", "jankovic"), (fonts.TEXT, "Janković"),
                                            (fonts.NARROW, "JANKOVIĆ")])
def test_a_name_goes_and_its_neighbours_stay(font, said):
    """In each kind of font the name goes, with or without its diacritics, and all other words stay where they were."""
    filed = paper(f"Then {said} spoke to the court\nand left", "No name here", font=font)
    made = release(filed, [], [NAME])
    assert words_of(made.public) == ["Then", "spoke", "to", "the", "court", "and", "left", "No", "name", "here"]
    assert not made.pictured
    assert [(r.area.page, r.ground, r.how) for r in made.redactions] == [(1, "witness", "phrase")]
    box = made.redactions[0].area
    assert max(image(made.public, scale=2).crop((int(box.left * 2) + 2, int(box.top * 2) + 2, int(box.right * 2) - 2, int(box.bottom * 2) - 2)).tobytes()) < 40


@settings(max_examples=25)
@given(before=st.lists(st.sampled_from(WORDS), max_size=6), after=st.lists(st.sampled_from(WORDS), max_size=6), points=st.floats(5, 12),
       font=st.sampled_from(["Helvetica", "Times-Roman", "Courier-Bold", fonts.TEXT, fonts.NARROW]), rotation=st.sampled_from([0, 90, 180, 270]),
       turned=st.booleans(), crop=st.booleans())
def test_whatever_the_setting_the_name_goes_and_the_rest_stays(before, after, points, font, rotation, turned, crop):
    """Size, font, rotation of page and text, and cropping change nothing: the proof holds, and no other word is lost."""
    into = io.BytesIO()
    fonts.ready()
    canvas = Canvas(into, pagesize=(900, 900), invariant=1)
    canvas.translate(450, 450)
    if turned:
        canvas.rotate(90)
    canvas.setFont(font, points)
    rest = [word for word in (*before, *after) if font in (fonts.TEXT, fonts.NARROW) or word.isascii()]
    canvas.drawString(-430, 0, " ".join([*(w for w in before if w in rest), "Jankovic", *(w for w in after if w in rest)]))
    canvas.drawString(-430, -1.3 * points, "second line")
    canvas.save()

    def placed(pdf):
        pdf.pages[0].obj.Rotate = rotation
        if crop:
            pdf.pages[0].obj.CropBox = Array([5, 8, 890, 895])

    made = release(changed(into.getvalue(), placed), [], [NAME])
    assert sorted(words_of(made.public)) == sorted([*rest, "second", "line"])
    assert made.proof.holds


def test_broken_hyphenated_and_ligated_words_are_found():
    """A name broken over lines, with a hyphen or over two pages, with a ligature or spaced letters is found; one inside another word is not."""
    filed = paper("it was Janko-\nvic who\nsaid ﬁeld and J A N K O V I C\nJankovicson ends with Jan", "kovic. Jankovic's", font=fonts.TEXT)
    made = release(filed, [], [Phrase("jankovic"), Phrase("field")])
    assert words_of(made.public) == ["it", "was", "who", "said", "and", "Jankovicson", "ends", "with", ".", "'s"]


def test_chinese_names_go_also_across_a_line():
    """A Chinese name goes, also when it is broken over two lines; fonts that are not embedded are taken apart or pictured, never leaked."""
    filed = paper("证人王小明出庭\n随后王小\n明离开", font=fonts.CHINESE)
    made = release(filed, [], [Phrase("王小明")])
    assert made.proof.holds
    assert "王小" not in "".join(texts(made.public))
    assert "证人" in "".join(texts(made.public))
    assert not made.pictured


def test_exact_and_whole_are_kept_to():
    """An exact phrase tells capitals and diacritics apart; a phrase that need not be whole is found inside words."""
    filed = paper("Ana ana Banana", font=fonts.TEXT)
    assert words_of(release(filed, [], [Phrase("Ana", exact=True)]).public) == ["ana", "Banana"]
    assert words_of(release(filed, [], [Phrase("ana", whole=False)]).public) == ["B"]


def test_an_area_takes_letters_pixels_and_drawings():
    """What lies in an area goes, whether it is text, part of an image or lines; what lies beside it stays, pixel for pixel."""
    picture = Image.new("RGB", (200, 100), "white")
    ImageDraw.Draw(picture).text((20, 40), "SECRET", fill="black")
    into = io.BytesIO()
    canvas = Canvas(into, pagesize=(400, 400), invariant=1)
    canvas.drawImage(ImageReader(picture), 50, 200, 200, 100)
    canvas.drawString(60, 150, "word")
    canvas.bezier(60, 100, 70, 120, 80, 80, 90, 100)
    canvas.drawString(260, 150, "stays")
    canvas.save()
    made = release(into.getvalue(), [Area(1, 55, 120, 200, 320, "x")], [])
    assert words_of(made.public) == ["stays"]
    with pikepdf.Pdf.open(io.BytesIO(made.public)) as pdf:
        drawn = next(iter(pdf.pages[0].obj.Resources.XObject.values()))
        pixels = pikepdf.PdfImage(drawn).as_pil_image()
        assert pixels.getpixel((30, 45)) == (0, 0, 0)
        assert pixels.crop((5, 20, 150, 99)).getextrema() == ((0, 0),) * 3
        assert pixels.getpixel((199, 50)) == (255, 255, 255)
        assert b" c\n" not in pdf.pages[0].obj.Contents[1].read_bytes()


def with_filter(told, name):
    told.Filter = name
    return told


@pytest.mark.parametrize(("mode", "form"), [("1", "flate"), ("L", "flate"), ("P", "flate"), ("CMYK", "flate"), ("RGBA", "flate"),
                                              ("L", "jpeg"), ("CMYK", "jpeg")])
def test_images_of_each_kind_lose_their_pixels(mode, form):
    """Black and white, grey, palette, ink and transparent images, photographs or not: in the area all is black, whatever way the page had to go."""
    picture = Image.new("RGB", (120, 80), "white")
    ImageDraw.Draw(picture).rectangle((30, 20, 50, 40), fill="red")
    picture = picture.convert(mode)
    into = io.BytesIO()
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(240, 160))
    told = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=120, Height=80, BitsPerComponent=1 if mode == "1" else 8,
                      ColorSpace={"CMYK": Name.DeviceCMYK, "RGBA": Name.DeviceRGB, "P": Array([Name.Indexed, Name.DeviceRGB, 255, String(bytes(768))])}.get(
                          mode, Name.DeviceGray))
    if form == "jpeg":
        encoded = io.BytesIO()
        picture.save(encoded, "JPEG", quality=95)
        stream = pikepdf.Stream(pdf, encoded.getvalue(), with_filter(told, Name.DCTDecode))
    else:
        samples = picture.convert("RGB") if mode == "RGBA" else picture
        stream = pikepdf.Stream(pdf, zlib.compress(samples.tobytes()), with_filter(told, Name.FlateDecode))
    if mode == "RGBA":
        stream.SMask = pikepdf.Stream(pdf, zlib.compress(bytes(120 * 80)), Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=120, Height=80,
                                      BitsPerComponent=8, ColorSpace=Name.DeviceGray, Filter=Name.FlateDecode))
    page.obj.Resources = Dictionary(XObject=Dictionary(I=stream))
    page.obj.Contents = pdf.make_stream(b"q 240 0 0 160 0 0 cm /I Do Q")
    pdf.save(into)
    made = release(into.getvalue(), [Area(1, 50, 30, 110, 90)], [])
    assert max(image(made.public).crop((52, 32, 108, 88)).tobytes()) == 0
    with pikepdf.Pdf.open(io.BytesIO(made.public)) as found:
        for thing in found.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == Name.Image:
                pixels = pikepdf.PdfImage(thing).as_pil_image().convert("L")
                scale = pixels.width / 240
                region = pixels.crop(tuple(int(v * scale) for v in (54, 34, 106, 86)))
                low, high = region.getextrema()
                assert high - low < 30  # one colour: black, or solid in the mask


def test_forms_inline_images_and_all_ways_to_show_text_are_cleaned():
    """Text inside forms within forms, shown with each of the four operators, scaled, raised and spaced, goes alone."""
    def nested(pdf):
        page = pdf.pages[0]
        font = Dictionary(F=page.obj.Resources.Font.F1)
        inner = pdf.make_stream(b"BT /F 10 Tf 14 TL 120 Tz 2 Tc 3 Tw 1 Ts 0 0 Td [(keep Jan) -20 (kovic keep)] TJ (two Jankovic) ' 4 1 (three Jankovic) \" ET",
                                Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([-10, -100, 900, 100]), Resources=Dictionary(Font=font)))
        outer = pdf.make_stream(b"q 1.5 0 0 1.5 10 20 cm /In Do Q", Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([-10, -200, 900, 200]),
                                Matrix=Array([1, 0, 0, 1, 30, 300]), Resources=Dictionary(XObject=Dictionary(In=inner))))
        page.obj.Resources.XObject = Dictionary(Out=outer)
        page.contents_add(b"/Out Do q 60 0 0 60 300 500 cm BI /W 4 /H 4 /CS /G /BPC 8 ID \xff\x80\xff\x80\xff\x80\xff\x80\xff\x80\xff\x80\xff\x80\xff\x80 EI Q")

    filed = changed(paper("first"), nested)
    made = release(filed, [Area(1, 300, 270, 370, 350)], [NAME])
    assert words_of(made.public) == ["first", "keep", "keep", "two", "three"]
    assert not made.pictured
    assert b"ankovic" not in b"".join(thing.read_bytes() for thing in pikepdf.Pdf.open(io.BytesIO(made.public)).objects if isinstance(thing, pikepdf.Stream))


def test_what_marks_around_content_say_of_its_letters_is_heeded():
    """A name that is whole only by the replacement text of its last letter goes whole, though without the mark it runs into the next word."""
    def replaced(pdf):
        pdf.pages[0].contents_add(b"BT /F1 12 Tf 50 500 Td (Then Jankovi) Tj /Span <</ActualText <FEFF01070020>>> BDC (c) Tj EMC (said so) Tj ET")

    made = release(changed(paper("first"), replaced), [], [NAME])
    assert "Jankov" not in " ".join(words_of(made.public))
    assert made.redactions


def test_places_as_shown_and_as_written_agree():
    """A box taken from the page to what the reader sees and back is the same box, at each rotation."""
    for rotation in (0, 90, 180, 270):
        sheet = Sheet((10, 20, 410, 620), rotation)
        assert sheet.own(sheet.shown((30, 50, 100, 80), 1)) == pytest.approx((30, 50, 100, 80))


def test_folding_keeps_the_places():
    """Folded text knows for each of its letters where it came from."""
    text, places = fold("Ĳ ﬃ Đ")
    assert text == "ij ffi d"
    assert [("Ĳ ﬃ Đ")[p] for p in places] == ["Ĳ", "Ĳ", " ", "ﬃ", "ﬃ", "ﬃ", " ", "Đ"]
