"""The text of office files with what their programs hide: tracked changes, comments, notes, hidden letters, headings, properties.

Whoever redacts has to see all of it: what a program hides is in the file all the same. Runs in confinement: see :mod:`curule.pages.confined`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["divided", "sheet_text", "slides_text", "word_text"]

PER_PAGE = 3000
"""Characters of a page of a text that has none of its own."""
MOST_ROWS = 50_000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ASIDE = {"header": "heading / en-tête", "footer": "foot / pied de page", "footnotes": "footnote / note", "endnotes": "endnote / note finale",
         "comments": "comment / commentaire"}
_PART = re.compile(r"word/(header|footer|footnotes|endnotes|comments)[0-9]*\.xml")
PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
TOLD = frozenset({"creator", "lastModifiedBy", "title", "subject", "description", "keywords", "category", "Manager", "Company", "lpwstr"})


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
                by = f" {one.get(f'{WORD}author')}" if one.get(f"{WORD}author") else ""
                yield f"[{ASIDE[found[1]]}{by}: {text}]"


def _said(node: Any) -> str:
    """What a part of a paragraph says, with a word for what a program would not show."""
    name = node.tag.rpartition("}")[2]
    if name in ("t", "delText"):
        return node.text or ""
    if name in ("tab", "br", "cr"):
        return " "
    inner = "".join(_said(child) for child in node if child.tag.rpartition("}")[2] not in ("pPr", "rPr", "Fallback"))
    if name in ("ins", "del", "moveFrom", "moveTo") and inner:
        what = "inserted / inséré" if name in ("ins", "moveTo") else "deleted / supprimé"
        return f"[{what}{' ' + node.get(f'{WORD}author') if node.get(f'{WORD}author') else ''}: {inner}]"
    if name == "r" and inner and _is_hidden(node):
        return f"[hidden / masqué: {inner}]"
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
                    yield f"[property / propriété {said}: {(node.text or '').strip()}]"


def _xml(data: bytes) -> Any:
    from defusedxml import ElementTree

    return ElementTree.fromstring(data, forbid_dtd=True)


def _letters(paragraph: Any) -> str:
    return "".join(node.text or "" if node.tag.endswith("}t") else " " for node in paragraph.iter() if node.tag.endswith(("}t", "}tab", "}br")))


def slides_text(path: Path) -> Iterator[str]:
    """One page a slide, with the notes of its speaker."""
    with zipfile.ZipFile(path) as archive:
        for folder, word in (("slides/slide", ""), ("notesSlides/notesSlide", "[notes / notes]\n")):
            names = [name for name in archive.namelist() if re.fullmatch(rf"ppt/{folder}[0-9]+\.xml", name)]
            for name in sorted(names, key=lambda n: int(re.findall(r"[0-9]+", n)[-1])):
                paragraphs = (node for node in _xml(archive.read(name)).iter() if node.tag.endswith("}p"))
                yield word + "\n".join(_letters(paragraph) for paragraph in paragraphs)


def sheet_text(path: Path) -> Iterator[str]:
    """One page a sheet, its name first; values as they were last reckoned; then comments and properties."""
    import openpyxl

    # From its bytes: opened by its name, a book is asked for one of the usual endings.
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            listed = sheet.iter_rows(values_only=True, max_row=MOST_ROWS)
            rows = ("\t".join("" if value is None else str(value) for value in row).rstrip("\t") for row in listed)
            name = sheet.title if sheet.sheet_state == "visible" else f"{sheet.title} [hidden sheet / feuille masquée]"
            yield "\n".join((name, *(row for row in rows if row)))
    finally:
        book.close()
    with zipfile.ZipFile(path) as archive:
        beside = [*_remarks(archive), *_properties(archive)]
    if beside:
        yield "\n".join(beside)


def _remarks(archive: zipfile.ZipFile) -> Iterator[str]:
    """Comments on cells, and how many rows and columns are hidden."""
    for name in sorted(archive.namelist()):
        if re.fullmatch(r"xl/(threadedComments/threadedComment|comments/?comment|comments)[0-9]*\.xml", name):
            for node in _xml(archive.read(name)).iter():
                said = "".join(part.text or "" for part in node.iter() if part.tag.endswith(("}t", "}text")) and part.text)
                if node.tag.endswith(("}comment", "}threadedComment")) and said.strip():
                    yield f"[comment / commentaire {node.get('ref', '')}: {said.strip()}]"
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
