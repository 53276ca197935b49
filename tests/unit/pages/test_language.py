"""The language of a text: named where it is sure, and nothing where it is not."""

from __future__ import annotations

import pytest
from docx import Document

from curule.pages.language import language_of
from curule.pages.reading import languages_of_files

SENTENCES = {
    "en": "The Prosecutor respectfully requests the Chamber to order the provisional release of the accused.",
    "fr": "Le Procureur prie respectueusement la Chambre d'ordonner la mise en liberté provisoire de l'accusé.",
    "zh": "检察官谨请分庭下令临时释放被告人，并说明理由如下。",
    "ar": "يطلب المدعي العام من الدائرة أن تأمر بالإفراج المؤقت عن المتهم",
    "ru": "Прокурор просит Камеру распорядиться об освобождении обвиняемого.",
    "es": "El Fiscal solicita respetuosamente a la Sala que ordene la libertad provisional del acusado.",
    "sw": "Mwendesha mashtaka anaomba mahakama iamuru kuachiliwa kwa muda kwa mshtakiwa.",
    "rw": "Umushinjacyaha arasaba Urugereko gutegeka ko uregwa arekurwa by'agateganyo.",
    "bcs": "Tužilac traži od Vijeća da naredi privremeno puštanje optuženog na slobodu.",
    "sq": "Prokurori i kërkon Trupit Gjykues të urdhërojë lirimin e përkohshëm të të akuzuarit.",
    "xx": "Die Anklage beantragt, dass die Kammer die vorläufige Freilassung des Angeklagten anordnet.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_each_language_of_the_record_is_known(code: str) -> None:
    """A page of it is enough; a language that the record has no code for is another one."""
    assert language_of(SENTENCES[code] * 6) == code


def test_serbian_is_known_in_both_scripts() -> None:
    """Bosnian, Croatian and Serbian are one on the record, in whichever letters."""
    assert language_of("Тужилац тражи од Већа да нареди привремено пуштање оптуженог на слободу. " * 6) == "bcs"


@pytest.mark.parametrize("text", [
    "", " ", "MICT-13-55-A, 12 February 2026, D1-D20", SENTENCES["fr"],
    "Radovan Example, Jean-Paul Example, Thomas Sample, Ratko Sample, Ljubiša Sample, Vujadin Example, Milan Sample, Drago Example " * 2,
    "12.3 | 44 | 501 | 2026-03-31\n" * 80, (SENTENCES["en"] * 4 + SENTENCES["fr"] * 4) * 3, "x" * 5000, "\ufffd" * 500,
])
def test_a_doubt_is_no_answer(text: str) -> None:
    """Too little, names, numbers, two languages, no words: nothing is said."""
    assert language_of(text) == ""


def test_a_quotation_does_not_change_the_language() -> None:
    """A French motion that quotes two English sentences is French."""
    assert language_of(SENTENCES["fr"] * 20 + SENTENCES["en"] * 2) == "fr"


def test_files_are_read_in_one_go_and_a_broken_one_alone_is_left_open(tmp_path) -> None:
    """Text, an office document, a recording and a file that no reader opens, in one confined process."""
    text, office, broken, sound = (tmp_path / name for name in ("a.txt", "b.docx", "c.pdf", "d.wav"))
    text.write_text(SENTENCES["en"] * 6, encoding="utf-8")
    made = Document()
    made.add_paragraph(SENTENCES["fr"] * 6)
    made.save(str(office))
    broken.write_bytes(b"%PDF-1.7\nnothing of one")
    sound.write_bytes(b"RIFF\x24\x00\x00\x00WAVEfmt " + b"\0" * 28)
    assert languages_of_files([(path, ("en",)) for path in (text, broken, sound, office)], recognise=False) == ["en", "", "", "fr"]
