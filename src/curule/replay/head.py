"""Particulars that the head of a file gives: persons, benches, custody and sentence, where the case comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from curule.replay.extraction import day_in
from curule.replay.history import Event
from curule.replay.standing import at

if TYPE_CHECKING:
    from curule.replay.recognition import Recogniser

__all__ = ["Head"]


class Head:
    """The ways of taking a particular from the head of a file; each takes the event, the posture of the case, a detail and the subject."""

    def __init__(self, recogniser: Recogniser) -> None:
        self.recogniser = recogniser

    def _group(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The class of the case; a detail of digits keeps so many of its characters."""
        group = self.recogniser.group()
        return (group[:int(detail)] if detail else group) or None

    def _origin_of_case(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return self.recogniser.origin.get("origin")

    def _branch(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return self.recogniser.origin.get("branch")

    def _person(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        person = subject.get("person")
        return person.name if person is not None else None

    def _nationality(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        person = subject.get("person")
        return person.nationality if person is not None and len(person.nationality) == 3 else None

    def _all_judges(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        return self.recogniser.all_judges()

    def _start(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The first day of the court's first branch."""
        return min(self.recogniser.book.branches.values(), default=None)

    def _president(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        president = subject["president"]
        start = min(self.recogniser.book.branches.values())
        return {"name": president.name, "since": max(president.since, start), "until": president.until}[detail]

    def _chamber(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        chamber = subject["chamber"]
        return {"judges": chamber.judges, "presiding": chamber.presiding}[detail] or None

    def _head(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """A value of the file's head under a dotted path: a table, or the person's own item of a list of tables; days are read as days."""
        name, _dot, key = detail.partition(".")
        found = self.recogniser.history.head.get(name)
        if isinstance(found, list):
            person = subject.get("person")
            own = [one for one in found if isinstance(one, Mapping) and (person is None or one.get("person", person.name) == person.name)]
            found = own[0] if own else None
        value = found.get(key) if isinstance(found, Mapping) else found if not key else None
        return day_in(value) or value if isinstance(value, str) else value

    def _day_from(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """A day of the file's head, where it is that of the event or a later one (custody that the Court counts from its own day)."""
        value = self._head(event, posture, detail, subject)
        return value if isinstance(value, date) and value >= event.on else None

    def _at(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """What stands on the posture of the case under a path."""
        person = subject.get("person")
        return at(posture, detail, person.name if person is not None else "") or None

    def _matter(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The name of the file's matter of a kind, once there is one."""
        return detail if self.recogniser.lookup(detail) is not None else None

    def _situation(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The situation's name as the file gives it, without what stands in parentheses."""
        return re.sub(r"\s*\(.*", "", self.recogniser.history.situation) or None

    def _own_counts(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """As many counts for each person as the file's charges say, numbered through the case: their names, or with ``numbers`` their numbers."""
        charges = self.recogniser.history.charges
        each = next((v for k in ("counts", "confirmed") if isinstance(v := charges.get(k), int)), 1)
        numbers = range(each * subject["place"] + 1, each * (subject["place"] + 1) + 1)
        return tuple(str(n) if detail == "numbers" else f"count {n}" for n in numbers)

    def _sentence_of(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The person's sentence on the posture, under a path: its form, years, rest of months, fine, or first day."""
        path, _colon, field = detail.partition(":")
        one = at(posture, path, subject["person"].name) if "person" in subject else None
        sentence = getattr(one, "sentence", None)
        if sentence is None:
            return None
        if field == "begins_on":
            entry = getattr(one, "sentenced", None)
            return (entry.particulars.get("pronounced_on") or entry.done_on) if entry is not None else event.on
        years, months = divmod(sentence.months, 12)
        return {"form": "life" if sentence.life else "term" if sentence.months else "fine", "years": years, "months": months, "fine": sentence.fine}[field]
