"""Finding: a question and a reader's tokens in; the hits of one page, how many there are, facets and a suggestion out.

Everything is counted under the reader's gate, so that nothing that is computed here depends on what the reader may not see; and each hit
is checked once more against the database before it is shown.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import tantivy

from curule.access.audiences import may_see, visible
from curule.matters.models import EntryRow
from curule.matters.reading import matters_for
from curule.search import questions as q
from curule.search.compiling import compiled, tiers
from curule.search.folding import fold
from curule.search.index import facet_request, gate, opened, schema
from curule.search.upkeep import catch_up, current, stale_entries

__all__ = ["A_PAGE", "FACETS", "SORTS", "Found", "counts_of", "find", "find_all", "newly_touched"]

log = logging.getLogger(__name__)
Query, Occur, Order = tantivy.Query, tantivy.Occur, tantivy.Order
A_PAGE = 20
DEEPEST = 10_000
"""Hits to which pages lead; whoever wants more narrows the question or takes the CSV."""
FACETS = ("type", "matter", "organ", "lang", "year", "tribunal", "class")
MOST_VALUES = 12
SORTS = ("relevance", "newest", "oldest")
FEW = 3
"""With so few hits a better spelling is looked for."""
TERMS_LOOKED_AT = 3000


@dataclass(slots=True)
class Found:
    """One page of hits. ``rows``: the entries, in order; ``facets``: for each field, values with their counts; ``suggestion``: a word and a better one."""

    total: int
    rows: list[EntryRow]
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    suggestion: tuple[str, str] | None = None


def find(tokens: Iterable[str], node: q.Node | None, *, limits: Sequence[q.Node] = (), sort: str = "relevance", page: int = 1,
         with_facets: bool = True, size: int = A_PAGE) -> Found:
    """What a holder of these tokens finds. ``limits`` narrow without being words (facets chosen)."""
    tokens = frozenset(tokens)
    searcher, open_to_reader = _ready(tokens)
    parts = [open_to_reader, compiled(node), *(compiled(limit) for limit in limits)]
    wanted = Query.boolean_query([(Occur.Must, part) for part in parts])
    start = min((page - 1) * size, DEEPEST)
    total, pks = _ranked(searcher, wanted, node if sort == "relevance" else None, start, size, Order.Asc if sort == "oldest" else Order.Desc)
    pks = pks[:DEEPEST - start]
    found = Found(total, _checked(pks, tokens))
    if with_facets and total:
        found.facets = _facets(searcher, wanted)
    if total < FEW and not limits:
        found.suggestion = _better(searcher, open_to_reader, node)
    return found


def find_all(tokens: Iterable[str], node: q.Node | None, *, limits: Sequence[q.Node] = (), most: int = DEEPEST) -> Iterable[EntryRow]:
    """All hits, newest first, at most so many."""
    tokens = frozenset(tokens)
    searcher, open_to_reader = _ready(tokens)
    wanted = Query.boolean_query([(Occur.Must, part) for part in (open_to_reader, compiled(node), *map(compiled, limits))])
    pks = _keys(searcher, searcher.search(wanted, limit=most, count=False, order_by_field="order").hits)
    for at in range(0, len(pks), 200):
        yield from _checked(pks[at:at + 200], tokens)


def counts_of(tokens: Iterable[str], name: str) -> list[tuple[str, int]]:
    """How many records a holder of these tokens sees for each value of a field."""
    searcher, open_to_reader = _ready(frozenset(tokens))
    counted = searcher.aggregate(open_to_reader, facet_request([name], DEEPEST))
    return [(_value(bucket["key"]), int(bucket["doc_count"])) for bucket in counted[name]["buckets"]]


def newly_touched(tokens: Iterable[str], node: q.Node | None, through: int, most: int = DEEPEST) -> list[EntryRow]:
    """What a holder of these tokens finds among entries that were made or changed after that change of the index."""
    tokens = frozenset(tokens)
    searcher, open_to_reader = _ready(tokens)
    later = Query.range_query(schema(), "touched", tantivy.FieldType.Unsigned, through + 1, None)
    wanted = Query.boolean_query([(Occur.Must, part) for part in (open_to_reader, later, compiled(node))])
    return _checked(_keys(searcher, searcher.search(wanted, limit=most, order_by_field="order").hits), tokens)


def _ready(tokens: frozenset[str]) -> tuple[Any, Any]:
    """The index, up to date, and the reader's gate. The stale are read after the index: an entry that is changed meanwhile is then left out."""
    files = opened(current().code)
    catch_up()
    searcher = files.searcher()
    return searcher, gate(tokens, stale_entries())


def _keys(searcher: Any, hits: Any) -> list[int]:
    return list(searcher.fast_field_values("pk", [address for _key, address in hits])) if hits else []


def _ranked(searcher: Any, wanted: Any, node: q.Node | None, start: int, size: int, order: Any) -> tuple[int, list[int]]:
    """How many hits, and the keys of one page: tier after tier, each by day and entry."""
    ranks = tiers(node)
    if not ranks:
        result = searcher.search(wanted, limit=size, offset=start, order_by_field="order", order=order)
        return result.count, _keys(searcher, result.hits)
    total = searcher.search(wanted, limit=1, order_by_field="order").count
    pks: list[int] = []
    passed = 0
    before: list[Any] = []
    for rank in [*ranks, None]:
        own = [(Occur.Must, wanted), *([(Occur.Must, rank)] if rank is not None else []), *((Occur.MustNot, earlier) for earlier in before)]
        left = size - len(pks)
        result = searcher.search(Query.boolean_query(own), limit=left, offset=max(start - passed, 0), order_by_field="order", order=order)
        pks += _keys(searcher, result.hits)
        passed += result.count
        before.append(rank)
        if len(pks) >= size or passed >= total:
            break
    return total, pks


def _checked(pks: Sequence[int], tokens: frozenset[str]) -> list[EntryRow]:
    """The entries of these keys that the reader sees according to the database, in the same order. What the index should not have given is logged."""
    known = matters_for(tokens)
    rows = {row.pk: row for row in visible(EntryRow.objects.filter(pk__in=pks, matter__in=known), tokens)
            .select_related("matter").prefetch_related("audience")}
    kept = [rows[pk] for pk in pks if pk in rows and may_see(tokens, (a.token for a in rows[pk].audience.all()))]
    if len(kept) != len(pks):
        log.error("search: %d hits of %d were not for their reader and were not shown; run `curule index --rebuild`", len(pks) - len(kept), len(pks))
    return kept


def _facets(searcher: Any, wanted: Any) -> dict[str, list[tuple[str, int]]]:
    counted = searcher.aggregate(wanted, facet_request(FACETS, DEEPEST))
    found = {}
    for name in FACETS:
        buckets = [(_value(bucket["key"]), int(bucket["doc_count"])) for bucket in counted[name]["buckets"]]
        in_order = sorted(buckets, key=lambda pair: (-pair[1], pair[0])) if name != "year" else sorted(buckets, reverse=True)
        found[name] = in_order[:MOST_VALUES]
    return found


def _value(key: Any) -> str:
    return str(int(key)) if isinstance(key, int | float) else str(key)


def _better(searcher: Any, open_to_reader: Any, node: q.Node | None) -> tuple[str, str] | None:
    """A word of the question that the reader's records do not have, and the nearest that they do have."""
    parts = node.parts if isinstance(node, q.All) else (node,)
    for part in parts:
        if not isinstance(part, q.Word) or part.field != "body":
            continue
        word = fold(part.text)
        if len(word) < 4 or not word.isalpha() or _occurs(searcher, open_to_reader, part):
            continue
        near = _nearest(word, searcher.terms_with_prefix("body", word[:2], open_to_reader, TERMS_LOOKED_AT))
        if near is not None:
            return part.text, near
    return None


def _occurs(searcher: Any, open_to_reader: Any, part: q.Node) -> bool:
    return bool(searcher.search(Query.boolean_query([(Occur.Must, open_to_reader), (Occur.Must, compiled(part))]), limit=1).count)


def _nearest(word: str, terms: Iterable[tuple[str, int]]) -> str | None:
    most = 1 if len(word) < 6 else 2
    near = [(distance, -count, term) for term, count in terms if count and term != word and (distance := _distance(word, term, most)) <= most]
    return min(near)[2] if near else None


def _distance(one: str, other: str, most: int) -> int:
    """Letters to change, leave out, add or swap to make one word of the other; more than ``most`` is all the same."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
