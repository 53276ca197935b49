"""Tables of provisions and facts of layout."""

from __future__ import annotations

import pytest

from curule.texts import Layout, Outline, OutlineError
from curule.texts.chinese import damage_in, number_of, without_spaces
from curule.texts.readers.numbering import roman_value


@pytest.mark.parametrize(("instrument", "count"), [("irmct", 157), ("rome", 892), ("a68491", 218)])
def test_packaged_tables_are_whole(instrument: str, count: int) -> None:
    """Each table has every provision once, in the order of the text."""
    table = Outline.packaged(instrument)
    assert table is not None
    assert len(table) == len(set(table.provisions)) == count


@pytest.mark.parametrize("instrument", ["irmct", "rome"])
def test_facts_of_layout_are_about_provisions_of_the_table(instrument: str) -> None:
    """A fact about a provision that does not exist would never be used, and nobody would notice."""
    table, layout = Outline.packaged(instrument), Layout.packaged(instrument)
    assert table is not None
    assert layout is not None
    for provision in [*layout.closing, *layout.sentences]:
        assert provision in table, provision
    assert all(table.node(article) is not None for article in layout.headings)


@pytest.mark.parametrize("instrument", ["none", "../rome", "ROME", ""])
def test_unknown_instrument_has_no_table(instrument: str) -> None:
    """Nothing outside the packaged files is opened."""
    assert Outline.packaged(instrument) is None
    assert Layout.packaged(instrument) is None


def test_tree_follows_the_text_whatever_the_order_of_the_list() -> None:
    """A subparagraph that is listed late still stands under its paragraph."""
    table = Outline("rome", ["rome:3(a)", "rome:3(b)", "rome:3(a)(i)"])
    article = table.article("3")
    assert article is not None
    assert [node.provision for node in article.descendants()] == ["rome:3(a)", "rome:3(a)(i)", "rome:3(b)"]
    assert not article.listed


@pytest.mark.parametrize("provision", ["rome", "rome:", "rome:3()", "rome:3 (a)", "rome:3(a", "rome:3(a)\n"])
def test_malformed_id_is_refused(provision: str) -> None:
    """An id that is none is named, with an example of one."""
    with pytest.raises(OutlineError, match="such as rome"):
        Outline("rome", [provision])


def test_id_of_another_instrument_is_refused() -> None:
    """One table holds one instrument."""
    with pytest.raises(OutlineError, match="irmct:3 is not of rome"):
        Outline("rome", ["irmct:3"])


@pytest.mark.parametrize("fact", [["closing"], ["weather", "rome:3", "1"], ["closing", "rome:3", "many"]])
def test_malformed_fact_is_refused(fact: list[str]) -> None:
    """A fact that cannot be used is an error, not silence."""
    with pytest.raises(OutlineError):
        Layout.of([fact])


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        *[("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("一百", 100), ("一百零一", 101)],
        *[("一百一十", 110), ("一百二十八", 128), ("一〇", 10), ("32", 32), ("", None), ("条", None)],
    ],
)
def test_chinese_numerals_are_read(numeral: str, number: int | None) -> None:
    """Numerals of both styles have their values."""
    assert number_of(numeral) == number


@pytest.mark.parametrize(("label", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xxix", 29), ("b", 0), ("", 0)])
def test_roman_numerals_are_read(label: str, value: int) -> None:
    """Small Roman numerals have their values; anything else has none."""
    assert roman_value(label) == value


def test_spaces_go_between_words_and_stay_between_figures() -> None:
    """Segmented Chinese is joined; what two Latin words or figures share is kept."""
    assert without_spaces(' 园 丁 ( " 花 " ) 于 2012年 7月 种 A 38 号 ') == '园丁("花")于2012年7月种A 38号'


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("于194953日", "zh", ["lost_date"]),
        ("于1949年5月3日", "zh", []),
        ("职权和()任务", "zh", ["empty_brackets"]),
        ("第1534 ( 200 4 ) 号", "zh", ["cut_figure"]),
        ("1 946年", "zh", ["cut_figure"]),
        ("see article16 here", "en", ["no_space"]),
        ("see article 16 here", "en", []),
        ("a \ufffd b", "en", ["lost_character"]),
    ],
)
def test_visible_losses_are_found(text: str, language: str, codes: list[str]) -> None:
    """What has been lost is told by its kind; sound text gives nothing."""
    assert [phrase.code for phrase in damage_in(text, language)] == codes
