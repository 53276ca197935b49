"""What the program of an office file hides - deleted words, comments, notes, hidden rows and sheets, properties -, piece by piece, and what of it goes public.

The pages that stand for such a file show it in brackets. None of it is in the public version unless whoever redacts has chosen to keep that very piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from curule.pages.confined import Confines, confined
from curule.pages.media import identify
from curule.registry.derived import local_copy
from curule.registry.models import Rendition
from curule.registry.redaction_work import RedactionWork

__all__ = ["GROUND", "Hidden", "choose", "hidden_of", "kept", "may_hide"]

MOST = 500
"""Pieces that somebody can look at; a file that hides more has to be cleaned by its author."""
READING = Confines(seconds=120.0)
INSERTED = "[inserted / inséré"
"""Insertions that are tracked: their words are seen in the program, so that they are kept unless somebody chooses otherwise."""
GROUND = "Hidden in the file / Masqué dans le fichier"
KIND = "hidden"


@dataclass(frozen=True, slots=True)
class Hidden:
    """The pieces as the pages show them; ``has_more`` than can be looked at."""

    pieces: Sequence[str] = ()
    has_more: bool = False


def may_hide(rendition: Rendition) -> bool:
    """Whether it is a file of a program that hides things: no PDF, no picture, no recording."""
    return not rendition.media_type.startswith(("application/pdf", "image/", "audio/", "video/", "text/plain"))


def hidden_of(rendition: Rendition) -> Hidden:
    """What a file hides. :raises Stopped: it cannot be read."""
    if not may_hide(rendition):
        return Hidden()
    with local_copy(rendition, rendition.path) as copy:
        found = confined("hidden", READING, path=str(copy), kind=identify(copy).kind, most=MOST)
    return Hidden(tuple(found["pieces"]), bool(found["more"]))


def kept(work: RedactionWork, hidden: Hidden) -> frozenset[str]:
    """The pieces that go public: those that were chosen; before anything was chosen, insertions alone."""
    chosen: dict[str, Any] | None = next((mark for mark in work.marks if mark["kind"] == KIND), None)
    return frozenset(piece for piece in hidden.pieces if (piece in chosen["kept"] if chosen is not None else piece.startswith(INSERTED)))


def choose(work: RedactionWork, hidden: Hidden, places: Sequence[str]) -> None:
    """Keep the pieces at these places of the list, and no others; what was made with another choice no longer counts."""
    wanted = [piece for place, piece in enumerate(hidden.pieces) if str(place) in places]
    work.marks = [mark for mark in work.marks if mark["kind"] != KIND]
    work.mark({"kind": KIND, "kept": wanted})
