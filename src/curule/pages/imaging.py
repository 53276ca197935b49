"""Images of pages as PNG. Runs in confinement: see :mod:`curule.pages.confined`."""

from __future__ import annotations

from pathlib import Path

from curule.pages.telling import Stopped

__all__ = ["WIDEST", "write_page_image"]

WIDEST = 2400
TALLEST = 8000


def write_page_image(path: str, kind: str, pages: list[int], width: int, folder: str) -> list[str]:
    """Write ``<page>.png`` of each page, counted from one, as wide as asked (pixels, at most :data:`WIDEST`) into a folder; the names written.

    :raises Stopped: ``no_pages``: such a file has no pages that could be shown.
    """
    width = max(16, min(width, WIDEST))
    if kind not in ("pdf", "image"):
        raise Stopped("no_pages")
    write = _pdf if kind == "pdf" else _image
    return write(Path(path), pages, width, Path(folder))


def _pdf(path: Path, pages: list[int], width: int, folder: Path) -> list[str]:
    import pypdfium2

    document, written = pypdfium2.PdfDocument(path), []
    try:
        for number in pages:
            if not 1 <= number <= len(document):
                continue
            page = document[number - 1]
            across, down = page.get_size()
            scale = min(width / max(across, 1), TALLEST / max(down, 1))
            page.render(scale=scale).to_pil().save(folder / f"{number}.png", "PNG")
            written.append(f"{number}.png")
    finally:
        document.close()
    return written


def _image(path: Path, pages: list[int], width: int, folder: Path) -> list[str]:
    from PIL import Image, ImageOps

    written = []
    with Image.open(path) as image:
        for number in pages:
            if not 1 <= number <= getattr(image, "n_frames", 1):
                continue
            image.seek(number - 1)
            frame = ImageOps.exif_transpose(image.convert("RGB"))
            frame.thumbnail((width, TALLEST))
            frame.save(folder / f"{number}.png", "PNG")
            written.append(f"{number}.png")
    return written
