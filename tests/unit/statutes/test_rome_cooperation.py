"""Cooperation with the Court: the clock of 96 elapsed hours, and the branches of article 90, over every combination."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from curule.law.answers import Verdict
from curule.law.clocks import Standing, limits
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.view import Actor
from curule.statutes import load_pack


@pytest.fixture(scope="module")
def rome() -> Library:
    """The Rome pack, made ready."""
    return Library(load_pack("rome"))


def entries(*acts: tuple[date, str, str, dict[str, object]]) -> list[Entry]:
    """A record from day, organ, act and particulars."""
    return [Entry(n, act, Actor(organ), on, given) for n, (on, organ, act, given) in enumerate(acts, 1)]


def register(rome: Library) -> object:
    """XBB and XCC are Parties, XZZ is not."""
    joined = date(2010, 1, 5)
    return rome.fold("states", entries(*((joined, "state", "deposit_instrument", {"state": s, "instrument": "accession"}) for s in ("XBB", "XCC"))))


def test_hours_run_as_a_clock_of_the_matter(rome: Library) -> None:
    """A landing at 22:30 starts a clock that ends four days later to the hour, shown by its last day."""
    record = entries((date(2026, 3, 2), "registrar", "open_request", {"kind": "transit", "state": "XCC"}),
                     (date(2026, 3, 2), "state_party", "record_unscheduled_landing", {"hour": 22, "minute": 30}))
    running = limits(rome, "cooperation", rome.fold("cooperation", record), date(2026, 3, 7))
    assert [(r.limit.id, r.start, r.last, r.standing) for r in running] == [("landing_cap", date(2026, 3, 2), date(2026, 3, 6), Standing.OVERDUE)]


def expected(same: bool, party: bool, bound: bool, ruling: str, chose: bool) -> bool:
    """Whether extradition is open under article 90 (English text), both notices given: the tree written out by hand."""
    if not same:
        return bound and chose
    if party:
        return ruling == "inadmissible"
    if bound:
        return chose
    return ruling != "admissible"


@pytest.mark.parametrize(("same", "party", "bound", "ruling", "chose"),
                         list(product((True, False), (True, False), (True, False), ("", "admissible", "inadmissible"), (True, False))))
def test_every_branch_of_article_90(rome: Library, same: bool, party: bool, bound: bool, ruling: str, chose: bool) -> None:
    """Extradition instead of surrender is open in exactly the branches that article 90 leaves open."""
    rival, day = "XCC" if party else "XZZ", date(2026, 1, 10)
    acts: list[tuple[date, str, str, dict[str, object]]] = [
        (day, "registrar", "open_request", {"kind": "surrender", "state": "XBB"}), (day, "registrar", "send_surrender_request", {}),
        (day, "state_party", "acknowledge_request", {}),
        (day, "state_party", "enter_competing_request", {"rival": rival, "same_conduct": same, **({"obligation_since": date(1998, 5, 1)} if bound else {})}),
        (day, "state_party", "notify_competing_request", {"rival": rival, "to": ("court", "state")})]
    if ruling:
        acts.append((day, "pre_trial_chamber", "record_admissibility_ruling", {"outcome": ruling, "weighed": (rival,)}))
    if chose:
        acts.append((day, "state_party", "determine_competing_request", {"rival": rival, "decision": "extradite", "considered": ()}))
    answer = rome.may("record_extradition", rome.fold("cooperation", entries(*acts)), day, Actor("state_party"), {"rival": rival}, {"states": register(rome)})
    assert (answer.verdict is Verdict.PERMITTED) is expected(same, party, bound, ruling, chose)
