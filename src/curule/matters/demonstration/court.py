"""The Court's demonstration: the acts that make its register of States, its roll and its last election. All names and States are invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

__all__ = ["NAMES", "STATES", "attendance_lines", "election_lines", "newest_terms", "notice_lines", "roll_lines", "state_lines", "vote_lines"]

STATES = {
    "XLA": "Lornia", "XLB": "Belvaria", "XLC": "Castorra", "XLD": "Drumland", "XLE": "Estovia", "XLF": "Fenmark", "XLG": "Galdovia",
    "XLH": "Harrow Isles", "XLI": "Istrana", "XLJ": "Jorvania", "XLK": "Kestria", "XLL": "Lumeria", "XLM": "Montclar", "XLN": "Nordavia",
    "XLO": "Ossland", "XLP": "Pelagia", "XLQ": "Quillonia", "XLR": "Rivenia", "XLS": "Sarkand", "XLT": "Tavaria", "XLU": "Ultania", "XLV": "Verdania",
    "XLW": "Westmarch", "XLX": "Xantara", "XLY": "Ysmere", "XLZ": "Zelandor",
}
NAMES = (
    "Teresa Almada", "Olu Bankole", "Mirela Stan", "Anders Vik", "Farah Siddiqi", "Joaquim Barros", "Leonie Hartwig", "Samir Belkacem",
    "Ruth Kiplagat", "Emil Novotny", "Paloma Escudero", "Dae-jung Moon", "Brigid Callaghan", "Tiago Siqueira", "Nadia Petkova", "Obinna Eze",
    "Marguerite Fauvel", "Kenji Morishita",
)
"""The judges in office, P01 to P18, each a national of the State in the same place."""

EARLIER = ("Gustav Nyberg", "Halima Sow", "Renato Vieira", "Ottilie Kern", "Idris Mensah", "Sunniva Dahl")
"""The judges whose terms ended when the last ones began, Q01 to Q06."""

LIST_B = (3, 5, 8, 9, 13, 14)

CANDIDATES = (
    ("C01", "Ana Beltrame", "XLS", "A"), ("C02", "Lars Engdahl", "XLT", "A"), ("C03", "Amara Diop", "XLU", "A"), ("C04", "Vera Malenko", "XLV", "B"),
    ("C05", "Hugo Castellane", "XLY", "B"), ("C06", "Ilya Rosner", "XLA", "A"), ("C07", "Grace Mutua", "XLC", "A"), ("C08", "Oskar Lindahl", "XLF", "B"),
)
FINDINGS = {"A": "competent_in_criminal_law=found experienced_in_criminal_proceedings=found",
            "B": "competent_in_international_law=found experienced_in_legal_practice=found"}
FIT = "of_high_character=found fit_for_highest_office=found"
LATER = "appeals=P01,P05,P07,P08,P09 trial=P02,P04,P10,P11,P13,P14,P15 pre_trial=P03,P06,P12,P16,P17,P18"
EARLIER_DIVISIONS = "appeals=P01,P05,P07,P08,P09 trial=P02,P04,P10,P11,Q01,Q02,Q03 pre_trial=P03,P06,P12,Q04,Q05,Q06"
EARLIER_VOTERS = ",".join([f"P{i:02}" for i in range(1, 11)])
VOTERS = ",".join(f"P{i:02}" for i in range(1, 15))


def newest_terms(today: date) -> date:
    """The day on which the last terms of judges began: every third 11 March since 2003."""
    year = today.year - (today.year - 2003) % 3
    begun = date(year, 3, 11)
    return begun if begun <= today else date(year - 3, 3, 11)


def _ends(since: date, years: int) -> date:
    return date(since.year + years, since.month, since.day) - timedelta(days=1)


def state_lines(today: date) -> Iterator[str]:
    """The register of States: original Parties, later ones, declarations, amendments, withdrawals; Westmarch and Xantara never joined."""
    yield "1998-07-17 registry open_states_register"
    for number, (code, name) in enumerate(STATES.items()):
        if number % 3 == 0 and code != "XLX":
            yield f'2000-0{1 + number % 9}-14 state sign_statute state={code} name="{name}" place=new_york'
    joined = {"XLQ": "2005-02-11", "XLR": "2009-06-30", "XLS": "2011-11-15", "XLT": "2013-08-20", "XLY": "2016-01-02", "XLZ": "2021-03-19"}
    for code, name in STATES.items():
        if code in ("XLW", "XLX"):
            continue
        instrument = "ratification" if list(STATES).index(code) % 3 == 0 else "accession"
        day = joined.get(code, "2001-10-15" if code < "XLL" else "2002-03-04")
        yield f'{day} state deposit_instrument state={code} name="{name}" instrument={instrument} received_by=secretary_general'
        if code in ("XLA", "XLB", "XLF"):
            yield f"{day} state designate_channel state={code} channel=diplomatic occasion=joining"
            yield f"{day} state choose_language state={code} languages={'en' if code == 'XLA' else 'fr'} official=no occasion=joining"
        if code == "XLB":
            yield f"{day} state declare_opt_out state=XLB crimes=8 years=7"
    yield "2011-05-02 state_party deposit_acceptance state=XLG amendment=war_crimes_2010 received_by=secretary_general"
    for day, code in (("2012-05-08", "XLG"), ("2013-06-03", "XLM"), ("2014-09-12", "XLT"), ("2015-01-20", "XLA"), ("2016-03-14", "XLN")):
        yield f"{day} state_party deposit_acceptance state={code} amendment=aggression_2010 received_by=secretary_general"
    yield "2015-11-30 state_party declare_non_acceptance_of_aggression state=XLH received_by=registrar"
    yield "2012-03-01 state_party declare_willingness_to_enforce state=XLN"
    yield "2017-12-14 assembly record_activation_of_aggression effective=2018-07-17 consensus=yes"
    yield "2016-10-19 state_party notify_withdrawal state=XLE received_by=secretary_general form=written basis=127(1)"
    yield "2017-03-07 state_party revoke_withdrawal state=XLE"
    yield "2018-03-17 state_party notify_withdrawal state=XLD received_by=secretary_general form=written basis=127(1)"
    yield '2015-09-08 state lodge_acceptance state=XLW name="Westmarch" received_by=registrar since=2014-02-20'
    yield f"{today - timedelta(days=120)} state_party notify_withdrawal state=XLK received_by=secretary_general form=written basis=127(1)"


def _entered(code: str, name: str, state: str, chosen: str, since: date) -> str:
    return (f'{since - timedelta(days=90)} assembly enter_judge judge={code} name="Judge {name}" nationality={state} nationalities={state} '
            f"chosen_list={chosen} criminal={'yes' if chosen == 'A' else 'no'} how=full since={since} until={_ends(since, 9)}")


def _organised(since: date, longest: date, divisions: str, voters: str) -> Iterator[str]:
    """Presidency and Divisions for three years."""
    for office, judge in (("president", "P01"), ("first_vice", "P02"), ("second_vice", "P06")):
        yield f"{since} judges elect_to_presidency office={office} judge={judge} in_favour={voters} since={since} until={min(_ends(since, 3), longest)}"
    yield f"{since} presidency organise_divisions {divisions} since={since} mix_of_expertise=found"


def roll_lines(today: date) -> Iterator[str]:
    """The roll: groups of six judges, their Divisions, the Presidency, the Prosecutor and a Deputy, the Registrar."""
    newest = newest_terms(today)
    groups = [date(newest.year - 6, 3, 11), date(newest.year - 3, 3, 11), newest]
    codes = list(STATES)
    yield "2002-07-01 registry open_roll"
    earliest = date(newest.year - 9, 3, 11)
    for place, name in enumerate(EARLIER):
        yield _entered(f"Q{place + 1:02}", name, codes[13 + place], "A", earliest)
    for group, since in enumerate(groups):
        for number in range(group * 6, group * 6 + 6):
            yield _entered(f"P{number + 1:02}", NAMES[number], codes[number], "B" if number + 1 in LIST_B else "A", since)
        new = [f"P{i:02}" for i in range(group * 6 + 1, group * 6 + 7)]
        yield f"{since} judges give_undertaking persons={','.join([f'Q0{i}' for i in range(1, 7)] * (not group) + new)} open_court=yes"
        if group:
            yield from _organised(since, _ends(groups[0], 9), LATER if group == 2 else EARLIER_DIVISIONS, VOTERS if group == 2 else EARLIER_VOTERS)
    began = date(newest.year - 3, 6, 16)
    yield (f'{date(began.year, 2, 12)} assembly elect_prosecutor person="Miriam Osei" nationality=XLQ languages=en,fr in_favour=20 secret=yes since={began} '
           f"until={_ends(began, 9)} full_time=yes fit_to_prosecute=found")
    yield f'{began} prosecutor give_undertaking persons="Miriam Osei" open_court=yes'
    yield f'{began} prosecutor list_deputy_candidates candidates="Rafael Ibarra","Ines Tavares","Omar Haddani" posts=1'
    yield (f'{began + timedelta(days=60)} assembly elect_deputy_prosecutor person="Rafael Ibarra" nationality=XLR languages=en,es in_favour=18 secret=yes '
           f"since={began + timedelta(days=90)} until={_ends(began + timedelta(days=90), 9)} full_time=yes fit_to_prosecute=found")
    yield f'{began + timedelta(days=90)} deputy_prosecutor give_undertaking persons="Rafael Ibarra" open_court=yes'
    yield f'{newest - timedelta(days=60)} assembly recommend_on_registrar recommendation="candidates for Registrar"'
    yield (f'{newest} judges elect_registrar person="Katarina Nemec" languages=en,fr in_favour={VOTERS} secret=yes considered=yes '
           f"since={newest} until={_ends(newest, 5)} full_time=yes fit_for_registry=found")
    yield f'{newest} registrar give_undertaking persons="Katarina Nemec" open_court=yes'


def election_lines(today: date) -> Iterator[str]:
    """The election of the six judges whose terms begin after those now in office longest: nominations and three ballots."""
    begins = date(newest_terms(today).year + 3, 3, 11)
    opened = today - timedelta(days=240)
    yield f"{opened} bureau open_election office=judges seats=6 begins={begins}"
    for number, (code, name, state, chosen) in enumerate(CANDIDATES):
        yield (f'{opened + timedelta(days=20 + 4 * number)} state_party nominate_judge state={state} judge={code} name="{name}" nationality={state} '
               f"chosen_list={chosen} procedure=national statement=yes languages=en,fr {FIT} {FINDINGS[chosen]}")
    yield f"{opened + timedelta(days=70)} registry table_representation covers=legal_systems,regions,sexes,expertise"
    day = today - timedelta(days=30)
    yield f"{day} assembly hold_ballot present=22 abstaining=1 secret=yes votes=C01:17,C02:15,C03:14,C04:18,C05:11,C06:9,C07:12,C08:10 elected=C01,C02,C03,C04"
    yield f"{day} assembly hold_ballot present=22 abstaining=0 secret=yes votes=C05:13,C06:6,C07:15,C08:9 elected=C07"


PRESENT = ("XLA", "XLB", "XLC", "XLE", "XLF", "XLG", "XLH", "XLI", "XLJ", "XLL", "XLM", "XLN", "XLO", "XLQ", "XLR", "XLS", "XLT", "XLU")
"""The States Parties at the session."""


def notice_lines(today: date) -> Iterator[str]:
    """The notice of article 18(1) to every State Party and to the State that would ordinarily exercise jurisdiction."""
    told = [code for code in STATES if code not in ("XLD", "XLW", "XLX")]
    yield (f"{today - timedelta(days=1380)} prosecutor notify_states states={','.join(told)},XLX competent=XLX limited=no "
           "audience=organ:prosecutor+bench+organ:registry+organ:state_party")


def attendance_lines(today: date) -> Iterator[str]:
    """Who is present at the session."""
    yield from (f"{today - timedelta(days=5)} registry record_attendance state={code}" for code in PRESENT)


def vote_lines(today: date) -> Iterator[str]:
    """The vote on cooperation: thirteen for, three against, two abstain."""
    day = today - timedelta(days=3)
    for place, code in enumerate(PRESENT):
        vote = "for" if place < 13 else "against" if place < 16 else "abstains"
        yield f'{day} state_party cast_vote item="Cooperation of States" state={code} vote={vote}'
    yield f'{day} assembly decide_by_vote item="Cooperation of States"'
