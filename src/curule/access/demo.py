"""The demonstration tribunal's people: one account for each role, signed in to with one click and no
password.

They exist only where ``CURULE_DEMO=1``, which the settings allow in an embedded tribunal alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from curule.access.models import Office, User
from curule.access.offices import DutyStation, OfficeCode

SINCE = date(2012, 7, 1)
# Counsel's case; the demonstration's data use the same number.
DEMO_MATTER = "MICT-14-75"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One person of the demonstration. All names are invented."""

    username: str
    name: str
    station: str
    offices: tuple[tuple[str, str, str], ...]  # office, matter, person code
    language: str = "en"


_HAGUE, _ARUSHA = DutyStation.THE_HAGUE.value, DutyStation.ARUSHA.value
_C = OfficeCode

DEMO_ACCOUNTS = (
    DemoAccount("president", "Judge Amina Okoro", _HAGUE, ((_C.PRESIDENT, "", "J01"), (_C.JUDGE, "", "J01"))),
    DemoAccount("judge", "Judge Henrik Solberg", _HAGUE, ((_C.JUDGE, "", "J02"),)),
    DemoAccount(
        "duty-judge", "Judge Fatima Haddad", _ARUSHA, ((_C.DUTY_JUDGE, "", "J03"), (_C.JUDGE, "", "J03"))
    ),
    DemoAccount("legal-officer", "Claire Fontaine", _HAGUE, ((_C.LEGAL_OFFICER, "", ""),), "fr"),
    DemoAccount("prosecutor", "Daniel Mwangi", _ARUSHA, ((_C.PROSECUTOR, "", ""),)),
    DemoAccount("defence", "Isabelle Marchand", _ARUSHA, ((_C.DEFENCE, DEMO_MATTER, "C01"),), "fr"),
    DemoAccount("registrar", "Tomasz Zielinski", _HAGUE, ((_C.REGISTRAR, "", ""),)),
    DemoAccount("registry-officer", "Grace Nakato", _ARUSHA, ((_C.REGISTRY_OFFICER, "", ""),)),
    DemoAccount("witness-support", "Lena Bergmann", _ARUSHA, ((_C.WITNESS_SUPPORT, "", ""),)),
    DemoAccount("archivist", "Samuel Tan", _HAGUE, ((_C.ARCHIVIST, "", ""),)),
    DemoAccount("national-authority", "Marta Kovac", _HAGUE, ((_C.NATIONAL_AUTHORITY, "RFA-1", "state-XCC"), (_C.NATIONAL_AUTHORITY, "ENF-1", "state-XCC"))),
    DemoAccount("reader", "Noor Visser", _HAGUE, ((_C.PUBLIC, "", ""),)),
)


@transaction.atomic
def ensure_demo_accounts() -> int:
    """Make the accounts that are missing, with their offices; how many were made. Those that exist are left
    alone.
    """
    present = set(User.objects.values_list("username", flat=True))
    missing = [account for account in DEMO_ACCOUNTS if account.username not in present]
    for account in missing:
        user = User(
            username=account.username,
            display_name=account.name,
            language=account.language,
            duty_station=account.station,
            is_demo=True,
        )
        user.set_unusable_password()
        user.save()
        Office.objects.bulk_create(
            Office(user=user, code=code, matter=matter, person_code=person, since=SINCE)
            for code, matter, person in account.offices
        )
    return len(missing)
