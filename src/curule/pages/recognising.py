"""Words in pictures, by Tesseract: their text, and the place of each word. Runs in confinement: see :mod:`curule.pages.confined`."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from curule.pages.telling import Stopped
from curule.pages.words import Line, Word, apart

__all__ = ["DPI", "LARGEST_SIDE", "installed", "read_picture", "rendered", "tongues"]

DPI = 300
LARGEST_SIDE = 6000
"""Pixels of the longer side of a page that is recognised."""
TESSERACT = {"en": "eng", "fr": "fra", "zh": "chi_sim"}
SECONDS = 300


def tongues(languages: Sequence[str]) -> list[str]:
    """What Tesseract calls these languages; English where it knows none of them."""
    return list(dict.fromkeys(TESSERACT[language] for language in languages if language in TESSERACT)) or ["eng"]


def installed(languages: Sequence[str]) -> list[str]:
    """Those of Tesseract's languages that this machine has; none where there is no Tesseract."""
    return [tongue for tongue in tongues(languages) if tongue in _on_machine()]


@cache
def _on_machine() -> frozenset[str]:
    try:
        done = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=True, timeout=60)  # noqa: S607  # from the service's own path
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(done.stdout.decode("ascii", "ignore").split())


def rendered(page: Any) -> Any:
    """The picture of a page of a PDF as it is recognised."""
    width, height = page.get_size()
    scale = min(DPI / 72, LARGEST_SIDE / max(width, height, 1))
    return page.render(scale=scale, grayscale=True).to_pil()


def read_picture(image: Any, spoken: Sequence[str], size: tuple[float, float] | None = None) -> tuple[str, list[Line]]:
    """The text that Tesseract reads, and its lines of words with their places (in points of a page of that size; in pixels without one).

    :raises Stopped: ``ocr``: it is not installed or failed.
    """
    with tempfile.TemporaryDirectory(prefix="curule-ocr-") as folder:
        image.save(f"{folder}/page.png", "PNG")
        command = ["tesseract", f"{folder}/page.png", f"{folder}/read", "-l", "+".join(spoken), "--dpi", str(DPI), "txt", "tsv"]
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)  # noqa: S603  # our own file's name
            text, table = (Path(f"{folder}/read.{form}").read_text("utf-8", "replace") for form in ("txt", "tsv"))
        except (OSError, subprocess.SubprocessError):
            raise Stopped("ocr") from None
    width, height = size or image.size
    return text, _lines(table, width / max(image.width, 1), height / max(image.height, 1))


def _lines(table: str, across: float, down: float) -> list[Line]:
    lines: dict[tuple[str, ...], Line] = {}
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, wide, high = (int(value) for value in cells[6:10])
        box = (left * across, top * down, (left + wide) * across, (top + high) * down)
        lines.setdefault(tuple(cells[2:5]), []).extend(apart(Word(cells[11].strip(), *box)))
    return list(lines.values())
