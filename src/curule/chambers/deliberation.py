"""What is in a paper, read from its items in order: versions, comments, votes, opinions, signatures; and what the votes come to."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

__all__ = ["MAIN", "Comment", "Contents", "Item", "Opinion", "Part", "Tally", "Version", "compared", "contents_of", "opinion_part", "tally"]

MAIN = "main"
"""The part that is the paper itself."""


def opinion_part(author_id: int) -> str:
    """The name of the part that is somebody's opinion."""
    return f"opinion-{author_id}"


@dataclass(frozen=True, slots=True)
class Item:
    """One opened item: its number, who made it and when, and what it says."""

    number: int
    author_id: int
    author: str
    at: datetime
    says: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the text."""

    number: int
    author: str
    at: datetime
    text: str
    title: str
    kind: str
    language: str
    dispositions: tuple[str, ...]
    task: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody remarked, on which version."""

    author: str
    at: datetime
    text: str
    version: int


@dataclass(slots=True)
class Opinion:
    """A separate or dissenting opinion: only its author writes it; the last text counts."""

    author_id: int
    author: str
    kind: str
    text: str
    at: datetime


@dataclass(slots=True)
class Part:
    """One file that is signed: the PDF as far as it is signed, by whom and when; ``areas`` are the pages that have room for signatures, by their names."""

    pdf: str
    areas: dict[str, int]
    signed: list[tuple[int, str, datetime]] = field(default_factory=list)

    @property
    def dated(self) -> datetime:
        """The moment of the first signature: the file bears its day."""
        return self.signed[0][2]


@dataclass(slots=True)
class Contents:
    """A paper as its members see it.

    ``joined``: opinions stand in the paper's own file; otherwise each is a part of its own. ``bench`` is that for which it was signed last.
    ``seen`` is the number of the last item in it.
    """

    joined: bool = True
    versions: list[Version] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    opinions: dict[int, Opinion] = field(default_factory=dict)
    left: list[Opinion] = field(default_factory=list)
    votes: dict[str, dict[int, bool]] = field(default_factory=dict)
    voters: dict[int, str] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    bench: tuple[str, ...] = ()
    bench_changed: bool = False
    withdrawn: str = ""
    withdrawn_by: str = ""
    filed: str = ""
    seen: int = 0

    @property
    def last(self) -> Version | None:
        """The version that counts."""
        return self.versions[-1] if self.versions else None

    @property
    def is_settled(self) -> bool:
        """Whether signing has begun: the text is not changed any more unless the signatures are given up."""
        return bool(self.parts)

    @property
    def is_closed(self) -> bool:
        """Whether nothing is done with it any more: it was filed, or withdrawn."""
        return bool(self.filed or self.withdrawn)

    def seen_by_bench(self, codes: tuple[str, ...], judges: set[int]) -> None:
        """Read it for the bench of today: votes of who does not sit any more count no longer, their opinions are not published, and what was signed
        for another bench has to be signed anew. What was filed stays as it was.
        """
        if self.filed:
            return
        for cast in self.votes.values():
            for who in set(cast) - judges:
                del cast[who]
        for who in set(self.opinions) - judges:
            self.left.append(self.opinions.pop(who))
        if self.parts and self.bench != codes:
            self.parts.clear()
            self.bench_changed = True


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one disposition: for, against, not yet; carried by a majority of the judges of the bench, lost, or open."""

    disposition: str
    in_favour: tuple[str, ...]
    against: tuple[str, ...]
    missing: int
    outcome: str


def contents_of(items: Sequence[Item], *, joined: bool = True) -> Contents:
    """Read the items of a paper in order. ``joined``: see :class:`Contents`."""
    found = Contents(joined)
    for item in items:
        _READ[item.says["what"]](found, item)
    return found


def _version(found: Contents, item: Item) -> None:
    says = item.says
    found.versions.append(Version(len(found.versions) + 1, item.author, item.at, says["text"], says["title"], says["kind"], says["language"],
                                  tuple(says.get("dispositions", ())), says.get("task", "")))
    found.parts.clear()
    found.bench_changed = False


def _comment(found: Contents, item: Item) -> None:
    found.comments.append(Comment(item.author, item.at, item.says["text"], item.says["version"]))


def _vote(found: Contents, item: Item) -> None:
    found.votes.setdefault(item.says["disposition"], {})[item.author_id] = bool(item.says["in_favour"])
    found.voters[item.author_id] = item.author


def _opinion(found: Contents, item: Item) -> None:
    before = found.opinions.get(item.author_id)
    if not item.says["text"].strip():
        found.opinions.pop(item.author_id, None)
    else:
        found.opinions[item.author_id] = Opinion(item.author_id, item.author, item.says["kind"], item.says["text"], item.at)
    now = found.opinions.get(item.author_id)
    found.parts.pop(opinion_part(item.author_id), None)
    if found.joined or (before.kind if before else "") != (now.kind if now else ""):
        found.parts.pop(MAIN, None)  # the paper holds the opinion, or says that there is one


def _signed(found: Contents, item: Item) -> None:
    part = found.parts.setdefault(item.says["part"], Part("", item.says["areas"]))
    part.pdf, found.bench = item.says["pdf"], tuple(item.says["bench"])
    part.signed.append((item.author_id, item.author, item.at))


def _withdrawn(found: Contents, item: Item) -> None:
    found.withdrawn, found.withdrawn_by = item.says["why"], item.author
    found.parts.clear()


def _reopened(found: Contents, item: Item) -> None:
    found.withdrawn = found.withdrawn_by = ""


def _filed(found: Contents, item: Item) -> None:
    found.filed = item.says["number"]


_READ = {"version": _version, "comment": _comment, "vote": _vote, "opinion": _opinion, "signed": _signed, "withdrawn": _withdrawn, "reopened": _reopened,
         "filed": _filed}


def tally(contents: Contents, judges: int, needed: int) -> list[Tally]:
    """The votes on each disposition of the last version, of so many judges of the bench, ``needed`` of whom carry a point."""
    made = []
    for disposition in contents.last.dispositions if contents.last else ():
        cast = contents.votes.get(disposition, {})
        pro = tuple(contents.voters[who] for who, favour in cast.items() if favour)
        con = tuple(contents.voters[who] for who, favour in cast.items() if not favour)
        outcome = "carried" if len(pro) >= needed else "lost" if len(con) >= judges - needed + 1 else "open"
        made.append(Tally(disposition, pro, con, max(judges - len(cast), 0), outcome))
    return made


def compared(before: Version, after: Version) -> list[tuple[str, str]]:
    """Two versions line by line: ``same``, ``gone`` or ``new`` with the line."""
    marks = {" ": "same", "-": "gone", "+": "new"}
    one, two = ([v.title, "", *v.text.splitlines(), "", *v.dispositions] for v in (before, after))
    return [(marks[line[0]], line[2:]) for line in difflib.ndiff(one, two) if line[0] in marks]
