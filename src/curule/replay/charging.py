"""Counts and charges that words tell: named, numbered or only counted; confirmed, declined, withdrawn; of conviction and of acquittal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from curule.replay.extraction import NUMBER_WORD, count_list, crimes_in, number_in, surname
from curule.replay.head import Head
from curule.replay.history import Event
from curule.replay.standing import at

__all__ = ["Charging"]

ENDED = frozenset({"declined", "withdrawn"})
PROVISION = r"\b(?:[5-8]|8 ?bis)\(\d\)(?:\([a-z]+\))+(?:\([ivx]+\))?"
CONVICTED = r"convict|(?<!not )\bguilty|coupable|sentenc|\byears?\b|\bmonths?\b|\bfine\b"
ACQUITTED = r"acquit|\bnot guilty"
DECLINED = r"declin|not confirm|refus\w* to confirm|infirm"
PARTLY = r"\bpart|\bsome\b|declin|\bof \d+|other"


class Charging(Head):
    """The ways of taking charges. A detail that ends in ``?`` takes what the words leave open as well: which charges, where they only say how many."""

    def counts(self, posture: Any) -> Mapping[str, Any]:
        """The counts or charges of the case by number, each with ``person`` and ``crime``."""
        return at(posture, self.recogniser.book.counts) or {}

    def _crimes(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        for earlier in self._backwards(event):
            if (found := crimes_in(earlier.words)):
                return found
        return count_list(self.recogniser.history.charges, *(detail.split("|") if detail else ("counts",))) or None

    def _backwards(self, event: Event) -> Iterator[Event]:
        """The event itself, then those before it, the latest first."""
        yield event
        yield from (e for e in reversed(self.recogniser.history.events) if e.number < event.number)

    def _counts_if(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return tuple(self.counts(posture)) or None if re.search(detail, event.words, re.IGNORECASE) else None

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

    def _charges(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """Charges as far as the head of the file tells them: provisions in its note, crimes named there, or as many as it counts."""
        charges = self.recogniser.history.charges
        number = next((v for k in detail.split("|") if isinstance(v := charges.get(k), int) and v > 0), 0)
        note = str(charges.get("note", ""))
        provisions = tuple(dict.fromkeys(re.findall(PROVISION, note)))
        if provisions and number <= len(provisions):
            return provisions[:number or None]
        if provisions:
            return tuple(f"{provisions[0]}:{n}" for n in range(1, number + 1))
        return count_list({"n": number}, "n") or self._crimes_of(note) or ("not told",)

    def _crimes_of(self, words: str) -> tuple[str, ...]:
        parts = re.split(r",\s*(?:and\s+)?|\s+and\s+|\s+et\s+|;", re.sub(r"\([^)]*\)", "", words))
        return tuple(dict.fromkeys(" ".join(p.split())[:200] for p in parts if p.strip()))

    def _crime_list(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """Crimes that the outcome of the event lists, where the file's head gives no provisions for them."""
        if re.search(PROVISION, str(self.recogniser.history.charges.get("note", ""))):
            return None
        words = re.split(r";|:", event.outcome)[-1]
        named = re.search(r"murder|crime|attack|pillag|rape|using|enlist|persecut|genocid|influenc|testimony|evidence", words)
        return self._crimes_of(words) or None if named else None

    def of_person(self, posture: Any, subject: Mapping[str, Any], statuses: tuple[str, ...] = ()) -> list[str]:
        """The numbers of the person's charges that stand, or that have one of these statuses."""
        person = subject.get("person")
        return [n for n, c in self.counts(posture).items() if (person is None or c.person == person.name)
                and (getattr(c, "status", "") in statuses if statuses else getattr(c, "status", "") not in ENDED)]

    def _own_charges(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return tuple(self.of_person(posture, subject, tuple(filter(None, detail.split("|"))))) or None

    def _confirmation(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The charges confirmed, declined or adjourned for a person, by the clause that names the person if one does."""
        words, own = self._clause_of(event, subject), self.of_person(posture, subject)
        asked, guessed = detail.rstrip("?"), detail.endswith("?")
        confirms = re.search(r"(?<!not )(?<!to )\bconfirm\w*(?! hearing)|commit", words, re.IGNORECASE)
        if re.search(r"adjourn", words, re.IGNORECASE):
            return tuple(own) if asked == "adjourned" else None
        if re.search(DECLINED, words, re.IGNORECASE) and not confirms:
            return tuple(own) if asked == "declined" else None
        if asked == "adjourned" or not confirms:
            return None
        if not re.search(PARTLY, words, re.IGNORECASE):
            return tuple(own) if asked == "confirmed" else None
        if not guessed:
            return None
        number = self._how_many(words) or self.recogniser.history.charges.get("confirmed")
        kept = own[:number] if isinstance(number, int) and number else own
        return (tuple(kept) if asked == "confirmed" else tuple(n for n in own if n not in kept)) or None

    def _how_many(self, words: str) -> int:
        found = re.search(rf"{NUMBER_WORD}\s+(?:\w+\s+)?(?:of\s+\w+\s+)?(?:charges?|counts?|crimes?)", words, re.IGNORECASE)
        return number_in(found.group(1)) if found else 0

    def _clause_of(self, event: Event, subject: Mapping[str, Any]) -> str:
        """The clauses that name the person; all that is said, where none does."""
        person = subject.get("person")
        clauses = [c.strip() for text in (event.act, event.outcome) for c in re.split(r";|\.\s", text) if c.strip()]
        own = [c for c in clauses if person is not None and surname(person.name).casefold() in c.casefold()]
        return ". ".join(own or clauses)

    def _verdict(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The counts of conviction or acquittal: those that the words name by number, crime or person, or all that are left."""
        asked, guessed = detail.rstrip("?"), detail.endswith("?")
        if self._mixed(event) and not self._named(event):
            return self._guessed(event, posture, asked) if guessed else None
        acquitted = self._of_verdict(event, posture, ACQUITTED, ())
        if asked == "acquit":
            return acquitted or None
        return self._of_verdict(event, posture, CONVICTED, acquitted) or None if re.search(CONVICTED, event.words, re.IGNORECASE) else None

    def _mixed(self, event: Event) -> bool:
        """Whether one person was convicted of some charges and acquitted of others, without saying of which."""
        text = event.words
        return len(self.recogniser.history.persons) == 1 and bool(
            re.search(ACQUITTED, text, re.IGNORECASE) and re.search(r"convict|(?<!not )\bguilty|coupable", text, re.IGNORECASE))

    def _named(self, event: Event) -> bool:
        return bool(re.search(r"counts?\s+\d", event.words, re.IGNORECASE))

    def _guessed(self, event: Event, posture: Any, asked: str) -> Any:
        live = self._live(posture)
        found = re.search(rf"(?:guilty|convict\w*)\s+(?:him |her )?(?:of|on)\s+{NUMBER_WORD}", event.words, re.IGNORECASE)
        told = number_in(found.group(1)) if found else self.recogniser.history.charges.get("convicted")
        number = told if isinstance(told, int) and 0 < told < len(live) else max(1, len(live) - 1)
        return tuple(live[:number] if asked == "convict" else live[number:]) or None

    def _live(self, posture: Any) -> list[str]:
        """The counts on which a verdict is given: those confirmed, or all that did not end before."""
        counts = self.counts(posture)
        confirmed = [n for n, c in counts.items() if getattr(c, "status", "") == "confirmed"]
        return confirmed or [n for n, c in counts.items() if getattr(c, "status", "") not in ENDED]

    def _of_verdict(self, event: Event, posture: Any, words: str, excluded: tuple[str, ...]) -> tuple[str, ...]:
        counts = {n: self.counts(posture)[n] for n in self._live(posture)}
        found: list[str] = []
        for clause in re.split(r";|\.\s", event.words):
            if not re.search(words, clause, re.IGNORECASE):
                continue
            persons = {p.name for p in self.recogniser.history.persons if surname(p.name).casefold() in clause.casefold()}
            of_persons = [n for n, c in counts.items() if not persons or c.person in persons]
            numbers = [n for n in re.findall(r"counts?\s+([\d, and]+)", clause, re.IGNORECASE) for n in re.findall(r"\d+", n) if n in counts]
            found += numbers or [n for n in of_persons if n not in excluded]
        return tuple(dict.fromkeys(found))
