"""The store in a bucket of an S3-compatible service; needs boto3 (extra ``production``).

An object of the service is written whole or not at all, but two of them are not written together. So a version is true from the moment that its own
inventory and sidecar stand under ``v<n>/``, and the object's root inventory follows. Readers go by the version's own; ``sweep`` brings a
root inventory up to date that was left behind, and removes content that no inventory knows.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, cast

from curule.store.base import Store
from curule.store.faults import Contended, Damaged, NotKept, StoreError
from curule.store.inventory import CONTENT, DECLARATION, INVENTORY, SIDECAR, Inventory, User, read_inventory, sidecar_of
from curule.store.names import LAYOUT, LAYOUT_CONFIG, place_of
from curule.store.staging import CHUNK, Staged

__all__ = ["BucketStore", "client"]

FORSAKEN = timedelta(hours=6)
"""A file that no inventory knows is removed when it is older than any upload lasts."""
ATTEMPTS = 20
FINISHED = re.compile(rf"v[1-9][0-9]{{0,8}}/{re.escape(SIDECAR)}\Z")
LOST_CODES = frozenset({"NoSuchKey", "404", "NotFound"})
TAKEN_CODES = frozenset({"PreconditionFailed", "412", "ConditionalRequestConflict"})


def client(endpoint: str | None, region: str | None) -> Any:
    """A client of an S3 service. :raises StoreError: boto3 is not installed."""
    try:
        import boto3
        from botocore.config import Config
    except ImportError:
        raise StoreError("a store in a bucket needs boto3: install the extra `production`") from None
    # Digests are ours; many compatible services refuse the vendor's newer checksum headers.
    config = Config(signature_version="s3v4", s3={"addressing_style": "path"}, retries={"mode": "standard", "max_attempts": 5},
                    request_checksum_calculation="when_required", response_checksum_validation="when_required")
    return boto3.session.Session().client("s3", endpoint_url=endpoint, region_name=region or "us-east-1", config=config)


class BucketStore(Store):
    """A store under a prefix of a bucket."""

    def __init__(self, service: Any, bucket: str, prefix: str = "") -> None:
        self.service, self.bucket, self.prefix = service, bucket, f"{prefix}/" if prefix else ""
        self._declared = False

    # Names and bytes ---------------------------------------------------------------------------------

    def _key(self, object_id: str, path: str) -> str:
        return f"{self.prefix}{place_of(object_id)}/{path}"

    def _get(self, key: str, **asked: str) -> BinaryIO:
        from botocore.exceptions import ClientError

        try:
            return cast("BinaryIO", self.service.get_object(Bucket=self.bucket, Key=key, **asked)["Body"])
        except ClientError as fault:
            if _code(fault) in LOST_CODES:
                raise NotKept("the content is missing") from None
            raise

    def _whole(self, key: str) -> bytes:
        with self._get(key) as stream:
            return stream.read()

    def _send(self, key: str, content: bytes | Path, *, only_new: bool = False) -> None:
        """Write one object of the service; its MD5 lets the service refuse bytes that changed on the way."""
        condition = {"IfNoneMatch": "*"} if only_new else {}
        if isinstance(content, Path):
            with content.open("rb") as stream:
                md5 = hashlib.md5(usedforsecurity=False)
                for chunk in iter(lambda: stream.read(CHUNK), b""):
                    md5.update(chunk)
                stream.seek(0)
                self._request(key, stream, md5.digest(), condition)
        else:
            self._request(key, content, hashlib.md5(content, usedforsecurity=False).digest(), condition)

    def _request(self, key: str, body: Any, md5: bytes, condition: Mapping[str, str]) -> None:
        from botocore.exceptions import ClientError

        try:
            self.service.put_object(Bucket=self.bucket, Key=key, Body=body, ContentMD5=base64.b64encode(md5).decode(), **condition)
        except ClientError as fault:
            if condition and _code(fault) in TAKEN_CODES:
                raise Contended("another writer made this version") from None
            raise

    def _keys(self, prefix: str) -> Iterator[tuple[str, datetime]]:
        pages = self.service.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=prefix)
        for page in pages:
            for found in page.get("Contents", ()):
                yield found["Key"], found["LastModified"]

    # The store ---------------------------------------------------------------------------------------

    def _declare(self) -> None:
        if self._declared:
            return
        layout = {"extension": LAYOUT, "description": "Each object lies under a name made of the SHA-256 of its own name."}
        wanted = {"0=ocfl_1.1": b"ocfl_1.1\n", "ocfl_layout.json": json.dumps(layout).encode(),
                  f"extensions/{LAYOUT}/config.json": json.dumps(LAYOUT_CONFIG).encode()}
        there = {key for key in wanted if self._is_there(self.prefix + key)}
        for key in wanted.keys() - there:
            self._send(self.prefix + key, wanted[key])
        self._declared = True

    def _is_there(self, key: str) -> bool:
        try:
            self._whole(key)
        except NotKept:
            return False
        return True

    @contextmanager
    def _deposit(self) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(prefix="curule-store-") as folder:
            yield Path(folder)

    @contextmanager
    def _held(self, object_id: str) -> Iterator[None]:
        """Writers on one machine wait for one another; those on several meet at the claim (see ``_commit``)."""
        name = hashlib.sha256(self._key(object_id, "").encode()).hexdigest()[:2]
        folder = Path(tempfile.gettempdir()) / f"curule-store-locks-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
        with (folder / name).open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _inventory(self, object_id: str) -> Inventory | None:
        return self._proven(object_id)[0]

    def _proven(self, object_id: str) -> tuple[Inventory | None, bytes]:
        """The inventory of the last finished version, and its bytes; nothing where no version was ever finished.

        :raises Damaged: that version's inventory proves itself neither in its own place nor in the object's.
        """
        start = self._key(object_id, "")
        names = {key.removeprefix(start) for key, _when in self._keys(start)}
        last = max((int(name[1:].partition("/")[0]) for name in names if FINISHED.match(name)), default=0)
        for place in (f"v{last}/", "") if last else ("",):
            if place + INVENTORY not in names or place + SIDECAR not in names:
                continue
            written = self._whole(start + place + INVENTORY)
            try:
                inventory = read_inventory(written, self._whole(start + place + SIDECAR))
            except Damaged:
                continue
            if inventory.head >= last:
                return inventory, written
        if last or INVENTORY in names:
            raise Damaged("no inventory of the last version agrees with its digest")
        return None, b""

    def _commit(self, before: Inventory | None, after: Inventory, new: Mapping[str, Path], folder: Path) -> None:
        self._declare()
        object_id, number, written = after.object_id, after.head, after.as_bytes()
        if before is not None and self._is_there(self._key(object_id, f"v{number}/{INVENTORY}")):
            raise Contended("another writer made this version")
        for path, staged in new.items():
            self._send(self._key(object_id, path), staged)
        if before is None:
            self._send(self._key(object_id, DECLARATION[0]), DECLARATION[1])
        self._send(self._key(object_id, f"v{number}/{INVENTORY}"), written, only_new=True)
        # Some services decide a conditional write before all its bytes are there: whose inventory it became is looked at afterwards.
        if self._whole(self._key(object_id, f"v{number}/{INVENTORY}")) != written:
            raise Contended("another writer made this version")
        self._send(self._key(object_id, f"v{number}/{SIDECAR}"), sidecar_of(written))
        self._finish(object_id)

    def _content_path(self, number: int, path: str, digest: str) -> str:
        # Two writers of one version never meet on a key with different bytes.
        return f"v{number}/{CONTENT}/{digest[:16]}/{path}"

    def _put_held(self, object_id: str, staged: Mapping[str, Staged], message: str, user: User, folder: Path) -> int:
        for _attempt in range(ATTEMPTS):
            try:
                return super()._put_held(object_id, staged, message, user, folder)
            except Contended:
                self._help(object_id)
        raise Contended("other writers were first each time")

    def _help(self, object_id: str) -> None:
        """Finish the version that another writer claimed: all that it needs is there before its inventory is. A killed writer blocks nobody."""
        start = self._key(object_id, "")
        names = {key.removeprefix(start) for key, _when in self._keys(start)}
        for name in sorted(names):
            version, _slash, own = name.partition("/")
            if own == INVENTORY and f"{version}/{SIDECAR}" not in names:
                written = self._whole(start + name)
                self._send(f"{start}{version}/{SIDECAR}", sidecar_of(written))
                self._finish(object_id)

    def _finish(self, object_id: str) -> None:
        """Bring the object's root inventory up to its last version, whoever made that one meanwhile."""
        done = 0
        while True:
            inventory, written = self._proven(object_id)
            if inventory is None or inventory.head == done:
                return
            self._send(self._key(object_id, INVENTORY), written)
            self._send(self._key(object_id, SIDECAR), sidecar_of(written))
            done = inventory.head

    def _open(self, object_id: str, path: str, start: int, length: int | None) -> BinaryIO:
        if length == 0:
            return self._get(self._key(object_id, path), Range="bytes=0-0")
        asked = {"Range": f"bytes={start}-{start + length - 1 if length is not None else ''}"} if start or length is not None else {}
        return self._get(self._key(object_id, path), **asked)

    def _size(self, object_id: str, path: str) -> int:
        from botocore.exceptions import ClientError

        try:
            return int(self.service.head_object(Bucket=self.bucket, Key=self._key(object_id, path))["ContentLength"])
        except ClientError as fault:
            if _code(fault) in LOST_CODES:
                raise NotKept("the content is missing") from None
            raise

    def _paths(self, object_id: str) -> Iterator[str]:
        start = self._key(object_id, "")
        return (key.removeprefix(start) for key, _when in self._keys(start))

    def objects(self) -> Iterator[str]:
        """The names of all objects, read from their inventories; one that has no proven inventory is told as ``?`` and its place."""
        for place in self._places():
            name = self._named(place)
            if name is not None:
                yield name

    def _places(self) -> Iterator[str]:
        """The places of objects: under three short folders, and not among the extensions."""
        last = ""
        for key, _when in self._keys(self.prefix):
            parts = key.removeprefix(self.prefix).split("/")
            if len(parts) > 4 and all(len(part) == 3 for part in parts[:3]) and len(parts[3]) == 64 and parts[3] != last:
                last = parts[3]
                yield "/".join(parts[:4])

    def _named(self, place: str) -> str | None:
        """The name in the inventory at a place; None where nothing was ever finished there."""
        names = [key for key, _when in self._keys(f"{self.prefix}{place}/") if key.endswith(f"/{INVENTORY}")]
        for key in sorted(names):
            try:
                name = str(json.loads(self._whole(key))["id"])
            except (ValueError, KeyError, TypeError):
                continue
            if place_of(name) == place:
                return name if self.exists(name) else None
        return f"?{place.rpartition('/')[2]}" if names else None

    def sweep(self) -> int:
        """Bring root inventories up to date that a killed writer left behind, and remove forsaken content."""
        found = 0
        for place in list(self._places()):
            name = self._named(place)
            if name is not None and not name.startswith("?"):
                found += self._finished_late(name)
            found += self._cleared(place, name)
        return found

    def _finished_late(self, object_id: str) -> int:
        try:
            proven, written = self._proven(object_id)
            is_current = self._whole(self._key(object_id, INVENTORY)) == written and self._whole(self._key(object_id, SIDECAR)) == sidecar_of(written)
        except Damaged:
            return 0
        except NotKept:
            is_current = False
        if proven is None or is_current:
            return 0
        self._finish(object_id)
        return 1

    def _cleared(self, place: str, object_id: str | None) -> int:
        start = f"{self.prefix}{place}/"
        known: set[str] = set()
        if object_id is not None:
            try:
                inventory = None if object_id.startswith("?") else self._inventory(object_id)
            except Damaged:
                inventory = None
            if inventory is None:
                return 0  # what is damaged is looked at by people, and nothing of it removed
            known = {DECLARATION[0], INVENTORY, SIDECAR, *inventory.manifest.values()}
            known |= {f"v{n}/{own}" for n in range(1, inventory.head + 1) for own in (INVENTORY, SIDECAR)}
        late = datetime.now(UTC) - FORSAKEN
        forsaken = [key for key, when in self._keys(start) if key.removeprefix(start) not in known and when < late]
        for key in forsaken:
            self.service.delete_object(Bucket=self.bucket, Key=key)
        return len(forsaken)


def _code(fault: Any) -> str:
    return str(fault.response.get("Error", {}).get("Code", ""))
