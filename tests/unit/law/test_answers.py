"""Answers: verdicts, kinds of refusal, cures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from curule.law.answers import Verdict
from curule.law.conditions import Kind
from curule.law.library import Library, Unknown
from curule.law.view import Actor

ON = date(2009, 6, 1)


def may(court: Library, posture: Any, act: str, by: str, on: date = ON, **given: Any) -> Any:
    return court.may(act, posture, on, Actor(by), given)


def test_an_act_of_the_wrong_organ_is_not_competent(court: Library, posture: Callable[[str], Any]) -> None:
    """The only cure for the wrong organ is the right one, and the refusal says so."""
    answer = may(court, posture("bench"), "judge", "president", proven="found")
    assert answer.kinds == (Kind.NOT_COMPETENT,)
    assert [r.leaf.id for c in answer.cures for r in c.remedies] == ["competent:bench"]


def test_a_refusal_names_every_kind_of_what_one_cure_needs(court: Library, posture: Callable[[str], Any]) -> None:
    """Two things amiss at once are both told, the more basic first."""
    answer = may(court, posture("lodged"), "judge", "president", proven="not_found")
    assert answer.kinds == (Kind.NOT_COMPETENT, Kind.NOT_AT_THIS_STAGE, Kind.CONDITION_NOT_MET)


def test_out_of_time_has_its_own_kind_and_an_extension_can_cure_it(court: Library, posture: Callable[[str], Any]) -> None:
    """A late appeal is out of time; the act that can help is named."""
    answer = may(court, posture("judged"), "appeal", "complainant", on=date(2009, 7, 2))
    assert answer.kinds == (Kind.OUT_OF_TIME,)
    assert answer.cures[0].possible
    assert answer.cures[0].remedies[0].leaf.cured_by == ("extend_time_limit",)


def test_what_is_past_for_good_is_told_apart_from_what_can_still_happen(court: Library, posture: Callable[[str], Any]) -> None:
    """A second lodging can no longer be cured; an admission before lodging can."""
    past = may(court, posture("lodged"), "lodge", "complainant")
    assert not past.cures[0].possible
    ahead = court.may("admit", court.fold("complaint", []), ON, Actor("registrar"), {"documents": 2, "signed": True, "trivial": "not_found"})
    assert ahead.cures[0].possible
    assert ahead.cures[0].remedies[0].leaf.cured_by == ("lodge",)


def test_alternatives_give_alternative_smallest_cures(court: Library, posture: Callable[[str], Any]) -> None:
    """Signed or dated: either alone would cure, both together are not listed."""
    answer = may(court, posture("lodged"), "admit", "registrar", documents=2, signed=False, dated=False, trivial="not_found")
    assert sorted([r.leaf.id for r in c.remedies] for c in answer.cures) == [["dated"], ["signed"]]


def test_a_prohibition_is_told_as_prohibited_and_cited(court: Library, posture: Callable[[str], Any]) -> None:
    """What a prohibition forbids is PROHIBITED, with the prohibition's provision."""
    answer = may(court, posture("lodged"), "admit", "registrar", documents=2, signed=True, trivial="found", general_interest="not_found")
    assert answer.kinds == (Kind.PROHIBITED,)
    assert "model:2(2)" in answer.provisions


def test_an_open_answer_lists_what_is_open_and_for_whom(court: Library, posture: Callable[[str], Any]) -> None:
    """Nothing refuses, but the finding is still to be made."""
    answer = may(court, posture("bench"), "judge", "bench")
    assert answer.verdict is Verdict.OPEN
    assert [leaf.condition.id for leaf in answer.open_leaves] == ["proven"]  # type: ignore[attr-defined]
    assert answer.as_dict()["reason"]["children"][1]["children"][1]["for"] == ["bench"]


def test_a_permitted_answer_cites_its_power_and_its_entries(court: Library, posture: Callable[[str], Any]) -> None:
    """Permission names the rule and the entries relied on."""
    answer = may(court, posture("bench"), "judge", "bench", proven="found")
    assert answer.verdict is Verdict.PERMITTED
    assert [r.id for r in answer.rules] == ["model:4/judge"]
    assert [e.act for e in answer.relied_on] == ["appoint_bench"]
    assert answer.cures == []


def test_before_its_day_a_rule_is_not_in_force_and_after_it_is(court: Library, posture: Callable[[str], Any]) -> None:
    """The day before, the single judge has no power; on the day he has."""
    before = may(court, posture("admitted"), "appoint_bench", "president", on=date(2009, 12, 31), judges=("J1",), presiding="J1")
    kinds = {r.kind for c in before.cures for r in c.remedies}
    assert Kind.NOT_IN_FORCE in kinds
    assert may(court, posture("admitted"), "appoint_bench", "president", on=date(2010, 1, 1), judges=("J1",)).verdict is Verdict.PERMITTED


def test_an_act_without_any_power_has_no_such_power(posture: Callable[[str], Any]) -> None:
    """An act that no rule speaks of is refused for want of a power."""
    from curule.law.chapter import Chapter
    from curule.law.pack import Pack
    from curule.statutes import load_pack

    model = load_pack("model")
    stray = Chapter("model", "stray")
    stray.act("dance", "complaint", ("Dance", "Danser"), ("They danced", "On dansa"))
    pack = Pack("x", model.name, package=model.package, instruments=model.instruments, organs=list(model.organs.values()),
                kinds=list(model.kinds.values()), chapters=[*model.chapters, stray])
    answer = Library(pack).may("dance", posture("lodged"), ON, Actor("bench"))
    assert answer.kinds == (Kind.NO_SUCH_POWER,)
    assert answer.verdict is Verdict.REFUSED


def test_unknown_names_are_answered_with_the_nearest(court: Library) -> None:
    """A misspelt act is told with what was probably meant; unknown organs and readings list what there is."""
    with pytest.raises(Unknown, match="did you mean appoint_bench"):
        court.act("apoint_bench")
    with pytest.raises(Unknown, match="complainant"):
        court.organ("jury")
    with pytest.raises(Unknown, match="small_claims"):
        court.reading("big_claims")
    with pytest.raises(Unknown, match="yes, never"):
        Library(court.pack, readings={"small_claims": "perhaps"})


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_answer_reads_in_both_languages(court: Library, posture: Callable[[str], Any], lang: str) -> None:
    """The lines carry verdict, sign, words and source in the language asked."""
    lines = may(court, posture("bench"), "judge", "president", proven="found").lines(lang)
    assert lines[0].startswith({"en": "Give judgement: refused (NOT_COMPETENT)", "fr": "Rendre jugement: refusé (NOT_COMPETENT)"}[lang])
    assert any("✗" in line and {"en": "the Bench", "fr": "la Formation"}[lang] in line for line in lines)


def test_looking_ahead_what_depends_on_a_particular_is_open(court: Library, posture: Callable[[str], Any]) -> None:
    """Among the next acts nothing is refused for want of a particular; an act entered without it is."""
    from curule.law.view import NOTHING_GIVEN

    after = posture("bench")
    ahead = {n.act.code: n.verdict for n in court.next_acts("complaint", after, ON)}
    assert ahead["admit"] is Verdict.OPEN
    assert ahead["appeal"] is Verdict.REFUSED
    reason = court.may("admit", after, ON, None, NOTHING_GIVEN).reason
    assert reason is not None
    assert {leaf.condition.id: leaf.truth.name for leaf in reason.leaves()}["has_documents"] == "OPEN"  # type: ignore[attr-defined]
