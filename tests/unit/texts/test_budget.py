"""A report with numbered paragraphs, items, tables and a chart."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.texts.sample_texts import SEEDS, SEEDS_TEXT, write

from curule.texts import Imported, read_statute


@pytest.fixture
def seeds(tmp_path: Path) -> Imported:
    """The report on seeds."""
    return read_statute(write(tmp_path, SEEDS_TEXT), outline=SEEDS)


def texts(imported: Imported) -> dict[str, str]:
    """Each provision's text."""
    return {entry.provision: entry.text for entry in imported.entries}


def test_paragraphs_are_joined_over_lines_and_pages(seeds: Imported) -> None:
    """A paragraph goes on over broken lines; an address between them is no part of it."""
    assert texts(seeds)["a68491:1"] == "园内播种，每年一次。"
    assert texts(seeds)["a68491:summary"] == "种子若干，合计三包。"


def test_items_stand_at_their_own_places(seeds: Imported) -> None:
    """Items inside a sentence and on lines of their own are both found."""
    assert texts(seeds)["a68491:2(a)"] == "开花；及"
    assert texts(seeds)["a68491:2(b)"] == "结果。"
    assert texts(seeds)["a68491:3(b)"] == "施肥。"


def test_table_stays_together(seeds: Imported) -> None:
    """A row that begins with a number or a letter is no paragraph and no heading; columns stay apart."""
    assert texts(seeds)["a68491:T1"] == "表 1\n种类 数量\n1. 豆 3 922\nA. 瓜 2"
    assert texts(seeds)["a68491:T2"] == "表 2\n合计 3 — 4"


def test_annex_is_listed(seeds: Imported) -> None:
    """Columns that the file runs together are listed, not guessed."""
    (unaligned,) = seeds.report.unaligned
    assert unaligned.reason.code == "columns"
    assert seeds.report.conservation.holds


def test_skipped_number_is_no_paragraph(tmp_path: Path) -> None:
    """A paragraph out of order is not taken for the next one; its text stays in sight."""
    text = SEEDS_TEXT.replace("3. 春季将：", "5. 春季将：")
    imported = read_statute(write(tmp_path, text), outline=SEEDS)
    assert "a68491:3" not in texts(imported)
    assert "a68491:3" in imported.report.languages[0].missing
    assert imported.report.unaligned[0].reason.code == "outside_paragraphs"


def test_items_that_disagree_with_the_table_are_listed(tmp_path: Path) -> None:
    """A missing item leaves the whole paragraph open."""
    imported = read_statute(write(tmp_path, SEEDS_TEXT.replace(" (b) 施肥。", "")), outline=SEEDS)
    assert "a68491:3" not in texts(imported)
    assert "items" in {u.reason.code for u in imported.report.unaligned}


def test_table_is_derived_from_the_numbers(tmp_path: Path) -> None:
    """Without a table of provisions paragraphs, items and tables make one."""
    imported = read_statute(write(tmp_path, SEEDS_TEXT), derive=True)
    assert set(imported.outline.provisions) == set(SEEDS.provisions)
