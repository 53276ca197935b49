"""Whether a file can be filed: what it is by its content, whether it is whole, readable, of a size that can be dealt with, and what is to be known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curule.law.words import T, Text
from curule.pages import malware
from curule.pages.confined import Confines, Stopped, confined
from curule.pages.inspecting import zip_facts
from curule.pages.media import EXTENSIONS, MediaType, identify

__all__ = ["DEFAULT", "KNOWN", "Accepted", "Limits", "Rejected", "accept"]

MIB = 1024 * 1024
INSPECTING = Confines(seconds=90.0)


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is dealt with: bytes of a document and of a recording, pages, pixels of an image, members of a container, bytes unpacked, and how many
    times larger what is unpacked may be (asked of files that unpack to more than ``unpacked_free``).
    """

    document_bytes: int = 1024 * MIB
    recording_bytes: int = 64 * 1024 * MIB
    pages: int = 20_000
    pixels: int = 200_000_000
    entries: int = 20_000
    unpacked: int = 2048 * MIB
    unpacked_free: int = 32 * MIB
    ratio: int = 100
    text_bytes: int = 256 * MIB
    confines: Confines = INSPECTING


DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that can be filed; ``extension`` without a dot is the one to keep it under; ``checks`` are plain data for its record."""

    media_type: str
    extension: str
    pages: int | None = None
    words: int | None = None
    checks: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that cannot: a code for programs, and words for its sender: what is wrong and what to do."""

    code: str
    says: Text


REASONS = {
    "empty": T("the file is empty; send it again", "le fichier est vide ; envoyez-le de nouveau"),
    "unknown": T(
        "files of this kind cannot be filed; send a PDF, an office document, an image, a recording, an e-mail or plain text",
        "ce type de fichier ne peut être déposé ; envoyez un PDF, un document bureautique, une image, un enregistrement, un courriel ou du texte brut",
    ),
    "archive": T(
        "an archive cannot be filed; unpack it and send its files one by one",
        "une archive ne peut être déposée ; décompressez-la et envoyez ses fichiers un à un",
    ),
    "old": T("this is an old office format; save it as PDF, DOCX or XLSX", "il s’agit d’un ancien format bureautique ; enregistrez-le en PDF, DOCX ou XLSX"),
    "active": T(
        "web pages and drawings with programs in them cannot be filed; print it to PDF",
        "les pages web et les dessins contenant des programmes ne peuvent être déposés ; imprimez-les en PDF",
    ),
    "program": T("this is a program and cannot be filed", "il s’agit d’un programme ; il ne peut être déposé"),
    "locked": T(
        "the file is protected by a password; remove it and send the file again",
        "le fichier est protégé par un mot de passe ; retirez-le et renvoyez le fichier",
    ),
    "damaged": T(
        "the file is damaged and cannot be read; write it anew from its source",
        "le fichier est endommagé et illisible ; produisez-le de nouveau à partir de la source",
    ),
    "attached": T(
        "a program hangs on this e-mail; file the e-mail without it, and describe what was attached",
        "un programme est joint à ce courriel ; déposez le courriel sans lui et décrivez ce qui était joint",
    ),
    "pixels": T("the image has too many pixels; make it smaller", "l’image comporte trop de pixels ; réduisez-la"),
    "bomb": T(
        "the file unpacks to far more than it should; write it anew from its source",
        "le fichier se décompresse en bien plus qu’il ne devrait ; produisez-le de nouveau à partir de la source",
    ),
    "too_long": T(
        "the file could not be read within the time and memory given to one file; divide it",
        "le fichier n’a pu être lu dans le temps et la mémoire prévus ; divisez-le",
    ),
    "malware": T(
        "the malware check found something in the file; it was not kept",
        "le contrôle antivirus a trouvé quelque chose dans le fichier ; il n’a pas été conservé",
    ),
    "unscannable": T(
        "the file is too large for the malware check; divide it",
        "le fichier est trop volumineux pour le contrôle antivirus ; divisez-le",
    ),
    "not_checked": T(
        "the malware check does not answer at the moment; send the file again later",
        "le contrôle antivirus ne répond pas pour l’instant ; renvoyez le fichier plus tard",
    ),
}
_STOPPED = {"password": "locked", "damaged": "damaged", "pixels": "pixels", "attached": "attached",
            "time": "too_long", "memory": "too_long", "broken": "damaged"}
DANGEROUS = frozenset(
    {"exe", "com", "bat", "cmd", "scr", "js", "vbs", "ps1", "msi", "jar", "html", "htm", "svg", "xml", "zip", "rar", "7z", "doc", "xls", "ppt", "rtf"}
)
KNOWN = frozenset().union(*EXTENSIONS.values()) | DANGEROUS
"""Endings of names that say what a file is."""


def accept(path: Path, name: str, limits: Limits = DEFAULT) -> Accepted | Rejected:
    """Whether the file at ``path``, which its sender called ``name``, can be filed. Nothing of it is carried out and nothing of it believed."""
    media = identify(path)
    size = path.stat().st_size
    for refused in (_kind_refused(media), _name_refused(name, media), _size_refused(media, size, limits), _container_refused(path, media, size, limits)):
        if refused is not None:
            return refused
    scanned = malware.check(path)
    if reason := _scan_refused(scanned.result, media):
        return _rejected(reason)
    try:
        facts = confined("inspect", limits.confines, path=str(path.resolve()), kind=media.kind, pixels=limits.pixels)
    except Stopped as fault:
        return _rejected(_STOPPED.get(fault.why, "damaged"))
    pages, words = facts.pop("pages", None), facts.pop("words", None)
    if pages is not None and not 0 < pages <= limits.pages:
        return Rejected(
            "pages",
            T(
                f"the file has {pages} pages; a document has 1 to {limits.pages}: divide it",
                f"le fichier a {pages} pages ; un document en a de 1 à {limits.pages} : divisez-le",
            ),
        )
    checks = {"malware": scanned.as_dict(), **{fact: value for fact, value in facts.items() if value not in (False, 0, "", [], None)}}
    return Accepted(media.name, media.extension, pages, words, checks)


def _rejected(code: str) -> Rejected:
    return Rejected(code, REASONS[code])


def _scan_refused(result: str, media: MediaType) -> str:
    """The reason to refuse a file after the malware check; a recording that is too large for the scanner is taken in, and its record says so."""
    if result == "too_large":
        return "" if media.kind in ("audio", "video") else "unscannable"
    return {"found": "malware", "unanswered": "not_checked"}.get(result, "")


def _kind_refused(media: MediaType) -> Rejected | None:
    return _rejected(media.kind) if media.kind in REASONS else None


def _name_refused(name: str, media: MediaType) -> Rejected | None:
    """A name that says something else than the content; a name without a known ending says nothing."""
    ending = name.rpartition(".")[2].strip().lower()
    if "." not in name or ending not in KNOWN or ending in EXTENSIONS.get(media.extension, ()):
        return None
    return Rejected(
        "mislabelled",
        T(
            f"its name ends in .{ending}, but its content is {media.extension.upper()}; give it its right name, or send the right file",
            f"son nom finit par .{ending}, mais son contenu est du {media.extension.upper()} ; renommez-le ou envoyez le bon fichier",
        ),
    )


def _size_refused(media: MediaType, size: int, limits: Limits) -> Rejected | None:
    most = limits.recording_bytes if media.kind in ("audio", "video") else limits.text_bytes if media.kind == "text" else limits.document_bytes
    if size <= most:
        return None
    return Rejected(
        "large",
        T(
            f"the file has {size // MIB} MiB; the most for such a file is {most // MIB} MiB: divide it",
            f"le fichier fait {size // MIB} Mio ; le maximum pour un tel fichier est de {most // MIB} Mio : divisez-le",
        ),
    )


def _container_refused(path: Path, media: MediaType, size: int, limits: Limits) -> Rejected | None:
    """A container whose list of members promises more than such a file holds, before anything is unpacked."""
    if media.kind not in ("word", "sheet", "slides"):
        return None
    try:
        facts = zip_facts(path)
    except Stopped:
        return _rejected("damaged")
    if facts["locked"]:
        return _rejected("locked")
    swells = facts["unpacked"] > limits.unpacked_free and facts["unpacked"] > limits.ratio * max(facts["packed"], 1)
    if swells or facts["unpacked"] > limits.unpacked or facts["entries"] > limits.entries or facts["packed"] > size or facts["nested"]:
        return _rejected("bomb")
    return None
