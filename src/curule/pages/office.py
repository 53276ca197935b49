"""The text of office files with what their programs hide: tracked changes, comments, notes, hidden letters, rows and sheets, headings, properties.

Whoever redacts has to see all of it: what a program hides is in the file all the same. It stands in square brackets, each piece on one line, so that it can
be listed and taken out piece by piece (:func:`hidden_in`). Runs in confinement: see :mod:`curule.pages.confined`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["divided", "hidden", "hidden_in", "own", "sheet_text", "shown", "slides_text", "word_text"]

OPEN, SHUT = "\ufdd0", "\ufdd1"
"""Where a hidden piece begins and ends, until it is shown in brackets: what is no letter, and what no text of the file keeps."""
TAB = "\t"
_PIECE_ENDS = re.compile(f"[{OPEN}{SHUT}]")

PER_PAGE = 3000
"""Characters of a page of a text that has none of its own."""
MOST_ROWS, MOST_COLUMNS = 50_000, 16_384
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ASIDE = {"header": "heading / en-tête", "footer": "foot / pied de page", "footnotes": "footnote / note", "endnotes": "endnote / note finale",
         "comments": "comment / commentaire"}
_PART = re.compile(r"word/(header|footer|footnotes|endnotes|comments)[0-9]*\.xml")
PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
TOLD = frozenset({"creator", "lastModifiedBy", "title", "subject", "description", "keywords", "category", "Manager", "Company", "lpwstr"})


def hidden(what: str, text: str) -> str:
    """A piece that a program hides, on one line, with a word for what it is; cells stay cells."""
    cells = (" ".join(cell.split()) for cell in text.split("\t"))
    return f"{OPEN}{what}: {TAB.join(cells)}{SHUT}"


def shown(text: str) -> str:
    """The text with its hidden pieces in square brackets."""
    return text.replace(OPEN, "[").replace(SHUT, "]")


def hidden_in(text: str) -> list[str]:
    """The hidden pieces of a text, as they are shown; one within another belongs to it."""
    found, depth, start = [], 0, 0
    for end in _PIECE_ENDS.finditer(text):
        if end.group() == OPEN:
            start = end.start() if depth == 0 else start
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                found.append(shown(text[start:end.end()]))
    return found


def own(text: str | None) -> str:
    """Words of the file itself."""
    return _PIECE_ENDS.sub("", text or "")


def word_text(path: Path) -> Iterator[str]:
    """Paragraphs, tables in their place; a page break of the author begins a page; then what stands beside the text, and the file's properties."""
    with zipfile.ZipFile(path) as archive:
        body = _xml(archive.read("word/document.xml")).find(f"{WORD}body")
        lines: list[str] = []
        for block in body if body is not None else ():
            if block.tag == f"{WORD}tbl":
                lines += ["\t".join(" ".join(_said(p) for p in cell.iter(f"{WORD}p")) for cell in row.iter(f"{WORD}tc")) for row in block.iter(f"{WORD}tr")]
                continue
            for paragraph in block.iter(f"{WORD}p"):
                lines.append(_said(paragraph))
                if any(node.get(f"{WORD}type") == "page" for node in paragraph.iter(f"{WORD}br")):
                    yield "\n".join(lines)
                    lines = []
        yield from divided("\n".join(lines))
        beside = [*_beside(archive), *_properties(archive)]
        if beside:
            yield from divided("\n".join(beside))


def _beside(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in sorted(archive.namelist()):
        if (found := _PART.fullmatch(name)) is None:
            continue
        root = _xml(archive.read(name))
        whole = [root] if found[1] in ("header", "footer") else list(root)
        for one in whole:
            text = " ".join(filter(None, (_said(paragraph) for paragraph in one.iter(f"{WORD}p"))))
            if text.strip():
                by = f" {own(one.get(f'{WORD}author'))}" if one.get(f"{WORD}author") else ""
                yield hidden(f"{ASIDE[found[1]]}{by}", text) if found[1] == "comments" else f"[{ASIDE[found[1]]}{by}: {text}]"


def _said(node: Any) -> str:
    """What a part of a paragraph says, with a word for what a program would not show."""
    name = node.tag.rpartition("}")[2]
    if name in ("t", "delText"):
        return own(node.text)
    if name in ("tab", "br", "cr"):
        return " "
    inner = "".join(_said(child) for child in node if child.tag.rpartition("}")[2] not in ("pPr", "rPr", "Fallback"))
    if name in ("ins", "del", "moveFrom", "moveTo") and inner:
        what = "inserted / inséré" if name in ("ins", "moveTo") else "deleted / supprimé"
        return hidden(f"{what}{' ' + own(node.get(f'{WORD}author')) if node.get(f'{WORD}author') else ''}", inner)
    if name == "r" and inner and _is_hidden(node):
        return hidden("hidden / masqué", inner)
    return inner


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{WORD}rPr/{WORD}vanish")
    return mark is not None and mark.get(f"{WORD}val", "1") not in ("0", "false", "off")


def _properties(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in PROPERTIES:
        if name in archive.namelist():
            for node in _xml(archive.read(name)).iter():
                said = node.tag.rpartition("}")[2]
                if said in TOLD and (node.text or "").strip():
                    yield hidden(f"property / propriété {said}", own(node.text).strip())


def _xml(data: bytes) -> Any:
    from defusedxml import ElementTree

    return ElementTree.fromstring(data, forbid_dtd=True)


def _letters(paragraph: Any) -> str:
    return "".join(own(node.text) if node.tag.endswith("}t") else " " for node in paragraph.iter() if node.tag.endswith(("}t", "}tab", "}br")))


def slides_text(path: Path) -> Iterator[str]:
    """One page a slide, hidden ones too, then the notes of the speaker and comments; then the properties."""
    with zipfile.ZipFile(path) as archive:
        for pattern, what in (("slides/slide", ""), ("notesSlides/notesSlide", "notes / notes"), ("comments/(?:modernComment_.*|comment)", COMMENT)):
            names = [name for name in archive.namelist() if re.fullmatch(rf"ppt/{pattern}[0-9A-Fa-f_]*\.xml", name)]
            for name in sorted(names, key=lambda n: (int((re.findall(r"[0-9]+", n) or ["0"])[-1][:9]), n)):
                root = _xml(archive.read(name))
                whole = what or (HIDDEN_SLIDE if root.get("show", "1") in ("0", "false") else "")
                lines = [_letters(node) for node in root.iter() if node.tag.endswith("}p")]
                lines += [own(node.text) for node in root.iter() if node.tag.endswith("}text")]
                yield "\n".join(hidden(whole, line) if whole and line.strip() else line for line in lines)
        if beside := [*_properties(archive)]:
            yield "\n".join(beside)


HIDDEN_SLIDE, HIDDEN_SHEET = "hidden slide / diapositive masquée", "hidden sheet / feuille masquée"
HIDDEN_ROW, HIDDEN_COLUMN, COMMENT = "hidden row / ligne masquée", "hidden column / colonne masquée", "comment / commentaire"
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COL = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")


def sheet_text(path: Path) -> Iterator[str]:
    """One page a sheet, its name first; values as they were last reckoned; then comments and properties."""
    import openpyxl

    # From its bytes: opened by its name, a book is asked for one of the usual endings.
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
    try:
        with zipfile.ZipFile(path) as archive:
            places = _places_of_sheets(archive)
            for sheet in book.worksheets:
                listed = sheet.iter_rows(values_only=True, max_row=MOST_ROWS)
                rows, columns = _hidden_lines(archive, places.get(sheet.title, ""))
                if sheet.sheet_state != "visible":
                    lines = [own(sheet.title), *(_row(row, frozenset()) for row in listed)]
                    yield "\n".join(hidden(HIDDEN_SHEET, line) for line in lines if line)
                    continue
                made = ((number, _row(row, frozenset() if number in rows else columns)) for number, row in enumerate(listed, 1))
                yield "\n".join((own(sheet.title), *(hidden(HIDDEN_ROW, line) if number in rows else line for number, line in made if line)))
            beside = [*_remarks(archive), *_properties(archive)]
    finally:
        book.close()
    if beside:
        yield "\n".join(beside)


def _row(values: Any, hidden_columns: frozenset[int]) -> str:
    cells = ("" if value is None else own(str(value)).replace("\n", " ") for value in values)
    return "\t".join(hidden(HIDDEN_COLUMN, cell) if cell and number in hidden_columns else cell for number, cell in enumerate(cells, 1)).rstrip("\t")


def _places_of_sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the file that holds each sheet, by the sheet's name."""
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= set(archive.namelist()):
        return {}
    parts = {one.get("Id"): one.get("Target", "") for one in _xml(archive.read("xl/_rels/workbook.xml.rels"))}
    found = {}
    for node in _xml(archive.read("xl/workbook.xml")).iter():
        if node.tag.endswith("}sheet"):
            target = next((parts.get(value, "") for name, value in node.items() if name.endswith("}id")), "")
            found[node.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _hidden_lines(archive: zipfile.ZipFile, part: str) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the hidden rows and columns of a sheet. A row without a number follows the one before it."""
    if part not in archive.namelist():
        return frozenset(), frozenset()
    data, rows, number = archive.read(part), set(), 0
    for row in _ROW.finditer(data):
        said = re.search(rb"""\br=["']([0-9]{1,7})["']""", row[1])
        number = int(said[1]) if said else number + 1
        if _HIDDEN.search(row[1]):
            rows.add(number)
    columns: set[int] = set()
    for col in _COL.finditer(data):
        first, last = (re.search(rb"""\b%s=["']([0-9]{1,5})["']""" % name, col[1]) for name in (b"min", b"max"))
        if _HIDDEN.search(col[1]) and first and last:
            columns.update(range(int(first[1]), min(int(last[1]), MOST_COLUMNS) + 1))
    return frozenset(rows), frozenset(columns)


def _remarks(archive: zipfile.ZipFile) -> Iterator[str]:
    """Comments on cells, and how many rows and columns are hidden."""
    for name in sorted(archive.namelist()):
        if re.fullmatch(r"xl/(threadedComments/threadedComment|comments/?comment|comments)[0-9]*\.xml", name):
            for node in _xml(archive.read(name)).iter():
                said = "".join(own(part.text) for part in node.iter() if part.tag.endswith(("}t", "}text")) and part.text)
                if node.tag.endswith(("}comment", "}threadedComment")) and said.strip():
                    yield hidden(f"{COMMENT} {own(node.get('ref', ''))}", said.strip())
        elif re.fullmatch(r"xl/worksheets/sheet[0-9]+\.xml", name):
            count = len(re.findall(rb'<(?:\w+:)?(?:row|col)\b[^>]*\bhidden="(?:1|true)"', archive.read(name)))
            if count:
                yield f"[hidden rows or columns / lignes ou colonnes masquées: {count}]"


def divided(text: str) -> Iterator[str]:
    """Pages at form feeds, and where a page would grow too long at the end of a line."""
    for part in text.split("\f"):
        lines: list[str] = []
        length = 0
        for line in part.splitlines():
            if lines and length + len(line) > PER_PAGE:
                yield "\n".join(lines)
                lines, length = [], 0
            lines.append(line)
            length += len(line) + 1
        yield "\n".join(lines)
