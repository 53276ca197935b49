"""Who acts in an event: this court's organs, other bodies, States, the persons and judges whom the words name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from curule.law.library import Library
from curule.law.record import Entry
from curule.replay.extraction import state_in, surname
from curule.replay.history import Chamber, Event, History, Person
from curule.replay.phrasebook import Bench, Body, Phrase, Phrasebook, Where

__all__ = ["Actors"]


class Actors:
    """The actors of one history, as the pack's phrases name them. ``lookup`` gives the posture of a matter of another kind, once there is one;
    ``entries`` those of the case."""

    def __init__(self, library: Library, book: Phrasebook, history: History) -> None:
        self.library = library
        self.book = book
        self.history = history
        self.origin = next((dict(found) for words, found in book.origins if words.search(f"{history.former} {history.number} {history.court}")), {})
        self.commencement: date | None = book.branches.get(self.origin.get("branch", ""))
        self.lookup: Callable[[str], Any] = lambda kind: None
        self.entries: Callable[[], list[Entry]] = list
        self.told_by_another: Callable[[str], bool] = lambda act: False

    # -- bodies and organs -------------------------------------------------------------------------------------------

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
        return any(re.search(rf"\b{re.escape(c)}\b", words, re.IGNORECASE) for c in (*self.book.courts, *self.book.own_names))

    def state_of(self, actor: str) -> str | None:
        """The State that acts, where the actor is one."""
        if any(o.words.search(actor) for o in self.book.organs if not o.foreign):
            return None
        return state_in(actor, self.book.states)

    def organ_named(self, event: Event) -> str:
        """The organ that the actor's words name; a State where they name one and nothing else."""
        return self.book.named(event.actor) or (self.book.state_organ if self.state_of(event.actor) else "")

    def organ_of(self, event: Event, phrase: Phrase) -> tuple[str, bool]:
        """The organ that acts, and whether that had to be assumed."""
        holders = tuple(dict.fromkeys(o for p in self.library.powers.get(phrase.act, ()) for o in p.by))
        if phrase.body and phrase.by and self.body_of(event) is not None:
            return phrase.by, False
        if phrase.anyone:
            return phrase.by, True
        named = self.organ_named(event)
        if named in holders:
            return named, False
        if part := self._of_several(event.actor, holders):
            return part, False
        if phrase.by in holders and self.book.recording is not None and self.book.recording.search(phrase.act):
            return phrase.by, False  # it records what somebody else did or told
        if phrase.by and (phrase.by in holders) and (not named or phrase.body or named in self.book.all("conduit")):
            return phrase.by, not event.actor
        if named:
            # "the Chamber" without more is the one that may do the act, if one of several chambers may.
            meant = [o for o in self.book.meant(event.actor, named) if o in holders]
            return (meant[0] if meant else named), False
        return (phrase.by or (holders[0] if holders else "")), True

    def _of_several(self, actor: str, holders: tuple[str, ...]) -> str:
        """Of several actors named together ("the Chamber; State X", "the suspect before the judge"), the one who may do the act."""
        parts = [p for p in re.split(r";|,|/|\band\b|\bbefore\b|\bet\b|\bdevant\b", actor) if p.strip()]
        for part in parts if len(parts) > 1 else ():
            named = self.book.named(part) or (self.book.state_organ if self.state_of(part) else "")
            meant = [o for o in (named, *self.book.meant(part, named)) if o in holders]
            if named and meant:
                return meant[0]
        return ""

    def persons_of(self, event: Event, status: re.Pattern[str] | None = None) -> tuple[list[Person], bool]:
        """The persons of the case whom an event names; where it names none of several, those of a status (nobody, where none has it), or
        all of them, assumed."""
        persons = list(self.history.persons)
        text = f"{event.actor} {event.words}".casefold()
        named = [p for p in persons if re.search(rf"(?<!\w){re.escape(surname(p.name).casefold())}(?!\w)", text)]
        if named or len(persons) <= 1:
            return named or persons, False
        return (persons if status is None else [p for p in persons if status.search(p.status)]), True

    # -- benches and judges ------------------------------------------------------------------------------------------

    def chamber_for(self, bench: Bench, own: bool = True) -> Chamber | None:
        """The bench that the file's ``chambers`` name for a task."""
        for chamber in self.history.chambers:
            words = f"{chamber.name} {chamber.phase}"
            if bench.phase.search(words) and not (bench.unless and bench.unless.search(words)) and (self.chamber_body(chamber) is None) is own:
                return chamber
        return None

    def chamber_named(self, word: str) -> Chamber | None:
        """The chamber of the file whose name or phase has a word; a decision on verdict and sentence before one that is interlocutory."""
        found = [c for c in self.history.chambers if re.search(word, f"{c.name} {c.phase}", re.IGNORECASE) and not re.search("review|110", c.phase)]
        return next((c for c in found if word in c.phase.casefold()), found[0] if found else None)

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

    def all_judges(self) -> tuple[str, ...]:
        """Every judge of this court whom the file names, and its presidents."""
        names = [j for c in self.history.chambers if self.chamber_body(c) is None for j in c.judges] + [p.name for p in self.book.presidents]
        for event in self.history.events:
            names += self.judges_named(event)[0] if self.body_of(event) is None else ()
        return tuple(dict.fromkeys(names))

    # -- the file ----------------------------------------------------------------------------------------------------

    def group(self) -> str:
        """The class of the case that the file's words suggest, its head before a bar and its acts behind it; it is told as assumed."""
        history = self.history
        words = f"{history.number} {history.former} {history.title} {history.charges.get('note', '')} | " + " ".join(e.act for e in history.events)
        former = bool(self.history.former)
        return next((c.code for c in self.book.classes if c.words.search(words) and c.former in (None, former)), "")

    def applies(self, where: Where) -> bool:
        """Whether something that the pack declares holds for this file."""
        if (where.origin and not where.origin.search(self.origin.get("origin", ""))) or (where.group and not where.group.search(self.group())):
            return False
        if where.former is not None and where.former is not bool(self.history.former):
            return False
        return not any(self.told_by_another(act) for act in where.unless_told)
