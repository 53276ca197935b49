"""Incoming bytes on their way into an object: copied to disk once, digested twice on the way."""

from __future__ import annotations

import ctypes
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

__all__ = ["CHUNK", "Source", "Staged", "digests", "make_durable", "stage", "sync_folder"]

CHUNK = 1024 * 1024
Source = Path | bytes | BinaryIO
"""Where a file's bytes come from: a file, the bytes themselves, or a stream that is read to its end."""


@dataclass(frozen=True, slots=True)
class Staged:
    """One file on the way: where it lies, its SHA-512, its BLAKE2b and its size in bytes."""

    path: Path
    digest: str
    second: str
    size: int


@contextmanager
def _opened(source: Source) -> Iterator[Iterator[bytes]]:
    if isinstance(source, bytes):
        yield iter((source,))
    elif isinstance(source, Path):
        with source.open("rb") as stream:
            yield iter(lambda: stream.read(CHUNK), b"")
    else:
        yield iter(lambda: source.read(CHUNK), b"")


def stage(source: Source, target: Path) -> Staged:
    """Copy to ``target``, and tell its digests on the way. Whoever keeps it makes it durable."""
    first, second, size = hashlib.sha512(), hashlib.blake2b(), 0
    with _opened(source) as chunks, target.open("xb") as out:
        for chunk in chunks:
            first.update(chunk)
            second.update(chunk)
            out.write(chunk)
            size += len(chunk)
    target.chmod(0o440)
    return Staged(target, first.hexdigest(), second.hexdigest(), size)


def digests(stream: BinaryIO) -> tuple[str, str]:
    """The SHA-512 and the BLAKE2b of what a stream holds."""
    first, second = hashlib.sha512(), hashlib.blake2b()
    for chunk in iter(lambda: stream.read(CHUNK), b""):
        first.update(chunk)
        second.update(chunk)
    return first.hexdigest(), second.hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    _sync(folder, os.O_RDONLY | os.O_DIRECTORY)


def make_durable(folder: Path) -> None:
    """Make everything under a folder durable: by one call for the whole file system where there is one, else file by file and folder by folder.

    One call costs a fifth of a dozen, and Linux tells by it, too, when something could not be written (since 5.8).
    """
    if _sync_file_system(folder):
        return
    for below, _folders, names in os.walk(folder, topdown=False):
        for name in names:
            _sync(Path(below) / name, os.O_RDONLY)
        sync_folder(Path(below))


def _sync(path: Path, how: int) -> None:
    descriptor = os.open(path, how)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_file_system(folder: Path) -> bool:
    try:
        call = ctypes.CDLL(None, use_errno=True).syncfs
    except (AttributeError, OSError):
        return False
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if call(descriptor) != 0:
            fault = ctypes.get_errno()
            raise OSError(fault, os.strerror(fault))
        return True
    finally:
        os.close(descriptor)
