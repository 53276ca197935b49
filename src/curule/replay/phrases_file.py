"""Reading what a pack declares for replay: the TOML files of its folder ``replay``, in the order of their names, as one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from curule.law.pack import Pack
from curule.law.words import T, Text
from curule.replay.extraction import PLAIN
from curule.replay.phrasebook import (
    Allocation,
    Bench,
    Body,
    Check,
    Classification,
    Default,
    Organ,
    Pattern,
    Phrase,
    Phrasebook,
    Practice,
    President,
    Supply,
    Where,
)
from curule.replay.taking import Taking

__all__ = ["PhrasesError", "courts_of", "load_phrases"]

One = TypeVar("One")
FOLDER = "replay"
HEAD = T("from the head of the file", "d'après l'en-tête du fichier")


class PhrasesError(ValueError):
    """A phrases file that cannot be used: names the table and what to change."""


def load_phrases(pack: Pack) -> Phrasebook | None:
    """The phrases of a pack; ``None`` where it declares none.

    :raises PhrasesError: when a file names acts or organs that the pack does not have, or cannot be read.
    """
    raw = _merged(pack)
    if not raw:
        return None
    try:
        book = _book(raw)
    except KeyError as error:
        raise PhrasesError(f"{pack.code}/{FOLDER}: {error.args[0]!r} is missing") from None
    _prove(book, pack)
    return book


def courts_of(pack: Pack) -> tuple[str, ...]:
    """The courts whose histories a pack replays: as its phrases name them, and its own code."""
    return (*_merged(pack).get("courts", ()), pack.code)


def _merged(pack: Pack) -> dict[str, Any]:
    """The files of the folder as one: lists are joined, tables are put together, single values are replaced."""
    made: dict[str, Any] = {}
    folder = pack.data(FOLDER)
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        for key, value in _toml(path).items():
            if isinstance(value, list):
                made[key] = [*made.get(key, ()), *value]
            elif isinstance(value, dict):
                made[key] = {**made.get(key, {}), **value}
            else:
                made[key] = value
    return made


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PhrasesError(f"{path.name}: {error}") from None


def _re(words: str, where: str) -> Pattern:
    try:
        return re.compile(words, re.IGNORECASE)
    except re.error as error:
        raise PhrasesError(f"{where}: {words!r} is no pattern: {error}") from None


def _text(raw: Mapping[str, str] | None) -> Text | None:
    return T(raw["en"], raw["fr"]) if raw else None


PATTERNS = {"words", "unless", "actor", "provision", "later", "unless_later", "phase", "rule", "only", "status"}
TEXTS = {"outside", "source", "says", "name", "note", "why"}


def _made(cls: type[One], raw: Mapping[str, Any], what: str, plain: Iterable[str] = ()) -> One:
    """One declaration: patterns are compiled, lists become tuples, texts are read in both languages; an unknown key is a fault."""
    known = {f.name for f in fields(cast(Any, cls))}
    where = f"{what} {raw.get('act') or raw.get('code') or str(raw.get('words', raw.get('rule', '')))[:40]}"
    if unknown := [k for k in raw if k not in known]:
        raise PhrasesError(f"{where}: {', '.join(unknown)}: no such key; there are: {', '.join(sorted(known))}")
    given: dict[str, Any] = {}
    for key, value in raw.items():
        if key in PATTERNS and key not in plain and isinstance(value, str):
            given[key] = _re(value, where)
        elif key in TEXTS and isinstance(value, dict) and "en" in value:
            given[key] = _text(value)
        else:
            given[key] = tuple(value) if isinstance(value, list) else value
    return cls(**given)


def _each(raw: Mapping[str, Any], key: str, make: Callable[[Mapping[str, Any]], One]) -> list[One]:
    return [make(one) for one in raw.get(key, ())]


def _book(raw: Mapping[str, Any]) -> Phrasebook:
    recording = raw.get("recording")
    return Phrasebook(
        courts=tuple(c.upper() for c in raw["courts"]), own_names=tuple(raw.get("own_names", ())), case=raw["case"],
        per_file=tuple(raw.get("per_file", ())), state_organ=raw.get("state_organ", ""), numbered=raw.get("numbered", {}), counts=raw.get("counts", ""),
        benches_at=raw.get("benches_at", "benches"), partial=tuple(raw.get("partial", ())),
        tables=raw.get("tables", {}), recording=_re(recording, "recording") if recording else None, branches=raw.get("branches", {}),
        commencement_provision=raw.get("commencement", ""),
        origins=[(_re(o["words"], "origin"), {k: v for k, v in o.items() if k != "words"}) for o in raw.get("origin", ())],
        classes=_each(raw, "class", lambda c: _made(Classification, c, "class")), bodies=_each(raw, "body", lambda b: _made(Body, b, "body", ("provision",))),
        organs=_each(raw, "organ", lambda o: _made(Organ, o, "organ")),
        phrases=_each(raw, "phrase", lambda p: _made(Phrase, {"act": "", **p}, "phrase")),
        supplies=_each(raw, "supply", _supply), defaults=_each(raw, "default", lambda d: _made(Default, d, "default")), benches=_each(raw, "bench", _bench),
        allocations=_each(raw, "allocation", lambda a: _made(Allocation, a, "allocation")),
        practices={p["leaf"]: _made(Practice, p, "practice") for p in raw.get("practice", ())},
        presidents=_each(raw, "president", lambda p: President(p["name"], p["since"], p.get("until"))),
        checks=_each(raw, "check", lambda c: _made(Check, {"inputs": (), "given": {}, **c}, "check")),
        states={k.casefold(): v for k, v in raw.get("states", {}).items()})


def _supply(raw: Mapping[str, Any]) -> Supply:
    where = raw.get("where", {})
    patterns = {k: _re(where[k], "supply") for k in ("origin", "group") if k in where}
    made = Where(patterns.get("origin"), patterns.get("group"), where.get("former"), tuple(where.get("unless_told", ())))
    told = {**raw, "where": made, "why": raw.get("why", {"en": HEAD.en, "fr": HEAD.fr})}
    body = told.pop("body", None)
    return replace(_made(Supply, told, "supply", ("provision",)), body=_text(body))


def _bench(raw: Mapping[str, Any]) -> Bench:
    return _made(Bench, {"unless": None, "single": "", "before": (), "has": (), "given": {}, **raw}, "bench")


def _ways(book: Phrasebook) -> set[str]:
    """The ways of taking a particular that a pack's declarations name."""
    given: list[Any] = [v for p in book.phrases for table in (p.set, p.take, p.assume) for v in table.values()]
    given += [v for s in book.supplies for table in (s.given, s.assume) for v in table.values()] + [d.value for d in book.defaults]
    named = [v for one in given for v in (one if isinstance(one, (list, tuple)) else [one])]
    return {v[1:].partition(":")[0] for v in named if isinstance(v, str) and v.startswith("=")}


def _prove(book: Phrasebook, pack: Pack) -> None:
    acts = {act.code for chapter in pack.chapters for act in chapter.acts}
    named = [(p.act, "phrase") for p in book.phrases if p.act] + [(a, "bench") for b in book.benches for a in (b.act, *b.before, *filter(None, [b.single]))]
    named += [(a, "allocation") for one in book.allocations for a in (one.asks, one.records, one.after)]
    named += [(a, "supply") for s in book.supplies for a in (s.act, *s.before)]
    for act, where in named:
        if act not in acts:
            raise PhrasesError(f"{pack.code}: {where}: there is no act {act!r}; correct its name")
    for phrase in book.phrases:
        if not phrase.act and phrase.outside is None:
            raise PhrasesError(f"{pack.code}: phrase {phrase.words.pattern[:40]!r}: give an act, or say in 'outside' what it is")
    for way in _ways(book):
        if f"={way}" not in PLAIN and not hasattr(Taking, f"_{way}"):
            raise PhrasesError(f"{pack.code}: ={way} is no way of taking a particular; correct its name")
    for organ in (*(o.code for o in book.organs), *(o for one in book.organs for o in one.like), *(p.by for p in book.phrases if p.by)):
        if organ not in pack.organs:
            raise PhrasesError(f"{pack.code}: there is no organ {organ!r}; correct its name")
