"""The preservation store: every file in versions that are never overwritten.

OCFL 1.1 with SHA-512 and a second digest, on a file system or on S3-compatible storage. It knows nothing of the application's rows:
``store()`` gives the one that ``CURULE_STORE_URL`` names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curule.store.faults import BadName, Contended, Damaged, Fault, NotKept, StoreError
from curule.store.inventory import Inventory, User, Version

if TYPE_CHECKING:
    from curule.store.base import Store

__all__ = ["BadName", "Contended", "Damaged", "Fault", "Inventory", "NotKept", "StoreError", "User", "Version", "store"]


def store() -> Store:
    """The store of this installation."""
    from django.conf import settings

    from curule.store.opening import open_store

    return open_store(settings.STORE_URL)
