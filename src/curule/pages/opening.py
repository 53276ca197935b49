"""A PDF opened for work: whatever cannot be opened gives one error that says why, in both languages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from curule.law.words import T, Text

__all__ = ["LARGEST_PAGE_COUNT", "Unreadable", "open_pdf", "taken_apart", "written"]

LARGEST_PAGE_COUNT = 50_000


class Unreadable(Exception):
    """The file cannot be worked on; ``says`` tells why and what to do, in both languages."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


@contextmanager
def taken_apart() -> Iterator[None]:
    """Whatever a damaged or hostile file makes qpdf raise deep inside (names that are no text, objects of another kind) says one thing.

    :raises Unreadable: in their place.
    """
    try:
        yield
    except (pikepdf.PdfError, UnicodeDecodeError, RuntimeError):
        raise Unreadable(T("the PDF is damaged inside; write it anew from its source",
                           "le PDF est endommagé à l’intérieur ; produisez-le de nouveau à partir de la source")) from None


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """Open a PDF. A file that is only restricted by its author's password opens; one that needs a password to be read does not.

    :raises Unreadable: not a PDF, damaged beyond repair, protected, without pages or with more pages than :data:`LARGEST_PAGE_COUNT`.
    """
    try:
        pdf = pikepdf.Pdf.open(io.BytesIO(data), suppress_warnings=True)
        count = len(pdf.pages)
    except pikepdf.PasswordError:
        raise Unreadable(T("the PDF is protected by a password; file it without one", "le PDF est protégé par un mot de passe ; déposez-le sans")) from None
    except (pikepdf.PdfError, ValueError, RuntimeError, OSError, RecursionError):
        raise Unreadable(T("the file is not a PDF that can be read; write it anew from its source",
                           "le fichier n’est pas un PDF lisible ; produisez-le de nouveau à partir de la source")) from None
    if not 0 < count <= LARGEST_PAGE_COUNT:
        raise Unreadable(T(f"the PDF has {count} pages; a document has 1 to {LARGEST_PAGE_COUNT}",
                           f"le PDF a {count} pages ; un document en a de 1 à {LARGEST_PAGE_COUNT}"))
    return pdf


def written(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a PDF written anew: one revision, no encryption, object streams as they were."""
    into = io.BytesIO()
    pdf.save(into, object_stream_mode=pikepdf.ObjectStreamMode.preserve, fix_metadata_version=False)
    return into.getvalue()
