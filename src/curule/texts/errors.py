"""What can go wrong before a single provision is read. Each message says what, where, and what to do."""

from __future__ import annotations

from curule.texts.words import Phrase, phrase


class TextError(Exception):
    """The file cannot be read as the text of an instrument. `of("fr")` says it in French."""

    def __init__(self, code: str, **values: object) -> None:
        self.phrase: Phrase = phrase(code, **values)
        super().__init__(self.phrase.of("en"))

    @property
    def code(self) -> str:
        """The kind of error, for machines: "too_large", "zero_byte", "no_title" …"""
        return self.phrase.code

    def of(self, lang: str = "en") -> str:
        """The message in English or French."""
        return self.phrase.of(lang)


class UnreadableFileError(TextError):
    """The file is missing, too large, empty, binary, or in no encoding that can be told with certainty."""


class NotAStatuteError(TextError):
    """The file is readable text, but not the text of an instrument that has a reader here."""


class OutlineError(TextError):
    """A table of provisions, or its layout facts, is itself malformed or does not belong to the file."""
