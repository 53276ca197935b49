"""A resolution and a Statute printed as one running text of segmented Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.texts.sample_texts import POND, POND_LAYOUT, POND_PARTS, pond_text, write

from curule.texts import Imported, Layout, OutlineError, read_statute


def read(folder: Path, parts: list[str], layout: Layout = POND_LAYOUT) -> Imported:
    """The pond's Statute read from these parts."""
    return read_statute(write(folder, pond_text(parts)), outline=POND, layout=layout)


def texts(imported: Imported, provision: str) -> list[str]:
    """What stands at a provision, headings apart."""
    return [e.text for e in imported.entries if e.provision == provision and e.kind == "text"]


@pytest.fixture
def pond(tmp_path: Path) -> Imported:
    """The pond's Statute read as it is."""
    return read(tmp_path, POND_PARTS)


def test_all_provisions_have_text(pond: Imported) -> None:
    """Operative paragraphs, articles with and without number, and transitional arrangements are all found."""
    (chinese,) = pond.report.languages
    assert chinese.missing == []
    assert [u.reason.code for u in pond.report.unaligned] == ["before_operative"]
    assert pond.report.conservation.holds


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        ("irmct:res2", ["决定种荷。"]),
        ("irmct:preamble", ["为赏鱼，设此塘。"]),
        ("irmct:1(1)", ["塘深200 4尺，见第1条(a)项。"]),
        ("irmct:1(2)", ["塘内有：", "两者皆不得捕捞。"]),
        ("irmct:1(2)(b)", ["龟。"]),
        ("irmct:2", ["鱼分两种。鱼不出售。"]),
        ("irmct:3", ["荷有："]),
        ("irmct:3(a)", ["白荷；"]),
        ("irmct:4(1)", ["1 946年2月引水。"]),
        ("irmct:4(2)(i)", ["清洁；或"]),
        ("irmct:4(2)(ii)", ["流动。"]),
        ("irmct:5", ["每年报告一次。"]),
        ("irmct:ta1(1)", ["旧塘填平。"]),
        ("irmct:ta2", ["旧荷移栽。"]),
        ("irmct:ta3", ["园丁须，"]),
        ("irmct:ta3(b)", ["会钓鱼。"]),
    ],
)
def test_texts_are_cut_at_their_numbers_and_sentences(pond: Imported, provision: str, expected: list[str]) -> None:
    """Each text is whole, without its number and without the spaces between words."""
    assert texts(pond, provision) == expected


def test_headings_come_from_the_table_of_contents(pond: Imported) -> None:
    """Each article's heading is found, the last one by its length."""
    headings = {e.provision: e.text for e in pond.entries if e.kind == "heading"}
    assert headings["irmct:1"] == "塘"
    assert headings["irmct:5"] == "报告"
    assert headings["irmct:ta2"] == "旧荷花"


def test_raw_text_is_kept(pond: Imported) -> None:
    """Beside the text for display stands what the file holds, spaces and number included."""
    entry = next(e for e in pond.entries if e.provision == "irmct:1(2)(b)")
    assert (entry.raw, entry.label) == ("(b ) 龟 。", "(b )")


def test_lost_number_leaves_only_its_article_open(tmp_path: Path) -> None:
    """A number that fell out does not move the texts of other articles."""
    parts = [part.replace("2. 水", "水") for part in POND_PARTS]
    imported = read(tmp_path, parts)
    assert texts(imported, "irmct:4(1)") == []
    assert texts(imported, "irmct:1(2)(b)") == ["龟。"]
    assert texts(imported, "irmct:ta1(2)") == ["旧鱼移出。"]
    assert {"next_missing", "no_number"} & {u.reason.code for u in imported.report.unaligned}


def test_another_number_of_sentences_is_not_shared_out(tmp_path: Path) -> None:
    """Where an article without number has more sentences than its layout says, the stretch is listed whole."""
    parts = [part.replace("鱼 不 出售 。", "鱼 不 出售 。 鱼 会 跳 。") for part in POND_PARTS]
    imported = read(tmp_path, parts)
    assert texts(imported, "irmct:2") == texts(imported, "irmct:1(2)(b)") == []
    assert "sentences" in {u.reason.code for u in imported.report.unaligned}
    assert texts(imported, "irmct:3(a)") == ["白荷；"]


def test_without_facts_of_layout_unnumbered_articles_are_listed(tmp_path: Path) -> None:
    """Nothing but the layout tells where an article without number begins."""
    imported = read(tmp_path, POND_PARTS, Layout())
    assert texts(imported, "irmct:2") == []
    assert texts(imported, "irmct:1(1)") == ["塘深200 4尺，见第1条(a)项。"]


def test_running_text_needs_a_table(tmp_path: Path) -> None:
    """Without numbers of articles the structure cannot be found from the numbering, and the error says so."""
    with pytest.raises(OutlineError, match="table of provisions is needed"):
        read_statute(write(tmp_path, pond_text()), derive=True)


def test_text_without_transitional_arrangements_is_read(tmp_path: Path) -> None:
    """A file that ends with the Statute is read to its end."""
    imported = read(tmp_path, POND_PARTS[:8])
    assert texts(imported, "irmct:5") == ["每年报告一次。"]
    assert imported.report.languages[0].missing == [p for p in POND.provisions if p.startswith("irmct:ta")]
