"""Readings: every interpretive choice of a pack is real. Some question is answered otherwise under each alternative."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from curule.law.library import Library
from curule.law.pack import Pack
from curule.law.rehearsal import rehearse
from curule.law.scenarios import Variation, read_scenarios
from curule.statutes import load_pack

ROME = {
    "judges_base": "38(1)", "present_and_voting": "36(6)(a)", "remainder_from": "37(2)", "pre_trial_bar": "39(4)",
    "aggression_acceptance": "15bis(4)", "aggression_opened": "15bis(3)", "declared_crimes": "12(3)", "thirtieth_acceptance": "15bis(2)",
    "opt_out_124": "124", "opt_out_time": "124", "first_day": "11(1)",
    "deferral_clock": "18(2)", "months_end": "18(2)", "independence_or_impartiality": "20(3)(b)", "reviewable_decisions": "53(3)(a)",
    "chamber_for_amendment": "61(11)", "withdrawal_before_trial": "61(9)", "views_before_open_testimony": "68(2)", "submission_proper": "70(4)(b)",
    "release_over_term": "81(3)(b)", "own_motion_appellants": "82(1)(c)", "late_transit_request": "89(3)(e)", "competing_90_5": "90(5)",
    "immunity_98_1": "98(1)", "last_day_of_term": "110(1)", "share_served": "110(3)", "escape_direction": "111", "arrears_quorum": "112(8)",
    "next_meeting": "121(2)", "taking_up_base": "121(2)", "seven_eighths_of": "121(4)", "after_withdrawal": "127(2)",
}
"""Where the text is silent or its languages differ, and the choice that stands there."""


def test_every_place_of_the_list_is_a_reading() -> None:
    """The Rome Statute's silences and differences of language stand as readings, each at its provision."""
    readings = Library(load_pack("rome")).readings
    assert {id: r.provision.removeprefix("rome:") for id, r in readings.items() if id in ROME} == ROME


@pytest.mark.parametrize("pack", ["mechanism", "rome"])
def test_every_reading_is_stated_in_both_languages_with_alternatives(pack: str) -> None:
    """A reading asks a question and offers at least two answers, all of them in English and French."""
    for reading in Library(load_pack(pack)).readings.values():
        texts = [reading.question, *reading.alternatives.values()]
        assert len(reading.alternatives) > 1, reading.id
        assert all(t.en and t.fr and t.en != t.fr for t in texts), reading.id


def only_the_reading(variation: Variation) -> bool:
    """Whether a variation changes nothing but a reading."""
    return bool(variation.readings) and not (variation.after or variation.on or variation.by or variation.raw or variation.without or variation.related)


INDEPENDENT = Path(__file__).parents[2] / "scenarios"
"""Scenarios of each pack that were written without reading it."""


def shown_to_matter(pack: Pack, files: Iterable[Path]) -> set[tuple[str, str]]:
    """The alternatives that change an answer in these scenario files.

    A question that is permitted, and refused when only the reading is changed; or a scenario under an alternative that does not hold without it.
    """
    histories, scenarios = read_scenarios((f.name, f.read_text(encoding="utf-8")) for f in files)
    shown = {choice for s in scenarios for v in s.variations if only_the_reading(v) for choice in v.readings.items()}
    chosen = [(s, dict(s.readings)) for s in scenarios if s.readings]
    for scenario, _ in chosen:
        scenario.readings, scenario.variations = {}, []
    outcomes = rehearse(pack, (histories, [s for s, _ in chosen])).outcomes
    return shown | {choice for (_, readings), outcome in zip(chosen, outcomes, strict=True) if not outcome.held for choice in readings.items()}


@pytest.mark.parametrize("code", ["mechanism", "rome"])
def test_some_question_is_answered_otherwise_under_every_alternative(code: str) -> None:
    """No reading is idle: for each alternative other than the default some question is answered differently from the default."""
    pack = load_pack(code)
    shown = shown_to_matter(pack, pack.scenario_files()) | shown_to_matter(pack, sorted((INDEPENDENT / code).glob("*.scenarios")))
    readings = Library(pack).readings.values()
    assert not [f"{r.id}={a}" for r in readings for a in r.alternatives if a != r.default and (r.id, a) not in shown]
