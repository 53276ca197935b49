"""Figures that the Rome Statute leaves to other texts: all in the data file, each with its source and mark, each in use; editing one moves the day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from curule.law.figures import Figure
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.view import Actor
from curule.statutes import load_pack

PACK = load_pack("rome")
FIGURES = Library(PACK).figures
LISTED = {
    "notice_of_appeal": (30, "days", "150"), "interlocutory_appeal": (5, "days", "154"), "own_motion_appeal": (2, "days", "154"),
    "leave_to_appeal": (5, "days", "155"),
    "provisional_arrest": (60, "days", "188"), "detention_review": (120, "days", "118"), "sentence_review_interval": (3, "years", "224"),
    "charges_before_hearing": (30, "days", "121"), "amendment_before_hearing": (15, "days", "121"), "confirmation_decision": (60, "days", "53"),
    "event_day_counts": (0, "count", "33"), "runs_on_to_working_day": (1, "count", "33"), "channel_change": (45, "days", "180"),
}
"""Figure: value, unit, number of the rule or regulation."""


def source() -> str:
    """The code of the pack and of what it shares with other packs, and its data files other than the figures."""
    folders = (PACK.data("."), PACK.data(".").resolve().parent / "court_record")
    files = (f for folder in folders for f in folder.rglob("*") if f.suffix in (".py", ".toml") and f.name != "figures.toml")
    return "\n".join(f.read_text(encoding="utf-8") for f in files)


@pytest.mark.parametrize("id", LISTED)
def test_the_figures_of_rules_and_regulations_are_data(id: str) -> None:
    """Each stands in the file with its value, its unit and the rule that gives it, and is marked."""
    figure, (value, unit, rule) = FIGURES[id], LISTED[id]
    assert (figure.value, figure.unit) == (value, unit)
    assert rule in figure.source.en
    assert rule in figure.source.fr
    assert figure.mark.en in ("verified", "unverified")


def test_no_figure_is_idle() -> None:
    """Every figure of the file is named by a rule, a limit or a reckoning."""
    code = source()
    assert not [id for id in FIGURES if f'"{id}"' not in code]


def test_no_rule_carries_such_a_number_itself() -> None:
    """The numbers of days that the Rules and Regulations give stand nowhere in the code as a length of time."""
    outside = {str(value) for value, unit, _ in LISTED.values() if unit == "days"} - {"30", "45", "60", "2"}  # these are numbers of the Statute, too
    assert not re.findall(rf"days(?:=|\()(?:{'|'.join(outside)})\b", source())


def due(limit: str, figures: Mapping[str, Figure], *lines: tuple[date, str, str, dict[str, Any]], on: date, given: dict[str, Any]) -> date | None:
    """The last day of a limit of a case under these figures."""
    library = Library(PACK, figures=figures)
    entries = [Entry(n, act, Actor(organ), day, particulars) for n, (day, organ, act, particulars) in enumerate(lines, 1)]
    view = library.view(library.fold("case", entries), on, given=given)
    return library.due(library.limits[limit], view)


JUDGED = (date(2027, 3, 1), "trial_chamber", "give_judgement", {"convicted": ("1",)})
"""A Monday; thirty days later is Wednesday 31 March 2027."""


@pytest.mark.parametrize(("changed", "value", "expected"), [
    ("notice_of_appeal", 30, date(2027, 3, 31)), ("notice_of_appeal", 33, date(2027, 4, 5)), ("event_day_counts", 1, date(2027, 3, 30)),
])
def test_editing_a_figure_moves_the_day(changed: str, value: int, expected: date) -> None:
    """Thirty-three days would end on Saturday 3 April 2027 and run on to Monday; with the day of the event counted, a day earlier."""
    assert due("notice_of_appeal", {changed: replace(FIGURES[changed], value=value)}, JUDGED, on=date(2027, 3, 2), given={}) == expected


def test_running_on_can_be_switched_off() -> None:
    """Without regulation 33 a limit that ends on a Saturday ends on that Saturday."""
    figures = {id: replace(FIGURES[id], value=value) for id, value in (("notice_of_appeal", 33), ("runs_on_to_working_day", 0))}
    assert due("notice_of_appeal", figures, JUDGED, on=date(2027, 3, 2), given={}) == date(2027, 4, 3)
