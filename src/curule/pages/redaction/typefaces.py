"""Letters that a public file no longer uses, taken out of its typefaces: a typeface that is embedded in part lists the letters of the whole document,
in the order in which they first came. A rare name of two Chinese letters could be read off that list.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pikepdf
from fontTools.agl import toUnicode
from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array, Name
from reportlab.pdfbase import _fontdata

from curule.pages.redaction.glyphs import Face, Uncertain, face_of

__all__ = ["without_unused_letters"]

NEEDED = frozenset(("head", "hhea", "hmtx", "maxp", "glyf", "loca", "cvt ", "fpgm", "prep", "cmap", "post"))
"""Tables of a TrueType program that a reader of PDFs uses; the others (names, substitutions) go."""
Used = dict[tuple[int, int], set[int]]
Kept = list[tuple[pikepdf.Object, set[int]]]


def without_unused_letters(pdf: pikepdf.Pdf) -> None:
    """Rewrite the typefaces of a file. Those that cannot be read, and all when it is not certain which is used where, stay as they are."""
    used: Used = {}
    faces: dict[tuple[int, int], Face] = {}
    try:
        for stream, resources in _contents(pdf):
            _collect(stream, resources, used, faces)
    except (Uncertain, pikepdf.PdfError, ValueError, TypeError, IndexError, KeyError, AttributeError):
        return
    for font in [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == Name.Font]:
        if font.objgen in used and not faces[font.objgen].doubtful:
            _prune(font, used[font.objgen])
    for program, kept in _programs(pdf, used, faces):
        # Programs are hostile as files are; whatever stops their reader, the program stays as it is: it is written last.
        with suppress(Exception):
            read = program.read_bytes()
            (_true_type if read[:4] in (b"\0\1\0\0", b"true") else _compact)(program, read, kept)


def _contents(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, pikepdf.Object]]:
    nothing = pikepdf.Dictionary()
    for page in pdf.pages:
        yield page, page.obj.get("/Resources", nothing)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == Name.Form or thing.get("/PatternType") == 1):
            yield thing, thing.get("/Resources", nothing)
        elif isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == Name.Type3:
            for drawn in thing.get("/CharProcs", nothing).values():
                yield drawn, thing.get("/Resources", nothing)


def _collect(stream: Any, resources: pikepdf.Object, used: Used, faces: dict[tuple[int, int], Face]) -> None:
    """The codes that one content stream shows, by font.

    :raises Uncertain: it shows text in a font that another stream chose, or that is written inside a dictionary.
    """
    font: tuple[int, int] | None = None
    saved: list[tuple[int, int] | None] = []
    for one in pikepdf.parse_content_stream(stream):
        operator = str(one.operator)
        if operator == "q":
            saved.append(font)
        elif operator == "Q" and saved:
            font = saved.pop()
        elif operator == "Tf":
            chosen = resources.get("/Font", pikepdf.Dictionary()).get(str(one.operands[0]))
            font = chosen.objgen if chosen is not None else None
            if chosen is not None:
                faces.setdefault(chosen.objgen, face_of(chosen))
                used.setdefault(chosen.objgen, set())
        elif operator == "gs" and "/Font" in resources.get("/ExtGState", pikepdf.Dictionary()).get(str(one.operands[0]), pikepdf.Dictionary()):
            raise Uncertain("a font that a graphics state chooses")
        elif operator in ("Tj", "TJ", "'", '"'):
            if font is None or font == (0, 0):
                raise Uncertain("text in a font that is not named here")
            if not faces[font].doubtful:
                _add(used[font], faces[font], one.operands[-1])


def _add(codes: set[int], face: Face, shown: Any) -> None:
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            codes |= {number for _code, number in face.codes(bytes(part))}


# What the font dictionary says of its letters ------------------------------------------------------


def _prune(font: pikepdf.Object, codes: set[int]) -> None:
    if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        font.ToUnicode.write(_names(font.ToUnicode.read_bytes(), codes))
    if "/Widths" in font:
        first = int(font.get("/FirstChar", 0))
        font["/Widths"] = Array([width if first + at in codes else 0 for at, width in enumerate(font.Widths)])
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding:
        made: list[Any] = []
        for code, name in sorted(_differences(encoding).items()):
            made += [code, Name(f"/{name}")] if code in codes else []
        font["/Encoding"] = pikepdf.Dictionary({**dict(encoding), "/Differences": Array(made)})
    for described in (font, *font.get("/DescendantFonts", Array())):
        if "/FontDescriptor" in described:
            for key in ("/CIDSet", "/CharSet"):
                if key in described.FontDescriptor:
                    del described.FontDescriptor[key]
    if font.get("/Encoding") == Name("/Identity-H") and "/W" in font.DescendantFonts[0]:
        face = face_of(font)
        made = []
        for code in sorted(codes & face.widths.keys()):
            made += [code, Array([round(face.widths[code], 3)])]
        font.DescendantFonts[0]["/W"] = Array(made)


def _differences(encoding: pikepdf.Object) -> dict[int, str]:
    names, code = {}, 0
    for item in encoding.get("/Differences", Array()):
        if isinstance(item, pikepdf.Name):
            names[code] = str(item).lstrip("/")
            code += 1
        else:
            code = int(item)
    return names


_HEX = rb"<\s*([0-9A-Fa-f]+)\s*>"
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.S)


def _names(told: bytes, codes: set[int]) -> bytes:
    """A table from codes to characters with the used codes alone."""
    table: dict[int, bytes] = {}
    width = 4
    for block in _CHARS.findall(told):
        for code, meant in re.findall(_HEX + rb"\s*" + _HEX, block):
            width = len(code)
            table[int(code, 16)] = meant
    for block in _RANGES.findall(told):
        for low, high, meant in re.findall(_HEX + rb"\s*" + _HEX + rb"\s*(<[^>]*>|\[[^\]]*\])", block):
            width = len(low)
            listed = re.findall(_HEX, meant)
            for step, code in enumerate(range(int(low, 16), min(int(high, 16), int(low, 16) + 0xFFFF) + 1)):
                if meant[:1] == b"[":
                    table[code] = listed[step] if step < len(listed) else b"FFFD"
                else:
                    table[code] = b"%0*X" % (len(listed[0]), int(listed[0], 16) + step)
    lines = [b"<%0*X> <%s>" % (width, code, meant) for code, meant in sorted(table.items()) if code in codes]
    blocks = [b"%d beginbfchar\n%s\nendbfchar" % (len(lines[at:at + 100]), b"\n".join(lines[at:at + 100])) for at in range(0, len(lines), 100)]
    space = b"<%0*X> <%s>" % (width, 0, b"F" * width)
    return (b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /C def /CMapType 2 def 1 begincodespacerange " + space
            + b" endcodespacerange\n" + b"\n".join(blocks) + b"\nendcmap CMapName currentdict /CMap defineresource pop end end")


# The program of the typeface -----------------------------------------------------------------------


def _programs(pdf: pikepdf.Pdf, used: Used, faces: dict[tuple[int, int], Face]) -> Iterator[tuple[pikepdf.Stream, Kept]]:
    """Each embedded program with the fonts that draw from it and their codes; one that a doubtful font draws from is left out."""
    drawn: dict[tuple[int, int], tuple[pikepdf.Stream, list[pikepdf.Object]]] = {}
    for font in pdf.objects:
        if not isinstance(font, pikepdf.Dictionary) or font.get("/Type") != Name.Font or "/CIDToGIDMap" in font or font.get("/Subtype") == Name.CIDFontType0:
            continue
        described = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = described.get("/FontDescriptor", pikepdf.Dictionary())
        for key in ("/FontFile2", "/FontFile3"):
            program = descriptor.get(key)
            if isinstance(program, pikepdf.Stream):
                drawn.setdefault(program.objgen, (program, []))[1].append(font)
    for stream, fonts in drawn.values():
        if all(font.objgen in used and not faces[font.objgen].doubtful for font in fonts):
            yield stream, [(font, used[font.objgen]) for font in fonts]


def _true_type(stream: pikepdf.Stream, read: bytes, kept: Kept) -> None:
    program = TTFont(io.BytesIO(read), lazy=False, recalcBBoxes=False, recalcTimestamp=False)
    order, shapes = program.getGlyphOrder(), program["glyf"]
    stay = {order[0]}
    for font, codes in kept:
        stay |= _composite_glyphs(font, codes, order) if "/DescendantFonts" in font else _simple_glyphs(font, codes, program)
    waiting = list(stay)
    while waiting:
        shape = shapes[waiting.pop()]
        parts = {part.glyphName for part in shape.components} if shape.isComposite() else set()
        waiting += parts - stay
        stay |= parts
    for name in set(order) - stay:
        shapes[name] = Glyph()
        program["hmtx"][name] = (0, 0)
    if "cmap" in program:
        for table in program["cmap"].tables:
            table.cmap = {code: name for code, name in table.cmap.items() if name in stay}
    if "post" in program:
        program["post"].formatType = 3.0
    for tag in set(program.keys()) - NEEDED - {"GlyphOrder"}:
        del program[tag]
    into = io.BytesIO()
    program.save(into, reorderTables=None)
    stream.write(into.getvalue())
    stream["/Length1"] = len(into.getvalue())


def _composite_glyphs(font: pikepdf.Object, codes: set[int], order: list[str]) -> set[str]:
    if font.get("/Encoding") != Name("/Identity-H"):
        return set(order)
    table = font.DescendantFonts[0].get("/CIDToGIDMap")
    places = table.read_bytes() if isinstance(table, pikepdf.Stream) else None
    glyphs = {int.from_bytes(places[2 * code:2 * code + 2], "big") for code in codes} if places is not None else codes
    return {order[glyph] for glyph in glyphs if glyph < len(order)}


def _simple_glyphs(font: pikepdf.Object, codes: set[int], program: TTFont) -> set[str]:
    """All glyphs to which a code could lead; readers differ in which table they ask."""
    encoding = font.get("/Encoding")
    names = _differences(encoding) if isinstance(encoding, pikepdf.Dictionary) else {}
    asked: set[int] = set()
    spelled: set[str] = set()
    for code in codes:
        asked |= {code, 0xF000 | code, 0xF100 | code}
        for table in ("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding"):
            name = names.get(code) or _fontdata.encodings[table][code]
            spelled |= {name} if name else set()
    asked |= {ord(c) for name in spelled for c in toUnicode(name)}
    found = {name for table in program["cmap"].tables for code, name in table.cmap.items() if code in asked} if "cmap" in program else set()
    return found | (spelled & set(program.getGlyphOrder()))


def _compact(stream: pikepdf.Stream, read: bytes, kept: Kept) -> None:
    """A program in the compact format, as it stands in PDFs: without a frame of tables."""
    if read[:1] != b"\1":
        return
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(read), None)
    top = fonts[0]
    order = top.getGlyphOrder()
    stay = {order[0]}
    for font, codes in kept:
        if "/DescendantFonts" not in font:
            builtin = top.Encoding if isinstance(top.Encoding, list) else _fontdata.encodings["StandardEncoding"]
            names = _differences(font.Encoding) if isinstance(font.get("/Encoding"), pikepdf.Dictionary) else {}
            stay |= {name for code in codes for name in (names.get(code), builtin[code], *(_fontdata.encodings[t][code] for t in (
                "WinAnsiEncoding", "MacRomanEncoding"))) if name}
        elif font.get("/Encoding") != Name("/Identity-H"):
            return
        else:
            stay |= {f"cid{code:05d}" for code in codes} if hasattr(top, "ROS") else {order[code] for code in codes if code < len(order)}
    shapes = top.CharStrings
    for name in set(order) - stay:
        shapes[name] = T2CharString(program=["endchar"], private=shapes[name].private, globalSubrs=shapes[name].globalSubrs)
    into = io.BytesIO()
    fonts.compile(into, None)
    stream.write(into.getvalue())
