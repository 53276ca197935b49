"""What can go wrong before a single provision is read. Each message says what, where, and what to do."""

from __future__ import annotations


class TextError(Exception):
    """The file cannot be read as the text of an instrument."""


class UnreadableFileError(TextError):
    """The file is missing, too large, empty, binary, or in no encoding that can be told with certainty."""


class NotAStatuteError(TextError):
    """The file is readable text, but not the text of an instrument that has a reader here."""


class OutlineError(TextError):
    """A table of provisions, or its layout facts, is itself malformed."""
