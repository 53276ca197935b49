"""Verification of one object: every declaration, inventory, digest and name, against the bytes that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from curule.store.faults import Damaged, Fault, NotKept
from curule.store.inventory import DECLARATION, INVENTORY, SIDECAR, Inventory, read_inventory
from curule.store.staging import digests

__all__ = ["faults_of"]

Opened = Callable[[str], BinaryIO]


def faults_of(object_id: str, files: Mapping[str, str], opened: Opened) -> list[Fault]:
    """What is wrong with an object whose folder holds these files."""
    return list(_faults(object_id, files, opened))


def _faults(object_id: str, files: Mapping[str, str], opened: Opened) -> Iterator[Fault]:
    name, wanted = DECLARATION
    if name not in files or _whole(opened, name) != wanted:
        yield Fault("declaration", name, "the declaration of an OCFL object is missing or altered")
    if missing := [path for path in (INVENTORY, SIDECAR) if path not in files]:
        yield from (Fault("missing", path, "missing") for path in missing)
        return
    try:
        inventory = read_inventory(_whole(opened, INVENTORY), _whole(opened, SIDECAR))
    except Damaged as fault:
        yield Fault("inventory", INVENTORY, str(fault))
        return
    if inventory.object_id != object_id:
        yield Fault("inventory", INVENTORY, "the inventory names another object")
    yield from _content(inventory, files, opened)
    yield from _versions(inventory, files, opened)
    known = {name, INVENTORY, SIDECAR, *inventory.manifest.values()}
    known |= {f"v{n}/{own}" for n in range(1, inventory.head + 1) for own in (INVENTORY, SIDECAR)}
    yield from (Fault("strange", path, "no inventory knows this file") for path in sorted(set(files) - known))


def _content(inventory: Inventory, files: Mapping[str, str], opened: Opened) -> Iterator[Fault]:
    for digest, path in inventory.manifest.items():
        if path not in files:
            yield Fault("missing", path, "the content is missing")
            continue
        with opened(path) as stream:
            first, second = digests(stream)
        if first != digest or second != inventory.fixity.get(digest, second):
            yield Fault("altered", path, "the content is not what was stored")


def _versions(inventory: Inventory, files: Mapping[str, str], opened: Opened) -> Iterator[Fault]:
    """Each version keeps the inventory of its time, and they all tell the same history."""
    for number in range(1, inventory.head + 1):
        own, beside = f"v{number}/{INVENTORY}", f"v{number}/{SIDECAR}"
        if own not in files or beside not in files:
            yield Fault("missing", own, "the inventory of this version is missing")
            continue
        try:
            then = read_inventory(_whole(opened, own), _whole(opened, beside))
        except Damaged as fault:
            yield Fault("inventory", own, str(fault))
            continue
        if then.object_id != inventory.object_id or then.versions != inventory.versions[:number]:
            yield Fault("inventory", own, "this version's inventory tells another history")
        elif number == inventory.head and _whole(opened, own) != _whole(opened, INVENTORY):
            yield Fault("inventory", INVENTORY, "the last version's inventory differs from the object's")


def _whole(opened: Opened, path: str) -> bytes:
    try:
        with opened(path) as stream:
            return stream.read()
    except NotKept:
        return b""
