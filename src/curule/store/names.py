"""Names: from an object's name to its place (OCFL extension 0004), and which file paths may be kept at all."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from curule.store.faults import BadName

__all__ = ["LAYOUT", "LAYOUT_CONFIG", "check_object_id", "check_paths", "place_of"]

LAYOUT = "0004-hashed-n-tuple-storage-layout"
LAYOUT_CONFIG = {"extensionName": LAYOUT, "digestAlgorithm": "sha256", "tupleSize": 3, "numberOfTuples": 3, "shortObjectRoot": False}
LONGEST_ID, LONGEST_PATH, LONGEST_PART = 500, 1024, 200
"""Characters of a name; bytes of a path and of each of its parts (file systems end at 255)."""
FORBIDDEN = frozenset('\\:*?"<>|')
"""What some file system cannot hold: a copy of the store must be readable on any."""


def check_object_id(object_id: str) -> str:
    """The name itself, when it can be one.

    :raises BadName: empty, too long, or with characters that are not printable.
    """
    if not object_id or len(object_id) > LONGEST_ID or not object_id.isprintable() or object_id != object_id.strip():
        raise BadName("an object's name is 1 to 500 printable characters")
    return object_id


def place_of(object_id: str) -> str:
    """The object's folder under the storage root. A digest: no name can lead out of the store or into another object.

    >>> place_of("object-01")
    '3c0/ff4/240/3c0ff4240c1e116dba14c7627f2319b58aa3d77606d0d90dfc6161608ac987d4'
    """
    digest = hashlib.sha256(check_object_id(object_id).encode()).hexdigest()
    return f"{digest[:3]}/{digest[3:6]}/{digest[6:9]}/{digest}"


def check_paths(paths: Iterable[str]) -> None:
    """Whether these may be the files of one version, together.

    :raises BadName: a path that is absolute, climbs, holds control or reserved characters, or meets another one but for case or normal form.
    """
    seen: dict[str, str] = {}
    for path in paths:
        _check_path(path)
        key = unicodedata.normalize("NFC", path).casefold()
        if key in seen:
            raise BadName(f"{path!r} and {seen[key]!r} could not lie in one folder everywhere")
        seen[key] = path
    for key in seen:
        parts = key.split("/")
        if any("/".join(parts[:n]) in seen for n in range(1, len(parts))):
            raise BadName(f"{seen[key]!r} lies in what is a file")


def _check_path(path: str) -> None:
    parts = path.split("/")
    if any(part in ("", ".", "..") or part != part.strip(" ") or part.endswith(".") for part in parts):
        raise BadName(f"{path!r} is not a plain relative path")
    if not path.isprintable() or not FORBIDDEN.isdisjoint(path):
        raise BadName(f"{path!r} holds characters that cannot be kept everywhere")
    try:
        sizes = [len(part.encode()) for part in parts]
    except UnicodeEncodeError:
        raise BadName("the path is not Unicode text") from None
    if max(sizes) > LONGEST_PART or sum(sizes) + len(parts) > LONGEST_PATH:
        raise BadName("the path is too long")
