"""A situation with its cases in time: the stages of each as bars, what began them as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from curule.court.drawing import Band, Lane, Mark, band_of
from curule.desk.dates import day as written
from curule.law.record import Entry
from curule.law.stages import StageSpan, stage_history
from curule.matters.models import Matter
from curule.matters.phrases import case_name, judge_names, phrase
from curule.matters.reading import Reading, matters_for
from curule.statutes.rome.summaries import deferral_ends

__all__ = ["Step", "has_timeline", "lanes", "readings_of", "steps"]

KINDS_OF_LOOK = 5
"""How many looks of bars there are; stages take them in turn."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: a day, a matter, what was done, the stage that it began."""

    day: date
    matter: Matter
    says: str
    stage: str
    entry: Entry


def has_timeline(reading: Reading) -> bool:
    """Situations, and cases that belong to one which the reader may know of."""
    return reading.matter.kind == "situation" or "situation" in reading.related


def readings_of(reading: Reading) -> list[Reading]:
    """The situation and its cases, the situation first, as far as this reader may know of them; from a case, the same."""
    head = reading if reading.matter.kind == "situation" else reading.related_readings["situation"]
    linked = matters_for(reading.tokens).filter(kind="case", links__kind="situation", links__to=head.matter.pk).order_by("number")
    return [head, *(Reading(matter, reading.tokens, as_at=reading.as_at, known=reading.known) for matter in linked)]


def _spans(reading: Reading) -> list[StageSpan]:
    nothing: list[StageSpan] = []
    return reading.ask(lambda: stage_history(reading.kind, reading.law.effects, reading.record), nothing)


def steps(readings: list[Reading], lang: str) -> list[Step]:
    """Every change of stage of all these matters, and the deferrals asked for, in the order of days."""
    found = []
    for reading in readings:
        names = judge_names(reading)
        stages = {span.entry.number: span.code for span in _spans(reading)}
        for entry in _told(reading, set(stages)):
            words = reading.kind.stages.get(stages.get(entry.number, ""))
            found.append(Step(entry.done_on, reading.matter, phrase(reading.law, entry, lang, names), words.of(lang) if words else "", entry))
    return sorted(found, key=lambda step: (step.day, step.matter.number, step.entry.number))


def _told(reading: Reading, of_stages: set[int]) -> Iterator[Entry]:
    deferrals = {e.number for e in getattr(reading.posture, "council_deferrals", ())}
    yield from (e for e in reading.record if e.number in of_stages | deferrals)


def lanes(readings: list[Reading], lang: str, today: date) -> tuple[Band, list[tuple[Lane, Matter]]]:
    """The drawing: a lane for each matter, its stages as bars with their names, deferrals of the Security Council as marks."""
    spans = [(reading, _spans(reading)) for reading in readings]
    band = band_of([span.since for _reading, found in spans for span in found], upto=today)
    made = []
    for reading, found in spans:
        lane = Lane(case_name(reading.matter.title, lang))
        codes = list(reading.kind.stages)
        for span in found:
            words = reading.kind.stages[span.code].of(lang) if span.code in reading.kind.stages else span.code
            look = f"s{codes.index(span.code) % KINDS_OF_LOOK}" if span.code in codes else "s0"
            lane.bars.append(band.bar(span.since, span.until, look, f"{words}, {written(span.since)}", words))
        lane.marks += [m for e in getattr(reading.posture, "council_deferrals", ()) for m in _deferral(band, e)]
        made.append((lane, reading.matter))
    return band, made


def _deferral(band: Band, entry: Any) -> Iterator[Mark]:
    yield band.mark(entry.done_on, "asked", written(entry.done_on))
    if deferral_ends(entry) <= band.last:
        yield band.mark(deferral_ends(entry), "ends", written(deferral_ends(entry)))
