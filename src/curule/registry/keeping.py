"""Whether the preservation store holds what the record says: every object sound, every file of an entry there with the digest that the entry has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curule.matters.models import EntryRow
from curule.store import NotKept, StoreError
from curule.store.base import Store

__all__ = ["Missing", "verify_entries", "verify_objects"]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is wrong: in which object or entry, and what."""

    where: str
    says: str


def verify_objects(kept: Store) -> Iterator[tuple[str, list[Missing]]]:
    """Each object with what is wrong with it, from the bytes up."""
    for name in kept.objects():
        if name.startswith("?"):
            yield name, [Missing(name, "the inventory does not say which object this is")]
            continue
        yield name, [Missing(f"{name}/{fault.path}", fault.says) for fault in kept.verify(name)]


def verify_entries(kept: Store) -> Iterator[Missing]:
    """The files that entries name and that the store does not hold, or holds with another digest than the entry's own."""
    for row in EntryRow.objects.filter(content__has_key="filed").select_related("matter").order_by("pk").iterator():
        for file in row.content["filed"].get("files", ()):
            object_id, _slash, path = file["path"].rpartition("/")
            where = f"{row.matter.number}, entry {row.number}"
            try:
                held = kept.inventory(object_id).digest(path)
            except NotKept:
                yield Missing(where, f"the store does not hold {file['path']}")
            except StoreError as fault:
                yield Missing(where, f"{object_id}: {fault}")
            else:
                if held != file["sha512"]:
                    yield Missing(where, f"{file['path']} in the store is not the file that was entered")
