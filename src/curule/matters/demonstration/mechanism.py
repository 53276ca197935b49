"""The Mechanism's demonstration: the acts that make its roll and its periodic reports. All names are invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

__all__ = ["NAMES", "report_lines", "roll_lines"]

NAMES = (
    "Amina Okoro", "Henrik Solberg", "Fatima Haddad", "Ignacio Beltrán Quiroga", "Marie-Claire Dubois-Lambert", "Tomoko Arisawa",
    "Pawel Nowicki", "Wanjiru Kamau", "Luca Ferrantini", "Ngozi Adeyemi", "Johan van der Straaten", "Chen Weiming", "Sunita Raghavan",
    "Ewa Lindqvist", "Moussa Traoré", "Beatriz Figueiredo", "Olena Kravets", "David Asante", "Hélène Marchetti", "Rashid Al-Karim",
    "Ingrid Bauer", "Samuel Moyo", "Leila Benchekroun", "Andrew McAllister", "Yuki Tanabe", "Rosa Villanueva", "Ioana Petrescu",
    "Kwame Boateng", "Astrid Holm", "Farid Rahmani", "Clara Nunes", "Viktor Hanák",
)
STATES = tuple(f"XA{chr(ord('A') + i)}" for i in range(16))
LISTED = tuple(f"J{i:02}" for i in (*range(1, 30), 31))
ELECTED = tuple(f"J{i:02}" for i in range(1, 26))
STAYING = tuple(f"J{i:02}" for i in range(1, 15))
"""The judges whose terms were renewed each time."""


def roll_lines(today: date) -> Iterator[str]:
    """The acts of the roll, each a line as in the demonstration's data; terms run beyond today."""
    yield f"2011-06-30 secretary_general invite_nominations states={','.join(STATES)}"
    for number, name in enumerate(NAMES, 1):
        state = STATES[(number - 1) // 2]
        # The thirty-first candidate is the third of one nationality: that is why the list has one more than it needs.
        nationality = STATES[0] if number == 31 else state
        fields = "criminal" if number % 2 else "international,humanitarian"
        yield (f'2011-08-01 state nominate_judge state={state} judge=J{number:02} name="Judge {name}" nationality={nationality} '
               f"nationalities={nationality} experience={fields} of_high_character=found fit_for_highest_office=found")
    yield "2011-08-30 secretary_general forward_nominations"
    yield f"2011-11-18 security_council establish_list judges={','.join(LISTED)} legal_systems_represented=found"
    yield "2011-11-21 security_council transmit_list"
    votes = ",".join(f"{code}:{150 if code in ELECTED else 80}" for code in LISTED)
    yield (f"2011-12-20 general_assembly elect_judges judges={','.join(ELECTED)} votes={votes} electorate=194 "
           "since=2012-07-01 until=2016-06-30")
    yield from _president(date(2012, 1, 16), date(2012, 7, 1), date(2016, 6, 30))
    start = date(2016, 7, 1)
    while start <= today:
        end = date(start.year + 4, 6, 30)
        asked = start - timedelta(days=60)
        for code in STAYING:
            for consulted in ("council", "assembly"):
                yield f"{asked} secretary_general record_consultation consulted={consulted} purpose=reappointed judge={code}"
            yield f"{asked + timedelta(days=14)} secretary_general reappoint_judge judge={code} since={start} until={end}"
        yield from _president(asked, start, end)
        start = date(start.year + 4, 7, 1)
    yield f"{today - timedelta(days=90)} president designate_duty_judge judge=J03 branch=arusha since={today - timedelta(days=90)}"
    yield f"{today - timedelta(days=90)} president designate_duty_judge judge=J07 branch=the_hague since={today - timedelta(days=90)}"


def report_lines(today: date) -> Iterator[str]:
    """The periodic reports of article 32 until today; the last report of the Prosecutor is still to come."""
    due = date(2012, 12, 3)
    reports = []
    while due <= today:
        reports += [f"{due} president report_progress_president to=council", f"{due} prosecutor report_progress_prosecutor to=council"]
        if due.month < 7:
            reports.append(f"{due} president submit_annual_report to=council,assembly")
        due = date(due.year + 1, 5, 20) if due.month > 6 else date(due.year, 11, 18)
    last = max((line for line in reports if "prosecutor" in line), default="")
    yield from (line for line in reports if line != last)


def _president(asked: date, since: date, until: date) -> Iterator[str]:
    for consulted in ("council", "judges"):
        yield f"{asked} secretary_general record_consultation consulted={consulted} purpose=president judge=J01"
    yield f"{asked + timedelta(days=30)} secretary_general appoint_president judge=J01 full_time=yes since={since} until={until}"
