"""Incoming bytes on their way into an object: copied to disk once, digested twice on the way."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

__all__ = ["CHUNK", "Source", "Staged", "digests", "stage", "sync_folder"]

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
    """Copy to ``target`` so that it survives the loss of power, and tell its digests."""
    first, second, size = hashlib.sha512(), hashlib.blake2b(), 0
    with _opened(source) as chunks, target.open("xb") as out:
        for chunk in chunks:
            first.update(chunk)
            second.update(chunk)
            out.write(chunk)
            size += len(chunk)
        out.flush()
        os.fsync(out.fileno())
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
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
