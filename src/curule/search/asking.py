"""What a request asks of search: the words, the facets chosen, the sort, the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from curule.search import questions as q
from curule.search.finding import FACETS, SORTS

__all__ = ["Asked", "asked_of"]

PARAMETERS = ("q", "case", *FACETS, "from", "to", "sort")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what narrows it."""

    words: str
    chosen: dict[str, str] = field(default_factory=dict)
    sort: str = "relevance"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked at all."""
        return not self.words and not self.chosen

    @property
    def node(self) -> q.Node | None:
        """The tree of the words. Raises :class:`curule.search.questions.QuestionFault`."""
        return q.read(self.words)

    @property
    def limits(self) -> list[q.Node]:
        """The facets chosen and the days. Raises :class:`curule.search.questions.QuestionFault`."""
        found: list[q.Node] = [q.Field(name, value.lower()) for name, value in self.chosen.items() if name in FACETS and name != "year"]
        if year := self.chosen.get("year"):
            found.append(q.days(year))
        if self.chosen.get("from") or self.chosen.get("to"):
            found.append(q.days(f"{self.chosen.get('from', '')}..{self.chosen.get('to', '')}"))
        return found

    def query(self, **changes: str | None) -> str:
        """The question as the query of an address, with some of it changed; None takes it away."""
        made: dict[str, Any] = {"q": self.words, **self.chosen, **({"sort": self.sort} if self.sort != SORTS[0] else {}), **changes}
        return urlencode({name: value for name, value in made.items() if value})


def asked_of(given: QueryDict) -> Asked:
    """What is asked; unknown parameters are passed over, values are cut at a length that no real one has."""
    chosen = {name: value for name in (*FACETS, "from", "to") if (value := given.get(name, "").replace("\x00", "").strip()[:80])}
    if case := given.get("case", "").replace("\x00", "").strip()[:80]:
        chosen["matter"] = case
    sort = given.get("sort", "")
    return Asked(given.get("q", "").replace("\x00", "").strip(), chosen, sort if sort in SORTS else SORTS[0])
