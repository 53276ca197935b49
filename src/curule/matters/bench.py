"""The roll of judges as pages show it, and the work that each judge has in the cases a reader may see."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from curule.law.words import T
from curule.matters.reading import Reading, matters_for

__all__ = ["JudgeLine", "judge_lines", "roll_reading", "workload"]

CASES_COUNTED = 400
HOW = {"elected": T("elected", "élu"), "vacancy": T("filled a vacancy", "siège vacant pourvu"), "reappointed": T("reappointed", "reconduit"),
       "extra": T("extra judge", "juge supplémentaire"), "president": T("President", "Président")}


@dataclass(frozen=True, slots=True)
class JudgeLine:
    """One judge of the roll."""

    code: str
    name: str
    nationality: str
    terms: list[tuple[date, date, str, Any]]
    in_office: bool
    until: date | None
    marks: list[str]
    benches: int


def roll_reading(tokens: frozenset[str], as_at: date | None = None) -> Reading | None:
    """The roll of judges as this reader reads it, if there is one that may be seen."""
    matter = matters_for(tokens).filter(kind="roll").first()
    return Reading(matter, tokens, as_at=as_at) if matter is not None else None


def workload(tokens: frozenset[str]) -> Counter[str]:
    """On how many benches of open cases each judge sits, as far as this reader can see."""
    found: Counter[str] = Counter()
    for matter in matters_for(tokens).filter(kind="case").order_by("-pk")[:CASES_COUNTED]:
        reading = Reading(matter, tokens)
        if reading.stage == "closed":
            continue
        judges = {code for bench in getattr(reading.posture, "benches", {}).values() for code in (*bench.judges, bench.presiding) if code}
        found.update(judges)
    return found


def judge_lines(reading: Reading, lang: str) -> list[JudgeLine]:
    """The judges with their terms, those in office first."""
    from curule.statutes.mechanism.matters.roll import duty_judges, president_on, term_on, unavailability

    roll, on, work = reading.posture, reading.on, workload(reading.tokens)
    president = president_on(roll, on)
    duty = {code: branch for branch in ("arusha", "the_hague") for code in duty_judges(roll, branch, on)}
    lines = []
    for code, judge in roll.judges.items():
        term = term_on(roll, code, on)
        marks = [T("President", "Président").of(lang)] if code == president else []
        if code in duty:
            branch = {"arusha": T("duty judge, Arusha", "juge de permanence, Arusha"), "the_hague": T("duty judge, The Hague", "juge de permanence, La Haye")}
            marks.append(branch[duty[code]].of(lang))
        if unavailability(roll, code, on) is not None:
            marks.append(T("unavailable", "indisponible").of(lang))
        terms = [(t.since, t.until, HOW[t.how].of(lang) if t.how in HOW else t.how, t.entry) for t in judge.terms]
        lines.append(JudgeLine(code, judge.name or code, judge.nationality, terms, term is not None, term.until if term else None, marks, work[code]))
    return sorted(lines, key=lambda line: (not line.in_office, line.marks[:1] != [T("President", "Président").of(lang)], line.name))


