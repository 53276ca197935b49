"""The phrases of a pack: how free words of histories are mapped to its acts. Declared as data in the pack's ``phrases.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from curule.law.pack import Pack
from curule.law.words import T, Text

__all__ = ["Allocation", "Bench", "Body", "Check", "Phrase", "Phrasebook", "PhrasesError", "Practice", "President", "load_phrases"]

Pattern = re.Pattern[str]


class PhrasesError(ValueError):
    """A phrases file that cannot be used: names the table and what to change."""


@dataclass(frozen=True, slots=True)
class Body:
    """A court or State that acts: by which words it is known, what its acts mean here (``note``), and under which provision."""

    code: str
    words: Pattern
    name: Text
    note: Text
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way in which histories tell an act.

    ``set``: particulars that the words themselves give; ``take``: particulars taken from the words; ``assume``: particulars that are
    taken for granted so that the record can go on, and told as such. ``more`` lets later phrases match as well; ``last``: only the last
    such event of another body counts; ``each_party``: an event of both sides is an act of each; ``clauses``: each clause of the
    words is an act of its own; ``later``: only where some later event has
    these words, ``unless_later``: only where none has.
    """

    act: str
    words: Pattern
    unless: Pattern | None = None
    actor: Pattern | None = None
    provision: Pattern | None = None
    body: str = ""
    by: str = ""
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    set: Mapping[str, Any] = field(default_factory=dict)
    take: Mapping[str, Any] = field(default_factory=dict)
    assume: Mapping[str, Any] = field(default_factory=dict)
    more: bool = False
    last: bool = False
    each_party: bool = False
    clauses: bool = False
    later: Pattern | None = None
    unless_later: Pattern | None = None
    outside: Text | None = None
    source: Text | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """A task of a bench: how the file's ``chambers`` name it, by which act it is composed, which acts need it."""

    task: str
    phase: Pattern
    unless: Pattern | None
    act: str
    single: str
    before: tuple[str, ...]
    has: tuple[str, ...]
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Allocation:
    """Which body is competent: after which act it is asked, with which trigger."""

    after: str
    subject: str
    trigger: str
    asks: str


@dataclass(frozen=True, slots=True)
class Practice:
    """What practice or the Rules say where the statute's own condition is not met; by leaf."""

    leaf: str
    says: Text
    source: Text
    category: str = "practice"


@dataclass(frozen=True, slots=True)
class President:
    """A president in office: a fact from outside the file, with its source."""

    name: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Check:
    """How a figure that a file expects is recognised and which reckoning of ours answers it."""

    how: str
    rule: Pattern
    inputs: tuple[str, ...]
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All that a pack declares for replay."""

    courts: tuple[str, ...]
    opened_by: str
    branches: Mapping[str, date]
    commencement_provision: str
    origins: Sequence[tuple[Pattern, Mapping[str, str]]]
    bodies: Sequence[Body]
    organs: Sequence[tuple[Pattern, str]]
    phrases: Sequence[Phrase]
    benches: Sequence[Bench]
    allocations: Sequence[Allocation]
    practices: Mapping[str, Practice]
    presidents: Sequence[President]
    checks: Sequence[Check]
    states: Mapping[str, str]


def _re(words: str, where: str) -> Pattern:
    try:
        return re.compile(words, re.IGNORECASE)
    except re.error as error:
        raise PhrasesError(f"{where}: {words!r} is no pattern: {error}") from None


def _optional(raw: Mapping[str, Any], key: str, where: str) -> Pattern | None:
    return _re(raw[key], where) if key in raw else None


def _text(raw: Mapping[str, str] | None) -> Text | None:
    return T(raw["en"], raw["fr"]) if raw else None


def load_phrases(pack: Pack) -> Phrasebook | None:
    """The phrases of a pack; ``None`` where it declares none.

    :raises PhrasesError: when the file names acts or organs that the pack does not have, or cannot be read.
    """
    path = pack.data("phrases.toml")
    return _read(path, pack) if path.is_file() else None


def _read(path: Path, pack: Pack) -> Phrasebook:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PhrasesError(f"{path.name}: {error}") from None
    book = Phrasebook(
        courts=tuple(c.upper() for c in raw["courts"]), opened_by=raw["opened_by"], branches=raw["branches"],
        commencement_provision=raw.get("commencement", ""),
        origins=[(_re(o["words"], "origin"), {k: v for k, v in o.items() if k != "words"}) for o in raw["origin"]],
        bodies=[Body(b["code"], _re(b["words"], "body"), T(**b["name"]), T(**b["note"]), b.get("provision", "")) for b in raw["body"]],
        organs=[(_re(o["words"], "organ"), o["code"]) for o in raw["organ"]],
        phrases=[_phrase(p) for p in raw["phrase"]], benches=[_bench(b) for b in raw["bench"]],
        allocations=[Allocation(**a) for a in raw.get("allocation", ())],
        practices={p["leaf"]: Practice(p["leaf"], T(**p["says"]), T(**p["source"]), p.get("category", "practice")) for p in raw.get("practice", ())},
        presidents=[President(p["name"], p["since"], p.get("until")) for p in raw.get("president", ())],
        checks=[Check(c["how"], _re(c["rule"], "check"), tuple(c.get("inputs", ())), c.get("given", {})) for c in raw.get("check", ())],
        states={k.casefold(): v for k, v in raw.get("states", {}).items()})
    _prove(book, pack, path)
    return book


def _phrase(raw: Mapping[str, Any]) -> Phrase:
    where = f"phrase {raw.get('act') or raw['words'][:40]}"
    return Phrase(
        raw.get("act", ""), _re(raw["words"], where), _optional(raw, "unless", where), _optional(raw, "actor", where), _optional(raw, "provision", where),
        raw.get("body", ""), raw.get("by", ""), tuple(raw.get("has", ())), tuple(raw.get("lacks", ())), raw.get("set", {}), raw.get("take", {}),
        raw.get("assume", {}), raw.get("more", False), raw.get("last", False), raw.get("each_party", False),
        raw.get("clauses", False), _optional(raw, "later", where),
        _optional(raw, "unless_later", where), _text(raw.get("outside")), _text(raw.get("source")))


def _bench(raw: Mapping[str, Any]) -> Bench:
    where = f"bench {raw['task']}"
    return Bench(raw["task"], _re(raw["phase"], where), _optional(raw, "unless", where), raw["act"], raw.get("single", ""),
                 tuple(raw.get("before", ())), tuple(raw.get("has", ())), raw.get("given", {}))


def _prove(book: Phrasebook, pack: Pack, path: Path) -> None:
    acts = {act.code: {p.name for p in act.particulars} for chapter in pack.chapters for act in chapter.acts}
    named = [(p.act, "phrase") for p in book.phrases if p.act] + [(b.act, "bench") for b in book.benches] + [(a.asks, "allocation") for a in book.allocations]
    for act, where in named:
        if act not in acts:
            raise PhrasesError(f"{path.name}: {where}: there is no act {act!r}; correct its name")
    for phrase in book.phrases:
        if not phrase.act and phrase.outside is None:
            raise PhrasesError(f"{path.name}: phrase {phrase.words.pattern[:40]!r}: give an act, or say in 'outside' what it is")
    for _words, organ in book.organs:
        if organ not in pack.organs:
            raise PhrasesError(f"{path.name}: there is no organ {organ!r}; correct its name")
