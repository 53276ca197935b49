"""Pixels overwritten: an image is decoded, painted where it is redacted, and encoded anew; nothing of the old one is kept."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Sequence

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image, ImageDraw

from curule.pages.redaction.geometry import Matrix, Point, inverse, mapped
from curule.pages.redaction.glyphs import Uncertain
from curule.pages.redaction.marks import Box

__all__ = ["MOST_PIXELS", "painted"]

MOST_PIXELS = 120_000_000
_SPACES = {"/DeviceGray": "L", "/CalGray": "L", "/DeviceRGB": "RGB", "/CalRGB": "RGB", "/Indexed": "RGB", "/DeviceCMYK": "CMYK"}
_BLACK: dict[str, int | tuple[int, ...]] = {"L": 0, "RGB": (0, 0, 0), "CMYK": (0, 0, 0, 255)}


def painted(pdf: pikepdf.Pdf, image: pikepdf.PdfImage | pikepdf.PdfInlineImage, placed: Matrix, zones: Sequence[Box]) -> pikepdf.Stream:
    """A new image that is the old one with the zones painted black. ``placed``: where its unit square lies on the page.

    :raises Uncertain: an image of a kind that is not decoded here (stencils, colour keys, inks of their own, damage).
    """
    told = image.obj
    if image.image_mask or isinstance(told.get("/Mask"), (pikepdf.Array, pikepdf.Stream)) or "/Decode" in told or "/D" in told:
        raise Uncertain("an image that is a stencil or has a colour key")
    back = inverse(placed)
    if back is None or image.width * image.height > MOST_PIXELS:
        raise Uncertain("an image without size, or too large")
    shapes = [_pixels(back, zone, image.width, image.height) for zone in zones]
    made = _encoded(pdf, _over(_decoded(image, _mode(image)), shapes), _is_photograph(told), _space(told))
    mask = told.get("/SMask")
    if isinstance(mask, pikepdf.Stream):
        soft = pikepdf.PdfImage(mask)
        if soft.width * soft.height > MOST_PIXELS or "/Decode" in mask or "/Matte" in mask:
            raise Uncertain("an image with a mask that is not taken apart")
        # Where pixels are black now, the mask is solid: what it showed by transparency alone is gone too.
        solid = _over(_decoded(soft, "L"), [_pixels(back, zone, soft.width, soft.height) for zone in zones], 255)
        made["/SMask"] = _encoded(pdf, solid, photograph=False, space=None)
    return made


def _mode(image: pikepdf.PdfImage | pikepdf.PdfInlineImage) -> str:
    """How the samples of an image are kept, in Pillow's words."""
    space = image.obj.get("/ColorSpace", image.obj.get("/CS"))
    if isinstance(space, pikepdf.Array) and space[0] == Name.ICCBased:
        mode = {1: "L", 3: "RGB", 4: "CMYK"}.get(int(space[1].get("/N", 0)), "")
    else:
        named = str(space[0] if isinstance(space, pikepdf.Array) else space or image.colorspace)
        mode = _SPACES.get({"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}.get(named, named), "")
    if not mode or (mode == "CMYK" and _is_photograph(image.obj)):
        raise Uncertain("an image in colours that are not taken apart")
    return mode


def _space(told: pikepdf.Object) -> pikepdf.Object | None:
    """The image's own colour space where the painted one can keep it."""
    space = told.get("/ColorSpace")
    return space if isinstance(space, pikepdf.Array) and space[0] in (Name.ICCBased, Name.CalGray, Name.CalRGB) else None


def _is_photograph(told: pikepdf.Object) -> bool:
    filters = told.get("/Filter", told.get("/F"))
    return any(str(one) in ("/DCTDecode", "/DCT", "/JPXDecode") for one in (filters if isinstance(filters, pikepdf.Array) else [filters]))


def _decoded(image: pikepdf.PdfImage | pikepdf.PdfInlineImage, mode: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return image.as_pil_image().convert(mode)
    except Exception:
        raise Uncertain("an image that cannot be decoded") from None


def _pixels(back: Matrix, zone: Box, width: int, height: int) -> list[Point]:
    """A zone of the page in the pixels of an image, grown by one so that no rest of a letter stays at its edge."""
    x0, y0, x1, y1 = zone
    corners = [mapped(back, x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    pixels = [(u * width, (1 - v) * height) for u, v in corners]
    centre = (sum(x for x, _ in pixels) / 4, sum(y for _, y in pixels) / 4)
    grown = [(x + (1 if x > centre[0] else -1), y + (1 if y > centre[1] else -1)) for x, y in pixels]
    return [(min(max(x, -4e6), 4e6), min(max(y, -4e6), 4e6)) for x, y in grown]


def _over(picture: Image.Image, shapes: list[list[Point]], value: int | None = None) -> Image.Image:
    pen = ImageDraw.Draw(picture)
    for shape in shapes:
        pen.polygon(shape, fill=_BLACK[picture.mode] if value is None else value)
    return picture


def _encoded(pdf: pikepdf.Pdf, picture: Image.Image, photograph: bool, space: pikepdf.Object | None) -> pikepdf.Stream:
    told = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=picture.width, Height=picture.height, BitsPerComponent=8)
    told.ColorSpace = space if space is not None else {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}[picture.mode]
    if photograph and picture.mode in ("L", "RGB"):
        into = io.BytesIO()
        picture.save(into, "JPEG", quality=90)
        told.Filter = Name.DCTDecode
        return pikepdf.Stream(pdf, into.getvalue(), told)
    told.Filter = Name.FlateDecode
    return pikepdf.Stream(pdf, zlib.compress(picture.tobytes()), told)
