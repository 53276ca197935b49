"""The rolls of judges as pages show them, and the work that each judge has in the cases a reader may see."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from curule.law.told import JudgeTold
from curule.matters.phrases import judge_names
from curule.matters.reading import Reading, matters_for
from curule.matters.standing import told_by

__all__ = ["JudgeLine", "judge_lines", "roll_reading", "rolls", "workload"]

CASES_COUNTED = 400


@dataclass(frozen=True, slots=True)
class JudgeLine:
    """One judge of the roll, with the name of the State and the number of benches of open cases."""

    told: JudgeTold
    state: str
    benches: int


def rolls(tokens: frozenset[str]) -> dict[str, Reading]:
    """The rolls of judges that this reader may see, by tribunal."""
    return {matter.pack: Reading(matter, tokens) for matter in matters_for(tokens).filter(kind="roll").order_by("pack")}


def roll_reading(tokens: frozenset[str], tribunal: str = "", as_at: date | None = None) -> Reading | None:
    """The roll of a tribunal (of the first there is, where none is named) as this reader reads it, if it may be seen."""
    found = matters_for(tokens).filter(kind="roll").order_by("pack")
    matter = (found.filter(pack=tribunal) if tribunal else found).first()
    return Reading(matter, tokens, as_at=as_at) if matter is not None else None


def workload(tokens: frozenset[str], tribunal: str) -> Counter[str]:
    """On how many benches of open cases of a tribunal each judge sits, as far as this reader can see."""
    found: Counter[str] = Counter()
    for matter in matters_for(tokens).filter(kind="case", pack=tribunal).order_by("-pk")[:CASES_COUNTED]:
        reading = Reading(matter, tokens)
        if reading.stage == "closed":
            continue
        benches = getattr(reading.posture, "benches", None) or getattr(reading.posture, "chambers", {})
        judges = {code for bench in benches.values() for code in (*bench.judges, bench.presiding) if code}
        found.update(judges)
    return found


def judge_lines(reading: Reading, lang: str) -> list[JudgeLine]:
    """The judges with their terms, those in office first."""
    module = told_by(reading.law.pack.package, "judges_told")
    if module is None:
        return []
    work, names = workload(reading.tokens, reading.matter.pack), judge_names(reading)
    lines = [JudgeLine(told, names.get(told.nationality, told.nationality), work[told.code]) for told in module.judges_told(reading.posture, reading.on, lang)]
    return sorted(lines, key=lambda line: (not line.told.in_office, not line.told.leading, line.told.name))
