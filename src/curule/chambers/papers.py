"""Papers opened, written in and read: the only way to what is sealed, and it needs the member's private key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from curule.access.models import User
from curule.chambers import sealing
from curule.chambers.bench import bench_for, is_judge, is_member, sits_on
from curule.chambers.deliberation import Contents, Item, contents_of
from curule.chambers.models import ChambersKey, Paper, PaperKey, SealedItem
from curule.chambers.sealing import NotOpened
from curule.matters.models import Matter
from curule.registry.numbering import court_of

__all__ = ["NotAdmitted", "OpenPaper", "Overtaken", "admit", "open_paper", "paper_for", "papers_for", "start"]


class NotAdmitted(Exception):
    """The member has no key to this paper yet: another member has to admit them."""


class Overtaken(Exception):
    """Somebody put something into the paper since it was read: what was about to be signed or filed may not be what stands in it now."""


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """A paper with the keys that open it for one member. ``bench`` is missing for legal officers."""

    paper: Paper
    member: User
    room: bytes
    bench: bytes | None

    def contents(self) -> Contents:
        """What is in it, as far as this member may read.

        :raises NotOpened: something was changed, put elsewhere or taken out in the database.
        """
        items, count = self._items()
        contents = contents_of(items, joined=court_of(self.paper.matter).joins_opinions)
        contents.seen = count
        return contents

    def _items(self) -> tuple[list[Item], int]:
        found, before, place = [], b"", 0
        for place, row in enumerate(self.paper.items.select_related("author").order_by("number"), 1):
            if row.number != place:
                raise NotOpened
            content = bytes(row.content)
            key = self.bench if row.of_bench else self.room
            if key is not None:
                says = json.loads(sealing.opened(key, content, _bound(self.paper, row.number, row.author_id, row.at, row.of_bench, before)))
                found.append(Item(row.number, row.author_id, row.author.display_name, row.at, says))
            before = hashlib.sha256(content).digest()
        stands = Paper.objects.filter(pk=self.paper.pk).values_list("count", "head").get()
        if stands != (place, before.hex()):
            raise NotOpened  # something was taken from the end
        return found, place

    def put(self, says: dict[str, Any], *, of_bench: bool = False, after: int | None = None) -> SealedItem:
        """Seal something into the paper; where ``after`` is given, only if that is still the number of its last item.

        :raises NotAdmitted: it is for the bench, and this member is not of it. :raises Overtaken: something came in between.
        """
        key = self.bench if of_bench else self.room
        if key is None:
            raise NotAdmitted
        with transaction.atomic():
            paper = Paper.objects.select_for_update().get(pk=self.paper.pk)
            last = paper.items.order_by("-number").first()
            number, before = (last.number + 1, hashlib.sha256(bytes(last.content)).digest()) if last is not None else (1, b"")
            if after is not None and number != after + 1:
                raise Overtaken
            at = timezone.now().replace(microsecond=0)
            content = sealing.seal(key, json.dumps(says).encode(), _bound(paper, number, self.member.pk, at, of_bench, before))
            Paper.objects.filter(pk=paper.pk).update(count=number, head=hashlib.sha256(content).hexdigest())
            return SealedItem.objects.create(paper=paper, number=number, author=self.member, at=at, of_bench=of_bench, content=content)


def _bound(paper: Paper, number: int, author: int, at: datetime, of_bench: bool, before: bytes) -> bytes:
    """Where an item belongs: it opens nowhere else."""
    return f"item {paper.code} {number} {author} {at.timestamp():.0f} {int(of_bench)} ".encode() + before


def _wrapped_for(paper: Paper, user: User) -> bytes:
    return f"keys {paper.code} {user.pk}".encode()


def start(matter: Matter, user: User, private: bytes, says: dict[str, Any], admitted: Iterable[User] = ()) -> OpenPaper:
    """Begin a paper with its first version; its keys are wrapped for whoever begins it and for those who are admitted at once.

    :raises NotAdmitted: the person, or one of those admitted, is not of the bench.
    """
    if not is_member(user, matter) or (is_judge(user, matter) and not sits_on(user, matter, bench_for(matter, says.get("task", "")))):
        raise NotAdmitted
    with transaction.atomic():
        paper = Paper.objects.create(matter=matter, opened_by=user, opened_at=timezone.now().replace(microsecond=0))
        room, bench = sealing.new_key(), sealing.new_key()
        # An officer who begins a paper makes the bench's key too, wraps it for the judges and keeps none of it.
        mine = OpenPaper(paper, user, room, bench if is_judge(user, matter) else None)
        _wrap(paper, user, sealing.public_of(private), user, room, mine.bench)
        for member in admitted:
            if member != user:
                _give(paper, member, user, says.get("task", ""), room, bench)
        mine.put({"what": "version", **says})
    return mine


def _wrap(paper: Paper, member: User, public: bytes, by: User, room: bytes, bench: bytes | None) -> None:
    bound = _wrapped_for(paper, member)
    PaperKey.objects.update_or_create(paper=paper, user=member, defaults={
        "room": sealing.wrap(public, room, bound), "bench": sealing.wrap(public, bench, bound) if bench is not None else None, "by": by})


def _give(paper: Paper, member: User, by: User, task: str, room: bytes, bench: bytes | None) -> None:
    key, judge = ChambersKey.objects.filter(user=member).first(), is_judge(member, paper.matter)
    # A judge of another bench of the same matter has no part in this one's deliberation.
    if key is None or not is_member(member, paper.matter) or (judge and not sits_on(member, paper.matter, bench_for(paper.matter, task))):
        raise NotAdmitted
    _wrap(paper, member, bytes(key.public), by, room, bench if judge else None)


def admit(opened: OpenPaper, member: User, public: bytes) -> None:
    """Wrap the paper's keys for another member. ``public`` is the key that the member who admits has seen and compared.

    :raises NotAdmitted: not of the bench, without a key, or with another key by now; or a judge, whom only a judge can admit.
    """
    key = ChambersKey.objects.filter(user=member).first()
    if key is None or bytes(key.public) != public or (opened.bench is None and is_judge(member, opened.paper.matter)):
        raise NotAdmitted
    last = opened.contents().last
    _give(opened.paper, member, opened.member, last.task if last else "", opened.room, opened.bench)


def papers_for(user: User, matter: Matter) -> list[Paper]:
    """The papers of a matter, for who is of its bench."""
    return list(Paper.objects.filter(matter=matter).select_related("matter", "opened_by")) if is_member(user, matter) else []


def paper_for(user: User, code: str) -> Paper | None:
    """A paper by its code; nothing when there is none, or when it is not this person's (which must look the same)."""
    paper = Paper.objects.filter(code=code).select_related("matter", "opened_by").first()
    return paper if paper is not None and is_member(user, paper.matter) else None


def open_paper(paper: Paper, user: User, private: bytes) -> OpenPaper:
    """Open a paper with a member's key.

    :raises NotAdmitted: no key is wrapped for this member, or for an earlier key of theirs.
    """
    if not is_member(user, paper.matter):
        raise NotAdmitted
    found = PaperKey.objects.filter(paper=paper, user=user).first()
    if found is None:
        raise NotAdmitted
    bound = _wrapped_for(paper, user)
    try:
        room = sealing.unwrap(private, bytes(found.room), bound)
        bench = sealing.unwrap(private, bytes(found.bench), bound) if found.bench is not None else None
    except NotOpened:
        raise NotAdmitted from None
    return OpenPaper(paper, user, room, bench)
