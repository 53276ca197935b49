"""Nothing is released that was not proved: refusals, hostile and damaged files, pictures in place of pages, the schedule."""

from __future__ import annotations

import io
from contextlib import suppress

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from tests.unit.pages.papers import NAME, changed, image, paper, texts, words_of

from curule.pages.opening import Unreadable
from curule.pages.redaction import Area, NotProved, Phrase, prove, release, schedule_sheet
from curule.pages.stamp import Stamp, stamped


def _plain():
    """A PDF whose content can be read in its bytes."""
    into = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(paper("Jankovic spoke to the court", "page two"))) as pdf:
        pdf.save(into, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)
    return into.getvalue()


PLAIN = _plain()


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
