"""What a page says of itself or inherits: its boxes, its rotation, its resources. Nonsense is read as if it were not there."""

from __future__ import annotations

import pikepdf

__all__ = ["inherited", "page_of_picture", "resources_of", "rotation_of", "seen_box"]

Box = tuple[float, float, float, float]
A4 = (595.0, 842.0)
LETTER: Box = (0.0, 0.0, 612.0, 792.0)
DEEPEST = 64


def page_of_picture(width: int, height: int) -> tuple[float, float]:
    """The page, in points, that a picture of so many pixels fills: as large as a sheet A4 holds, upright or across."""
    across, down = A4 if height >= width else (A4[1], A4[0])
    scale = min(across / max(width, 1), down / max(height, 1))
    return (max(width * scale, 1.0), max(height * scale, 1.0))


def inherited(page: pikepdf.Page, name: str) -> pikepdf.Object | None:
    """A value of a page or of the nodes above it."""
    node = page.obj
    for _ in range(DEEPEST):
        if name in node:
            return node[name]
        if "/Parent" not in node or not isinstance(node.Parent, pikepdf.Dictionary):
            return None
        node = node.Parent
    return None


def seen_box(page: pikepdf.Page) -> Box:
    """What the reader sees of a page: the crop box inside the media box; a letter page where the boxes are nonsense."""
    media = _corners(page, "/MediaBox") or LETTER
    crop = _corners(page, "/CropBox") or media
    seen = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return seen if seen[2] - seen[0] >= 1 and seen[3] - seen[1] >= 1 else media


def _corners(page: pikepdf.Page, name: str) -> Box | None:
    found = inherited(page, name)
    try:
        a, b, c, d = (float(value) for value in found or ())
    except (TypeError, ValueError):
        return None
    box = (min(a, c), min(b, d), max(a, c), max(b, d))
    return box if box[2] - box[0] >= 1 and box[3] - box[1] >= 1 else None


def rotation_of(page: pikepdf.Page) -> int:
    """By how many degrees the page is turned clockwise when it is shown: 0, 90, 180 or 270."""
    try:
        return round(float(inherited(page, "/Rotate") or 0) / 90) * 90 % 360
    except (TypeError, ValueError):
        return 0


def resources_of(page: pikepdf.Page) -> pikepdf.Dictionary:
    """The page's resources in a dictionary of its own, which other pages do not share."""
    found = inherited(page, "/Resources")
    return pikepdf.Dictionary(dict(found)) if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()
