"""The majorities of the Rome Statute with 123 States Parties and eighteen judges: the least number that suffices, and one less."""

from __future__ import annotations

from itertools import islice, product
from string import ascii_uppercase

from curule.law.rehearsal import rehearse
from curule.law.scenarios import read_scenarios
from curule.statutes import load_pack

CODES = ["X" + a + b for a, b in islice(product(ascii_uppercase, repeat=2), 125)]
JUDGES = [f"J{n}" for n in range(1, 19)]
ELECTED = "person=P1 nationality=XAA languages=en secret=yes since=2024-06-16 until=2033-06-15 full_time=yes fit_to_prosecute=found"
GOOD = "of_high_character=found fit_for_highest_office=found competent_in_criminal_law=found experienced_in_criminal_proceedings=found"


def _deposits(codes: list[str], day: str) -> str:
    return "\n".join(f"    {day} state deposit_instrument state={code} instrument=accession received_by=secretary_general" for code in codes)


def _judge(n: int) -> str:
    """The first six until 2030, the others until 2033; the first twelve of list A."""
    term = "since=2021-03-11 until=2030-03-10" if n < 6 else "since=2024-03-11 until=2033-03-10"
    person = f"judge={JUDGES[n]} nationality={CODES[n]} nationalities={CODES[n]} chosen_list={'A' if n < 12 else 'B'}"
    return f"    {'2020' if n < 6 else '2023'}-12-10 assembly enter_judge {person} criminal=yes how=full {term}"


def _objections(count: int, day: str) -> str:
    return "\n".join(f"    {day} state_party object_to_regulations text=R1 state={code}" for code in CODES[:count])


HISTORIES = f"""
history h-states (kind states)
    1998-07-17 registry open_states_register
{_deposits(CODES[:123], "2002-01-10")}

history h-states-125 (kind states) from h-states
{_deposits(CODES[123:], "2024-01-10")}

history h-roll (kind roll) with states=h-states
    2017-01-02 registry open_roll
{chr(10).join(map(_judge, range(18)))}
    2024-03-11 judges give_undertaking persons={",".join(JUDGES)} open_court=yes

history h-court (kind court) with states=h-states roll=h-roll
    2003-03-11 registrar open_court
    2024-03-20 prosecutor propose_elements_of_crimes
    2024-03-20 prosecutor propose_rules text=T1 sort=amendment
    2024-03-20 judges consult_on_regulations text=R1 consulted=prosecutor
    2024-03-20 judges consult_on_regulations text=R1 consulted=registrar
    2024-05-20 judges adopt_regulations text=R1 in_favour={",".join(JUDGES[:10])} within_statute_and_rules=found
    2024-05-26 registrar circulate_regulations text=R1

history h-objected-61 (kind court) from h-court
{_objections(61, "2024-11-20")}

history h-objected-62 (kind court) from h-court
{_objections(62, "2024-11-20")}

history h-removing (kind roll) from h-roll
    2025-01-10 presidency begin_removal person=J18 office=judge
    2025-02-10 judges hear_official person=J18
    2025-03-10 judges recommend_removal person=J18 in_favour={",".join(JUDGES[:12])}

history h-prosecutor (kind roll) from h-roll
    2024-03-12 assembly elect_prosecutor {ELECTED} in_favour=62
    2026-01-10 bureau begin_removal person=P1 office=prosecutor
    2026-02-10 bureau hear_official person=P1

history h-proposed (kind roll) from h-roll
    2024-03-11 judges elect_to_presidency office=president judge=J7 in_favour={",".join(JUDGES[:10])} since=2024-03-11 until=2027-03-10
    2025-02-01 presidency propose_number_of_judges proposal=N1 number=21 reasons_given=yes
    2025-02-02 registrar circulate_number_proposal proposal=N1 states={",".join(CODES[:123])}

history h-election (kind election) with states=h-states roll=h-roll
    2029-06-01 bureau open_election office=judges seats=6 begins=2030-03-11
    2029-06-10 state_party nominate_judge state=XBA judge=K1 nationality=XBA chosen_list=A procedure=national statement=yes languages=en {GOOD}
    2029-06-10 state_party nominate_judge state=XBB judge=K2 nationality=XBB chosen_list=A procedure=national statement=yes languages=en {GOOD}
"""

QUESTIONS = {
    "9(1)": """after h-court
    2024-06-01 assembly adopt_elements_of_crimes sort=amendment votes_for=82 elements_consistent=found
    but votes_for=81 because elements_majority""",
    "51(1)": """after h-court
    2024-12-02 assembly adopt_rules text=T1 in_favour=82 consistent_with_statute=found
    but in_favour=81 because two_thirds_for_rules""",
    "36(2)(b)": """after h-proposed
    2025-12-01 assembly decide_number_of_judges proposal=N1 in_favour=82 starts=2026-01-01
    but in_favour=81 because two_thirds_of_members""",
    "42(4)": f"""after h-roll
    2024-03-12 assembly elect_prosecutor {ELECTED} in_favour=62
    but in_favour=61 because majority_of_members""",
    "46(2)(a)": """after h-removing
    2025-06-10 assembly remove_official person=J18 states_in_favour=82 secret=yes serious_misconduct=found
    but states_in_favour=81 because two_thirds_of_parties
    but with states=h-states-125 because two_thirds_of_parties""",
    "46(2)(b)": """after h-prosecutor
    2026-03-10 assembly remove_official person=P1 states_in_favour=62 secret=yes serious_misconduct=found
    but states_in_favour=61 because majority_of_parties""",
    "15bis(3)": """after h-states
    2017-12-14 assembly record_activation_of_aggression effective=2018-07-17 consensus=no votes_for=82
    but votes_for=81 because activation_majority""",
    "36(6)(a)": """after h-election
    2029-12-07 assembly hold_ballot present=123 abstaining=3 secret=yes votes="K1:100,K2:80" elected=K1,K2
    but votes="K1:100,K2:79" because two_thirds_each
    but present=61 abstaining=0 votes="K1:61,K2:60" because quorum""",
    "52(3)": """after h-objected-61
    2025-01-10 trial_chamber apply_regulation text=R1 case=C1
    but after h-objected-62 because majority_objected""",
}


def test_the_least_majority_suffices() -> None:
    """Two thirds of 123 are 82, of 125 are 84, of 120 who vote are 80; a majority of all is 62."""
    asked = [f"permit {provision}: the least number suffices\n    {question}\n" for provision, question in QUESTIONS.items()]
    result = rehearse(load_pack("rome"), read_scenarios([("full house", "\n".join([HISTORIES, *asked]))]))
    assert not result.problems, "\n".join(result.problems)
    assert len(result.outcomes) == len(QUESTIONS)
