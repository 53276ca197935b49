"""How text is set: the codes of a string in a font and how far each advances. What cannot be known for certain is said to be :class:`Uncertain`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Name
from reportlab.pdfbase import _fontdata

__all__ = ["Face", "Uncertain", "face_of"]


class Uncertain(Exception):
    """The page cannot be taken apart with certainty; it will be made a picture. The message says why, without any of its content."""


@dataclass(slots=True)
class Face:
    """A font as the cleaner needs it: where codes end, how wide each is (thousandths of the size), and how far letters reach up and down."""

    bytes_per_code: int
    widths: dict[int, float] = field(default_factory=dict)
    otherwise: float | None = None
    doubtful: str = ""
    ideographs_only: bool = False

    def codes(self, text: bytes) -> list[tuple[bytes, int]]:
        """The codes of a string, each with its number.

        :raises Uncertain: the font's codes are not known.
        """
        if self.doubtful:
            raise Uncertain(self.doubtful)
        step = self.bytes_per_code
        return [(text[at:at + step], int.from_bytes(text[at:at + step], "big")) for at in range(0, len(text), step)]

    def width(self, code: int) -> float:
        """The advance of a code.

        :raises Uncertain: it is not known.
        """
        if self.ideographs_only and code < 0x2E80:
            raise Uncertain("a Chinese font without widths of its own")
        found = self.widths.get(code, self.otherwise)
        if found is None:
            raise Uncertain("a font without widths")
        return found


def face_of(font: pikepdf.Object) -> Face:
    """The face of a font dictionary; a doubtful one where it is of a kind that is not taken apart."""
    try:
        kind = font.get("/Subtype")
        if kind == Name.Type0:
            return _composite(font)
        if kind == Name.Type3:
            return Face(1, doubtful="a font of drawings (Type 3)")
        return _simple(font)
    except (AttributeError, TypeError, ValueError, KeyError, IndexError, pikepdf.PdfError):
        return Face(1, doubtful="a font that is not well formed")


def _simple(font: pikepdf.Object) -> Face:
    descriptor = font.get("/FontDescriptor")
    if "/Widths" in font:
        first = int(font.get("/FirstChar", 0))
        widths = {first + at: float(width) for at, width in enumerate(font.Widths)}
        return Face(1, widths, float(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 0.0)
    name = str(font.get("/BaseFont", "")).lstrip("/").split("+")[-1]
    known = _fontdata.widthsByFontGlyph.get(_STANDARD.get(name.replace(",", "-"), name))
    if known is None:
        return Face(1, doubtful="a font without widths")
    return Face(1, {code: float(known[glyph]) for code, glyph in _glyph_names(font, name).items() if glyph in known}, None)


_STANDARD = {"Arial": "Helvetica", "Arial-Bold": "Helvetica-Bold", "TimesNewRoman": "Times-Roman", "TimesNewRoman-Bold": "Times-Bold", "CourierNew": "Courier"}


def _glyph_names(font: pikepdf.Object, name: str) -> dict[int, str]:
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    builtin = {"Symbol": "SymbolEncoding", "ZapfDingbats": "ZapfDingbatsEncoding"}.get(name, "StandardEncoding")
    table = _fontdata.encodings[str(base).lstrip("/") if base is not None else builtin]
    names = {code: glyph for code, glyph in enumerate(table) if glyph}
    if isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding:
        code = 0
        for item in encoding.Differences:
            if isinstance(item, pikepdf.Name):
                names[code] = str(item).lstrip("/")
                code += 1
            else:
                code = int(item)
    return names


def _composite(font: pikepdf.Object) -> Face:
    encoding, descendant = font.get("/Encoding"), font.DescendantFonts[0]
    otherwise = float(descendant.get("/DW", 1000))
    widths = _cid_widths(descendant.get("/W", []))
    if isinstance(encoding, pikepdf.Stream):
        return _own_map(encoding, widths, otherwise)
    name = str(encoding).lstrip("/")
    if name == "Identity-H":
        return Face(2, widths, otherwise)
    if re.fullmatch(r"Uni\w+-(UCS2|UTF16)-H", name):
        return Face(2, {}, otherwise, ideographs_only=True)
    return Face(2, doubtful="a font with a code table of its own" if not name.endswith("V") else "a font that runs downwards")


def _cid_widths(listed: Any) -> dict[int, float]:
    widths: dict[int, float] = {}
    items: list[Any] = list(listed)
    at = 0
    while at + 1 < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], pikepdf.Array):
            widths.update({first + n: float(width) for n, width in enumerate(list(items[at + 1]))})
            at += 2
        else:
            last, width = int(items[at + 1]), float(items[at + 2])
            if last - first > 0xFFFF:
                raise ValueError("too wide a range")
            widths.update(dict.fromkeys(range(first, last + 1), width))
            at += 3
    return widths


_SPACE = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.S)
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(\d+)")
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*(\d+)")


def _own_map(encoding: pikepdf.Stream, widths: dict[int, float], otherwise: float) -> Face:
    """A code table that the file brings with it: taken when all codes have one length and it refers to no other table."""
    told = encoding.read_bytes()
    lengths = {len(code) // 2 for block in _SPACE.findall(told) for code in re.findall(rb"<([0-9A-Fa-f]+)>", block)}
    if len(lengths) != 1 or b"usecmap" in told or "/UseCMap" in encoding or encoding.get("/WMode", 0) != 0 or not lengths <= {1, 2}:
        return Face(2, doubtful="a font with a code table of its own")
    cids: dict[int, int] = {}
    for block in re.findall(rb"begincidrange(.*?)endcidrange", told, re.S):
        for low, high, cid in _RANGE.findall(block):
            cids.update({code: int(cid) + code - int(low, 16) for code in range(int(low, 16), min(int(high, 16), 0xFFFF) + 1)})
    for block in re.findall(rb"begincidchar(.*?)endcidchar", told, re.S):
        cids.update({int(code, 16): int(cid) for code, cid in _CHAR.findall(block)})
    return Face(lengths.pop(), {code: widths.get(cid, otherwise) for code, cid in cids.items()}, otherwise)
