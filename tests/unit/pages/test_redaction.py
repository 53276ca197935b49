"""Redaction removes; the proof finds what was not removed."""

from __future__ import annotations

import io
import zlib
from contextlib import suppress

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.unit.pages.papers import changed, image, paper, texts

from curule.pages import fonts
from curule.pages.opening import Unreadable
from curule.pages.redaction import Area, NotProved, Phrase, prove, release, schedule_sheet
from curule.pages.redaction.marks import Sheet, fold
from curule.pages.stamp import Stamp, stamped

NAME = Phrase("Jankovic", "witness")
WORDS = ["witness", "Marić", "village", "Nyarugenge", "événement", "42", "Zoë", "testimony", "of", "the"]


def _plain():
    """A PDF whose content can be read in its bytes."""
    into = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(paper("Jankovic spoke to the court", "page two"))) as pdf:
        pdf.save(into, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)
    return into.getvalue()


PLAIN = _plain()


def words_of(data: bytes) -> list[str]:
    return " ".join(texts(data)).split()


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


def test_what_cannot_be_taken_apart_becomes_a_picture():
    """A page in a font of drawings becomes a picture without its text, with the reason; the other pages stay text."""
    def drawn(pdf):
        glyph = pdf.make_stream(b"500 0 0 0 400 700 d1 0 0 400 700 re f")
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                                            CharProcs=Dictionary(a=glyph), FirstChar=97, LastChar=97, Widths=Array([500]), Resources=Dictionary(),
                                            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a]))))
        pdf.pages[0].obj.Resources.Font = Dictionary(T=font, F1=pdf.pages[0].obj.Resources.Font.F1)
        pdf.pages[0].contents_add(b"BT /T 12 Tf 50 500 Td (aaa) Tj ET")

    made = release(changed(paper("Jankovic spoke", "second page"), drawn), [], [NAME])
    assert list(made.pictured) == [1]
    assert "Type 3" in made.pictured[1]
    assert words_of(made.public) == ["second", "page"]
    box = made.redactions[0].area
    assert max(image(made.public).crop((int(box.left) + 2, int(box.top) + 2, int(box.right) - 2, int(box.bottom) - 2)).tobytes()) < 40


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


def test_what_lies_beside_the_page_goes():
    """Text outside the crop box, which a reader could bring back, is not in the public file."""
    def cropped(pdf):
        pdf.pages[0].obj.CropBox = Array([0, 300, 595, 842])
        pdf.pages[0].contents_add(b"BT /F1 12 Tf 50 100 Td (beside) Tj ET")

    made = release(changed(paper("Jankovic spoke"), cropped), [], [NAME])
    assert words_of(made.public) == ["spoke"]


def test_what_was_not_proved_is_not_released(monkeypatch):
    """When the proof does not hold, also with pictures in place of pages, nothing is released and the reason is told without the words."""
    from curule.pages.redaction import redacting
    from curule.pages.redaction.proof import Fault, Proof

    monkeypatch.setattr(redacting, "prove", lambda *_a, **_k: Proof(("x",), (), (Fault("x", 1, "found"),)))
    with pytest.raises(NotProved) as caught:
        release(paper("Jankovic spoke"), [], [NAME])
    assert caught.value.proof.pages == {1}
    assert "ankovic" not in str(caught.value)


def test_nothing_marked_is_nothing_released():
    """Without areas and phrases there is no public redacted version; an area on no page is a fault that is told."""
    with pytest.raises(NotProved):
        release(paper("x"), [], [])
    with pytest.raises(Unreadable, match="no page 4"):
        release(paper("x"), [Area(4, 0, 0, 10, 10)], [])
    with pytest.raises(ValueError, match="letter"):
        Phrase(" - ")
    with pytest.raises(ValueError, match="an area has a page"):
        Area(1, 10, 10, 10, 30)


def test_a_phrase_that_is_nowhere_is_told():
    """The places in the list of phrases that were not found are given, so that nobody thinks them redacted."""
    assert release(paper("Jankovic spoke"), [], [Phrase("absent"), NAME]).unfound == (0,)


@pytest.mark.parametrize("content", [b"BT (Jankovic) Tj", b"Q Q Q BT /F1 12 Tf 50 700 Td (Jankovic) Tj ET", b"[ << (", b"/F1 Tf BT", b"q " * 500,
                                     b"1 0 0 cm", b"/No Do /No gs /No sh",
                                     b"BI /W 99999999 /H 99999999 /CS /G /BPC 8 ID x EI", b"nan inf 1 0 0 0 cm (a) Tj",
                                     b"0 0 0 0 0 0 cm BT /F1 12 Tf (Jankovic) Tj ET"])
def test_hostile_content_is_cleaned_pictured_or_refused(content):
    """Content that is broken on purpose ends in a proved file or a refusal, never in a file that still holds the name."""
    filed = changed(paper("Jankovic spoke"), lambda pdf: pdf.pages[0].contents_add(content))
    try:
        made = release(filed, [], [NAME])
    except (NotProved, Unreadable):
        return
    assert made.proof.holds
    assert prove(made.public, [NAME], [r.area for r in made.redactions]).holds


@settings(max_examples=30)
@given(places=st.lists(st.tuples(st.floats(0, 1), st.sampled_from([b"q ", b"Q ", b"<<", b">>", b"/x Do ", b"[ ", b"\xeb\x80", b"0 0 0 0 re W n ",
                                                                       b" BT ", b""])),
                       min_size=1, max_size=8), cut=st.integers(0, 12))
def test_damaged_files_are_proved_or_refused(places, cut):
    """Files with bytes put in and taken out anywhere end in a proved file or one of two refusals, for the stamp too; nothing else is ever raised."""
    damaged = bytearray(PLAIN)
    for place, bytes_in in places:
        at = int(place * len(damaged))
        damaged[at:at + cut] = bytes_in
    try:
        made = release(bytes(damaged), [], [NAME])
        assert prove(made.public, [NAME], []).holds
    except (NotProved, Unreadable):
        pass
    with suppress(Unreadable):
        stamped(bytes(damaged), Stamp("N", "M", "C"))


def test_a_form_that_draws_itself_does_not_hang():
    """A form that contains itself makes the page a picture."""
    def circular(pdf):
        form = pdf.make_stream(b"/Me Do", Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
        form.Resources = Dictionary(XObject=Dictionary(Me=form))
        pdf.pages[0].obj.Resources.XObject = Dictionary(Me=form)
        pdf.pages[0].contents_add(b"/Me Do")

    made = release(changed(paper("Jankovic spoke"), circular), [], [NAME])
    assert list(made.pictured) == [1]


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


def test_what_marks_around_content_say_of_its_letters_is_heeded():
    """A name that is whole only by the replacement text of its last letter goes whole, though without the mark it runs into the next word."""
    def replaced(pdf):
        pdf.pages[0].contents_add(b"BT /F1 12 Tf 50 500 Td (Then Jankovi) Tj /Span <</ActualText <FEFF01070020>>> BDC (c) Tj EMC (said so) Tj ET")

    made = release(changed(paper("first"), replaced), [], [NAME])
    assert "Jankov" not in " ".join(words_of(made.public))
    assert made.redactions


def test_words_inside_longer_words_are_pointed_out():
    """Pages on which the words still stand inside longer ones are named, for somebody to look at."""
    made = release(paper("Jankovic spoke", "the Jankovices left"), [], [NAME])
    assert made.inside == (2,)


def test_the_schedule_tells_places_and_grounds_and_no_words():
    """The schedule has a line for each box with its page, place and ground, and nothing of what stood there."""
    made = release(paper("Jankovic spoke", "Jankovic"), [], [Phrase("Jankovic", "protection of a <witness>")])
    text = " ".join(texts(schedule_sheet("MICT-26-1", made.redactions, made.pictured))).replace("\r\n", " ")
    assert text.count("protection of a <witness>") == 2
    assert "ankovic" not in text
    assert [r.as_data()["area"]["page"] for r in made.redactions] == [1, 2]


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
