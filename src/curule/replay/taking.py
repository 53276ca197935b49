"""Particulars that need more than the words of one event: the head of the file, earlier events, where the case stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from curule.replay.extraction import count_list, crimes_in, months_in, state_in, surname, years_in
from curule.replay.head import Head
from curule.replay.history import Event
from curule.replay.standing import at

if TYPE_CHECKING:
    pass

__all__ = ["Taking"]

LIFE = r"\blife\b|perpétuité"


class Taking(Head):
    """The ways of taking a particular that a pack's phrases name with ``=name`` or ``=name:detail``."""

    def take(self, name: str, detail: str, event: Event, posture: Any, subject: Mapping[str, Any]) -> Any:
        """One particular.

        :raises ValueError: for a way that there is not.
        """
        way = getattr(self, f"_{name}", None)
        if way is None:
            raise ValueError(f"phrases: ={name} is no way of taking a particular")
        return way(event, posture, detail, subject)

    def counts(self, posture: Any) -> Mapping[str, Any]:
        """The counts or charges of the case by number, each with ``person`` and ``crime``."""
        return at(posture, self.recogniser.book.counts) or {}

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

    def _crimes(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        for earlier in self._backwards(event):
            if (found := crimes_in(earlier.words)):
                return found
        return count_list(self.recogniser.history.charges, *(detail.split("|") if detail else ("counts",))) or None

    def _backwards(self, event: Event) -> Iterator[Event]:
        """The event itself, then those before it, the latest first."""
        yield event
        yield from (e for e in reversed(self.recogniser.history.events) if e.number < event.number)

    def _filed(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The day of filing in writing: the event's own, unless a later event tells it."""
        after = [e.act for e in self.recogniser.history.events if e.number > event.number]
        later = any(re.search(r"writ|écrit|reasons", act, re.IGNORECASE) and re.search("judge?ment|jugement", act, re.IGNORECASE) for act in after)
        return None if later else event.on

    def _sentence(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The sentence as last told up to this event: years, months or life."""
        for earlier in self._backwards(event):
            years, months, life = years_in(earlier.words), months_in(earlier.words), bool(re.search(LIFE, earlier.words, re.IGNORECASE))
            if years or months or life:
                return {"years": years, "months": months, "life": (life and not years) or None}[detail]
        return None

    def _years_if(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return years_in(event.words) if re.search(detail, event.words, re.IGNORECASE) else None

    def _months_if(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return months_in(event.words) if re.search(detail, event.words, re.IGNORECASE) else None

    def _life_if(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return True if re.search(detail, event.words, re.IGNORECASE) and re.search(LIFE, event.words, re.IGNORECASE) and not years_in(event.words) else None

    def _counts_if(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return tuple(self.counts(posture)) or None if re.search(detail, event.words, re.IGNORECASE) else None

    def _reasons(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """Whether the written reasons came with the judgement: not where a later event tells them."""
        return "to_follow" if self._filed(event, posture, detail, subject) is None else "attached"

    def _verdict(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The counts of conviction or acquittal: those that the words name by number, crime or person, or all that are left."""
        acquitted = self._of_verdict(event, posture, r"acquit|\bnot guilty", ())
        if detail == "acquit":
            return acquitted or None
        words = r"convict|(?<!not )\bguilty|coupable|sentenc|\byears?\b|\bmonths?\b|\bfine\b"
        return self._of_verdict(event, posture, words, acquitted) or None if re.search(words, event.words, re.IGNORECASE) else None

    def _of_verdict(self, event: Event, posture: Any, words: str, excluded: tuple[str, ...]) -> tuple[str, ...]:
        counts = self.counts(posture)
        found: list[str] = []
        for clause in re.split(r";|\.\s", event.words):
            if not re.search(words, clause, re.IGNORECASE):
                continue
            persons = {p.name for p in self.recogniser.history.persons if surname(p.name).casefold() in clause.casefold()}
            of_persons = [n for n, c in counts.items() if not persons or c.person in persons]
            numbers = [n for n in re.findall(r"counts?\s+([\d, and]+)", clause, re.IGNORECASE) for n in re.findall(r"\d+", n) if n in counts]
            found += numbers or [n for n in of_persons if n not in excluded]
        return tuple(dict.fromkeys(found))

    def _counts(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """Counts that the words name behind a verb: by number, or by a word of the crime; ``all`` for every count."""
        counts = self.counts(posture)
        if detail == "all":
            return tuple(counts) or None
        found = re.search(rf"(?:{detail})\w*\s+([^,;.]+(?:,\s*\d+)*(?:\s+and\s+\d+)?)", event.words, re.IGNORECASE)
        if not found:
            return None
        words = found.group(1).casefold()
        numbers = [n for n in re.findall(r"\d+", words) if n in counts]
        plain = ("count", "crime", "crimes", "against")
        named = [n for n, c in counts.items() if any(w in words for w in re.findall(r"\w{4,}", c.crime.casefold()) if w not in plain)]
        return tuple(dict.fromkeys((*numbers, *named))) or None

    def _judges(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        recogniser = self.recogniser
        bench = next((b for b in recogniser.book.benches if b.task == detail), None)
        chamber = recogniser.chamber_for(bench) if bench is not None else None
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
        benches = getattr(posture, "benches", None) or {}
        for task in (*(f"{name}:{number}" for name, number in subject.items() if name in self.recogniser.book.numbered), *detail.split("|")):
            bench = benches.get(task)
            if bench is not None and bench.judges:
                return tuple(bench.judges)
        return None
