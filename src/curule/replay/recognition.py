"""Recognition: which act of the pack an event tells, by which organ or body, with which particulars. Nothing is guessed in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from curule.law.library import Library
from curule.law.particulars import Particular, read_particulars
from curule.law.words import Text
from curule.replay.actors import Actors
from curule.replay.extraction import PLAIN, choice_in
from curule.replay.history import Event, History
from curule.replay.nearest import by_title, nearest
from curule.replay.phrasebook import Body, Phrase, Phrasebook
from curule.replay.standing import pending_numbers, standing
from curule.replay.taking import Taking

__all__ = ["Recognised", "Recogniser", "Told"]


@dataclass(slots=True)
class Recognised:
    """One act that an event tells. ``known`` comes from the history; ``assumed`` is taken for granted so that the record can go on."""

    act: str
    organ: str
    person: str = ""
    known: dict[str, Any] = field(default_factory=dict)
    assumed: dict[str, Any] = field(default_factory=dict)
    actor_assumed: bool = False
    own_day: bool = False


@dataclass(slots=True)
class Told:
    """What was recognised in an event: acts, or the body whose act it is, or why the statute has no act for it."""

    acts: list[Recognised] = field(default_factory=list)
    body: Body | None = None
    outside: Text | None = None
    source: Text | None = None
    nearest: tuple[str, ...] = ()


class Recogniser(Actors):
    """Recognises the events of one history."""

    def __init__(self, library: Library, book: Phrasebook, history: History) -> None:
        super().__init__(library, book, history)
        self.taking = Taking(self)
        self.told_by_another = self._told_by_another

    # -- what --------------------------------------------------------------------------------------------------------

    def recognise(self, event: Event, posture: Any) -> Told:
        """What an event tells, given where the case stands."""
        body = self.body_of(event)
        told = Told(body=body)
        passed: list[Phrase] = []
        for phrase in self.book.phrases:
            if not self._matches(phrase, event, body, posture):
                continue
            if phrase.outside is not None:
                if not told.acts:
                    told.outside, told.source = phrase.outside, phrase.source
                break
            found = self._acts(phrase, event, posture)
            told.acts += found
            if not found:
                passed.append(phrase)
            if not phrase.more:
                break
        if not told.acts and told.outside is None and passed:
            # The words are known, but there is nobody for whom the act is due: then the law itself says so.
            told.acts = self._acts(replace(passed[0], has=(), lacks=()), event, posture)
            told.nearest = (passed[0].act,)
        elif not told.acts and told.outside is None and body is None:
            self._by_title(told, event, posture)
        return told

    def _by_title(self, told: Told, event: Event, posture: Any) -> None:
        """Without a phrase: the act whose own title the words repeat and whose organ acts; otherwise the nearest acts are listed."""
        organ = self.organ_named(event)
        act = by_title(self.library, event.act, organ, event.provision)
        if act:
            told.acts = self._acts_of(Phrase(act, re.compile(".")), event, posture, organ, False)
        else:
            told.nearest = nearest(self.library, event.words, organ, event.provision)

    def _told_by_another(self, act: str) -> bool:
        return any(self._tells(phrase, e) and self.body_of(e) is not None for phrase in self.book.phrases if phrase.act == act for e in self.history.events)

    def _tells(self, phrase: Phrase, event: Event) -> bool:
        return bool(phrase.words.search(event.words if phrase.whole else event.act)) and not (phrase.unless and phrase.unless.search(event.words))

    def _matches(self, phrase: Phrase, event: Event, body: Body | None, posture: Any) -> bool:
        if not self._tells(phrase, event):
            return False
        if (phrase.actor and not phrase.actor.search(event.actor)) or (phrase.provision and not phrase.provision.search(event.provision)):
            return False
        other = body is not None
        if phrase.body == "tribunal" and not other:
            return False
        if phrase.body not in ("tribunal", "any") and other:
            return False
        after = [e.act for e in self.history.events if e.number > event.number]
        if (phrase.later and not any(map(phrase.later.search, after))) or (phrase.unless_later and any(map(phrase.unless_later.search, after))):
            return False
        later = (e for e in self.history.events if e.number > event.number and e.on >= event.on)
        if phrase.last and any(self._tells(phrase, e) and self.body_of(e) is not None for e in later):
            return False
        return self._standing(phrase, posture, None)

    def _standing(self, phrase: Phrase, posture: Any, subject: Mapping[str, Any] | None) -> bool:
        """Whether what a phrase asks for stands, and what it rules out does not: of the case, or for one person of it."""
        has, lacks = ([p for p in paths if ("{person}" in p) is (subject is not None)] for paths in (phrase.has, phrase.lacks))
        return all(self.stands(posture, path, subject) for path in has) and not any(self.stands(posture, path, subject) for path in lacks)

    def stands(self, posture: Any, path: str, subject: Mapping[str, Any] | None = None) -> bool:
        """Whether something stands under a path: of the case, or of the matter of a kind for ``@kind.path``; ``{person}`` is the subject's name."""
        if path.startswith("@"):
            kind, _dot, path = path[1:].partition(".")
            posture = self.lookup(kind)
            if not path:
                return posture is not None
        person = subject.get("person") if subject else None
        return standing(posture, path, person.name if person is not None else "")

    # -- acts with their particulars ---------------------------------------------------------------------------------

    def _acts(self, phrase: Phrase, event: Event, posture: Any) -> list[Recognised]:
        if phrase.clauses and len(clauses := re.split(r";|\.\s", event.words)) > 1:
            parts = [replace(event, act=c.strip(), outcome="") for c in clauses if phrase.words.search(c)]
            return [one for part in parts for one in self._acts_of(phrase, part, posture, *self.organ_of(part, phrase))]
        sides = self.book.all("side")
        both = tuple(sorted(sides)) if phrase.each_party and all(o.words.search(event.actor) for o in self.book.organs if o.side) else ()
        return [one for organ in both for one in self._acts_of(phrase, event, posture, organ, False)] or self._acts_of(
            phrase, event, posture, *self.organ_of(event, phrase))

    def _acts_of(self, phrase: Phrase, event: Event, posture: Any, organ: str, assumed: bool) -> list[Recognised]:
        declared = {p.name: p for p in self.library.particulars(phrase.act)}
        made = []
        for subject in self._subjects(phrase, event, declared, posture, organ):
            if not self._standing(phrase, posture, subject):
                continue
            one = self.compose(phrase.act, organ, (phrase.set, phrase.take), phrase.assume, event, posture, subject)
            one.actor_assumed, one.own_day = assumed, phrase.own_day
            if "person" in subject and "person" in declared:
                (one.assumed if subject.get("person_assumed") else one.known).setdefault("person", subject["person"].name)
            for name in self.book.numbered:
                if name in declared and name in subject:
                    one.known.setdefault(name, subject[name])
            self._read(one)
            made.append(one)
        return made

    def compose(self, act: str, organ: str, given: Iterable[Mapping[str, Any]], assume: Mapping[str, Any], event: Event, posture: Any,
                subject: Mapping[str, Any]) -> Recognised:
        """An act with the particulars that a pack's declaration takes for it; those that the act does not have are left out."""
        declared = {p.name: p for p in self.library.particulars(act)}
        one = Recognised(act, organ)
        for source, kept in (*((g, one.known) for g in given), (assume, one.assumed)):
            for name, asked in source.items():
                if name in declared and name not in one.known and (value := self._value(asked, declared[name], event, posture, subject)) is not None:
                    kept[name] = value
        self._read(one)
        return one

    def _read(self, one: Recognised) -> None:
        """Values as the library reads them; what it cannot read is left out, as if the history did not say it."""
        for kept in (one.known, one.assumed):
            given, errors = read_particulars(self.library.particulars(one.act), kept, partial=True)
            for name in [n for n in kept if n not in given or any(e.name == n for e in errors)]:
                del kept[name]
            kept.update(given)

    def _subjects(self, phrase: Phrase, event: Event, declared: Mapping[str, Particular], posture: Any, organ: str) -> Iterable[dict[str, Any]]:
        """For each whom or what the act is done: persons, pending appeals, pending applications for review."""
        for name, table in self.book.numbered.items():
            if name in declared:
                pending = pending_numbers(posture, table, organ, self.book.all("side"), phrase.only)
                return [{name: n} for n in pending] or [{}]
        if "person" in declared and declared["person"].kind == "person":
            persons, assumed = self.persons_of(event, phrase.status)
            if phrase.status is not None and assumed and not persons:
                return []
            if assumed and not declared["person"].required:
                return [{}]
            return [{"person": p, "person_assumed": assumed} for p in persons] or [{}]
        return [{}]

    def _value(self, asked: Any, particular: Particular, event: Event, posture: Any, subject: Mapping[str, Any]) -> Any:
        if isinstance(asked, Mapping):
            return choice_in(f"{event.words} {event.actor}", asked, particular.many)
        if isinstance(asked, (list, tuple)) and asked and all(isinstance(a, str) and a.startswith("=") for a in asked):
            return next((v for a in asked if (v := self._value(a, particular, event, posture, subject)) is not None), None)
        if not isinstance(asked, str) or not asked.startswith("="):
            return tuple(asked) if isinstance(asked, (list, tuple)) else asked
        if asked in PLAIN:
            return PLAIN[asked](event, event.words)
        name, _colon, detail = asked[1:].partition(":")
        return self.taking.take(name, detail, event, posture, subject)
