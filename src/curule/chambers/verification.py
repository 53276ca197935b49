"""Walking the sealed papers without opening them: which lacks an item, in the middle, at the end, or against an anchor kept elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from curule.chambers.models import Paper
from curule.law.record import Fault
from curule.matters.verification import Verified

__all__ = ["PREFIX", "anchors_of_papers", "verify_papers"]

PREFIX = "paper:"
"""What begins the name of a paper among anchors; matters have numbers."""


def anchors_of_papers() -> dict[str, Any]:
    """The heads of all papers, to be kept elsewhere beside those of the matters."""
    return {f"{PREFIX}{paper.code}": {"count": paper.count, "head": paper.head} for paper in Paper.objects.order_by("code")}


def verify_papers(anchored: Mapping[str, Any] | None = None) -> Iterator[Verified]:
    """Walk every paper. Whether an item was altered or exchanged, only its members can see, who open it; whether one is missing, anybody can."""
    seen = set()
    for paper in Paper.objects.order_by("pk").iterator():
        name = f"{PREFIX}{paper.code}"
        seen.add(name)
        yield _walked(paper, name, (anchored or {}).get(name))
    for name in sorted(key for key in set(anchored or {}) - seen if key.startswith(PREFIX)):
        yield Verified(name, 0, (Fault("removed", 0, "the paper is in the anchors and no longer there"),))


def _walked(paper: Paper, name: str, anchor: Mapping[str, Any] | None) -> Verified:
    digests: list[str] = []
    faults: list[Fault] = []
    for row in paper.items.order_by("number"):
        if row.number != len(digests) + 1:
            faults.append(Fault("removed", len(digests) + 1, f"items {len(digests) + 1} to {row.number - 1} are missing"))
            return Verified(name, len(digests), tuple(faults))
        digests.append(hashlib.sha256(bytes(row.content)).hexdigest())
    if len(digests) < paper.count:
        faults.append(Fault("cut short", len(digests) + 1, f"items {len(digests) + 1} to {paper.count} are missing at the end"))
    elif len(digests) != paper.count or (digests[-1] if digests else "") != paper.head:
        faults.append(Fault("altered", len(digests), f"the last item is not the one that the paper names: it has {len(digests)} items and names {paper.count}"))
    if anchor is not None:
        count, head = int(anchor["count"]), str(anchor["head"])
        if len(digests) < count:
            faults.append(Fault("cut short", len(digests) + 1, f"items {len(digests) + 1} to {count} are in the anchor and no longer in the paper"))
        elif count and digests[count - 1] != head:
            faults.append(Fault("altered", count, f"item {count} is not the one that the anchor names"))
    return Verified(name, len(digests), tuple(faults))
