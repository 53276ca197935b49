"""What strikes in a form of filing before it is sent: its files are looked at as the door will look at them, and nothing is kept."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from curule.access.models import User
from curule.desk.labels import labelled
from curule.matters.entering import stored_raw
from curule.matters.pipeline import NotEntered
from curule.matters.reading import Reading
from curule.pages.accepting import Rejected, accept
from curule.pages.reading import languages_of_files
from curule.pages.telling import Stopped
from curule.registry.forms import FilingForm
from curule.registry.noticing import FileSeen, Incoming, Notice, limits_of, noticed
from curule.registry.receiving import display_name

__all__ = ["Looked", "look", "written"]

SALT = "curule.registry.looking"
HOURS = 12
MOST_LOOKED_AT = 20
"""Files that are looked at beforehand; all are when they are sent."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What strikes, the limits of such a document, and files that cannot be filed, with the remedy. ``files``: the names of those that were looked at;
    ``seal``: what was seen of them, signed, so that another kind of document can be tried without sending them again.
    """

    notices: list[Notice]
    limits: str
    refused: list[str]
    files: list[str]
    seal: str

    @property
    def is_over(self) -> bool:
        """Whether it is longer than allowed: the limits are told with that."""
        return any(notice.kind == "limit" for notice in self.notices)


def look(reading: Reading, act: str, form: FilingForm, user: User, lang: str, seal: str = "") -> Looked:
    """The form as far as it is filled in, its files as far as they were chosen; without files, those of an earlier look that ``seal`` names."""
    chosen = [file for file in (form.cleaned_data.get("main"), *(form.cleaned_data.get("annexes") or ())) if file]
    seen, refused = _looked_at(chosen, lang) if chosen else _unsealed(seal)
    try:
        stored = stored_raw(reading, act, form.declared_given)
    except NotEntered:
        stored = {}
    language = str(form.given.get("language", ""))
    incoming = Incoming(reading, act, form.chosen_organ, reading.on, form.given, [replace(file, language=language) for file in seen], stored)
    # What is called an answer and names nothing is a fault of the form itself.
    notices = [notice for notice in noticed(incoming, user, frozenset(reading.tokens), lang) if notice.kind != "relation"]
    return Looked(notices, limits_of(incoming, lang), refused, [file.name for file in seen],
                  signing.dumps([[asdict(file) for file in seen], refused], salt=SALT, compress=True))


def _looked_at(chosen: Sequence[UploadedFile[bytes]], lang: str) -> tuple[list[FileSeen], list[str]]:
    paths, seen, refused = [], [], []
    with tempfile.TemporaryDirectory(prefix="curule-looked-") as folder:
        for n, upload in enumerate(chosen[:MOST_LOOKED_AT]):
            name, path = upload.name or "", written(Path(folder), n, upload)
            found = accept(path, name)
            if isinstance(found, Rejected):
                refused.append(labelled(display_name(name), found.says.of(lang), lang))
                continue
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha512").hexdigest()
            seen.append(FileSeen(display_name(name), "", digest, found.pages, found.words, "", bool(found.checks.get("repaired"))))
            paths.append(path)
        return [replace(file, reads_as=reads) for file, reads in zip(seen, _languages(paths), strict=True)], refused


def _languages(paths: Sequence[Path]) -> list[str]:
    """What their texts read as; pictures are recognised later, when they are sent."""
    try:
        return languages_of_files([(path, ()) for path in paths], recognise=False)
    except Stopped:
        return [""] * len(paths)


def _unsealed(seal: str) -> tuple[list[FileSeen], list[str]]:
    """What was seen before; nothing where the seal is not ours or is old."""
    try:
        seen, refused = signing.loads(seal, salt=SALT, max_age=HOURS * 3600)
    except signing.BadSignature:
        return [], []
    return [FileSeen(**file) for file in seen], refused


def written(folder: Path, n: int, upload: UploadedFile[bytes]) -> Path:
    """An upload in a file of our own naming: the name that was sent is data, never a path."""
    path = folder / str(n)
    with path.open("wb") as stream:
        for chunk in upload.chunks():
            stream.write(chunk)
    return path

