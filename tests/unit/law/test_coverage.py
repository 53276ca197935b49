"""Coverage of the law: what it counts, and that it cannot be satisfied by less."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from curule.law.coverage import measure
from curule.law.library import Library
from curule.law.pack import Pack
from curule.law.rehearsal import Rehearsal, rehearse
from curule.law.scenarios import ScenarioError, read_scenarios
from curule.statutes import load_pack


def text_of_model() -> str:
    return load_pack("model").scenario_files()[0].read_text(encoding="utf-8")


@pytest.fixture
def rehearsed() -> Callable[[str], Rehearsal]:
    def run(text: str) -> Rehearsal:
        return rehearse(load_pack("model"), read_scenarios([("test", text)]))

    return run


def test_the_model_statute_is_covered_whole(court: Library, rehearsal: Rehearsal) -> None:
    """Every leaf both ways, every mutant killed, every limit reckoned."""
    coverage = measure(court, rehearsal)
    assert coverage.complete, coverage.as_dict()
    assert len(coverage.spots) == 34


@pytest.mark.parametrize("line", [
    "    but documents=1 because CONDITION_NOT_MET has_documents\n", "    but by registrar because NOT_COMPETENT competent\n",
    "    but on 2009-07-02 because OUT_OF_TIME within_appeal\n", "    but on 2009-12-31 because NOT_IN_FORCE in_force\n"])
def test_leaving_one_refusal_out_is_noticed(court: Library, rehearsed: Callable[[str], Rehearsal], line: str) -> None:
    """Without the scenario for one leaf, that leaf is no longer covered or one of its faults survives."""
    text = text_of_model()
    assert line in text
    coverage = measure(court, rehearsed(text.replace(line, "", 1)))
    assert not coverage.complete
    assert any(not s.covered or s.survivors for s in coverage.spots.values())


def test_a_wrong_expectation_is_a_problem_with_its_line(rehearsed: Callable[[str], Rehearsal]) -> None:
    """A scenario that expects the wrong leaf does not hold, and the message names file, line and what came."""
    text = text_of_model().replace("but documents=1 because CONDITION_NOT_MET has_documents", "but documents=1 because signed")
    problems = rehearsed(text).problems
    assert len(problems) == 1
    assert problems[0].startswith("test:")
    assert "came has_documents" in problems[0]


def test_an_unlawful_history_is_a_problem(rehearsed: Callable[[str], Rehearsal]) -> None:
    """Every line of a history is asked of the law; one that it refuses is told, unless marked as entered whatever the law says."""
    text = "history early (kind complaint)\n    2009-01-05 bench judge proven=found\n"
    assert "judge should be permitted" in rehearsed(text).problems[0]
    assert rehearsed(text.replace("2009-01-05", "! 2009-01-05")).problems == []


@pytest.mark.parametrize(("text", "message"), [
    ("histories x\n", "begin with history"), ("permit 1 no colon\n", "a sentence"), ("history x (complaint)\n", "kind KIND"),
    ("permit 1: x\n    2009-13-01 a b\n", "not a day"), ("permit 1: x\n    2009-01-01 complainant lodge subject\n", "name=value"),
    ("permit 1: x\n    2009-01-01 complainant lodge subject='\n", "quote"), ("refuse 1: x\n    but x=1 because y\n", "below a permit"),
    ("permit 1: x\n    after nowhere\n    2009-01-01 complainant lodge subject=x\n", "no history"),
    ("permit 1: x\n    2009-01-01 complainant fly subject=x\n", "no act"), ("permit 1: x\n    2009-01-01 complainant lodge topic=x\n", "no such particular"),
    ("permit 1: x\n    2009-01-01 jury lodge subject=x\n", "no organ"), ("permit 1: x\n", "asks nothing")])
def test_a_scenario_that_cannot_be_read_is_told_with_its_line(rehearsed: Callable[[str], Rehearsal], text: str, message: str) -> None:
    """Faults of a scenario file name the file, the line and what is expected."""
    with pytest.raises(ScenarioError, match=message) as told:
        rehearsed(text)
    assert str(told.value).startswith("test:")


def test_provisions_without_a_clause_and_promises_without_a_rule_are_listed() -> None:
    """An outline with one provision more, and a RULE that nothing cites, both show."""
    from curule.law.chapter import Chapter
    from curule.law.rules import Class

    model = load_pack("model")
    empty = Chapter("model", "empty")
    empty.clause("6", Class.RULE, ("Promise", "Promesse"), ("A promise.", "Une promesse."))
    pack = Pack("x", model.name, package=model.package, instruments=model.instruments, organs=list(model.organs.values()),
                kinds=list(model.kinds.values()), chapters=[*model.chapters, empty])
    coverage = measure(Library(pack), rehearse(model), {"model": ["model:1", "model:7"]})
    assert coverage.unclassified == {"model": ["model:7"]}
    assert coverage.unbacked == ["model:6: classified RULE, but no rule, limit or condition cites it"]
    assert not coverage.complete
