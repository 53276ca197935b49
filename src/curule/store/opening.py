"""Which store an address means: ``file:///folder``, or ``s3://bucket/prefix?endpoint=https://...&region=...``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from curule.store.base import Store
from curule.store.faults import StoreError

__all__ = ["open_store"]


@cache
def open_store(url: str) -> Store:
    """The store at that address; made, where there is none yet. The keys of an S3 service come from its own environment variables (``AWS_...``).

    :raises StoreError: an address of another kind, or a bucket without the extra ``production``.
    """
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.netloc in ("", "localhost"):
        from curule.store.folder import FolderStore

        return FolderStore(Path(unquote(parts.path)))
    if parts.scheme == "s3" and parts.netloc:
        from curule.store.bucket import BucketStore, client

        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        return BucketStore(client(asked.get("endpoint"), asked.get("region")), parts.netloc, unquote(parts.path).strip("/"))
    raise StoreError("CURULE_STORE_URL is file:///folder or s3://bucket?endpoint=https://...")
