"""Sentences that words tell: years, months or life, for whom; when they end, as a decision states it; what took time off them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from curule.replay.charging import Charging
from curule.replay.extraction import days_in, months_in, surname, years_in
from curule.replay.history import Event

__all__ = ["Sentencing"]

LIFE = r"\blife\b|perpétuité"


class Sentencing(Charging):
    """The ways of taking a sentence."""

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

    def _told_for(self, event: Event, subject: Mapping[str, Any]) -> str:
        """The clause of a sentence that names the person, or all the words; of several persons, none where others are named."""
        person = subject.get("person")
        clauses = [c for c in re.split(r";|\.\s", event.outcome or event.act) if c.strip()]
        own = [c for c in clauses if person is not None and surname(person.name).casefold() in c.casefold()]
        return ". ".join(own) if own else event.words

    def _joint(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The sentence as one, such as ``14y``, ``2y6m`` or ``life``; nothing where the words tell none."""
        words = self._told_for(event, subject)
        years, months = years_in(words), months_in(words)
        if years is None and months is None:
            return "life" if re.search(LIFE, words, re.IGNORECASE) else None
        return (f"{years}y" if years else "") + (f"{months}m" if months else "")

    def _terms(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """One term for a person convicted on one charge only; of several charges the words would have to tell each."""
        joint, own = self._joint(event, posture, "", subject), self.of_person(posture, subject, ("convicted",))
        return (f"{own[0]}:{joint}",) if joint and len(own) == 1 else None

    def _form_of_sentence(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        told = self.recogniser.history.head.get("sentence", {})
        life = told.get("life") is True or "life" in str(told.get("years", ""))
        return "life" if life else "term" if told.get("years") or told.get("months") else None

    def _sentence_told(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """Years or months of the last sentence that an event before this one tells."""
        for earlier in reversed(self.recogniser.history.events):
            told = re.search(r"sentenc|imprison|peine", earlier.act, re.IGNORECASE) and not re.search("review|reduc", earlier.act, re.IGNORECASE)
            if told and earlier.on <= event.on:
                found = {"years": years_in, "months": months_in}[detail](earlier.words)
                if found is not None:
                    return found
        return None

    def _stated_end(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The last day of the sentence where an event states it and nothing was taken off: an implementation must take the day that the decision states."""
        for one in self.recogniser.history.events:
            found = re.search(r"(?:sentence|term)[^.;]*?(?:expir|complet|end)\w*([^.;]*)", one.words, re.IGNORECASE)
            days = days_in(found.group(1)) if found else []
            if days and not re.search(r"(?<!to )(?<!not )\breduc(?:e[sd]?|ed|tion of|tion by)\b", one.act, re.IGNORECASE):
                return days[0]
        return None

    def _reduced_end(self, event: Event, posture: Any, detail: str, subject: Mapping[str, Any]) -> Any:
        """The new last day that a reduction states."""
        days = days_in(event.words)
        return days[-1] if days else None
