"""Recognition: which act of the pack an event tells, by which organ or body, with which particulars. Nothing is guessed in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from curule.law.library import Library
from curule.law.particulars import Particular, read_particulars
from curule.law.words import Text
from curule.replay.extraction import PLAIN, choice_in, state_in, surname
from curule.replay.history import Chamber, Event, History, Person
from curule.replay.phrasebook import Bench, Body, Phrase, Phrasebook
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


@dataclass(slots=True)
class Told:
    """What was recognised in an event: acts, or the body whose act it is, or why the statute has no act for it."""

    acts: list[Recognised] = field(default_factory=list)
    body: Body | None = None
    outside: Text | None = None
    source: Text | None = None


class Recogniser:
    """Recognises the events of one history."""

    def __init__(self, library: Library, book: Phrasebook, history: History) -> None:
        self.library = library
        self.book = book
        self.history = history
        self.origin = next((dict(found) for words, found in book.origins if words.search(f"{history.former} {history.number} {history.court}")), {})
        self.taking = Taking(self)
        self.commencement: date | None = book.branches.get(self.origin.get("branch", ""))

    # -- who ---------------------------------------------------------------------------------------------------------

    def body_of(self, event: Event) -> Body | None:
        """The other body whose act an event is: named by the actor or the provision, or the only one there was on that day."""
        for body in self.book.bodies:
            if body.words.search(event.actor) or (body.words.search(event.provision) and not self.own_court(event.actor)):
                return body
        if self.commencement is not None and event.on < self.commencement and not self.state_of(event.actor):
            return next((b for b in self.book.bodies if b.code == self.origin.get("origin")), None)
        return None

    def own_court(self, words: str) -> bool:
        """Whether the words name this pack's own court."""
        return any(re.search(rf"\b{re.escape(c)}\b", words, re.IGNORECASE) for c in (*self.book.courts, "Mechanism", "Mécanisme"))

    def state_of(self, actor: str) -> str | None:
        """The State that acts, where the actor is one."""
        if any(words.search(actor) for words, organ in self.book.organs if organ not in ("state", "national_court")):
            return None
        return state_in(actor, self.book.states)

    def organ_of(self, event: Event, phrase: Phrase) -> tuple[str, bool]:
        """The organ that acts, and whether that had to be assumed."""
        holders = tuple(dict.fromkeys(o for p in self.library.powers.get(phrase.act, ()) for o in p.by))
        if phrase.body and phrase.by and self.body_of(event) is not None:
            return phrase.by, False
        named = next((organ for words, organ in self.book.organs if words.search(event.actor)), "")
        if not named and self.state_of(event.actor):
            named = "state"
        if named in holders:
            return named, False
        if phrase.by in holders and phrase.act.startswith("record_"):
            return phrase.by, False  # it records what somebody else did or told
        if phrase.by and (phrase.by in holders) and (not named or phrase.body or named in ("state", "national_court", "victim", "registrar", "registry")):
            return phrase.by, not event.actor
        if named:
            # "the Chamber" without more is the one that may do the act, if one of several chambers may.
            if named in ("trial_chamber", "single_judge") and {"trial_chamber", "single_judge"} & set(holders):
                return next(o for o in ("trial_chamber", "single_judge") if o in holders), False
            return named, False
        return (phrase.by or (holders[0] if holders else "")), True

    def persons_of(self, event: Event) -> tuple[list[Person], bool]:
        """The persons of the case whom an event names; all of them, assumed, where it names none of several."""
        persons = list(self.history.persons)
        text = f"{event.actor} {event.words}".casefold()
        named = [p for p in persons if re.search(rf"(?<!\w){re.escape(surname(p.name).casefold())}(?!\w)", text)]
        if named or len(persons) <= 1:
            return named or persons, False
        return persons, True

    # -- which bench -------------------------------------------------------------------------------------------------

    def chamber_for(self, bench: Bench, own: bool = True) -> Chamber | None:
        """The bench that the file's ``chambers`` name for a task."""
        for chamber in self.history.chambers:
            words = f"{chamber.name} {chamber.phase}"
            if bench.phase.search(words) and not (bench.unless and bench.unless.search(words)) and (self.chamber_body(chamber) is None) is own:
                return chamber
        return None

    def chamber_body(self, chamber: Chamber) -> Body | None:
        """The other court that a chamber of the file belongs to."""
        return next((b for b in self.book.bodies if b.words.search(f"{chamber.name} {chamber.phase}")), None)

    def judges_named(self, event: Event) -> tuple[tuple[str, ...], str]:
        """The judges whom an event names, and who of them presides: full names where the file has them elsewhere."""
        known = [*(j for c in self.history.chambers for j in c.judges), *(p.name for p in self.book.presidents)]
        text = f"{event.actor} {event.words}"
        found = [name for name in dict.fromkeys(known) if re.search(rf"(?<!\w){re.escape(surname(name))}(?!\w)", text)]
        presiding = next((n for n in found if re.search(rf"{re.escape(surname(n))}[^,;)]*presiding|presid\w+[^,;(]*{re.escape(surname(n))}", text)), "")
        return tuple(found), presiding

    def group(self) -> str:
        """The group of article 1 that the file's words suggest; it is told as assumed."""
        words = f"{self.history.title} {self.history.charges.get('note', '')} " + " ".join(e.act for e in self.history.events)
        if self.history.former:
            return "1(3)"
        if re.search(r"false testimony|perjury|faux témoignage", words, re.IGNORECASE):
            return "1(4)(b)"
        contempt = re.search(r"contempt|interfer\w+ with|outrage|in lieu of", words, re.IGNORECASE)
        return "1(4)(a)" if contempt else "1(3)"

    # -- what --------------------------------------------------------------------------------------------------------

    def recognise(self, event: Event, posture: Any) -> Told:
        """What an event tells, given where the case stands."""
        body = self.body_of(event)
        told = Told(body=body)
        for phrase in self.book.phrases:
            if not self._matches(phrase, event, body, posture):
                continue
            if phrase.outside is not None:
                if not told.acts:
                    told.outside, told.source = phrase.outside, phrase.source
                break
            told.acts += self._acts(phrase, event, posture)
            if not phrase.more:
                break
        return told

    def told_by_another(self, act: str) -> bool:
        """Whether some event of another body tells what is taken over by that act."""
        return any(self._tells(phrase, e) and self.body_of(e) is not None for phrase in self.book.phrases if phrase.act == act for e in self.history.events)

    def _tells(self, phrase: Phrase, event: Event) -> bool:
        return bool(phrase.words.search(event.act)) and not (phrase.unless and phrase.unless.search(event.words))

    def _matches(self, phrase: Phrase, event: Event, body: Body | None, posture: Any) -> bool:
        if not self._tells(phrase, event):
            return False
        if (phrase.actor and not phrase.actor.search(event.actor)) or (phrase.provision and not phrase.provision.search(event.provision)):
            return False
        tribunal = body is not None
        if phrase.body == "tribunal" and not tribunal:
            return False
        if phrase.body not in ("tribunal", "any") and tribunal:
            return False
        after = [e.act for e in self.history.events if e.number > event.number]
        if (phrase.later and not any(map(phrase.later.search, after))) or (phrase.unless_later and any(map(phrase.unless_later.search, after))):
            return False
        later = (e for e in self.history.events if e.number > event.number and e.on >= event.on)
        if phrase.last and any(self._tells(phrase, e) and self.body_of(e) is not None for e in later):
            return False
        return all(standing(posture, path) for path in phrase.has) and not any(standing(posture, path) for path in phrase.lacks)

    def _acts(self, phrase: Phrase, event: Event, posture: Any) -> list[Recognised]:
        if phrase.clauses and len(clauses := re.split(r";|\.\s", event.words)) > 1:
            parts = [replace(event, act=c.strip(), outcome="") for c in clauses if phrase.words.search(c)]
            return [one for part in parts for one in self._acts_of(phrase, part, posture, *self.organ_of(part, phrase))]
        both = ("defence", "prosecutor") if phrase.each_party and all(
            words.search(event.actor) for words, organ in self.book.organs if organ in ("defence", "prosecutor")) else ()
        return [one for organ in both for one in self._acts_of(phrase, event, posture, organ, False)] or self._acts_of(
            phrase, event, posture, *self.organ_of(event, phrase))

    def _acts_of(self, phrase: Phrase, event: Event, posture: Any, organ: str, assumed: bool) -> list[Recognised]:
        declared = {p.name: p for p in self.library.particulars(phrase.act)}
        made = []
        for subject in self._subjects(phrase, event, declared, posture, organ):
            one = Recognised(phrase.act, organ, actor_assumed=assumed)
            for source, kept in ((phrase.set, one.known), (phrase.take, one.known), (phrase.assume, one.assumed)):
                for name, asked in source.items():
                    if name in declared and name not in one.known and (value := self._value(asked, declared[name], event, posture, subject, one)) is not None:
                        kept[name] = value
            if "person" in subject and "person" in declared:
                (one.assumed if subject.get("person_assumed") else one.known).setdefault("person", subject["person"].name)
            for name in ("appeal", "review"):
                if name in declared and name in subject:
                    one.known.setdefault(name, subject[name])
            self._read(one)
            made.append(one)
        return made

    def _read(self, one: Recognised) -> None:
        """Values as the library reads them; what it cannot read is left out, as if the history did not say it."""
        for kept in (one.known, one.assumed):
            given, errors = read_particulars(self.library.particulars(one.act), kept, partial=True)
            for name in [n for n in kept if n not in given or any(e.name == n for e in errors)]:
                del kept[name]
            kept.update(given)

    def _subjects(self, phrase: Phrase, event: Event, declared: Mapping[str, Particular], posture: Any, organ: str) -> Iterable[dict[str, Any]]:
        """For each whom or what the act is done: persons, pending appeals, pending applications for review."""
        for name, table in (("appeal", "appeals"), ("review", "reviews")):
            if name in declared:
                pending = pending_numbers(posture, table, organ)
                return [{name: n} for n in pending] or [{}]
        if "person" in declared and declared["person"].kind == "person":
            persons, assumed = self.persons_of(event)
            if assumed and not declared["person"].required:
                return [{}]
            return [{"person": p, "person_assumed": assumed} for p in persons] or [{}]
        return [{}]

    def _value(self, asked: Any, particular: Particular, event: Event, posture: Any, subject: Mapping[str, Any], one: Recognised) -> Any:
        if isinstance(asked, Mapping):
            return choice_in(f"{event.words} {event.actor}", asked, particular.many)
        if not isinstance(asked, str) or not asked.startswith("="):
            return tuple(asked) if isinstance(asked, list) else asked
        if asked in PLAIN:
            return PLAIN[asked](event, event.words)
        name, _colon, detail = asked[1:].partition(":")
        return self.taking.take(name, detail, event, posture, subject)


def standing(posture: Any, path: str) -> bool:
    """Whether something stands on a posture under a dotted path; without a posture nothing does."""
    value = posture
    for part in path.split("."):
        value = getattr(value, part, None)
        if value is None:
            return False
    return any(getattr(v, "pending", True) for v in value.values()) if isinstance(value, dict) else bool(value)


def pending_numbers(posture: Any, table: str, organ: str) -> list[str]:
    """The numbers of the appeals or applications that are pending, those of the participant who acts if it is one."""
    found = [(n, one) for n, one in (getattr(posture, table, None) or {}).items() if one.pending]
    if organ in ("defence", "prosecutor"):
        own = [n for n, one in found if one.by == organ]
        if own:
            return own
    return [n for n, _one in found]
