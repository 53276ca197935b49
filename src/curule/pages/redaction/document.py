"""The document around the pages: what is shown of forms becomes part of the page, and the public file is a new document that takes over the pages
and nothing else: no metadata, attachments, scripts, comments, links, outlines, alternative texts, layers, earlier revisions.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageDraw

from curule.pages.boxes import inherited, resources_of, rotation_of, seen_box
from curule.pages.redaction.marks import Box, Sheet
from curule.pages.redaction.typefaces import without_unused_letters

__all__ = ["NEVER", "PAGE_KEYS", "ROOT_KEYS", "afresh", "flattened", "pictured", "sheet_of"]

PAGE_KEYS = frozenset(("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Contents", "/Resources", "/Group"))
ROOT_KEYS = frozenset(("/Type", "/Pages"))
NEVER = frozenset(("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/OC", "/StructParent", "/StructParents", "/Thumb", "/AA", "/JS", "/Alternates",
                   "/OPI", "/Ref", "/ActualText", "/Alt", "/Annots", "/EF", "/Measure", "/PtData", "/SpiderInfo", "/Properties", "/Lang"))
"""Keys that stand nowhere in a public file: each can carry words or refer to something that does."""
MOST_PIXELS = 40_000_000
HIDDEN, NO_VIEW = 2, 32


def sheet_of(page: pikepdf.Page) -> Sheet:
    """How the page is shown."""
    return Sheet(seen_box(page), rotation_of(page))


def flattened(pdf: pikepdf.Pdf) -> None:
    """What fields of forms show becomes content of the page; every other annotation goes."""
    for page in pdf.pages:
        found = page.obj.get("/Annots")
        kept = [one for one in found if _is_shown_field(one)] if isinstance(found, pikepdf.Array) else []
        if kept:
            page.obj["/Annots"] = Array(kept)
        elif found is not None:
            del page.obj["/Annots"]
    try:
        if "/AcroForm" in pdf.Root and pdf.Root.AcroForm.get("/NeedAppearances", False):
            pdf.generate_appearance_streams()
        pdf.flatten_annotations("screen")
    except (pikepdf.PdfError, RuntimeError, AttributeError, TypeError, ValueError):
        for page in pdf.pages:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]


def _is_shown_field(one: pikepdf.Object) -> bool:
    if not isinstance(one, pikepdf.Dictionary) or one.get("/Subtype") != Name.Widget:
        return False
    flags = one.get("/F", 0)
    return not isinstance(flags, int) or not flags & (HIDDEN | NO_VIEW)


def afresh(pdf: pikepdf.Pdf, boxes: Mapping[int, Sequence[Box]], pictures: Mapping[int, bytes], prepared: pikepdf.Pdf) -> bytes:
    """The public file: the cleaned pages, those that became pictures in place of theirs, and the black boxes on top (by page, from 0)."""
    with pikepdf.Pdf.new() as out:
        for number, page in enumerate(pdf.pages):
            if number in pictures:
                _add_picture(out, pictures[number], sheet_of(prepared.pages[number]).size)
                continue
            for key in ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group"):
                value = inherited(page, key)
                if value is not None:
                    page.obj[key] = value
            for key in set(page.obj.keys()) - PAGE_KEYS:
                del page.obj[key]
            page.obj["/Resources"] = resources_of(page)
            out.pages.append(page)
            _cover(out, out.pages[-1], boxes.get(number, ()))
        for thing in out.objects:
            if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
                _bare(thing)
        without_unused_letters(out)
        for key in set(out.Root.keys()) - ROOT_KEYS:
            del out.Root[key]
        if "/Info" in out.trailer:
            del out.trailer["/Info"]
        into = io.BytesIO()
        out.save(into, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return into.getvalue()


def _bare(thing: pikepdf.Object, depth: int = 0) -> None:
    """Take out of an object, and of the objects written inside it, the keys that carry more than the page shows."""
    for key in list(thing.keys()):
        value = thing[key]
        if key in NEVER:
            del thing[key]
        elif depth < 8 and isinstance(value, pikepdf.Dictionary) and not value.is_indirect:
            _bare(value, depth + 1)


def _cover(out: pikepdf.Pdf, page: pikepdf.Page, boxes: Sequence[Box]) -> None:
    """Draw the black boxes over a page whose content saves and restores in balance."""
    if not boxes:
        return
    drawn = "\n".join(f"{x0:.3f} {y0:.3f} {x1 - x0:.3f} {y1 - y0:.3f} re f" for x0, y0, x1, y1 in boxes)
    before, after = out.make_stream(b"q\n"), out.make_stream(f"\nQ q 0 g\n{drawn}\nQ\n".encode())
    page.obj["/Contents"] = Array([before, page.obj.Contents, after])


def pictured(page: pypdfium2.PdfPage, boxes: Sequence[Box], dpi: int) -> bytes:
    """A page as a JPEG picture with black boxes in its pixels. Comments are not drawn."""
    width, height = page.get_size()
    scale = min(dpi / 72, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, draw_annots=False, may_draw_forms=False)
    picture = bitmap.to_pil().convert("RGB")
    where = bitmap.get_posconv(page)
    pen = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in boxes:
        (a, b), (c, d) = where.to_bitmap(x0, y0), where.to_bitmap(x1, y1)
        pen.rectangle((min(a, c) - 1, min(b, d) - 1, max(a, c) + 1, max(b, d) + 1), fill=(0, 0, 0))
    red, green, blue = picture.split()
    if all(_nearly_black(ImageChops.difference(*pair)) for pair in ((red, green), (green, blue))):
        picture = picture.convert("L")
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=85, dpi=(dpi, dpi))
    return into.getvalue()


def _nearly_black(difference: Image.Image) -> bool:
    return not any(difference.histogram()[8:])


def _add_picture(out: pikepdf.Pdf, jpeg: bytes, size: tuple[float, float]) -> None:
    width, height = size
    page = out.add_blank_page(page_size=(max(width, 3), max(height, 3)))
    with Image.open(io.BytesIO(jpeg)) as picture:
        space = Name.DeviceGray if picture.mode == "L" else Name.DeviceRGB
        told = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=picture.width, Height=picture.height, BitsPerComponent=8, ColorSpace=space,
                          Filter=Name.DCTDecode)
    page.obj["/Resources"] = Dictionary(XObject=Dictionary(Page=pikepdf.Stream(out, jpeg, told)))
    page.obj["/Contents"] = out.make_stream(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Page Do Q".encode())
