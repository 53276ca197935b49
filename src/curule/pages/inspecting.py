"""Facts of a file that decide whether it can be filed. Runs in confinement: see :mod:`curule.pages.confined`."""

from __future__ import annotations

import mmap
import re
import warnings
import zipfile
from pathlib import Path
from typing import Any

from curule.pages.telling import Stopped

__all__ = ["ZipFacts", "inspect", "zip_facts"]

PART = re.compile(rb"""pdfaid:part(?:[^<>]{0,200}>|\s*=\s*["'])\s*([1-4])""")
CONFORMANCE = re.compile(rb"""pdfaid:conformance(?:[^<>]{0,200}>|\s*=\s*["'])\s*([ABEFUabefu])""")
ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar")
WORD = re.compile(r"\w+", re.UNICODE)
ZipFacts = dict[str, int]


def inspect(path: str, kind: str, pixels: int) -> dict[str, Any]:
    """Pages, words and marks of a file of that kind.

    :raises Stopped: ``damaged``, ``password``, ``pixels`` or ``attached`` (a letter that carries a program).
    """
    found = {"pdf": _pdf, "word": _office, "sheet": _office, "slides": _office, "image": _image, "mail": _mail, "text": _text, "audio": _sound, "video": _film}
    facts = found[kind](Path(path), pixels) if kind == "image" else found[kind](Path(path))  # type: ignore[operator]
    return dict(facts)


def _pdf(path: Path) -> dict[str, Any]:
    import pikepdf

    try:
        with pikepdf.Pdf.open(path, suppress_warnings=True) as pdf:
            facts: dict[str, Any] = {"pages": len(pdf.pages), "restricted": pdf.is_encrypted, "attachments": len(pdf.attachments)}
            facts["pdfa"] = _pdfa_claim(pdf)
            facts["active"] = sorted(_active(pdf))
            facts["layers"] = "/OCProperties" in pdf.Root
            facts["xfa"] = isinstance(pdf.Root.get("/AcroForm"), pikepdf.Dictionary) and "/XFA" in pdf.Root.AcroForm
            facts["repaired"] = bool(pdf.get_warnings())
        facts["revisions"] = _revisions(path)
        return facts
    except pikepdf.PasswordError:
        raise Stopped("password") from None
    except (pikepdf.PdfError, ValueError, RuntimeError, OSError, RecursionError):
        raise Stopped("damaged") from None


def _revisions(path: Path) -> int:
    """How many earlier revisions the file holds. A file that is prepared for the web ends twice, and has one."""
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        ends = len(re.findall(rb"startxref\s+[0-9]+\s+%%EOF", content))
        is_linear = b"/Linearized" in content[:2048]
    return max(0, ends - 1 - is_linear)


def _pdfa_claim(pdf: Any) -> str:
    """What the file says of itself (``2B``); nobody has checked that it is so."""
    metadata = pdf.Root.get("/Metadata")
    said = metadata.read_bytes()[:1_000_000] if metadata is not None else b""
    part, level = PART.search(said), CONFORMANCE.search(said)
    return (part[1] + (level[1] if level else b"")).decode().upper() if part else ""


def _active(pdf: Any) -> set[str]:
    """Scripts and actions that a viewer might carry out."""
    found: set[str] = set()
    for item in pdf.objects:
        try:
            kind = str(item.get("/S", "")) if hasattr(item, "get") else ""
        except (ValueError, TypeError, AttributeError):
            continue
        if kind in ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/RichMediaExecute"):
            found.add(kind[1:])
    return found


def zip_facts(path: Path) -> ZipFacts:
    """Entries, bytes packed and unpacked, and archives within. Only the list of members is read; it is compared with the file's own size.

    :raises Stopped: ``damaged``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, UnicodeError):
        raise Stopped("damaged") from None
    return {
        "entries": len(members),
        "packed": sum(m.compress_size for m in members),
        "unpacked": sum(m.file_size for m in members),
        "nested": sum(m.filename.lower().endswith(ARCHIVES) for m in members),
        "locked": sum(bool(m.flag_bits & 1) for m in members),
    }


def _office(path: Path) -> dict[str, Any]:
    from defusedxml import ElementTree

    facts: dict[str, Any] = {"macros": False, "words": None}
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            facts["macros"] = any(name.lower().endswith("vbaproject.bin") for name in names)
            facts["embedded"] = sum("/embeddings/" in name for name in names)
            facts["external"] = sum(archive.read(n).count(b'TargetMode="External"') for n in names if n.endswith(".rels"))
            if "word/document.xml" in names:
                with archive.open("word/document.xml") as stream:
                    root = ElementTree.parse(stream, forbid_dtd=True).getroot()
                facts["words"] = sum(_words(paragraph) for paragraph in root.iter() if paragraph.tag.endswith("}p"))
            elif "xl/workbook.xml" in names:
                ElementTree.fromstring(archive.read("xl/workbook.xml"), forbid_dtd=True)
    except Exception:
        raise Stopped("damaged") from None
    return facts


def _words(paragraph: Any) -> int:
    return len(WORD.findall("".join(node.text or "" for node in paragraph.iter() if node.tag.endswith("}t"))))


def _image(path: Path, pixels: int) -> dict[str, Any]:
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = pixels
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                frames = getattr(image, "n_frames", 1)
                facts = {"pages": frames, "width": image.width, "height": image.height}
                if image.width * image.height > pixels:
                    raise Stopped("pixels")
                image.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Stopped("pixels") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError):
        raise Stopped("damaged") from None
    return facts


def _mail(path: Path) -> dict[str, Any]:
    import email
    import email.policy

    with path.open("rb") as stream:
        message = email.message_from_binary_file(stream, policy=email.policy.default)
    from curule.pages.attachments import attachments_of

    try:
        attached = list(attachments_of(message))
    except (AttributeError, KeyError, ValueError, LookupError):
        raise Stopped("damaged") from None
    if any(one["kind"] == "program" for one in attached):
        raise Stopped("attached")
    return {"attachments": len(attached), "attached": attached}


def _text(path: Path) -> dict[str, Any]:
    from curule.pages.extracting import decoded

    return {"words": len(WORD.findall(decoded(path.read_bytes())))}


def _sound(path: Path) -> dict[str, Any]:
    import wave

    try:
        with wave.open(str(path)) as sound:
            return {"seconds": round(sound.getnframes() / (sound.getframerate() or 1), 2)}
    except (wave.Error, EOFError, OSError):
        return {}


def _film(path: Path) -> dict[str, Any]:
    return {"seconds": seconds} if (seconds := _film_seconds(path)) else {}


def _film_seconds(path: Path) -> float:
    """The length that an MP4 or QuickTime file gives in its movie header; 0 where it gives none near its beginning or end."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        parts = stream.read(1_000_000)
        stream.seek(max(0, size - 1_000_000))
        parts += stream.read()
    at = parts.find(b"mvhd")
    header = parts[at + 4 : at + 36] if at >= 0 else b""
    if len(header) < 32:
        return 0.0
    wide = header[0] == 1
    scale = int.from_bytes(header[20:24] if wide else header[12:16], "big")
    length = int.from_bytes(header[24:32] if wide else header[16:20], "big")
    return round(length / scale, 2) if scale else 0.0
