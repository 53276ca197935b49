"""Particulars that need more than the words of one event: the head of the file, earlier events, where the case stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from curule.law.calendar import add
from curule.replay.extraction import day_in, state_in, surname
from curule.replay.history import Event
from curule.replay.sentencing import Sentencing
from curule.replay.standing import at
from curule.replay.terms import lengths_in

if TYPE_CHECKING:
    pass

__all__ = ["Taking"]


class Taking(Sentencing):
    """The ways of taking a particular that a pack's phrases name with ``=name`` or ``=name:detail``."""

    def take(self, name: str, detail: str, event: Event, posture: Any, subject: Mapping[str, Any]) -> Any:
        """One particular.

        :raises ValueError: for a way that there is not.
        """
        way = getattr(self, f"_{name}", None)
        if way is None:
            raise ValueError(f"phrases: ={name} is no way of taking a particular")
        return way(event, posture, detail, subject)

    def _state(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        states = self.recogniser.book.states
        if detail == "referral":
            return getattr(getattr(posture, "referral", None), "state", None) or None
        first, second = (event.actor, event.words) if detail == "actor" else (event.words, event.actor)
        return state_in(first, states) or state_in(second, states)

    def _origin(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        body = self.recogniser.body_of(event)
        return body.code if body is not None else self.recogniser.origin.get("origin")

    def _table(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """What a table of the pack gives for the case's origin or branch (whose practice on prison sentences, say), or for all others."""
        table = self.recogniser.book.tables[detail]
        keys = (self.recogniser.origin.get("origin", ""), str(getattr(posture, "branch", "")), "*")
        return next((table[k] for k in keys if k in table), None)

    def _case(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return self.recogniser.history.number or "case"

    def _filed(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The day of filing in writing: the event's own, unless a later event tells it."""
        after = [e.act for e in self.recogniser.history.events if e.number > event.number]
        later = any(re.search(r"writ|écrit|reasons", act, re.IGNORECASE) and re.search("judge?ment|jugement", act, re.IGNORECASE) for act in after)
        return None if later else event.on

    def _reasons(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """Whether the written reasons came with the judgement: not where a later event tells them."""
        return "to_follow" if self._filed(event, posture, detail, subject) is None else "attached"

    def _judges(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        recogniser = self.recogniser
        for task in detail.split("|"):
            bench = next((b for b in recogniser.book.benches if b.task == task), None)
            chamber = recogniser.chamber_for(bench) if bench is not None else recogniser.chamber_named(task)
            if chamber is not None and chamber.judges:
                return chamber.judges
        named, _presiding = recogniser.judges_named(event)
        return named if len(named) > 1 else None

    def _judge(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        named, _presiding = self.recogniser.judges_named(event)
        others = [n for n in named if not re.search(rf"president\s+(?:\w+\s+)?{re.escape(surname(n))}", event.actor, re.IGNORECASE)]
        if others:
            return others[0]
        chambers = [c for c in self.recogniser.history.chambers if self.recogniser.chamber_body(c) is None and len(c.judges) == 1]
        return chambers[0].judges[0] if chambers else None

    def _presiding(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        recogniser = self.recogniser
        bench = next((b for b in recogniser.book.benches if b.task == detail), None)
        chamber = recogniser.chamber_for(bench) if bench is not None else None
        return (chamber.presiding if chamber is not None else "") or recogniser.judges_named(event)[1] or None

    def _bench(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The judges of the bench that has the matter: those who decide, where the file does not say how each voted."""
        benches = at(posture, self.recogniser.book.benches_at) or {}
        for task in (*(f"{name}:{number}" for name, number in subject.items() if name in self.recogniser.book.numbered), *detail.split("|")):
            bench = benches.get(task)
            if bench is not None and bench.judges:
                return tuple(bench.judges)
        return None

    # -- from the events ---------------------------------------------------------------------------------------------

    def _act(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return event.act[:200] or None

    def _since(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The day from which something holds: the one that follows "since" or "from"."""
        found = re.search(r"(?:since|from|depuis|à compter du)\s+([^;,.]*)", event.words, re.IGNORECASE)
        return day_in(found.group(1)) if found else None

    def _acting_state(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return self.recogniser.state_of(event.actor)

    def _later_state(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The State that acts in the first later event whose act matches a pattern (the State that surrenders is the one that arrested)."""
        later = (e for e in self.recogniser.history.events if e.number > event.number and re.search(detail, e.act, re.IGNORECASE))
        return next((state for e in later if (state := state_in(e.actor, self.recogniser.book.states))), None)

    def _nationality_of_first(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return next((p.nationality for p in self.recogniser.history.persons if len(p.nationality) == 3), None)

    def _named_person(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The person whom the event names, or the only one of the case."""
        persons, assumed = self.recogniser.persons_of(event)
        return persons[0].name if len(persons) == 1 and not assumed else None

    def _every_person(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return tuple(p.name for p in self.recogniser.history.persons) or None

    def _named_judges(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return self.recogniser.judges_named(event)[0] or None

    def _entry(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The number of the last entry of the case made by one of the acts named; ``.`` for any."""
        entries = self.recogniser.entries()
        return next((str(e.number) for e in reversed(entries) if re.search(detail, e.act)), None)

    def _last(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The key of what was entered last under a path of the case."""
        return next(reversed(at(posture, detail) or {}), None)

    def _state_asked(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return state_in(event.words, self.recogniser.book.states)

    def _yes_unless(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return not re.search(detail, event.words, re.IGNORECASE)

    def _found_if(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """A finding that the words imply: found where they match, not found where they do not."""
        return "found" if re.search(detail, event.words, re.IGNORECASE) else "not_found"

    def _told_if(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The words themselves, where they match a pattern (views of a minority)."""
        return event.words[:200] if re.search(detail, event.words, re.IGNORECASE) else None

    def _day_after(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The day that comes a length after the event, where its words state one behind a pattern (a next review in two years)."""
        found = re.search(rf"(?:{detail})(.*)", event.words, re.IGNORECASE)
        lengths = lengths_in(found.group(1)) if found else []
        return add(event.on, lengths[0]).day if lengths else None

    def _own_day(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """A day of the file's head, where it is that of the event."""
        value = self._head(event, posture, detail, subject)
        return value if value == event.on else None
