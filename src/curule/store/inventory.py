"""The inventory of an object (OCFL 1.1, section 3.5): which bytes each version holds under which names."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from curule.store.faults import Damaged, NotKept

__all__ = ["ALGORITHM", "CONTENT", "DECLARATION", "INVENTORY", "SECOND", "SIDECAR", "Inventory", "User", "Version", "read_inventory", "sidecar_of"]

ALGORITHM, SECOND = "sha512", "blake2b-512"
"""The digest that addresses content, and the one of another family that is kept beside it (``fixity``)."""
INVENTORY, SIDECAR = "inventory.json", f"inventory.json.{ALGORITHM}"
DECLARATION = ("0=ocfl_object_1.1", b"ocfl_object_1.1\n")
TYPE = "https://ocfl.io/1.1/spec/#inventory"
CONTENT = "content"
HEX = re.compile(r"[0-9a-f]{128}\Z")
VERSION = re.compile(r"v([1-9][0-9]{0,8})\Z")


@dataclass(frozen=True, slots=True)
class User:
    """Who made a version: a name, and an address that identifies (``mailto:`` or another URI)."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One version: when, by whom, why, and the digest of each file by its path."""

    number: int
    created: datetime
    message: str
    user: User
    state: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Inventory:
    """Everything about an object but its bytes. ``manifest`` gives each digest's place in the object, ``fixity`` its second digest."""

    object_id: str
    versions: tuple[Version, ...]
    manifest: Mapping[str, str]
    fixity: Mapping[str, str] = field(default_factory=dict)

    @property
    def head(self) -> int:
        """The number of the last version."""
        return len(self.versions)

    def version(self, number: int | None = None) -> Version:
        """A version, by default the last.

        :raises NotKept: there is none of that number.
        """
        wanted = self.head if number is None else number
        if not 1 <= wanted <= self.head:
            raise NotKept(f"no version {number}")
        return self.versions[wanted - 1]

    def digest(self, path: str, version: int | None = None) -> str:
        """The SHA-512 of a file in a version.

        :raises NotKept: the version holds no such file.
        """
        try:
            return self.version(version).state[path]
        except KeyError:
            raise NotKept("no such file in this version") from None

    def following(self, version: Version, new: Mapping[str, tuple[str, str]]) -> Inventory:
        """The inventory with one more version; ``new`` gives for each new digest its path in the object and its second digest."""
        return Inventory(
            self.object_id, (*self.versions, version),
            {**self.manifest, **{digest: path for digest, (path, _second) in new.items()}},
            {**self.fixity, **{digest: second for digest, (_path, second) in new.items()}},
        )

    def as_bytes(self) -> bytes:
        """As it is written: the same inventory is always the same bytes."""
        fixity: dict[str, list[str]] = {}
        for digest, second in self.fixity.items():
            fixity.setdefault(second, []).append(self.manifest[digest])
        content: dict[str, Any] = {
            "id": self.object_id, "type": TYPE, "digestAlgorithm": ALGORITHM, "head": f"v{self.head}", "contentDirectory": CONTENT,
            "fixity": {SECOND: {second: sorted(paths) for second, paths in fixity.items()}},
            "manifest": {digest: [path] for digest, path in self.manifest.items()},
            "versions": {f"v{version.number}": _written(version) for version in self.versions},
        }
        return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _written(version: Version) -> dict[str, Any]:
    state: dict[str, list[str]] = {}
    for path, digest in sorted(version.state.items()):
        state.setdefault(digest, []).append(path)
    user = {"name": version.user.name} | ({"address": version.user.address} if version.user.address else {})
    return {"created": version.created.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"), "message": version.message,
            "state": state, "user": user}


def sidecar_of(inventory: bytes) -> bytes:
    """The line that stands beside an inventory and gives its digest away."""
    return f"{hashlib.sha512(inventory).hexdigest()} {INVENTORY}\n".encode()


def read_inventory(written: bytes, sidecar: bytes) -> Inventory:
    """An inventory whose sidecar agrees with it.

    :raises Damaged: the digest differs, or it is no inventory of OCFL 1.1 as this store writes it.
    """
    given = sidecar.split()
    if len(given) != 2 or given[1] != INVENTORY.encode() or given[0].decode("ascii", "replace") != hashlib.sha512(written).hexdigest():
        raise Damaged("the inventory and its digest differ")
    try:
        return _read(json.loads(written))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise Damaged(f"not an inventory: {type(fault).__name__}") from None


def _read(content: Mapping[str, Any]) -> Inventory:
    if content["digestAlgorithm"] != ALGORITHM or not str(content["type"]).startswith("https://ocfl.io/1."):
        raise ValueError("another kind of inventory")
    manifest = {digest.lower(): paths[0] for digest, paths in content["manifest"].items()}
    by_path = {path: digest for digest, path in manifest.items()}
    second = {by_path[path]: value for value, paths in content.get("fixity", {}).get(SECOND, {}).items() for path in paths}
    numbered = sorted((int(VERSION.match(name)[1]), value) for name, value in content["versions"].items())  # type: ignore[index]
    versions = tuple(_read_version(number, value, manifest) for number, value in numbered)
    if [version.number for version in versions] != list(range(1, len(versions) + 1)) or content["head"] != f"v{len(versions)}":
        raise ValueError("versions are missing")
    if not all(HEX.match(digest) and path.startswith("v") and ".." not in path.split("/") for digest, path in manifest.items()):
        raise ValueError("not a manifest")
    return Inventory(content["id"], versions, manifest, second)


def _read_version(number: int, value: Mapping[str, Any], manifest: Mapping[str, str]) -> Version:
    state = {path: digest.lower() for digest, paths in value["state"].items() for path in paths}
    if not set(state.values()) <= manifest.keys():
        raise ValueError("a file without content")
    user = value.get("user", {})
    return Version(number, datetime.fromisoformat(value["created"]), value.get("message", ""), User(user.get("name", ""), user.get("address", "")), state)
