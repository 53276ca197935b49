"""The store on a file system. ``<root>/ocfl`` is the OCFL storage root; ``<root>/deposit`` holds what is on its way, on the same file system.

A version is made beside the object (old content by hard link, everything made durable) and put in its place by one exchange of names, so that
the object is at every instant the old one or the new one, whatever is killed.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from curule.store.base import Store
from curule.store.faults import Contended, Damaged, NotKept
from curule.store.inventory import DECLARATION, INVENTORY, SIDECAR, Inventory, read_inventory, sidecar_of
from curule.store.names import LAYOUT, LAYOUT_CONFIG, place_of
from curule.store.staging import make_durable, sync_folder

__all__ = ["FolderStore"]

ROOT_DECLARATION = ("0=ocfl_1.1", b"ocfl_1.1\n")
LOCKS = 256
AT_FDCWD, RENAME_EXCHANGE = -100, 2


class FolderStore(Store):
    """A store under a folder of this machine or of a mounted disk."""

    def __init__(self, root: Path) -> None:
        self.root = root / "ocfl"
        self.deposits = root / "deposit"
        for folder in (self.root, self.deposits, self.deposits / "locks"):
            folder.mkdir(parents=True, exist_ok=True, mode=0o750)
        self._declare()

    def _declare(self) -> None:
        layout = {"extension": LAYOUT, "description": "Each object lies in a folder named by the SHA-256 of its name."}
        config = self.root / "extensions" / LAYOUT
        config.mkdir(parents=True, exist_ok=True)
        wanted = {config / "config.json": json.dumps(LAYOUT_CONFIG, indent=1).encode(), self.root / "ocfl_layout.json": json.dumps(layout, indent=1).encode(),
                  self.root / ROOT_DECLARATION[0]: ROOT_DECLARATION[1]}
        for path, content in wanted.items():
            if not path.exists():
                with self._deposit() as folder:
                    _write(folder / "declared", content)
                    make_durable(folder)
                    (folder / "declared").replace(path)
                    sync_folder(path.parent)

    def objects(self) -> Iterator[str]:
        """The names of all objects, read from their inventories."""
        for folder in sorted(self.root.glob("???/???/???/*")):
            try:
                found = self._inventory_at(folder)
            except Damaged:
                found = None
            yield found.object_id if found is not None else _name_given(folder)

    def sweep(self) -> int:
        """Remove deposits whose writer is gone; put an object back that was being exchanged without the system's help."""
        found = 0
        for lock in self.deposits.glob("*.lock"):
            with suppress(FileNotFoundError), lock.open("rb") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                folder = lock.with_suffix("")
                self._put_back(folder)
                shutil.rmtree(folder, ignore_errors=True)
                lock.unlink(missing_ok=True)
                found += 1
        return found

    def _put_back(self, folder: Path) -> None:
        for old in folder.glob("old-*"):
            digest = old.name.removeprefix("old-")
            place = self.root / digest[:3] / digest[3:6] / digest[6:9] / digest
            if not place.exists():
                old.rename(place)
                sync_folder(place.parent)

    @contextmanager
    def _deposit(self) -> Iterator[Path]:
        while True:
            folder = self.deposits / uuid.uuid4().hex
            lock = folder.with_suffix(".lock")
            with lock.open("xb") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                if not lock.exists():  # swept between its making and its locking
                    continue
                folder.mkdir()
                try:
                    yield folder
                finally:
                    self._put_back(folder)
                    shutil.rmtree(folder, ignore_errors=True)
                    lock.unlink(missing_ok=True)
                return

    @contextmanager
    def _held(self, object_id: str) -> Iterator[None]:
        lock = self.deposits / "locks" / place_of(object_id).rpartition("/")[2][:2]
        with lock.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _at(self, object_id: str) -> Path:
        return self.root / place_of(object_id)

    def _inventory(self, object_id: str) -> Inventory | None:
        return self._inventory_at(self._at(object_id))

    def _inventory_at(self, folder: Path) -> Inventory | None:
        # Both are read by one open folder: an exchange of names between the two reads cannot mix two versions.
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            return None
        try:
            return read_inventory(_read_in(descriptor, INVENTORY), _read_in(descriptor, SIDECAR))
        finally:
            os.close(descriptor)

    def _commit(self, before: Inventory | None, after: Inventory, new: Mapping[str, Path], folder: Path) -> None:
        made, place = folder / "object", self._at(after.object_id)
        made.mkdir()
        if before is not None:
            _link_all(place, made)
        version = made / f"v{after.head}"
        version.mkdir(exist_ok=before is None)
        for path, staged in new.items():
            target = made / path
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.rename(target)
        written = after.as_bytes()
        for into in (version, made):
            _write(into / INVENTORY, written)
            _write(into / SIDECAR, sidecar_of(written))
        _write(made / DECLARATION[0], DECLARATION[1])
        make_durable(made)
        _put_in_place(made, place, is_new=before is None)

    def _open(self, object_id: str, path: str, start: int, length: int | None) -> BinaryIO:
        try:
            stream = (self._at(object_id) / path).open("rb")
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            raise NotKept("the content is missing") from None
        if start:
            stream.seek(start)
        return _Part(stream, length) if length is not None else stream

    def _size(self, object_id: str, path: str) -> int:
        try:
            return (self._at(object_id) / path).stat().st_size
        except (FileNotFoundError, NotADirectoryError):
            raise NotKept("the content is missing") from None

    def _paths(self, object_id: str) -> Iterator[str]:
        folder = self._at(object_id)
        for below, _folders, names in os.walk(folder):
            for name in names:
                yield (Path(below) / name).relative_to(folder).as_posix()


class _Part(BytesIO):
    """The next ``length`` bytes of a stream, read as they are asked for."""

    def __init__(self, stream: BinaryIO, length: int) -> None:
        super().__init__()
        self._stream, self._left = stream, length

    def read(self, size: int | None = -1, /) -> bytes:
        """At most so many bytes; nothing after the last."""
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        found = self._stream.read(wanted)
        self._left -= len(found)
        return found

    def close(self) -> None:
        """Close the stream as well."""
        self._stream.close()
        super().close()


def _read_in(descriptor: int, name: str) -> bytes:
    try:
        with open(os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=descriptor), "rb") as file:  # noqa: PTH123  # by the folder's descriptor
            return file.read()
    except OSError:
        raise Damaged(f"{name} is missing") from None


def _write(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)  # a hard link of the version before must not be written through
    with path.open("xb") as out:
        out.write(content)
    path.chmod(0o440)


def _link_all(source: Path, target: Path) -> None:
    """The same files under new names; the bytes are shared. The object's own inventory is written anew and not linked."""
    for below, folders, names in os.walk(source):
        into = target / Path(below).relative_to(source)
        for folder in folders:
            (into / folder).mkdir()
        for name in names:
            if Path(below) != source or name not in (INVENTORY, SIDECAR):
                os.link(Path(below) / name, into / name, follow_symlinks=False)


def _put_in_place(made: Path, place: Path, *, is_new: bool) -> None:
    missing = [folder for folder in list(place.parents)[:3] if not folder.exists()]
    place.parent.mkdir(parents=True, exist_ok=True)
    if is_new:
        try:
            made.rename(place)
        except OSError as fault:
            if fault.errno in (errno.ENOTEMPTY, errno.EEXIST):
                raise Contended("the object was made meanwhile") from None
            raise
    elif not _exchange(made, place):
        # Without the system's help there is an instant without the object; a sweep puts the old one back.
        place.rename(made.parent / f"old-{place.name}")
        made.rename(place)
    for folder in dict.fromkeys((place.parent, *(folder.parent for folder in missing))):
        sync_folder(folder)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders' names in one step; False where the system cannot."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    fault = ctypes.get_errno()
    if fault in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(fault, os.strerror(fault))


def _name_given(folder: Path) -> str:
    """What a damaged object calls itself, when its place agrees."""
    try:
        name = json.loads((folder / INVENTORY).read_bytes())["id"]
        if place_of(name).endswith(folder.name):
            return str(name)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return f"?{folder.name}"
