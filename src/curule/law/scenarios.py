"""Scenarios: the law's tests in lines that a lawyer can read.

A scenario file belongs to a pack. Lines:

    history NAME (kind KIND) [from OTHER] [with ROLE=OTHER ...]
        DATE ORGAN[:PERSON] ACT name=value name="value with spaces"
    permit PROVISION: sentence
    refuse PROVISION: sentence
    open PROVISION: sentence
        [reading ID=ALTERNATIVE]
        after HISTORY [with ROLE=OTHER ...]
        DATE ORGAN ACT ...           (earlier lines are entered; the last one is the question)
        because [KIND] LEAF [LEAF ...]  (refuse: what alone stands in the way; open: what is open)
        but [after HISTORY] [on DATE] [by ORGAN] [name=value ...] [without NAME] because LEAF [LEAF ...]
                                     (permit only: the same question, changed in one respect, is refused for that reason)
    duty PROVISION: sentence
        after HISTORY
        on DATE
        expect RULE pending|due soon|overdue|none [due DATE]
    limit LIMIT: sentence
        after HISTORY
        on DATE
        expect due DATE
    right PROVISION: sentence
        after HISTORY
        on DATE
        expect RULE kept|breached|open|none

Every line of a history is itself asked of the law and must be permitted; ``!`` before the date enters it whatever the law says.
``#`` begins a comment.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from curule.law.view import Actor

__all__ = ["Line", "History", "Scenario", "Variation", "ScenarioError", "read_scenarios", "sentence_of", "shown_value"]

OUTCOMES = ("permit", "refuse", "open", "duty", "limit", "right")


class ScenarioError(ValueError):
    """A scenario file that cannot be read: names the file and line and says what is expected."""


@dataclass(slots=True)
class Line:
    """One dated act of a scenario, as written."""

    on: date
    actor: Actor
    act: str
    raw: dict[str, str]
    whatever: bool
    where: str


@dataclass(slots=True)
class History:
    """A named sequence of acts on one matter that scenarios continue."""

    name: str
    kind: str
    where: str
    start: str = ""
    related: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Variation:
    """The question of a permitting scenario changed in one respect, and the leaves on which it then fails."""

    where: str
    after: str = ""
    on: date | None = None
    by: Actor | None = None
    raw: dict[str, str] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    readings: dict[str, str] = field(default_factory=dict)
    related: dict[str, str] = field(default_factory=dict)
    because: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Scenario:
    """One expectation about the law, with its sentence."""

    outcome: str
    subject: str
    sentence: str
    where: str
    after: str = ""
    related: dict[str, str] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    variations: list[Variation] = field(default_factory=list)
    on: date | None = None
    expect: list[str] = field(default_factory=list)


def read_scenarios(files: Iterable[tuple[str, str]]) -> tuple[dict[str, History], list[Scenario]]:
    """Read ``(name, text)`` files into histories and scenarios.

    :raises ScenarioError: at the first line that cannot be read.
    """
    histories: dict[str, History] = {}
    scenarios: list[Scenario] = []
    for name, text in files:
        current: History | Scenario | None = None
        for number, written in enumerate(text.splitlines(), 1):
            words = written.strip()
            where = f"{name}:{number}"
            if not words or words.startswith("#"):
                continue
            head = words.split(None, 1)[0]
            if not written[0].isspace() and head == "history":
                current = _history(words, where)
                if current.name in histories:
                    raise ScenarioError(f"{where}: history {current.name!r} exists already ({histories[current.name].where}); choose another name")
                histories[current.name] = current
            elif not written[0].isspace() and head in OUTCOMES:
                current = _scenario(words, where)
                scenarios.append(current)
            elif current is None or not written[0].isspace():
                raise ScenarioError(f"{where}: begin with history, {', '.join(OUTCOMES)}; lines below one of them are indented")
            elif isinstance(current, History):
                current.lines.append(_line(words, where))
            else:
                _detail(current, head, words, where)
    return histories, scenarios


def _pairs(words: Iterable[str], where: str) -> dict[str, str]:
    pairs = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise ScenarioError(f"{where}: expected name=value, not {word!r}")
        pairs[name] = value
    return pairs


def _split(words: str, where: str) -> list[str]:
    try:
        return shlex.split(words, comments=True)
    except ValueError as error:
        raise ScenarioError(f"{where}: {error}; quote values with spaces on both sides") from None


def _history(words: str, where: str) -> History:
    head, _, rest = words.removeprefix("history").partition("(")
    kind, closed, tail = rest.partition(")")
    if not closed or not kind.startswith("kind "):
        raise ScenarioError(f"{where}: write 'history NAME (kind KIND)'")
    made = History(head.strip(), kind.removeprefix("kind ").strip(), where)
    tokens = tail.split()
    if tokens[:1] == ["from"]:
        made.start, tokens = tokens[1], tokens[2:]
    if tokens[:1] == ["with"]:
        made.related = _pairs(tokens[1:], where)
        tokens = []
    if tokens or not made.name:
        raise ScenarioError(f"{where}: write 'history NAME (kind KIND) [from OTHER] [with ROLE=OTHER]'")
    return made


def _scenario(words: str, where: str) -> Scenario:
    outcome, _, rest = words.partition(" ")
    subject, colon, sentence = rest.partition(": ")
    if not colon or not sentence.strip():
        raise ScenarioError(f"{where}: write '{outcome} PROVISION: a sentence'")
    return Scenario(outcome, subject.strip(), sentence.strip(), where)


def _line(words: str, where: str) -> Line:
    whatever = words.startswith("!")
    tokens = _split(words.removeprefix("!").strip(), where)
    if len(tokens) < 3:
        raise ScenarioError(f"{where}: write 'DATE ORGAN ACT name=value ...'")
    try:
        on = date.fromisoformat(tokens[0])
    except ValueError:
        raise ScenarioError(f"{where}: {tokens[0]!r} is not a day (YYYY-MM-DD)") from None
    return Line(on, Actor.parse(tokens[1]), tokens[2], _pairs(tokens[3:], where), whatever, where)


def _detail(current: Scenario, head: str, words: str, where: str) -> None:
    tokens = words.split()
    if head == "after":
        current.after = tokens[1]
        if tokens[2:3] == ["with"]:
            current.related = _pairs(tokens[3:], where)
    elif head == "reading":
        current.readings.update(_pairs(tokens[1:], where))
    elif head == "because":
        current.because = tokens[1:]
    elif head == "but":
        if current.outcome != "permit":
            raise ScenarioError(f"{where}: 'but' varies a permitted question; put it below a permit")
        current.variations.append(_variation(words, where))
    elif head == "on":
        current.on = date.fromisoformat(tokens[1])
    elif head == "expect":
        current.expect = tokens[1:]
    else:
        current.lines.append(_line(words, where))


def _variation(words: str, where: str) -> Variation:
    change, because, leaves = words.removeprefix("but").partition(" because ")
    if not because or not leaves.split():
        raise ScenarioError(f"{where}: write 'but CHANGE because LEAF'")
    made = Variation(where, because=leaves.split())
    tokens = iter(_split(change, where))
    for word in tokens:
        if word == "after":
            made.after = next(tokens, "")
        elif word == "on":
            made.on = date.fromisoformat(next(tokens, ""))
        elif word == "by":
            made.by = Actor.parse(next(tokens, ""))
        elif word == "without":
            made.without.append(next(tokens, ""))
        elif word == "reading":
            made.readings.update(_pairs([next(tokens, "")], where))
        elif word == "with":
            made.related.update(_pairs([next(tokens, "")], where))
        else:
            made.raw.update(_pairs([word], where))
    return made


def sentence_of(line: Line, lang: str, library: Any) -> str:
    """One line of a scenario or history as a sentence, for the law explorer."""
    from curule.law.words import long_date

    act = library.act(line.act)
    organ = library.organ(line.actor.organ).name.of(lang)
    colon = {"en": ":", "fr": "\u00a0:"}[lang]
    details = {"en": "; ", "fr": "\u00a0; "}[lang].join(f"{p.label.of(lang)}{colon} {shown_value(line.act, p.name, line.raw[p.name], lang, library)}"
                        for p in library.particulars(line.act) if p.name in line.raw)
    return f"{long_date(line.on, lang)} — {organ}{colon} {act.title.of(lang)}" + (f" ({details})" if details else "")


def shown_value(act: str, name: str, raw: str, lang: str, library: Any) -> str:
    """A particular of a scenario as people read it: choices by their labels, days written out; what cannot be read as it is written."""
    from curule.law.particulars import ParticularError

    for particular in library.particulars(act):
        if particular.name == name:
            try:
                return str(particular.shown(particular.read(raw), lang))
            except (ParticularError, KeyError):
                return raw
    return raw
