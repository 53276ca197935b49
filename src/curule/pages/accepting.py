"""Whether a file that was sent can be filed: by its content, never by its name."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import puremagic

from curule.law.words import T, Text

__all__ = ["Accepted", "Rejected", "accept"]

MOST_BYTES = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that can be filed: its media type and the ending that goes with it, pages and words where they are known, what was checked."""

    media_type: str
    extension: str
    pages: int | None = None
    words: int | None = None
    checks: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that cannot be filed: why, and what to do."""

    code: str
    says: Text


def accept(path: Path, name: str) -> Accepted | Rejected:
    """Look at a file that came under that name."""
    size = path.stat().st_size
    if not size:
        return Rejected("empty", T("the file is empty; send it again", "le fichier est vide ; renvoyez-le"))
    if size > MOST_BYTES:
        return Rejected("enormous", T("the file is larger than 2 GB; send it in parts", "le fichier dépasse 2 Go ; envoyez-le en plusieurs parties"))
    with path.open("rb") as stream:
        head = stream.read(1024)
    if b"%PDF-" in head:
        return _pdf(path)
    found = puremagic.magic_stream(path.open("rb")) if size < MOST_BYTES else []
    if found and found[0].mime_type:
        return Accepted(found[0].mime_type, found[0].extension.lstrip(".") or "bin")
    return Accepted("text/plain", "txt") if b"\0" not in head else Rejected(
        "unknown", T("the kind of file is not known; send a PDF", "le type de fichier est inconnu ; envoyez un PDF"))


def _pdf(path: Path) -> Accepted | Rejected:
    try:
        with pikepdf.open(path) as found:
            return Accepted("application/pdf", "pdf", len(found.pages))
    except pikepdf.PasswordError:
        return Rejected("password", T("the PDF asks for a password; send it without one", "le PDF demande un mot de passe ; envoyez-le sans protection"))
    except pikepdf.PdfError:
        return Rejected("damaged", T("the PDF is damaged; make it anew", "le PDF est endommagé ; produisez-le de nouveau"))
