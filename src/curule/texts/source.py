"""The source: one hostile file, measured before it is read, decoded only when its encoding is certain."""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from curule.texts.errors import UnreadableFileError

DEFAULT_LIMIT = 32 * 1024 * 1024
"""Bytes. The longest instrument known to us is under half a mebibyte."""

_CHUNK = 1024 * 1024
_LINE_END = re.compile(r"\r\n|\n|\r")
_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PLAIN_CONTROLS = frozenset("\n\r\t\f")


@dataclass(frozen=True, slots=True)
class Oddity:
    """A kind of character that no printed text holds: kept as it is, and reported."""

    codepoint: str
    name: str
    count: int
    first_line: int


@dataclass(frozen=True)
class Source:
    """The decoded text with the offsets of its lines. Line numbers start at 1, offsets at 0."""

    name: str
    text: str
    sha256: str
    encoding: str
    _starts: list[int] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self._starts.append(0)
        self._starts.extend(match.end() for match in _LINE_END.finditer(self.text))

    def line_at(self, offset: int) -> int:
        """The number of the line in which the character stands."""
        return bisect_right(self._starts, offset)

    def column_at(self, offset: int) -> int:
        """The position of the character in its line, from 1."""
        return offset - self._starts[self.line_at(offset) - 1] + 1

    def lines(self) -> Iterator[tuple[int, int, int]]:
        """Number, start and end of each line that holds more than white space, trimmed."""
        for index, start in enumerate(self._starts):
            end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
            piece = self.text[start:end]
            stripped = piece.strip()
            if stripped:
                first = start + len(piece) - len(piece.lstrip())
                yield index + 1, first, first + len(stripped)

    def oddities(self) -> list[Oddity]:
        """Control, direction and invisible characters, private-use and replacement characters."""
        found: Counter[str] = Counter()
        first: dict[str, int] = {}
        for match in _ODD_CANDIDATE.finditer(self.text):
            character = match.group()
            if character in _PLAIN_CONTROLS or not _is_odd(character):
                continue
            found[character] += 1
            first.setdefault(character, self.line_at(match.start()))
        return [Oddity(f"U+{ord(c):04X}", unicodedata.name(c, "control character"), found[c], first[c]) for c in sorted(found)]


_ODD_CANDIDATE = re.compile("[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]")


def _is_odd(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Co", "Cn"} or character == "\ufffd"


def open_source(path: str | Path, *, limit: int = DEFAULT_LIMIT) -> Source:
    """Read a file. Raises UnreadableFileError; `limit` is in bytes, checked before and while reading."""
    place = Path(path)
    data = _read_bytes(place, limit)
    digest = hashlib.sha256(data).hexdigest()
    text, encoding = _decode(data, place.name)
    return Source(place.name, text, digest, encoding)


def _read_bytes(place: Path, limit: int) -> bytes:
    try:
        status = place.stat()
    except (OSError, ValueError) as error:
        raise UnreadableFileError("cannot_open", name=place.name, cause=_cause(error)) from error
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFileError("not_regular", name=place.name)
    if status.st_size > limit:
        raise UnreadableFileError("too_large", name=place.name, size=status.st_size, limit=limit)
    parts: list[bytes] = []
    total = 0
    try:
        with place.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                total += len(chunk)
                if total > limit:
                    raise UnreadableFileError("too_large", name=place.name, size=total, limit=limit)
                parts.append(chunk)
    except OSError as error:
        raise UnreadableFileError("reading_failed", name=place.name, cause=_cause(error)) from error
    return b"".join(parts)


def _cause(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _decode(data: bytes, name: str) -> tuple[str, str]:
    if not data.strip():
        raise UnreadableFileError("empty", name=name)
    if data.startswith(_WIDE_MARKS):
        raise UnreadableFileError("wide", name=name)
    zero = data.find(b"\x00")
    if zero >= 0:
        raise UnreadableFileError("zero_byte", name=name, position=zero)
    try:
        encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        chinese = _decode_chinese(data)
        if chinese is None:
            raise UnreadableFileError("encoding", name=name, position=error.start) from error
        return chinese, "gb18030"
    if not text.strip():
        raise UnreadableFileError("empty", name=name)
    return text, encoding


def _decode_chinese(data: bytes) -> str | None:
    """The text in GB 18030, but only if nearly all of it is everyday Chinese.

    Almost any bytes decode to rare characters in this encoding, so that decoding alone proves nothing. The
    everyday characters (first level of GB 2312) are a sixth of the code space: text that holds little else is
    Chinese beyond doubt.
    """
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [character for character in text if ord(character) > 0x7F]
    common = sum(1 for character in foreign if _is_everyday(character))
    if len(foreign) < 50 or common < 0.95 * len(foreign):
        return None
    return text


def _is_everyday(character: str) -> bool:
    try:
        lead = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return 0xA1 <= lead <= 0xA3 or 0xB0 <= lead <= 0xD7
