"""Properties of a simulated International Criminal Court: cases with situations, requests to States and sentences, lawful throughout; a single illegal
change of a record is caught when the law is asked again of every entry. ``./test`` lives sixty cases, ``scripts/soak`` two hundred."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from curule.law.answers import Verdict
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.rehearsal import rehearse
from curule.law.scrutiny import scrutinise
from curule.law.simulation import Deed, SimulatedMatter, guide_from, live
from curule.law.view import Actor
from curule.statutes import load_pack

SINCE, UNTIL = date(2024, 3, 20), date(2045, 1, 1)
SEEDS = range(10 if os.environ.get("CURULE_SOAK") == "1" else 3)
KINDS = {"situation": 2, "case": 20, "enforcement": 5, "cooperation": 5}
"""What each life has."""
CHANGES = 3
"""How many changes of each sort are tried on a record."""


@cache
def library() -> Library:
    """The Court's law."""
    return Library(load_pack("rome"))


@cache
def ground() -> tuple[dict[str, tuple[str, list[Entry]]], dict[str, list[Entry]]]:
    """The histories of the scenarios, and what stands before a life: the States and the judges."""
    histories = rehearse(library().pack).histories
    return histories, {"states": histories["life-states"][1], "roll": histories["life-roll"][1]}


@cache
def lived(seed: int) -> list[Deed]:
    """One life: its deeds in the order in which they are done."""
    histories, prepared = ground()
    return list(live(library(), KINDS, since=SINCE, until=UNTIL, seed=seed, steps=2_000, prepared=prepared, guide=guide_from(histories)))


def matters(deeds: list[Deed]) -> dict[str, SimulatedMatter]:
    """The matters of a life, by code."""
    return {d.matter.code: d.matter for d in deeds}


class Beside:
    """The postures beside a matter's own, as at a day: its links, the States, the judges. They are the same for every change of its record."""

    def __init__(self, matter: SimulatedMatter) -> None:
        wanted = library().kind(matter.kind).reads
        self.records = {kind: entries for kind, entries in ground()[1].items() if kind in wanted}
        self.records |= {kind: other.entries for kind, other in matter.links.items()}
        self.kept: dict[tuple[str, int], Any] = {}

    def __call__(self, day: date) -> Mapping[str, Any]:
        found = {}
        for kind, entries in self.records.items():
            then = [e for e in entries if e.done_on <= day]
            key = (kind, len(then))
            if key not in self.kept:
                self.kept[key] = library().fold(kind, then)
            found[kind] = self.kept[key]
        return found


def test_cases_are_lived_to_every_end() -> None:
    """Each life has twenty cases; among all of them are some at every end: not confirmed, acquitted, sentenced, decided on appeal, tried anew, served."""
    cases = [m for seed in SEEDS for m in matters(lived(seed)).values() if m.kind == "case"]
    assert len(cases) == KINDS["case"] * len(SEEDS)
    acts = Counter(d.act for seed in SEEDS for d in lived(seed))
    assert {"release_after_lapse", "release_after_judgement", "impose_sentence", "decide_appeal", "constitute_trial_chamber", "order_reparations",
            "deliver_person", "release_sentenced_person", "open_sentence_review", "open_investigation"} <= set(acts)
    assert acts["give_judgement"] >= 2 * len(SEEDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_deed_is_lawful_when_the_law_is_asked_again(seed: int) -> None:
    """Nothing that the simulated Court did shows under scrutiny."""
    for matter in matters(lived(seed)).values():
        assert list(scrutinise(library(), matter.kind, matter.entries, Beside(matter))) == []


# -- one illegal change of one record ---------------------------------------------------------------------------------


def permitted(matter: SimulatedMatter, before: Sequence[Entry], entry: Entry, beside: Beside) -> bool:
    """Whether the law permits one entry after others."""
    law = library()
    posture = law.fold(matter.kind, [e for e in before if e.done_on <= entry.done_on])
    return law.may(entry.act, posture, entry.done_on, entry.actor, entry.particulars, beside(entry.done_on)).verdict is Verdict.PERMITTED


def relied_on(matter: SimulatedMatter, beside: Beside) -> dict[int, int]:
    """For each entry on which the answer for a later one relies: the place of the first such later entry."""
    found: dict[int, int] = {}
    entries = matter.entries
    for place, entry in enumerate(entries):
        posture = library().fold(matter.kind, [e for e in entries[:place] if e.done_on <= entry.done_on])
        answer = library().may(entry.act, posture, entry.done_on, entry.actor, entry.particulars, beside(entry.done_on))
        for needed in answer.relied_on:
            if needed.number <= place and entries[needed.number - 1] is needed:
                found.setdefault(needed.number - 1, place)
    return found


def changed_in_place(matter: SimulatedMatter, chance: random.Random) -> Iterator[tuple[str, int, Entry]]:
    """One entry with another organ, another act, another day: what was changed, its place, the entry as changed."""
    law, entries = library(), matter.entries
    for place in chance.sample(range(len(entries)), min(CHANGES, len(entries))):
        entry = entries[place]
        holders = {organ for power in law.powers.get(entry.act, ()) for organ in power.by}
        yield "organ", place, entry.replaced(actor=Actor(chance.choice([o for o in law.organs if o not in holders])))
        other = chance.choice([a.code for a in law.acts_by_kind[matter.kind] if a.code != entry.act])
        yield "act", place, entry.replaced(act=other)
        yield "day", place, entry.replaced(done_on=entry.done_on - timedelta(days=chance.choice((1, 30, 400, 4000))))


def moved_about(matter: SimulatedMatter, beside: Beside, chance: random.Random) -> Iterator[tuple[str, list[Entry], int]]:
    """A necessary entry taken out, or changed for the one that relies on it: what was done, the record, the place in it of what relies on it."""
    entries, needed = matter.entries, relied_on(matter, beside)
    for place in chance.sample(sorted(needed), min(CHANGES, len(needed))):
        later = needed[place]
        yield "removed", [*entries[:place], *entries[place + 1:]], later - 1
        swapped = list(entries)
        swapped[place], swapped[later] = swapped[later], swapped[place]
        yield "swapped", swapped, place


def illegal_changes(matter: SimulatedMatter, beside: Beside, chance: random.Random) -> Iterator[tuple[str, list[Entry], int]]:
    """Records with one change each that the law refuses at the entry concerned: the sort of change, the record, that entry's place."""
    entries = matter.entries
    for sort, place, entry in changed_in_place(matter, chance):
        if not permitted(matter, entries[:place], entry, beside):
            yield sort, [*entries[:place], entry, *entries[place + 1:]], place
    for sort, record, place in moved_about(matter, beside, chance):
        if not permitted(matter, record[:place], record[place], beside):
            yield sort, record, place


@pytest.mark.parametrize("seed", SEEDS)
def test_a_single_illegal_change_is_caught(seed: int) -> None:
    """Every illegal change of every record is caught, at the entry that it makes unlawful or before; and most changes are illegal."""
    chance, tried, caught = random.Random(seed), Counter[str](), Counter[str]()
    for matter in matters(lived(seed)).values():
        beside = Beside(matter)
        for sort, record, place in illegal_changes(matter, beside, chance):
            tried[sort] += 1
            fault = next(iter(scrutinise(library(), matter.kind, record, beside)), None)
            caught[sort] += fault is not None and fault.place <= place + 1
    assert caught == tried
    assert set(tried) == {"organ", "act", "day", "removed", "swapped"}
    assert sum(tried.values()) >= 150
