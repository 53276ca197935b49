"""What is in a paper, read from its items in order: versions, comments, votes, opinions, signatures; and what the votes come to."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

__all__ = ["Comment", "Contents", "Item", "Opinion", "Tally", "Version", "compared", "contents_of", "tally"]

MAIN = "main"


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
class Contents:
    """A paper as its members see it."""

    versions: list[Version] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    opinions: dict[int, Opinion] = field(default_factory=dict)
    votes: dict[str, dict[int, bool]] = field(default_factory=dict)
    voters: dict[int, str] = field(default_factory=dict)
    final: str = ""
    final_of: int = 0
    signed: list[tuple[int, str]] = field(default_factory=list)
    filed: str = ""

    @property
    def last(self) -> Version | None:
        """The version that counts."""
        return self.versions[-1] if self.versions else None

    @property
    def is_settled(self) -> bool:
        """Whether signing has begun: the text is not changed any more unless the signatures are given up."""
        return bool(self.final)


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one disposition: for, against, not yet; carried by a majority of the judges of the bench, lost, or open."""

    disposition: str
    in_favour: tuple[str, ...]
    against: tuple[str, ...]
    missing: int
    outcome: str


def contents_of(items: Sequence[Item]) -> Contents:
    """Read the items of a paper in order."""
    found = Contents()
    for item in items:
        _READ[item.says["what"]](found, item)
    return found


def _version(found: Contents, item: Item) -> None:
    says = item.says
    found.versions.append(Version(len(found.versions) + 1, item.author, item.at, says["text"], says["title"], says["kind"], says["language"],
                                  tuple(says.get("dispositions", ())), says.get("task", "")))
    found.final, found.final_of, found.signed = "", 0, []


def _comment(found: Contents, item: Item) -> None:
    found.comments.append(Comment(item.author, item.at, item.says["text"], item.says["version"]))


def _vote(found: Contents, item: Item) -> None:
    found.votes.setdefault(item.says["disposition"], {})[item.author_id] = bool(item.says["in_favour"])
    found.voters[item.author_id] = item.author


def _opinion(found: Contents, item: Item) -> None:
    if item.says["text"].strip():
        found.opinions[item.author_id] = Opinion(item.author_id, item.author, item.says["kind"], item.says["text"], item.at)
    else:
        found.opinions.pop(item.author_id, None)
    found.final, found.final_of, found.signed = "", 0, []


def _signed(found: Contents, item: Item) -> None:
    found.final, found.final_of = item.says["pdf"], item.says["version"]
    found.signed.append((item.author_id, item.author))


def _filed(found: Contents, item: Item) -> None:
    found.filed = item.says["number"]


_READ = {"version": _version, "comment": _comment, "vote": _vote, "opinion": _opinion, "signed": _signed, "filed": _filed}


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
