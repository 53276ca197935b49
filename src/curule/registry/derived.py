"""What is made from the files of the record and can be made again: local copies to work on, images of pages.

Images are kept under ``CURULE_HOME`` in folders that only the service reads; whoever serves them asks :mod:`curule.registry.sight` first.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from curule.pages.reading import page_images
from curule.registry.models import Rendition
from curule.store import store

__all__ = ["SIZES", "image_of_page", "local_copy", "make_images", "served"]

SIZES = {"thumb": 150, "page": 1000, "print": 1800}
"""Widths in pixels that can be asked for."""


def served(rendition: Rendition) -> str:
    """The path of the file that readers get: the stamped copy once there is one."""
    return rendition.served_path or rendition.path


@contextmanager
def local_copy(rendition: Rendition, path: str) -> Iterator[Path]:
    """One file of a rendition's object, on this machine while it is worked on."""
    with tempfile.TemporaryDirectory(prefix="curule-copy-") as folder:
        copy = Path(folder) / ("file." + path.rpartition(".")[2])
        with store().read(rendition.document.object_id, path) as stream, copy.open("xb") as out:
            shutil.copyfileobj(stream, out, 1024 * 1024)
        yield copy


def _folder(rendition: Rendition, size: str) -> Path:
    """Where the images of what is served just now are; a new stamp has new images."""
    name = hashlib.sha256(f"{rendition.document.object_id}/{served(rendition)}".encode()).hexdigest()
    return Path(settings.HOME) / "page-images" / name[:2] / name / size


def _kept(folder: Path, page: int, image: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = folder / f".{uuid.uuid4().hex}"
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(image)
    new.replace(folder / f"{page}.png")


def make_images(rendition: Rendition, pages: Sequence[int], size: str) -> None:
    """Make the images of these pages that are missing; page 0 is the cover sheet of what is no PDF. :raises Stopped: the file cannot be drawn."""
    folder, before = _folder(rendition, size), int(rendition.has_cover)
    missing = [page for page in pages if not (folder / f"{page}.png").exists()]
    if missing:
        with local_copy(rendition, served(rendition)) as copy:
            for page, image in page_images(copy, [page + before for page in missing], SIZES[size]).items():
                _kept(folder, page - before, image)


def image_of_page(rendition: Rendition, page: int, size: str) -> bytes | None:
    """The PNG image of a page, made when it is asked for first; nothing where there is no such page. :raises Stopped: the file cannot be drawn."""
    kept = _folder(rendition, size) / f"{page}.png"
    if not kept.exists():
        make_images(rendition, [page], size)
    return kept.read_bytes() if kept.exists() else None
