"""Rules, readings, limits and clauses as the law pages show them, in the reader's language, each with links to its provisions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from curule.law.conditions import Condition
from curule.law.figures import Figure
from curule.law.library import Library
from curule.law.rules import Class, Clause, Duty, Power, Prohibition, Reading, Right, Rule, TimeLimit
from curule.law.views import rule_lines
from curule.lawbook.links import anchor_of, cite, law_href

__all__ = ["CLASSES", "Line", "acts_of", "change_days", "clauses_told", "in_force", "limits_told", "readings_told", "rule_told", "words_of_class"]

CLASSES = {
    Class.RULE: _("rule"), Class.DEFINITION: _("definition"), Class.DATA: _("data"), Class.ELSEWHERE: _("carried elsewhere"),
    Class.NOT_EXECUTABLE: _("not executable"),
}
_SOURCE = re.compile(r" \[([^\[\]]+)\]\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a rule: how deep it stands, its words, and the provision that it ends with."""

    depth: int
    words: str
    citation: str = ""
    href: str = ""


def words_of_class(cls: str) -> str:
    """A class of provisions in words."""
    return str(CLASSES[cls])


def acts_of(rule: Rule) -> tuple[str, ...]:
    """The acts of which a rule speaks."""
    if isinstance(rule, Power):
        return (rule.act,)
    return rule.acts if isinstance(rule, Prohibition) else ()


def in_force(rule: Rule, on: date | None) -> bool:
    """Whether a rule is in force on a day; without a day every rule is shown."""
    return on is None or rule.in_force is None or rule.in_force.on(on)


def change_days(rules: Iterable[Rule]) -> list[date]:
    """The days on which one of these rules begins or ceases to be in force."""
    return sorted({day for rule in rules if rule.in_force is not None for day in rule.in_force.change_days()})


def _conditions(rule: Rule) -> list[Condition]:
    found = [rule.when]
    if isinstance(rule, Duty):
        found.append(rule.done)
    if isinstance(rule, Right):
        found.append(rule.honoured)
    return found


def rule_told(rule: Rule, law: Library, lang: str, on: date | None = None) -> dict[str, Any]:
    """One rule in controlled language, line by line."""
    cited = {cite(leaf.provision, lang): leaf.provision for condition in _conditions(rule) for leaf in condition.leaves() if leaf.provision}
    lines = []
    for written in rule_lines(rule, law, lang):
        words = written.lstrip(" ")
        source = _SOURCE.search(words)
        provision = cited.get(source[1], "") if source else ""
        if source and provision:
            lines.append(Line((len(written) - len(words)) // 2, words[: source.start()], source[1], law_href(provision)))
        else:
            lines.append(Line((len(written) - len(words)) // 2, words))
    return {
        "id": rule.id, "noun": rule.noun.of(lang), "provision": rule.provision, "lines": lines, "note": rule.note.of(lang) if rule.note else "",
        "is_in_force": in_force(rule, on), "in_force": rule.in_force.words().of(lang) if rule.in_force else "",
        "acts": [{"code": code, "title": law.acts[code].title.of(lang)} for code in acts_of(rule)],
    }


def clauses_told(clauses: Iterable[Clause], lang: str, anchored: set[str]) -> list[dict[str, Any]]:
    """Provisions in our own words. ``anchored`` are those whose official text carries the anchor already."""
    return [{
        "provision": c.provision, "anchor": "" if c.provision in anchored else anchor_of(c.provision), "cls": c.cls, "class_words": words_of_class(c.cls),
        "title": c.title.of(lang), "summary": c.summary.of(lang), "carried_by": c.carried_by, "reason": c.reason.of(lang) if c.reason else "",
    } for c in clauses]


def readings_told(readings: Iterable[Reading], law: Library, lang: str) -> list[dict[str, Any]]:
    """Interpretive choices with their alternatives and the one that applies here."""
    return [{
        "id": r.id, "provision": r.provision, "question": r.question.of(lang), "note": r.note.of(lang) if r.note else "",
        "alternatives": [{"code": code, "words": words.of(lang), "is_chosen": law.reading(r.id) == code, "is_default": r.default == code}
                         for code, words in r.alternatives.items()],
    } for r in readings]


def limits_told(limits: Iterable[TimeLimit], clauses: Iterable[Clause], law: Library, lang: str) -> list[dict[str, Any]]:
    """Time limits, then the figures that clauses name without a limit: value, source, and whether somebody compared it with the source."""
    told = []
    used = set()
    for limit in limits:
        figure = law.figure(limit.length) if isinstance(limit.length, str) else None
        if figure is not None:
            used.add(figure.id)
        told.append({"id": limit.id, "says": limit.says.of(lang), "provision": limit.provision, "length": law.length(limit).words.of(lang),
                     "binds": [law.organs[o].name.of(lang) for o in limit.binds if o in law.organs], **_figure(figure, lang)})
    for clause in clauses:
        for name in clause.carried_by:
            found = law.figures.get(name.removeprefix("figure ").removeprefix("figures."))
            if found is not None and found.id not in used:
                used.add(found.id)
                told.append({"id": found.id, "says": found.note.of(lang) if found.note else clause.title.of(lang), "provision": clause.provision,
                             "length": found.words.of(lang), "binds": [], **_figure(found, lang)})
    return told


def _figure(figure: Figure | None, lang: str) -> dict[str, Any]:
    """Where a figure comes from; a length that the statute itself gives needs no source."""
    if figure is None:
        return {"source": "", "is_verified": None, "mark": "", "note": ""}
    return {"source": figure.source.of(lang), "is_verified": figure.verified, "mark": figure.mark.of(lang),
            "note": figure.note.of(lang) if figure.note else ""}
