"""The index: its fields, its folder, and the gate through which every query goes.

Nothing readable is stored in it: a hit is the key of an entry, and what is shown is read from the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import tantivy
from django.conf import settings

__all__ = ["FORM", "Busy", "IndexFiles", "gate", "opened", "schema", "touched_since"]

FORM = 4
"""Raised when fields or folding change: indexes of another form are made anew."""
WORDS = ("type", "matter", "kind", "tribunal", "branch", "organ", "lang", "class")
"""Fields of one value each, which are also facets."""
HEAP, THREADS = 64_000_000, 1
OPEN = "public"

Query, Occur = tantivy.Query, tantivy.Occur


class Busy(RuntimeError):
    """Another process writes to the index."""


@cache
def schema() -> Any:
    """The fields. ``seen``: tokens of the entry. ``about``, ``known``: tokens of what it is about and of its matter, where those are
    narrower (then ``narrow`` is set). ``order``: day and entry in one number. ``touched``: the number of the
    change with which it was last committed, as far as saved searches are to look at it; else nought.
    """
    builder = tantivy.SchemaBuilder()
    for name in ("seen", "about", "known", "narrow", "cites"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in WORDS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("loose", tokenizer_name="whitespace", index_option="basic")
    for name in ("title", "body"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_unsigned_field("pk", indexed=True, fast=True)
    builder.add_unsigned_field("touched", indexed=True, fast=True)
    for name in ("order", "day", "year"):
        builder.add_integer_field(name, indexed=name != "order", fast=True)
    return builder.build()


def gate(tokens: Iterable[str], stale: Iterable[int] = ()) -> Any:
    """What a holder of these tokens may find: part of every query, of every count and of every facet.

    stale: entries whose audience in the index may be an old one; they are left out.
    """
    made, held = schema(), sorted({OPEN, *tokens})

    def holds(field: str) -> Any:
        return Query.boolean_query([(Occur.Should, Query.term_query(made, field, token, "basic")) for token in held])

    both = Query.boolean_query([(Occur.Must, holds("about")), (Occur.Must, holds("known"))])
    closed = Query.boolean_query([(Occur.Must, Query.term_query(made, "narrow", "yes", "basic")), (Occur.MustNot, both)])
    parts = [(Occur.Must, holds("seen")), (Occur.MustNot, closed)]
    left_out = sorted(set(stale))
    if left_out:
        parts.append((Occur.MustNot, Query.term_set_query(made, "pk", left_out)))
    return Query.boolean_query(parts)


class IndexFiles:
    """One index in its folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._index = tantivy.Index(schema(), path=str(folder), reuse=True)
        self._lock = Lock()

    def last_touched(self) -> int:
        """The number of the last change that is committed; nought in an empty index."""
        result = self.searcher().search(Query.all_query(), limit=1, order_by_field="touched")
        return int(result.hits[0][0]) if result.hits else 0

    def searcher(self) -> Any:
        """The index as it was last committed, by whichever process."""
        self._index.reload()
        return self._index.searcher()

    def write(self, documents: Iterable[tuple[int, Any]], gone: Iterable[int] = ()) -> int:
        """Put entries into the index in place of what it has of them; how many. ``gone``: entries that are there no more.

        :raises Busy: while another process writes.
        """
        with self._writing() as writer:
            for pk in gone:
                writer.delete_documents_by_query(Query.term_query(schema(), "pk", pk))
            return sum(1 for pk, document in documents if _replaced(writer, pk, document))

    def add(self, documents: Iterable[Any]) -> int:
        """Put entries into an index that has none of them yet.

        :raises Busy: while another process writes.
        """
        with self._writing() as writer:
            return sum(1 for document in documents if writer.add_document(document) is not None)

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """The one writer; what it was given counts when the block ends well, and not at all otherwise."""
        with self._lock:
            try:
                writer = self._index.writer(HEAP, THREADS)
            except ValueError as error:
                raise Busy(str(error)) from None
            yield writer
            writer.commit()
            writer.wait_merging_threads()


def _replaced(writer: Any, pk: int, document: Any) -> bool:
    writer.delete_documents_by_query(Query.term_query(schema(), "pk", pk))
    writer.add_document(document)
    return True


def touched_since(folder: Path, number: int) -> Iterator[tuple[int, int]]:
    """The entries of an index of whatever form that were changed after that number, with the numbers of their changes. Raises ValueError, OSError."""
    index = tantivy.Index.open(str(folder))
    searcher = index.searcher()
    later = Query.range_query(index.schema, "touched", tantivy.FieldType.Unsigned, number + 1, None)
    hits = searcher.search(later, limit=max(searcher.num_docs, 1), count=False, order_by_field="touched").hits
    if hits:
        yield from zip(searcher.fast_field_values("pk", [address for _touched, address in hits]), (int(touched) for touched, _address in hits), strict=True)


_open: dict[str, IndexFiles] = {}
_lock = Lock()


def opened(code: str) -> IndexFiles:
    """The index of a generation, opened once in a process."""
    with _lock:
        if code not in _open:
            while len(_open) > 2:
                _open.pop(next(iter(_open)))
            _open[code] = IndexFiles(Path(settings.HOME) / "search" / code)
        return _open[code]


def facet_request(names: Iterable[str], most: int) -> dict[str, Any]:
    """The aggregation that counts the values of these fields. ``most`` is far above what there is: a cut within a segment would make
    counts depend on how all records, hidden ones too, lie in segments.
    """
    return {name: {"terms": {"field": name, "size": most, "segment_size": most}} for name in names}
