"""What is found: a span of the text, its kind, and the keys that it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Citation", "Kind"]


class Kind(StrEnum):
    """What is cited."""

    PROVISION = "provision"
    CASE = "case"
    FILING = "filing"
    UN_DOCUMENT = "un_document"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in a text that cites something.

    start, end: the span in the text, in characters. keys: what is cited, normalised: ``rome:61(7)(b)``, ``rule:68(B)`` where the
    instrument is not certain, ``ICC-01/04-01/06-3121``, ``S/RES/1966 (2010)``, ``MICT-13-55-A#45`` for a paragraph of a filing,
    ``para:45`` for a paragraph of something unnamed. A list or a range has several.
    """

    kind: Kind
    start: int
    end: int
    text: str
    keys: tuple[str, ...]

    @property
    def is_document(self) -> bool:
        """Whether it names a document that has paragraphs."""
        return self.kind in (Kind.CASE, Kind.FILING, Kind.UN_DOCUMENT)
