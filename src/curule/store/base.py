"""What every store does, wherever its bytes lie: objects in versions, each version a set of named files, nothing ever overwritten."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from curule.store.faults import Damaged, Fault, NotKept
from curule.store.inventory import CONTENT, Inventory, User, Version
from curule.store.names import check_object_id, check_paths
from curule.store.staging import Source, Staged, stage
from curule.store.verification import faults_of

__all__ = ["Store"]


class Store(ABC):
    """A preservation store by OCFL 1.1. Any copy can be read with the specification and standard tools alone."""

    def put(self, object_id: str, files: Mapping[str, Source], message: str, user: User) -> int:
        """Add or replace files in a new version, and return its number; what the last version held otherwise stays in it.

        The version stands whole or not at all, whatever is killed. Putting what is there already makes no new version, so that a repeat is harmless.

        :raises BadName: a name that cannot be kept. :raises Damaged: the object must be repaired first. :raises Contended: somebody else was first.
        """
        check_object_id(object_id)
        check_paths(files)
        with self._deposit() as folder:
            staged = {path: stage(source, folder / str(n)) for n, (path, source) in enumerate(files.items())}
            with self._held(object_id):
                return self._put_held(object_id, staged, message, user, folder)

    def _put_held(self, object_id: str, staged: Mapping[str, Staged], message: str, user: User, folder: Path) -> int:
        before = self._inventory(object_id) or Inventory(object_id, (), {})
        old = before.versions[-1].state if before.versions else {}
        state = {**old, **{path: file.digest for path, file in staged.items()}}
        if state == old and before.versions:
            return before.head
        check_paths(state)
        number = before.head + 1
        fresh = [(path, file) for path, file in reversed(list(staged.items())) if file.digest not in before.manifest]
        new = {file.digest: (self._content_path(number, path, file.digest), file) for path, file in fresh}
        version = Version(number, datetime.now(UTC).replace(microsecond=0), message, user, state)
        after = before.following(version, {digest: (path, file.second) for digest, (path, file) in new.items()})
        self._commit(before if before.versions else None, after, {path: file.path for path, file in new.values()}, folder)
        return number

    def read(self, object_id: str, path: str, version: int | None = None, *, start: int = 0, length: int | None = None) -> BinaryIO:
        """The bytes of a file as a stream to be closed, by default of the last version; ``start`` and ``length`` choose a part.

        :raises NotKept: no such object, version or file. :raises Damaged: its inventory cannot be trusted.
        """
        inventory = self.inventory(object_id)
        return self._open(object_id, inventory.manifest[inventory.digest(path, version)], start, length)

    def size(self, object_id: str, path: str, version: int | None = None) -> int:
        """How many bytes a file has.

        :raises NotKept: no such object, version or file.
        """
        inventory = self.inventory(object_id)
        return self._size(object_id, inventory.manifest[inventory.digest(path, version)])

    def inventory(self, object_id: str) -> Inventory:
        """All versions of an object with their files and digests.

        :raises NotKept: no such object. :raises Damaged: its inventory cannot be trusted.
        """
        found = self._inventory(check_object_id(object_id))
        if found is None:
            raise NotKept("no such object")
        return found

    def exists(self, object_id: str) -> bool:
        """Whether there is such an object, in whatever state."""
        try:
            return self._inventory(check_object_id(object_id)) is not None
        except Damaged:
            return True

    def verify(self, object_id: str) -> list[Fault]:
        """Everything that is wrong with an object, from the bytes up; nothing where all is well.

        :raises NotKept: no such object.
        """
        files = {path: path for path in self._paths(check_object_id(object_id))}
        if not files:
            raise NotKept("no such object")
        return faults_of(object_id, files, lambda path: self._open(object_id, path, 0, None))

    def _content_path(self, number: int, path: str, digest: str) -> str:
        """Where the bytes of a new file go in the object."""
        return f"v{number}/{CONTENT}/{path}"

    @abstractmethod
    def objects(self) -> Iterator[str]:
        """The names of all objects. An object whose inventory is damaged is told too: by the name that it gives, or as ``?`` and its place."""

    @abstractmethod
    def sweep(self) -> int:
        """Remove what killed writers left behind, and finish what they had all but done; how many were found."""

    @abstractmethod
    def _deposit(self) -> AbstractContextManager[Path]:
        """A folder for incoming bytes."""

    @abstractmethod
    def _held(self, object_id: str) -> AbstractContextManager[None]:
        """Nobody else writes to the object meanwhile."""

    @abstractmethod
    def _inventory(self, object_id: str) -> Inventory | None:
        """The inventory; None where there is no such object. :raises Damaged: it cannot be trusted."""

    @abstractmethod
    def _commit(self, before: Inventory | None, after: Inventory, new: Mapping[str, Path], folder: Path) -> None:
        """Make ``after`` the object's inventory, with the new files at their paths in the object."""

    @abstractmethod
    def _open(self, object_id: str, path: str, start: int, length: int | None) -> BinaryIO:
        """A file of the object by its path in the object. :raises NotKept: its bytes are missing."""

    @abstractmethod
    def _size(self, object_id: str, path: str) -> int:
        """The size of a file of the object."""

    @abstractmethod
    def _paths(self, object_id: str) -> Iterator[str]:
        """The paths of all files that lie in the object's folder, whether they belong there or not."""
