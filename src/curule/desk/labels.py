"""The signs between words as each language writes them: "Branch: Arusha" in English, « Section : Arusha » in French, which puts a space before the colon."""

from __future__ import annotations

from django.utils.translation import get_language

__all__ = ["colon", "labelled", "quoted"]

COLONS = {"fr": "\u00a0: "}
QUOTES = {"fr": ("«\u00a0", "\u00a0»")}


def colon(lang: str | None = None) -> str:
    """The colon between a label and its value with its spaces, in a language (the reader's, unless said)."""
    return COLONS.get(_written_in(lang), ": ")


def quoted(value: object, lang: str | None = None) -> str:
    """What somebody wrote, between the quotation marks of a language (the reader's, unless said); it is not changed or escaped."""
    opening, closing = QUOTES.get(_written_in(lang), ("“", "”"))
    return f"{opening}{value}{closing}"


def labelled(label: object, value: object, lang: str | None = None) -> str:
    """A label and its value as one phrase in a language (the reader's, unless said); neither is changed or escaped."""
    return f"{label}{colon(lang)}{value}"


def _written_in(lang: str | None) -> str:
    return (lang or get_language() or "en").partition("-")[0]
