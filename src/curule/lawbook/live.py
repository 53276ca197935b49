"""Where an article applies in live matters: the entries, among those that this reader may see, that were entered under its rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from curule.access.audiences import visible
from curule.law.library import Library
from curule.law.rules import Power, Prohibition, Rule
from curule.matters.models import EntryRow
from curule.matters.phrases import organ_name, phrase
from curule.matters.reading import Reading, matters_for

__all__ = ["Applied", "applications"]

SEARCHED, SHOWN = 400, 12


@dataclass(frozen=True, slots=True)
class Applied:
    """An entry that relied on a rule, under the number that the reader sees."""

    matter: str
    title: str
    number: int
    done_on: date
    organ: str
    words: str
    diverges: bool


def applications(law: Library, rules: Iterable[Rule], tokens: frozenset[str], lang: str) -> list[Applied]:
    """The latest entries that this reader may see, in matters that this reader may know of, that were entered under one of these rules."""
    ids = {rule.id for rule in rules}
    acts = {act for rule in rules for act in _acts(rule)}
    if not acts:
        return []
    rows = visible(EntryRow.objects.filter(act__in=sorted(acts), matter__pack=law.pack.code), tokens)
    rows = rows.filter(matter__in=matters_for(tokens).order_by()).select_related("matter").order_by("-done_on", "-pk")
    readings: dict[int, Reading] = {}
    found: list[Applied] = []
    for row in rows[:SEARCHED]:
        if row.matter_id not in readings:
            readings[row.matter_id] = Reading(row.matter, tokens)
        reading = readings[row.matter_id]
        # The answer kept with an entry may rest on entries hidden from this reader: such a reader is told by the act alone.
        if reading.is_whole and not ids.intersection(row.content.get("answer", {}).get("rules", ())):
            continue
        number = reading.number_of(row)
        entry = reading.at(number) if number is not None else None
        if entry is not None:
            found.append(Applied(row.matter.number, row.matter.title, entry.number, entry.done_on, organ_name(law, entry.actor.organ, lang),
                                 phrase(law, entry, lang), row.diverges))
        if len(found) == SHOWN:
            break
    return found


def _acts(rule: Rule) -> tuple[str, ...]:
    if isinstance(rule, Power):
        return (rule.act,)
    return rule.acts if isinstance(rule, Prohibition) else ()
