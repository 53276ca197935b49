"""A Statute printed article by article in two languages, with everything that real files do to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.texts.sample_texts import GARDEN, GARDEN_LAYOUT, GARDEN_LINES, garden_text, write

from curule.texts import Entry, Imported, Outline, read_statute


def read(folder: Path, lines: list[str], *, layout: bool = True) -> Imported:
    """The garden's Statute read from these lines."""
    place = write(folder, garden_text(lines))
    return read_statute(place, outline=GARDEN, layout=GARDEN_LAYOUT if layout else None)


def texts(imported: Imported, provision: str, language: str = "zh") -> list[str]:
    """What stands at a provision in a language, headings apart."""
    return [e.text for e in imported.entries if e.provision == provision and e.language == language and e.kind != "heading"]


def changed(old: str, *new: str) -> list[str]:
    """The garden's lines with one of them replaced."""
    at = GARDEN_LINES.index(old)
    return [*GARDEN_LINES[:at], *new, *GARDEN_LINES[at + 1 :]]


def reasons(imported: Imported) -> dict[str, str]:
    """The beginning of each unaligned text with the code of its reason."""
    return {u.place.beginning: u.reason.code for u in imported.report.unaligned}


@pytest.fixture
def garden(tmp_path: Path) -> Imported:
    """The garden's Statute read as it is."""
    return read(tmp_path, GARDEN_LINES)


def test_every_text_finds_its_provision_in_both_languages(garden: Imported) -> None:
    """Nothing stays unaligned, and all provisions but the deleted one have both languages."""
    assert not garden.report.unaligned
    english, chinese = garden.report.languages
    assert (english.provisions, english.missing) == (len(GARDEN), [])
    assert chinese.missing == ["rome:5(2)"]
    assert garden.report.is_complete


@pytest.mark.parametrize(
    ("provision", "chinese"),
    [
        pytest.param("rome:2(1)", ["大门拂晓开启。"], id="number lost"),
        pytest.param("rome:2(2)(b)", ["鹅。"], id="two units in a line"),
        pytest.param("rome:2(2)", ["任何人不得携带:", "两者可在外等候。"], id="text that closes a list"),
        pytest.param("rome:2(3)", ["看守清点游人。"], id="next article's number at the end of the line"),
        pytest.param("rome:3(b)", ["铲。"], id="letters directly under the article"),
        pytest.param("rome:4(1)(a)(ii)", ["黄昏,依194953日的计划第二款第2项;"], id="third tier"),
        pytest.param("rome:4(1)(b)", ["冬季不浇。"], id="back to the second tier"),
        pytest.param("rome:4(2)", ["雨水计入。"], id="number kept"),
        pytest.param("rome:4bis", ["雪在任何季节均不计为水。"], id="no heading"),
        pytest.param("rome:5(1)", ["欢迎蜜蜂。"], id="number absent"),
        pytest.param("rome:6", ["为草坪之利,不惊扰鼹鼠。"], id="heading glued to the text"),
        pytest.param("rome:7(2)(b)(i)", ["泥瓦匠修墙。"], id="two numbers before one text"),
    ],
)
def test_irregular_chinese_is_aligned(garden: Imported, provision: str, chinese: list[str]) -> None:
    """Each irregularity of the Chinese print leaves its text at the right provision."""
    assert texts(garden, provision) == chinese


@pytest.mark.parametrize(
    ("article", "english", "chinese"),
    [
        pytest.param("rome:1", "The Garden", "花园", id="on the next line, characters spaced"),
        pytest.param("rome:2", "Opening hours", "开放时间", id="before a lost number"),
        pytest.param("rome:3", "Tools", "工具", id="after a number at the end of another line"),
        pytest.param("rome:6", "Moles", "鼹鼠", id="glued to the text"),
        pytest.param("rome:7", "Masons", "泥瓦匠", id="spaced on the same line"),
    ],
)
def test_headings_are_told_from_text(garden: Imported, article: str, english: str, chinese: str) -> None:
    """A heading is aligned to its article wherever the print has put it."""
    headings = {e.language: e for e in garden.entries if e.kind == "heading" and e.provision == article}
    assert (headings["en"].text, headings["zh"].text) == (english, chinese)
    assert headings["en"].sequence == 0


def test_lone_connector_belongs_to_the_item_before(garden: Imported) -> None:
    """An "or" on a line of its own does not become a text of its own."""
    assert texts(garden, "rome:3(a)", "en") == ["A rake; or"]


def test_connector_before_a_number_belongs_to_the_item_before(tmp_path: Path) -> None:
    """An "or" that opens the next item's line is the end of the item before."""
    lines = [line for line in GARDEN_LINES if line != "or"]
    lines[lines.index("(b) A spade.")] = "or (b) A spade."
    imported = read(tmp_path, lines)
    assert texts(imported, "rome:3(a)", "en") == ["A rake; or"]
    assert texts(imported, "rome:3(b)", "en") == ["A spade."]


def test_reference_to_a_paragraph_is_no_number(garden: Imported) -> None:
    """Letters and figures inside a sentence stay in it."""
    (text,) = texts(garden, "rome:4(1)(a)(ii)", "en")
    assert text.startswith("At dusk, as paragraph 2 (b) of the plan")


def test_deleted_paragraph_is_marked(garden: Imported) -> None:
    """The text of a deleted paragraph is kept under its number, as deleted."""
    (entry,) = [e for e in garden.entries if e.provision == "rome:5(2)"]
    assert (entry.kind, entry.text) == ("deleted", "Wasps were welcome once.")


def test_lost_characters_are_kept_and_listed(garden: Imported) -> None:
    """A date that lost its characters is not repaired, and the report names the provision."""
    (damage,) = garden.report.damaged
    assert (damage.provision, damage.what.code) == ("rome:4(1)(a)(ii)", "lost_date")


def test_evidence_tells_how_a_place_was_found(garden: Imported) -> None:
    """Printed, counted and paired places are told apart."""

    def evidence(provision: str, language: str) -> str:
        return next(e for e in garden.entries if e.provision == provision and e.language == language).evidence

    assert evidence("rome:2(1)", "en") == "printed"
    assert evidence("rome:2(1)", "zh") == "counted"
    assert evidence("rome:4(2)", "zh") == "printed"
    assert evidence("rome:5(1)", "zh") == "paired"


def test_false_number_is_told_by_the_other_language(tmp_path: Path) -> None:
    """A number mark before a text that has none is read by the English unit beside it."""
    imported = read(tmp_path, changed("两者可在外等候。", "() 两者可在外等候。"))
    # The items share lines, so that units do not alternate: then nothing may be guessed.
    assert texts(imported, "rome:2(2)") == ["任何人不得携带:"]
    assert reasons(imported)["() 两者可在外等候。"] == "ambiguous"
    apart = changed("(a) A goat; (b) A goose.", "(a) A goat;", "1. 山羊;", "(b) A goose.", "2. 鹅。")
    apart.remove("1. 山羊; 2. 鹅。")
    apart[apart.index("两者可在外等候。")] = "() 两者可在外等候。"
    imported = read(tmp_path, apart)
    assert texts(imported, "rome:2(2)") == ["任何人不得携带:", "两者可在外等候。"]
    assert not imported.report.unaligned


def test_lost_paragraph_leaves_the_count_open(tmp_path: Path) -> None:
    """Where fewer numbers than paragraphs are there, the texts are listed and none is guessed."""
    lines = [line for line in GARDEN_LINES if line != "开放时间 () 大门拂晓开启。"]
    imported = read(tmp_path, lines)
    assert texts(imported, "rome:2(1)") == texts(imported, "rome:2(2)") == []
    assert texts(imported, "rome:2(3)") == ["看守清点游人。"]
    assert reasons(imported)["() 任何人不得携带:"] == "ambiguous"


def test_one_lost_and_one_added_do_not_shift_the_texts_between(tmp_path: Path) -> None:
    """The count agrees by accident; the English beside the Chinese shows that it is one off."""
    lines = changed("() 看守清点游人。 第三条", "() 看守清点游人。", "() 看守休息。", "第三条")
    lines = [line.replace("开放时间 () 大门拂晓开启。", "开放时间") for line in lines]
    imported = read(tmp_path, lines)
    assert "任何人不得携带:" not in texts(imported, "rome:2(1)")
    assert "看守清点游人。" not in texts(imported, "rome:2(2)")
    assert imported.report.unaligned


def test_lost_heading_does_not_lend_its_text_to_the_article_before(tmp_path: Path) -> None:
    """Without the heading of article 4 bis its sentence is listed, not added to article 4."""
    imported = read(tmp_path, [line for line in GARDEN_LINES if line not in ("Article 4 bis", "第四条之二")])
    assert texts(imported, "rome:4(2)") == ["雨水计入。"]
    assert texts(imported, "rome:4(2)", "en") == ["Rain counts."]
    assert set(reasons(imported).values()) == {"may_be"}


def test_unknown_number_is_listed(tmp_path: Path) -> None:
    """A number that the table of provisions does not have is listed with the reason."""
    imported = read(tmp_path, changed("3. The keeper counts visitors.", "9. The keeper counts visitors."))
    assert reasons(imported)["9. The keeper counts visitors."] == "no_number"


def test_text_after_a_list_needs_a_fact_of_the_layout(tmp_path: Path) -> None:
    """Without facts of layout a text after a list is listed: it may be of the item or of the paragraph."""
    imported = read(tmp_path, GARDEN_LINES, layout=False)
    assert reasons(imported)["Both may wait outside."] == "closing"
    assert reasons(imported)["两者可在外等候。"] == "closing"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_language_alone_is_read(tmp_path: Path, language: str) -> None:
    """A file in one language is aligned as far as its own numbers go."""

    def keep(line: str) -> bool:
        return any("\u4e00" <= c <= "\u9fff" for c in line) == (language == "zh")

    imported = read(tmp_path, [line for line in GARDEN_LINES if keep(line)])
    assert [count.language for count in imported.report.languages] == [language]
    assert imported.report.languages[0].provisions >= len(GARDEN) - 2
    assert texts(imported, "rome:4(2)", language)


def test_languages_in_the_other_order_give_the_same_texts(tmp_path: Path, garden: Imported) -> None:
    """Chinese before English changes nothing."""

    def key(entry: Entry) -> tuple[str, str, str]:
        return (entry.provision, entry.language, entry.text)

    imported = read(tmp_path, [*_swapped(GARDEN_LINES)])
    assert sorted(map(key, imported.entries)) == sorted(map(key, garden.entries))


def _swapped(lines: list[str]) -> list[str]:
    """The lines with an English one and the Chinese one directly after it exchanged."""
    swapped = list(lines)
    for index in range(17, len(swapped) - 6):
        pair = swapped[index : index + 2]
        if [any("\u4e00" <= c <= "\u9fff" for c in line) for line in pair] == [False, True]:
            if pair[0] in ("or", "[deleted: 2.", "Wasps were welcome once.]", "WALLS"):
                continue
            if index and swapped[index - 1] not in lines[index - 1]:
                continue
            swapped[index : index + 2] = pair[::-1]
    return swapped


def test_both_languages_in_one_line_are_told_apart(tmp_path: Path) -> None:
    """A line that holds an English and a Chinese text is cut between them."""
    lines = changed("Snow does not count as water in any season whatsoever.")
    lines[lines.index("雪在任何季节均不计为水。")] = "Snow does not count as water in any season whatsoever. 雪在任何季节均不计为水。"
    imported = read(tmp_path, lines)
    assert texts(imported, "rome:4bis") == ["雪在任何季节均不计为水。"]
    assert texts(imported, "rome:4bis", "en") == ["Snow does not count as water in any season whatsoever."]


def test_structure_is_found_from_the_numbers_alone(tmp_path: Path) -> None:
    """Without a table of provisions the numbers make one, and it is the same one."""
    imported = read_statute(write(tmp_path, garden_text()), derive=True)
    assert imported.outline.provisions == GARDEN.provisions


def test_structure_is_found_from_chinese_numbers_alone(tmp_path: Path) -> None:
    """Lost figures are counted where nothing but the Chinese is there."""
    lines = [line for line in GARDEN_LINES if any("\u4e00" <= c <= "\u9fff" for c in line)]
    imported = read_statute(write(tmp_path, garden_text(lines)), derive=True)
    for provision in ("rome:2(2)(b)", "rome:4(1)(a)(ii)", "rome:4(2)", "rome:4bis"):
        assert texts(imported, provision), provision


def test_article_missing_from_the_table_is_listed(tmp_path: Path) -> None:
    """Texts of an article that the table lacks are listed, each of them."""
    table = Outline("rome", [p for p in GARDEN.provisions if not p.startswith("rome:3")])
    imported = read_statute(write(tmp_path, garden_text()), outline=table, layout=GARDEN_LAYOUT)
    assert not [e for e in imported.entries if e.provision.startswith("rome:3")]
    assert any(u.place.beginning == "(b) A spade." for u in imported.report.unaligned)
    assert imported.report.conservation.holds
