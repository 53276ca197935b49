"""Hostile and unsuitable files: each is refused with what is wrong and what to do, or read and flagged."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from tests.unit.texts.sample_texts import GARDEN, GARDEN_LAYOUT, POND, SEEDS_TEXT, garden_text, write

from curule.texts import NotAStatuteError, OutlineError, UnreadableFileError, read_statute


def refuse(place: Path, code: str, **options: int) -> str:
    """The English message of the refusal, after checking its code and that both languages name the file."""
    with pytest.raises((UnreadableFileError, NotAStatuteError)) as caught:
        read_statute(place, **options)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert place.name in caught.value.of("en")
    assert place.name in caught.value.of("fr")
    assert caught.value.of("en") != caught.value.of("fr")
    return str(caught.value)


def written(folder: Path, data: bytes) -> Path:
    """A file of these bytes."""
    place = folder / "statute.txt"
    place.write_bytes(data)
    return place


def test_missing_file_is_refused(tmp_path: Path) -> None:
    """A file that is not there is named."""
    assert "check the name" in refuse(tmp_path / "none.txt", "cannot_open")


def test_directory_is_refused(tmp_path: Path) -> None:
    """A directory is no file."""
    refuse(tmp_path, "not_regular")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    """A named pipe would keep the import waiting; it is refused before it is opened."""
    place = tmp_path / "pipe"
    os.mkfifo(place)
    refuse(place, "not_regular")


def test_name_with_a_zero_byte_is_refused(tmp_path: Path) -> None:
    """A name that no system can hold is a clear error too."""
    refuse(tmp_path / "a\0b", "cannot_open")


def test_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """The limit holds to the byte, and the message has both figures."""
    place = write(tmp_path, garden_text())
    size = place.stat().st_size
    assert str(size) in refuse(place, "too_large", limit=size - 1)
    assert read_statute(place, outline=GARDEN, layout=GARDEN_LAYOUT, limit=size).entries


def test_sparse_huge_file_is_refused_at_once(tmp_path: Path) -> None:
    """The size is checked before reading: a file of a tebibyte costs nothing."""
    place = tmp_path / "huge.txt"
    with place.open("wb") as stream:
        stream.truncate(2**40)
    refuse(place, "too_large")


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    """Nothing, or nothing but white space, is no statute."""
    refuse(written(tmp_path, data), "empty")


def test_binary_file_is_refused(tmp_path: Path) -> None:
    """Zero bytes are not text; the position is told."""
    assert "position 4" in refuse(written(tmp_path, b"%PDF\x00\x01\x02"), "zero_byte")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_are_refused_with_the_remedy(tmp_path: Path, encoding: str) -> None:
    """A file in UTF-16 or UTF-32 is named as such."""
    assert "UTF-8" in refuse(written(tmp_path, garden_text().encode(encoding)), "wide")


def test_western_encoding_is_refused(tmp_path: Path) -> None:
    """French in Latin-1 could be decoded as rare Chinese; that is no certainty, so it is refused."""
    text = "Résumé des débats à l'Assemblée générale, déjà révisé. " * 40
    refuse(written(tmp_path, text.encode("latin-1")), "encoding")


def test_chinese_encoding_is_read(tmp_path: Path) -> None:
    """Everyday Chinese in GB 18030 is beyond doubt, and the report names the encoding."""
    place = written(tmp_path, garden_text().encode("gb18030"))
    imported = read_statute(place, outline=GARDEN, layout=GARDEN_LAYOUT)
    assert imported.report.encoding == "gb18030"
    assert not imported.report.unaligned


def test_byte_order_mark_and_foreign_line_ends_change_nothing(tmp_path: Path) -> None:
    """A file from another system gives the same texts, and the same line numbers."""
    plain = read_statute(write(tmp_path, garden_text()), outline=GARDEN, layout=GARDEN_LAYOUT)
    for end in ("\r\n", "\r"):
        data = b"\xef\xbb\xbf" + garden_text().replace("\n", end).encode()
        other = read_statute(written(tmp_path, data), outline=GARDEN, layout=GARDEN_LAYOUT)
        assert [(e.provision, e.text, e.line) for e in other.entries] == [(e.provision, e.text, e.line) for e in plain.entries]


def test_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    """The import names the very file that it read."""
    place = write(tmp_path, garden_text())
    imported = read_statute(place, outline=GARDEN, layout=GARDEN_LAYOUT)
    assert imported.sha256 == imported.report.sha256 == hashlib.sha256(place.read_bytes()).hexdigest()


def test_characters_that_do_not_show_are_kept_and_flagged(tmp_path: Path) -> None:
    """Direction and control characters stay in the text; the report names them and shows them as codes."""
    text = garden_text().replace("3. The keeper", "9. The \u202ekeeper\x1b[31m")
    imported = read_statute(write(tmp_path, text), outline=GARDEN, layout=GARDEN_LAYOUT)
    assert {o.codepoint for o in imported.report.oddities} == {"U+001B", "U+202E"}
    assert imported.report.conservation.holds
    told = "\n".join(imported.report.lines())
    assert "\\u202e" in told
    assert "\u202e" not in told
    assert "\x1b" not in told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("id: case-1\nacts:\n  - on: 2012-07-01\n    act: transfer\n", id="a history"),
        pytest.param("{}", id="JSON"),
        pytest.param("A page about gardens.\n" * 100, id="prose"),
        pytest.param("Article 1 Gate\n\nArticle 2 Wall\n\nArticle 3 Lawn\n", id="another statute"),
    ],
)
def test_file_that_is_no_statute_is_refused(tmp_path: Path, text: str) -> None:
    """Readable text of nothing that can be imported is refused; the titles that were looked for are named."""
    assert "Rome Statute of the International Criminal Court" in refuse(write(tmp_path, text), "no_title")


def test_page_that_only_names_a_statute_is_refused(tmp_path: Path) -> None:
    """A title without articles is not the text."""
    text = "News: the Rome Statute of the International Criminal Court was discussed.\nArticle 5 was read.\n"
    refuse(write(tmp_path, text), "no_structure")


def test_title_with_foreign_articles_is_refused(tmp_path: Path) -> None:
    """A title over articles of which none agrees with the table is not the text either."""
    text = "Rome Statute of the International Criminal Court\n" + "".join(f"Article {number} Something\n\n(q) Nothing.\n\n" for number in range(900, 905))
    refuse(write(tmp_path, text), "nothing_aligned")


def test_flood_of_numbers_is_refused(tmp_path: Path) -> None:
    """A file of hundreds of thousands of numbers is refused before it is read for structure."""
    refuse(write(tmp_path, garden_text() + "(a) x; " * 220_000), "too_many")


def test_table_of_another_instrument_is_refused(tmp_path: Path) -> None:
    """A file is not aligned to the table of another instrument."""
    with pytest.raises(OutlineError, match="irmct"):
        read_statute(write(tmp_path, garden_text()), outline=POND)


def test_first_title_decides(tmp_path: Path) -> None:
    """A report that names a Statute further down is still the report."""
    text = SEEDS_TEXT.replace("园内播种", "依刑事法庭余留事项国际处理机制规约园内播种")
    assert read_statute(write(tmp_path, text), derive=True).instrument == "a68491"
