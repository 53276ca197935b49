"""What a file is, told from its content; its name is never believed."""

from __future__ import annotations

import email
import email.policy
import zipfile
from dataclasses import dataclass
from pathlib import Path

import puremagic

__all__ = ["EXTENSIONS", "MediaType", "identify"]


@dataclass(frozen=True, slots=True)
class MediaType:
    """A media type by its registered name, the extension under which such a file is kept (no dot), and what kind of thing it is.

    ``kind``: ``pdf``, ``word``, ``sheet``, ``slides``, ``mail``, ``text``, ``image``, ``audio``, ``video``, or why it cannot be filed: ``archive``,
    ``old``, ``active``, ``program``, ``locked``, ``empty``, ``unknown``.
    """

    name: str
    extension: str
    kind: str


_OOXML = "application/vnd.openxmlformats-officedocument."
PDF = MediaType("application/pdf", "pdf", "pdf")
DOCX, XLSX, PPTX = (
    MediaType(_OOXML + name, extension, kind)
    for name, extension, kind in (
        ("wordprocessingml.document", "docx", "word"),
        ("spreadsheetml.sheet", "xlsx", "sheet"),
        ("presentationml.presentation", "pptx", "slides"),
    )
)
MACROS = {
    "word": MediaType("application/vnd.ms-word.document.macroEnabled.12", "docm", "word"),
    "xl": MediaType("application/vnd.ms-excel.sheet.macroEnabled.12", "xlsm", "sheet"),
    "ppt": MediaType("application/vnd.ms-powerpoint.presentation.macroEnabled.12", "pptm", "slides"),
}
OFFICE = {"word": DOCX, "xl": XLSX, "ppt": PPTX}
EML = MediaType("message/rfc822", "eml", "mail")
TEXT = MediaType("text/plain", "txt", "text")
EMPTY = MediaType("application/x-empty", "", "empty")
UNKNOWN = MediaType("application/octet-stream", "bin", "unknown")
ZIP = MediaType("application/zip", "zip", "archive")
HTML, SVG, XML = MediaType("text/html", "html", "active"), MediaType("image/svg+xml", "svg", "active"), MediaType("application/xml", "xml", "active")
PROGRAM = MediaType("application/x-executable", "bin", "program")
OLD = MediaType("application/x-ole-storage", "doc", "old")
LOCKED = MediaType("application/x-ole-storage", "docx", "locked")
RTF = MediaType("text/rtf", "rtf", "old")

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", MediaType("image/png", "png", "image")),
    (b"\xff\xd8\xff", MediaType("image/jpeg", "jpg", "image")),
    (b"II*\0", MediaType("image/tiff", "tif", "image")),
    (b"MM\0*", MediaType("image/tiff", "tif", "image")),
    (b"GIF8", MediaType("image/gif", "gif", "image")),
    (b"fLaC", MediaType("audio/flac", "flac", "audio")),
    (b"OggS", MediaType("audio/ogg", "ogg", "audio")),
    (b"ID3", MediaType("audio/mpeg", "mp3", "audio")),
    (b"\x7fELF", PROGRAM),
    (b"MZ", PROGRAM),
    (b"#!", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xfe\xed\xfa", PROGRAM),
    (b"{\\rtf", RTF),
    (b"7z\xbc\xaf\x27\x1c", MediaType("application/x-7z-compressed", "7z", "archive")),
    (b"Rar!", MediaType("application/vnd.rar", "rar", "archive")),
    (b"\x1f\x8b", MediaType("application/gzip", "gz", "archive")),
    (b"BZh", MediaType("application/x-bzip2", "bz2", "archive")),
    (b"\xfd7zXZ\0", MediaType("application/x-xz", "xz", "archive")),
)
_RIFF = {
    b"WAVE": MediaType("audio/wav", "wav", "audio"),
    b"AVI ": MediaType("video/x-msvideo", "avi", "video"),
    b"WEBP": MediaType("image/webp", "webp", "image"),
}
_WEIGHED = {
    "video/mp4": MediaType("video/mp4", "mp4", "video"),
    "video/quicktime": MediaType("video/quicktime", "mov", "video"),
    "video/webm": MediaType("video/webm", "webm", "video"),
    "video/x-matroska": MediaType("video/x-matroska", "mkv", "video"),
    "audio/mpeg": MediaType("audio/mpeg", "mp3", "audio"),
    "audio/mp4": MediaType("audio/mp4", "m4a", "audio"),
    "audio/aac": MediaType("audio/aac", "aac", "audio"),
}
EXTENSIONS: dict[str, frozenset[str]] = {
    "pdf": frozenset({"pdf"}),
    "docx": frozenset({"docx"}),
    "xlsx": frozenset({"xlsx"}),
    "pptx": frozenset({"pptx"}),
    "docm": frozenset({"docm"}),
    "xlsm": frozenset({"xlsm"}),
    "pptm": frozenset({"pptm"}),
    "eml": frozenset({"eml"}),
    "txt": frozenset({"txt", "csv", "md", "log", "text", "tsv"}),
    "png": frozenset({"png"}),
    "jpg": frozenset({"jpg", "jpeg", "jpe", "jfif"}),
    "tif": frozenset({"tif", "tiff"}),
    "gif": frozenset({"gif"}),
    "webp": frozenset({"webp"}),
    "flac": frozenset({"flac"}),
    "ogg": frozenset({"ogg", "oga", "ogv", "opus"}),
    "mp3": frozenset({"mp3"}),
    "wav": frozenset({"wav"}),
    "avi": frozenset({"avi"}),
    "mp4": frozenset({"mp4", "m4v", "m4a", "mov"}),
    "mov": frozenset({"mov", "mp4", "qt"}),
    "webm": frozenset({"webm", "mkv"}),
    "mkv": frozenset({"mkv", "webm"}),
    "m4a": frozenset({"m4a", "mp4"}),
    "aac": frozenset({"aac"}),
}
"""The endings that a name may have, by the extension under which the file is kept."""


def identify(path: Path) -> MediaType:
    """What a file is. Only its beginning is read, and the list of members where it is a container."""
    with path.open("rb") as stream:
        head = stream.read(8192)
    if not head:
        return EMPTY
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return LOCKED if _is_locked_office(path) else OLD
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    for beginning, found in _SIGNATURES:
        if head.startswith(beginning):
            return found
    return _in_text(head) or _weighed(path) or UNKNOWN


def _in_zip(path: Path) -> MediaType:
    try:
        with zipfile.ZipFile(path) as archive:
            names = frozenset(info.filename for info in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, UnicodeError):
        return ZIP
    if "[Content_Types].xml" not in names:
        return ZIP
    for folder, main in (("word", "word/document.xml"), ("xl", "xl/workbook.xml"), ("ppt", "ppt/presentation.xml")):
        if main in names:
            return MACROS[folder] if any(name.lower().endswith("vbaproject.bin") for name in names) else OFFICE[folder]
    return ZIP


def _is_locked_office(path: Path) -> bool:
    """An office file with a password is an old container that holds an ``EncryptedPackage``."""
    with path.open("rb") as stream:
        return "EncryptedPackage".encode("utf-16-le") in stream.read(4 * 1024 * 1024)


def _in_text(head: bytes) -> MediaType | None:
    text = _as_text(head)
    if text is None:
        return None
    start = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body", "<script", "<iframe")):
        return HTML
    if start.startswith("<svg") or (start.startswith(("<?xml", "<!--", "<!doctype svg")) and "<svg" in start):
        return SVG
    if start.startswith("<?xml"):
        return HTML if "<html" in start else XML
    return EML if _is_mail(head) else TEXT


def _as_text(head: bytes) -> str | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as fault:
        # A character may be cut at the end of what was read; older files are in a Western code page.
        text = head[: fault.start].decode("utf-8") if fault.start > len(head) - 4 else head.decode("cp1252", "replace")
    controls = sum(1 for c in text if ord(c) < 32 and c not in "\t\r\n\f\x1b")
    return text if controls == 0 and text.count("\ufffd") * 50 <= len(text) else None


def _is_mail(head: bytes) -> bool:
    found = email.message_from_bytes(head, policy=email.policy.compat32)
    names = {name.lower() for name in found}
    return "from" in names and len(names & {"date", "message-id", "subject", "to", "mime-version", "received"}) >= 2


def _weighed(path: Path) -> MediaType | None:
    try:
        guesses = puremagic.magic_file(path)
    except (puremagic.PureError, ValueError, OSError):
        return None
    return next((_WEIGHED[guess.mime_type] for guess in guesses if guess.mime_type in _WEIGHED and guess.confidence >= 0.4), None)
