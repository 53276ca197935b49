"""The proposer of benches under article 12 of the Statute of the Mechanism."""

from __future__ import annotations

from datetime import date
from math import comb

import pytest

from curule.law.answers import Verdict
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.view import Actor
from curule.statutes import load_pack
from curule.statutes.mechanism.matters.case import Case
from curule.statutes.mechanism.matters.roll import Roll
from curule.statutes.mechanism.proposer import _lightest, propose

DAY = date(2014, 7, 1)
CODES = [f"J{i:02}" for i in range(1, 26)]
REGISTRY, PRESIDENT = Actor("registry"), Actor("president")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(load_pack("mechanism"))


def entries(*acts: tuple[str, date, dict[str, object]]) -> list[Entry]:
    return [Entry(n, act, REGISTRY, day, given) for n, (act, day, given) in enumerate(acts, 1)]


def roll_of(library: Library, *more: tuple[str, date, dict[str, object]]) -> Roll:
    """Twenty-five judges from 1 July 2012 for four years, J01 President, experience alternating."""
    nominated = [("nominate_judge", date(2011, 8, 1), {
        "state": "XAA", "judge": code, "nationality": f"X{chr(65 + i)}A", "nationalities": (f"X{chr(65 + i)}A",),
        "experience": ("criminal", "human_rights") if i % 2 else ("international", "humanitarian")}) for i, code in enumerate(CODES)]
    elected = ("elect_judges", date(2011, 12, 20), {
        "judges": tuple(CODES), "votes": (), "electorate": 194, "since": date(2012, 7, 1), "until": date(2016, 6, 30)})
    president = ("appoint_president", date(2012, 3, 1), {"judge": "J01", "full_time": True, "since": date(2012, 7, 1), "until": date(2016, 6, 30)})
    roll: Roll = library.fold("roll", entries(*nominated, elected, president, *more))  # type: ignore[arg-type]
    return roll


def case_of(library: Library, *more: tuple[str, date, dict[str, object]], group: str = "1(3)") -> Case:
    opened = ("open_case", date(2013, 7, 1), {"origin": "icty", "branch": "the_hague", "person": "A", "group": group, "nationality": "XAA"})
    case: Case = library.fold("case", entries(opened, *more))  # type: ignore[arg-type]
    return case


TRIED = ("compose_trial_chamber", date(2013, 7, 2), {"judges": ("J11", "J12", "J13"), "presiding": "J12", "task": "trial"})
NOTICE = ("file_notice_of_appeal", date(2014, 6, 20), {"person": "A", "grounds": ("law",)})


def test_trial_bench_of_three(library: Library) -> None:
    """For a trial under article 1(3) ten lawful benches of three are proposed, each with a presiding judge among them."""
    got = propose(library, case_of(library), roll_of(library), DAY, "trial")
    assert (got.act, got.size, len(got.benches)) == ("compose_trial_chamber", 3, 10)
    assert all(len(b.judges) == 3 and b.presiding in b.judges and b.answer.verdict is Verdict.PERMITTED for b in got.benches)


def test_experience_is_balanced_first(library: Library) -> None:
    """The first bench covers all fields of article 9(2)."""
    assert propose(library, case_of(library), roll_of(library), DAY, "trial").benches[0].missing == ()


def test_contempt_goes_to_a_single_judge(library: Library) -> None:
    """A trial under article 1(4) is proposed for a single judge."""
    got = propose(library, case_of(library, group="1(4)(a)"), roll_of(library), DAY, "trial")
    assert (got.act, got.size) == ("assign_single_judge", 1)
    assert got.benches


def test_referral_for_contempt_follows_the_reading(library: Library) -> None:
    """A single judge is proposed for referral in contempt cases, three judges on the strict reading."""
    case = case_of(library, group="1(4)(a)")
    strict = Library(load_pack("mechanism"), {"referral_bench": "three"})
    assert propose(library, case, roll_of(library), DAY, "referral").act == "designate_referral_chamber"
    assert propose(library, case, roll_of(library), DAY, "referral").size == 1
    assert propose(strict, case, roll_of(library), DAY, "referral").size == 3


def test_appeal_has_the_president_and_no_trial_judge(library: Library) -> None:
    """On appeal from a Trial Chamber five judges sit with the President presiding, none of whom sat at trial."""
    got = propose(library, case_of(library, TRIED, NOTICE), roll_of(library), DAY, "appeal:1")
    assert got.size == 5
    assert got.benches
    assert all(b.presiding == "J01" and "J01" in b.judges and not {"J11", "J12", "J13"} & set(b.judges) for b in got.benches)
    assert {(e.judge, e.provision) for e in got.exclusions} == {(c, "irmct:9(1)") for c in ("J11", "J12", "J13")}


def test_every_exclusion_is_explained(library: Library) -> None:
    """Unavailability, a conflict, an ended term and workload are each named with their provision."""
    roll = roll_of(library, ("declare_unavailable", date(2014, 1, 6), {"judge": "J02", "since": date(2014, 1, 6)}),
                   ("record_end_of_office", date(2014, 2, 3), {"judge": "J03", "cause": "resignation", "effective": date(2014, 3, 1)}))
    case = case_of(library, ("declare_conflict", date(2013, 8, 1), {"judge": "J04", "ground": "counsel in a related matter"}))
    got = propose(library, case, roll, DAY, "trial", workload={"J05": 3}, most_benches=3)
    assert {e.judge: e.provision for e in got.exclusions} == {"J02": "irmct:8(3)", "J03": "irmct:10(3)", "J04": "irmct:9(1)", "J05": ""}
    assert all(e.reason.en and e.reason.fr for e in got.exclusions)


def test_light_workload_comes_first(library: Library) -> None:
    """Judges who sit on no bench are proposed before those who sit on several."""
    loads = dict.fromkeys(CODES, 2) | {"J20": 0, "J21": 0, "J22": 0}
    assert set(propose(library, case_of(library), roll_of(library), DAY, "trial", workload=loads).benches[0].judges) == {"J20", "J21", "J22"}


def test_nationality_is_noted_but_no_bar(library: Library) -> None:
    """A judge of the nationality of the accused is noted, not excluded."""
    got = propose(library, case_of(library), roll_of(library), DAY, "trial")
    assert [n.en.split()[0] for n in got.notes] == ["J01"]
    assert "J01" not in {e.judge for e in got.exclusions}


def test_no_president_no_appeals_chamber(library: Library) -> None:
    """Where the President declared a conflict there is no lawful appeals bench, and the proposal says so."""
    case = case_of(library, TRIED, NOTICE, ("declare_conflict", date(2014, 6, 21), {"judge": "J01", "ground": "earlier counsel"}))
    got = propose(library, case, roll_of(library), DAY, "appeal:1")
    assert not got.benches
    assert got.obstacle is not None
    assert "President" in got.obstacle.en


def test_president_who_withdrew_may_be_replaced_by_reading(library: Library) -> None:
    """On the reading that admits it, benches without the President are proposed where the President withdrew."""
    lenient = Library(load_pack("mechanism"), {"president_withdrawn": "replaced"})
    case = case_of(library, TRIED, NOTICE, ("declare_conflict", date(2014, 6, 21), {"judge": "J01", "ground": "earlier counsel"}))
    got = propose(lenient, case, roll_of(library), DAY, "appeal:1")
    assert len(got.benches) == 10
    assert all("J01" not in b.judges and b.presiding in b.judges for b in got.benches)


def test_lapsed_roll_proposes_nobody(library: Library) -> None:
    """After the terms ended every judge is excluded and the number that is lacking is named."""
    got = propose(library, case_of(library), roll_of(library), date(2016, 7, 1), "trial")
    assert len(got.exclusions) == 25
    assert got.obstacle is not None
    assert "3 judges are needed and 0 may sit" in got.obstacle.en


def test_refusal_of_the_law_is_shown(library: Library) -> None:
    """Where a Trial Chamber sits already, no bench is proposed and the refusal of the law is kept."""
    got = propose(library, case_of(library, TRIED), roll_of(library), DAY, "trial")
    assert not got.benches
    assert got.refusal is not None
    assert "NOT_AT_THIS_STAGE" in {k.name for k in got.refusal.kinds}


def test_unknown_task_is_an_error(library: Library) -> None:
    """A task that article 12 does not know is refused with those there are."""
    with pytest.raises(ValueError, match="give trial"):
        propose(library, case_of(library), roll_of(library), DAY, "picnic")


def test_choices_come_once_each_by_total_workload() -> None:
    """The lazy enumeration gives every choice once, the lightest first."""
    loads = {c: (i * 7) % 5 for i, c in enumerate(CODES[:9])}
    codes = sorted(CODES[:9], key=lambda c: loads[c])
    got = list(_lightest(codes, 4, loads))
    totals = [sum(loads[c] for c in choice) for choice in got]
    assert len(got) == len(set(got)) == comb(9, 4)
    assert totals == sorted(totals)
