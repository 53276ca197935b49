"""The real files, where they are at hand: figures that were checked against the printed instruments by eye.

`CURULE_LAW_FILES` names the folder; without it the folder `shared/law` beside the repository is tried.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curule.texts import Imported, read_statute

ROOT = Path(__file__).resolve().parents[3]
FOLDER = Path(os.environ.get("CURULE_LAW_FILES") or ROOT.parent / "shared" / "law")


def read(name: str) -> Imported:
    """A real file, or a skip that says what is missing."""
    place = FOLDER / name
    if not place.is_file():
        pytest.skip(f"{name} is not in {FOLDER}: set CURULE_LAW_FILES to the folder with the instruments' texts")
    return read_statute(place)


def texts(imported: Imported, provision: str, language: str = "zh") -> list[str]:
    """What stands at a provision, headings apart."""
    return [e.text for e in imported.entries if e.provision == provision and e.language == language and e.kind != "heading"]


@pytest.fixture(scope="module")
def mechanism() -> Imported:
    """Resolution 1966 with the Mechanism's Statute."""
    return read("resolution_1966_statute_zh.txt")


@pytest.fixture(scope="module")
def rome() -> Imported:
    """The Rome Statute in English and Chinese."""
    return read("rome_statute_en_zh.txt")


@pytest.fixture(scope="module")
def budget() -> Imported:
    """The report on the Mechanism's budget."""
    return read("a68491_zh.txt")


def test_mechanism_is_whole(mechanism: Imported) -> None:
    """All 157 provisions have their text; only the resolution's own preamble has no provision."""
    (chinese,) = mechanism.report.languages
    assert (mechanism.instrument, chinese.provisions, chinese.missing) == ("irmct", 157, [])
    assert (chinese.found, chinese.aligned, chinese.headings) == (198, 197, 39)
    assert [u.reason.code for u in mechanism.report.unaligned] == ["before_operative"]
    assert mechanism.report.conservation.holds


@pytest.mark.parametrize(
    ("provision", "first", "last"),
    [
        ("irmct:res19", "决定继续", "处理此案。"),
        ("irmct:preamble", "为处理起诉", "开展工作。"),
        ("irmct:1(5)", "除了本条", "起诉状。"),
        ("irmct:2", "在运作期间", '职能")。'),
        ("irmct:3", "余留机制将设立", "阿鲁沙。"),
        ("irmct:4", "余留机制有以下", "结构:"),
        ("irmct:10(1)(d)", "安全理事会主席", "候选人当选。"),
        ("irmct:20", "余留机制应在", "受害人身份。"),
        ("irmct:24", "如果发现", "复审判决。"),
        ("irmct:26", "如果按照", "免刑或减刑。"),
        ("irmct:30", "余留机制的费用", "的费用。"),
        ("irmct:31", "英文和法文", "工作语文。"),
        ("irmct:32(2)", "主席和检察官", "的报告。"),
        ("irmct:ta6", "前南问题", "检察职能。"),
        ("irmct:ta7", "虽然余留机制", "做出了规定，"),
    ],
)
def test_mechanism_texts_begin_and_end_where_they_should(mechanism: Imported, provision: str, first: str, last: str) -> None:
    """The articles without number, and those beside them, hold their own text and no other's."""
    (text,) = texts(mechanism, provision)
    assert (text[: len(first)], text[-len(last) :]) == (first, last)


def test_text_after_a_list_returns_to_the_paragraph(mechanism: Imported) -> None:
    """The sentence after article 1(4)(b) is of paragraph 4."""
    assert len(texts(mechanism, "irmct:1(4)")) == 2
    assert len(texts(mechanism, "irmct:1(4)(b)")) == 1


def test_rome_statute_is_whole(rome: Imported) -> None:
    """English has all 892 provisions; Chinese lacks the deleted one and six that the file does not translate."""
    english, chinese = rome.report.languages
    assert (english.found, english.aligned, english.provisions) == (1244, 1244, 892)
    assert (chinese.found, chinese.aligned, chinese.provisions) == (1236, 1236, 885)
    assert chinese.missing == [
        "rome:5(2)",
        *(f"rome:8(2)(b)({roman})" for roman in ("xxvii", "xxviii", "xxix")),
        *(f"rome:8(2)(e)({roman})" for roman in ("xvi", "xvii", "xviii")),
    ]
    assert (english.headings, chinese.headings, english.deleted) == (130, 130, 1)
    assert rome.report.is_complete


@pytest.mark.parametrize(
    ("provision", "english", "chinese"),
    [
        ("rome:5(1)", 2, 2),
        ("rome:8(2)(b)(xxvi)", 1, 1),
        ("rome:9(2)", 2, 2),
        ("rome:9(3)", 1, 1),
        ("rome:25(3)(f)", 2, 2),
        ("rome:25(3bis)", 1, 1),
        ("rome:36(4)(a)", 2, 3),
        ("rome:36(9)(b)", 2, 1),
        ("rome:53(1)", 3, 3),
        ("rome:58(7)", 4, 4),
        ("rome:61(2)", 2, 2),
        ("rome:83(2)", 3, 3),
        ("rome:90(7)(b)", 2, 2),
        ("rome:93(10)(b)(i)(b)", 1, 1),
    ],
)
def test_rome_paragraphs_have_their_texts(rome: Imported, provision: str, english: int, chinese: int) -> None:
    """The irregular places hold as many texts as the printed Statute has there."""
    assert (len(texts(rome, provision, "en")), len(texts(rome, provision))) == (english, chinese)


def test_languages_stand_side_by_side(rome: Imported) -> None:
    """The lines of a provision's two languages are never far apart: nothing slid from one to another."""
    lines: dict[str, list[int]] = {}
    for entry in rome.entries:
        if entry.language == "en":
            lines.setdefault(entry.provision, []).append(entry.line)
    for entry in rome.entries:
        if entry.language == "zh":
            assert min(abs(entry.line - line) for line in lines[entry.provision]) <= 6, entry.provision


def test_places_told_by_pairing_are_few_and_known(rome: Imported) -> None:
    """Only articles 5 and 9 need the English beside them: a number is missing there, and one too many."""
    paired = {e.provision for e in rome.entries if e.evidence == "paired"}
    assert paired == {"rome:5(1)", *(f"rome:5(1)({letter})" for letter in "abcd"), "rome:9(2)", "rome:9(3)"}


def test_lost_characters_are_listed(rome: Imported) -> None:
    """The eight broken dates, the empty brackets and the missing space are all named."""
    codes = [damage.what.code for damage in rome.report.damaged]
    assert sorted(codes) == ["empty_brackets", *["lost_date"] * 8, "no_space"]


def test_numbers_alone_give_the_same_table(rome: Imported) -> None:
    """Without a table of provisions the numbers of the text make the very same one."""
    derived = read_statute(FOLDER / "rome_statute_en_zh.txt", derive=True)
    assert set(derived.outline.provisions) == set(rome.outline.provisions)
    assert derived.report.conservation.holds


def test_budget_is_read_by_paragraph_and_table(budget: Imported) -> None:
    """All seventy paragraphs with their items, and all thirteen tables; the annex alone is listed."""
    (chinese,) = budget.report.languages
    assert (chinese.found, chinese.aligned, chinese.unaligned) == (183, 182, 1)
    held = {entry.provision for entry in budget.entries}
    assert {f"a68491:{number}" for number in range(1, 71)} <= held
    assert {f"a68491:T{number}" for number in range(1, 14)} <= held
    assert [u.reason.code for u in budget.report.unaligned] == ["columns"]
    assert budget.report.conservation.holds
