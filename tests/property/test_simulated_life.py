"""Properties of simulated lives: lawful on replay, folded the same in one go and entry by entry, and changed ones are noticed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curule.law.answers import Verdict
from curule.law.library import Library
from curule.law.posture import apply, plain
from curule.law.record import Entry
from curule.law.rehearsal import rehearse
from curule.law.scrutiny import scrutinise
from curule.law.simulation import Deed, guide_from, live
from curule.law.view import Actor
from curule.statutes import load_pack

SINCE, UNTIL = date(2013, 7, 1), date(2030, 1, 1)
CAUGHT = 0.95
"""The share of illegal changes that must be noticed by an entry that is no longer permitted."""

Life = tuple[list[Deed], dict[str, list[Entry]]]


@cache
def library() -> Library:
    """The Mechanism's law."""
    return Library(load_pack("mechanism"))


@cache
def ground() -> tuple[dict[str, tuple[str, list[Entry]]], dict[str, list[Entry]]]:
    """The histories of the scenarios, and the records of which there is one each: roll, institution, agreements."""
    histories = rehearse(library().pack).histories
    single = [k for k in library().kinds if library().kind(k).one]
    fullest = {k: max((e for kind, e in histories.values() if kind == k), key=len, default=[]) for k in single}
    return histories, {k: e for k, e in fullest.items() if k in ("roll", "institution", "agreements")}


@cache
def lived(seed: int) -> Life:
    """A life of two cases and their enforcement."""
    histories, prepared = ground()
    deeds = list(live(library(), {"case": 2, "enforcement": 2}, since=SINCE, until=UNTIL, seed=seed, steps=260, prepared=prepared, guide=guide_from(histories)))
    return deeds, prepared


def related_to(deed: Deed, records: Mapping[str, list[Entry]], on: date) -> dict[str, Any]:
    """The postures at which the law looks beside that of the deed's own matter, as at its day."""
    law, wanted = library(), library().kind(deed.matter.kind).reads
    standing = {kind: entries for kind, entries in ground()[1].items() if kind in wanted and kind != deed.matter.kind}
    found = {kind: law.fold(kind, [e for e in entries if e.done_on <= on]) for kind, entries in standing.items()}
    # Without a link the law looks at the first matter of the kind, as the simulator does.
    for kind, other in deed.matter.links.items():
        found[kind] = law.fold(kind, [e for e in records[other.code] if e.done_on <= on])
    return found


def asked_again(deeds: list[Deed]) -> Iterator[tuple[Deed, Verdict]]:
    """Every deed asked of the law again, on records that grow as the life did."""
    law, records = library(), dict[str, list[Entry]]()
    for deed in deeds:
        record = records.setdefault(deed.matter.code, [])
        posture = law.fold(deed.matter.kind, [e for e in record if e.done_on <= deed.on])
        yield deed, law.may(deed.act, posture, deed.on, deed.actor, deed.given, related_to(deed, records, deed.on)).verdict
        record.append(Entry(len(record) + 1, deed.act, deed.actor, deed.on, deed.given))


@given(st.integers(0, 30))
@settings(max_examples=6)
def test_every_deed_of_a_life_is_lawful_on_replay(seed: int) -> None:
    """What the simulator does, the law permits when it is asked again from the record alone."""
    deeds, _prepared = lived(seed)
    assert len(deeds) > 20
    assert [(d.matter.code, d.act) for d, verdict in asked_again(deeds) if verdict is not Verdict.PERMITTED] == []


@given(st.integers(0, 30))
@settings(max_examples=4)
def test_a_posture_is_the_same_folded_at_once_and_entry_by_entry(seed: int) -> None:
    """``fold(record) == apply(fold(record[:-1]), last)`` after every entry of a life."""
    law = library()
    for matter in {d.matter.code: d.matter for d in lived(seed)[0]}.values():
        posture = law.fold(matter.kind, [])
        for end in range(1, len(matter.entries) + 1):
            posture = apply(posture, matter.entries[end - 1], law.effects)
            assert plain(posture) == plain(law.fold(matter.kind, matter.entries[:end]))


def test_the_same_seed_gives_the_same_life() -> None:
    """Chance is drawn from the seed alone."""
    histories, prepared = ground()
    again = list(live(library(), {"case": 2, "enforcement": 2}, since=SINCE, until=UNTIL, seed=3, steps=260, prepared=prepared, guide=guide_from(histories)))
    assert [(d.matter.code, d.act, d.on, d.given) for d in again] == [(d.matter.code, d.act, d.on, d.given) for d in lived(3)[0]]


def test_lives_reach_judgement_appeal_and_enforcement() -> None:
    """Among a few lives there are judgements, decided appeals, designated States and transfers to them."""
    acts = {d.act for seed in range(4) for d in lived(seed)[0]}
    assert {"give_judgement", "impose_sentence", "file_notice_of_appeal", "decide_appeal", "open_enforcement", "designate_state", "transfer_prisoner"} <= acts


# -- illegal changes -------------------------------------------------------------------------------------------------


def relied_on(entries: list[Entry], kind: str) -> dict[int, int]:
    """For each entry on which the answer for a later one relies: the first such later entry."""
    law, found = library(), dict[int, int]()
    related = {k: law.fold(k, e) for k, e in ground()[1].items()}
    for place, entry in enumerate(entries):
        answer = law.may(entry.act, law.fold(kind, entries[:place]), entry.done_on, entry.actor, entry.particulars, related)
        for needed in answer.relied_on:
            if needed.number <= place and entries[needed.number - 1] is needed:  # not an entry of another matter
                found.setdefault(needed.number, entry.number)
    return found


def refused(entries: list[Entry], kind: str) -> bool:
    """Whether some entry of a record is not permitted after those before it."""
    related = {k: library().fold(k, e) for k, e in ground()[1].items()}
    return next(iter(scrutinise(library(), kind, entries, lambda day: related)), None) is not None


def changes(entries: list[Entry], kind: str, chance: random.Random) -> Iterator[tuple[str, list[Entry]]]:
    """Records with one illegal change each: a necessary entry removed, two dependent ones swapped, an organ changed."""
    law, needed = library(), relied_on(entries, kind)
    once = [n for n in needed if sum(e.act == entries[n - 1].act for e in entries) == 1]
    for number in chance.sample(once, min(6, len(once))):
        yield f"removed {entries[number - 1].act}", [e for e in entries if e.number != number]
        later = needed[number] - 1
        swapped = list(entries)
        swapped[number - 1], swapped[later] = swapped[later], swapped[number - 1]
        yield f"swapped {entries[number - 1].act}", swapped
    for entry in chance.sample(entries, min(6, len(entries))):
        holders = {organ for power in law.powers.get(entry.act, ()) for organ in power.by}
        outside = chance.choice([organ for organ in law.organs if organ not in holders])
        yield f"organ of {entry.act}", [e.replaced(actor=Actor(outside)) if e.number == entry.number else e for e in entries]


@pytest.mark.parametrize("seed", range(4))
def test_an_illegal_change_of_a_record_is_noticed(seed: int) -> None:
    """Of the changes of a lawful record that must matter, at least the stated share leads to an entry that the law does not permit."""
    chance, law = random.Random(seed), library()
    noticed, missed = 0, []
    for matter in {d.matter.code: d.matter for d in lived(seed)[0] if d.matter.kind == "case"}.values():
        lawful = [e for e in matter.entries if e.act in law.acts]
        for what, changed in changes(lawful, matter.kind, chance):
            if refused(changed, matter.kind):
                noticed += 1
            else:
                missed.append(what)
    total = noticed + len(missed)
    assert total >= 12
    assert noticed >= CAUGHT * total, missed
    assert not [what for what in missed if what.startswith("organ")]
