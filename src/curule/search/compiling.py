"""From the tree of a question to a query of the index, and the tiers in which hits are ranked.

Scores are not used. The usual ones count in how many records a word occurs, hidden ones too, so that an order or a score would tell of what
the reader may not see. Instead, hits come in tiers by where the words stand, each tier by day; see docs/explanation/search.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import tantivy

from curule.search import questions as q
from curule.search.folding import loose_of_word, words
from curule.search.index import schema
from curule.search.naming import values_named

__all__ = ["compiled", "tiers", "words_asked"]

Query, Occur = tantivy.Query, tantivy.Occur
_SPECIAL = re.compile(r"[^\w]")


def compiled(node: q.Node | None) -> Any:
    """The query of a question; that of an empty one finds everything."""
    return Query.all_query() if node is None else _any_form(node)


def _any_form(node: q.Node) -> Any:
    return _compile(node, _word_any)


def _compile(node: q.Node, word: Callable[[q.Word], Any]) -> Any:
    match node:
        case q.Word():
            return word(node)
        case q.Phrase():
            return _phrase(node.field, node.words)
        case q.Prefix():
            return _prefix(node)
        case q.Field():
            return _field(node)
        case q.Days():
            first, last = (day.toordinal() if day else None for day in (node.first, node.last))
            return Query.range_query(schema(), "day", tantivy.FieldType.Integer, first, last)
        case q.Cites():
            return Query.term_set_query(schema(), "cites", list(node.keys))
        case q.Not():
            return Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, _compile(node.part, word))])
        case q.All():
            return _all(node, word)
        case q.Any():
            return Query.boolean_query([(Occur.Should, _compile(part, word)) for part in node.parts])


def _all(node: q.All, word: Callable[[q.Word], Any]) -> Any:
    wanted = [(Occur.Must, _compile(part, word)) for part in node.parts if not isinstance(part, q.Not)]
    unwanted = [(Occur.MustNot, _compile(part.part, word)) for part in node.parts if isinstance(part, q.Not)]
    return Query.boolean_query([*(wanted or [(Occur.Must, Query.all_query())]), *unwanted])


def _phrase(field: str, found: tuple[str, ...]) -> Any:
    if len(found) == 1:
        return Query.term_query(schema(), field, found[0], "basic")
    return Query.phrase_query(schema(), field, list(found))


def _prefix(node: q.Prefix) -> Any:
    begun = Query.regex_query(schema(), node.field, _SPECIAL.sub("", node.words[-1]) + ".*")
    if len(node.words) == 1:
        return begun
    return Query.phrase_prefix_query(schema(), node.field, list(node.words))


def _field(node: q.Field) -> Any:
    if node.prefix:
        return Query.regex_query(schema(), node.name, re.sub(r"([^\w/])", r"\\\1", node.value) + ".*")
    return Query.term_set_query(schema(), node.name, values_named(node.name, node.value))


def _word_exact(node: q.Word) -> Any:
    return _phrase(node.field, tuple(words(node.text)))


def _word_any(node: q.Word) -> Any:
    if node.field != "body":
        return _word_exact(node)
    # A record that has the word itself has its stem: the exact word need not be asked for beside it.
    loose = Query.boolean_query([(Occur.Should, Query.term_query(schema(), "loose", form, "basic")) for form in loose_of_word(node.text)])
    return loose if node.text.isascii() else Query.boolean_query([(Occur.Should, _word_exact(node)), (Occur.Should, loose)])


def _plain(node: q.Node | None) -> list[q.Word | q.Phrase]:
    """The words and phrases that every hit has."""
    parts = node.parts if isinstance(node, q.All) else (node,)
    return [part for part in parts if isinstance(part, q.Word | q.Phrase) and part.field == "body"]


def tiers(node: q.Node | None) -> list[Any]:
    """What ranks a hit, the best first: all words in the title; the words side by side; all words as they are written. The rest comes last."""
    plain = _plain(node)
    if not plain:
        return []
    as_words = [tuple(words(part.text)) if isinstance(part, q.Word) else part.words for part in plain]
    in_title = Query.boolean_query([(Occur.Must, _phrase("title", found)) for found in as_words])
    exact = Query.boolean_query([(Occur.Must, _phrase("body", found)) for found in as_words])
    together = tuple(word for found in as_words for word in found)
    beside = [_phrase("body", together)] if len(as_words) > 1 else []
    return [in_title, *beside, exact]


def words_asked(node: q.Node | None) -> list[str]:
    """The folded words that hits have and that are to be marked in them; a prefix keeps its star."""
    match node:
        case q.Word():
            return words(node.text)
        case q.Phrase():
            return list(node.words)
        case q.Prefix():
            return [*node.words[:-1], node.words[-1] + "*"]
        case q.All() | q.Any():
            return [word for part in node.parts for word in words_asked(part)]
        case _:
            return []
