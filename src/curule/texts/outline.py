"""The table of provisions of an instrument, as a tree, and facts of its layout that its text does not show.

Ids are those of the provisions: `rome:61(7)(a)`, `irmct:24`, `irmct:res4`, `irmct:ta1(2)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import resources

from curule.texts.errors import OutlineError

_ID = re.compile(r"(?P<instrument>[a-z][a-z0-9]*):(?P<article>[A-Za-z0-9]+)(?P<path>(?:\([A-Za-z0-9]+\))*)\Z")
_PART = re.compile(r"\(([A-Za-z0-9]+)\)")

Path = tuple[str, ...]


def parse_id(provision: str) -> tuple[str, str, Path]:
    """Instrument, article and path of a provision's id."""
    match = _ID.match(provision)
    if match is None:
        raise OutlineError("bad_id", provision=repr(provision))
    return match["instrument"], match["article"], tuple(_PART.findall(match["path"]))


@dataclass(slots=True, eq=False)
class Node:
    """A place in an article: an article itself, a paragraph, a subparagraph.

    `listed` is false for a number that the table only passes through, as paragraph 2 of "2. (a) ...".
    """

    provision: str
    path: Path
    listed: bool = False
    parent: Node | None = field(default=None, repr=False)
    children: list[Node] = field(default_factory=list, repr=False)

    @property
    def label(self) -> str:
        """The last part of its number, "" for an article."""
        return self.path[-1] if self.path else ""

    @property
    def ordinal(self) -> int:
        """Its place among its siblings, from 1."""
        if self.parent is None:
            return 1
        return next(i for i, node in enumerate(self.parent.children, 1) if node is self)

    @property
    def is_last(self) -> bool:
        """Whether no sibling follows it."""
        return self.parent is None or self.parent.children[-1] is self

    def descendants(self) -> Iterator[Node]:
        """All places below it, in the order of the text."""
        for child in self.children:
            yield child
            yield from child.descendants()


class Outline:
    """An ordered table of provisions. Raises OutlineError for an id malformed or of another instrument."""

    def __init__(self, instrument: str, provisions: Iterable[str]) -> None:
        self.instrument = instrument
        self.provisions: list[str] = []
        self._articles: dict[str, Node] = {}
        self._nodes: dict[str, Node] = {}
        for provision in provisions:
            self._add(provision)

    def _add(self, provision: str) -> None:
        instrument, article, path = parse_id(provision)
        if instrument != self.instrument:
            raise OutlineError("mixed_table", provision=provision, instrument=self.instrument)
        node = self._articles.get(article)
        if node is None:
            node = self._articles[article] = Node(f"{instrument}:{article}", ())
            self._nodes[node.provision] = node
        for part in path:
            node = self._child(node, part)
        if not node.listed:
            node.listed = True
            self.provisions.append(provision)

    def _child(self, parent: Node, part: str) -> Node:
        for child in parent.children:
            if child.label == part:
                return child
        child = Node(f"{parent.provision}({part})", (*parent.path, part), parent=parent)
        parent.children.append(child)
        self._nodes[child.provision] = child
        return child

    def __contains__(self, provision: object) -> bool:
        return isinstance(provision, str) and (node := self._nodes.get(provision)) is not None and node.listed

    def __len__(self) -> int:
        return len(self.provisions)

    @property
    def articles(self) -> list[str]:
        """The articles in order: "1", "8bis", "res4", "ta1", "preamble"."""
        return list(self._articles)

    def article(self, article: str) -> Node | None:
        """The article's place in the tree."""
        return self._articles.get(article)

    def node(self, provision: str) -> Node | None:
        """The place with that id, listed or passed through."""
        return self._nodes.get(provision)

    @classmethod
    def packaged(cls, instrument: str) -> Outline | None:
        """The table that comes with Curule, or None."""
        lines = _packaged_lines("outlines", instrument)
        return None if lines is None else cls(instrument, (fields[0] for fields in lines))


@dataclass(frozen=True, slots=True)
class Layout:
    """Facts of how an instrument is printed which its plain text no longer shows.

    `closing`: provisions whose list is followed by a text of the provision itself, with the number of its
    sentences (0: not stated). `sentences`: how many sentences a provision has where nothing marks its end.
    `headings`: how many characters the heading of an article has where nothing marks its end.
    """

    closing: dict[str, int] = field(default_factory=dict)
    sentences: dict[str, int] = field(default_factory=dict)
    headings: dict[str, int] = field(default_factory=dict)

    @classmethod
    def packaged(cls, instrument: str) -> Layout | None:
        """The facts that come with Curule, or None."""
        lines = _packaged_lines("layouts", instrument)
        return None if lines is None else cls.of(lines)

    @classmethod
    def of(cls, lines: Iterable[list[str]]) -> Layout:
        """Facts from fields: what, provision, figure."""
        layout = cls()
        tables = {"closing": layout.closing, "sentences": layout.sentences, "heading": layout.headings}
        for fields in lines:
            if len(fields) != 3 or fields[0] not in tables or not fields[2].isdigit():
                raise OutlineError("bad_fact", fact=" ".join(fields))
            parse_id(fields[1])
            tables[fields[0]][fields[1]] = int(fields[2])
        return layout


def _packaged_lines(folder: str, instrument: str) -> list[list[str]] | None:
    if not re.fullmatch(r"[a-z][a-z0-9]*", instrument):
        return None
    file = resources.files("curule.texts").joinpath(folder, f"{instrument}.txt")
    if not file.is_file():
        return None
    lines = (line.split("#", 1)[0].split() for line in file.read_text(encoding="utf-8").splitlines())
    return [fields for fields in lines if fields]
