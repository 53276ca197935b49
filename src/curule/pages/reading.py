"""Text, numbers of pages and words, and images of pages of a file that was taken in; every file is opened in confinement."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curule.pages.confined import Confines, Stopped, confined
from curule.pages.media import identify

__all__ = ["PageOfText", "Stopped", "languages_of_files", "page_count", "page_image", "page_images", "text_of", "word_count"]

AT_ONCE = 10
"""Pages that one confined process reads: recognition takes seconds a page, and progress is told between."""
READING = Confines(seconds=300.0, memory=3 * 1024**3)
IMAGING = Confines(seconds=120.0)
RECORDED = ("audio", "video")
WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class PageOfText:
    """The text of one page, counted from one; ``recognised`` by OCR; ``total`` is how many pages there are.

    ``size`` and ``lines``, where its words have places: plain data in tenths of points (:mod:`curule.pages.words`).
    """

    page: int
    text: str
    recognised: bool
    total: int
    size: tuple[int, int] | None = None
    lines: tuple[Any, ...] = ()


def text_of(path: Path, languages: Sequence[str] = ("en", "fr")) -> Iterator[PageOfText]:
    """The pages of a file with their text; only pages without a text layer of their own are recognised. Nothing for recordings.

    :raises Stopped: it took too long or too much, or could not be read.
    """
    kind, first = identify(path).kind, 1
    while True:
        found = confined("text", READING, path=str(path.resolve()), kind=kind, languages=list(languages), first=first, most=AT_ONCE)
        for offset, page in enumerate(found["pages"]):
            size = (int(page["size"][0]), int(page["size"][1])) if "size" in page else None
            yield PageOfText(first + offset, page["text"], page["recognised"], found["total"], size, tuple(page.get("lines", ())))
        first += AT_ONCE
        if first > found["total"]:
            return


def languages_of_files(files: Sequence[tuple[Path, Sequence[str]]], *, recognise: bool = True) -> list[str]:
    """The codes of the languages in which files are written; empty where that is not sure, or there are no words (:mod:`curule.pages.language`).

    Each file comes with the languages in which its pictures are recognised.

    :raises Stopped: it took too long or too much, or one of them could not be read: ask for each alone.
    """
    kinds = [identify(path).kind for path, _languages in files]
    asked = [{"path": str(path.resolve()), "kind": kind, "languages": list(languages)} for (path, languages), kind in zip(files, kinds, strict=True)
             if kind not in RECORDED]
    found = iter(confined("languages", READING, files=asked, recognise=recognise) if asked else ())
    return ["" if kind in RECORDED else str(next(found)) for kind in kinds]


def page_images(path: Path, pages: Sequence[int], width: int) -> dict[int, bytes]:
    """PNG images of these pages, ``width`` pixels wide; pages that are not there are left out.

    :raises Stopped: as :func:`text_of`, or the file has no pages to be shown.
    """
    with tempfile.TemporaryDirectory(prefix="curule-images-") as folder:
        names = confined("image", IMAGING, path=str(path.resolve()), kind=identify(path).kind, pages=list(pages), width=width, folder=folder)
        return {int(name.removesuffix(".png")): (Path(folder) / name).read_bytes() for name in names}


def page_image(path: Path, page: int, width: int) -> bytes:
    """The PNG image of one page. :raises Stopped: as :func:`page_images`, or there is no such page."""
    found = page_images(path, [page], width)
    if page not in found:
        raise Stopped("no_pages")
    return found[page]


def page_count(path: Path) -> int | None:
    """How many pages a PDF or image has; None for what has none of its own. :raises Stopped: it cannot be read."""
    media = identify(path)
    if media.kind not in ("pdf", "image"):
        return None
    return int(confined("inspect", path=str(path.resolve()), kind=media.kind, pixels=200_000_000)["pages"])


def word_count(pages: Sequence[PageOfText]) -> int:
    """The words on these pages; an ideograph counts as one."""
    return sum(len(WORD.findall(re.sub(r"([\u3400-\u9fff])", r" \1 ", page.text))) for page in pages)
