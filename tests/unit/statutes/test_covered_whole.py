"""Every tribunal's law is covered whole: each provision classified and carried, each leaf tested both ways, each mutant killed."""

from __future__ import annotations

import pytest

from curule.cli.law import measured, outlines
from curule.statutes import PACKS


@pytest.mark.parametrize(("pack", "provisions"), [("mechanism", {"irmct": 157}), ("rome", {"rome": 892})])
def test_every_provision_of_the_text_is_looked_for(pack: str, provisions: dict[str, int]) -> None:
    """The outline that the measure goes by is that of the whole instrument."""
    assert {code: len(set(lines)) for code, lines in outlines(pack).items()} == provisions


@pytest.mark.parametrize("pack", [code for code in PACKS if code != "model"])
def test_the_law_of_a_tribunal_is_covered_whole(pack: str) -> None:
    """Nothing is left unclassified, uncovered, unreckoned or without its rule, and every scenario holds."""
    result = measured(pack)
    told = result.as_dict()
    left = {name: told[name] for name in ("problems", "without_rule", "limits_without_scenario")}
    for code, data in told["instruments"].items():
        left |= {f"{code} {name}": data[name] for name in ("unclassified", "uncovered", "survivors")}
    assert {name: lines for name, lines in left.items() if lines} == {}
    assert result.complete
